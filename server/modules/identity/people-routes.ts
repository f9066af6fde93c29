import { Type } from "typebox";
import {
  defineRoute,
  IdOf,
  instantJson,
  line,
  list,
  oneOf,
  PAGE,
  type ProblemAnswer,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  staff,
  strict,
} from "#runtime/http";
import type { IdentityParts } from "./parts.ts";
import { type Act, type ActRefusal, changeRoles, reinstate, suspend } from "./people/change.ts";
import { type Person, readPerson, searchPeople } from "./people/store.ts";
import { PersonJson } from "./schemas.ts";
import { ROLES } from "./store.ts";

const Reason = line({ maxLength: 500, description: "Why: kept in the audit log." });
const OfUser = strict({ id: IdOf("user") });
const ACT_PROBLEMS = ["NOT_FOUND", "FORBIDDEN"] as const;

/** What staff see of people, and what admins do to them. */
export const peopleRoutes = (parts: IdentityParts): Route[] => [
  search(parts),
  read(parts),
  suspension(parts, "suspend", "Shut somebody out: from the next request on only signing out is left"),
  suspension(parts, "reinstate", "Let somebody in again"),
  roles(parts),
];

const search = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/users",
    operationId: "searchUsers",
    summary: "Users, the newest first, by the beginning of their name or address",
    tag: "people",
    policy: staff("support", "admin"),
    query: strict({ ...PAGE, search: Type.Optional(line({ maxLength: 254 })) }),
    responses: { 200: list(ref(PersonJson)) },
    problems: [],
    async handle({ query }) {
      const asked = pageAsked(Type.Tuple([IdOf("user")]), query);
      if ("kind" in asked) return asked;
      const before = asked.after?.[0] ?? null;
      const found = await searchPeople(db, { text: query.search ?? null, before, limit: asked.rows });
      const { page, nextCursor } = asked.cut(found, ({ id }) => [id]);
      return reply(200, { data: page.map(personJson), nextCursor });
    },
  });

const read = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/users/:id",
    operationId: "getUser",
    summary: "One user",
    tag: "people",
    policy: staff("support", "admin"),
    params: OfUser,
    responses: { 200: ref(PersonJson) },
    problems: ["NOT_FOUND"],
    async handle({ params }) {
      const person = await readPerson(db, params.id);
      return person ? reply(200, personJson(person)) : problem("NOT_FOUND");
    },
  });

const suspension = ({ db }: IdentityParts, verb: "suspend" | "reinstate", summary: string): Route =>
  defineRoute({
    method: "POST",
    path: `/admin/users/:id/${verb}`,
    operationId: `${verb}User`,
    summary,
    tag: "people",
    policy: staff("admin"),
    params: OfUser,
    body: strict({ reason: Reason }),
    responses: { 200: ref(PersonJson) },
    problems: ACT_PROBLEMS,
    example: { body: { reason: "reported by three buyers for parcels of stones" } },
    async handle({ params, body, principal, now, origin }) {
      const act: Act = { admin: { user: principal.id, origin }, user: params.id, reason: body.reason, now };
      const done = await (verb === "suspend" ? suspend(db, act) : reinstate(db, act));
      return done.ok ? reply(200, personJson(done.value)) : problemOf(done.error);
    },
  });

const roles = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "PUT",
    path: "/admin/users/:id/roles",
    operationId: "changeRoles",
    summary: "Give somebody these roles and no others",
    description: "Needs a fresh confirmation. Nobody changes their own. Everybody stays a user.",
    tag: "people",
    policy: staff("admin"),
    params: OfUser,
    stepUp: async () => ({ action: "roles.change" }),
    body: strict({ roles: Type.Array(oneOf(ROLES), { maxItems: ROLES.length, uniqueItems: true }), reason: Reason }),
    responses: { 200: ref(PersonJson) },
    problems: ACT_PROBLEMS,
    example: { body: { roles: ["user", "support"], reason: "joins the support team" } },
    async handle({ params, body, principal, now, origin }) {
      const act: Act = { admin: { user: principal.id, origin }, user: params.id, reason: body.reason, now };
      const done = await changeRoles(db, act, body.roles);
      return done.ok ? reply(200, personJson(done.value)) : problemOf(done.error);
    },
  });

function problemOf(refusal: ActRefusal): ProblemAnswer<(typeof ACT_PROBLEMS)[number]> {
  switch (refusal) {
    case "no_such_user":
      return problem("NOT_FOUND");
    case "own_account":
      return problem("FORBIDDEN", "Nobody does this to their own account.");
    case "not_an_admin":
      return problem("FORBIDDEN");
    default:
      return refusal satisfies never;
  }
}

const personJson = ({ registeredAt, suspendedAt, ...person }: Person) => ({
  ...person,
  roles: [...person.roles],
  phone: person.phone || null,
  registeredAt: instantJson(registeredAt),
  suspendedAt: suspendedAt && instantJson(suspendedAt),
});
