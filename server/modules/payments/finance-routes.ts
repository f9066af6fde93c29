import type { Posting } from "@amana/core/ledger";
import type { Instant } from "@amana/core/time";
import { Type } from "typebox";
import {
  APPROVAL_PROBLEMS,
  ApprovalJson,
  type ApprovalLimit,
  approvalJson,
  mayDecideOn,
  needsApproval,
  OWN_DEAL,
  propose,
} from "#modules/approvals";
import { doneBy, record } from "#modules/audit";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  line,
  MoneyJson,
  moneyJson,
  nullable,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  staff,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { forgetCall } from "./calls.ts";
import { type Flight, inFlight } from "./in-flight.ts";
import { readRefund } from "./refund-store.ts";
import { addFollow } from "./refunds.ts";
import { previewSuspenseRefund, problemOfSuspense, refundSuspense, suspenseFor, suspenseRefund } from "./suspense.ts";

/** So many of each kind are shown; there are hardly ever more, and the oldest come first. */
const MOST = 200;

const EntriesJson = Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) }));

const InFlightJson = strict(
  {
    kind: oneOf(["refund", "payout", "chargeback", "suspense"]),
    id: Type.String(),
    dealId: nullable(IdOf("deal")),
    gateway: Type.String(),
    amount: ref(MoneyJson),
    state: Type.String(),
    since: InstantJson,
    nextCheckAt: nullable(InstantJson),
    attempts: Type.Integer(),
    problem: nullable(Type.String()),
    overdueSince: nullable(InstantJson),
  },
  { $id: "InFlight" },
);

export type FinanceParts = {
  readonly db: Database;
  readonly wake: () => void;
  readonly approvalLimit: ApprovalLimit;
  /** Payouts that have not ended, told by the module that makes them. */
  readonly payoutsUnderWay: (now: Instant, most: number) => Promise<readonly Flight[]>;
};

/** For staff who look after money that has left one side and not arrived at the other. */
export const financeRoutes = (parts: FinanceParts): Route[] => [
  listInFlight(parts),
  preview(parts),
  refund(parts),
  sendAgain(parts),
];

const listInFlight = ({ db, payoutsUnderWay }: FinanceParts): Route =>
  defineRoute({
    method: "GET",
    path: "/finance/in-flight",
    operationId: "listInFlight",
    summary: "Money on its way, disputed or unmatched, and when each is next looked at",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    responses: { 200: strict({ data: Type.Array(ref(InFlightJson)) }) },
    problems: [],
    async handle({ now }) {
      const found = await inFlight(db, await payoutsUnderWay(now, MOST), MOST);
      return reply(200, {
        data: found.map(({ deal, amount, since, nextCheckAt, overdueSince, ...flight }) => ({
          ...flight,
          dealId: deal,
          amount: moneyJson(amount),
          since: instantJson(since),
          nextCheckAt: nextCheckAt === null ? null : instantJson(nextCheckAt),
          overdueSince: overdueSince === null ? null : instantJson(overdueSince),
        })),
      });
    },
  });

const preview = ({ db, approvalLimit }: FinanceParts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/suspense/:id/refund/preview",
    operationId: "previewSuspenseRefund",
    summary: "The entries that sending this money back would post; nothing is posted",
    description: "`needsApproval`: they would be posted only once a second person approves.",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    params: strict({ id: IdOf("capture") }),
    body: strict({}),
    responses: { 200: strict({ entries: EntriesJson, needsApproval: Type.Boolean() }) },
    problems: APPROVAL_PROBLEMS,
    async handle({ params, principal, now }) {
      const item = await suspenseFor(db, params.id, principal.id);
      if (!item.ok) return item.error;
      const previewed = await previewSuspenseRefund(db, params.id, now);
      if (!previewed.ok) return problemOfSuspense(previewed.error);
      const later = needsApproval(approvalLimit, item.value.amount);
      return reply(200, { entries: entriesJson(previewed.value), needsApproval: later });
    },
  });

const refund = ({ db, wake, approvalLimit }: FinanceParts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/suspense/:id/refund",
    operationId: "refundSuspense",
    summary: "Send money back that matched no order, with a reason that is kept",
    description: "Above the marketplace's limit nothing is done yet: 202 shows what now waits for a second person.",
    tag: "finance",
    policy: staff("finance", "admin"),
    params: strict({ id: IdOf("capture") }),
    body: strict({ reason: line({ maxLength: 300 }) }),
    responses: { 200: strict({ refundId: IdOf("refund"), entries: EntriesJson }), 202: ref(ApprovalJson) },
    problems: APPROVAL_PROBLEMS,
    async handle({ params, body, principal, commandKey, now, origin }) {
      const item = await suspenseFor(db, params.id, principal.id);
      if (!item.ok) return item.error;
      if (needsApproval(approvalLimit, item.value.amount)) {
        const asked = { subject: params.id, content: {}, reason: body.reason };
        const by = { user: principal.id, origin, key: commandKey };
        const proposed = await propose(db, suspenseRefund, asked, by, now);
        return proposed.ok ? reply(202, await approvalJson(db, proposed.value, principal.id, now)) : proposed.error;
      }
      const done = await refundSuspense(db, params.id, { user: principal.id, reason: body.reason, origin }, now);
      if (!done.ok) return problemOfSuspense(done.error);
      wake();
      return reply(200, { refundId: done.value.refund.id, entries: entriesJson(done.value.posting) });
    },
  });

const sendAgain = ({ db, wake }: FinanceParts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/refunds/:id/send-again",
    operationId: "sendRefundAgain",
    summary: "Send a refund again of which staff have made sure that it was never made",
    description:
      "Only where the gateway no longer knows the id of a call that it never answered: nobody but the gateway's own statement can tell then.",
    tag: "finance",
    policy: staff("finance", "admin"),
    params: strict({ id: IdOf("refund") }),
    body: strict({ reason: line({ maxLength: 300 }) }),
    responses: { 202: strict({ refundId: IdOf("refund") }) },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"],
    async handle({ params, body, principal, now, origin }) {
      const sent = await readRefund(db, params.id);
      if (!sent) return problem("NOT_FOUND");
      if (!(await mayDecideOn(db, principal.id, { deal: sent.deal, people: [sent.buyer] }))) return OWN_DEAL;
      const allowed = await db.transaction(async (tx) => {
        if (!(await forgetCall(tx, params.id))) return false;
        await addFollow(tx, params.id, now, now);
        await record(tx, now, {
          ...doneBy("finance", { user: principal.id, origin }),
          action: "refund.sent_again",
          subject: params.id,
          reason: body.reason,
          detail: {},
        });
        return true;
      });
      if (!allowed) return problem("TRANSITION_NOT_ALLOWED", "The gateway can still be asked about this refund.");
      wake();
      return reply(202, { refundId: params.id });
    },
  });

const entriesJson = ({ entries }: Posting) =>
  entries.map(({ account, amount }) => ({ account: String(account), amount: moneyJson(amount) }));
