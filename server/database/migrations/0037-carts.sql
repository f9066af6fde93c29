-- breaking: the release before writes a capture and a chargeback once per the gateway's number, whichever deal they are for.
-- Carts; one payment for several orders.

create schema carts;

-- What somebody means to buy, as it was when it was laid there.
create table carts.line (
  id uuid primary key,
  user_id uuid not null,
  seller_id uuid not null,
  product_id uuid not null,
  variant_id uuid,
  quantity int not null check (quantity > 0),
  -- The price that was seen, so that a change of it is said.
  unit_price bigint not null check (unit_price > 0),
  currency text not null,
  added_at timestamptz not null
);
create unique index line_once on carts.line (user_id, product_id, variant_id) where variant_id is not null;
create unique index line_of_whole on carts.line (user_id, product_id) where variant_id is null;

-- Several orders that were placed at once and are paid at once.
create table carts.purchase (
  id uuid primary key,
  buyer_id uuid not null,
  -- The buyer's own key: the same key never buys twice.
  request_key text not null,
  currency text not null,
  total bigint not null check (total > 0),
  placed_at timestamptz not null,
  unique (buyer_id, request_key)
);
create index purchase_of_buyer on carts.purchase (buyer_id, placed_at desc, id desc);

create table carts.bought (
  purchase_id uuid not null references carts.purchase (id),
  position int not null,
  order_id uuid not null unique,
  deal_id uuid not null unique,
  primary key (purchase_id, position)
);

-- What of a payment is for which deal, where it is for several; the payment lies beside one of them.
create table payments.part (
  shard smallint not null check (shard between 0 and 255),
  deal_id uuid not null,
  payment_shard smallint not null check (payment_shard between 0 and 255),
  payment_id uuid not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  primary key (shard, deal_id, payment_id)
);
create index part_of_payment on payments.part (payment_shard, payment_id);

-- Money that came in for several deals is written down once for each of them.
alter table payments.capture drop constraint capture_shard_gateway_reference_key;
create unique index capture_once on payments.capture (shard, gateway, reference, deal_id);
create unique index capture_of_foreign_once on payments.capture (shard, gateway, reference) where deal_id is null;

alter table payments.chargeback drop constraint chargeback_shard_gateway_reference_key;
alter table payments.chargeback add unique (shard, gateway, reference, deal_id);

-- An order may have several variants of one product.
alter table catalog.reservation drop constraint reservation_pkey;
create unique index reservation_of_variant on catalog.reservation (order_id, product_id, variant_id) where variant_id is not null;
create unique index reservation_of_whole on catalog.reservation (order_id, product_id) where variant_id is null;

grant usage on schema carts to amana_app;
grant select, insert, update, delete on all tables in schema carts to amana_app;
grant select, insert, update, delete on payments.part to amana_app;
