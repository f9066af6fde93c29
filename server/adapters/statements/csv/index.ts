import { parseId } from "@amana/core/ids";
import { money, parseMajor } from "@amana/core/money";
import type { LineKind, StatementLine } from "@amana/core/reconciliation";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { parse } from "csv-parse/sync";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { StatementSource } from "#ports/statement";
import { readInstant } from "../../support/decode.ts";
import type { Mapping } from "./mapping.ts";

export { type Mapping, readMapping } from "./mapping.ts";

/** What is wrong with a file, and in which of its lines; the whole file is refused. */
export type BadStatement = { readonly line: number; readonly problem: string };

/** A file of lines as a statement source: everything in it, in one page per period. */
export const csvSource = (mapping: Mapping, lines: readonly StatementLine[]): StatementSource => ({
  name: mapping.name,
  covers: kindsOf(mapping),
  fetch: async ({ from, until }) => ok({ lines: lines.filter(({ at }) => at >= from && at < until), next: null }),
});

/** Reads a provider's CSV file (RFC 4180, UTF-8, first line names the columns). One bad line refuses the file and is named. */
export function readCsv(mapping: Mapping, text: string): Result<StatementLine[], BadStatement> {
  const records = recordsOf(mapping, text);
  if (!records.ok) return records;
  const lines: StatementLine[] = [];
  for (const { record, line: number } of records.value) {
    const line = lineOf(mapping, record);
    if (!line.ok) return refuse({ line: number, problem: line.error });
    if (line.value) lines.push(line.value);
  }
  return ok(lines);
}

const Records = Type.Array(
  Type.Object({ record: Type.Record(Type.String(), Type.String()), info: Type.Object({ lines: Type.Integer() }) }),
);
const CsvError = Type.Object({ code: Type.String(), lines: Type.Optional(Type.Integer()) });

type Row = Readonly<Record<string, string>>;

function recordsOf(mapping: Mapping, text: string): Result<{ record: Row; line: number }[], BadStatement> {
  try {
    const records: unknown = parse(text, {
      columns: (header: string[]) => checkedHeader(mapping, header),
      ...{ bom: true, delimiter: mapping.delimiter ?? ",", info: true, skip_empty_lines: true },
    });
    return ok(Value.Parse(Records, records).map(({ record, info }) => ({ record, line: info.lines })));
  } catch (error) {
    if (error instanceof BadHeader) return refuse({ line: 1, problem: error.message });
    if (!Value.Check(CsvError, error)) throw error;
    return refuse({ line: error.lines ?? 1, problem: `is not CSV (${error.code})` });
  }
}

class BadHeader extends Error {}

function checkedHeader(mapping: Mapping, header: readonly string[]): string[] {
  const missing = Object.values(mapping.columns).find((column) => !header.includes(column));
  if (missing !== undefined) throw new BadHeader(`there is no column ${missing}`);
  const twice = header.find((column, at) => header.indexOf(column) !== at);
  if (twice !== undefined) throw new BadHeader(`there are two columns ${twice}`);
  return [...header];
}

/** Null for a line that the mapping skips. */
function lineOf(mapping: Mapping, row: Row): Result<StatementLine | null, string> {
  const { columns } = mapping;
  const field = (column: string | undefined): string => (column === undefined ? "" : (row[column]?.trim() ?? ""));
  const word = field(columns.kind);
  const meant = Object.hasOwn(mapping.kinds, word) ? mapping.kinds[word] : undefined;
  if (meant === undefined) return refuse(`nobody said what ${word || "an empty kind"} means`);
  if (meant === "skip") return ok(null);
  const reference = field(columns.reference);
  if (reference === "") return refuse("the reference is empty");
  const amounts = amountsOf(mapping, meant.counts, field);
  if (!amounts.ok) return amounts;
  const at = instantOf(mapping, field(columns.at));
  const settled = field(columns.settledAt);
  const settledAt = settled === "" ? null : instantOf(mapping, settled);
  if (at === null || (settled !== "" && settledAt === null)) return refuse("a date cannot be read");
  return ok({
    ...{ kind: meant.kind, reference, ourId: ourIdIn(field(columns.ourId)), ...amounts.value, at, settledAt },
    bankReference: field(columns.bankReference) || null,
  });
}

function amountsOf(
  mapping: Mapping,
  counts: "in" | "out" | "as_written",
  field: (column: string | undefined) => string,
): Result<Pick<StatementLine, "amount" | "fee" | "tax">, string> {
  const currency = mapping.columns.currency === undefined ? (mapping.currency ?? "") : field(mapping.columns.currency);
  const [amount, fee, tax] = [mapping.columns.amount, mapping.columns.fee, mapping.columns.tax].map((column, at) => {
    const text = field(column);
    return parseMajor(text === "" && at > 0 ? "0" : text, currency);
  });
  if (!amount?.ok) return refuse(`the amount: ${amount?.error ?? "is missing"}`);
  if (!fee?.ok || !tax?.ok || fee.value.minor < 0n || tax.value.minor < 0n) return refuse("the charges cannot be read");
  if (counts !== "as_written" && amount.value.minor < 0n) return refuse("the amount is below zero");
  const sign = counts === "out" ? -1n : 1n;
  return ok({
    amount: money(sign * amount.value.minor, amount.value.currency),
    fee: fee.value.minor,
    tax: tax.value.minor,
  });
}

const OURS = /^(pay|ref|pout)_?([0-9a-f]{32})$/;

/** Our own id, also as providers write it that take no underscore; null for anything else. */
function ourIdIn(text: string): string | null {
  const [, prefix, hex] = OURS.exec(text) ?? [];
  const id = `${prefix}_${hex}`;
  return parseId("payment", id) ?? parseId("refund", id) ?? parseId("payout", id);
}

/** `2026-03-02T10:00:00+05:30`, `2026-03-02 10:00:00` or `2026-03-02`; without an offset the mapping's counts, or nothing. */
function instantOf({ offset }: Mapping, text: string): Instant | null {
  const full = text.replace(/^(\d{4}-\d\d-\d\d)$/, "$1T00:00:00").replace(/^(\d{4}-\d\d-\d\d) /, "$1T");
  return readInstant(full) ?? (offset === undefined ? null : readInstant(`${full}${offset}`));
}

const kindsOf = ({ kinds }: Mapping): LineKind[] => [
  ...new Set(Object.values(kinds).flatMap((meant) => (meant === "skip" ? [] : [meant.kind]))),
];
