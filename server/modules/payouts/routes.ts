import { type Static, Type } from "typebox";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  nothing,
  nullable,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  signedByProvider,
  signedIn,
  strict,
} from "#runtime/http";
import { type BankAccount, bankAccountsOf } from "./account-store.ts";
import { addBankAccount, mayBeVerifiedAgain, verifyAgain } from "./bank-accounts.ts";
import { debtRoutes } from "./debt-routes.ts";
import type { PayoutParts } from "./parts.ts";
import { scheduleRoutes } from "./schedule-routes.ts";
import { sendAgainRoutes } from "./send-again-routes.ts";
import { staffRoutes } from "./staff-routes.ts";
import { receivePayoutWebhook } from "./webhooks.ts";
import { withdrawalRoutes } from "./withdrawal-routes.ts";
import { writeOffRoutes } from "./write-off-routes.ts";

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
    status: oneOf(["pending", "verified", "failed", "blocked"]),
    primary: Type.Boolean(),
    usableFrom: nullable(InstantJson),
    blockedReason: nullable(Type.String()),
  },
  {
    $id: "BankAccount",
    description:
      "Money goes to the primary account from `usableFrom` on, until then to the one before; `blocked`: a payout came back from it.",
  },
);

export const payoutRoutes = (parts: PayoutParts): Route[] => [
  ...bankAccountRoutes(parts),
  ...scheduleRoutes(parts),
  ...withdrawalRoutes(parts),
  ...staffRoutes(parts),
  ...sendAgainRoutes(parts),
  ...debtRoutes(parts),
  ...writeOffRoutes(parts),
  webhookRoute(parts),
];

const bankAccountRoutes = ({ db, dataKey, wake }: PayoutParts): Route[] => [
  defineRoute({
    method: "GET",
    path: "/seller/bank-accounts",
    operationId: "listBankAccounts",
    summary: "My bank accounts; of a number only the last four digits are shown",
    tag: "seller",
    policy: signedIn("wallet:read"),
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
    summary: "Add a bank account to be paid to; once verified it becomes the primary one",
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
    problems: ["BANK_ACCOUNT_EXISTS"],
    stepUp: async () => ({ action: "bank_account.add" }),
    async handle({ principal, body, now, origin }) {
      const account = await addBankAccount(db, dataKey, { user: principal.id, origin }, body, now);
      if (!account.ok) return problem("BANK_ACCOUNT_EXISTS");
      wake();
      return reply(201, bankAccountJson(account.value));
    },
  }),
  defineRoute({
    method: "POST",
    path: "/seller/bank-accounts/:id/verify",
    operationId: "verifyBankAccountAgain",
    summary: "Have an account that was blocked or refused verified again",
    tag: "seller",
    policy: signedIn(),
    params: strict({ id: IdOf("bankAccount") }),
    responses: { 200: ref(BankAccountJson) },
    problems: ["NOT_FOUND", "TRANSITION_NOT_ALLOWED", "BANK_ACCOUNT_EXISTS"],
    async stepUp({ principal, params }) {
      const own = (await bankAccountsOf(db, principal.id)).find(({ id }) => id === params.id);
      return own && mayBeVerifiedAgain(own) ? { action: "bank_account.verify" } : null;
    },
    async handle({ principal, params, now, origin }) {
      const account = await verifyAgain(db, { user: principal.id, origin }, params.id, now);
      if (!account.ok) return problemOfVerifying(account.error);
      wake();
      return reply(200, bankAccountJson(account.value));
    },
  }),
];

function problemOfVerifying(refusal: "no_such_bank_account" | "nothing_to_verify" | "on_the_list_already") {
  if (refusal === "no_such_bank_account") return problem("NOT_FOUND");
  if (refusal === "on_the_list_already") return problem("BANK_ACCOUNT_EXISTS");
  return problem("TRANSITION_NOT_ALLOWED", "This account is verified, or is being verified.");
}

const webhookRoute = ({ db, rail, wake }: PayoutParts): Route =>
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
  });

const bankAccountJson = (account: BankAccount): Static<typeof BankAccountJson> => ({
  id: account.id,
  holderName: account.holderName,
  last4: account.last4,
  ifsc: account.ifsc,
  kind: account.kind,
  status: account.status,
  primary: account.primary,
  usableFrom: account.usableFrom && instantJson(account.usableFrom),
  blockedReason: account.blockedReason,
});
