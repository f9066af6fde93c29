import { shardOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import { announce } from "#runtime/work";
import { type BankAccount, readBankAccount } from "./account-store.ts";

/** What the rail has found out about an account, or has made of it. */
export async function tellChecked(
  tx: Queryable,
  { id, user, last4 }: BankAccount,
  what: "verified" | "failed" | "blocked",
  now: Instant,
): Promise<void> {
  const payoutsFrom = (await readBankAccount(tx, id))?.usableFrom ?? null;
  await announce(tx, now, {
    shard: shardOf(user),
    topic: "bank_account.checked",
    payload: {
      ...{ user, account: id, what, newLast4: last4 },
      payoutsFrom: what === "verified" && payoutsFrom !== null ? timestamp(payoutsFrom) : null,
    },
  });
}
