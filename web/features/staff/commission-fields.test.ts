import { expect, test } from "vitest";
import type { CommissionRule } from "../../api/staff.ts";
import {
  afterRowAct,
  amountsIn,
  basisPointsIn,
  fieldsOf,
  filedUnder,
  isRowAct,
  rowsIn,
  rulesIn,
  withCategories,
} from "./commission-fields.ts";

const inr = (amount: number) => ({ amount, currency: "INR" });
const RULES: CommissionRule[] = [
  {
    ...{
      name: "gold-rugs",
      basisPoints: 250,
      base: "goods",
      buyerShare: 5_000,
      fixed: [inr(500)],
      floor: [],
      cap: [inr(99_900)],
    },
    when: {
      ...{ categories: ["rugs-and-carpets"], sellerLevels: ["gold", "silver"] },
      ...{ atLeast: [inr(100_000), { amount: 1_500, currency: "KWD" }], from: "2026-11-21T09:30:00.000Z" },
    },
  },
  { name: "all", when: {}, basisPoints: 300, base: "total", buyerShare: 0, fixed: [], floor: [], cap: [] },
];

test("rules go through their form unchanged", () => {
  expect(fieldsOf(RULES)).toMatchObject({ "0.rate": "2.5", "0.atLeast": "INR 1000.00, KWD 1.500", rules: "2" });
  expect(rulesIn(fieldsOf(RULES))).toEqual({ rules: RULES });
});

test("per cent and amounts are read as people type them, and nothing else", () => {
  expect(["3", "2.25", "٢٫٥", "100", "101", "-1", "", "1.234"].map(basisPointsIn)).toEqual([
    ...[300, 225, 250, 10_000, null, null, null, null],
  ]);
  expect(amountsIn("")).toEqual([]);
  expect(amountsIn("inr 5، SAR 1.50")).toEqual([inr(500), { amount: 150, currency: "SAR" }]);
  expect([amountsIn("5"), amountsIn("INR five"), amountsIn("GBPX 5")]).toEqual([null, null, null]);
});

test("the first field that cannot be read is named", () => {
  const fields = fieldsOf(RULES);
  const wrong = { "1.name": "All of it", "0.rate": "x", "0.cap": "x", "0.until": "soon", "0.buyerShare": "x" };
  for (const [field, text] of Object.entries(wrong))
    expect(rulesIn({ ...fields, [field]: text })).toEqual({ wrong: field });
});

test("rules are added, taken away and moved; what else the form holds stays", () => {
  const fields = { ...fieldsOf(RULES), reason: "why" };
  const names = (act: string) => rowsIn(afterRowAct(fields, act)).map(({ name }) => name);
  expect([names("add"), names("remove:0"), names("up:1")]).toEqual([
    ["gold-rugs", "all", ""],
    ["all"],
    ["all", "gold-rugs"],
  ]);
  expect([names("up:0"), names("up:9"), names("down:1")]).toEqual(Array(3).fill(["gold-rugs", "all"]));
  expect(afterRowAct(fields, "add")).toMatchObject({ reason: "why", "2.base": "total", rules: "3" });
  expect(["add", "up:1", "remove:0", "preview", "add:x"].map(isRowAct)).toEqual([true, true, true, false, false]);
});

test("categories are typed by their names, kept by their ids and taken out again; one that is none is named", () => {
  const idOf = (name: string) => (name === "Lamps" ? "lamps" : null);
  const typed = withCategories({ ...fieldsOf(RULES), "0.category": "Lamps", "1.category": "Nothing" }, idOf);
  expect(rowsIn(typed).map(filedUnder)).toEqual([["rugs-and-carpets", "lamps"], []]);
  expect(typed).toMatchObject({ "0.category": "", "1.category": "Nothing" });
  expect(rulesIn(typed)).toEqual({ wrong: "1.category" });
  expect(withCategories({ ...typed, "0.category": "Lamps" }, idOf)["0.categories"]).toBe("rugs-and-carpets, lamps");
  expect(rowsIn(afterRowAct(typed, "unfile:0:rugs-and-carpets")).map(filedUnder)).toEqual([["lamps"], []]);
  expect(["file:0", "unfile:1:lamps", "unfile:1", "file"].map(isRowAct)).toEqual([true, true, false, false]);
  expect(afterRowAct(typed, "file:0")).toEqual(typed);
});
