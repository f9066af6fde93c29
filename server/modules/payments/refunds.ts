import { parseId, type RefundId, shardOf } from "@amana/core/ids";
import { type AccountCode, accounts, move, type Posting } from "@amana/core/ledger";
import { equal, type Money } from "@amana/core/money";
import { refuse } from "@amana/core/result";
import { after, type Duration, type Instant, minutes, seconds } from "@amana/core/time";
import { readMoved } from "#modules/escrow";
import { type PostingVerdict, post } from "#modules/ledger";
import type { PaymentGateway, RefundReport } from "#ports/payment-gateway";
import type { Database, Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { addJob, announce, type JobHandler, type JobOutcome, type Subscription, tryAgain } from "#runtime/work";
import { type Gateways, gatewayOf } from "./start-payment.ts";
import { insertRefund, type Payment, paymentsOfDeal, type Refund, readRefund, setRefundState } from "./store.ts";

type RefundCause = {
  readonly source: "escrow" | "suspense";
  readonly cause: string;
  readonly payment: Payment;
  readonly amount: Money;
};

/**
 * Notes a refund in the caller's transaction, with the job that sends it: its id is drawn once and is the gateway's key for it.
 * For money in suspense this also books it as in flight; for a deal the escrow has already done so.
 */
export async function requestRefund(
  tx: Queryable,
  { source, cause, payment, amount }: RefundCause,
  now: Instant,
): Promise<void> {
  const refund: Refund = {
    id: newIdBeside("refund", now, payment.deal),
    payment: payment.id,
    deal: payment.deal,
    buyer: payment.buyer,
    gateway: payment.gateway,
    amount,
    source,
    cause,
    state: "requested",
    reference: null,
    requestedAt: now,
    updatedAt: now,
  };
  if (!(await insertRefund(tx, refund))) return;
  if (source === "suspense") {
    const entries = move(accounts.suspense(refund.gateway), accounts.refundsInFlight(refund.gateway), amount);
    posted(
      await post(
        tx,
        [
          {
            shard: shardOf(refund.id),
            key: `unmatched_refund:${cause}`,
            kind: "unmatched_refund",
            deal: refund.deal,
            entries,
          },
        ],
        now,
      ),
    );
  }
  await addFollow(tx, refund.id, now, now);
}

/** A deal that refunds its buyer: the escrow has put the money in flight, here it is sent. */
export const refundOfDeal: Subscription = {
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const moved = readMoved(payload);
    if (moved.movement !== "refund") return;
    const paid = (await paymentsOfDeal(tx, moved.deal)).find(({ state }) => state === "captured");
    if (!paid) throw new Error(`${moved.deal} refunds, but no payment of it was captured`);
    await requestRefund(tx, { source: "escrow", cause: moved.deal, payment: paid, amount: moved.total }, now);
  },
};

export const addFollow = (tx: Queryable, refund: RefundId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(refund),
    kind: "refund.follow",
    key: `refund.follow:${refund}`,
    payload: { refund },
    runAt,
  });

/**
 * Sends a refund and follows it to its end. A refund is looked up before it is sent again, under the id that it has had from the
 * start; whatever the gateway did with a call that was never answered, it does once.
 */
export const followRefund = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "refund.follow",
  async run(payload, now, attempt) {
    const id = parseId("refund", String(payload.refund));
    const refund = id && (await readRefund(db, id));
    if (!refund || refund.state === "failed") return "done";
    const gateway = gatewayOf(gateways, refund.gateway);
    const neverSent = refund.state === "requested" && attempt === 1;
    const known = neverSent ? NOT_ASKED : await gateway.lookRefund(refund.payment, refund.id);
    if (known.ok) return await recordRefund(db, refund, known.value, now);
    return known.error.kind === "not_found" ? await sendRefund(db, gateway, refund, now) : tryAgain(known.error, now);
  },
});

/** A refund that was never sent is not asked for. */
const NOT_ASKED = refuse({ kind: "not_found" } as const);

async function sendRefund(db: Database, gateway: PaymentGateway, refund: Refund, now: Instant): Promise<JobOutcome> {
  if (refund.state === "succeeded") return "done";
  if (refund.state !== "requested") throw new Error(`${refund.id} is ${refund.state} and the gateway does not know it`);
  const sent = await gateway.refund({
    payment: refund.payment,
    refund: refund.id,
    amount: refund.amount,
    note: `Refund ${refund.deal}`,
  });
  if (sent.ok) return await recordRefund(db, refund, sent.value, now);
  if (sent.error.kind !== "declined") return tryAgain(sent.error, now);
  return await recordRefund(db, refund, { reference: "", status: "failed", amount: refund.amount }, now);
}

async function recordRefund(db: Database, refund: Refund, report: RefundReport, now: Instant): Promise<JobOutcome> {
  if (!equal(report.amount, refund.amount)) throw new Error(`${refund.id}: the gateway refunds another amount`);
  switch (report.status) {
    case "succeeded":
      await end(db, refund, "succeeded", report.reference, confirmed(refund), now);
      return "done";
    case "failed":
      await end(db, refund, "failed", report.reference, toWallet(refund), now);
      return "done";
    default:
      if (refund.state === "requested") await setRefundState(db, refund, "pending", report.reference, now);
      return { again: after(now, followPause(refund, now)) };
  }
}

function followPause(refund: Refund, now: Instant): Duration {
  return now - refund.requestedAt < minutes(10) ? seconds(30) : minutes(30);
}

/** Books the end of a refund, once: whoever finds it already ended writes nothing. */
async function end(
  db: Database,
  refund: Refund,
  state: "succeeded" | "failed",
  reference: string,
  postings: readonly Posting[],
  now: Instant,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (refund.state === state || !(await setRefundState(tx, refund, state, reference || null, now))) return;
    posted(await post(tx, postings, now));
    const payload = {
      refund: refund.id,
      deal: refund.deal,
      buyer: refund.buyer,
      state,
      amount: refund.amount.minor.toString(),
      currency: refund.amount.currency,
    };
    await announce(tx, now, { shard: shardOf(refund.id), topic: "refund.ended", payload });
  });
}

const confirmed = (refund: Refund): Posting[] => [
  {
    shard: shardOf(refund.id),
    key: `refund_confirmed:${refund.id}`,
    kind: "refund_confirmed",
    deal: refund.deal,
    entries: move(accounts.refundsInFlight(refund.gateway), accounts.clearing(refund.gateway), refund.amount),
  },
];

/**
 * A refund that cannot be made becomes the buyer's balance with us, which lives in the buyer's own shard. One that was said to be
 * made has left the money in flight already, and comes back from the gateway.
 */
const toWallet = (refund: Refund): Posting[] => [
  {
    shard: shardOf(refund.id),
    key: `refund_to_wallet:${refund.id}`,
    kind: "refund_to_wallet",
    deal: refund.deal,
    entries: move(whereItIs(refund), accounts.intershard(), refund.amount),
  },
  {
    shard: shardOf(refund.buyer),
    key: `refund_to_wallet:${refund.id}:wallet`,
    kind: "refund_to_wallet",
    deal: refund.deal,
    entries: move(accounts.intershard(), accounts.wallet(refund.buyer), refund.amount),
  },
];

const whereItIs = ({ state, gateway }: Refund): AccountCode =>
  state === "succeeded" ? accounts.clearing(gateway) : accounts.refundsInFlight(gateway);

function posted(verdicts: readonly PostingVerdict[]): void {
  const refused = verdicts.find((verdict) => verdict !== "posted");
  if (refused) throw new Error(`the ledger says ${refused}`);
}
