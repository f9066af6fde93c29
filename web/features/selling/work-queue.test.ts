import { expect, test } from "vitest";
import type { DisputeSummary } from "../../api/disputes.ts";
import type { OrderSummary, PendingOrder } from "../../api/types.ts";
import { queueOf, urgencyOf, type Waiting } from "./work-queue.ts";

const NOW = "2026-06-01T00:00:00.000Z";
const at = (hours: number): string => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
const inr = (amount: number) => ({ amount, currency: "INR" });
const words = { en: "Rug", ar: "سجادة" };
const NOTHING: Waiting = {
  ...{ seller: "usr_s", pending: [], underway: [], disputes: [], talks: [] },
  listings: { rejected: 0, out_of_stock: 0 },
};

const order = (id: string, dueIn: number, given: Partial<OrderSummary> = {}): OrderSummary => ({
  ...{ id, number: `ORD-${id}`, kind: "physical", status: "escrow_locked", createdAt: NOW, title: words },
  ...{ pictureUrl: null, total: inr(100), counterparty: { id: "usr_b", name: "Asha" }, role: "seller" },
  nextDeadline: { kind: "dispatch", dueAt: at(dueIn) },
  ...given,
});
const pending = (id: string, dueIn: number, given: Partial<OrderSummary> = {}): PendingOrder => ({
  ...order(id, dueIn, given),
  ...{ dueAt: at(dueIn), urgency: "calm" },
});
const dispute = (id: string, given: Partial<DisputeSummary> = {}): DisputeSummary => ({
  ...{ id, orderId: "ord_1", orderNumber: "ORD-1", problem: "damaged", stage: "answer", raisedBy: "buyer" },
  ...{ buyer: { id: "usr_b", name: "Asha" }, seller: { id: "usr_s", name: "Looms" }, amount: inr(50) },
  ...{ openedAt: NOW, closedAt: null, closedBy: null, deadline: { kind: "response", dueAt: at(5) } },
  ...given,
});

test("what presses most comes first, and within it what is due first", () => {
  const groups = queueOf(
    {
      ...NOTHING,
      pending: [pending("2", 30), pending("1", 4), pending("3", 2, { kind: "service" })],
      underway: [
        order("4", 20, { kind: "service", status: "processing" }),
        order("5", 60, { kind: "milestone", status: "revision_requested" }),
        order("6", 70, { status: "returning" }),
        order("7", 1, { status: "processing" }),
      ],
      disputes: [dispute("d1"), dispute("d2", { stage: "decision" }), dispute("d3", { raisedBy: "seller" })],
      listings: { rejected: 2, out_of_stock: 1 },
    },
    NOW,
  );
  expect(groups.map(({ kind, count, urgency }) => [kind, count, urgency])).toEqual([
    ["accept", 1, "critical"],
    ["dispatch", 2, "critical"],
    ["case", 1, "critical"],
    ["deliver", 1, "soon"],
    ["changes", 1, "calm"],
    ["return", 1, "calm"],
    ["rejected", 2, null],
    ["emptied", 1, null],
  ]);
  const dispatch = groups.find(({ kind }) => kind === "dispatch");
  expect(dispatch?.tasks.map(({ id }) => id)).toEqual(["1", "2"]);
  expect([dispatch?.total, dispatch?.firstDueAt, dispatch?.tasks[0]?.page]).toEqual([
    inr(200),
    at(4),
    "/orders/1/dispatch",
  ]);
});

test("a negotiation waits only while the buyer's offer stands, and a case only for the one it was raised against", () => {
  const talk = (id: string, by: "buyer" | "seller" | null) => ({
    ...{ id, product: { title: words }, buyer: { id: "usr_b", name: "Asha" } },
    standingOffer: by && { by, total: inr(70), expiresAt: at(40) },
  });
  const talks = [talk("n1", "buyer"), talk("n2", "seller"), talk("n3", null)];
  const bought = dispute("d9", { seller: { id: "usr_other", name: "Other" } });
  const groups = queueOf({ ...NOTHING, talks, disputes: [bought] }, NOW);
  expect(groups.map(({ kind, tasks }) => [kind, tasks.map(({ page }) => page)])).toEqual([
    ["offer", ["/negotiations/n1"]],
  ]);
  expect(queueOf(NOTHING, NOW)).toEqual([]);
});

test("what has no deadline comes after what has one, and currencies are not added", () => {
  const underway = [
    order("1", 0, { kind: "service", status: "processing", nextDeadline: null }),
    order("2", 9, { kind: "service", status: "processing", total: { amount: 5, currency: "SAR" } }),
  ];
  const [group] = queueOf({ ...NOTHING, underway }, NOW);
  expect(group?.tasks.map(({ id }) => id)).toEqual(["2", "1"]);
  expect(group?.total).toBe(null);
});

test.each([
  [-1, "overdue"],
  [0, "overdue"],
  [11.9, "critical"],
  [12, "soon"],
  [23.9, "soon"],
  [24, "calm"],
])("with %d hours left it is %s", (left, urgency) => {
  expect(urgencyOf(at(left), NOW)).toBe(urgency);
});
