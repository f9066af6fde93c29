import { money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { describe, expect, test } from "vitest";
import type { BookingRequest } from "#ports/carrier";
import type { HttpAnswer, HttpRequest } from "../../support/http.ts";
import { fakeRapidshyp } from "./fake-rapidshyp.ts";
import { type RapidShypConfig, rapidshyp } from "./index.ts";

const CONFIG: RapidShypConfig = {
  baseUrl: "https://rapidshyp.example.test/rapidshyp/apis/v1",
  token: "carrier_token_demo",
  storeName: "DEFAULT",
  webhook: { header: "Access-Token", token: "Bearer webhook_token_demo" },
};

const NOW = at(Date.parse("2026-01-05T18:10:00+05:30"));
const clock = { now: () => NOW };

const parcel = (awb: string, code = "OFD") => ({
  awb,
  current_tracking_status_code: code,
  current_status_date: "08-01-2026 09:20:00",
});

const answer = (json: unknown, status = 200, headers: HttpAnswer["headers"] = {}): HttpAnswer => ({
  status,
  headers,
  json,
});

function given(...answers: readonly HttpAnswer[]) {
  const sent: HttpRequest[] = [];
  const http = async (request: HttpRequest) => {
    sent.push(request);
    return answers[Math.min(sent.length, answers.length) - 1] ?? answer(undefined, 0);
  };
  return { carrier: rapidshyp(CONFIG, { http, clock }), sent };
}

const SHIPMENT = `shp_${"0".repeat(31)}4`;
const address = {
  name: "Asha Rani (demo buyer)",
  phone: "+91 90000 00003",
  email: "asha@example.test",
  line1: "12 Demo Road",
  line2: "Flat 3",
  city: "Delhi",
  postcode: "110001",
};
const REQUEST: BookingRequest = {
  shipment: SHIPMENT,
  orderedOn: at(Date.parse("2026-01-05T19:00:00Z")),
  courier: "6001",
  from: { ...address, name: "Bashir (demo seller)", line2: null, city: "Bengaluru", postcode: "560001" },
  to: address,
  parcel: { grams: 1250, millimetres: { length: 305, width: 200, height: 95 } },
  items: [{ title: "Camera", sku: "C1", quantity: 2, unitPrice: money(149_950n, "INR") }],
  value: money(299_900n, "INR"),
};

describe("rates", () => {
  const question = {
    fromPostcode: "560001",
    toPostcode: "110001",
    parcel: { ...REQUEST.parcel, grams: 1250 },
    value: money(149_900n, "INR"),
  };

  test("case 53: kilograms are exact, and the misspelt path is the one that works", async () => {
    for (const [grams, text] of [
      [1250, "1.25"],
      [1, "0.001"],
      [1000, "1"],
      [10, "0.01"],
      [12_345, "12.345"],
    ] as const) {
      const { carrier, sent } = given(answer({ status: true, serviceable_courier_list: [] }));
      await carrier.rates({ ...question, parcel: { ...question.parcel, grams } });
      expect(sent[0]?.url).toBe(`${CONFIG.baseUrl}/serviceabilty_check`);
      expect(JSON.stringify(sent[0]?.body)).toBe(
        `{"Pickup_pincode":"560001","Delivery_pincode":"110001","cod":false,"total_order_value":1499.00,"weight":${text}}`,
      );
    }
  });

  test("speed follows the freight mode, and today's delivery is the same day's; an unreadable price drops its courier only", async () => {
    const fake = fakeRapidshyp({ token: CONFIG.token, now: () => "" });
    expect(await rapidshyp(CONFIG, { http: fake.http, clock }).rates(question)).toEqual({
      ok: true,
      value: [
        {
          courier: "6001",
          title: "Example Surface 0.5kg",
          speed: "standard",
          price: money(6_150n, "INR"),
          expectedOn: "2026-01-09",
        },
        {
          courier: "6002",
          title: "Example Air 0.5kg",
          speed: "express",
          price: money(9_800n, "INR"),
          expectedOn: null,
        },
        {
          courier: "6003",
          title: "Example Today",
          speed: "same_day",
          price: money(15_000n, "INR"),
          expectedOn: "2026-01-05",
        },
      ],
    });
  });

  test("a value in another currency is declined", async () => {
    expect(
      await given(answer({ status: true })).carrier.rates({ ...question, value: money(100n, "JPY") }),
    ).toMatchObject({ error: { kind: "declined" } });
  });
});

describe("yes and no", () => {
  test.each([[{ status: "SUCCESS" }], [{ status: "success" }], [{ status: true }], [{ success: true }]])(
    "%j is a yes",
    async (verdict) => {
      expect(
        await given(answer({ ...verdict, records: [{ shipment_details: [parcel("EX1")] }] })).carrier.track("EX1"),
      ).toMatchObject({ ok: true });
    },
  );

  const cases: readonly [string, HttpAnswer, string, string][] = [
    ["HTTP 200 with FAILED", answer({ status: "FAILED", remarks: "no" }), "not_found", "declined"],
    ["success false", answer({ success: false, msg: "no" }), "not_found", "declined"],
    ["HTTP 400 with a remark", answer({ status: "FAILED", remark: "no" }, 400), "not_found", "declined"],
    ["no answer", answer(undefined, 0), "try_later", "outcome_unknown"],
    ["500", answer(undefined, 500), "try_later", "outcome_unknown"],
    ["401", answer(undefined, 401), "misconfigured", "misconfigured"],
    ["429", answer({ message: "slow down" }, 429), "try_later", "try_later"],
    ["a word that is neither", answer({ status: "PARTIAL" }), "outcome_unknown", "outcome_unknown"],
    ["no word at all", answer({ records: [] }), "outcome_unknown", "outcome_unknown"],
    ["not JSON", answer(undefined), "outcome_unknown", "outcome_unknown"],
  ];
  test.each(cases)("%s", async (_, reply, read, write) => {
    expect(await given(reply).carrier.track("EX1")).toMatchObject({ ok: false, error: { kind: read } });
    expect(await given(reply).carrier.lookBooking(SHIPMENT)).toMatchObject({ ok: false, error: { kind: read } });
    expect(await given(reply).carrier.book(REQUEST)).toMatchObject({ ok: false, error: { kind: write } });
  });
});

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

describe("cancelling", () => {
  const paths = (sent: readonly HttpRequest[]) => sent.map(({ url }) => url.slice(CONFIG.baseUrl.length).split("?")[0]);
  const info = (fields: object) => answer({ status: "success", channel_order_id: SHIPMENT, ...fields });

  test("the tracking number is given back before the order is cancelled", async () => {
    const { carrier, sent } = given(answer({ status: true }), answer({ status: true }));
    expect(await carrier.cancel({ shipment: SHIPMENT, reference: "S1" })).toEqual({ ok: true, value: "cancelled" });
    expect(paths(sent)).toEqual(["/de_allocate_shipment", "/cancel_order"]);
    expect(sent.map(({ body }) => body)).toEqual([
      { orderId: SHIPMENT, shipmentId: "S1" },
      { orderId: SHIPMENT, storeName: "DEFAULT" },
    ]);
  });

  test("a shipment that has no tracking number any more is cancelled all the same", async () => {
    const { carrier, sent } = given(
      answer({ status: "FAILED" }),
      info({ shipment_lines: [{ shipment_id: "S1", awb: "" }] }),
      answer({ status: true }),
    );
    expect(await carrier.cancel({ shipment: SHIPMENT, reference: "S1" })).toEqual({ ok: true, value: "cancelled" });
    expect(paths(sent)).toEqual(["/de_allocate_shipment", "/get_orders_info", "/cancel_order"]);
  });

  test("case 22: without an answer it is unknown, and the order is not touched further", async () => {
    const { carrier, sent } = given(answer(undefined, 0));
    expect(await carrier.cancel({ shipment: SHIPMENT, reference: "S1" })).toMatchObject({
      error: { kind: "outcome_unknown" },
    });
    expect(paths(sent)).toEqual(["/de_allocate_shipment"]);
  });
});
