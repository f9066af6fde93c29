import type { DeadlineKind, EscrowStatus, OrderStatus } from "@amana/core/escrow";
import { type DealId, idOf, type OrderId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import type { Text } from "#modules/catalog";
import { type Queryable, textArray, timestamp } from "#runtime/database";
import type { OrderKind } from "./store.ts";
import { queryOf, wordsOf } from "./words.ts";

/** An order as lists show it. */
export type Summary = {
  readonly id: OrderId;
  readonly number: string;
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly escrow: EscrowStatus;
  readonly placedAt: Instant;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly total: Money;
  readonly sellerReceives: Money;
  readonly title: Text;
  readonly picture: string | null;
  readonly deadline: { readonly kind: DeadlineKind; readonly dueAt: Instant } | null;
};

type SummaryRow = {
  id: string;
  number: string;
  kind: OrderKind;
  status: OrderStatus;
  escrow: EscrowStatus;
  placed_at: Instant;
  buyer_id: string;
  seller_id: string;
  currency: Currency;
  total: bigint;
  seller_receives: bigint;
  title: Text;
  picture: string | null;
  deadline_kind: DeadlineKind | null;
  due_at: Instant | null;
};

const SUMMARY = `select o.id, o.number, o.kind, o.status, o.escrow, o.placed_at, o.buyer_id, o.seller_id, o.currency, o.total, o.seller_receives, i.title, i.picture,
    o.deadline_kind, o.due_at
  from orders."order" o join orders.item i on i.shard = o.shard and i.order_id = o.id and i.line = 0`;

/** By what a list is sorted, and which way; a minus is downwards. By the deadline: only what has one. */
export const SORTS = ["-placedAt", "placedAt", "-total", "total", "dueAt"] as const;
export type Sort = (typeof SORTS)[number];

/** What is not said does not matter. */
export type Filters = {
  readonly statuses?: readonly OrderStatus[];
  readonly escrow?: EscrowStatus;
  readonly orderKind?: OrderKind;
  readonly from?: Instant;
  readonly until?: Instant;
  readonly currency?: Currency;
  /** In minor units. */
  readonly min?: number;
  readonly max?: number;
  /** Words of number, titles, names and tracking number. */
  readonly words?: readonly string[];
  readonly buyer?: UserId;
  readonly seller?: UserId;
  /** Either of both. */
  readonly party?: UserId;
  readonly deals?: readonly DealId[];
};

/** Where a page begins: after this order, by what the list is sorted by. */
export type Beyond = { readonly key: number; readonly id: OrderId };

export type Listing = {
  readonly filters: Filters;
  readonly sort: Sort;
  readonly limit: number;
  readonly beyond: Beyond | null;
};

export async function listOrders(db: Queryable, { filters, sort, limit, beyond }: Listing): Promise<Summary[]> {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const { column, down, cast, write } = COLUMN_OF[sort];
  const conditions = [
    ...conditionsOf(filters, value),
    ...(sort === "dueAt" ? ["o.due_at is not null"] : []),
    ...(beyond
      ? [
          `(${column}, o.id) ${down ? "<" : ">"} (${value(write(beyond.key))}::${cast}, ${value(uuidOf(beyond.id))}::uuid)`,
        ]
      : []),
  ];
  const where = conditions.length > 0 ? `where ${conditions.join(" and ")}` : "";
  const way = down ? "desc" : "asc";
  const rows = await db.query<SummaryRow>(
    `${SUMMARY} ${where} order by ${column} ${way}, o.id ${way} limit ${value(limit)}`,
    values,
  );
  return rows.map(summaryOf);
}

const written = (key: number): string => new Date(key).toISOString();
const COLUMN_OF = {
  "-placedAt": { column: "o.placed_at", down: true, cast: "timestamptz", write: written },
  placedAt: { column: "o.placed_at", down: false, cast: "timestamptz", write: written },
  "-total": { column: "o.total", down: true, cast: "bigint", write: String },
  total: { column: "o.total", down: false, cast: "bigint", write: String },
  dueAt: { column: "o.due_at", down: false, cast: "timestamptz", write: written },
} as const satisfies Record<Sort, { column: string; down: boolean; cast: string; write: (key: number) => string }>;

/** What the next page of a list sorted so begins after. */
export function keyOf(sort: Sort, { placedAt, total, deadline }: Summary): number {
  if (sort === "dueAt") return deadline?.dueAt ?? placedAt;
  return sort === "total" || sort === "-total" ? Number(total.minor) : placedAt;
}

type Take = (value: unknown) => string;

/** One condition for each filter that is given. */
const CONDITIONS: { readonly [F in keyof Filters]-?: (given: NonNullable<Filters[F]>, value: Take) => string } = {
  statuses: (statuses, value) => `o.status = any (${value(statuses)}::text[])`,
  escrow: (escrow, value) => `o.escrow = ${value(escrow)}`,
  orderKind: (kind, value) => `o.kind = ${value(kind)}`,
  from: (from, value) => `o.placed_at >= ${value(timestamp(from))}`,
  until: (until, value) => `o.placed_at < ${value(timestamp(until))}`,
  currency: (currency, value) => `o.currency = ${value(currency)}`,
  min: (min, value) => `o.total >= ${value(min)}::bigint`,
  max: (max, value) => `o.total <= ${value(max)}::bigint`,
  words: (words, value) =>
    `(o.shard, o.id) in (select s.shard, s.order_id from orders.search s where (s.about || s.buyer || s.seller) @@ ${value(queryOf(words))}::tsquery)`,
  buyer: (buyer, value) => `o.buyer_id = ${value(uuidOf(buyer))}`,
  seller: (seller, value) => `o.seller_id = ${value(uuidOf(seller))}`,
  deals: (deals, value) =>
    `(o.shard, o.deal_id) in (select * from unnest(${value(deals.map(shardOf))}::smallint[], ${value(deals.map(uuidOf))}::uuid[]))`,
  party: (party, value) => {
    const user = value(uuidOf(party));
    return `(o.buyer_id = ${user} or o.seller_id = ${user})`;
  },
};

const conditionsOf = (filters: Filters, value: Take): string[] =>
  (Object.keys(CONDITIONS) as (keyof Filters)[]).flatMap((name) => {
    const given = filters[name];
    const condition = CONDITIONS[name] as (given: unknown, value: Take) => string;
    return given === undefined ? [] : [condition(given, value)];
  });

/** Some orders, in the order in which they are asked for. */
export async function summariesOf(db: Queryable, orders: readonly OrderId[]): Promise<Summary[]> {
  const rows = await db.query<SummaryRow>(
    `${SUMMARY} join unnest($1::smallint[], $2::uuid[]) with ordinality w(shard, id, at) on w.shard = o.shard and w.id = o.id order by w.at`,
    [orders.map(shardOf), orders.map(uuidOf)],
  );
  return rows.map(summaryOf);
}

/** Parcels that a seller has still to send and work that waits to be accepted, the most urgent first. */
export async function pendingOf(db: Queryable, seller: UserId, limit: number): Promise<Summary[]> {
  const rows = await db.query<SummaryRow>(
    `${SUMMARY} where o.seller_id = $1
        and (o.kind = 'physical' and o.status in ('escrow_locked', 'order_confirmed', 'processing', 'ready_to_ship')
          or o.kind = 'service' and o.status = 'escrow_locked')
      order by o.due_at, o.id limit $2`,
    [uuidOf(seller), limit],
  );
  return rows.map(summaryOf);
}

/** Orders of a seller that have been delivered and are not yet released, the soonest first. */
export async function awaitingRelease(db: Queryable, seller: UserId, limit: number): Promise<Summary[]> {
  const rows = await db.query<SummaryRow>(
    `${SUMMARY} where o.seller_id = $1 and o.status = 'delivered' order by o.due_at, o.id limit $2`,
    [uuidOf(seller), limit],
  );
  return rows.map(summaryOf);
}

/** How many orders of a seller are in each state; states of none are left out. */
export async function countsOf(db: Queryable, seller: UserId): Promise<{ status: OrderStatus; count: number }[]> {
  return await db.query<{ status: OrderStatus; count: number }>(
    `select status, count(*)::int as count from orders."order" where seller_id = $1 group by status order by status`,
    [uuidOf(seller)],
  );
}

const summaryOf = (row: SummaryRow): Summary => ({
  id: idOf("order", row.id),
  number: row.number,
  kind: row.kind,
  status: row.status,
  escrow: row.escrow,
  placedAt: row.placed_at,
  buyer: idOf("user", row.buyer_id),
  seller: idOf("user", row.seller_id),
  total: money(row.total, row.currency),
  sellerReceives: money(row.seller_receives, row.currency),
  title: row.title,
  picture: row.picture,
  deadline: row.deadline_kind !== null && row.due_at !== null ? { kind: row.deadline_kind, dueAt: row.due_at } : null,
});

type Remembered = {
  readonly id: OrderId;
  readonly number: string;
  readonly titles: readonly Text[];
  readonly buyer: string;
  readonly seller: string;
};

/** Keeps what people may remember of an order: number, titles, the names at the sale. */
export async function insertWords(tx: Queryable, { id, number, titles, buyer, seller }: Remembered): Promise<void> {
  const about = wordsOf(number, ...titles.flatMap(({ en, ar }) => [en, ar]));
  await tx.query(
    `insert into orders.search (shard, order_id, about, buyer, seller)
     values ($1, $2, array_to_tsvector($3::text[]), array_to_tsvector($4::text[]), array_to_tsvector($5::text[]))`,
    [shardOf(id), uuidOf(id), textArray(about), textArray(wordsOf(buyer)), textArray(wordsOf(seller))],
  );
}

/** From then on an order is found by these words too. */
export async function addWords(tx: Queryable, order: OrderId, text: string): Promise<void> {
  await tx.query(
    `update orders.search set about = tsvector_concat(about, array_to_tsvector($3::text[])) where shard = $1 and order_id = $2`,
    [shardOf(order), uuidOf(order), textArray(wordsOf(text))],
  );
}

/** No order is found by this person's name any more. */
export async function forgetNames(tx: Queryable, person: UserId): Promise<void> {
  for (const side of ["buyer", "seller"] as const)
    await tx.query(
      `update orders.search s set ${side} = '' from orders."order" o
        where o.${side}_id = $1 and s.shard = o.shard and s.order_id = o.id`,
      [uuidOf(person)],
    );
}
