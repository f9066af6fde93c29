export { personalWallets } from "./erase.ts";
export { type Leaving, type WalletParts, walletRoutes } from "./routes.ts";
export { type StatementPart, statementOf } from "./statement.ts";
export { type Holdings, holdingsIn, holdingsOf, type OwnAccount } from "./wallet.ts";
