import { setTimeout as pause } from "node:timers/promises";
import { days } from "../../core/time/index.ts";
import { connect, type Database } from "../../server/runtime/database/index.ts";
import { createWorld } from "../money/world.ts";
import { command, commandsFor, expectKept } from "./acknowledged.ts";
import type { Cluster, DeathOfPostgres } from "./cluster.ts";
import type { Dice } from "./dice.ts";
import { type Findings, noFindings } from "./findings.ts";
import { closeBooks } from "./verdict.ts";

export type PostgresSize = { readonly kills: number; readonly commands: number };

const DEATHS: readonly DeathOfPostgres[] = ["backend", "postmaster", "backend", "whole cluster"];

/** PostgreSQL dies under load, wholly or one backend of it, and comes back: nothing that it acknowledged is gone. */
export async function postgresKills(
  cluster: Cluster,
  size: PostgresSize,
  dice: Dice,
): Promise<{ findings: Findings; outages: number[] }> {
  const findings = noFindings();
  const database = await cluster.database({ connections: 10 });
  const outages: number[] = [];
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
    outages.push(await cluster.killAndRestart(death, await aBackend(world.owner)));
    await Promise.all(load);
    await db.close();
    await answering(world.owner, world.db);
    await expectKept(world, commands, told, `PostgreSQL killed (${death})`, findings);
    findings.kills += 1;
  }
  await closeBooks(world, "after all kills of PostgreSQL", findings, days(3));
  await database.drop();
  return { findings, outages };
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
