import { days } from "../../core/time/index.ts";
import { connect, type Database } from "../../server/runtime/database/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import type { Dice } from "./dice.ts";
import { type Meeting, meetings } from "./expected.ts";
import { type Findings, noFindings } from "./findings.ts";
import { actOf, type Hands, handsOf, tracesOf } from "./operations.ts";
import type { Target } from "./stages.ts";
import { byStage, demandOf, type Supply, supplyOf } from "./supply.ts";
import { closeBooks, judge, type Told } from "./verdict.ts";

export type RaceSize = {
  readonly orders: number;
  /** Of each of the two operations. */
  readonly racers: number;
  /** Only pairs of which both may win. */
  readonly rivals: boolean;
  /** Chooses pairs by the names of their operations; all of them when absent. */
  readonly only?: RegExp;
};

/**
 * Every pair of operations races on real PostgreSQL, over connections of its own. Half of the racers share one application, so that
 * their commands may go to the database together; the others have one each.
 */
export async function races(database: TestDatabase, size: RaceSize, dice: Dice): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 10_000_000, bankAccount: true });
  const pools = poolsFor(database, size.racers);
  const teams = pools.map((db) => handsOf({ ...world.parts, db }));
  try {
    await Promise.all(pools.map((db) => db.one("select 1")));
    const all = byStage(meetings(size.rivals).filter(({ a, b }) => !size.only || size.only.test(`${a} ${b}`)));
    const supply = supplyOf(
      world,
      demandOf(all, () => size.orders),
    );
    for (const meeting of all) await race(world, meeting, size, supply, teams, dice, findings);
    await supply.end();
    await closeBooks(world, "after all races", findings, days(40));
  } finally {
    await Promise.all(pools.map((db) => db.close()));
  }
  return findings;
}

/** The first pool is shared by half of all racers. */
function poolsFor({ appUrl }: TestDatabase, racers: number): Database[] {
  const shared = connect(appUrl, { connections: 8, name: "racers together" });
  const own = Array.from({ length: racers }, (_, nth) => connect(appUrl, { connections: 2, name: `racer ${nth}` }));
  return [shared, ...own];
}

async function race(
  world: World,
  meeting: Meeting,
  { orders, racers }: RaceSize,
  supply: Supply,
  teams: readonly Hands[],
  dice: Dice,
  findings: Findings,
): Promise<void> {
  for (let nth = 0; nth < orders; nth++) {
    const target = await supply.take(meeting.stage);
    const told = await run(world, meeting, target, racers, teams, dice, findings);
    await judge(world, meeting, target, [racers, racers], told, findings);
    findings.races += 1;
    findings.attempts += 2 * racers;
  }
}

async function run(
  world: World,
  { a, b }: Meeting,
  target: Target,
  racers: number,
  teams: readonly Hands[],
  dice: Dice,
  findings: Findings,
) {
  const told: Told = { a: 0, b: 0, before: await tracesOf(world.owner, target) };
  const entries = Array.from({ length: racers }, (_, nth) => [
    { side: "a" as const, name: a, nth: a === b ? 2 * nth : nth },
    { side: "b" as const, name: b, nth: a === b ? 2 * nth + 1 : nth },
  ]).flat();
  const started = dice.shuffled(entries).map(async ({ side, name, nth }, place) => {
    const hands = teams[place % 2 === 0 ? 0 : 1 + (place % (teams.length - 1))];
    if (!hands) throw new Error("a racer without hands");
    if (await actOf(name)(world, hands, target, nth)) told[side] += 1;
  });
  for (const ended of await Promise.allSettled(started))
    if (ended.status === "rejected") findings.wrong.push(`${a} x ${b}: ${String(ended.reason)}`);
  return told;
}
