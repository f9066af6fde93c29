import { describe, expect, test } from "vitest";
import { breakableLine } from "../../support/conformance.ts";
import { fakeRapidshyp } from "./fake-rapidshyp.ts";
import { rapidshyp } from "./index.ts";
import { address, answer, CONFIG, clock, given, parcel, REQUEST, SHIPMENT } from "./shop-for-test.ts";

const BY_RULE = { ...REQUEST, courier: "" };

describe("booking", () => {
  test("what is sent: prepaid, exact decimals, centimetres and grams, the city in the second line, the day in India", async () => {
    const { carrier, sent } = given(answer(undefined, 429));
    await carrier.book(BY_RULE);
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
    expect(await carrier.book(BY_RULE)).toEqual({
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
      `/get_orders_info?order_id=${SHIPMENT}&channel_order_id=${SHIPMENT}`,
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
      ).carrier.book(BY_RULE),
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

  test("a link that is not of the web is not handed on", async () => {
    const shipment = { shipmentId: "S1", awb: "EX1", pickupScheduled: true, labelURL: "javascript:alert(1)" };
    const { carrier } = given(
      answer({ status: "SUCCESS", orderId: SHIPMENT, shipment: [shipment] }),
      answer({ status: "FAILED" }),
    );
    expect(await carrier.book(BY_RULE)).toMatchObject({
      ok: true,
      value: { labelUrl: null, trackingUrl: "https://app.rapidshyp.com/t/EX1" },
    });
  });

  test("a label that came without a pickup waits for it", async () => {
    const shipment = {
      shipmentId: "S1",
      awb: "EX1",
      pickupScheduled: false,
      labelURL: "https://files.example.test/l.pdf",
    };
    const { carrier } = given(
      answer({ status: "SUCCESS", orderId: SHIPMENT, shipment: [shipment] }),
      answer({ status: "FAILED" }),
    );
    expect(await carrier.book(BY_RULE)).toMatchObject({
      ok: true,
      value: { trackingNumber: "EX1", labelUrl: null, pickupScheduled: false },
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

function shopWith(prepare: (state: ReturnType<typeof fakeRapidshyp>["state"]) => void = () => {}) {
  const fake = fakeRapidshyp({ token: CONFIG.token, now: () => "05-01-2026 18:10:00" });
  prepare(fake.state);
  const { line: http, loseNext } = breakableLine(fake.http);
  const paths = () => fake.requests.map(({ url }) => new URL(url).pathname.split("/").at(-1));
  const count = (path: string) => paths().filter((one) => one === path).length;
  const bodyOf = (path: string) => fake.requests.find(({ url }) => url.includes(`/${path}`))?.body;
  return { ...fake, carrier: rapidshyp(CONFIG, { http, clock }), loseNext, paths, count, bodyOf };
}

const WHOLE = { pickupScheduled: true, labelUrl: "https://files.example.test/label.pdf", cancelled: false };

describe("booking with the courier that was chosen", () => {
  test("looks first, then orders, reads the shipment's id, and assigns that courier", async () => {
    const { carrier, paths, bodyOf, state } = shopWith();
    const request = { ...REQUEST, courier: "6003" };
    expect(await carrier.book(request)).toMatchObject({ ok: true, value: { ...WHOLE, courierTitle: "Example Today" } });
    expect(paths()).toEqual([
      "get_orders_info",
      "create_order",
      "get_orders_info",
      "assign_awb",
      "schedule_pickup",
      "generate_label",
    ]);
    const [{ shipment, awb, courier } = { shipment: "", awb: "", courier: "" }] = state.parcels;
    expect(courier).toBe("6003");
    expect(bodyOf("assign_awb")).toEqual({ shipment_id: shipment, courier_code: "6003" });
    expect(bodyOf("schedule_pickup")).toEqual({ shipment_id: shipment, awb });
    expect(bodyOf("generate_label")).toEqual({ shipmentId: [shipment] });
    expect(bodyOf("create_order")).toMatchObject({ orderId: SHIPMENT, paymentMethod: "PREPAID" });
  });

  const CALLS = ["create_order", "get_orders_info", "assign_awb", "schedule_pickup", "generate_label"];
  test.each(CALLS.flatMap((call) => (["before", "after"] as const).map((when) => [call, when] as const)))(
    "cases 22 and 23: %s unanswered %s it was heard, and booked again, is one order and one tracking number",
    async (call, when) => {
      const { carrier, loseNext, state } = shopWith();
      loseNext(when, new RegExp(`/${call}\\b`));
      const first = await carrier.book(REQUEST);
      if (!first.ok) expect(["outcome_unknown", "try_later"]).toContain(first.error.kind);
      expect(await carrier.book(REQUEST)).toMatchObject({ ok: true, value: WHOLE });
      expect([state.parcels.length, state.awbs.length, state.parcels[0]?.courier]).toEqual([1, 1, "6001"]);
    },
  );

  test("a pickup whose arranging went unanswered is seen in the scans, and not arranged twice", async () => {
    const { carrier, loseNext, count } = shopWith();
    loseNext("after", /\/schedule_pickup$/);
    expect(await carrier.book(REQUEST)).toMatchObject({ ok: true, value: WHOLE });
    expect(count("schedule_pickup")).toBe(1);
  });

  test("an order that is there without its shipment yet is a booking with nothing, and not ordered again", async () => {
    const info = (shipment_lines: object[]) =>
      answer({ status: "SUCCESS", channel_order_id: SHIPMENT, shipment_lines });
    const { carrier, sent } = given(info([]));
    const nothing = { reference: null, trackingNumber: null, labelUrl: null, cancelled: false };
    expect(await carrier.book(REQUEST)).toMatchObject({ ok: true, value: nothing });
    expect(sent).toHaveLength(1);

    const unseen = given(answer({ status: "FAILED" }), answer({ status: "SUCCESS" }), answer({ status: "FAILED" }));
    expect(await unseen.carrier.book(REQUEST)).toMatchObject({ ok: true, value: nothing });
    expect(unseen.sent).toHaveLength(3);
  });

  test("an order that is refused is declined with the remark, once it is sure that there is none", async () => {
    const { carrier } = shopWith(({ refusing }) => refusing.add("/create_order"));
    expect(await carrier.book(REQUEST)).toMatchObject({
      error: { kind: "declined", detail: "HTTP 200 /create_order is not for you" },
    });
    const unsure = given(
      answer({ status: "FAILED", remarks: "no" }),
      answer({ status: "FAILED", remarks: "no" }),
      answer(undefined, 0),
    );
    expect(await unsure.carrier.book(REQUEST)).toMatchObject({ error: { kind: "outcome_unknown" } });
  });

  test("an order is not made while it cannot be seen whether there is one", async () => {
    for (const [reply, kind] of [
      [answer(undefined, 0), "try_later"],
      [answer(undefined, 429), "try_later"],
      [answer(undefined), "outcome_unknown"],
    ] as const) {
      const { carrier, sent } = given(reply);
      expect(await carrier.book(REQUEST)).toMatchObject({ error: { kind } });
      expect(sent).toHaveLength(1);
    }
  });
});

describe("a courier that does not take the parcel", () => {
  test("is declined with the remark, and nothing further is asked of anyone", async () => {
    const { carrier, state, count } = shopWith();
    for (const tries of [1, 2]) {
      expect(await carrier.book({ ...REQUEST, courier: "6099" })).toMatchObject({
        error: { kind: "declined", detail: "HTTP 200 Courier is not serviceable" },
      });
      expect(count("assign_awb")).toBe(tries);
    }
    expect([state.parcels.length, state.awbs.length]).toEqual([1, 0]);
    expect([count("wrapper"), count("schedule_pickup"), count("generate_label")]).toEqual([0, 0, 0]);
  });

  test("a refusal because there is a tracking number already is none", async () => {
    const info = (awb: string) =>
      answer({ status: "SUCCESS", channel_order_id: SHIPMENT, shipment_lines: [{ shipment_id: "S1", awb }] });
    const { carrier } = given(
      info(""),
      answer({ status: "FAILED", remarks: "AWB already assigned" }),
      info("EX1"),
      answer({ success: true, records: [{ shipment_details: [parcel("EX1", "PSH")] }] }),
      answer({ status: "SUCCESS", labelData: [{ shipmentId: "S1", labelURL: "https://files.example.test/l.pdf" }] }),
    );
    expect(await carrier.book(REQUEST)).toMatchObject({
      ok: true,
      value: { trackingNumber: "EX1", labelUrl: "https://files.example.test/l.pdf" },
    });
  });

  test("a refusal is not passed on while it cannot be seen whether there is a tracking number", async () => {
    const info = answer({
      status: "SUCCESS",
      channel_order_id: SHIPMENT,
      shipment_lines: [{ shipment_id: "S1", awb: "" }],
    });
    const { carrier } = given(info, answer({ status: "FAILED", remarks: "no" }), answer(undefined, 0));
    expect(await carrier.book(REQUEST)).toMatchObject({ ok: true, value: { reference: "S1", trackingNumber: null } });
  });

  test("case 8: a tracking number that was given to another shipment is not taken for ours", async () => {
    const info = answer({
      status: "SUCCESS",
      channel_order_id: SHIPMENT,
      shipment_lines: [{ shipment_id: "S1", awb: "" }],
    });
    const { carrier } = given(info, answer({ status: "SUCCESS", shipment_id: "S2", awb: "EX2" }), info);
    expect(await carrier.book(REQUEST)).toMatchObject({ ok: true, value: { reference: "S1", trackingNumber: null } });
  });

  test("too many calls are a matter of time, and wrong keys of staff", async () => {
    const info = answer({
      status: "SUCCESS",
      channel_order_id: SHIPMENT,
      shipment_lines: [{ shipment_id: "S1", awb: "" }],
    });
    for (const [status, kind] of [
      [429, "try_later"],
      [401, "misconfigured"],
    ] as const)
      expect(await given(info, answer(undefined, status)).carrier.book(REQUEST)).toMatchObject({ error: { kind } });
  });
});

describe.each([REQUEST, BY_RULE])("a half booking, the courier being $courier", (request) => {
  test.each(["/schedule_pickup", "/generate_label"])("is without its label while %s is refused", async (path) => {
    const { carrier, state } = shopWith((state) => {
      state.half = true;
      state.refusing.add(path);
    });
    for (const _ of ["once", "again"])
      expect(await carrier.book(request)).toMatchObject({
        ok: true,
        value: { trackingNumber: "EX100000002", labelUrl: null, pickupScheduled: path !== "/schedule_pickup" },
      });
    state.refusing.clear();
    expect(await carrier.book(request)).toMatchObject({ ok: true, value: { ...WHOLE, trackingNumber: "EX100000002" } });
    expect([state.parcels.length, state.awbs.length]).toEqual([1, 1]);
  });

  test("is finished with the courier of the request, or with that of the rule", async () => {
    const { carrier, state, bodyOf } = shopWith(({ refusing }) => refusing.add("/assign_awb"));
    state.half = true;
    expect(await carrier.book(request)).toMatchObject({ error: { kind: "declined" } });
    state.refusing.clear();
    expect(await carrier.book(request)).toMatchObject({ ok: true, value: WHOLE });
    expect(bodyOf("assign_awb")).toEqual({ shipment_id: "S100000001", courier_code: request.courier });
    expect(state.parcels[0]?.courier).toBe(request.courier || "6002");
  });

  test("that was cancelled meanwhile is left alone", async () => {
    const { carrier, state, count } = shopWith(({ refusing }) => refusing.add("/assign_awb"));
    state.half = true;
    await carrier.book(request);
    for (const parcel of state.parcels) parcel.cancelled = true;
    const before = count("assign_awb");
    expect(await carrier.book(request)).toMatchObject({ ok: true, value: { cancelled: true, trackingNumber: null } });
    expect(count("assign_awb")).toBe(before);
  });
});
