import type { Entry } from "@amana/core/ledger";
import { ok, type Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import {
  ApprovalJson,
  type ApprovalLimit,
  type Asked,
  approvalJson,
  type KindRefusal,
  mayDecideOn,
  needsApproval,
  OWN_DEAL,
  propose,
} from "#modules/approvals";
import {
  type Asker,
  DEAL_PROBLEMS,
  defineRoute,
  IdOf,
  line,
  MoneyJson,
  moneyJson,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  staff,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { decide, decisionIn, lookAtDecision, orderDecision } from "./decision.ts";
import type { OrderParts } from "./routes.ts";
import { EntriesJson } from "./schemas.ts";
import { type Order, readOrder } from "./store.ts";

const params = strict({ id: IdOf("order") });
const body = strict({
  decision: oneOf(["release", "refund", "settle"]),
  /** With `settle` alone: what of the held amount goes back to the buyer. */
  refund: Type.Optional(ref(MoneyJson)),
  reason: line({ maxLength: 300 }),
});
const PROBLEMS = ["NOT_FOUND", "VERSION_CONFLICT", ...DEAL_PROBLEMS] as const;

export type StaffParts = Pick<OrderParts, "db" | "wake"> & { readonly approvalLimit: ApprovalLimit };

/** What finance staff may do with the money of an order that waits in escrow. */
export const staffRoutes = (parts: StaffParts): Route[] => [preview(parts), decideRoute(parts)];

const PreviewJson = strict({ ...EntriesJson.properties, needsApproval: Type.Boolean() });

const preview = ({ db, approvalLimit }: Pick<StaffParts, "db" | "approvalLimit">): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/orders/:id/decisions/preview",
    operationId: "previewDecision",
    summary: "The entries that a decision would post; nothing is posted",
    description: "`needsApproval`: they would be posted only once a second person approves.",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    params,
    body,
    responses: { 200: PreviewJson },
    problems: PROBLEMS,
    async handle({ params, body: { reason: _, ...content }, principal, now }) {
      const order = await readOrder(db, params.id);
      if (!order) return problem("NOT_FOUND");
      if (!(await mayDecideOn(db, principal.id, { deal: order.deal }))) return OWN_DEAL;
      const seen = await lookAtDecision(db, { subject: params.id, content }, now);
      if (!seen.ok) return seen.error;
      const { entries, amount } = seen.value;
      return reply(200, { ...entriesJson(entries), needsApproval: needsApproval(approvalLimit, amount) });
    },
  });

const decideRoute = ({ db, wake, approvalLimit }: StaffParts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/orders/:id/decisions",
    operationId: "decideOrder",
    summary: "Release, refund or divide the money of an order, with a reason that is kept",
    description: "Above the marketplace's limit nothing is done yet: 202 shows what now waits for a second person.",
    tag: "finance",
    policy: staff("finance", "admin"),
    params,
    body,
    responses: { 200: EntriesJson, 202: ref(ApprovalJson) },
    problems: PROBLEMS,
    async handle({ params, body: { reason, ...content }, principal, commandKey, now, origin }) {
      const order = await readOrder(db, params.id);
      if (!order) return problem("NOT_FOUND");
      if (!(await mayDecideOn(db, principal.id, { deal: order.deal }))) return OWN_DEAL;
      const by = { user: principal.id, origin, key: commandKey, reason };
      if (needsApproval(approvalLimit, order.terms.total)) {
        const asked = { subject: params.id, content, reason };
        const proposed = await propose(db, orderDecision, asked, by, now);
        return proposed.ok ? reply(202, await approvalJson(db, proposed.value, principal.id, now)) : proposed.error;
      }
      const done = await decideAlone(db, order, content, by, now);
      if (!done.ok) return done.error;
      wake();
      return reply(200, entriesJson(done.value));
    },
  });

async function decideAlone(
  db: StaffParts["db"],
  order: Order,
  content: Asked["content"],
  asked: Asker & { readonly key: string; readonly reason: string },
  now: Instant,
): Promise<Result<readonly Entry[], KindRefusal>> {
  const decision = decisionIn(content);
  if (!decision.ok) return decision;
  const by = { ...asked, key: `${asked.user}:admin_${decision.value}:${asked.key}`, proposedBy: null };
  const done = await db.transaction((tx) => decide(tx, order, { ...content, decision: decision.value }, by, now));
  return done.ok ? ok(done.value.entries) : done;
}

/** In one order whichever way they were read, so that a preview and its result can be compared. */
const entriesJson = (entries: readonly Entry[]): Static<typeof EntriesJson> => ({
  entries: entries
    .map(({ account, amount }) => ({ account, amount: moneyJson(amount) }))
    .sort((a, b) => (a.account < b.account ? -1 : 1)),
});
