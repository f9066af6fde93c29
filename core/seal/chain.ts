import { GENESIS, type Head, headerBytes, headerHash, saltBytes } from "./block.ts";
import type { Sha256 } from "./encoding.ts";
import type { Digest } from "./merkle.ts";
import type { Chain } from "./records.ts";

/** A block as the database keeps it: with its salt, and with who its leaves are, so that a change can be found to the row. */
export type StoredBlock = Head & {
  readonly salt: string;
  /** The uuids of its rows, in order. */
  readonly members: readonly string[];
  readonly leaves: readonly Digest[];
};

/** A head as it was written outside the database, with a tag of each of its rows: when a whole chain was made anew, they say where. */
export type OutsideHead = Head & { readonly tags: readonly string[] };

export type FaultKind =
  | "row_unreadable"
  | "posting_missing"
  | "posting_inserted"
  | "posting_changed"
  | "posting_without_entries"
  | "posting_twice"
  | "sum_not_zero"
  | "entry_without_posting"
  | "entry_without_account"
  | "currency_differs"
  | "seq_breaks"
  | "balance_breaks"
  | "account_balance_wrong"
  | "row_missing"
  | "row_inserted"
  | "row_changed"
  | "block_missing"
  | "block_changed"
  | "block_out_of_chain"
  | "key_unknown"
  | "signature_wrong"
  | "head_differs"
  | "tail_cut";

export type Fault = {
  readonly kind: FaultKind;
  readonly chain: Chain;
  /** The number of the row in its chain that the fault is first seen at; null where there is none to name. */
  readonly number: number | null;
  readonly block: number | null;
  /** The uuid of the posting, event or audit entry; null where only a block is known. */
  readonly row: string | null;
  readonly account: string | null;
  readonly detail: string;
};

/** The rows of one chain in the order of their numbers. */
export type Rows = {
  readonly length: number;
  readonly number: (at: number) => number;
  readonly id: (at: number) => string;
  /** Whether that is its id, without making a text of it. */
  readonly is: (at: number, id: string) => boolean;
  readonly leaf: (at: number, salt: string) => Digest;
  readonly tag: (at: number) => string;
};

export type ChainMeans = {
  readonly sha256: Sha256;
  readonly verify: (publicKey: string, message: Uint8Array, signature: string) => boolean;
  /** Public keys in hex by their ids. */
  readonly keys: ReadonlyMap<string, string>;
  /** What a block's leaves lead to, as `rootOf` says it: a caller may have it from another thread. */
  readonly rootOf: (block: StoredBlock) => Digest;
};

export type ChainReport = { readonly blocks: number; readonly sealed: number; readonly unsealed: number };

type Report = (fault: Omit<Fault, "chain" | "account"> & { readonly account?: string }) => void;
type Look = {
  readonly chain: Chain;
  readonly rows: Rows;
  readonly means: ChainMeans;
  readonly outside: ReadonlyMap<number, OutsideHead>;
  readonly report: Report;
};

/** Holds the rows of a chain against its blocks, and the blocks against each other, their signatures and the heads kept outside. */
export function checkChain(
  chain: Chain,
  rows: Rows,
  blocks: readonly StoredBlock[],
  outside: readonly OutsideHead[],
  means: ChainMeans,
  faults: Fault[],
): ChainReport {
  const report: Report = (fault) => faults.push({ chain, account: null, ...fault });
  const look: Look = { chain, rows, means, report, outside: headsByNumber(outside, means, report) };
  const ordered = [...blocks].sort((a, b) => a.number - b.number);
  let at = 0;
  let before: StoredBlock | null = null;
  for (const block of ordered) {
    const follows = checkPlace(look, block, before);
    // Rows of a block that is missing are nobody's: only the block is named.
    while (!follows && at < rows.length && rows.number(at) < block.first) at += 1;
    at = checkRows(look, block, at, checkBlock(look, block));
    before = block;
  }
  checkEnd(look, before);
  return { blocks: ordered.length, sealed: at, unsealed: rows.length - at };
}

/** Heads are trusted only by their signatures; the file may have been copied from place to place. */
function headsByNumber(
  heads: readonly OutsideHead[],
  { sha256, verify, keys }: ChainMeans,
  report: Report,
): Map<number, OutsideHead> {
  const known = new Map<number, OutsideHead>();
  for (const head of heads) {
    const key = keys.get(head.key);
    const signed =
      key !== undefined && headerHash(head, sha256) === head.hash && verify(key, headerBytes(head), head.signature);
    const twin = known.get(head.number);
    const place = { number: head.first, block: head.number, row: null };
    if (!signed)
      report({ kind: "signature_wrong", ...place, detail: "a head kept outside is not signed by a known key" });
    else if (twin && twin.hash !== head.hash)
      report({ kind: "head_differs", ...place, detail: "two signed heads of one number are kept outside" });
    else known.set(head.number, head);
  }
  return known;
}

/** Whether the block before it is the one that should be. */
function checkPlace({ report }: Look, block: StoredBlock, before: StoredBlock | null): boolean {
  const place = { number: block.first, block: block.number, row: null };
  const expected = (before?.number ?? 0) + 1;
  if (block.number !== expected)
    report({
      kind: "block_missing",
      ...place,
      number: before ? before.last + 1 : 1,
      block: expected,
      detail: `block ${block.number} follows block ${expected - 1}`,
    });
  else if (block.previous !== (before?.hash ?? GENESIS))
    report({ kind: "block_out_of_chain", ...place, detail: "it names another block before it" });
  if (block.first <= (before?.last ?? 0) || block.last < block.first)
    report({ kind: "block_changed", ...place, detail: "its numbers overlap the block before" });
  return block.number === expected;
}

/** Whether the block is what was signed, so that its leaves can accuse the rows. */
function checkBlock({ means, report, outside }: Look, block: StoredBlock): boolean {
  const place = { number: block.first, block: block.number, row: null };
  const { verify, keys } = means;
  const wrong = inconsistency(block, means);
  if (wrong) report({ kind: "block_changed", ...place, detail: wrong });
  const key = keys.get(block.key);
  const kind =
    key === undefined ? "key_unknown" : verify(key, headerBytes(block), block.signature) ? null : "signature_wrong";
  if (kind === "key_unknown") report({ kind, ...place, detail: `key ${block.key} is not one of those trusted` });
  if (kind === "signature_wrong") report({ kind, ...place, detail: `not signed by key ${block.key}` });
  const head = outside.get(block.number);
  const differs = head !== undefined && head.hash !== block.hash;
  if (differs) report({ kind: "head_differs", ...place, detail: `the head kept outside is ${head.hash}` });
  return !wrong && !kind && !differs;
}

function inconsistency(block: StoredBlock, { sha256, rootOf }: ChainMeans): string | null {
  if (headerHash(block, sha256) !== block.hash) return "its hash is not that of its fields";
  if (sha256(saltBytes(block.salt)) !== block.saltHash) return "its salt is another";
  if (block.leaves.length !== block.count || block.members.length !== block.count)
    return `it counts ${block.count} rows and lists ${block.leaves.length} leaves, ${block.members.length} ids`;
  return rootOf(block) === block.root ? null : "its leaves do not lead to its root";
}

/** Walks the rows up to the block's last number beside the block's list. Answers where the next block's rows begin. */
function checkRows(look: Look, block: StoredBlock, from: number, good: boolean): number {
  const { rows } = look;
  let end = from;
  while (end < rows.length && rows.number(end) <= block.last) end += 1;
  const head = look.outside.get(block.number);
  // A block that is not what was signed cannot accuse a row; the head kept outside can.
  if (!good && head) holdAgainstHead(look, head, from);
  else if (!isAsSealed(rows, block, from, end)) compare(look, block, from, end);
  return end;
}

/** The common case: the same rows in the same order, with the same leaves. */
function isAsSealed(rows: Rows, { members, leaves, salt }: StoredBlock, from: number, end: number): boolean {
  if (end - from !== members.length || members.length !== leaves.length) return false;
  return members.every((id, index) => rows.is(from + index, id) && rows.leaf(from + index, salt) === leaves[index]);
}

/** Names the first row that is not the one whose tag was written outside. */
function holdAgainstHead({ rows, report, chain }: Look, head: OutsideHead, from: number): void {
  const word = chain === "ledger" ? "posting" : "row";
  let at = from;
  while (at > 0 && rows.number(at - 1) >= head.first) at -= 1;
  const detail = "from here on the rows are not those whose head was kept outside";
  const isThere = (): boolean => at < rows.length && rows.number(at) <= head.last;
  const odd = head.tags.findIndex((tag) => {
    if (!isThere() || rows.tag(at) !== tag) return true;
    at += 1;
    return false;
  });
  if (odd < 0) return;
  const place = isThere() ? { number: rows.number(at), row: rows.id(at) } : { number: head.last, row: null };
  report({ kind: isThere() ? `${word}_changed` : `${word}_missing`, ...place, block: head.number, detail });
}

/** Names every row that is missing, added or changed. */
function compare(look: Look, block: StoredBlock, from: number, end: number): void {
  const { rows, report, chain } = look;
  const word = chain === "ledger" ? "posting" : "row";
  const members = new Map(block.members.map((id, index) => [id, index]));
  const numbers = new Map<string, number>();
  for (let at = from; at < end; at++) {
    const id = rows.id(at);
    const place = { number: rows.number(at), block: block.number, row: id };
    const index = members.get(id);
    if (index === undefined)
      report({ kind: `${word}_inserted`, ...place, detail: "it was not there when its block was sealed" });
    else if (rows.leaf(at, block.salt) !== block.leaves[index])
      report({ kind: `${word}_changed`, ...place, detail: "it is not what was sealed" });
    numbers.set(id, rows.number(at));
  }
  nameMissing(look, block, numbers, `${word}_missing`);
}

/** A missing row's number is not kept; it comes after that of the member before it which is still there. */
function nameMissing(
  { report }: Look,
  { number: block, first, members }: StoredBlock,
  numbers: ReadonlyMap<string, number>,
  kind: FaultKind,
): void {
  let next = first;
  for (const id of members) {
    const number = numbers.get(id);
    if (number === undefined) report({ kind, number: next, block, row: id, detail: "it was sealed and is not there" });
    else next = number + 1;
  }
}

/** Heads kept outside of blocks that the database no longer has. */
function checkEnd({ outside, report }: Look, last: StoredBlock | null): void {
  const lost = [...outside.values()].filter(({ number }) => number > (last?.number ?? 0));
  lost.sort((a, b) => a.number - b.number);
  const [first] = lost;
  if (!first) return;
  report({
    kind: "tail_cut",
    number: first.first,
    block: first.number,
    row: null,
    detail: `${lost.length} sealed blocks are missing at the end`,
  });
}
