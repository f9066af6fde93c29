import type { StaffDispute } from "../../api/disputes.ts";
import type { Difference, InFlight, StaffPayout } from "../../api/finance.ts";
import type { AuditEntry, StaffOrder, WaitingListing } from "../../api/operations.ts";
import type { DeadlineKind, Money } from "../../api/types.ts";

export type Kind = "deadline" | "flight" | "payout" | "difference" | "dispute" | "listing" | "work";

/** One thing that somebody of the staff should look at. */
export type Item = {
  key: string;
  kind: Kind;
  /** What it is about: a number or a name, the same in every language. */
  subject: string;
  amount: Money | null;
  since: string | null;
  dueAt: string | null;
  /** Of a deadline: which one. */
  deadline: DeadlineKind | null;
  /** It is late, or nobody looks after it by themselves. */
  pressing: boolean;
  /** What has gone wrong, as it was said. */
  problem: string | null;
  to: string | null;
};

export type Seen = {
  orders: readonly StaffOrder[];
  flights: readonly InFlight[];
  payouts: readonly StaffPayout[];
  differences: readonly Difference[];
  disputes: readonly StaffDispute[];
  listings: readonly WaitingListing[];
  work: readonly AuditEntry[];
};

const DAY_MS = 86_400_000;

/** What presses first: what is late, then by the date on which time itself acts, then by how long it has waited. */
export function attentionOf(seen: Seen, now: string): Item[] {
  const items = [
    ...seen.orders.filter((order) => isSoon(order, now)).map((order) => ofOrder(order, now)),
    ...seen.flights.filter(needsSomebody).map(ofFlight),
    ...seen.payouts.map(ofPayout),
    ...seen.differences.map(ofDifference),
    ...seen.disputes
      .filter(({ arbiter, stage }) => !arbiter && (stage === "decision" || stage === "appeal"))
      .map(ofDispute),
    ...seen.listings.map(ofListing),
    ...seen.work.map(ofWork),
  ];
  return items.sort(
    (a, b) =>
      Number(b.pressing) - Number(a.pressing) ||
      (a.dueAt ?? "9").localeCompare(b.dueAt ?? "9") ||
      (a.since ?? "9").localeCompare(b.since ?? "9"),
  );
}

const isSoon = ({ nextDeadline }: StaffOrder, now: string): boolean =>
  nextDeadline !== null && Date.parse(nextDeadline.dueAt) - Date.parse(now) < DAY_MS;

/** Overdue, without a next look, or refused again and again. */
const needsSomebody = ({ overdueSince, nextCheckAt, problem }: InFlight): boolean =>
  overdueSince !== null || nextCheckAt === null || problem !== null;

const NOTHING = { amount: null, since: null, dueAt: null, deadline: null, pressing: false, problem: null, to: null };

const ofOrder = ({ id, number, total, nextDeadline }: StaffOrder, now: string): Item => ({
  ...{ ...NOTHING, key: id, kind: "deadline", subject: number, amount: total },
  ...{ dueAt: nextDeadline?.dueAt ?? null, deadline: nextDeadline?.kind ?? null },
  pressing: nextDeadline !== null && nextDeadline.dueAt <= now,
  to: `/operations/orders/${id}`,
});

const ofFlight = ({
  id,
  kind,
  gateway,
  amount,
  since,
  overdueSince,
  nextCheckAt,
  problem,
  dealId,
}: InFlight): Item => ({
  ...{ ...NOTHING, key: id, kind: "flight", subject: `${kind} ${gateway}`, amount, since, problem },
  pressing: overdueSince !== null || nextCheckAt === null,
  to: dealId ? `/operations/deals/${dealId}` : "/finance",
});

const ofPayout = ({ id, userName, amount, requestedAt, reason, lastError }: StaffPayout): Item => ({
  ...{ ...NOTHING, key: id, kind: "payout", subject: userName, amount, since: requestedAt, pressing: true },
  ...{ problem: lastError ?? reason, to: "/finance/payouts" },
});

const ofDifference = ({ id, gateway, atStake, foundAt }: Difference): Item => ({
  ...{ ...NOTHING, key: id, kind: "difference", subject: gateway, amount: atStake[0] ?? null, since: foundAt },
  ...{ pressing: true, to: "/finance" },
});

const ofDispute = ({ id, orderNumber, alarmed, openedAt }: StaffDispute): Item => ({
  ...{ ...NOTHING, key: id, kind: "dispute", subject: orderNumber, since: openedAt, pressing: alarmed },
  to: `/disputes-desk/${id}`,
});

const ofListing = ({ id, title, submittedAt }: WaitingListing): Item => ({
  ...{ ...NOTHING, key: id, kind: "listing", subject: title.en ?? title.ar ?? id, since: submittedAt ?? null },
  to: `/staff/listings/${id}`,
});

const ofWork = ({ id, at, subject, reason, action }: AuditEntry): Item => ({
  ...{ ...NOTHING, key: id, kind: "work", subject, since: at, problem: reason },
  ...{ pressing: action === "work.given_up", to: `/staff/audit/${id}` },
});
