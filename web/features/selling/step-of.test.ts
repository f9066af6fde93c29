import { expect, test } from "vitest";
import type { Shipment } from "../../api/types.ts";
import { stepOf } from "./step-of.ts";

const shipment = (status: Shipment["status"]): Shipment => ({
  id: "shp_1",
  status,
  trackingNumber: null,
  courierTitle: null,
  trackingUrl: null,
  hasLabel: false,
  problem: null,
});

test("the address is looked at before a courier is booked", () => {
  expect(stepOf({ actions: ["dispatch"], shipment: null }, false)).toBe("address");
  expect(stepOf({ actions: ["dispatch"], shipment: null }, true)).toBe("courier");
});

test("a booking under way is waited for and never asked for again", () => {
  expect(stepOf({ actions: ["dispatch"], shipment: shipment("booking") }, true)).toBe("label");
  expect(stepOf({ actions: [], shipment: shipment("booked") }, false)).toBe("label");
});

test("a booking that failed leads back to the courier", () => {
  expect(stepOf({ actions: ["dispatch"], shipment: shipment("failed") }, false)).toBe("courier");
});

test("an order that may no longer be dispatched says so", () => {
  expect(stepOf({ actions: [], shipment: null }, true)).toBe("over");
});
