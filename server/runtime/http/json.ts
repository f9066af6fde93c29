import { ok, type Result, refuse } from "@amana/core/result";

export type JsonLimits = {
  readonly depth: number;
  /** Values of any kind, nested ones included. */
  readonly values: number;
};

export const JSON_LIMITS: JsonLimits = { depth: 20, values: 10_000 };

/**
 * Reads JSON (RFC 8259) more strictly than `JSON.parse`: the bytes must be UTF-8 without a byte order mark; a key comes once and
 * is none that could reach a prototype; text holds no U+0000 and no half of a surrogate pair; numbers are whole, written
 * plainly and exact (±(2^53 − 1)), for the API has no others. Refuses with a sentence for the caller.
 */
export function decodeJson(bytes: Uint8Array, limits: JsonLimits = JSON_LIMITS): Result<unknown, string> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return ok(readDocument(text, limits));
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.message);
    if (error instanceof TypeError) return refuse("is not UTF-8");
    throw error;
  }
}

/** Whether PostgreSQL can store it and everybody reads the same: no U+0000, no half of a surrogate pair. */
export const isCleanText = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

export const isPrototypeKey = (key: string): boolean => PROTOTYPE_KEYS.has(key);

const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

class Unreadable extends Error {}

type Reader = { readonly text: string; at: number; left: number; readonly limits: JsonLimits };

function readDocument(text: string, limits: JsonLimits): unknown {
  const reader: Reader = { text, at: 0, left: limits.values, limits };
  const value = readValue(reader, 1);
  skipSpace(reader);
  if (reader.at < text.length) throw unreadable(reader, "goes on after its end");
  return value;
}

function readValue(reader: Reader, depth: number): unknown {
  if (depth > reader.limits.depth) throw new Unreadable(`is nested more than ${reader.limits.depth} deep`);
  reader.left -= 1;
  if (reader.left < 0) throw new Unreadable(`holds more than ${reader.limits.values} values`);
  skipSpace(reader);
  switch (reader.text[reader.at]) {
    case "{":
      return readObject(reader, depth);
    case "[":
      return readArray(reader, depth);
    case '"':
      return readString(reader);
    default:
      return readScalar(reader);
  }
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  reader.at += 1;
  if (taken(reader, "}")) return object;
  do {
    skipSpace(reader);
    const key = readString(reader);
    if (isPrototypeKey(key)) throw new Unreadable(`holds the key ${JSON.stringify(key)}, which is not allowed`);
    if (Object.hasOwn(object, key)) throw new Unreadable(`holds the key ${JSON.stringify(key.slice(0, 40))} twice`);
    if (!taken(reader, ":")) throw unreadable(reader, "lacks a colon");
    object[key] = readValue(reader, depth + 1);
  } while (taken(reader, ","));
  if (!taken(reader, "}")) throw unreadable(reader, "has an object without an end");
  return object;
}

function readArray(reader: Reader, depth: number): unknown[] {
  const array: unknown[] = [];
  reader.at += 1;
  if (taken(reader, "]")) return array;
  do array.push(readValue(reader, depth + 1));
  while (taken(reader, ","));
  if (!taken(reader, "]")) throw unreadable(reader, "has an array without an end");
  return array;
}

/** Up to the closing quote; control characters must be escaped. */
function readString(reader: Reader): string {
  const start = reader.at;
  if (reader.text[start] !== '"') throw unreadable(reader, "lacks a text");
  for (let at = start + 1; at < reader.text.length; at += 1) {
    const character = reader.text[at];
    if (character === "\\") at += 1;
    else if (character === '"') {
      reader.at = at + 1;
      return unescaped(reader, reader.text.slice(start, at + 1));
    }
  }
  throw unreadable(reader, "has a text without an end");
}

function unescaped(reader: Reader, written: string): string {
  const text = parsed(written);
  if (text === null) throw unreadable(reader, "has a broken text");
  if (!isCleanText(text)) throw unreadable(reader, "has a text with U+0000 or half of a surrogate pair");
  return text;
}

function parsed(written: string): string | null {
  try {
    return String(JSON.parse(written));
  } catch {
    return null;
  }
}

const NUMBER = /-?\d[\d.eE+-]*/y;
const PLAIN_WHOLE = /^(?:0|-?[1-9]\d{0,15})$/;
const WORD = /true|false|null/y;
const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

function readScalar(reader: Reader): unknown {
  const word = match(reader, WORD);
  if (word !== null) return WORDS[word];
  const number = match(reader, NUMBER);
  if (number === null) throw unreadable(reader, "is not JSON");
  if (!PLAIN_WHOLE.test(number) || !Number.isSafeInteger(Number(number)))
    throw unreadable(reader, "has a number that is not whole, plainly written and within ±(2^53 − 1)");
  return Number(number);
}

function match(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? null;
  if (found !== null) reader.at += found.length;
  return found;
}

function taken(reader: Reader, mark: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== mark) return false;
  reader.at += 1;
  return true;
}

function skipSpace(reader: Reader): void {
  while (" \t\n\r".includes(reader.text[reader.at] ?? "x")) reader.at += 1;
}

const unreadable = (reader: Reader, what: string): Unreadable => new Unreadable(`${what}, near character ${reader.at}`);
