-- What the marketplace takes of a sale: rules in versions that are written once, and levels of sellers. What a sale was charged by, and
-- how it is taxed, stays with the order.
create schema commission;

create table commission.rule_set (
  version int primary key check (version > 0),
  rules jsonb not null,
  reason text not null,
  published_by uuid not null,
  published_at timestamptz not null
);
create trigger written_once before update or delete or truncate on commission.rule_set
  for each statement execute function runtime.refuse_change();

-- Whoever is not here has the standard level.
create table commission.seller_level (
  user_id uuid primary key,
  level text not null,
  set_by uuid not null,
  set_at timestamptz not null
);

grant usage on schema commission to amana_app;
grant select, insert on commission.rule_set to amana_app;
grant select, insert, update, delete on commission.seller_level to amana_app;

alter table orders."order"
  -- Tax on top of the prices, and the buyer's part of the commission: both are in the total.
  add column tax bigint not null default 0 check (tax >= 0),
  add column buyer_fee bigint not null default 0 check (buyer_fee >= 0),
  add column taxes jsonb not null default '[]',
  -- Version and name of the rule that decided; null for orders from before there were rules.
  add column commission_rule jsonb;
