import { randomBytes } from "node:crypto";
import {
  DEFAULT_POLICY,
  type DeadlineKind,
  type Deal,
  type EscrowStatus,
  type Policy,
  type Step,
  type Suspension,
} from "@amana/core/escrow";
import { type DealId, idOf, makeId, shardOf, uuidOf } from "@amana/core/ids";
import { type Currency, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Prepared, postingArrays, prepare } from "#modules/ledger";
import { plainArray, type Queryable, textArray, timestamp } from "#runtime/database";

type DealRow = {
  id: string;
  process: string;
  process_version: number;
  state: string;
  revision: number;
  buyer: string;
  seller: string;
  currency: Currency;
  total: bigint;
  commission: bigint;
  commission_tax: bigint;
  seller_receives: bigint;
  escrow: EscrowStatus;
  gateway: string | null;
  policy: Policy;
  suspended: Suspension | null;
  ruling: bigint | null;
  revisions_left: number | null;
  deadline_kind: DeadlineKind | null;
  deadline_opened_at: Instant | null;
  deadline_due_at: Instant | null;
};

const COLUMNS = `id, process, process_version, state, revision, buyer, seller, currency, total, commission, commission_tax, seller_receives,
  escrow, gateway, policy, suspended, ruling, revisions_left, deadline_kind, deadline_opened_at, deadline_due_at`;

export async function readDeal(db: Queryable, id: DealId): Promise<Deal | null> {
  const row = await db.maybe<DealRow>(`select ${COLUMNS} from escrow.deal where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && dealOf(row);
}

/**
 * The deals of commands, each with whether a command of that key has already happened to it; null where there is no such deal. In the order
 * in which they were asked for.
 */
export async function readForCommands(
  db: Queryable,
  asked: readonly { readonly id: DealId; readonly key: string | null }[],
): Promise<({ deal: Deal; happened: boolean } | null)[]> {
  // One look-up by index for each, whatever the planner thinks of the size of the table.
  const rows = await db.query<DealRow & { at: number; happened: boolean }>(
    `select u.at::int as at, d.*, u.key is not null and exists (
        select from escrow.event e where e.shard = u.shard and e.deal = u.id and e.command_key = u.key) as happened
       from unnest($1::smallint[], $2::uuid[], $3::text[]) with ordinality u(shard, id, key, at)
       cross join lateral (select ${COLUMNS} from escrow.deal where shard = u.shard and id = u.id limit 1) d`,
    [
      plainArray(asked.map(({ id }) => shardOf(id))),
      plainArray(asked.map(({ id }) => uuidOf(id))),
      textArray(asked.map(({ key }) => key)),
    ],
  );
  const found = new Map(rows.map((row) => [row.at, { deal: dealOf(row), happened: row.happened }]));
  return asked.map((_, index) => found.get(index + 1) ?? null);
}

/** Deals whose deadline should be looked at, the longest due first, locked until the caller's transaction ends. */
export async function claimDue(tx: Queryable, now: Instant, most: number): Promise<(Deal & { asks: number })[]> {
  const rows = await tx.query<DealRow & { deadline_asks: number }>(
    `select ${COLUMNS}, deadline_asks from escrow.deal where deadline_wake_at <= $1
      order by deadline_wake_at, deadline_due_at, id limit $2 for no key update skip locked`,
    [timestamp(now), most],
  );
  return rows.map((row) => ({ ...dealOf(row), asks: row.deadline_asks }));
}

/** When the clock has something to do next; null when no deadline waits. */
export async function nextWake(db: Queryable): Promise<Instant | null> {
  const row = await db.one<{ at: Instant | null }>(
    "select min(deadline_wake_at) as at from escrow.deal where deadline_wake_at is not null",
  );
  return row.at;
}

/** Leaves a due deadline waiting while a provider is asked. */
export async function putOff(tx: Queryable, id: DealId, until: Instant): Promise<void> {
  await tx.query(
    "update escrow.deal set deadline_wake_at = $3, deadline_asks = deadline_asks + 1 where shard = $1 and id = $2",
    [shardOf(id), uuidOf(id), timestamp(until)],
  );
}

export type Question = {
  readonly deal: DealId;
  readonly kind: DeadlineKind;
  readonly whom: "gateway" | "carrier";
  readonly dueAt: Instant;
};

/** Leaves due deadlines waiting until then, and announces that providers are to be asked. */
export async function askFirst(
  tx: Queryable,
  questions: readonly Question[],
  now: Instant,
  until: Instant,
): Promise<void> {
  await tx.query("select escrow.ask($1, $2, $3, $4, $5, $6)", [
    plainArray(questions.map(({ deal }) => shardOf(deal))),
    plainArray(questions.map(({ deal }) => uuidOf(deal))),
    plainArray(questions.map(({ deal }) => uuidOf(makeId("job", now, randomBytes(9), shardOf(deal))))),
    textArray(questions.map((question) => JSON.stringify(question))),
    timestamp(now),
    timestamp(until),
  ]);
}

/** Writes a new deal with its first event and the announcement of it. */
export async function insertDeal(tx: Queryable, step: Step): Promise<void> {
  const { deal, event } = step;
  const { deadline } = deal;
  await tx.query(
    `with opened as (
       insert into escrow.deal (shard, id, process, process_version, state, revision, buyer, seller, currency, total, commission,
         commission_tax, seller_receives, escrow, gateway, policy, revisions_left, deadline_kind, deadline_opened_at, deadline_due_at,
         deadline_wake_at, created_at)
       values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12, $13, null, $14, $21, $15, $16, $17, $17, $18))
     insert into escrow.event (shard, deal, seq, command, command_key, actor, actor_id, from_state, to_state, happened_at, recorded_at)
     values ($1, $2, 1, $19, $19, $20, $6, null, $5, $18, $18)`,
    [
      shardOf(deal.id),
      uuidOf(deal.id),
      deal.process,
      deal.processVersion,
      deal.state,
      uuidOf(deal.buyer),
      uuidOf(deal.seller),
      deal.total.currency,
      deal.total.minor,
      deal.commission.minor,
      deal.commissionTax.minor,
      deal.sellerReceives.minor,
      deal.escrow,
      JSON.stringify(deal.policy),
      deadline?.kind ?? null,
      deadline ? timestamp(deadline.openedAt) : null,
      deadline ? timestamp(deadline.dueAt) : null,
      timestamp(event.recordedAt),
      event.command,
      event.by,
      deal.revisionsLeft,
    ],
  );
}

export type Decided = {
  readonly before: Deal;
  readonly step: Step;
  readonly key: string | null;
  readonly actorId: string | null;
  readonly note: string | null;
};

export type Verdict = "done" | "moved" | "short_of_money" | "key_reused" | "repeated";
const VERDICTS: readonly Verdict[] = ["done", "moved", "short_of_money", "key_reused", "repeated"];

/** A decided command with the ids that its announcement and posting will have, so that it can be sent again. */
export type Ready = {
  readonly decided: Decided;
  readonly announcement: string;
  readonly postings: readonly Prepared[];
};

export const ready = (decided: readonly Decided[]): Ready[] =>
  decided.map((one) => {
    const { recordedAt } = one.step.event;
    return {
      decided: one,
      announcement: uuidOf(makeId("job", recordedAt, randomBytes(9), shardOf(one.before.id))),
      postings: prepare(one.step.postings, recordedAt),
    };
  });

/** Writes decided commands, one set-based call for all of them; each gets a verdict of its own. */
export const apply = (tx: Queryable, decided: readonly Decided[]): Promise<Verdict[]> => applyReady(tx, ready(decided));

const PLACES = Array.from({ length: 39 }, (_, index) => `$${index + 1}`).join(", ");

/** The same for commands that have their ids: one that is sent again happens once, and answers `done` again. */
export async function applyReady(db: Queryable, items: readonly Ready[]): Promise<Verdict[]> {
  const postings = items.flatMap((item) => item.postings);
  const owners = items.flatMap((item, index) => item.postings.map(() => index + 1));
  const { verdicts } = await db.one<{ verdicts: number[] }>(`select escrow.apply(${PLACES}) as verdicts`, [
    ...commandArrays(items),
    plainArray(owners),
    ...postingArrays(postings, timestamp),
  ]);
  return verdicts.map((verdict) => {
    const name = VERDICTS[verdict - 1];
    if (!name) throw new Error(`no verdict ${verdict}`);
    return name;
  });
}

/** The first twenty-three arrays of `escrow.apply`, in its order. */
function commandArrays(items: readonly Ready[]): string[] {
  const plain = (pick: (one: Decided) => string | number | null) =>
    plainArray(items.map(({ decided }) => pick(decided)));
  const text = (pick: (one: Decided) => string | null) => textArray(items.map(({ decided }) => pick(decided)));
  const time = (instant: Instant | undefined): string | null => (instant === undefined ? null : timestamp(instant));
  return [
    plain(({ before }) => shardOf(before.id)),
    plain(({ before }) => uuidOf(before.id)),
    plain(({ before }) => before.revision),
    text(({ step }) => step.deal.state),
    text(({ step }) => step.deal.escrow),
    text(({ step }) => step.deal.gateway),
    text(({ step }) => (step.deal.suspended === null ? null : JSON.stringify(step.deal.suspended))),
    text(({ step }) => step.deal.ruling?.minor.toString() ?? null),
    plain(({ step }) => step.deal.revisionsLeft),
    text(({ step }) => step.deal.deadline?.kind ?? null),
    text(({ step }) => time(step.deal.deadline?.openedAt)),
    text(({ step }) => time(step.deal.deadline?.dueAt)),
    text(({ step }) => step.event.command),
    text(({ key }) => key),
    text(({ step }) => step.event.by),
    plain(({ actorId }) => (actorId === null ? null : uuidOf(actorId))),
    text(({ step }) => step.event.from),
    text(({ step }) => step.event.reason),
    text(({ note }) => note),
    text(({ step }) => timestamp(step.event.at)),
    text(({ step }) => timestamp(step.event.recordedAt)),
    plainArray(items.map(({ announcement }) => announcement)),
    text(({ step }) => JSON.stringify(movedPayload(step))),
  ];
}

export type DealEvent = {
  readonly seq: number;
  readonly command: string;
  readonly actor: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string | null;
  readonly note: string | null;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
};

type EventRow = {
  seq: number;
  command: string;
  actor: string;
  from_state: string | null;
  to_state: string;
  reason: string | null;
  note: string | null;
  happened_at: Instant;
  recorded_at: Instant;
};

export async function eventsOf(db: Queryable, id: DealId): Promise<DealEvent[]> {
  const rows = await db.query<EventRow>(
    `select seq, command, actor, from_state, to_state, reason, note, happened_at, recorded_at
       from escrow.event where shard = $1 and deal = $2 order by seq`,
    [shardOf(id), uuidOf(id)],
  );
  return rows.map((row) => ({
    seq: row.seq,
    command: row.command,
    actor: row.actor,
    from: row.from_state,
    to: row.to_state,
    reason: row.reason,
    note: row.note,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
  }));
}

/** What `deal.moved` tells: ids and facts, money as text of minor units. */
export const movedPayload = ({ deal, event }: Step): Record<string, unknown> => ({
  deal: deal.id,
  revision: deal.revision,
  command: event.command,
  by: event.by,
  from: event.from,
  to: event.to,
  reason: event.reason,
  movement: event.movement,
  at: event.recordedAt,
  buyer: deal.buyer,
  seller: deal.seller,
  gateway: deal.gateway,
  currency: deal.total.currency,
  total: deal.total.minor.toString(),
  sellerReceives: (event.gets?.seller ?? deal.sellerReceives).minor.toString(),
  buyerReceives: (event.gets?.buyer ?? deal.total).minor.toString(),
  reserve: deal.policy.reserve,
});

function dealOf(row: DealRow): Deal {
  const { deadline_kind: kind, deadline_opened_at: openedAt, deadline_due_at: dueAt } = row;
  return {
    id: idOf("deal", row.id),
    process: row.process,
    processVersion: row.process_version,
    state: row.state,
    revision: row.revision,
    buyer: idOf("user", row.buyer),
    seller: idOf("user", row.seller),
    total: money(row.total, row.currency),
    commission: money(row.commission, row.currency),
    commissionTax: money(row.commission_tax, row.currency),
    sellerReceives: money(row.seller_receives, row.currency),
    escrow: row.escrow,
    gateway: row.gateway,
    policy: { ...DEFAULT_POLICY, ...row.policy, windows: { ...DEFAULT_POLICY.windows, ...row.policy.windows } },
    suspended: row.suspended,
    ruling: row.ruling === null ? null : money(row.ruling, row.currency),
    revisionsLeft: row.revisions_left,
    deadline: kind !== null && openedAt !== null && dueAt !== null ? { kind, openedAt, dueAt } : null,
  };
}
