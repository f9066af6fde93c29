import { type Command, type Deal, processOf, step } from "@amana/core/escrow";
import { parseId, type UserId } from "@amana/core/ids";
import type { Entry } from "@amana/core/ledger";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type ApprovalKind, type Asked, concernedBy, type KindRefusal, MOVED, type Outcome } from "#modules/approvals";
import { doneBy, record } from "#modules/audit";
import { advance, readDeal } from "#modules/escrow";
import { postingsOfDeal } from "#modules/ledger";
import type { Queryable, Tx } from "#runtime/database";
import { type Asker, invalid, moneyFrom, problem, problemOfRefusal } from "#runtime/http";
import { type Order, readOrder } from "./store.ts";

type Content = Asked["content"];
export type Decision = NonNullable<Content["decision"]>;

/** A decision of staff about the money of an order, which above a limit waits for a second person. */
export const orderDecision: ApprovalKind = {
  name: "order_decision",
  look: lookAtDecision,
  async carryOut(tx, { id, subject, content, reason, basis, proposedBy }, approver, now) {
    const decision = decisionIn(content);
    if (!decision.ok) return decision;
    const order = await orderOf(tx, subject);
    if (!order) return refuse(problem("NOT_FOUND"));
    const by = { ...approver, key: `approval:${id}`, reason, proposedBy };
    const moved = await decide(tx, order, { ...content, decision: decision.value }, by, now);
    if (!moved.ok) return moved;
    // It may have moved between the look and the lock, and the decision have been taken about something else.
    if (String(moved.value.deal.revision - 1) !== basis) return refuse(MOVED);
    return ok(moved.value.entries);
  },
};

/** What a decision would post as the order stands, and whom it concerns; changes nothing. */
export async function lookAtDecision(
  db: Queryable,
  { subject, content }: Pick<Asked, "subject" | "content">,
  now: Instant,
): Promise<Result<Outcome, KindRefusal>> {
  const order = await orderOf(db, subject);
  const deal = order && (await readDeal(db, order.deal));
  if (!order || !deal) return refuse(problem("NOT_FOUND"));
  const decision = decisionIn(content);
  if (!decision.ok) return decision;
  const command = commandOf({ ...content, decision: decision.value }, now);
  const decided = step(processOf(deal.process, deal.processVersion), deal, command, now);
  if (!decided.ok) return refuse(problemOfRefusal(decided.error));
  return ok({
    ...{ amount: deal.total, deal: deal.id, basis: String(deal.revision) },
    concerned: await concernedBy(db, { deal: deal.id }),
    entries: decided.value.postings.flatMap(({ entries }) => [...entries]),
  });
}

/** Decides in the caller's transaction, once per key, and keeps who wanted it and why. */
export async function decide(
  tx: Tx,
  order: Order,
  content: Content & { readonly decision: Decision },
  by: Asker & { readonly key: string; readonly reason: string; readonly proposedBy: UserId | null },
  now: Instant,
): Promise<Result<{ readonly deal: Deal; readonly entries: readonly Entry[] }, KindRefusal>> {
  const { decision, refund } = content;
  const given = { key: by.key, actorId: by.user, note: by.reason };
  const moved = await advance(tx, order.deal, commandOf(content, now), now, given);
  if (!moved.ok) return refuse(moved.error === "no_such_deal" ? problem("NOT_FOUND") : problemOfRefusal(moved.error));
  const { revision } = moved.value;
  await record(tx, now, {
    ...doneBy("finance", by),
    ...{ action: `order.${decision}`, subject: order.id, reason: by.reason },
    detail: { deal: order.deal, refund: refund ?? null, revision, proposedBy: by.proposedBy },
  });
  const posted = (await postingsOfDeal(tx, order.deal)).filter(({ kind }) => kind === decision);
  return ok({ deal: moved.value, entries: posted.flatMap(({ entries }) => [...entries]) });
}

async function orderOf(db: Queryable, subject: string): Promise<Order | null> {
  const id = parseId("order", subject);
  return id && (await readOrder(db, id));
}

/** The decision that is meant; each takes its own fields and no others. */
export function decisionIn({ decision, refund, amount }: Content): Result<Decision, KindRefusal> {
  if (decision === undefined) return refuse(invalid("decision", "must say what becomes of the money"));
  if (amount !== undefined) return refuse(invalid("amount", "follows from the order"));
  if ((decision === "settle") !== (refund !== undefined))
    return refuse(invalid("refund", "says what goes back to the buyer, with the decision settle and with no other"));
  return ok(decision);
}

const commandOf = ({ decision, refund }: Content & { readonly decision: Decision }, now: Instant): Command => ({
  name: `admin_${decision}`,
  by: "finance",
  at: now,
  ...(refund && { settlement: { refund: moneyFrom(refund) } }),
});
