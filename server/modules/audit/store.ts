import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** An entry as it stands in the log: without the texts beside it. */
export type KeptEntry = {
  readonly id: Id<"audit">;
  readonly number: number;
  readonly at: Instant;
  readonly actor: string;
  readonly actorId: UserId | null;
  readonly action: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly via: string | null;
  /** What it commits to beside itself; the texts may have been forgotten meanwhile. */
  readonly commitsTo: readonly ("origin" | "personal")[];
};

export type EntryFilter = {
  readonly actor: UserId | null;
  readonly subject: string | null;
  /** One action, or all of a kind: `bank_account` stands for `bank_account.added` and the others. */
  readonly action: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Kinds of action outside of which nothing is found; null for no such limit. */
  readonly kinds: readonly string[] | null;
};

type Row = Record<"actor" | "action" | "subject" | "id", string> &
  Record<"actor_id" | "reason" | "via" | "origin" | "personal", string | null> & {
    number: bigint;
    at: Instant;
    detail: Record<string, unknown>;
  };

const ENTRY = "id, number, at, actor, actor_id, action, subject, reason, detail, via, origin, personal";

/** Entries below a number, the newest first. */
export async function findEntries(
  db: Queryable,
  { actor, subject, action, from, to, kinds }: EntryFilter,
  below: number | null,
  most: number,
): Promise<KeptEntry[]> {
  const rows = await db.query<Row>(
    `select ${ENTRY} from audit.entry
      where ($1::uuid is null or actor_id = $1) and ($2::text is null or subject = $2)
        and ($3::text is null or action = $3 or starts_with(action, $3 || '.'))
        and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
        and ($6::text[] is null or split_part(action, '.', 1) = any ($6))
        and ($7::bigint is null or number < $7)
      order by number desc limit $8`,
    [actor && uuidOf(actor), subject, action, written(from), written(to), kinds, below, most],
  );
  return rows.map(entryOf);
}

/** Not by truth: the first instant of 1970 is 0. */
const written = (instant: Instant | null): string | null => (instant === null ? null : timestamp(instant));

export async function readEntry(db: Queryable, id: Id<"audit">): Promise<KeptEntry | null> {
  const row = await db.maybe<Row>(`select ${ENTRY} from audit.entry where id = $1`, [uuidOf(id)]);
  return row && entryOf(row);
}

export type KeptText = { readonly what: "origin" | "personal"; readonly person: UserId; readonly text: string };

/** What stands beside an entry and has not been forgotten. */
export async function keptBeside(db: Queryable, id: Id<"audit">): Promise<KeptText[]> {
  const rows = await db.query<{ what: KeptText["what"]; person: string; text: string }>(
    "select what, person, text from audit.kept where entry = $1 order by what",
    [uuidOf(id)],
  );
  return rows.map(({ what, person, text }) => ({ what, person: idOf("user", person), text }));
}

/** Takes away every text that says something about a person; the entries stay, and so does their seal. Answers how many there were. */
export async function forgetPerson(tx: Queryable, person: UserId): Promise<number> {
  const { forgotten } = await tx.one<{ forgotten: bigint }>("select audit.forget($1) as forgotten", [uuidOf(person)]);
  return Number(forgotten);
}

const entryOf = (row: Row): KeptEntry => ({
  id: idOf("audit", row.id),
  number: Number(row.number),
  at: row.at,
  actor: row.actor,
  actorId: row.actor_id === null ? null : idOf("user", row.actor_id),
  action: row.action,
  subject: row.subject,
  reason: row.reason,
  detail: row.detail,
  via: row.via,
  commitsTo: (["origin", "personal"] as const).filter((what) => row[what] !== null),
});
