import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  checkStatement,
  type DealStatement,
  GENESIS,
  type Head,
  headerBytes,
  type PostingRecord,
  pathOf,
  postingHasher,
  rootAbove,
  rootOf,
  type Sha256,
} from "./index.ts";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** Signs by hashing with the key: enough to tell a right signature from a wrong one. */
const signed = (key: string, message: Uint8Array): string =>
  createHash("sha256").update(key).update(message).digest("hex").repeat(2);
const means = {
  sha256,
  verify: (key: string, message: Uint8Array, signature: string) => signed(key, message) === signature,
};

const DEAL = "0199aa00-c0de-7000-a000-00000000002a";
const SALT = "7".repeat(64);
const PUBLIC = "a".repeat(64);

const posting = (number: number, deal: string): PostingRecord => ({
  ...{ shard: 42, id: `0199aa00-c0de-7000-a000-${String(number).padStart(12, "0")}`, number, key: `k:${number}` },
  ...{ fingerprint: "f", kind: "fund", deal, at: 1_772_442_000_000_000 + number },
  entries: [
    { account: "a", code: "escrow:x", currency: "INR", amount: 100 + number, seq: number, balanceAfter: 100 },
    { account: "b", code: "clearing:y", currency: "INR", amount: -100 - number, seq: number, balanceAfter: -100 },
  ],
});

/** A block of some postings, of which every third is the deal's, and the deal's statement. */
function statementOf(size: number): DealStatement {
  const postings = Array.from({ length: size }, (_, index) => posting(index + 1, index % 3 === 0 ? DEAL : "another"));
  const hasher = postingHasher(sha256);
  const leaves = postings.map((one) => hasher.leaf(one, SALT));
  const header = {
    ...{ chain: "ledger" as const, number: 1, first: 1, last: size, count: size, root: rootOf(leaves, sha256) },
    ...{ previous: GENESIS, sealedAt: 1_772_442_001_000_000, key: "k1", saltHash: sha256(new Uint8Array()) },
  };
  const bytes = headerBytes(header);
  return {
    version: 1,
    deal: DEAL,
    postings: postings.flatMap((one, index) =>
      one.deal === DEAL
        ? [
            {
              ...one,
              hidden: hasher.hidden(one, SALT),
              inclusion: { block: 1, index, path: pathOf(leaves, index, sha256) },
            },
          ]
        : [],
    ),
    blocks: [{ ...header, hash: sha256(bytes), signature: signed(PUBLIC, bytes) }],
    keys: { k1: PUBLIC },
  };
}

/** The statement with one thing changed in its second posting or in its block. */
function changed(statement: DealStatement, change: { posting?: object; block?: Partial<Head> }): DealStatement {
  return {
    ...statement,
    postings: statement.postings.map((one, index) => (index === 1 ? { ...one, ...change.posting } : one)),
    blocks: statement.blocks.map((one) => ({ ...one, ...change.block })),
  };
}

test("a proof leads from every leaf of every size of block to its root, and from no other place", async () => {
  for (let size = 1; size <= 33; size++) {
    const leaves = Array.from({ length: size }, (_, index) => sha256(Uint8Array.of(0, index)));
    const root = rootOf(leaves, sha256);
    for (const [index, leaf] of leaves.entries()) {
      const path = pathOf(leaves, index, sha256);
      expect(await rootAbove(leaf, { block: 1, index, path }, size, sha256)).toBe(root);
      if (index + 1 < size)
        expect(await rootAbove(leaf, { block: 1, index: index + 1, path }, size, sha256)).not.toBe(root);
      expect(await rootAbove(leaf, { block: 1, index, path: [...path, leaf] }, size, sha256)).toBeNull();
    }
  }
});

describe("a statement", () => {
  test("that nobody touched is proven, and says whose keys were trusted", async () => {
    for (const size of [4, 5, 8, 129]) {
      const report = await checkStatement(statementOf(size), means);
      expect(report).toEqual({ ok: true, trusted: false, sealed: Math.ceil(size / 3), unsealed: 0, faults: [] });
    }
    expect(await checkStatement(statementOf(4), { ...means, trustedKeys: { k1: PUBLIC } })).toMatchObject({
      ok: true,
      trusted: true,
    });
  });

  test("is checked with a hash that answers later, as a browser's does", async () => {
    const later = {
      sha256: async (bytes: Uint8Array) => sha256(bytes.slice()),
      verify: async (...all: Parameters<typeof means.verify>) => means.verify(...all),
    };
    expect((await checkStatement(statementOf(7), later)).ok).toBe(true);
  });

  test("with a posting that is not sealed yet says so", async () => {
    const report = await checkStatement(changed(statementOf(7), { posting: { inclusion: null, hidden: "" } }), means);
    expect(report).toMatchObject({ ok: true, sealed: 2, unsealed: 1 });
  });

  test("with a posting that is not sealed yet is still double entry", async () => {
    const posting = { inclusion: null, hidden: "", entries: [] };
    expect((await checkStatement(changed(statementOf(7), { posting }), means)).faults).toMatchObject([
      { kind: "sum_not_zero", block: null },
    ]);
  });

  const entries = posting(4, DEAL).entries;
  const lone = { code: "wallet:z", amount: 1 };
  test.each([
    ["another amount", { entries: entries.map((entry) => ({ ...entry, amount: entry.amount * 2 })) }, "not_in_block"],
    ["a lone amount", { entries: entries.slice(1) }, "sum_not_zero"],
    ["no entries", { entries: [] }, "sum_not_zero"],
    ["one currency right and one wrong", { entries: [...entries, { ...lone, currency: "SAR" }] }, "sum_not_zero"],
    ["another account", { entries: entries.map((entry) => ({ ...entry, code: "wallet:z" })) }, "not_in_block"],
    ["another time", { at: 1 }, "not_in_block"],
    ["another kind", { kind: "refund" }, "not_in_block"],
    ["other hidden balances", { hidden: "0".repeat(64) }, "not_in_block"],
    ["a number outside its block", { number: 9_999 }, "outside_of_block"],
    ["another deal", { deal: "another" }, "posting_of_another_deal"],
    ["a block that is not given", { inclusion: { block: 2, index: 3, path: [] } }, "block_not_given"],
    ["the id of its neighbour", { id: posting(1, DEAL).id }, "posting_twice"],
  ])("with %s in a posting is refused, and the posting named", async (_, change, kind) => {
    const statement = changed(statementOf(7), { posting: change });
    const { ok, faults } = await checkStatement(statement, means);
    expect(ok).toBe(false);
    expect(faults.map((fault) => [fault.kind, fault.posting])).toEqual([[kind, statement.postings[1]?.id]]);
  });

  test.each([
    ["another root", { root: "0".repeat(64) }, "block_hash_wrong"],
    ["another time", { sealedAt: 1 }, "block_hash_wrong"],
    ["another chain", { chain: "audit" as const }, "block_hash_wrong"],
    ["another signature", { signature: "0".repeat(128) }, "signature_wrong"],
  ])("with %s in its block is refused, and the block named", async (_, block, kind) => {
    const { faults } = await checkStatement(changed(statementOf(7), { block }), means);
    expect(faults[0]).toEqual({ kind, block: 1, posting: null });
  });

  test("signed by a key that the reader does not trust is refused", async () => {
    const { faults } = await checkStatement(statementOf(7), { ...means, trustedKeys: { k2: PUBLIC } });
    expect(faults).toEqual([{ kind: "key_unknown", block: 1, posting: null }]);
  });

  test("whose block is not the one that the reader has written down is refused", async () => {
    const { faults } = await checkStatement(statementOf(7), { ...means, knownHeads: new Map([[1, "0".repeat(64)]]) });
    expect(faults).toEqual([{ kind: "head_differs", block: 1, posting: null }]);
  });

  test("of a version that this code does not know is refused", async () => {
    expect((await checkStatement({ ...statementOf(4), version: 2 }, means)).faults[0]?.kind).toBe("version_unknown");
  });
});
