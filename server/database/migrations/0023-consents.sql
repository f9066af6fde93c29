-- What one party of a deal asks of the other, and disputes with all that is said in them.
create table escrow.consent (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  deal uuid not null,
  what text not null check (what in ('settle', 'extend', 'reship', 'send_back', 'accept_ruling')),
  -- With settle: what goes back to the buyer, in minor units of the deal.
  refund bigint check (refund >= 0),
  -- With extend: by how many milliseconds.
  extension bigint check (extension > 0),
  asked_by text not null check (asked_by in ('buyer', 'seller')),
  asked_at timestamptz not null,
  note text,
  -- Under which key of the caller's, so that a repeated request asks once.
  request_key text,
  state text not null check (state in ('open', 'given', 'refused', 'withdrawn', 'superseded', 'ended')),
  answered_at timestamptz,
  primary key (shard, id),
  unique (shard, deal, request_key),
  check ((what = 'settle') = (refund is not null) and (what = 'extend') = (extension is not null)),
  check ((state = 'open') = (answered_at is null))
);
-- A counter-offer takes the place of the offer that stands.
create unique index consent_one_open on escrow.consent (shard, deal, what) where state = 'open';
create index consent_of_deal on escrow.consent (shard, deal, id);

grant select, insert on escrow.consent to amana_app;
grant update (state, answered_at) on escrow.consent to amana_app;

create schema disputes;

create table disputes.dispute (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  order_id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  raised_by text not null check (raised_by in ('buyer', 'seller')),
  problem text not null,
  -- What is claimed, in order; decisions name them by their place.
  claims jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- The command that ended it.
  closed_by text,
  arbiter_id uuid,
  taken_at timestamptz,
  appealed_by text check (appealed_by in ('buyer', 'seller')),
  appealed_at timestamptz,
  primary key (shard, id),
  check ((closed_at is null) = (closed_by is null))
);
create unique index dispute_one_open on disputes.dispute (shard, deal_id) where closed_at is null;
create index dispute_of_buyer on disputes.dispute (buyer_id, opened_at desc, id desc);
create index dispute_of_seller on disputes.dispute (seller_id, opened_at desc, id desc);
create index dispute_open on disputes.dispute (opened_at, id) where closed_at is null;
create index dispute_of_order on disputes.dispute (order_id);

-- What either party has put into the file, each piece with its hash; both see all of it.
create table disputes.evidence (
  shard smallint not null check (shard between 0 and 255),
  dispute_id uuid not null,
  seq int not null,
  side text not null check (side in ('buyer', 'seller')),
  type text not null,
  text text not null,
  -- Which claim it is about; null: the whole.
  claim int,
  -- When it happened or was made, as its side says.
  dated_at timestamptz,
  -- Where it comes from, as its side says.
  origin text,
  files jsonb not null,
  sha256 bytea not null,
  recorded_at timestamptz not null,
  request_key text,
  primary key (shard, dispute_id, seq),
  unique (shard, dispute_id, request_key)
);

-- What an arbiter has decided: the first time, or upon appeal.
create table disputes.decision (
  shard smallint not null check (shard between 0 and 255),
  dispute_id uuid not null,
  instance int not null check (instance in (1, 2)),
  arbiter_id uuid not null,
  outcome text not null check (outcome in ('release', 'refund', 'split')),
  refund bigint,
  findings jsonb not null,
  reasons text not null,
  decided_at timestamptz not null,
  primary key (shard, dispute_id, instance),
  check ((outcome = 'split') = (refund is not null))
);

-- What staff note for themselves: never evidence, never shown to a party.
create table disputes.note (
  shard smallint not null check (shard between 0 and 255),
  dispute_id uuid not null,
  seq int not null,
  author_id uuid not null,
  text text not null,
  noted_at timestamptz not null,
  primary key (shard, dispute_id, seq)
);

create trigger written_once before delete or truncate on disputes.decision
  for each statement execute function runtime.refuse_change();

grant usage on schema disputes to amana_app;
grant select, insert on all tables in schema disputes to amana_app;
grant update (closed_at, closed_by, arbiter_id, taken_at, appealed_by, appealed_at) on disputes.dispute to amana_app;
grant update (text, origin, files) on disputes.evidence to amana_app;

-- Goods that are sent again travel in a parcel of their own.
alter table shipping.shipment drop constraint shipment_state_check;
alter table shipping.shipment add constraint shipment_state_check
  check (state in ('booking', 'booked', 'failed', 'cancelling', 'cancelled', 'replaced'));
