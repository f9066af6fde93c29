import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { call, startWorld, type World } from "../harness.ts";
import { parcel } from "./parcel-for-test.ts";

describe("shipping", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const ask = async (from: string, to: string, weight = 0.5, cod = false) => {
    const question = { Pickup_pincode: from, Delivery_pincode: to, cod, total_order_value: 1499, weight };
    return (await world.carrier("/serviceabilty_check", question)).body;
  };
  const couriers = async (...question: Parameters<typeof ask>) =>
    (await ask(...question)).serviceable_courier_list.map((offer: { courier_code: string; total_freight: number }) => [
      offer.courier_code,
      offer.total_freight,
    ]);
  const shipmentOf = async (orderId: string) => {
    await world.carrier("/create_order", parcel(orderId));
    const info = await world.carrier(`/get_orders_info?order_id=${orderId}`);
    return info.body.shipment_lines[0].shipment_id;
  };
  const assign = async (shipment_id: string, courier_code = "6001") =>
    (await world.carrier("/assign_awb", { shipment_id, courier_code })).body;

  test("half a kilogram by road from Pune to Bengaluru costs 49 rupees", async () => {
    expect(await couriers("411001", "560001")).toEqual([
      ["6001", 49],
      ["6002", 89],
    ]);
  });

  test("weight is in kilograms and costs by half kilograms; cash on delivery costs more", async () => {
    const one = (await couriers("411001", "560001", 1))[0][1];
    expect(one).toBeGreaterThan(49);
    expect((await couriers("411001", "560001", 0.51))[0][1]).toBe(one);
    expect((await couriers("411001", "560001", 0.5, true))[0][1]).toBe(79);
  });

  test("same day is offered only within the same first three digits", async () => {
    expect((await couriers("411001", "411045")).map(([code]: [string]) => code)).toEqual(["6001", "6002", "6003"]);
  });

  test("where nobody goes the list is empty", async () => {
    expect(await ask("411001", "999912")).toMatchObject({ status: true, serviceable_courier_list: [] });
    expect(await couriers("411001", "560001", 31)).toEqual([]);
  });

  test("a refusal is HTTP 200 with the word FAILED", async () => {
    const answer = await world.carrier("/serviceabilty_check", { Pickup_pincode: 411001 });
    expect([answer.status, answer.body.status]).toEqual([200, "FAILED"]);
  });

  test("the correct spelling of the path does not exist, and reads are POSTs too", async () => {
    expect((await world.carrier("/serviceability_check", {})).status).toBe(404);
    const url = `${world.url()}/rapidshyp/rapidshyp/apis/v1/get_orders_info?order_id=x`;
    expect((await call(url, { method: "GET" })).status).toBe(404);
  });

  test("a wrong token is refused", async () => {
    const url = `${world.url()}/rapidshyp/rapidshyp/apis/v1/create_order`;
    const answer = await call(url, { headers: { "rapidshyp-token": "wrong" }, body: parcel("ord_1") });
    expect(answer.status).toBe(401);
    expect((await world.carrier("/get_orders_info?order_id=ord_1")).body.status).toBe("FAILED");
  });

  test("an order id is used once", async () => {
    expect((await world.carrier("/create_order", parcel("ord_1"))).body).toEqual({
      status: "SUCCESS",
      remarks: "Order created successfully",
      order_id: "ord_1",
    });
    const again = await world.carrier("/create_order", parcel("ord_1"));
    expect([again.status, again.body.status]).toEqual([200, "FAILED"]);
  });

  test.each([
    [{ orderDate: "05-01-2026" }, "orderDate"],
    [{ pickupLocation: undefined }, "pickupLocation"],
    [{ pickupAddressName: "Nowhere" }, "Pickup address name not found"],
    [{ paymentMethod: "CARD" }, "paymentMethod"],
    [{ orderItems: [] }, "orderItems"],
    [{ packageDetails: { packageLength: 1, packageBreadth: 1, packageHeight: 1 } }, "packageWeight"],
    [{ billingIsShipping: false }, "billingAddress"],
  ])("%j is refused with a remark about %s", async (change, remark) => {
    const answer = await world.carrier("/create_order", parcel("ord_1", change));
    expect(answer.body.status).toBe("FAILED");
    expect(answer.body.remarks).toContain(remark);
  });

  test("a saved pickup location can be named instead of written out", async () => {
    const location = {
      address_name: "Demo Shop Pune",
      contact_name: "Noor",
      contact_number: "9000000002",
      address_line: "1 Demo Street",
      pincode: "411001",
      use_alt_rto_address: false,
    };
    expect((await world.carrier("/create/pickup_location", location)).body.pickup_location_name).toBe("Demo Shop Pune");
    expect((await world.carrier("/create/pickup_location", location)).body.status).toBe("FAILED");
    const list = (await world.carrier("/fetch_pickup_location")).body.pickup_locations;
    expect(list).toMatchObject([{ pickup_location_name: "Demo Shop Pune" }]);
    const order = parcel("ord_1", { pickupLocation: undefined, pickupAddressName: "Demo Shop Pune" });
    expect((await world.carrier("/create_order", order)).body.status).toBe("SUCCESS");
  });

  test("step by step: AWB, pickup, label", async () => {
    const shipment = await shipmentOf("ord_1");
    expect((await world.carrier("/schedule_pickup", { shipment_id: shipment })).body.status).toBe("FAILED");
    expect((await world.carrier("/generate_label", { shipmentId: [shipment] })).body.status).toBe("FAILED");
    const assigned = await assign(shipment);
    expect(assigned).toMatchObject({ status: "SUCCESS", courier_code: "6001", order_id: "ord_1", applied_weight: 0.5 });
    expect((await assign(shipment)).status).toBe("FAILED");
    const pickup = (await world.carrier("/schedule_pickup", { shipment_id: shipment, awb: assigned.awb })).body;
    expect(pickup).toMatchObject({ status: "SUCCESS", shipmentId: shipment, awb: assigned.awb });
    const label = (await world.carrier("/generate_label", { shipmentId: [shipment] })).body.labelData[0];
    const pdf = Buffer.from(await (await fetch(label.labelURL)).arrayBuffer()).toString("latin1");
    expect(pdf.startsWith("%PDF-1.4")).toBe(true);
    for (const text of [assigned.awb, "ord_1", "Asha", "2 Sample Road", "1 Demo Street"]) expect(pdf).toContain(text);
    const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(table, table + 4)).toBe("xref");
  });

  test("a courier that does not serve the route is not assigned; none named means the cheapest", async () => {
    const shipment = await shipmentOf("ord_1");
    expect((await assign(shipment, "6003")).status).toBe("FAILED");
    expect((await assign(shipment, "")).courier_code).toBe("6001");
  });

  test("the wrapper does it all in one call", async () => {
    const { shipment, ...answer } = (await world.carrier("/wrapper", parcel("ord_1"))).body;
    expect(answer).toMatchObject({ status: "SUCCESS", orderId: "ord_1", orderCreated: true });
    expect(shipment[0]).toMatchObject({
      awbGenerated: true,
      labelGenerated: true,
      pickupScheduled: true,
      courierCode: "6001",
    });
    expect((await fetch(shipment[0].manifestURL)).headers.get("content-type")).toBe("application/pdf");
    expect((await world.carrier("/wrapper", parcel("ord_1"))).body.status).toBe("FAILED");
  });

  test("before pickup a parcel can be de-allocated or cancelled, with a boolean status; after it neither", async () => {
    const shipment = await shipmentOf("ord_1");
    const first = await assign(shipment);
    const drop = { orderId: "ord_1", shipmentId: shipment };
    expect((await world.carrier("/de_allocate_shipment", drop)).body.status).toBe(true);
    const second = await assign(shipment);
    expect(second.awb).not.toBe(first.awb);
    await world.control("POST", `/rapidshyp/shipments/${second.awb}/scan`, { code: "PUC" });
    expect((await world.carrier("/de_allocate_shipment", drop)).body.status).toBe("FAILED");
    const cancel = (orderId: string) => world.carrier("/cancel_order", { orderId, storeName: "DEFAULT" });
    expect((await cancel("ord_1")).body.status).toBe("FAILED");
    await shipmentOf("ord_2");
    expect((await cancel("ord_2")).body.status).toBe(true);
    expect((await cancel("ord_2")).body.status).toBe("FAILED");
  });

  test("approval is answered with a word in small letters", async () => {
    await shipmentOf("ord_1");
    const approve = (id: string) => world.carrier("/approve_orders", { order_id: [id], store_name: "DEFAULT" });
    expect((await approve("ord_1")).body.status).toBe("success");
    expect((await approve("ord_2")).body.status).toBe("FAILED");
  });
});
