import { hash, randomBytes } from "node:crypto";
import type { AuditAction } from "@amana/core/audit";
import { type UserId, uuidOf } from "@amana/core/ids";
import { commitmentTo } from "@amana/core/seal";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Asker, Origin } from "#runtime/http";
import { newRootId } from "#runtime/ids";

type Person = { readonly actor: "user" | "staff" | "finance"; readonly actorId: UserId; readonly origin: Origin };

/** Who did it: a person asks from somewhere, which is kept; what nobody asked for comes from nowhere. */
export type Doer =
  | Person
  /** `operator`: whoever sits at the machine itself. */
  | { readonly actor: "system" | "operator"; readonly actorId: null; readonly origin?: never }
  /** Written down under the provider's own name. */
  | { readonly actor: "provider"; readonly provider: string; readonly actorId: null; readonly origin?: never };

export type AuditEntry = Doer & {
  readonly action: AuditAction;
  /** The id of what it was done to. */
  readonly subject: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** What of the detail says something about a person, and goes when that person is forgotten. */
  readonly personal?: { readonly of: UserId; readonly detail: Readonly<Record<string, unknown>> } | undefined;
};

/** The part of an entry that says which person did it, in which capacity, and from where. */
export const doneBy = (actor: Person["actor"], { user, origin }: Asker): Person => ({ actor, actorId: user, origin });

/** Records who did what, in the transaction that does it: there is no entry for what was rolled back. */
export async function record(tx: Queryable, now: Instant, entry: AuditEntry): Promise<void> {
  const id = uuidOf(newRootId("audit", now));
  const kept = [...keptOrigin(entry), ...keptPersonal(entry)];
  const columns = [
    ...[id, timestamp(now), nameOf(entry), entry.actorId === null ? null : uuidOf(entry.actorId)],
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

const nameOf = (doer: Doer): string => (doer.actor === "provider" ? doer.provider : doer.actor);

/** A text beside the entry, which the entry only commits to. */
type Kept = {
  readonly what: "origin" | "personal";
  readonly person: string;
  readonly salt: Buffer;
  readonly text: string;
  readonly commitment: string;
};

function keptOrigin({ origin, actorId }: AuditEntry): Kept[] {
  if (!origin) return [];
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
