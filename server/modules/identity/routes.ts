import { defineRoute, invalid, problem, type Route, ref, reply, signedIn } from "#runtime/http";
import { accountRoutes } from "./account-routes.ts";
import { authRoutes } from "./auth-routes.ts";
import { meJson } from "./json.ts";
import type { IdentityParts } from "./parts.ts";
import { changeProfile } from "./people/change.ts";
import { readPerson } from "./people/store.ts";
import { peopleRoutes } from "./people-routes.ts";
import { pickupRoutes } from "./pickup-routes.ts";
import { looksLikeAddress, MeJson, ProfileChanges } from "./schemas.ts";

export const identityRoutes = (parts: IdentityParts): Route[] => [
  me(parts),
  changeMe(parts),
  ...authRoutes(parts),
  ...accountRoutes(parts),
  ...peopleRoutes(parts),
  ...pickupRoutes(parts),
];

const me = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "GET",
    path: "/users/me",
    operationId: "getMe",
    summary: "Who I am",
    tag: "identity",
    policy: signedIn("profile:read"),
    responses: { 200: ref(MeJson) },
    problems: ["NOT_FOUND"],
    async handle({ principal }) {
      const person = await readPerson(db, principal.id);
      return person ? reply(200, meJson(person)) : problem("NOT_FOUND");
    },
  });

const changeMe = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "PATCH",
    path: "/users/me",
    operationId: "changeMe",
    summary: "Change my name, phone or language",
    tag: "identity",
    policy: signedIn(),
    body: ProfileChanges,
    responses: { 200: ref(MeJson) },
    problems: ["NOT_FOUND"],
    example: { body: { language: "ar" } },
    async handle({ principal, body, now, origin }) {
      if (body.name !== undefined && looksLikeAddress(body.name))
        return invalid("name", "must not look like an address");
      const person = await changeProfile(db, { user: principal.id, origin }, body, now);
      return person ? reply(200, meJson(person)) : problem("NOT_FOUND");
    },
  });
