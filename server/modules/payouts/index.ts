export { addBankAccount, type NewBankAccount, registerBankAccount } from "./bank-accounts.ts";
export { followPayout, payOutRelease } from "./pay-out.ts";
export { type BankAccount, bankAccountsOf, type Payout, payoutOfDeal, payoutsOf, type PayoutState } from "./store.ts";
export { receivePayoutWebhook } from "./webhooks.ts";
export { payoutRoutes } from "./routes.ts";
