import { expect, test } from "vitest";
import { textLike } from "./example-texts.ts";
import { exampleOf } from "./examples.ts";

test.each([
  ["^prd_[0-9a-f]{32}$", "prd_0199aa00c0de7000a000000000000042"],
  ["^[1-9][0-9]{5}$", "101990"],
  ["^[a-z][a-z0-9-]{1,30}$", "a0"],
  ["^(red|green)-\\d{4}$", "red-2026"],
  ["^([0-9a-f]{4})?$", ""],
  ["^(?!\\s)[^\\u0000-\\u001f\\u202a-\\u202e]*(?<!\\s)$", ""],
  ["^\\+[1-9][0-9]{6,14}$", "+1019900"],
])("of %s a text is made that fits", (pattern, text) => {
  const made = textLike(pattern, { min: 0, max: 200 });
  expect(made).toMatch(new RegExp(pattern, "u"));
  expect(made).toBe(text);
});

test("of a pattern that is not understood nothing is made, rather than something wrong", () => {
  expect(textLike("^(?=.*[0-9])(?=.*[a-z])[0-9a-z]{8}x$", { min: 0, max: 5 })).toBeNull();
});

test("an example has every field, takes what schemas show, and the first of several forms", () => {
  const components = {
    Money: {
      type: "object",
      properties: { amount: { type: "integer", examples: [34800] }, currency: { enum: ["INR", "SAR"] } },
    },
  };
  const schema = {
    type: "object",
    properties: {
      price: { $ref: "#/components/schemas/Money" },
      dueAt: { anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] },
      parts: { type: "array", minItems: 2, items: { type: "string", maxLength: 4 } },
      few: { type: "integer", minimum: 0, maximum: 0 },
      many: { type: "integer", minimum: 500 },
    },
  };
  expect(exampleOf(schema, components)).toEqual({
    price: { amount: 34800, currency: "INR" },
    dueAt: "2026-11-21T09:30:00.000Z",
    parts: ["demo", "demo"],
    few: 0,
    many: 500,
  });
});
