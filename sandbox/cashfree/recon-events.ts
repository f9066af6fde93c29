import { istIso } from "../india-time.ts";
import type { StatementEntry } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { NO_FEES, type ReconSettings } from "./recon-records.ts";

/** One event of the merchant's account, in whole paise; `paise` is signed, charges are what Cashfree keeps of it. */
export type ReconEvent = {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly paise: number;
  readonly currency: string;
  readonly fee: number;
  readonly tax: number;
  readonly orderId: string | null;
  readonly cfPaymentId: string | null;
  readonly refundId: string | null;
  readonly settlement: Settlement | null;
};

export type Settlement = { readonly id: string; readonly utr: string; readonly at: number };

const DAY_MS = 86_400_000;
const IST_MS = 19_800_000;

export const settingsOf = ({ store }: Sandbox): ReconSettings => store.state.recon ?? { ...NO_FEES, damages: [] };

/** Everything that moved on the account but payouts, which are another product; oldest first, settlements after what they settle. */
export function eventsOf(sandbox: Sandbox): ReconEvent[] {
  const settings = settingsOf(sandbox);
  const events = sandbox.store.state.statement.flatMap((entry) => {
    const event = eventOf(sandbox, entry, settings);
    return event ? [event] : [];
  });
  return withSettlements(events, settings, sandbox.clock.now()).sort((a, b) => a.at - b.at);
}

/** A day that comes to nothing or less is carried over to the next: nothing is ever collected from the merchant's bank. */
function withSettlements(events: readonly ReconEvent[], { settleAfterMs }: ReconSettings, now: number): ReconEvent[] {
  if (settleAfterMs === null) return [...events];
  const all: ReconEvent[] = [];
  let carried: ReconEvent[] = [];
  for (const [day, ofDay] of Map.groupBy(events, ({ at }) => Math.floor((at + IST_MS) / DAY_MS))) {
    carried = [...carried, ...ofDay];
    const paid = carried.reduce((sum, { paise, fee, tax }) => sum + paise - fee - tax, 0);
    const at = (day + 1) * DAY_MS - IST_MS + settleAfterMs;
    if (paid <= 0 || at > now) continue;
    const settlement = { id: `61${day}`, utr: `DEMOSETTLE${day}`, at };
    all.push(...carried.map((event) => ({ ...event, settlement })), settlementOf(settlement, paid));
    carried = [];
  }
  return [...all, ...carried];
}

const settlementOf = (settlement: Settlement, paid: number): ReconEvent => ({
  ...{ id: settlement.id, type: "SETTLEMENT", at: settlement.at, paise: -paid, currency: "INR", fee: 0, tax: 0 },
  ...{ orderId: null, cfPaymentId: null, refundId: null, settlement },
});

const TYPES: Readonly<Record<string, string>> = {
  payment: "PAYMENT",
  refund: "REFUND",
  dispute: "DISPUTE",
  dispute_reversal: "DISPUTE_REVERSAL",
};

function eventOf(sandbox: Sandbox, entry: StatementEntry, settings: ReconSettings): ReconEvent | null {
  if (entry.kind === "payout" || entry.kind === "payout_reversal") return null;
  const { state } = sandbox.store;
  const at = Date.parse(entry.at);
  const refund = state.refunds.get(entry.reference);
  const type =
    entry.kind === "refund" && entry.amount > 0 ? "REFUND_REVERSAL" : (TYPES[entry.kind] ?? "OTHER_ADJUSTMENT");
  const fee = type === "PAYMENT" ? share(entry.amount, settings.feeBasisPoints) + settings.feePaise : 0;
  return {
    id: entry.providerReference,
    type,
    at,
    paise: entry.amount,
    currency: "INR",
    fee,
    tax: share(fee, settings.taxBasisPoints),
    orderId: refund?.orderId ?? (type === "PAYMENT" ? entry.reference : null),
    cfPaymentId: refund?.cfPaymentId ?? (type === "PAYMENT" ? entry.providerReference : null),
    refundId: refund?.refundId ?? null,
    settlement: null,
  };
}

/** Half to even, as Cashfree's invoices are taken to round; nothing is published about it. */
function share(paise: number, basisPoints: number): number {
  const exact = BigInt(paise) * BigInt(basisPoints);
  const [whole, rest] = [exact / 10_000n, exact % 10_000n];
  const up = rest > 5_000n || (rest === 5_000n && whole % 2n === 1n);
  return Number(up ? whole + 1n : whole);
}

/** Times in a statement are Indian. */
export const momentOf = (instant: number): string => istIso(instant);
