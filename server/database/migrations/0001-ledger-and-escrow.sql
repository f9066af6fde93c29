-- Roles, the ledger, deals, and the rows that work is handed over by.
do $$
begin
  if not exists (select from pg_roles where rolname = 'amana_app') then
    create role amana_app nologin;
  end if;
end $$;

create schema ledger;
create schema escrow;
create schema runtime;
create schema audit;

-- Rows that are written once: no statement of anybody may change or remove them.
create function runtime.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is refused: rows here are written once', tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

-- LEDGER ------------------------------------------------------------------------------------------------------------

create table ledger.account (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  code text not null,
  currency text not null,
  guarded boolean not null,
  balance bigint not null default 0,
  last_seq bigint not null default 0,
  primary key (shard, id),
  unique (shard, code, currency),
  constraint never_below_zero check (not guarded or balance >= 0),
  constraint entrusted_is_guarded check (guarded or code !~ '^(escrow|wallet|refunds_in_flight|payouts_in_flight|suspense):')
) with (fillfactor = 60);

create table ledger.posting (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  key text not null,
  fingerprint text not null,
  kind text not null,
  deal uuid,
  posted_at timestamptz not null,
  -- The order in which postings were made, where their times are the same.
  number bigint generated always as identity,
  primary key (shard, id),
  unique (shard, key)
);
create index posting_of_deal on ledger.posting (shard, deal) where deal is not null;

create table ledger.entry (
  shard smallint not null check (shard between 0 and 255),
  account uuid not null,
  seq bigint not null,
  posting uuid not null,
  amount bigint not null check (amount <> 0),
  balance_after bigint not null,
  primary key (shard, account, seq)
);
create index entry_of_posting on ledger.entry (shard, posting);

create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from added e join ledger.account a on a.shard = e.shard and a.id = e.account
     group by e.shard, e.posting, a.currency having sum(e.amount) <> 0
  ) or exists (select from added e where not exists (select from ledger.account a where a.shard = e.shard and a.id = e.account)) then
    raise exception 'a posting must sum to zero in each currency' using errcode = 'check_violation', constraint = 'posting_sums_to_zero';
  end if;
  return null;
end $$;

create trigger posting_sums_to_zero after insert on ledger.entry
  referencing new table as added for each statement execute function ledger.refuse_unbalanced();
create trigger written_once before update or delete or truncate on ledger.entry
  for each statement execute function runtime.refuse_change();

-- A posting that was refused for want of money leaves nothing behind: only one without entries may go.
create function ledger.refuse_removal_of_posted() returns trigger language plpgsql as $$
begin
  if exists (select from ledger.entry e where e.shard = old.shard and e.posting = old.id) then
    raise exception 'a posting is never removed' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger written_once before update or truncate on ledger.posting
  for each statement execute function runtime.refuse_change();
create trigger never_removed before delete on ledger.posting
  for each row execute function ledger.refuse_removal_of_posted();

-- An account moves only together with an entry that says so.
create function ledger.refuse_drift() returns trigger language plpgsql as $$
begin
  if exists (
    select from moved m left join ledger.entry e on e.shard = m.shard and e.account = m.id and e.seq = m.last_seq
     where m.balance is distinct from coalesce(e.balance_after, 0)
  ) then
    raise exception 'a balance is what its last entry says' using errcode = 'check_violation', constraint = 'balance_of_last_entry';
  end if;
  return null;
end $$;
create trigger balance_of_last_entry after update on ledger.account
  referencing new table as moved for each statement execute function ledger.refuse_drift();
create trigger never_removed before delete or truncate on ledger.account
  for each statement execute function runtime.refuse_change();
create trigger named_once before update of shard, id, code, currency, guarded on ledger.account
  for each statement execute function runtime.refuse_change();
create trigger begins_empty before insert on ledger.account
  for each row when (new.balance <> 0 or new.last_seq <> 0) execute function runtime.refuse_change();

-- Posts a batch. Verdict per posting: 1 posted, 2 posted before under this key, 3 short of money, 4 key used for something else.
-- Locks are taken in one order for the whole batch: keys sorted, then accounts by id; a writer that holds accounts never waits for a key.
create function ledger.post(
  p_shard smallint[], p_id uuid[], p_key text[], p_fingerprint text[], p_kind text[], p_deal uuid[], p_at timestamptz[],
  p_posting int[], p_account uuid[], p_code text[], p_currency text[], p_guarded boolean[], p_amount bigint[]
) returns smallint[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_new boolean[];
  v_suspect int[];
  v_verdict smallint[];
  v_at int;
begin
  if (select count(*) from (select distinct s, k from unnest(p_shard, p_key) u(s, k)) d) < cardinality(p_key) then
    raise exception 'one key twice in a batch' using errcode = 'cardinality_violation';
  end if;

  with claimed as (
    insert into ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at)
    select u.shard, u.id, u.key, u.fingerprint, u.kind, u.deal, u.posted_at
      from unnest(p_shard, p_id, p_key, p_fingerprint, p_kind, p_deal, p_at) u(shard, id, key, fingerprint, kind, deal, posted_at)
     order by u.shard, u.key on conflict (shard, key) do nothing returning shard, id
  )
  select array_agg(c.id is not null order by u.at) into v_new
    from unnest(p_shard, p_id) with ordinality u(shard, id, at) left join claimed c on c.shard = u.shard and c.id = u.id;

  insert into ledger.account (shard, id, code, currency, guarded)
  select distinct p_shard[l.posting], l.account, l.code, l.currency, l.guarded
    from unnest(p_posting, p_account, p_code, p_currency, p_guarded) l(posting, account, code, currency, guarded)
   where not exists (select from ledger.account a where a.shard = p_shard[l.posting] and a.id = l.account)
   order by 1, 2 on conflict do nothing;

  -- Worst case per guarded account: all that leaves it and nothing that comes in.
  with locked as materialized (
    select a.shard, a.id, a.balance, a.guarded from ledger.account a
      join (select distinct p_shard[l.posting] as shard, l.account from unnest(p_posting, p_account) l(posting, account)) w
        on w.shard = a.shard and w.account = a.id
     order by a.shard, a.id for no key update of a
  ), leaving as (
    select p_shard[l.posting] as shard, l.account, sum(l.amount) as amount
      from unnest(p_posting, p_account, p_amount) l(posting, account, amount)
     where l.amount < 0 and v_new[l.posting] group by 1, 2
  ), short as (
    select k.shard, k.id from locked k join leaving d on d.shard = k.shard and d.account = k.id
     where k.guarded and k.balance + d.amount < 0
  )
  select array_agg(distinct l.posting order by l.posting) into v_suspect
    from unnest(p_posting, p_account, p_amount) l(posting, account, amount)
    join short s on s.shard = p_shard[l.posting] and s.id = l.account
   where l.amount < 0 and v_new[l.posting];

  select array_agg((case when n then 1 else 2 end)::smallint order by at) into v_verdict from unnest(v_new) with ordinality u(n, at);

  perform ledger.enter(p_shard, p_id, p_posting, p_account, p_amount,
    (select array_agg(n and not (at = any (coalesce(v_suspect, '{}'))) order by at) from unnest(v_new) with ordinality u(n, at)));

  -- Those that debit an account which may run short go one by one, in their order.
  foreach v_at in array coalesce(v_suspect, '{}') loop
    if exists (
      select from unnest(p_posting, p_account, p_amount) l(posting, account, amount)
        join ledger.account a on a.shard = p_shard[v_at] and a.id = l.account
       where l.posting = v_at and a.guarded group by a.id, a.balance having a.balance + sum(l.amount) < 0
    ) then
      v_verdict[v_at] := 3;
      delete from ledger.posting where shard = p_shard[v_at] and id = p_id[v_at];
    else
      perform ledger.enter(p_shard, p_id, p_posting, p_account, p_amount,
        (select array_agg(at = v_at order by at) from generate_subscripts(p_id, 1) at));
    end if;
  end loop;

  if not (true = all (v_new)) then
    select array_agg(case when v_verdict[u.at] = 2 and x.fingerprint <> u.fingerprint then 4::smallint else v_verdict[u.at] end order by u.at)
      into v_verdict
      from unnest(p_shard, p_key, p_fingerprint) with ordinality u(shard, key, fingerprint, at)
      left join ledger.posting x on x.shard = u.shard and x.key = u.key;
  end if;
  return v_verdict;
end $$;

-- Writes the entries of the chosen postings with their running balances, and the balances. Accounts are locked by the caller.
create function ledger.enter(p_shard smallint[], p_id uuid[], p_posting int[], p_account uuid[], p_amount bigint[], p_chosen boolean[])
returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- Credits first, so that no balance in between is below zero.
  insert into ledger.entry (shard, account, seq, posting, amount, balance_after)
  select a.shard, a.id, a.last_seq + row_number() over w, p_id[l.posting], l.amount, a.balance + sum(l.amount) over w
    from unnest(p_posting, p_account, p_amount) l(posting, account, amount)
    join ledger.account a on a.shard = p_shard[l.posting] and a.id = l.account
   where p_chosen[l.posting]
  window w as (partition by a.shard, a.id order by l.amount < 0, l.posting rows unbounded preceding);

  update ledger.account a set balance = a.balance + d.amount, last_seq = a.last_seq + d.entries
    from (
      select p_shard[l.posting] as shard, l.account, sum(l.amount)::bigint as amount, count(*) as entries
        from unnest(p_posting, p_account, p_amount) l(posting, account, amount) where p_chosen[l.posting] group by 1, 2
    ) d
   where a.shard = d.shard and a.id = d.account;
end $$;

-- DEALS -------------------------------------------------------------------------------------------------------------

create table escrow.deal (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  process text not null,
  process_version int not null,
  state text not null,
  revision int not null,
  buyer uuid not null,
  seller uuid not null check (seller <> buyer),
  currency text not null,
  total bigint not null check (total > 0),
  commission bigint not null check (commission >= 0),
  seller_receives bigint not null check (seller_receives >= 0),
  escrow text not null check (escrow in ('pending', 'held', 'released', 'refunded')),
  gateway text,
  policy jsonb not null,
  deadline_kind text,
  deadline_opened_at timestamptz,
  deadline_due_at timestamptz,
  -- When somebody should next look: the due time, or later while a provider is being asked.
  deadline_wake_at timestamptz,
  deadline_asks int not null default 0,
  created_at timestamptz not null,
  primary key (shard, id),
  check (commission + seller_receives = total),
  check ((deadline_kind is null) = (deadline_due_at is null) and (deadline_kind is null) = (deadline_wake_at is null))
) with (fillfactor = 70);
create index deal_due on escrow.deal (deadline_wake_at) where deadline_wake_at is not null;

create table escrow.event (
  shard smallint not null check (shard between 0 and 255),
  deal uuid not null,
  seq int not null,
  command text not null,
  -- A command that carries this key happens once per deal.
  command_key text,
  actor text not null,
  actor_id uuid,
  from_state text,
  to_state text not null,
  reason text,
  note text,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (shard, deal, seq)
);
create unique index event_command_key on escrow.event (shard, deal, command_key) where command_key is not null;
create trigger written_once before update or delete or truncate on escrow.event
  for each statement execute function runtime.refuse_change();

-- Applies a batch of decided commands. Verdict per item: 1 done, 2 the deal has moved (decide again), 3 short of money,
-- 4 the posting's key was used for something else, 5 this command key was applied before. One item carries one posting at most.
-- Locks: deals by id, then keys and accounts as ledger.post orders them.
create function escrow.apply(
  p_shard smallint[], p_deal uuid[], p_revision int[], p_state text[], p_escrow text[], p_gateway text[],
  p_deadline_kind text[], p_deadline_opened_at timestamptz[], p_deadline_due_at timestamptz[],
  p_command text[], p_command_key text[], p_actor text[], p_actor_id uuid[], p_from text[], p_reason text[], p_note text[],
  p_happened_at timestamptz[], p_recorded_at timestamptz[], p_outbox_id uuid[], p_outbox jsonb[],
  l_item int[], l_id uuid[], l_key text[], l_fingerprint text[], l_kind text[],
  e_posting int[], e_account uuid[], e_code text[], e_currency text[], e_guarded boolean[], e_amount bigint[]
) returns smallint[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_verdict smallint[];
  v_chosen int[];
  v_place int[];
  v_posted smallint[];
begin
  if (select count(*) from (select distinct s, d from unnest(p_shard, p_deal) u(s, d)) x) < cardinality(p_deal) then
    raise exception 'one deal twice in a batch' using errcode = 'cardinality_violation';
  end if;

  with locked as materialized (
    select d.shard, d.id, d.revision from escrow.deal d
      join unnest(p_shard, p_deal) u(shard, id) on u.shard = d.shard and u.id = d.id
     order by d.shard, d.id for no key update of d
  )
  select array_agg((case
      when x.deal is not null then 5
      when k.revision is distinct from u.revision then 2
      else 1 end)::smallint order by u.at)
    into v_verdict
    from unnest(p_shard, p_deal, p_revision, p_command_key) with ordinality u(shard, id, revision, command_key, at)
    left join locked k on k.shard = u.shard and k.id = u.id
    left join escrow.event x on x.shard = u.shard and x.deal = u.id and x.command_key = u.command_key;

  select array_agg(at::int order by at) into v_chosen from unnest(l_item) with ordinality u(item, at) where v_verdict[u.item] = 1;
  if v_chosen is not null then
    select array_agg(array_position(v_chosen, at) order by at) into v_place from generate_subscripts(l_item, 1) at;
    select ledger.post(
        array_agg(p_shard[l_item[c]] order by c), array_agg(l_id[c] order by c), array_agg(l_key[c] order by c),
        array_agg(l_fingerprint[c] order by c), array_agg(l_kind[c] order by c), array_agg(p_deal[l_item[c]] order by c),
        array_agg(p_recorded_at[l_item[c]] order by c), e.posting, e.account, e.code, e.currency, e.guarded, e.amount)
      into v_posted
      from unnest(v_chosen) c,
        (select array_agg(v_place[posting] order by at) as posting, array_agg(account order by at) as account,
                array_agg(code order by at) as code, array_agg(currency order by at) as currency,
                array_agg(guarded order by at) as guarded, array_agg(amount order by at) as amount
           from unnest(e_posting, e_account, e_code, e_currency, e_guarded, e_amount)
             with ordinality u(posting, account, code, currency, guarded, amount, at)
          where v_place[u.posting] is not null) e
     group by e.posting, e.account, e.code, e.currency, e.guarded, e.amount;
    for i in 1 .. cardinality(v_chosen) loop
      if v_posted[i] <> 1 then
        v_verdict[l_item[v_chosen[i]]] := case v_posted[i] when 3 then 3 else 4 end;
      end if;
    end loop;
  end if;

  update escrow.deal d
     set state = u.state, revision = u.revision + 1, escrow = u.escrow, gateway = u.gateway,
         deadline_kind = u.deadline_kind, deadline_opened_at = u.opened_at, deadline_due_at = u.due_at,
         deadline_wake_at = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_wake_at else u.due_at end,
         deadline_asks = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_asks else 0 end
    from unnest(p_shard, p_deal, p_revision, p_state, p_escrow, p_gateway, p_deadline_kind, p_deadline_opened_at, p_deadline_due_at)
      with ordinality u(shard, id, revision, state, escrow, gateway, deadline_kind, opened_at, due_at, at)
   where d.shard = u.shard and d.id = u.id and v_verdict[u.at] = 1;

  insert into escrow.event (shard, deal, seq, command, command_key, actor, actor_id, from_state, to_state, reason, note, happened_at, recorded_at)
  select u.shard, u.id, u.revision + 1, u.command, u.command_key, u.actor, u.actor_id, u.from_state, u.state, u.reason, u.note, u.happened_at, u.recorded_at
    from unnest(p_shard, p_deal, p_revision, p_command, p_command_key, p_actor, p_actor_id, p_from, p_state, p_reason, p_note, p_happened_at, p_recorded_at)
      with ordinality u(shard, id, revision, command, command_key, actor, actor_id, from_state, state, reason, note, happened_at, recorded_at, at)
   where v_verdict[u.at] = 1;

  insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at)
  select u.shard, u.id, 'deal.moved', u.payload, u.recorded_at, u.recorded_at
    from unnest(p_shard, p_outbox_id, p_outbox, p_recorded_at) with ordinality u(shard, id, payload, recorded_at, at)
   where v_verdict[u.at] = 1;

  return v_verdict;
end $$;

-- WORK --------------------------------------------------------------------------------------------------------------

-- What has happened and is still to be told. A row leaves in the transaction that has told it.
create table runtime.outbox (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  announced_at timestamptz not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  -- Given up after many attempts: staff must look.
  dead_at timestamptz,
  primary key (shard, id)
);
create index outbox_waiting on runtime.outbox (run_at) where dead_at is null;

-- Work for a worker: calls to the outside, most of all. Due by the application's clock, leased by the database's.
create table runtime.job (
  shard smallint not null check (shard between 0 and 255),
  id uuid not null,
  kind text not null,
  key text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  -- Set when somebody asks for the job while it runs: it then runs once more.
  again_at timestamptz,
  attempts int not null default 0,
  lease uuid,
  leased_until timestamptz,
  last_error text,
  dead_at timestamptz,
  primary key (shard, id),
  unique (shard, key)
);
create index job_waiting on runtime.job (run_at) where dead_at is null;

-- AUDIT -------------------------------------------------------------------------------------------------------------

create table audit.entry (
  id uuid primary key,
  at timestamptz not null,
  actor text not null,
  actor_id uuid,
  action text not null,
  subject text not null,
  reason text,
  detail jsonb not null
);
create index audit_of_subject on audit.entry (subject, at);
create trigger written_once before update or delete or truncate on audit.entry
  for each statement execute function runtime.refuse_change();

-- RIGHTS ------------------------------------------------------------------------------------------------------------

revoke all on function ledger.post, ledger.enter, escrow.apply from public;
grant usage on schema ledger, escrow, runtime, audit to amana_app;
grant select on ledger.account, ledger.posting, ledger.entry to amana_app;
grant execute on function ledger.post, escrow.apply to amana_app;
grant select, insert on escrow.deal, escrow.event, audit.entry to amana_app;
grant update (deadline_wake_at, deadline_asks) on escrow.deal to amana_app;
grant select, insert, update, delete on runtime.outbox, runtime.job to amana_app;
