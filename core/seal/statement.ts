import { type Head, headerBytes } from "./block.ts";
import { createWriter } from "./encoding.ts";
import { type Digest, nodeBytes, sidesOf } from "./merkle.ts";
import { type PublicPosting, writePosting } from "./records.ts";

/** Where a posting stands in its block: the path leads from its leaf to the block's root. */
export type Inclusion = { readonly block: number; readonly index: number; readonly path: readonly Digest[] };

export type SealedPosting = PublicPosting & {
  /** Null for a posting so new that no block holds it yet. */
  readonly inclusion: Inclusion | null;
};

/** What a party to a deal takes home: the deal's postings, and how each is bound to a signed block. */
export type DealStatement = {
  readonly version: number;
  /** The uuid of the deal, with dashes. */
  readonly deal: string;
  readonly postings: readonly SealedPosting[];
  readonly blocks: readonly Head[];
  /** Public keys (32 bytes in hex) by their ids, as the marketplace says them. */
  readonly keys: Readonly<Record<string, string>>;
};

/** What core cannot do itself. Both may answer at once or later, so that Node's crypto and the browser's fit. */
export type StatementMeans = {
  readonly sha256: (bytes: Uint8Array) => Digest | Promise<Digest>;
  /** Ed25519: public key (32 bytes) and signature (64 bytes) in hex. */
  readonly verify: (publicKey: string, message: Uint8Array, signature: string) => boolean | Promise<boolean>;
  /** Keys that the reader trusts from elsewhere. Without them the statement's own are used, and `trusted` is false. */
  readonly trustedKeys?: Readonly<Record<string, string>>;
  /** Hashes of blocks that the reader knows from elsewhere, by number: a head written down, or one of another party. */
  readonly knownHeads?: ReadonlyMap<number, Digest>;
};

export type StatementFault = {
  readonly kind:
    | "version_unknown"
    | "block_hash_wrong"
    | "key_unknown"
    | "signature_wrong"
    | "head_differs"
    | "posting_of_another_deal"
    | "posting_twice"
    | "sum_not_zero"
    | "block_not_given"
    | "outside_of_block"
    | "not_in_block";
  readonly block: number | null;
  readonly posting: string | null;
};

export type StatementReport = {
  readonly ok: boolean;
  /** Whether the signatures were checked with keys that did not come with the statement. */
  readonly trusted: boolean;
  readonly sealed: number;
  readonly unsealed: number;
  readonly faults: readonly StatementFault[];
};

/** Checks a statement by itself, without the marketplace. It proves what is in it; it cannot prove that nothing was left out. */
export async function checkStatement(statement: DealStatement, means: StatementMeans): Promise<StatementReport> {
  const faults: StatementFault[] = [];
  if (statement.version !== 1) faults.push({ kind: "version_unknown", block: null, posting: null });
  for (const block of statement.blocks) {
    const kind = await faultOfBlock(block, statement, means);
    if (kind) faults.push({ kind, block: block.number, posting: null });
  }
  const seen = new Set<string>();
  for (const posting of statement.postings) {
    const kind = seen.has(posting.id) ? "posting_twice" : await faultOfPosting(posting, statement, means);
    if (kind) faults.push({ kind, block: posting.inclusion?.block ?? null, posting: posting.id });
    seen.add(posting.id);
  }
  const unsealed = statement.postings.filter(({ inclusion }) => inclusion === null).length;
  return {
    ok: faults.length === 0,
    trusted: means.trustedKeys !== undefined,
    sealed: statement.postings.length - unsealed,
    unsealed,
    faults,
  };
}

async function faultOfBlock(
  block: Head,
  { keys }: DealStatement,
  { sha256, verify, trustedKeys, knownHeads }: StatementMeans,
): Promise<StatementFault["kind"] | null> {
  const bytes = headerBytes(block);
  if (block.chain !== "ledger" || (await sha256(bytes)) !== block.hash) return "block_hash_wrong";
  const trusted = trustedKeys ?? keys;
  const key = Object.hasOwn(trusted, block.key) ? trusted[block.key] : undefined;
  if (key === undefined) return "key_unknown";
  if (!(await verify(key, bytes, block.signature))) return "signature_wrong";
  const known = knownHeads?.get(block.number);
  return known !== undefined && known !== block.hash ? "head_differs" : null;
}

async function faultOfPosting(
  posting: SealedPosting,
  { deal, blocks }: DealStatement,
  { sha256 }: StatementMeans,
): Promise<StatementFault["kind"] | null> {
  if (posting.deal !== deal) return "posting_of_another_deal";
  if (!sumsToZero(posting)) return "sum_not_zero";
  const { inclusion } = posting;
  if (!inclusion) return null;
  const block = blocks.find(({ number }) => number === inclusion.block);
  if (!block) return "block_not_given";
  if (posting.number < block.first || posting.number > block.last) return "outside_of_block";
  const writer = createWriter();
  writePosting(writer, posting, posting.hidden);
  const root = await rootAbove(await sha256(writer.bytes()), inclusion, block.count, sha256);
  return root === block.root ? null : "not_in_block";
}

function sumsToZero({ entries }: PublicPosting): boolean {
  const sums = new Map<string, number>();
  for (const { currency, amount } of entries) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return entries.length > 0 && [...sums.values()].every((sum) => sum === 0);
}

/** The root that a leaf and its path lead to; null when the path has another form. */
export async function rootAbove(
  leaf: Digest,
  { index, path }: Inclusion,
  count: number,
  sha256: StatementMeans["sha256"],
): Promise<Digest | null> {
  const sides = sidesOf(index, count, path);
  if (!sides) return null;
  let at = leaf;
  for (const [step, beside] of path.entries()) {
    at = await sha256(sides[step] === "left" ? nodeBytes(beside, at) : nodeBytes(at, beside));
  }
  return at;
}
