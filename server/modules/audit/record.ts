import { hash, randomBytes } from "node:crypto";
import { type UserId, uuidOf } from "@amana/core/ids";
import { commitmentTo } from "@amana/core/seal";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Origin } from "#runtime/http";
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
  /** From where a person asked: `Input.origin` as it is; absent for what the system or a provider does. */
  readonly origin?: Origin | undefined;
  /** What of the detail says something about a person, and goes when that person is forgotten. */
  readonly personal?: { readonly of: UserId; readonly detail: Readonly<Record<string, unknown>> } | undefined;
};

/** Records who did what, in the transaction that does it: there is no entry for what was rolled back. */
export async function record(tx: Queryable, now: Instant, entry: AuditEntry): Promise<void> {
  const id = uuidOf(newRootId("audit", now));
  const kept = [...keptOrigin(entry), ...keptPersonal(entry)];
  const columns = [
    ...[id, timestamp(now), entry.actor, entry.actorId === null ? null : uuidOf(entry.actorId)],
    ...[entry.action, entry.subject, entry.reason, JSON.stringify(entry.detail)],
  ];
  const commitmentOf = (what: Kept["what"]) => kept.find((one) => one.what === what)?.commitment ?? null;
  await tx.query(
    "insert into audit.entry (id, at, actor, actor_id, action, subject, reason, detail, via, origin, personal) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    [...columns, entry.origin?.via ?? null, commitmentOf("origin"), commitmentOf("personal")],
  );
  for (const { what, person, salt, text } of kept)
    await tx.query("insert into audit.kept (entry, what, person, salt, text) values ($1, $2, $3, $4, $5)", [
      ...[id, what, uuidOf(person), salt, text],
    ]);
}

/** A text beside the entry, which the entry only commits to. */
type Kept = {
  readonly what: "origin" | "personal";
  readonly person: string;
  readonly salt: Buffer;
  readonly text: string;
  readonly commitment: string;
};

function keptOrigin({ origin, actorId }: AuditEntry): Kept[] {
  if (!origin || actorId === null) return [];
  const { network, agent } = origin;
  return [keptText("origin", actorId, JSON.stringify({ network, agent }))];
}

const keptPersonal = ({ personal }: AuditEntry): Kept[] =>
  personal ? [keptText("personal", personal.of, JSON.stringify(personal.detail))] : [];

function keptText(what: Kept["what"], person: string, text: string): Kept {
  const salt = randomBytes(32);
  const commitment = commitmentTo(text, salt.toString("hex"), (bytes) => hash("sha256", bytes, "hex"));
  return { what, person, salt, text, commitment };
}
