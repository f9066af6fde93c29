import { afterAll, beforeAll, expect, test } from "vitest";
import { money } from "../../core/money/index.ts";
import { insertUser, startSession } from "../../server/modules/identity/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { declined } from "../money/faults.ts";
import { webhook } from "../money/gateway.ts";
import { createWorld, type World } from "../money/world.ts";

/** What finance staff see and may do over HTTP, and what a buyer may with his own balance. */
let database: TestDatabase;
let world: World;
let app: Application;

beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
  const staff = newRootId("user", world.now());
  await insertUser(database.app, {
    id: staff,
    demoKey: null,
    name: "Farid (demo finance)",
    email: "farid@example.test",
    phone: "9000000006",
    roles: ["user", "finance"],
    pickupAddress: null,
  });
  await startSession(database.app, world.buyer, world.now(), "buyer");
  await startSession(database.app, staff, world.now(), "finance");
  app = await applicationOf(world);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

let keys = 0;

async function ask(who: string, method: "GET" | "POST", path: string, body?: object) {
  keys += 1;
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${who}`, "idempotency-key": `key-of-finance-${keys}` },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
}

test("money of a payment that nobody asked for is seen by staff, previewed, sent back once, and gone from the list", async () => {
  await world.gateway.open({
    payment: "paid_in_the_dashboard",
    amount: money(7_500n, "INR"),
    buyer: { id: "x", name: "Demo", email: "x@example.test", phone: "9000000009" },
    returnUrl: "",
    notifyUrl: "",
    expiresAt: world.now(),
  });
  world.gateway.pay("paid_in_the_dashboard");
  const raw = webhook({ payment: "paid_in_the_dashboard" }, "event");
  await receiveWebhook(world.db, world.parts.gateways, "testpay", raw, world.now());
  await world.settle();

  const listed = await ask("finance", "GET", "/finance/in-flight");
  expect(listed.body.data).toMatchObject([
    {
      ...{ kind: "suspense", state: "unknown_payment", amount: { amount: 7_500, currency: "INR" } },
      ...{ nextCheckAt: expect.any(String), overdueSince: null },
    },
  ]);
  const path = `/finance/suspense/${listed.body.data[0].id}/refund`;
  expect((await ask("buyer", "GET", "/finance/in-flight")).status).toBe(403);
  expect((await ask("buyer", "POST", path, { reason: "mine" })).status).toBe(403);

  const previewed = await ask("finance", "POST", `${path}/preview`, {});
  const done = await ask("finance", "POST", path, { reason: "the payer asked for it" });
  expect([done.status, done.body.entries]).toEqual([200, previewed.body.entries]);
  expect((await ask("finance", "POST", path, { reason: "again" })).body.code).toBe("TRANSITION_NOT_ALLOWED");
  await world.settle();
  expect(world.gateway.refunds).toHaveLength(1);
  expect((await ask("finance", "GET", "/finance/in-flight")).body.data).toEqual([]);
});

test("a payout on its way is listed with the moment of its next look", async () => {
  world.rail.payoutsBegin("pending");
  const { order } = await world.shipped();
  await world.give(order, "confirm_receipt", "buyer");
  await world.settle();
  const { body } = await ask("finance", "GET", "/finance/in-flight");
  expect(body.data).toMatchObject([
    { kind: "payout", dealId: order.deal, state: "pending", nextCheckAt: expect.any(String) },
  ]);
});

test("an order is paid from the buyer's balance, and not from one that does not cover it", async () => {
  const poor = await world.order();
  const refused = await ask("buyer", "POST", `/orders/${poor.id}/payment`, { method: "wallet" });
  expect([refused.status, refused.body.code]).toEqual([409, "INSUFFICIENT_BALANCE"]);
  world.gateway.calls.order("refund", declined);
  const { order: cancelled } = await world.paid();
  await world.give(cancelled, "cancel", "buyer");
  await world.settle();
  const paid = await ask("buyer", "POST", `/orders/${poor.id}/payment`, { method: "wallet" });
  expect([paid.status, paid.body.status, paid.body.gateway]).toEqual([201, "captured", "wallet"]);
  expect(await world.stateOf(poor)).toBe("escrow_locked");
});

test("a refund may be sent again by staff only when the gateway can no longer be asked", async () => {
  const { order } = await world.paid();
  await world.give(order, "cancel", "buyer");
  await world.settle();
  const [refund] = await world.refunds(order);
  const path = `/finance/refunds/${refund?.id}/send-again`;
  expect((await ask("finance", "POST", path, { reason: "just so" })).body.code).toBe("TRANSITION_NOT_ALLOWED");
  expect((await ask("buyer", "POST", path, { reason: "mine" })).status).toBe(403);
});
