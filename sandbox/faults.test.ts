import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "./harness.ts";
import { parcel } from "./rapidshyp/parcel-for-test.ts";

describe("faults", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.createOrder("ord_1");
    await world.payOrder("ord_1");
  });
  afterEach(() => world.stop());

  const arm = (kind: string, operation = "createRefund", times = 1, provider = "cashfree") =>
    world.control("POST", "/faults", { provider, operation, kind, times });
  const refund = () =>
    world.pg("POST", "/orders/ord_1/refunds", { refund_id: "ref_1", refund_amount: 10 }, { "x-idempotency-key": "k1" });
  const refunds = async () => (await world.pg("GET", "/orders/ord_1/refunds")).body.length;

  test.each([
    ["timeout_before", 0, 0],
    ["timeout_after", 0, 1],
    ["error_before", 500, 0],
    ["error_after", 500, 1],
    ["rate_limited", 429, 0],
    ["html", 502, 0],
    ["garbage", 200, 1],
  ])(
    "case 22, case 23: %s answers %i and leaves %i refund; the same call again leaves exactly one",
    async (kind, status, effects) => {
      await arm(kind);
      expect((await refund()).status).toBe(status);
      expect(await refunds()).toBe(effects);
      const again = await refund();
      expect([again.status, again.body.refund_id]).toEqual([200, "ref_1"]);
      expect(again.headers.get("x-idempotency-replayed")).toBe(String(effects === 1));
      expect(await refunds()).toBe(1);
    },
  );

  test("html and garbage can not be read as an answer", async () => {
    await arm("garbage");
    expect((await refund()).body).toBeUndefined();
    await arm("html", "getOrder");
    const page = await world.pg("GET", "/orders/ord_1");
    expect(page.headers.get("content-type")).toBe("text/html");
  });

  test("a transfer accepted before the connection died is there, once", async () => {
    await arm("timeout_after", "createTransfer");
    const beneficiary_details = {
      beneficiary_name: "Noor",
      beneficiary_instrument_details: { vpa: "noor@examplebank" },
    };
    const send = () =>
      world.payout("POST", "/transfers", { transfer_id: "rel_1", transfer_amount: 10, beneficiary_details });
    expect((await send()).status).toBe(0);
    expect((await send()).status).toBe(409);
    expect((await world.payout("GET", "/transfers?transfer_id=rel_1")).body.status).toBe("RECEIVED");
  });

  test("a fault is used up, touches only its operation, and survives a restart", async () => {
    await arm("error_before", "getRefund", 2);
    await refund();
    const read = () => world.pg("GET", "/orders/ord_1/refunds/ref_1");
    expect((await read()).status).toBe(500);
    await world.restart();
    expect((await read()).status).toBe(500);
    expect((await read()).status).toBe(200);
    expect((await world.control("GET", "/faults")).body.faults).toEqual([]);
  });

  test("faults for any operation can be cleared", async () => {
    await arm("error_before", "*", 100);
    expect((await world.pg("GET", "/orders/ord_1")).status).toBe(500);
    await world.control("DELETE", "/faults");
    expect((await world.pg("GET", "/orders/ord_1")).status).toBe(200);
  });

  test("a misspelt operation or kind is refused", async () => {
    expect((await arm("timeout_after", "createRefunds")).status).toBe(400);
    expect((await arm("slow")).status).toBe(400);
    expect((await arm("partial")).status).toBe(400);
  });

  test("the carrier's calls break the same way, and its wrapper can stop half-way", async () => {
    await arm("timeout_after", "createOrder", 1, "rapidshyp");
    expect((await world.carrier("/create_order", parcel("ord_1"))).status).toBe(0);
    expect((await world.carrier("/get_orders_info?order_id=ord_1")).body.status).toBe("SUCCESS");
    await arm("partial", "wrapper", 1, "rapidshyp");
    const half = (await world.carrier("/wrapper", parcel("ord_2"))).body;
    expect([half.orderCreated, half.shipment[0].awbGenerated, half.shipment[0].awb]).toEqual([true, false, null]);
    const assigned = await world.carrier("/assign_awb", { shipment_id: half.shipment[0].shipmentId, courier_code: "" });
    expect(assigned.body.status).toBe("SUCCESS");
  });
});
