import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../harness.ts";

describe("disputes", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.createOrder("ord_1", 1000);
    await world.payOrder("ord_1");
    world.app.received.length = 0;
  });
  afterEach(() => world.stop());

  const raise = async (more: object = {}): Promise<string> =>
    (await world.control("POST", "/cashfree/orders/ord_1/dispute", more)).body.dispute_id;
  const decide = (id: string, status: string, more: object = {}) =>
    world.control("POST", `/cashfree/disputes/${id}`, { status, ...more });
  const list = async () => (await world.pg("GET", "/orders/ord_1/disputes")).body;
  const balance = async () => (await world.control("GET", "/cashfree/statement")).body.balance;

  test("a chargeback takes the money at once, and it comes back when the merchant wins", async () => {
    const id = await raise();
    expect([await balance(), (await list())[0].dispute_status]).toEqual([0, "CHARGEBACK_CREATED"]);
    await decide(id, "UNDER_REVIEW");
    expect(await balance()).toBe(0);
    await decide(id, "MERCHANT_WON");
    expect([await balance(), (await list())[0].dispute_status]).toEqual([100_000, "CHARGEBACK_MERCHANT_WON"]);
  });

  test.each(["MERCHANT_LOST", "MERCHANT_ACCEPTED"])("one that ends %s has taken the money for good", async (word) => {
    const id = await raise({ amount: 400 });
    await decide(id, word);
    expect(await balance()).toBe(60_000);
  });

  test("a dispute asks before it takes, and takes when it becomes a chargeback", async () => {
    const id = await raise({ stage: "DISPUTE" });
    expect(await balance()).toBe(100_000);
    await decide(id, "CREATED", { stage: "CHARGEBACK" });
    expect(await balance()).toBe(0);
  });

  test("its events are created, updated and closed, to an address of their own, with the id as text", async () => {
    const id = await raise();
    await decide(id, "DOCS_RECEIVED");
    await decide(id, "MERCHANT_LOST");
    expect(world.app.received.map(({ type, path }) => [type, path])).toEqual(
      ["DISPUTE_CREATED", "DISPUTE_UPDATED", "DISPUTE_CLOSED"].map((type) => [
        type,
        "/api/v1/webhooks/cashfree/dispute",
      ]),
    );
    const sent = JSON.parse(world.app.received[2]?.body ?? "{}").data;
    expect(sent.dispute).toMatchObject({ dispute_id: id, dispute_status: "CHARGEBACK_MERCHANT_LOST" });
    expect(sent.order_details.order_id).toBe("ord_1");
  });

  test("the merchant may accept one, once", async () => {
    const id = await raise();
    expect((await world.pg("PUT", `/disputes/${id}/accept`)).body.dispute_status).toBe("CHARGEBACK_MERCHANT_ACCEPTED");
    expect((await world.pg("PUT", `/disputes/${id}/accept`)).status).toBe(400);
    expect((await world.pg("GET", `/disputes/${id}`)).body.dispute_id).toBe(Number(id));
    expect((await world.pg("GET", "/disputes/1")).status).toBe(404);
  });

  test("case 35: what a bank has taken back is not refunded beside it", async () => {
    await raise();
    const refund = await world.pg("POST", "/orders/ord_1/refunds", { refund_id: "ref_1", refund_amount: 1 });
    expect([refund.status, refund.body.code]).toEqual([400, "refund_amount_invalid"]);
  });

  test("an order that nobody has paid cannot be disputed", async () => {
    await world.createOrder("ord_2");
    expect((await world.control("POST", "/cashfree/orders/ord_2/dispute", {})).status).toBe(409);
    expect((await world.pg("GET", "/orders/ord_2/disputes")).body).toEqual([]);
  });
});
