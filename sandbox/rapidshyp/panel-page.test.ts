import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../harness.ts";
import { parcel } from "./parcel-for-test.ts";

describe("the carrier's panel", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const page = async (query = "") => (await fetch(`${world.url()}/rapidshyp/panel${query}`)).text();
  const press = (fields: Record<string, string>) =>
    fetch(`${world.url()}/rapidshyp/panel`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

  test("says when there is nothing to carry", async () => {
    expect(await page()).toContain("No parcel has an AWB yet");
    expect(await page("?lang=ar")).toContain('dir="rtl"');
  });

  test("lists each parcel with a button for each scan, and a press reports it", async () => {
    const { awb } = (await world.carrier("/wrapper", parcel("ord_1"))).body.shipment[0];
    await world.advance(0);
    world.app.received.length = 0;
    expect(await page()).toContain(`data-awb="${awb}"`);
    expect(await page()).toContain('data-scan="PUC"');
    expect((await press({ awb, code: "PUC", webhook: "duplicate" })).status).toBe(303);
    await world.advance(0);
    expect(world.app.received).toHaveLength(2);
    expect(await page()).toContain("PICKUP COMPLETED");
  });

  test("an unknown parcel, scan or notice is refused", async () => {
    const { awb } = (await world.carrier("/wrapper", parcel("ord_1"))).body.shipment[0];
    expect((await press({ awb: "NONE", code: "PUC" })).status).toBe(400);
    expect((await press({ awb, code: "toString" })).status).toBe(400);
    expect((await press({ awb, code: "PUC", webhook: "loud" })).status).toBe(400);
  });

  test("the home page links the pages and shows the statement and the deliveries", async () => {
    await world.createOrder("ord_9");
    await world.payOrder("ord_9");
    const home = await (await fetch(`${world.url()}/`)).text();
    for (const text of [
      "/rapidshyp/panel",
      "ord_9",
      "1499.00",
      "PAYMENT_SUCCESS_WEBHOOK",
      "/cashfree/checkout/session_",
    ]) {
      expect(home).toContain(text);
    }
    expect(await (await fetch(`${world.url()}/health`)).json()).toEqual({ status: "ok" });
  });
});
