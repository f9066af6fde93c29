import type { DisputeSummary } from "../../api/disputes.ts";
import type { ListingCounts, Talk } from "../../api/selling.ts";
import type { Money, OrderSummary, PendingOrder, Text, Urgency } from "../../api/types.ts";

export const TASKS = [
  "dispatch",
  "accept",
  "deliver",
  "changes",
  "case",
  "return",
  "offer",
  "rejected",
  "emptied",
] as const;
export type TaskKind = (typeof TASKS)[number];

/** Something that waits for the seller. */
export type Task = {
  id: string;
  title: Text | null;
  number: string | null;
  person: string | null;
  dueAt: string | null;
  amount: Money | null;
  /** Where it is done, below the language. */
  page: string;
};

export type Group = {
  kind: TaskKind;
  count: number;
  /** The most pressing first. */
  tasks: Task[];
  firstDueAt: string | null;
  urgency: Urgency | null;
  /** What is at stake, where it is all in one currency: over currencies nothing is added. */
  total: Money | null;
  /** Where all of them are. */
  page: string;
};

export type Waiting = {
  seller: string;
  pending: readonly PendingOrder[];
  /** Orders under way that may wait for the seller. */
  underway: readonly OrderSummary[];
  disputes: readonly DisputeSummary[];
  talks: readonly Talk[];
  listings: Pick<ListingCounts, "rejected" | "out_of_stock">;
};

/** What waits for the seller, the most pressing first; what has no deadline comes last. */
export function queueOf(waiting: Waiting, now: string): Group[] {
  const tasks = tasksOf(waiting);
  const groups = TASKS.flatMap((kind) => groupOf(kind, tasks[kind] ?? [], now));
  const { rejected, out_of_stock: emptied } = waiting.listings;
  return [
    ...groups.sort((a, b) => due(a.firstDueAt).localeCompare(due(b.firstDueAt))),
    ...(rejected > 0 ? [countedOnly("rejected", rejected, "/selling/listings?shelf=rejected")] : []),
    ...(emptied > 0 ? [countedOnly("emptied", emptied, "/selling/listings?shelf=out_of_stock")] : []),
  ];
}

const due = (at: string | null): string => at ?? "9999";

const PAGES: Partial<Record<TaskKind, string>> = {
  dispatch: "/selling/orders",
  accept: "/selling/orders",
  deliver: "/selling/orders?tab=work",
  changes: "/selling/orders?tab=work",
  return: "/selling/orders?tab=returning",
  case: "/disputes",
  offer: "/negotiations",
};

function tasksOf({ seller, pending, underway, disputes, talks }: Waiting): Partial<Record<TaskKind, Task[]>> {
  const work = underway.filter(({ kind }) => kind === "service" || kind === "milestone");
  return {
    dispatch: pending
      .filter(({ kind }) => kind === "physical")
      .map((one) => orderTask(one, `/orders/${one.id}/dispatch`)),
    accept: pending.filter(({ kind }) => kind !== "physical").map((one) => orderTask(one)),
    deliver: work.filter(({ status }) => status === "processing").map((one) => orderTask(one)),
    changes: work.filter(({ status }) => status === "revision_requested").map((one) => orderTask(one)),
    return: underway.filter(({ status }) => status === "returning").map((one) => orderTask(one)),
    case: disputes
      .filter((one) => one.stage === "answer" && one.raisedBy === "buyer" && one.seller.id === seller)
      .map(caseTask),
    offer: talks.flatMap((talk) => (talk.standingOffer?.by === "buyer" ? [offerTask(talk, talk.standingOffer)] : [])),
  };
}

const orderTask = (order: OrderSummary, page = `/orders/${order.id}`): Task => ({
  ...{ id: order.id, title: order.title, number: order.number, person: order.counterparty.name },
  ...{ dueAt: order.nextDeadline?.dueAt ?? null, amount: order.total, page },
});

const caseTask = ({ id, orderNumber, buyer, deadline, amount }: DisputeSummary): Task => ({
  ...{ id, title: null, number: orderNumber, person: buyer.name, dueAt: deadline?.dueAt ?? null, amount },
  page: `/disputes/${id}`,
});

const offerTask = ({ id, product, buyer }: Talk, { total, expiresAt }: NonNullable<Talk["standingOffer"]>): Task => ({
  ...{ id, title: product.title, number: null, person: buyer.name, dueAt: expiresAt, amount: total },
  page: `/negotiations/${id}`,
});

function groupOf(kind: TaskKind, found: readonly Task[], now: string): Group[] {
  if (found.length === 0) return [];
  const tasks = [...found].sort((a, b) => due(a.dueAt).localeCompare(due(b.dueAt)));
  const firstDueAt = tasks[0]?.dueAt ?? null;
  const urgency = firstDueAt === null ? null : urgencyOf(firstDueAt, now);
  const page = PAGES[kind] ?? "/selling/orders";
  return [{ kind, count: tasks.length, tasks, firstDueAt, urgency, total: totalOf(tasks), page }];
}

const countedOnly = (kind: TaskKind, count: number, page: string): Group => ({
  ...{ kind, count, tasks: [], firstDueAt: null, urgency: null, total: null, page },
});

function totalOf(tasks: readonly Task[]): Money | null {
  const amounts = tasks.flatMap(({ amount }) => amount ?? []);
  const [first] = amounts;
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return null;
  return { amount: amounts.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency };
}

const HOUR_MS = 3_600_000;

export function urgencyOf(dueAt: string, now: string): Urgency {
  const left = Date.parse(dueAt) - Date.parse(now);
  if (left <= 0) return "overdue";
  if (left < 12 * HOUR_MS) return "critical";
  return left < 24 * HOUR_MS ? "soon" : "calm";
}
