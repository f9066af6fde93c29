-- Two people who talk about the price of one listing, and what they have offered each other.
create schema negotiations;

create table negotiations.negotiation (
  id uuid primary key,
  product_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  -- The listing's own: an offer in another one is none.
  currency text not null,
  title jsonb not null,
  picture text,
  state text not null check (state in ('open', 'agreement_reached', 'closed', 'expired')),
  version int not null check (version > 0),
  -- The last offer made, while nothing else has happened to it.
  standing_offer uuid,
  runs_out_at timestamptz not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  check (standing_offer is null or state in ('open', 'expired'))
);
create unique index negotiation_one_open on negotiations.negotiation (buyer_id, product_id) where state = 'open';
create index negotiation_of_buyer on negotiations.negotiation (buyer_id, id desc);
create index negotiation_of_seller on negotiations.negotiation (seller_id, id desc);

create table negotiations.offer (
  negotiation_id uuid not null references negotiations.negotiation (id),
  id uuid not null,
  number int not null check (number > 0),
  side text not null check (side in ('buyer', 'seller')),
  terms jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('standing', 'superseded', 'withdrawn', 'accepted', 'closed', 'expired')),
  primary key (negotiation_id, id),
  unique (negotiation_id, number)
);
-- However many act at once, one offer stands.
create unique index offer_one_standing on negotiations.offer (negotiation_id) where state = 'standing';

grant usage on schema negotiations to amana_app;
grant select, insert, update on negotiations.negotiation, negotiations.offer to amana_app;
