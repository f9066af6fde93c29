import type { Deal, OrderStatus, Turn } from "@amana/core/escrow";
import {
  type DealId,
  type Id,
  idOf,
  type OrderId,
  type ProductId,
  shardOf,
  type UserId,
  uuidOf,
  type VariantId,
} from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { SaleTerms, TaxLine } from "@amana/core/pricing";
import type { Parcel, ShippingOption, ShippingSpeed } from "@amana/core/shipping";
import { at, type Instant } from "@amana/core/time";
import type { Text } from "#modules/catalog";
import type { DecidedBy } from "#modules/commission";
import { json, type Queryable, timestamp } from "#runtime/database";

export type ShippingAddress = {
  readonly name: string;
  readonly phone: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly postcode: string;
};

export const ORDER_KINDS = ["physical", "digital", "service", "milestone"] as const;
/** What an order is about, and so which process its deal follows. */
export type OrderKind = (typeof ORDER_KINDS)[number];

/** How the goods of an order travel. */
export type Transport = {
  readonly address: ShippingAddress;
  readonly carrier: string;
  readonly option: ShippingOption;
  readonly parcel: Parcel;
};

/** What was agreed about work. */
export type Work = {
  readonly deliveryDays: number;
  readonly revisions: number;
  /** The part of a contract that this is; null for a service. */
  readonly milestone: { readonly contract: Id<"contract">; readonly number: number } | null;
};

export type Item = {
  /** Null for a milestone, which is no product. */
  readonly product: ProductId | null;
  readonly title: Text;
  readonly picture: string | null;
  readonly sku: string;
  readonly unitPrice: Money;
  readonly quantity: number;
  /** Null for what was bought before there were categories. */
  readonly category: string | null;
  readonly specifications: readonly Named[];
  readonly variant: { readonly id: VariantId; readonly choices: readonly Named[] } | null;
  /** Of a service alone: which one, and its package as it was offered. */
  readonly service?: SoldService;
};

/** The number of a package is its place in the listing, from 1. */
export type SoldService = { readonly id: Id<"service">; readonly package: SoldPackage };
type SoldPackage = { readonly number: number; readonly name: Text; readonly description: Text | null };

type Named = { readonly name: Text; readonly value: Text };

export type Order = {
  readonly id: OrderId;
  readonly number: string;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly deal: DealId;
  readonly kind: OrderKind;
  readonly terms: SaleTerms;
  /** Null for what does not travel. */
  readonly transport: Transport | null;
  /** Null for what is no work. */
  readonly work: Work | null;
  readonly taxes: readonly TaxLine[];
  /** Which rule the commission follows; null for orders from before there were rules. */
  readonly decidedBy: DecidedBy | null;
  readonly items: readonly Item[];
  readonly placedAt: Instant;
};

type StoredOption = {
  carrier: string;
  courier: string;
  title: string;
  speed: ShippingSpeed;
  price: string;
  expectedOn: string | null;
};

/** Amounts of an order are in its currency. */
type StoredTax = Omit<TaxLine, "net" | "tax"> & { readonly net: string; readonly tax: string };

type OrderRow = {
  id: string;
  number: string;
  buyer_id: string;
  seller_id: string;
  deal_id: string;
  currency: Currency;
  goods: bigint;
  shipping: bigint;
  total: bigint;
  commission: bigint;
  commission_tax: bigint;
  seller_receives: bigint;
  shipping_address: ShippingAddress | null;
  shipping_option: StoredOption | null;
  parcel: Parcel | null;
  placed_at: Instant;
  kind: OrderKind;
  work: Work | null;
  tax: bigint;
  buyer_fee: bigint;
  taxes: StoredTax[];
  commission_rule: DecidedBy | null;
};

const ORDER = `id, number, buyer_id, seller_id, deal_id, currency, goods, shipping, total, commission, commission_tax, seller_receives, shipping_address,
  shipping_option, parcel, placed_at, kind, work, tax, buyer_fee, taxes, commission_rule`;

export async function insertOrder(tx: Queryable, order: Order, deal: Deal, status: OrderStatus): Promise<void> {
  const { terms, transport } = order;
  await tx.query(
    `insert into orders."order" (shard, ${ORDER}, status, deadline_kind, due_at, revision, turn)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, 1, 'buyer')`,
    [
      shardOf(order.id),
      uuidOf(order.id),
      order.number,
      uuidOf(order.buyer),
      uuidOf(order.seller),
      uuidOf(order.deal),
      terms.total.currency,
      terms.goods.minor,
      terms.shipping.minor,
      terms.total.minor,
      terms.commission.minor,
      terms.commissionTax.minor,
      terms.sellerReceives.minor,
      transport && JSON.stringify(transport.address),
      transport && JSON.stringify(storedOption(transport)),
      transport && JSON.stringify(transport.parcel),
      timestamp(order.placedAt),
      order.kind,
      order.work && JSON.stringify(order.work),
      terms.tax.minor,
      terms.buyerFee.minor,
      json(order.taxes.map(storedTax)),
      order.decidedBy && json(order.decidedBy),
      status,
      deal.deadline?.kind ?? null,
      deal.deadline ? timestamp(deal.deadline.dueAt) : null,
    ],
  );
  for (const [line, item] of order.items.entries()) {
    await tx.query(
      `insert into orders.item (shard, order_id, line, product_id, title, picture, sku, unit_price, quantity, category, specifications, variant, service)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        shardOf(order.id),
        uuidOf(order.id),
        line,
        item.product && uuidOf(item.product),
        JSON.stringify(item.title),
        item.picture,
        item.sku,
        item.unitPrice.minor,
        item.quantity,
        item.category,
        JSON.stringify(item.specifications),
        item.variant && JSON.stringify(item.variant),
        item.service ? JSON.stringify(item.service) : null,
      ],
    );
  }
}

/** Notes from which agreement an order was placed. */
export async function insertAgreed(tx: Queryable, order: OrderId, agreement: Id<"agreement">): Promise<void> {
  await tx.query("insert into orders.agreed (shard, order_id, agreement_id) values ($1, $2, $3)", [
    ...[shardOf(order), uuidOf(order), uuidOf(agreement)],
  ]);
}

/** The agreement from which an order was placed; null for those that were not negotiated. */
export async function agreementOf(db: Queryable, order: OrderId): Promise<Id<"agreement"> | null> {
  const row = await db.maybe<{ agreement_id: string }>(
    "select agreement_id from orders.agreed where shard = $1 and order_id = $2",
    [shardOf(order), uuidOf(order)],
  );
  return row && idOf("agreement", row.agreement_id);
}

const storedOption = ({ carrier, option }: Transport): StoredOption => ({
  ...option,
  carrier,
  price: option.price.minor.toString(),
});

const storedTax = ({ net, tax, ...line }: TaxLine): StoredTax => ({
  ...{ ...line, net: net.minor.toString(), tax: tax.minor.toString() },
});

export async function readOrder(db: Queryable, id: OrderId): Promise<Order | null> {
  const row = await db.maybe<OrderRow>(`select ${ORDER} from orders."order" where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && orderOf(row, await itemsOf(db, id, row.currency));
}

export async function orderOfDeal(db: Queryable, deal: DealId): Promise<Order | null> {
  const row = await db.maybe<OrderRow>(`select ${ORDER} from orders."order" where shard = $1 and deal_id = $2`, [
    shardOf(deal),
    uuidOf(deal),
  ]);
  return row && orderOf(row, await itemsOf(db, idOf("order", row.id), row.currency));
}

/** The ids and numbers of the orders of these deals. */
export async function ordersOfDeals(
  db: Queryable,
  deals: readonly DealId[],
): Promise<Map<DealId, Pick<Order, "id" | "number">>> {
  const rows = await db.query<Pick<OrderRow, "id" | "number" | "deal_id">>(
    `select id, number, deal_id from orders."order"
      where (shard, deal_id) in (select * from unnest($1::smallint[], $2::uuid[]))`,
    [deals.map(shardOf), deals.map(uuidOf)],
  );
  return new Map(rows.map(({ id, number, deal_id: deal }) => [idOf("deal", deal), { id: idOf("order", id), number }]));
}

type ItemRow = {
  product_id: string | null;
  title: Text;
  picture: string | null;
  sku: string;
  unit_price: bigint;
  quantity: number;
  category: string | null;
  specifications: Named[] | null;
  variant: Item["variant"];
  service: SoldService | null;
};

async function itemsOf(db: Queryable, id: OrderId, currency: Currency): Promise<Item[]> {
  const rows = await db.query<ItemRow>(
    "select product_id, title, picture, sku, unit_price, quantity, category, specifications, variant, service from orders.item where shard = $1 and order_id = $2 order by line",
    [shardOf(id), uuidOf(id)],
  );
  return rows.map((row) => ({
    product: row.product_id === null ? null : idOf("product", row.product_id),
    title: row.title,
    picture: row.picture,
    sku: row.sku,
    unitPrice: money(row.unit_price, currency),
    quantity: row.quantity,
    ...{ category: row.category, specifications: row.specifications ?? [], variant: row.variant },
    ...(row.service && { service: row.service }),
  }));
}

export type Projection = { readonly status: OrderStatus; readonly turn: Turn; readonly at: number };

/** Keeps what lists show in step with the deal; news that came out of order changes nothing. */
export async function projectDeal(tx: Queryable, deal: Deal, { status, turn, at: moment }: Projection): Promise<void> {
  await tx.query(
    `update orders."order" set status = $3, deadline_kind = $4, due_at = $5, revision = $6, escrow = $7, turn = $8,
        disputed_at = coalesce(disputed_at, $9)
      where shard = $1 and deal_id = $2 and revision <= $6`,
    [
      shardOf(deal.id),
      uuidOf(deal.id),
      status,
      deal.deadline?.kind ?? null,
      deal.deadline ? timestamp(deal.deadline.dueAt) : null,
      deal.revision,
      deal.escrow,
      turn === "buyer" || turn === "seller" ? turn : null,
      status === "disputed" ? timestamp(at(moment)) : null,
    ],
  );
}

function orderOf(row: OrderRow, items: Item[]): Order {
  const amount = (minor: bigint): Money => money(minor, row.currency);
  return {
    id: idOf("order", row.id),
    number: row.number,
    buyer: idOf("user", row.buyer_id),
    seller: idOf("user", row.seller_id),
    deal: idOf("deal", row.deal_id),
    terms: {
      goods: amount(row.goods),
      shipping: amount(row.shipping),
      tax: amount(row.tax),
      buyerFee: amount(row.buyer_fee),
      total: amount(row.total),
      commission: amount(row.commission),
      commissionTax: amount(row.commission_tax),
      sellerReceives: amount(row.seller_receives),
    },
    kind: row.kind,
    transport: transportOf(row),
    work: row.work,
    taxes: row.taxes.map(({ net, tax, ...line }) => ({ ...line, net: amount(BigInt(net)), tax: amount(BigInt(tax)) })),
    decidedBy: row.commission_rule,
    items,
    placedAt: row.placed_at,
  };
}

function transportOf({ shipping_address: address, shipping_option: stored, parcel, currency }: OrderRow) {
  if (!address || !stored || !parcel) return null;
  const { carrier, price, ...option } = stored;
  return { address, carrier, option: { ...option, price: money(BigInt(price), currency) }, parcel };
}
