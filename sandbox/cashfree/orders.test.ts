import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { orderBody, startWorld, type World } from "../harness.ts";

const HOUR = 3_600_000;

describe("orders at the payment gateway", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test("a new order is ACTIVE and its ids are texts, except before API version 2025-01-01", async () => {
    const created = await world.createOrder("ord_1", 1499.5);
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      order_id: "ord_1",
      entity: "order",
      order_amount: 1499.5,
      order_currency: "INR",
      order_status: "ACTIVE",
    });
    expect(created.body.payment_session_id).toMatch(/^session_/);
    expect(created.body.cf_order_id).toMatch(/^\d+$/);
    const older = await world.pg("GET", "/orders/ord_1", undefined, { "x-api-version": "2023-08-01" });
    expect(older.body.cf_order_id).toBe(Number(created.body.cf_order_id));
  });

  test("an order without an id gets one", async () => {
    const { order_id: _, ...body } = orderBody("unused");
    expect((await world.pg("POST", "/orders", body)).body.order_id).toMatch(/^order_/);
  });

  test("a second order with the same id is refused with 409", async () => {
    await world.createOrder("ord_1");
    const second = await world.createOrder("ord_1", 5);
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: "order_already_exists", type: "invalid_request_error" });
    expect((await world.pg("GET", "/orders/ord_1")).body.order_amount).toBe(1499);
  });

  test("an unknown order is 404 order_not_found", async () => {
    const answer = await world.pg("GET", "/orders/nobody");
    expect([answer.status, answer.body.code]).toEqual([404, "order_not_found"]);
  });

  test.each([
    [{ order_amount: undefined }, "order_amount_missing"],
    [{ order_amount: 0.99 }, "order_amount_invalid"],
    [{ order_amount: 10.005 }, "order_amount_invalid"],
    [{ order_amount: "10" }, "order_amount_invalid"],
    [{ order_currency: undefined }, "order_currency_missing"],
    [{ order_currency: "XXX" }, "order_currency_invalid"],
    [{ order_id: "a b" }, "order_id_invalid"],
    [{ order_id: "x".repeat(46) }, "order_id_invalid"],
    [{ customer_details: undefined }, "customer_details_missing"],
    [{ customer_details: { customer_phone: "9000000001" } }, "customer_details.customer_id_missing"],
    [{ customer_details: { customer_id: "b01" } }, "customer_details.customer_phone_missing"],
    [{ customer_details: { customer_id: "b01", customer_phone: "123" } }, "customer_details.customer_phone_invalid"],
    [{ order_meta: { notify_url: "http://shop.example.test/hook" } }, "order_meta.notify_url_invalid"],
    [{ order_meta: { return_url: `https://a.test/${"x".repeat(250)}` } }, "order_meta.return_url_invalid"],
    [{ order_expiry_time: "tomorrow" }, "order_expiry_time_invalid"],
    [{ order_expiry_time: "2020-01-01T00:00:00Z" }, "order_expiry_time_invalid"],
    [{ order_note: "ab" }, "order_note_invalid"],
    [{ order_tags: { deal: 7 } }, "order_tags_invalid"],
  ])("%j is refused as %s", async (change, code) => {
    const answer = await world.pg("POST", "/orders", { ...orderBody("ord_1"), ...change });
    expect([answer.status, answer.body.code, answer.body.type]).toEqual([400, code, "invalid_request_error"]);
    expect((await world.pg("GET", "/orders/ord_1")).status).toBe(404);
  });

  test("a body that is not JSON is refused", async () => {
    const answer = await world.pg("POST", "/orders", "{");
    expect([answer.status, answer.body.code]).toEqual([400, "request_failed"]);
  });

  test("wrong keys are 401 authentication_error; a missing version is 400", async () => {
    const wrongKeys = await world.pg("GET", "/orders/ord_1", undefined, { "x-client-secret": "wrong" });
    expect([wrongKeys.status, wrongKeys.body.type]).toEqual([401, "authentication_error"]);
    const noVersion = await world.pg("GET", "/orders/ord_1", undefined, { "x-api-version": "" });
    expect([noVersion.status, noVersion.body.code]).toEqual([400, "request_failed"]);
  });

  test("an order expires at its time on the simulated clock and can then not be paid", async () => {
    const expiry = new Date(Date.now() + HOUR).toISOString();
    await world.pg("POST", "/orders", { ...orderBody("ord_1"), order_expiry_time: expiry });
    await world.advance(HOUR - 60_000);
    expect((await world.pg("GET", "/orders/ord_1")).body.order_status).toBe("ACTIVE");
    await world.advance(60_000);
    expect((await world.pg("GET", "/orders/ord_1")).body.order_status).toBe("EXPIRED");
    expect((await world.payOrder("ord_1")).status).toBe(409);
  });

  test("a terminated order can not be paid; a paid order can not be terminated", async () => {
    await world.createOrder("ord_1");
    const ended = await world.pg("PATCH", "/orders/ord_1", { order_status: "TERMINATED" });
    expect(ended.body.order_status).toBe("TERMINATED");
    expect((await world.payOrder("ord_1")).status).toBe(409);
    await world.createOrder("ord_2");
    await world.payOrder("ord_2");
    expect((await world.pg("PATCH", "/orders/ord_2", { order_status: "TERMINATED" })).body.order_status).toBe("PAID");
  });

  test("termination waits for an attempt in flight, whose success wins", async () => {
    for (const [order, outcome, status] of [
      ["ord_1", "success", "PAID"],
      ["ord_2", "failed", "TERMINATED"],
    ]) {
      await world.createOrder(order ?? "");
      await world.payOrder(order ?? "", { outcome: "pending" });
      const asked = await world.pg("PATCH", `/orders/${order}`, { order_status: "TERMINATED" });
      expect(asked.body.order_status).toBe("TERMINATION_REQUESTED");
      await world.payOrder(order ?? "", { outcome });
      expect((await world.pg("GET", `/orders/${order}`)).body.order_status).toBe(status);
    }
  });

  test("the request id is echoed and every answer tells its version and limits", async () => {
    const { headers } = await world.pg("POST", "/orders", orderBody("ord_1"), { "x-request-id": "req-7" });
    expect(headers.get("x-request-id")).toBe("req-7");
    expect(headers.get("x-api-version")).toBe("2025-01-01");
    expect(Number(headers.get("x-ratelimit-remaining"))).toBeLessThan(Number(headers.get("x-ratelimit-limit")));
    expect(headers.get("x-ratelimit-retry")).toBe("0");
  });
});

describe("idempotency keys", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());
  const create = (body: object) => world.pg("POST", "/orders", body, { "x-idempotency-key": "key-1" });

  test("the same key and body replay the stored answer, byte for byte", async () => {
    const first = await create(orderBody("ord_1"));
    await world.payOrder("ord_1");
    const second = await create(orderBody("ord_1"));
    expect(second.text).toBe(first.text);
    expect(first.headers.get("x-idempotency-replayed")).toBe("false");
    expect(second.headers.get("x-idempotency-replayed")).toBe("true");
    expect(second.headers.get("content-type")).toMatch(/^application\/json/);
  });

  test("the same key with another body is refused with 422", async () => {
    await create(orderBody("ord_1"));
    const other = await create(orderBody("ord_1", 5));
    expect([other.status, other.body.code, other.body.type]).toEqual([422, "request_invalid", "idempotency_error"]);
  });

  test("a refused call is not remembered", async () => {
    await create({ ...orderBody("ord_1"), order_currency: "XXX" });
    expect((await create(orderBody("ord_1"))).status).toBe(200);
  });

  test("case 26: a key older than 24 hours is forgotten; the merchant's own id still stops a double", async () => {
    await create(orderBody("ord_1"));
    await world.advance(24 * HOUR + 1_000);
    const late = await create(orderBody("ord_1"));
    expect([late.status, late.body.code]).toEqual([409, "order_already_exists"]);
  });

  test("keys are remembered over a restart", async () => {
    const first = await create(orderBody("ord_1"));
    await world.restart();
    expect((await create(orderBody("ord_1"))).text).toBe(first.text);
  });
});

test("beyond the limit the gateway answers 429 with a time to wait", async () => {
  const world = await startWorld({ rateLimitPerMinute: 2 });
  const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => world.createOrder(`ord_${n}`)));
  const limited = answers.filter(({ status }) => status === 429);
  expect(limited.length).toBeGreaterThanOrEqual(1);
  expect(limited[0]?.body.type).toBe("rate_limit_error");
  expect(Number(limited[0]?.headers.get("x-ratelimit-retry"))).toBeGreaterThan(0);
  await world.stop();
});
