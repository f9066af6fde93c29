-- breaking: the functions by which the release before posts and moves deals are gone.
-- Postings and whole commands in batches: an account is named once per batch, and every look-up is by an index.
drop function ledger.post;
drop function ledger.enter;
drop function escrow.apply;

-- The announcement's own id: tells a command that is sent again, because nobody knows whether it happened, from another one.
alter table escrow.event add column announcement uuid;

-- Keys are compared byte by byte: they are ours, and no language's order is asked of them.
alter table ledger.posting alter column key type text collate "C";

-- The currency of its account, so that the sum of a posting is checked without a look at every account.
alter table ledger.entry add column denomination text;
alter table ledger.entry disable trigger written_once;
update ledger.entry e set denomination = a.currency from ledger.account a where a.shard = e.shard and a.id = e.account;
alter table ledger.entry enable trigger written_once;
alter table ledger.entry alter column denomination set not null;

-- Posts a batch. Verdict per posting: 1 posted, 2 posted before under this key, 3 short of money, 4 key used for something else,
-- 0 not wanted. A posting that is sent again under its own id answers 1 again. Entries name posting and account by their place.
-- Locks are taken in one order for the whole batch: keys sorted, then new accounts, then accounts by id; a writer that holds accounts
-- never waits for a key. Plans are generic and use indexes only, so that they neither cost planning nor age with the tables.
create function ledger.post(
  p_shard smallint[], p_id uuid[], p_key text[], p_fingerprint text[], p_kind text[], p_deal uuid[], p_at timestamptz[],
  a_shard smallint[], a_id uuid[], a_code text[], a_currency text[], a_guarded boolean[],
  e_posting int[], e_account int[], e_amount bigint[], p_wanted boolean[] default null
) returns smallint[] language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_size int := cardinality(p_id);
  v_chosen boolean[] := coalesce(p_wanted, array_fill(true, array[v_size]));
  v_claimed int;
  v_verdict smallint[];
  v_accounts int;
  v_balance bigint[];
  v_seq bigint[];
  v_currency text[];
  v_short int[];
  v_fits boolean;
  v_suspect int[];
begin
  insert into ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at)
  select u.shard, u.id, u.key, u.fingerprint, u.kind, u.deal, u.posted_at
    from unnest(p_shard, p_id, p_key, p_fingerprint, p_kind, p_deal, p_at, v_chosen) u(shard, id, key, fingerprint, kind, deal, posted_at, chosen)
   where u.chosen order by u.shard, u.key collate "C" on conflict (shard, key) do nothing;
  get diagnostics v_claimed = row_count;

  if p_wanted is null and v_claimed = v_size then
    v_verdict := array_fill(1::smallint, array[v_size]);
  else
    v_verdict := ledger.verdicts(p_shard, p_id, p_key, p_fingerprint, v_chosen);
    select array_agg(v = -1 order by at), array_agg(abs(v)::smallint order by at) into v_chosen, v_verdict
      from unnest(v_verdict) with ordinality u(v, at);
  end if;

  insert into ledger.account (shard, id, code, currency, guarded)
  select u.shard, u.id, u.code, u.currency, u.guarded from unnest(a_shard, a_id, a_code, a_currency, a_guarded) u(shard, id, code, currency, guarded)
   where not exists (select from ledger.account a where a.shard = u.shard and a.id = u.id)
   order by u.shard, u.id on conflict do nothing;

  -- Worst case per guarded account: all that leaves it and nothing that comes in.
  with locked as materialized (
    select u.at, a.balance, a.last_seq, a.currency from unnest(a_shard, a_id) with ordinality u(shard, id, at)
      join ledger.account a on a.shard = u.shard and a.id = u.id
     order by a.shard, a.id for no key update of a
  )
  select array_agg(k.balance order by k.at), array_agg(k.last_seq order by k.at), array_agg(k.currency order by k.at), count(*)
    into v_balance, v_seq, v_currency, v_accounts from locked k;
  select array_agg(d.account) filter (where a_guarded[d.account] and v_balance[d.account] + d.leaving < 0), coalesce(bool_and(d.fits), true)
    into v_short, v_fits
    from (
      select l.account, sum(l.amount) filter (where l.amount < 0 and v_chosen[l.posting]) as leaving,
             bool_and((a_shard[l.account] = p_shard[l.posting]) is true) as fits
        from unnest(e_posting, e_account, e_amount) l(posting, account, amount) group by l.account
    ) d;
  if v_accounts <> cardinality(a_id) or not v_fits then
    raise exception 'an entry of another shard, or of an account that is not there' using errcode = 'integrity_constraint_violation';
  end if;
  if v_short is not null then
    select array_agg(distinct l.posting order by l.posting) into v_suspect from unnest(e_posting, e_account, e_amount) l(posting, account, amount)
     where l.amount < 0 and l.account = any (v_short) and v_chosen[l.posting];
    select array_agg(c and not (at = any (v_suspect)) order by at) into v_chosen from unnest(v_chosen) with ordinality u(c, at);
  end if;

  -- Credits first, so that no balance in between is below zero.
  insert into ledger.entry (shard, account, seq, posting, amount, balance_after, denomination)
  select a_shard[l.account], a_id[l.account], v_seq[l.account] + row_number() over w, p_id[l.posting], l.amount,
         v_balance[l.account] + sum(l.amount) over w, v_currency[l.account]
    from unnest(e_posting, e_account, e_amount) l(posting, account, amount)
   where v_chosen[l.posting]
  window w as (partition by l.account order by l.amount < 0, l.posting rows unbounded preceding);

  update ledger.account a set balance = a.balance + d.amount, last_seq = a.last_seq + d.entries
    from (
      select l.account, sum(l.amount)::bigint as amount, count(*) as entries
        from unnest(e_posting, e_account, e_amount) l(posting, account, amount) where v_chosen[l.posting] group by l.account
    ) d
   where a.shard = a_shard[d.account] and a.id = a_id[d.account];

  if v_suspect is not null then
    v_verdict := ledger.enter_one_by_one(v_suspect, v_verdict, p_shard, p_id, a_shard, a_id, e_posting, e_account, e_amount);
  end if;
  return v_verdict;
end $$;

-- What a claim of keys came to, where not all were new: -1 claimed just now, 0 not wanted, otherwise the verdict. A posting without
-- entries is one that this very call has claimed.
create function ledger.verdicts(p_shard smallint[], p_id uuid[], p_key text[], p_fingerprint text[], p_wanted boolean[])
returns smallint[] language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_verdict smallint[];
begin
  if (select count(*) from (select distinct s, k from unnest(p_shard, p_key) u(s, k)) d) < cardinality(p_key) then
    raise exception 'one key twice in a batch' using errcode = 'cardinality_violation';
  end if;
  select array_agg((case
      when not u.wanted then 0
      when x.id = u.id then case when exists (select from ledger.entry e where e.shard = x.shard and e.posting = x.id) then 1 else -1 end
      when x.fingerprint = u.fingerprint then 2
      else 4 end)::smallint order by u.at)
    into v_verdict
    from unnest(p_shard, p_id, p_key, p_fingerprint, p_wanted) with ordinality u(shard, id, key, fingerprint, wanted, at)
    left join ledger.posting x on x.shard = u.shard and x.key = u.key;
  return v_verdict;
end $$;

-- Those that debit an account which may run short go one by one, in their order; one that is refused leaves nothing behind.
create function ledger.enter_one_by_one(
  p_suspect int[], p_verdict smallint[], p_shard smallint[], p_id uuid[], a_shard smallint[], a_id uuid[], e_posting int[], e_account int[], e_amount bigint[]
) returns smallint[] language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_at int;
  v_accounts int[];
  v_amounts bigint[];
begin
  for v_at, v_accounts, v_amounts in
    select l.posting, array_agg(l.account order by l.at), array_agg(l.amount order by l.at)
      from unnest(e_posting, e_account, e_amount) with ordinality l(posting, account, amount, at)
     where l.posting = any (p_suspect) group by l.posting order by l.posting
  loop
    if exists (
      select from (select account, sum(amount) as amount from unnest(v_accounts, v_amounts) l(account, amount) group by account) d
        join ledger.account a on a.shard = a_shard[d.account] and a.id = a_id[d.account]
       where a.guarded and a.balance + d.amount < 0
    ) then
      p_verdict[v_at] := 3;
      delete from ledger.posting where shard = p_shard[v_at] and id = p_id[v_at];
    else
      insert into ledger.entry (shard, account, seq, posting, amount, balance_after, denomination)
      select a.shard, a.id, a.last_seq + row_number() over w, p_id[v_at], l.amount, a.balance + sum(l.amount) over w, a.currency
        from unnest(v_accounts, v_amounts) l(account, amount) join ledger.account a on a.shard = a_shard[l.account] and a.id = a_id[l.account]
      window w as (partition by a.shard, a.id order by l.amount < 0 rows unbounded preceding);
      update ledger.account a set balance = a.balance + d.amount, last_seq = a.last_seq + d.entries
        from (select account, sum(amount)::bigint as amount, count(*) as entries from unnest(v_accounts, v_amounts) l(account, amount) group by account) d
       where a.shard = a_shard[d.account] and a.id = a_id[d.account];
    end if;
  end loop;
  return p_verdict;
end $$;

-- Applies a batch of decided commands. Verdict per item: 1 done, 2 the deal has moved (decide again), 3 short of money,
-- 4 the posting's key was used for something else, 5 this command key was applied before. A command that is sent again with its own
-- announcement answers 1 again. One item carries one posting at most.
-- Locks: deals by id, then keys and accounts as ledger.post orders them.
create function escrow.apply(
  p_shard smallint[], p_deal uuid[], p_revision int[], p_state text[], p_escrow text[], p_gateway text[], p_suspended jsonb[],
  p_deadline_kind text[], p_deadline_opened_at timestamptz[], p_deadline_due_at timestamptz[],
  p_command text[], p_command_key text[], p_actor text[], p_actor_id uuid[], p_from text[], p_reason text[], p_note text[],
  p_happened_at timestamptz[], p_recorded_at timestamptz[], p_announcement uuid[], p_payload jsonb[],
  l_item int[], l_shard smallint[], l_id uuid[], l_key text[], l_fingerprint text[], l_kind text[], l_deal uuid[], l_at timestamptz[],
  a_shard smallint[], a_id uuid[], a_code text[], a_currency text[], a_guarded boolean[],
  e_posting int[], e_account int[], e_amount bigint[]
) returns smallint[] language plpgsql security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_verdict smallint[];
  v_due int;
  v_done int;
  v_again int[];
  v_posted smallint[];
begin
  with locked as materialized (
    select u.at, d.revision, u.expected from unnest(p_shard, p_deal, p_revision) with ordinality u(shard, id, expected, at)
      join escrow.deal d on d.shard = u.shard and d.id = u.id
     order by d.shard, d.id for no key update of d
  )
  select array_agg(at) into v_again from locked where revision = expected;
  -- An array of all places in order is the ordinary case; any other is rare.
  if cardinality(v_again) = cardinality(p_deal) and true = all (select k is null from unnest(p_command_key) k) then
    v_verdict := array_fill(1::smallint, array[cardinality(p_deal)]);
  else
    v_verdict := escrow.verdicts(v_again, p_shard, p_deal, p_revision, p_command_key, p_announcement);
  end if;
  v_due := (select count(*) from unnest(v_verdict) v where v = 1);

  if cardinality(l_item) > 0 then
    v_posted := ledger.post(l_shard, l_id, l_key, l_fingerprint, l_kind, l_deal, l_at, a_shard, a_id, a_code, a_currency, a_guarded,
      e_posting, e_account, e_amount,
      case when v_due < cardinality(p_deal) then (select array_agg(v_verdict[item] = 1 order by at) from unnest(l_item) with ordinality u(item, at)) end);
    if not (1 = all (v_posted)) then
      for i in 1 .. cardinality(l_item) loop
        if v_verdict[l_item[i]] = 1 and v_posted[i] <> 1 then
          v_verdict[l_item[i]] := case v_posted[i] when 3 then 3 else 4 end;
          v_due := v_due - 1;
        end if;
      end loop;
    end if;
  end if;

  update escrow.deal d
     set state = u.state, revision = u.revision + 1, escrow = u.escrow, gateway = u.gateway, suspended = u.suspended,
         deadline_kind = u.deadline_kind, deadline_opened_at = u.opened_at, deadline_due_at = u.due_at,
         deadline_wake_at = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_wake_at else u.due_at end,
         deadline_asks = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_asks else 0 end
    from unnest(v_verdict, p_shard, p_deal, p_revision, p_state, p_escrow, p_gateway, p_suspended, p_deadline_kind, p_deadline_opened_at, p_deadline_due_at)
      u(verdict, shard, id, revision, state, escrow, gateway, suspended, deadline_kind, opened_at, due_at)
   where u.verdict = 1 and d.shard = u.shard and d.id = u.id;
  get diagnostics v_done = row_count;
  if v_done <> v_due then
    raise exception 'one deal twice in a batch' using errcode = 'cardinality_violation';
  end if;

  insert into escrow.event
    (shard, deal, seq, command, command_key, actor, actor_id, from_state, to_state, reason, note, happened_at, recorded_at, announcement)
  select u.shard, u.id, u.revision + 1, u.command, u.command_key, u.actor, u.actor_id, u.from_state, u.state, u.reason, u.note, u.happened_at,
         u.recorded_at, u.announcement
    from unnest(v_verdict, p_shard, p_deal, p_revision, p_command, p_command_key, p_actor, p_actor_id, p_from, p_state, p_reason, p_note,
      p_happened_at, p_recorded_at, p_announcement) u(verdict, shard, id, revision, command, command_key, actor, actor_id, from_state, state, reason,
      note, happened_at, recorded_at, announcement)
   where u.verdict = 1;

  insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at)
  select u.shard, u.id, 'deal.moved', u.payload, u.recorded_at, u.recorded_at
    from unnest(v_verdict, p_shard, p_announcement, p_payload, p_recorded_at) u(verdict, shard, id, payload, recorded_at)
   where u.verdict = 1;

  return array(select case v when 6 then 1 else v end from unnest(v_verdict) with ordinality u(v, at) order by at)::smallint[];
end $$;

-- Verdicts where a deal has moved or commands have keys; 6 is a command that was sent before and has happened.
create function escrow.verdicts(p_unmoved int[], p_shard smallint[], p_deal uuid[], p_revision int[], p_command_key text[], p_announcement uuid[])
returns smallint[] language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_verdict smallint[] := array_fill(2::smallint, array[cardinality(p_deal)]);
  v_at int;
begin
  foreach v_at in array coalesce(p_unmoved, '{}') loop
    v_verdict[v_at] := 1;
  end loop;
  for v_at in
    select u.at from unnest(p_shard, p_deal, p_command_key) with ordinality u(shard, deal, key, at)
      join escrow.event x on x.shard = u.shard and x.deal = u.deal and x.command_key = u.key
  loop
    v_verdict[v_at] := 5;
  end loop;
  for v_at in
    select u.at from unnest(v_verdict, p_shard, p_deal, p_revision, p_announcement) with ordinality u(verdict, shard, deal, revision, announcement, at)
      join escrow.event x on x.shard = u.shard and x.deal = u.deal and x.seq = u.revision + 1
     where u.verdict <> 1 and x.announcement = u.announcement
  loop
    v_verdict[v_at] := 6;
  end loop;
  return v_verdict;
end $$;

-- Leaves due deadlines waiting while providers are asked, and announces the questions.
create function escrow.ask(p_shard smallint[], p_deal uuid[], p_announcement uuid[], p_payload jsonb[], p_now timestamptz, p_until timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  update escrow.deal d set deadline_wake_at = p_until, deadline_asks = d.deadline_asks + 1
    from unnest(p_shard, p_deal) u(shard, id) where d.shard = u.shard and d.id = u.id;
  insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at)
  select u.shard, u.id, 'deadline.due', u.payload, p_now, p_now from unnest(p_shard, p_announcement, p_payload) u(shard, id, payload);
end $$;

-- The sum of a posting by what its entries say of their currency; that they say it rightly, each account's own check sees.
create or replace function ledger.refuse_unbalanced() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from added e group by e.shard, e.posting, e.denomination having sum(e.amount) <> 0) then
    raise exception 'a posting must sum to zero in each currency' using errcode = 'check_violation', constraint = 'posting_sums_to_zero';
  end if;
  return null;
end $$;

create or replace function ledger.refuse_drift() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set jit = off
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  if exists (
    select from moved m left join ledger.entry e on e.shard = m.shard and e.account = m.id and e.seq = m.last_seq
     where m.balance is distinct from coalesce(e.balance_after, 0) or e.denomination <> m.currency
  ) then
    raise exception 'a balance is what its last entry says' using errcode = 'check_violation', constraint = 'balance_of_last_entry';
  end if;
  return null;
end $$;

revoke all on function ledger.post, ledger.verdicts, ledger.enter_one_by_one, escrow.apply, escrow.verdicts, escrow.ask from public;
grant execute on function ledger.post, escrow.apply, escrow.ask to amana_app;
