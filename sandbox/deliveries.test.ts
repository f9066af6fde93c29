import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sign } from "./deliveries.ts";
import { KEYS, orderBody, type Received, startWorld, type World } from "./harness.ts";

const MINUTE = 60_000;

test("the signature is the published one, over the exact bytes", () => {
  const body =
    '{"data":{"order":{"order_id":"ord_demo_1001","order_amount":1499.00,"order_currency":"INR"}},"event_time":"2025-05-05T12:19:19+05:30","type":"PAYMENT_SUCCESS_WEBHOOK"}';
  const signed = (text: string) => sign("demo_secret_not_real", "1746427759733", text);
  expect(signed(body)).toBe("OnA9BHRFY5pNLZ9yHyd1NbBgTy5Tqu9oK/Il7QP0sng=");
  expect(signed(JSON.stringify(JSON.parse(body)))).toBe("/JeanNumZv0bT4aP5QAau8dqL6vwOSUbx2d+rJOq+EA=");
});

describe("webhooks", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.createOrder("ord_1");
  });
  afterEach(() => world.stop());

  const paid = (webhook?: object) => world.payOrder("ord_1", { outcome: "success", webhook });
  const log = async () => (await world.control("GET", "/webhooks")).body.deliveries;
  const genuine = ({ headers, body }: Received, secret: string) =>
    createHmac("sha256", secret).update(`${headers["x-webhook-timestamp"]}${body}`).digest("base64") ===
    headers["x-webhook-signature"];

  test("payment events are signed with the client secret, payout events with the payout client secret", async () => {
    await paid();
    const beneficiary_details = {
      beneficiary_name: "Noor",
      beneficiary_instrument_details: { vpa: "noor@examplebank" },
    };
    await world.payout("POST", "/transfers", { transfer_id: "rel_1", transfer_amount: 10, beneficiary_details });
    await world.advance(20_000);
    const [payment, payout] = world.app.received;
    expect(payment && genuine(payment, KEYS.cashfree.clientSecret)).toBe(true);
    expect(payout && genuine(payout, KEYS.cashfree.payoutClientSecret)).toBe(true);
    expect(payout && genuine(payout, KEYS.cashfree.clientSecret)).toBe(false);
  });

  test("case 6: amounts keep two decimals, so writing the body again breaks the signature", async () => {
    await paid();
    const [event] = world.app.received;
    expect(event?.body).toContain('"order_amount":1499.00');
    expect(
      event && genuine({ ...event, body: JSON.stringify(JSON.parse(event.body)) }, KEYS.cashfree.clientSecret),
    ).toBe(false);
  });

  test("an order's own notify_url is used", async () => {
    const notify_url = `${world.app.url}/hooks/mine`;
    await world.pg("POST", "/orders", { ...orderBody("ord_2"), order_meta: { notify_url } });
    await world.payOrder("ord_2");
    expect(world.app.received.map(({ path }) => path)).toEqual(["/hooks/mine"]);
  });

  test("a refused event is tried again after 2, 10 and 30 minutes, signed anew, then given up", async () => {
    world.app.answer = 500;
    const began = Date.parse((await world.control("GET", "/clock")).body.now);
    expect((await paid()).body.deliveries).toEqual([{ status: 500 }]);
    await world.advance(2 * 60 * MINUTE);
    const events = world.app.received;
    const minutes = events.map(({ headers }) => Math.round((Number(headers["x-webhook-timestamp"]) - began) / MINUTE));
    expect(minutes).toEqual([0, 2, 12, 42]);
    expect(events.map(({ headers }) => headers["x-webhook-attempt"])).toEqual(["1", "2", "3", "4"]);
    expect(new Set(events.map(({ headers }) => headers["x-idempotency-key"])).size).toBe(1);
    expect(events.every((event) => genuine(event, KEYS.cashfree.clientSecret))).toBe(true);
    expect((await log())[0].state).toBe("given_up");
  });

  test("a redirect and a dead app count as failures, and retries end with the first success", async () => {
    world.app.answer = 302;
    await paid();
    await world.advance(2 * MINUTE);
    world.app.answer = 204;
    await world.advance(60 * MINUTE);
    const [delivery] = await log();
    expect(delivery.attempts.map(({ status }: { status: number }) => status)).toEqual([302, 302, 204]);
    expect([delivery.state, delivery.nextAttemptAt]).toEqual(["delivered", null]);
    await world.createOrder("ord_2");
    await world.app.stop();
    expect((await world.payOrder("ord_2")).body.deliveries).toEqual([{ status: 0 }]);
  });

  test("case 13: an event that never comes stays in the log and can be sent by hand", async () => {
    expect((await paid({ mode: "never" })).body.deliveries).toEqual([]);
    await world.advance(120 * MINUTE);
    expect(world.app.received).toEqual([]);
    const [delivery] = await log();
    expect(delivery.state).toBe("withheld");
    const resent = await world.control("POST", `/webhooks/${delivery.id}/resend`);
    expect(resent.body.deliveries).toEqual([{ status: 200 }]);
    expect(world.app.received).toHaveLength(1);
  });

  test("a late event waits its time on the simulated clock", async () => {
    await paid({ mode: "late", delay: "PT2H" });
    await world.advance(119 * MINUTE);
    expect(world.app.received).toHaveLength(0);
    await world.advance(2 * MINUTE);
    expect(world.app.received).toHaveLength(1);
  });

  test("case 1: copies of one event share their idempotency key", async () => {
    const { deliveries } = (await paid({ mode: "duplicate", times: 10 })).body;
    expect(deliveries).toHaveLength(10);
    expect(new Set(world.app.received.map(({ headers }) => headers["x-idempotency-key"])).size).toBe(1);
    expect(new Set(world.app.received.map(({ body }) => body)).size).toBe(1);
  });

  test("case 2: out of order, the failure of an earlier attempt comes between two copies of the success", async () => {
    await paid({ mode: "out_of_order" });
    const types = world.app.received.map(({ type }) => type);
    expect(types).toEqual(["PAYMENT_SUCCESS_WEBHOOK", "PAYMENT_FAILED_WEBHOOK", "PAYMENT_SUCCESS_WEBHOOK"]);
    expect((await world.pg("GET", "/orders/ord_1/payments")).body).toHaveLength(2);
    expect((await world.control("GET", "/cashfree/statement")).body.entries).toHaveLength(1);
  });

  test("a default mode holds until it is changed", async () => {
    await world.control("POST", "/webhooks", { cashfree: { mode: "duplicate", times: 3 } });
    expect((await paid()).body.deliveries).toHaveLength(3);
    expect((await world.control("POST", "/webhooks", { cashfree: { mode: "sometimes" } })).status).toBe(400);
    expect((await world.control("POST", "/webhooks", { cashfree: { mode: "late", delay: "soon" } })).status).toBe(400);
  });

  test("failed and dropped attempts have their own events", async () => {
    await world.payOrder("ord_1", { outcome: "failed" });
    await world.payOrder("ord_1", { outcome: "user_dropped" });
    expect(world.app.received.map(({ type }) => type)).toEqual([
      "PAYMENT_FAILED_WEBHOOK",
      "PAYMENT_USER_DROPPED_WEBHOOK",
    ]);
    const failed = JSON.parse(world.app.received[0]?.body ?? "{}");
    expect(failed.data.error_details.error_code).toBe("TRANSACTION_DECLINED");
  });
});
