import { days, minutes } from "../../core/time/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import { addAll, type Findings, noFindings } from "./findings.ts";
import { SCENES, type Scene } from "./scenes.ts";
import { closeBooks } from "./verdict.ts";
import type { Victims } from "./victims.ts";

export type KillSize = {
  /** How often each fault point of each scene is visited. */
  readonly rounds: number;
  /** Every so many points; the short setting may leave some out. */
  readonly stride: number;
  readonly only?: RegExp;
};

/**
 * A worker process is killed with SIGKILL at every fault point of every scene, and the next one finishes the work. From the second
 * round on the providers forget the keys of what they have done, so that whatever is sent again is done again.
 */
export async function workerKills(database: TestDatabase, victims: Victims, size: KillSize): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1_000_000 });
  for (let round = 0; round < size.rounds; round++) {
    for (const scene of SCENES.filter(({ name }) => !size.only || size.only.test(name)))
      addAll(findings, await killed(world, database, victims, scene, round, size.stride));
  }
  await closeBooks(world, "after all kills of workers", findings, days(40));
  return findings;
}

const MOST_POINTS = 500;

async function killed(
  world: World,
  { appUrl }: TestDatabase,
  victims: Victims,
  scene: Scene,
  round: number,
  stride: number,
): Promise<Findings> {
  const findings = noFindings();
  for (let stopAt = 1 + (round % stride); stopAt < MOST_POINTS; stopAt += stride) {
    const order = await scene.before(world);
    const task = { what: "work", appUrl, connections: 2, now: world.now(), stopAt, commands: [] } as const;
    const victim = await victims.take(world, task);
    const standing = await victim.standing;
    await victim.kill();
    const where = `${scene.name}, killed at ${stopAt} (${"at" in standing ? standing.at : "the end"})`;
    if ("over" in standing && standing.error) findings.wrong.push(`${where}: ${standing.error}`);
    if (round > 0) {
      world.gateway.forgetKeys();
      world.rail.forgetKeys();
    }
    await leasesEnd(world);
    await world.settle();
    await world.pass(minutes(1));
    await scene.after(world, order, findings, where);
    await world.settle();
    if (!("at" in standing)) break;
    findings.kills += 1;
  }
  return findings;
}

/** A minute goes by on the database's own clock, which nobody may move. */
export const leasesEnd = ({ owner }: World): Promise<unknown> =>
  owner.query("update runtime.job set leased_until = now() - interval '1 second' where lease is not null");
