-- When a payout was last sent: a refusal of one attempt says nothing of another that may still be on its way.
alter table payouts.payout add column sent_at timestamptz;
update payouts.payout set sent_at = sending_since where state = 'requested' and sending_since is not null;
