import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PaymentId } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { days, hours, minutes } from "../../core/time/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { chargebacksOfDeal, receiveWebhook } from "../../server/modules/payments/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { declined, noAnswerAfter, noAnswerBefore } from "./faults.ts";
import { webhook } from "./gateway.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

/** The bank's news reaches us by a webhook, which only says where to look. */
async function told(payment: PaymentId, dispute: string, key = `${dispute} ${world.now()}`): Promise<void> {
  const raw = webhook({ payment, dispute }, key);
  expect(await receiveWebhook(world.db, world.parts.gateways, "testpay", raw, world.now())).toEqual({
    ok: true,
    value: "kept",
  });
  await world.settle();
}

async function disputed(payment: PaymentId, how: Parameters<World["gateway"]["dispute"]>[1] = {}): Promise<string> {
  const dispute = world.gateway.dispute(payment, how);
  await told(payment, dispute);
  return dispute;
}

async function decided(payment: PaymentId, dispute: string, status: "won" | "lost" | "open"): Promise<void> {
  world.gateway.decide(dispute, status);
  await told(payment, dispute, `${dispute} ${status} ${world.now()}`);
}

async function sold(): Promise<{ order: Order; payment: PaymentId }> {
  const { order, payment } = await world.shipped();
  await world.give(order, "confirm_receipt", "buyer");
  await world.settle();
  return { order, payment };
}

const stateOf = async (order: Order) =>
  (await chargebacksOfDeal(world.owner, order.deal)).map(({ state, effect, booked }) => [state, effect, booked]);
const refundsOf = async (order: Order) => (await world.refunds(order)).map(({ state }) => state);
const seller = (family: "wallet" | "reserve" | "receivable") => world.balance(`${family}:${world.seller}`);
const lost = () => world.balance("expense:chargebacks");
const noticesOf = async (order: Order) => (await world.notices(order)).map(({ key }) => key);

describe("a chargeback while the money is held", () => {
  test("freezes the deal, and gives it back the time that it had left when the bank loses", async () => {
    const { order, payment } = await world.paid();
    await world.pass(hours(10));
    const dispute = await disputed(payment);
    expect([await world.stateOf(order), await stateOf(order)]).toEqual([
      "chargeback_pending",
      [["opened", "held", null]],
    ]);
    expect((await world.give(order, "cancel", "buyer")).ok).toBe(false);
    await world.pass(days(9));
    expect(await world.books()).toEqual([]);
    await decided(payment, dispute, "won");
    const deal = await world.deal(order.deal);
    expect([deal.state, deal.deadline?.dueAt]).toEqual(["escrow_locked", world.now() + hours(38)]);
    expect(await stateOf(order)).toEqual([["won", "held", "won"]]);
    expect(await world.books()).toEqual([]);
  });

  test("that the bank wins gives the money to the gateway, and nobody is refunded beside it", async () => {
    const { order, payment } = await world.paid();
    const dispute = await disputed(payment);
    await decided(payment, dispute, "lost");
    expect([await world.stateOf(order), (await world.deal(order.deal)).escrow]).toEqual(["refunded", "refunded"]);
    expect([world.gateway.refunds, await lost(), await world.balance("clearing:testpay")]).toEqual([[], 0n, 0n]);
    expect(await noticesOf(order)).toEqual(
      expect.arrayContaining(["chargeback_opened.seller", "chargeback_lost.buyer", "chargeback_lost.seller"]),
    );
    expect(await world.books()).toEqual([]);
  });

  test("of a part alone ends the deal: the bank has its part and the buyer gets the rest", async () => {
    const { order, payment } = await world.paid();
    const part = money(10_000n, "INR");
    const dispute = await disputed(payment, { amount: part });
    await decided(payment, dispute, "lost");
    expect(world.gateway.refunds.map(({ amount }) => amount.minor)).toEqual([order.terms.total.minor - 10_000n]);
    expect(world.gateway.holds("INR")).toBe(0n);
    expect(await world.books()).toEqual([]);
  });

  test("that was won by the bank before we first heard of it is booked all the same", async () => {
    const { order, payment } = await world.paid();
    const dispute = world.gateway.dispute(payment);
    await decided(payment, dispute, "lost");
    expect([await world.stateOf(order), await stateOf(order)]).toEqual(["refunded", [["lost", "held", "lost"]]]);
    expect(await world.books()).toEqual([]);
  });

  test("case 1: told a hundred times in parallel it freezes once, and its end is booked once", async () => {
    const { order, payment } = await world.paid();
    const dispute = world.gateway.dispute(payment);
    const all = (what: string) =>
      Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          receiveWebhook(
            world.db,
            world.parts.gateways,
            "testpay",
            webhook({ payment, dispute }, `${what} ${n % 7}`),
            world.now(),
          ),
        ),
      );
    await all("opened");
    await Promise.all([world.settle(), world.settle(), world.settle()]);
    world.gateway.decide(dispute, "lost");
    await all("lost");
    await Promise.all([world.settle(), world.settle(), world.settle()]);
    expect((await world.eventsOf(order)).filter(({ command }) => command.startsWith("chargeback"))).toHaveLength(2);
    expect(await world.books()).toEqual([]);
  });

  test("an inquiry freezes too, and takes nothing until it becomes a chargeback", async () => {
    const { order, payment } = await world.paid();
    const dispute = await disputed(payment, { inquiry: true });
    expect(await world.stateOf(order)).toBe("chargeback_pending");
    await decided(payment, dispute, "open");
    await decided(payment, dispute, "lost");
    expect(await world.stateOf(order)).toBe("refunded");
    expect(await world.books()).toEqual([]);
  });

  test("case 13: nobody tells us of its end: it is asked after", async () => {
    const { order, payment } = await world.paid();
    const dispute = await disputed(payment);
    world.gateway.decide(dispute, "won");
    await world.pass(hours(6));
    expect(await world.stateOf(order)).toBe("escrow_locked");
    expect(await world.books()).toEqual([]);
  });

  test("case 42: that comes when the deadline has passed and not yet acted waits for it, and then finds what the deadline did", async () => {
    const { order, payment } = await world.paid();
    const dueAt = (await world.deal(order.deal)).deadline?.dueAt ?? 0;
    world.setClock(dueAt + minutes(1));
    const dispute = world.gateway.dispute(payment);
    await receiveWebhook(world.db, world.parts.gateways, "testpay", webhook({ payment, dispute }, "late"), world.now());
    await world.pass(hours(2));
    expect((await world.deal(order.deal)).escrow).toBe("refunded");
    expect(await stateOf(order)).toEqual([["opened", "refunding", null]]);
    expect(await world.books()).toEqual([]);
  });

  test("that the gateway never decides counts as lost when its time is over; a win after that is for staff to place", async () => {
    const { order, payment } = await world.paid();
    const dispute = await disputed(payment);
    await world.pass(days(121));
    expect([await world.stateOf(order), await stateOf(order)]).toEqual(["refunded", [["opened", "held", null]]]);
    await decided(payment, dispute, "won");
    expect(await stateOf(order)).toEqual([["won", "held", "won"]]);
    expect(await world.balance("suspense:testpay")).toBe(order.terms.total.minor);
    expect(await world.owner.query("select action from audit.entry where action like 'chargeback.%'")).toHaveLength(1);
    expect(world.gateway.holds("INR")).toBe(order.terms.total.minor);
    await world.pass(days(30));
    expect([world.gateway.refunds, await world.balance("suspense:testpay")]).toEqual([[], order.terms.total.minor]);
    const overdue = "select subject from audit.entry where action = 'suspense.overdue'";
    expect(await world.owner.query(overdue)).toHaveLength(1);
    expect(await world.books()).toEqual([`suspense:testpay holds ${order.terms.total.minor}`]);
  });
});

describe("case 35: a chargeback after the release", () => {
  test("is taken from the wallet as far as it goes, and the rest is the seller's debt", async () => {
    const { order, payment } = await sold();
    await credit(world.seller, 5_000n);
    const dispute = await disputed(payment);
    expect([await seller("wallet"), await seller("receivable")]).toEqual([0n, 5_000n - order.terms.total.minor]);
    expect(await stateOf(order)).toEqual([["opened", "clawed_back", null]]);
    await decided(payment, dispute, "lost");
    expect([await seller("receivable"), await lost()]).toEqual([5_000n - order.terms.total.minor, 0n]);
    expect(await noticesOf(order)).toEqual(expect.arrayContaining(["clawback_opened.seller", "clawback_lost.seller"]));
    expect(world.gateway.refunds).toEqual([]);
  });

  test("goes back to the seller's wallet when the bank loses", async () => {
    const { order, payment } = await sold();
    const dispute = await disputed(payment);
    expect(await seller("receivable")).toBe(-order.terms.total.minor);
    await decided(payment, dispute, "won");
    expect([await seller("wallet"), await seller("receivable")]).toEqual([0n, 0n]);
    expect(await stateOf(order)).toEqual([["won", "clawed_back", "won"]]);
    expect(await world.books()).toEqual([]);
  });

  test("that came to the bank out of the seller's wallet is paid out to him when the bank loses", async () => {
    const { order, payment } = await sold();
    const owed = order.terms.total.minor;
    const dispute = await disputed(payment);
    const next = await sold();
    expect([(await world.payout(next.order))?.state, await seller("receivable")]).toEqual([
      undefined,
      next.order.terms.sellerReceives.minor - owed,
    ]);
    await decided(payment, dispute, "won");
    expect([await seller("wallet"), await seller("receivable")]).toEqual([0n, 0n]);
    const sent = world.rail.payouts.reduce((sum, { amount }) => sum + amount.minor, 0n);
    expect(sent).toBe(order.terms.sellerReceives.minor + next.order.terms.sellerReceives.minor);
    expect(await world.books()).toEqual([]);
  });

  test("may be opened again by a bank that has lost, and is taken again, once for each time", async () => {
    const { order, payment } = await sold();
    const dispute = await disputed(payment);
    await decided(payment, dispute, "won");
    await decided(payment, dispute, "open");
    await decided(payment, dispute, "lost");
    expect((await seller("wallet")) + (await seller("receivable"))).toBe(-order.terms.total.minor);
    expect(world.gateway.holds("INR")).toBe(-(await world.balance("clearing:testpay")));
  });

  test("an inquiry takes nothing from a seller who has been paid", async () => {
    const { order, payment } = await sold();
    const dispute = await disputed(payment, { inquiry: true });
    expect([await seller("receivable"), await stateOf(order)]).toEqual([0n, [["opened", null, null]]]);
    await decided(payment, dispute, "open");
    expect(await seller("receivable")).toBe(-order.terms.total.minor);
  });

  test("races withdrawals of the same wallet: no account falls below zero, and all of it is accounted for", async () => {
    const { order, payment } = await sold();
    await credit(world.seller, order.terms.total.minor);
    const dispute = world.gateway.dispute(payment);
    await receiveWebhook(world.db, world.parts.gateways, "testpay", webhook({ payment, dispute }, "one"), world.now());
    const withdrawals = Array.from({ length: 20 }, (_, n) =>
      post(
        world.db,
        [
          {
            shard: Number.parseInt(world.seller.slice(-2), 16),
            key: `withdraw ${n}`,
            kind: "payout",
            deal: null,
            entries: move(accounts.wallet(world.seller), accounts.bank("test"), money(3_000n, "INR")),
          },
        ],
        world.now(),
      ),
    );
    const verdicts = await Promise.all([world.settle(), world.settle(), ...withdrawals]);
    const withdrawn = 3_000n * BigInt(verdicts.flat().filter((verdict) => verdict === "posted").length);
    expect(await seller("wallet")).toBeGreaterThanOrEqual(0n);
    expect((await seller("wallet")) + (await seller("receivable"))).toBe(-withdrawn);
  });
});

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
    expect(await stateOf(order)).toEqual([["lost", "refunding", "lost"]]);
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
    expect((await stateOf(order))[0]?.[0]).toBe("lost");
    expect(world.gateway.refunds.length).toBeLessThanOrEqual(1);
    expect(await world.books()).toEqual([]);
  });

  test("of money that matched no order concerns only that money", async () => {
    const { order, payment } = await world.paid();
    const second = world.gateway.pay(payment);
    await world.look(payment);
    const dispute = await disputed(payment, { capture: second.reference });
    expect([await world.stateOf(order), (await stateOf(order))[0]?.[1]]).toEqual(["escrow_locked", "refunding"]);
    await decided(payment, dispute, "lost");
    expect([await world.stateOf(order), await lost()]).toEqual(["escrow_locked", -order.terms.total.minor]);
    expect(await world.books()).toEqual([]);
  });
});

/** Money for a seller that no order of this test explains. */
async function credit(user: World["seller"], minor: bigint): Promise<void> {
  const verdicts = await post(
    world.db,
    [
      {
        shard: Number.parseInt(user.slice(-2), 16),
        key: `credit ${minor}`,
        kind: "explained",
        deal: null,
        entries: move(accounts.bank("test"), accounts.wallet(user), money(minor, "INR")),
      },
    ],
    world.now(),
  );
  expect(verdicts).toEqual(["posted"]);
}

/** The gateway is busy at first, so that the refund is not sent before the chargeback is known. */
const declinedLater = {
  kind: "refused",
  refusal: { kind: "try_later", detail: "busy", retryAfterSeconds: 5 },
} as const;
