import { createWriter, type Field, type Sha256, TAGS, type Writer } from "./encoding.ts";
import { integerAt, numberAt } from "./lists.ts";
import type { Digest } from "./merkle.ts";
import { TAG_DIGITS } from "./records.ts";

/**
 * Postings as columns, by place: there are millions. What leaves are made of is encoded once, from the bytes of the row when it is read,
 * and no object with eight texts is made for each.
 */
export type PostingColumns = {
  readonly length: number;
  /** NaN at a place that only entries name. */
  readonly number: Float64Array;
  readonly shard: Int32Array;
  /** In `bytes`: the id as one field, then from `open` to `end` the leaf of the posting up to its time. */
  readonly start: Float64Array;
  readonly open: Float64Array;
  readonly end: Float64Array;
  readonly bytes: Uint8Array;
};

const NONE = new Float64Array(0);
const NO_PLACES: PostingColumns = {
  ...{ length: 0, number: NONE, shard: new Int32Array(0), start: NONE, open: NONE, end: NONE },
  bytes: new Uint8Array(0),
};

/**
 * Takes postings in any order, each at its place: after `open` its id is put, after `openLeaf` the columns of `POSTING_FIELDS`, and
 * `close` says which posting it was. One that is not closed was never there.
 */
export function postingColumns() {
  const writer = createWriter();
  let { number, shard, start, open, end } = withPlaces(NO_PLACES, 1024);
  let [ownStart, ownOpen] = [0, 0];
  const widen = (length: number): void => {
    ({ number, shard, start, open, end } = withPlaces({ ...NO_PLACES, number, shard, start, open, end }, length * 2));
  };
  return {
    has: (place: number): boolean => number[place] !== undefined && !Number.isNaN(number[place]),
    open(): Writer {
      ownStart = writer.length();
      return writer;
    },
    openLeaf(): void {
      ownOpen = writer.length();
      writer.open(TAGS.leaf);
      writer.put("posting");
    },
    close(place: number, ofShard: number, ofNumber: number): void {
      if (place >= number.length) widen(place + 1);
      start[place] = ownStart;
      open[place] = ownOpen;
      end[place] = writer.length();
      shard[place] = ofShard;
      number[place] = ofNumber;
    },
    /** `length`: how many places there are, those included that only entries name. */
    finish: (length: number): PostingColumns =>
      withPlaces({ length, number, shard, start, open, end, bytes: writer.bytes() }, length),
  };
}

/** The same with more places, which have no row. */
export function withPlaces(columns: PostingColumns, length: number): PostingColumns {
  const { number, shard, start, open, end } = columns;
  if (length <= number.length) return { ...columns, length };
  return {
    ...{ length, bytes: columns.bytes },
    number: widened(number, new Float64Array(length).fill(Number.NaN)),
    shard: widened(shard, new Int32Array(length)),
    start: widened(start, new Float64Array(length)),
    open: widened(open, new Float64Array(length)),
    end: widened(end, new Float64Array(length)),
  };
}

function widened<T extends Int32Array | Float64Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

/** What is encoded of accounts, once for all of their entries: the id from `start`, code and currency from `code` to `end`. */
type AccountTexts = {
  readonly start: Int32Array;
  readonly code: Int32Array;
  readonly end: Int32Array;
  readonly bytes: Uint8Array;
};

export function accountTexts(rows: readonly (readonly [id: Field, code: Field, currency: Field])[]): AccountTexts {
  const writer = createWriter();
  const [start, code, end] = [new Int32Array(rows.length), new Int32Array(rows.length), new Int32Array(rows.length)];
  for (const [place, [id, name, currency]] of rows.entries()) {
    start[place] = writer.length();
    writer.put(id);
    code[place] = writer.length();
    writer.put(name);
    writer.put(currency);
    end[place] = writer.length();
  }
  return { start, code, end, bytes: writer.bytes() };
}

/** The columns of entries that are hashed. */
export type HashedEntries = {
  readonly account: Int32Array;
  readonly seq: Float64Array;
  readonly amount: Float64Array;
  readonly balanceAfter: Float64Array;
};

/** The places of a posting's entries, in order: the first `length` of a list that the next posting uses again. */
export type Own = { places: Int32Array; length: number };

/** Hashes postings out of columns, to what `postingHasher` makes of records. */
export function columnHasher(postings: PostingColumns, accounts: AccountTexts, entries: HashedEntries, sha256: Sha256) {
  const [hidden, open] = [createWriter(), createWriter()];
  let [salted, saltEnd]: [string | null, number] = [null, 0];
  const startHidden = (salt: string): void => {
    if (salt !== salted) {
      hidden.start(TAGS.hidden);
      hidden.put("balances");
      hidden.put(salt);
      [salted, saltEnd] = [salt, hidden.length()];
    }
    hidden.cut(saltEnd);
  };
  const hiddenOf = (place: number, own: Own, salt: string): Digest => {
    startHidden(salt);
    hidden.copy(postings.bytes, numberAt(postings.start, place), numberAt(postings.open, place));
    hidden.put(own.length);
    for (let step = 0; step < own.length; step++) {
      const at = integerAt(own.places, step);
      const account = integerAt(entries.account, at);
      hidden.copy(accounts.bytes, integerAt(accounts.start, account), integerAt(accounts.code, account));
      hidden.put(numberAt(entries.seq, at));
      hidden.put(numberAt(entries.balanceAfter, at));
    }
    return sha256(hidden.bytes());
  };
  const openOf = (place: number, own: Own, digest: string): Uint8Array => {
    open.cut(0);
    open.copy(postings.bytes, numberAt(postings.open, place), numberAt(postings.end, place));
    open.put(digest);
    open.put(own.length);
    for (let step = 0; step < own.length; step++) {
      const at = integerAt(own.places, step);
      const account = integerAt(entries.account, at);
      open.copy(accounts.bytes, integerAt(accounts.code, account), integerAt(accounts.end, account));
      open.put(numberAt(entries.amount, at));
    }
    return open.bytes();
  };
  return {
    leaf: (place: number, own: Own, salt: string): Digest => sha256(openOf(place, own, hiddenOf(place, own, salt))),
    tag(place: number, own: Own): string {
      const bytes = openOf(place, own, "");
      bytes[0] = TAGS.tag;
      return sha256(bytes).slice(0, TAG_DIGITS);
    },
  };
}
