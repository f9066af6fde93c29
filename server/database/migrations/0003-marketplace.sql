-- Users, listings, orders, payments, payouts, parcels, notices.
create schema identity;
create schema catalog;
create schema orders;
create schema payments;
create schema payouts;
create schema shipping;
create schema notifications;
create schema sandbox;

create table identity."user" (
  id uuid primary key,
  -- The short name that a sandbox signs in by; null for everybody else.
  demo_key text unique,
  name text not null,
  email text not null unique,
  phone text not null,
  roles text[] not null,
  -- Where a carrier fetches what this user sells.
  pickup_address jsonb
);

create table identity.session (
  token_hash bytea primary key,
  user_id uuid not null references identity."user" (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table catalog.product (
  id uuid primary key,
  seller_id uuid not null,
  title jsonb not null,
  description jsonb not null,
  pictures jsonb not null,
  price bigint not null check (price > 0),
  currency text not null,
  stock int not null check (stock >= 0),
  weight_grams int not null check (weight_grams > 0),
  dimensions_mm jsonb not null,
  listed_at timestamptz not null,
  active boolean not null default true
);
create index product_listed on catalog.product (listed_at desc, id) where active;

-- Stock taken by an order, given back once when the order ends unsold.
create table catalog.reservation (
  order_id uuid not null,
  product_id uuid not null references catalog.product (id),
  quantity int not null check (quantity > 0),
  given_back_at timestamptz,
  primary key (order_id, product_id)
);

-- Numbers people read out, ORD-YYYY-NNNNNN; one that was drawn by an order that failed is never used.
create sequence orders.order_number;

create table orders."order" (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  number text not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  deal_id uuid not null,
  currency text not null,
  goods bigint not null,
  shipping bigint not null,
  total bigint not null,
  commission bigint not null,
  seller_receives bigint not null,
  shipping_address jsonb not null,
  shipping_option jsonb not null,
  parcel jsonb not null,
  placed_at timestamptz not null,
  -- What lists show, kept in step with the deal by its announcements.
  status text not null,
  deadline_kind text,
  due_at timestamptz,
  revision int not null,
  primary key (shard, id),
  unique (shard, number),
  unique (shard, deal_id)
);
create index order_of_buyer on orders."order" (buyer_id, placed_at desc, id);
create index order_of_seller on orders."order" (seller_id, placed_at desc, id);
create index order_urgent on orders."order" (seller_id, due_at) where status in ('escrow_locked', 'order_confirmed', 'processing', 'ready_to_ship');

-- The buyer's own key for placing an order: the same key never places a second one.
create table orders.request (
  buyer_id uuid not null,
  key text not null,
  order_id uuid not null,
  primary key (buyer_id, key)
);

create table orders.item (
  shard smallint not null check (shard between 0 and 255),
  order_id uuid not null,
  line int not null,
  product_id uuid not null,
  title jsonb not null,
  picture text,
  sku text not null,
  unit_price bigint not null,
  quantity int not null check (quantity > 0),
  primary key (shard, order_id, line)
);

create table payments.payment (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  gateway text not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('opening', 'open', 'captured', 'closed', 'failed')),
  return_url text not null,
  reference text,
  next_action jsonb,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (shard, id)
);
create unique index payment_one_open on payments.payment (shard, deal_id) where state in ('opening', 'open');
create index payment_of_deal on payments.payment (shard, deal_id, opened_at desc);

-- Money that a gateway says it has taken, once per the gateway's own number, with where it went.
create table payments.capture (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  payment_id uuid not null,
  deal_id uuid not null,
  gateway text not null,
  reference text not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  captured_at timestamptz not null,
  disposition text not null check (disposition in ('escrow', 'suspense')),
  why text,
  primary key (shard, id),
  unique (shard, gateway, reference)
);

create table payments.refund (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  payment_id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  gateway text not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  source text not null check (source in ('escrow', 'suspense')),
  -- What is refunded: the deal, or the capture that matched none. Refunded once.
  cause uuid not null,
  state text not null check (state in ('requested', 'pending', 'succeeded', 'failed')),
  reference text,
  requested_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shard, id),
  unique (shard, cause)
);
create index refund_of_deal on payments.refund (shard, deal_id);

-- What gateways have sent us, as it came.
create table payments.webhook (
  gateway text not null,
  dedupe_key text not null,
  type text not null,
  body bytea not null,
  received_at timestamptz not null,
  times int not null default 1,
  primary key (gateway, dedupe_key)
);

create table payouts.webhook (
  rail text not null,
  dedupe_key text not null,
  type text not null,
  body bytea not null,
  received_at timestamptz not null,
  times int not null default 1,
  primary key (rail, dedupe_key)
);

create table payouts.bank_account (
  id uuid primary key,
  user_id uuid not null,
  holder_name text not null,
  account_number_sealed bytea not null,
  last4 text not null,
  ifsc text not null,
  kind text not null check (kind in ('savings', 'current')),
  status text not null check (status in ('pending', 'verified', 'failed')),
  is_primary boolean not null,
  added_at timestamptz not null
);
create unique index bank_account_one_primary on payouts.bank_account (user_id) where is_primary;

create table payouts.payout (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  seller_id uuid not null,
  deal_id uuid not null,
  rail text not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('waiting_for_bank_account', 'requested', 'pending', 'paid', 'failed', 'returned')),
  bank_account_id uuid,
  reference text,
  bank_reference text,
  reason text,
  requested_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shard, id),
  unique (shard, deal_id)
);
create index payout_of_seller on payouts.payout (seller_id, updated_at desc);

create table shipping.quote (
  id uuid primary key,
  carrier text not null,
  request jsonb not null,
  options jsonb not null,
  quoted_at timestamptz not null,
  expires_at timestamptz not null
);

create table shipping.rate_cache (
  key text primary key,
  options jsonb not null,
  fetched_at timestamptz not null
);

create table shipping.shipment (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  order_id uuid not null,
  seller_id uuid not null,
  carrier text not null,
  request jsonb not null,
  state text not null check (state in ('booking', 'booked', 'failed', 'cancelling', 'cancelled')),
  requested_at timestamptz not null,
  reference text,
  tracking_number text,
  courier_title text,
  label_url text,
  tracking_url text,
  problem text,
  -- No more scans are expected.
  journey_over boolean not null default false,
  primary key (shard, id)
);
create unique index shipment_one_live on shipping.shipment (shard, order_id) where state in ('booking', 'booked');
create index shipment_tracked on shipping.shipment (carrier, tracking_number) where tracking_number is not null;

create table shipping.scan (
  shard smallint not null check (shard between 0 and 255),
  shipment_id uuid not null,
  scanned_at timestamptz not null,
  code text not null,
  state text not null,
  text text not null,
  location text,
  recorded_at timestamptz not null,
  primary key (shard, shipment_id, scanned_at, code)
);

create table shipping.webhook (
  carrier text not null,
  dedupe_key text not null,
  body bytea not null,
  received_at timestamptz not null,
  times int not null default 1,
  primary key (carrier, dedupe_key)
);

create table notifications.notification (
  id uuid primary key,
  user_id uuid not null,
  -- One notice per event and reader.
  event_key text not null,
  key text not null,
  params jsonb not null,
  order_id text,
  at timestamptz not null,
  read_at timestamptz,
  unique (user_id, event_key)
);
create index notification_of_user on notifications.notification (user_id, at desc, id);

-- How far the sandbox's clock has been moved ahead of the real one.
create table sandbox.clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null
);

grant usage on schema identity, catalog, orders, payments, payouts, shipping, notifications, sandbox to amana_app;
grant select, insert, update, delete on all tables in schema identity, catalog, orders, payments, payouts, shipping, notifications, sandbox to amana_app;
grant usage on sequence orders.order_number to amana_app;
