-- What buyers of files may download, and what they have downloaded.
create schema library;

-- Made with the order. Whether it opens is the deal's to say: nothing here has to be kept in step with the money.
create table library.entitlement (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  order_id uuid not null,
  order_number text not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  product_id uuid not null,
  -- Of the listing, as it was bought.
  version int not null check (version > 0),
  title jsonb not null,
  picture text,
  licences int not null check (licences > 0),
  -- So often each file may be downloaded.
  most_downloads int not null check (most_downloads > 0),
  made_at timestamptz not null,
  -- Null: never.
  expires_at timestamptz,
  -- Since when lists show it: when it was paid for.
  opened_at timestamptz,
  primary key (shard, id),
  unique (shard, order_id),
  unique (shard, deal_id)
);
create index entitlement_of_buyer on library.entitlement (buyer_id, id desc) where opened_at is not null;
create index entitlement_of_seller on library.entitlement (seller_id);

-- The files as they were at the sale, whatever the seller offers later.
create table library.file (
  shard smallint not null,
  entitlement_id uuid not null,
  position int not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  size int not null,
  sha256 text not null,
  downloads int not null default 0,
  primary key (shard, entitlement_id, position),
  unique (shard, entitlement_id, file_id),
  foreign key (shard, entitlement_id) references library.entitlement (shard, id)
);

create index file_by_file on library.file (file_id);

-- Each download: evidence where two are at odds.
create table library.download (
  shard smallint not null,
  entitlement_id uuid not null,
  position int not null,
  -- The how-manieth of this file.
  number int not null,
  at timestamptz not null,
  primary key (shard, entitlement_id, position, number),
  foreign key (shard, entitlement_id, position) references library.file (shard, entitlement_id, position)
);
create trigger written_once before update or delete or truncate on library.download
  for each statement execute function runtime.refuse_change();

grant usage on schema library to amana_app;
grant select, insert, update on library.entitlement, library.file to amana_app;
grant select, insert on library.download to amana_app;
