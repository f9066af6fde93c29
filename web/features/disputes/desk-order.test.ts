import { expect, test } from "vitest";
import type { StaffDispute } from "../../api/disputes.ts";
import { byPressure } from "./desk-order.ts";

const person = { id: "usr_1", name: "Asha (demo)" };
const dispute = (id: string, dueAt: string | null, amount: number): StaffDispute => ({
  ...{ id, orderId: "ord_1", orderNumber: "ORD-1", problem: "damaged", stage: "decision", raisedBy: "buyer" },
  ...{ buyer: person, seller: person, amount: { amount, currency: "INR" }, openedAt: "2026-11-01T00:00:00.000Z" },
  ...{ closedAt: null, closedBy: null, deadline: dueAt === null ? null : { kind: "decision", dueAt } },
  ...{ arbiter: null, waitingDays: 0, alarmed: false },
});

test("what time decides soonest comes first, then the larger amount", () => {
  const soon = "2026-11-23T00:00:00.000Z";
  const all = [
    dispute("never", null, 900),
    dispute("later", "2026-11-30T00:00:00.000Z", 900),
    dispute("small", soon, 100),
    dispute("large", soon, 500),
  ];
  expect(all.sort(byPressure).map(({ id }) => id)).toEqual(["large", "small", "later", "never"]);
});
