import type { Id, UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Database, Queryable, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { doneBy, record } from "./record.ts";
import { type KeptEntry, type KeptText, keptBeside, readEntry } from "./store.ts";

const DISCLOSED = "personal_data.disclosed";

export type Disclosure = { readonly entry: KeptEntry; readonly kept: readonly KeptText[] };

/**
 * Shows staff what is kept about people beside an entry, and writes down for each of these people that it was read, by whom and why. Null
 * when there is no such entry.
 */
export const disclose = (
  db: Database,
  id: Id<"audit">,
  by: Asker & { readonly reason: string },
  now: Instant,
): Promise<Disclosure | null> =>
  db.transaction(async (tx) => {
    const entry = await readEntry(tx, id);
    if (!entry) return null;
    const kept = await keptBeside(tx, id);
    await recordDisclosure(tx, new Set(kept.map((one) => one.person)), by, { entry: id }, now);
    return { entry, kept };
  });

/** Writes down for each of these people that staff have read what is theirs: they see it, and the reason. */
export async function recordDisclosure(
  tx: Tx,
  people: Iterable<UserId>,
  by: Asker & { readonly reason: string },
  detail: Readonly<Record<string, unknown>>,
  now: Instant,
): Promise<void> {
  for (const person of people)
    await record(tx, now, {
      ...doneBy("staff", by),
      action: DISCLOSED,
      subject: person,
      reason: by.reason,
      detail,
    });
}

const MOST = 100;

/** The newest of the times that staff have read what is kept about a person. */
export const disclosuresTo = (
  db: Queryable,
  person: UserId,
): Promise<{ readonly at: Instant; readonly reason: string | null }[]> =>
  db.query("select at, reason from audit.entry where subject = $1 and action = $2 order by at desc limit $3", [
    person,
    DISCLOSED,
    MOST,
  ]);
