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
export type WalletEntry = {
  id: string;
  kind: string;
  at: string;
  dealId: string | null;
  amount: Money;
  balanceAfter: Money;
};
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
