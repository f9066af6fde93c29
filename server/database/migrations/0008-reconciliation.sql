-- What providers' statements say, set against the ledger.
create schema reconciliation;

-- A line is kept once. The same number with other money in it is another line, and so is one that comes twice in one statement.
create table reconciliation.line (
  id uuid primary key,
  gateway text not null,
  kind text not null,
  reference text not null,
  currency text not null,
  amount bigint not null,
  fee bigint not null check (fee >= 0),
  tax bigint not null check (tax >= 0),
  happened_at timestamptz not null,
  occurrence int not null check (occurrence > 0),
  our_id text,
  settled_at timestamptz,
  bank_reference text,
  first_seen_at timestamptz not null,
  -- The statement of this moment no longer lists it.
  withdrawn_at timestamptz,
  unique (gateway, kind, reference, currency, amount, fee, tax, happened_at, occurrence)
);
create index line_at on reconciliation.line (gateway, happened_at);
create index line_of_transfer on reconciliation.line (gateway, bank_reference) where bank_reference is not null;

create table reconciliation.run (
  id uuid primary key,
  gateway text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- The kinds of lines that were read: of others this run says nothing.
  covers text[] not null,
  ran_at timestamptz not null,
  lines int not null,
  new_lines int not null,
  matched int not null,
  waiting int not null,
  fees_posted int not null,
  settlements_posted int not null,
  found int not null,
  resolved int not null
);
create index run_of_gateway on reconciliation.run (gateway, ran_at desc);

-- What does not agree. Open until somebody explains it, or until the other side turns out to say the same after all (resolved).
create table reconciliation.difference (
  id uuid primary key,
  gateway text not null,
  -- Found by its line; by its posting where there is no line.
  line_id uuid references reconciliation.line (id),
  posting uuid,
  class text not null check (class in ('timing', 'missing_here', 'missing_there', 'amount', 'duplicate', 'unexplained')),
  reasons text[] not null,
  happened_at timestamptz not null,
  found_at timestamptz not null,
  state text not null check (state in ('open', 'explained', 'resolved')),
  closed_at timestamptz,
  closed_by uuid,
  reason text,
  counterpart text,
  -- The posting that explains it, where money had to move.
  explained_by uuid,
  check (line_id is not null or posting is not null),
  check ((state = 'open') = (closed_at is null)),
  check (state <> 'explained' or (reason is not null and counterpart is not null and closed_by is not null))
);
create unique index difference_of_line on reconciliation.difference (line_id) where state <> 'resolved' and line_id is not null;
create unique index difference_of_posting on reconciliation.difference (gateway, posting) where state <> 'resolved' and line_id is null;
create index difference_open on reconciliation.difference (gateway, found_at) where state = 'open';

-- What a difference would move in our books, and how much money it leaves in doubt, per currency.
create table reconciliation.stake (
  difference_id uuid not null references reconciliation.difference (id) on delete cascade,
  currency text not null,
  effect bigint not null,
  at_stake bigint not null check (at_stake >= 0),
  primary key (difference_id, currency)
);

-- Postings of a period, which are written in the order of their time; small beside an index of each row.
create index posting_by_time on ledger.posting using brin (posted_at) with (pages_per_range = 32);
create index capture_of_deal on payments.capture (shard, deal_id);

grant usage on schema reconciliation to amana_app;
grant select, insert, update on reconciliation.line, reconciliation.difference, reconciliation.run to amana_app;
grant select, insert, update, delete on reconciliation.stake to amana_app;
