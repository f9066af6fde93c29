import { CHAINS, createWriter, type Digest, type Field, type Head, rootOf, rowLeaf } from "@amana/core/seal";
import { type Postings, postingsReader } from "./ledger-books.ts";
import { readCopies } from "./ledger-copy-text.ts";
import { sha256 } from "./ledger-crypto.ts";
import { both, keptReader } from "./ledger-kept.ts";
import { microsecondsOf } from "./ledger-moments.ts";
import { byName, guarded, hexOf, integerOf, type Named, textOf } from "./ledger-rows.ts";

/** A row of the chains beside the ledger. Its leaf needs no salt, so that it is hashed as it is read. */
export type PlainRows = readonly { readonly number: number; readonly id: string; readonly leaf: Digest }[];

/** A block as one thread gives it to another: its lists in one piece each, with a space between. */
export type FlatBlock = Head & {
  readonly salt: string;
  readonly members: string;
  readonly leaves: string;
  readonly leadsTo: Digest;
};

/** What was sealed, and the seals. Plain values, which another thread can be given. */
export type SealedTables = {
  readonly postings: Postings;
  readonly events: PlainRows;
  readonly audit: PlainRows;
  readonly blocks: readonly FlatBlock[];
  readonly keys: ReadonlyMap<string, string>;
  readonly tables: ReadonlySet<string>;
  readonly unreadable: readonly string[];
};

export function readSealed(files: readonly string[]): SealedTables {
  const unreadable: string[] = [];
  const postings = postingsReader();
  const [events, audit] = [rowsReader("event", EVENT_COLUMNS, eventId), rowsReader("audit", AUDIT_COLUMNS, auditId)];
  const kept = keptReader();
  const blocks: FlatBlock[] = [];
  const keys = new Map<string, string>();
  const readers = {
    "ledger.posting": postings.posting,
    "escrow.event": events.reader,
    "audit.entry": both(audit.reader, kept.entry),
    "audit.kept": kept.text,
    "seals.block": byName((row) => blocks.push(blockOf(row))),
    "seals.key": byName((row) => keys.set(textOf(row, "id"), hexOf(row, "public_key"))),
  };
  const tables = readCopies(files, guarded(readers, unreadable));
  unreadable.push(...kept.faults());
  return {
    ...{ postings: postings.finish(), events: events.finish(), audit: audit.finish() },
    ...{ blocks, keys, tables, unreadable },
  };
}

function blockOf(row: Named): FlatBlock {
  const chain = CHAINS.find((name) => name === row.get("chain"));
  if (!chain) throw new Error("no such chain");
  const count = integerOf(row, "count");
  const leaves = inPieces(hexOf(row, "leaves"), 64);
  return {
    ...{ chain, number: integerOf(row, "number"), first: integerOf(row, "first"), last: integerOf(row, "last"), count },
    ...{ root: hexOf(row, "root"), previous: hexOf(row, "previous"), key: textOf(row, "key") },
    ...{ sealedAt: microsecondsOf(textOf(row, "sealed_at")), saltHash: hexOf(row, "salt_hash") },
    ...{ hash: hexOf(row, "hash"), signature: hexOf(row, "signature"), salt: hexOf(row, "salt") },
    members: membersIn(hexOf(row, "members"), chain === "deals" ? 40 : 32).join(" "),
    ...{ leaves: leaves.join(" "), leadsTo: leaves.length > 0 ? rootOf(leaves, sha256) : "" },
  };
}

/** Uuids with dashes; an event's is that of its deal and its number there. */
function membersIn(hex: string, width: 32 | 40): string[] {
  if (width === 32) return inPieces(hex.replace(UUIDS, "$1-$2-$3-$4-$5"), 36);
  return inPieces(hex, width).map(
    (one) => `${membersIn(one.slice(0, 32), 32)[0]}/${Number.parseInt(one.slice(32), 16)}`,
  );
}

const UUIDS = /(.{8})(.{4})(.{4})(.{4})(.{12})/g;

/** Pieces of a text that are views of it, and not copies. */
function inPieces(text: string, width: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at + width <= text.length; at += width) pieces.push(text.slice(at, at + width));
  return pieces;
}

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
  ...([
    ["via", "text"],
    ["origin", "text"],
    ["personal", "text"],
  ] as const),
];
const eventId = (row: Named): string => `${textOf(row, "deal")}/${textOf(row, "seq")}`;
const auditId = (row: Named): string => textOf(row, "id");

function rowsReader(word: "event" | "audit", columns: typeof EVENT_COLUMNS, idOf: (row: Named) => string) {
  const rows: { number: number; id: string; leaf: Digest }[] = [];
  const writer = createWriter();
  const fieldOf = (row: Named, [name, kind]: readonly [string, ColumnKind]): Field => {
    if (kind === "integer") return integerOf(row, name);
    return kind === "moment" ? microsecondsOf(textOf(row, name)) : (row.get(name) ?? null);
  };
  const reader = byName((row) => {
    const fields = columns.map((column) => fieldOf(row, column));
    const leaf = sha256(rowLeaf(writer, word, fields));
    rows.push({ number: integerOf(row, "number"), id: idOf(row), leaf });
  });
  return { reader, finish: (): PlainRows => rows.sort((a, b) => a.number - b.number) };
}
