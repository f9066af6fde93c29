import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { hours, minutes, seconds } from "../../core/time/index.ts";
import { outgoingOf } from "../../server/entrypoints/wiring.ts";
import { post } from "../../server/modules/ledger/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { payOutRelease, receivePayoutWebhook } from "../../server/modules/payouts/index.ts";
import { connect } from "../../server/runtime/database/index.ts";
import { drain, runDueJobs } from "../../server/runtime/work/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { declined, type Fault, gate, misconfigured, noAnswerAfter, noAnswerBefore, tryLater } from "./faults.ts";
import { webhook } from "./gateway.ts";
import { createWorld, type World, workerOf } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

async function cancelled(): Promise<Order> {
  const { order } = await world.paid();
  await world.give(order, "cancel", "buyer");
  await world.settle();
  return order;
}

async function sold(): Promise<Order> {
  const { order } = await world.shipped();
  await world.give(order, "confirm_receipt", "buyer");
  await world.settle();
  return order;
}

const TROUBLES: readonly (readonly [string, readonly Fault[]])[] = [
  ["case 22: no answer after it was accepted", [noAnswerAfter]],
  ["case 23: no answer before it was accepted", [noAnswerBefore]],
  ["case 22 and 23: both, again and again", [noAnswerBefore, noAnswerBefore, noAnswerAfter]],
  ["busy, then no answer, then our keys are wrong", [tryLater, noAnswerBefore, misconfigured, tryLater]],
];

describe.each(TROUBLES)("%s", (_, troubles) => {
  test("the refund is made exactly once", async () => {
    world.gateway.calls.order("refund", ...troubles);
    const order = await cancelled();
    await world.pass(minutes(10));
    expect(world.gateway.refunds.map(({ amount }) => amount)).toEqual([order.terms.total]);
    expect((await world.refunds(order)).map(({ state }) => state)).toEqual(["succeeded"]);
    expect(await world.books()).toEqual([]);
  });

  test("the payout is made exactly once", async () => {
    world.rail.calls.order("send", ...troubles);
    const order = await sold();
    await world.pass(minutes(10));
    expect(world.rail.payouts.map(({ amount }) => amount)).toEqual([order.terms.sellerReceives]);
    expect((await world.payout(order))?.state).toBe("paid");
    expect(await world.books()).toEqual([]);
  });

  test("and it is looked up before it is sent again, even where the provider has forgotten the key", async () => {
    world.gateway.calls.order("refund", noAnswerAfter);
    world.rail.calls.order("send", noAnswerAfter);
    await cancelled();
    await sold();
    world.gateway.forgetKeys();
    world.rail.forgetKeys();
    await world.pass(minutes(10));
    expect([world.gateway.refunds.length, world.rail.payouts.length]).toEqual([1, 1]);
    expect(await world.books()).toEqual([]);
  });
});

test("case 25: a provider is given our own ids as keys, the same at every try, and nothing else", async () => {
  world.gateway.calls.order("open", noAnswerBefore, tryLater);
  world.gateway.calls.order("refund", noAnswerBefore, noAnswerBefore);
  world.rail.calls.order("send", noAnswerBefore, tryLater);
  world.carrier.calls.order("book", noAnswerBefore, tryLater);
  const order = await world.order();
  const payment = await world.openPayment(order);
  await world.pass(seconds(30));
  world.gateway.pay(payment);
  await world.look(payment);
  await world.give(order, "cancel", "buyer");
  const { order: second, shipment } = await world.shipped();
  await world.pass(minutes(10));
  await world.give(second, "confirm_receipt", "buyer");
  await world.pass(minutes(10));
  const keysOf = (calls: World["gateway"]["calls"], name: string) => [
    ...new Set(calls.log.filter((call) => call.name === name).map(({ id }) => id)),
  ];
  expect(keysOf(world.gateway.calls, "open")).toEqual([payment, (await world.payments(second))[0]?.id]);
  expect(keysOf(world.gateway.calls, "refund")).toEqual((await world.refunds(order)).map(({ id }) => id));
  expect(keysOf(world.rail.calls, "send")).toEqual([(await world.payout(second))?.id]);
  expect(keysOf(world.carrier.calls, "book")).toEqual([shipment.id]);
  expect(world.gateway.calls.count("open")).toBeGreaterThan(2);
  expect(world.carrier.calls.count("book")).toBeGreaterThan(1);
});

describe("case 26: a provider that has forgotten is not asked to pay again", () => {
  test("a refund that has succeeded is not sent again by a late webhook", async () => {
    const order = await cancelled();
    const [refund] = await world.refunds(order);
    world.gateway.forgetKeys();
    world.gateway.forgetRefunds();
    world.jump(hours(30));
    await receiveWebhook(
      world.db,
      world.parts.gateways,
      "testpay",
      webhook({ refund: refund?.id ?? "" }, "late"),
      world.now(),
    );
    await world.settle();
    expect(world.gateway.refunds).toHaveLength(1);
  });

  test("nor is one that is under way", async () => {
    world.gateway.refundsBegin("pending");
    await cancelled();
    world.gateway.forgetKeys();
    world.gateway.forgetRefunds();
    await world.pass(hours(1));
    expect(world.gateway.refunds).toHaveLength(1);
  });

  test("nor a payout", async () => {
    world.rail.payoutsBegin("pending");
    await sold();
    world.rail.forgetKeys();
    world.rail.forgetPayouts();
    await world.pass(hours(1));
    expect(world.rail.payouts).toHaveLength(1);
  });
});

test("case 27: nothing is marked as sent before the provider has been called", async () => {
  const gates = { refund: gate(), send: gate() };
  const { order } = await world.paid();
  const { order: other } = await world.shipped();
  world.gateway.calls.order("refund", { kind: "held", done: false, gate: gates.refund });
  world.rail.calls.order("send", { kind: "held", done: false, gate: gates.send });
  await world.give(order, "cancel", "buyer");
  await world.give(other, "confirm_receipt", "buyer");
  const working = [world.settle(), drain(workerOf(world, {}))];
  await Promise.all([gates.refund.reached, gates.send.reached]);
  expect((await world.refunds(order)).map(({ state }) => state)).toEqual(["requested"]);
  expect((await world.payout(other))?.state).toBe("requested");
  expect(
    await world.owner.query(
      "select from runtime.job where kind in ('refund.follow', 'payout.follow') and lease is not null",
    ),
  ).toHaveLength(2);
  gates.refund.open();
  gates.send.open();
  await Promise.all(working);
  expect(await world.books()).toEqual([]);
});

describe("case 28: a worker that sleeps past its lease", () => {
  test("finds the work done by another, and nothing is paid twice", async () => {
    const { order } = await world.paid();
    const { order: other } = await world.shipped();
    await world.give(order, "cancel", "buyer");
    await world.give(other, "confirm_receipt", "buyer");
    const gates = [gate(), gate()] as const;
    world.gateway.calls.order("refund", { kind: "held", done: false, gate: gates[0] });
    world.rail.calls.order("send", { kind: "held", done: false, gate: gates[1] });
    const sleeping = [world.settle(), drain(workerOf(world, {}))];
    await Promise.all(gates.map(({ reached }) => reached));
    await world.owner.query(
      "update runtime.job set leased_until = now() - interval '1 second' where lease is not null",
    );
    await drain(workerOf(world, {}));
    expect((await world.refunds(order)).map(({ state }) => state)).toEqual(["succeeded"]);
    expect((await world.payout(other))?.state).toBe("paid");
    for (const { open } of gates) open();
    await Promise.all(sleeping);
    expect([world.gateway.refunds.length, world.rail.payouts.length]).toEqual([1, 1]);
    expect(await world.books()).toEqual([]);
  });

  test("several workers at once pay each refund and payout once", async () => {
    const orders = await world.manyPaid(6);
    await Promise.all(orders.map((order) => world.give(order, "cancel", "buyer")));
    const pools = [connect(database.appUrl), connect(database.appUrl), connect(database.appUrl)];
    await Promise.all(pools.map((db) => drain(workerOf(world, { db }))));
    await Promise.all(pools.map((db) => db.close()));
    await world.settle();
    expect(world.gateway.calls.count("refund")).toBe(6);
    expect(await world.books()).toEqual([]);
  });
});

describe("case 33: a refund that was said to be made and then fails", () => {
  test("becomes the buyer's balance, and takes nothing from refunds that are still on their way", async () => {
    const order = await cancelled();
    world.gateway.refundsBegin("pending");
    const { order: waiting } = await world.paid();
    const sameShard = await cancelled();
    await world.give(waiting, "cancel", "buyer");
    await world.settle();
    const [refund] = await world.refunds(order);
    world.gateway.settleRefund(refund?.id ?? "", "failed");
    await receiveWebhook(
      world.db,
      world.parts.gateways,
      "testpay",
      webhook({ refund: refund?.id ?? "" }, "late"),
      world.now(),
    );
    await world.settle();
    expect((await world.refunds(order)).map(({ state }) => state)).toEqual(["failed"]);
    expect(await world.balance(`wallet:${order.buyer}`)).toBe(order.terms.total.minor);
    for (const { id } of [...(await world.refunds(waiting)), ...(await world.refunds(sameShard))])
      world.gateway.settleRefund(id, "succeeded");
    await world.pass(hours(1));
    expect(await world.books()).toEqual([]);
  });
});

test("a refund that the gateway declines becomes the buyer's balance, in the buyer's own shard", async () => {
  world.gateway.calls.order("refund", declined);
  const order = await cancelled();
  expect((await world.refunds(order)).map(({ state }) => state)).toEqual(["failed"]);
  expect(await world.balance(`wallet:${order.buyer}`)).toBe(order.terms.total.minor);
  expect(await world.books()).toEqual([]);
});

describe("case 34: a payout that does not arrive", () => {
  test("credits the wallet once when the bank returns it, however often that is told", async () => {
    const order = await sold();
    const payout = await world.payout(order);
    world.rail.settlePayout(payout?.id ?? "", "returned");
    for (const key of ["1", "2", "2"])
      await receivePayoutWebhook(world.db, world.rail, webhook({ payout: payout?.id ?? "" }, key), world.now());
    await Promise.all([world.settle(), drain(workerOf(world, {}))]);
    expect((await world.payout(order))?.state).toBe("returned");
    expect(await world.balance(`wallet:${order.seller}`)).toBe(order.terms.sellerReceives.minor);
    expect(await world.books()).toEqual([]);
  });

  test("credits the wallet when the rail declines it", async () => {
    world.rail.calls.order("send", declined);
    const order = await sold();
    expect((await world.payout(order))?.state).toBe("failed");
    expect(await world.books()).toEqual([]);
  });

  test("waits in the wallet until there is a verified bank account", async () => {
    const seller = await world.person(true);
    await world.owner.query(`update catalog.listing set seller_id = $1`, [seller.slice(4)]);
    const order = await sold();
    expect((await world.payout(order))?.state).toBe("waiting_for_bank_account");
    expect(await world.books()).toEqual([]);
    await world.addBankAccount(seller);
    await world.settle();
    expect((await world.payout(order))?.state).toBe("paid");
    expect(await world.books()).toEqual([]);
  });

  test("goes out when its account is verified in the moment of the release", async () => {
    world.rail.payeesAre("pending");
    const other = await createSeller();
    const order = await sold();
    for (const table of ["payout", "release"])
      await world.owner.query(`delete from payouts.${table} where deal_id = $1`, [order.deal.slice(5)]);
    const hear = payOutRelease(outgoingOf(world.parts)).hear;
    const released = gate();
    const deal = await world.deal(order.deal);
    const payload = {
      deal: deal.id,
      seller: deal.seller,
      movement: "release",
      currency: "INR",
      sellerReceives: deal.sellerReceives.minor.toString(),
    };
    const releasing = world.db.transaction(async (tx) => {
      await hear(tx, payload, world.now());
      await released.arrive();
    });
    await released.reached;
    world.rail.payeesAre("verified");
    world.jump(minutes(5));
    const verifying = runDueJobs(world.db, world.work.jobs, world.now);
    // The verification either waits for the release or comes before it; it may not miss it.
    await doneOrLocked(verifying);
    released.open();
    await Promise.all([releasing, verifying]);
    await world.settle();
    expect(other).toBe(order.seller);
    expect((await world.payout(order))?.state).toBe("paid");
  });
});

/** A seller whose bank account the rail still checks. */
async function createSeller() {
  const seller = await world.person(true);
  await world.owner.query(`update catalog.listing set seller_id = $1`, [seller.slice(4)]);
  await world.addBankAccount(seller);
  await world.settle();
  return seller;
}

/** Resolves when the work is done or waits for a lock that another transaction holds. */
async function doneOrLocked(work: Promise<unknown>): Promise<void> {
  const seen = { done: false };
  void work.then(() => {
    seen.done = true;
  });
  const waiting = () =>
    world.owner.query(
      "select from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())",
    );
  while (!seen.done && (await waiting()).length === 0);
}

test("case 36: a wallet paid out twice in parallel pays once, and the balance cannot go below zero", async () => {
  const user = world.buyer;
  const shard = Number.parseInt(user.slice(-2), 16);
  const fund = move(accounts.clearing("testpay"), accounts.wallet(user), money(500n, "INR"));
  await post(world.db, [{ shard, key: "gift", kind: "refund_to_wallet", deal: null, entries: fund }], world.now());
  const withdraw = (n: number) =>
    post(
      world.db,
      [
        {
          shard,
          key: `withdrawal-${n}`,
          kind: "payout",
          deal: null,
          entries: move(accounts.wallet(user), accounts.payoutsInFlight("testbank"), money(500n, "INR")),
        },
      ],
      world.now(),
    );
  const verdicts = (await Promise.all(Array.from({ length: 100 }, (_, n) => withdraw(n)))).flat();
  expect(verdicts.filter((verdict) => verdict === "posted")).toHaveLength(1);
  expect(verdicts.filter((verdict) => verdict === "short_of_money")).toHaveLength(99);
  expect(await world.balance(`wallet:${user}`)).toBe(0n);
});

test("case 36: a release told a hundred times makes one payout", async () => {
  const order = await sold();
  const deal = await world.deal(order.deal);
  const payload = {
    deal: deal.id,
    seller: deal.seller,
    movement: "release",
    currency: "INR",
    sellerReceives: deal.sellerReceives.minor.toString(),
  };
  await Promise.all(
    Array.from({ length: 100 }, () =>
      world.db.transaction((tx) => payOutRelease(outgoingOf(world.parts)).hear(tx, payload, world.now())),
    ),
  );
  await world.settle();
  expect(world.rail.payouts).toHaveLength(1);
  expect(await world.books()).toEqual([]);
});
