import type { TrackingState } from "@amana/core/shipping";
import { describe, expect, test } from "vitest";
import { breakableLine, type WebhookUnderTest } from "../../support/conformance.ts";
import { type Http, NO_ANSWER } from "../../support/http.ts";
import { type CarrierUnderTest, carrierCases, countedLine } from "../conformance.ts";
import { fakeRapidshyp } from "./fake-rapidshyp.ts";
import { rapidshyp } from "./index.ts";
import { CONFIG, clock, NOW, parcel } from "./shop-for-test.ts";

const CODES: Partial<Record<TrackingState, string>> = {
  label_created: "SCB",
  pickup_scheduled: "PSH",
  out_for_pickup: "OFP",
  picked_up: "PUC",
  in_transit: "INT",
  delayed: "DED",
  on_hold: "ONH",
  out_for_delivery: "OFD",
  delivery_failed: "UND",
  returning: "RTO",
  returned: "RTO_DEL",
  lost: "LST",
  damaged: "DMG",
  cancelled: "CAN",
  delivered: "DEL",
};

async function underTest(courierChosenBy: CarrierUnderTest["courierChosenBy"]): Promise<CarrierUnderTest> {
  const fake = fakeRapidshyp({ token: CONFIG.token, now: () => "05-01-2026 18:10:00" });
  const { line, loseNext } = breakableLine(fake.http);
  const { line: http, cut } = countedLine(line);
  const byBuyer = courierChosenBy === "buyer";
  const calls = {
    book: byBuyer ? /\/create_order$/ : /\/wrapper$/,
    look: /\/get_orders_info\?/,
    track: /\/track_order$/,
  };
  return {
    carrier: rapidshyp(CONFIG, { http, clock }),
    withWrongKeys: rapidshyp({ ...CONFIG, token: "wrong" }, { http, clock }),
    now: NOW,
    courierChosenBy,
    postcodes: { from: "560001", to: "110001", nowhere: "999999" },
    journey: Object.keys(CODES) as TrackingState[],
    theirs: {
      scan: async (awb, state) => fake.scan(awb, CODES[state] ?? ""),
      scanUnheardOf: async (awb, code) => fake.scan(awb, code, "DELIVERED"),
      loseNext: (call, when) => loseNext(when, calls[call]),
      bookHalf: () => {
        if (byBuyer) loseNext("before", /\/assign_awb$/);
        else fake.state.half = true;
      },
      parcels: async (shipment) => fake.state.parcels.filter(({ order }) => order === shipment).length,
      courierOf: async (awb) => fake.state.parcels.find((one) => one.awb === awb)?.courier ?? null,
      cut,
    },
  };
}

const push = (json: unknown, token = CONFIG.webhook.token) => ({
  headers: { "access-token": token },
  body: Buffer.from(JSON.stringify(json)),
});
const RECORDS = [{ seller_order_id: "shp_1", shipment_details: [parcel("EX1"), parcel("EX2", "DEL")] }];

const webhookUnderTest = async (): Promise<WebhookUnderTest> => ({
  read: (webhook, now) =>
    rapidshyp(CONFIG, { http: fakeRapidshyp({ token: "", now: () => "" }).http, clock }).readWebhook(webhook, now),
  genuine: async () => push({ success: true, records: RECORDS }),
  now: () => NOW,
  proofHeader: "access-token",
  foreign: [CONFIG.token, "webhook_token_demo", "Bearer ", "bearer webhook_token_demo"],
  signing: null,
});

describe.each(["buyer", "carrier"] as const)(
  "rapidshyp holds what every carrier holds, against answers written from its document, the courier chosen by the %s",
  (chooser) => {
    for (const { title, run } of carrierCases(() => underTest(chooser), webhookUnderTest)) test(title, run);
  },
);

const silent: Http = async () => NO_ANSWER;

describe("tracking pushes", () => {
  const read = (json: unknown, token?: string) =>
    rapidshyp(CONFIG, { http: silent, clock }).readWebhook(push(json, token), NOW);
  const hints = [
    { dedupeKey: "EX1:OFD:08-01-2026 09:20:00", trackingNumber: "EX1" },
    { dedupeKey: "EX2:DEL:08-01-2026 09:20:00", trackingNumber: "EX2" },
  ];

  test.each([[{ records: RECORDS }], [RECORDS], [{ data: RECORDS }], [{ data: { records: RECORDS } }]])(
    "all parcels are found in the shape %#",
    (json) => {
      expect(read(json)).toEqual({ ok: true, value: hints });
    },
  );

  test("a push of another shape is unreadable, an empty one names nothing", () => {
    for (const json of [{}, null, 1, "x", { records: 1 }, { records: [{ shipment_details: [{ awb: { $ne: 1 } }] }] }])
      expect(read(json)).toEqual({ ok: false, error: "unreadable" });
    expect(read({ records: [] })).toEqual({ ok: true, value: [] });
    expect(read({ records: [{ shipment_details: [{ awb: null }] }] })).toEqual({ ok: true, value: [] });
  });

  test("case 3: an empty token does not start", () => {
    const deps = { http: silent, clock };
    expect(() => rapidshyp({ ...CONFIG, webhook: { header: "access-token", token: "" } }, deps)).toThrow("empty");
    expect(() => rapidshyp({ ...CONFIG, token: "" }, deps)).toThrow("empty");
  });
});
