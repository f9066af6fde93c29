import { expect, test } from "vitest";
import { shippedGoods, stateOf } from "../escrow/index.ts";
import { TRACKING_STATES } from "./index.ts";

test("every word of a carrier's that moves a deal is a tracking state", () => {
  const exits = Object.keys(shippedGoods.states).flatMap((state) => Object.entries(stateOf(shippedGoods, state).exits));
  const words = new Set(exits.flatMap(([name, { by }]) => (by.includes("carrier") ? [name] : [])));
  expect([...words].sort()).toEqual(["delivered", "in_transit", "out_for_delivery", "returned"]);
  expect([...words].filter((word) => !TRACKING_STATES.some((state) => state === word))).toEqual([]);
});

test("a tracking state is named once, and what we have not met has a word of its own", () => {
  expect(new Set(TRACKING_STATES).size).toBe(TRACKING_STATES.length);
  expect(TRACKING_STATES).toContain("unknown");
});
