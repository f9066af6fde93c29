import type { Result } from "@amana/core/result";
import { Type } from "typebox";
import type { Database } from "#runtime/database";
import { anyone, defineRoute, type Input, oneOf, type Reply, type Route, ref, reply, strict } from "#runtime/http";
import type { Client } from "./client-store.ts";
import { provenClient } from "./clients.ts";
import { proofIn, readForm } from "./form.ts";
import { exchangeCode, type Issued, refresh, revokeToken, type TokenRefusal } from "./issue.ts";

const ERRORS = [
  ...(["invalid_request", "invalid_client", "invalid_grant"] as const),
  ...(["invalid_scope", "unsupported_grant_type"] as const),
] as const;
type OAuthError = (typeof ERRORS)[number];

const TokenJson = strict(
  {
    access_token: Type.String(),
    token_type: oneOf(["Bearer"]),
    expires_in: Type.Integer({ description: "Seconds." }),
    refresh_token: Type.String({ description: "Good once: each answer brings the next one." }),
    scope: Type.String(),
  },
  { $id: "OAuthToken" },
);
const ErrorJson = strict(
  { error: oneOf(ERRORS), error_description: Type.Optional(Type.String()) },
  { $id: "OAuthError", description: "RFC 6749 §5.2, as every library for OAuth 2 reads it." },
);
const ANSWERS = { 400: ref(ErrorJson), 401: ref(ErrorJson) } as const;

/** Where programs speak to us by themselves, in the words of RFC 6749 and RFC 7009: forms in, their JSON out. */
export const tokenRoutes = (db: Database): Route[] => [tokenRoute(db), revocationRoute(db)];

const tokenRoute = (db: Database): Route =>
  defineRoute({
    method: "POST",
    path: "/oauth/token",
    operationId: "issueOAuthToken",
    rate: "sign-in",
    summary: "Tokens for a code or for a refresh token",
    description:
      "RFC 6749 with PKCE (S256). Form-encoded: `grant_type` is `authorization_code` with `code`, `code_verifier`, `redirect_uri`, or `refresh_token` with `refresh_token`. A client with a secret shows it by HTTP Basic or as `client_secret`. A refresh token is good once; a second use ends all tokens of the grant.",
    tag: "identity",
    policy: anyone(),
    rawBody: true,
    idempotent: false,
    secret: true,
    responses: { 200: ref(TokenJson), ...ANSWERS },
    problems: [],
    async handle(input) {
      const asked = await askedBy(db, input);
      if ("kind" in asked) return asked;
      const issued = await issuedFor(db, asked.client, asked.form, input.now);
      return issued.ok ? reply(200, tokenJson(issued.value)) : refused(issued.error);
    },
  });

const revocationRoute = (db: Database): Route =>
  defineRoute({
    method: "POST",
    path: "/oauth/revoke",
    operationId: "revokeOAuthToken",
    rate: "sign-in",
    summary: "A program gives a token back",
    description: "RFC 7009, form-encoded: `token`. A refresh token takes its whole grant along.",
    tag: "identity",
    policy: anyone(),
    rawBody: true,
    idempotent: false,
    responses: { 200: strict({}), ...ANSWERS },
    problems: [],
    async handle(input) {
      const asked = await askedBy(db, input);
      if ("kind" in asked) return asked;
      const token = asked.form.get("token");
      if (token === undefined) return refused("invalid_request", "token is missing");
      return (await revokeToken(db, asked.client, token, input.now)) ? reply(200, {}) : refused("invalid_grant");
    },
  });

type Refused = Reply<400 | 401, { error: OAuthError; error_description?: string }>;
type Asked = { readonly client: Client; readonly form: ReadonlyMap<string, string> };

async function askedBy(db: Database, { headers, raw }: Pick<Input, "headers" | "raw">): Promise<Asked | Refused> {
  const form = readForm(headers["content-type"], raw);
  if (!form.ok) return refused("invalid_request", "the body is not a form, or a field comes twice");
  const proof = proofIn(headers.authorization, form.value);
  const client = proof.ok ? await provenClient(db, proof.value) : null;
  return client ? { client, form: form.value } : refused("invalid_client");
}

function issuedFor(
  db: Database,
  client: Client,
  form: ReadonlyMap<string, string>,
  now: Input["now"],
): Promise<Result<Issued, TokenRefusal | "invalid_request" | "unsupported_grant_type">> {
  const missing = { ok: false, error: "invalid_request" } as const;
  switch (form.get("grant_type")) {
    case "authorization_code": {
      const [code, verifier] = [form.get("code"), form.get("code_verifier")];
      if (code === undefined || verifier === undefined) return Promise.resolve(missing);
      return exchangeCode(db, client, { code, verifier, redirectUri: form.get("redirect_uri") ?? null }, now);
    }
    case "refresh_token": {
      const token = form.get("refresh_token");
      if (token === undefined) return Promise.resolve(missing);
      return refresh(db, client, { token, scope: form.get("scope") ?? null }, now);
    }
    case undefined:
      return Promise.resolve(missing);
    default:
      return Promise.resolve({ ok: false, error: "unsupported_grant_type" });
  }
}

const tokenJson = ({ accessToken, refreshToken, expiresInSeconds, scopes }: Issued) => ({
  access_token: accessToken,
  token_type: "Bearer" as const,
  expires_in: expiresInSeconds,
  refresh_token: refreshToken,
  scope: scopes.join(" "),
});

function refused(error: OAuthError, description?: string): Refused {
  const body = { error, ...(description !== undefined && { error_description: description }) };
  return error === "invalid_client"
    ? reply(401, body, { "www-authenticate": 'Basic realm="oauth"' })
    : reply(400, body);
}
