\set a random(1, :accounts)
\set lo :a * 100 + 7
\set amount random(1, 1000)
BEGIN;
INSERT INTO ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at) VALUES (7, gen_random_uuid(), gen_random_uuid()::text, 'f', 'fund', NULL, now()) RETURNING id \gset
SELECT a.balance + :amount AS lo_balance, a.last_seq + 1 AS lo_seq, b.balance - :amount AS hot_balance, b.last_seq + 1 AS hot_seq FROM ledger.account a, ledger.account b WHERE a.shard = 7 AND a.id = lpad(:lo::text, 32, '0')::uuid AND b.shard = 7 AND b.id = :hot::uuid FOR NO KEY UPDATE \gset
INSERT INTO ledger.entry (shard, account, seq, posting, amount, balance_after, denomination) VALUES (7, lpad(:lo::text, 32, '0')::uuid, :lo_seq::bigint, :id::uuid, :amount::bigint, :lo_balance::bigint, 'INR'), (7, :hot::uuid, :hot_seq::bigint, :id::uuid, - :amount::bigint, :hot_balance::bigint, 'INR');
UPDATE ledger.account SET balance = CASE WHEN id = :hot::uuid THEN :hot_balance::bigint ELSE :lo_balance::bigint END, last_seq = last_seq + 1 WHERE shard = 7 AND id IN (lpad(:lo::text, 32, '0')::uuid, :hot::uuid);
COMMIT;
