/** The words of a user's own money: balances, entries, withdrawals, and how one is paid. */
import type { BankAccount, Money } from "./types.ts";

export type Balance = {
  currency: string;
  balance: Money;
  available: Money;
  reserved: Money;
  owed: Money;
  waiting: Money;
  onTheWay: Money;
};
/** What may be paid or sent from a wallet in one currency; null where there has never been any. */
export const availableIn = (balances: readonly Balance[], currency: string): Money | null =>
  balances.find((balance) => balance.currency === currency)?.available ?? null;

export type WalletEntry = {
  id: string;
  kind: string;
  at: string;
  dealId: string | null;
  amount: Money;
  balanceAfter: Money;
};
export type OwnAccount = "wallet" | "reserve" | "receivable";
/** Of each account, `opening` and the amounts of the entries add up to `closing`. */
export type StatementPart = { account: OwnAccount; opening: Money; entries: WalletEntry[]; closing: Money };
export type WalletStatement = { from: string; to: string; currency: string; accounts: StatementPart[] };
export type WithdrawalPlan = {
  status: string;
  amount: Money;
  bankAccountId: string;
  wallet: { balance: Money; available: Money; owed: Money; waiting: Money };
};
export type Withdrawal = {
  id: string;
  kind: "release" | "reserve" | "batch" | "withdrawal" | "retry";
  status: string;
  amount: Money;
  bankAccountId: string | null;
  bankReference: string | null;
  requestedAt: string;
  updatedAt: string;
};
export type ScheduleKind = "automatic" | "manual" | "daily" | "weekly";
export type Schedule = {
  kind: ScheduleKind;
  hour: number | null;
  /** Monday is 1. */
  weekday: number | null;
  timeZone: string | null;
  minimum: Money | null;
  /** Parts in hundredths of a percent, 10,000 in all; null: all to one account. */
  shares: { bankAccountId: string; basisPoints: number }[] | null;
  nextAt: string | null;
};
export type OwnBankAccount = BankAccount & { usableFrom: string | null; blockedReason: string | null };
