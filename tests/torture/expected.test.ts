import { describe, expect, test } from "vitest";
import { canWin, meetings, OPERATIONS, outcomes } from "./expected.ts";
import { STAGES } from "./stages.ts";

describe("cases 30, 31, 36, 42 and 43: the table of winners", () => {
  test("of a release and a refund by staff exactly one wins, however many try", () => {
    expect(outcomes("locked", "staff_release", "staff_refund", [3, 3]).sort()).toEqual([
      "0+1 refunded",
      "1+0 completed",
    ]);
  });

  test("of divisions of one sum exactly one is made", () => {
    expect(outcomes("delivered", "staff_divide", "staff_divide", [4, 4])).toEqual(["1+0 settled"]);
  });

  test("of withdrawals of the whole wallet exactly one is made", () => {
    expect(outcomes("wealthy", "withdraw", "withdraw", [4, 4])).toEqual(["1+0 completed"]);
  });

  test("of a freeze and the release by the clock exactly one wins", () => {
    expect(outcomes("delivered", "freeze", "inspection_deadline", [1, 1]).sort()).toEqual([
      "0+1 completed",
      "1+0 frozen",
    ]);
  });

  test("of a dispatch and its deadline exactly one wins", () => {
    expect(outcomes("locked", "dispatch", "dispatch_deadline", [2, 2]).sort()).toEqual(["0+1 refunded", "1+0 shipped"]);
  });

  test("a delivery and a receipt may both happen, in one order only", () => {
    expect(outcomes("shipped", "delivered", "confirm", [1, 1]).sort()).toEqual(["0+1 completed", "1+1 completed"]);
  });

  test("of a dispute and the release by the clock exactly one wins", () => {
    expect(outcomes("delivered", "dispute", "inspection_deadline", [2, 2]).sort()).toEqual([
      "0+1 completed",
      "1+0 disputed when delivered",
    ]);
  });

  test("of a decision and the end of the time for it exactly one wins", () => {
    expect(outcomes("studied", "decide", "decision_deadline", [3, 3]).sort()).toEqual(["0+1 settled", "1+0 ruled"]);
  });

  test("what both agree on and what an arbiter decides may both happen, in one order only", () => {
    expect(outcomes("studied", "agree_split", "decide", [1, 1]).sort()).toEqual(["1+0 settled", "1+1 settled"]);
  });

  test("a dispute may be withdrawn and raised again, and goes back to where it came from", () => {
    expect(outcomes("shipped", "dispute", "withdraw_dispute", [2, 1]).sort()).toEqual([
      "1+0 disputed",
      "1+1 shipped",
      "2+1 disputed",
    ]);
  });

  test("every operation wins somewhere, and every pair meets", () => {
    for (const name of OPERATIONS) expect(STAGES.some((stage) => canWin(stage, name))).toBe(true);
    const pairs = new Set(meetings().map(({ a, b }) => `${a} ${b}`));
    expect(pairs.size).toBe((OPERATIONS.length * (OPERATIONS.length + 1)) / 2);
  });
});
