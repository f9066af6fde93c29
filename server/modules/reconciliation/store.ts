import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Counterpart, FindingClass, FindingReason, LineKind, Sums } from "@amana/core/reconciliation";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import { newRootId } from "#runtime/ids";

export type DifferenceClass = Exclude<FindingClass, "matched">;

/** What a difference is about: its line, or the posting that has none. */
export type Subject =
  | { readonly line: Id<"statementLine">; readonly posting: Id<"posting"> | null }
  | { readonly line: null; readonly posting: Id<"posting"> };

export type FoundDifference = {
  readonly gateway: string;
  readonly subject: Subject;
  readonly class: DifferenceClass;
  readonly reasons: readonly FindingReason[];
  readonly at: Instant;
  readonly effect: Sums;
  readonly atStake: Sums;
};

export type Difference = FoundDifference & {
  readonly id: Id<"difference">;
  readonly foundAt: Instant;
  readonly state: "open" | "explained" | "resolved";
  readonly explainedBy: Id<"posting"> | null;
};

type Row = {
  id: string;
  gateway: string;
  line_id: string | null;
  posting: string | null;
  class: DifferenceClass;
  reasons: FindingReason[];
  happened_at: Instant;
  found_at: Instant;
  state: Difference["state"];
  explained_by: string | null;
  stakes: { currency: Currency; effect: string; at_stake: string }[];
};

const DIFFERENCE = `d.id, d.gateway, d.line_id, d.posting, d.class, d.reasons, d.happened_at, d.found_at, d.state, d.explained_by,
  (select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'effect', s.effect::text, 'at_stake', s.at_stake::text) order by s.currency), '[]')
     from reconciliation.stake s where s.difference_id = d.id) as stakes`;

/** Runs of one gateway, and explanations of what they found, go one after the other. */
export const lockGateway = (tx: Queryable, gateway: string): Promise<unknown> =>
  tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`reconciliation:${gateway}`]);

/** Open and explained differences since an instant: what a run must not find a second time. */
export const standingDifferences = async (db: Queryable, gateway: string, since: Instant): Promise<Difference[]> =>
  (
    await db.query<Row>(
      `select ${DIFFERENCE} from reconciliation.difference d where d.gateway = $1 and d.happened_at >= $2 and d.state <> 'resolved'`,
      [gateway, timestamp(since)],
    )
  ).map(differenceOf);

export async function openDifferences(
  db: Queryable,
  limit: number,
  gateway: string | null = null,
): Promise<Difference[]> {
  const rows = await db.query<Row>(
    `select ${DIFFERENCE} from reconciliation.difference d where d.state = 'open' and ($2::text is null or d.gateway = $2)
      order by d.found_at desc, d.id limit $1`,
    [limit, gateway],
  );
  return rows.map(differenceOf);
}

/** A difference under its lock. */
export async function readDifference(
  db: Queryable,
  id: Id<"difference">,
  lock: "lock" | "read",
): Promise<Difference | null> {
  const row = await db.maybe<Row>(
    `select ${DIFFERENCE} from reconciliation.difference d where d.id = $1${lock === "lock" ? " for no key update of d" : ""}`,
    [uuidOf(id)],
  );
  return row && differenceOf(row);
}

export async function insertDifference(tx: Queryable, found: FoundDifference, now: Instant): Promise<Id<"difference">> {
  const id = newRootId("difference", now);
  const { line, posting } = found.subject;
  await tx.query(
    `insert into reconciliation.difference (id, gateway, line_id, posting, class, reasons, happened_at, found_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'open')`,
    [
      uuidOf(id),
      found.gateway,
      line && uuidOf(line),
      posting && uuidOf(posting),
      found.class,
      found.reasons,
      timestamp(found.at),
      timestamp(now),
    ],
  );
  await setStakes(tx, id, found);
  return id;
}

/** An open difference turns out to be another one: a missing line came, and its amount is wrong. */
export async function changeDifference(tx: Queryable, id: Id<"difference">, found: FoundDifference): Promise<void> {
  await tx.query("update reconciliation.difference set class = $2, reasons = $3, posting = $4 where id = $1", [
    uuidOf(id),
    found.class,
    found.reasons,
    found.subject.posting && uuidOf(found.subject.posting),
  ]);
  await setStakes(tx, id, found);
}

async function setStakes(tx: Queryable, id: Id<"difference">, { effect, atStake }: FoundDifference): Promise<void> {
  const currencies = [...new Set([...effect.keys(), ...atStake.keys()])];
  await tx.query("delete from reconciliation.stake where difference_id = $1", [uuidOf(id)]);
  await tx.query(
    `insert into reconciliation.stake (difference_id, currency, effect, at_stake)
     select $1, u.currency, u.effect, u.at_stake from unnest($2::text[], $3::bigint[], $4::bigint[]) u(currency, effect, at_stake)`,
    [
      uuidOf(id),
      currencies,
      currencies.map((currency) => effect.get(currency) ?? 0n),
      currencies.map((currency) => atStake.get(currency) ?? 0n),
    ],
  );
}

/** The two sides agree after all. */
export async function resolveDifferences(tx: Queryable, ids: readonly Id<"difference">[], now: Instant): Promise<void> {
  await tx.query(
    "update reconciliation.difference set state = 'resolved', closed_at = $2 where id = any ($1::uuid[]) and state = 'open'",
    [ids.map(uuidOf), timestamp(now)],
  );
}

export type Closing = {
  readonly by: UserId;
  readonly reason: string;
  readonly counterpart: Counterpart;
  readonly posting: Id<"posting"> | null;
};

export async function closeDifference(
  tx: Queryable,
  id: Id<"difference">,
  closing: Closing,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update reconciliation.difference set state = 'explained', closed_at = $2, closed_by = $3, reason = $4, counterpart = $5, explained_by = $6
      where id = $1 and state = 'open'`,
    [
      uuidOf(id),
      timestamp(now),
      uuidOf(closing.by),
      closing.reason,
      closing.counterpart,
      closing.posting && uuidOf(closing.posting),
    ],
  );
}

/** Money that open differences leave in doubt, per currency. */
export async function openMoney(db: Queryable): Promise<Money[]> {
  const rows = await db.query<{ currency: Currency; at_stake: bigint }>(
    `select s.currency, sum(s.at_stake)::bigint as at_stake from reconciliation.difference d
       join reconciliation.stake s on s.difference_id = d.id where d.state = 'open' group by s.currency order by s.currency`,
  );
  return rows.map((row) => money(row.at_stake, row.currency));
}

export type RunRecord = {
  readonly gateway: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly covers: readonly LineKind[];
  readonly at: Instant;
  readonly lines: number;
  readonly newLines: number;
  readonly matched: number;
  readonly waiting: number;
  readonly feesPosted: number;
  readonly settlementsPosted: number;
  readonly found: number;
  readonly resolved: number;
};

export async function insertRun(tx: Queryable, run: RunRecord): Promise<void> {
  await tx.query(
    `insert into reconciliation.run (id, gateway, from_at, until_at, ran_at, covers, lines, new_lines, matched, waiting, fees_posted, settlements_posted, found, resolved)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      uuidOf(newRootId("reconciliationRun", run.at)),
      run.gateway,
      ...[run.from, run.until, run.at].map(timestamp),
      run.covers,
      ...[
        run.lines,
        run.newLines,
        run.matched,
        run.waiting,
        run.feesPosted,
        run.settlementsPosted,
        run.found,
        run.resolved,
      ],
    ],
  );
}

type RunRow = {
  gateway: string;
  from_at: Instant;
  until_at: Instant;
  covers: LineKind[];
  ran_at: Instant;
  lines: number;
  new_lines: number;
  matched: number;
  waiting: number;
  fees_posted: number;
  settlements_posted: number;
  found: number;
  resolved: number;
};

export type ReadPeriod = { readonly from: Instant; readonly until: Instant; readonly covers: readonly LineKind[] };

/** What has been read of a gateway's statements beyond an instant. */
export async function readPeriods(db: Queryable, gateway: string, beyond: Instant): Promise<ReadPeriod[]> {
  const rows = await db.query<Pick<RunRow, "from_at" | "until_at" | "covers">>(
    "select distinct from_at, until_at, covers from reconciliation.run where gateway = $1 and until_at > $2",
    [gateway, timestamp(beyond)],
  );
  return rows.map((row) => ({ from: row.from_at, until: row.until_at, covers: row.covers }));
}

/** The latest run of each gateway. */
export async function latestRuns(db: Queryable): Promise<RunRecord[]> {
  const rows = await db.query<RunRow>(
    `select distinct on (gateway) gateway, from_at, until_at, covers, ran_at, lines, new_lines, matched, waiting, fees_posted, settlements_posted, found, resolved
       from reconciliation.run order by gateway, ran_at desc, id desc`,
  );
  return rows.map((row) => ({
    ...{ gateway: row.gateway, from: row.from_at, until: row.until_at, covers: row.covers, at: row.ran_at },
    ...{
      lines: row.lines,
      newLines: row.new_lines,
      matched: row.matched,
      waiting: row.waiting,
      feesPosted: row.fees_posted,
    },
    ...{ settlementsPosted: row.settlements_posted, found: row.found, resolved: row.resolved },
  }));
}

function differenceOf(row: Row): Difference {
  const posting = row.posting === null ? null : idOf("posting", row.posting);
  const sums = (of: "effect" | "at_stake"): Sums =>
    new Map(
      row.stakes.map((stake) => [stake.currency, BigInt(stake[of])] as const).filter(([, minor]) => minor !== 0n),
    );
  return {
    id: idOf("difference", row.id),
    gateway: row.gateway,
    subject: subjectOf(row.line_id === null ? null : idOf("statementLine", row.line_id), posting),
    ...{ class: row.class, reasons: row.reasons, at: row.happened_at, foundAt: row.found_at, state: row.state },
    effect: sums("effect"),
    atStake: sums("at_stake"),
    explainedBy: row.explained_by === null ? null : idOf("posting", row.explained_by),
  };
}

/** The database refuses a difference of nothing. */
export function subjectOf(line: Id<"statementLine"> | null, posting: Id<"posting"> | null): Subject {
  if (line !== null) return { line, posting };
  if (posting === null) throw new Error("a difference of nothing");
  return { line, posting };
}
