-- Tax on the commission, deals that are frozen by a chargeback or divided by a settlement, money held in reserve.
alter table escrow.deal
  add column commission_tax bigint not null default 0 check (commission_tax >= 0),
  -- Where a frozen deal goes back to, and what was left of its deadline.
  add column suspended jsonb,
  drop constraint deal_check1,
  add constraint parts_are_the_whole check (commission + commission_tax + seller_receives = total),
  drop constraint deal_escrow_check,
  add constraint deal_escrow_check check (escrow in ('pending', 'held', 'disputed', 'released', 'refunded', 'settled'));

alter table orders."order" add column commission_tax bigint not null default 0;

alter table ledger.account
  drop constraint entrusted_is_guarded,
  add constraint entrusted_is_guarded
    check (guarded or code !~ '^(escrow|wallet|reserve|refunds_in_flight|payouts_in_flight|suspense):');
