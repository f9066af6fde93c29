import { fieldsOf, type TableReader } from "./ledger-copy-text.ts";

const MOST_COMPLAINTS = 100;

/** Readers for which a row that cannot be read is a fault, and does not hide those after it. */
export const guarded = (
  readers: Readonly<Record<string, TableReader>>,
  unreadable: string[],
): Record<string, TableReader> =>
  Object.fromEntries(Object.entries(readers).map(([table, reader]) => [table, guardedOne(table, reader, unreadable)]));

const guardedOne =
  (table: string, reader: TableReader, unreadable: string[]): TableReader =>
  (columns) => {
    const read = reader(columns);
    return (buffer, start, end) => {
      try {
        read(buffer, start, end);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const row = buffer.toString("utf8", start, Math.min(end, start + 120));
        if (unreadable.length < MOST_COMPLAINTS) unreadable.push(`${table}: ${why}: ${row}`);
      }
    };
  };

export type Named = ReadonlyMap<string, string | null>;

/** A reader for tables with few rows. */
export const byName =
  (take: (row: Named) => void): TableReader =>
  (columns) =>
  (buffer, start, end) => {
    const fields = fieldsOf(buffer, start, end);
    take(new Map(columns.map((name, index) => [name, fields[index] ?? null])));
  };

export function textOf(row: Named, column: string): string {
  const text = row.get(column);
  if (text === null || text === undefined) throw new Error(`no ${column}`);
  return text;
}

export function integerOf(row: Named, column: string): number {
  const value = Number(textOf(row, column));
  if (!Number.isSafeInteger(value)) throw new Error(`${column} is not a whole number that is exact`);
  return value;
}

/** The digits of a bytea. */
export function hexOf(row: Named, column: string): string {
  const digits = HEX.exec(textOf(row, column))?.[1];
  if (digits === undefined) throw new Error(`${column} is not in hex`);
  return digits;
}

const HEX = /^\\x((?:[0-9a-f]{2})*)$/;
