-- Lists of orders: where the money is, search over what people remember of an order, and an index for every order of a list.
alter table orders."order" add column escrow text not null default 'pending';
update orders."order" o set escrow = d.escrow from escrow.deal d where d.shard = o.shard and d.id = o.deal_id and d.escrow <> 'pending';

-- Words of an order, folded. Those of a person's name stand apart, so that they can be forgotten.
create table orders.search (
  shard smallint not null check (shard between 0 and 255),
  order_id uuid not null,
  about tsvector not null,
  buyer tsvector not null,
  seller tsvector not null,
  primary key (shard, order_id)
);
create index order_by_words on orders.search using gin ((about || buyer || seller));

insert into orders.search (shard, order_id, about, buyer, seller)
select o.shard, o.id, coalesce((
    select array_to_tsvector(array_agg(distinct w)) from orders.item i,
      regexp_split_to_table(lower(o.number || ' ' || (i.title ->> 'en') || ' ' || (i.title ->> 'ar')), '[[:space:][:punct:]]+') w
     where i.shard = o.shard and i.order_id = o.id and w <> ''), ''),
  coalesce((select array_to_tsvector(array_agg(distinct w)) from identity."user" u, regexp_split_to_table(lower(u.name), '[[:space:][:punct:]]+') w
    where u.id = o.buyer_id and w <> ''), ''),
  coalesce((select array_to_tsvector(array_agg(distinct w)) from identity."user" u, regexp_split_to_table(lower(u.name), '[[:space:][:punct:]]+') w
    where u.id = o.seller_id and w <> ''), '')
from orders."order" o;

create index order_by_time on orders."order" (placed_at, id);
create index order_by_status on orders."order" (status, placed_at, id);
create index order_by_total on orders."order" (total, id);
create index order_by_deadline on orders."order" (due_at, id) where due_at is not null;
create index order_held on orders."order" (placed_at, id) where escrow in ('held', 'disputed');
grant select, insert, update, delete on orders.search to amana_app;
