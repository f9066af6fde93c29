import { transitionsOf } from "../../core/escrow/table-for-test.ts";

/** What the simulation cannot reach, and why: orders are placed without a contract to sign. */
const NOT_REACHED = /^(agreed_payment_pending|signatures_pending|buyer_signature_pending|seller_signature_pending) /;

const PROCESSES = ["shipped_goods", "digital_goods", "service", "milestone"];

const FAULTS = [
  "timeout_before",
  "timeout_after",
  "try_later",
  "outage",
  "slow",
  "webhook_lost",
  "webhook_twice",
  "webhook_late",
  "late_capture",
  "late_reversal",
  "refund_failed",
  "refund_declined",
  "payout_declined",
  "payout_failed",
  "payout_returned",
  "payout_returned_early",
  "scan_late",
  "death",
  "overlap",
  "two_workers",
  "commit_unknown",
  "workers_stopped",
  "at_the_deadline",
  "race",
  "moved_meanwhile",
  "dispute_opened",
  "dispute_won",
  "dispute_lost",
  "schedule_manual",
  "schedule_daily",
  "reserve_held",
  "withdrawal_seller",
  "withdrawal_buyer",
  "withdrawal_refused",
  "more_time",
];

/** Cells that every long run must have hit: each transition that can be reached, each fault, each way to pay wrongly. */
export const required = (): readonly string[] => [
  ...PROCESSES.flatMap((process) =>
    transitionsOf(process)
      .filter((transition) => !NOT_REACHED.test(transition))
      .map((transition) => `transition ${process} ${transition}`),
  ),
  ...FAULTS.map((fault) => `fault ${fault}`),
  ...["exactly", "less", "more", "one_off", "other_currency"].map((how) => `paid ${how}`),
  ...["funded", "funded in part", "given back"].map((what) => `purchase ${what}`),
  ...["unpaid", "closed", "expired", "used_up", "open", "stale"].map((answer) => `download ${answer}`),
];

/** How often each must be hit in so many histories; the rarest come about once in ten thousand or less, so that few ask for none. */
export const threshold = (histories: number): number => {
  if (histories >= 10_000_000) return 100;
  return histories >= 1_000_000 ? 1 : 0;
};

export function thin(cells: Readonly<Record<string, number>>, histories: number): string[] {
  const least = threshold(histories);
  return required()
    .filter((cell) => (cells[cell] ?? 0) < least)
    .map((cell) => `${cell}: ${cells[cell] ?? 0} hits of ${least}`);
}
