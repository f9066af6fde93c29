-- breaking: the release before relies on one refund per cause, whatever became of the first.
-- Chargebacks, calls whose answer did not come, money that belongs to no payment of ours, the wallet as a way to pay; work that is
-- delivered to each subscriber on its own.

-- An announcement that one of several subscribers could not bear is split: from then on each of them has a row of its own.
alter table runtime.outbox add column subscriber text;

-- Every call that moves money, written before it is made. `unknown`: no answer came, and what was asked may have been
-- done; `forgotten`: so it is, and the gateway no longer knows the id, so that it must not be asked for again.
create table payments.call (
  shard smallint not null check (shard between 0 and 255),
  -- The payment or the refund that the call is about.
  subject uuid not null,
  what text not null check (what in ('open', 'close', 'refund')),
  state text not null check (state in ('sending', 'unknown', 'forgotten', 'answered', 'refused')),
  attempts int not null,
  sent_at timestamptz not null,
  -- Since when what was asked may have been done; null while every call so far has surely not done it.
  may_be_done_since timestamptz,
  -- How many of the attempts may have done it.
  unsure int not null check (unsure >= 0),
  detail text,
  primary key (shard, subject, what)
);
create index call_unanswered on payments.call (sent_at) where state in ('sending', 'unknown', 'forgotten');

alter table payments.payment
  -- When it was first seen to be over: money that comes later than this is looked for on fixed days.
  add column ended_at timestamptz;

alter table payments.capture
  alter column payment_id drop not null,
  alter column deal_id drop not null,
  -- The gateway's name of a payment that is not ours.
  add column foreign_payment text,
  add constraint belongs_or_is_foreign check ((payment_id is null) = (foreign_payment is not null) and (payment_id is null) = (deal_id is null)),
  add constraint foreign_is_suspense check (foreign_payment is null or disposition = 'suspense');
create index capture_of_payment on payments.capture (shard, payment_id);
create index capture_in_suspense on payments.capture (captured_at) where disposition = 'suspense';

alter table payments.refund
  alter column payment_id drop not null,
  alter column deal_id drop not null,
  alter column buyer_id drop not null,
  add column foreign_payment text,
  -- Why it ended as it did, where that is not plain.
  add column reason text,
  add constraint belongs_or_is_foreign check ((payment_id is null) = (foreign_payment is not null) and (payment_id is null) = (buyer_id is null)),
  drop constraint refund_shard_cause_key;
-- A refund that failed is over, except where nobody has a wallet for it: that one may be tried again.
create unique index refund_once on payments.refund (shard, cause) where state <> 'failed' or buyer_id is not null;
create index refund_under_way on payments.refund (requested_at) where state in ('requested', 'pending');

-- A payment whose money the buyer's bank asks back, once per the gateway's own number.
create table payments.chargeback (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  payment_id uuid not null,
  deal_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  gateway text not null,
  reference text not null,
  -- What is asked back, as refunds name it: the deal, or the capture that matched none.
  cause uuid not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('opened', 'won', 'lost')),
  -- What it does to the money; null until it could take effect.
  effect text check (effect in ('held', 'clawed_back', 'refunding', 'noted')),
  -- False for an inquiry, while the bank has taken nothing.
  takes_money boolean not null,
  -- Counts how often it was opened: a bank may ask again after it has lost.
  round int not null default 1,
  -- What was taken from the seller when it was opened; the rest falls on the refund, or, once that was made, on us.
  from_seller bigint not null default 0,
  from_platform bigint not null default 0,
  reason text,
  opened_at timestamptz not null,
  respond_by timestamptz,
  updated_at timestamptz not null,
  -- The outcome that has been booked, so that each is booked once.
  booked text check (booked in ('won', 'lost')),
  primary key (shard, id),
  unique (shard, gateway, reference)
);
create index chargeback_of_cause on payments.chargeback (shard, cause);
create index chargeback_of_deal on payments.chargeback (shard, deal_id);
create index chargeback_open on payments.chargeback (opened_at) where booked is null;

grant select, insert, update, delete on payments.call, payments.chargeback to amana_app;
