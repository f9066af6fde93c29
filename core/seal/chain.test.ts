import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkChain } from "./chain.ts";
import {
  type Chain,
  encode,
  type Fault,
  GENESIS,
  headerBytes,
  headerHash,
  type OutsideHead,
  type Rows,
  rootOf,
  type Sha256,
  type StoredBlock,
  saltBytes,
  TAGS,
} from "./index.ts";

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

type Row = { readonly number: number; readonly id: string; readonly text: string };
const row = (number: number, text = "as it was", id = `row ${number}`): Row => ({ number, id, text });
const TEN = Array.from({ length: 10 }, (_, index) => row(index + 1));

function at(rows: readonly Row[], place: number): Row {
  const found = rows[place];
  if (!found) throw new RangeError(`no row at ${place}`);
  return found;
}

const rowsOf = (rows: readonly Row[]): Rows => ({
  length: rows.length,
  number: (place) => at(rows, place).number,
  id: (place) => at(rows, place).id,
  is: (place, id) => at(rows, place).id === id,
  leaf: (place, salt) => sha256(encode(TAGS.leaf, [salt, ...Object.values(at(rows, place))])),
  tag: (place) => sha256(encode(TAGS.tag, Object.values(at(rows, place)))).slice(0, 8),
});

type Change = Partial<Omit<StoredBlock, "hash" | "signature">>;

/** The block with other fields, hashed and signed anew. */
function resigned(block: StoredBlock, change: Change): StoredBlock {
  const { chain, number, first, last, count, root, previous, sealedAt, key, saltHash } = { ...block, ...change };
  const header = { chain, number, first, last, count, root, previous, sealedAt, key, saltHash };
  const signature = signed("public", headerBytes(header));
  return { ...block, ...change, hash: headerHash(header, sha256), signature };
}

/** Blocks of three rows each; what is left over stays unsealed. */
function sealed(all: readonly Row[], chain: Chain = "ledger", sealedAt = 1): StoredBlock[] {
  const blocks: StoredBlock[] = [];
  for (let from = 0; from + 3 <= all.length; from += 3) {
    const own = all.slice(from, from + 3);
    const rows = rowsOf(own);
    const leaves = own.map((_, place) => rows.leaf(place, SALT));
    const header = {
      ...{
        chain,
        number: from / 3 + 1,
        first: at(own, 0).number,
        last: at(own, 2).number,
        count: 3,
        sealedAt,
        key: "k1",
      },
      ...{ root: rootOf(leaves, sha256), previous: blocks.at(-1)?.hash ?? GENESIS, saltHash: sha256(saltBytes(SALT)) },
    };
    const kept = { salt: SALT, members: own.map(({ id }) => id), leaves, hash: "", signature: "" };
    blocks.push(resigned({ ...header, ...kept }, {}));
  }
  return blocks;
}

/** What was written outside when these blocks were sealed over these rows. */
const headsOf = (blocks: readonly StoredBlock[], all: readonly Row[]): OutsideHead[] =>
  blocks.map(({ salt, members, leaves, ...head }) => {
    const own = rowsOf(all.filter(({ number }) => number >= head.first && number <= head.last));
    return { ...head, tags: Array.from({ length: own.length }, (_, place) => own.tag(place)) };
  });

function look(
  all: readonly Row[],
  blocks: readonly StoredBlock[],
  outside: readonly OutsideHead[] = [],
  chain: Chain = "ledger",
) {
  const faults: Fault[] = [];
  const report = checkChain(chain, rowsOf(all), blocks, outside, means, faults);
  return { report, faults, said: faults.map(({ kind, block, number, row: id }) => [kind, block, number, id]) };
}

/** The rows with one of them changed, or left out. */
const changed = (number: number): Row[] => TEN.map((one) => (one.number === number ? row(number, "changed") : one));
const without = (...numbers: number[]): Row[] => TEN.filter(({ number }) => !numbers.includes(number));
const BLOCKS = sealed(TEN);
const HEADS = headsOf(BLOCKS, TEN);
/** The chain with one block replaced. */
const with2 = (second: StoredBlock): StoredBlock[] => BLOCKS.map((block) => (block.number === 2 ? second : block));
const block = (number: number): StoredBlock => {
  const found = BLOCKS[number - 1];
  if (!found) throw new RangeError(`no block ${number}`);
  return found;
};

describe("a chain that nobody touched", () => {
  test("has no fault, and says how many rows are sealed", () => {
    const report = { blocks: 3, sealed: 9, unsealed: 1 };
    expect(look(TEN, BLOCKS)).toEqual({ report, faults: [], said: [] });
    expect(look(TEN, BLOCKS, HEADS)).toEqual({ report, faults: [], said: [] });
    expect(look(TEN, [...BLOCKS].reverse(), [...HEADS].reverse()).faults).toEqual([]);
  });
  test("may have no block yet", () => {
    expect(look(TEN, []).report).toEqual({ blocks: 0, sealed: 0, unsealed: 10 });
    expect(look([], []).faults).toEqual([]);
  });
  test("may have numbers with gaps between its rows", () => {
    const sparse = TEN.map(({ number }) => row(number * 5));
    expect(look(sparse, sealed(sparse), headsOf(sealed(sparse), sparse)).faults).toEqual([]);
  });
});

describe("the row is named", () => {
  test("that was changed after it was sealed, and no other", () => {
    for (let number = 1; number <= 9; number++) {
      const blockOfIt = Math.ceil(number / 3);
      expect(look(changed(number), BLOCKS).said).toEqual([["posting_changed", blockOfIt, number, `row ${number}`]]);
    }
    expect(look(changed(10), BLOCKS).faults).toEqual([]);
  });
  test.each([
    ["the first of its block", [4], [4]],
    ["in the middle", [5], [5]],
    ["the last of its block", [6], [6]],
    ["with its neighbour", [4, 5], [4, 4]],
    ["with the next but one", [4, 6], [4, 6]],
    ["with all of its block", [4, 5, 6], [4, 4, 4]],
  ])("that is missing: %s", (_, numbers, named) => {
    expect(look(without(...numbers), BLOCKS).said).toEqual(
      numbers.map((number, index) => ["posting_missing", 2, named[index], `row ${number}`]),
    );
  });
  test("that was put in among sealed ones", () => {
    const stranger = row(5, "new", "stranger");
    const more = [...TEN.slice(0, 5), stranger, ...TEN.slice(5)];
    expect(look(more, BLOCKS).said).toEqual([["posting_inserted", 2, 5, "stranger"]]);
  });
  test("that took another's place: one inserted, one missing", () => {
    const swapped = TEN.map((one) => (one.number === 5 ? row(5, one.text, "stranger") : one));
    expect(look(swapped, BLOCKS).said).toEqual([
      ["posting_inserted", 2, 5, "stranger"],
      ["posting_missing", 2, 5, "row 5"],
    ]);
  });
  test.each(["deals", "audit"] as const)(
    "as a row in the chain of %s, and a posting in the ledger's alone",
    (chain) => {
      const blocks = sealed(TEN, chain);
      const kinds = (rows: readonly Row[]) =>
        look(rows, blocks, [], chain).faults.map((fault) => [fault.kind, fault.chain]);
      expect(kinds(changed(5))).toEqual([["row_changed", chain]]);
      expect(kinds(without(5))).toEqual([["row_missing", chain]]);
      expect(kinds([...TEN.slice(0, 5), row(5, "", "x"), ...TEN.slice(5)])).toEqual([["row_inserted", chain]]);
    },
  );
});

describe("the block is named", () => {
  const cases: [string, StoredBlock, string, RegExp][] = [
    ["with another field", { ...block(2), sealedAt: 9 }, "block_changed", /hash/],
    ["with another salt", { ...block(2), salt: "00" }, "block_changed", /salt/],
    [
      "with a leaf too few",
      { ...block(2), leaves: block(2).leaves.slice(1) },
      "block_changed",
      /3 rows and lists 2 leaves, 3 ids/,
    ],
    ["with an id too few", { ...block(2), members: block(2).members.slice(1) }, "block_changed", /3 leaves, 2 ids/],
    ["with another leaf", { ...block(2), leaves: [...block(2).leaves.slice(1), GENESIS] }, "block_changed", /root/],
  ];
  test.each(cases)("%s", (_, second, kind, detail) => {
    const [fault] = look(TEN, with2(second)).faults;
    expect(fault).toMatchObject({ kind, block: 2, number: 4, row: null, account: null });
    expect(fault?.detail).toMatch(detail);
  });
  test("that is signed by nobody, or by a key that nobody trusts", () => {
    expect(look(TEN, with2({ ...block(2), signature: "00" })).faults).toMatchObject([
      { kind: "signature_wrong", block: 2, number: 4, row: null, detail: "not signed by key k1" },
    ]);
    const last = resigned(block(3), { key: "k2" });
    expect(look(TEN, [block(1), block(2), last]).faults).toMatchObject([
      { kind: "key_unknown", block: 3, number: 7, row: null, detail: "key k2 is not one of those trusted" },
    ]);
  });
  test("that is missing, while its rows are nobody's and those after it are still held against theirs", () => {
    expect(look(TEN, [block(1), block(3)]).faults).toMatchObject([
      { kind: "block_missing", block: 2, number: 4, row: null, detail: "block 3 follows block 1" },
    ]);
    expect(look(changed(8), [block(2), block(3)]).said).toEqual([
      ["block_missing", 1, 1, null],
      ["posting_changed", 3, 8, "row 8"],
    ]);
    expect(look(TEN, [block(1), block(3)]).report).toEqual({ blocks: 2, sealed: 9, unsealed: 1 });
  });
  test("that names another before it", () => {
    const last = resigned(block(3), { previous: GENESIS });
    expect(look(TEN, [block(1), block(2), last]).said).toEqual([["block_out_of_chain", 3, 7, null]]);
    const first = resigned(block(1), { previous: block(3).hash });
    expect(look(TEN, [first]).said).toEqual([["block_out_of_chain", 1, 1, null]]);
  });
  test("whose numbers overlap those before it, or end before they begin", () => {
    const overlapping = resigned(block(3), { first: 6 });
    expect(look(TEN, [block(1), block(2), overlapping]).said).toEqual([["block_changed", 3, 6, null]]);
    const backwards = resigned(block(3), { last: 6 });
    expect(look(TEN, [block(1), block(2), backwards]).said[0]).toEqual(["block_changed", 3, 7, null]);
    const ofOne = [row(1), row(2), row(3)].map((one) => ({ ...one, number: 3 }));
    expect(look(ofOne, sealed(ofOne)).faults).toEqual([]);
  });
});

describe("a head kept outside", () => {
  test("names the row where a chain that was sealed anew begins to differ", () => {
    const rows = changed(5);
    expect(look(rows, sealed(rows), HEADS).said).toEqual([
      ["head_differs", 2, 4, null],
      ["posting_changed", 2, 5, "row 5"],
      ["head_differs", 3, 7, null],
    ]);
  });
  test("says which row is missing at the end of what was sealed anew", () => {
    const blocks = with2(resigned(block(2), { sealedAt: 2 }));
    expect(look(without(6), blocks, HEADS).said).toEqual([
      ["head_differs", 2, 4, null],
      ["posting_missing", 2, 6, null],
      ["block_out_of_chain", 3, 7, null],
    ]);
    expect(look(without(6), blocks, HEADS, "deals").said[1]).toEqual(["row_missing", 2, 6, null]);
    expect(look(changed(6), blocks, HEADS, "deals").said[1]).toEqual(["row_changed", 2, 6, "row 6"]);
  });
  test("still finds its rows where a block in the database says that it begins later", () => {
    const second = resigned(block(2), { first: 5 });
    expect(look(changed(4), with2(second), HEADS).said.slice(0, 2)).toEqual([
      ["head_differs", 2, 5, null],
      ["posting_changed", 2, 4, "row 4"],
    ]);
  });
  test("accuses no row where only the block is another", () => {
    const redone = sealed(TEN, "ledger", 2);
    expect(look(TEN, redone, HEADS).said.map(([kind]) => kind)).toEqual([
      "head_differs",
      "head_differs",
      "head_differs",
    ]);
  });
  test("finds its rows again where the block before it was stretched over them", () => {
    const stretched = [resigned(block(1), { last: 6 }), resigned(block(2), { sealedAt: 2 })];
    expect(look(changed(5), stretched, HEADS.slice(0, 2)).said).toEqual([
      ["head_differs", 1, 1, null],
      ["block_out_of_chain", 2, 4, null],
      ["block_changed", 2, 4, null],
      ["head_differs", 2, 4, null],
      ["posting_changed", 2, 5, "row 5"],
    ]);
  });
  test("that is not signed by a known key counts for nothing, and is said", () => {
    const [first, second, third] = HEADS;
    if (!first || !second || !third) throw new Error("three heads");
    const forged = [
      { ...first, key: "k2" },
      { ...second, signature: "00" },
      { ...third, sealedAt: 5 },
    ];
    expect(look(TEN, BLOCKS, forged).said).toEqual([
      ["signature_wrong", 1, 1, null],
      ["signature_wrong", 2, 4, null],
      ["signature_wrong", 3, 7, null],
    ]);
    const claimed = [{ ...first, hash: GENESIS }];
    expect(look(TEN, BLOCKS, claimed).said).toEqual([["signature_wrong", 1, 1, null]]);
  });
  test("may be written down twice, but not in two ways", () => {
    expect(look(TEN, BLOCKS, [...HEADS, ...HEADS]).faults).toEqual([]);
    const other = headsOf(sealed(TEN, "ledger", 2), TEN).slice(0, 1);
    expect(look(TEN, BLOCKS, [...HEADS, ...other]).said).toEqual([["head_differs", 1, 1, null]]);
  });
  test("whose block is gone says that the end was cut off, and how much of it", () => {
    const cut = look(TEN, BLOCKS.slice(0, 1), [...HEADS].reverse());
    expect(cut.faults).toMatchObject([
      { kind: "tail_cut", block: 2, number: 4, row: null, detail: "2 sealed blocks are missing at the end" },
    ]);
    expect(look([], [], HEADS).said).toEqual([["tail_cut", 1, 1, null]]);
  });
});
