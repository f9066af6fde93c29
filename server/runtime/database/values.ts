import { at, type Instant } from "@amana/core/time";
import pg from "pg";

/** An Instant as PostgreSQL's timestamptz takes it. */
export const timestamp = (instant: Instant): string => new Date(instant).toISOString();

/** A value for a json or jsonb column; needed for arrays, which would else be sent as PostgreSQL arrays. */
export const json = (value: unknown): string => JSON.stringify(value);

/** An array parameter of numbers, booleans, uuids or plain words: nothing in it needs quotes. */
export const plainArray = (values: readonly (string | number | bigint | boolean | null)[]): string =>
  `{${values.map((value) => (value === null ? "NULL" : value)).join()}}`;

/** An array parameter of any texts. */
export const textArray = (values: readonly (string | null)[]): string => `{${values.map(quoted).join()}}`;

const NEEDS_ESCAPE = /["\\]/;
const quoted = (text: string | null): string => {
  if (text === null) return "NULL";
  return NEEDS_ESCAPE.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`;
};

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;
const TEXT_ARRAY: number = 1009;
const parseTextArray: Parse = pg.types.getTypeParser(TEXT_ARRAY, "text");

const PARSERS = new Map<number, Parse>([
  [20, BigInt], // int8
  [1016, each(BigInt)],
  [1184, parseInstant], // timestamptz
  [1185, each(parseInstant)],
  [1700, asText], // numeric: a JS number would round it
  [1231, parseTextArray],
  [1082, asText], // date: a JS Date would move it to the machine's zone
  [1182, parseTextArray],
  [1114, asText], // timestamp, for the same reason
  [1115, parseTextArray],
]);

/** Our types for one pool. Never set globally: other users of pg in the process expect its own. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    const ours = format === "binary" ? undefined : PARSERS.get(oid);
    return ours ?? pg.types.getTypeParser(oid, format ?? "text");
  },
};

const TIMESTAMPTZ = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d)(?::?(\d\d))?(?::\d\d)?$/;

/** Microseconds are cut: an Instant counts milliseconds. */
function parseInstant(text: string): Instant {
  const match = TIMESTAMPTZ.exec(text);
  if (!match) throw new Error(`not a moment that we can hold: ${text}`);
  const [, day, time, fraction = "", hours, minutes = "00"] = match;
  return at(Date.parse(`${day}T${time}.${fraction.padEnd(3, "0").slice(0, 3)}${hours}:${minutes}`));
}

function each(parse: Parse): Parse {
  const parsed = (item: unknown): unknown =>
    Array.isArray(item) ? item.map(parsed) : typeof item === "string" ? parse(item) : item;
  return (text) => parsed(parseTextArray(text));
}
