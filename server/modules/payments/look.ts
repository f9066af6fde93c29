import type { DeadlineKind } from "@amana/core/escrow";
import { parseId, shardOf } from "@amana/core/ids";
import { after, type Duration, days, hours, type Instant, minutes, seconds } from "@amana/core/time";
import { lapseDeadline } from "#modules/escrow";
import type { PaymentReport } from "#ports/payment-gateway";
import type { Database, Queryable } from "#runtime/database";
import { addJob, type JobHandler, type JobOutcome, type Subscription, tryAgain } from "#runtime/work";
import { bookCapture } from "./book-capture.ts";
import { making } from "./calls.ts";
import { lookAtDisputesOf } from "./disputes.ts";
import { addClose, addLook, type Gateways, gatewayOf, paymentIdIn } from "./start-payment.ts";
import { noteEnded, type Payment, paymentsOfDeal, readPayment, setPaymentState } from "./store.ts";

/** A payment that is over is looked at again so long after: gateways capture late, and their webhooks get lost. */
const LATE_LOOKS = [hours(1), hours(6), hours(24), days(3)];

/** How long until an open payment is looked at again when no webhook comes: seconds at first, then every five minutes. */
function pollPause(payment: Payment, now: Instant): Duration {
  return now - payment.openedAt < minutes(5) ? seconds(30) : minutes(5);
}

/**
 * Asks the gateway what has become of a payment. Webhooks, the return of the browser and the poller all end here; nothing else
 * is believed. Looks on while the payment can still be paid, and on fixed days after.
 */
export const lookAtPayment = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "payment.look",
  neverGivenUp: true,
  async run(payload, now) {
    const payment = await readPayment(db, paymentIdIn(payload));
    if (!payment) return "done";
    const report = await gatewayOf(gateways, payment.gateway).look(payment.id);
    if (!report.ok)
      return report.error.kind === "not_found" ? await notThere(db, payment, now) : tryAgain(report.error, now);
    await recordReport(db, payment, report.value, now);
    if (isUndecided(report.value)) return { again: after(now, pollPause(payment, now)) };
    return nextLate(await noteEnded(db, payment.id, now), now);
  },
});

/** What the gateway knows nothing of can still come to it while our own call to open it is under way. */
async function notThere(db: Database, payment: Payment, now: Instant): Promise<JobOutcome> {
  if (payment.state === "open" && now < payment.expiresAt) return { again: after(now, pollPause(payment, now)) };
  if (payment.state === "open") await setPaymentState(db, payment.id, ["open"], "closed");
  return payment.state === "opening" ? "done" : nextLate(await noteEnded(db, payment.id, now), now);
}

function nextLate(endedAt: Instant, now: Instant): JobOutcome {
  const next = LATE_LOOKS.map((wait) => after(endedAt, wait)).find((moment) => moment > now);
  return next === undefined ? "done" : { again: next };
}

/** A deal that is paid or over takes its other unpaid payments with it, so that nobody pays twice or for what cannot be had. */
export const closePayments: Subscription = {
  name: "close payments",
  topic: "deal.moved",
  neverGivenUp: true,
  async hear(tx, payload, now) {
    const deal = parseId("deal", String(payload.deal));
    if (!deal || (payload.to !== "cancelled" && payload.to !== "failed" && payload.movement !== "fund")) return;
    for (const payment of await paymentsOfDeal(tx, deal)) {
      if (payment.state === "opening" || payment.state === "open") await addClose(tx, payment, now);
    }
  },
};

export const closeAtGateway = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "payment.close",
  neverGivenUp: true,
  async run(payload, now) {
    const payment = await readPayment(db, paymentIdIn(payload));
    if (!payment || payment.state === "closed" || payment.state === "failed") return "done";
    const gateway = gatewayOf(gateways, payment.gateway);
    const report = await making(db, payment.id, "close", now, () => gateway.close(payment.id));
    if (report.ok) {
      await recordReport(db, payment, report.value, now);
      if (isUndecided(report.value)) return { again: after(now, seconds(30)) };
    } else if (report.error.kind === "not_found") {
      await setPaymentState(db, payment.id, ["opening", "open"], "closed");
    } else if (report.error.kind !== "declined") {
      return tryAgain(report.error, now);
    }
    await lookAfterEnd(db, payment, now);
    return "done";
  },
});

/** A payment deadline is due, or that of a chargeback: the gateway is asked once more before it acts. */
export const askBeforeLapse: Subscription = {
  name: "ask gateway before lapse",
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
 * Closes every payment of the deal at the gateway and books what turns out to have been paid in time; of a chargeback, books what
 * has become of it. Only when the gateway has said of each that nothing more will come does the deadline act; while it says
 * nothing, the deadline waits for the next asking.
 */
export const askGateway = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "payment.ask",
  async run(payload, now) {
    const deal = parseId("deal", String(payload.deal));
    if (!deal) throw new Error(`no deal in ${JSON.stringify(payload)}`);
    const kind: DeadlineKind = payload.deadline === "chargeback" ? "chargeback" : "payment";
    for (const payment of await paymentsOfDeal(db, deal)) {
      const undecided =
        kind === "payment"
          ? await endPayment(db, gateways, payment, now)
          : await lookAtDisputesOf(db, gateways, payment, now);
      if (undecided) return undecided;
    }
    await lapseDeadline(db, deal, kind, now);
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
  const report =
    looked.ok && looked.value.status === "open"
      ? await making(db, payment.id, "close", now, () => gateway.close(payment.id))
      : looked;
  if (report.ok) {
    await recordReport(db, payment, report.value, now);
    if (isUndecided(report.value)) return { again: after(now, minutes(1)) };
  } else if (report.error.kind === "not_found") {
    await setPaymentState(db, payment.id, ["opening", "open"], "closed");
  } else {
    return tryAgain(report.error, now);
  }
  await lookAfterEnd(db, payment, now);
  return null;
}

async function lookAfterEnd(db: Queryable, payment: Payment, now: Instant): Promise<void> {
  const next = nextLate(await noteEnded(db, payment.id, now), now);
  if (next !== "done") await addLook(db, payment.id, next.again, now);
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
