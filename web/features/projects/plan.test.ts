import { describe, expect, test } from "vitest";
import { daysOf, edited, emptyRow, faultsOf, fieldName, MOST_ROWS, planOf, type Row, rowsIn, sumOf } from "./plan.ts";

const row = (more: Partial<Row> = {}): Row => ({
  ...{ title: "Drafts", amount: "400", days: "5", revisions: "1", ...more },
});

describe("the milestones that a form carries", () => {
  test("stand in their sequence, each with its own fields", () => {
    const form = new FormData();
    for (const { title, amount, days, revisions } of [row(), row({ title: "Files", amount: "600.50" })])
      for (const [field, text] of Object.entries({ title, amount, days, revisions }))
        form.append(fieldName(field as keyof Row), text);
    expect(rowsIn(form)).toEqual([row(), row({ title: "Files", amount: "600.50" })]);
  });

  test("are no more than may be", () => {
    const form = new FormData();
    for (let at = 0; at < MOST_ROWS + 5; at += 1) form.append(fieldName("title"), `${at}`);
    expect(rowsIn(form)).toHaveLength(MOST_ROWS);
  });
});

describe("the rows", () => {
  test("become more and fewer, and the last one stays", () => {
    expect(edited([row()], "add", emptyRow)).toEqual([row(), emptyRow()]);
    expect(edited([row(), row({ title: "Files" })], "remove.0", emptyRow)).toEqual([row({ title: "Files" })]);
    expect(edited([row()], "remove.0", emptyRow)).toEqual([row()]);
    expect(edited([row(), row()], "nonsense", emptyRow)).toEqual([row(), row()]);
    expect(edited(Array.from({ length: MOST_ROWS }, emptyRow), "add", emptyRow)).toHaveLength(MOST_ROWS);
  });

  test("come to a sum of what can be read so far", () => {
    const rows = [row(), row({ amount: "6oo", days: "x" }), row({ amount: "1,600.50", days: "٧" })];
    expect(sumOf(rows, "INR")).toEqual({ amount: 200_050, currency: "INR" });
    expect(daysOf(rows)).toBe(12);
  });

  test("are a plan when all of them can be read", () => {
    expect(planOf([row(), row({ title: " Files ", amount: "600", revisions: "0" })], "INR")).toEqual({
      price: { amount: 100_000, currency: "INR" },
      milestones: [
        { title: "Drafts", amount: { amount: 40_000, currency: "INR" }, days: 5, revisions: 1 },
        { title: "Files", amount: { amount: 60_000, currency: "INR" }, days: 5, revisions: 0 },
      ],
    });
    expect(planOf([], "INR")).toBeNull();
  });

  test.each([
    ["title", { title: " " }],
    ["title", { title: "x".repeat(121) }],
    ["amount", { amount: "0" }],
    ["amount", { amount: "four" }],
    ["amount", { amount: "1.234" }],
    ["days", { days: "0" }],
    ["days", { days: "366" }],
    ["revisions", { revisions: "21" }],
    ["revisions", { revisions: "" }],
  ] as const)("whose %s is wrong are no plan: %j", (field, more) => {
    expect([...faultsOf(row(more), "INR")]).toEqual([field]);
    expect(planOf([row(), row(more)], "INR")).toBeNull();
  });
});
