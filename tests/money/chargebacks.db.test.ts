import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { days, hours, minutes } from "../../core/time/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { buyersBankOf } from "./buyers-bank.ts";
import { webhook } from "./gateway.ts";
import { sellerOf } from "./seller.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
const { disputed, decided, soldOrder, credit, chargebacks, noticesOf, seller, lost } = buyersBankOf(() => world);
const { payouts, bankReturns } = sellerOf(() => world);

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

describe("a chargeback while the money is held", () => {
  test("freezes the deal, and gives it back the time that it had left when the bank loses", async () => {
    const { order, payment } = await world.paid();
    await world.pass(hours(10));
    const dispute = await disputed(payment);
    expect([await world.stateOf(order), await chargebacks(order)]).toEqual([
      "chargeback_pending",
      [["opened", "held", null]],
    ]);
    expect((await world.give(order, "cancel", "buyer")).ok).toBe(false);
    await world.pass(days(9));
    expect(await world.books()).toEqual([]);
    await decided(payment, dispute, "won");
    const deal = await world.deal(order.deal);
    expect([deal.state, deal.deadline?.dueAt]).toEqual(["escrow_locked", world.now() + hours(38)]);
    expect(await chargebacks(order)).toEqual([["won", "held", "won"]]);
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
    expect([await world.stateOf(order), await chargebacks(order)]).toEqual(["refunded", [["lost", "held", "lost"]]]);
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
    expect(await chargebacks(order)).toEqual([["opened", "refunding", null]]);
    expect(await world.books()).toEqual([]);
  });

  test("that the gateway never decides counts as lost when its time is over; a win after that is for staff to place", async () => {
    const { order, payment } = await world.paid();
    const dispute = await disputed(payment);
    await world.pass(days(121));
    expect([await world.stateOf(order), await chargebacks(order)]).toEqual(["refunded", [["opened", "held", null]]]);
    await decided(payment, dispute, "won");
    expect(await chargebacks(order)).toEqual([["won", "held", "won"]]);
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
    const { order, payment } = await soldOrder();
    await credit(world.seller, 5_000n);
    const dispute = await disputed(payment);
    expect([await seller("wallet"), await seller("receivable")]).toEqual([0n, 5_000n - order.terms.total.minor]);
    expect(await chargebacks(order)).toEqual([["opened", "clawed_back", null]]);
    await decided(payment, dispute, "lost");
    expect([await seller("receivable"), await lost()]).toEqual([5_000n - order.terms.total.minor, 0n]);
    expect(await noticesOf(order)).toEqual(expect.arrayContaining(["clawback_opened.seller", "clawback_lost.seller"]));
    expect(world.gateway.refunds).toEqual([]);
  });

  test("goes back to the seller's wallet when the bank loses", async () => {
    const { order, payment } = await soldOrder();
    const dispute = await disputed(payment);
    expect(await seller("receivable")).toBe(-order.terms.total.minor);
    await decided(payment, dispute, "won");
    expect([await seller("wallet"), await seller("receivable")]).toEqual([0n, 0n]);
    expect(await chargebacks(order)).toEqual([["won", "clawed_back", "won"]]);
    expect(await world.books()).toEqual([]);
  });

  test("that came to the bank out of the seller's wallet is paid out to him when the bank loses", async () => {
    const { order, payment } = await soldOrder();
    const owed = order.terms.total.minor;
    const dispute = await disputed(payment);
    const next = await soldOrder();
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

  test("is paid first out of a payout that his bank sends back", async () => {
    const { order, payment } = await soldOrder();
    const owed = order.terms.total.minor;
    const [payout] = await payouts();
    await disputed(payment);
    expect([payout?.state, await seller("receivable")]).toEqual(["paid", -owed]);
    await bankReturns(payout);
    expect([await seller("wallet"), await seller("receivable")]).toEqual([0n, (payout?.amount.minor ?? 0n) - owed]);
    expect(await world.books()).toEqual([]);
  });

  test("is paid first out of a payout on its way that fails", async () => {
    world.rail.payoutsBegin("pending");
    const { order, payment } = await soldOrder();
    const owed = order.terms.total.minor;
    const [payout] = await payouts();
    await disputed(payment);
    expect([payout?.state, await seller("receivable")]).toEqual(["pending", -owed]);
    await bankReturns(payout, "failed");
    await world.pass(days(2));
    expect([await seller("wallet"), await seller("receivable")]).toEqual([0n, (payout?.amount.minor ?? 0n) - owed]);
    expect(await world.books()).toEqual([]);
  });

  test("may be opened again by a bank that has lost, and is taken again, once for each time", async () => {
    const { order, payment } = await soldOrder();
    const dispute = await disputed(payment);
    await decided(payment, dispute, "won");
    await decided(payment, dispute, "open");
    await decided(payment, dispute, "lost");
    expect((await seller("wallet")) + (await seller("receivable"))).toBe(-order.terms.total.minor);
    expect(world.gateway.holds("INR")).toBe(-(await world.balance("clearing:testpay")));
  });

  test("an inquiry takes nothing from a seller who has been paid", async () => {
    const { order, payment } = await soldOrder();
    const dispute = await disputed(payment, { inquiry: true });
    expect([await seller("receivable"), await chargebacks(order)]).toEqual([0n, [["opened", null, null]]]);
    await decided(payment, dispute, "open");
    expect(await seller("receivable")).toBe(-order.terms.total.minor);
  });

  test("races withdrawals of the same wallet: no account falls below zero, and all of it is accounted for", async () => {
    const { order, payment } = await soldOrder();
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
