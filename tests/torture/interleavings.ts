import { days } from "../../core/time/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import type { Dice } from "./dice.ts";
import { type Meeting, meetings } from "./expected.ts";
import { type Findings, noFindings } from "./findings.ts";
import { tracesOf } from "./operations.ts";
import type { Target } from "./stages.ts";
import { type Pair, type Runner, SIDES, steppedPair } from "./stepped.ts";
import { byStage, demandOf, type Supply, supplyOf } from "./supply.ts";
import { closeBooks, judge, type Told } from "./verdict.ts";
import type { Victims } from "./victims.ts";

export type InterleavingSize = {
  /** The most schedules of one pair; a pair that has more is drawn from by the dice and named as incomplete. */
  readonly most: number;
  /** The most of one of the pairs that people would lose most by. */
  readonly mostOfGravest: number;
  /** Only pairs of which both may win. */
  readonly rivals: boolean;
  readonly only?: RegExp;
};

const GRAVEST = [
  "staff_release staff_refund",
  "payout_follow payout_follow",
  "withdraw withdraw",
  "capture capture",
  "confirm inspection_deadline",
];

/**
 * Two processes stop at every fault point and one at a time is let go on, in every order that there is. Where one waits for a lock of
 * the other, only the other can go on, and the search knows it because PostgreSQL says so.
 */
export async function interleavings(
  database: TestDatabase,
  victims: Victims,
  size: InterleavingSize,
  dice: Dice,
): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 10_000_000 });
  const all = byStage(meetings(size.rivals).filter(({ a, b }) => !size.only || size.only.test(`${a} ${b}`)));
  const mostOf = ({ a, b }: Meeting) => (GRAVEST.includes(`${a} ${b}`) ? size.mostOfGravest : size.most);
  const supply = supplyOf(world, demandOf(all, mostOf));
  const ground: Ground = { world, dice, findings, supply, pair: await steppedPair(world, victims, database.appUrl) };
  for (const meeting of all) await everyOrder(ground, meeting, mostOf(meeting));
  await supply.end();
  await ground.pair.close();
  await closeBooks(world, "after all interleavings", findings, days(40));
  return findings;
}

type Ground = {
  readonly world: World;
  readonly pair: Pair;
  readonly supply: Supply;
  readonly dice: Dice;
  readonly findings: Findings;
};

/** What was chosen at each step of a schedule, and what else could have been. */
type Choice = { readonly taken: number; readonly open: readonly number[] };

async function everyOrder(ground: Ground, meeting: Meeting, most: number): Promise<void> {
  const { dice, findings, supply } = ground;
  // Schedules that have been seen to exist and were not run; drawn from at random, so that a search that is cut short is a sample.
  const untried: (readonly number[])[] = [[]];
  for (let count = 0; untried.length > 0 && count < most; count++) {
    const [prefix] = untried.splice(dice.below(untried.length), 1);
    if (!prefix) throw new Error("no schedule left");
    const target = await supply.take(meeting.stage);
    untried.push(...branches(await oneOrder(ground, meeting, target, prefix), prefix.length));
    findings.interleavings += 1;
  }
  if (untried.length > 0) findings.incomplete.push(`${meeting.a} x ${meeting.b} at ${meeting.stage}`);
}

/** The schedules that part from this one at a choice after its prefix. */
const branches = (choices: readonly Choice[], from: number): (readonly number[])[] =>
  choices.flatMap(({ taken, open }, at) => {
    const soFar = choices.slice(0, at).map((choice) => choice.taken);
    return at < from ? [] : open.filter((side) => side !== taken).map((side) => [...soFar, side]);
  });

async function oneOrder(
  ground: Ground,
  meeting: Meeting,
  target: Target,
  prefix: readonly number[],
): Promise<Choice[]> {
  const { world, pair, findings } = ground;
  const before = await tracesOf(world.owner, target);
  const runners = pair.begin([meeting.a, meeting.b], target);
  const choices = await follow(ground, runners, prefix);
  const told: Told = { a: runners[0]?.won ? 1 : 0, b: runners[1]?.won ? 1 : 0, before };
  const schedule = choices.map(({ taken }) => SIDES[taken]).join("");
  const seen = noFindings();
  for (const { failed } of runners) if (failed) seen.wrong.push(`${meeting.a} x ${meeting.b}: ${failed}`);
  await judge(world, meeting, target, [1, 1], told, seen);
  for (const list of ["lost", "doubled", "wrong"] as const)
    findings[list].push(...seen[list].map((sentence) => `${sentence} (order ${schedule})`));
  return choices;
}

/** Lets the processes go on, one at a time: first as the prefix says, then as the dice do. */
async function follow(
  { pair, dice }: Ground,
  runners: readonly Runner[],
  prefix: readonly number[],
): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (;;) {
    await pair.settled(runners);
    const open = runners.flatMap(({ state }, side) => (state === "stopped" ? [side] : []));
    if (open.length === 0) return choices;
    const wanted = prefix[choices.length];
    const taken = wanted !== undefined && open.includes(wanted) ? wanted : (open[dice.below(open.length)] ?? 0);
    choices.push({ taken, open });
    runners[taken]?.go();
  }
}
