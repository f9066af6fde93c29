import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { shardOf } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { type Money, money } from "../../core/money/index.ts";
import { minutes } from "../../core/time/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { payFromWallet } from "../../server/modules/payments/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { declined } from "./faults.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase({ connections: 30 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

const balance = () => world.balance(`wallet:${world.buyer}`);

/** A buyer whose refund could not be made has a balance: here of so many orders. */
async function withBalance(orders = 1): Promise<Money> {
  world.gateway.calls.order("refund", ...Array.from({ length: orders }, () => declined));
  for (const order of await world.manyPaid(orders)) await world.give(order, "cancel", "buyer");
  await world.settle();
  return money(await balance(), "INR");
}

async function pay(order: Order) {
  const deal = await world.deal(order.deal);
  return await payFromWallet(world.db, deal, "https://amana.example.test/paid", world.now());
}

test("an order is paid from the buyer's balance at once, and goes its way to the seller", async () => {
  await withBalance();
  const order = await world.order();
  const paid = await pay(order);
  expect(paid).toMatchObject({ ok: true, value: { gateway: "wallet", state: "captured" } });
  await world.settle();
  expect([await world.stateOf(order), await balance()]).toEqual(["escrow_locked", 0n]);
  await world.dispatch(order);
  await world.settle();
  await world.give(order, "confirm_receipt", "buyer");
  await world.settle();
  expect((await world.payout(order))?.state).toBe("paid");
  expect(await world.books()).toEqual([]);
});

test("a balance that does not cover the order pays nothing of it", async () => {
  const had = await withBalance();
  const order = await world.order({ quantity: 2 });
  expect(await pay(order)).toEqual({ ok: false, error: "short_of_money" });
  expect([await world.stateOf(order), await balance(), await world.payments(order)]).toEqual([
    "payment_pending",
    had.minor,
    [],
  ]);
  await world.settle();
  expect(await world.books()).toEqual([]);
});

test("a hundred clicks at once pay once, and every one of them is answered with that payment", async () => {
  await withBalance(2);
  const order = await world.order();
  const answers = await Promise.all(Array.from({ length: 100 }, () => pay(order)));
  expect(new Set(answers.map((answer) => (answer.ok ? answer.value.id : answer.error))).size).toBe(1);
  expect(answers[0]?.ok).toBe(true);
  await world.settle();
  expect(await balance()).toBe(order.terms.total.minor);
  expect(await world.books()).toEqual([]);
});

test("case 36: one balance and twenty orders at once pay exactly one", async () => {
  await withBalance();
  const orders = await Promise.all(Array.from({ length: 20 }, async () => await world.order()));
  const answers = await Promise.all(orders.map(pay));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await world.settle();
  expect(await balance()).toBe(0n);
  expect(await world.books()).toEqual([]);
});

describe("what is refunded goes back to the wallet", () => {
  test("the whole of it, once, with no gateway in between", async () => {
    const had = await withBalance();
    const order = await world.order();
    await pay(order);
    await world.give(order, "cancel", "buyer");
    await world.settle();
    expect([await balance(), (await world.refunds(order)).map(({ state, gateway }) => [state, gateway])]).toEqual([
      had.minor,
      [["succeeded", "wallet"]],
    ]);
    expect(world.gateway.calls.count("refund")).toBe(1);
    expect(await world.books()).toEqual([]);
  });

  test("a part, when staff divide the money", async () => {
    await withBalance();
    const order = await world.order();
    await pay(order);
    await settled(order, 10_000n);
    expect(await balance()).toBe(10_000n);
    expect(await world.books()).toEqual([]);
  });
});

test("a part of what a gateway holds goes back through it, when staff divide the money", async () => {
  const { order } = await world.paid();
  await settled(order, 10_000n);
  expect(world.gateway.refunds.map(({ amount }) => amount.minor)).toEqual([10_000n]);
  expect(await world.books()).toEqual([]);
});

describe("an order that is being paid at a gateway", () => {
  test("may be paid from the wallet: the other payment is closed there", async () => {
    await withBalance();
    const order = await world.order();
    const payment = await world.openPayment(order);
    expect((await pay(order)).ok).toBe(true);
    await world.settle();
    expect(world.gateway.payments.get(payment)?.status).toBe("closed");
    expect(await world.books()).toEqual([]);
  });

  test("case 11: is paid there at the same moment: one of the two goes back", async () => {
    const had = await withBalance();
    const order = await world.order();
    const payment = await world.openPayment(order);
    world.gateway.pay(payment);
    await Promise.all([pay(order), world.look(payment), world.settle()]);
    await world.settle();
    expect(await world.stateOf(order)).toBe("escrow_locked");
    expect(world.gateway.holds("INR") - (await balance())).toBe(had.minor);
    await world.give(order, "cancel", "buyer");
    await world.settle();
    expect(await world.books()).toEqual([]);
  });
});

test("case 10: after the time to pay is over the wallet is not touched", async () => {
  const had = await withBalance();
  const order = await world.order();
  world.jump(minutes(31));
  expect(await pay(order)).toEqual({ ok: false, error: "not_payable" });
  expect(await balance()).toBe(had.minor);
});

test("case 38: a balance in another currency pays nothing", async () => {
  const order = await world.order();
  await post(
    world.db,
    [
      {
        shard: shardOf(world.buyer),
        key: "foreign balance",
        kind: "explained",
        deal: null,
        entries: move(accounts.bank("test"), accounts.wallet(world.buyer), money(9_999_999n, "KWD")),
      },
    ],
    world.now(),
  );
  expect(await pay(order)).toEqual({ ok: false, error: "short_of_money" });
});

async function settled(order: Order, refund: bigint): Promise<void> {
  const done = await advance(
    world.db,
    order.deal,
    { name: "admin_settle", by: "finance", at: world.now(), settlement: { refund: money(refund, "INR") } },
    world.now(),
  );
  expect(done.ok).toBe(true);
  await world.settle();
}
