import { Type } from "typebox";
import {
  defineRoute,
  expectedVersion,
  IdOf,
  invalid,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
  versionTag,
} from "#runtime/http";
import { invitationRoutes } from "./invitation-routes.ts";
import { memberRoutes } from "./member-routes.ts";
import { type ChangeRefusal, changeOrganization, createOrganization } from "./organizations.ts";
import type { OrganizationParts } from "./parts.ts";
import { DETAILS, OrganizationJson, organizationJson } from "./schemas.ts";
import { organizationOf, organizationsOf } from "./store.ts";

const params = strict({ id: IdOf("organization") });
const TAG = "organizations";

/** Companies and who belongs to them; for people alone, not for their programs. */
export const organizationRoutes = (parts: OrganizationParts): Route[] => [
  create(parts),
  listMine(parts),
  read(parts),
  change(parts),
  ...memberRoutes(parts),
  ...invitationRoutes(parts),
];

const create = ({ db }: OrganizationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/organizations",
    operationId: "createOrganization",
    summary: "Found a company; whoever does is its owner",
    tag: TAG,
    policy: signedIn(),
    body: strict(DETAILS),
    responses: { 201: ref(OrganizationJson) },
    problems: ["TRANSITION_NOT_ALLOWED"],
    example: { body: { legalName: "Deccan Looms Private Limited", country: "IN", taxNumber: "27AAPFU0939F1ZV" } },
    async handle({ principal, body, now, origin }) {
      const made = await createOrganization(db, { user: principal.id, origin }, body, now);
      if (made.ok)
        return reply(201, organizationJson(made.value), { etag: versionTag(made.value.organization.version) });
      return made.error === "not_a_tax_number"
        ? NOT_A_TAX_NUMBER
        : problem("TRANSITION_NOT_ALLOWED", "You belong to as many companies as one may.");
    },
  });

const listMine = ({ db }: OrganizationParts): Route =>
  defineRoute({
    method: "GET",
    path: "/organizations",
    operationId: "listOrganizations",
    summary: "The companies that I belong to, and my role in each",
    tag: TAG,
    policy: signedIn(),
    responses: { 200: strict({ data: Type.Array(ref(OrganizationJson)) }) },
    problems: [],
    async handle({ principal }) {
      return reply(200, { data: (await organizationsOf(db, principal.id)).map(organizationJson) });
    },
  });

const read = ({ db }: OrganizationParts): Route =>
  defineRoute({
    method: "GET",
    path: "/organizations/:id",
    operationId: "getOrganization",
    summary: "A company that I belong to",
    tag: TAG,
    policy: signedIn(),
    params,
    responses: { 200: ref(OrganizationJson) },
    problems: ["NOT_FOUND"],
    async handle({ principal, params: { id } }) {
      const found = await organizationOf(db, id, principal.id);
      if (!found) return problem("NOT_FOUND");
      return reply(200, organizationJson(found), { etag: versionTag(found.organization.version) });
    },
  });

const change = ({ db }: OrganizationParts): Route =>
  defineRoute({
    method: "PATCH",
    path: "/organizations/:id",
    operationId: "changeOrganization",
    summary: "Change what a company is called, where it is and what it is taxed by; for its owners",
    description: "With `If-Match` only while it is as it was read.",
    tag: TAG,
    policy: signedIn(),
    params,
    body: Type.Partial(strict(DETAILS), { additionalProperties: false }),
    responses: { 200: ref(OrganizationJson) },
    problems: ["NOT_FOUND", "FORBIDDEN", "VERSION_CONFLICT"],
    async handle({ principal, params: { id }, body, headers, now, origin }) {
      const expected = expectedVersion(headers["if-match"]);
      if (!expected.ok) return problem("VERSION_CONFLICT", "If-Match must be the company's version in double quotes.");
      const changed = await changeOrganization(
        db,
        { user: principal.id, origin },
        id,
        { ...body, expected: expected.value },
        now,
      );
      if (!changed.ok) return problemOf(changed.error);
      return reply(200, organizationJson(changed.value), { etag: versionTag(changed.value.organization.version) });
    },
  });

const NOT_A_TAX_NUMBER = invalid("taxNumber", "is not a tax number of this country");

function problemOf(refusal: ChangeRefusal) {
  switch (refusal) {
    case "no_such_organization":
      return problem("NOT_FOUND");
    case "not_your_right":
      return problem("FORBIDDEN", "Only an owner changes this.");
    case "not_a_tax_number":
      return NOT_A_TAX_NUMBER;
    case "changed_meanwhile":
      return problem("VERSION_CONFLICT");
    default:
      return refusal satisfies never;
  }
}
