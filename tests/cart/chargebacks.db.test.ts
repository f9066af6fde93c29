import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { money } from "../../core/money/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { chargebacksOfDeal } from "../../server/modules/payments/index.ts";
import { buyersBankOf } from "../money/buyers-bank.ts";
import { createGround, type Ground, type Stall } from "./ground.ts";

let ground: Ground;
let stalls: readonly Stall[];
const bank = buyersBankOf(() => ground.world);

beforeEach(async () => {
  ground = await createGround();
  const prices = [29_900n, 15_000n, 7_777n].map((minor) => money(minor, "INR"));
  stalls = await Promise.all(prices.map((price) => ground.stall(10, price)));
});
afterEach(() => ground.close());

const three = ([first, second, third]: readonly Order[]): [Order, Order, Order] => {
  if (!first || !second || !third) throw new Error("three orders");
  return [first, second, third];
};
const claimed = async (order: Order): Promise<bigint[]> =>
  (await chargebacksOfDeal(ground.world.owner, order.deal)).map(({ amount }) => amount.minor);
const totals = (orders: readonly Order[]): bigint[] => orders.map(({ terms }) => terms.total.minor);

describe("a bank asks back what was paid for three sellers", () => {
  test("each deal is frozen over its own part; the bank loses, and all go on", async () => {
    const { orders, payment } = await ground.paid(stalls);
    const dispute = await bank.disputed(payment);
    expect(await ground.states(orders)).toEqual(Array(3).fill("chargeback_pending"));
    expect((await Promise.all(orders.map(claimed))).flat()).toEqual(totals(orders));
    await bank.decided(payment, dispute, "won");
    expect(await ground.states(orders)).toEqual(Array(3).fill("escrow_locked"));
    expect(await Promise.all(orders.map(ground.held))).toEqual(totals(orders));
    expect(await ground.world.books()).toEqual([]);
  });

  test("the bank wins: each deal gives what it held, once", async () => {
    const { orders, payment } = await ground.paid(stalls);
    const dispute = await bank.disputed(payment);
    await bank.decided(payment, dispute, "lost");
    await bank.told(payment, dispute, "told again");
    expect(await Promise.all(orders.map(ground.held))).toEqual([0n, 0n, 0n]);
    expect(await ground.world.balance("clearing:testpay")).toBe(0n);
    expect(await ground.world.owner.query("select from ledger.posting where kind = 'chargeback'")).toHaveLength(3);
    expect(await ground.world.books()).toEqual([]);
  });

  test("a part of it is allotted over the deals in proportion, to the last unit", async () => {
    const { orders, payment } = await ground.paid(stalls);
    await bank.disputed(payment, { amount: money(10_000n, "INR") });
    const shares = (await Promise.all(orders.map(claimed))).flat();
    expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(10_000n);
    const whole = totals(orders).reduce((sum, one) => sum + one, 0n);
    for (const [place, share] of shares.entries()) {
      const exact = (10_000n * (totals(orders)[place] ?? 0n)) / whole;
      expect([exact, exact + 1n]).toContain(share);
    }
  });

  test("one has been refunded already: the bank's amount falls on what the others hold", async () => {
    const { orders, payment } = await ground.paid(stalls);
    const [first, second, third] = three(orders);
    await ground.world.give(first, "cancel", "seller");
    await ground.world.settle();
    const rest = second.terms.total.minor + third.terms.total.minor;
    await bank.disputed(payment, { amount: money(rest, "INR") });
    expect(await Promise.all(orders.map(claimed))).toEqual([[], [second.terms.total.minor], [third.terms.total.minor]]);
    expect(await ground.states(orders)).toEqual(["cancelled", "chargeback_pending", "chargeback_pending"]);
    expect(await ground.world.books()).toEqual([]);
  });

  test("all of it, though one has been refunded: what the buyer gets twice is our loss, and nobody else's", async () => {
    const { orders, payment } = await ground.paid(stalls);
    const [first] = three(orders);
    await ground.world.give(first, "cancel", "seller");
    await ground.world.settle();
    const dispute = await bank.disputed(payment);
    await bank.decided(payment, dispute, "lost");
    expect(await bank.lost()).toBe(-first.terms.total.minor);
    expect(await ground.world.books()).toEqual([]);
  });

  test("one was sold: its seller gives the money back, the others are frozen", async () => {
    const { orders, payment } = await ground.paid(stalls);
    const [first, second] = three(orders);
    await ground.world.dispatch(first);
    await ground.world.settle();
    await ground.world.give(first, "confirm_receipt", "buyer");
    await ground.world.settle();
    const dispute = await bank.disputed(payment);
    await bank.decided(payment, dispute, "lost");
    expect(await ground.world.balance(`receivable:${first.seller}`)).toBe(-first.terms.total.minor);
    expect(await ground.world.balance(`receivable:${second.seller}`)).toBe(0n);
    expect(await Promise.all(orders.map(ground.held))).toEqual([0n, 0n, 0n]);
    expect(await ground.world.books()).toEqual([]);
  });

  test("one part came too late and went back: what is asked back of it concerns no deal", async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const payment = await ground.paymentFor(purchase.id);
    const [first] = three(orders);
    ground.world.gateway.pay(payment);
    await ground.world.give(first, "cancel", "seller");
    await ground.world.look(payment);
    const dispute = await bank.disputed(payment);
    expect(await ground.states(orders)).toEqual(["cancelled", "chargeback_pending", "chargeback_pending"]);
    await bank.decided(payment, dispute, "lost");
    expect(await bank.lost()).toBe(-first.terms.total.minor);
    expect(await ground.world.books()).toEqual([]);
  });
});
