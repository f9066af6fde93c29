-- What of a service was ordered: the listing, and the package as it was offered.
alter table orders.item add column service jsonb;

-- What the buyer of work wants to have made, in the buyer's own words.
create table orders.requirements (
  shard smallint not null check (shard between 0 and 255),
  order_id uuid not null,
  text text not null,
  primary key (shard, order_id)
);
grant select, insert, update on orders.requirements to amana_app;
