import { parseId, shardOf, type UserId } from "@amana/core/ids";
import { after, type Instant, minutes } from "@amana/core/time";
import { record } from "#modules/audit";
import { readUser } from "#modules/identity";
import type { Payee, PayoutRail } from "#ports/payout-rail";
import type { Database } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { type Keyring, seal, unseal } from "#runtime/secrets";
import { addJob, type JobHandler, type JobOutcome, tryAgain } from "#runtime/work";
import { startWaiting } from "./pay-out.ts";
import {
  type BankAccount,
  type BankAccountId,
  insertBankAccount,
  readBankAccount,
  setBankAccountStatus,
} from "./store.ts";

export type NewBankAccount = {
  readonly holderName: string;
  readonly accountNumber: string;
  readonly ifsc: string;
  readonly kind: "savings" | "current";
};

/** Where a sealed account number lies: bound into its seal. */
export const placeOf = (id: BankAccountId): string => `payouts.bank_account:account_number:${id}`;

/** Adds a bank account as the user's primary one; it is paid to once the payout rail has verified it. */
export async function addBankAccount(
  db: Database,
  keys: Keyring,
  user: UserId,
  added: NewBankAccount,
  now: Instant,
): Promise<BankAccount> {
  const id = newIdBeside("bankAccount", now, user);
  const account: BankAccount = {
    id,
    user,
    holderName: added.holderName,
    accountNumberSealed: seal(keys, placeOf(id), added.accountNumber),
    last4: added.accountNumber.slice(-4),
    ifsc: added.ifsc,
    kind: added.kind,
    status: "pending",
    primary: true,
    addedAt: now,
  };
  await db.transaction(async (tx) => {
    await insertBankAccount(tx, account);
    await record(tx, now, {
      actor: "user",
      actorId: user,
      action: "bank_account.added",
      subject: id,
      reason: null,
      detail: { last4: account.last4, ifsc: account.ifsc },
    });
    await addJob(tx, now, {
      shard: shardOf(id),
      kind: "bank_account.register",
      key: `bank_account.register:${id}`,
      payload: { bankAccount: id },
      runAt: now,
    });
  });
  return account;
}

/** Makes the account known to the payout rail; what waited for it is then paid. */
export const registerBankAccount = (db: Database, rail: PayoutRail, keys: Keyring): JobHandler => ({
  kind: "bank_account.register",
  async run(payload, now) {
    const id = parseId("bankAccount", String(payload.bankAccount));
    const account = id && (await readBankAccount(db, id));
    if (account?.status !== "pending") return "done";
    const report = await rail.registerPayee(await payeeOf(db, keys, account));
    if (!report.ok)
      return report.error.kind === "declined" ? await settle(db, account, "failed", now) : tryAgain(report.error, now);
    const { status } = report.value;
    return status === "verified" || status === "failed"
      ? await settle(db, account, status, now)
      : { again: after(now, minutes(5)) };
  },
});

async function payeeOf(db: Database, keys: Keyring, account: BankAccount): Promise<Payee> {
  const user = await readUser(db, account.user);
  if (!user) throw new Error(`${account.id} has no owner`);
  const accountNumber = unseal(keys, placeOf(account.id), account.accountNumberSealed);
  return {
    payee: account.id,
    name: account.holderName,
    accountNumber,
    ifsc: account.ifsc,
    email: user.email,
    phone: user.phone,
  };
}

async function settle(
  db: Database,
  account: BankAccount,
  status: "verified" | "failed",
  now: Instant,
): Promise<JobOutcome> {
  await db.transaction(async (tx) => {
    await setBankAccountStatus(tx, account.id, status);
    await record(tx, now, {
      actor: "payout rail",
      actorId: null,
      action: `bank_account.${status}`,
      subject: account.id,
      reason: null,
      detail: {},
    });
    if (status === "verified") await startWaiting(tx, account.user, now);
  });
  return "done";
}
