import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type AccountRow, type EntryRecord, inOrder, ledgerRows, postingHasher, type Sha256 } from "./index.ts";
import { postingColumns, withPlaces } from "./postings.ts";
import { columnsOf, type PostingRow } from "./postings-for-test.ts";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const SALTS = ["5a".repeat(32), "a5".repeat(32)];
const COUNT = 200;

const posting = (number: number): PostingRow => ({
  ...{
    shard: number % 256,
    id: `posting ${number}`,
    number,
    key: `مفتاح ${number}`,
    fingerprint: "f".repeat(number % 90),
  },
  ...{ kind: "fund", deal: number % 2 === 0 ? null : "deal", at: 1_772_442_000_000_000 + number },
});
const POSTINGS = Array.from({ length: COUNT }, (_, index) => posting(index + 1));
const accounts: AccountRow[] = Array.from({ length: 12 }, (_, index) => ({
  ...{ shard: 0, id: `account ${index}`, code: `wallet:${index}`, currency: index % 2 === 0 ? "INR" : "SAR" },
  ...{ balance: 0, lastSeq: 0 },
}));

/** Each posting has up to 39 entries, in no order, several of them on one account. */
const ENTRIES = POSTINGS.flatMap((_, place) =>
  Array.from({ length: place % 40 }, (_, step) => ({
    ...{
      place,
      account: (step * 7 + place) % 12,
      seq: 100 - step,
      amount: step - 20,
      balanceAfter: -step * 10_000_000_000,
    },
  })),
);
type Entry = (typeof ENTRIES)[number];
const integers = (of: (entry: Entry) => number) => Int32Array.from(ENTRIES.map(of));
const numbers = (of: (entry: Entry) => number) => Float64Array.from(ENTRIES.map(of));
const BOOKS = {
  ...columnsOf(POSTINGS),
  ...{ accounts, accountIds: accounts.map(({ id }) => id) },
  entries: {
    ...{ length: ENTRIES.length, currencies: [], denomination: integers(() => -1), shard: integers(() => 0) },
    ...{ posting: integers(({ place }) => place), account: integers(({ account }) => account) },
    ...{ seq: numbers(({ seq }) => seq), amount: numbers(({ amount }) => amount) },
    balanceAfter: numbers(({ balanceAfter }) => balanceAfter),
  },
};

test("columns hash to what records hash to, whatever the texts, the salt, and the order of entries", () => {
  const [rows, hasher] = [ledgerRows(BOOKS, sha256), postingHasher(sha256)];
  for (const [place, row] of POSTINGS.entries()) {
    const own = ENTRIES.filter((entry) => entry.place === place);
    const entries = own.map(({ account, seq, amount, balanceAfter }): EntryRecord => {
      const { code = "", currency = "" } = accounts[account] ?? {};
      return { account: `account ${account}`, code, currency, amount, seq, balanceAfter };
    });
    const record = { ...row, entries: inOrder(entries) };
    const salt = SALTS[(place >> 2) % 2] ?? "";
    expect([place, rows.leaf(place, salt), rows.tag(place)]).toEqual([
      place,
      hasher.leaf(record, salt),
      hasher.tag(record),
    ]);
  }
});

test("a posting is there once it is closed, at its place and no other", () => {
  const columns = postingColumns();
  const writer = columns.open();
  writer.put("an id");
  columns.openLeaf();
  expect([columns.has(1_500), columns.has(0)]).toEqual([false, false]);
  columns.close(1_500, 3, 42);
  expect([columns.has(1_500), columns.has(0), columns.has(9_000)]).toEqual([true, false, false]);
  const { number, shard, length } = columns.finish(5_000);
  expect([number[1_500], shard[1_500], number[4_999], length]).toEqual([42, 3, Number.NaN, 5_000]);
});

test("more places have no row, and fewer take none away", () => {
  const { postings } = columnsOf(POSTINGS);
  const more = withPlaces(postings, 10_000);
  expect([more.length, more.number[0], more.number[9_999]]).toEqual([10_000, 1, Number.NaN]);
  expect(withPlaces(postings, COUNT)).toEqual(postings);
});
