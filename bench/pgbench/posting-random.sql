\set t random(0, 9)
\set u random(0, 9)
\set shard :t * 16 + :u
\set a random(1, :spread)
\set r random(1, :spread - 1)
\set b (:a + :r - 1) % :spread + 1
\set lo (10000000 + least(:a, :b)) * 100 + :t * 10 + :u
\set hi (10000000 + greatest(:a, :b)) * 100 + :t * 10 + :u
\set amount random(1, 1000)
BEGIN;
INSERT INTO ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at) VALUES (:shard, gen_random_uuid(), gen_random_uuid()::text, 'f', 'fund', NULL, now()) RETURNING id \gset
SELECT a.balance - :amount AS lo_balance, a.last_seq + 1 AS lo_seq, b.balance + :amount AS hi_balance, b.last_seq + 1 AS hi_seq FROM ledger.account a, ledger.account b WHERE a.shard = :shard AND a.id = lpad(:lo::text, 32, '0')::uuid AND b.shard = :shard AND b.id = lpad(:hi::text, 32, '0')::uuid FOR NO KEY UPDATE \gset
INSERT INTO ledger.entry (shard, account, seq, posting, amount, balance_after, denomination) VALUES (:shard, lpad(:lo::text, 32, '0')::uuid, :lo_seq::bigint, :id::uuid, - :amount::bigint, :lo_balance::bigint, 'INR'), (:shard, lpad(:hi::text, 32, '0')::uuid, :hi_seq::bigint, :id::uuid, :amount::bigint, :hi_balance::bigint, 'INR');
UPDATE ledger.account SET balance = CASE WHEN id = lpad(:lo::text, 32, '0')::uuid THEN :lo_balance::bigint ELSE :hi_balance::bigint END, last_seq = last_seq + 1 WHERE shard = :shard AND id IN (lpad(:lo::text, 32, '0')::uuid, lpad(:hi::text, 32, '0')::uuid);
COMMIT;
