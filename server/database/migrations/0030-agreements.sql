-- What two people have agreed upon, in versions that are written once, with their signatures, and the orders that were placed from them.
create schema agreements;

create table agreements.agreement (
  id uuid primary key,
  negotiation_id uuid not null unique,
  buyer_id uuid not null,
  seller_id uuid not null,
  product_id uuid not null,
  currency text not null,
  -- The newest one; an amendment is the next.
  version int not null check (version > 0),
  -- Null until one is placed, and again when an amendment has taken an unpaid one back.
  order_id uuid,
  order_by timestamptz not null,
  agreed_at timestamptz not null
);
create unique index agreement_of_order on agreements.agreement (order_id) where order_id is not null;

create table agreements.version (
  agreement_id uuid not null references agreements.agreement (id),
  version int not null check (version > 0),
  terms jsonb not null,
  text_en text not null,
  text_ar text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  agreed_at timestamptz not null,
  primary key (agreement_id, version)
);
create trigger written_once before update or delete or truncate on agreements.version
  for each statement execute function runtime.refuse_change();

create table agreements.signature (
  agreement_id uuid not null,
  version int not null,
  side text not null check (side in ('buyer', 'seller')),
  user_id uuid not null,
  -- As it was typed.
  name text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  -- From where it was asked; goes when the person is forgotten.
  network text,
  agent text,
  primary key (agreement_id, version, side),
  foreign key (agreement_id, version) references agreements.version (agreement_id, version)
);

create table agreements.amendment (
  agreement_id uuid not null references agreements.agreement (id),
  id uuid not null,
  -- The version that it would change; when that is not the newest any more, nobody accepts it.
  base_version int not null,
  side text not null check (side in ('buyer', 'seller')),
  terms jsonb not null,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  proposed_at timestamptz not null,
  decided_at timestamptz,
  primary key (agreement_id, id),
  check ((state = 'proposed') = (decided_at is null))
);
create unique index amendment_one_open on agreements.amendment (agreement_id) where state = 'proposed';

grant usage on schema agreements to amana_app;
grant select, insert, update on agreements.agreement, agreements.amendment to amana_app;
grant select, insert on agreements.version, agreements.signature to amana_app;
grant update (network, agent) on agreements.signature to amana_app;

-- The agreement that an order was placed from.
create table orders.agreed (
  shard smallint not null check (shard between 0 and 255),
  order_id uuid not null,
  agreement_id uuid not null,
  primary key (shard, order_id)
);
grant select, insert on orders.agreed to amana_app;
