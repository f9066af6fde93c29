import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { money } from "../../core/money/index.ts";
import { hours, minutes, seconds } from "../../core/time/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { noAnswerAfter, noAnswerBefore } from "./faults.ts";
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
const postings = (kind: string) => world.owner.query("select key from ledger.posting where kind = $1", [kind]);
const times = <T>(count: number, act: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => act(n));

test("case 1: a webhook replayed a hundred times in parallel books once, and each time is answered", async () => {
  const order = await world.order();
  const payment = await world.openPayment(order);
  world.gateway.pay(payment);
  const answers = await Promise.all(times(100, () => receive(webhook({ payment }, "event-1"))));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  await world.settle();
  expect(await world.stateOf(order)).toBe("escrow_locked");
  expect(await postings("fund")).toHaveLength(1);
  expect(await world.owner.query("select times from payments.webhook")).toEqual([{ times: 100 }]);
  expect(await world.books()).toEqual([]);
});

test("case 1: a hundred webhooks while several workers look at once book once", async () => {
  const order = await world.order();
  const payment = await world.openPayment(order);
  world.gateway.pay(payment);
  await Promise.all(
    times(100, async (n) => {
      await receive(webhook({ payment }, `event-${n % 10}`));
      if (n % 10 === 0) await world.settle();
    }),
  );
  await world.settle();
  expect(await postings("fund")).toHaveLength(1);
  expect(await postings("unmatched")).toHaveLength(0);
  expect(await world.books()).toEqual([]);
});

test("case 3: a forged webhook is refused and leaves nothing", async () => {
  const order = await world.order();
  const payment = await world.openPayment(order);
  world.gateway.pay(payment);
  expect(await receive(webhook({ payment }, "event-1", "wrong"))).toEqual({ ok: false, error: "forged" });
  expect(await world.owner.query("select from payments.webhook")).toHaveLength(0);
});

describe("case 7: an amount that differs is not held and goes back in full", () => {
  for (const [what, minor] of [
    ["one unit less", -1n],
    ["one unit more", 1n],
    ["far less", -34_700n],
  ] as const) {
    test(what, async () => {
      const order = await world.order();
      const payment = await world.openPayment(order);
      const wrong = money(order.terms.total.minor + minor, "INR");
      world.gateway.pay(payment, { amount: wrong });
      await world.look(payment);
      await receive(webhook({ payment }, "told again"));
      await world.settle();
      expect(await world.stateOf(order)).toBe("payment_pending");
      expect(world.gateway.refunds.map(({ amount }) => amount)).toEqual([wrong]);
      expect(await world.books()).toEqual([]);
    });
  }

  test("and the buyer may still pay what is owed, in another payment", async () => {
    const order = await world.order();
    const first = await world.openPayment(order);
    world.gateway.pay(first, { amount: money(100n, "INR") });
    await world.look(first);
    const second = await world.openPayment(order);
    expect(second).not.toBe(first);
    world.gateway.pay(second);
    await world.look(second);
    expect(await world.stateOf(order)).toBe("escrow_locked");
    expect(await world.books()).toEqual([]);
  });

  test("or in the same payment, and is refunded from there when the order is cancelled", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    world.gateway.pay(payment, { amount: money(100n, "INR") });
    await world.look(payment);
    world.gateway.pay(payment);
    await world.look(payment);
    expect(await world.stateOf(order)).toBe("escrow_locked");
    await world.give(order, "cancel", "buyer");
    await world.settle();
    expect(world.gateway.refunds.map(({ amount }) => amount.minor)).toEqual([100n, order.terms.total.minor]);
    expect(await world.books()).toEqual([]);
  });
});

test("case 8: the right number in another currency is not held and goes back in that currency", async () => {
  const order = await world.order();
  const payment = await world.openPayment(order);
  world.gateway.pay(payment, { amount: money(order.terms.total.minor, "KWD") });
  await world.look(payment);
  expect(await world.stateOf(order)).toBe("payment_pending");
  expect(await world.owner.query("select why from payments.capture")).toEqual([{ why: "wrong_currency" }]);
  expect(world.gateway.refunds.map(({ amount }) => amount)).toEqual([money(order.terms.total.minor, "KWD")]);
  expect(await world.books()).toEqual([]);
});

test("case 8: a genuine small payment named in a webhook about a big order moves only its own order", async () => {
  const cheap = await world.listing(5, money(100n, "INR"));
  const small = await world.order({ product: cheap });
  const big = await world.order();
  const smallPayment = await world.openPayment(small);
  const bigPayment = await world.openPayment(big);
  world.gateway.pay(smallPayment);
  await receive(webhook({ payment: bigPayment }, "event-1"));
  await receive(webhook({ payment: smallPayment }, "event-2"));
  await world.settle();
  expect([await world.stateOf(small), await world.stateOf(big)]).toEqual(["escrow_locked", "payment_pending"]);
  expect(await world.books()).toEqual([]);
});

describe("case 9: nothing but the gateway's own look is believed", () => {
  test("not a genuine webhook that says paid", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    const says = { ...{ payment }, status: "SUCCESS", amount: 34_800 };
    await receive(webhook(says, "event-1"));
    await world.settle();
    expect(await world.stateOf(order)).toBe("payment_pending");
  });

  test("not the return of the browser, which only sends somebody to look", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    await world.look(payment);
    expect(await world.stateOf(order)).toBe("payment_pending");
  });

  test("not a status of paid without a capture; it is looked at again until the money shows", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    world.gateway.pay(payment, { visibleFrom: (world.now() + seconds(90)) as never });
    world.gateway.saysOf(payment, "paid");
    await world.look(payment);
    expect(await world.stateOf(order)).toBe("payment_pending");
    await world.pass(minutes(10));
    expect(await world.stateOf(order)).toBe("escrow_locked");
    expect(await world.books()).toEqual([]);
  });

  test("not a word that we have not met; it is looked at again", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    world.gateway.saysOf(payment, "unclear");
    await world.pass(minutes(2));
    expect(await world.stateOf(order)).toBe("payment_pending");
    expect((await world.payments(order)).map(({ state }) => state)).toEqual(["open"]);
    world.gateway.pay(payment);
    await world.pass(minutes(1));
    expect(await world.stateOf(order)).toBe("escrow_locked");
  });
});

describe("case 10: money that comes too late goes back in full, and the order stays as it ended", () => {
  test("after the buyer cancelled, while the gateway cannot close the payment any more", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    await world.give(order, "cancel", "buyer");
    world.gateway.pay(payment);
    await world.settle();
    expect(await world.stateOf(order)).toBe("cancelled");
    expect(world.gateway.refunds.map(({ amount }) => amount)).toEqual([order.terms.total]);
    expect(await world.books()).toEqual([]);
  });

  test("and mostly cannot come: the payment of an order that is cancelled is closed at the gateway at once", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    await world.give(order, "cancel", "buyer");
    await world.settle();
    expect(world.gateway.payments.get(payment)?.status).toBe("closed");
    expect((await world.payments(order)).map(({ state }) => state)).toEqual(["closed"]);
  });

  test("after the payment window closed, told by a webhook an hour later", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    await world.pass(minutes(31));
    expect(await world.stateOf(order)).toBe("cancelled");
    world.jump(hours(1));
    world.gateway.pay(payment);
    await receive(webhook({ payment }, "event-1"));
    await world.settle();
    expect(await world.stateOf(order)).toBe("cancelled");
    expect(world.gateway.refunds).toHaveLength(1);
    expect(await world.books()).toEqual([]);
  });

  test("after the deadline, though paid before it acted: the moment of the payment decides", async () => {
    const late = await world.order();
    const inTime = await world.order();
    const latePayment = await world.openPayment(late);
    const inTimePayment = await world.openPayment(inTime);
    const dueAt = (await world.deal(late.deal)).deadline?.dueAt ?? 0;
    world.setClock(dueAt + seconds(1));
    world.gateway.pay(latePayment, { at: dueAt as never });
    world.gateway.pay(inTimePayment, { at: (dueAt - 1) as never });
    await world.settle();
    expect([await world.stateOf(late), await world.stateOf(inTime)]).toEqual(["cancelled", "escrow_locked"]);
    expect(world.gateway.refunds.map(({ payment }) => payment)).toEqual([latePayment]);
    expect(await world.books()).toEqual([]);
  });
});

describe("case 11: of two successful payments for one order the second goes back", () => {
  test("two captures of one payment", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    const first = world.gateway.pay(payment);
    world.gateway.pay(payment);
    await world.look(payment);
    expect(await world.stateOf(order)).toBe("escrow_locked");
    expect(world.gateway.refunds).toHaveLength(1);
    const captures = await world.owner.query(
      "select reference, disposition, why from payments.capture order by reference",
    );
    expect(captures).toEqual([
      { reference: first.reference, disposition: "escrow", why: null },
      { reference: expect.any(String), disposition: "suspense", why: "paid_twice" },
    ]);
    expect(await world.books()).toEqual([]);
  });

  test("two payments, the first of them thought closed", async () => {
    const order = await world.order();
    const first = await world.openPayment(order);
    world.gateway.saysOf(first, "closed");
    await world.look(first);
    const second = await world.openPayment(order);
    expect(second).not.toBe(first);
    world.gateway.pay(first);
    world.gateway.pay(second);
    await Promise.all([receive(webhook({ payment: first }, "1")), receive(webhook({ payment: second }, "2"))]);
    await world.settle();
    expect(await world.stateOf(order)).toBe("escrow_locked");
    expect(world.gateway.refunds).toHaveLength(1);
    await world.give(order, "cancel", "seller");
    await world.settle();
    expect(world.gateway.holds("INR")).toBe(0n);
    expect(await world.books()).toEqual([]);
  });
});

describe("case 12: a payment that is opened but never made ends by itself", () => {
  for (const [what, fault] of [
    ["before", noAnswerBefore],
    ["after", noAnswerAfter],
  ] as const) {
    test(`also when the gateway never answered ${what} it was opened`, async () => {
      world.gateway.calls.order("open", fault);
      const order = await world.order();
      await world.openPayment(order);
      await world.pass(minutes(1));
      expect((await world.payments(order)).map(({ state }) => state)).toEqual(["open"]);
      expect(world.gateway.payments.size).toBe(1);
      await world.pass(minutes(45));
      expect(await world.stateOf(order)).toBe("cancelled");
      expect(await world.books()).toEqual([]);
    });
  }
});

test("case 13: when no webhook ever comes, the poller finds the payment", async () => {
  const order = await world.order();
  const payment = await world.openPayment(order);
  await world.pass(minutes(4));
  world.gateway.pay(payment);
  await world.pass(seconds(30));
  expect(await world.stateOf(order)).toBe("escrow_locked");
  expect(await world.books()).toEqual([]);
});

test("case 13: a refund and a payout that end without a webhook are found too", async () => {
  world.gateway.refundsBegin("pending");
  world.rail.payoutsBegin("pending");
  const refunded = await world.paid();
  await world.give(refunded.order, "cancel", "buyer");
  const sold = await world.shipped();
  await world.give(sold.order, "confirm_receipt", "buyer");
  await world.settle();
  expect(await world.books()).toEqual([]);
  for (const { refund } of world.gateway.refunds) world.gateway.settleRefund(refund, "succeeded");
  for (const { payout } of world.rail.payouts) world.rail.settlePayout(payout, "paid");
  await world.pass(minutes(1));
  expect((await world.refunds(refunded.order)).map(({ state }) => state)).toEqual(["succeeded"]);
  expect((await world.payout(sold.order))?.state).toBe("paid");
  expect(await world.books()).toEqual([]);
});

test("case 15: fifty parallel orders under one key are one order; another buyer's same key is another", async () => {
  const request = await world.draft({ key: "click" });
  const other = await world.person();
  const stranger = await world.draft({ key: "click", buyer: other });
  const before = await world.stockOf();
  const answers = await Promise.all([
    ...times(50, () => world.place(request)),
    ...times(5, () => world.place(stranger)),
  ]);
  const ids = answers.map((answer) => (answer.ok ? answer.value.id : answer.error));
  expect(new Set(ids.slice(0, 50)).size).toBe(1);
  expect(new Set(ids.slice(50)).size).toBe(1);
  expect(new Set(ids).size).toBe(2);
  expect(await world.owner.query("select from escrow.deal")).toHaveLength(2);
  expect(await world.stockOf()).toBe((before ?? 0) - 2);
  const [first] = answers;
  expect(await world.place(request)).toEqual(first);
});

test("case 17: price, shipping, seller and commission are the listing's and the quote's", async () => {
  const request = {
    ...(await world.draft({ quantity: 2 })),
    total: 1n,
    unitPrice: 1n,
    seller: await world.person(),
    commission: 0n,
  };
  const placed = await world.place(request);
  expect(placed.ok && placed.value.terms).toEqual({
    goods: money(59_800n, "INR"),
    shipping: money(4_900n, "INR"),
    ...{ tax: money(0n, "INR"), buyerFee: money(0n, "INR") },
    total: money(64_700n, "INR"),
    commission: money(1_941n, "INR"),
    commissionTax: money(0n, "INR"),
    sellerReceives: money(62_759n, "INR"),
  });
  expect(placed.ok && placed.value.seller).toBe(world.seller);
});

test("case 18: a quote that is old, or was for something else, sells nothing", async () => {
  const request = await world.draft();
  expect(await world.place({ ...request, quantity: 2 })).toEqual({ ok: false, error: "quote_for_something_else" });
  expect(await world.place({ ...request, courier: "air" })).toEqual({ ok: false, error: "quote_for_something_else" });
  expect(await world.place({ ...request, address: { ...request.address, postcode: "560001" } })).toEqual({
    ok: false,
    error: "quote_for_something_else",
  });
  world.jump(minutes(60));
  expect(await world.place(request)).toEqual({ ok: false, error: "quote_expired" });
  expect(await world.owner.query("select from orders.request")).toHaveLength(0);
});

test("case 19: ten pieces and fifty buyers make exactly ten orders", async () => {
  const product = await world.listing(10);
  const drafts = await Promise.all(times(50, (n) => world.draft({ product, key: `buyer-${n}` })));
  const answers = await Promise.all(drafts.map((draft) => world.place(draft)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
  expect(new Set(answers.filter(({ ok }) => !ok).map((answer) => !answer.ok && answer.error))).toEqual(
    new Set(["insufficient_stock"]),
  );
  expect(await world.stockOf(product)).toBe(0);
  const numbers = answers.flatMap((answer) => (answer.ok ? [answer.value.number] : []));
  expect(new Set(numbers).size).toBe(10);
});

test("case 20: nobody buys from himself", async () => {
  expect(await world.place(await world.draft({ buyer: world.seller }))).toEqual({ ok: false, error: "own_listing" });
});
