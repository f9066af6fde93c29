-- Invoices and credit notes, frozen when they are issued and numbered without gaps.
create schema documents;

-- The last number of a series: of one issuer, one kind and one year.
create table documents.series (
  issuer text not null,
  kind text not null,
  year int not null,
  last int not null check (last > 0),
  primary key (issuer, kind, year)
);

create table documents.document (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('invoice', 'credit_note', 'commission_invoice')),
  -- Whoever issues it: a seller, or the marketplace.
  issuer text not null,
  number text not null,
  issued_at timestamptz not null,
  currency text not null,
  total bigint not null check (total > 0),
  -- As it was hashed, to the byte.
  content text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (shard, id),
  -- What happens to a deal happens once, and so do its documents.
  unique (shard, order_id, kind),
  unique (shard, issuer, number)
);
create trigger written_once before update or delete or truncate on documents.document
  for each statement execute function runtime.refuse_change();

grant usage on schema documents to amana_app;
grant select, insert, update on documents.series to amana_app;
grant select, insert on documents.document to amana_app;
