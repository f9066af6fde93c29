import { Value } from "typebox/value";
import { describe, expect, test } from "vitest";
import { EVENT_TYPES, EVENTS, envelopeOf } from "./catalogue.ts";
import { exampleOf, webhookDocs, webhookSchemas } from "./docs.ts";

describe.each(EVENT_TYPES)("%s", (type) => {
  test("has an example that fits its schema", () => {
    expect([...Value.Errors(envelopeOf(type), exampleOf(type))]).toEqual([]);
  });

  test("refuses a field that its schema does not name", () => {
    const other = { ...exampleOf(type), data: { ...EVENTS[type].example, accountNumber: "026291800001191" } };
    expect(Value.Check(envelopeOf(type), other)).toBe(false);
  });

  test("is described on the page and in the file for programs", () => {
    expect(webhookDocs()).toContain(`### ${type}\n`);
    expect(JSON.parse(webhookSchemas())[type].schema.properties.type.const).toBe(type);
  });
});

test("what tells of bank accounts is for their owner alone", () => {
  const others = EVENT_TYPES.filter((type) => JSON.stringify(EVENTS[type].data).includes("bankAccountId"));
  expect(others).not.toEqual([]);
  for (const type of others) expect(EVENTS[type].to).toEqual(["owner"]);
});
