import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type Digest, type Rows, type Sealed, type StoredBlock, TAG_DIGITS } from "@amana/core/seal";
import { booksOf, type Movements, movementsReader } from "./ledger-books.ts";
import { filesOf, readCopies } from "./ledger-copy-text.ts";
import { guarded } from "./ledger-rows.ts";
import { type PlainRows, readSealed, type SealedTables } from "./ledger-sealed.ts";

/** A dump as it was read: what is sealed, and the public keys that it says are the marketplace's. */
export type Dump = Sealed & {
  readonly keys: ReadonlyMap<string, string>;
  readonly tables: ReadonlySet<string>;
  /** What the leaves of each block lead to. */
  readonly roots: ReadonlyMap<StoredBlock, Digest>;
};

/** A small dump is read before a second thread has started; where the line lies was not measured. */
const WORTH_A_THREAD = 8 * 1024 * 1024;

/**
 * Reads a plain `pg_dump`, or the folder that `ledger export` makes. Needs memory for the ledger: 290 MB for 210,000 entries.
 * Of a large one this thread reads accounts and entries while another reads what is sealed and computes the roots of blocks. Both look
 * through all lines, which took 6 to 15 ms of the 210 to 250 that reading a file took.
 */
export async function readDump(path: string, inThreads?: boolean): Promise<Dump> {
  const files = filesOf(path);
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  if (!(inThreads ?? size > WORTH_A_THREAD)) return dumpOf(readMovements(files), readSealed(files));
  const sealed = inThread(files);
  // Whether it fails is asked below; until then nobody waits for it.
  sealed.catch(() => {});
  return dumpOf(readMovements(files), await sealed);
}

const inThread = (files: readonly string[]): Promise<SealedTables> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./ledger-thread.ts", import.meta.url), { workerData: files });
    worker.once("message", resolve).once("error", reject);
  });

type Read = { readonly movements: Movements; readonly unreadable: readonly string[] };

function readMovements(files: readonly string[]): Read {
  const unreadable: string[] = [];
  const reader = movementsReader();
  readCopies(files, guarded({ "ledger.account": reader.account, "ledger.entry": reader.entry }, unreadable));
  return { movements: reader.finish(), unreadable };
}

function dumpOf({ movements, unreadable }: Read, sealed: SealedTables): Dump {
  const blocks = sealed.blocks.map(({ members, leaves, ...block }) => ({
    ...block,
    members: members === "" ? [] : members.split(" "),
    leaves: leaves === "" ? [] : leaves.split(" "),
  }));
  return {
    ...{ books: booksOf(movements, sealed.postings), blocks, keys: sealed.keys, tables: sealed.tables },
    unreadable: [...unreadable, ...sealed.unreadable],
    roots: new Map(blocks.map((block) => [block, block.leadsTo])),
    deals: sealed.tables.has("escrow.event") ? rowsOf(sealed.events) : null,
    audit: sealed.tables.has("audit.entry") ? rowsOf(sealed.audit) : null,
  };
}

const rowsOf = (rows: PlainRows): Rows => ({
  length: rows.length,
  number: (at) => rows[at]?.number ?? 0,
  id: (at) => rows[at]?.id ?? "",
  is: (at, id) => rows[at]?.id === id,
  leaf: (at) => rows[at]?.leaf ?? "",
  tag: (at) => (rows[at]?.leaf ?? "").slice(0, TAG_DIGITS),
});
