import { createHash, randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { languageOf } from "../page.ts";
import type { Sandbox } from "../sandbox.ts";
import { ANSWER_FAULTS, type AnswerFault, refusedPage, signInPage } from "./page.ts";
import { PEOPLE, type Somebody } from "./people.ts";
import { idToken, type Keys, makeKeys, TOKEN_FAULTS, type TokenFault } from "./tokens.ts";

/** What one sign-in was about, until its code is changed. */
type Pending = {
  readonly redirectUri: string;
  readonly nonce: string | undefined;
  readonly challenge: string;
  readonly somebody: Somebody;
  readonly fault: TokenFault | AnswerFault | undefined;
  readonly expires: number;
};

type Provider = {
  readonly sandbox: Sandbox;
  readonly keys: () => Promise<Keys>;
  readonly codes: Map<string, Pending>;
  readonly people: Map<string, Somebody>;
};

const CODE_LIFE_MS = 60_000;
const DEFAULT_CLIENT = { clientId: "sandbox-oidc-client", clientSecret: "sandbox-oidc-secret-not-real" };

/** A small provider of OpenID Connect: code flow with PKCE, RS256. Keys, codes and tokens live as long as the program. */
export function oidcRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  let keys: Promise<Keys> | undefined;
  const provider: Provider = {
    ...{ sandbox, codes: new Map(), people: new Map() },
    keys: () => {
      keys ??= makeKeys();
      return keys;
    },
  };
  app.get("/oidc/.well-known/openid-configuration", async (request) => metadata(issuerOf(request)));
  app.get("/oidc/jwks", async () => ({ keys: [(await provider.keys()).published] }));
  app.get("/oidc/authorize", async (request, reply) => show(provider, request, reply));
  app.post("/oidc/authorize", async (request, reply) => decide(provider, request, reply));
  app.post("/oidc/token", async (request, reply) => exchange(provider, request, reply));
  app.get("/oidc/userinfo", async (request, reply) => userInfo(provider, request, reply));
}

/** Wherever it is reached: whoever starts the simulator on another address need not tell it. */
const issuerOf = ({ headers }: FastifyRequest): string => `http://${headers.host ?? "localhost"}/oidc`;

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  userinfo_endpoint: `${issuer}/userinfo`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
  token_endpoint_auth_methods_supported: ["client_secret_post"],
  scopes_supported: ["openid", "email", "profile"],
  claims_supported: ["sub", "name", "email", "email_verified"],
  authorization_response_iss_parameter_supported: true,
});

function show({ sandbox }: Provider, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const asked = queryOf(request);
  const wrong = objectionTo(sandbox, asked);
  const language = languageOf(asked.get("ui_locales") ?? undefined, request.headers["accept-language"]);
  return html(wrong === null ? reply : reply.code(400), wrong === null ? signInPage(language) : refusedPage(wrong));
}

function decide(provider: Provider, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const asked = queryOf(request);
  const wrong = objectionTo(provider.sandbox, asked);
  if (wrong !== null) return html(reply.code(400), refusedPage(wrong));
  const form = formOf(request);
  const fault = [...TOKEN_FAULTS, ...ANSWER_FAULTS].find((known) => known === form.get("fault"));
  const answer = new URL(asked.get("redirect_uri") ?? "");
  const state = fault === "wrong_state" ? "not-the-state" : asked.get("state");
  if (state !== null) answer.searchParams.set("state", state);
  const issuer = fault === "wrong_answering_issuer" ? "https://elsewhere.example.test" : issuerOf(request);
  answer.searchParams.set("iss", issuer);
  const somebody = PEOPLE.find(({ subject }) => subject === form.get("person"));
  if (form.get("decision") === "deny" || !somebody) answer.searchParams.set("error", "access_denied");
  else answer.searchParams.set("code", codeFor(provider, asked, somebody, fault));
  return reply.redirect(answer.href, 303);
}

function codeFor(provider: Provider, asked: URLSearchParams, somebody: Somebody, fault: Pending["fault"]): string {
  const code = randomBytes(24).toString("base64url");
  provider.codes.set(code, {
    redirectUri: asked.get("redirect_uri") ?? "",
    nonce: asked.get("nonce") ?? undefined,
    challenge: asked.get("code_challenge") ?? "",
    ...{ somebody, fault, expires: Date.now() + CODE_LIFE_MS },
  });
  return code;
}

/** Null when the request may be shown to a person. */
function objectionTo({ options }: Sandbox, asked: URLSearchParams): string | null {
  if (asked.get("client_id") !== (options.oidc ?? DEFAULT_CLIENT).clientId) return "unknown client_id";
  if (!isRegistered(asked.get("redirect_uri") ?? "", options.appUrl)) return "redirect_uri is not registered";
  if (asked.get("response_type") !== "code") return "response_type must be code";
  if (!(asked.get("scope") ?? "").split(" ").includes("openid")) return "scope must hold openid";
  if (asked.get("code_challenge_method") !== "S256" || !asked.get("code_challenge")) return "PKCE with S256 is needed";
  return null;
}

/** Of the application, by the address that it was started with or by any of this machine. */
function isRegistered(text: string, appUrl: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, hostname, pathname } = new URL(text);
  const isOurs = origin === new URL(appUrl).origin || hostname === "localhost" || hostname === "127.0.0.1";
  return isOurs && pathname.endsWith("/callback");
}

async function exchange(provider: Provider, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { clientId, clientSecret } = provider.sandbox.options.oidc ?? DEFAULT_CLIENT;
  const form = formOf(request);
  if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret)
    return reply.code(400).send({ error: "invalid_client" });
  if (form.get("grant_type") !== "authorization_code") return reply.code(400).send({ error: "unsupported_grant_type" });
  const code = form.get("code") ?? "";
  const pending = provider.codes.get(code);
  // Good once, whatever comes of it.
  provider.codes.delete(code);
  if (!pending || !fits(pending, form)) return reply.code(400).send({ error: "invalid_grant" });
  const { fault, somebody, nonce } = pending;
  if (fault === "token_endpoint_down") return reply.code(503).type("text/html").send("<h1>Service unavailable</h1>");
  const accessToken = randomBytes(24).toString("base64url");
  provider.people.set(accessToken, somebody);
  const saying = { issuer: issuerOf(request), audience: clientId, nonce, somebody, now: Math.floor(Date.now() / 1000) };
  const token = await idToken(
    await provider.keys(),
    saying,
    TOKEN_FAULTS.find((known) => known === fault),
  );
  return reply
    .header("cache-control", "no-store")
    .send({ access_token: accessToken, token_type: "Bearer", expires_in: 300, id_token: token });
}

function fits({ redirectUri, challenge, expires }: Pending, form: URLSearchParams): boolean {
  const given = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  return expires > Date.now() && form.get("redirect_uri") === redirectUri && given === challenge;
}

function userInfo({ people }: Provider, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const somebody = people.get(/^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "");
  if (!somebody) return reply.code(401).header("www-authenticate", "Bearer").send({ error: "invalid_token" });
  const { subject: sub, name, email, verified } = somebody;
  return reply.send({ sub, name, email, email_verified: verified });
}

const queryOf = ({ url }: FastifyRequest): URLSearchParams => new URL(url, "http://localhost").searchParams;
const formOf = ({ body }: FastifyRequest): URLSearchParams => new URLSearchParams(typeof body === "string" ? body : "");
const html = (reply: FastifyReply, text: string): FastifyReply => reply.type("text/html; charset=utf-8").send(text);
