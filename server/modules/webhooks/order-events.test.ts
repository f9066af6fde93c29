import { ORDER_STATUSES, PROCESSES } from "@amana/core/escrow";
import { money } from "@amana/core/money";
import { describe, expect, test } from "vitest";
import { isEventType } from "./catalogue.ts";
import { amountFor, typeOfStep } from "./order-events.ts";

describe("a step of an order is told as", () => {
  test.each([
    [null, "payment_pending", null, "order.placed"],
    ["payment_pending", "escrow_locked", "fund", "order.paid"],
    ["payment_pending", "failed", null, "order.payment_failed"],
    ["payment_pending", "cancelled", null, "order.cancelled"],
    ["escrow_locked", "cancelled", "refund", "order.cancelled"],
    ["escrow_locked", "refunded", "refund", "order.refunded"],
    ["escrow_locked", "escrow_locked", null, "order.updated"],
    ["escrow_locked", "order_confirmed", null, "order.confirmed"],
    ["ready_to_ship", "shipped", null, "order.dispatched"],
    ["out_for_delivery", "delivered", null, "order.delivered"],
    ["delivered", "completed", "release", "order.completed"],
    ["delivered", "completed", "settle", "order.settled"],
    ["delivered", "disputed", null, "order.disputed"],
    ["disputed", "delivered", null, "order.resumed"],
    ["disputed", "refunded", "chargeback", "order.charged_back"],
  ] as const)("%s → %s with %s: %s", (from, to, movement, type) => {
    expect(typeOfStep({ from, to, movement })).toBe(type);
  });

  test("an event of the catalogue, whatever the step of whatever process", () => {
    expect(PROCESSES.length).toBeGreaterThan(0);
    for (const from of [null, ...ORDER_STATUSES])
      for (const to of ORDER_STATUSES)
        for (const movement of [null, "fund", "release", "refund", "settle", "chargeback"] as const)
          expect(isEventType(typeOfStep({ from, to, movement }))).toBe(true);
  });
});

describe("the amount of a step", () => {
  const moved = {
    total: money(34_800n, "INR"),
    sellerReceives: money(33_903n, "INR"),
    buyerReceives: money(10_000n, "INR"),
  };

  test("tells the buyer nothing of the commission when the money is released", () => {
    expect(amountFor("buyer", { ...moved, movement: "release" })?.minor).toBe(34_800n);
    expect(amountFor("seller", { ...moved, movement: "release" })?.minor).toBe(33_903n);
  });

  test("is each side's own part of a division, the whole of a payment, and nothing where nothing moves", () => {
    expect(amountFor("buyer", { ...moved, movement: "settle" })?.minor).toBe(10_000n);
    expect(amountFor("seller", { ...moved, movement: "settle" })?.minor).toBe(33_903n);
    expect(amountFor("seller", { ...moved, movement: "fund" })?.minor).toBe(34_800n);
    expect(amountFor("seller", { ...moved, movement: null })).toBeNull();
  });
});
