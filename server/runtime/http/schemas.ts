import { type Id, type Kind, PREFIXES } from "@amana/core/ids";
import { type Currency, isCurrency, LARGEST_MINOR, type Money, money } from "@amana/core/money";
import { at, type Instant } from "@amana/core/time";
import { type Static, type TObjectOptions, type TProperties, type TSchema, Type } from "typebox";

/** An object that refuses every field it does not name. The only form of object that routes may use. */
export const strict = <Fields extends TProperties>(fields: Fields, options: TObjectOptions = {}) =>
  Type.Object(fields, { ...options, additionalProperties: false });

/** A schema with an `$id`, which the documentation shows once as a component wherever it is used. */
export function ref<S extends TSchema>(schema: S): S {
  if (typeof Reflect.get(schema, "$id") !== "string") throw new Error("ref() wants a schema with an $id");
  return schema;
}

export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** One of some words. */
export const oneOf = <const Words extends readonly string[]>(
  words: Words,
  options: { readonly $id?: string; readonly description?: string } = {},
) => Type.Unsafe<Words[number]>({ type: "string", enum: [...words], ...options });

const LARGEST = Number(LARGEST_MINOR);
const CURRENCIES = [
  "INR",
  "SAR",
  "AED",
  "USD",
  "EUR",
  "JPY",
  "KWD",
  "BHD",
  "USDC",
  "USDT",
] as const satisfies Currency[];

/** Whole minor units: 34800 INR is ₹348.00. */
export const MoneyJson = strict(
  { amount: Type.Integer({ minimum: -LARGEST, maximum: LARGEST, examples: [34800] }), currency: oneOf(CURRENCIES) },
  { $id: "Money", description: "Whole minor units: { amount: 34800, currency: INR } is ₹348.00." },
);

/** Throws for an amount that a JSON number cannot hold exactly. */
export function moneyJson({ minor, currency }: Money): Static<typeof MoneyJson> {
  if (minor > LARGEST_MINOR || minor < -LARGEST_MINOR) throw new Error(`too large for JSON: ${minor} ${currency}`);
  return { amount: Number(minor), currency };
}

/** Of an amount that the schema has let through. */
export function moneyFrom({ amount, currency }: { readonly amount: number; readonly currency: string }): Money {
  if (!Number.isSafeInteger(amount) || !isCurrency(currency)) throw new Error("money that was not decoded");
  return money(BigInt(amount), currency);
}

/** The id of a kind: its prefix and 32 hex digits. */
export const IdOf = <K extends Kind>(kind: K) =>
  Type.Unsafe<Id<K>>({
    type: "string",
    pattern: `^${PREFIXES[kind]}_[0-9a-f]{32}$`,
    examples: [`${PREFIXES[kind]}_0199aa00c0de7000a000000000000042`],
  });

/** ISO 8601 in UTC with milliseconds. */
export const InstantJson = Type.Unsafe<string>({
  type: "string",
  format: "date-time",
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$",
  examples: ["2026-11-21T09:30:00.000Z"],
});

export const instantJson = (instant: Instant): string => new Date(instant).toISOString();

/** Of a text that the schema has let through. */
export const instantFrom = (text: string): Instant => at(Date.parse(text));

export const DateJson = Type.Unsafe<string>({ type: "string", format: "date", examples: ["2026-11-21"] });

/** What people read, in both languages. */
export const Text = strict(
  { en: Type.String({ maxLength: 20_000 }), ar: Type.String({ maxLength: 20_000 }) },
  { $id: "Text", description: "The same words in English and in Arabic." },
);

/**
 * One line that a person wrote: no control characters, none that turn or hide other text (bidirectional embeddings,
 * overrides and isolates, zero-width space, word joiner, byte order mark), no space at its ends. The joiners that Arabic and
 * Indic scripts need are allowed.
 */
export const line = ({ maxLength, ...options }: { readonly maxLength: number; readonly description?: string }) =>
  Type.String({ minLength: 1, maxLength, pattern: `^(?!\\s)[^${CONTROLS}${DECEIVERS}]*(?<!\\s)$`, ...options });

/** As `line`, with line breaks and tabs. */
export const paragraph = ({ maxLength, ...options }: { readonly maxLength: number; readonly description?: string }) =>
  Type.String({ minLength: 1, maxLength, pattern: `^[^${CONTROLS_BUT_BREAKS}${DECEIVERS}]*$`, ...options });

const CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029";
const CONTROLS_BUT_BREAKS = "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f";
const DECEIVERS = "\\u200b\\u2060\\ufeff\\u202a-\\u202e\\u2066-\\u2069";

/** An Indian postal index number. */
export const Postcode = Type.String({ pattern: "^[1-9][0-9]{5}$", examples: ["560001"] });

/** E.164. */
export const Phone = Type.String({ pattern: "^\\+[1-9][0-9]{6,14}$", examples: ["+919800000000"] });

/** How many of a thing; `maximum` keeps every product with a price inside a JSON number. */
export const Quantity = Type.Integer({ minimum: 1, maximum: 1_000_000 });

/** A page of a list. */
export const list = <S extends TSchema>(item: S) =>
  strict({ data: Type.Array(item), nextCursor: nullable(Type.String()) });

/** The query fields of every list. */
export const PAGE = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: "20 when absent." })),
  cursor: Type.Optional(Type.String({ maxLength: 512, description: "`nextCursor` of the page before." })),
};
