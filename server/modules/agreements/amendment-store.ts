import { type Id, idOf, uuidOf } from "@amana/core/ids";
import { type OfferTerms, type Side, type StoredTerms, storedTerms, termsFrom } from "@amana/core/negotiation";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Agreement, AgreementId } from "./store.ts";

export type AmendmentId = Id<"amendment">;
export const AMENDMENT_STATES = ["proposed", "accepted", "declined", "withdrawn"] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export type Amendment = {
  readonly id: AmendmentId;
  readonly baseVersion: number;
  readonly by: Side;
  /** What would be agreed then, the whole of it. */
  readonly terms: OfferTerms;
  readonly state: AmendmentState;
  readonly proposedAt: Instant;
  readonly decidedAt: Instant | null;
};

/** False when another one waits. */
export async function insertAmendment(tx: Queryable, { id }: Agreement, amendment: Amendment): Promise<boolean> {
  const rows = await tx.query(
    `insert into agreements.amendment (agreement_id, id, base_version, side, terms, state, proposed_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (agreement_id) where state = 'proposed' do nothing returning id`,
    [
      ...[uuidOf(id), uuidOf(amendment.id), amendment.baseVersion, amendment.by],
      ...[JSON.stringify(storedTerms(amendment.terms)), amendment.state, timestamp(amendment.proposedAt)],
    ],
  );
  return rows.length === 1;
}

export async function decideAmendment(
  tx: Queryable,
  agreement: Agreement,
  amendment: AmendmentId,
  state: AmendmentState,
  now: Instant,
): Promise<void> {
  await tx.query("update agreements.amendment set state = $3, decided_at = $4 where agreement_id = $1 and id = $2", [
    ...[uuidOf(agreement.id), uuidOf(amendment), state, timestamp(now)],
  ]);
}

type Row = {
  id: string;
  base_version: number;
  side: Side;
  terms: StoredTerms;
  state: AmendmentState;
  proposed_at: Instant;
  decided_at: Instant | null;
};

/** Every amendment that was ever proposed, the oldest first. */
export async function amendmentsOf(db: Queryable, { id, currency }: Agreement): Promise<Amendment[]> {
  const rows = await db.query<Row>(
    `select id, base_version, side, terms, state, proposed_at, decided_at from agreements.amendment
      where agreement_id = $1 order by proposed_at, id`,
    [uuidOf(id)],
  );
  return rows.map((row) => ({
    id: idOf("amendment", row.id),
    baseVersion: row.base_version,
    by: row.side,
    terms: termsFrom(row.terms, currency),
    state: row.state,
    proposedAt: row.proposed_at,
    decidedAt: row.decided_at,
  }));
}

/** Who has proposed the amendment that waits, of each that has one. */
export async function proposersOf(db: Queryable, ids: readonly AgreementId[]): Promise<Map<AgreementId, Side>> {
  const rows = await db.query<{ agreement_id: string; side: Side }>(
    "select agreement_id, side from agreements.amendment where state = 'proposed' and agreement_id = any ($1::uuid[])",
    [ids.map(uuidOf)],
  );
  return new Map(rows.map((row) => [idOf("agreement", row.agreement_id), row.side]));
}
