export type Coerce = (value: unknown) => unknown;

const uuid: Coerce = (value) => {
  const text = String(value);
  return text.length === 36 ? text.replaceAll("-", "") : text;
};
const timestamptz: Coerce = (value) => {
  if (typeof value === "number") return value;
  const at = value instanceof Date ? value.getTime() : Date.parse(String(value));
  if (Number.isNaN(at)) throw new Error(`not a moment: ${String(value)}`);
  return at;
};
const whole: Coerce = (value) => {
  const number = typeof value === "number" ? value : Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`not an integer: ${String(value)}`);
  return number;
};
const bigint: Coerce = (value) => (typeof value === "bigint" ? value : BigInt(value as string | number));
const text: Coerce = (value) => (typeof value === "string" ? value : String(value));
const same: Coerce = (value) => value;

/** How a value is kept, by its type. Null is null in every type. */
const COERCE: Readonly<Record<string, Coerce>> = {
  uuid,
  timestamptz,
  int: whole,
  bigint,
  numeric: (value) => (typeof value === "bigint" ? value : BigInt(Math.round(Number(value)))),
  text,
  date: text,
  bool: (value) => value === true || value === "true" || value === "t",
  jsonb: (value) => (typeof value === "string" ? JSON.parse(value) : value),
  bytea: (value) => (typeof value === "string" ? Buffer.from(value.replace(/^\\x/, ""), "hex") : value),
  interval: (value) => (typeof value === "number" ? value : intervalOf(String(value))),
  unknown: same,
};

const made = new Map<string, Coerce>();

export function coercion(type: string): Coerce {
  const known = made.get(type);
  if (known) return known;
  const base = type.endsWith("[]") ? type.slice(0, -2) : type;
  const one = COERCE[base];
  if (!one) throw new Error(`the fast store has no type ${type}`);
  const nullable: Coerce = (value) => (value === null || value === undefined ? null : one(value));
  const coerce: Coerce = type.endsWith("[]")
    ? (value) =>
        value === null || value === undefined
          ? null
          : (typeof value === "string" ? arrayItems(value) : (value as unknown[])).map(nullable)
    : nullable;
  made.set(type, coerce);
  return coerce;
}

/** The items of an array as PostgreSQL writes it: `{1,NULL,"a \"b\""}`. */
export function arrayItems(literal: string): (string | null)[] {
  const items: (string | null)[] = [];
  for (const [, quoted, plain] of literal.slice(1, -1).matchAll(/(?:"((?:[^"\\]|\\.)*)"|([^,]+))(?:,|$)/gs))
    items.push(quoted === undefined ? (plain === "NULL" ? null : (plain ?? "")) : quoted.replace(/\\(.)/gs, "$1"));
  return items;
}

const UNITS: Readonly<Record<string, number>> = {
  second: 1000,
  seconds: 1000,
  minute: 60_000,
  minutes: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
};

function intervalOf(words: string): number {
  const match = /^(-?\d+)\s+(\w+)$/.exec(words.trim());
  const unit = match?.[2] === undefined ? undefined : UNITS[match[2]];
  if (!match || unit === undefined) throw new Error(`not an interval: ${words}`);
  return Number(match[1]) * unit;
}

/** −1, 0 or 1; bigints and numbers compare with each other. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (typeof a === "object" && a !== null) return compareObjects(a, b);
  return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
}

function compareObjects(a: object, b: unknown): number {
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return Buffer.compare(a, b);
  if (!Array.isArray(a) || !Array.isArray(b)) return compare(JSON.stringify(a), JSON.stringify(b));
  for (const [at, one] of a.entries()) {
    const order = compare(one, b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

export const equals = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === "object" || typeof a !== typeof b ? compare(a, b) === 0 : false);
