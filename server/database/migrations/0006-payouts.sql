-- breaking: the release before relies on one payout per deal.
-- Payout schedules, split payouts, withdrawals, reserves, accounts that are changed or blocked.

-- One row per user who is paid or withdraws: how, and the lock under which his wallet is divided.
create table payouts.payee (
  user_id uuid primary key,
  kind text not null default 'automatic' check (kind in ('automatic', 'manual', 'daily', 'weekly')),
  hour int check (hour between 0 and 23),
  weekday int check (weekday between 1 and 7),
  time_zone text,
  minimum_amount bigint check (minimum_amount > 0),
  minimum_currency text,
  -- Bank accounts and their parts in basis points; null: all to one account.
  shares jsonb,
  next_batch_at timestamptz,
  changed_at timestamptz,
  check ((kind in ('daily', 'weekly')) = (hour is not null and time_zone is not null)),
  check ((kind = 'weekly') = (weekday is not null)),
  check ((minimum_amount is null) = (minimum_currency is null))
);

alter table payouts.bank_account
  add column usable_from timestamptz,
  add column blocked_reason text,
  drop constraint bank_account_status_check,
  add constraint bank_account_status_check check (status in ('pending', 'verified', 'failed', 'blocked'));
update payouts.bank_account set usable_from = added_at where status = 'verified';
alter table payouts.bank_account
  add constraint verified_has_a_day check (status <> 'verified' or usable_from is not null);

-- Each release is divided once: what paid a debt, what is held back until its day, what may be paid out.
create table payouts.release (
  shard smallint not null check (shard between 0 and 255),
  deal_id uuid not null,
  seller_id uuid not null,
  currency text not null,
  received bigint not null check (received >= 0),
  recovered bigint not null check (recovered >= 0),
  reserved bigint not null check (reserved >= 0),
  reserve_due_at timestamptz,
  reserve_released_at timestamptz,
  -- What came to the wallet at that day; less than was held where a chargeback took of it.
  reserve_released bigint check (reserve_released between 0 and reserved),
  released_at timestamptz not null,
  primary key (shard, deal_id),
  check ((reserved > 0) = (reserve_due_at is not null)),
  check ((reserve_released_at is null) = (reserve_released is null))
);
create index release_held on payouts.release (shard, seller_id) where reserved > 0 and reserve_released_at is null;

insert into payouts.release (shard, deal_id, seller_id, currency, received, recovered, reserved, released_at)
select shard, deal_id, seller_id, currency, amount, 0, 0, requested_at from payouts.payout;

alter table payouts.payout
  alter column deal_id drop not null,
  drop constraint payout_shard_deal_id_key,
  add column kind text not null default 'release' check (kind in ('release', 'reserve', 'batch', 'withdrawal', 'retry')),
  -- What made it, and which part of a split it is: made once.
  add column cause text,
  add column part int not null default 0,
  -- The account that a share or a withdrawal names; null: whichever is the seller's.
  add column wanted_account_id uuid,
  -- Until when it waits, where that is known.
  add column waits_until timestamptz,
  -- Written before the rail is first called: from then on it is asked before it is told again.
  add column sending_since timestamptz,
  add column tries int not null default 0,
  add column retried_by uuid,
  add column alarmed_at timestamptz,
  drop constraint payout_state_check,
  add constraint payout_state_check
    check (state in ('waiting_for_bank_account', 'withheld', 'requested', 'pending', 'paid', 'failed', 'returned', 'cancelled'));
update payouts.payout set cause = 'release:deal_' || replace(deal_id::text, '-', ''),
  sending_since = case when state <> 'waiting_for_bank_account' then requested_at end;
alter table payouts.payout
  alter column cause set not null,
  alter column kind drop default,
  add constraint payout_made_once unique (shard, cause, part);
create index payout_of_deal on payouts.payout (shard, deal_id) where deal_id is not null;
create index payout_waiting on payouts.payout (shard, seller_id)
  where state in ('waiting_for_bank_account', 'withheld', 'failed', 'returned') and retried_by is null;
create index payout_withdrawn on payouts.payout (shard, seller_id, id) where deal_id is null;
create index payout_looked_after on payouts.payout (updated_at, id)
  where state not in ('paid', 'cancelled') and retried_by is null;

-- Debts that are given up: asked for by one of the staff, approved by another.
create table payouts.write_off (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  user_id uuid not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  reason text not null,
  asked_by uuid not null check (asked_by <> user_id),
  asked_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  primary key (shard, id),
  check ((approved_by is null) = (approved_at is null)),
  constraint four_eyes check (approved_by not in (asked_by, user_id))
);

grant select, insert, update, delete on payouts.write_off, payouts.payee, payouts.release to amana_app;
