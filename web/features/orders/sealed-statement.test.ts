import { expect, test } from "vitest";
import { checkHere, headsIn, statementIn } from "./sealed-statement.ts";

/** As a server gave it: one posting alone in its block, signed. */
const answer = {
  version: 1,
  deal: "01a20348-8755-7681-aa52-a89769aed12b",
  postings: [
    {
      shard: 43,
      id: "01a20348-8949-7469-8d6d-216f5889302b",
      number: 5,
      key: "fund:deal_01a2034887557681aa52a89769aed12b",
      fingerprint: "9b1621adcf734e69aedb9d6c051b2fe4",
      kind: "fund",
      deal: "01a20348-8755-7681-aa52-a89769aed12b",
      at: 1795351415113000,
      hidden: "e4693646998d490cd2399b6f3ae358ca726abd5116dc8446905f0c368b2d8c18",
      entries: [
        { code: "escrow:deal_01a2034887557681aa52a89769aed12b", currency: "INR", amount: 34800 },
        { code: "clearing:cashfree", currency: "INR", amount: -34800 },
      ],
      inclusion: { block: 4, index: 0, path: [] },
    },
  ],
  blocks: [
    {
      chain: "ledger",
      number: 4,
      first: 5,
      last: 5,
      count: 1,
      root: "3feb439fc1345ddf8012091df7463cb23fd446f3d1306fc1aad19cfb281f3b09",
      previous: "36871392079bd58755a5cd83115f2d24bd62458047736211689a8cd815bad8b9",
      sealedAt: 1795351446718000,
      key: "b427b11bed0243c2",
      saltHash: "b04bcfc6ddfc4f6c9b76d57265d92884d80c07f2ed9d99a55873670e0b5ae371",
      hash: "26b52c4624fc427939083a7f0cd0dfe5f5aaaccadcc59bae64f7be60c4bd6f5c",
      signature:
        "0191ba5a14eed22cedcb1dd97194db6ba4ca9d4a88cdfcf36fbfe8df59d56e6c84de83e4f676bfd50e0b07bf3ff64c8d67a68c1502bcdec53fd0efc90805a70c",
    },
  ],
  keys: { b427b11bed0243c2: "8992ef8ca0d031e95afdbcecb1683519a55c60703e82ab2780dd070100a4d142" },
};
const deal = `deal_${answer.deal.replaceAll("-", "")}`;

/** The same with one text in it replaced, everywhere. */
const changed = (from: string, to: string): unknown => {
  const text = JSON.stringify(answer);
  expect(text).toContain(from);
  return JSON.parse(text.replaceAll(from, to));
};
const faultsOf = async (given: unknown): Promise<string[]> => {
  const verdict = await checkHere(given, deal);
  return verdict.kind === "checked" ? verdict.report.faults.map(({ kind }) => kind) : [verdict.kind];
};

test("a statement is proven by the browser's own cryptography, and its block is named with its time", async () => {
  expect(await checkHere(answer, deal)).toEqual({
    kind: "checked",
    report: { ok: true, trusted: false, sealed: 1, unsealed: 0, faults: [] },
    blocks: [{ number: 4, sealedAt: "2026-11-22T12:44:06.718Z" }],
    keys: ["b427b11bed0243c2"],
  });
});

test.each([
  ["an amount that was changed on both sides", "34800", "34801", "not_in_block"],
  ["an amount that was changed on one side", ":34800", ":34801", "sum_not_zero"],
  ["a time that was moved", "1795351415113000", "1795351415113001", "not_in_block"],
  ["a block that was sealed anew", "1795351446718000", "1795351446718001", "block_hash_wrong"],
  ["a signature that was changed", "0191ba5a", "0191ba5b", "signature_wrong"],
  ["a signature by a key that is not named", '"b427b11bed0243c2":"', '"b427b11bed0243c3":"', "key_unknown"],
])("%s is refused", async (_, from, to, fault) => {
  expect(await faultsOf(changed(from, to))).toEqual([fault]);
});

test("a kept statement is refused when the marketplace shows another block of that number today", async () => {
  const verdict = await checkHere(answer, deal, new Map([[4, "0".repeat(64)]]));
  expect(verdict).toMatchObject({ report: { ok: false, faults: [{ kind: "head_differs", block: 4 }] } });
  expect(await checkHere(answer, deal, headsIn(answer))).toMatchObject({ report: { ok: true } });
});

test("a posting that no block holds yet is counted as such and proves nothing", async () => {
  const [posting] = answer.postings;
  const fresh = { ...answer, blocks: [], keys: {}, postings: [{ ...posting, hidden: "", inclusion: null }] };
  expect(await checkHere(fresh, deal)).toMatchObject({ report: { ok: true, sealed: 0, unsealed: 1 }, blocks: [] });
});

test("a statement of another order is told apart from a false one", async () => {
  expect(await checkHere(answer, "deal_01a2034887557681aa52000000000000")).toEqual({ kind: "another_order" });
});

test("what is no statement is not checked", async () => {
  for (const given of [null, 1, "x", [], {}, { postings: [] }, changed('"count":1', '"count":"1"')]) {
    expect(statementIn(given)).toBe(null);
    expect(await checkHere(given, deal)).toEqual({ kind: "not_a_statement" });
  }
});
