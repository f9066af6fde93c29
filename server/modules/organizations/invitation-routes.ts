import { Type } from "typebox";
import { Email } from "#modules/identity";
import { defineRoute, IdOf, nothing, problem, type Route, ref, reply, signedIn, strict } from "#runtime/http";
import {
  type AcceptRefusal,
  acceptInvitation,
  type InviteRefusal,
  invite,
  readInvitations,
  withdrawInvitation,
} from "./invitations.ts";
import type { OrganizationParts } from "./parts.ts";
import { InvitationJson, invitationJson, RoleJson } from "./schemas.ts";

const company = strict({ id: IdOf("organization") });

/** How people come to belong to a company. */
export const invitationRoutes = (parts: OrganizationParts): Route[] => [
  create(parts),
  list(parts),
  revoke(parts),
  accept(parts),
];

const create = ({ db, dataKey, wake }: OrganizationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/organizations/:id/invitations",
    operationId: "inviteMember",
    summary: "Invite somebody by mail address, with a role that is below one's own right to give",
    description: "A newer invitation to the same address ends the older. The answer says nothing about the address.",
    tag: "organizations",
    policy: signedIn(),
    params: company,
    body: strict({ email: Email, role: RoleJson }),
    responses: { 201: ref(InvitationJson) },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"],
    async handle({ principal, params: { id }, body, now, origin }) {
      const made = await invite(db, dataKey, { user: principal.id, origin }, id, body, now);
      if (!made.ok) return problemOf(made.error);
      wake();
      return reply(201, invitationJson(made.value));
    },
  });

const list = ({ db }: OrganizationParts): Route =>
  defineRoute({
    method: "GET",
    path: "/organizations/:id/invitations",
    operationId: "listInvitations",
    summary: "Invitations that can still be accepted",
    tag: "organizations",
    policy: signedIn(),
    params: company,
    responses: { 200: strict({ data: Type.Array(ref(InvitationJson)) }) },
    problems: ["NOT_FOUND", "FORBIDDEN"],
    async handle({ principal, params: { id }, now }) {
      const found = await readInvitations(db, principal.id, id, now);
      if (found.ok) return reply(200, { data: found.value.map(invitationJson) });
      return problem(found.error === "not_your_right" ? "FORBIDDEN" : "NOT_FOUND");
    },
  });

const revoke = ({ db }: OrganizationParts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/organizations/:id/invitations/:invitationId",
    operationId: "revokeInvitation",
    summary: "End an invitation that nobody has accepted",
    tag: "organizations",
    policy: signedIn(),
    params: strict({ id: IdOf("organization"), invitationId: IdOf("invitation") }),
    responses: { 204: nothing() },
    problems: ["NOT_FOUND", "FORBIDDEN"],
    async handle({ principal, params: { id, invitationId }, now, origin }) {
      const ended = await withdrawInvitation(db, { user: principal.id, origin }, id, invitationId, now);
      if (ended.ok) return reply(204, null);
      return problem(ended.error === "not_your_right" ? "FORBIDDEN" : "NOT_FOUND");
    },
  });

const accept = ({ db }: OrganizationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/invitations/accept",
    operationId: "acceptInvitation",
    summary: "Join the company that invited me, with the token from the mail",
    description:
      "The mail must have gone to the address of whoever is signed in. A token is good once, for seven days.",
    tag: "organizations",
    policy: signedIn(),
    body: strict({ token: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" }) }),
    responses: { 200: strict({ organizationId: IdOf("organization"), role: RoleJson }) },
    problems: ["NOT_FOUND", "TRANSITION_NOT_ALLOWED"],
    async handle({ principal, body, now, origin }) {
      const joined = await acceptInvitation(db, { user: principal.id, origin }, body.token, now);
      if (!joined.ok) return problemOfAccepting(joined.error);
      return reply(200, { organizationId: joined.value.organization, role: joined.value.role });
    },
  });

function problemOf(refusal: InviteRefusal) {
  switch (refusal) {
    case "no_such_organization":
      return problem("NOT_FOUND");
    case "not_your_right":
      return problem("FORBIDDEN", "Owners invite to every role, managers to those below managers, the others nobody.");
    case "too_many_invitations":
      return problem("TRANSITION_NOT_ALLOWED", "As many invitations are open as may be.");
    default:
      return refusal satisfies never;
  }
}

function problemOfAccepting(refusal: AcceptRefusal) {
  switch (refusal) {
    case "no_such_invitation":
      return problem("NOT_FOUND");
    case "member_already":
      return problem("TRANSITION_NOT_ALLOWED", "You belong to this company already.");
    case "company_is_full":
      return problem("TRANSITION_NOT_ALLOWED", "The company has as many members as it may.");
    case "too_many_companies":
      return problem("TRANSITION_NOT_ALLOWED", "You belong to as many companies as one may.");
    default:
      return refusal satisfies never;
  }
}
