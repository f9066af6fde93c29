import {
  type AccountRow,
  CHAINS,
  createWriter,
  type Field,
  type PostingRow,
  type Rows,
  rowLeaf,
  type Sealed,
  type StoredBlock,
  TAG_DIGITS,
} from "@amana/core/seal";
import {
  fieldAt,
  fieldsOf,
  filesOf,
  integerAt,
  microsecondsOf,
  placesOf,
  type RowReader,
  readCopies,
  type TableReader,
} from "./ledger-copy-text.ts";
import { sha256 } from "./ledger-crypto.ts";

/** A dump as it was read: what is sealed, and the public keys that it says are the marketplace's. */
export type Dump = Sealed & { readonly keys: ReadonlyMap<string, string>; readonly tables: ReadonlySet<string> };

const MOST_COMPLAINTS = 100;

/** Reads a plain `pg_dump`, or the folder that `ledger export` makes. Needs memory for the ledger: about 100 bytes an entry and 600 a posting. */
export function readDump(path: string): Dump {
  const unreadable: string[] = [];
  const books = bookReader();
  const [events, audit] = [rowsReader("event", EVENT_COLUMNS, eventId), rowsReader("audit", AUDIT_COLUMNS, auditId)];
  const blocks: StoredBlock[] = [];
  const keys = new Map<string, string>();
  const readers: Record<string, TableReader> = {
    "ledger.account": books.account,
    "ledger.posting": books.posting,
    "ledger.entry": books.entry,
    "escrow.event": events.reader,
    "audit.entry": audit.reader,
    "seals.block": byName((row) => blocks.push(blockOf(row))),
    "seals.key": byName((row) => keys.set(textOf(row, "id"), hexOf(row, "public_key"))),
  };
  const tables = readCopies(
    filesOf(path),
    Object.fromEntries(Object.entries(readers).map(([table, reader]) => [table, guarded(table, reader, unreadable)])),
  );
  return {
    ...{ books: books.finish(), blocks, keys, tables, unreadable },
    deals: tables.has("escrow.event") ? events.finish() : null,
    audit: tables.has("audit.entry") ? audit.finish() : null,
  };
}

/** A row that cannot be read is a fault, and does not hide those after it. */
const guarded =
  (table: string, reader: TableReader, unreadable: string[]): TableReader =>
  (columns) => {
    const read = reader(columns);
    return (buffer, start, end) => {
      try {
        read(buffer, start, end);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const row = buffer.toString("utf8", start, Math.min(end, start + 120));
        if (unreadable.length < MOST_COMPLAINTS) unreadable.push(`${table}: ${why}: ${row}`);
      }
    };
  };

type Named = ReadonlyMap<string, string | null>;

/** A reader for tables with few rows. */
const byName =
  (take: (row: Named) => void): TableReader =>
  (columns) =>
  (buffer, start, end) => {
    const fields = fieldsOf(buffer, start, end);
    take(new Map(columns.map((name, index) => [name, fields[index] ?? null])));
  };

function textOf(row: Named, column: string): string {
  const text = row.get(column);
  if (text === null || text === undefined) throw new Error(`no ${column}`);
  return text;
}

function integerOf(row: Named, column: string): number {
  const value = Number(textOf(row, column));
  if (!Number.isSafeInteger(value)) throw new Error(`${column} is not a whole number that is exact`);
  return value;
}

const hexOf = (row: Named, column: string): string => textOf(row, column).replace(/^\\x/, "");

function blockOf(row: Named): StoredBlock {
  const chain = CHAINS.find((name) => name === row.get("chain"));
  if (!chain) throw new Error("no such chain");
  const count = integerOf(row, "count");
  return {
    ...{ chain, number: integerOf(row, "number"), first: integerOf(row, "first"), last: integerOf(row, "last"), count },
    ...{ root: hexOf(row, "root"), previous: hexOf(row, "previous"), key: textOf(row, "key") },
    ...{ sealedAt: microsecondsOf(textOf(row, "sealed_at")), saltHash: hexOf(row, "salt_hash") },
    ...{ hash: hexOf(row, "hash"), signature: hexOf(row, "signature"), salt: hexOf(row, "salt") },
    members: (hexOf(row, "members").match(chain === "deals" ? /.{40}/g : /.{32}/g) ?? []).map(memberName),
    leaves: hexOf(row, "leaves").match(/.{64}/g) ?? [],
  };
}

/** A uuid with dashes; an event's is that of its deal and its number there. */
const memberName = (hex: string): string => {
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  return hex.length === 32 ? uuid : `${uuid}/${Number.parseInt(hex.slice(32), 16)}`;
};

type ColumnKind = "text" | "integer" | "moment";

const EVENT_COLUMNS: readonly (readonly [string, ColumnKind])[] = [
  ...([
    ["number", "integer"],
    ["shard", "integer"],
    ["deal", "text"],
    ["seq", "integer"],
    ["command", "text"],
  ] as const),
  ...([
    ["command_key", "text"],
    ["actor", "text"],
    ["actor_id", "text"],
    ["from_state", "text"],
  ] as const),
  ...([
    ["to_state", "text"],
    ["reason", "text"],
    ["note", "text"],
    ["happened_at", "moment"],
    ["recorded_at", "moment"],
  ] as const),
];
const AUDIT_COLUMNS: readonly (readonly [string, ColumnKind])[] = [
  ...([
    ["number", "integer"],
    ["id", "text"],
    ["at", "moment"],
    ["actor", "text"],
    ["actor_id", "text"],
  ] as const),
  ...([
    ["action", "text"],
    ["subject", "text"],
    ["reason", "text"],
    ["detail", "text"],
  ] as const),
];
const eventId = (row: Named): string => `${textOf(row, "deal")}/${textOf(row, "seq")}`;
const auditId = (row: Named): string => textOf(row, "id");

/** Rows of the chains beside the ledger: their columns in the order in which they are sealed. */
function rowsReader(word: "event" | "audit", columns: typeof EVENT_COLUMNS, idOf: (row: Named) => string) {
  const rows: { number: number; id: string; fields: Field[] }[] = [];
  const fieldOf = (row: Named, [name, kind]: readonly [string, ColumnKind]): Field => {
    if (kind === "integer") return integerOf(row, name);
    return kind === "moment" ? microsecondsOf(textOf(row, name)) : (row.get(name) ?? null);
  };
  const reader = byName((row) =>
    rows.push({
      number: integerOf(row, "number"),
      id: idOf(row),
      fields: columns.map((column) => fieldOf(row, column)),
    }),
  );
  return {
    reader,
    finish(): Rows {
      rows.sort((a, b) => a.number - b.number);
      const writer = createWriter();
      const leaf = (at: number) => sha256(rowLeaf(writer, word, rows[at]?.fields ?? []));
      return {
        length: rows.length,
        number: (at) => rows[at]?.number ?? 0,
        id: (at) => rows[at]?.id ?? "",
        leaf,
        tag: (at) => leaf(at).slice(0, TAG_DIGITS),
      };
    },
  };
}

/** Gives each uuid a place, whether an entry or its own row names it first. */
function places<Row>() {
  const known = new Map<string, number>();
  const [ids, rows]: [string[], (Row | undefined)[]] = [[], []];
  return {
    ids,
    rows,
    of(id: string): number {
      const place = known.get(id);
      if (place !== undefined) return place;
      known.set(id, ids.length);
      ids.push(id);
      rows.push(undefined);
      return ids.length - 1;
    },
  };
}

function bookReader() {
  const [postings, accounts] = [places<PostingRow>(), places<AccountRow>()];
  const entries = entryColumns();
  const account = byName((row) => {
    const id = textOf(row, "id");
    accounts.rows[accounts.of(id)] = {
      ...{ shard: integerOf(row, "shard"), id, code: textOf(row, "code"), currency: textOf(row, "currency") },
      ...{ balance: integerOf(row, "balance"), lastSeq: integerOf(row, "last_seq") },
    };
  });
  const posting = postingReader(postings);
  const entry = entryReader(entries, postings.of, accounts.of);
  const finish = () => ({
    ...{ postingIds: postings.ids, postings: postings.rows, accountIds: accounts.ids, accounts: accounts.rows },
    entries: entries.finish(),
  });
  return { account, posting, entry, finish };
}

/** The places of the columns that are wanted, in a row of the dump. */
function indexesOf<Name extends string>(columns: readonly string[], names: readonly Name[]): number[] {
  return names.map((name) => {
    const index = columns.indexOf(name);
    if (index < 0) throw new Error(`there is no column ${name}`);
    return index;
  });
}

const POSTING_COLUMNS = ["shard", "id", "number", "key", "fingerprint", "kind", "deal", "posted_at"] as const;

function postingReader(postings: ReturnType<typeof places<PostingRow>>): TableReader {
  return (columns) => {
    const wanted = indexesOf(columns, POSTING_COLUMNS);
    const starts = new Int32Array(columns.length + 2);
    return (buffer, start, end) => {
      if (placesOf(buffer, start, end, starts) !== columns.length) throw new Error("a row of another width");
      const text = (at: number): string | null => fieldAt(buffer, starts, wanted[at] ?? 0);
      const sure = (at: number): string => text(at) ?? "";
      const [shard, number, id] = [Number(sure(0)), Number(sure(2)), sure(1)];
      if (!Number.isSafeInteger(shard) || !Number.isSafeInteger(number)) throw new Error("a number that is not exact");
      const place = postings.of(id);
      if (postings.rows[place]) throw new Error("it is there twice");
      const [key, fingerprint, kind, deal] = [sure(3), sure(4), sure(5), text(6)];
      postings.rows[place] = { shard, id, number, key, fingerprint, kind, deal, at: microsecondsOf(sure(7)) };
    };
  };
}

type PlaceOf = (id: string) => number;

const ENTRY_COLUMNS = ["shard", "account", "seq", "posting", "amount", "balance_after"] as const;

/** The table with the most rows: its fields are read from the bytes, without a text for each. */
function entryReader(entries: ReturnType<typeof entryColumns>, postingOf: PlaceOf, accountOf: PlaceOf): TableReader {
  return (columns) => {
    const [shard = 0, account = 0, seq = 0, posting = 0, amount = 0, balance = 0] = indexesOf(columns, ENTRY_COLUMNS);
    const denomination = columns.indexOf("denomination");
    const starts = new Int32Array(columns.length + 2);
    const placeOfPosting = remembering(postingOf);
    return (buffer, start, end): ReturnType<RowReader> => {
      if (placesOf(buffer, start, end, starts) !== columns.length) throw new Error("a row of another width");
      const text = (index: number) => buffer.toString("latin1", starts[index] ?? 0, (starts[index + 1] ?? 1) - 1);
      const integer = (index: number) => integerAt(buffer, starts[index] ?? 0, (starts[index + 1] ?? 1) - 1);
      const [own, number, moved, after] = [integer(shard), integer(seq), integer(amount), integer(balance)];
      if (Number.isNaN(own + number + moved + after)) throw new Error("a number that is none, or not exact");
      const place = placeOfPosting(buffer, starts[posting] ?? 0, (starts[posting + 1] ?? 1) - 1);
      entries.push(own, place, accountOf(text(account)), number, moved, after);
      if (denomination >= 0) entries.name(text(denomination));
    };
  };
}

/** Entries of a posting mostly stand together, and a look into the map of all postings costs more than this. */
function remembering(placeOf: PlaceOf): (buffer: Buffer, start: number, end: number) => number {
  let [last, place] = [Buffer.alloc(0), -1];
  return (buffer, start, end) => {
    if (isSame(buffer, start, end, last)) return place;
    last = Buffer.from(buffer.subarray(start, end));
    place = placeOf(buffer.toString("latin1", start, end));
    return place;
  };
}

/** From the end, where ids differ first. */
function isSame(buffer: Buffer, start: number, end: number, bytes: Buffer): boolean {
  if (end - start !== bytes.length) return false;
  for (let at = bytes.length - 1; at >= 0; at--) if (bytes[at] !== buffer[start + at]) return false;
  return true;
}

function entryColumns() {
  let length = 0;
  let [shard, posting, account] = [new Uint8Array(1024), new Int32Array(1024), new Int32Array(1024)];
  let denomination = new Int8Array(1024).fill(-1);
  const currencies: string[] = [];
  let [seq, amount, balanceAfter] = [new Float64Array(1024), new Float64Array(1024), new Float64Array(1024)];
  const widen = (): void => {
    const size = length * 2;
    const wider = <T extends Uint8Array | Int8Array | Int32Array | Float64Array>(fresh: T, old: T): T => {
      fresh.set(old);
      return fresh;
    };
    shard = wider(new Uint8Array(size), shard);
    posting = wider(new Int32Array(size), posting);
    account = wider(new Int32Array(size), account);
    denomination = wider(new Int8Array(size).fill(-1), denomination);
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
    /** The currency that the last entry names; there are few. */
    name(currency: string): void {
      const known = currencies.indexOf(currency);
      denomination[length - 1] = known < 0 ? currencies.push(currency) - 1 : known;
    },
    finish: () => ({ length, shard, posting, account, seq, amount, balanceAfter, denomination, currencies }),
  };
}
