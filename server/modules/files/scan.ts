import { createHash } from "node:crypto";
import { parseId, shardOf, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import type { FileStore } from "#ports/file-store";
import type { VirusScanner } from "#ports/virus-scanner";
import type { Database, Queryable } from "#runtime/database";
import { addJob, announce, type JobHandler } from "#runtime/work";
import { filesAfter, longestWaiting, markInfected, markLooked } from "./scan-store.ts";
import { type FileId, readFile, type StoredFile } from "./store.ts";

const SCAN = "files.scan";

export const scanAt = (tx: Queryable, file: FileId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, { shard: shardOf(file), kind: SCAN, key: `${SCAN}:${file}`, payload: { file }, runAt });

/** So many that wait are looked at at once when a scanner is there again; each of them brings as many more. */
const WOKEN = 20;

/**
 * Has the scanner look at a file. What it did not say clearly is nothing: the file waits, and is looked at again. Without a scanner
 * nobody will ever look, and the file is what it would have been had it come today.
 */
export const scanFiles = (db: Database, store: FileStore, scanner: VirusScanner | null): JobHandler => ({
  kind: SCAN,
  neverGivenUp: true,
  async run(payload, now, attempt) {
    const id = parseId("file", String(payload.file));
    if (!id) throw new Error(`no file in ${JSON.stringify(payload)}`);
    const file = await readFile(db, id);
    if (file) await settle(db, store, scanner, file, now);
    if (attempt > 1) for (const waiting of await longestWaiting(db, WOKEN)) await scanAt(db, waiting, now, now);
    return "done";
  },
});

async function settle(
  db: Database,
  store: FileStore,
  scanner: VirusScanner | null,
  file: StoredFile,
  now: Instant,
): Promise<void> {
  if (file.scan === "infected") await store.delete(uuidOf(file.id));
  else if (scanner) await look(db, store, scanner, file, now);
  else if (file.scan === "waiting") await markLooked(db, file.id, "unscanned", now);
}

async function look(
  db: Database,
  store: FileStore,
  scanner: VirusScanner,
  file: StoredFile,
  now: Instant,
): Promise<void> {
  const bytes = await store.get(uuidOf(file.id));
  if (!bytes) throw new Error(`the bytes of ${file.id} are not there`);
  if (createHash("sha256").update(bytes).digest("hex") !== file.sha256)
    throw new Error(`the bytes of ${file.id} are not those that came`);
  const verdict = await scanner.scan(bytes);
  if (verdict.kind === "unavailable") throw new Error(`the scanner did not say: ${verdict.reason}`);
  if (verdict.kind === "clean") return await markLooked(db, file.id, "clean", now);
  await db.transaction((tx) => condemn(tx, file, verdict.signature, now));
  await store.delete(uuidOf(file.id));
}

/** What was found is written down before the bytes go. */
async function condemn(tx: Queryable, { id, owner, purpose, sha256 }: StoredFile, signature: string, now: Instant) {
  if (!(await markInfected(tx, id, signature, now))) return;
  await record(tx, now, {
    ...{ actor: "system", actorId: null, action: "file.infected", subject: id, reason: null },
    detail: { signature, sha256, purpose },
    personal: { of: owner, detail: { owner } },
  });
  await announce(tx, now, { shard: shardOf(id), topic: "file.infected", payload: { file: id, owner, purpose } });
}

const PAGE = 500;

/** Has everything looked at once more, for instance after a scanner was brought in; says how many files that are. */
export async function scanAllAgain(db: Database, now: Instant): Promise<number> {
  let count = 0;
  for (let after: FileId | null = null; ; ) {
    const page: FileId[] = await filesAfter(db, after, PAGE);
    await db.transaction(async (tx) => {
      for (const file of page) await scanAt(tx, file, now, now);
    });
    count += page.length;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return count;
  }
}
