import { afterAll, beforeAll, expect, test } from "vitest";
import { days, hours } from "../../core/time/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database);
});
afterAll(() => database.drop());

test("a sale that goes well pays the seller all but the commission, and leaves nothing behind", async () => {
  const { order, shipment } = await world.shipped();
  expect(await world.stateOf(order)).toBe("shipped");
  world.jump(hours(20));
  world.carrier.scan(shipment.id, "in_transit", world.now());
  await world.pass(hours(2));
  expect(await world.stateOf(order)).toBe("in_transit");
  world.carrier.scan(shipment.id, "delivered", world.now());
  await world.pass(hours(7));
  expect(await world.stateOf(order)).toBe("delivered");
  await world.pass(hours(24));
  expect(await world.stateOf(order)).toBe("completed");
  expect(await world.books()).toEqual([]);
  // 3 % of 299.00 + 49.00, half to even.
  expect(world.rail.payouts.map(({ amount }) => amount)).toEqual([{ minor: 33_756n, currency: "INR" }]);
  expect(await world.balance("revenue:commission")).toBe(1_044n);
});

test("a sale that is never sent pays the buyer back in full", async () => {
  const { order } = await world.paid();
  await world.pass(days(2));
  expect(await world.stateOf(order)).toBe("refunded");
  expect(world.gateway.refunds.map(({ amount, status }) => [amount, status])).toEqual([
    [order.terms.total, "succeeded"],
  ]);
  expect(await world.books()).toEqual([]);
});

test("a sale that is never paid ends by itself and puts the goods back", async () => {
  const before = await world.stockOf();
  const order = await world.order();
  expect(await world.stockOf()).toBe((before ?? 0) - 1);
  await world.openPayment(order);
  await world.pass(hours(1));
  expect(await world.stateOf(order)).toBe("cancelled");
  expect(await world.stockOf()).toBe(before);
  expect((await world.payments(order)).map(({ state }) => state)).toEqual(["closed"]);
  expect(await world.books()).toEqual([]);
});
