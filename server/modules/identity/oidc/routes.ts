import { Type } from "typebox";
import type { SignInProvider } from "#ports/sign-in-provider";
import {
  anyone,
  defineRoute,
  InstantJson,
  instantJson,
  nothing,
  nullable,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { type Attempt, attemptCookie, newAttempt, type Purpose, secretsOf } from "./attempt.ts";
import { ownPath } from "./own-path.ts";
import { unlink } from "./people.ts";
import { comeBack, type OidcParts, returnTo } from "./return.ts";
import { linksOf } from "./store.ts";

const ByProvider = strict({ provider: Type.String({ pattern: "^[a-z0-9-]{1,32}$", examples: ["google"] }) });
const Next = Type.String({
  maxLength: 500,
  description: "A path inside our site to go on to.",
  examples: ["/en/orders"],
});
const LinkJson = strict(
  { provider: Type.String(), email: nullable(Type.String()), linkedAt: InstantJson },
  { $id: "SignInLink" },
);

/** What providers send back: of OpenID Connect, and what some of them add. */
const ANSWER = Object.fromEntries(
  [
    ...["code", "state", "iss", "error", "error_description", "error_uri"],
    ...["scope", "session_state", "authuser", "hd", "prompt", "client_info"],
  ].map((name) => [name, Type.Optional(Type.String({ maxLength: 4000 }))]),
);

/** Signing in by other providers of OpenID Connect, and linking them. */
export const oidcRoutes = (parts: OidcParts): Route[] => [
  listProviders(parts),
  start(parts),
  callback(parts),
  listLinks(parts),
  startLink(parts),
  removeLink(parts),
];

const named = ({ providers }: OidcParts, wanted: string): SignInProvider | undefined =>
  providers.find(({ name }) => name === wanted);

const listProviders = ({ providers }: OidcParts): Route =>
  defineRoute({
    method: "GET",
    path: "/auth/oidc",
    operationId: "listSignInProviders",
    summary: "Who else can say who somebody is",
    tag: "identity",
    policy: anyone(),
    responses: { 200: strict({ data: Type.Array(strict({ name: Type.String(), label: Type.String() })) }) },
    problems: [],
    example: { answer: { data: [{ name: "google", label: "Google" }] } },
    handle: async () => reply(200, { data: providers.map(({ name, label }) => ({ name, label })) }),
  });

const start = (parts: OidcParts): Route =>
  defineRoute({
    method: "GET",
    path: "/auth/oidc/:provider/start",
    operationId: "startProviderSignIn",
    rate: "sign-in",
    summary: "Send the browser to a provider to sign in there",
    description:
      "For browsers: answers with a redirect and a cookie that binds the attempt to this browser for ten minutes.",
    tag: "identity",
    policy: anyone(),
    params: ByProvider,
    query: strict({ next: Type.Optional(Next) }),
    responses: { 302: nothing() },
    problems: ["NOT_FOUND", "SIGN_IN_PROVIDER_UNAVAILABLE"],
    async handle({ params, query, now }) {
      const provider = named(parts, params.provider);
      if (!provider) return problem("NOT_FOUND");
      const attempt = newAttempt(provider.name, ownPath(query.next, parts.publicUrl) ?? "/", now);
      const address = await begin(parts, provider, attempt, { kind: "sign_in" });
      if (address === null) return problem("SIGN_IN_PROVIDER_UNAVAILABLE");
      return reply(302, null, { location: address, "set-cookie": attemptCookie(attempt, parts.production) });
    },
  });

const callback = (parts: OidcParts): Route =>
  defineRoute({
    method: "GET",
    path: "/auth/oidc/:provider/callback",
    operationId: "finishProviderSignIn",
    rate: "sign-in",
    summary: "The browser comes back from a provider",
    description: "Always answers with a redirect to a page of ours, which says what became of it.",
    tag: "identity",
    policy: anyone(),
    params: ByProvider,
    query: strict(ANSWER),
    responses: { 302: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ params, query, headers, principal, now, origin }) {
      const provider = named(parts, params.provider);
      if (!provider) return problem("NOT_FOUND");
      const returned = { provider, answer: textsIn(query), cookies: headers.cookie, principal, now, origin };
      const { location, cookie } = await comeBack(parts, returned);
      return reply(302, null, { location, ...(cookie !== null && { "set-cookie": cookie }) });
    },
  });

const listLinks = ({ db }: OidcParts): Route =>
  defineRoute({
    method: "GET",
    path: "/users/me/oidc",
    operationId: "listSignInLinks",
    summary: "The providers that I can sign in by",
    tag: "identity",
    policy: signedIn(),
    responses: { 200: strict({ data: Type.Array(ref(LinkJson)) }) },
    problems: [],
    async handle({ principal }) {
      const links = await linksOf(db, principal.id);
      return reply(200, { data: links.map((link) => ({ ...link, linkedAt: instantJson(link.linkedAt) })) });
    },
  });

const startLink = (parts: OidcParts): Route =>
  defineRoute({
    method: "POST",
    path: "/users/me/oidc/:provider/link",
    operationId: "linkSignInProvider",
    summary: "Begin to link a provider to me: send the browser to the address in the answer",
    tag: "identity",
    policy: signedIn(),
    secret: true,
    stepUp: async () => ({ action: "sign_in_provider.link" }),
    params: ByProvider,
    body: strict({ next: Type.Optional(Next) }),
    responses: { 200: strict({ redirectTo: Type.String() }) },
    problems: ["NOT_FOUND", "SIGN_IN_PROVIDER_UNAVAILABLE", "FORBIDDEN"],
    async handle({ params, body, principal, now }) {
      const provider = named(parts, params.provider);
      if (!provider) return problem("NOT_FOUND");
      if (principal.access.kind !== "session") return problem("FORBIDDEN");
      const attempt = newAttempt(provider.name, ownPath(body.next, parts.publicUrl) ?? "/", now);
      const address = await begin(parts, provider, attempt, { kind: "link", session: principal.access.id });
      if (address === null) return problem("SIGN_IN_PROVIDER_UNAVAILABLE");
      return reply(200, { redirectTo: address }, { "set-cookie": attemptCookie(attempt, parts.production) });
    },
  });

const removeLink = (parts: OidcParts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/users/me/oidc/:provider",
    operationId: "unlinkSignInProvider",
    summary: "Take a provider away from me, unless nothing else is left to sign in with",
    tag: "identity",
    policy: signedIn(),
    stepUp: async () => ({ action: "sign_in_provider.unlink" }),
    params: ByProvider,
    responses: { 204: nothing() },
    problems: ["NOT_FOUND", "LAST_WAY_IN"],
    async handle({ params, principal, now, origin }) {
      const removed = await unlink(parts, { user: principal.id, origin }, params.provider, now);
      if (removed.ok) return reply(204, null);
      return problem(removed.error === "last_way_in" ? "LAST_WAY_IN" : "NOT_FOUND");
    },
  });

async function begin(
  parts: OidcParts,
  provider: SignInProvider,
  attempt: Attempt,
  purpose: Purpose,
): Promise<string | null> {
  const address = await provider.begin({ ...secretsOf(attempt, purpose), returnTo: returnTo(parts, provider) });
  return address.ok ? address.value : null;
}

const textsIn = (query: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : [])));
