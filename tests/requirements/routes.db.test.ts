import { afterAll, beforeAll, expect, test } from "vitest";
import { hours, minutes } from "../../core/time/index.ts";
import { insertUser, startSession } from "../../server/modules/identity/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { type Application, applicationOf, sandboxOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";
import { confirmed } from "../rights/confirming.ts";

/** What the rows of docs/reference/requirements.md promise of routes, asked over HTTP. */
let database: TestDatabase;
let world: World;
let app: Application;
let woken = 0;

const CRON_KEY = "a-key-for-the-scheduler";

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database);
  await startSession(database.app, world.buyer, world.now(), "buyer");
  await startSession(database.app, world.seller, world.now(), "seller");
  await insertUser(database.app, {
    id: newRootId("user", world.now()),
    demoKey: "visitor",
    name: "Vera (demo visitor)",
    email: "vera@example.test",
    phone: "9000000002",
    roles: ["user"],
    pickupAddress: null,
  });
  app = await applicationOf(world, {
    // The worker of a real server goes on beside the request; here it is let work between requests.
    wake: () => {
      woken += 1;
    },
    sandbox: sandboxOf(world),
    cronKey: CRON_KEY,
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** The bearer token of whoever asks. */
type Who = string | null;

async function ask(
  who: Who,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: object,
  more: Record<string, string> = {},
) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...more, ...(who !== null && { authorization: `Bearer ${who}` }) },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body === "" ? null : answer.json() };
}

test("a shipping rate is asked of the carrier once an hour for the same question", async () => {
  const path = `/shipping/rates?productId=${world.product}&quantity=2&postcode=560001`;
  const asked = () => world.carrier.calls.count("rates");
  const before = asked();
  const first = await ask(null, "GET", path);
  expect(first.body.options).toMatchObject([{ courier: "road", speed: "standard", price: { amount: 4_900 } }]);
  await ask(null, "GET", path);
  expect(asked()).toBe(before + 1);
  world.jump(minutes(61));
  await ask(null, "GET", path);
  expect(asked()).toBe(before + 2);
});

test("an order has a number that people can read out, and its items as they were", async () => {
  const order = await world.order();
  const { body } = await ask("buyer", "GET", `/orders/${order.id}`);
  expect(body.number).toMatch(/^ORD-2026-\d{6}$/);
  expect(body.items).toMatchObject([{ productId: world.product, quantity: 1, unitPrice: { amount: 29_900 } }]);
});

test("a payment is its buyer's alone to read", async () => {
  const { payment } = await world.paid();
  expect((await ask("buyer", "GET", `/payments/${payment}`)).body).toMatchObject({ id: payment, status: "captured" });
  expect((await ask("seller", "GET", `/payments/${payment}`)).status).toBe(404);
});

test("the seller moves an order through his own steps and no further; the buyer does not", async () => {
  const { order } = await world.paid();
  const path = `/orders/${order.id}/status`;
  expect((await ask("buyer", "PUT", path, { status: "processing" })).status).toBe(403);
  expect((await ask("seller", "PUT", path, { status: "completed" })).status).toBe(400);
  expect((await ask("seller", "POST", `/orders/${order.id}/accept`, {})).body.status).toBe("order_confirmed");
  expect((await ask("seller", "PUT", path, { status: "processing" })).body.status).toBe("processing");
  expect((await ask("seller", "PUT", path, { status: "ready_to_ship" })).body.status).toBe("ready_to_ship");
  const back = await ask("seller", "PUT", path, { status: "processing" });
  expect(back.status).toBe(409);
  expect(back.body).toMatchObject({ code: "TRANSITION_NOT_ALLOWED", canRetry: false });
});

test("what is to be sent is listed by urgency", async () => {
  const early = await world.paid();
  world.jump(hours(30));
  const late = await world.paid();
  await world.settle();
  const { body } = await ask("seller", "GET", "/seller/orders/pending");
  const listed: { id: string; urgency: string; dueAt: string }[] = body.data;
  const mine = listed.filter(({ id }) => id === early.order.id || id === late.order.id);
  expect(mine.map(({ id, urgency }) => [id, urgency])).toEqual([
    [early.order.id, "soon"],
    [late.order.id, "calm"],
  ]);
  const dues = listed.map(({ dueAt }) => dueAt);
  expect(dues).toEqual([...dues].sort());
});

test("timeline, tracking and label tell of a parcel; the label is the seller's alone", async () => {
  const { order, shipment } = await world.shipped();
  world.jump(hours(5));
  world.carrier.scan(shipment.id, "in_transit", world.now());
  await world.pass(hours(2));
  const timeline = await ask("buyer", "GET", `/orders/${order.id}/timeline`);
  const events: { command: string; to: string; actor: string }[] = timeline.body.data;
  expect(events.map(({ command, to, actor }) => [command, to, actor])).toEqual([
    ["place", "payment_pending", "buyer"],
    ["payment_captured", "escrow_locked", "gateway"],
    ["dispatch", "shipped", "seller"],
    ["in_transit", "in_transit", "carrier"],
  ]);
  const tracking = await ask("buyer", "GET", `/orders/${order.id}/tracking`);
  expect(tracking.body.data).toMatchObject([{ state: "in_transit" }]);
  const label = await ask("seller", "GET", `/orders/${order.id}/label`);
  expect([label.status, label.headers.location]).toEqual([
    302,
    expect.stringContaining("https://labels.example.test/"),
  ]);
  expect((await ask("buyer", "GET", `/orders/${order.id}/label`)).status).toBe(404);
});

test("orders are listed by role and status, a page at a time", async () => {
  const orders = [await world.order(), await world.order(), await world.order()].map(({ id }) => id as string);
  const seen: string[] = [];
  for (let cursor: string | null = "", pages = 0; cursor !== null && pages < 100; pages++) {
    const next: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await ask("seller", "GET", `/orders?role=seller&status=payment_pending&limit=2${next}`);
    expect(body.data.length).toBeLessThanOrEqual(2);
    seen.push(...body.data.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(orders.filter((id) => !seen.includes(id))).toEqual([]);
  expect((await ask("seller", "GET", "/orders?role=buyer")).body.data).toEqual([]);
});

test("what a seller is paid is listed while it is held and when it has arrived", async () => {
  const { order, shipment } = await world.shipped();
  world.carrier.scan(shipment.id, "delivered", world.now());
  await world.pass(hours(2));
  const payouts = async (state: string) =>
    (await ask("seller", "GET", `/seller/payouts?state=${state}`)).body.data.filter(
      ({ orderId }: { orderId: string }) => orderId === order.id,
    );
  expect(await payouts("pending")).toMatchObject([
    { status: "held", amount: { amount: 33_756 }, dueAt: expect.any(String) },
  ]);
  await world.pass(hours(24));
  expect(await payouts("pending")).toEqual([]);
  expect(await payouts("paid")).toMatchObject([{ status: "paid", amount: { amount: 33_756 } }]);
});

test("a bank account that is added becomes the primary one once the rail has verified it, and shows its last four digits", async () => {
  const wanted = { holderName: "Deccan Looms", accountNumber: "000123456789", ifsc: "YESB0000262", kind: "savings" };
  const added = await confirmed(world, {
    send: (headers) => ask("seller", "POST", "/seller/bank-accounts", wanted, headers),
    post: (path, body) => ask("seller", "POST", path, body),
  });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ status: "pending", primary: false, last4: "6789" });
  await world.settle();
  const { body } = await ask("seller", "GET", "/seller/bank-accounts");
  expect(body.data.find(({ id }: { id: string }) => id === added.body.id)).toMatchObject({
    status: "verified",
    primary: true,
  });
  expect(body.data.filter(({ primary }: { primary: boolean }) => primary)).toHaveLength(1);
  expect(JSON.stringify(body)).not.toContain("000123456789");
});

test("both parties are told when a deadline pays the buyer back", async () => {
  const { order } = await world.paid();
  await world.pass(hours(48));
  const keys = (await world.notices(order)).map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(["lapse_dispatch.buyer", "lapse_dispatch.seller"]));
});

test.each(["process-timeouts", "release-payments", "update-tracking"])(
  "%s is for the scheduler's key alone",
  async (name) => {
    const before = woken;
    expect((await ask(null, "POST", `/cron/${name}`)).status).toBe(401);
    expect((await ask("seller", "POST", `/cron/${name}`)).status).toBe(403);
    expect(woken).toBe(before);
    expect((await ask(CRON_KEY, "POST", `/cron/${name}`)).status).toBe(202);
    expect(woken).toBe(before + 1);
  },
);

const send = (path: string, body: object, signature: string) =>
  app.inject({
    method: "POST",
    url: `/api/v1/webhooks/${path}`,
    headers: { "content-type": "application/json", signature },
    payload: JSON.stringify(body),
  });

/** The news is refused when forged, and taken when genuine. */
async function news(path: string, body: object): Promise<void> {
  expect((await send(path, body, "wrong")).statusCode).toBe(401);
  expect((await send(path, body, "right")).statusCode).toBe(200);
  await world.settle();
}

test.each(["tracking", "delivery"])("a carrier's news about %s moves the order", async (about) => {
  const { order, shipment } = await world.shipped();
  const { trackingNumber } = (await world.shipment(order)) ?? {};
  world.carrier.scan(shipment.id, "out_for_delivery", world.now());
  await news(`${world.carrier.name}/${about}`, [{ dedupeKey: `${about}-1`, trackingNumber }]);
  expect((await ask("buyer", "GET", `/orders/${order.id}`)).body.status).toBe("out_for_delivery");
});

test("a gateway's news about a payment and its refund moves the order and the refund", async () => {
  const order = await world.order();
  const payment = await world.openPayment(order);
  world.gateway.pay(payment);
  await news(`${world.gateway.name}/payment`, { dedupeKey: "payment-1", type: "event", payment });
  expect((await ask("buyer", "GET", `/orders/${order.id}`)).body.status).toBe("escrow_locked");

  world.gateway.refundsBegin("pending");
  await ask("buyer", "POST", `/orders/${order.id}/cancel`, {});
  await world.settle();
  const { refund } = (await ask("buyer", "GET", `/orders/${order.id}`)).body;
  expect(refund.status).toBe("pending");
  world.gateway.settleRefund(refund.id, "succeeded");
  await news(`${world.gateway.name}/refund`, { dedupeKey: "refund-1", type: "event", refund: refund.id });
  expect((await ask("buyer", "GET", `/orders/${order.id}`)).body.refund.status).toBe("succeeded");
  world.gateway.refundsBegin("succeeded");
});

test("a rail's news about a payout moves the payout", async () => {
  world.rail.payoutsBegin("pending");
  const { order } = await world.shipped();
  await ask("buyer", "POST", `/orders/${order.id}/confirm-delivery`, {});
  await world.settle();
  const { payout } = (await ask("seller", "GET", `/orders/${order.id}`)).body;
  expect(payout.status).toBe("pending");
  world.rail.settlePayout(payout.id, "paid");
  await news(`${world.rail.name}/payout`, { dedupeKey: "payout-1", type: "event", payout: payout.id });
  expect((await ask("seller", "GET", `/orders/${order.id}`)).body.payout.status).toBe("paid");
  world.rail.payoutsBegin("paid");
});

test("a demo person signs in, and after signing out the session opens nothing", async () => {
  const { token } = (await ask(null, "POST", "/sandbox/sign-in", { user: "visitor" })).body;
  expect((await ask(token, "GET", "/users/me")).body).toMatchObject({ name: "Vera (demo visitor)" });
  const left = await app.inject({
    method: "POST",
    url: "/api/v1/sandbox/sign-out",
    headers: { cookie: `amana_session=${token}`, "sec-fetch-site": "same-origin" },
    payload: {},
  });
  expect(left.statusCode).toBe(204);
  expect((await ask(token, "GET", "/users/me")).status).toBe(401);
});

test("a reader learns who he is, and only when he says it", async () => {
  expect((await ask("buyer", "GET", "/users/me")).body).toMatchObject({ id: world.buyer, roles: ["user"] });
  expect((await ask(null, "GET", "/users/me")).status).toBe(401);
});
