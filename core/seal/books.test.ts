import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkBooks } from "./books.ts";
import type { Fault } from "./chain.ts";
import { type AccountRow, type Books, ledgerRows, postingHasher, type Sha256 } from "./index.ts";
import { columnsOf, type PostingRow } from "./postings-for-test.ts";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

type Entry = {
  posting: number;
  account: number;
  seq: number;
  amount: number;
  balanceAfter: number;
  shard?: number;
  currency?: string;
};

const posting = (number: number, shard = 1): PostingRow => ({
  ...{
    shard,
    id: `posting ${number}`,
    number,
    key: `k:${number}`,
    fingerprint: "f",
    kind: "fund",
    deal: null,
    at: number,
  },
});
const account = (code: string, balance: number, lastSeq: number, currency = "INR"): AccountRow => ({
  ...{ shard: 1, id: `id of ${code}`, code, currency, balance, lastSeq },
});

const CURRENCIES = ["INR", "SAR"];

function booksOf(
  postings: readonly (PostingRow | undefined)[],
  accounts: readonly (AccountRow | undefined)[],
  entries: readonly Entry[],
): Books {
  const column = (of: (entry: Entry) => number) => Int32Array.from(entries.map(of));
  const numbers = (of: (entry: Entry) => number) => Float64Array.from(entries.map(of));
  return {
    ...columnsOf(postings),
    accountIds: accounts.map((row, place) => row?.id ?? `account at ${place}`),
    accounts,
    entries: {
      ...{ length: entries.length, currencies: CURRENCIES, shard: column(({ shard = 1 }) => shard) },
      ...{ posting: column((entry) => entry.posting), account: column((entry) => entry.account) },
      ...{ seq: numbers(({ seq }) => seq), amount: numbers(({ amount }) => amount) },
      balanceAfter: numbers(({ balanceAfter }) => balanceAfter),
      denomination: column(({ currency = "" }) => CURRENCIES.indexOf(currency)),
    },
  };
}

/** 100 come into escrow by posting 1, and 40 of them leave by posting 2. */
const POSTINGS = [posting(1), posting(2)];
const ACCOUNTS = [account("clearing:demo", -100, 1), account("escrow:deal", 60, 2), account("wallet:user", 40, 1)];
const ENTRIES: readonly Entry[] = [
  { posting: 0, account: 0, seq: 1, amount: -100, balanceAfter: -100 },
  { posting: 0, account: 1, seq: 1, amount: 100, balanceAfter: 100 },
  { posting: 1, account: 1, seq: 2, amount: -40, balanceAfter: 60 },
  { posting: 1, account: 2, seq: 1, amount: 40, balanceAfter: 40 },
];
const BOOKS = booksOf(POSTINGS, ACCOUNTS, ENTRIES);
/** The entries with one of them changed. */
const entriesWith = (place: number, change: Partial<Entry>): Entry[] =>
  ENTRIES.map((entry, at) => (at === place ? { ...entry, ...change } : entry));

function faultsOf(books: Books): Fault[] {
  const faults: Fault[] = [];
  checkBooks(books, faults);
  return faults;
}
/** The posting's number and id, the account, and what is said. */
const told = (books: Books) =>
  faultsOf(books).map(({ kind, number, row, account: of, detail }) => [kind, number, row, of, detail].join(" | "));

describe("books in order", () => {
  test("have no fault", () => {
    expect(told(BOOKS)).toEqual([]);
    expect(told(booksOf([], [], []))).toEqual([]);
    expect(told(booksOf(POSTINGS, ACCOUNTS, [...ENTRIES].reverse()))).toEqual([]);
  });
  test("may name the currency of each entry", () => {
    const named = ENTRIES.map((entry) => ({ ...entry, currency: "INR" }));
    expect(told(booksOf(POSTINGS, ACCOUNTS, named))).toEqual([]);
  });
  test("may move two currencies by one posting, each of which sums to zero", () => {
    const accounts = ["INR", "SAR"].flatMap((currency) => [
      account(`clearing:${currency}`, -100, 1, currency),
      account(`escrow:${currency}`, 100, 1, currency),
    ]);
    const entries = accounts.map(({ balance }, place) => ({
      ...{ posting: 0, account: place, seq: 1, amount: balance, balanceAfter: balance },
    }));
    expect(told(booksOf([posting(1)], accounts, entries))).toEqual([]);
  });
  test("may have accounts without entries", () => {
    expect(told(booksOf(POSTINGS, [...ACCOUNTS, account("wallet:new", 0, 0)], ENTRIES))).toEqual([]);
  });
});

describe("what is not double entry is said, with the posting and the account", () => {
  test("a sum that is not zero", () => {
    expect(
      told(
        booksOf(
          POSTINGS,
          [...ACCOUNTS.slice(0, 2), account("wallet:user", 41, 1)],
          [...ENTRIES.slice(0, 3), { posting: 1, account: 2, seq: 1, amount: 41, balanceAfter: 41 }],
        ),
      ),
    ).toEqual(["sum_not_zero | 2 | posting 2 |  | it sums to 1 INR"]);
  });
  test("currencies do not make up for each other", () => {
    const accounts = [...ACCOUNTS.slice(0, 2), account("wallet:user", 40, 1, "SAR")];
    expect(told(booksOf(POSTINGS, accounts, ENTRIES))).toEqual([
      "sum_not_zero | 2 | posting 2 |  | it sums to -40 INR",
      "sum_not_zero | 2 | posting 2 |  | it sums to 40 SAR",
    ]);
  });
  test("a posting without entries", () => {
    expect(told(booksOf([...POSTINGS, posting(3)], ACCOUNTS, ENTRIES))).toEqual([
      "posting_without_entries | 3 | posting 3 |  | it has no entries",
    ]);
  });
  test("entries whose posting is not there, or is in another shard", () => {
    const said = (id: string, number: string) => [
      `entry_without_posting | ${number} | ${id} | escrow:deal | entry 2 of the account belongs to no posting`,
      `entry_without_posting | ${number} | ${id} | wallet:user | entry 1 of the account belongs to no posting`,
    ];
    expect(told(booksOf([posting(1), undefined], ACCOUNTS, ENTRIES))).toEqual(said("posting at 1", ""));
    expect(told(booksOf([posting(1), posting(2, 9)], ACCOUNTS, ENTRIES))).toEqual(said("posting 2", "2"));
  });
  test("an entry whose account is not there, or is in another shard", () => {
    expect(told(booksOf(POSTINGS, [...ACCOUNTS.slice(0, 2), undefined], ENTRIES))).toEqual([
      "entry_without_account | 2 | posting 2 | account at 2 | the entry's account is not there",
      "sum_not_zero | 2 | posting 2 |  | it sums to -40 INR",
      "sum_not_zero | 2 | posting 2 |  | it sums to 40 ",
    ]);
    const elsewhere = { ...account("wallet:user", 40, 1), shard: 9 };
    expect(told(booksOf(POSTINGS, [...ACCOUNTS.slice(0, 2), elsewhere], ENTRIES))).toEqual([
      "entry_without_account | 2 | posting 2 | wallet:user | the entry's account is not there",
    ]);
  });
  test("an entry in another currency than its account", () => {
    expect(told(booksOf(POSTINGS, ACCOUNTS, entriesWith(3, { currency: "SAR" })))).toEqual([
      "currency_differs | 2 | posting 2 | wallet:user | entry 1 is in SAR, its account is not",
    ]);
  });
  test("a number that is left out or comes twice, once each", () => {
    const accounts = [ACCOUNTS[0], account("escrow:deal", 60, 3), ACCOUNTS[2]];
    expect(told(booksOf(POSTINGS, accounts, entriesWith(2, { seq: 3 })))).toEqual([
      "seq_breaks | 2 | posting 2 | escrow:deal | entry 3 follows entry 1",
    ]);
    const again = [ACCOUNTS[0], account("escrow:deal", 60, 1), ACCOUNTS[2]];
    expect(told(booksOf(POSTINGS, again, entriesWith(2, { seq: 1 })))).toEqual([
      "seq_breaks | 2 | posting 2 | escrow:deal | entry 1 follows entry 1",
    ]);
  });
  test("a running balance that does not follow, and after it what the entry says is taken", () => {
    const accounts = [ACCOUNTS[0], account("escrow:deal", 61, 2), ACCOUNTS[2]];
    expect(told(booksOf(POSTINGS, accounts, entriesWith(2, { balanceAfter: 61 })))).toEqual([
      "balance_breaks | 2 | posting 2 | escrow:deal | 100 and -40 are not 61 (entry 2)",
    ]);
  });
  test("an account that says another balance or count than its entries, at the last of them", () => {
    const say = (row: AccountRow) => told(booksOf(POSTINGS, [ACCOUNTS[0], row, ACCOUNTS[2]], ENTRIES));
    expect(say(account("escrow:deal", 61, 2))).toEqual([
      "account_balance_wrong | 2 | posting 2 | escrow:deal | it says 61 after 2 entries, its entries say 60 after 2",
    ]);
    expect(say(account("escrow:deal", 60, 3))).toEqual([
      "account_balance_wrong | 2 | posting 2 | escrow:deal | it says 60 after 3 entries, its entries say 60 after 2",
    ]);
    expect(told(booksOf(POSTINGS, [...ACCOUNTS, account("wallet:rich", 5, 0)], ENTRIES))).toEqual([
      "account_balance_wrong |  |  | wallet:rich | it says 5 after 0 entries, its entries say 0 after 0",
    ]);
  });
  test("every fault is one of the ledger, and of no block yet", () => {
    const [fault] = faultsOf(booksOf([...POSTINGS, posting(3)], ACCOUNTS, ENTRIES));
    expect(fault).toMatchObject({ chain: "ledger", block: null, account: null });
  });
});

describe("the rows to be sealed", () => {
  const salt = "7".repeat(64);

  test("come by the number of their postings, whatever their place, and without those that only entries name", () => {
    const rows = ledgerRows(booksOf([undefined, posting(30), posting(4)], ACCOUNTS, []), sha256);
    expect(rows.length).toBe(2);
    expect([0, 1].map((at) => [rows.number(at), rows.id(at)])).toEqual([
      [4, "posting 4"],
      [30, "posting 30"],
    ]);
    expect([rows.is(0, "posting 4"), rows.is(0, "posting 30")]).toEqual([true, false]);
    expect(() => rows.id(2)).toThrow("nothing at 2 of 2");
  });

  test("hash with the entries by account and number, in whatever order the table has them", () => {
    const rows = ledgerRows(booksOf(POSTINGS, ACCOUNTS, [...ENTRIES].reverse()), sha256);
    const hasher = postingHasher(sha256);
    const entry = (code: string, amount: number, seq: number, balanceAfter: number) => ({
      ...{ account: `id of ${code}`, code, currency: "INR", amount, seq, balanceAfter },
    });
    const record = { ...posting(2), entries: [entry("escrow:deal", -40, 2, 60), entry("wallet:user", 40, 1, 40)] };
    expect([rows.leaf(1, salt), rows.tag(1)]).toEqual([hasher.leaf(record, salt), hasher.tag(record)]);
  });

  test("hash although an account is not there, so that the posting can be named", () => {
    const leaf = (accounts: readonly (AccountRow | undefined)[]) =>
      ledgerRows(booksOf(POSTINGS, accounts, ENTRIES), sha256).leaf(0, salt);
    expect(leaf([undefined, ...ACCOUNTS.slice(1)])).toMatch(/^[0-9a-f]{64}$/);
    expect(leaf([undefined, ...ACCOUNTS.slice(1)])).not.toBe(leaf(ACCOUNTS));
  });
});
