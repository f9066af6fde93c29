import { createHmac } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { SANDBOX_CREDENTIALS } from "../../server/runtime/config/index.ts";
import { type Api, createApi, type OrderSeen } from "../../tools/demo/api.ts";
import { CART_STORY, playCart } from "../../tools/demo/cart.ts";
import { place, playStory } from "../../tools/demo/play.ts";
import { STORIES } from "../../tools/demo/stories.ts";
import { TOLD, tellStory } from "../../tools/demo/told.ts";
import { type System, startSystem } from "../../tools/system.ts";

/** The whole system as it is started for people, spoken to over HTTP alone. */
let system: System;
let api: Api;
let simulators: string;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "amana-stories-"));
  // PostgreSQL does not run as root: another user must be able to enter.
  await chmod(dataDir, 0o755);
  const env = { ...process.env, AMANA_DIGITAL_INSPECTION_HOURS: "24" };
  system = await startSystem({ dataDir, port: 0, sandboxPort: 0, build: false, env });
  if (system.sandboxUrl === null) throw new Error("the stories need the simulators");
  simulators = system.sandboxUrl;
  api = createApi(system.url, simulators);
  await api.advance("PT1M");
}, 120_000);

afterAll(async () => {
  await system?.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const RELEASED = { status: "completed", buyer: 0, seller: 33_756, platform: 1044, postings: 4 };
const REFUNDED = { buyer: 34_800, seller: 0, platform: 0, postings: 3 };

const EXPECTED: Record<string, object> = {
  "delivered and released after 24 h": RELEASED,
  "buyer confirms at once": RELEASED,
  "no dispatch in 48 h": { status: "refunded", ...REFUNDED },
  "no delivery in 7 days": { status: "refunded", ...REFUNDED },
  "buyer cancels before dispatch": { status: "cancelled", ...REFUNDED },
  "payment webhook ten times and out of order": RELEASED,
  "the refund call times out after the gateway accepted it": { status: "cancelled", ...REFUNDED },
};

test.each(STORIES.map((story) => [story.name, story] as const))("the story ends as told: %s", async (name, story) => {
  const result = await playStory(api, story, () => {});
  expect(result).toEqual({ name, ...EXPECTED[name], balanced: true, statementAgrees: true });
});

const split = (buyer: number, seller: number, platform: number) => ({
  ...{ status: "completed", buyer, seller, platform, postings: 5 },
});

const EXPECTED_OF_TOLD: Record<string, object> = {
  "files bought and downloaded": {
    ...{ status: "completed", buyer: 0, seller: 87_300, platform: 2_700, postings: 4 },
  },
  "files refunded and withdrawn": { status: "refunded", ...REFUNDED, buyer: 90_000 },
  "service delivered, changed once and taken": {
    ...{ status: "completed", buyer: 0, seller: 242_500, platform: 7_500, postings: 4 },
  },
  "dispute won by the buyer": { status: "refunded", ...REFUNDED },
  "dispute lost by the buyer": RELEASED,
  "dispute divided": split(11_960, 22_155, 685),
  "dispute settled by the parties": split(10_465, 23_605, 730),
  "dispute appealed": { status: "refunded", ...REFUNDED },
  "dispute withdrawn": RELEASED,
  "milestone contract, paid part by part": {
    ...{ status: "completed", buyer: 0, seller: 970_000, platform: 30_000, postings: 8 },
  },
  "milestone contract ended early": { status: "completed", buyer: 0, seller: 388_000, platform: 12_000, postings: 4 },
  "negotiated, signed by both and bought": {
    ...{ status: "completed", buyer: 0, seller: 337_653, platform: 10_443, postings: 4 },
  },
};

test.each(TOLD.map((story) => [story.name, story] as const))("the books are right after: %s", async (name, story) => {
  const result = await tellStory(api, story, () => {});
  expect(result).toEqual({ name, ...EXPECTED_OF_TOLD[name], balanced: true, statementAgrees: true });
});

test("a cart with three sellers is paid once, and each part goes its own way", async () => {
  const result = await playCart(api, () => {});
  expect(result).toEqual({
    ...{ name: CART_STORY, status: "completed, cancelled, refunded" },
    ...{ buyer: 107_600, seller: 33_756, platform: 1044, postings: 10, balanced: true, statementAgrees: true },
  });
});

test("case 1: one payment webhook sent a hundred times at once is taken every time and booked once", async () => {
  const { order, delivery } = await paid();
  const answers = await Promise.all(Array.from({ length: 100 }, () => send(delivery)));
  expect(answers.filter((status) => status !== 200)).toEqual([]);
  await api.advance("PT1S");
  const { data } = await api.get<{ data: { kind: string }[] }>("buyer", `/orders/${order.id}/statement`);
  expect(data.map(({ kind }) => kind)).toEqual(["fund"]);
});

test("case 3: a webhook whose signature is missing, cut or another's is refused and changes nothing", async () => {
  const { delivery } = await paid();
  const signature = delivery.headers["x-webhook-signature"] ?? "";
  for (const forged of [
    "",
    signature.slice(1),
    signature.slice(0, -4),
    `${signature}A`,
    Buffer.from("x".repeat(32)).toString("base64"),
  ]) {
    expect(await send({ ...delivery, headers: { ...delivery.headers, "x-webhook-signature": forged } })).toBe(401);
  }
});

test("case 6: the same JSON in other bytes does not carry the signature", async () => {
  const { delivery } = await paid();
  expect(await send({ ...delivery, body: JSON.stringify(JSON.parse(delivery.body)) })).toBe(401);
});

test("case 9: what the browser says of a payment is not believed", async () => {
  const order = await place(api);
  await api.post("buyer", `/orders/${order.id}/payment`);
  await fetch(`${system.url}/en/orders/${order.id}/paid?order_status=PAID&cf_payment_id=1`);
  const claimed = { paymentResult: { status: "SUCCESS" }, status: "escrow_locked" };
  await expect(api.post("buyer", `/orders/${order.id}/payment`, claimed)).rejects.toThrow("400");
  await api.advance("PT1S");
  expect((await api.order("buyer", order.id)).status).toBe("payment_pending");
});

test("case 17: price, total, seller and status in an order's body are refused", async () => {
  for (const extra of ["price", "total", "sellerId", "commission", "status", "buyerId", "currency"]) {
    await expect(api.post("buyer", "/orders", { ...(await orderBody()), [extra]: 1 })).rejects.toThrow("400");
  }
});

test("case 81: an order is nothing to a stranger, the same as one that is not there", async () => {
  const order = await place(api);
  const missing = `${order.id.slice(0, -4)}0000`;
  const answers = await Promise.all(
    [order.id, missing].map((id) =>
      fetch(`${system.url}/api/v1/orders/${id}`, { headers: { authorization: "Bearer sandbox-buyer-b" } }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

test("both parties' open screens hear of a payment, and a stranger's does not", async () => {
  const [buyer, seller, stranger] = await Promise.all(["buyer", "seller", "buyer-b"].map(listen));
  const { order } = await paid();
  await api.advance("PT31S");
  for (const screen of [buyer, seller])
    expect(screen?.heard.filter(({ type, orderId }) => type === "order.changed" && orderId === order.id)).not.toEqual(
      [],
    );
  expect(stranger?.heard.filter(({ type }) => type !== "clock.moved")).toEqual([]);
  for (const screen of [buyer, seller, stranger]) screen?.close();
});

test("a socket is refused to whoever is not signed in, and to pages that are not ours", async () => {
  expect(await refusalOf({})).toBe(401);
  expect(await refusalOf({ authorization: "Bearer sandbox-buyer", origin: "https://elsewhere.example" })).toBe(403);
});

test("each party is told of a payment in notices of their own, which only they can mark as read", async () => {
  const { order } = await paid();
  await api.advance("PT31S");
  type Notices = { data: { id: string; key: string; orderId: string; readAt: string | null }[] };
  const told = async (who: string) =>
    (await api.get<Notices>(who, "/notifications?limit=100")).data.filter(({ orderId }) => orderId === order.id);
  const [buyer, seller] = [await told("buyer"), await told("seller")];
  expect(buyer.map(({ key }) => key)).toContain("payment_captured.buyer");
  expect(seller.map(({ key }) => key)).toEqual(["payment_captured.seller", "place.seller"]);
  await api.post("buyer", "/notifications/read", { ids: seller.map(({ id }) => id) });
  expect((await told("seller")).map(({ readAt }) => readAt)).toEqual([null, null]);
});

test("the server says that it is ready, and what it is made of stands in its own document", async () => {
  const ready = await fetch(`${system.url}/health/ready`);
  expect(await ready.json()).toEqual({ status: "ready" });
  const document = await fetch(`${system.url}/api/openapi.json`);
  expect(await document.json()).toMatchObject({ openapi: "3.1.0", paths: { "/orders/{id}": {} } });
});

type Heard = { readonly type: string; readonly orderId?: string };

const socketTo = (headers: Record<string, string>): WebSocket =>
  new WebSocket(`${system.url.replace("http", "ws")}/api/v1/realtime`, { headers });

async function listen(who: string): Promise<{ heard: Heard[]; close: () => void }> {
  const socket = socketTo({ authorization: `Bearer sandbox-${who}` });
  const heard: Heard[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(String(data)) as Heard));
  await once(socket, "open");
  return { heard, close: () => socket.close() };
}

async function refusalOf(headers: Record<string, string>): Promise<number | undefined> {
  const socket = socketTo(headers);
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode?: number }];
  socket.on("error", () => {});
  socket.terminate();
  return response.statusCode;
}

type Delivery = { readonly url: string; readonly body: string; readonly headers: Record<string, string> };

/** An order that was paid, and the webhook that said so, signed afresh as the gateway would. */
async function paid(): Promise<{ order: OrderSeen; delivery: Delivery }> {
  const order = await place(api);
  const payment = await api.post<{ id: string }>("buyer", `/orders/${order.id}/payment`);
  await api.control(`/cashfree/orders/${payment.id}/pay`, {
    outcome: "success",
    method: "upi",
    webhook: { mode: "never" },
  });
  const { deliveries } = await api.webhooks();
  const sent = deliveries.find(({ reference, type }) => reference === payment.id && type === "PAYMENT_SUCCESS_WEBHOOK");
  if (!sent) throw new Error("the gateway has no news of the payment");
  const { now } = (await (await fetch(`${simulators}/control/clock`)).json()) as { now: string };
  const timestamp = String(Date.parse(now));
  const signature = createHmac("sha256", SANDBOX_CREDENTIALS.cashfreeClientSecret)
    .update(timestamp)
    .update(sent.body)
    .digest("base64");
  const headers = {
    "content-type": "application/json",
    "x-webhook-timestamp": timestamp,
    "x-webhook-signature": signature,
  };
  return { order, delivery: { url: sent.url, body: sent.body, headers } };
}

async function send({ url, body, headers }: Delivery): Promise<number> {
  const response = await fetch(url, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.status;
}

async function orderBody(): Promise<Record<string, unknown>> {
  const { data } = await api.get<{ data: { id: string }[] }>("buyer", "/products?limit=1");
  const productId = data[0]?.id;
  const { quoteId, options } = await api.get<{ quoteId: string; options: { courier: string }[] }>(
    "buyer",
    `/shipping/rates?productId=${productId}&quantity=1&postcode=560001`,
  );
  const shippingAddress = {
    name: "Asha Demo",
    phone: "9000000001",
    line1: "22 Residency Road",
    city: "Bengaluru",
    postcode: "560001",
  };
  return { items: [{ productId, quantity: 1 }], shippingAddress, quoteId, courier: options[0]?.courier };
}
