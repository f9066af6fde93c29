import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { days, hours } from "../../core/time/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { buyersBankOf } from "./buyers-bank.ts";
import { declined, noAnswerAfter, noAnswerBefore } from "./faults.ts";
import { webhook } from "./gateway.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
const { told, disputed, decided, chargebacks, refundsOf, seller, lost } = buyersBankOf(() => world);

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

describe("case 35: a chargeback that meets a refund of the same sale", () => {
  test("stops a refund that has not been sent; when the bank wins, its money is the refund", async () => {
    const { order, payment } = await world.paid();
    world.gateway.calls.order("refund", declinedLater);
    const dispute = world.gateway.dispute(payment);
    await world.give(order, "cancel", "buyer");
    await receiveWebhook(world.db, world.parts.gateways, "testpay", webhook({ payment, dispute }, "x"), world.now());
    await world.settle();
    await world.pass(hours(3));
    expect([world.gateway.refunds.length, await refundsOf(order)]).toEqual([0, ["requested"]]);
    expect(await world.books()).toEqual([]);
    await decided(payment, dispute, "lost");
    expect([world.gateway.refunds.length, await refundsOf(order), await lost()]).toEqual([0, ["failed"], 0n]);
    expect(await world.balance(`wallet:${world.buyer}`)).toBe(0n);
    expect(await world.books()).toEqual([]);
  });

  test("and when the bank loses, the refund is sent", async () => {
    const { order, payment } = await world.paid();
    world.gateway.calls.order("refund", declinedLater);
    const dispute = world.gateway.dispute(payment);
    await world.give(order, "cancel", "buyer");
    await told(payment, dispute);
    await decided(payment, dispute, "won");
    await world.pass(hours(2));
    expect([world.gateway.refunds.length, await refundsOf(order)]).toEqual([1, ["succeeded"]]);
    expect(await world.books()).toEqual([]);
  });

  test("of a refund that was made we bear what the bank takes beside it, and the seller nothing", async () => {
    const { order, payment } = await world.paid();
    await world.give(order, "cancel", "buyer");
    await world.settle();
    const dispute = await disputed(payment);
    expect(await lost()).toBe(0n);
    await decided(payment, dispute, "lost");
    expect([await lost(), await seller("receivable")]).toEqual([-order.terms.total.minor, 0n]);
    expect(await world.books()).toEqual([]);
    const [refund] = world.gateway.refunds;
    world.gateway.settleRefund(refund?.refund ?? "", "failed");
    await world.pass(days(7));
    expect([await lost(), await world.balance(`wallet:${world.buyer}`)]).toEqual([0n, 0n]);
    expect(await world.books()).toEqual([]);
  });

  test("a refund that fails while the bank has not decided does not reach the buyer's wallet before it has", async () => {
    world.gateway.refundsBegin("pending");
    const { order, payment } = await world.paid();
    await world.give(order, "cancel", "buyer");
    await world.settle();
    const dispute = await disputed(payment);
    const [refund] = world.gateway.refunds;
    world.gateway.settleRefund(refund?.refund ?? "", "failed");
    await world.pass(hours(5));
    expect([await refundsOf(order), await world.balance(`wallet:${world.buyer}`)]).toEqual([["pending"], 0n]);
    await decided(payment, dispute, "lost");
    await world.pass(hours(2));
    expect([await refundsOf(order), await world.balance(`wallet:${world.buyer}`), await lost()]).toEqual([
      ["failed"],
      0n,
      0n,
    ]);
    expect(await chargebacks(order)).toEqual([["lost", "refunding", "lost"]]);
    expect(await world.books()).toEqual([]);
  });

  test("of a refund that became the buyer's balance the bank's part is taken from there", async () => {
    world.gateway.calls.order("refund", declined);
    const { order, payment } = await world.paid();
    await world.give(order, "cancel", "buyer");
    await world.settle();
    expect(await world.balance(`wallet:${world.buyer}`)).toBe(order.terms.total.minor);
    const dispute = await disputed(payment);
    await decided(payment, dispute, "lost");
    expect([await world.balance(`wallet:${world.buyer}`), await lost()]).toEqual([0n, 0n]);
    expect(await world.books()).toEqual([]);
  });

  test.each([
    ["22: no answer after it was accepted", noAnswerAfter],
    ["23: no answer before it was accepted", noAnswerBefore],
  ])("case %s: a refund of unknown outcome and a lost chargeback are both told apart in the end", async (_, fault) => {
    const { order, payment } = await world.paid();
    world.gateway.calls.order("refund", fault);
    await world.give(order, "cancel", "buyer");
    await world.settle();
    const dispute = world.gateway.dispute(payment);
    world.gateway.decide(dispute, "lost");
    await told(payment, dispute);
    await world.pass(days(1));
    expect((await chargebacks(order))[0]?.[0]).toBe("lost");
    expect(world.gateway.refunds.length).toBeLessThanOrEqual(1);
    expect(await world.books()).toEqual([]);
  });

  test("of money that matched no order concerns only that money", async () => {
    const { order, payment } = await world.paid();
    const second = world.gateway.pay(payment);
    await world.look(payment);
    const dispute = await disputed(payment, { capture: second.reference });
    expect([await world.stateOf(order), (await chargebacks(order))[0]?.[1]]).toEqual(["escrow_locked", "refunding"]);
    await decided(payment, dispute, "lost");
    expect([await world.stateOf(order), await lost()]).toEqual(["escrow_locked", -order.terms.total.minor]);
    expect(await world.books()).toEqual([]);
  });
});

/** The gateway is busy at first, so that the refund is not sent before the chargeback is known. */
const declinedLater = {
  kind: "refused",
  refusal: { kind: "try_later", detail: "busy", retryAfterSeconds: 5 },
} as const;
