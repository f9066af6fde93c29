import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { hours, seconds } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { DEFAULT_RECONCILIATION, fetchAndReconcile } from "../../server/modules/reconciliation/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { buyersBankOf } from "../money/buyers-bank.ts";
import { webhook } from "../money/gateway.ts";
import { START } from "../money/world.ts";
import { createGround, type Ground, type Stall } from "./ground.ts";

let ground: Ground;
let stalls: readonly [Stall, Stall, Stall];

beforeEach(async () => {
  ground = await createGround();
  const prices = [29_900n, 15_000n, 7_777n].map((minor) => money(minor, "INR"));
  const [one, two, three] = await Promise.all(prices.map((price) => ground.stall(10, price)));
  if (!one || !two || !three) throw new Error("three stalls");
  stalls = [one, two, three];
});
afterEach(() => ground.close());

const suspense = () => ground.world.balance("suspense:testpay");
const clearing = () => ground.world.balance("clearing:testpay");

/** What the gateway's statement says differs from the books. */
async function differences(): Promise<readonly string[]> {
  await ground.world.pass(hours(6));
  ground.statement.look();
  const period = { from: START, until: ground.world.now() };
  await ground.world.pass(hours(48));
  const run = await fetchAndReconcile(
    ground.world.db,
    DEFAULT_RECONCILIATION,
    ground.statement,
    period,
    ground.world.now(),
  );
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  const rows = await ground.world.owner.query<{ class: string; reasons: string[] }>(
    "select class, reasons from reconciliation.difference",
  );
  return rows.map((one) => [one.class, ...one.reasons].join(" "));
}

describe("three sellers are paid by one payment", () => {
  test("each of them has his part in escrow, and the gateway's one line is what the books say came in", async () => {
    const { purchase, orders, payment } = await ground.paid(stalls);
    expect(await ground.states(orders)).toEqual(["escrow_locked", "escrow_locked", "escrow_locked"]);
    const held = await Promise.all(orders.map(ground.held));
    expect(held).toEqual(orders.map(({ terms }) => terms.total.minor));
    const total = held.reduce((sum, one) => sum + one, 0n);
    expect(purchase.total).toEqual({ amount: Number(total), currency: "INR" });
    expect(await clearing()).toBe(-total);
    expect(ground.world.gateway.payments.get(payment)?.amount.minor).toBe(total);
    const { body } = await ground.ask("buyer", "GET", `/purchases/${purchase.id}`);
    expect(body).toMatchObject({ due: { amount: 0 }, actions: [], payment: { id: payment, status: "captured" } });
    expect(body.orders.map((order: { status: string }) => order.status)).toEqual(Array(3).fill("escrow_locked"));
    expect(await ground.world.books()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test("told a hundred times at once it is booked once", async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const payment = await ground.paymentFor(purchase.id);
    ground.world.gateway.pay(payment);
    const { db, parts, now } = ground.world;
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        await receiveWebhook(db, parts.gateways, "testpay", webhook({ payment }, `event-${n % 10}`), now());
        if (n % 10 === 0) await ground.world.settle();
      }),
    );
    await ground.world.settle();
    expect(await ground.states(orders)).toEqual(["escrow_locked", "escrow_locked", "escrow_locked"]);
    expect(await ground.world.owner.query("select from ledger.posting where kind = 'fund'")).toHaveLength(3);
    expect(await ground.world.books()).toEqual([]);
  });

  test("a seller sees his own part of the payment, and nothing of the others'", async () => {
    const { orders } = await ground.paid(stalls);
    const [first] = orders;
    if (!first) throw new Error("no order");
    await startSession(ground.world.db, first.seller, ground.world.now(), "seller");
    const { body } = await ground.ask("seller", "GET", `/orders/${first.id}`);
    expect(body.payment.amount.amount).toBe(Number(first.terms.total.minor));
  });
});

test("case 90: nobody of the staff explains a difference about a payment of which a part was his own", async () => {
  const { payment } = await ground.paid(stalls);
  const { world } = ground;
  const line = newRootId("statementLine", world.now());
  const difference = newRootId("difference", world.now());
  await world.owner.query(
    `insert into reconciliation.line (id, gateway, kind, reference, currency, amount, fee, tax, happened_at, occurrence, our_id, first_seen_at)
     values ($1, 'testpay', 'capture', 'another', 'INR', 500, 0, 0, now(), 1, $2, now())`,
    [uuidOf(line), payment],
  );
  await world.owner.query(
    `insert into reconciliation.difference (id, gateway, line_id, class, reasons, happened_at, found_at, state)
     values ($1, 'testpay', $2, 'missing_here', '{}', now(), now(), 'open')`,
    [uuidOf(difference), uuidOf(line)],
  );
  for (const [place, { seller }] of stalls.entries()) {
    await world.owner.query(`update identity."user" set roles = '{user,finance}' where id = $1`, [uuidOf(seller)]);
    await startSession(world.db, seller, world.now(), `staff-${place}`);
    const path = `/finance/differences/${difference}/explain/preview`;
    const { status } = await ground.ask(`staff-${place}`, "POST", path, { counterpart: "suspense" });
    expect(status).toBe(403);
  }
});

describe("one seller calls off", () => {
  test("after the payment: his part alone goes back", async () => {
    const { orders } = await ground.paid(stalls);
    const [first, second, third] = orders;
    if (!first || !second || !third) throw new Error("three orders");
    await ground.world.give(second, "cancel", "seller");
    await ground.world.settle();
    expect(await ground.states(orders)).toEqual(["escrow_locked", "cancelled", "escrow_locked"]);
    expect(ground.world.gateway.refunds.map(({ amount }) => amount)).toEqual([second.terms.total]);
    expect(await ground.world.refunds(first)).toEqual([]);
    expect(await ground.world.books()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test("before the payment: the open payment is closed, and the rest is paid by another one", async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const before = await ground.paymentFor(purchase.id);
    const [, second] = orders;
    if (!second) throw new Error("three orders");
    await ground.world.give(second, "cancel", "buyer");
    const early = await ground.ask("buyer", "POST", `/purchases/${purchase.id}/payment`, {});
    expect([early.status, early.body.code]).toEqual([409, "PAYMENT_CLOSING"]);
    const payment = await ground.paymentFor(purchase.id);
    expect(payment).not.toBe(before);
    expect(ground.world.gateway.payments.get(before)?.status).toBe("closed");
    const rest = purchase.total.amount - Number(second.terms.total.minor);
    expect(ground.world.gateway.payments.get(payment)?.amount.minor).toBe(BigInt(rest));
    ground.world.gateway.pay(payment);
    await ground.world.look(payment);
    expect(await ground.states(orders)).toEqual(["escrow_locked", "cancelled", "escrow_locked"]);
    expect(await ground.world.books()).toEqual([]);
  });

  test("in the moment in which all of it is paid: his part goes back, the others are held", async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const payment = await ground.paymentFor(purchase.id);
    const [first] = orders;
    if (!first) throw new Error("three orders");
    ground.world.gateway.pay(payment);
    await ground.world.give(first, "cancel", "seller");
    await ground.world.look(payment);
    expect(await ground.states(orders)).toEqual(["cancelled", "escrow_locked", "escrow_locked"]);
    expect(ground.world.gateway.refunds.map(({ amount }) => amount)).toEqual([first.terms.total]);
    expect(await suspense()).toBe(0n);
    expect(await ground.world.books()).toEqual([]);
    expect(await differences()).toEqual([]);
  });
});

describe("money that does not fit", () => {
  test("case 7: one unit less goes back whole, and nobody's order is paid", async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const payment = await ground.paymentFor(purchase.id);
    const amount = money(BigInt(purchase.total.amount) - 1n, "INR");
    ground.world.gateway.pay(payment, { amount });
    await ground.world.look(payment);
    expect(await ground.states(orders)).toEqual(Array(3).fill("payment_pending"));
    expect(ground.world.gateway.refunds.map((refund) => refund.amount)).toEqual([amount]);
    expect(await ground.world.books()).toEqual([]);
  });

  test("case 8: exactly what one of the orders costs pays none of them", async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const payment = await ground.paymentFor(purchase.id);
    const amount = orders[0]?.terms.total;
    if (!amount) throw new Error("three orders");
    ground.world.gateway.pay(payment, { amount });
    await ground.world.look(payment);
    expect(await ground.states(orders)).toEqual(Array(3).fill("payment_pending"));
    expect(ground.world.gateway.refunds.map((refund) => refund.amount)).toEqual([amount]);
    expect(await ground.world.books()).toEqual([]);
  });

  test("case 10: that comes after the time to pay is over goes back as one, and the orders stay cancelled", async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const payment = await ground.paymentFor(purchase.id);
    await ground.world.pass(hours(1));
    expect(await ground.states(orders)).toEqual(Array(3).fill("cancelled"));
    ground.world.gateway.pay(payment);
    await ground.world.look(payment);
    expect(ground.world.gateway.refunds.map(({ amount }) => Number(amount.minor))).toEqual([purchase.total.amount]);
    expect(await ground.world.owner.query("select why from payments.capture")).toEqual([{ why: "late" }]);
    expect(await ground.world.books()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test("case 11: a second payment of the same goes back whole", async () => {
    const { purchase, payment } = await ground.paid(stalls);
    ground.world.gateway.pay(payment);
    await ground.world.look(payment);
    expect(ground.world.gateway.refunds.map(({ amount }) => Number(amount.minor))).toEqual([purchase.total.amount]);
    expect(await ground.world.books()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test("case 11: one of the orders is paid from the wallet in the meantime: its part goes back to the gateway", async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const payment = await ground.paymentFor(purchase.id);
    const [first] = orders;
    if (!first) throw new Error("three orders");
    await buyersBankOf(() => ground.world).credit(ground.world.buyer, first.terms.total.minor);
    ground.world.gateway.pay(payment);
    ground.world.jump(seconds(1));
    const { status } = await ground.ask("buyer", "POST", `/orders/${first.id}/payment`, { method: "wallet" });
    expect(status).toBe(201);
    await ground.world.look(payment);
    expect(await ground.states(orders)).toEqual(Array(3).fill("escrow_locked"));
    expect(ground.world.gateway.refunds.map(({ amount }) => amount)).toEqual([first.terms.total]);
    const refunded = await ground.world.give(first, "cancel", "seller");
    expect(refunded.ok).toBe(true);
    await ground.world.settle();
    expect(await ground.world.balance(`wallet:${ground.world.buyer}`), "what came from there goes back there").toBe(
      first.terms.total.minor,
    );
    expect(ground.world.gateway.refunds).toHaveLength(1);
  });

  test("an unpaid purchase expires: all stock is given back", async () => {
    const { orders } = await ground.bought(stalls);
    expect(await Promise.all(stalls.map(({ product }) => ground.world.stockOf(product)))).toEqual([9, 9, 9]);
    await ground.world.pass(hours(2));
    expect(await ground.states(orders)).toEqual(Array(3).fill("cancelled"));
    expect(await Promise.all(stalls.map(({ product }) => ground.world.stockOf(product)))).toEqual([10, 10, 10]);
    expect(await ground.world.books()).toEqual([]);
  });
});
