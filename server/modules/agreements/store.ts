import type { AgreementStage, AgreementTerms, Party, Texts } from "@amana/core/agreement";
import { type Id, idOf, type OrderId, type ProductId, type UserId, uuidOf } from "@amana/core/ids";
import type { Currency } from "@amana/core/money";
import { type Side, type StoredTerms, storedTerms, termsFrom } from "@amana/core/negotiation";
import { at, type Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type AgreementId = Id<"agreement">;
export type NegotiationId = Id<"negotiation">;

export type Agreement = {
  readonly id: AgreementId;
  readonly negotiation: NegotiationId;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly product: ProductId;
  readonly currency: Currency;
  readonly version: number;
  readonly order: OrderId | null;
  readonly orderBy: Instant;
  readonly agreedAt: Instant;
};

/** One version as it was written: terms, both texts, and the hash over them. */
export type Version = {
  readonly version: number;
  readonly terms: AgreementTerms;
  readonly texts: Texts;
  readonly hash: string;
};

type Row = {
  id: string;
  negotiation_id: string;
  buyer_id: string;
  seller_id: string;
  product_id: string;
  currency: Currency;
  version: number;
  order_id: string | null;
  order_by: Instant;
  agreed_at: Instant;
};

const COLUMNS = "id, negotiation_id, buyer_id, seller_id, product_id, currency, version, order_id, order_by, agreed_at";

export async function insertAgreement(tx: Queryable, agreement: Agreement): Promise<void> {
  await tx.query(`insert into agreements.agreement (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [
    ...[uuidOf(agreement.id), uuidOf(agreement.negotiation), uuidOf(agreement.buyer), uuidOf(agreement.seller)],
    ...[uuidOf(agreement.product), agreement.currency, agreement.version, null],
    ...[timestamp(agreement.orderBy), timestamp(agreement.agreedAt)],
  ]);
}

export async function updateAgreement(tx: Queryable, { id, version, order, orderBy }: Agreement): Promise<void> {
  await tx.query(
    `update agreements.agreement set version = $2, order_id = $3, order_by = $4,
       stage = case when order_id is not distinct from $3 then stage when $3::uuid is null then 'to_be_ordered' else 'to_be_paid' end
      where id = $1`,
    [uuidOf(id), version, order && uuidOf(order), timestamp(orderBy)],
  );
}

/** `lock`: nobody else changes it until the commit. */
export async function readAgreement(db: Queryable, id: AgreementId, lock = false): Promise<Agreement | null> {
  // The lock comes first, in a statement of its own: what is read afterwards has happened before it was given.
  if (lock) await db.query("select 1 from agreements.agreement where id = $1 for update", [uuidOf(id)]);
  const row = await db.maybe<Row>(`select ${COLUMNS} from agreements.agreement where id = $1`, [uuidOf(id)]);
  return row && agreementOf(row);
}

/** The agreement that each of these negotiations has come to, where it has. */
export async function agreementsOf(
  db: Queryable,
  negotiations: readonly NegotiationId[],
): Promise<Map<NegotiationId, AgreementId>> {
  const rows = await db.query<Pick<Row, "id" | "negotiation_id">>(
    "select id, negotiation_id from agreements.agreement where negotiation_id = any ($1::uuid[])",
    [negotiations.map(uuidOf)],
  );
  return new Map(rows.map((row) => [idOf("negotiation", row.negotiation_id), idOf("agreement", row.id)]));
}

/** Nothing where the order was placed from no agreement, or is not the agreement's any more. */
export async function setStage(tx: Queryable, order: OrderId, stage: AgreementStage): Promise<void> {
  await tx.query("update agreements.agreement set stage = $2 where order_id = $1 and stage <> $2", [
    uuidOf(order),
    stage,
  ]);
}

export type Listed = {
  readonly user: UserId;
  readonly role: Side | "any";
  readonly stages: readonly AgreementStage[] | null;
  readonly limit: number;
  readonly beyond: AgreementId | null;
  readonly now: Instant;
};

/** Somebody's agreements, newest first; what was not ordered in time counts as lapsed. */
export async function listAgreements(
  db: Queryable,
  listed: Listed,
): Promise<{ readonly agreement: Agreement; readonly stage: AgreementStage }[]> {
  const mine = { buyer: "buyer_id = $1", seller: "seller_id = $1", any: "(buyer_id = $1 or seller_id = $1)" };
  const stage = "case when stage = 'to_be_ordered' and order_by <= $5 then 'lapsed' else stage end";
  const rows = await db.query<Row & { stage: AgreementStage }>(
    `select ${COLUMNS}, ${stage} as stage from agreements.agreement
      where ${mine[listed.role]} and ($3::uuid is null or id < $3) and ($4::text[] is null or ${stage} = any ($4))
      order by id desc limit $2`,
    [uuidOf(listed.user), listed.limit, listed.beyond && uuidOf(listed.beyond), listed.stages, timestamp(listed.now)],
  );
  return rows.map((row) => ({ agreement: agreementOf(row), stage: row.stage }));
}

const agreementOf = (row: Row): Agreement => ({
  id: idOf("agreement", row.id),
  negotiation: idOf("negotiation", row.negotiation_id),
  buyer: idOf("user", row.buyer_id),
  seller: idOf("user", row.seller_id),
  product: idOf("product", row.product_id),
  currency: row.currency,
  version: row.version,
  order: row.order_id === null ? null : idOf("order", row.order_id),
  orderBy: row.order_by,
  agreedAt: row.agreed_at,
});

/** What the terms of a version keep beside those of an offer. */
type StoredVersion = StoredTerms & {
  readonly agreedAt: number;
  readonly buyer: Party;
  readonly seller: Party;
  readonly item: AgreementTerms["item"];
  readonly signatureHours: number;
};

type VersionRow = { version: number; terms: StoredVersion; text_en: string; text_ar: string; hash: string };

export async function insertVersion(tx: Queryable, id: AgreementId, written: Version): Promise<void> {
  const { terms, texts, version, hash } = written;
  const { agreedAt, buyer, seller, item, signatureHours, agreement: _id, version: _version, ...offered } = terms;
  const stored: StoredVersion = { ...storedTerms(offered), agreedAt, buyer, seller, item, signatureHours };
  await tx.query(
    `insert into agreements.version (agreement_id, version, terms, text_en, text_ar, hash, agreed_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [uuidOf(id), version, JSON.stringify(stored), texts.en, texts.ar, hash, timestamp(agreedAt)],
  );
}

/** Every version of an agreement, the newest last. */
export async function versionsOf(db: Queryable, { id, currency }: Agreement): Promise<Version[]> {
  const rows = await db.query<VersionRow>(
    "select version, terms, text_en, text_ar, hash from agreements.version where agreement_id = $1 order by version",
    [uuidOf(id)],
  );
  return rows.map((row) => ({
    ...{ version: row.version, hash: row.hash, texts: { en: row.text_en, ar: row.text_ar } },
    terms: termsOf(row, id, currency),
  }));
}

/** The terms of the newest version of each, by its agreement. */
export async function newestTermsOf(
  db: Queryable,
  agreements: readonly Agreement[],
): Promise<Map<AgreementId, AgreementTerms>> {
  const rows = await db.query<Pick<VersionRow, "version" | "terms"> & { agreement_id: string }>(
    `select v.agreement_id, v.version, v.terms from agreements.version v
       join agreements.agreement a on a.id = v.agreement_id and a.version = v.version where a.id = any ($1::uuid[])`,
    [agreements.map(({ id }) => uuidOf(id))],
  );
  const currencies = new Map(agreements.map(({ id, currency }) => [id, currency]));
  return new Map(
    rows.flatMap((row) => {
      const id = idOf("agreement", row.agreement_id);
      const currency = currencies.get(id);
      return currency ? [[id, termsOf(row, id, currency)] as const] : [];
    }),
  );
}

function termsOf(row: Pick<VersionRow, "version" | "terms">, id: AgreementId, currency: Currency): AgreementTerms {
  const { agreedAt, buyer, seller, item, signatureHours, ...offered } = row.terms;
  const told = { agreement: id, version: row.version, agreedAt: at(agreedAt), buyer, seller, item, signatureHours };
  return { ...termsFrom(offered, currency), ...told };
}

export type Signature = {
  readonly version: number;
  readonly by: Side;
  readonly user: UserId;
  readonly name: string;
  readonly hash: string;
  readonly signedAt: Instant;
  readonly network: string | null;
  readonly agent: string | null;
};

export async function insertSignature(tx: Queryable, id: AgreementId, signature: Signature): Promise<void> {
  await tx.query(
    `insert into agreements.signature (agreement_id, version, side, user_id, name, hash, signed_at, network, agent)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[uuidOf(id), signature.version, signature.by, uuidOf(signature.user), signature.name, signature.hash],
      ...[timestamp(signature.signedAt), signature.network, signature.agent],
    ],
  );
}

type SignatureRow = {
  version: number;
  side: Side;
  user_id: string;
  name: string;
  hash: string;
  signed_at: Instant;
  network: string | null;
  agent: string | null;
};

export async function signaturesOf(db: Queryable, id: AgreementId): Promise<Signature[]> {
  const rows = await db.query<SignatureRow>(
    `select version, side, user_id, name, hash, signed_at, network, agent from agreements.signature
      where agreement_id = $1 order by version, signed_at, side`,
    [uuidOf(id)],
  );
  return rows.map(({ side, user_id: user, signed_at: signedAt, ...row }) => ({
    ...{ ...row, by: side, user: idOf("user", user), signedAt },
  }));
}

/** Who has signed the newest version of each. */
export async function signersOf(db: Queryable, ids: readonly AgreementId[]): Promise<Map<AgreementId, Side[]>> {
  const rows = await db.query<{ agreement_id: string; sides: Side[] }>(
    `select s.agreement_id, array_agg(s.side order by s.side) as sides from agreements.signature s
       join agreements.agreement a on a.id = s.agreement_id and a.version = s.version
      where a.id = any ($1::uuid[]) group by s.agreement_id`,
    [ids.map(uuidOf)],
  );
  return new Map(rows.map((row) => [idOf("agreement", row.agreement_id), row.sides]));
}
