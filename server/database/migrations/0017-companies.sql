-- Companies and who belongs to them; what waits for a second person.
create schema organizations;

create table organizations.organization (
  id uuid primary key,
  legal_name text not null,
  country text not null,
  tax_number text,
  version int not null default 1,
  created_at timestamptz not null
);

create table organizations.member (
  organization_id uuid not null references organizations.organization (id),
  user_id uuid not null,
  role text not null check (role in ('owner', 'manager', 'buyer', 'seller', 'finance', 'viewer')),
  joined_at timestamptz not null,
  primary key (organization_id, user_id)
);
create index member_by_user on organizations.member (user_id, organization_id);

create table organizations.invitation (
  id uuid primary key,
  organization_id uuid not null references organizations.organization (id),
  -- Lower case: whoever accepts must have this very address.
  email text not null,
  role text not null check (role in ('owner', 'manager', 'buyer', 'seller', 'finance', 'viewer')),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  revoked_at timestamptz,
  check ((accepted_by is null) = (accepted_at is null)),
  check (accepted_at is null or revoked_at is null)
);
create unique index invitation_by_token on organizations.invitation (token_hash);
create unique index invitation_open on organizations.invitation (organization_id, email)
  where accepted_at is null and revoked_at is null;

grant usage on schema organizations to amana_app;
grant select, insert, update, delete on organizations.organization, organizations.member, organizations.invitation to amana_app;

create schema approvals;

create table approvals.proposal (
  id uuid primary key,
  kind text not null check (kind in ('order_decision', 'suspense_refund', 'write_off')),
  -- What it is to be done to: an order, a capture, a user.
  subject text not null,
  deal_id uuid,
  -- Who has a part in it: never asked, never believed.
  concerned uuid[] not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  content jsonb not null,
  -- What the subject was like when it was proposed; when that has changed, nobody approves it any more.
  basis text not null,
  reason text not null,
  version int not null check (version > 0),
  -- Everybody who wrote any version.
  authors uuid[] not null,
  request_key text not null,
  state text not null check (state in ('waiting', 'approved', 'declined', 'expired')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  constraint four_eyes check (state <> 'approved' or not (decided_by = any (authors) or decided_by = any (concerned))),
  constraint decided check ((state in ('approved', 'declined')) = (decided_by is not null))
);
create unique index proposal_by_request on approvals.proposal (request_key);
create index proposal_by_time on approvals.proposal (proposed_at, id);
create index proposal_of_subject on approvals.proposal (subject);

create table approvals.version (
  proposal_id uuid not null references approvals.proposal (id),
  version int not null,
  author uuid not null,
  at timestamptz not null,
  content jsonb not null,
  reason text not null,
  primary key (proposal_id, version)
);
create trigger written_once before update or delete or truncate on approvals.version
  for each statement execute function runtime.refuse_change();

grant usage on schema approvals to amana_app;
grant select, insert, update on approvals.proposal to amana_app;
grant select, insert on approvals.version to amana_app;

-- Debts that were asked to be given up wait here from now on. The old table is read by programs of the release before and goes with the
-- next one; the ledger's key `written_off:<id>` is the same, so that a debt is given up once whoever approves it.
insert into approvals.proposal (id, kind, subject, deal_id, concerned, currency, amount, content, basis, reason, version, authors, request_key,
  state, proposed_by, proposed_at, expires_at, decided_by, decided_at)
select id, 'write_off', 'usr_' || replace(user_id::text, '-', ''), null, array[user_id], currency, amount,
  jsonb_build_object('amount', jsonb_build_object('amount', amount, 'currency', currency)), '', reason, 1, array[asked_by],
  'write_off:' || id, case when approved_at is null then 'waiting' else 'approved' end, asked_by, asked_at,
  clock_timestamp() + interval '72 hours', approved_by, approved_at
from payouts.write_off;
insert into approvals.version (proposal_id, version, author, at, content, reason)
select id, 1, proposed_by, proposed_at, content, reason from approvals.proposal;
