import { type Static, Type } from "typebox";
import type { PayoutRail } from "#ports/payout-rail";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  nothing,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  signedByProvider,
  signedIn,
  strict,
} from "#runtime/http";
import type { Keyring } from "#runtime/secrets";
import { addBankAccount } from "./bank-accounts.ts";
import { type BankAccount, bankAccountsOf } from "./store.ts";
import { receivePayoutWebhook } from "./webhooks.ts";

const KIND = oneOf(["savings", "current"]);
const IFSC = Type.String({
  pattern: "^[A-Z]{4}0[A-Z0-9]{6}$",
  examples: ["YESB0000262"],
  description: "Indian Financial System Code",
});

const BankAccountJson = strict(
  {
    id: IdOf("bankAccount"),
    holderName: Type.String(),
    last4: Type.String(),
    ifsc: Type.String(),
    kind: KIND,
    status: oneOf(["pending", "verified", "failed"]),
    primary: Type.Boolean(),
  },
  { $id: "BankAccount" },
);

export type PayoutParts = {
  readonly db: Database;
  readonly rail: PayoutRail;
  readonly dataKey: Keyring;
  readonly wake: () => void;
};

export const payoutRoutes = ({ db, rail, dataKey, wake }: PayoutParts): Route[] => [
  defineRoute({
    method: "GET",
    path: "/seller/bank-accounts",
    operationId: "listBankAccounts",
    summary: "My bank accounts; of a number only the last four digits are shown",
    tag: "seller",
    policy: signedIn(),
    responses: { 200: strict({ data: Type.Array(ref(BankAccountJson)) }) },
    problems: [],
    async handle({ principal }) {
      return reply(200, { data: (await bankAccountsOf(db, principal.id)).map(bankAccountJson) });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/seller/bank-accounts",
    operationId: "addBankAccount",
    summary: "Add a bank account to be paid to; it becomes the primary one",
    tag: "seller",
    policy: signedIn(),
    body: strict({
      holderName: Type.String({
        minLength: 3,
        maxLength: 100,
        pattern: "^[A-Za-z][A-Za-z .]*[A-Za-z.]$",
        description: "As the bank writes it: Latin letters and spaces",
      }),
      accountNumber: Type.String({ pattern: "^[0-9A-Z]{9,18}$" }),
      ifsc: IFSC,
      kind: KIND,
    }),
    responses: { 201: ref(BankAccountJson) },
    problems: [],
    async handle({ principal, body, now }) {
      const account = await addBankAccount(db, dataKey, principal.id, body, now);
      wake();
      return reply(201, bankAccountJson(account));
    },
  }),
  defineRoute({
    method: "POST",
    path: `/webhooks/${rail.name}/payout`,
    operationId: "receivePayoutWebhook",
    summary: "From the payout rail",
    tag: "webhooks",
    policy: signedByProvider(),
    rawBody: true,
    responses: { 200: nothing() },
    problems: ["WEBHOOK_REFUSED"],
    async handle({ headers, raw, now }) {
      const received = await receivePayoutWebhook(db, rail, { headers, body: raw }, now);
      if (!received.ok) return problem("WEBHOOK_REFUSED");
      wake();
      return reply(200, null);
    },
  }),
];

const bankAccountJson = (account: BankAccount): Static<typeof BankAccountJson> => ({
  id: account.id,
  holderName: account.holderName,
  last4: account.last4,
  ifsc: account.ifsc,
  kind: account.kind,
  status: account.status,
  primary: account.primary,
});
