import { expect, test } from "vitest";
import { stepsAhead } from "./ahead.ts";

const DUE = "2026-11-24T10:00:00.000Z";

test("after payment a parcel is sent, comes, and is checked", () => {
  const deadlines = [{ kind: "payment", dueAt: DUE }] as const;
  expect(stepsAhead({ kind: "physical", deadlines: [...deadlines] })).toEqual(["dispatch", "delivery", "inspection"]);
});

test("what is late is delivered all the same", () => {
  expect(stepsAhead({ kind: "service", deadlines: [{ kind: "lateness", dueAt: DUE }] })).toEqual(["inspection"]);
});

test("nothing is promised where an order is over or in dispute", () => {
  expect(stepsAhead({ kind: "service", deadlines: [] })).toEqual([]);
  expect(stepsAhead({ kind: "digital", deadlines: [{ kind: "response", dueAt: DUE }] })).toEqual([]);
});
