import type { UserId } from "@amana/core/ids";
import type { Currency, Money } from "@amana/core/money";
import {
  decideWithdrawal,
  destinationOf,
  type Purse,
  type WithdrawalLimits,
  type WithdrawalRefusal,
} from "@amana/core/payout";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, hours, type Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Queryable, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { type BankAccount, type BankAccountId, bankAccountsOf } from "./account-store.ts";
import { makePayout } from "./demand.ts";
import { lockPayee } from "./payee-store.ts";
import { againWhenMoved, purseOf, WalletMoved } from "./purse.ts";
import { type Outgoing, paysOut } from "./start.ts";
import { type Payout, payoutOfCause, readPayout, withdrawnSince } from "./store.ts";

type WithdrawalWish = {
  readonly user: UserId;
  readonly amount: Money;
  /** Null: wherever the user's money goes. */
  readonly bankAccount: BankAccountId | null;
};
export type WithdrawalRequest = WithdrawalWish & Asker;

export type LimitsOf = (currency: Currency) => WithdrawalLimits;
export type WithdrawalMeans = Outgoing & { readonly limits: LimitsOf };

export type RefusedWithdrawal =
  | WithdrawalRefusal
  | "currency_not_paid_out"
  | "no_such_bank_account"
  | "bank_account_not_verified"
  | "bank_account_on_hold"
  | "key_of_another_withdrawal";

/** What a withdrawal will do, or has done: how it stands after it, and what the wallet then is. */
export type Planned = {
  readonly amount: Money;
  readonly account: BankAccount;
  /** `withheld`: taken down, and sent once payouts go on. */
  readonly state: "requested" | "withheld";
  readonly after: Purse;
};

/** What a withdrawal would do now; changes nothing. */
export const previewWithdrawal = (
  db: Queryable,
  means: WithdrawalMeans,
  request: WithdrawalWish,
  now: Instant,
): Promise<Result<Planned, RefusedWithdrawal>> => plan(db, means, request, now);

/**
 * Takes money out of a wallet for its owner's bank account, once per key. Two at once are decided one after the other, each by what
 * the one before has left.
 */
export const withdraw = (
  db: Database,
  means: WithdrawalMeans,
  request: WithdrawalRequest,
  key: string,
  now: Instant,
): Promise<Result<{ readonly payout: Payout; readonly after: Purse }, RefusedWithdrawal>> =>
  againWhenMoved(() => db.transaction((tx) => withdrawOnce(tx, means, request, key, now)));

async function withdrawOnce(
  tx: Tx,
  means: WithdrawalMeans,
  request: WithdrawalRequest,
  key: string,
  now: Instant,
): Promise<Result<{ readonly payout: Payout; readonly after: Purse }, RefusedWithdrawal>> {
  const { user, amount } = request;
  const cause = `withdrawal:${user}:${key}`;
  await lockPayee(tx, user);
  const before = await payoutOfCause(tx, user, cause);
  if (before) return await repeated(tx, before, request);
  const planned = await plan(tx, means, request, now);
  if (!planned.ok) return planned;
  const { account } = planned.value;
  const made = await makePayout(
    tx,
    means,
    { user, kind: "withdrawal", cause, part: 0, deal: null, amount, wantedAccount: account.id, tries: 0 },
    now,
  );
  const payout = made && (await readPayout(tx, made.id));
  if (!payout) throw new Error(`${cause} was not made`);
  if (payout.state === "cancelled") throw new WalletMoved(`${cause}: the wallet was moved while it was decided`);
  await record(tx, now, {
    ...doneBy("user", request),
    action: "withdrawal.requested",
    subject: payout.id,
    reason: null,
    detail: { amount: amount.minor.toString(), currency: amount.currency, bankAccount: account.id },
  });
  return ok({ payout, after: await purseOf(tx, user, amount.currency) });
}

async function repeated(
  tx: Tx,
  payout: Payout,
  { user, amount, bankAccount }: WithdrawalWish,
): Promise<Result<{ readonly payout: Payout; readonly after: Purse }, RefusedWithdrawal>> {
  const same =
    payout.amount.minor === amount.minor &&
    payout.amount.currency === amount.currency &&
    (bankAccount === null || bankAccount === payout.wantedAccount);
  if (!same) return refuse("key_of_another_withdrawal");
  return ok({ payout, after: await purseOf(tx, user, amount.currency) });
}

/** The one decision behind preview and withdrawal. */
async function plan(
  db: Queryable,
  means: WithdrawalMeans,
  { user, amount, bankAccount }: WithdrawalWish,
  now: Instant,
): Promise<Result<Planned, RefusedWithdrawal>> {
  if (!paysOut(means, amount.currency)) return refuse("currency_not_paid_out");
  const account = await accountFor(db, user, bankAccount, now);
  if (!account.ok) return account;
  const purse = await purseOf(db, user, amount.currency);
  const withdrawn = await withdrawnSince(db, user, amount.currency, after(now, -hours(24)));
  const decided = decideWithdrawal(amount, purse, means.limits(amount.currency), withdrawn);
  if (!decided.ok) return decided;
  const withheld = (await means.mayPayOut(db, amount)) !== null;
  return ok({
    amount,
    account: account.value,
    state: withheld ? "withheld" : "requested",
    after: withheld ? { ...purse, promised: purse.promised + amount.minor } : decided.value.after,
  });
}

async function accountFor(
  db: Queryable,
  user: UserId,
  wanted: BankAccountId | null,
  now: Instant,
): Promise<Result<BankAccount, RefusedWithdrawal>> {
  const owned = await bankAccountsOf(db, user);
  const meant = wanted === null ? owned : owned.filter(({ id }) => id === wanted);
  if (wanted !== null && meant.length === 0) return refuse("no_such_bank_account");
  const destination = destinationOf(meant, now);
  if (destination.kind === "account") return ok(destination.account);
  return refuse(destination.kind === "on_hold" ? "bank_account_on_hold" : "bank_account_not_verified");
}
