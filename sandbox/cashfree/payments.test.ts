import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../harness.ts";

describe("payment attempts", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.createOrder("ord_1");
  });
  afterEach(() => world.stop());

  const attempts = async () =>
    (await world.pg("GET", "/orders/ord_1/payments")).body.map(
      (payment: { payment_status: string }) => payment.payment_status,
    );
  const balance = async () => (await world.control("GET", "/cashfree/statement")).body.balance;
  const session = async () => (await world.pg("GET", "/orders/ord_1")).body.payment_session_id;
  const orderStatus = async () => (await world.pg("GET", "/orders/ord_1")).body.order_status;

  test("several attempts may fail before one succeeds, and money moves once", async () => {
    for (const outcome of ["failed", "user_dropped", "failed"]) await world.payOrder("ord_1", { outcome });
    expect([await orderStatus(), await balance()]).toEqual(["ACTIVE", 0]);
    await world.payOrder("ord_1", { outcome: "success", method: "card" });
    expect(await attempts()).toEqual(["SUCCESS", "FAILED", "USER_DROPPED", "FAILED"]);
    expect([await orderStatus(), await balance()]).toEqual(["PAID", 149_900]);
  });

  test("each attempt can be read alone, with the kind of method it used", async () => {
    const kinds = { upi: "upi", card: "card", netbanking: "netbanking", wallet: "app" };
    for (const [method, kind] of Object.entries(kinds)) {
      const { cf_payment_id } = (await world.payOrder("ord_1", { outcome: "failed", method })).body;
      const payment = (await world.pg("GET", `/orders/ord_1/payments/${cf_payment_id}`)).body;
      expect(Object.keys(payment.payment_method)).toEqual([kind]);
      expect(payment.error_details.error_code).toBe("TRANSACTION_DECLINED");
    }
    expect((await world.pg("GET", "/orders/ord_1/payments/1")).status).toBe(404);
  });

  test("a pending attempt is the one that is decided later", async () => {
    const pending = (await world.payOrder("ord_1", { outcome: "pending" })).body;
    expect(pending.deliveries).toEqual([]);
    expect(await attempts()).toEqual(["PENDING"]);
    expect((await world.payOrder("ord_1")).body.cf_payment_id).toBe(pending.cf_payment_id);
    expect(await attempts()).toEqual(["SUCCESS"]);
  });

  test("case 11: a paid order takes a second payment only by force, and then both are kept", async () => {
    await world.payOrder("ord_1");
    expect((await world.payOrder("ord_1")).status).toBe(409);
    await world.payOrder("ord_1", { outcome: "success", force: true });
    expect(await attempts()).toEqual(["SUCCESS", "SUCCESS"]);
    expect(await balance()).toBe(2 * 149_900);
  });

  test("case 10: a payment forced after termination is money all the same", async () => {
    await world.pg("PATCH", "/orders/ord_1", { order_status: "TERMINATED" });
    await world.payOrder("ord_1", { outcome: "success", force: true });
    expect([await orderStatus(), await balance()]).toEqual(["PAID", 149_900]);
  });

  test("case 7: a wrong amount is captured as it is", async () => {
    await world.payOrder("ord_1", { outcome: "success", amount: 1498.99 });
    const [payment] = (await world.pg("GET", "/orders/ord_1/payments")).body;
    expect([payment.order_amount, payment.payment_amount]).toEqual([1499, 1498.99]);
    expect(await balance()).toBe(149_899);
  });

  test("case 8: a wrong currency is captured, but never enters the rupee balance", async () => {
    await world.payOrder("ord_1", { outcome: "success", currency: "USD" });
    const [payment] = (await world.pg("GET", "/orders/ord_1/payments")).body;
    expect(payment.payment_currency).toBe("USD");
    const statement = (await world.control("GET", "/cashfree/statement")).body;
    expect([statement.balance, statement.foreign.length]).toEqual([0, 1]);
  });

  test("paying from server to server waits for the simulated outcome", async () => {
    const started = await world.pg("POST", "/orders/sessions", {
      payment_session_id: await session(),
      payment_method: { upi: { channel: "collect", upi_id: "asha@examplebank" } },
    });
    expect(started.body).toMatchObject({
      action: "custom",
      channel: "collect",
      payment_method: "upi",
      payment_amount: 1499,
    });
    expect(await attempts()).toEqual(["PENDING"]);
    const { cf_payment_id: entity_id } = started.body;
    const body = { entity: "PAYMENTS", entity_id, entity_simulation: { payment_status: "SUCCESS" } };
    const simulated = await world.pg("POST", "/simulate", body);
    expect((await world.pg("GET", `/simulate/${simulated.body.simulation_id}`)).body).toEqual(simulated.body);
    expect(await orderStatus()).toBe("PAID");
    expect((await world.pg("POST", "/simulate", body)).status).toBe(400);
    expect(await balance()).toBe(149_900);
  });

  test("a payment page link is handed out for the other channels, and bad sessions are refused", async () => {
    const pay = (payment_session_id: string) =>
      world.pg("POST", "/orders/sessions", { payment_session_id, payment_method: { card: { channel: "link" } } });
    const linked = await pay(await session());
    expect(linked.body.action).toBe("link");
    expect((await fetch(linked.body.data.url)).status).toBe(200);
    expect((await pay("session_unknown")).body.code).toBe("payment_session_id_invalid");
  });

  test("the settlement of a paid order is its whole capture", async () => {
    expect((await world.pg("GET", "/orders/ord_1/settlements")).status).toBe(404);
    await world.payOrder("ord_1");
    const settlement = (await world.pg("GET", "/orders/ord_1/settlements")).body;
    expect(settlement).toMatchObject({ entity: "settlement", settlement_amount: 1499, service_charge: 0 });
  });
});
