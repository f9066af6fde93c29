import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { money } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { at, days, hours } from "../../core/time/index.ts";
import { advance, sweepDeadlines } from "../../server/modules/escrow/index.ts";
import { postingsOfDeal } from "../../server/modules/ledger/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

const kindsOf = async (order: Order): Promise<string[]> =>
  (await postingsOfDeal(world.owner, order.deal)).map(({ kind }) => kind).filter((kind) => !kind.startsWith("payout"));

const open = (order: Order, when: number) =>
  advance(world.db, order.deal, { name: "chargeback_opened", by: "gateway", at: at(when) }, world.now());

async function delivered(count: number): Promise<{ orders: Order[]; due: number }> {
  const orders = await world.manyPaid(count);
  for (const order of orders) {
    expectOk(await world.give(order, "dispatch", "seller"), "dispatch");
    expectOk(await world.give(order, "delivered", "carrier"), "delivered");
  }
  const [first] = orders;
  if (!first) throw new Error("no orders");
  return { orders, due: (await world.deal(first.deal)).deadline?.dueAt ?? Number.NaN };
}

describe("case 42: a freeze in the moment of the release", () => {
  test.each([
    ["a millisecond before it is due", -1, "frozen"],
    ["in the moment when it is due", 0, "released"],
    ["a millisecond after it", 1, "released"],
  ] as const)("asked %s, it is the recorded time that decides, however the two race", async (_, offset, outcome) => {
    const { orders, due } = await delivered(12);
    world.setClock(due + 1);
    const asked = await Promise.all([
      ...orders.map((order) => open(order, due + offset)),
      sweepDeadlines(world.db, world.now()).then(() => null),
    ]);
    const answers = asked.flatMap((answer) => (answer === null ? [] : [answer.ok ? "frozen" : answer.error]));
    for (const [index, order] of orders.entries()) {
      const frozen = answers[index] === "frozen";
      expect(await kindsOf(order)).toEqual(frozen ? ["fund"] : ["fund", "release"]);
      expect((await world.deal(order.deal)).escrow).toBe(frozen ? "disputed" : "released");
    }
    if (outcome === "released")
      expect(new Set(answers)).toEqual(
        new Set(["released", "deadline_passed", "deal_is_final"].filter((word) => answers.includes(word as never))),
      );
    await world.settle();
    expect(await world.books()).toEqual([]);
  });

  test("a frozen deal waits for the bank as long as it takes, and then has the time that was left", async () => {
    const { orders, due } = await delivered(1);
    const [order] = orders;
    if (!order) throw new Error("no order");
    const frozenAt = due - hours(7);
    world.setClock(frozenAt);
    expectOk(await open(order, frozenAt), "freeze");
    await world.pass(days(60));
    expect(await kindsOf(order)).toEqual(["fund"]);
    const back = world.now();
    expectOk(await advance(world.db, order.deal, { name: "chargeback_won", by: "gateway", at: back }, back), "won");
    expect((await world.deal(order.deal)).deadline).toMatchObject({ kind: "inspection", dueAt: back + hours(7) });
    await world.pass(hours(7));
    expect(await kindsOf(order)).toEqual(["fund", "release"]);
    expect(await world.books()).toEqual([]);
  });
});

test("staff divide the money: the buyer is refunded a part, the seller gets the rest less commission on it", async () => {
  const { order } = await world.paid();
  const total = order.terms.total.minor;
  const command = {
    name: "admin_settle",
    by: "finance",
    at: world.now(),
    settlement: { refund: money(14_900n, "INR") },
  } as const;
  expectOk(await advance(world.db, order.deal, command, world.now()), "settle");
  await world.settle();
  const commission = ((total - 14_900n) * 300n + 5_000n) / 10_000n;
  expect(await world.balance("revenue:commission")).toBe(commission);
  expect((await world.refunds(order)).map(({ amount }) => amount.minor)).toEqual([14_900n]);
  expect((await world.payout(order))?.amount.minor).toBe(total - 14_900n - commission);
  expect(await world.books()).toEqual([]);
});
