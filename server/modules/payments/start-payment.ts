import type { Deal } from "@amana/core/escrow";
import { type DealId, type PaymentId, parseId, shardOf } from "@amana/core/ids";
import { add } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, at, type Instant, seconds } from "@amana/core/time";
import { readDeal } from "#modules/escrow";
import { readUser } from "#modules/identity";
import type { CallRefusal } from "#ports/call";
import type { OpenPayment, PaymentGateway } from "#ports/payment-gateway";
import type { Database, Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { addJob, type JobHandler, tryAgain } from "#runtime/work";
import { making } from "./calls.ts";
import {
  insertParts,
  insertPayment,
  type Part,
  type Payment,
  partsOf,
  paymentsOfDeal,
  readPayment,
  setPaymentOpen,
  setPaymentState,
} from "./store.ts";

export type Gateways = readonly PaymentGateway[];

export type StartRefusal = "not_payable" | "no_gateway" | "short_of_money" | "being_closed";

/**
 * Begins a payment of a deal, or answers with the one that is under way. The gateway is called by a worker after the commit;
 * until it has answered, the payment is `opening`.
 */
export const startPayment = (
  db: Database,
  gateways: Gateways,
  deal: Deal,
  returnUrl: string,
  now: Instant,
): Promise<Result<Payment, StartRefusal>> => startFor(db, gateways, [deal], returnUrl, now, goOnWith);

/**
 * The same for all of these deals that wait for money, at once: deals of one buyer in one currency. A payment under way that is for
 * others than them is closed first.
 */
export const startJointPayment = (
  db: Database,
  gateways: Gateways,
  deals: readonly Deal[],
  returnUrl: string,
  now: Instant,
): Promise<Result<Payment, StartRefusal>> => startFor(db, gateways, deals, returnUrl, now, goOnWithAll);

type GoOn = (tx: Queryable, live: readonly Payment[], deals: readonly Deal[], now: Instant) => Promise<Payment | null>;

async function startFor(
  db: Database,
  gateways: Gateways,
  deals: readonly Deal[],
  returnUrl: string,
  now: Instant,
  goOn: GoOn,
): Promise<Result<Payment, StartRefusal>> {
  const waiting = deals.filter((deal) => isPayable(deal, now)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = waiting;
  if (!first) return refuse("not_payable");
  const gateway = gateways.find(({ currencies }) => currencies.includes(first.total.currency));
  if (!gateway) return refuse("no_gateway");

  return await db.transaction(async (tx) => {
    for (const { id } of waiting) await lockPaying(tx, id);
    const live = await livePayments(tx, waiting);
    if (live.length > 0) {
      const current = await goOn(tx, live, waiting, now);
      return current ? ok(current) : refuse("being_closed");
    }
    const payment = newPayment(first, waiting, gateway.name, returnUrl, now);
    if (!(await insertPayment(tx, payment))) throw new Error(`${first.id} has a live payment that nobody finds`);
    if (waiting.length > 1) await insertParts(tx, payment, waiting.map(partOf));
    await addJob(tx, now, {
      shard: shardOf(payment.id),
      kind: "payment.open",
      key: `payment.open:${payment.id}`,
      payload: { payment: payment.id },
      runAt: now,
    });
    return ok(payment);
  });
}

/** Those that can still be paid, or have been, each once. */
async function livePayments(tx: Queryable, deals: readonly Deal[]): Promise<Payment[]> {
  const found = new Map<PaymentId, Payment>();
  for (const { id } of deals) for (const one of await paymentsOfDeal(tx, id)) found.set(one.id, one);
  return [...found.values()].filter(({ state }) => state !== "closed" && state !== "failed");
}

const partOf = ({ id, total }: Deal): Part => ({ deal: id, amount: total });

function newPayment(
  { id, buyer }: Deal,
  deals: readonly Deal[],
  gateway: string,
  returnUrl: string,
  now: Instant,
): Payment {
  const ends = deals.flatMap(({ deadline }) => (deadline ? [deadline.dueAt] : []));
  return {
    ...{ id: newIdBeside("payment", now, id), deal: id, buyer, gateway, returnUrl },
    amount: deals.map(({ total }) => total).reduce(add),
    state: "opening",
    reference: null,
    next: null,
    openedAt: now,
    expiresAt: at(Math.min(...ends)),
  };
}

const isPayable = ({ deadline }: Deal, now: Instant): boolean => deadline?.kind === "payment" && now < deadline.dueAt;

/** One at a time begins to pay a deal, alone or with others. */
const lockPaying = (tx: Queryable, deal: DealId): Promise<unknown> =>
  tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`paying:${deal}`]);

/** Unless some of what it is for can no longer be paid: then it is on its way to be closed. */
async function goOnWith(tx: Queryable, live: readonly Payment[], _: unknown, now: Instant): Promise<Payment | null> {
  const [payment] = live;
  if (!payment) return null;
  const parts = await partsOf(tx, payment);
  if (parts.length === 1) return payment;
  for (const { deal } of parts) {
    const found = await readDeal(tx, deal);
    if (!found || !isPayable(found, now)) return null;
  }
  return payment;
}

async function goOnWithAll(
  tx: Queryable,
  live: readonly Payment[],
  deals: readonly Deal[],
  now: Instant,
): Promise<Payment | null> {
  const [first] = live;
  const paid = first && live.length === 1 ? (await partsOf(tx, first)).map(({ deal }) => deal) : [];
  if (first && paid.length === deals.length && deals.every(({ id }) => paid.includes(id))) return first;
  for (const payment of live) if (payment.state !== "captured") await addClose(tx, payment, now);
  return null;
}

export const addClose = (tx: Queryable, payment: Payment, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(payment.id),
    kind: "payment.close",
    key: `payment.close:${payment.id}`,
    payload: { payment: payment.id },
    runAt: now,
  });

/** Opens the payment at the gateway under our own id, as often as needed: the gateway makes one of it. */
export const openAtGateway = (
  db: Database,
  gateways: Gateways,
  notifyUrl: (gateway: string) => string,
): JobHandler => ({
  kind: "payment.open",
  neverGivenUp: true,
  async run(payload, now) {
    const payment = await readPayment(db, paymentIdIn(payload));
    if (payment?.state !== "opening") return "done";
    const buyer = await readUser(db, payment.buyer);
    if (!buyer) throw new Error(`${payment.id} has no buyer`);
    const request: OpenPayment = {
      payment: payment.id,
      amount: payment.amount,
      buyer: { id: buyer.id, name: buyer.name, email: buyer.email, phone: buyer.phone },
      returnUrl: payment.returnUrl,
      notifyUrl: notifyUrl(payment.gateway),
      expiresAt: payment.expiresAt,
    };
    const gateway = gatewayOf(gateways, payment.gateway);
    const opened = await making(db, payment.id, "open", now, () => gateway.open(request));
    if (!opened.ok) return await notOpened(db, payment, opened.error, now);
    await db.transaction(async (tx) => {
      await setPaymentOpen(tx, payment.id, opened.value.reference, opened.value.next);
      await addLook(tx, payment.id, after(now, seconds(30)), now);
    });
    return "done";
  },
});

async function notOpened(
  db: Database,
  payment: Payment,
  refusal: CallRefusal,
  now: Instant,
): Promise<"done" | { again: Instant }> {
  if (refusal.kind === "declined") {
    await setPaymentState(db, payment.id, ["opening"], "failed");
    return "done";
  }
  if (now >= payment.expiresAt) {
    await setPaymentState(db, payment.id, ["opening"], "closed");
    return "done";
  }
  return tryAgain(refusal, now);
}

export const addLook = (
  tx: Parameters<typeof addJob>[0],
  payment: PaymentId,
  runAt: Instant,
  now: Instant,
): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(payment),
    kind: "payment.look",
    key: lookKey(payment),
    payload: { payment },
    runAt,
  });

export const lookKey = (payment: string): string => `payment.look:${payment}`;

export function gatewayOf(gateways: Gateways, name: string): PaymentGateway {
  const gateway = gateways.find((one) => one.name === name);
  if (!gateway) throw new Error(`no gateway ${name}`);
  return gateway;
}

export function paymentIdIn(payload: Record<string, unknown>): PaymentId {
  const id = parseId("payment", String(payload.payment));
  if (!id) throw new Error(`no payment in ${JSON.stringify(payload)}`);
  return id;
}
