import { isFinal, PROCESSES, processOf, stateOf } from "../../core/escrow/index.ts";
import { faults } from "../../server/modules/ledger/index.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import type { FakeGateway } from "./gateway.ts";
import type { FakeRail } from "./rail.ts";

export type Providers = { readonly gateways: readonly FakeGateway[]; readonly rail: FakeRail };

/** Everything that is wrong with the money, as sentences, with all work done; empty when the world is right. */
export async function wrongs(owner: Database, { gateways, rail }: Providers): Promise<string[]> {
  return [
    ...(await faults(owner)),
    ...(await told(owner, HELD)),
    ...(await told(owner, IN_FLIGHT)),
    ...(await told(owner, WALLETS)),
    ...(await told(owner, CHAIN)),
    ...(await told(owner, AT_REST)),
    ...(await told(owner, FOLLOWED)),
    ...(await waitingForEver(owner)),
    ...(await projections(owner)),
    ...(await providerTruth(owner, { gateways, rail })),
  ];
}

const told = async (owner: Database, sql: string): Promise<string[]> =>
  (await owner.query<{ wrong: string }>(sql)).map(({ wrong }) => wrong);

/** What a deal says is held is what its escrow account holds, and nothing else is in escrow or suspense. */
const HELD = `
  select 'escrow of deal ' || d.id || ' is ' || coalesce(a.balance, 0) || ' in ' || d.escrow as wrong
    from escrow.deal d left join ledger.account a on a.shard = d.shard and a.code = 'escrow:deal_' || replace(d.id::text, '-', '')
   where coalesce(a.balance, 0) <> case when d.escrow in ('held', 'disputed') then d.total else 0 end
  union all
  select a.code || ' holds ' || a.balance from ledger.account a where a.code like 'suspense:%' and a.balance <> 0
  union all
  select 'intershard of ' || currency || ' is ' || sum(balance) from ledger.account where code = 'intershard' group by currency having sum(balance) <> 0
  union all
  select 'commission is ' || c.earned || ' and not ' || c.agreed from (
    select coalesce((select sum(balance) from ledger.account where code = 'revenue:commission'), 0) as earned,
           coalesce((select sum(commission) from escrow.deal where escrow = 'released'), 0)
             + coalesce((select sum(e.amount) from ledger.entry e join ledger.posting p on p.shard = e.shard and p.id = e.posting
                 join ledger.account a on a.shard = e.shard and a.id = e.account where p.kind = 'settle' and a.code = 'revenue:commission'), 0) as agreed) c where c.earned <> c.agreed`;

/** Money in flight is exactly that of the refunds and payouts that have not ended. */
const IN_FLIGHT = `
  with open_ones as (
    select 'refunds_in_flight:' || gateway as code, currency, amount from payments.refund where state in ('requested', 'pending')
    union all select 'payouts_in_flight:' || rail, currency, amount from payouts.payout where state in ('requested', 'pending')
  ), owed as (select code, currency, sum(amount) as amount from open_ones group by 1, 2
  ), booked as (select code, currency, sum(balance) as amount from ledger.account where code like '%\\_in\\_flight:%' group by 1, 2)
  select coalesce(o.code, b.code) || ' is ' || coalesce(b.amount, 0) || ' and not ' || coalesce(o.amount, 0) as wrong
    from owed o full join booked b using (code, currency) where coalesce(o.amount, 0) <> coalesce(b.amount, 0)`;

/**
 * A wallet holds what was released and is not held back, refunds that came to it and what was moved for other causes, without what
 * was paid out; a reserve what is held back and no chargeback has taken.
 */
const WALLETS = `
  with owed as (
    select code, currency, sum(amount) as amount from (
      select 'wallet:usr_' || replace(seller_id::text, '-', '') as code, currency, received - reserved + coalesce(reserve_released, 0) as amount from payouts.release
      union all select 'reserve:usr_' || replace(seller_id::text, '-', ''), currency, case when reserve_released_at is null then reserved else reserved - reserve_released end
        from payouts.release
      union all select 'wallet:usr_' || replace(seller_id::text, '-', ''), currency, -amount from payouts.payout where state in ('requested', 'pending', 'paid')
      union all select 'wallet:usr_' || replace(buyer_id::text, '-', ''), currency, amount from payments.refund
        where buyer_id is not null and reason is null and (state = 'failed' or (gateway = 'wallet' and state = 'succeeded'))
      union all select a.code, a.currency, e.amount from ledger.entry e join ledger.posting p on p.shard = e.shard and p.id = e.posting
          join ledger.account a on a.shard = e.shard and a.id = e.account
        where (a.code like 'wallet:%' or a.code like 'reserve:%') and p.kind in ('recovered', 'chargeback', 'chargeback_reversed', 'fund_from_wallet')) w
     group by 1, 2
  ), booked as (select code, currency, sum(balance) as amount from ledger.account where code like 'wallet:%' or code like 'reserve:%' group by 1, 2)
  select coalesce(o.code, b.code) || ' is ' || coalesce(b.amount, 0) || ' and not ' || coalesce(o.amount, 0) as wrong
    from owed o full join booked b using (code, currency) where coalesce(o.amount, 0) <> coalesce(b.amount, 0)
  union all
  select code || ' is ' || balance || ': nobody owes less than nothing' from ledger.account where code like 'receivable:%' and balance > 0
  union all
  select 'payouts of ' || r.cause || ' are ' || r.amount || ' and not ' || (l.received - l.recovered - l.reserved) from (
    select shard, deal_id, cause, sum(amount) as amount from payouts.payout where kind = 'release' and state <> 'cancelled' group by 1, 2, 3) r
    join payouts.release l using (shard, deal_id) where r.amount > l.received - l.recovered - l.reserved`;

/** The events of a deal are an unbroken chain that ends where the deal stands. */
const CHAIN = `
  with linked as (
    select shard, deal, seq, from_state, to_state, lag(to_state) over w as before, row_number() over w as nth,
           lead(seq) over w is null as last from escrow.event window w as (partition by shard, deal order by seq))
  select 'events of ' || l.deal || ' break at ' || l.seq as wrong from linked l where l.seq <> l.nth or l.from_state is distinct from l.before
  union all
  select 'deal ' || d.id || ' is not where its last event is' from escrow.deal d
    left join linked l on l.shard = d.shard and l.deal = d.id and l.last
   where l.seq is distinct from d.revision or l.to_state is distinct from d.state`;

const AT_REST = `
  select 'untold: ' || topic || ' ' || coalesce(last_error, '') as wrong from runtime.outbox
  union all select 'given up: ' || key || ' ' || coalesce(last_error, '') from runtime.job where dead_at is not null`;

/** Money in flight has a job that follows it. */
const FOLLOWED = `
  select 'nobody follows refund ' || r.id as wrong from payments.refund r
   where r.state in ('requested', 'pending')
     and not exists (select from runtime.job j where j.key = 'refund.follow:ref_' || replace(r.id::text, '-', '') and j.dead_at is null)
  union all
  select 'nobody follows payout ' || p.id from payouts.payout p
   where p.state in ('requested', 'pending')
     and not exists (select from runtime.job j where j.key = 'payout.follow:pout_' || replace(p.id::text, '-', '') and j.dead_at is null)
  union all
  select 'nobody looks after suspense ' || c.id from payments.capture c
   where c.disposition = 'suspense'
     and not exists (select from payments.refund r where r.shard = c.shard and r.cause = c.id and (r.state <> 'failed' or r.buyer_id is not null))
     and not exists (select from runtime.job j where j.key = 'payment.suspense:cap_' || replace(c.id::text, '-', '') and j.dead_at is null)`;

async function waitingForEver(owner: Database): Promise<string[]> {
  const deals = await owner.query<{
    id: string;
    process: string;
    process_version: number;
    state: string;
    deadline_due_at: number | null;
  }>("select id, process, process_version, state, deadline_due_at from escrow.deal");
  return deals.flatMap((deal) => {
    const process = PROCESSES.find(({ name, version }) => name === deal.process && version === deal.process_version);
    if (!process) return [`deal ${deal.id} follows no process`];
    const over = isFinal(process, deal.state);
    return over === (deal.deadline_due_at === null)
      ? []
      : [`deal ${deal.id} is ${deal.state} and ${over ? "has a" : "has no"} deadline`];
  });
}

async function projections(owner: Database): Promise<string[]> {
  const rows = await owner.query<{
    id: string;
    status: string;
    process: string;
    version: number;
    state: string;
    same: boolean;
  }>(
    `select o.id, o.status, d.process, d.process_version as version, d.state, o.revision = d.revision and o.due_at is not distinct from d.deadline_due_at as same
       from orders."order" o join escrow.deal d on d.shard = o.shard and d.id = o.deal_id`,
  );
  return rows
    .filter(
      ({ status, process, version, state, same }) =>
        !same || stateOf(processOf(process, version), state).status !== status,
    )
    .map(({ id, status, state }) => `order ${id} is listed as ${status} and is ${state}`);
}

/** What the providers really did is what the ledger says. */
async function providerTruth(owner: Database, { gateways, rail }: Providers): Promise<string[]> {
  const rows = await owner.query<{ code: string; currency: "INR"; balance: bigint }>(
    "select code, currency, sum(balance)::bigint as balance from ledger.account where code like 'clearing:%' group by 1, 2",
  );
  const balanceOf = (code: string, currency: string): bigint =>
    rows.find((row) => row.code === code && row.currency === currency)?.balance ?? 0n;
  const unsent = await owner.query<{ gateway: string; currency: string; amount: bigint }>(
    `select gateway, currency, sum(amount)::bigint as amount from payments.refund where state = 'pending' group by 1, 2`,
  );
  const asked = await owner.query<{ gateway: string; currency: string; amount: bigint }>(
    `select gateway, currency, sum(amount - from_seller)::bigint as amount from payments.chargeback
      where booked is null and takes_money and state <> 'won' and effect is distinct from 'noted' group by 1, 2`,
  );
  const pendingOut = (
    await owner.query<{ amount: bigint }>(
      "select coalesce(sum(amount), 0)::bigint as amount from payouts.payout where state = 'pending'",
    )
  )[0];
  const currencies = ["INR", "KWD", "JPY"] as const;
  const incoming = gateways.flatMap((gateway) =>
    currencies.map((currency) => {
      const onTheWay = unsent.find((row) => row.gateway === gateway.name && row.currency === currency)?.amount ?? 0n;
      const askedBack = asked.find((row) => row.gateway === gateway.name && row.currency === currency)?.amount ?? 0n;
      return {
        name: `${gateway.name} holds`,
        truth: gateway.holds(currency) + onTheWay + askedBack,
        booked: -balanceOf(`clearing:${gateway.name}`, currency),
      };
    }),
  );
  const outgoing = {
    name: `${rail.name} has sent`,
    truth: rail.hasSent("INR") - (pendingOut?.amount ?? 0n),
    booked: balanceOf(`clearing:${rail.name}`, "INR"),
  };
  return [...incoming, outgoing]
    .filter(({ truth, booked }) => truth !== booked)
    .map(({ name, truth, booked }) => `${name} ${truth}, the ledger says ${booked}`);
}
