import { money } from "@amana/core/money";
import { describe, expect, test } from "vitest";
import type { HttpAnswer, HttpRequest } from "../../support/http.ts";
import { fakeRapidshyp } from "./fake-rapidshyp.ts";
import { rapidshyp } from "./index.ts";
import { answer, CONFIG, clock, given, parcel, REQUEST, SHIPMENT } from "./shop-for-test.ts";

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
    expect(await given(reply).carrier.book({ ...REQUEST, courier: "" })).toMatchObject({
      ok: false,
      error: { kind: write },
    });
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
