import { parseId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { hours, type Instant } from "@amana/core/time";
import type { FileStore } from "#ports/file-store";
import type { Database, Queryable } from "#runtime/database";
import { addJob, type JobHandler } from "#runtime/work";
import { deleteFile, type FileId, filesForSaleOf, releaseUnheld, removeAllOf } from "./store.ts";

/** For so long a file waits for something to hold it. */
export const KEPT_UNHELD = hours(24);

const SWEEP = "files.sweep";

export const sweepAt = (tx: Queryable, file: FileId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, { shard: shardOf(file), kind: SWEEP, key: `${SWEEP}:${file}`, payload: { file }, runAt });

/** Takes away what nothing holds: no longer to be seen first, then its bytes, then the row. Each may happen twice. */
export const sweepFiles = (db: Database, store: FileStore): JobHandler => ({
  kind: SWEEP,
  async run(payload, now) {
    const file = parseId("file", String(payload.file));
    if (!file) throw new Error(`no file in ${JSON.stringify(payload)}`);
    if (!(await releaseUnheld(db, file, now))) return "done";
    await store.delete(uuidOf(file));
    await deleteFile(db, file);
    return "done";
  },
});

/** Whether a file has become somebody else's for a reason that another module knows. */
export type FileKeeper = (db: Queryable, file: FileId) => Promise<boolean>;

/** Files: all that somebody has brought goes, also what others were shown; what others have bought is theirs. */
export const personalFiles = (isKept: FileKeeper) => ({
  async erase(tx: Queryable, person: UserId, now: Instant): Promise<void> {
    const kept: FileId[] = [];
    for (const file of await filesForSaleOf(tx, person)) if (await isKept(tx, file)) kept.push(file);
    for (const file of await removeAllOf(tx, person, kept, now)) await sweepAt(tx, file, now, now);
  },
});
