import type { Result } from "@amana/core/result";
import {
  DEAL_PROBLEMS,
  defineRoute,
  IdOf,
  invalid,
  problem,
  problemOfRefusal,
  type Route,
  ref,
  signedIn,
  strict,
} from "#runtime/http";
import { type AmendRefusal, acceptAmendment, declineAmendment, proposeAmendment } from "./amend.ts";
import type { Amendment } from "./amendment-store.ts";
import { changesOf } from "./json.ts";
import { type AgreementParts, read, TAG } from "./parts.ts";
import { AgreementJson, AmendmentWish } from "./schemas.ts";

const PROBLEMS = ["NOT_FOUND", "VERSION_CONFLICT", "LIMIT_REACHED", "AMOUNTS_ARE_HELD", ...DEAL_PROBLEMS] as const;
const params = strict({ id: IdOf("agreement"), amendment: IdOf("amendment") });

/** Agreements are changed by both or not at all. */
export const amendmentRoutes = (parts: AgreementParts): Route[] => [propose(parts), accept(parts), decline(parts)];

const propose = (parts: AgreementParts): Route =>
  defineRoute({
    method: "POST",
    path: "/agreements/:id/amendments",
    operationId: "proposeAmendment",
    summary: "Propose other terms",
    description:
      "Names only what is to change. While money is held no amount changes, and no window: those deadlines run by the terms that were paid for.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params: strict({ id: IdOf("agreement") }),
    body: AmendmentWish,
    responses: { 200: ref(AgreementJson) },
    problems: PROBLEMS,
    async handle({ params, body, principal, now }) {
      const asked = { id: params.id, user: principal.id };
      const proposed = await proposeAmendment(parts.db, asked, changesOf(body), now);
      return answered(parts, proposed) ?? (await read(parts.db, params.id, principal, now));
    },
  });

const accept = (parts: AgreementParts): Route =>
  defineRoute({
    method: "POST",
    path: "/agreements/:id/amendments/:amendment/accept",
    operationId: "acceptAmendment",
    summary: "Accept the other side's amendment: it becomes the next version",
    description: "An order that is not paid yet is cancelled, and placed again from the new version.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(AgreementJson) },
    problems: PROBLEMS,
    async handle({ params, principal, now }) {
      const asked = { ...params, user: principal.id };
      const accepted = await acceptAmendment(parts.db, asked, now);
      return answered(parts, accepted) ?? (await read(parts.db, params.id, principal, now));
    },
  });

const decline = (parts: AgreementParts): Route =>
  defineRoute({
    method: "POST",
    path: "/agreements/:id/amendments/:amendment/decline",
    operationId: "declineAmendment",
    summary: "Decline the other side's amendment, or take one's own back",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(AgreementJson) },
    problems: PROBLEMS,
    async handle({ params, principal, now }) {
      const asked = { ...params, user: principal.id };
      const declined = await declineAmendment(parts.db, asked, now);
      return answered(parts, declined) ?? (await read(parts.db, params.id, principal, now));
    },
  });

/** Null where it was done. */
function answered({ wake }: AgreementParts, done: Result<Amendment, AmendRefusal>) {
  if (!done.ok) return problemOf(done.error);
  wake();
  return null;
}

function problemOf(refusal: AmendRefusal) {
  if (typeof refusal === "object")
    return invalid(refusal.wrong, "cannot be agreed: it must be in the listing's currency and within the limits");
  switch (refusal) {
    case "no_such_agreement":
    case "no_such_amendment":
    case "no_such_deal":
      return problem("NOT_FOUND");
    case "changed_meanwhile":
      return problem("VERSION_CONFLICT", "It was decided, or the agreement has another version by now.");
    case "one_waits":
      return problem("LIMIT_REACHED", "An amendment waits already: it is accepted or declined first.");
    case "own_amendment":
      return problem("FORBIDDEN", "Only the other side accepts it.");
    case "nothing_changed":
      return invalid("body", "must change something");
    case "agreement_over":
      return problem("TRANSITION_NOT_ALLOWED", "The agreement has ended.");
    case "half_signed":
      return problem(
        "TRANSITION_NOT_ALLOWED",
        "One side has signed: the other one signs it, or the order is cancelled.",
      );
    case "deadlines_are_running":
      return problem(
        "TRANSITION_NOT_ALLOWED",
        "The order is paid and its deadlines run: more time is agreed upon at the order itself.",
      );
    case "amounts_are_held":
      return problem("AMOUNTS_ARE_HELD");
    default:
      return problemOfRefusal(refusal);
  }
}
