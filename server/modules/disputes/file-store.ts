import { createHash } from "node:crypto";
import { idOf, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Dispute, DisputeId, Side } from "./store.ts";

/** What a piece of evidence is. A `statement` is what a side says itself. */
export const EVIDENCE_TYPES = [
  ...(["statement", "photo", "video", "message", "tracking", "invoice", "inspection_report", "other"] as const),
] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

export type Evidence = {
  readonly seq: number;
  readonly side: Side;
  readonly type: EvidenceType;
  readonly text: string;
  /** The place of the claim that it is about; null: the whole. */
  readonly claim: number | null;
  readonly datedAt: Instant | null;
  readonly origin: string | null;
  readonly files: readonly string[];
  /** SHA-256 over type, text, claim, date, origin and files, in lowercase hex. */
  readonly sha256: string;
  readonly recordedAt: Instant;
};

export type NewEvidence = Omit<Evidence, "seq" | "sha256" | "recordedAt"> & { readonly key: string | null };

type Row = Omit<Evidence, "sha256" | "datedAt" | "recordedAt"> & {
  sha256: Buffer;
  dated_at: Instant | null;
  recorded_at: Instant;
};

const COLUMNS = "seq, side, type, text, claim, dated_at, origin, files, sha256, recorded_at";

/** Adds to the file, once per key; under the dispute's lock. */
export async function addEvidence(
  tx: Queryable,
  { id }: Pick<Dispute, "id">,
  evidence: NewEvidence,
  now: Instant,
): Promise<Evidence> {
  const repeated =
    evidence.key === null
      ? null
      : await tx.maybe<Row>(
          `select ${COLUMNS} from disputes.evidence where shard = $1 and dispute_id = $2 and request_key = $3`,
          [shardOf(id), uuidOf(id), evidence.key],
        );
  if (repeated) return evidenceOf(repeated);
  const { type, text, claim, datedAt, origin, files } = evidence;
  const hash = createHash("sha256")
    .update(JSON.stringify([type, text, claim, datedAt, origin, files]))
    .digest();
  const row = await tx.one<Row>(
    `insert into disputes.evidence (shard, dispute_id, seq, side, type, text, claim, dated_at, origin, files, sha256, recorded_at, request_key)
     values ($1, $2, (select coalesce(max(seq), 0) + 1 from disputes.evidence where shard = $1 and dispute_id = $2),
       $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning ${COLUMNS}`,
    [
      shardOf(id),
      uuidOf(id),
      evidence.side,
      type,
      text,
      claim,
      datedAt && timestamp(datedAt),
      origin,
      JSON.stringify(files),
      hash,
      timestamp(now),
      evidence.key,
    ],
  );
  return evidenceOf(row);
}

export const evidenceIn = async (db: Queryable, id: DisputeId): Promise<Evidence[]> =>
  (
    await db.query<Row>(`select ${COLUMNS} from disputes.evidence where shard = $1 and dispute_id = $2 order by seq`, [
      shardOf(id),
      uuidOf(id),
    ])
  ).map(evidenceOf);

export const countEvidence = async (db: Queryable, id: DisputeId, side: Side): Promise<number> =>
  (
    await db.one<{ count: number }>(
      "select count(*)::int as count from disputes.evidence where shard = $1 and dispute_id = $2 and side = $3",
      [shardOf(id), uuidOf(id), side],
    )
  ).count;

/** What an arbiter finds about one claim. */
export type Finding = { readonly claim: number; readonly upheld: boolean; readonly reasons: string };

export type Decision = {
  /** 1, or 2 upon appeal. */
  readonly instance: 1 | 2;
  readonly arbiter: UserId;
  readonly outcome: "release" | "refund" | "split";
  /** With `split`: what goes back to the buyer, in minor units. */
  readonly refund: bigint | null;
  readonly findings: readonly Finding[];
  readonly reasons: string;
  readonly decidedAt: Instant;
};

export async function insertDecision(tx: Queryable, { id }: Pick<Dispute, "id">, decision: Decision): Promise<void> {
  await tx.query(
    `insert into disputes.decision (shard, dispute_id, instance, arbiter_id, outcome, refund, findings, reasons, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      shardOf(id),
      uuidOf(id),
      decision.instance,
      uuidOf(decision.arbiter),
      decision.outcome,
      decision.refund,
      JSON.stringify(decision.findings),
      decision.reasons,
      timestamp(decision.decidedAt),
    ],
  );
}

export async function decisionsIn(db: Queryable, id: DisputeId): Promise<Decision[]> {
  const rows = await db.query<Omit<Decision, "arbiter" | "decidedAt"> & { arbiter_id: string; decided_at: Instant }>(
    `select instance, arbiter_id, outcome, refund, findings, reasons, decided_at
       from disputes.decision where shard = $1 and dispute_id = $2 order by instance`,
    [shardOf(id), uuidOf(id)],
  );
  return rows.map(({ arbiter_id, decided_at, ...row }) => ({
    ...row,
    arbiter: idOf("user", arbiter_id),
    decidedAt: decided_at,
  }));
}

export type Note = { readonly author: UserId; readonly text: string; readonly notedAt: Instant };

export async function addNote(tx: Queryable, { id }: Pick<Dispute, "id">, note: Note): Promise<void> {
  await tx.query(
    `insert into disputes.note (shard, dispute_id, seq, author_id, text, noted_at)
     values ($1, $2, (select coalesce(max(seq), 0) + 1 from disputes.note where shard = $1 and dispute_id = $2), $3, $4, $5)`,
    [shardOf(id), uuidOf(id), uuidOf(note.author), note.text, timestamp(note.notedAt)],
  );
}

export async function notesIn(db: Queryable, id: DisputeId): Promise<Note[]> {
  const rows = await db.query<{ author_id: string; text: string; noted_at: Instant }>(
    "select author_id, text, noted_at from disputes.note where shard = $1 and dispute_id = $2 order by seq",
    [shardOf(id), uuidOf(id)],
  );
  return rows.map(({ author_id, text, noted_at }) => ({ author: idOf("user", author_id), text, notedAt: noted_at }));
}

const evidenceOf = ({ sha256, dated_at, recorded_at, ...row }: Row): Evidence => ({
  ...row,
  sha256: Buffer.from(sha256).toString("hex"),
  datedAt: dated_at,
  recordedAt: recorded_at,
});
