import { type DealId, shardOf, type UserId } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import { allotShares, isBatch, nextBatch, type OffsetAt } from "@amana/core/payout";
import type { Duration, Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { addJob } from "#runtime/work";
import type { BankAccountId } from "./account-store.ts";
import { type Payee, setNextBatch } from "./payee-store.ts";
import { type Outgoing, paysOut, start } from "./start.ts";
import { insertPayout, type Payout, type PayoutKind } from "./store.ts";

/** Money of a wallet that is to go to the bank, and what made it so. */
export type Demand = {
  readonly user: UserId;
  readonly kind: PayoutKind;
  readonly cause: string;
  readonly deal: DealId | null;
  readonly amount: Money;
};

/** What has come to a wallet goes on as its owner has said: at once, with the next batch, or when he asks. The caller holds his lock. */
export async function payBySchedule(
  tx: Queryable,
  outgoing: Outgoing,
  payee: Payee,
  demand: Demand,
  now: Instant,
): Promise<void> {
  const { schedule } = payee;
  if (isBatch(schedule)) return await addBatch(tx, demand.user, payee, now);
  if (schedule.kind === "automatic") await payShares(tx, outgoing, payee, demand, now);
}

/** Makes the payouts of a demand, one for each share, and starts them. */
export async function payShares(
  tx: Queryable,
  outgoing: Outgoing,
  { shares }: Payee,
  demand: Demand,
  now: Instant,
): Promise<void> {
  if (demand.amount.minor <= 0n || !paysOut(outgoing, demand.amount.currency)) return;
  const parts = shares ? allotShares(demand.amount, shares) : [{ account: null, amount: demand.amount }];
  for (const [part, { account, amount }] of parts.entries())
    await makePayout(tx, outgoing, { ...demand, amount, part, wantedAccount: account, tries: 0 }, now);
}

type Making = Demand & { readonly part: number; readonly wantedAccount: BankAccountId | null; readonly tries: number };

/** Makes one payout and starts it; null when the same cause has made it before. */
export async function makePayout(
  tx: Queryable,
  outgoing: Outgoing,
  { user, ...making }: Making,
  now: Instant,
): Promise<Payout | null> {
  const payout: Payout = {
    ...making,
    id: newIdBeside("payout", now, user),
    seller: user,
    rail: outgoing.rail.name,
    state: "waiting_for_bank_account",
    bankAccount: null,
    reference: null,
    bankReference: null,
    reason: null,
    waitsUntil: null,
    sendingSince: null,
    retriedBy: null,
    alarmedAt: null,
    requestedAt: now,
    updatedAt: now,
  };
  if (!(await insertPayout(tx, payout))) return null;
  await start(tx, outgoing, payout, now);
  return payout;
}

/** Has a user's wallet looked at when his next batch is due. The caller holds his lock. */
export async function addBatch(tx: Queryable, user: UserId, { schedule }: Payee, now: Instant): Promise<void> {
  if (!isBatch(schedule)) return;
  const due = nextBatch(schedule, now, offsetIn(schedule.timeZone));
  await setNextBatch(tx, user, due);
  await addJob(tx, now, {
    shard: shardOf(user),
    kind: "payout.batch",
    key: `payout.batch:${user}`,
    payload: { user },
    runAt: due,
  });
}

/** How far a time zone of the IANA database is ahead of UTC. Throws for a zone that does not exist. */
export function offsetIn(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant): Duration => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
    return local - Math.floor(instant / 1000) * 1000;
  };
}

export function isTimeZone(timeZone: string): boolean {
  try {
    offsetIn(timeZone);
    return true;
  } catch {
    return false;
  }
}
