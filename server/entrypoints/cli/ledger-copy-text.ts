import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

/** Takes one row of a COPY block: the bytes between two line ends. */
export type RowReader = (buffer: Buffer, start: number, end: number) => void;

/** Makes the reader of a table from the columns that the dump names for it. */
export type TableReader = (columns: readonly string[]) => RowReader;

const CHUNK = 4 * 1024 * 1024;
const LINE_END = 0x0a;
const TAB = 0x09;
const BACKSLASH = 0x5c;
const DOT = 0x2e;
const MINUS = 0x2d;
const ZERO = 0x30;
const COPY = /^COPY "?(\w+)"?\."?(\w+)"? \(([^)]*)\) FROM stdin;\r?$/;

/** The files of a dump: itself, or every .sql file of a folder. */
export function filesOf(dump: string): string[] {
  if (!statSync(dump).isDirectory()) return [dump];
  return readdirSync(dump)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => join(dump, name));
}

/** Reads the COPY blocks of a plain-text dump, for the tables that have a reader. Answers which tables it met. */
export function readCopies(files: readonly string[], tables: Readonly<Record<string, TableReader>>): Set<string> {
  const met = new Set<string>();
  for (const file of files) readFileOf(file, tables, met);
  return met;
}

function readFileOf(file: string, tables: Readonly<Record<string, TableReader>>, met: Set<string>): void {
  let row: RowReader | null = null;
  eachLine(file, (buffer, start, end) => {
    if (row === null) {
      if (startsCopy(buffer, start)) row = readerFor(buffer.toString("utf8", start, end), tables, met);
    } else if (isEndMark(buffer, start, end)) row = null;
    else row(buffer, start, end);
  });
}

/** The reader of the block that a line opens; null for any other line. */
function readerFor(line: string, tables: Readonly<Record<string, TableReader>>, met: Set<string>): RowReader | null {
  const head = COPY.exec(line);
  if (!head) return null;
  const table = `${head[1]}.${head[2]}`;
  met.add(table);
  const reader = Object.hasOwn(tables, table) ? tables[table] : undefined;
  return reader?.((head[3] ?? "").split(",").map((name) => name.trim().replaceAll('"', ""))) ?? (() => {});
}

const isEndMark = (buffer: Buffer, start: number, end: number): boolean =>
  end - start === 2 && buffer[start] === BACKSLASH && buffer[start + 1] === DOT;

const startsCopy = (buffer: Buffer, start: number): boolean =>
  buffer[start] === 0x43 && buffer[start + 1] === 0x4f && buffer[start + 2] === 0x50 && buffer[start + 3] === 0x59;

function eachLine(file: string, take: RowReader): void {
  const descriptor = openSync(file, "r");
  try {
    let buffer = Buffer.allocUnsafe(CHUNK);
    let kept = 0;
    for (;;) {
      if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
      const read = readSync(descriptor, buffer, kept, buffer.length - kept, null);
      const length = kept + read;
      if (read === 0) {
        if (length > 0) take(buffer, 0, length);
        return;
      }
      const whole = linesIn(buffer, length, take);
      buffer.copy(buffer, 0, whole, length);
      kept = length - whole;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Hands over every whole line; answers where the rest begins. */
function linesIn(buffer: Buffer, length: number, take: RowReader): number {
  for (let start = 0; ; ) {
    const end = buffer.indexOf(LINE_END, start);
    if (end < 0 || end >= length) return start;
    take(buffer, start, end);
    start = end + 1;
  }
}

/** Where the fields of a row begin; the last place is one past its end. Answers how many there are. */
export function placesOf(buffer: Buffer, start: number, end: number, places: Int32Array): number {
  let count = 0;
  places[count++] = start;
  for (let at = start; at < end; at++) {
    if (buffer[at] === TAB && count < places.length - 1) places[count++] = at + 1;
  }
  places[count] = end + 1;
  return count;
}

/** A whole number from its digits; NaN when there is something else, or it is not exact. */
export function integerAt(buffer: Buffer, start: number, end: number): number {
  if (buffer[start] !== MINUS) return digitsAt(buffer, start, end);
  const value = digitsAt(buffer, start + 1, end);
  return value === 0 ? 0 : -value;
}

function digitsAt(buffer: Buffer, start: number, end: number): number {
  let value = start < end ? 0 : Number.NaN;
  for (let at = start; at < end; at++) {
    const digit = (buffer[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
}

/** Whether PostgreSQL had to escape something in a field, or says that it is null. */
export function hasEscape(buffer: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (buffer[at] === BACKSLASH) return true;
  return false;
}

/** One field of a row; null where the dump says so. */
export function fieldAt(buffer: Buffer, start: number, end: number): string | null {
  const text = buffer.toString("utf8", start, end);
  if (!text.includes("\\")) return text;
  return text === "\\N" ? null : unescaped(text);
}

/** The fields of a row as texts; null where the dump says so. */
export function fieldsOf(buffer: Buffer, start: number, end: number): (string | null)[] {
  const fields = buffer.toString("utf8", start, end).split("\t");
  return fields.map((field) => (field === "\\N" ? null : field.includes("\\") ? unescaped(field) : field));
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** A bytea is all that most fields with a backslash are, and it has one at its beginning only. */
const unescaped = (field: string): string =>
  field.lastIndexOf("\\") === 1 && field.startsWith("\\\\") ? field.slice(1) : unescapedEach(field);

const unescapedEach = (field: string): string =>
  field.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
