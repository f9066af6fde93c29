import { type DealId, type PaymentId, shardOf } from "@amana/core/ids";
import { add, allot, type Money, money, subtract, zero } from "@amana/core/money";
import { after, at, days, earlier, hours, type Instant, minutes } from "@amana/core/time";
import { readDeal } from "#modules/escrow";
import type { DisputeReport } from "#ports/payment-gateway";
import type { Database, Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { addJob, announce, type JobHandler, type JobOutcome, tryAgain } from "#runtime/work";
import { type CaptureInQuestion, capturesInQuestion } from "./capture-store.ts";
import { type Chargeback, insertChargeback, lockChargeback, saveChargeback } from "./chargeback-store.ts";
import { bookLost, bookWon, takeEffect, toStaff } from "./chargebacks.ts";
import { refundsOfDeal } from "./refund-store.ts";
import { type Gateways, paymentIdIn } from "./start-payment.ts";
import { type Payment, partsOf, readPayment } from "./store.ts";

/** How often an open chargeback is asked after when no webhook comes. */
const PAUSE = hours(6);

export const addDisputes = (tx: Queryable, payment: PaymentId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(payment),
    kind: "payment.disputes",
    key: disputesKey(payment),
    payload: { payment },
    runAt,
  });

export const disputesKey = (payment: string): string => `payment.disputes:${payment}`;

/**
 * When a gateway that can be asked is asked about each payment although it has told us of no chargeback, counted from the payment:
 * often while the deal may hold the money, and until the banks' usual 120 days are over.
 */
const SEARCHES = [days(1), days(3), days(7), days(30), days(75), days(120)];

/** The next of those days; null when all of them are over. */
export const nextSearch = ({ openedAt }: Payment, now: Instant): Instant | null =>
  SEARCHES.map((wait) => after(openedAt, wait)).find((day) => day > now) ?? null;

/** Asks the gateway which chargebacks there are of a payment, and does to the money what each of them does. */
export const lookAtDisputes = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "payment.disputes",
  neverGivenUp: true,
  async run(payload, now) {
    const payment = await readPayment(db, paymentIdIn(payload));
    if (!payment) return "done";
    const undecided = await lookAtDisputesOf(db, gateways, payment, now);
    const search = canBeAsked(gateways, payment) ? nextSearch(payment, now) : null;
    const moments = [undecided?.again, search].filter((moment) => moment != null);
    return moments.length > 0 ? { again: at(Math.min(...moments)) } : "done";
  },
});

const canBeAsked = (gateways: Gateways, { gateway }: Payment): boolean =>
  gateways.find(({ name }) => name === gateway)?.lookDisputes !== undefined;

/** When to ask again where something is undecided; null where all of them are over, or where there are none. */
export async function lookAtDisputesOf(
  db: Database,
  gateways: Gateways,
  payment: Payment,
  now: Instant,
): Promise<Exclude<JobOutcome, "done"> | null> {
  const gateway = gateways.find(({ name }) => name === payment.gateway);
  if (!gateway?.lookDisputes) return null;
  const looked = await gateway.lookDisputes(payment.id);
  if (!looked.ok) return looked.error.kind === "not_found" ? null : tryAgain(looked.error, now);
  const waits: Instant[] = [];
  const deals = (await partsOf(db, payment)).map(({ deal }) => deal);
  for (const report of looked.value)
    for (const next of await followReport(db, { payment, deals, report }, now)) if (next !== null) waits.push(next);
  return waits.length > 0 ? { again: at(Math.min(...waits)) } : null;
}

/** In words that we have met. */
type Told = Omit<DisputeReport, "status"> & { readonly status: Exclude<DisputeReport["status"], "unclear"> };

type Asked = { readonly payment: Payment; readonly deals: readonly DealId[]; readonly report: DisputeReport };

/** Of a payment for several deals each has a chargeback of its own, over its share of what is asked back. When to ask again about each. */
async function followReport(db: Database, asked: Asked, now: Instant): Promise<(Instant | null)[]> {
  const { payment, report } = asked;
  const { status } = report;
  if (status === "unclear") return [after(now, hours(1))];
  const known = await db.transaction((tx) => knownOf(tx, asked, now));
  if (known.length === 0) return [after(now, minutes(1))];
  const waits: (Instant | null)[] = [];
  for (const [place, share] of sharesOf({ ...report, status }, known).entries()) {
    const deal = known[place]?.deal;
    if (deal) waits.push(await db.transaction((tx) => follow(tx, deal, payment.gateway, share, now)));
  }
  return waits;
}

/** What is asked back of each: their own amounts where they are the whole, else in proportion to them. */
const sharesOf = (report: Told, known: readonly Pick<Chargeback, "amount">[]): Told[] =>
  allot(
    report.amount,
    known.map(({ amount }) => amount.minor),
  ).map((amount) => ({ ...report, amount }));

/** The chargebacks of that number, noted where they are new; none while the money that is asked back has not been recorded as having come. */
async function knownOf(tx: Queryable, { payment, deals, report }: Asked, now: Instant): Promise<Chargeback[]> {
  const known: Chargeback[] = [];
  for (const deal of deals) {
    const one = await lockChargeback(tx, deal, payment.gateway, report.reference);
    if (one) known.push(one);
  }
  return known.length > 0 ? known : await noted(tx, { payment, deals, report }, now);
}

/** One chargeback, in one transaction and under its own lock: given its effect, and its outcome booked once. */
async function follow(
  tx: Queryable,
  deal: DealId,
  gateway: string,
  report: Told,
  now: Instant,
): Promise<Instant | null> {
  const known = await lockChargeback(tx, deal, gateway, report.reference);
  if (!known) throw new Error(`${report.reference} was noted and is not there`);
  const chargeback = await reopened(tx, await kept(tx, known, report, now), report, now);
  if (chargeback.booked !== null) return await lateWin(tx, chargeback, report, now);
  const effective = chargeback.effect === null ? await takeEffect(tx, chargeback, report, now) : chargeback;
  if (effective.effect === null) return after(now, report.takesMoney ? minutes(30) : PAUSE);
  if (chargeback.effect === null) await tell(tx, effective, now);
  return report.status === "open" ? after(now, PAUSE) : await decide(tx, effective, report.status, now);
}

/** One for each deal that has got something of the money, over its share of what is asked back; one whose share is nothing has none. */
async function noted(tx: Queryable, { payment, deals, report }: Asked, now: Instant): Promise<Chargeback[]> {
  const captures = await capturesInQuestion(tx, payment.id, deals, report.capture);
  const shares = await sharesAtStake(tx, captures, report.amount);
  const chargebacks: Chargeback[] = [];
  for (const [place, capture] of captures.entries()) {
    const amount = shares[place];
    if (amount && amount.minor > 0n)
      chargebacks.push(await notedOver(tx, payment, capture, { ...report, amount }, now));
  }
  return chargebacks;
}

/**
 * What has gone back to the buyer already is not asked of anybody again while the rest covers it: the bank's amount is allotted to what
 * each deal has kept, and only what is more than all of that to what was given back.
 */
async function sharesAtStake(tx: Queryable, captures: readonly CaptureInQuestion[], asked: Money): Promise<Money[]> {
  if (captures.length < 2) return captures.map(() => asked);
  const kept: bigint[] = [];
  for (const { deal, disposition, amount } of captures)
    kept.push(disposition === "escrow" ? amount.minor - (await givenBackOf(tx, deal)) : 0n);
  const whole = captures.map(({ amount }) => amount.minor);
  const first = money(least(asked.minor, sum(kept)), asked.currency);
  const beyond = subtract(asked, first);
  const ofKept = first.minor > 0n ? allot(first, kept) : whole.map(() => first);
  const gone = whole.map((amount, place) => amount - (kept[place] ?? 0n));
  const ofGone = beyond.minor > 0n ? allot(beyond, sum(gone) > 0n ? gone : whole) : whole.map(() => beyond);
  return ofKept.map((share, place) => add(share, ofGone[place] ?? zero(asked.currency)));
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const givenBackOf = async (tx: Queryable, deal: DealId): Promise<bigint> =>
  sum((await refundsOfDeal(tx, deal)).filter(({ source }) => source === "escrow").map(({ amount }) => amount.minor));

async function notedOver(
  tx: Queryable,
  payment: Payment,
  capture: CaptureInQuestion,
  report: DisputeReport,
  now: Instant,
): Promise<Chargeback> {
  const deal = await readDeal(tx, capture.deal);
  if (!deal) throw new Error(`${capture.id} is for no deal`);
  const chargeback: Chargeback = {
    id: newIdBeside("chargeback", now, deal.id),
    payment: payment.id,
    deal: deal.id,
    buyer: payment.buyer,
    seller: deal.seller,
    gateway: payment.gateway,
    reference: report.reference,
    cause: capture.disposition === "escrow" ? deal.id : capture.id,
    amount: report.amount,
    state: "opened",
    effect: null,
    takesMoney: report.takesMoney,
    round: 1,
    fromSeller: zero(report.amount.currency),
    fromPlatform: zero(report.amount.currency),
    reason: report.reason,
    openedAt: earlier(report.openedAt ?? now, now),
    respondBy: report.respondBy,
    booked: null,
  };
  await insertChargeback(tx, chargeback);
  return chargeback;
}

/** An inquiry becomes a chargeback, and the day until which we may answer moves. */
async function kept(tx: Queryable, chargeback: Chargeback, report: DisputeReport, now: Instant): Promise<Chargeback> {
  const { takesMoney, respondBy } = report;
  if (takesMoney === chargeback.takesMoney && respondBy === chargeback.respondBy) return chargeback;
  const changed = { ...chargeback, takesMoney, respondBy };
  await saveChargeback(tx, changed, now);
  return changed;
}

/** A bank that has lost may ask again in a further stage: then it all begins anew. */
async function reopened(
  tx: Queryable,
  chargeback: Chargeback,
  report: DisputeReport,
  now: Instant,
): Promise<Chargeback> {
  if (chargeback.booked !== "won" || report.status !== "open") return chargeback;
  const none = zero(chargeback.amount.currency);
  const again: Chargeback = {
    ...chargeback,
    state: "opened",
    effect: null,
    booked: null,
    round: chargeback.round + 1,
    amount: report.amount,
    fromSeller: none,
    fromPlatform: none,
  };
  await saveChargeback(tx, again, now);
  return again;
}

/** Null once the outcome is booked, else when to try again. */
async function decide(
  tx: Queryable,
  chargeback: Chargeback,
  outcome: "won" | "lost",
  now: Instant,
): Promise<Instant | null> {
  const told = chargeback.state === outcome ? chargeback : { ...chargeback, state: outcome };
  if (told !== chargeback) {
    await saveChargeback(tx, told, now);
    await tell(tx, told, now);
  }
  const booked = outcome === "won" ? await bookWon(tx, told, now) : await bookLost(tx, told, now);
  if (!booked) return after(now, hours(1));
  await saveChargeback(tx, { ...booked, booked: outcome }, now);
  return null;
}

/** A bank that gives back what was booked as lost: it is in suspense until staff say whose it is. */
async function lateWin(tx: Queryable, chargeback: Chargeback, report: DisputeReport, now: Instant): Promise<null> {
  if (chargeback.booked !== "lost" || report.status !== "won") return null;
  const won: Chargeback = { ...chargeback, state: "won", booked: "won" };
  await toStaff(tx, won, chargeback.amount, now);
  await saveChargeback(tx, won, now);
  await tell(tx, won, now);
  return null;
}

async function tell(tx: Queryable, chargeback: Chargeback, now: Instant): Promise<void> {
  const { id, deal, buyer, seller, state, effect, amount, fromSeller, round } = chargeback;
  await announce(tx, now, {
    shard: shardOf(id),
    topic: "chargeback.changed",
    payload: {
      chargeback: id,
      deal,
      buyer,
      seller,
      state,
      effect,
      round,
      amount: amount.minor.toString(),
      fromSeller: fromSeller.minor.toString(),
      currency: amount.currency,
    },
  });
}
