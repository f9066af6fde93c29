import { parseId, type UserId } from "@amana/core/ids";
import type { Posting } from "@amana/core/ledger";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type ApprovalKind, concernedBy, type KindRefusal, mayDecideOn, OWN_DEAL } from "#modules/approvals";
import { type Doer, doneBy, record } from "#modules/audit";
import { post } from "#modules/ledger";
import type { Database, Queryable } from "#runtime/database";
import { type Asker, invalid, problem } from "#runtime/http";
import { newIdBeside } from "#runtime/ids";
import { type CaptureId, readSuspense, type SuspenseItem } from "./capture-store.ts";
import type { Refund } from "./refund-store.ts";
import { mustBePosted, requestRefund } from "./refunds.ts";
import { outOfSuspense } from "./suspense-postings.ts";

export type SuspenseRefusal = "no_such_money" | "refunded_already";

export type SentBack = { readonly refund: Refund; readonly posting: Posting };

/** What sending money back from suspense would post; nothing is written. */
export async function previewSuspenseRefund(
  db: Queryable,
  id: CaptureId,
  now: Instant,
): Promise<Result<Posting, SuspenseRefusal>> {
  const item = await waiting(db, id);
  return item.ok ? ok(outOfSuspense(item.value, newIdBeside("refund", now, id))) : item;
}

/** Staff send money back that belongs to no deal; once, and with a reason that is kept. */
export async function refundSuspense(
  db: Database,
  id: CaptureId,
  by: Asker & { readonly reason: string },
  now: Instant,
): Promise<Result<SentBack, SuspenseRefusal>> {
  return await db.transaction(async (tx) => {
    const item = await waiting(tx, id);
    return item.ok ? await sendBack(tx, item.value, doneBy("finance", by), by.reason, now) : item;
  });
}

/** The same above the limit, when a second person wants it too. */
export const suspenseRefund: ApprovalKind = {
  name: "suspense_refund",
  async look(db, { subject, content }, now) {
    if (Object.keys(content).length > 0) return refuse(invalid("content", "is empty: all of the money goes back"));
    const item = await waitingNamed(db, subject);
    if (!item.ok) return refuse(problemOfSuspense(item.error));
    const { id, amount, deal, buyer } = item.value;
    const { entries } = outOfSuspense(item.value, newIdBeside("refund", now, id));
    return ok({ amount, deal, concerned: await concernedBy(db, { deal, people: [buyer] }), basis: "", entries });
  },
  async carryOut(tx, { subject, reason }, approver, now) {
    const item = await waitingNamed(tx, subject);
    if (!item.ok) return refuse(problemOfSuspense(item.error));
    const done = await sendBack(tx, item.value, doneBy("finance", approver), reason, now);
    return done.ok ? ok(done.value.posting.entries) : refuse(problemOfSuspense(done.error));
  },
};

export function problemOfSuspense(refusal: SuspenseRefusal) {
  return refusal === "no_such_money"
    ? problem("NOT_FOUND")
    : problem("TRANSITION_NOT_ALLOWED", "This money is on its way back already.");
}

/** The money that one of the staff wants to act on; refused when it is their own. */
export async function suspenseFor(
  db: Queryable,
  id: CaptureId,
  staff: UserId,
): Promise<Result<SuspenseItem, KindRefusal>> {
  const item = await waiting(db, id);
  if (!item.ok) return refuse(problemOfSuspense(item.error));
  const { deal, buyer } = item.value;
  return (await mayDecideOn(db, staff, { deal, people: [buyer] })) ? ok(item.value) : refuse(OWN_DEAL);
}

/** Sends money in suspense back in the caller's transaction, with what is to be kept of who wanted it. */
export async function sendBack(
  tx: Queryable,
  item: SuspenseItem,
  by: Doer,
  reason: string,
  now: Instant,
): Promise<Result<SentBack, "refunded_already">> {
  const { id, payment, deal, buyer, foreignPayment, gateway, amount } = item;
  const of = { payment, deal, buyer, foreignPayment, gateway, amount };
  const refund = await requestRefund(tx, { ...of, source: "suspense", cause: id }, now);
  if (!refund) return refuse("refunded_already");
  const posting = outOfSuspense(item, refund.id);
  mustBePosted(await post(tx, [posting], now));
  await record(tx, now, {
    ...by,
    action: "suspense.refunded",
    subject: id,
    reason,
    detail: { refund: refund.id, gateway, amount: amount.minor.toString(), currency: amount.currency },
  });
  return ok({ refund, posting });
}

async function waitingNamed(db: Queryable, subject: string): Promise<Result<SuspenseItem, SuspenseRefusal>> {
  const id = parseId("capture", subject);
  return id ? await waiting(db, id) : refuse("no_such_money");
}

async function waiting(db: Queryable, id: CaptureId): Promise<Result<SuspenseItem, SuspenseRefusal>> {
  const item = await readSuspense(db, id);
  if (!item) return refuse("no_such_money");
  return item.refund ? refuse("refunded_already") : ok(item);
}
