import { Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  invalid,
  line,
  nothing,
  nullable,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  SCOPES,
  signedIn,
  strict,
} from "#runtime/http";
import { createKey, MOST_KEYS, revokeKey } from "./keys.ts";
import { type ApiKey, keysOf } from "./store.ts";

const FIELDS = {
  id: IdOf("apiKey"),
  name: Type.String(),
  lastFour: Type.String({ description: "The end of the key, to tell it by." }),
  scopes: Type.Array(oneOf(SCOPES)),
  createdAt: InstantJson,
  expiresAt: nullable(InstantJson),
  lastUsedAt: nullable(InstantJson),
};
const KeyJson = strict(FIELDS, { $id: "ApiKey" });
const NewKeyJson = strict({ ...FIELDS, token: Type.String({ description: "The key itself, shown this once." }) });
const ById = strict({ id: IdOf("apiKey") });

/** One's own API keys. Only a person with a session makes or removes them: a key cannot make keys. */
export const keyRoutes = (db: Database): Route[] => [listKeys(db), addKey(db), removeKey(db)];

const listKeys = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/users/me/api-keys",
    operationId: "listApiKeys",
    summary: "My API keys that still open something",
    tag: "identity",
    policy: signedIn(),
    responses: { 200: strict({ data: Type.Array(ref(KeyJson)) }) },
    problems: [],
    handle: async ({ principal, now }) => reply(200, { data: (await keysOf(db, principal.id, now)).map(keyJson) }),
  });

const addKey = (db: Database): Route =>
  defineRoute({
    method: "POST",
    path: "/users/me/api-keys",
    operationId: "createApiKey",
    summary: "Make an API key",
    description:
      "Send it as a bearer token. It acts with your roles at the moment of each request, narrowed to its scopes. The key is in this answer and nowhere else.",
    tag: "identity",
    policy: signedIn(),
    secret: true,
    stepUp: async () => ({ action: "api_key.create" }),
    body: strict({
      name: line({ maxLength: 80, description: "For you to tell it by." }),
      scopes: Type.Array(oneOf(SCOPES), { minItems: 1, maxItems: SCOPES.length }),
      expiresAt: Type.Optional(nullable(InstantJson)),
    }),
    responses: { 201: NewKeyJson },
    problems: ["LIMIT_REACHED"],
    example: { body: { name: "Warehouse", scopes: ["orders:read", "orders:write"], expiresAt: null } },
    async handle({ principal, body, now, origin }) {
      const expiresAt = body.expiresAt ? instantFrom(body.expiresAt) : null;
      const made = await createKey(db, { user: principal.id, origin }, { ...body, expiresAt }, now);
      if (made.ok) return reply(201, { ...keyJson(made.value.key), token: made.value.token });
      return made.error === "too_many"
        ? problem("LIMIT_REACHED", `Nobody has more than ${MOST_KEYS} keys.`)
        : invalid("expiresAt", "must lie in the future");
    },
  });

const removeKey = (db: Database): Route =>
  defineRoute({
    method: "DELETE",
    path: "/users/me/api-keys/:id",
    operationId: "revokeApiKey",
    summary: "End an API key, from its next request on",
    tag: "identity",
    policy: signedIn(),
    params: ById,
    responses: { 204: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ principal, params, now, origin }) {
      const revoked = await revokeKey(db, { user: principal.id, origin }, params.id, now);
      return revoked.ok ? reply(204, null) : problem("NOT_FOUND");
    },
  });

const keyJson = ({ id, name, lastFour, scopes, createdAt, expiresAt, lastUsedAt }: ApiKey) => ({
  ...{ id, name, lastFour, scopes: [...scopes], createdAt: instantJson(createdAt) },
  expiresAt: expiresAt && instantJson(expiresAt),
  lastUsedAt: lastUsedAt && instantJson(lastUsedAt),
});
