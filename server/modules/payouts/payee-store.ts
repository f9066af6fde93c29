import { type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, money } from "@amana/core/money";
import type { BatchSchedule, Schedule, Share } from "@amana/core/payout";
import type { Instant } from "@amana/core/time";
import { json, type Queryable, timestamp } from "#runtime/database";
import type { BankAccountId } from "./account-store.ts";

/** How a user is paid. Without a wish of his own: with each release, to one account. */
export type Payee = {
  readonly schedule: Schedule;
  /** Null: all of it to one account. */
  readonly shares: readonly Share<BankAccountId>[] | null;
};

type Row = {
  kind: Schedule["kind"];
  hour: number | null;
  weekday: number | null;
  time_zone: string | null;
  minimum_amount: bigint | null;
  minimum_currency: Currency | null;
  shares: Share<BankAccountId>[] | null;
};

const PAYEE = "kind, hour, weekday, time_zone, minimum_amount, minimum_currency, shares";

/**
 * Locks a user's wallet against every other payout, withdrawal and change of his bank accounts until the caller's transaction ends;
 * the first lock that such a transaction takes. What does not pay out may still move the wallet: the ledger then says so.
 */
export async function lockPayee(tx: Queryable, user: UserId): Promise<Payee> {
  await tx.query("insert into payouts.payee (user_id) values ($1) on conflict do nothing", [uuidOf(user)]);
  return payeeOf(
    await tx.one<Row>(`select ${PAYEE} from payouts.payee where user_id = $1 for no key update`, [uuidOf(user)]),
  );
}

export async function readPayee(db: Queryable, user: UserId): Promise<Payee> {
  const row = await db.maybe<Row>(`select ${PAYEE} from payouts.payee where user_id = $1`, [uuidOf(user)]);
  return row ? payeeOf(row) : { schedule: { kind: "automatic" }, shares: null };
}

/** Changes how a user is paid; the caller holds his lock. */
export async function changePayee(
  tx: Queryable,
  user: UserId,
  { schedule, shares }: Payee,
  now: Instant,
): Promise<void> {
  const batch: BatchSchedule | null = "hour" in schedule ? schedule : null;
  await tx.query(
    `update payouts.payee set kind = $2, hour = $3, weekday = $4, time_zone = $5, minimum_amount = $6, minimum_currency = $7, shares = $8, changed_at = $9
      where user_id = $1`,
    [
      uuidOf(user),
      schedule.kind,
      batch?.hour ?? null,
      schedule.kind === "weekly" ? schedule.weekday : null,
      batch?.timeZone ?? null,
      batch?.minimum?.minor ?? null,
      batch?.minimum?.currency ?? null,
      shares && json(shares),
      timestamp(now),
    ],
  );
}

/** When the user's next batch is due; null when none is. */
export async function nextBatchOf(db: Queryable, user: UserId): Promise<Instant | null> {
  const row = await db.maybe<{ next_batch_at: Instant | null }>(
    "select next_batch_at from payouts.payee where user_id = $1",
    [uuidOf(user)],
  );
  return row?.next_batch_at ?? null;
}

export async function setNextBatch(tx: Queryable, user: UserId, due: Instant | null): Promise<void> {
  await tx.query("update payouts.payee set next_batch_at = $2 where user_id = $1", [
    uuidOf(user),
    due && timestamp(due),
  ]);
}

const payeeOf = (row: Row): Payee => ({ schedule: scheduleOf(row), shares: row.shares });

function scheduleOf({ kind, hour, weekday, time_zone, minimum_amount, minimum_currency }: Row): Schedule {
  if (kind === "automatic" || kind === "manual") return { kind };
  if (hour === null || time_zone === null) throw new Error(`a ${kind} schedule without an hour`);
  const minimum = minimum_amount !== null && minimum_currency !== null ? money(minimum_amount, minimum_currency) : null;
  const batch = { hour, timeZone: time_zone, minimum };
  if (kind === "daily") return { kind, ...batch };
  if (weekday === null) throw new Error("a weekly schedule without a weekday");
  return { kind, weekday, ...batch };
}
