import type { TrackingState } from "@amana/core/shipping";
import { describe, expect, test } from "vitest";
import { answer, given, parcel } from "./shop-for-test.ts";

describe("tracking", () => {
  const STATES: readonly [string, TrackingState][] = [
    ["SCB", "label_created"],
    ["PSH", "pickup_scheduled"],
    ["OFP", "out_for_pickup"],
    ["PUE", "delayed"],
    ["PCN", "on_hold"],
    ["PUC", "picked_up"],
    ["SPD", "in_transit"],
    ["INT", "in_transit"],
    ["RAD", "in_transit"],
    ["DED", "delayed"],
    ["OFD", "out_for_delivery"],
    ["DEL", "delivered"],
    ["UND", "delivery_failed"],
    ["RTO_REQ", "returning"],
    ["RTO", "returning"],
    ["RTO_INT", "returning"],
    ["RTO_RAD", "returning"],
    ["RTO_OFD", "returning"],
    ["RTO_UND", "returning"],
    ["RTO_DEL", "returned"],
    ["CAN", "cancelled"],
    ["ONH", "on_hold"],
    ["LST", "lost"],
    ["DMG", "damaged"],
    ["MSR", "delayed"],
    ["DPO", "lost"],
    ["RDEL", "returned"],
    ["RPUC", "returning"],
    ["RCAN", "unknown"],
    ["RLST", "unknown"],
    ["NA", "unknown"],
    ["DELIVERED", "unknown"],
    [" DEL", "unknown"],
    ["", "unknown"],
  ];
  const scans = (...track_scans: readonly object[]) =>
    answer({ success: true, records: [{ shipment_details: [{ awb: "EX1", track_scans }] }] });

  test.each(STATES)("%j is %s, whatever the description says", async (rapidshyp_status_code, state) => {
    const reply = scans({
      scan: "UNDELIVERED / DELIVERED",
      scan_datetime: "06-01-2026 15:02:00",
      scan_location: "Bengaluru",
      rapidshyp_status_code,
    });
    expect(await given(reply).carrier.track("EX1")).toMatchObject({
      ok: true,
      value: [{ state, code: rapidshyp_status_code }],
    });
  });

  test("case 49: times are Indian, and one that cannot be is left out", async () => {
    const scan = (scan_datetime: unknown) => ({
      scan: "x",
      scan_datetime,
      scan_location: "",
      rapidshyp_status_code: "INT",
    });
    const reply = scans(
      scan("06-01-2026 03:02:01"),
      scan("31-02-2026 03:02:01"),
      scan("2026-01-06 03:02:01"),
      scan("06-01-2026 24:00:00"),
      scan(null),
      scan("05-01-2026 23:59:59"),
    );
    const seen = await given(reply).carrier.track("EX1");
    expect(seen.ok && seen.value.map(({ scannedAt }) => new Date(scannedAt).toISOString())).toEqual([
      "2026-01-05T18:29:59.000Z",
      "2026-01-05T21:32:01.000Z",
    ]);
  });

  test("a delivery that only the summary knows is a scan at the time of delivery", async () => {
    const summary = {
      ...parcel("EX1", "DEL"),
      current_tracking_status_desc: "DELIVERED",
      delivered_date: "08-01-2026 11:00:00",
      track_scans: null,
    };
    expect(
      await given(answer({ success: true, records: [{ shipment_details: [summary] }] })).carrier.track("EX1"),
    ).toEqual({
      ok: true,
      value: [
        {
          state: "delivered",
          code: "DEL",
          text: "DELIVERED",
          location: null,
          scannedAt: Date.parse("2026-01-08T11:00:00+05:30"),
        },
      ],
    });
  });

  test("words for people that are no text hide nothing else", async () => {
    const odd = {
      ...parcel("EX1", "DEL"),
      current_tracking_status_desc: {},
      delivered_date: "08-01-2026 11:00:00",
      track_scans: null,
    };
    const scan = { scan: 7, scan_datetime: "06-01-2026 03:02:01", scan_location: [], rapidshyp_status_code: "INT" };
    const seen = await given(
      answer({ success: true, records: [{ shipment_details: [{ ...odd, track_scans: [scan] }] }] }),
    ).carrier.track("EX1");
    expect(seen.ok && seen.value.map(({ state, text, location }) => [state, text, location])).toEqual([
      ["in_transit", "", null],
      ["delivered", "", null],
    ]);
  });

  test("case 50: another parcel's scans are not shown for ours", async () => {
    const reply = answer({
      success: true,
      records: [{ shipment_details: [{ ...parcel("EX2", "DEL"), delivered_date: "08-01-2026 11:00:00" }] }],
    });
    expect(await given(reply).carrier.track("EX1")).toEqual({ ok: false, error: { kind: "not_found" } });
  });
});
