import { afterEach, beforeEach, expect, test } from "vitest";
import { days } from "../../core/time/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { createGround, type Ground, inr, ruleOf } from "./ground.ts";

let database: TestDatabase;
let ground: Ground;

beforeEach(async () => {
  database = await testDatabase();
  ground = await createGround(database);
});
afterEach(async () => {
  await ground.close();
  await database.drop();
});

/** Of 348.00 the buyer pays half of the commission and of the 18 % on it. */
const HALF = ruleOf("shared", { buyerShare: 5_000 });

test("what the buyer bears comes on top, is held with the rest, and is the marketplace's when the money is released", async () => {
  const { world, publish } = ground;
  await publish(HALF);
  const { order } = await world.shipped();
  expect(order.terms).toMatchObject({ buyerFee: inr(522n), total: inr(35_322n), sellerReceives: inr(34_278n) });
  expect(world.gateway.holds("INR")).toBe(35_322n);
  await world.give(order, "confirm_receipt", "buyer");
  await world.settle();
  expect(world.rail.payouts.map(({ amount }) => amount)).toEqual([inr(34_278n)]);
  expect(await world.balance("revenue:commission")).toBe(1_044n);
  expect(await world.books()).toEqual([]);
});

test("a full refund gives the buyer's part of the commission back as well", async () => {
  const { world, publish } = ground;
  await publish(HALF);
  const { order } = await world.paid();
  await world.pass(days(2));
  expect(await world.stateOf(order)).toBe("refunded");
  expect(world.gateway.refunds.map(({ amount }) => amount)).toEqual([inr(35_322n)]);
  expect(await world.balance("revenue:commission")).toBe(0n);
  expect(await world.books()).toEqual([]);
});

test("of a division both parties see what of each part went back, and it adds up to the refund", async () => {
  const { world, publish, ask } = ground;
  await publish(HALF);
  const { order } = await world.paid();
  const decision = { decision: "settle", refund: { amount: 10_001, currency: "INR" }, reason: "Half was torn" };
  expect((await ask("finance", "POST", `/finance/orders/${order.id}/decisions`, decision)).status).toBe(200);
  await world.settle();
  const { body } = await ask("buyer", "GET", `/orders/${order.id}`);
  const sum = (parts: Record<string, { amount: number }>) =>
    Object.values(parts).reduce((all, part) => all + part.amount, 0);
  const { refunded, kept } = body.allotment;
  expect([sum(refunded), sum(kept)]).toEqual([10_001, 25_321]);
  for (const part of ["goods", "shipping", "tax", "buyerFee"])
    expect(refunded[part].amount + kept[part].amount).toBe(body.amounts[part].amount);
  expect([body.amounts.commission, body.commissionRule]).toEqual([null, null]);
  expect((await ask("seller", "GET", `/orders/${order.id}`)).body).toMatchObject({
    allotment: body.allotment,
    commissionRule: { version: 1, rule: "shared" },
  });
  expect(await world.books()).toEqual([]);
});

test("an order keeps the terms that it was placed at when other rules are published", async () => {
  const { world, publish, ask } = ground;
  const before = await world.order();
  await publish(ruleOf("dear", { basisPoints: 1_000 }));
  const after = await world.order();
  await publish();
  const back = await world.order();
  const seen = async ({ id }: { id: string }) => {
    const { amounts, commissionRule } = (await ask("seller", "GET", `/orders/${id}`)).body;
    return [amounts.commission.amount, commissionRule];
  };
  expect(await seen(before)).toEqual([1_044, { version: 0, rule: "default" }]);
  expect(await seen(after)).toEqual([3_480, { version: 1, rule: "dear" }]);
  expect(await seen(back)).toEqual([1_044, { version: 0, rule: "default" }]);
});

test("a seller's level decides from the next sale on", async () => {
  const { world, publish, ask } = ground;
  await publish(ruleOf("gold", { when: { sellerLevels: ["gold"] }, basisPoints: 100 }));
  expect((await world.order()).terms.commission).toEqual(inr(1_044n));
  const path = `/admin/users/${world.seller}/seller-level`;
  expect((await ask("finance", "GET", path)).body.level).toBe("standard");
  const given = await ask("finance", "PUT", path, { level: "gold", reason: "A thousand good sales" });
  expect(given.body).toEqual({ userId: world.seller, level: "gold" });
  expect((await world.order()).terms.commission).toEqual(inr(348n));
});

test("a promotion begins and ends by itself", async () => {
  const { world, publish } = ground;
  const [from, until] = [days(1), days(2)].map((later) => new Date(world.now() + later).toISOString());
  await publish(ruleOf("promotion", { when: { from, until }, basisPoints: 0 }));
  const commission = async () => (await world.order()).terms.commission.minor;
  expect(await commission()).toBe(1_044n);
  world.jump(days(1));
  expect(await commission()).toBe(0n);
  world.jump(days(1));
  expect(await commission()).toBe(1_044n);
});
