import { expect, test } from "vitest";
import type { OrderStatus, Shipment } from "../../api/types.ts";
import { actionsOf } from "./offered.ts";

const offered = (status: OrderStatus, actions: string[], shipment: Shipment | null = null) =>
  actionsOf({ status, actions, shipment });

test("the buyer's primary action is to pay, then, once delivered, to release", () => {
  expect(offered("payment_pending", ["cancel", "pay"]).primary).toBe("pay");
  expect(offered("delivered", ["confirm_receipt"]).primary).toBe("confirm_receipt");
});

test("releasing before the parcel has come is possible but never urged", () => {
  expect(offered("in_transit", ["confirm_receipt"])).toEqual({ primary: null, others: ["confirm_receipt"] });
});

test("the seller is led to dispatch, which is what the deadline asks for", () => {
  expect(offered("escrow_locked", ["accept", "start", "ready", "dispatch", "cancel"])).toEqual({
    primary: "dispatch",
    others: ["accept", "start", "ready", "cancel"],
  });
});

test("cancelling is never the primary action, and what the API does not allow is not shown", () => {
  expect(offered("escrow_locked", ["cancel"])).toEqual({ primary: null, others: ["cancel"] });
  expect(offered("completed", [])).toEqual({ primary: null, others: [] });
});

test("commands that this app does not know are left out", () => {
  expect(offered("shipped", ["declare_delivered"])).toEqual({ primary: null, others: [] });
});

test("while the courier is being booked, dispatch is not offered again", () => {
  const booking: Shipment = {
    id: "shp_1",
    status: "booking",
    trackingNumber: null,
    courierTitle: null,
    trackingUrl: null,
    hasLabel: false,
    problem: null,
  };
  expect(offered("ready_to_ship", ["dispatch", "cancel"], booking)).toEqual({ primary: null, others: ["cancel"] });
});
