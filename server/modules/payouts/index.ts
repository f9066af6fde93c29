export { type BankAccount, bankAccountsOf } from "./account-store.ts";
export { ACCOUNT_NUMBERS, addBankAccount, type NewBankAccount, verifyAgain } from "./bank-accounts.ts";
export { changeSchedule } from "./change-schedule.ts";
export { personalAccounts } from "./erase.ts";
export { payOutGivenBack } from "./given-back.ts";
export { DEFAULT_PAYOUT_RULES, payoutJobs } from "./jobs.ts";
export type { PayoutRules } from "./parts.ts";
export { payOutRelease } from "./release.ts";
export { payoutRoutes } from "./routes.ts";
export { previewSendAgain, sendPayoutAgain } from "./send-again.ts";
export type { Outgoing, PayoutGate } from "./start.ts";
export {
  leavingOf,
  PAYOUT_STATES,
  type Payout,
  type PayoutState,
  payoutOfDeal,
  payoutsOf,
  troubledPayouts,
} from "./store.ts";
export { receivePayoutWebhook } from "./webhooks.ts";
export { previewWithdrawal, type WithdrawalMeans, withdraw } from "./withdraw.ts";
export { debtWriteOff } from "./write-off.ts";
