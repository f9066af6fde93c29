import { createHash } from "node:crypto";
import { idOf, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { FileId, StoredFile } from "#modules/files";
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
  readonly files: readonly FileId[];
  /** SHA-256 over type, text, claim, date, origin and the SHA-256 of each file, in lowercase hex. */
  readonly sha256: string;
  readonly recordedAt: Instant;
};

/** What of a file is kept with the evidence. */
export type EvidenceFile = Pick<StoredFile, "id" | "size" | "sha256">;

export type NewEvidence = Omit<Evidence, "seq" | "sha256" | "recordedAt" | "files"> & {
  readonly files: readonly EvidenceFile[];
  /** The same key of a side puts in once. */
  readonly key: string | null;
};

type Row = Omit<Evidence, "sha256" | "datedAt" | "recordedAt" | "files"> & {
  files: string[] | null;
  sha256: Buffer;
  dated_at: Instant | null;
  recorded_at: Instant;
};

const SELECT = `select e.seq, e.side, e.type, e.text, e.claim, e.dated_at, e.origin, e.sha256, e.recorded_at,
  (select array_agg(f.file_id::text order by f.position) from disputes.evidence_file f
    where f.shard = e.shard and f.dispute_id = e.dispute_id and f.seq = e.seq) as files
  from disputes.evidence e where e.shard = $1 and e.dispute_id = $2`;

/** What a side's key has put in already. */
export async function repeatedEvidence(
  tx: Queryable,
  { id }: Pick<Dispute, "id">,
  { side, key }: Pick<NewEvidence, "side" | "key">,
): Promise<Evidence | null> {
  if (key === null) return null;
  const row = await tx.maybe<Row>(`${SELECT} and e.request_key = $3`, [shardOf(id), uuidOf(id), keyOf(side, key)]);
  return row && evidenceOf(row);
}

/** Both sides may use the same keys. */
const keyOf = (side: Side, key: string): string => `${side}:${key}`;

/** Puts a piece into the file, whose dispute the caller has locked. */
export async function addEvidence(
  tx: Queryable,
  { id }: Pick<Dispute, "id">,
  evidence: NewEvidence,
  now: Instant,
): Promise<Evidence> {
  const { key, files, ...piece } = evidence;
  const hash = createHash("sha256")
    .update(
      JSON.stringify([
        piece.type,
        piece.text,
        piece.claim,
        piece.datedAt,
        piece.origin,
        files.map((file) => file.sha256),
      ]),
    )
    .digest();
  const { seq } = await tx.one<{ seq: number }>(
    `insert into disputes.evidence (shard, dispute_id, seq, side, type, text, claim, dated_at, origin, sha256, recorded_at, request_key)
     values ($1, $2, (select coalesce(max(seq), 0) + 1 from disputes.evidence where shard = $1 and dispute_id = $2),
       $3, $4, $5, $6, $7, $8, $9, $10, $11) returning seq`,
    [
      ...[shardOf(id), uuidOf(id), piece.side, piece.type, piece.text, piece.claim],
      ...[piece.datedAt && timestamp(piece.datedAt), piece.origin, hash, timestamp(now), key && keyOf(piece.side, key)],
    ],
  );
  for (const [position, file] of files.entries())
    await tx.query(
      `insert into disputes.evidence_file (shard, dispute_id, seq, position, file_id, size, sha256) values ($1, $2, $3, $4, $5, $6, $7)`,
      [shardOf(id), uuidOf(id), seq, position, uuidOf(file.id), file.size, Buffer.from(file.sha256, "hex")],
    );
  return { ...piece, files: files.map((file) => file.id), seq, sha256: hash.toString("hex"), recordedAt: now };
}

export const evidenceIn = async (db: Queryable, id: DisputeId): Promise<Evidence[]> =>
  (await db.query<Row>(`${SELECT} order by e.seq`, [shardOf(id), uuidOf(id)])).map(evidenceOf);

/** How much a side has put into a file: pieces, files and their bytes. */
export async function weightOf(
  db: Queryable,
  id: DisputeId,
  side: Side,
): Promise<{ readonly pieces: number; readonly files: number; readonly bytes: number }> {
  const row = await db.one<{ pieces: number; files: number; bytes: bigint }>(
    `select count(distinct e.seq)::int as pieces, count(f.file_id)::int as files, coalesce(sum(f.size), 0)::bigint as bytes
       from disputes.evidence e
       left join disputes.evidence_file f on f.shard = e.shard and f.dispute_id = e.dispute_id and f.seq = e.seq
      where e.shard = $1 and e.dispute_id = $2 and e.side = $3`,
    [shardOf(id), uuidOf(id), side],
  );
  return { pieces: row.pieces, files: row.files, bytes: Number(row.bytes) };
}

/** Whether a file is evidence of a dispute of this person's, as a party or as the arbiter who has taken it. */
export async function isEvidenceFor(db: Queryable, file: FileId, person: UserId): Promise<boolean> {
  const rows = await db.query(
    `select from disputes.evidence_file f join disputes.dispute d on d.shard = f.shard and d.id = f.dispute_id
      where f.file_id = $1 and (d.buyer_id = $2 or d.seller_id = $2 or d.arbiter_id = $2) limit 1`,
    [uuidOf(file), uuidOf(person)],
  );
  return rows.length > 0;
}

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

const evidenceOf = ({ sha256, dated_at, recorded_at, files, ...row }: Row): Evidence => ({
  ...row,
  files: (files ?? []).map((file) => idOf("file", file)),
  sha256: Buffer.from(sha256).toString("hex"),
  datedAt: dated_at,
  recordedAt: recorded_at,
});
