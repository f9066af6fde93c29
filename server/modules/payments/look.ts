import { type DeadlineKind, isFinal, processOf } from "@amana/core/escrow";
import { type DealId, parseId, shardOf } from "@amana/core/ids";
import { accounts, move, type Posting } from "@amana/core/ledger";
import { after, type Duration, earlier, type Instant, minutes, seconds } from "@amana/core/time";
import { advance, lapseDeadline, readDeal } from "#modules/escrow";
import { post } from "#modules/ledger";
import type { Capture, PaymentReport } from "#ports/payment-gateway";
import type { Database, Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { addJob, type JobHandler, type JobOutcome, type Subscription, tryAgain } from "#runtime/work";
import { requestRefund } from "./refunds.ts";
import { addLook, type Gateways, gatewayOf, paymentIdIn } from "./start-payment.ts";
import { insertCapture, type Payment, paymentsOfDeal, readPayment, setPaymentState, setSuspense } from "./store.ts";

/** How long until an open payment is looked at again when no webhook comes: seconds at first, then every five minutes. */
function pollPause(payment: Payment, now: Instant): Duration {
  return now - payment.openedAt < minutes(5) ? seconds(30) : minutes(5);
}

/**
 * Asks the gateway what has become of a payment. Webhooks, the return of the browser and the poller all end here; nothing else
 * is believed. Looks on while the payment can still be paid.
 */
export const lookAtPayment = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "payment.look",
  async run(payload, now) {
    const payment = await readPayment(db, paymentIdIn(payload));
    if (!payment) return "done";
    const report = await gatewayOf(gateways, payment.gateway).look(payment.id);
    if (!report.ok) return report.error.kind === "not_found" ? "done" : tryAgain(report.error, now);
    await recordReport(db, payment, report.value, now);
    return isUndecided(report.value) ? { again: after(now, pollPause(payment, now)) } : "done";
  },
});

/** A deal that has ended takes its unpaid payments with it, so that nobody pays for what cannot be had. */
export const closePayments: Subscription = {
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const deal = parseId("deal", String(payload.deal));
    if (!deal || (payload.to !== "cancelled" && payload.to !== "failed")) return;
    for (const payment of await paymentsOfDeal(tx, deal)) {
      if (payment.state === "opening" || payment.state === "open") await addClose(tx, payment, now);
    }
  },
};

export const closeAtGateway = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "payment.close",
  async run(payload, now) {
    const payment = await readPayment(db, paymentIdIn(payload));
    if (!payment || payment.state === "closed" || payment.state === "failed") return "done";
    const report = await gatewayOf(gateways, payment.gateway).close(payment.id);
    if (!report.ok) {
      if (report.error.kind !== "not_found" && report.error.kind !== "declined") return tryAgain(report.error, now);
      await addLook(db, payment.id, now, now);
      return "done";
    }
    await recordReport(db, payment, report.value, now);
    return isUndecided(report.value) ? { again: after(now, seconds(30)) } : "done";
  },
});

/** A payment deadline is due: the gateway is asked once more before it acts. */
export const askBeforeLapse: Subscription = {
  topic: "deadline.due",
  async hear(tx, payload, now) {
    const deal = parseId("deal", String(payload.deal));
    if (!deal || payload.whom !== "gateway") return;
    await addJob(tx, now, {
      shard: shardOf(deal),
      kind: "payment.ask",
      key: `payment.ask:${deal}`,
      payload: { deal, deadline: payload.kind },
      runAt: now,
    });
  },
};

/**
 * Closes every payment of the deal at the gateway and books what turns out to have been paid in time. Only when the gateway has
 * said of each that it will not be paid does the deadline act; while it says nothing, the deadline waits for the next asking.
 */
export const askGateway = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "payment.ask",
  async run(payload, now) {
    const deal = parseId("deal", String(payload.deal));
    if (!deal) throw new Error(`no deal in ${JSON.stringify(payload)}`);
    for (const payment of await paymentsOfDeal(db, deal)) {
      const undecided = await endPayment(db, gateways, payment, now);
      if (undecided) return undecided;
    }
    await lapseDeadline(db, deal, "payment" satisfies DeadlineKind, now);
    return "done";
  },
});

/** Ends a live payment at its gateway; the answer says when to ask again where the gateway leaves it open, null where it is over. */
async function endPayment(
  db: Database,
  gateways: Gateways,
  payment: Payment,
  now: Instant,
): Promise<Exclude<JobOutcome, "done"> | null> {
  if (payment.state !== "opening" && payment.state !== "open") return null;
  const gateway = gatewayOf(gateways, payment.gateway);
  const looked = await gateway.look(payment.id);
  const report = looked.ok && looked.value.status === "open" ? await gateway.close(payment.id) : looked;
  if (report.ok) {
    await recordReport(db, payment, report.value, now);
    return isUndecided(report.value) ? { again: after(now, minutes(1)) } : null;
  }
  if (report.error.kind !== "not_found") return tryAgain(report.error, now);
  await setPaymentState(db, payment.id, ["opening", "open"], "closed");
  return null;
}

/** Books every capture that we have not seen before, each in a transaction of its own; a payment that can no longer serve is ended. */
export async function recordReport(db: Database, payment: Payment, report: PaymentReport, now: Instant): Promise<void> {
  for (const capture of report.captures) await db.transaction((tx) => bookCapture(tx, payment, capture, now));
  if (report.status === "closed") await setPaymentState(db, payment.id, ["opening", "open"], "closed");
  if (report.status === "paid" && !isUndecided(report))
    await setPaymentState(db, payment.id, ["opening", "open"], "failed");
}

/** May still be paid, or is said to be paid and the money does not show yet. */
const isUndecided = ({ status, captures }: PaymentReport): boolean =>
  status === "open" || status === "unclear" || (status === "paid" && captures.length === 0);

/** Money that came in goes to the escrow of its deal when it is in time and exactly right; any other to suspense, and back. */
async function bookCapture(tx: Queryable, payment: Payment, capture: Capture, now: Instant): Promise<void> {
  const id = await insertCapture(tx, newIdBeside("capture", now, payment.deal), payment, capture);
  if (!id) return;
  const funded = await advance(
    tx,
    payment.deal,
    {
      name: "payment_captured",
      by: "gateway",
      at: earlier(capture.capturedAt, now),
      payment: { gateway: payment.gateway, amount: capture.amount },
    },
    now,
    { key: `capture:${payment.gateway}:${capture.reference}` },
  );
  if (funded.ok) {
    await setPaymentState(tx, payment.id, ["opening", "open", "closed", "failed"], "captured");
    return;
  }
  await setSuspense(tx, id, await whyUnmatched(tx, payment.deal, funded.error));
  const unmatched: Posting = {
    shard: shardOf(id),
    key: `unmatched:${id}`,
    kind: "unmatched",
    deal: payment.deal,
    entries: move(accounts.clearing(payment.gateway), accounts.suspense(payment.gateway), capture.amount),
  };
  await post(tx, [unmatched], now);
  await requestRefund(tx, { source: "suspense", cause: id, payment, amount: capture.amount }, now);
}

async function whyUnmatched(tx: Queryable, id: DealId, refusal: string): Promise<string> {
  const deal = await readDeal(tx, id);
  const over = deal !== null && isFinal(processOf(deal.process, deal.processVersion), deal.state);
  return refusal === "amount_differs" ? "wrong_amount" : refusal === "deadline_passed" || over ? "late" : "paid_twice";
}

const addClose = (tx: Queryable, payment: Payment, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(payment.id),
    kind: "payment.close",
    key: `payment.close:${payment.id}`,
    payload: { payment: payment.id },
    runAt: now,
  });
