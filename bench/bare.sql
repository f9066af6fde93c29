-- What a batch of postings costs without any safety: no verdicts beyond the key, no running balance, no gapless numbers, no guard against
-- a balance below zero, nobody who checks which shard an entry belongs to. Only for the comparison in `safety`.
create sequence ledger.bare start 1000000000;
create or replace function ledger.post(
  p_shard smallint[], p_id uuid[], p_key text[], p_fingerprint text[], p_kind text[], p_deal uuid[], p_at timestamptz[],
  a_shard smallint[], a_id uuid[], a_code text[], a_currency text[], a_guarded boolean[],
  e_posting int[], e_account int[], e_amount bigint[], p_wanted boolean[] default null
) returns smallint[] language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  insert into ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at)
  select u.shard, u.id, u.key, u.fingerprint, u.kind, u.deal, u.posted_at
    from unnest(p_shard, p_id, p_key, p_fingerprint, p_kind, p_deal, p_at) u(shard, id, key, fingerprint, kind, deal, posted_at)
   order by u.shard, u.key collate "C" on conflict (shard, key) do nothing;

  insert into ledger.account (shard, id, code, currency, guarded)
  select u.shard, u.id, u.code, u.currency, u.guarded from unnest(a_shard, a_id, a_code, a_currency, a_guarded) u(shard, id, code, currency, guarded)
   where not exists (select from ledger.account a where a.shard = u.shard and a.id = u.id)
   order by u.shard, u.id on conflict do nothing;

  perform from (
    select from unnest(a_shard, a_id) u(shard, id) join ledger.account a on a.shard = u.shard and a.id = u.id
     order by a.shard, a.id for no key update of a
  ) locked;

  insert into ledger.entry (shard, account, seq, posting, amount, balance_after, denomination)
  select a_shard[l.account], a_id[l.account], nextval('ledger.bare'), p_id[l.posting], l.amount, 0, a_currency[l.account]
    from unnest(e_posting, e_account, e_amount) l(posting, account, amount);

  update ledger.account a set balance = a.balance + d.amount
    from (select l.account, sum(l.amount)::bigint as amount from unnest(e_account, e_amount) l(account, amount) group by l.account) d
   where a.shard = a_shard[d.account] and a.id = a_id[d.account];

  return array_fill(1::smallint, array[cardinality(p_id)]);
end $$;
