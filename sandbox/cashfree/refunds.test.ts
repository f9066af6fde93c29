import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../harness.ts";

describe("refunds", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.createOrder("ord_1", 1000);
    await world.payOrder("ord_1");
    world.app.received.length = 0;
  });
  afterEach(() => world.stop());

  const refund = (refund_id: string, refund_amount: number, more: object = {}) =>
    world.pg("POST", "/orders/ord_1/refunds", { refund_id, refund_amount, ...more });
  const status = async (id: string) => (await world.pg("GET", `/orders/ord_1/refunds/${id}`)).body.refund_status;
  const balance = async () => (await world.control("GET", "/cashfree/statement")).body.balance;

  test("a refund is PENDING, leaves the account when it succeeds, and the order stays PAID", async () => {
    expect((await refund("ref_1", 400)).body.refund_status).toBe("PENDING");
    expect(await balance()).toBe(100_000);
    await world.advance(60_000);
    expect([await status("ref_1"), await balance()]).toEqual(["SUCCESS", 60_000]);
    expect((await world.pg("GET", "/orders/ord_1")).body.order_status).toBe("PAID");
    expect(world.app.received.map(({ type, path }) => [type, path])).toEqual([
      ["REFUND_STATUS_WEBHOOK", "/api/v1/webhooks/cashfree/refund"],
    ]);
  });

  test("in the webhook Cashfree's ids are numbers and the entity has a capital letter", async () => {
    const created = (await refund("ref_1", 400, { refund_note: "damaged" })).body;
    await world.advance(60_000);
    const sent = JSON.parse(world.app.received[0]?.body ?? "{}").data.refund;
    expect(sent).toMatchObject({
      cf_refund_id: Number(created.cf_refund_id),
      cf_payment_id: Number(created.cf_payment_id),
      entity: "Refund",
      refund_status: "SUCCESS",
      refund_note: "damaged",
    });
    expect(created.entity).toBe("refund");
  });

  test.each([
    ["SUCCESS", "SUCCESS"],
    ["FAILED", "FAILED"],
    ["PENDING", "PENDING"],
    ["ACTIVE", "PENDING"],
  ])("the note %s makes the refund %s, however long one waits", async (refund_note, expected) => {
    expect((await refund("ref_1", 400, { refund_note })).body.refund_status).toBe(expected);
    await world.advance(3_600_000);
    expect(await status("ref_1")).toBe(expected);
    expect(await balance()).toBe(expected === "SUCCESS" ? 60_000 : 100_000);
  });

  test("case 31: refunds never exceed what was captured minus what is refunded or on its way", async () => {
    expect((await refund("ref_1", 600)).status).toBe(200);
    const tooMuch = await refund("ref_2", 400.01);
    expect([tooMuch.status, tooMuch.body.code]).toEqual([400, "refund_amount_invalid"]);
    expect((await refund("ref_3", 400)).status).toBe(200);
    expect((await refund("ref_4", 1)).status).toBe(400);
  });

  test("a cancelled refund frees its amount and is announced", async () => {
    await refund("ref_1", 1000);
    const moved = await world.control("POST", "/cashfree/refunds/ref_1", { status: "CANCELLED" });
    expect(moved.body.deliveries).toEqual([{ status: 200 }]);
    expect((await refund("ref_2", 1000)).status).toBe(200);
  });

  test("a refund id is used once", async () => {
    await refund("ref_1", 1);
    const again = await refund("ref_1", 1);
    expect([again.status, again.body.code]).toEqual([409, "refund_already_exists"]);
    expect((await world.pg("GET", "/orders/ord_1/refunds")).body).toHaveLength(1);
  });

  test("an order that is not paid has nothing to refund", async () => {
    await world.createOrder("ord_2");
    const answer = await world.pg("POST", "/orders/ord_2/refunds", { refund_id: "ref_1", refund_amount: 1 });
    expect([answer.status, answer.body.code]).toEqual([400, "request_failed"]);
  });

  test.each([
    [{ refund_amount: undefined }, "refund_amount_missing"],
    [{ refund_amount: 0 }, "refund_amount_invalid"],
    [{ refund_amount: 1.001 }, "refund_amount_invalid"],
    [{ refund_id: undefined }, "refund_id_missing"],
    [{ refund_id: "ab" }, "refund_id_invalid"],
    [{ refund_note: "ab" }, "refund_note_invalid"],
    [{ refund_speed: "SLOW" }, "refund_speed_invalid"],
  ])("%j is refused as %s", async (change, code) => {
    const answer = await world.pg("POST", "/orders/ord_1/refunds", { refund_id: "ref_1", refund_amount: 1, ...change });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  test("case 33: a refund that was done may turn out to have failed days later, and the money is back", async () => {
    await refund("ref_1", 400, { refund_note: "SUCCESS" });
    await world.advance(3 * 86_400_000);
    await world.control("POST", "/cashfree/refunds/ref_1", { status: "FAILED" });
    expect([await status("ref_1"), await balance()]).toEqual(["FAILED", 100_000]);
  });

  test("both payments of a doubly paid order can be refunded in full", async () => {
    await world.payOrder("ord_1", { outcome: "success", force: true });
    const failed = (await refund("ref_0", 1000, { refund_note: "FAILED" })).body;
    const first = (await refund("ref_1", 1000)).body;
    expect(first.cf_payment_id).toBe(failed.cf_payment_id);
    const second = (await refund("ref_2", 1000)).body;
    expect(first.cf_payment_id).not.toBe(second.cf_payment_id);
    await world.advance(60_000);
    expect(await balance()).toBe(0);
  });
});
