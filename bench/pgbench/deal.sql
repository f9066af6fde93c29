\set n :n + 1
\set deal (:client_id * :stride + :n) * 100 + 7
\set wallet random(70000000, 70009999) * 100 + 7
BEGIN;
SELECT revision + 1 AS revision FROM escrow.deal WHERE shard = 7 AND id = lpad(:deal::text, 32, '0')::uuid FOR NO KEY UPDATE \gset
UPDATE escrow.deal SET state = 'completed', revision = :revision::int, escrow = 'released', deadline_kind = NULL, deadline_opened_at = NULL, deadline_due_at = NULL, deadline_wake_at = NULL, deadline_asks = 0 WHERE shard = 7 AND id = lpad(:deal::text, 32, '0')::uuid;
INSERT INTO escrow.event (shard, deal, seq, command, actor, from_state, to_state, happened_at, recorded_at) VALUES (7, lpad(:deal::text, 32, '0')::uuid, :revision::int, 'confirm_receipt', 'buyer', 'delivered', 'completed', now(), now());
INSERT INTO ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at) VALUES (7, gen_random_uuid(), 'release deal_' || lpad(:deal::text, 32, '0'), 'f', 'release', lpad(:deal::text, 32, '0')::uuid, now()) RETURNING id \gset
SELECT e.balance - 10000 AS escrow_balance, e.last_seq + 1 AS escrow_seq, w.balance + 9700 AS wallet_balance, w.last_seq + 1 AS wallet_seq, c.balance + 300 AS hot_balance, c.last_seq + 1 AS hot_seq FROM ledger.account e, ledger.account w, ledger.account c WHERE e.shard = 7 AND e.id = lpad(:deal::text, 32, '0')::uuid AND w.shard = 7 AND w.id = lpad(:wallet::text, 32, '0')::uuid AND c.shard = 7 AND c.id = :hot::uuid FOR NO KEY UPDATE \gset
INSERT INTO ledger.entry (shard, account, seq, posting, amount, balance_after, denomination) VALUES (7, lpad(:deal::text, 32, '0')::uuid, :escrow_seq::bigint, :id::uuid, -10000, :escrow_balance::bigint, 'INR'), (7, lpad(:wallet::text, 32, '0')::uuid, :wallet_seq::bigint, :id::uuid, 9700, :wallet_balance::bigint, 'INR'), (7, :hot::uuid, :hot_seq::bigint, :id::uuid, 300, :hot_balance::bigint, 'INR');
UPDATE ledger.account SET balance = CASE id WHEN :hot::uuid THEN :hot_balance::bigint WHEN lpad(:wallet::text, 32, '0')::uuid THEN :wallet_balance::bigint ELSE :escrow_balance::bigint END, last_seq = last_seq + 1 WHERE shard = 7 AND id IN (lpad(:deal::text, 32, '0')::uuid, lpad(:wallet::text, 32, '0')::uuid, :hot::uuid);
INSERT INTO runtime.outbox (shard, id, topic, payload, announced_at, run_at) VALUES (7, gen_random_uuid(), 'deal.moved', :payload::jsonb, now(), now());
COMMIT;
