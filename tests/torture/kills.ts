import { days, minutes } from "../../core/time/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import { addAll, type Findings, noFindings } from "./findings.ts";
import { SCENES, type Scene } from "./scenes.ts";
import { closeBooks } from "./verdict.ts";
import type { Standing, Victims } from "./victims.ts";

export type KillSize = {
  /** How often the fault points of each scene are visited. */
  readonly rounds: number;
  /** Every point, and not only the first between the same two deeds: an idle turn of a worker is like any other. */
  readonly all: boolean;
  readonly only?: RegExp;
};

/**
 * A worker process is killed with SIGKILL at every fault point of every scene, and the next one finishes the work. From the second
 * round on the providers forget the keys of what they have done, so that whatever is sent again is done again.
 */
export async function workerKills(database: TestDatabase, victims: Victims, size: KillSize): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1_000_000 });
  // What follows from making the world is no scene's.
  await world.settle();
  const ground: Ground = { world, appUrl: database.appUrl, victims };
  for (let round = 0; round < size.rounds; round++) {
    for (const scene of SCENES.filter(({ name }) => !size.only || size.only.test(name)))
      addAll(findings, await everyPoint(ground, scene, round > 0, size.all));
  }
  await closeBooks(world, "after all kills of workers", findings, days(40));
  return findings;
}

type Ground = { readonly world: World; readonly appUrl: string; readonly victims: Victims };

/** Where a process that goes through these points is killed, from 1: at each, or once for each point and the one before it. */
const stopsOf = (points: readonly string[], all: boolean): number[] => {
  const seams = points.map((point, index) => `${points[index - 1]} > ${point}`);
  return points.flatMap((_, index) => (all || seams.indexOf(seams[index] ?? "") === index ? [index + 1] : []));
};

async function everyPoint(ground: Ground, scene: Scene, forgetting: boolean, all: boolean): Promise<Findings> {
  const findings = noFindings();
  const whole = await killed(ground, scene, 0, forgetting, findings);
  if (!("over" in whole)) throw new Error(`${scene.name} came to ${JSON.stringify(whole)}`);
  const met = new Set<string>();
  for (const stopAt of stopsOf(whole.over, all)) {
    const standing = await killed(ground, scene, stopAt, forgetting, findings);
    if (!("at" in standing)) continue;
    met.add(standing.at);
    findings.kills += 1;
  }
  for (const point of new Set(whole.over))
    if (!met.has(point)) findings.wrong.push(`${scene.name}: nobody was killed ${point}`);
  return findings;
}

/** One death, and what is there when the next worker has been; answers where it died. */
async function killed(
  { world, appUrl, victims }: Ground,
  scene: Scene,
  stopAt: number,
  forgetting: boolean,
  findings: Findings,
): Promise<Standing> {
  const order = await scene.before(world);
  const task = { what: "work", appUrl, connections: 2, now: world.now(), stopAt, commands: [] } as const;
  const victim = await victims.take(world, task);
  const standing = await victim.standing;
  await victim.kill();
  const where = `${scene.name}, killed at ${stopAt} (${"at" in standing ? standing.at : "the end"})`;
  if ("over" in standing && standing.error) findings.wrong.push(`${where}: ${standing.error}`);
  if (forgetting) {
    world.gateway.forgetKeys();
    world.rail.forgetKeys();
  }
  await leasesEnd(world);
  await world.settle();
  await world.pass(minutes(1));
  await scene.after(world, order, findings, where);
  await world.settle();
  return standing;
}

/** A minute goes by on the database's own clock, which nobody may move. */
export const leasesEnd = ({ owner }: World): Promise<unknown> =>
  owner.query("update runtime.job set leased_until = now() - interval '1 second' where lease is not null");
