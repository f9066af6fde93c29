-- Orders of other kinds than parcels: of files, of work, of one milestone of a contract.
alter table orders."order"
  add column kind text not null default 'physical' check (kind in ('physical', 'digital', 'service', 'milestone')),
  -- What was agreed about work: days, revisions, and whose milestone it is.
  add column work jsonb,
  alter column shipping_address drop not null,
  alter column shipping_option drop not null,
  alter column parcel drop not null,
  add constraint parcel_travels check ((kind = 'physical') = (parcel is not null)
    and (kind = 'physical') = (shipping_option is not null) and (kind = 'physical') = (shipping_address is not null)),
  add constraint work_agreed check ((kind in ('service', 'milestone')) = (work is not null));

-- A milestone is no product.
alter table orders.item alter column product_id drop not null;

-- What was handed over, and what the buyer wanted changed.
create table orders.delivery (
  shard smallint not null check (shard between 0 and 255),
  order_id uuid not null,
  number int not null check (number > 0),
  -- The command that handed it over, and the one that asked for changes: each happens once.
  key text not null,
  message text not null,
  links text[] not null,
  delivered_at timestamptz not null,
  changes text,
  changes_at timestamptz,
  changes_key text,
  primary key (shard, order_id, number),
  unique (shard, order_id, key),
  unique (shard, order_id, changes_key),
  check ((changes is null) = (changes_at is null) and (changes is null) = (changes_key is null))
);
grant select, insert, update on orders.delivery to amana_app;
