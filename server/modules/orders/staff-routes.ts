import { type Command, type Deal, processOf, step } from "@amana/core/escrow";
import type { AccountCode } from "@amana/core/ledger";
import type { Money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { record } from "#modules/audit";
import { advance, readDeal } from "#modules/escrow";
import { postingsOfDeal } from "#modules/ledger";
import {
  DEAL_PROBLEMS,
  defineRoute,
  IdOf,
  invalid,
  line,
  MoneyJson,
  moneyFrom,
  moneyJson,
  oneOf,
  problem,
  problemOfRefusal,
  type Route,
  ref,
  reply,
  staff,
  staffOrProgram,
  strict,
  type UserPrincipal,
} from "#runtime/http";
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
const PROBLEMS = ["NOT_FOUND", ...DEAL_PROBLEMS] as const;

/** What finance staff may do with the money of an order that waits in escrow. */
export const staffRoutes = (parts: Pick<OrderParts, "db" | "wake">): Route[] => [preview(parts), decide(parts)];

const preview = ({ db }: Pick<OrderParts, "db">): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/orders/:id/decisions/preview",
    operationId: "previewDecision",
    summary: "The entries that a decision would post; nothing is posted",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    params,
    body,
    responses: { 200: EntriesJson },
    problems: PROBLEMS,
    async handle({ params, body, principal, now }) {
      const order = await readOrder(db, params.id);
      const deal = order && (await readDeal(db, order.deal));
      if (!order || !deal) return problem("NOT_FOUND");
      const objection = objectionTo(order, principal, body);
      if (objection) return objection;
      const decided = step(processOf(deal.process, deal.processVersion), deal, commandOf(body, now), now);
      if (!decided.ok) return problemOfRefusal(decided.error);
      return reply(200, entriesJson(decided.value.postings));
    },
  });

const decide = ({ db, wake }: Pick<OrderParts, "db" | "wake">): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/orders/:id/decisions",
    operationId: "decideOrder",
    summary: "Release, refund or divide the money of an order, with a reason that is kept",
    tag: "finance",
    policy: staff("finance", "admin"),
    params,
    body,
    responses: { 200: EntriesJson },
    problems: PROBLEMS,
    async handle({ params, body, principal, idempotencyKey, requestId, now }) {
      const order = await readOrder(db, params.id);
      if (!order) return problem("NOT_FOUND");
      const objection = objectionTo(order, principal, body);
      if (objection) return objection;
      const command = commandOf(body, now);
      const moved = await db.transaction(async (tx) => {
        const key = `${principal.id}:${command.name}:${idempotencyKey ?? requestId}`;
        const answer = await advance(tx, order.deal, command, now, { key, actorId: principal.id, note: body.reason });
        if (answer.ok)
          await record(tx, now, {
            actor: "finance",
            actorId: principal.id,
            action: `order.${body.decision}`,
            subject: order.id,
            reason: body.reason,
            detail: { deal: order.deal, refund: body.refund ?? null, revision: answer.value.revision },
          });
        return answer;
      });
      if (!moved.ok) return moved.error === "no_such_deal" ? problem("NOT_FOUND") : problemOfRefusal(moved.error);
      wake();
      return reply(200, entriesJson(await postedBy(db, moved.value, body.decision)));
    },
  });

type Decision = Static<typeof body>;

function objectionTo(order: Order, { id }: UserPrincipal, { decision, refund }: Decision) {
  if (id === order.buyer || id === order.seller) return problem("FORBIDDEN", "Nobody decides about their own order.");
  if ((decision === "settle") !== (refund !== undefined))
    return invalid("refund", "says what goes back to the buyer, with the decision settle and with no other");
  return null;
}

const commandOf = ({ decision, refund }: Decision, now: Instant): Command => ({
  name: `admin_${decision}`,
  by: "finance",
  at: now,
  ...(refund && { settlement: { refund: moneyFrom(refund) } }),
});

async function postedBy(db: OrderParts["db"], deal: Deal, decision: Decision["decision"]) {
  return (await postingsOfDeal(db, deal.id)).filter(({ kind }) => kind === decision);
}

type Entries = readonly { readonly account: AccountCode; readonly amount: Money }[];

/** In one order whichever way they were read, so that a preview and its result can be compared. */
const entriesJson = (postings: readonly { readonly entries: Entries }[]): Static<typeof EntriesJson> => ({
  entries: postings
    .flatMap(({ entries }) => entries.map(({ account, amount }) => ({ account, amount: moneyJson(amount) })))
    .sort((a, b) => (a.account < b.account ? -1 : 1)),
});
