import { type Id, idOf, type OrderId, type ShipmentId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, money } from "@amana/core/money";
import type { Scan, ShippingOption, ShippingSpeed, TrackingState } from "@amana/core/shipping";
import type { Instant } from "@amana/core/time";
import type { Booking, BookingRequest } from "#ports/carrier";
import { type Queryable, timestamp } from "#runtime/database";

/** `replaced`: the goods were sent again, and this parcel is over. */
export type ShipmentState = "booking" | "booked" | "failed" | "cancelling" | "cancelled" | "replaced";

export type Shipment = {
  readonly id: ShipmentId;
  readonly order: OrderId;
  readonly seller: UserId;
  readonly carrier: string;
  readonly request: BookingRequest;
  readonly state: ShipmentState;
  /** When the seller asked: this decides whether dispatch was in time. */
  readonly requestedAt: Instant;
  readonly reference: string | null;
  readonly trackingNumber: string | null;
  readonly courierTitle: string | null;
  readonly labelUrl: string | null;
  readonly trackingUrl: string | null;
  readonly problem: string | null;
  readonly journeyOver: boolean;
};

/** Money as jsonb keeps it. */
type StoredMoney = { amount: string; currency: Currency };
type StoredRequest = Omit<BookingRequest, "value" | "items"> & {
  value: StoredMoney;
  items: { title: string; sku: string; quantity: number; unitPrice: StoredMoney }[];
};

type ShipmentRow = {
  id: string;
  order_id: string;
  seller_id: string;
  carrier: string;
  request: StoredRequest;
  state: ShipmentState;
  requested_at: Instant;
  reference: string | null;
  tracking_number: string | null;
  courier_title: string | null;
  label_url: string | null;
  tracking_url: string | null;
  problem: string | null;
  journey_over: boolean;
};

const SHIPMENT = `id, order_id, seller_id, carrier, request, state, requested_at, reference, tracking_number, courier_title, label_url,
  tracking_url, problem, journey_over`;

/** False when the order has a live shipment already. */
export async function insertShipment(tx: Queryable, shipment: Shipment): Promise<boolean> {
  const rows = await tx.query(
    `insert into shipping.shipment (shard, id, order_id, seller_id, carrier, request, state, requested_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing returning id`,
    [
      shardOf(shipment.id),
      uuidOf(shipment.id),
      uuidOf(shipment.order),
      uuidOf(shipment.seller),
      shipment.carrier,
      JSON.stringify(storedRequest(shipment.request)),
      shipment.state,
      timestamp(shipment.requestedAt),
    ],
  );
  return rows.length === 1;
}

export async function readShipment(db: Queryable, id: ShipmentId): Promise<Shipment | null> {
  const row = await db.maybe<ShipmentRow>(`select ${SHIPMENT} from shipping.shipment where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && shipmentOf(row);
}

/** The shipment of an order that matters: a live one, else the latest. */
export async function shipmentOfOrder(db: Queryable, order: OrderId): Promise<Shipment | null> {
  const row = await db.maybe<ShipmentRow>(
    `select ${SHIPMENT} from shipping.shipment where shard = $1 and order_id = $2
      order by state in ('booking', 'booked') desc, requested_at desc, id desc limit 1`,
    [shardOf(order), uuidOf(order)],
  );
  return row && shipmentOf(row);
}

export async function shipmentsByTracking(db: Queryable, carrier: string, trackingNumber: string): Promise<Shipment[]> {
  const rows = await db.query<ShipmentRow>(
    `select ${SHIPMENT} from shipping.shipment where carrier = $1 and tracking_number = $2`,
    [carrier, trackingNumber],
  );
  return rows.map(shipmentOf);
}

/** Moves a shipment out of one of the given states; false when it was in none of them. */
export async function setShipmentState(
  tx: Queryable,
  id: ShipmentId,
  from: readonly ShipmentState[],
  to: ShipmentState,
  problem: string | null = null,
): Promise<boolean> {
  const rows = await tx.query(
    "update shipping.shipment set state = $4, problem = coalesce($5, problem) where shard = $1 and id = $2 and state = any ($3) returning id",
    [shardOf(id), uuidOf(id), from, to, problem],
  );
  return rows.length === 1;
}

export async function setBooking(tx: Queryable, id: ShipmentId, booking: Booking): Promise<void> {
  await tx.query(
    `update shipping.shipment set reference = coalesce($3, reference), tracking_number = coalesce($4, tracking_number),
        courier_title = coalesce($5, courier_title), label_url = coalesce($6, label_url), tracking_url = coalesce($7, tracking_url)
      where shard = $1 and id = $2`,
    [
      shardOf(id),
      uuidOf(id),
      booking.reference,
      booking.trackingNumber,
      booking.courierTitle,
      booking.labelUrl,
      booking.trackingUrl,
    ],
  );
}

export async function setJourneyOver(tx: Queryable, id: ShipmentId): Promise<void> {
  await tx.query("update shipping.shipment set journey_over = true where shard = $1 and id = $2", [
    shardOf(id),
    uuidOf(id),
  ]);
}

/** Records scans that are new; answers how many were. */
export async function insertScans(
  tx: Queryable,
  id: ShipmentId,
  scans: readonly Scan[],
  now: Instant,
): Promise<number> {
  const rows = await tx.query(
    `insert into shipping.scan (shard, shipment_id, scanned_at, code, state, text, location, recorded_at)
     select $1, $2, u.scanned_at, u.code, u.state, u.text, u.location, $8
       from unnest($3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[]) u(scanned_at, code, state, text, location)
     on conflict do nothing returning code`,
    [
      shardOf(id),
      uuidOf(id),
      scans.map(({ scannedAt }) => timestamp(scannedAt)),
      scans.map(({ code }) => code),
      scans.map(({ state }) => state),
      scans.map(({ text }) => text),
      scans.map(({ location }) => location),
      timestamp(now),
    ],
  );
  return rows.length;
}

type ScanRow = { scanned_at: Instant; code: string; state: TrackingState; text: string; location: string | null };

export async function scansOf(db: Queryable, shipment: ShipmentId): Promise<Scan[]> {
  const rows = await db.query<ScanRow>(
    "select scanned_at, code, state, text, location from shipping.scan where shard = $1 and shipment_id = $2 order by scanned_at, recorded_at, code",
    [shardOf(shipment), uuidOf(shipment)],
  );
  return rows.map((row) => ({
    state: row.state,
    code: row.code,
    text: row.text,
    location: row.location,
    scannedAt: row.scanned_at,
  }));
}

type StoredOption = {
  courier: string;
  title: string;
  speed: ShippingSpeed;
  price: StoredMoney;
  expectedOn: string | null;
};

export type Quote = {
  readonly id: Id<"quote">;
  readonly carrier: string;
  /** What was asked: an order may use the quote only for the same. */
  readonly request: QuoteRequest;
  readonly options: readonly ShippingOption[];
  readonly quotedAt: Instant;
  readonly expiresAt: Instant;
};

export type QuoteRequest = QuotedItem & {
  readonly postcode: string;
  /** What lies in the same parcel. */
  readonly more?: readonly QuotedItem[];
};

type QuotedItem = {
  readonly product: string;
  /** Absent where the product has none. */
  readonly variant?: string;
  readonly quantity: number;
};

export async function insertQuote(tx: Queryable, quote: Quote): Promise<void> {
  await tx.query(
    "insert into shipping.quote (id, carrier, request, options, quoted_at, expires_at) values ($1, $2, $3, $4, $5, $6)",
    [
      uuidOf(quote.id),
      quote.carrier,
      JSON.stringify(quote.request),
      JSON.stringify(quote.options.map(storedOption)),
      timestamp(quote.quotedAt),
      timestamp(quote.expiresAt),
    ],
  );
}

type QuoteRow = {
  id: string;
  carrier: string;
  request: QuoteRequest;
  options: StoredOption[];
  quoted_at: Instant;
  expires_at: Instant;
};

export async function readQuote(db: Queryable, id: Id<"quote">): Promise<Quote | null> {
  const row = await db.maybe<QuoteRow>(
    "select id, carrier, request, options, quoted_at, expires_at from shipping.quote where id = $1",
    [uuidOf(id)],
  );
  return (
    row && {
      id: idOf("quote", row.id),
      carrier: row.carrier,
      request: row.request,
      options: row.options.map(optionOf),
      quotedAt: row.quoted_at,
      expiresAt: row.expires_at,
    }
  );
}

/** Rates that were fetched after a moment; null when none were. */
export async function cachedRates(db: Queryable, key: string, since: Instant): Promise<ShippingOption[] | null> {
  const row = await db.maybe<{ options: StoredOption[] }>(
    "select options from shipping.rate_cache where key = $1 and fetched_at > $2",
    [key, timestamp(since)],
  );
  return row?.options.map(optionOf) ?? null;
}

export async function cacheRates(
  db: Queryable,
  key: string,
  options: readonly ShippingOption[],
  now: Instant,
): Promise<void> {
  await db.query(
    `insert into shipping.rate_cache (key, options, fetched_at) values ($1, $2, $3)
     on conflict (key) do update set options = excluded.options, fetched_at = excluded.fetched_at`,
    [key, JSON.stringify(options.map(storedOption)), timestamp(now)],
  );
}

export async function keepWebhook(
  tx: Queryable,
  carrier: string,
  dedupeKey: string,
  body: Uint8Array,
  now: Instant,
): Promise<void> {
  await tx.query(
    `insert into shipping.webhook as kept (carrier, dedupe_key, body, received_at) values ($1, $2, $3, $4)
     on conflict (carrier, dedupe_key) do update set times = kept.times + 1`,
    [carrier, dedupeKey, Buffer.from(body), timestamp(now)],
  );
}

const storedOption = (option: ShippingOption): StoredOption => ({
  ...option,
  price: { amount: option.price.minor.toString(), currency: option.price.currency },
});
const optionOf = (stored: StoredOption): ShippingOption => ({
  ...stored,
  price: money(BigInt(stored.price.amount), stored.price.currency),
});

const storedRequest = (request: BookingRequest): StoredRequest => ({
  ...request,
  value: { amount: request.value.minor.toString(), currency: request.value.currency },
  items: request.items.map((item) => ({
    ...item,
    unitPrice: { amount: item.unitPrice.minor.toString(), currency: item.unitPrice.currency },
  })),
});

const requestOf = (stored: StoredRequest): BookingRequest => ({
  ...stored,
  value: money(BigInt(stored.value.amount), stored.value.currency),
  items: stored.items.map((item) => ({
    ...item,
    unitPrice: money(BigInt(item.unitPrice.amount), item.unitPrice.currency),
  })),
});

const shipmentOf = (row: ShipmentRow): Shipment => ({
  id: idOf("shipment", row.id),
  order: idOf("order", row.order_id),
  seller: idOf("user", row.seller_id),
  carrier: row.carrier,
  request: requestOf(row.request),
  state: row.state,
  requestedAt: row.requested_at,
  reference: row.reference,
  trackingNumber: row.tracking_number,
  courierTitle: row.courier_title,
  labelUrl: row.label_url,
  trackingUrl: row.tracking_url,
  problem: row.problem,
  journeyOver: row.journey_over,
});
