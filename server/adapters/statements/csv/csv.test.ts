import { money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { describe, expect, test } from "vitest";
import { type Mapping, readCsv, readMapping } from "./index.ts";

const PAY = "pay_0199aa00c0de7000a000000000000042";
const MAPPING: Mapping = {
  name: "demopay",
  columns: {
    reference: "Ref",
    kind: "Type",
    amount: "Amount",
    at: "When",
    ourId: "Order",
    fee: "Fee",
    bankReference: "UTR",
  },
  currency: "INR",
  kinds: {
    SALE: { kind: "capture", counts: "in" },
    BACK: { kind: "refund", counts: "out" },
    OTHER: { kind: "adjustment", counts: "as_written" },
    INFO: "skip",
  },
  offset: "+05:30",
};
const HEADER = "Ref,Type,Amount,When,Order,Fee,UTR,Remark";
const file = (...rows: string[]): string => [HEADER, ...rows, ""].join("\n");

test("lines are read by the columns, with the signs that the kinds say", () => {
  const text = file(
    `r1,SALE,348.00,2026-03-02 10:00:00,${PAY},6.79,U1,"a, b"`,
    "r2,BACK,48,2026-03-02,,,,",
    "r3,OTHER,-1.5,2026-03-02T10:00:00Z,stranger,0.00,,",
    "r4,INFO,what,ever,,,,",
  );
  const read = readCsv(MAPPING, text);
  if (!read.ok) throw new Error(read.error.problem);
  expect(read.value).toEqual([
    {
      ...{ kind: "capture", reference: "r1", ourId: PAY, amount: money(34_800n, "INR"), fee: 679n, tax: 0n },
      ...{ at: at(Date.UTC(2026, 2, 2, 4, 30)), settledAt: null, bankReference: "U1" },
    },
    expect.objectContaining({ kind: "refund", amount: money(-4_800n, "INR"), at: at(Date.UTC(2026, 2, 1, 18, 30)) }),
    expect.objectContaining({ kind: "adjustment", ourId: null, amount: money(-150n, "INR"), bankReference: null }),
  ]);
});

test("our ids are known also without their underscore", () => {
  const read = readCsv(
    MAPPING,
    file(`r1,BACK,1,2026-03-02,${"ref_0199aa00c0de7000a000000000000042".replace("_", "")},,,`),
  );
  expect(read.ok && read.value[0]?.ourId).toBe("ref_0199aa00c0de7000a000000000000042");
});

describe("one bad line refuses the file and is named", () => {
  const good = "r1,SALE,348.00,2026-03-02,,,,";
  test.each([
    ["an amount with a comma", 'r2,SALE,"1,348.00",2026-03-02,,,,', "the amount: not_an_amount"],
    ["an amount of too many digits", "r2,SALE,1.005,2026-03-02,,,,", "the amount: too_many_digits"],
    ["an empty amount", "r2,SALE,,2026-03-02,,,,", "the amount: not_an_amount"],
    ["a minus where the kind has the sign", "r2,SALE,-1,2026-03-02,,,,", "the amount is below zero"],
    ["a charge below zero", "r2,SALE,1,2026-03-02,,-1,,", "the charges cannot be read"],
    ["a kind that nobody declared", "r2,SALES,1,2026-03-02,,,,", "nobody said what SALES means"],
    ["a kind that is a member of every object", "r2,toString,1,2026-03-02,,,,", "nobody said what toString means"],
    ["no reference", ",SALE,1,2026-03-02,,,,", "the reference is empty"],
    ["a date of another country", "r2,SALE,1,03/02/2026,,,,", "a date cannot be read"],
    ["a field too few", "r2,SALE,1,2026-03-02", "is not CSV (CSV_RECORD_INCONSISTENT_COLUMNS)"],
    ["a quotation without an end", '"r2,SALE,1,2026-03-02,,,,', "is not CSV (CSV_QUOTE_NOT_CLOSED)"],
  ])("%s", (_, row, problem) => {
    expect(readCsv(MAPPING, file(good, row))).toMatchObject({ ok: false, error: { problem } });
    const read = readCsv(MAPPING, file(good, row));
    expect(read.ok || read.error.line).toBeGreaterThanOrEqual(3);
  });

  test("a header without a column, or with one twice", () => {
    expect(readCsv(MAPPING, "Ref,Type\n")).toMatchObject({ error: { line: 1, problem: "there is no column Amount" } });
    expect(readCsv(MAPPING, `${HEADER},Ref\n`)).toMatchObject({ error: { problem: "there are two columns Ref" } });
  });

  test("a date without an offset, where the mapping has none either", () => {
    const { offset: _, ...without } = MAPPING;
    expect(readCsv(without, file(good))).toMatchObject({ error: { line: 2, problem: "a date cannot be read" } });
  });
});

test.each([
  ["is not JSON", "{"],
  ["is wrong at /columns", JSON.stringify({ ...MAPPING, columns: { reference: "Ref" } })],
  ["is wrong at /colums", JSON.stringify({ ...MAPPING, colums: {} })],
  ["currency is not known", JSON.stringify({ ...MAPPING, currency: "XXX" })],
  ["needs a currency", JSON.stringify({ ...MAPPING, currency: undefined })],
])("a mapping that %s is refused", (what, text) => {
  const read = readMapping(text);
  expect(read.ok ? "" : read.error).toContain(what);
});
