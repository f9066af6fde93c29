import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** The document that a golden test keeps equal to the routes. */
const DOCUMENT = JSON.parse(readFileSync(join(import.meta.dirname, "../../server/openapi.json"), "utf8"));

type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
};
type Place = { readonly where: string; readonly schema: Schema };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};

const paths: Record<string, Record<string, Operation>> = DOCUMENT.paths;
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
const resolved = (schema: Schema): Schema =>
  schema.$ref ? DOCUMENT.components.schemas[schema.$ref.split("/").at(-1) ?? ""] : schema;

/** Every schema inside another, with the way to it. */
function within(given: Schema, where: string): Place[] {
  const schema = resolved(given);
  return [
    { where, schema },
    ...(schema.anyOf ?? []).flatMap((one) => within(one, where)),
    ...(schema.items ? within(schema.items, `${where}[]`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => within(field, `${where}.${name}`)),
  ];
}

/** Bytes are no text, and are bounded by the route that takes them. */
const BYTES = "application/octet-stream";

const places = operations.flatMap(({ operationId, requestBody }) =>
  Object.entries(requestBody?.content ?? {})
    .filter(([mediaType]) => mediaType !== BYTES)
    .flatMap(([, { schema }]) => within(schema, operationId)),
);
const isText = ({ type, enum: words, const: word }: Schema): boolean =>
  type === "string" && words === undefined && word === undefined;
const texts = places.filter(({ schema }) => isText(schema));

/** What is compared, looked up or parsed, and not shown to people as it came. */
const NOT_SHOWN = [
  ...[/\.(password|currentPassword|recoveryCode)$/, /\.redirectUris?(\[\])?$/, /\.url$/, /\.next$/],
  ...[/^decideOAuthConsent\./, /\.courier$/, /\.timeZone$/, /\.advance$/],
  /^signInDemoUser\.user$/,
];

describe("case 57: a text that people will see", () => {
  const DECEIVERS = [
    "\u202e",
    "\u202a",
    "\u2066",
    "\u2069",
    "\u200b",
    "\u2060",
    "\ufeff",
    "\u0000",
    "\u001b",
    "\u0085",
  ];

  test("is refused by its schema when a character in it turns or hides other text, on every route", () => {
    const shown = texts.filter(({ where }) => !NOT_SHOWN.some((one) => one.test(where)));
    expect(shown.length).toBeGreaterThan(20);
    for (const { where, schema } of shown)
      for (const character of DECEIVERS) {
        expect(schema.pattern, where).toBeDefined();
        for (const text of [`a${character}b`, `${character}ab`, `ab${character}`, `a@b${character}.example`])
          expect(new RegExp(schema.pattern ?? "", "u").test(text), `${where} takes ${JSON.stringify(text)}`).toBe(
            false,
          );
      }
  });

  test("of an address of mail has no letters but those of ASCII, so that none looks like another", () => {
    const emails = texts.filter(({ where }) => /\.email$/.test(where));
    expect(emails.length).toBeGreaterThan(3);
    // A Cyrillic a, a full-width a, a dotless i, an e with a combining accent.
    for (const { where, schema } of emails)
      for (const email of [
        "\u0430sha@example.test",
        "\uff41sha@example.test",
        "ash\u0131@example.test",
        "ase\u0301@example.test",
      ])
        expect(new RegExp(schema.pattern ?? "", "u").test(email), `${where} takes ${email}`).toBe(false);
  });
});

describe("case 121: nothing in a request is without an end", () => {
  test("no list and no text of a body", () => {
    for (const { where, schema } of places) {
      if (schema.type === "array") expect(schema.maxItems, where).toBeLessThanOrEqual(100);
      const isBounded =
        schema.pattern !== undefined &&
        !/[*+](?!\d)|\{\d+,\}/.test(schema.pattern.replaceAll(/\\.|\[[^\]]*\]|\(\?/g, "x"));
      if (isText(schema) && !isBounded) expect(schema.maxLength, where).toBeLessThanOrEqual(20_000);
    }
  });

  test("no page of a list", () => {
    const limits = operations.flatMap(({ operationId, parameters = [] }) =>
      parameters
        .filter(({ name }) => name === "limit")
        .map(({ schema }) => ({ operationId, schema: resolved(schema) })),
    );
    expect(limits.length).toBeGreaterThan(10);
    for (const { operationId, schema } of limits) expect(schema.maximum, operationId).toBeLessThanOrEqual(100);
  });
});
