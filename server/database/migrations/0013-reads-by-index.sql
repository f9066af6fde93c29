-- What was sent for an order, and where a user is paid to, are looks by an index however many there are.
create index shipment_of_order on shipping.shipment (shard, order_id);
create index bank_account_of_user on payouts.bank_account (user_id);
