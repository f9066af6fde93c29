import { describe, expect, test } from "vitest";
import { type Deal, type EscrowStatus, milestone } from "../escrow/index.ts";
import { isComplete, mayEnd, objectionToFunding, STAGES, type Stage, stageOf, toBegin } from "./index.ts";

const deal = (state: string, escrow: EscrowStatus): Pick<Deal, "process" | "processVersion" | "state" | "escrow"> => ({
  ...{ process: milestone.name, processVersion: milestone.version, state, escrow },
});

test.each([
  ["payment_pending", "pending", "unpaid"],
  ["escrow_locked", "held", "waiting"],
  ["processing", "held", "working"],
  ["late", "held", "working"],
  ["delivered", "held", "working"],
  ["revision_requested", "held", "working"],
  ["disputed", "disputed", "working"],
  ["completed", "released", "done"],
  ["settled", "settled", "done"],
  ["refunded", "refunded", "planned"],
  ["cancelled", "refunded", "planned"],
  ["cancelled", "pending", "planned"],
  ["failed", "pending", "planned"],
] as const)("a milestone whose deal is %s with the money %s is %s", (state, escrow, stage) =>
  expect(stageOf(deal(state, escrow))).toBe(stage),
);

test("a milestone without a deal is planned", () => expect(stageOf(null)).toBe("planned"));

describe("a milestone is paid for", () => {
  test.each<[Stage[], number, string | null]>([
    [["planned", "planned"], 0, null],
    [["planned", "planned"], 1, "earlier_unpaid"],
    [["unpaid", "planned"], 1, "earlier_unpaid"],
    [["unpaid", "planned"], 0, null],
    [["waiting", "planned"], 1, null],
    [["working", "planned", "planned"], 1, null],
    [["working", "waiting", "planned"], 2, null],
    [["done", "unpaid"], 1, null],
    [["done", "working"], 1, "paid_already"],
    [["waiting", "waiting"], 1, "paid_already"],
    [["done", "done"], 1, "paid_already"],
  ])("%j, number %i: %s", (stages, index, objection) => expect(objectionToFunding(stages, index)).toBe(objection));
});

describe("the turn comes", () => {
  test.each<[Stage[], number | null]>([
    [["waiting", "waiting"], 0],
    [["done", "waiting"], 1],
    [["working", "waiting"], null],
    [["planned", "waiting"], null],
    [["done", "unpaid"], null],
    [["done", "done"], null],
  ])("of %j to %s", (stages, next) => expect(toBegin(stages)).toBe(next));
});

describe("a contract", () => {
  test("is complete when each milestone is done, and not before", () => {
    for (const stage of STAGES) expect(isComplete(["done", stage])).toBe(stage === "done");
  });
  test("ends only while nobody works, and not when there is nothing left", () => {
    for (const stage of STAGES) expect(mayEnd(["done", stage])).toBe(stage !== "working" && stage !== "done");
  });
});
