import { setTimeout as pause } from "node:timers/promises";
import { days } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { webhook } from "../money/gateway.ts";
import { createWorld, type World } from "../money/world.ts";
import type { Cluster } from "./cluster.ts";
import { expectOnce, type Findings, noFindings } from "./findings.ts";
import { bring, type Target } from "./stages.ts";
import { closeBooks } from "./verdict.ts";
import type { Victims } from "./victims.ts";

/** Longer than the server waits for a connection here, and shorter than anybody waits for an answer. */
const EARLY_MS = 5_000;
const CONNECT_TIMEOUT_MS = 1_000;
const CONNECTIONS = 2;

/**
 * PostgreSQL is stopped, and then has no connection left: the API refuses in its own form and early, readiness says so while the
 * process says that it lives, and afterwards what was accepted is there and what was refused can be sent again.
 */
export async function databaseAway(cluster: Cluster, victims: Victims): Promise<Findings> {
  const findings = noFindings();
  const database = await cluster.database();
  const world = await createWorld(database, { stock: 1000 });
  await startSession(database.app, world.buyer, world.now(), "buyer");
  const targets = await bring(world, "locked", 4);
  const [paying] = await bring(world, "paying", 1);
  const [kept, ...refused] = targets;
  if (!kept || !paying) throw new Error("no orders");
  const task = {
    what: "serve",
    appUrl: database.appUrl,
    connections: CONNECTIONS,
    now: world.now(),
    stopAt: 0,
  } as const;
  const victim = await victims.take(world, { ...task, commands: [], patienceMs: CONNECT_TIMEOUT_MS });
  const listening = await victim.standing;
  if (!("url" in listening)) throw new Error(`the API does not listen: ${JSON.stringify(listening)}`);
  const { url } = listening;

  await expectHealth(url, "ready", "before", findings);
  expectStatus(await cancel(url, kept), 200, "before", findings);
  await cluster.whileStopped(async () => {
    await expectHealth(url, "not ready", "while PostgreSQL is stopped", findings);
    const answers = [...refused.map((target) => cancel(url, target)), tellPaid(url, paying)];
    for (const answer of await Promise.all(answers)) expectRefusal(answer, "while PostgreSQL is stopped", findings);
  });
  await untilReady(url, findings);
  for (const target of refused.slice(0, 1)) expectStatus(await cancel(url, target), 200, "afterwards", findings);
  expectStatus(await tellPaid(url, paying), 200, "afterwards", findings);
  await noConnectionLeft(database, url, refused, findings);
  await victim.kill();
  await world.settle();
  await expectCancelledOnce(world, targets, findings);
  const paid = (await world.eventsOf(paying.order)).filter((event) => event.command === "payment_captured").length;
  expectOnce(findings, "a payment whose webhook was refused and came again", paid);
  await closeBooks(world, "after PostgreSQL was away", findings, days(3));
  await database.drop();
  findings.stops += 1;
  return findings;
}

/** As many requests as there are connections wait for a lock: who comes then is told early, and they get their answer. */
async function noConnectionLeft(
  { owner }: TestDatabase,
  url: string,
  targets: readonly Target[],
  findings: Findings,
): Promise<void> {
  const [, one, other] = targets;
  if (!one || !other) throw new Error("no orders");
  const opened = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = owner.transaction(async (tx) => {
    await tx.query("lock table http.idempotency in access exclusive mode");
    locked.resolve();
    await opened.promise;
  });
  await locked.promise;
  const waiting = [one, other].map((target) => cancel(url, target));
  await waitersAre(owner, CONNECTIONS);
  await expectHealth(url, "not ready", "with no connection left", findings);
  expectRefusal(await cancel(url, one), "with no connection left", findings);
  opened.resolve();
  await holding;
  for (const answer of await Promise.all(waiting)) expectStatus(answer, 200, "once there are connections", findings);
  await expectHealth(url, "ready", "once there are connections", findings);
}

async function waitersAre(owner: TestDatabase["owner"], count: number): Promise<void> {
  const deadline = performance.now() + EARLY_MS;
  for (;;) {
    const { waiting } = await owner.one<{ waiting: number }>(
      "select count(*)::int as waiting from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())",
    );
    if (waiting >= count) return;
    if (performance.now() > deadline) throw new Error(`${waiting} requests wait for the lock and not ${count}`);
    await pause(20);
  }
}

type Answer = {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly type: string | null;
  readonly body: string;
  readonly took: number;
};

async function ask(url: string, init?: RequestInit): Promise<Answer> {
  const began = performance.now();
  const answer = await fetch(url, init);
  const body = await answer.text();
  return {
    retryAfter: answer.headers.get("retry-after"),
    ...{ status: answer.status, type: answer.headers.get("content-type"), body, took: performance.now() - began },
  };
}

const cancel = (url: string, { order }: Target): Promise<Answer> =>
  ask(`${url}/api/v1/orders/${order.id}/cancel`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: "Bearer buyer",
      "idempotency-key": `away-${order.id}`,
    },
    body: "{}",
  });

function tellPaid(url: string, { payment }: Target): Promise<Answer> {
  if (!payment) throw new Error("no payment");
  const { body } = webhook({ payment }, `paid:${payment}`);
  const headers = { "content-type": "application/json", signature: "right" };
  return ask(`${url}/api/v1/webhooks/testpay/payment`, { method: "POST", headers, body: Buffer.from(body) });
}

async function expectHealth(url: string, status: "ready" | "not ready", when: string, findings: Findings) {
  const ready = await ask(`${url}/health/ready`);
  expectStatus(ready, status === "ready" ? 200 : 503, `${when}, readiness`, findings);
  if (!ready.body.includes(`"${status}"`)) findings.wrong.push(`${when}: readiness says ${ready.body}`);
  expectStatus(await ask(`${url}/health/live`), 200, `${when}, the process itself`, findings);
}

function expectStatus({ status, body, took }: Answer, wanted: number, when: string, findings: Findings): void {
  if (status !== wanted) findings.wrong.push(`${when}: ${status} and not ${wanted}: ${body}`);
  if (status === 503 && took > EARLY_MS) findings.wrong.push(`${when}: refused only after ${Math.round(took)} ms`);
}

function expectRefusal(answer: Answer, when: string, findings: Findings): void {
  expectStatus(answer, 503, when, findings);
  if (!/^\d+$/.test(answer.retryAfter ?? "")) findings.wrong.push(`${when}: refused without Retry-After`);
  const told = answer.body.includes('"code":"DATABASE_UNAVAILABLE"') && answer.body.includes('"canRetry":true');
  if (answer.type !== "application/problem+json" || !told)
    findings.wrong.push(`${when}: refused with ${answer.type} ${answer.body}`);
}

async function untilReady(url: string, findings: Findings): Promise<void> {
  const deadline = performance.now() + EARLY_MS;
  while ((await ask(`${url}/health/ready`)).status !== 200) {
    if (performance.now() > deadline)
      return void findings.wrong.push("PostgreSQL is back and readiness does not say so");
    await pause(20);
  }
}

async function expectCancelledOnce(world: World, targets: readonly Target[], findings: Findings): Promise<void> {
  for (const { order } of targets) {
    const events = await world.eventsOf(order);
    const times = events.filter(({ command }) => command === "cancel").length;
    expectOnce(findings, `the cancellation of ${order.id}, accepted or sent again`, times);
  }
}
