import { existsSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_POLICY } from "@amana/core/escrow";
import { after, days, hours } from "@amana/core/time";
import { demoUsers, purgeGrants, purgeIdentity } from "#modules/identity";
import { payoutsBlocked, scheduleReadings } from "#modules/reconciliation";
import { furnish, furnishProgram, readOffset } from "#modules/sandbox";
import { sealKey, startSealing } from "#modules/seals";
import { startSender } from "#modules/webhooks";
import type { Clock } from "#ports/clock";
import { followDatabase, movableClock } from "#runtime/clock";
import { type Config, describeProblems, readConfig } from "#runtime/config";
import { connect, type Database, migrate } from "#runtime/database";
import { purgeIdempotency } from "#runtime/http";
import { openLimits, purgeLimits } from "#runtime/limits";
import { createOutbound, type OutboundRules, PUBLIC_ONLY } from "#runtime/outbound";
import { startPostgres } from "#runtime/postgres";
import { createHub } from "#runtime/push";
import { pushKey } from "#runtime/web-push";
import { startWorker } from "#runtime/work";
import { clientRoot, createWebHandler } from "../../web/handler.ts";
import { createAdapters } from "./adapters.ts";
import { type ApplicationOptions, buildApplication } from "./application.ts";
import { dataKeysOf } from "./data-keys.ts";
import { furnishFromArchive } from "./furnished.ts";
import { reconciliationSettings } from "./reconciliation-settings.ts";
import { simulatorClock } from "./simulators.ts";
import { handWorkOf, type Parts, postWorkOf, scanWorkOf, workOf } from "./wiring.ts";

const VERSION = "0.1.0";
const PURGE_MS = 3_600_000;
/** They wait for providers most of their time; the pool of connections has room for these and for requests. */
const JOBS_AT_ONCE = 8;
const MIGRATIONS = join(import.meta.dirname, "../database/migrations");

/** Starts everything in order and stops it in the opposite one; whatever fails on the way, what was started is stopped. */
async function run(config: Config): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop().catch(report);
  };
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  try {
    const db = await openDatabase(config, stops);
    await serve(config, db, stops);
    await stopped;
  } finally {
    await stopAll();
  }
}

async function openDatabase(config: Config, stops: (() => Promise<void>)[]): Promise<Database> {
  const urls = config.database
    ? { ownerUrl: config.database.ownerUrl.reveal(), appUrl: config.database.appUrl.reveal() }
    : await startPostgres({ home: join(config.dataFolder, "postgres"), database: "amana" });
  if ("stop" in urls) stops.push(() => urls.stop());
  const { furnished: folder } = config;
  if (folder) {
    const database = { ...urls, directory: MIGRATIONS };
    const onProgress = (furnished: number) => console.log(JSON.stringify({ furnished }));
    await furnishFromArchive({ folder, database, dataKey: dataKeysOf(config), onProgress }, Date.now);
  }
  await migrate({ ...urls, directory: MIGRATIONS });
  const db = connect(urls.appUrl, {
    name: "amana",
    connections: 20,
    primaryOnly: true,
    batchWriters: config.batchWriters,
    onProblem: (what, error) => report(`${what}: ${String(error)}`),
  });
  stops.push(() => db.close());
  return db;
}

async function serve(config: Config, db: Database, stops: (() => Promise<void>)[]): Promise<void> {
  const sandbox = config.mode === "sandbox";
  const clock = movableClock(sandbox ? await readOffset(db) : 0);
  const shared = sandbox ? null : await followDatabase(db, Date.now, report);
  stops.push(async () => shared?.stop());
  const limits = limitsOf(config, db);
  stops.push(() => limits.close());
  const told = shared ?? clock;
  // Receivers and push services refuse what is signed minutes ago or ahead, and their clocks do not move with the sandbox's.
  const wallClock = { now: () => after(told.now(), sandbox ? -clock.offset() : 0) };
  const parts = { ...partsOf(config, db, told), ...pushOf(config, wallClock), limiter: limits.limiter };
  const work = workOf(parts);
  const worker = startWorker(handWorkOf(parts), { paused: true });
  const besides = [postWorkOf(parts), scanWorkOf(parts)].map((one) => startWorker(one, { paused: true }));
  const { sandboxUrl } = config;
  const simulators = sandboxUrl ? simulatorClock(sandboxUrl) : null;
  const app = await buildApplication({
    ...parts,
    holder: config.fundHolder,
    wake: worker.wake,
    sandbox:
      simulators && sandboxUrl
        ? { ...parts, clock, simulators, work, whileStill: worker.whileStill, links: linksOf(sandboxUrl) }
        : null,
    production: !sandbox,
    cronKey: config.cronKey?.reveal() ?? null,
    limits,
    cors: config.corsOrigins,
    trustedProxies: config.trustedProxies,
    logger: { level: levelOf(config) },
    version: VERSION,
    web: webOf(config),
  });
  stops.push(() => app.close());
  if (sandbox) await furnish(db, parts.dataKey, clock.now());
  if (sandboxUrl) await furnishProgram(db, sandboxUrl, clock.now());
  await scheduleReadings(db, parts.statements ?? [], parts.clock.now());
  await app.listen({ host: config.host, port: config.port });
  await simulators?.setOffset(clock.offset()).catch(report);
  worker.begin();
  stops.push(() => worker.stop());
  for (const one of besides) {
    one.begin();
    stops.push(() => one.stop());
  }
  const sender = startSender({
    ...{ db, dataKey: parts.dataKey, outbound: parts.outbound, onError: report, clock: parts.clock },
    wallClock,
  });
  stops.push(() => sender.stop());
  const key = sealKey(Buffer.from(config.sealKey.reveal(), "base64"));
  const sealing = startSealing({ db, clock: parts.clock, key, headsFile: config.sealHeads, onError: report });
  stops.push(() => sealing.stop());
  stops.push(purging(db, parts.clock));
  console.log(
    JSON.stringify({ ready: true, url: config.publicUrl, logins: sandbox ? await loginsOf(db, config.publicUrl) : [] }),
  );
}

/** With what browsers are told of notices: push services may ask at the contact who does it. */
function pushOf({ pushKey: given, publicUrl }: Config, wallClock: Clock): Pick<Parts, "push"> {
  if (!given) return {};
  const contact = publicUrl.startsWith("https:") ? publicUrl : "mailto:push@example.test";
  return { push: { key: pushKey(Buffer.from(given.reveal(), "base64"), contact), wallClock } };
}

/** Removes now and then what has had its time; answers how to stop it. */
function purging(db: Database, clock: Clock): () => Promise<void> {
  const purge = setInterval(() => {
    const now = clock.now();
    const emptied = [purgeIdempotency(db), purgeLimits(db), purgeIdentity(db, now), purgeGrants(db, now)];
    for (const one of emptied) one.catch(report);
  }, PURGE_MS);
  return async () => clearInterval(purge);
}

/** Without a build there is only the API, as in tests of it. */
const webOf = ({ publicUrl, calendar }: Config): ApplicationOptions["web"] =>
  existsSync(clientRoot)
    ? {
        clientRoot,
        createHandler: (api, toldUntil) => createWebHandler({ api, publicUrl, toldUntil, daysOff: calendar !== null }),
      }
    : null;

const limitsOf = ({ redisUrl, rateLimitFactor }: Config, db: Database) =>
  openLimits({ db, redisUrl: redisUrl?.reveal() ?? null, factor: rateLimitFactor, onProblem: report });

const partsOf = (config: Config, db: Database, clock: Clock): Parts & Required<Pick<Parts, "outbound">> => ({
  db,
  clock,
  hub: createHub(),
  policy: {
    ...DEFAULT_POLICY,
    windows: { ...DEFAULT_POLICY.windows, inspectionDigital: hours(config.digital.inspectionHours) },
    commissionBasisPoints: config.commissionBasisPoints,
    commissionTax: config.commissionTax,
    reserve: config.reserve && { basisPoints: config.reserve.basisPoints, hold: days(config.reserve.days) },
  },
  taxes: config.taxes,
  downloads: {
    perLicence: config.digital.downloads,
    opens: config.digital.days === 0 ? null : days(config.digital.days),
  },
  calendar: config.calendar,
  payoutRules: {
    changedAccountHold: hours(config.accountHoldHours),
    limits: () => withdrawalLimitsOf(config),
    confirmAbove: BigInt(config.withdrawals.confirmAbove),
  },
  listingReview: config.listingReview,
  approvalLimit: () => BigInt(config.approvalLimit),
  masking: config.messageMasking,
  suspenseHold: days(config.unmatchedRefundDays),
  deadlinesPerSecond: config.deadlinesPerSecond,
  jobsAtOnce: JOBS_AT_ONCE,
  ...createAdapters(config, clock),
  reconciliation: reconciliationSettings(config),
  mayPayOut: async (tx, { currency }) =>
    (await payoutsBlocked(tx, currency, reconciliationSettings(config)))
      ? "differences with the gateways are not explained"
      : null,
  dataKey: dataKeysOf(config),
  publicUrl: config.publicUrl,
  outbound: createOutbound({ rules: outboundRules(config) }),
  onError: report,
});

/** A sandbox may call plain addresses on any port, and ones beside itself where that was allowed. */
const outboundRules = ({ mode, webhookPrivateAddresses }: Config): OutboundRules =>
  mode === "production" ? PUBLIC_ONLY : { plainHttp: true, privateAddresses: webhookPrivateAddresses, ports: "any" };

const withdrawalLimitsOf = ({ withdrawals: { smallest, perDay } }: Config) => ({
  smallest: BigInt(smallest),
  perDay: perDay === null ? null : BigInt(perDay),
});

/** A sandbox's reader wants to see the stories, not every request. */
function levelOf({ mode, logLevel }: Config) {
  if (mode === "sandbox") return "warn" as const;
  return logLevel === "fatal" ? ("error" as const) : logLevel;
}

const linksOf = (simulators: string) => ({
  gateway: `${simulators}/`,
  carrier: `${simulators}/rapidshyp/panel`,
  apiReference: "/api/docs",
});

async function loginsOf(db: Database, publicUrl: string): Promise<{ name: string; signIn: string }[]> {
  const users = await demoUsers(db);
  return users.map(({ name, demoKey }) => ({ name, signIn: `${publicUrl}/en/sandbox/sign-in?as=${demoKey}` }));
}

function report(error: unknown): void {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

const config = readConfig(process.env);
if (config.ok) await run(config.value);
else {
  console.error(describeProblems(config.error));
  process.exitCode = 1;
}
