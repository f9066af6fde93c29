import { createWriter, type Field, type Sha256, TAGS, type Writer } from "./encoding.ts";
import { valueAt } from "./lists.ts";
import type { Digest } from "./merkle.ts";

/** What is sealed, each kind in a chain of blocks of its own: postings of the ledger, events of deals, the audit log. */
export const CHAINS = ["ledger", "deals", "audit"] as const;
export type Chain = (typeof CHAINS)[number];

/** An entry as the ledger holds it. Amounts are whole minor units; uuids have dashes and lower-case digits. */
export type EntryRecord = {
  readonly account: string;
  readonly code: string;
  readonly currency: string;
  readonly amount: number;
  readonly seq: number;
  readonly balanceAfter: number;
};

/** A posting as the ledger holds it. `at` counts microseconds since 1970-01-01T00:00:00Z. */
export type PostingRecord = {
  readonly shard: number;
  readonly id: string;
  readonly number: number;
  readonly key: string;
  readonly fingerprint: string;
  readonly kind: string;
  readonly deal: string | null;
  readonly at: number;
  /** In the order of `inOrder`. */
  readonly entries: readonly EntryRecord[];
};

/** What a party to a deal may see of a posting. Running balances of other people's accounts are in `hidden`, as a hash. */
export type PublicPosting = Omit<PostingRecord, "entries"> & {
  readonly hidden: Digest;
  readonly entries: readonly Pick<EntryRecord, "code" | "currency" | "amount">[];
};

/** Entries are encoded by account, then by sequence number. */
export function inOrder(entries: readonly EntryRecord[]): readonly EntryRecord[] {
  const isOrdered = entries.every((entry, at) => at === 0 || compare(valueAt(entries, at - 1), entry) <= 0);
  return isOrdered ? entries : [...entries].sort(compare);
}

const compare = (a: EntryRecord, b: EntryRecord): number =>
  a.account < b.account ? -1 : a.account > b.account ? 1 : a.seq - b.seq;

/** The part of a posting that only holders of the salt can recompute. `salt` is the block's, in hex. */
export function writeHidden(writer: Writer, posting: PostingRecord, salt: string): void {
  writer.start(TAGS.hidden);
  writer.put("balances");
  writer.put(salt);
  writer.put(posting.id);
  writer.put(posting.entries.length);
  for (const { account, seq, balanceAfter } of posting.entries) {
    writer.put(account);
    writer.put(seq);
    writer.put(balanceAfter);
  }
}

/** The columns of a posting that its leaf begins with, in their order. */
export const POSTING_FIELDS = ["shard", "id", "number", "key", "fingerprint", "kind", "deal", "at"] as const;

/** The leaf of a posting, from what a party may see. */
export function writePosting(
  writer: Writer,
  posting: Omit<PublicPosting, "hidden">,
  hidden: Digest,
  tag: number = TAGS.leaf,
): void {
  writer.start(tag);
  writer.put("posting");
  for (const name of POSTING_FIELDS) writer.put(posting[name]);
  writer.put(hidden);
  writer.put(posting.entries.length);
  for (const { code, currency, amount } of posting.entries) {
    writer.put(code);
    writer.put(currency);
    writer.put(amount);
  }
}

/** A tag is the beginning of a hash: enough to find a row by, and nothing to trust. */
export const TAG_DIGITS = 8;

/** Hashes postings to leaves, with one buffer for all of them. */
export function postingHasher(sha256: Sha256) {
  const writer = createWriter();
  const hidden = (posting: PostingRecord, salt: string): Digest => {
    writeHidden(writer, posting, salt);
    return sha256(writer.bytes());
  };
  return {
    hidden,
    /** What says which posting it was, without the balances; see `OutsideHead`. */
    tag(posting: PostingRecord): string {
      writePosting(writer, posting, "", TAGS.tag);
      return sha256(writer.bytes()).slice(0, TAG_DIGITS);
    },
    leaf(posting: PostingRecord, salt: string): Digest {
      const digest = hidden(posting, salt);
      writePosting(writer, posting, digest);
      return sha256(writer.bytes());
    },
  };
}

/** How many columns an audit entry had before it said by what and from where it was made. */
const AUDIT_FIELDS_BEFORE = 9;

/**
 * The bytes of a leaf of the other chains: the word, then the row's columns in the documented order. An audit entry that has none of the
 * columns added later is encoded as it was before there were any; no two entries that differ encode alike.
 */
export function rowLeaf(writer: Writer, word: "event" | "audit", fields: readonly Field[]): Uint8Array {
  const later = word === "audit" ? fields.slice(AUDIT_FIELDS_BEFORE) : [];
  const isAsBefore = later.every((field) => field === null);
  writer.start(TAGS.leaf);
  writer.put(later.length > 0 && !isAsBefore ? "audit2" : word);
  for (const field of isAsBefore && word === "audit" ? fields.slice(0, AUDIT_FIELDS_BEFORE) : fields) writer.put(field);
  return writer.bytes();
}
