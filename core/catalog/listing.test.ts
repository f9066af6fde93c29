import { describe, expect, test } from "vitest";
import {
  faultOfVariants,
  inBothLanguages,
  isWorded,
  LISTING_STATES,
  listingActions,
  mayBeDeleted,
  mayBeEdited,
  missingToSell,
  nextListingState,
  SELLER_COMMANDS,
  STAFF_COMMANDS,
} from "./index.ts";

const COMMANDS = [...SELLER_COMMANDS, ...STAFF_COMMANDS];

/** Written from what was asked for, apart from the code's own table. */
const TABLE = {
  draft: ["under_review", "-", "-", "-", "-", "-"],
  under_review: ["-", "draft", "-", "-", "active", "draft"],
  active: ["-", "-", "inactive", "-", "-", "draft"],
  inactive: ["-", "-", "-", "active", "-", "draft"],
};

test("every command in every state leads where the table says, or nowhere", () => {
  for (const state of LISTING_STATES) {
    const reached = COMMANDS.map((command) => {
      const next = nextListingState(state, command, "on");
      return next.ok ? next.value : "-";
    });
    expect([state, reached]).toEqual([state, TABLE[state]]);
  }
});

test("without review, what is submitted is for sale at once", () => {
  expect(nextListingState("draft", "submit", "off")).toEqual({ ok: true, value: "active" });
  expect(nextListingState("under_review", "approve", "off")).toEqual({ ok: true, value: "active" });
});

test("what may be done is what the table has", () => {
  expect(listingActions("active", SELLER_COMMANDS)).toEqual(["deactivate"]);
  expect(listingActions("under_review", STAFF_COMMANDS)).toEqual(["approve", "reject"]);
});

test("what is under review stays as it is, and only drafts are deleted", () => {
  expect(LISTING_STATES.filter(mayBeEdited)).toEqual(["draft", "active", "inactive"]);
  expect(LISTING_STATES.filter(mayBeDeleted)).toEqual(["draft"]);
});

test("where a language has no words, those of the other are shown", () => {
  expect(inBothLanguages({ en: "Rug", ar: null })).toEqual({ en: "Rug", ar: "Rug" });
  expect(inBothLanguages({ en: null, ar: "سجادة" })).toEqual({ en: "سجادة", ar: "سجادة" });
  expect(inBothLanguages({ en: null, ar: null })).toEqual({ en: "", ar: "" });
  expect([
    isWorded({ en: null, ar: "سجادة" }),
    isWorded({ en: "Rug", ar: null }),
    isWorded({ en: "", ar: null }),
  ]).toEqual([true, true, false]);
});

describe("what is offered is complete", () => {
  const words = { en: "A rug", ar: null };
  const none = { en: null, ar: null };
  test.each([
    [{ kind: "physical", description: words, hasParcel: true, packages: 0, files: 0 }, []],
    [
      { kind: "physical", description: none, hasParcel: false, packages: 0, files: 0 },
      ["description", "weightGrams", "dimensionsMm"],
    ],
    [{ kind: "digital", description: words, hasParcel: false, packages: 0, files: 0 }, ["files"]],
    [{ kind: "digital", description: words, hasParcel: false, packages: 0, files: 1 }, []],
    [{ kind: "service", description: words, hasParcel: false, packages: 0, files: 0 }, ["packages"]],
    [{ kind: "service", description: words, hasParcel: false, packages: 2, files: 0 }, []],
  ] as const)("%o", (offered, missing) => {
    expect(missingToSell(offered)).toEqual(missing);
  });
});

describe("variants fit their options", () => {
  const red = { sku: "R", choices: [{ en: "Red", ar: "أحمر" }] };
  const blue = { sku: "B", choices: [{ en: "Blue", ar: "أزرق" }] };
  test.each([
    [0, [], null],
    [1, [red, blue], null],
    [1, [], "options_without_variants"],
    [0, [{ sku: "R", choices: [] }], "choices_do_not_fit"],
    [2, [red], "choices_do_not_fit"],
    [1, [red, { ...blue, sku: "R" }], "sku_twice"],
    [1, [red, { ...red, sku: "R2" }], "choices_twice"],
  ] as const)("%d options", (options, variants, fault) => {
    expect(faultOfVariants(options, variants)).toBe(fault);
  });
});
