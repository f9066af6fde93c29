import { type Id, idOf, type ProductId, type UserId, uuidOf } from "@amana/core/ids";
import type { Currency } from "@amana/core/money";
import {
  type Negotiation,
  type NegotiationState,
  type OfferState,
  type OfferTerms,
  type Side,
  type StoredTerms,
  storedTerms,
  termsFrom,
} from "@amana/core/negotiation";
import type { Instant } from "@amana/core/time";
import type { ChosenVariant, Text } from "#modules/catalog";
import { type Queryable, timestamp } from "#runtime/database";

export type NegotiationId = Id<"negotiation">;
export type OfferId = Id<"offer">;

/** A negotiation as it is stored: what the rules look at, and whom and what it is about. */
export type StoredNegotiation = Negotiation & {
  readonly id: NegotiationId;
  readonly product: ProductId;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly currency: Currency;
  readonly title: Text;
  readonly variant: ChosenVariant | null;
  readonly picture: string | null;
  readonly version: number;
  readonly standingOffer: OfferId | null;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
};

export type Offer = {
  readonly id: OfferId;
  readonly number: number;
  readonly by: Side;
  readonly terms: OfferTerms;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly state: OfferState;
};

type Row = {
  id: string;
  product_id: string;
  buyer_id: string;
  seller_id: string;
  currency: Currency;
  title: Text;
  variant: ChosenVariant | null;
  picture: string | null;
  state: NegotiationState;
  version: number;
  standing_offer: string | null;
  runs_out_at: Instant;
  opened_at: Instant;
  updated_at: Instant;
  standing_side: Side | null;
  standing_expires_at: Instant | null;
};

const COLUMNS = `n.id, n.product_id, n.buyer_id, n.seller_id, n.currency, n.title, n.variant, n.picture, n.state, n.version, n.standing_offer,
  n.runs_out_at, n.opened_at, n.updated_at, o.side as standing_side, o.expires_at as standing_expires_at`;

/** False when the buyer talks about this listing already. */
export async function insertNegotiation(tx: Queryable, negotiation: StoredNegotiation): Promise<boolean> {
  const rows = await tx.query(
    `insert into negotiations.negotiation (id, product_id, buyer_id, seller_id, currency, title, picture, state, version, runs_out_at, opened_at, updated_at, variant)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12) on conflict (buyer_id, product_id) where state = 'open' do nothing returning id`,
    [
      ...[uuidOf(negotiation.id), uuidOf(negotiation.product), uuidOf(negotiation.buyer), uuidOf(negotiation.seller)],
      ...[negotiation.currency, JSON.stringify(negotiation.title), negotiation.picture, negotiation.state],
      ...[negotiation.version, timestamp(negotiation.runsOutAt), timestamp(negotiation.openedAt)],
      negotiation.variant && JSON.stringify(negotiation.variant),
    ],
  );
  return rows.length === 1;
}

/** What has run out in silence makes room for a new talk about the same listing. */
export async function noteExpired(tx: Queryable, buyer: UserId, product: ProductId, now: Instant): Promise<void> {
  await tx.query(
    `update negotiations.negotiation set state = 'expired', version = version + 1
      where buyer_id = $1 and product_id = $2 and state = 'open' and runs_out_at <= $3`,
    [uuidOf(buyer), uuidOf(product), timestamp(now)],
  );
}

export async function updateNegotiation(tx: Queryable, negotiation: StoredNegotiation): Promise<void> {
  await tx.query(
    `update negotiations.negotiation set state = $2, version = $3, standing_offer = $4, runs_out_at = $5, updated_at = $6 where id = $1`,
    [
      ...[uuidOf(negotiation.id), negotiation.state, negotiation.version],
      negotiation.standingOffer && uuidOf(negotiation.standingOffer),
      ...[timestamp(negotiation.runsOutAt), timestamp(negotiation.updatedAt)],
    ],
  );
}

export async function insertOffer(tx: Queryable, negotiation: NegotiationId, offer: Offer): Promise<void> {
  await tx.query(
    `insert into negotiations.offer (negotiation_id, id, number, side, terms, made_at, expires_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[uuidOf(negotiation), uuidOf(offer.id), offer.number, offer.by, JSON.stringify(storedTerms(offer.terms))],
      ...[timestamp(offer.madeAt), timestamp(offer.expiresAt), offer.state],
    ],
  );
}

export async function setOfferState(
  tx: Queryable,
  negotiation: NegotiationId,
  offer: OfferId,
  state: OfferState,
): Promise<void> {
  await tx.query("update negotiations.offer set state = $3 where negotiation_id = $1 and id = $2", [
    uuidOf(negotiation),
    uuidOf(offer),
    state,
  ]);
}

/** `lock`: nobody else changes it until the commit. */
export async function readNegotiation(
  db: Queryable,
  id: NegotiationId,
  lock = false,
): Promise<StoredNegotiation | null> {
  // The lock comes first, in a statement of its own: what is read afterwards has happened before it was given.
  if (lock) await db.query("select 1 from negotiations.negotiation where id = $1 for update", [uuidOf(id)]);
  const row = await db.maybe<Row>(
    `select ${COLUMNS} from negotiations.negotiation n
       left join negotiations.offer o on o.negotiation_id = n.id and o.id = n.standing_offer where n.id = $1`,
    [uuidOf(id)],
  );
  return row && negotiationOf(row);
}

export type Listed = {
  readonly user: UserId;
  readonly role: Side | "any";
  readonly states: readonly NegotiationState[] | null;
  readonly limit: number;
  readonly beyond: NegotiationId | null;
  readonly now: Instant;
};

/** Somebody's negotiations, newest first; what has run out counts as expired, noted or not. */
export async function listNegotiations(db: Queryable, listed: Listed): Promise<StoredNegotiation[]> {
  const mine = { buyer: "n.buyer_id = $1", seller: "n.seller_id = $1", any: "(n.buyer_id = $1 or n.seller_id = $1)" };
  const rows = await db.query<Row>(
    `select ${COLUMNS} from negotiations.negotiation n
       left join negotiations.offer o on o.negotiation_id = n.id and o.id = n.standing_offer
      where ${mine[listed.role]} and ($3::uuid is null or n.id < $3)
        and ($4::text[] is null or case when n.state = 'open' and n.runs_out_at <= $5 then 'expired' else n.state end = any ($4))
      order by n.id desc limit $2`,
    [uuidOf(listed.user), listed.limit, listed.beyond && uuidOf(listed.beyond), listed.states, timestamp(listed.now)],
  );
  return rows.map(negotiationOf);
}

type OfferRow = {
  negotiation_id: string;
  id: string;
  number: number;
  side: Side;
  terms: StoredTerms;
  made_at: Instant;
  expires_at: Instant;
  state: OfferState;
};

/** Every offer of these negotiations, in the order in which they were made. */
export async function offersOf(
  db: Queryable,
  negotiations: readonly StoredNegotiation[],
): Promise<Map<NegotiationId, Offer[]>> {
  const rows = await db.query<OfferRow>(
    `select negotiation_id, id, number, side, terms, made_at, expires_at, state from negotiations.offer
      where negotiation_id = any ($1::uuid[]) order by negotiation_id, number`,
    [negotiations.map(({ id }) => uuidOf(id))],
  );
  const currencies = new Map(negotiations.map(({ id, currency }) => [id, currency]));
  const found = new Map<NegotiationId, Offer[]>(negotiations.map(({ id }) => [id, []]));
  for (const row of rows) {
    const id = idOf("negotiation", row.negotiation_id);
    const currency = currencies.get(id);
    if (currency) found.get(id)?.push(offerOf(row, currency));
  }
  return found;
}

const offerOf = (row: OfferRow, currency: Currency): Offer => ({
  id: idOf("offer", row.id),
  number: row.number,
  by: row.side,
  terms: termsFrom(row.terms, currency),
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  state: row.state,
});

function negotiationOf(row: Row): StoredNegotiation {
  const { standing_side: by, standing_expires_at: expiresAt } = row;
  return {
    id: idOf("negotiation", row.id),
    product: idOf("product", row.product_id),
    buyer: idOf("user", row.buyer_id),
    seller: idOf("user", row.seller_id),
    currency: row.currency,
    title: row.title,
    variant: row.variant,
    picture: row.picture,
    state: row.state,
    version: row.version,
    standingOffer: row.standing_offer === null ? null : idOf("offer", row.standing_offer),
    standing: by !== null && expiresAt !== null ? { by, expiresAt } : null,
    runsOutAt: row.runs_out_at,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
  };
}
