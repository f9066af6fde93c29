-- Everything that is offered, in one table: goods that travel, digital goods, services.

create table catalog.listing (
  id uuid primary key,
  seller_id uuid not null,
  kind text not null check (kind in ('physical', 'digital', 'service')),
  state text not null check (state in ('draft', 'under_review', 'active', 'inactive')),
  -- Counts the changes of what is offered; a sale changes the stock and not this.
  version int not null check (version > 0),
  category text not null,
  -- Each text in English, Arabic or both, as its seller wrote it.
  title jsonb not null,
  description jsonb not null,
  specifications jsonb not null,
  -- What the variants differ in.
  options jsonb not null,
  packages jsonb not null,
  pictures jsonb not null,
  -- For variants and packages the lowest of theirs.
  price bigint not null check (price > 0),
  currency text not null,
  -- Of what has no variants.
  stock int not null check (stock >= 0),
  weight_grams int check (weight_grams > 0),
  dimensions_mm jsonb,
  -- Since when it is found; before that, when it was made.
  listed_at timestamptz not null,
  submitted_at timestamptz,
  -- Why staff sent it back the last time.
  rejection text,
  check ((weight_grams is null) = (dimensions_mm is null))
);
create index listing_of_seller on catalog.listing (seller_id, id desc);
create index listing_active on catalog.listing (kind, listed_at desc, id desc) where state = 'active';
create index listing_under_review on catalog.listing (submitted_at, id) where state = 'under_review';

insert into catalog.listing (id, seller_id, kind, state, version, category, title, description, specifications, options, packages, pictures, price,
    currency, stock, weight_grams, dimensions_mm, listed_at)
  select id, seller_id, 'physical', case when active then 'active' else 'inactive' end, 1, 'goods', title, description, '[]', '[]', '[]', pictures, price,
    currency, stock, weight_grams, dimensions_mm, listed_at
    from catalog.product;

create table catalog.variant (
  id uuid primary key,
  listing_id uuid not null references catalog.listing (id) on delete cascade,
  position int not null,
  sku text not null,
  -- One for each option of the listing.
  choices jsonb not null,
  price bigint not null check (price > 0),
  stock int not null check (stock >= 0),
  -- Kept, for an order that was placed may give its stock back.
  removed boolean not null,
  unique (listing_id, sku)
);

alter table catalog.reservation drop constraint reservation_product_id_fkey;
alter table catalog.reservation add foreign key (product_id) references catalog.listing (id);
alter table catalog.reservation add column variant_id uuid references catalog.variant (id);
drop table catalog.product;

-- What was offered, as it was after each change.
create table catalog.revision (
  listing_id uuid not null references catalog.listing (id) on delete cascade,
  version int not null,
  at timestamptz not null,
  content jsonb not null,
  primary key (listing_id, version)
);

-- What sellers have put on the shelf or taken from it, each request once.
create table catalog.stock_change (
  listing_id uuid not null references catalog.listing (id) on delete cascade,
  request_key text not null,
  variant_id uuid references catalog.variant (id),
  change int not null,
  at timestamptz not null,
  primary key (listing_id, request_key)
);

-- Orders keep what was bought as it was.
alter table orders.item add column category text, add column specifications jsonb, add column variant jsonb;

grant select, insert, update, delete on all tables in schema catalog to amana_app;
grant select, insert on catalog.revision, catalog.stock_change to amana_app;
