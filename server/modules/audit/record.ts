import { uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import { newRootId } from "#runtime/ids";

export type AuditEntry = {
  /** `user`, `system`, or the name of a provider. */
  readonly actor: string;
  readonly actorId: string | null;
  /** A verb in the past tense with its subject's kind: `bank_account.added`. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** Records who did what, in the transaction that does it: there is no entry for what was rolled back. */
export async function record(tx: Queryable, now: Instant, entry: AuditEntry): Promise<void> {
  await tx.query(
    "insert into audit.entry (id, at, actor, actor_id, action, subject, reason, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [
      uuidOf(newRootId("audit", now)),
      timestamp(now),
      entry.actor,
      entry.actorId === null ? null : uuidOf(entry.actorId),
      entry.action,
      entry.subject,
      entry.reason,
      JSON.stringify(entry.detail),
    ],
  );
}
