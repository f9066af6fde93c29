import type { Entry } from "@amana/core/ledger";
import { Type } from "typebox";
import { APPROVAL_PROBLEMS, ApprovalJson, approvalJson, mayDecideOn, OWN_DEAL, propose } from "#modules/approvals";
import {
  defineRoute,
  IdOf,
  line,
  MoneyJson,
  moneyJson,
  type Route,
  ref,
  reply,
  staff,
  staffOrProgram,
  strict,
} from "#runtime/http";
import type { PayoutParts } from "./parts.ts";
import { debtWriteOff, lookAtWriteOff } from "./write-off.ts";

const DEBT = { userId: IdOf("user"), amount: ref(MoneyJson) };
const EntriesJson = strict({ entries: Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) })) });

/** Debts that are given up: one of the staff asks here, another approves among the approvals. */
export const writeOffRoutes = ({ db }: Pick<PayoutParts, "db">): Route[] => [
  defineRoute({
    method: "POST",
    path: "/finance/write-offs/preview",
    operationId: "previewAskWriteOff",
    summary: "The entries that giving up a debt would post once a second person approves; nothing is kept",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    body: strict(DEBT),
    responses: { 200: EntriesJson },
    problems: APPROVAL_PROBLEMS,
    async handle({ principal, body: { userId, amount } }) {
      if (!(await mayDecideOn(db, principal.id, { deal: null, people: [userId] }))) return OWN_DEAL;
      const seen = await lookAtWriteOff(db, { subject: userId, content: { amount } });
      return seen.ok ? reply(200, { entries: entriesJson(seen.value.entries) }) : seen.error;
    },
  }),
  defineRoute({
    method: "POST",
    path: "/finance/write-offs",
    operationId: "askWriteOff",
    summary: "Ask for what a user owes to be given up; a second person must approve it",
    description: "Whatever the amount: it waits among the approvals, and nothing is moved before.",
    tag: "finance",
    policy: staff("finance", "admin"),
    body: strict({ ...DEBT, reason: line({ maxLength: 300 }) }),
    responses: { 202: ref(ApprovalJson) },
    problems: APPROVAL_PROBLEMS,
    async handle({ principal, body: { userId, amount, reason }, commandKey, now, origin }) {
      const asked = { subject: userId, content: { amount }, reason };
      const by = { user: principal.id, origin, key: commandKey };
      const proposed = await propose(db, debtWriteOff, asked, by, now);
      return proposed.ok ? reply(202, await approvalJson(db, proposed.value, principal.id, now)) : proposed.error;
    },
  }),
];

const entriesJson = (entries: readonly Entry[]) =>
  entries.map(({ account, amount }) => ({ account: String(account), amount: moneyJson(amount) }));
