import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answered, call, orderBody, startWorld, type World } from "./harness.ts";
import { haveOfficialSchemas, type OfficialApi, officialApi } from "./official-schemas-for-test.ts";

const title = "conformance to the official specs";
const whySkipped = `${title} (skipped: no OpenAPI files in the folder that PROVIDER_SPECS names)`;

describe.skipIf(!haveOfficialSchemas)(haveOfficialSchemas ? title : whySkipped, () => {
  let world: World;
  let gateway: OfficialApi;
  let payouts: OfficialApi;
  beforeAll(async () => {
    gateway = officialApi("gateway");
    payouts = officialApi("payouts");
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const conforms = (api: OfficialApi, path: string, method: string, answer: Answered, status: number) => {
    expect(answer.status).toBe(status);
    expect(api.answer(path, method, answer)).toEqual([]);
  };
  const full = (orderId: string) => ({
    ...orderBody(orderId, 1499.5),
    order_meta: { return_url: "https://shop.example.test/r?o={order_id}", payment_methods: "cc,upi" },
    order_expiry_time: new Date(Date.now() + 3_600_000).toISOString(),
    order_note: "a demo order",
    order_tags: { deal: "D-1001" },
  });

  test("the checks themselves refuse a wrong body, a missing header and an unknown field", async () => {
    const good = await world.pg("POST", "/orders", full("ord_check"));
    const wrong = {
      ...good,
      body: { ...good.body, order_amount: "1499.50", order_colour: "red" },
      headers: new Headers(),
    };
    const found = gateway.answer("/orders", "post", wrong);
    expect(found).toContain("order_colour is not documented");
    expect(found).toContain("x-ratelimit-limit is missing");
    expect(found.some((problem) => problem.startsWith("/order_amount"))).toBe(true);
    expect(gateway.request("/orders", "post", { order_amount: 1 })).not.toEqual([]);
  });

  test("orders: create, read, terminate", async () => {
    const body = full("ord_1");
    expect(gateway.request("/orders", "post", body)).toEqual([]);
    conforms(gateway, "/orders", "post", await world.pg("POST", "/orders", body), 200);
    conforms(gateway, "/orders/{order_id}", "get", await world.pg("GET", "/orders/ord_1"), 200);
    const end = { order_status: "TERMINATED" };
    expect(gateway.request("/orders/{order_id}", "patch", end)).toEqual([]);
    conforms(gateway, "/orders/{order_id}", "patch", await world.pg("PATCH", "/orders/ord_1", end), 200);
  });

  test("payments of every method and outcome, their webhooks, and the settlement", async () => {
    for (const method of ["upi", "card", "netbanking", "wallet"]) {
      for (const outcome of ["pending", "failed", "user_dropped"]) {
        await world.pg("POST", "/orders", orderBody(`ord_${method}_${outcome}`));
        await world.payOrder(`ord_${method}_${outcome}`, { outcome, method });
        const list = await world.pg("GET", `/orders/ord_${method}_${outcome}/payments`);
        conforms(gateway, "/orders/{order_id}/payments", "get", list, 200);
      }
    }
    await world.pg("POST", "/orders", full("ord_2"));
    const { cf_payment_id } = (await world.payOrder("ord_2")).body;
    const one = await world.pg("GET", `/orders/ord_2/payments/${cf_payment_id}`);
    conforms(gateway, "/orders/{order_id}/payments/{cf_payment_id}", "get", one, 200);
    const settlement = await world.pg("GET", "/orders/ord_2/settlements");
    conforms(gateway, "/orders/{order_id}/settlements", "get", settlement, 200);
    expect(world.app.received.length).toBeGreaterThanOrEqual(9);
    for (const { body } of world.app.received)
      expect(gateway.component("PaymentWebhook", JSON.parse(body))).toEqual([]);
  });

  test("refunds: create, list, read, done and cancelled", async () => {
    await world.pg("POST", "/orders", full("ord_3"));
    await world.payOrder("ord_3");
    const body = { refund_id: "ref_1", refund_amount: 100.5, refund_note: "damaged", refund_speed: "STANDARD" };
    expect(gateway.request("/orders/{order_id}/refunds", "post", body)).toEqual([]);
    conforms(gateway, "/orders/{order_id}/refunds", "post", await world.pg("POST", "/orders/ord_3/refunds", body), 200);
    await world.pg("POST", "/orders/ord_3/refunds", { ...body, refund_id: "ref_2" });
    await world.control("POST", "/cashfree/refunds/ref_1", { status: "SUCCESS" });
    await world.control("POST", "/cashfree/refunds/ref_2", { status: "CANCELLED" });
    conforms(gateway, "/orders/{order_id}/refunds", "get", await world.pg("GET", "/orders/ord_3/refunds"), 200);
    const one = await world.pg("GET", "/orders/ord_3/refunds/ref_1");
    conforms(gateway, "/orders/{order_id}/refunds/{refund_id}", "get", one, 200);
  });

  test("disputes: by order, by number, accepted", async () => {
    await world.pg("POST", "/orders", full("ord_9"));
    await world.payOrder("ord_9");
    const { dispute_id } = (await world.control("POST", "/cashfree/orders/ord_9/dispute", {})).body;
    const list = await world.pg("GET", "/orders/ord_9/disputes");
    conforms(gateway, "/orders/{order_id}/disputes", "get", list, 200);
    const one = await world.pg("GET", `/disputes/${dispute_id}`);
    conforms(gateway, "/disputes/{dispute_id}", "get", one, 200);
    const accepted = await world.pg("PUT", `/disputes/${dispute_id}/accept`);
    conforms(gateway, "/disputes/{dispute_id}/accept", "put", accepted, 200);
  });

  test("pay from server to server, and simulate", async () => {
    const { payment_session_id } = (await world.pg("POST", "/orders", full("ord_4"))).body;
    const bodies = [
      { upi: { channel: "collect", upi_id: "asha@examplebank" } },
      { card: { channel: "link" } },
      { netbanking: { channel: "link", netbanking_bank_code: 3333 } },
      { app: { channel: "link", provider: "phonepe", phone: "9000000001" } },
    ].map((payment_method) => ({ payment_session_id, payment_method }));
    for (const body of bodies) {
      expect(gateway.component("PayOrderRequest", body)).toEqual([]);
      const started = await world.pg("POST", "/orders/sessions", body);
      expect([started.status, gateway.component("PayOrderEntity", started.body)]).toEqual([200, []]);
    }
    const [payment] = (await world.pg("GET", "/orders/ord_4/payments")).body;
    const entity_simulation = { payment_status: "FAILED", payment_error_code: "ISSUER_NOT_AVAILABLE" };
    const body = { entity: "PAYMENTS", entity_id: payment.cf_payment_id, entity_simulation };
    expect(gateway.request("/simulate", "post", body)).toEqual([]);
    const simulated = await world.pg("POST", "/simulate", body);
    conforms(gateway, "/simulate", "post", simulated, 200);
    const read = await world.pg("GET", `/simulate/${simulated.body.simulation_id}`);
    conforms(gateway, "/simulate/{simulation_id}", "get", read, 200);
  });

  test("the gateway's errors", async () => {
    const fault = (kind: string) =>
      world.control("POST", "/faults", { provider: "cashfree", operation: "createOrder", kind, times: 1 });
    const create = (body: object, headers?: Record<string, string>) => world.pg("POST", "/orders", body, headers);
    conforms(gateway, "/orders", "post", await create({}), 400);
    conforms(gateway, "/orders", "post", await create(full("ord_5"), { "x-client-id": "wrong" }), 401);
    await create(full("ord_5"), { "x-idempotency-key": "conformance" });
    conforms(gateway, "/orders", "post", await create(full("ord_5")), 409);
    conforms(gateway, "/orders", "post", await create(full("ord_6"), { "x-idempotency-key": "conformance" }), 422);
    conforms(gateway, "/orders/{order_id}", "get", await world.pg("GET", "/orders/nobody"), 404);
    for (const [kind, status] of [
      ["rate_limited", 429],
      ["error_before", 500],
    ] as const) {
      await fault(kind);
      const { body } = await create(full("ord_7"));
      expect(
        gateway
          .answer("/orders", "post", { status, body, headers: new Headers() })
          .filter((problem) => !problem.endsWith("is missing")),
      ).toEqual([]);
    }
  });

  test("beneficiaries and transfers, in every state and with every error", async () => {
    const seller = {
      beneficiary_id: "seller_77",
      beneficiary_name: "Noor Demo Seller",
      beneficiary_instrument_details: { bank_account_number: "026291800001191", bank_ifsc: "YESB0000262" },
      beneficiary_contact_details: { beneficiary_email: "noor@example.test", beneficiary_phone: "9000000002" },
    };
    const transfer = {
      transfer_id: "rel_1",
      transfer_amount: 970.5,
      transfer_mode: "imps",
      beneficiary_details: { beneficiary_id: "seller_77" },
    };
    expect(payouts.request("/beneficiary", "post", seller)).toEqual([]);
    expect(payouts.request("/transfers", "post", transfer)).toEqual([]);
    const add = (body: object) => world.payout("POST", "/beneficiary", body);
    const send = (body: object) => world.payout("POST", "/transfers", body);
    conforms(payouts, "/beneficiary", "post", await add(seller), 201);
    conforms(payouts, "/beneficiary", "post", await add(seller), 409);
    conforms(payouts, "/beneficiary", "post", await add({ ...seller, beneficiary_id: "?" }), 400);
    const read = (query: string) => world.payout("GET", `/beneficiary?${query}`);
    conforms(payouts, "/beneficiary", "get", await read("beneficiary_id=seller_77"), 200);
    conforms(payouts, "/beneficiary", "get", await read("beneficiary_id=nobody"), 404);
    conforms(payouts, "/beneficiary", "get", await read(""), 400);

    await world.control("POST", "/cashfree/next-transfer", { outcome: "reversed" });
    conforms(payouts, "/transfers", "post", await send(transfer), 200);
    for (let step = 0; step < 4; step += 1) {
      await world.advance(10_000);
      conforms(payouts, "/transfers", "get", await world.payout("GET", "/transfers?transfer_id=rel_1"), 200);
    }
    for (const outcome of ["failed", "rejected"]) {
      await send({ ...transfer, transfer_id: `rel_${outcome}` });
      await world.control("POST", `/cashfree/transfers/rel_${outcome}`, { outcome });
      conforms(payouts, "/transfers", "get", await world.payout("GET", `/transfers?transfer_id=rel_${outcome}`), 200);
    }
    conforms(payouts, "/transfers", "get", await world.payout("GET", "/transfers?transfer_id=none"), 404);
    conforms(payouts, "/transfers", "post", await send({ ...transfer, transfer_id: "a-b" }), 400);
    const unknown = { ...transfer, transfer_id: "rel_2", beneficiary_details: { beneficiary_id: "nobody" } };
    conforms(payouts, "/transfers", "post", await send(unknown), 404);
    const nobody = await call(`${world.url()}/cashfree/payout/transfers?transfer_id=rel_1`, { method: "GET" });
    conforms(payouts, "/transfers", "get", nobody, 500);
    conforms(
      payouts,
      "/beneficiary",
      "delete",
      await world.payout("DELETE", "/beneficiary?beneficiary_id=seller_77"),
      200,
    );
  });
});
