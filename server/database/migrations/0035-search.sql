-- What is for sale, as it is searched: a copy that can be made again from the listings.
create schema search;

create table search.document (
  listing_id uuid primary key,
  kind text not null,
  category text not null,
  seller_id uuid not null,
  price bigint not null,
  listed_at timestamptz not null,
  -- Stemmed in English and in Arabic, titles heaviest.
  words tsvector not null,
  -- As they are written, normalised: what search.word counts of this one.
  vocabulary text[] not null
);
create index document_words on search.document using gin (words);
create index document_newest on search.document (listed_at desc, listing_id desc);
create index document_cheapest on search.document (price, listing_id);
create index document_of_category on search.document (category, listed_at desc);
create index document_of_seller on search.document (seller_id);

-- Titles as they begin, for help while people type.
create table search.title (
  listing_id uuid not null references search.document (listing_id) on delete cascade,
  language text not null check (language in ('en', 'ar')),
  normalised text collate "C" not null,
  shown text not null,
  primary key (listing_id, language)
);
create index title_beginning on search.title (normalised);

-- Every word that something for sale has, for what was misspelt.
create table search.word (
  word text collate "C" primary key,
  documents int not null,
  trigrams text[] not null
);
create index word_trigrams on search.word using gin (trigrams);

grant usage on schema search to amana_app;
grant select, insert, update, delete on all tables in schema search to amana_app;

-- What is for sale already is taken in by the worker.
insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at)
  select get_byte(uuid_send(id), 15), gen_random_uuid(), 'listing.changed',
      jsonb_build_object('listing', case kind when 'service' then 'svc_' else 'prd_' end || replace(id::text, '-', '')), now(), now()
    from catalog.listing where state = 'active';
