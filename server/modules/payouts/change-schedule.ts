import type { UserId } from "@amana/core/ids";
import { checkShares, isBatch, type Share, type ShareRefusal } from "@amana/core/payout";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { type BankAccountId, bankAccountsOf } from "./account-store.ts";
import { payAvailable } from "./again.ts";
import { addBatch, isTimeZone } from "./demand.ts";
import { changePayee, lockPayee, type Payee, setNextBatch } from "./payee-store.ts";
import { againWhenMoved } from "./purse.ts";
import type { Outgoing } from "./start.ts";

export type RefusedSchedule = ShareRefusal | "no_such_time_zone" | "share_of_an_account_that_is_not_verified";

/**
 * Changes how a user is paid. From `automatic` on, what his wallet holds is paid out at once; with batches it waits for the next
 * one. Shares take accounts that have been verified, each once, and make the whole.
 */
export const changeSchedule = (
  db: Database,
  outgoing: Outgoing,
  asker: Asker,
  wanted: Payee,
  now: Instant,
): Promise<Result<Payee, RefusedSchedule>> =>
  againWhenMoved(() =>
    db.transaction(async (tx) => {
      const { user } = asker;
      await lockPayee(tx, user);
      const objection = await objectionTo(tx, user, wanted);
      if (objection) return refuse(objection);
      await changePayee(tx, user, wanted, now);
      await record(tx, now, {
        ...doneBy("user", asker),
        action: "payout_schedule.changed",
        subject: user,
        reason: null,
        detail: { kind: wanted.schedule.kind, shares: wanted.shares?.length ?? 0 },
      });
      await setNextBatch(tx, user, null);
      if (isBatch(wanted.schedule)) await addBatch(tx, user, wanted, now);
      if (wanted.schedule.kind === "automatic")
        await payAvailable(tx, outgoing, user, wanted, `schedule:${user}:${now}`, now);
      return ok(wanted);
    }),
  );

async function objectionTo(tx: Tx, user: UserId, { schedule, shares }: Payee): Promise<RefusedSchedule | null> {
  if (isBatch(schedule) && !isTimeZone(schedule.timeZone)) return "no_such_time_zone";
  if (shares === null) return null;
  const checked = checkShares(shares);
  if (!checked.ok) return checked.error;
  return (await areVerified(tx, user, shares)) ? null : "share_of_an_account_that_is_not_verified";
}

async function areVerified(tx: Tx, user: UserId, shares: readonly Share<BankAccountId>[]): Promise<boolean> {
  const owned = await bankAccountsOf(tx, user);
  return shares.every(({ account }) => owned.some(({ id, status }) => id === account && status === "verified"));
}
