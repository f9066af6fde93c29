import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { days, hours, minutes } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { declined, gate, noAnswerAfter, noAnswerBefore, tryLater } from "./faults.ts";
import { createWorld, type World } from "./world.ts";

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

const calls = (what: string) =>
  world.owner.query(
    "select state, attempts, unsure, may_be_done_since is not null as may_be_done from payments.call where what = $1",
    [what],
  );
const audited = async (action: string) =>
  (await world.owner.query("select subject from audit.entry where action = $1", [action])).length;
const refundsOf = async (order: Order) => (await world.refunds(order)).map(({ state }) => state);

describe("case 27: every call that moves money is written down before it is made", () => {
  test.each(["open", "refund"] as const)("%s", async (name) => {
    const held = gate();
    world.gateway.calls.order(name, { kind: "held", done: false, gate: held });
    const working = name === "open" ? world.order().then((order) => world.openPayment(order)) : cancelled();
    await held.reached;
    expect(await calls(name)).toEqual([{ state: "sending", attempts: 1, unsure: 1, may_be_done: true }]);
    held.open();
    await working;
    expect(await calls(name)).toMatchObject([{ state: "answered" }]);
  });

  test("close", async () => {
    const held = gate();
    const order = await world.order();
    await world.openPayment(order);
    world.gateway.calls.order("close", { kind: "held", done: false, gate: held });
    await world.give(order, "cancel", "buyer");
    const working = world.settle();
    await held.reached;
    expect(await calls("close")).toMatchObject([{ state: "sending" }]);
    held.open();
    await working;
    expect(await calls("close")).toMatchObject([{ state: "answered" }]);
  });

  test("a call that surely was not made leaves no doubt; one that was not answered leaves it until it is resolved", async () => {
    world.gateway.calls.order("refund", tryLater, noAnswerBefore, tryLater);
    const order = await cancelled();
    expect(await calls("refund")).toEqual([{ state: "refused", attempts: 1, unsure: 0, may_be_done: false }]);
    await world.pass(6_000);
    expect(await calls("refund")).toEqual([{ state: "unknown", attempts: 2, unsure: 1, may_be_done: true }]);
    expect(world.gateway.calls.count("lookRefund")).toBe(0);
    await world.pass(minutes(10));
    expect(world.gateway.calls.count("lookRefund")).toBeGreaterThan(0);
    expect([await refundsOf(order), world.gateway.refunds.length]).toEqual([["succeeded"], 1]);
  });
});

describe("case 26: once the gateway may have forgotten the key, it is asked and not told again", () => {
  /** The gateway took the refund and never answered; then nothing worked for longer than it remembers. */
  async function unansweredFor(length: number): Promise<Order> {
    world.gateway.calls.order("refund", noAnswerAfter);
    const order = await cancelled();
    world.gateway.forgetKeys();
    world.gateway.forgetRefunds();
    world.jump(length);
    await world.settle();
    return order;
  }

  test("after thirty hours a refund that it no longer finds is not sent again; staff are told once, and it is asked on", async () => {
    const order = await unansweredFor(hours(30));
    await world.pass(days(5));
    expect([world.gateway.refunds.length, await refundsOf(order)]).toEqual([1, ["requested"]]);
    expect(await audited("refund.outcome_unknown")).toBe(1);
    expect(await calls("refund")).toMatchObject([{ state: "forgotten" }]);
    expect(world.gateway.calls.count("lookRefund")).toBeGreaterThan(10);
    expect(
      await world.owner.query("select from runtime.job where kind = 'refund.follow' and dead_at is null"),
    ).toHaveLength(1);
  });

  test("what it finds in the end is booked, without a second one", async () => {
    world.gateway.calls.order("refund", noAnswerAfter);
    world.gateway.calls.order("lookRefund", ...Array.from({ length: 8 }, () => tryLater));
    const order = await cancelled();
    world.gateway.forgetKeys();
    world.jump(hours(30));
    await world.settle();
    await world.pass(days(1));
    expect([world.gateway.refunds.length, await refundsOf(order)]).toEqual([1, ["succeeded"]]);
    expect(await world.books()).toEqual([]);
  });

  test("within its memory the same refund is sent again under the same id", async () => {
    world.gateway.calls.order("refund", noAnswerBefore);
    const order = await cancelled();
    world.jump(hours(23));
    await world.settle();
    expect([world.gateway.refunds.length, await refundsOf(order)]).toEqual([1, ["succeeded"]]);
  });

  test("one that was surely never sent is sent however late", async () => {
    world.gateway.calls.order("refund", tryLater);
    const order = await cancelled();
    world.jump(days(3));
    await world.settle();
    expect([world.gateway.refunds.length, await refundsOf(order)]).toEqual([1, ["succeeded"]]);
    expect(await audited("refund.outcome_unknown")).toBe(0);
  });
});

describe("case 22: a gateway that declines a refund while an earlier call of it may still come through", () => {
  async function declinedAfterSilence(): Promise<{ order: Order; refund: string; payment: string }> {
    world.gateway.calls.order("refund", noAnswerBefore, declined);
    const order = await cancelled();
    await world.pass(minutes(1));
    expect([world.gateway.calls.count("refund"), await refundsOf(order)]).toEqual([2, ["requested"]]);
    const [refund] = await world.refunds(order);
    return { order, refund: refund?.id ?? "", payment: refund?.payment ?? "" };
  }

  test("is asked again, and what has come through is the refund", async () => {
    const { order, refund, payment } = await declinedAfterSilence();
    await world.gateway.refund({ payment, refund, amount: order.terms.total, note: "the first call" });
    await world.pass(minutes(20));
    expect([await refundsOf(order), world.gateway.refunds.length]).toEqual([["succeeded"], 1]);
    expect(await world.balance(`wallet:${world.buyer}`)).toBe(0n);
    expect(await world.books()).toEqual([]);
  });

  test("and declines it again a quarter of an hour later has declined it: the money is the buyer's balance", async () => {
    const { order } = await declinedAfterSilence();
    world.gateway.calls.order("refund", declined);
    await world.pass(minutes(20));
    expect([await refundsOf(order), world.gateway.refunds]).toEqual([["failed"], []]);
    expect(await world.balance(`wallet:${world.buyer}`)).toBe(order.terms.total.minor);
    expect(await world.books()).toEqual([]);
  });
});

describe("case 33: a refund that was said to be made and fails days later", () => {
  test.each([1, 3, 7])(
    "is found on day %i without a webhook: the money is the buyer's balance, and he is told",
    async (day) => {
      const order = await cancelled();
      await world.pass(days(day) - minutes(1));
      world.gateway.settleRefund(world.gateway.refunds[0]?.refund ?? "", "failed");
      await world.pass(minutes(2));
      expect(await refundsOf(order)).toEqual(["failed"]);
      expect(await world.balance(`wallet:${world.buyer}`)).toBe(order.terms.total.minor);
      expect((await world.notices(order)).map(({ key }) => key)).toContain("refund_failed.buyer");
      expect(await world.books()).toEqual([]);
    },
  );
});

describe("case 76: a gateway that is out for days", () => {
  test("gets every refund in the end, each once; the jobs never die, and staff are told once of each", async () => {
    const orders = await world.manyPaid(3);
    world.gateway.calls.order("refund", ...Array.from({ length: 180 }, () => outage));
    for (const order of orders) await world.give(order, "cancel", "buyer");
    await world.pass(days(2));
    expect(world.gateway.refunds).toEqual([]);
    expect(await audited("work.stuck")).toBe(3);
    expect(await world.owner.query("select from runtime.job where dead_at is not null")).toEqual([]);
    await world.pass(days(3));
    expect(world.gateway.refunds).toHaveLength(3);
    for (const order of orders) expect(await refundsOf(order)).toEqual(["succeeded"]);
    expect(await world.books()).toEqual([]);
  });

  test("a refund that it will never make is the buyer's balance", async () => {
    world.gateway.calls.order("refund", declined);
    const order = await cancelled();
    expect(await refundsOf(order)).toEqual(["failed"]);
    expect(await world.balance(`wallet:${world.buyer}`)).toBe(order.terms.total.minor);
    expect(await world.books()).toEqual([]);
  });
});

/** Surely not done, and not to be done by waiting a few seconds: the pauses grow. */
const outage = { kind: "refused", refusal: { kind: "misconfigured", detail: "wrong key" } } as const;
