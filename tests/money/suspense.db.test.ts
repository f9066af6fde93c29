import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { money } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { days, hours } from "../../core/time/index.ts";
import {
  inFlight,
  previewSuspenseRefund,
  receiveWebhook,
  refundSuspense,
} from "../../server/modules/payments/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { asking } from "./asking.ts";
import { declined, noAnswerAfter } from "./faults.ts";
import { webhook } from "./gateway.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

const flights = () => inFlight(world.owner, [], 100);
const suspense = () => world.balance("suspense:testpay");

/** Somebody pays something at our gateway account that we never asked for. */
async function foreignPayment(name = "order_of_the_dashboard", minor = 5_000n): Promise<void> {
  await world.gateway.open({
    payment: name,
    amount: money(minor, "INR"),
    buyer: { id: "x", name: "Demo", email: "x@example.test", phone: "9000000009" },
    returnUrl: "",
    notifyUrl: "",
    expiresAt: world.now(),
  });
  world.gateway.pay(name);
  for (const key of ["one", "two", "one"])
    await receiveWebhook(
      world.db,
      world.parts.gateways,
      "testpay",
      webhook({ payment: name }, `${name} ${key}`),
      world.now(),
    );
  await world.settle();
}

const audited = (action: string) =>
  world.owner.query("select actor, actor_id, subject from audit.entry where action = $1", [action]);

async function foundItem() {
  const [item] = await flights();
  if (!item) throw new Error("nothing is in suspense");
  return item;
}

const staff = () => ({ ...asking(world.seller), reason: "paid by mistake" });

describe("money for a payment that we know nothing of", () => {
  test("is in suspense once, with no deal, and waits there in sight of staff, with a day on which it is looked at", async () => {
    await foreignPayment();
    const since = world.now();
    await world.pass(hours(48));
    expect(await suspense()).toBe(5_000n);
    expect(await flights()).toMatchObject([
      {
        ...{ kind: "suspense", deal: null, state: "unknown_payment", amount: money(5_000n, "INR"), since },
        ...{ nextCheckAt: since + days(3), overdueSince: null },
      },
    ]);
    expect(await audited("payment.unknown")).toHaveLength(1);
    expect(await world.books()).toEqual(["suspense:testpay holds 5000"]);
  });

  test("is overdue after three days: staff are told once", async () => {
    await foreignPayment();
    const since = world.now();
    await world.pass(days(6));
    expect(await flights()).toMatchObject([{ overdueSince: since + days(3), nextCheckAt: since + days(7) }]);
    expect(await audited("suspense.overdue")).toMatchObject([{ actor: "system", subject: (await foundItem()).id }]);
    expect([await suspense(), world.gateway.refunds]).toEqual([5_000n, []]);
  });

  test("goes back by itself after seven days, as staff would send it", async () => {
    await foreignPayment();
    await world.pass(days(7));
    expect(world.gateway.refunds.map(({ payment, amount }) => [payment, amount.minor])).toEqual([
      ["order_of_the_dashboard", 5_000n],
    ]);
    expect([await suspense(), await flights()]).toEqual([0n, []]);
    expect(await audited("suspense.refunded")).toMatchObject([{ actor: "system", actor_id: null }]);
    await world.pass(days(30));
    expect(world.gateway.refunds).toHaveLength(1);
    expect(await world.owner.query("select key from runtime.job where kind = 'payment.suspense'")).toEqual([]);
    expect(await world.books()).toEqual([]);
  });

  test("goes back when the operator's policy says so", async () => {
    await database.drop();
    database = await testDatabase();
    world = await createWorld(database, { parts: { suspenseHold: days(1) } });
    await foreignPayment();
    await world.pass(days(1) - hours(1));
    expect(world.gateway.refunds).toEqual([]);
    await world.pass(hours(1));
    expect([world.gateway.refunds.length, (await audited("suspense.overdue")).length]).toEqual([1, 1]);
  });

  test("that staff send back in the moment in which it would go by itself goes once", async () => {
    await foreignPayment();
    const { id } = await foundItem();
    await world.pass(days(7) - 1);
    world.jump(1);
    await Promise.all([refundSuspense(world.db, id as never, staff(), world.now()), world.settle()]);
    await world.settle();
    expect([world.gateway.refunds.length, (await audited("suspense.refunded")).length]).toEqual([1, 1]);
    expect(await world.books()).toEqual([]);
  });

  test("that the gateway does not send back is tried again a week later, and is never without a day", async () => {
    world.gateway.calls.order("refund", declined);
    await foreignPayment();
    await world.pass(days(7));
    expect(await suspense()).toBe(5_000n);
    expect(await flights()).toMatchObject([{ nextCheckAt: world.now() + days(7) }]);
    expect(await world.books()).toEqual(["suspense:testpay holds 5000"]);
    await world.pass(days(7));
    expect([await suspense(), world.gateway.refunds.length]).toEqual([0n, 1]);
    expect(await audited("suspense.overdue")).toHaveLength(1);
  });

  test("is sent back by staff, once, and the preview says exactly what is then posted", async () => {
    await foreignPayment();
    const item = await foundItem();
    const previewed = expectOk(await previewSuspenseRefund(world.db, item.id as never, world.now()), "preview");
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => refundSuspense(world.db, item.id as never, staff(), world.now())),
    );
    const done = answers.filter((answer) => answer.ok);
    expect(done.map((answer) => answer.ok && answer.value.posting.entries)).toEqual([previewed.entries]);
    await world.settle();
    expect(world.gateway.refunds.map(({ payment, amount }) => [payment, amount.minor])).toEqual([
      ["order_of_the_dashboard", 5_000n],
    ]);
    expect([await suspense(), await flights()]).toEqual([0n, []]);
    expect(await world.books()).toEqual([]);
  });

  test("case 22: an unanswered refund of it is made once", async () => {
    world.gateway.calls.order("refund", noAnswerAfter);
    await foreignPayment();
    expectOk(await refundSuspense(world.db, (await foundItem()).id as never, staff(), world.now()), "refund");
    await world.pass(hours(1));
    expect(world.gateway.refunds).toHaveLength(1);
    expect(await world.books()).toEqual([]);
  });

  test("that the gateway will not send back is in suspense again, and may be tried again", async () => {
    world.gateway.calls.order("refund", declined);
    await foreignPayment();
    const { id } = await foundItem();
    expectOk(await refundSuspense(world.db, id as never, staff(), world.now()), "refund");
    await world.settle();
    expect(await suspense()).toBe(5_000n);
    expectOk(await refundSuspense(world.db, id as never, staff(), world.now()), "refund");
    await world.settle();
    expect([await suspense(), world.gateway.refunds.length]).toEqual([0n, 1]);
    expect(await world.books()).toEqual([]);
  });

  test("case 68: named by an id of ours that a restored backup does not know, it lies in the shard that it had", async () => {
    const lostId = `pay_${"0".repeat(30)}07`;
    await foreignPayment(lostId);
    expect(await world.owner.query("select shard, foreign_payment from payments.capture")).toEqual([
      { shard: 7, foreign_payment: lostId },
    ]);
  });
});

describe("what staff see of money on its way", () => {
  test("a refund with the moment of its next look, and that its outcome is unknown", async () => {
    world.gateway.calls.order("refund", noAnswerAfter);
    const { order } = await world.paid();
    await world.give(order, "cancel", "buyer");
    await world.settle();
    expect(await flights()).toMatchObject([
      { kind: "refund", deal: order.deal, state: "outcome_unknown", attempts: 1, amount: order.terms.total },
    ]);
    expect((await flights())[0]?.nextCheckAt).toBeGreaterThan(world.now());
    await world.pass(hours(1));
    expect(await flights()).toEqual([]);
  });

  test("an open chargeback, and that it is asked after", async () => {
    const { order, payment } = await world.paid();
    const dispute = world.gateway.dispute(payment);
    await receiveWebhook(world.db, world.parts.gateways, "testpay", webhook({ payment, dispute }, "d"), world.now());
    await world.settle();
    expect(await flights()).toMatchObject([
      { kind: "chargeback", deal: order.deal, state: "held", nextCheckAt: world.now() + hours(6) },
    ]);
  });

  test("nothing that was already refunded cannot be refunded again", async () => {
    const order = await world.order();
    const payment = await world.openPayment(order);
    world.gateway.pay(payment, { amount: money(100n, "INR") });
    await world.look(payment);
    const [capture] = await world.owner.query<{ id: string }>("select id from payments.capture");
    const id = `cap_${(capture?.id ?? "").replaceAll("-", "")}`;
    expect(await refundSuspense(world.db, id as never, staff(), world.now())).toEqual({
      ok: false,
      error: "refunded_already",
    });
    expect(await refundSuspense(world.db, `cap_${"0".repeat(32)}` as never, staff(), world.now())).toEqual({
      ok: false,
      error: "no_such_money",
    });
  });
});
