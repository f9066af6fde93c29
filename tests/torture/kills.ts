import { days, minutes } from "../../core/time/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import { addAll, type Findings, noFindings } from "./findings.ts";
import { SCENES, type Scene } from "./scenes.ts";
import { closeBooks } from "./verdict.ts";
import type { Standing, Victims } from "./victims.ts";
import type { Task } from "./words.ts";

export type KillSize = {
  /** How often the fault points of each scene are visited. */
  readonly rounds: number;
  /** Every point, and not only the first by each step from one to the next: an idle turn of a worker is like any other. */
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
  const ground: Ground = { world, appUrl: database.appUrl, victims };
  for (let round = 0; round < size.rounds; round++) {
    for (const scene of SCENES.filter(({ name }) => !size.only || size.only.test(name)))
      addAll(findings, await everyPoint(ground, scene, round > 0, size.all));
  }
  await closeBooks(world, "after all kills of workers", findings, days(40));
  return findings;
}

type Ground = { readonly world: World; readonly appUrl: string; readonly victims: Victims };

/** No scene has nearly as many: whoever gets here goes in circles. */
const MOST_KILLS = 500;

/**
 * One after the other is killed at the first place where none has been, until one comes to the end. What a worker finds to do is not
 * the same every time, so nobody says beforehand where these places are.
 */
async function everyPoint(ground: Ground, scene: Scene, forgetting: boolean, all: boolean): Promise<Findings> {
  const findings = noFindings();
  const steps: string[] = [];
  while (findings.kills < MOST_KILLS) {
    const stop = all ? { stopAt: findings.kills + 1 } : { stopAt: 0, stopBeyond: steps };
    const standing = await killed(ground, scene, stop, forgetting, findings);
    if (!("at" in standing)) return findings;
    findings.kills += 1;
    steps.push(standing.step);
  }
  findings.wrong.push(`${scene.name}: no end after ${MOST_KILLS} kills`);
  return findings;
}

/** One death, and what is there when the next worker has been; answers where it died. */
async function killed(
  { world, appUrl, victims }: Ground,
  scene: Scene,
  stop: Pick<Task, "stopAt" | "stopBeyond">,
  forgetting: boolean,
  findings: Findings,
): Promise<Standing> {
  const order = await scene.before(world);
  const task = { what: "work", appUrl, connections: 2, now: world.now(), ...stop, commands: [] } as const;
  const victim = await victims.take(world, task);
  const standing = await victim.standing;
  await victim.kill();
  const where = `${scene.name}, killed ${"at" in standing ? standing.at : "at the end"}`;
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
