import { days } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { webhook } from "../money/gateway.ts";
import { createWorld, type World } from "../money/world.ts";
import { expectOnce, type Findings, noFindings } from "./findings.ts";
import { bring, type Stage, type Target } from "./stages.ts";
import { closeBooks } from "./verdict.ts";
import type { Victims } from "./victims.ts";

export type ApiSize = { readonly rounds: number };

type Request = {
  readonly name: string;
  readonly operation: string;
  readonly stage: Stage;
  readonly who: "buyer" | "seller" | null;
  readonly path: (target: Target) => string;
  /** The event that it writes once; null where it only keeps a webhook. */
  readonly event: string | null;
};

const REQUESTS: readonly Request[] = [
  {
    ...{ name: "cancel", operation: "cancelOrder", stage: "locked", who: "buyer", event: "cancel" },
    path: ({ order }) => `/orders/${order.id}/cancel`,
  },
  {
    ...{ name: "accept", operation: "acceptOrder", stage: "locked", who: "seller", event: "accept" },
    path: ({ order }) => `/orders/${order.id}/accept`,
  },
  {
    ...{ name: "confirm receipt", operation: "confirmDelivery", stage: "shipped", who: "buyer" },
    ...{ event: "confirm_receipt", path: ({ order }) => `/orders/${order.id}/confirm-delivery` },
  },
  {
    ...{ name: "webhook", operation: "receive_testpay_webhook", stage: "paying", who: null, event: null },
    path: () => "/webhooks/testpay/payment",
  },
];

/**
 * The API process is killed at every fault point of a request, before the answer. The client sends the same request again with the
 * same key to the process that comes after it, and it has happened once.
 */
export async function apiKills(database: TestDatabase, victims: Victims, size: ApiSize): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1_000_000 });
  await startSession(database.app, world.buyer, world.now(), "buyer");
  await startSession(database.app, world.seller, world.now(), "seller");
  const next = await victims.take(world, serving(database, world, 0));
  const standing = await next.standing;
  if (!("url" in standing)) throw new Error(`the API does not listen: ${JSON.stringify(standing)}`);
  for (let round = 0; round < size.rounds; round++)
    for (const request of REQUESTS) await everyPoint(world, database, victims, request, standing.url, findings);
  await next.kill();
  await closeBooks(world, "after all kills of the API", findings, days(40));
  return findings;
}

const serving = (database: TestDatabase, world: World, stopAt: number) => {
  const operations = REQUESTS.map(({ operation }) => operation);
  const task = { what: "serve", appUrl: database.appUrl, connections: 4, commands: [], operations } as const;
  return { ...task, now: world.now(), stopAt };
};

const MOST_POINTS = 100;

async function everyPoint(
  world: World,
  database: TestDatabase,
  victims: Victims,
  request: Request,
  url: string,
  findings: Findings,
): Promise<void> {
  for (let stopAt = 1; stopAt < MOST_POINTS; stopAt++) {
    const [target] = await bring(world, request.stage, 1);
    if (!target) throw new Error("no order");
    const met = await killedDuring(world, database, victims, request, target, stopAt);
    await world.owner.query(
      "update http.idempotency set claimed_at = claimed_at - interval '61 seconds' where status is null",
    );
    const where = `${request.name} over HTTP, killed at ${stopAt} (${met ?? "the end"})`;
    const again = await send(url, request, target);
    if (again.status >= 300) findings.wrong.push(`${where}: the second try is answered ${again.status}`);
    await world.settle();
    await judged(world, request, target.order, where, findings);
    if (met === null) return;
    findings.kills += 1;
  }
}

/** Sends a request to a process that dies at a point of it; answers which, or null when it came to its end. */
async function killedDuring(
  world: World,
  database: TestDatabase,
  victims: Victims,
  request: Request,
  target: Target,
  stopAt: number,
): Promise<string | null> {
  const victim = await victims.take(world, serving(database, world, stopAt));
  const listening = await victim.standing;
  if (!("url" in listening)) throw new Error(`the API does not listen: ${JSON.stringify(listening)}`);
  const stopped = victim.next();
  const answer = send(listening.url, request, target).catch(() => null);
  const met = await Promise.race([stopped, answer]);
  await victim.kill();
  await answer;
  return met !== null && "at" in met ? met.at : null;
}

async function judged(
  world: World,
  { event }: Request,
  order: Order,
  where: string,
  findings: Findings,
): Promise<void> {
  const events = await world.eventsOf(order);
  expectOnce(
    findings,
    `${where}: ${event}`,
    events.filter(({ command }) => command === (event ?? "payment_captured")).length,
  );
}

async function send(url: string, { who, path }: Request, target: Target): Promise<{ status: number }> {
  const { payment } = target;
  const hook = payment && who === null ? webhook({ payment }, `paid:${payment}`) : null;
  const answer = await fetch(`${url}/api/v1${path(target)}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(who && { authorization: `Bearer ${who}`, "idempotency-key": `${path(target)}` }),
      ...(hook && { signature: "right" }),
    },
    body: hook ? Buffer.from(hook.body) : "{}",
  });
  return { status: answer.status };
}
