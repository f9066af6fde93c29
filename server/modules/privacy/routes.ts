import type { Database } from "#runtime/database";
import { defineRoute, IdOf, line, nothing, problem, type Route, reply, staff, strict } from "#runtime/http";
import { type EraseRefusal, erase, type PersonalPlace } from "./erase.ts";

type PrivacyParts = { readonly db: Database; readonly places: readonly PersonalPlace[] };

export const privacyRoutes = ({ db, places }: PrivacyParts): Route[] => [
  defineRoute({
    method: "POST",
    path: "/admin/users/:id/erase",
    operationId: "eraseUser",
    summary: "Forget somebody: what names them is taken away, the books stay",
    description:
      "Refused while orders, payouts or a balance are open. It cannot be taken back. The reason stays in the audit log: it must not name the person.",
    tag: "audit",
    policy: staff("admin"),
    stepUp: async () => ({ action: "user.erase" }),
    params: strict({ id: IdOf("user") }),
    body: strict({ reason: line({ maxLength: 300 }) }),
    responses: { 204: nothing() },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, body, principal, now, origin }) {
      const done = await erase(db, places, id, { user: principal.id, reason: body.reason, origin }, now);
      return done.ok ? reply(204, null) : problemOf(done.error);
    },
  }),
];

function problemOf(refusal: EraseRefusal) {
  switch (refusal) {
    case "no_such_user":
      return problem("NOT_FOUND");
    case "oneself":
      return problem("FORBIDDEN", "Somebody else must do this for you.");
    case "is_staff":
      return problem("TRANSITION_NOT_ALLOWED", "Take away the roles of staff first.");
    case "open_orders":
      return problem("TRANSITION_NOT_ALLOWED", "Orders of this user are not over.");
    case "open_contracts":
      return problem("TRANSITION_NOT_ALLOWED", "Contracts of this user are not over.");
    case "money_left":
      return problem("TRANSITION_NOT_ALLOWED", "There is money in the user's wallet, or a debt.");
    case "payouts_under_way":
      return problem("TRANSITION_NOT_ALLOWED", "Payouts to this user have not ended.");
    default:
      return refusal satisfies never;
  }
}
