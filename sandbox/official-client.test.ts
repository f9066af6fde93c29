import { Socket } from "node:net";
import { Cashfree, CFEnvironment } from "cashfree-pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KEYS, orderBody, startWorld, type World } from "./harness.ts";

let world: World;
const hosts = new Set<string>();
const connect = Socket.prototype.connect;

beforeEach(async () => {
  hosts.clear();
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...args: unknown[]) {
    const [first] = args.flat();
    if (typeof first === "object" && first && "host" in first) hosts.add(String(first.host));
    return Reflect.apply(connect, this, args);
  });
  world = await startWorld();
});
afterEach(async () => {
  await world.stop();
  vi.restoreAllMocks();
});

/** The company's own client, its error reporting off, pointed at the simulator. */
function officialClient(): Cashfree {
  const { clientId, clientSecret } = KEYS.cashfree;
  const client = new Cashfree(CFEnvironment.SANDBOX, clientId, clientSecret, undefined, undefined, undefined, false);
  client.basePath = `${world.url()}/cashfree/pg`;
  client.XApiVersion = "2025-01-01";
  return client;
}

test("Cashfree's official client creates, pays, reads and refunds an order, and trusts the webhook", async () => {
  const client = officialClient();
  const order = (await client.PGCreateOrder(orderBody("ord_1", 1499.5))).data;
  expect(order).toMatchObject({ order_id: "ord_1", order_status: "ACTIVE", order_amount: 1499.5 });

  const started = await client.PGPayOrder({
    payment_session_id: order.payment_session_id ?? "",
    payment_method: { upi: { channel: "collect", upi_id: "asha@examplebank" } },
  });
  const paymentId = started.data.cf_payment_id ?? "";
  await client.PGSimulatePayment({
    entity: "PAYMENTS",
    entity_id: paymentId,
    entity_simulation: { payment_status: "SUCCESS", payment_error_code: "" },
  });
  expect((await client.PGFetchOrder("ord_1")).data.order_status).toBe("PAID");
  const payments = (await client.PGOrderFetchPayments("ord_1")).data;
  expect(payments).toMatchObject([{ cf_payment_id: paymentId, payment_status: "SUCCESS", payment_amount: 1499.5 }]);
  expect((await client.PGOrderFetchPayment("ord_1", paymentId)).data.is_captured).toBe(true);

  await client.PGOrderCreateRefund("ord_1", { refund_id: "ref_1", refund_amount: 499.5 });
  await world.advance(60_000);
  expect((await client.PGOrderFetchRefund("ord_1", "ref_1")).data).toMatchObject({ refund_status: "SUCCESS" });
  expect((await client.PGOrderFetchRefunds("ord_1")).data).toHaveLength(1);

  const [event] = world.app.received;
  const header = (name: string) => String(event?.headers[name]);
  const verify = (body: string) =>
    client.PGVerifyWebhookSignature(header("x-webhook-signature"), body, header("x-webhook-timestamp"));
  expect(verify(event?.body ?? "").type).toBe("PAYMENT_SUCCESS_WEBHOOK");
  expect(() => verify(JSON.stringify(JSON.parse(event?.body ?? "{}")))).toThrow();

  expect([...hosts]).toEqual(["127.0.0.1"]);
});

test("Cashfree's official client terminates an order and sees the gateway's errors", async () => {
  const client = officialClient();
  await client.PGCreateOrder(orderBody("ord_1"));
  await expect(client.PGCreateOrder(orderBody("ord_1"))).rejects.toMatchObject({
    response: { status: 409, data: { code: "order_already_exists" } },
  });
  expect((await client.PGTerminateOrder("ord_1", { order_status: "TERMINATED" })).data.order_status).toBe("TERMINATED");
  await expect(client.PGFetchOrder("nobody")).rejects.toMatchObject({ response: { status: 404 } });
});
