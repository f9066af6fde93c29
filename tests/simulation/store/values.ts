export type Coerce = (value: unknown) => unknown;

const uuid: Coerce = (value) => {
  const text = typeof value === "string" ? value : String(value);
  if (text.length !== 36) return text;
  return text.slice(0, 8) + text.slice(9, 13) + text.slice(14, 18) + text.slice(19, 23) + text.slice(24);
};
const timestamptz: Coerce = (value) => {
  if (typeof value === "number") return value;
  const at = value instanceof Date ? value.getTime() : momentOf(String(value));
  if (Number.isNaN(at)) throw new Error(`not a moment: ${String(value)}`);
  return at;
};
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const days = new Map<string, number>();

/** Moments of one day differ in a few digits only, so that each day is read once. */
function momentOf(text: string): number {
  if (text.length !== 24 || !ISO.test(text)) return Date.parse(text);
  const day = text.slice(0, 10);
  let midnight = days.get(day);
  if (midnight === undefined) {
    midnight = Date.parse(`${day}T00:00:00.000Z`);
    days.set(day, midnight);
  }
  const digits = (from: number): number => (text.charCodeAt(from) - 48) * 10 + text.charCodeAt(from + 1) - 48;
  const [hours, minutes, seconds] = [digits(11), digits(14), digits(17)];
  if (hours > 23 || minutes > 59 || seconds > 59) return Date.parse(text);
  const milliseconds = digits(20) * 10 + text.charCodeAt(22) - 48;
  return midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
}

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
  const inside = literal.slice(1, -1);
  if (inside === "") return [];
  if (!inside.includes('"')) return inside.split(",").map((item) => (item === "NULL" ? null : item));
  const items: (string | null)[] = [];
  for (const [, quoted, plain] of inside.matchAll(/(?:"((?:[^"\\]|\\.)*)"|([^,]+))(?:,|$)/gs))
    items.push(quoted === undefined ? (plain === "NULL" ? null : (plain ?? "")) : unescaped(quoted));
  return items;
}

const unescaped = (text: string): string => (text.includes("\\") ? text.replace(/\\(.)/gs, "$1") : text);

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
