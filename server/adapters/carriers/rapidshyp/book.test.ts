import { describe, expect, test } from "vitest";
import type { HttpRequest } from "../../support/http.ts";
import { breakableLine } from "../../support/conformance.ts";
import { fakeRapidshyp } from "./fake-rapidshyp.ts";
import { rapidshyp } from "./index.ts";
import { address, answer, CONFIG, clock, given, parcel, REQUEST, SHIPMENT } from "./shop-for-test.ts";

describe("booking", () => {
  test("what is sent: prepaid, exact decimals, centimetres and grams, the city in the second line, the day in India", async () => {
    const { carrier, sent } = given(answer(undefined, 429));
    await carrier.book(REQUEST);
    const body = JSON.stringify(sent[0]?.body);
    expect(JSON.parse(body)).toMatchObject({
      orderId: SHIPMENT,
      orderDate: "2026-01-06",
      paymentMethod: "PREPAID",
      storeName: "DEFAULT",
      billingIsShipping: true,
      pickupLocation: {
        pickupName: "Bashir (demo seller)",
        pickupPhone: "9000000003",
        pickupAddress2: "Bengaluru",
        pinCode: "560001",
      },
      shippingAddress: {
        firstName: "Asha",
        lastName: "Rani (demo buyer)",
        addressLine2: "Flat 3, Delhi",
        phone: "9000000003",
      },
      packageDetails: { packageLength: 30.5, packageBreadth: 20, packageHeight: 9.5, packageWeight: 1250 },
    });
    expect(body).toContain('"units":2,"unitPrice":1499.50,"tax":0');
    expect(body).not.toContain('"sku"');
  });

  test("case 22: whatever words a refusal has, the order is looked up before it counts as one", async () => {
    const info = {
      status: "success",
      channel_order_id: SHIPMENT,
      shipment_lines: [{ shipment_id: "S1", awb: "EX1", tracking_link: "https://track.example.test/EX1" }],
    };
    const label = {
      status: "SUCCESS",
      labelData: [{ shipmentId: "S1", labelURL: "https://files.example.test/l.pdf" }],
    };
    const { carrier, sent } = given(
      answer({ status: "FAILED", remarks: "बुकिंग पहले से है" }),
      answer(info),
      answer({ success: true, records: [{ shipment_details: [parcel("EX1", "OFP")] }] }),
      answer(label),
    );
    expect(await carrier.book(REQUEST)).toEqual({
      ok: true,
      value: {
        reference: "S1",
        trackingNumber: "EX1",
        courierTitle: null,
        labelUrl: "https://files.example.test/l.pdf",
        trackingUrl: "https://track.example.test/EX1",
        pickupScheduled: true,
        cancelled: false,
      },
    });
    expect(sent.map(({ url }) => url.slice(CONFIG.baseUrl.length))).toEqual([
      "/wrapper",
      `/get_orders_info?channel_order_id=${SHIPMENT}`,
      "/track_order",
      "/generate_label",
    ]);
  });

  test("case 8: another order's answer is not taken for ours", async () => {
    const other = answer({
      status: "success",
      channel_order_id: "shp_other",
      seller_order_id: "RS2",
      shipment_lines: [],
    });
    expect(await given(other).carrier.lookBooking(SHIPMENT)).toMatchObject({ error: { kind: "outcome_unknown" } });
    expect(
      await given(
        answer({ status: "SUCCESS", orderId: "shp_other", shipment: [{ shipmentId: "S1" }] }),
        other,
      ).carrier.book(REQUEST),
    ).toMatchObject({ error: { kind: "outcome_unknown" } });
  });

  test("a booking is cancelled when the order says so, or the parcel's last scan", async () => {
    const info = (order_status: string) =>
      answer({
        status: true,
        channel_order_id: SHIPMENT,
        order_status,
        shipment_lines: [{ shipment_id: "S1", awb: "EX1" }],
      });
    const scans = (code: string) => answer({ success: true, records: [{ shipment_details: [parcel("EX1", code)] }] });
    for (const [order, code, cancelled] of [
      ["PROCESSING", "CAN", true],
      ["CANCELLED", "SCB", true],
      ["CANCELED", "SCB", true],
      ["PROCESSING", "PCN", false],
      ["CANCELLATION_REJECTED", "OFD", false],
    ] as const) {
      expect(await given(info(order), scans(code)).carrier.lookBooking(SHIPMENT)).toMatchObject({
        ok: true,
        value: { cancelled },
      });
    }
  });

  test("a half booking is finished with the courier that was chosen", async () => {
    const fake = fakeRapidshyp({ token: CONFIG.token, now: () => "" });
    fake.state.half = true;
    expect(await rapidshyp(CONFIG, { http: fake.http, clock }).book(REQUEST)).toMatchObject({
      ok: true,
      value: { pickupScheduled: true, labelUrl: "https://files.example.test/label.pdf" },
    });
    expect(fake.requests.find(({ url }) => url.endsWith("/assign_awb"))?.body).toEqual({
      shipment_id: "S100000001",
      courier_code: "6001",
    });
  });

  test("a step that is refused leaves a booking with what there is", async () => {
    const fake = fakeRapidshyp({ token: CONFIG.token, now: () => "" });
    fake.state.half = true;
    fake.state.labels.fail = true;
    expect(await rapidshyp(CONFIG, { http: fake.http, clock }).book(REQUEST)).toMatchObject({
      ok: true,
      value: { trackingNumber: "EX100000002", labelUrl: null },
    });
  });

  test("a link that is not of the web is not handed on", async () => {
    const shipment = { shipmentId: "S1", awb: "EX1", pickupScheduled: true, labelURL: "javascript:alert(1)" };
    const { carrier } = given(
      answer({ status: "SUCCESS", orderId: SHIPMENT, shipment: [shipment] }),
      answer({ status: "FAILED" }),
    );
    expect(await carrier.book(REQUEST)).toMatchObject({
      ok: true,
      value: { labelUrl: null, trackingUrl: "https://app.rapidshyp.com/t/EX1" },
    });
  });

  test("an address that does not fit is declined, not cut", async () => {
    const { carrier, sent } = given(answer(undefined));
    expect(await carrier.book({ ...REQUEST, to: { ...address, line1: "x".repeat(101) } })).toMatchObject({
      error: { code: "address_too_long" },
    });
    expect(sent).toEqual([]);
  });
});

