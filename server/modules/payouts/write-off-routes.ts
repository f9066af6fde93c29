import type { Entry } from "@amana/core/ledger";
import { unreachable } from "@amana/core/result";
import { type Static, Type } from "typebox";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  line,
  MoneyJson,
  moneyFrom,
  moneyJson,
  nullable,
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
import {
  approveWriteOff,
  askWriteOff,
  entriesOf,
  previewWriteOff,
  type RefusedWriteOff,
  type WriteOff,
} from "./write-off.ts";

const WriteOffJson = strict(
  {
    id: IdOf("writeOff"),
    userId: IdOf("user"),
    amount: ref(MoneyJson),
    reason: Type.String(),
    askedBy: IdOf("user"),
    askedAt: InstantJson,
    approvedBy: nullable(IdOf("user")),
    approvedAt: nullable(InstantJson),
  },
  { $id: "WriteOff", description: "Nothing is moved before a second person approves it." },
);

const ENTRIES = { entries: Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) })) };
const EntriesJson = strict(ENTRIES);
const ApprovedJson = strict(
  { ...WriteOffJson.properties, ...ENTRIES },
  { $id: "ApprovedWriteOff", description: "What was given up, and the entries that were posted." },
);

const params = strict({ id: IdOf("writeOff") });
const PROBLEMS = ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"] as const;

/** Debts that are given up: one of the staff asks, another approves. */
export const writeOffRoutes = ({ db }: Pick<PayoutParts, "db">): Route[] => [
  defineRoute({
    method: "POST",
    path: "/finance/write-offs",
    operationId: "askWriteOff",
    summary: "Ask for what a user owes to be given up; a second person must approve it",
    tag: "finance",
    policy: staff("finance", "admin"),
    body: strict({ userId: IdOf("user"), amount: ref(MoneyJson), reason: line({ maxLength: 300 }) }),
    responses: { 201: ref(WriteOffJson) },
    problems: PROBLEMS,
    async handle({ principal, body, now }) {
      const asked = {
        user: body.userId,
        amount: moneyFrom(body.amount),
        reason: body.reason,
        askedBy: principal.id,
      };
      const made = await askWriteOff(db, asked, now);
      return made.ok ? reply(201, writeOffJson(made.value)) : problemOf(made.error);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/finance/write-offs/:id/approval/preview",
    operationId: "previewWriteOff",
    summary: "The entries that an approval would post; nothing is posted",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    params,
    responses: { 200: EntriesJson },
    problems: PROBLEMS,
    async handle({ principal, params: { id } }) {
      const entries = await previewWriteOff(db, id, principal.id);
      if (!entries.ok) return problemOf(entries.error);
      return reply(200, { entries: entriesJson(entries.value) });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/finance/write-offs/:id/approval",
    operationId: "approveWriteOff",
    summary: "Approve what somebody else has asked for, and post it",
    tag: "finance",
    policy: staff("finance", "admin"),
    params,
    responses: { 200: ref(ApprovedJson) },
    problems: PROBLEMS,
    async handle({ principal, params: { id }, now }) {
      const approved = await approveWriteOff(db, id, principal.id, now);
      if (!approved.ok) return problemOf(approved.error);
      return reply(200, { ...writeOffJson(approved.value), entries: entriesJson(entriesOf(approved.value)) });
    },
  }),
];

export const entriesJson = (entries: readonly Entry[]) =>
  entries.map(({ account, amount }) => ({ account: String(account), amount: moneyJson(amount) }));

const writeOffJson = (writeOff: WriteOff): Static<typeof WriteOffJson> => ({
  id: writeOff.id,
  userId: writeOff.user,
  amount: moneyJson(writeOff.amount),
  reason: writeOff.reason,
  askedBy: writeOff.askedBy,
  askedAt: instantJson(writeOff.askedAt),
  approvedBy: writeOff.approvedBy,
  approvedAt: writeOff.approvedAt && instantJson(writeOff.approvedAt),
});

export function problemOf(refusal: RefusedWriteOff): ProblemAnswer<(typeof PROBLEMS)[number] | "VALIDATION_FAILED"> {
  switch (refusal) {
    case "not_an_amount":
      return invalid("amount", "must be above zero");
    case "more_than_is_owed":
      return invalid("amount", "is more than is owed");
    case "no_such_write_off":
      return problem("NOT_FOUND");
    case "of_ones_own_debt":
      return problem("FORBIDDEN", "Nobody gives up what he owes himself.");
    case "approved_by_who_asked":
      return problem("FORBIDDEN", "A second person must approve this.");
    case "approved_before":
      return problem("TRANSITION_NOT_ALLOWED", "This has been approved.");
    default:
      return unreachable(refusal);
  }
}
