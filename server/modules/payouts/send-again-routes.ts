import type { PayoutId } from "@amana/core/ids";
import { unreachable } from "@amana/core/result";
import { type Static, Type } from "typebox";
import { mayDecideOn, OWN_DEAL } from "#modules/approvals";
import {
  defineRoute,
  IdOf,
  line,
  MoneyJson,
  moneyJson,
  oneOf,
  type ProblemAnswer,
  problem,
  type Route,
  ref,
  reply,
  staff,
  staffOrProgram,
  strict,
} from "#runtime/http";
import type { PayoutParts } from "./parts.ts";
import { previewSendAgain, type RefusedSending, type Sending, sendPayoutAgain } from "./send-again.ts";
import { readPayout } from "./store.ts";

const SENDING = {
  status: oneOf(["requested", "withheld"]),
  amount: ref(MoneyJson),
  bankAccount: strict({ id: IdOf("bankAccount"), holderName: Type.String(), last4: Type.String() }),
  entries: Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) })),
};
const PlanJson = strict(SENDING, {
  $id: "PayoutSentAgainPlan",
  description:
    "What will leave the wallet, and for which account. `withheld`: noted, and sent once payouts go on; no entry is posted before.",
});
const MadeJson = strict({ payoutId: IdOf("payout"), ...SENDING }, { $id: "PayoutSentAgain" });

const params = strict({ id: IdOf("payout") });
const PROBLEMS = [
  "NOT_FOUND",
  "FORBIDDEN",
  "TRANSITION_NOT_ALLOWED",
  "BANK_ACCOUNT_REQUIRED",
  "BANK_ACCOUNT_ON_HOLD",
  "INSUFFICIENT_BALANCE",
] as const;

type Parts = Pick<PayoutParts, "db" | "rail" | "mayPayOut" | "wake">;

/** Money that came back from a bank is sent again by staff, who have seen to the cause. */
export const sendAgainRoutes = (parts: Parts): Route[] => [preview(parts), send(parts)];

const preview = (parts: Parts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/payouts/:id/send-again/preview",
    operationId: "previewSendPayoutAgain",
    summary: "What sending this payout again would post, and to which account it would go; nothing is posted",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    params,
    body: strict({}),
    responses: { 200: ref(PlanJson) },
    problems: PROBLEMS,
    async handle({ params: { id }, principal, now }) {
      if (!(await mayDecideOn(parts.db, principal.id, await aboutPayout(parts.db, id)))) return OWN_DEAL;
      const planned = await previewSendAgain(parts.db, parts, id, now);
      return planned.ok ? reply(200, planJson(planned.value)) : problemOf(planned.error);
    },
  });

const send = (parts: Parts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/payouts/:id/send-again",
    operationId: "sendPayoutAgain",
    summary: "Send a payout again that failed or came back, with a reason that is kept",
    tag: "finance",
    policy: staff("finance", "admin"),
    params,
    body: strict({ reason: line({ maxLength: 300 }) }),
    responses: { 201: ref(MadeJson) },
    problems: PROBLEMS,
    async handle({ params: { id }, body, principal, now, origin }) {
      if (!(await mayDecideOn(parts.db, principal.id, await aboutPayout(parts.db, id)))) return OWN_DEAL;
      const by = { user: principal.id, reason: body.reason, origin };
      const sent = await sendPayoutAgain(parts.db, parts, id, by, now);
      if (!sent.ok) return problemOf(sent.error);
      parts.wake();
      return reply(201, { payoutId: sent.value.payout, ...planJson(sent.value) });
    },
  });

async function aboutPayout(db: Parts["db"], id: PayoutId) {
  const payout = await readPayout(db, id);
  return { deal: payout?.deal ?? null, people: [payout?.seller ?? null] };
}

const planJson = ({ state, amount, account, entries }: Sending): Static<typeof PlanJson> => ({
  status: state,
  amount: moneyJson(amount),
  bankAccount: { id: account.id, holderName: account.holderName, last4: account.last4 },
  entries: entries.map((entry) => ({ account: entry.account, amount: moneyJson(entry.amount) })),
});

function problemOf(refusal: RefusedSending): ProblemAnswer<(typeof PROBLEMS)[number]> {
  switch (refusal) {
    case "no_such_payout":
      return problem("NOT_FOUND");
    case "not_back":
      return problem("TRANSITION_NOT_ALLOWED", "This payout has not come back, or was sent again meanwhile.");
    case "left_to_owner":
      return problem("TRANSITION_NOT_ALLOWED", "Its owner takes the money out by hand, or has it gathered.");
    case "no_bank_account":
      return problem("BANK_ACCOUNT_REQUIRED", "Its owner has no verified bank account.");
    case "bank_account_on_hold":
      return problem("BANK_ACCOUNT_ON_HOLD");
    case "wallet_is_empty":
      return problem("INSUFFICIENT_BALANCE", "The wallet no longer holds it.");
    default:
      return unreachable(refusal);
  }
}
