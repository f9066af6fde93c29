import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KEYS, startWorld, type World } from "../harness.ts";
import { parcel } from "./parcel-for-test.ts";

const HOUR = 3_600_000;

describe("tracking", () => {
  let world: World;
  let awb: string;
  beforeEach(async () => {
    world = await startWorld();
    awb = (await world.carrier("/wrapper", parcel("ord_1"))).body.shipment[0].awb;
    await world.advance(0);
  });
  afterEach(() => world.stop());

  const scan = (code: string, more: object = {}) =>
    world.control("POST", `/rapidshyp/shipments/${awb}/scan`, { code, ...more });
  const track = async () => (await world.carrier("/track_order", { awb })).body.records[0].shipment_details[0];
  const current = (body: string) => JSON.parse(body).records[0].shipment_details[0].current_tracking_status_code;

  test("a booked parcel with a label is not dispatched yet", async () => {
    expect(await track()).toMatchObject({ shipment_status: "ASSIGNED", current_tracking_status_code: "PSH" });
  });

  test("a parcel's life is told in scans with Indian times and no zone", async () => {
    for (const code of ["PUC", "INT", "OFD", "UND", "OFD", "DEL"]) {
      await scan(code);
      await world.advance(HOUR);
    }
    const details = await track();
    const codes = details.track_scans.map((one: { rapidshyp_status_code: string }) => one.rapidshyp_status_code);
    expect(codes).toEqual(["SCB", "PSH", "PUC", "INT", "OFD", "UND", "OFD", "DEL"]);
    expect(details).toMatchObject({ shipment_status: "DELIVERED", current_tracking_status_code: "DEL" });
    expect(details.delivered_date).toMatch(/^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d$/);
    expect(details.latest_ndr_date).not.toBeNull();
  });

  test("times are Indian", async () => {
    await scan("DEL", { at: "2030-01-05T20:00:00Z" });
    expect((await track()).delivered_date).toBe("06-01-2030 01:30:00");
  });

  test("the way back has its own codes", async () => {
    for (const code of ["PUC", "RTO_REQ", "RTO", "RTO_INT", "RTO_OFD", "RTO_DEL"]) await scan(code);
    const details = await track();
    expect([details.shipment_status, details.delivered_date]).toEqual(["RTO", null]);
    expect(details.rto_delivered_date).not.toBeNull();
  });

  test("case 50: a scan from the past arrives late; the webhook shows it, a read shows what happened last", async () => {
    const { now } = (await world.control("GET", "/clock")).body;
    await scan("PUC");
    await world.advance(HOUR);
    await scan("DEL");
    await scan("INT", { at: now });
    expect(current(world.app.received.at(-1)?.body ?? "")).toBe("INT");
    expect((await track()).current_tracking_status_code).toBe("DEL");
  });

  test("webhooks carry the static token, have the shape of a read, and no signature", async () => {
    const answer = await scan("PUC");
    expect(answer.body.deliveries).toEqual([{ status: 200 }]);
    const event = world.app.received.at(-1);
    expect(event?.path).toBe("/api/v1/webhooks/rapidshyp/tracking");
    expect(event?.headers["access-token"]).toBe(KEYS.rapidshyp.webhookToken);
    expect(event?.headers["x-webhook-signature"]).toBeUndefined();
    const { records } = (await world.carrier("/track_order", { awb })).body;
    expect(JSON.parse(event?.body ?? "{}").records).toEqual(records);
  });

  test("webhooks can be doubled, swapped, late or missing", async () => {
    world.app.received.length = 0;
    await scan("PUC", { webhook: { mode: "duplicate" } });
    await scan("OFD", { webhook: { mode: "never" } });
    await scan("DEL", { webhook: { mode: "out_of_order" } });
    expect(world.app.received.map(({ body }) => current(body))).toEqual(["PUC", "PUC", "DEL", "OFD", "DEL"]);
  });

  test("a parcel is found by its order only together with the buyer's contact", async () => {
    const by = async (body: object) => (await world.carrier("/track_order", body)).body;
    expect((await by({ seller_order_id: "ord_1", contact: "9000000001" })).success).toBe(true);
    expect((await by({ seller_order_id: "ord_1", email: "asha@example.test" })).success).toBe(true);
    expect(await by({ seller_order_id: "ord_1", contact: "9000000009" })).toMatchObject({
      success: false,
      records: [],
    });
    expect((await by({ awb: "NONE" })).success).toBe(false);
  });

  test("codes the carrier does not document are passed on as they are", async () => {
    await scan("RDEL");
    expect((await track()).current_tracking_status_code).toBe("RDEL");
    expect((await track()).delivered_date).toBeNull();
  });

  test("the details of one shipment are read by its id", async () => {
    const { shipments } = (await world.control("GET", "/rapidshyp/shipments")).body;
    const answer = await world.carrier(`/shipment_details?shipment_id=${shipments[0].shipment_id}`);
    expect(answer.body).toMatchObject({ success: true, shipment_details: { awb, applied_weight: 0.5 } });
    expect((await world.carrier("/shipment_details?shipment_id=S0")).body.success).toBe(false);
  });
});

test("the token can be sent as a bearer token to another path", async () => {
  const webhook = { webhookHeader: "Authorization", webhookPath: "/hooks/carrier" };
  const world = await startWorld({ rapidshyp: { ...KEYS.rapidshyp, ...webhook } });
  const { awb } = (await world.carrier("/wrapper", parcel("ord_1"))).body.shipment[0];
  await world.control("POST", `/rapidshyp/shipments/${awb}/scan`, { code: "PUC" });
  const event = world.app.received.at(-1);
  expect([event?.path, event?.headers.authorization]).toEqual([
    "/hooks/carrier",
    `Bearer ${KEYS.rapidshyp.webhookToken}`,
  ]);
  await world.stop();
});
