import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { authorizationServer, principalOf, stepUpGate } from "#modules/identity";
import type { Clock } from "#ports/clock";
import type { Database } from "#runtime/database";
import {
  type Authenticate,
  anyone,
  buildServer,
  type CorsOrigin,
  type LoggerOptions,
  type RequestLimits,
  type StepUpGate,
  sessionCookieName,
} from "#runtime/http";
import { serveRealtime } from "./realtime.ts";
import { allRoutes, type RouteParts } from "./routes.ts";
import { apiOf, serveWeb, type WebHandler } from "./web.ts";

export type ApplicationOptions = RouteParts & {
  readonly cronKey: string | null;
  readonly logger: LoggerOptions;
  readonly version: string;
  /** Who asks people for a fresh confirmation; absent: the one by second factor or mail. */
  readonly stepUp?: StepUpGate;
  /** Absent: nobody is limited. */
  readonly limits?: RequestLimits;
  readonly cors?: readonly CorsOrigin[];
  /** Absent: no X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[];
  /** Makes the handler of the pages from the API that they read; null serves no pages. */
  readonly web: {
    readonly clientRoot: string;
    readonly createHandler: (
      api: (request: Request) => Promise<Response>,
      toldUntil: () => string,
    ) => Promise<WebHandler>;
  } | null;
};

/** The HTTP side as one value: API, documentation, health, pages, WebSocket. The caller listens and closes. */
export async function buildApplication(options: ApplicationOptions): Promise<FastifyInstance> {
  const { db, clock, dataKey, publicUrl, production, hub } = options;
  const authenticate = authenticateWith(db, clock, options.cronKey);
  const app = await buildServer({
    routes: allRoutes(options),
    fingerprintKeys: dataKey,
    db,
    clock,
    authenticate,
    stepUp: options.stepUp ?? stepUpGate({ db, wake: options.wake }),
    publicUrl,
    production,
    logger: options.logger,
    docs: DOCS(options.version),
    ...(options.limits && { limits: options.limits }),
    ...(options.cors && { cors: options.cors }),
    ...(options.trustedProxies?.length && { trustProxy: [...options.trustedProxies] }),
  });
  addHealth(app, db);
  addOAuthMetadata(app, publicUrl);
  if (options.web) {
    const handler = await options.web.createHandler(apiOf(app, publicUrl), hub.position);
    await serveWeb(app, { handler, clientRoot: options.web.clientRoot, publicUrl });
  }
  const realtime = serveRealtime(app.server, {
    hub,
    authenticate,
    cookieName: sessionCookieName(production),
    publicUrl,
    now: () => clock.now(),
  });
  app.addHook("preClose", async () => realtime.close());
  return app;
}

const DOCS = (version: string) => ({
  title: "Amana API",
  version,
  description: "Escrow marketplace: orders, payments, escrow, parcels, payouts.",
  tags: [
    { name: "identity", description: "Who is asking: ways in and out, sessions, the second factor" },
    { name: "organizations", description: "Companies and who belongs to them" },
    { name: "people", description: "For staff: who is here, and what they may do" },
    { name: "catalogue", description: "What is for sale" },
    { name: "listings", description: "For staff: what waits to be looked at before it is for sale" },
    { name: "cart", description: "What I mean to buy, and buying it from several sellers at once" },
    { name: "orders", description: "What was bought, and where its money is" },
    { name: "negotiations", description: "Offers and counter-offers about a listing, until both agree" },
    { name: "agreements", description: "What was agreed, its order, its signatures and its amendments" },
    { name: "documents", description: "Invoices and credit notes" },
    { name: "disputes", description: "What either party holds against an order, and who decides it" },
    { name: "projects", description: "Briefs, proposals, and contracts whose milestones are paid for one by one" },
    { name: "payments", description: "Paying through a gateway" },
    { name: "shipping", description: "Rates, labels, tracking" },
    { name: "seller", description: "The seller's side: what to send, what is paid" },
    { name: "wallet", description: "What I have, and taking it out" },
    { name: "finance", description: "For staff who look after the money" },
    { name: "approvals", description: "What waits for a second person of the staff" },
    { name: "audit", description: "Who did what, when, from where and why" },
    { name: "seals", description: "What the ledger is sealed with, for anybody to keep and check" },
    { name: "files", description: "What people upload, and getting it back" },
    { name: "library", description: "Files that were bought, and downloading them" },
    { name: "messages", description: "What the two sides of something say to each other" },
    { name: "notifications", description: "What people are told" },
    { name: "webhooks", description: "From gateways and carriers to us" },
    { name: "webhooks out", description: "From us to whoever integrates: endpoints, deliveries, events" },
    { name: "operations", description: "For whoever runs the marketplace" },
    { name: "sandbox", description: "Only in a sandbox: demo people and the clock" },
  ],
});

/** A bearer token or session belongs to a user, or the bearer token is the key of the outside scheduler. */
const authenticateWith =
  (db: Database, clock: Clock, cronKey: string | null): Authenticate =>
  async (credentials) => {
    const { bearer } = credentials;
    if (bearer !== undefined && cronKey !== null && same(bearer, cronKey)) return { kind: "key", name: "cron" };
    return principalOf(db, credentials, clock.now());
  };

function same(given: string, key: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(key)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A database that hangs is not ready either, and whoever asks does not wait as long as a statement may. */
const READY_WITHIN_MS = 2_000;

const answersInTime = (question: Promise<unknown>): Promise<boolean> =>
  new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), READY_WITHIN_MS);
    question
      .then(() => resolve(true))
      .catch(() => resolve(false))
      .finally(() => clearTimeout(late));
  });

/** Where programs of others look up how to ask for rights. */
function addOAuthMetadata(app: FastifyInstance, publicUrl: string): void {
  const route = { config: { policy: anyone() }, schema: { hide: true } };
  app.get("/.well-known/oauth-authorization-server", route, async () => authorizationServer(publicUrl));
}

/** `live`: the process answers; `ready`: it can do its work. */
function addHealth(app: FastifyInstance, db: Database): void {
  const route = { config: { policy: anyone() }, schema: { hide: true } };
  app.get("/health/live", route, async () => ({ status: "live" }));
  app.get("/health/ready", route, async (_request, reply) => {
    const ready = await answersInTime(db.one("select 1 as ready"));
    return reply.status(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });
}
