-- Where an agreement stands, kept in step with its deal, so that lists of agreements can be asked for by it. What was agreed and
-- not ordered in time stays `to_be_ordered` here: when that has lapsed the clock says.
alter table agreements.agreement add column stage text not null default 'to_be_ordered'
  check (stage in ('to_be_ordered', 'to_be_paid', 'to_be_signed', 'in_force', 'ended'));

update agreements.agreement a set stage = case
    when d.state = 'agreed_payment_pending' then 'to_be_paid'
    when d.state in ('signatures_pending', 'buyer_signature_pending', 'seller_signature_pending') then 'to_be_signed'
    when d.escrow in ('held', 'disputed') then 'in_force'
    else 'ended' end
  from orders."order" o join escrow.deal d on d.shard = o.shard and d.id = o.deal_id
  where o.id = a.order_id;

create index agreement_of_buyer on agreements.agreement (buyer_id, id desc);
create index agreement_of_seller on agreements.agreement (seller_id, id desc);
