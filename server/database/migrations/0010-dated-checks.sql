-- What is asked of a provider is written down before it is asked, and money that waits for people does not wait without a day.

alter table payouts.bank_account
  -- Written before the payout rail is first told of it: from then on the rail may know it, and is asked before it is told again.
  add column registering_since timestamptz;

alter table payments.capture
  -- Since when money in suspense has waited for staff longer than it should; null where it has not.
  add column overdue_since timestamptz;

-- What waits already is looked at like what comes from now on, counted from today: a program from before this lets such jobs lie.
insert into runtime.job (shard, id, kind, key, payload, run_at)
select c.shard, gen_random_uuid(), 'payment.suspense', 'payment.suspense:' || n.name,
       jsonb_build_object('capture', n.name, 'since', (extract(epoch from now()) * 1000)::bigint), now()
  from payments.capture c cross join lateral (select 'cap_' || replace(c.id::text, '-', '') as name) n
 where c.disposition = 'suspense'
   and not exists (select from payments.refund r where r.shard = c.shard and r.cause = c.id and (r.state <> 'failed' or r.buyer_id is not null))
on conflict (shard, key) do nothing;
