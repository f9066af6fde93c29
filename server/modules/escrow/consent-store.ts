import type { Deal } from "@amana/core/escrow";
import { type DealId, type Id, idOf, shardOf, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Duration, Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type Side = "buyer" | "seller";
export type ConsentId = Id<"consent">;

/** What takes the word of both: how to divide the money, more time, and what else the process lets them agree on. */
export const CONSENTS = ["settle", "extend", "reship", "send_back", "accept_ruling"] as const;
export type ConsentKind = (typeof CONSENTS)[number];

export type ConsentState = "open" | "given" | "refused" | "withdrawn" | "superseded" | "ended";

export type Consent = {
  readonly id: ConsentId;
  readonly deal: DealId;
  readonly what: ConsentKind;
  /** With `settle`: what of the held amount goes back to the buyer; all and nothing are allowed. */
  readonly refund: Money | null;
  /** With `extend`. */
  readonly extension: Duration | null;
  readonly askedBy: Side;
  readonly askedAt: Instant;
  readonly note: string | null;
  readonly state: ConsentState;
  readonly answeredAt: Instant | null;
};

type Row = {
  id: string;
  deal: string;
  what: ConsentKind;
  refund: bigint | null;
  currency: Currency;
  extension: bigint | null;
  asked_by: Side;
  asked_at: Instant;
  note: string | null;
  state: ConsentState;
  answered_at: Instant | null;
};

const SELECT = `select c.id, c.deal, c.what, c.refund, d.currency, c.extension, c.asked_by, c.asked_at, c.note, c.state, c.answered_at
  from escrow.consent c join escrow.deal d on d.shard = c.shard and d.id = c.deal`;

/** Questions and answers about one deal go one after the other. Taken before the deal's own lock, never after it. */
export const lockConsents = (tx: Queryable, deal: DealId): Promise<unknown> =>
  tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`consents:${deal}`]);

export async function readConsent(db: Queryable, id: ConsentId): Promise<Consent | null> {
  const row = await db.maybe<Row>(`${SELECT} where c.shard = $1 and c.id = $2`, [shardOf(id), uuidOf(id)]);
  return row && consentOf(row);
}

export async function repeatedConsent(db: Queryable, deal: DealId, key: string): Promise<Consent | null> {
  const row = await db.maybe<Row>(`${SELECT} where c.shard = $1 and c.deal = $2 and c.request_key = $3`, [
    shardOf(deal),
    uuidOf(deal),
    key,
  ]);
  return row && consentOf(row);
}

export const openConsents = async (db: Queryable, { id }: Pick<Deal, "id">): Promise<Consent[]> =>
  (
    await db.query<Row>(`${SELECT} where c.shard = $1 and c.deal = $2 and c.state = 'open' order by c.id`, [
      shardOf(id),
      uuidOf(id),
    ])
  ).map(consentOf);

/** All that was ever asked about a deal, the newest first. */
export const consentsOf = async (db: Queryable, deal: DealId, most: number): Promise<Consent[]> =>
  (
    await db.query<Row>(`${SELECT} where c.shard = $1 and c.deal = $2 order by c.id desc limit $3`, [
      shardOf(deal),
      uuidOf(deal),
      most,
    ])
  ).map(consentOf);

export async function insertConsent(tx: Queryable, consent: Consent, key: string | null): Promise<void> {
  await tx.query(
    `insert into escrow.consent (shard, id, deal, what, refund, extension, asked_by, asked_at, note, request_key, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')`,
    [
      shardOf(consent.id),
      uuidOf(consent.id),
      uuidOf(consent.deal),
      consent.what,
      consent.refund?.minor ?? null,
      consent.extension,
      consent.askedBy,
      timestamp(consent.askedAt),
      consent.note,
      key,
    ],
  );
}

export async function answerConsent(
  tx: Queryable,
  { id }: Pick<Consent, "id">,
  state: Exclude<ConsentState, "open">,
  now: Instant,
): Promise<void> {
  await tx.query("update escrow.consent set state = $3, answered_at = $4 where shard = $1 and id = $2", [
    shardOf(id),
    uuidOf(id),
    state,
    timestamp(now),
  ]);
}

const consentOf = (row: Row): Consent => ({
  id: idOf("consent", row.id),
  deal: idOf("deal", row.deal),
  what: row.what,
  refund: row.refund === null ? null : money(row.refund, row.currency),
  extension: row.extension === null ? null : Number(row.extension),
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  note: row.note,
  state: row.state,
  answeredAt: row.answered_at,
});
