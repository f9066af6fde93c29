import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type AccountRow,
  type Books,
  type Chain,
  encode,
  GENESIS,
  headerBytes,
  headerHash,
  ledgerRows,
  type Rows,
  rootOf,
  type Sealed,
  type Sha256,
  type StoredBlock,
  saltBytes,
  TAGS,
  verifySealed,
} from "./index.ts";
import { columnsOf, type PostingRow } from "./postings-for-test.ts";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** Signs by hashing with the key: enough to tell a right signature from a wrong one. */
const signed = (key: string, message: Uint8Array): string => sha256(Buffer.concat([Buffer.from(key), message]));
const means = {
  sha256,
  verify: (key: string, message: Uint8Array, signature: string) => signed(key, message) === signature,
  keys: new Map([["k1", "public"]]),
  rootOf: ({ leaves }: StoredBlock) => rootOf(leaves, sha256),
};
const SALT = "5a".repeat(32);
const deal = "deal";

/** Postings of one minor unit each from one account to another; `kinds` says what each posting is. */
function booksOf(kinds: readonly string[]): Books {
  const count = kinds.length;
  const postings: PostingRow[] = kinds.map((kind, index) => ({
    ...{
      shard: 0,
      id: `posting ${index + 1}`,
      number: index + 1,
      key: `${index}`,
      fingerprint: "f",
      kind,
      deal,
      at: 1,
    },
  }));
  const accounts: (AccountRow | undefined)[] = [-count, count].map((balance, index) => ({
    ...{ shard: 0, id: `account ${index}`, code: `code ${index}`, currency: "INR", balance, lastSeq: count },
  }));
  const each = (of: (posting: number, side: number) => number) =>
    Int32Array.from({ length: count * 2 }, (_, at) => of(at >> 1, at % 2));
  const numbers = (of: (posting: number, side: number) => number) => Float64Array.from(each(of));
  return {
    ...columnsOf(postings),
    ...{ accounts, accountIds: ["account 0", "account 1"] },
    entries: {
      ...{ length: count * 2, currencies: [], denomination: each(() => -1), shard: each(() => 0) },
      ...{
        posting: each((posting) => posting),
        account: each((_, side) => side),
        seq: numbers((posting) => posting + 1),
      },
      amount: numbers((_, side) => (side === 0 ? -1 : 1)),
      balanceAfter: numbers((posting, side) => (side === 0 ? -1 - posting : 1 + posting)),
    },
  };
}

const otherRows = (texts: readonly string[]): Rows => {
  const leaf = (at: number): string => sha256(encode(TAGS.leaf, [at, texts[at] ?? ""]));
  return {
    length: texts.length,
    number: (at) => at + 1,
    id: (at) => `row ${at + 1}`,
    is: (at, id) => id === `row ${at + 1}`,
    leaf,
    tag: (at) => leaf(at).slice(0, 8),
  };
};

/** Blocks of two rows each. */
function sealed(chain: Chain, rows: Rows): StoredBlock[] {
  const blocks: StoredBlock[] = [];
  for (let from = 0; from + 2 <= rows.length; from += 2) {
    const leaves = [rows.leaf(from, SALT), rows.leaf(from + 1, SALT)];
    const header = {
      ...{ chain, number: from / 2 + 1, first: from + 1, last: from + 2, count: 2, root: rootOf(leaves, sha256) },
      ...{ previous: blocks.at(-1)?.hash ?? GENESIS, sealedAt: 1, key: "k1", saltHash: sha256(saltBytes(SALT)) },
    };
    const signature = signed("public", headerBytes(header));
    const members = [rows.id(from), rows.id(from + 1)];
    blocks.push({ ...header, hash: headerHash(header, sha256), signature, salt: SALT, members, leaves });
  }
  return blocks;
}

const KINDS = ["fund", "release", "fund", "refund", "fund"];
const BOOKS = booksOf(KINDS);
const [EVENTS, AUDIT] = [otherRows(["a", "b", "c"]), otherRows(["d", "e"])];
const BLOCKS = [...sealed("audit", AUDIT), ...sealed("deals", EVENTS), ...sealed("ledger", ledgerRows(BOOKS, sha256))];
const DUMP: Sealed = { books: BOOKS, deals: EVENTS, audit: AUDIT, blocks: BLOCKS, unreadable: [] };
const heads = BLOCKS.map(({ salt, members, leaves, ...head }) => ({ ...head, tags: [] }));

const faultsOf = (dump: Sealed) =>
  verifySealed(dump, [], means).faults.map(({ kind, chain, block, number }) => [kind, chain, block, number].join(" "));

describe("a dump", () => {
  test("that nobody touched is right, and says what was looked at", () => {
    expect(verifySealed(DUMP, [], means)).toEqual({
      ...{ ok: true, accounts: 2, postings: 5, entries: 10, heads: 0, count: 0, faults: [] },
      chains: {
        ledger: { blocks: 2, sealed: 4, unsealed: 1 },
        deals: { blocks: 1, sealed: 2, unsealed: 1 },
        audit: { blocks: 1, sealed: 2, unsealed: 0 },
      },
    });
  });
  test("is held against the heads of each chain that were kept outside", () => {
    expect(verifySealed(DUMP, heads, means)).toMatchObject({ ok: true, heads: 4 });
    const cut = { ...DUMP, blocks: BLOCKS.filter(({ chain }) => chain !== "audit") };
    expect(verifySealed(cut, heads, means).faults).toMatchObject([{ kind: "tail_cut", chain: "audit", block: 1 }]);
  });
  test("without events or audit log says so, and is no less right", () => {
    const less = { ...DUMP, deals: null, audit: null, blocks: sealed("ledger", ledgerRows(BOOKS, sha256)) };
    expect(verifySealed(less, [], means)).toMatchObject({ ok: true, chains: { deals: null, audit: null } });
  });
  test("with rows that cannot be read is not right", () => {
    const report = verifySealed({ ...DUMP, unreadable: ["a row of another width"] }, [], means);
    expect(report).toMatchObject({ ok: false, count: 1 });
    expect(report.faults).toEqual([
      {
        ...{ kind: "row_unreadable", chain: "ledger", number: null, block: null, row: null, account: null },
        detail: "a row of another width",
      },
    ]);
  });
  test("counts accounts that have a row, and not those that only entries name", () => {
    const accounts = [BOOKS.accounts[0], undefined];
    expect(verifySealed({ ...DUMP, books: { ...BOOKS, accounts } }, [], means).accounts).toBe(1);
  });
});

describe("the first fault is the earliest", () => {
  test("a changed posting before the sum that no longer fits, and an earlier block before a later", () => {
    const changed = booksOf(["fund", "release", "FUND", "refund", "fund"]);
    const amount = Float64Array.from(changed.entries.amount);
    amount[2] = -2;
    const books = { ...changed, entries: { ...changed.entries, amount } };
    expect(faultsOf({ ...DUMP, books })).toEqual([
      "posting_changed ledger 1 2",
      "sum_not_zero ledger 1 2",
      "balance_breaks ledger 1 2",
      "posting_changed ledger 2 3",
    ]);
  });
  test("what is sealed before what is not, and the ledger before events, and these before the audit log", () => {
    const amount = Float64Array.from(BOOKS.entries.amount);
    amount[8] = -2;
    const books = { ...booksOf(["fund", "release", "fund", "REFUND", "fund"]) };
    const dump = {
      ...DUMP,
      books: { ...books, entries: { ...books.entries, amount } },
      deals: otherRows(["a", "x", "c"]),
      audit: otherRows(["x", "e"]),
    };
    expect(faultsOf(dump)).toEqual([
      "posting_changed ledger 2 4",
      "sum_not_zero ledger  5",
      "balance_breaks ledger  5",
      "row_changed deals 1 2",
      "row_changed audit 1 1",
    ]);
  });
  test("a row before the block that it stands in", () => {
    const books = booksOf(["fund", "release", "FUND", "refund", "fund"]);
    const blocks = BLOCKS.map((block) =>
      block.chain === "ledger" && block.number === 2 ? { ...block, signature: "00" } : block,
    );
    expect(faultsOf({ ...DUMP, books, blocks })).toEqual(["posting_changed ledger 2 3", "signature_wrong ledger 2 3"]);
  });
  test("entries before the balance of an account that does not fit them", () => {
    const balanceAfter = Float64Array.from(BOOKS.entries.balanceAfter);
    balanceAfter[9] = 6;
    const books = { ...BOOKS, entries: { ...BOOKS.entries, balanceAfter } };
    expect(faultsOf({ ...DUMP, books })).toEqual(["balance_breaks ledger  5", "account_balance_wrong ledger  5"]);
  });
  test("of thousands the first thousand are told, and all are counted", () => {
    const unreadable = Array.from({ length: 1_001 }, (_, index) => `row ${index}`);
    const report = verifySealed({ ...DUMP, unreadable }, [], means);
    expect([report.count, report.faults.length, report.faults[999]?.detail]).toEqual([1_001, 1_000, "row 999"]);
  });
});
