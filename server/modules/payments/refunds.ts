import { WALLET } from "@amana/core/escrow";
import { parseId, type RefundId, shardOf } from "@amana/core/ids";
import type { Posting } from "@amana/core/ledger";
import { equal, type Money, subtract } from "@amana/core/money";
import { refuse } from "@amana/core/result";
import { after, type Duration, days, hours, type Instant, minutes, seconds } from "@amana/core/time";
import { record } from "#modules/audit";
import { readMoved } from "#modules/escrow";
import { type PostingVerdict, post } from "#modules/ledger";
import type { PaymentGateway, RefundReport } from "#ports/payment-gateway";
import type { Database, Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import {
  addJob,
  announce,
  type JobHandler,
  type JobOutcome,
  mayBeOnItsWay,
  ON_ITS_WAY,
  type Subscription,
  tryAgain,
} from "#runtime/work";
import { beginCall, endCall, type MadeCall, markForgotten, readCall } from "./calls.ts";
import { fundedBy } from "./capture-store.ts";
import { bookTaken, isDisputed, type TakenOfCause } from "./chargeback-store.ts";
import { confirmed, failed, smaller, takenByBank, toWallet } from "./refund-postings.ts";
import {
  insertRefund,
  lessenRefund,
  lockRefundOf,
  type Refund,
  type RefundOf,
  readRefund,
  setRefundState,
} from "./refund-store.ts";
import { type Gateways, gatewayOf } from "./start-payment.ts";
import { readPayment } from "./store.ts";

/** How long a gateway knows the ids of calls again, where it does not say so itself. */
const MEMORY = hours(24);
/** After its success a refund is asked after on these days, for banks return some late. */
const LATE_LOOKS = [days(1), days(3), days(7)];

type RefundCause = RefundOf & {
  readonly source: "escrow" | "suspense";
  readonly cause: string;
  readonly gateway: string;
  readonly amount: Money;
};

/**
 * Notes a refund in the caller's transaction, with the job that sends it: its id is drawn once and is the gateway's key for it.
 * The caller puts the money in flight. False when the cause is being refunded already.
 */
export async function requestRefund(tx: Queryable, cause: RefundCause, now: Instant): Promise<Refund | null> {
  const refund: Refund = {
    ...cause,
    id: newIdBeside("refund", now, cause.cause),
    state: "requested",
    reference: null,
    reason: null,
    requestedAt: now,
    updatedAt: now,
  };
  if (!(await insertRefund(tx, refund))) return null;
  await addFollow(tx, refund.id, now, now);
  return refund;
}

/** A deal that refunds its buyer, in whole or by a settlement: the escrow has put the money in flight, here it is sent. */
export const refundOfDeal: Subscription = {
  name: "refund of deal",
  topic: "deal.moved",
  neverGivenUp: true,
  async hear(tx, payload, now) {
    const moved = readMoved(payload);
    if (moved.movement !== "refund" && moved.movement !== "settle") return;
    const captured = await fundedBy(tx, moved.deal);
    const paid = captured && (await readPayment(tx, captured));
    if (!paid) throw new Error(`${moved.deal} refunds, but no payment of it was captured`);
    const { id: payment, buyer, gateway } = paid;
    const of = { payment, deal: moved.deal, buyer, gateway, foreignPayment: null };
    await requestRefund(tx, { ...of, source: "escrow", cause: moved.deal, amount: moved.buyerReceives }, now);
  },
};

export const addFollow = (tx: Queryable, refund: RefundId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(refund),
    kind: "refund.follow",
    key: followKey(refund),
    payload: { refund },
    runAt,
  });

export const followKey = (refund: string): string => `refund.follow:${refund}`;

/**
 * Sends a refund and follows it to its end. Once it may have been sent it is looked up before it is sent again, under the id that it
 * has had from the start; once the gateway may have forgotten that id, it is only asked.
 */
export const followRefund = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "refund.follow",
  neverGivenUp: true,
  async run(payload, now) {
    const id = parseId("refund", String(payload.refund));
    const refund = id && (await readRefund(db, id));
    if (!refund || refund.state === "failed") return "done";
    if (refund.gateway === WALLET) return await backToWallet(db, refund, now);
    const gateway = gatewayOf(gateways, refund.gateway);
    const made = await readCall(db, refund.id, "refund");
    const known = made?.mayBeDoneSince ? await gateway.lookRefund(theirPayment(refund), refund.id) : NOT_ASKED;
    if (known.ok) return await recordRefund(db, refund, known.value, now);
    if (known.error.kind !== "not_found") return tryAgain(known.error, now);
    return await sendWhereItMay(db, gateway, refund, made, now);
  },
});

/** A refund that was surely never sent is not asked for. */
const NOT_ASKED = refuse({ kind: "not_found" } as const);

/** What the gateway calls the payment: our own id, or its own name for one that is not ours. */
function theirPayment({ id, payment, foreignPayment }: Refund): string {
  const name = payment ?? foreignPayment;
  if (name === null) throw new Error(`${id} belongs to no payment`);
  return name;
}

async function sendWhereItMay(
  db: Database,
  gateway: PaymentGateway,
  refund: Refund,
  made: MadeCall | null,
  now: Instant,
): Promise<JobOutcome> {
  if (refund.state === "succeeded") return lateLook(refund, now);
  if (refund.state !== "requested") throw new Error(`${refund.id} is ${refund.state} and the gateway does not know it`);
  if (made?.mayBeDoneSince && now - made.mayBeDoneSince >= (gateway.remembersFor ?? MEMORY))
    return await askOnly(db, refund, now);
  const chosen = await db.transaction((tx) => claimSending(tx, refund, now));
  return chosen === "wait"
    ? { again: after(now, hours(1)) }
    : chosen === "over"
      ? "done"
      : await send(db, gateway, chosen, now);
}

/**
 * Under the lock of the refund: while a bank asks the money back it is not sent. With the decision to send, the call is written
 * down, so that a bank's answer which comes now finds it.
 */
async function claimSending(tx: Queryable, { id, cause }: Refund, now: Instant): Promise<Claimed | "wait" | "over"> {
  const refund = await lockRefundOf(tx, cause);
  if (refund?.id !== id || refund.state !== "requested") return "over";
  if (await isDisputed(tx, cause)) return "wait";
  const before = await readCall(tx, id, "refund");
  await beginCall(tx, id, "refund", now);
  return { refund, before: before?.mayBeDoneSince ? before.sentAt : null };
}

/** A refund whose call is written down, and when the attempt before it was made, if that may have been done. */
type Claimed = { readonly refund: Refund; readonly before: Instant | null };

async function send(
  db: Database,
  gateway: PaymentGateway,
  { refund, before }: Claimed,
  now: Instant,
): Promise<JobOutcome> {
  const sent = await gateway.refund({
    payment: theirPayment(refund),
    refund: refund.id,
    amount: refund.amount,
    note: `Refund ${refund.deal ?? refund.cause}`,
  });
  await endCall(db, refund.id, "refund", sent.ok ? null : sent.error);
  if (sent.ok) return await recordRefund(db, refund, sent.value, now);
  if (sent.error.kind !== "declined") return tryAgain(sent.error, now);
  if (mayBeOnItsWay(before, now)) return { again: after(now, ON_ITS_WAY) };
  return await recordRefund(db, refund, { reference: "", status: "failed", amount: refund.amount }, now);
}

/** It may have been sent, and the gateway may no longer know: staff are told once, and it is asked after on and on. */
async function askOnly(db: Database, refund: Refund, now: Instant): Promise<JobOutcome> {
  await db.transaction(async (tx) => {
    if (!(await markForgotten(tx, refund.id))) return;
    await record(tx, now, {
      actor: "system",
      actorId: null,
      action: "refund.outcome_unknown",
      subject: refund.id,
      reason: "the gateway no longer knows the id of a call that it never answered",
      detail: { gateway: refund.gateway, amount: refund.amount.minor.toString(), currency: refund.amount.currency },
    });
  });
  return { again: after(now, hours(6)) };
}

async function recordRefund(db: Database, refund: Refund, report: RefundReport, now: Instant): Promise<JobOutcome> {
  if (!equal(report.amount, refund.amount)) throw new Error(`${refund.id}: the gateway refunds another amount`);
  switch (report.status) {
    case "succeeded":
      await end(db, refund, "succeeded", report.reference, now);
      return lateLook({ ...refund, updatedAt: refund.state === "succeeded" ? refund.updatedAt : now }, now);
    case "failed":
      return await recordFailure(db, refund, report.reference, now);
    default:
      if (refund.state === "requested")
        await setRefundState(db, refund, "pending", { reference: report.reference }, now);
      return { again: after(now, followPause(refund, now)) };
  }
}

/** While a bank's question is undecided, money that could not be refunded waits for its answer, so that nobody gets it twice. */
async function recordFailure(db: Database, refund: Refund, reference: string, now: Instant): Promise<JobOutcome> {
  if ((await isDisputed(db, refund.cause)) === "undecided") return { again: after(now, hours(1)) };
  await end(db, refund, "failed", reference, now);
  return "done";
}

function lateLook({ updatedAt }: Refund, now: Instant): JobOutcome {
  const next = LATE_LOOKS.map((wait) => after(updatedAt, wait)).find((moment) => moment > now);
  return next === undefined ? "done" : { again: next };
}

function followPause(refund: Refund, now: Instant): Duration {
  return now - refund.requestedAt < minutes(10) ? seconds(30) : minutes(30);
}

/** Money from a wallet goes back to it, in one transaction. */
async function backToWallet(db: Database, refund: Refund, now: Instant): Promise<JobOutcome> {
  if (refund.state === "requested") await end(db, refund, "succeeded", "", now);
  return "done";
}

/** Books the end of a refund, once: whoever finds it already ended takes back all that he wrote. */
async function end(
  db: Database,
  refund: Refund,
  state: "succeeded" | "failed",
  reference: string,
  now: Instant,
): Promise<void> {
  if (refund.state === state) return;
  const work = db.transaction(async (tx) => {
    const taken = state === "failed" ? await bookTaken(tx, refund.cause) : null;
    if (!(await setRefundState(tx, refund, state, { reference: reference || null, reason: reasonOf(taken) }, now)))
      throw new MovedOn();
    mustBePosted(await post(tx, postingsOfEnd(refund, taken), now));
    if (refund.deal !== null) await tellEnd(tx, refund, state, now);
  });
  await work.catch((error: unknown) => {
    if (!(error instanceof MovedOn)) throw error;
  });
}

class MovedOn extends Error {}

const reasonOf = (taken: TakenOfCause | null): string | null =>
  taken && taken.unbooked + taken.borne > 0n ? "chargeback" : null;

/** What was lost to banks is known where the refund has failed, and null where it was made. */
function postingsOfEnd(refund: Refund, taken: TakenOfCause | null): Posting[] {
  if (taken) return failed(refund, taken);
  return refund.gateway === WALLET ? toWallet(refund, refund.amount) : [confirmed(refund)];
}

/**
 * A bank has taken what was to be refunded, or a part of it, before it was sent: so much of the refund is over. False where it may
 * have been sent: then its own end decides. The caller holds the refund's lock.
 */
export async function takeFromRefund(
  tx: Queryable,
  refund: Refund,
  rest: Money,
  key: string,
  now: Instant,
): Promise<boolean> {
  const made = await readCall(tx, refund.id, "refund");
  if (refund.state !== "requested" || made?.mayBeDoneSince) return false;
  const taken = smaller(rest, refund.amount);
  mustBePosted(await post(tx, [takenByBank(refund, taken, key)], now));
  const left = subtract(refund.amount, taken);
  if (left.minor > 0n) await lessenRefund(tx, refund, left, now);
  else await setRefundState(tx, refund, "failed", { reason: "chargeback" }, now);
  await addFollow(tx, refund.id, now, now);
  return true;
}

async function tellEnd(tx: Queryable, refund: Refund, state: "succeeded" | "failed", now: Instant): Promise<void> {
  const payload = {
    refund: refund.id,
    deal: refund.deal,
    buyer: refund.buyer,
    state,
    amount: refund.amount.minor.toString(),
    currency: refund.amount.currency,
  };
  await announce(tx, now, { shard: shardOf(refund.id), topic: "refund.ended", payload });
}

export function mustBePosted(verdicts: readonly PostingVerdict[]): void {
  const refused = verdicts.find((verdict) => verdict !== "posted");
  if (refused) throw new Error(`the ledger says ${refused}`);
}
