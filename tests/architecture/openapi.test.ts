import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { SCOPES } from "../../server/runtime/http/index.ts";

type Json = { readonly [key: string]: unknown };

const source = readFileSync("server/openapi.json", "utf8");
const document = objectOf(JSON.parse(source));

/** Findings that we know and keep, each with its reason. */
const KEPT: Readonly<Record<string, string>> = {
  "operation-2xx-response #/paths/~1orders~1{id}~1label/get/responses":
    "a label lies at the carrier: the answer is 302",
  "operation-2xx-response #/paths/~1auth~1oidc~1{provider}~1start/get/responses":
    "the browser is sent on to the provider: the answer is 302",
  "operation-2xx-response #/paths/~1auth~1oidc~1{provider}~1callback/get/responses":
    "the browser is sent on to a page: the answer is 302",
};

test("the document lints clean by Redocly's recommended rules", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source, config, absoluteRef: "openapi.json" });
  const told = problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer}`);
  expect(told.filter((finding) => !(finding in KEPT))).toEqual([]);
  expect(Object.keys(KEPT).filter((finding) => !told.includes(finding))).toEqual([]);
});

test("the linter finds what is planted: a reference to nothing, an operation without a summary", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const planted = source
    .replace('"$ref": "#/components/schemas/Order"', '"$ref": "#/components/schemas/Nothing"')
    .replace('"summary":', '"x-summary":');
  const problems = await lintFromString({ source: planted, config, absoluteRef: "openapi.json" });
  expect(problems.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(["no-unresolved-refs", "operation-summary"]),
  );
});

const operations = Object.entries(objectOf(document.paths)).flatMap(([path, methods]) =>
  Object.entries(objectOf(methods)).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    operation: objectOf(operation),
  })),
);

describe("every operation", () => {
  test("says what it does, who may call it and what it is part of, and has an id of its own", () => {
    const tags = new Set(listOf(document.tags).map((tag) => objectOf(tag).name));
    for (const { name, operation } of operations) {
      expect(String(operation.summary).length, name).toBeGreaterThan(5);
      expect(operation.description, name).toContain("**Who:**");
      expect(listOf(operation.tags).length, name).toBe(1);
      expect(tags, name).toContain(listOf(operation.tags)[0]);
    }
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  test("names scopes that exist, and every code that it may refuse with", () => {
    const codes = objectOf(objectOf(objectOf(objectOf(document.components).schemas).Problem).properties).code;
    const known = new Set(listOf(objectOf(codes).enum));
    for (const { name, operation } of operations) {
      const scopes = listOf(operation.security).flatMap((way) => listOf(objectOf(way).bearer));
      for (const scope of scopes) expect(SCOPES, name).toContain(scope);
      expect(listOf(operation["x-problems"]), name).toContain("INTERNAL");
      for (const code of listOf(operation["x-problems"])) expect(known, name).toContain(code);
    }
  });

  test("shows an example of its body and of its answers, and each fits its schema", () => {
    const fits = validator();
    let shown = 0;
    for (const { name, operation } of operations) {
      for (const [where, schema, example] of mediaOf(operation)) {
        expect(
          example,
          `${name} ${where} has no example: give its schema \`examples\`, or the route an example`,
        ).toBeDefined();
        expect(fits(schema, example), `${name} ${where}`).toBe("");
        shown += 1;
      }
    }
    expect(shown).toBeGreaterThan(80);
  });
});

/** Bodies and answers of an operation that are JSON: where, schema, example. */
function mediaOf(operation: Json): [string, unknown, unknown][] {
  const replies = Object.entries(objectOf(operation.responses)).filter(([status]) => /^[23]/.test(status));
  return [["body", operation.requestBody] as const, ...replies].flatMap(([where, holder]) => {
    const media = objectOf(objectOf(objectOf(holder).content)["application/json"]);
    return media.schema === undefined ? [] : [[where, media.schema, media.example]];
  });
}

/** The words of what is wrong with an example; "" when nothing is. */
function validator(): (schema: unknown, example: unknown) => string {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "https://amana.example.test/api", components: document.components });
  return (schema, example) => {
    const text = JSON.stringify(schema).replaceAll('"#/components', '"https://amana.example.test/api#/components');
    const check = ajv.compile(objectOf(JSON.parse(text)));
    return check(example) ? "" : ajv.errorsText(check.errors);
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
