import {
  type AccountRow,
  type Books,
  type EntryColumns,
  POSTING_FIELDS,
  type PostingColumns,
  postingColumns,
  type Writer,
  withPlaces,
} from "@amana/core/seal";
import { fieldAt, hasEscape, integerAt, placesOf, type TableReader } from "./ledger-copy-text.ts";
import { momentReader } from "./ledger-moments.ts";
import { type Uuids, uuidTable } from "./ledger-uuids.ts";

/** Accounts and entries as one reader has them: postings are known by their ids only. */
export type Movements = {
  readonly accountIds: readonly string[];
  readonly accounts: readonly (AccountRow | undefined)[];
  readonly postings: Uuids;
  readonly entries: EntryColumns;
};

/** Reads accounts and entries into columns: rows of bytes in, no text or object for each entry. */
export function movementsReader() {
  const [postings, accounts, entries] = [uuidTable(), uuidTable(), entryColumns()];
  const rows: (AccountRow | undefined)[] = [];
  return {
    account: accountReader(rows, accounts.placeAt),
    entry: entryReader(entries, postings.placeAt, accounts.placeAt),
    finish(): Movements {
      const ids = Array.from({ length: accounts.length() }, (_, place) => rows[place]?.id ?? accounts.at(place));
      return { postings, entries: entries.finish(), accountIds: ids, accounts: ids.map((_, place) => rows[place]) };
    },
  };
}

/** Postings with the words of their ids, in the same order: nothing but numbers, which go from thread to thread without being copied. */
export type Postings = { readonly columns: PostingColumns; readonly words: Int32Array };

export function postingsReader() {
  const [ids, columns] = [uuidTable(), postingColumns()];
  return {
    posting: postingReader(columns, ids.placeAt),
    finish: (): Postings => ({ columns: columns.finish(ids.length()), words: ids.words() }),
  };
}

/** The books from both halves: entries are given the places of the postings that were read. */
export function booksOf({ accountIds, accounts, entries, postings }: Movements, { columns, words }: Postings): Books {
  const ids = uuidTable(words);
  const named = postings.words();
  const places = new Int32Array(postings.length()).map((_, place) => ids.placeOf(named, place * 4));
  const posting = entries.posting.map((place) => places[place] ?? 0);
  return {
    ...{ accountIds, accounts, postings: withPlaces(columns, ids.length()), postingIds: ids },
    entries: { ...entries, posting },
  };
}

type PlaceAt = (buffer: Uint8Array, start: number, end: number) => number;

/** The places of the columns that are wanted, in a row of the dump. */
export function indexesOf(columns: readonly string[], names: readonly string[]): number[] {
  return names.map((name) => {
    const index = columns.indexOf(name);
    if (index < 0) throw new Error(`there is no column ${name}`);
    return index;
  });
}

/** Splits rows of a table into fields, each from `start` to `end` of it. Throws for a row of another width. */
export function fieldPlaces(columns: readonly string[]) {
  const starts = new Int32Array(columns.length + 2);
  const momentAt = momentReader();
  const start = (field: number): number => starts[field] ?? 0;
  const end = (field: number): number => (starts[field + 1] ?? 1) - 1;
  const integer = (buffer: Buffer, field: number): number => {
    const value = integerAt(buffer, start(field), end(field));
    if (Number.isNaN(value)) throw new Error("a number that is none, or not exact");
    return value;
  };
  return {
    split(buffer: Buffer, from: number, to: number): void {
      if (placesOf(buffer, from, to, starts) !== columns.length) throw new Error("a row of another width");
    },
    start,
    end,
    text: (buffer: Buffer, field: number): string | null => fieldAt(buffer, start(field), end(field)),
    integer,
    /** One that fits into 32 bits, as it is kept. */
    small(buffer: Buffer, field: number): number {
      const value = integer(buffer, field);
      if (value !== (value | 0)) throw new Error("a number that is too large");
      return value;
    },
    /** A field that is a text as it is sealed: as it stands, unless PostgreSQL had to escape something. */
    putText(buffer: Buffer, field: number, writer: Writer): void {
      const [from, to] = [start(field), end(field)];
      if (hasEscape(buffer, from, to)) writer.put(fieldAt(buffer, from, to));
      else writer.putUtf8(buffer, from, to);
    },
    putMoment: (buffer: Buffer, field: number, writer: Writer): void =>
      writer.put(momentAt(buffer, start(field), end(field))),
  };
}

const ACCOUNT_COLUMNS = ["shard", "id", "code", "currency", "balance", "last_seq"];

const accountReader =
  (rows: (AccountRow | undefined)[], placeAt: PlaceAt): TableReader =>
  (columns) => {
    const [shard = 0, id = 0, code = 0, currency = 0, balance = 0, seq = 0] = indexesOf(columns, ACCOUNT_COLUMNS);
    const fields = fieldPlaces(columns);
    return (buffer, from, to) => {
      fields.split(buffer, from, to);
      const text = (field: number): string => {
        const value = fields.text(buffer, field);
        if (value === null) throw new Error(`no ${columns[field]}`);
        return value;
      };
      const row = {
        ...{ shard: fields.small(buffer, shard), id: text(id), code: text(code), currency: text(currency) },
        ...{ balance: fields.integer(buffer, balance), lastSeq: fields.integer(buffer, seq) },
      };
      rows[placeAt(buffer, fields.start(id), fields.end(id))] = row;
    };
  };

type Fields = ReturnType<typeof fieldPlaces>;
type PutField = (buffer: Buffer, writer: Writer) => void;

/** Puts one field of a posting as it is sealed. */
function putOf(columns: readonly string[], field: (typeof POSTING_FIELDS)[number], fields: Fields): PutField {
  const [index = 0] = indexesOf(columns, [field === "at" ? "posted_at" : field]);
  if (field === "at") return (buffer, writer) => fields.putMoment(buffer, index, writer);
  if (field === "shard" || field === "number") return (buffer, writer) => writer.put(fields.integer(buffer, index));
  return (buffer, writer) => fields.putText(buffer, index, writer);
}

const postingReader =
  (postings: ReturnType<typeof postingColumns>, placeAt: PlaceAt): TableReader =>
  (columns) => {
    const fields = fieldPlaces(columns);
    const puts = POSTING_FIELDS.map((field) => putOf(columns, field, fields));
    const [shard = 0, id = 0, number = 0] = indexesOf(columns, ["shard", "id", "number"]);
    return (buffer, from, to) => {
      fields.split(buffer, from, to);
      const [ofShard, ofNumber] = [fields.small(buffer, shard), fields.integer(buffer, number)];
      const place = placeAt(buffer, fields.start(id), fields.end(id));
      if (postings.has(place)) throw new Error("it is there twice");
      const writer = postings.open();
      writer.putUtf8(buffer, fields.start(id), fields.end(id));
      postings.openLeaf();
      for (const put of puts) put(buffer, writer);
      postings.close(place, ofShard, ofNumber);
    };
  };

const ENTRY_COLUMNS = ["shard", "account", "seq", "posting", "amount", "balance_after"];

/** The table with the most rows. */
const entryReader =
  (entries: Entries, postingAt: PlaceAt, accountAt: PlaceAt): TableReader =>
  (columns) => {
    const [shard = 0, account = 0, seq = 0, posting = 0, amount = 0, balance = 0] = indexesOf(columns, ENTRY_COLUMNS);
    const denomination = columns.indexOf("denomination");
    const fields = fieldPlaces(columns);
    return (buffer, from, to) => {
      fields.split(buffer, from, to);
      const own = fields.small(buffer, shard);
      const number = fields.integer(buffer, seq);
      const moved = fields.integer(buffer, amount);
      const after = fields.integer(buffer, balance);
      const ofPosting = postingAt(buffer, fields.start(posting), fields.end(posting));
      const ofAccount = accountAt(buffer, fields.start(account), fields.end(account));
      entries.push(own, ofPosting, ofAccount, number, moved, after);
      if (denomination >= 0) entries.name(buffer, fields.start(denomination), fields.end(denomination));
    };
  };

type Entries = ReturnType<typeof entryColumns>;

function entryColumns() {
  let length = 0;
  let [shard, posting, account] = [new Int32Array(1024), new Int32Array(1024), new Int32Array(1024)];
  let denomination = new Int32Array(1024).fill(-1);
  const currencies: string[] = [];
  let known: Buffer = Buffer.alloc(0);
  let knownAs = -1;
  let [seq, amount, balanceAfter] = [new Float64Array(1024), new Float64Array(1024), new Float64Array(1024)];
  const widen = (): void => {
    const size = length * 2;
    const wider = <T extends Int32Array | Float64Array>(fresh: T, old: T): T => {
      fresh.set(old);
      return fresh;
    };
    shard = wider(new Int32Array(size), shard);
    posting = wider(new Int32Array(size), posting);
    account = wider(new Int32Array(size), account);
    denomination = wider(new Int32Array(size).fill(-1), denomination);
    seq = wider(new Float64Array(size), seq);
    amount = wider(new Float64Array(size), amount);
    balanceAfter = wider(new Float64Array(size), balanceAfter);
  };
  return {
    push(ofShard: number, ofPosting: number, ofAccount: number, number: number, moved: number, after: number): void {
      if (length === shard.length) widen();
      shard[length] = ofShard;
      posting[length] = ofPosting;
      account[length] = ofAccount;
      seq[length] = number;
      amount[length] = moved;
      balanceAfter[length] = after;
      length += 1;
    },
    /** The currency that the last entry names; there are few, and mostly it is that of the entry before. */
    name(buffer: Buffer, start: number, end: number): void {
      if (!isSame(buffer, start, end, known)) {
        known = Buffer.from(buffer.subarray(start, end));
        const currency = known.toString("latin1");
        const found = currencies.indexOf(currency);
        knownAs = found < 0 ? currencies.push(currency) - 1 : found;
      }
      denomination[length - 1] = knownAs;
    },
    finish: (): EntryColumns => ({
      length,
      shard,
      posting,
      account,
      seq,
      amount,
      balanceAfter,
      denomination,
      currencies,
    }),
  };
}

function isSame(buffer: Buffer, start: number, end: number, bytes: Buffer): boolean {
  if (end - start !== bytes.length) return false;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== buffer[start + at]) return false;
  return true;
}
