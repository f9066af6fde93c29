-- breaking: the release before moves money without writing it down for the figures.
-- What dashboards count: each movement of an order's money once, whose turn it is, and when there was first a dispute.
create table orders.movement (
  shard smallint not null check (shard between 0 and 255),
  order_id uuid not null,
  kind text not null check (kind in ('fund', 'release', 'refund', 'settle', 'chargeback')),
  buyer_id uuid not null,
  seller_id uuid not null,
  order_kind text not null,
  currency text not null,
  -- What the buyer paid, and what of it the sale promises the seller.
  total bigint not null,
  promised bigint not null,
  -- What each gets by this movement.
  to_buyer bigint not null,
  to_seller bigint not null,
  moved_at timestamptz not null,
  -- Since when the money had lain in escrow.
  held_since timestamptz,
  primary key (shard, order_id, kind)
);
create index movement_of_buyer on orders.movement (buyer_id, moved_at);
create index movement_of_seller on orders.movement (seller_id, moved_at);
create index movement_by_time on orders.movement (moved_at);
grant select, insert on orders.movement to amana_app;

insert into orders.movement (shard, order_id, kind, buyer_id, seller_id, order_kind, currency, total, promised, to_buyer, to_seller, moved_at)
select o.shard, o.id, p.kind, o.buyer_id, o.seller_id, o.kind, o.currency, o.total, o.seller_receives,
    coalesce(parts.to_buyer, 0), case when p.kind in ('release', 'settle') then o.total - parts.to_buyer - parts.ours else 0 end, p.posted_at
  from ledger.posting p join orders."order" o on o.shard = p.shard and o.deal_id = p.deal
  cross join lateral (
    select coalesce(sum(e.amount) filter (where a.code like 'refunds\_in\_flight:%'), 0) as to_buyer,
        coalesce(sum(e.amount) filter (where a.code like 'revenue:%' or a.code like 'tax:%'), 0) as ours
      from ledger.entry e join ledger.account a on a.shard = e.shard and a.id = e.account where e.shard = p.shard and e.posting = p.id
  ) parts
 where p.kind in ('fund', 'release', 'refund', 'settle', 'chargeback')
on conflict do nothing;
update orders.movement m set held_since = f.moved_at
  from orders.movement f where f.shard = m.shard and f.order_id = m.order_id and f.kind = 'fund' and m.kind <> 'fund';

alter table orders."order"
  -- Of the two parties, the one who is to do something; null while neither is.
  add column turn text check (turn in ('buyer', 'seller')),
  add column disputed_at timestamptz;
update orders."order" o set turn = case
    when d.state in ('payment_pending', 'agreed_payment_pending', 'signatures_pending', 'buyer_signature_pending', 'delivered', 'declared_delivered', 'returning')
      then 'buyer'
    when d.state in ('seller_signature_pending', 'order_confirmed', 'processing', 'ready_to_ship', 'shipped_untracked', 'return_shipped', 'late',
      'revision_requested', 'late_revision') or (d.state = 'escrow_locked' and o.kind <> 'milestone') then 'seller'
    when d.state in ('disputed', 'delivered_disputed') then case when d.suspended ->> 'by' = 'buyer' then 'seller' else 'buyer' end
  end
  from escrow.deal d where d.shard = o.shard and d.id = o.deal_id;
update orders."order" o set disputed_at = e.since
  from (select shard, deal, min(recorded_at) as since from escrow.event
         where to_state in ('disputed', 'delivered_disputed', 'chargeback_pending') group by shard, deal) e
 where e.shard = o.shard and e.deal = o.deal_id;

create index order_turn_of_buyer on orders."order" (buyer_id, due_at) where turn = 'buyer';
create index order_turn_of_seller on orders."order" (seller_id, due_at) where turn = 'seller';
create index order_held_of_buyer on orders."order" (buyer_id) where escrow in ('held', 'disputed');
create index order_held_of_seller on orders."order" (seller_id) where escrow in ('held', 'disputed');

-- Staff find an order by what a gateway calls its money, and see what the gateway has sent about it.
alter table payments.webhook add column about text;
create index webhook_about on payments.webhook (about) where about is not null;
create index payment_by_reference on payments.payment (reference) where reference is not null;
create index capture_by_reference on payments.capture (reference);
create index refund_by_reference on payments.refund (reference) where reference is not null;
