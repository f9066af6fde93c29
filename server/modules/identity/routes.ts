import { Type } from "typebox";
import type { Database } from "#runtime/database";
import { defineRoute, IdOf, oneOf, problem, type Route, ref, reply, signedIn, strict } from "#runtime/http";
import { ROLES, readUser } from "./store.ts";

const MeJson = strict(
  { id: IdOf("user"), name: Type.String(), email: Type.String(), roles: Type.Array(oneOf(ROLES)) },
  { $id: "Me" },
);

export const identityRoutes = (db: Database): Route[] => [
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
      const user = await readUser(db, principal.id);
      return user
        ? reply(200, { id: user.id, name: user.name, email: user.email, roles: [...user.roles] })
        : problem("NOT_FOUND");
    },
  }),
];
