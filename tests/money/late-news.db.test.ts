import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { days, hours, minutes } from "../../core/time/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { noAnswerBefore, tryLater } from "./faults.ts";
import { webhook } from "./gateway.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

const receive = (raw: ReturnType<typeof webhook>) =>
  receiveWebhook(world.db, world.parts.gateways, "testpay", raw, world.now());

describe("case 13: money that nobody tells us of, for a payment that was thought to be over", () => {
  test.each([
    ["an hour", minutes(50), hours(1)],
    ["six hours", hours(5), hours(6)],
    ["a day", hours(23), hours(24)],
    ["three days", days(2), days(3)],
  ])("is found within %s of its end, and goes back", async (_, paidAfter, foundAfter) => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    await world.give(order, "cancel", "buyer");
    await world.settle();
    const ended = world.now();
    await world.pass(paidAfter);
    world.gateway.pay(payment);
    await world.pass(ended + foundAfter - world.now());
    expect(world.gateway.refunds.map(({ amount }) => amount)).toEqual([order.terms.total]);
    expect(await world.stateOf(order)).toBe("cancelled");
    expect(await world.books()).toEqual([]);
  });

  test("a second capture of a payment that was made is found too, and goes back", async () => {
    const { order, payment } = await world.paid();
    world.gateway.pay(payment);
    await world.pass(hours(1));
    expect(world.gateway.refunds).toHaveLength(1);
    expect(await world.stateOf(order)).toBe("escrow_locked");
    expect(await world.books()).toEqual([]);
  });

  test("and the looking ends: nothing waits for ever", async () => {
    const { order } = await world.paid();
    await world.give(order, "cancel", "buyer");
    await world.pass(days(121));
    expect(
      await world.owner.query("select key from runtime.job where kind like 'payment.%' or kind like 'refund.%'"),
    ).toEqual([]);
  });
});

test("a payment that the gateway says it never had ends here too", async () => {
  world.gateway.calls.order("open", noAnswerBefore, ...Array.from({ length: 30 }, () => tryLater));
  const order = await world.order();
  await world.openPayment(order);
  await world.give(order, "cancel", "buyer");
  await world.settle();
  expect((await world.payments(order)).map(({ state }) => state)).toEqual(["closed"]);
  expect(await world.books()).toEqual([]);
});

describe("case 14: a webhook about what we know nothing of", () => {
  test("is kept and answered, and leads to no money of ours", async () => {
    for (const about of [
      {},
      { refund: "ref_unheard_of" },
      { payment: "something else", dispute: "d1" },
      { dispute: "d2" },
    ])
      expect(await receive(webhook(about, `event ${JSON.stringify(about)}`))).toEqual({ ok: true, value: "kept" });
    await world.settle();
    expect(await world.owner.query("select from payments.capture")).toEqual([]);
    expect(await world.owner.query("select from payments.webhook")).toHaveLength(4);
    expect(await world.books()).toEqual([]);
  });
});
