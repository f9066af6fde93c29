import { Type } from "typebox";
import { readUsers } from "#modules/identity";
import type { Database } from "#runtime/database";
import { defineRoute, IdOf, nothing, problem, type Route, ref, reply, signedIn, strict } from "#runtime/http";
import { changeRole, type MemberRefusal, readMembers, removeMember } from "./members.ts";
import { MemberJson, memberJson, RoleJson } from "./schemas.ts";

type Parts = { readonly db: Database };

const company = strict({ id: IdOf("organization") });
const member = strict({ id: IdOf("organization"), userId: IdOf("user") });
const PROBLEMS = ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"] as const;

/** Who belongs to a company. */
export const memberRoutes = (parts: Parts): Route[] => [list(parts), change(parts), remove(parts), leave(parts)];

const list = ({ db }: Parts): Route =>
  defineRoute({
    method: "GET",
    path: "/organizations/:id/members",
    operationId: "listOrganizationMembers",
    summary: "Who belongs to a company, the longest first",
    tag: "organizations",
    policy: signedIn(),
    params: company,
    responses: { 200: strict({ data: Type.Array(ref(MemberJson)) }) },
    problems: ["NOT_FOUND"],
    async handle({ principal, params: { id } }) {
      const members = await readMembers(db, principal.id, id);
      if (!members.ok) return problem("NOT_FOUND");
      const people = await readUsers(
        db,
        members.value.map(({ user }) => user),
      );
      return reply(200, { data: members.value.map((one) => memberJson(one, people)) });
    },
  });

const change = ({ db }: Parts): Route =>
  defineRoute({
    method: "PATCH",
    path: "/organizations/:id/members/:userId",
    operationId: "changeMemberRole",
    summary: "Give a member another role",
    description:
      "Needs a fresh confirmation. Owners everybody, managers those below managers. The last owner stays owner.",
    tag: "organizations",
    policy: signedIn(),
    params: member,
    stepUp: async () => ({ action: "member_role.change" }),
    body: strict({ role: RoleJson }),
    responses: { 200: ref(MemberJson) },
    problems: PROBLEMS,
    async handle({ principal, params: { id, userId }, body, now, origin }) {
      const changed = await changeRole(db, { user: principal.id, origin }, id, { user: userId, role: body.role }, now);
      if (!changed.ok) return problemOf(changed.error);
      return reply(200, memberJson(changed.value, await readUsers(db, [userId])));
    },
  });

const remove = ({ db }: Parts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/organizations/:id/members/:userId",
    operationId: "removeMember",
    summary: "Take a member out of a company",
    tag: "organizations",
    policy: signedIn(),
    params: member,
    responses: { 204: nothing() },
    problems: PROBLEMS,
    async handle({ principal, params: { id, userId }, now, origin }) {
      const removed = await removeMember(db, { user: principal.id, origin }, id, userId, now);
      return removed.ok ? reply(204, null) : problemOf(removed.error);
    },
  });

const leave = ({ db }: Parts): Route =>
  defineRoute({
    method: "POST",
    path: "/organizations/:id/leave",
    operationId: "leaveOrganization",
    summary: "Leave a company; its last owner cannot",
    tag: "organizations",
    policy: signedIn(),
    params: company,
    responses: { 204: nothing() },
    problems: PROBLEMS,
    async handle({ principal, params: { id }, now, origin }) {
      const left = await removeMember(db, { user: principal.id, origin }, id, principal.id, now);
      return left.ok ? reply(204, null) : problemOf(left.error);
    },
  });

function problemOf(refusal: MemberRefusal) {
  switch (refusal) {
    case "no_such_organization":
    case "no_such_member":
      return problem("NOT_FOUND");
    case "not_your_right":
      return problem("FORBIDDEN", "Owners handle everybody, managers those below managers, the others nobody.");
    case "last_owner":
      return problem("TRANSITION_NOT_ALLOWED", "A company keeps one owner: make somebody else owner first.");
    default:
      return refusal satisfies never;
  }
}
