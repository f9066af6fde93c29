import { setTimeout as pause } from "node:timers/promises";
import { days, minutes } from "../../core/time/index.ts";
import { connect, type Database } from "../../server/runtime/database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import { command, commandsFor, expectKept } from "./acknowledged.ts";
import type { Cluster, DeathOfPostgres } from "./cluster.ts";
import type { Dice } from "./dice.ts";
import { type Findings, noFindings } from "./findings.ts";
import { leasesEnd } from "./kills.ts";
import { SCENES } from "./scenes.ts";
import { closeBooks } from "./verdict.ts";
import type { Victims } from "./victims.ts";

export type PostgresSize = {
  /** Under load, at moments that the dice choose. */
  readonly kills: number;
  readonly commands: number;
  /** How often it is killed at each of the places below. */
  readonly rounds: number;
};

/** Where a worker stands when its database dies: at what it has done and not yet written, and at what it has written and not yet told. */
const PLACES: readonly (readonly [scene: string, point: string])[] = [
  ["payment made", "before commit"],
  ["payment made", "after commit"],
  ["refund", "before testpay refund"],
  ["refund", "after testpay refund"],
  ["release and payout", "after testbank send"],
  ["dispatch", "after testpost book"],
];

const DEATHS: readonly DeathOfPostgres[] = ["backend", "postmaster", "backend", "whole cluster"];

/** PostgreSQL dies under load, wholly or one backend of it, and comes back: nothing that it acknowledged is gone. */
export async function postgresKills(
  cluster: Cluster,
  victims: Victims,
  size: PostgresSize,
  dice: Dice,
): Promise<Findings> {
  const findings = noFindings();
  const database = await cluster.database({ connections: 10 });
  const world = await createWorld(database, { stock: 1_000_000 });
  for (let nth = 0; nth < size.kills; nth++) {
    const death = DEATHS[nth % DEATHS.length] ?? "backend";
    const { commands } = await commandsFor(world, size.commands);
    const db = connect(database.appUrl, { connections: 6, name: "under load" });
    const told: { key: string; done: boolean }[] = [];
    const load = commands.map(async (given, place) => {
      await pause(place % 8);
      const done = await command(db, world, given).catch(() => null);
      if (done !== null) told.push({ key: given.key, done });
    });
    await pause(dice.below(30));
    await cluster.killAndRestart(death, await aBackend(world.owner));
    await Promise.all(load);
    await db.close();
    await answering(world.owner, world.db);
    await expectKept(world, commands, told, `PostgreSQL killed (${death})`, findings);
    findings.kills += 1;
  }
  for (let round = 0; round < size.rounds; round++)
    for (const [nth, place] of PLACES.entries()) {
      const death = (nth + round) % 2 === 0 ? "postmaster" : "whole cluster";
      await killedAt(cluster, world, victims, place, death, findings);
    }
  await closeBooks(world, "after all kills of PostgreSQL", findings, days(40));
  await database.drop();
  return findings;
}

/** The worker lives and goes on without its database, whatever that brings it to; the next one finishes the work. */
async function killedAt(
  cluster: Cluster,
  world: World,
  victims: Victims,
  [name, point]: (typeof PLACES)[number],
  death: DeathOfPostgres,
  findings: Findings,
): Promise<void> {
  const scene = SCENES.find((one) => one.name === name);
  if (!scene) throw new Error(`no scene ${name}`);
  const order = await scene.before(world);
  const task = { what: "work", appUrl: world.test.appUrl, connections: 2, now: world.now(), stopAt: 0 } as const;
  const victim = await victims.take(world, { ...task, commands: [], stopWhen: point });
  const standing = await victim.standing;
  const where = `${name}, PostgreSQL killed (${death}) ${point}`;
  if (!("at" in standing)) findings.wrong.push(`${where}: the worker came to ${JSON.stringify(standing)}`);
  await cluster.killAndRestart(death);
  const end = victim.next();
  victim.go();
  await end;
  await victim.kill();
  await answering(world.owner, world.db);
  await leasesEnd(world);
  await world.settle();
  await world.pass(minutes(1));
  await scene.after(world, order, findings, where);
  await world.settle();
  findings.kills += 1;
}

async function aBackend(owner: Database): Promise<number> {
  const busy = await owner.maybe<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and application_name = 'under load' limit 1",
  );
  return busy?.pid ?? (await owner.one<{ pid: number }>("select pg_backend_pid() as pid")).pid;
}

/** Idle connections that died with the server are found out one by one. */
async function answering(...databases: readonly Database[]): Promise<void> {
  for (const db of databases) {
    for (let good = 0, tries = 0; good < 12 && tries < 200; tries++) {
      const answered = await db.one("select 1").then(
        () => true,
        () => false,
      );
      good = answered ? good + 1 : 0;
      if (!answered) await pause(20);
    }
  }
}
