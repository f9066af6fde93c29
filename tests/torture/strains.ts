import { type DealId, uuidOf } from "../../core/ids/index.ts";
import { days } from "../../core/time/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import { connect, type Queryable } from "../../server/runtime/database/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import { command, commandsFor, expectKept } from "./acknowledged.ts";
import { expectOnce, type Findings, noFindings } from "./findings.ts";
import { leasesEnd } from "./kills.ts";
import { bring, type Target } from "./stages.ts";
import { closeBooks } from "./verdict.ts";
import type { Victims } from "./victims.ts";

/** A transaction is held open while later ones commit and are told: what it announced is told when it commits at last. */
export async function heldOpen(database: TestDatabase): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1000 });
  const { commands } = await commandsFor(world, 2);
  const [early, late] = commands;
  if (!early || !late) throw new Error("no orders");
  const gate = { arrived: Promise.withResolvers<void>(), open: Promise.withResolvers<void>() };
  // A command that moves no money, for money would let the later one wait on the same account.
  const held = world.db.transaction(async (tx) => {
    await advance(tx, early.deal, { name: "accept", by: "seller", at: world.now() }, world.now());
    gate.arrived.resolve();
    await gate.open.promise;
  });
  await gate.arrived.promise;
  await command(world.db, world, late);
  await world.settle();
  gate.open.resolve();
  await held;
  await world.settle();
  expectOnce(findings, "the refund of the later transaction", world.gateway.refunds.length);
  const [order] = await world.owner.query<{ status: string }>('select status from orders."order" where deal_id = $1', [
    uuidOf(early.deal),
  ]);
  if (order?.status !== "order_confirmed") findings.lost.push(`a commit that came late is not told: ${order?.status}`);
  await closeBooks(world, "after a late commit", findings, days(1));
  return findings;
}

/** Two transactions take the same two deals in opposite order: one is refused by PostgreSQL, runs again as a whole, and ends. */
export async function deadlocks(database: TestDatabase, times: number): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1000 });
  for (let nth = 0; nth < times; nth++) await oneDeadlock(world, findings);
  if (findings.retries < times) findings.wrong.push(`${findings.retries} retries for ${times} deadlocks`);
  await closeBooks(world, "after deadlocks", findings, days(3));
  return findings;
}

async function oneDeadlock(world: World, findings: Findings): Promise<void> {
  const targets = await bring(world, "locked", 2);
  const runs = { count: 0 };
  const both = Promise.withResolvers<void>();
  // A command that moves no money: the two would meet at a shared account before they meet at each other's deal.
  const accept = (tx: Queryable, deal: DealId) =>
    advance(tx, deal, { name: "accept", by: "seller", at: world.now() }, world.now(), { key: `accept:${deal}` });
  const inOrder = ([one, other]: readonly Target[]) =>
    world.db.transaction(async (tx) => {
      if (one) await accept(tx, one.order.deal);
      runs.count += 1;
      if (runs.count >= 2) both.resolve();
      await both.promise;
      if (other) await accept(tx, other.order.deal);
    });
  for (const ended of await Promise.allSettled([inOrder(targets), inOrder(targets.toReversed())]))
    if (ended.status === "rejected") findings.wrong.push(`a deadlock: ${String(ended.reason)}`);
  findings.retries += runs.count - 2;
  for (const { order } of targets) {
    const accepted = (await world.eventsOf(order)).filter((event) => event.command === "accept").length;
    expectOnce(findings, "a command in a transaction that was a deadlock's victim", accepted);
  }
}

/** Many more callers than connections: each waits its turn or is told that there is no room, and none is lost. */
export async function starvation(database: TestDatabase, callers: number): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 10_000 });
  const { commands } = await commandsFor(world, Math.ceil(callers / 10));
  const db = connect(database.appUrl, { connections: 2, name: "starving" });
  const told: { key: string; done: boolean }[] = [];
  const calls = Array.from({ length: callers }, async (_, nth) => {
    const given = commands[nth % commands.length];
    if (given) told.push({ key: given.key, done: await command(db, world, given) });
  });
  const refused = (await Promise.allSettled(calls)).filter(({ status }) => status === "rejected").length;
  if (refused > 0) findings.wrong.push(`${refused} of ${callers} callers were refused`);
  await db.close();
  await expectKept(world, commands, told, `${callers} callers on 2 connections`, findings);
  await closeBooks(world, "after starvation", findings, days(1));
  return findings;
}

const MOST_DEATHS = 30;

/** A job that kills its worker each time: the others go on, its attempts are counted before the try, and in the end it is set aside. */
export async function poison(database: TestDatabase, victims: Victims): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1000 });
  const { order: bad } = await world.paid();
  const { order: good } = await world.paid();
  await world.give(bad, "cancel", "buyer");
  const stateOf = async (order: typeof bad): Promise<string | undefined> => (await world.refunds(order))[0]?.state;
  while (findings.kills < MOST_DEATHS) {
    const task = {
      what: "work",
      appUrl: database.appUrl,
      connections: 2,
      now: world.now(),
      stopAt: 0,
      commands: [],
    } as const;
    const victim = await victims.take(world, { ...task, stopWhen: "before testpay refund" });
    const standing = await victim.standing;
    await victim.kill();
    if (!("at" in standing)) break;
    findings.kills += 1;
    if (findings.kills === 1) {
      // The lease of the poisonous job still runs, and the next worker does the other one.
      await world.give(good, "cancel", "buyer");
      await world.settle();
      if ((await stateOf(good)) !== "succeeded") findings.lost.push("a job behind a poisonous one is not done");
    }
    await leasesEnd(world);
  }
  const { attempts } = await world.owner.one<{ attempts: number }>(
    "select coalesce(max(attempts), 0)::int as attempts from runtime.job where kind = 'refund.follow'",
  );
  if (attempts < findings.kills) findings.lost.push(`${findings.kills} deaths, ${attempts} attempts counted`);
  if (findings.kills === MOST_DEATHS)
    findings.wrong.push(`a job killed ${MOST_DEATHS} workers and is still tried at once`);
  await closeBooks(world, "after a poisonous job", findings, days(1));
  if ((await stateOf(bad)) !== "succeeded")
    findings.lost.push(`the refund of a job set aside is ${await stateOf(bad)}`);
  return findings;
}
