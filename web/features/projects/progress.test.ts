import { describe, expect, test } from "vitest";
import type { ContractMilestone, Stage } from "../../api/projects.ts";
import type { Order } from "../../api/types.ts";
import { currentOf, payableOf, placeOf, type Seen, sharesOf, situationOf } from "./progress.ts";

type Held = Order["escrow"]["status"];
const seen = (number: number, stage: Stage, status: Order["status"] | null = null, escrow: Held = "held"): Seen => {
  const milestone: ContractMilestone = {
    ...{ number, title: `Part ${number}`, amount: { amount: number * 100, currency: "INR" }, days: 3, revisions: 1 },
    ...{ stage, orderId: status && `ord_${number}`, actions: stage === "planned" ? ["fund"] : [] },
  };
  return { milestone, order: status && ({ status, escrow: { status: escrow }, outlook: { next: null } } as Order) };
};
const late = (one: Seen): Seen => ({
  ...one,
  order: one.order && { ...one.order, outlook: { next: { kind: "lateness" } } as Order["outlook"] },
});
const ACTIVE = { state: "active", price: { amount: 1_000, currency: "INR" } } as const;

test("the money is where the milestone's order says", () => {
  expect(placeOf(seen(1, "planned"))).toBe("client");
  expect(placeOf(seen(1, "unpaid", "payment_pending", "pending"))).toBe("client");
  expect(placeOf(seen(1, "waiting", "escrow_locked"))).toBe("escrow");
  expect(placeOf(seen(1, "working", "processing"))).toBe("escrow");
  expect(placeOf(seen(1, "working", "disputed", "disputed"))).toBe("frozen");
  expect(placeOf(seen(1, "done", "completed", "released"))).toBe("paid");
  expect(placeOf(seen(1, "done", "completed", "settled"))).toBe("divided");
});

test("what is to be paid, held and paid out comes to the price", () => {
  const all = [
    seen(1, "done", "completed", "released"),
    seen(2, "working", "disputed", "disputed"),
    seen(3, "planned"),
  ];
  const inr = (amount: number) => ({ amount, currency: "INR" });
  expect(sharesOf(ACTIVE, all)).toEqual({ client: inr(300), escrow: inr(200), done: inr(100) });
});

test("the next to be paid for is the first that can be", () => {
  expect(payableOf([seen(1, "working", "processing"), seen(2, "planned")])?.number).toBe(2);
  expect(payableOf([seen(1, "done", "completed", "released")])).toBeNull();
});

describe("a contract waits for its first milestone that is not done:", () => {
  test.each([
    ["to_fund", [seen(1, "planned")]],
    ["to_fund", [seen(1, "done", "completed", "released"), seen(2, "planned")]],
    ["unpaid", [seen(1, "unpaid", "payment_pending", "pending")]],
    ["waiting", [seen(1, "waiting", "escrow_locked")]],
    ["working", [seen(1, "working", "processing"), seen(2, "planned")]],
    ["working", [seen(1, "working", "revision_requested")]],
    ["late", [late(seen(1, "working", "revision_requested"))]],
    ["delivered", [seen(1, "working", "delivered")]],
    ["disputed", [seen(1, "working", "disputed", "disputed")]],
  ] as const)("%s", (situation, all) => expect(situationOf(ACTIVE, currentOf(all))).toBe(situation));

  test.each(["completed", "ended"] as const)("unless it is %s", (state) =>
    expect(situationOf({ state }, currentOf([seen(1, "planned")]))).toBe(state),
  );
});
