import { setTimeout as pause } from "node:timers/promises";
import { startSession } from "../../server/modules/identity/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld } from "../money/world.ts";
import { type Findings, noFindings } from "./findings.ts";
import type { Victims } from "./victims.ts";

const REQUESTS = 4;

/** A server is told to stop while requests wait for a lock: each gets its answer, what was answered is there, and it ends. */
export async function toldToStop(database: TestDatabase, victims: Victims): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { bankAccount: false });
  await startSession(database.app, world.seller, world.now(), "seller");
  const task = { what: "serve", appUrl: database.appUrl, connections: REQUESTS + 2, now: world.now() } as const;
  const victim = await victims.take(world, { ...task, stopAt: 0, commands: [] });
  const listening = await victim.standing;
  if (!("url" in listening)) throw new Error(`the API does not listen: ${JSON.stringify(listening)}`);
  const url = `${listening.url}/api/v1/seller/bank-accounts`;
  const locked = await lockBankAccounts(database);
  const answers = Array.from({ length: REQUESTS }, (_, nth) => addAccount(url, "seller", nth));
  await waitersAre(database, REQUESTS);
  const ended = victim.next();
  victim.signal("SIGTERM");
  await refusesConnections(url);
  await locked.open();
  const statuses = await Promise.all(answers);
  const made = await countOf(database);
  if (statuses.some((status) => status !== 201))
    findings.wrong.push(`answers in the middle of a stop: ${statuses.join()}`);
  if (made < statuses.filter((status) => status === 201).length)
    findings.lost.push(`${made} accounts for ${statuses.join()}`);
  if (made > REQUESTS) findings.doubled.push(`${made} accounts for ${REQUESTS} requests`);
  const end = await ended;
  if (!("dead" in end) || end.dead !== "0") findings.wrong.push(`told to stop, it ended with ${JSON.stringify(end)}`);
  findings.stops += 1;
  return findings;
}

const countOf = async ({ owner }: TestDatabase): Promise<number> =>
  (await owner.one<{ count: number }>("select count(*)::int as count from payouts.bank_account")).count;

/** Readers pass, writers wait until it is opened. */
async function lockBankAccounts({ owner }: TestDatabase): Promise<{ open(): Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const done = owner.transaction(async (tx) => {
    await tx.query("lock table payouts.bank_account in share mode");
    held.resolve();
    await opened.promise;
  });
  await held.promise;
  return {
    open: () => {
      opened.resolve();
      return done;
    },
  };
}

async function addAccount(url: string, token: string, nth: number): Promise<number> {
  const details = {
    holderName: "Deccan Looms",
    accountNumber: `0262918000011${nth}`,
    ifsc: "YESB0000262",
    kind: "current",
  };
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "idempotency-key": `stop-${nth}` },
    body: JSON.stringify(details),
  }).catch(() => null);
  return answer?.status ?? 0;
}

const PATIENCE_MS = 8_000;

/** As many as there can be: some may wait for one of the others instead of for us. */
async function waitersAre({ owner }: TestDatabase, count: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const { waiting } = await owner.one<{ waiting: number }>(
      "select count(distinct pid)::int as waiting from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())",
    );
    if (waiting >= count) return;
    await pause(20);
  }
}

async function refusesConnections(url: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS / 2;
  while (performance.now() < deadline) {
    const served = await fetch(url, { method: "OPTIONS", headers: { connection: "close" } }).then(
      ({ status }) => status !== 503,
      () => false,
    );
    if (!served) return;
    await pause(20);
  }
}
