import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PaymentId, shardOf } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import type { StatementLine } from "../../core/reconciliation/index.ts";
import { ok } from "../../core/result/index.ts";
import { after, days, hours } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { addDisputes, chargebacksOfDeal } from "../../server/modules/payments/index.ts";
import { DEFAULT_RECONCILIATION, fetchAndReconcile } from "../../server/modules/reconciliation/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { noAnswerBefore } from "./faults.ts";
import { gatewayStatement } from "./statement.ts";
import { createWorld, START, type World } from "./world.ts";

/** Banks that ask money back, and a gateway whose webhook about it never comes. */
let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase();
  world = await createWorld(database);
});
afterEach(() => database.drop());

const stateOf = async (order: Order) =>
  (await chargebacksOfDeal(world.owner, order.deal)).map(({ state, effect, booked }) => [state, effect, booked]);
const dispute = (payment: PaymentId) => world.gateway.dispute(payment);

async function sold(): Promise<{ order: Order; payment: PaymentId }> {
  const { order, payment } = await world.shipped();
  await world.give(order, "confirm_receipt", "buyer");
  await world.settle();
  return { order, payment };
}

describe("case 13: a chargeback whose webhook never comes", () => {
  test("is asked for a day after the payment, and freezes the deal that still holds the money", async () => {
    const { order, payment } = await world.paid();
    dispute(payment);
    await world.pass(days(1));
    expect([await world.stateOf(order), await stateOf(order)]).toEqual([
      "chargeback_pending",
      [["opened", "held", null]],
    ]);
    expect(await world.books()).toEqual([]);
  });

  test.each([
    [2, 3],
    [5, 7],
    [20, 30],
    [60, 75],
    [100, 120],
  ])(
    "that a bank opens on day %i after the release is found on day %i and taken from the seller",
    async (on, found) => {
      const { order, payment } = await sold();
      await world.pass(days(on));
      dispute(payment);
      await world.pass(days(found - on) - hours(1));
      expect(await stateOf(order)).toEqual([]);
      await world.pass(hours(1));
      expect(await stateOf(order)).toEqual([["opened", "clawed_back", null]]);
      expect(await world.books()).toEqual([]);
    },
  );

  test("is asked for until the gateway answers", async () => {
    const { order, payment } = await world.paid();
    dispute(payment);
    world.gateway.calls.order("lookDisputes", noAnswerBefore, noAnswerBefore);
    await world.pass(days(1) + hours(1));
    expect(await world.stateOf(order)).toBe("chargeback_pending");
  });

  test("is found over money that came too late and went back too", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    await world.give(order, "cancel", "buyer");
    await world.settle();
    world.gateway.pay(payment);
    await world.pass(hours(2));
    dispute(payment);
    await world.pass(days(1));
    expect(await stateOf(order)).toEqual([["opened", "refunding", null]]);
  });
});

test("one that was decided does not end the search: the next one is found on its day", async () => {
  const { order, payment } = await sold();
  const first = dispute(payment);
  await world.pass(days(1));
  world.gateway.decide(first, "won");
  await world.pass(days(1));
  expect(await stateOf(order)).toEqual([["won", "clawed_back", "won"]]);
  dispute(payment);
  await world.pass(days(2));
  expect(await stateOf(order)).toHaveLength(2);
  expect(await world.books()).toEqual([]);
});

test("the search ends on the last of its days, and costs six questions", async () => {
  await sold();
  await world.pass(days(121));
  expect(world.gateway.calls.count("lookDisputes")).toBe(6);
  expect(await world.owner.query("select key from runtime.job where kind = 'payment.disputes'")).toEqual([]);
});

test("case 13 and case 40: a chargeback that only the gateway's statement tells of is asked for at once", async () => {
  const { order, payment } = await sold();
  await world.pass(days(8));
  const reference = dispute(payment);
  const line: StatementLine = {
    ...{ kind: "chargeback", reference, ourId: payment, amount: money(-order.terms.total.minor, "INR") },
    ...{ fee: 0n, tax: 0n, at: world.now(), settledAt: null, bankReference: null },
  };
  const source = gatewayStatement(world.gateway, world.clock);
  const told = {
    ...source,
    fetch: async (request: Parameters<typeof source.fetch>[0]) => {
      const page = await source.fetch(request);
      return page.ok ? ok({ ...page.value, lines: [...page.value.lines, line] }) : page;
    },
  };
  const until = after(world.now(), hours(1));
  await fetchAndReconcile(database.app, DEFAULT_RECONCILIATION, told, { from: START, until }, until);
  world.setClock(until);
  await world.settle();
  expect(await stateOf(order)).toEqual([["opened", "clawed_back", null]]);
  await fetchAndReconcile(database.app, DEFAULT_RECONCILIATION, told, { from: START, until }, until);
  expect(
    await database.owner.query(
      "select class from reconciliation.difference where state = 'open' and class <> 'timing'",
    ),
  ).toEqual([]);
});

test("a statement that names a payment which we do not know leads nowhere", async () => {
  const stranger = `pay_${"0".repeat(30)}07` as PaymentId;
  await addDisputes(world.db, stranger, world.now(), world.now());
  await world.settle();
  expect([shardOf(stranger), world.gateway.calls.count("lookDisputes")]).toEqual([7, 0]);
});
