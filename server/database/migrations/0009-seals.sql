-- What was written once is sealed in signed blocks, so that a change by whoever owns the database can be seen.

-- Each row of a sealed table has a number, drawn one by one (no cache): the order in which rows are sealed.
create unique index posting_by_number on ledger.posting (number);
alter table escrow.event add column number bigint generated always as identity;
create unique index event_by_number on escrow.event (number);
alter table audit.entry add column number bigint generated always as identity;
create unique index audit_by_number on audit.entry (number);

-- A right to insert into a whole table is a right to choose a number that is sealed already.
revoke insert on escrow.event, audit.entry from amana_app;
grant insert (shard, deal, seq, command, command_key, actor, actor_id, from_state, to_state, reason, note, happened_at, recorded_at)
  on escrow.event to amana_app;
grant insert (id, at, actor, actor_id, action, subject, reason, detail) on audit.entry to amana_app;

create schema seals;

-- Public keys, for whoever asks; a verifier trusts those that it was given, not these.
create table seals.key (
  id text primary key,
  public_key bytea not null check (octet_length(public_key) = 32),
  first_used_at timestamptz not null
);
create trigger written_once before update or delete or truncate on seals.key
  for each statement execute function runtime.refuse_change();

create table seals.block (
  chain text not null check (chain in ('ledger', 'deals', 'audit')),
  number bigint not null check (number > 0),
  first bigint not null,
  last bigint not null,
  count int not null check (count between 1 and 1000),
  root bytea not null check (octet_length(root) = 32),
  previous bytea not null check (octet_length(previous) = 32),
  sealed_at timestamptz not null,
  key text not null references seals.key (id),
  salt_hash bytea not null check (octet_length(salt_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  signature bytea not null check (octet_length(signature) = 64),
  -- Never leaves the database and its dumps: it keeps running balances from those who hold a statement of one deal.
  salt bytea not null check (octet_length(salt) = 32),
  -- Who its rows are and what they hashed to, in order, so that a change is found to the row.
  members bytea not null,
  leaves bytea not null,
  -- The beginnings of hashes over what is public of each row: they go with the head, and name the row when leaves cannot be trusted.
  tags bytea not null,
  primary key (chain, number),
  constraint in_order check (first <= last),
  constraint listed_whole check (octet_length(leaves) = 32 * count and octet_length(tags) = 4 * count and octet_length(members) % count = 0)
);
create unique index block_by_last on seals.block (chain, last);
create trigger written_once before update or delete or truncate on seals.block
  for each statement execute function runtime.refuse_change();

-- The highest number that was drawn in each chain, by transactions that have ended or not.
create function seals.drawn(out ledger bigint, out deals bigint, out audit bigint)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select (select case when is_called then last_value else 0 end from ledger.posting_number_seq),
         (select case when is_called then last_value else 0 end from escrow.event_number_seq),
         (select case when is_called then last_value else 0 end from audit.entry_number_seq)
$$;

-- The transactions that may hold a drawn number which nobody else sees yet. One that inserts locks the table before it draws, and until
-- it has ended; transaction ids come later than that, so their horizon would let a number slip.
create function seals.writers() returns table (chain text, writer text) language sql set search_path = pg_catalog, pg_temp as $$
  select distinct case l.relation when 'ledger.posting'::regclass then 'ledger' when 'escrow.event'::regclass then 'deals' else 'audit' end,
         l.virtualtransaction
    from pg_locks l
   where l.locktype = 'relation' and l.database = (select oid from pg_database where datname = current_database())
     and l.relation in ('ledger.posting'::regclass, 'escrow.event'::regclass, 'audit.entry'::regclass)
     and l.granted and l.mode in ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
$$;

-- Rows to be sealed, whole: times in microseconds since 1970, since they are sealed as exactly as they are kept.
create function seals.postings(p_after bigint, p_upto bigint, p_most int)
returns table (number bigint, shard smallint, id uuid, key text, fingerprint text, kind text, deal uuid, at bigint,
               account uuid, code text, currency text, amount bigint, seq bigint, balance_after bigint)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.number, p.shard, p.id, p.key, p.fingerprint, p.kind, p.deal, (extract(epoch from p.posted_at) * 1000000)::bigint,
         e.account, a.code, a.currency, e.amount, e.seq, e.balance_after
    from (select * from ledger.posting x where x.number > p_after and x.number <= p_upto order by x.number limit p_most) p
    left join ledger.entry e on e.shard = p.shard and e.posting = p.id
    left join ledger.account a on a.shard = e.shard and a.id = e.account
   order by p.number
$$;

create function seals.postings_of_deal(p_shard smallint, p_deal uuid)
returns table (number bigint, shard smallint, id uuid, key text, fingerprint text, kind text, deal uuid, at bigint,
               account uuid, code text, currency text, amount bigint, seq bigint, balance_after bigint)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.number, p.shard, p.id, p.key, p.fingerprint, p.kind, p.deal, (extract(epoch from p.posted_at) * 1000000)::bigint,
         e.account, a.code, a.currency, e.amount, e.seq, e.balance_after
    from ledger.posting p
    left join ledger.entry e on e.shard = p.shard and e.posting = p.id
    left join ledger.account a on a.shard = e.shard and a.id = e.account
   where p.shard = p_shard and p.deal = p_deal order by p.number
$$;

create function seals.events(p_after bigint, p_upto bigint, p_most int)
returns table (number bigint, shard smallint, deal uuid, seq int, command text, command_key text, actor text, actor_id uuid,
               from_state text, to_state text, reason text, note text, happened_at bigint, recorded_at bigint)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select e.number, e.shard, e.deal, e.seq, e.command, e.command_key, e.actor, e.actor_id, e.from_state, e.to_state, e.reason, e.note,
         (extract(epoch from e.happened_at) * 1000000)::bigint, (extract(epoch from e.recorded_at) * 1000000)::bigint
    from escrow.event e where e.number > p_after and e.number <= p_upto order by e.number limit p_most
$$;

create function seals.audit_entries(p_after bigint, p_upto bigint, p_most int)
returns table (number bigint, id uuid, at bigint, actor text, actor_id uuid, action text, subject text, reason text, detail text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select e.number, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.actor_id, e.action, e.subject, e.reason, e.detail::text
    from audit.entry e where e.number > p_after and e.number <= p_upto order by e.number limit p_most
$$;

-- Puts a block at the end of its chain, and refuses any other place.
create function seals.append(
  p_chain text, p_number bigint, p_first bigint, p_last bigint, p_count int, p_root bytea, p_previous bytea, p_sealed_at timestamptz,
  p_key text, p_salt_hash bytea, p_hash bytea, p_signature bytea, p_salt bytea, p_members bytea, p_leaves bytea, p_tags bytea, p_public_key bytea
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_tip seals.block;
begin
  select * into v_tip from seals.block b where b.chain = p_chain order by b.number desc limit 1;
  if p_number <> coalesce(v_tip.number, 0) + 1 or p_first <= coalesce(v_tip.last, 0)
     or p_previous <> coalesce(v_tip.hash, decode(repeat('00', 32), 'hex')) then
    raise exception 'block % of % does not follow the last one', p_number, p_chain using errcode = 'check_violation', constraint = 'block_follows';
  end if;
  insert into seals.key (id, public_key, first_used_at) values (p_key, p_public_key, p_sealed_at) on conflict (id) do nothing;
  insert into seals.block (chain, number, first, last, count, root, previous, sealed_at, key, salt_hash, hash, signature, salt, members, leaves, tags)
  values (p_chain, p_number, p_first, p_last, p_count, p_root, p_previous, p_sealed_at, p_key, p_salt_hash, p_hash, p_signature, p_salt,
          p_members, p_leaves, p_tags);
end $$;

revoke all on function seals.append, seals.drawn from public;
grant usage on schema seals to amana_app;
grant select on seals.key, seals.block to amana_app;
grant execute on function seals.append, seals.drawn to amana_app;
