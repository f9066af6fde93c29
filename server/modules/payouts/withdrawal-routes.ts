import { money } from "@amana/core/money";
import { available, type Purse } from "@amana/core/payout";
import { unreachable } from "@amana/core/result";
import { after, hours } from "@amana/core/time";
import type { Static } from "typebox";
import { Type } from "typebox";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  list,
  MoneyJson,
  moneyFrom,
  moneyJson,
  nullable,
  oneOf,
  PAGE,
  type ProblemAnswer,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import type { PayoutParts } from "./parts.ts";
import { PAYOUT_KINDS, PAYOUT_STATES, type Payout, withdrawalsOf, withdrawnSince } from "./store.ts";
import { previewWithdrawal, type RefusedWithdrawal, type WithdrawalMeans, withdraw } from "./withdraw.ts";

const WalletAfterJson = strict({
  balance: ref(MoneyJson),
  available: ref(MoneyJson),
  owed: ref(MoneyJson),
  waiting: ref(MoneyJson),
});

const PlanJson = strict(
  {
    status: oneOf(PAYOUT_STATES),
    amount: ref(MoneyJson),
    bankAccountId: IdOf("bankAccount"),
    wallet: WalletAfterJson,
  },
  { $id: "WithdrawalPlan", description: "What it comes to, and what the wallet then is." },
);

const WithdrawalJson = strict(
  {
    id: IdOf("payout"),
    kind: oneOf(PAYOUT_KINDS),
    status: oneOf(PAYOUT_STATES),
    amount: ref(MoneyJson),
    bankAccountId: nullable(IdOf("bankAccount")),
    bankReference: nullable(Type.String()),
    requestedAt: InstantJson,
    updatedAt: InstantJson,
  },
  { $id: "Withdrawal" },
);

const MadeJson = strict({ ...PlanJson.properties, id: IdOf("payout") }, { $id: "WithdrawalMade" });

const body = strict({
  amount: ref(MoneyJson),
  bankAccountId: Type.Optional(IdOf("bankAccount")),
});

const PROBLEMS = [
  "NOT_FOUND",
  "INSUFFICIENT_BALANCE",
  "WITHDRAWAL_LIMIT",
  "BANK_ACCOUNT_REQUIRED",
  "BANK_ACCOUNT_ON_HOLD",
  "IDEMPOTENCY_KEY_REUSED",
] as const;

/** Taking one's money out. */
export const withdrawalRoutes = (parts: PayoutParts): Route[] => [preview(parts), make(parts), history(parts)];

const meansOf = ({ rail, mayPayOut, payoutRules }: PayoutParts): WithdrawalMeans => ({
  rail,
  mayPayOut,
  limits: payoutRules.limits,
});

const preview = (parts: PayoutParts): Route =>
  defineRoute({
    method: "POST",
    path: "/wallet/withdrawals/preview",
    operationId: "previewWithdrawal",
    summary: "What a withdrawal would come to; nothing is moved",
    tag: "wallet",
    policy: signedIn("wallet:read"),
    body,
    responses: { 200: ref(PlanJson) },
    problems: PROBLEMS,
    async handle({ principal, body: asked, now }) {
      const planned = await previewWithdrawal(parts.db, meansOf(parts), requestOf(principal.id, asked), now);
      if (!planned.ok) return problemOf(planned.error);
      const { state, amount, account, after } = planned.value;
      return reply(200, {
        status: state,
        amount: moneyJson(amount),
        bankAccountId: account.id,
        wallet: walletJson(after),
      });
    },
  });

/** Many small ones are one large one. */
const A_DAY = hours(24);

const make = (parts: PayoutParts): Route =>
  defineRoute({
    method: "POST",
    path: "/wallet/withdrawals",
    operationId: "withdraw",
    summary: "Send money from my wallet to my bank account",
    tag: "wallet",
    policy: signedIn("wallet:write"),
    body,
    responses: { 201: ref(MadeJson) },
    problems: PROBLEMS,
    async stepUp({ principal, body: { amount: wanted }, now }) {
      const amount = moneyFrom(wanted);
      const before = await withdrawnSince(parts.db, principal.id, amount.currency, after(now, -A_DAY));
      return before + amount.minor > parts.payoutRules.confirmAbove ? { action: "withdrawal.make", amount } : null;
    },
    async handle({ principal, body: asked, commandKey, now, origin }) {
      const request = { ...requestOf(principal.id, asked), origin };
      const made = await withdraw(parts.db, meansOf(parts), request, commandKey, now);
      if (!made.ok) return problemOf(made.error);
      const { payout, after } = made.value;
      const account = payout.wantedAccount;
      if (account === null) throw new Error(`${payout.id} names no account`);
      parts.wake();
      return reply(201, {
        id: payout.id,
        status: payout.state,
        amount: moneyJson(payout.amount),
        bankAccountId: account,
        wallet: walletJson(after),
      });
    },
  });

const requestOf = (user: Parameters<typeof withdrawalsOf>[1], asked: Static<typeof body>) => ({
  user,
  amount: moneyFrom(asked.amount),
  bankAccount: asked.bankAccountId ?? null,
});

const walletJson = (purse: Purse): Static<typeof WalletAfterJson> => ({
  balance: moneyJson(money(purse.wallet, purse.currency)),
  available: moneyJson(available(purse)),
  owed: moneyJson(money(purse.owed, purse.currency)),
  waiting: moneyJson(money(purse.promised, purse.currency)),
});

const Key = Type.Tuple([IdOf("payout")]);

const history = ({ db }: PayoutParts): Route =>
  defineRoute({
    method: "GET",
    path: "/wallet/withdrawals",
    operationId: "listWithdrawals",
    summary: "What was sent from my wallet: withdrawals and batches, the latest first",
    tag: "wallet",
    policy: signedIn("wallet:read"),
    query: strict(PAGE),
    responses: { 200: list(ref(WithdrawalJson)) },
    problems: [],
    async handle({ principal, query }) {
      const asked = pageAsked(Key, query);
      if ("kind" in asked) return asked;
      const found = await withdrawalsOf(db, principal.id, asked.after?.[0] ?? null, asked.rows);
      const { page, nextCursor } = asked.cut(found, ({ id }) => [id]);
      return reply(200, { data: page.map(withdrawalJson), nextCursor });
    },
  });

const withdrawalJson = (payout: Payout): Static<typeof WithdrawalJson> => ({
  id: payout.id,
  kind: payout.kind,
  status: payout.state,
  amount: moneyJson(payout.amount),
  bankAccountId: payout.bankAccount ?? payout.wantedAccount,
  bankReference: payout.bankReference,
  requestedAt: instantJson(payout.requestedAt),
  updatedAt: instantJson(payout.updatedAt),
});

function problemOf(refusal: RefusedWithdrawal): ProblemAnswer<(typeof PROBLEMS)[number] | "VALIDATION_FAILED"> {
  switch (refusal) {
    case "not_an_amount":
      return invalid("amount", "must be above zero");
    case "below_the_smallest":
      return invalid("amount", "is below the smallest withdrawal");
    case "currency_not_paid_out":
      return invalid("amount", "is in a currency that is not paid out here");
    case "short_of_money":
      return problem("INSUFFICIENT_BALANCE");
    case "above_the_daily_limit":
      return problem("WITHDRAWAL_LIMIT");
    case "no_such_bank_account":
      return problem("NOT_FOUND");
    case "bank_account_not_verified":
      return problem("BANK_ACCOUNT_REQUIRED");
    case "bank_account_on_hold":
      return problem("BANK_ACCOUNT_ON_HOLD");
    case "key_of_another_withdrawal":
      return problem("IDEMPOTENCY_KEY_REUSED");
    default:
      return unreachable(refusal);
  }
}
