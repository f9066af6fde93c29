import { expect, test } from "vitest";
import { attentionOf, type Seen } from "./attention.ts";

const NOW = "2026-03-02T12:00:00.000Z";
const inr = (amount: number) => ({ amount, currency: "INR" });
const person = { id: "usr_1", name: "Demo" };
const order = (id: string, dueAt: string | null) => ({
  ...{ id, number: `ORD-${id}`, kind: "physical", status: "shipped", escrow: "held", createdAt: NOW, pictureUrl: null },
  ...{ title: { en: "Demo", ar: "عرض" }, total: inr(100), buyer: person, seller: person },
  nextDeadline: dueAt === null ? null : { kind: "delivery", dueAt },
});
const NOTHING: Seen = { orders: [], flights: [], payouts: [], differences: [], disputes: [], listings: [], work: [] };
const seen = (some: object): Seen => ({ ...NOTHING, ...some });
const flight = (id: string, more: object) => ({
  ...{ id, kind: "refund", dealId: null, gateway: "demo", amount: inr(5), state: "pending", since: NOW },
  ...{ nextCheckAt: NOW, attempts: 0, problem: null, overdueSince: null, ...more },
});

test("what is late comes first, then what falls due within a day; later deadlines are nobody's business yet", () => {
  const orders = [
    order("far", "2026-03-03T12:00:01.000Z"),
    order("soon", "2026-03-03T11:00:00.000Z"),
    order("late", "2026-03-02T11:00:00.000Z"),
    order("never", null),
  ];
  const items = attentionOf(seen({ orders }), NOW);
  expect(items.map(({ subject, pressing }) => [subject, pressing])).toEqual([
    ["ORD-late", true],
    ["ORD-soon", false],
  ]);
  expect(items[0]).toMatchObject({ to: "/operations/orders/late", deadline: "delivery", amount: inr(100) });
});

test("money on its way is shown only where somebody must look: overdue, without a next look, refused", () => {
  const flights = [
    flight("well", {}),
    flight("refused", { problem: "no such account" }),
    flight("alone", { nextCheckAt: null, dealId: "deal_1" }),
    flight("old", { overdueSince: "2026-03-01T00:00:00.000Z" }),
  ];
  const items = attentionOf(seen({ flights }), NOW);
  expect(items.map(({ key, pressing }) => [key, pressing])).toEqual([
    ["alone", true],
    ["old", true],
    ["refused", false],
  ]);
  expect(items.map(({ to }) => to)).toEqual(["/operations/deals/deal_1", "/finance", "/finance"]);
});

test("disputes that wait for an arbiter, listings that wait for a look, work that was given up", () => {
  const dispute = {
    id: "dsp_1",
    orderNumber: "ORD-1",
    stage: "decision",
    arbiter: null,
    alarmed: false,
    openedAt: NOW,
  };
  const disputes = [
    dispute,
    { ...dispute, id: "dsp_2", arbiter: person },
    { ...dispute, id: "dsp_3", stage: "answer" },
  ];
  const listings = [{ id: "lst_1", title: { en: null, ar: "مصباح" }, submittedAt: "2026-03-01T00:00:00.000Z" }];
  const work = [{ id: "aud_1", at: NOW, action: "work.given_up", subject: "job_1", reason: "silence" }];
  const items = attentionOf(seen({ disputes, listings, work }), NOW);
  expect(items.map(({ kind, subject }) => [kind, subject])).toEqual([
    ["work", "job_1"],
    ["listing", "مصباح"],
    ["dispute", "ORD-1"],
  ]);
});
