export { addBankAccount, type NewBankAccount, registerBankAccount } from "./bank-accounts.ts";
export { type Resealed, resealBankAccounts, sealedBankAccounts } from "./reseal.ts";
export { followPayout, payOutRelease } from "./pay-out.ts";
export { payoutRoutes } from "./routes.ts";
export { type BankAccount, bankAccountsOf, type Payout, type PayoutState, payoutOfDeal, payoutsOf } from "./store.ts";
export { receivePayoutWebhook } from "./webhooks.ts";
