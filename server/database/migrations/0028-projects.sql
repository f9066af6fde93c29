-- What clients want made, what freelancers offer for it, and the contracts that come of it.
create schema projects;

create table projects.project (
  id uuid primary key,
  client_id uuid not null,
  -- Under which key of the client's it was made, so that a repeated request makes no second one.
  request_key text not null,
  title text not null,
  description text not null,
  category text,
  skills text[] not null,
  currency text not null,
  budget_min bigint not null check (budget_min > 0),
  budget_max bigint not null check (budget_max >= budget_min),
  -- Until when it can be awarded; then it expires.
  closes_at timestamptz not null,
  state text not null check (state in ('draft', 'open', 'awarded', 'closed', 'expired')),
  version int not null check (version > 0),
  made_at timestamptz not null,
  published_at timestamptz,
  unique (client_id, request_key)
);
create index project_open on projects.project (published_at desc, id desc) where state = 'open';
create index project_of_client on projects.project (client_id, made_at desc, id desc);

create table projects.proposal (
  id uuid primary key,
  project_id uuid not null references projects.project (id),
  freelancer_id uuid not null,
  request_key text not null,
  currency text not null,
  price bigint not null check (price > 0),
  message text not null,
  milestones jsonb not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn', 'lapsed')),
  version int not null check (version > 0),
  made_at timestamptz not null,
  unique (freelancer_id, request_key)
);
create unique index proposal_one_open on projects.proposal (project_id, freelancer_id) where state = 'open';
create unique index proposal_one_accepted on projects.proposal (project_id) where state = 'accepted';
create index proposal_of_project on projects.proposal (project_id, made_at desc, id desc);
create index proposal_of_freelancer on projects.proposal (freelancer_id, made_at desc, id desc);

create table projects.contract (
  id uuid primary key,
  project_id uuid not null unique references projects.project (id),
  proposal_id uuid not null unique references projects.proposal (id),
  client_id uuid not null,
  freelancer_id uuid not null,
  title text not null,
  currency text not null,
  price bigint not null check (price > 0),
  state text not null check (state in ('active', 'completed', 'ended')),
  version int not null check (version > 0),
  made_at timestamptz not null,
  over_at timestamptz,
  ended_by uuid,
  end_reason text,
  check ((state = 'active') = (over_at is null)),
  check ((state = 'ended') = (ended_by is not null) and (state = 'ended') = (end_reason is not null))
);
create index contract_of_client on projects.contract (client_id, made_at desc, id desc);
create index contract_of_freelancer on projects.contract (freelancer_id, made_at desc, id desc);

create table projects.milestone (
  contract_id uuid not null references projects.contract (id),
  number int not null check (number > 0),
  title text not null,
  amount bigint not null check (amount > 0),
  days int not null check (days > 0),
  revisions int not null check (revisions >= 0),
  -- The latest order by which it was to be paid for: one that lapsed or was paid back is followed by another.
  order_id uuid,
  deal_id uuid,
  primary key (contract_id, number),
  check ((order_id is null) = (deal_id is null))
);
create unique index milestone_of_deal on projects.milestone (deal_id) where deal_id is not null;

grant usage on schema projects to amana_app;
grant select, insert, update on projects.project, projects.proposal, projects.contract, projects.milestone to amana_app;
