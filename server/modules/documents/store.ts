import { type Id, idOf, type OrderId, shardOf, uuidOf } from "@amana/core/ids";
import type { Currency } from "@amana/core/money";
import { type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Content, DocumentKind } from "./content.ts";

export type DocumentId = Id<"document">;

export type StoredDocument = {
  readonly id: DocumentId;
  readonly order: OrderId;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedAt: Instant;
  readonly total: Money;
  readonly content: Content;
  readonly hash: string;
};

const PREFIXES: Readonly<Record<DocumentKind, string>> = {
  invoice: "INV",
  credit_note: "CRN",
  commission_invoice: "COM",
};

/**
 * The next number of an issuer's series: INV, the year, six digits. It belongs to the transaction that asks, so that none is left out, and
 * whoever asks next waits for it.
 */
export async function nextNumber(tx: Queryable, issuer: string, kind: DocumentKind, now: Instant): Promise<string> {
  const { year, last } = await tx.one<{ year: number; last: number }>(
    `insert into documents.series as s (issuer, kind, year, last)
     values ($1, $2, to_char($3::timestamptz at time zone 'UTC', 'YYYY')::int, 1)
     on conflict (issuer, kind, year) do update set last = s.last + 1 returning year, last`,
    [issuer, kind, timestamp(now)],
  );
  return `${PREFIXES[kind]}-${year}-${String(last).padStart(6, "0")}`;
}

export async function insertDocument(
  tx: Queryable,
  issuer: string,
  document: Omit<StoredDocument, "content"> & { readonly text: string },
): Promise<void> {
  const { id, order, kind, number, issuedAt, total, text, hash } = document;
  await tx.query(
    `insert into documents.document (shard, id, order_id, kind, issuer, number, issued_at, currency, total, content, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[shardOf(id), uuidOf(id), uuidOf(order), kind, issuer, number, timestamp(issuedAt)],
      ...[total.currency, total.minor, text, hash],
    ],
  );
}

type Row = {
  id: string;
  order_id: string;
  kind: DocumentKind;
  number: string;
  issued_at: Instant;
  currency: Currency;
  total: bigint;
  content: string;
  hash: string;
};
const COLUMNS = "id, order_id, kind, number, issued_at, currency, total, content, hash";

/** The documents of an order, the oldest first. */
export async function documentsOf(db: Queryable, order: OrderId): Promise<StoredDocument[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from documents.document where shard = $1 and order_id = $2 order by issued_at, kind desc`,
    [shardOf(order), uuidOf(order)],
  );
  return rows.map(documentOf);
}

export async function readDocument(db: Queryable, id: DocumentId): Promise<StoredDocument | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from documents.document where shard = $1 and id = $2`, [
    ...[shardOf(id), uuidOf(id)],
  ]);
  return row && documentOf(row);
}

const documentOf = (row: Row): StoredDocument => ({
  id: idOf("document", row.id),
  order: idOf("order", row.order_id),
  kind: row.kind,
  number: row.number,
  issuedAt: row.issued_at,
  total: money(row.total, row.currency),
  content: JSON.parse(row.content),
  hash: row.hash,
});
