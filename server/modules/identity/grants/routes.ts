import { Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  anyone,
  defineRoute,
  IdOf,
  InstantJson,
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
  signedIn,
  strict,
} from "#runtime/http";
import { type Client, clientsOf, readClient } from "./client-store.ts";
import { createClient, deleteClient, MOST_CLIENTS } from "./clients.ts";
import { consent, GRANTABLE } from "./consent.ts";
import { grantsOf } from "./grant-store.ts";
import { revokeGrant } from "./issue.ts";
import { tokenRoutes } from "./token-routes.ts";

const CLIENT = {
  id: IdOf("oauthClient"),
  name: Type.String(),
  redirectUris: Type.Array(Type.String()),
  confidential: Type.Boolean(),
  createdAt: InstantJson,
};
const ClientJson = strict(CLIENT, { $id: "OAuthClient" });
const NewClientJson = strict({
  ...CLIENT,
  secret: nullable(Type.String({ description: "Shown this once; null for a client that keeps none." })),
});
const GrantJson = strict(
  {
    id: IdOf("grant"),
    client: strict({ id: IdOf("oauthClient"), name: Type.String() }),
    scopes: Type.Array(oneOf(GRANTABLE)),
    createdAt: InstantJson,
    lastUsedAt: nullable(InstantJson),
  },
  { $id: "Grant" },
);
const ClientById = strict({ id: IdOf("oauthClient") });

export type GrantParts = {
  readonly db: Database;
  /** The origin that answers name as their issuer (RFC 9207). */
  readonly publicUrl: string;
};

/** Programs of others: registering them, granting to them, taking it back. */
export const grantRoutes = (parts: GrantParts): Route[] => [
  listClients(parts.db),
  addClient(parts.db),
  removeClient(parts.db),
  showClient(parts.db),
  decide(parts),
  listGrants(parts.db),
  removeGrant(parts.db),
  ...tokenRoutes(parts.db),
];

const listClients = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/oauth/clients",
    operationId: "listOAuthClients",
    summary: "The programs that I registered",
    tag: "identity",
    policy: signedIn(),
    responses: { 200: strict({ data: Type.Array(ref(ClientJson)) }) },
    problems: [],
    handle: async ({ principal }) => reply(200, { data: (await clientsOf(db, principal.id)).map(clientJson) }),
  });

const addClient = (db: Database): Route =>
  defineRoute({
    method: "POST",
    path: "/oauth/clients",
    operationId: "createOAuthClient",
    summary: "Register a program that asks people for some of their rights",
    description:
      "OAuth 2.1 with the authorization code and PKCE. Addresses for answers are compared character by character: https, or this machine for programs that run on people's own.",
    tag: "identity",
    policy: signedIn(),
    secret: true,
    stepUp: async () => ({ action: "oauth_client.create" }),
    body: strict({
      name: line({ maxLength: 80, description: "People read it when they are asked." }),
      redirectUris: Type.Array(Type.String({ maxLength: 500 }), { minItems: 1, maxItems: 10 }),
      confidential: Type.Boolean({ description: "Whether it runs on a server that can keep a secret." }),
    }),
    responses: { 201: NewClientJson },
    problems: ["LIMIT_REACHED"],
    example: {
      body: { name: "Bookkeeper", redirectUris: ["https://books.example.test/back"], confidential: true },
    },
    async handle({ principal, body, now, origin }) {
      const made = await createClient(db, { user: principal.id, origin }, body, now);
      if (made.ok) return reply(201, { ...clientJson(made.value.client), secret: made.value.secret });
      return made.error === "too_many"
        ? problem("LIMIT_REACHED", `Nobody has more than ${MOST_CLIENTS} programs.`)
        : invalid("redirectUris", "must be https addresses, or http ones of this machine, as a browser writes them");
    },
  });

const removeClient = (db: Database): Route =>
  defineRoute({
    method: "DELETE",
    path: "/oauth/clients/:id",
    operationId: "deleteOAuthClient",
    summary: "Remove a program of mine, with everything that people granted it",
    tag: "identity",
    policy: signedIn(),
    params: ClientById,
    responses: { 204: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ principal, params, now, origin }) {
      const deleted = await deleteClient(db, { user: principal.id, origin }, params.id, now);
      return deleted.ok ? reply(204, null) : problem("NOT_FOUND");
    },
  });

const showClient = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/oauth/clients/:id",
    operationId: "getOAuthClient",
    summary: "What a program calls itself, for the page that asks for consent",
    tag: "identity",
    policy: anyone(),
    params: ClientById,
    responses: { 200: strict({ id: IdOf("oauthClient"), name: Type.String() }) },
    problems: ["NOT_FOUND"],
    async handle({ params }) {
      const client = await readClient(db, params.id);
      return client ? reply(200, { id: client.id, name: client.name }) : problem("NOT_FOUND");
    },
  });

const decide = ({ db, publicUrl }: GrantParts): Route =>
  defineRoute({
    method: "POST",
    path: "/oauth/consents",
    operationId: "decideOAuthConsent",
    summary: "Grant a program what it asked for, or refuse it",
    description:
      "For the consent page. The answer is the address to send the person's browser to: a code for the program, good once within a minute, or an error of RFC 6749.",
    tag: "identity",
    policy: signedIn(),
    secret: true,
    body: strict({
      clientId: IdOf("oauthClient"),
      redirectUri: Type.String({ maxLength: 500 }),
      responseType: Type.String({ maxLength: 40, examples: ["code"] }),
      scope: Type.String({ maxLength: 500, examples: ["orders:read listings:read"] }),
      state: Type.Optional(Type.String({ maxLength: 512 })),
      codeChallenge: Type.String({ maxLength: 128 }),
      codeChallengeMethod: Type.String({ maxLength: 10, examples: ["S256"] }),
      decision: oneOf(["approve", "deny"]),
    }),
    responses: { 200: strict({ redirectTo: Type.String() }) },
    problems: ["NOT_FOUND"],
    async handle({ principal, body, now, origin }) {
      const asker = { user: principal.id, origin };
      const answer = await consent({ db, issuer: publicUrl }, asker, { ...body, state: body.state }, now);
      if (answer.ok) return reply(200, { redirectTo: answer.value });
      return answer.error === "no_such_client"
        ? problem("NOT_FOUND")
        : invalid("redirectUri", "is not an address that the program registered");
    },
  });

const listGrants = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/users/me/grants",
    operationId: "listGrants",
    summary: "What I granted to programs of others",
    tag: "identity",
    policy: signedIn(),
    responses: { 200: strict({ data: Type.Array(ref(GrantJson)) }) },
    problems: [],
    async handle({ principal, now }) {
      const grants = await grantsOf(db, principal.id, now);
      return reply(200, {
        data: grants.map(({ id, client, clientName, scopes, createdAt, lastUsedAt }) => ({
          ...{ id, client: { id: client, name: clientName } },
          scopes: GRANTABLE.filter((scope) => scopes.includes(scope)),
          ...{ createdAt: instantJson(createdAt), lastUsedAt: lastUsedAt && instantJson(lastUsedAt) },
        })),
      });
    },
  });

const removeGrant = (db: Database): Route =>
  defineRoute({
    method: "DELETE",
    path: "/users/me/grants/:id",
    operationId: "revokeGrant",
    summary: "Take back what I granted, from the program's next request on",
    tag: "identity",
    policy: signedIn(),
    params: strict({ id: IdOf("grant") }),
    responses: { 204: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ principal, params, now, origin }) {
      const revoked = await revokeGrant(db, { user: principal.id, origin }, params.id, now);
      return revoked.ok ? reply(204, null) : problem("NOT_FOUND");
    },
  });

const clientJson = ({ id, name, redirectUris, secretHash, createdAt }: Client) => ({
  ...{ id, name, redirectUris: [...redirectUris], confidential: secretHash !== null },
  createdAt: instantJson(createdAt),
});
