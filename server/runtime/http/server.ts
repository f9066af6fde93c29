import { randomUUID } from "node:crypto";
import type { Instant } from "@amana/core/time";
import cookie from "@fastify/cookie";
import swagger from "@fastify/swagger";
import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { type TObject, Type } from "typebox";
import type { Queryable } from "#runtime/database";
import { networkOf } from "#runtime/limits";
import type { Keyring } from "#runtime/secrets";
import { serializersWhenUsed, validatorsWhenUsed } from "./compiled-when-used.ts";
import type { Components } from "./components.ts";
import { type CorsOrigin, corsHeaders, isPreflight, preflightHeaders } from "./cors.ts";
import { serveDocs } from "./docs.ts";
import { answerBrokenConnection, answerError } from "./errors.ts";
import { fingerprintsUnder, keysOfThisProcess } from "./fingerprint.ts";
import {
  type Authenticate,
  credentialsOf,
  foreignOrigin,
  principalBehind,
  unclearRequest,
  wrongMediaType,
} from "./gate.ts";
import { decodeJson } from "./json.ts";
import { countRequest, countWrongToken, type RequestLimits, rateClassOf, tooManyWrongTokens } from "./limits.ts";
import { type LoggerOptions, loggerFor } from "./logging.ts";
import { type DocsOptions, fastifySchemaOf, swaggerOptions } from "./openapi.ts";
import { anyone, asksWho, objectionTo, type Policy, type Principal } from "./policy.ts";
import { type ProblemAnswer, problem, Refused } from "./problems.ts";
import { decodeQuery, decodeTexts } from "./query.ts";
import type { Route } from "./route.ts";
import { run } from "./run.ts";
import { sessionCookieName } from "./session-cookie.ts";
import type { StepUpGate } from "./step-up.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may call it. Start-up fails for a route without one. */
    policy?: Policy;
    route?: Route;
  }
  interface FastifyRequest {
    /** Null until the door has looked. */
    principal: Principal | null;
    /** The body as it came. */
    bytes: Uint8Array | null;
  }
}

export type ServerOptions = {
  readonly routes: readonly Route[];
  /** For idempotency keys. */
  readonly db: Queryable;
  /** Under which requests are recognised again; absent: by this process alone. */
  readonly fingerprintKeys?: Keyring;
  readonly clock: { now(): Instant };
  /** Who a token or a session belongs to; anonymous when to nobody. */
  readonly authenticate: Authenticate;
  /** Who asks people for a fresh confirmation; routes that need one do not start without. */
  readonly stepUp?: StepUpGate;
  /** Where people reach us: its origin is the one whose pages may send unsafe requests with our cookie. */
  readonly publicUrl: string;
  readonly originAllowed?: (origin: string) => boolean;
  /** Other origins whose pages may use the API; absent: none. */
  readonly cors?: readonly CorsOrigin[];
  /** How often people may ask; absent: as often as they like. */
  readonly limits?: RequestLimits;
  readonly basePath?: `/${string}`;
  readonly docs?: DocsOptions;
  readonly logger?: LoggerOptions;
  readonly production: boolean;
  /** The addresses of our own proxies, whose X-Forwarded-For is believed. */
  readonly trustProxy?: string | string[];
};

export const BODY_LIMIT = 256 * 1024;
const API_ROOT = "/api";
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/**
 * Builds the server; the caller may register more on it, then listens. Every route has a policy or start-up fails, and every
 * answer that refuses is a problem.
 */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = emptyServer(options);
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    answerError(new Refused(notFound(options, request, reply)), request, reply),
  );
  app.decorateRequest("principal", null);
  app.decorateRequest("bytes", null);
  await app.register(cookie);
  refuseRoutesWithoutPolicy(app);
  readBodies(app);
  addGate(app, options);
  endConnectionsWhenClosing(app);

  const routes = routesIn(options);
  const { basePath = "/api/v1", docs } = options;
  if (docs) await app.register(swagger, swaggerOptions(docs, routes, basePath, sessionCookieName(options.production)));
  addRoutes(app, routes, options);
  if (docs) serveDocs(app, { at: API_ROOT, title: docs.title });
  // Whatever is registered for all other addresses, an unknown one of the API is answered by the API.
  app.all(`${API_ROOT}/*`, { config: { policy: anyone() }, schema: { hide: true } }, async (request, reply) => {
    throw new Refused(notFound(options, request, reply));
  });
  return app;
}

/** For plugins that register routes by themselves: gives those that have no policy this one. */
export const underPolicy =
  (policy: Policy, plugin: FastifyPluginAsync): FastifyPluginAsync =>
  async (scope, options) => {
    scope.addHook("onRoute", (route) => {
      route.config = { policy, ...route.config };
    });
    await plugin(scope, options);
  };

/** A connection whose request was under way when the server began to close ends with the answer, and is not kept alive. */
function endConnectionsWhenClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onSend", async (_, reply) => {
    if (closing) reply.header("connection", "close");
  });
}

function emptyServer({ logger, production, trustProxy }: ServerOptions): FastifyInstance {
  return Fastify({
    logger: logger ? loggerFor(logger) : false,
    trustProxy: trustProxy ?? false,
    genReqId: ({ headers }) => {
      const given = headers["x-request-id"];
      return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
    },
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: "idle",
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 15_000, insecureHTTPParser: false, requireHostHeader: true },
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerBrokenConnection,
    frameworkErrors: (error, request, reply) => {
      reply.headers(securityHeaders(production)).header("x-request-id", request.id);
      answerError(error, request, reply);
    },
    schemaController: {
      compilersFactory: { buildSerializer: serializersWhenUsed(), buildValidator: validatorsWhenUsed() },
    },
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: false,
        // Bounded: a body has at most 10,000 values.
        allErrors: true,
        strictTypes: false,
      },
    },
  });
}

const routesIn = ({ routes, production }: ServerOptions): Route[] =>
  routes.filter(({ policy }) => !(production && policy.kind === "sandbox_only"));

function addRoutes(app: FastifyInstance, routes: readonly Route[], options: ServerOptions): void {
  const { db, clock, production, basePath = "/api/v1" } = options;
  const components: Components = new Map();
  const schemas = routes.map((route) => fastifySchemaOf(route, components));
  for (const component of components.values()) app.addSchema(component);
  const running = {
    ...{ db, clock, checkAnswers: !production, stepUp: options.stepUp ?? withoutStepUp(routes) },
    fingerprintOf: fingerprintsUnder(options.fingerprintKeys ?? keysOfThisProcess()),
  };
  for (const [index, route] of routes.entries()) {
    app.route({
      method: route.method,
      url: basePath + route.path,
      schema: schemas[index] ?? {},
      ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
      config: { policy: route.policy, route },
      preValidation: async (request) => decodeTextsOf(route, request),
      handler: async (request, reply) => run(route, request, reply, running),
    });
  }
}

function withoutStepUp(routes: readonly Route[]): StepUpGate {
  const needy = routes.filter(({ stepUp }) => stepUp).map(({ operationId }) => operationId);
  if (needy.length > 0) throw new Error(`Routes that need a fresh confirmation, and nobody asks for it: ${needy}.`);
  return () => Promise.reject(new Error("no route asks for a confirmation"));
}

/** What a gate keeps out never reaches a parser: first the request itself, then who asks, then what it carries. */
function addGate(app: FastifyInstance, options: ServerOptions): void {
  const { production, cors = [] } = options;
  const isOurs = options.originAllowed ?? oneOfOurs(options);
  const cookieName = sessionCookieName(production);
  const headers = securityHeaders(production);

  app.addHook("onRequest", async (request, reply) => {
    reply.headers(headers).header("x-request-id", request.id);
    refuseIf(unclearRequest(request));
    if (cors.length > 0 && answeredAbroad(request, reply, cors)) return reply;
    if (request.is404) return;
    const { policy, route } = policyOf(request);
    const session = request.cookies[cookieName];
    if (asksWho(policy)) refuseIf(foreignOrigin(request, { hasSession: session !== undefined, isOurs }));
    const principal = await whoAsks(request, policy, session, options);
    refuseIf(tooOften(request, reply, principal, options));
    const objection = objectionTo(policy, principal);
    refuseIf(objection && problem(objection));
    request.principal = principal;
    if (route) refuseIf(unreadable(request, route));
  });
}

const unreadable = (request: FastifyRequest, route: Route): ProblemAnswer | null =>
  request.method === "GET" || request.method === "HEAD" ? null : wrongMediaType(request, route.rawBody !== undefined);

function policyOf({ routeOptions }: FastifyRequest): { readonly policy: Policy; readonly route: Route | undefined } {
  const { policy, route } = routeOptions.config;
  if (!policy) throw new Error(`${routeOptions.url} has no policy`);
  return { policy, route };
}

/** Our own origin, and those whose pages may bring our cookie. */
function oneOfOurs({ publicUrl, cors = [] }: ServerOptions): (origin: string) => boolean {
  const known = new Set(cors.filter(({ credentials }) => credentials).map(({ origin }) => origin));
  known.add(new URL(publicUrl).origin);
  return (origin) => known.has(origin);
}

function tooOften(
  request: FastifyRequest,
  reply: FastifyReply,
  principal: Principal,
  { limits }: ServerOptions,
): ProblemAnswer | null {
  const { route } = request.routeOptions.config;
  const rate = route && rateClassOf(route);
  const counted = limits && rate ? countRequest(limits, rate, principal, networkOf(request.ip)) : null;
  if (!counted) return null;
  reply.headers(counted.headers);
  return counted.answer;
}

/** Says to a browser what pages of other origins may do; true when that was all that was asked. */
function answeredAbroad(request: FastifyRequest, reply: FastifyReply, cors: readonly CorsOrigin[]): boolean {
  if (!request.url.startsWith(`${API_ROOT}/`)) return false;
  const allowed = corsHeaders(cors, request);
  reply.header("vary", "origin");
  if (!allowed) return false;
  reply.headers(allowed);
  if (!isPreflight(request)) return false;
  void reply.code(204).headers(preflightHeaders).send();
  return true;
}

/** A token that belongs to nobody costs a look at the database, so a network has only so many of them. */
async function whoAsks(
  request: FastifyRequest,
  policy: Policy,
  session: string | undefined,
  { authenticate, limits }: ServerOptions,
): Promise<Principal> {
  const credentials = credentialsOf(request, session);
  const isLimited = limits && (credentials.bearer ?? credentials.session) !== undefined;
  if (isLimited) refuseIf(tooManyWrongTokens(limits, networkOf(request.ip)));
  const principal = await principalBehind(policy, credentials, authenticate);
  if (isLimited && principal.kind === "anonymous" && asksWho(policy)) countWrongToken(limits, networkOf(request.ip));
  return principal;
}

function refuseIf(answer: ProblemAnswer | null): void {
  if (answer) throw new Refused(answer);
}

/** One parser for everything, so that no media type has a way around it. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (request, body, done) => {
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    const { route } = request.routeOptions.config;
    request.bytes = bytes;
    if (!route || route.rawBody || bytes.length === 0) return done(null, undefined);
    const json = decodeJson(bytes);
    if (json.ok) return done(null, json.value);
    const errors = [{ field: "body", message: json.error }];
    done(new Refused(problem("VALIDATION_FAILED", `The body ${json.error}.`, errors)));
  });
}

const NO_FIELDS = Type.Object({}, { additionalProperties: false });

function decodeTextsOf(route: Route, request: FastifyRequest): void {
  request.params = decoded(decodeTexts(route.params ?? NO_FIELDS, textsIn(request.params)));
  request.query = decoded(queryOf(route.query, request.url));
  const unknown = Object.keys(route.query ? {} : (request.query ?? {}));
  const errors = unknown.map((field) => ({ field, message: "is not known here" }));
  if (!route.body && !route.rawBody && !isEmpty(request.body)) errors.push({ field: "body", message: "must be empty" });
  if (errors.length > 0) throw new Refused(problem("VALIDATION_FAILED", undefined, errors));
}

function decoded(result: ReturnType<typeof decodeTexts>): Record<string, unknown> {
  if (result.ok) return result.value;
  throw new Refused(problem("VALIDATION_FAILED", undefined, result.error));
}

function queryOf(schema: TObject | undefined, url: string): ReturnType<typeof decodeQuery> {
  const cut = url.indexOf("?");
  return decodeQuery(schema ?? NO_FIELDS, cut < 0 ? "" : url.slice(cut + 1));
}

const textsIn = (params: unknown): [string, string][] =>
  Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]);

const isEmpty = (body: unknown): boolean =>
  body === undefined ||
  (typeof body === "object" && body !== null && !Array.isArray(body) && Object.keys(body).length === 0);

function refuseRoutesWithoutPolicy(app: FastifyInstance): void {
  const all: { readonly method: string | string[]; readonly url: string; readonly config?: { policy?: Policy } }[] = [];
  app.addHook("onRoute", (route) => {
    all.push(route);
  });
  // At the end, for plugins may give their routes a policy after this hook has seen them.
  app.addHook("onReady", async () => {
    const open = all.filter(({ config }) => !config?.policy).map(({ method, url }) => `${method} ${url}`);
    if (open.length > 0) throw new Error(`Routes without a policy: ${open.join(", ")}. State who may call them.`);
  });
}

/** 405 where the address exists with another method; HEAD is asked as GET is. */
function notFound(options: ServerOptions, request: FastifyRequest, reply: FastifyReply): ProblemAnswer {
  const path = request.url.split("?", 1)[0] ?? "";
  const { basePath = "/api/v1" } = options;
  const asked = request.method === "HEAD" ? "GET" : request.method;
  const methods = routesIn(options)
    .filter((route) => matches(basePath + route.path, path))
    .map(({ method }) => method);
  if (methods.length === 0 || methods.some((method) => method === asked)) return problem("NOT_FOUND");
  reply.header(
    "allow",
    [...new Set(methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])))].join(", "),
  );
  return problem("METHOD_NOT_ALLOWED");
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  return (
    wanted.length === given.length &&
    wanted.every((step, index) => (step.startsWith(":") ? given[index] !== "" : step === given[index]))
  );
}

/** For answers of the API; pages bring a content policy of their own. */
const securityHeaders = (production: boolean): Record<string, string> => ({
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  ...(production && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
});
