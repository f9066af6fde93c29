-- breaking: the function by which the release before moves deals is gone.
-- Disputes: what an arbiter has ruled, the revisions that are left of an order of work, and freezes that may lie upon another.
alter table escrow.deal
  -- What the buyer gets back by a ruling that divides the money.
  add column ruling bigint check (ruling > 0 and ruling < total),
  -- Null where the process knows no revisions.
  add column revisions_left int check (revisions_left >= 0);

update escrow.deal set suspended = suspended || '{"by": "gateway", "beneath": null}' where suspended is not null and suspended->>'by' is null;

drop function escrow.apply;

-- As before, with the ruling and the revisions.
create function escrow.apply(
  p_shard smallint[], p_deal uuid[], p_revision int[], p_state text[], p_escrow text[], p_gateway text[], p_suspended jsonb[],
  p_ruling bigint[], p_revisions_left int[],
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
         ruling = u.ruling, revisions_left = u.revisions_left,
         deadline_kind = u.deadline_kind, deadline_opened_at = u.opened_at, deadline_due_at = u.due_at,
         deadline_wake_at = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_wake_at else u.due_at end,
         deadline_asks = case when d.deadline_due_at is not distinct from u.due_at then d.deadline_asks else 0 end
    from unnest(v_verdict, p_shard, p_deal, p_revision, p_state, p_escrow, p_gateway, p_suspended, p_ruling, p_revisions_left, p_deadline_kind, p_deadline_opened_at, p_deadline_due_at)
      u(verdict, shard, id, revision, state, escrow, gateway, suspended, ruling, revisions_left, deadline_kind, opened_at, due_at)
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

revoke all on function escrow.apply from public;
grant execute on function escrow.apply to amana_app;
