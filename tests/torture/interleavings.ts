import { setImmediate as turn } from "node:timers/promises";
import { days } from "../../core/time/index.ts";
import { connect, type Database } from "../../server/runtime/database/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import type { Dice } from "./dice.ts";
import { type Meeting, meetings, type OperationName } from "./expected.ts";
import { type Findings, noFindings } from "./findings.ts";
import { actOf, handsOf, tracesOf } from "./operations.ts";
import { withPoints } from "./points.ts";
import { lookAgain } from "./races.ts";
import { bring, type Target } from "./stages.ts";
import { closeBooks, judge, type Told } from "./verdict.ts";

export type InterleavingSize = {
  /** The most schedules of one pair; a pair that has more is drawn from by the dice and named as incomplete. */
  readonly most: number;
  /** Only pairs of which both may win. */
  readonly rivals: boolean;
  readonly only?: RegExp;
};

/**
 * Two clients stop at every fault point and one at a time is let go on, in every order that there is. Where one waits for a lock of
 * the other, only the other can go on, and the search knows it because PostgreSQL says so.
 */
export async function interleavings(database: TestDatabase, size: InterleavingSize, dice: Dice): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 10_000_000 });
  const pools = SIDES.map((side) => connect(database.appUrl, { connections: 3, name: `stepped ${side}` }));
  try {
    for (const meeting of meetings(size.rivals).filter(({ a, b }) => !size.only || size.only.test(`${a} ${b}`)))
      await everyOrder(world, meeting, pools, size.most, dice, findings);
    await closeBooks(world, "after all interleavings", findings, days(40));
  } finally {
    await Promise.all(pools.map((db) => db.close()));
  }
  return findings;
}

const SIDES = ["a", "b"] as const;

/** What was chosen at each step of a schedule, and what else could have been. */
type Choice = { readonly taken: number; readonly open: readonly number[] };

/** How many orders of one pair are prepared at a time. */
const AHEAD = 12;

async function everyOrder(
  world: World,
  meeting: Meeting,
  pools: readonly Database[],
  most: number,
  dice: Dice,
  findings: Findings,
): Promise<void> {
  // Who tells, tells everything that waits: no other order may be among it.
  const ahead = meeting.stage === "untold" ? 1 : AHEAD;
  // Schedules that have been seen to exist and were not run; drawn from at random, so that a search that is cut short is a sample.
  const untried: (readonly number[])[] = [[]];
  let done: Target[] = [];
  for (let count = 0; untried.length > 0 && count < most; count++) {
    if (count % ahead === 0) {
      await lookAgain(world, done);
      done = await bring(world, meeting.stage, Math.min(ahead, most - count));
    }
    const target = done[count % ahead];
    const [prefix] = untried.splice(dice.below(untried.length), 1);
    if (!target || !prefix) throw new Error("no order left");
    untried.push(...branches(await oneOrder(world, meeting, target, pools, prefix, dice, findings), prefix.length));
    findings.interleavings += 1;
  }
  await lookAgain(world, done);
  if (untried.length > 0) findings.incomplete.push(`${meeting.a} x ${meeting.b} at ${meeting.stage}`);
}

/** The schedules that part from this one at a choice after its prefix. */
const branches = (choices: readonly Choice[], from: number): (readonly number[])[] =>
  choices.flatMap(({ taken, open }, at) => {
    const soFar = choices.slice(0, at).map((choice) => choice.taken);
    return at < from ? [] : open.filter((side) => side !== taken).map((side) => [...soFar, side]);
  });

/** One of the two clients: where it stands, and how to let it go on. */
type Runner = {
  state: "running" | "stopped" | "over";
  go: () => void;
  won: boolean;
  failed: unknown;
};

async function oneOrder(
  world: World,
  meeting: Meeting,
  target: Target,
  pools: readonly Database[],
  prefix: readonly number[],
  dice: Dice,
  findings: Findings,
): Promise<Choice[]> {
  const before = await tracesOf(world.owner, target);
  const names: readonly OperationName[] = [meeting.a, meeting.b];
  const runners = pools.map((db, side) => start(world, db, names[side] ?? meeting.a, target, side));
  const choices = await follow(world, runners, prefix, dice);
  const told: Told = { a: runners[0]?.won ? 1 : 0, b: runners[1]?.won ? 1 : 0, before };
  const schedule = choices.map(({ taken }) => SIDES[taken]).join("");
  const seen = noFindings();
  for (const { failed } of runners) if (failed) seen.wrong.push(`${meeting.a} x ${meeting.b}: ${String(failed)}`);
  await judge(world, meeting, target, [1, 1], told, seen);
  for (const list of ["lost", "doubled", "wrong"] as const)
    findings[list].push(...seen[list].map((sentence) => `${sentence} (order ${schedule})`));
  return choices;
}

/** Lets the clients go on, one at a time: first as the prefix says, then as the dice do. */
async function follow(
  world: World,
  runners: readonly Runner[],
  prefix: readonly number[],
  dice: Dice,
): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (;;) {
    await settled(world, runners);
    const open = runners.flatMap(({ state }, side) => (state === "stopped" ? [side] : []));
    if (open.length === 0) return choices;
    const wanted = prefix[choices.length];
    const taken = wanted !== undefined && open.includes(wanted) ? wanted : (open[dice.below(open.length)] ?? 0);
    choices.push({ taken, open });
    runners[taken]?.go();
  }
}

function start(world: World, db: Database, name: OperationName, target: Target, nth: number): Runner {
  const runner: Runner = { state: "running", go: () => {}, won: false, failed: null };
  const parts = withPoints({ ...world.parts, db }, () => {
    runner.state = "stopped";
    return new Promise((resolve) => {
      runner.go = () => {
        runner.state = "running";
        resolve();
      };
    });
  });
  const run = async (): Promise<void> => {
    try {
      runner.won = await actOf(name)(world, handsOf(parts), target, nth);
    } catch (error) {
      runner.failed = error;
    } finally {
      runner.state = "over";
    }
  };
  void run();
  return runner;
}

const PATIENCE_MS = 20_000;

/** Waits until each client is at a point, at its end, or waiting for a lock that another holds. */
async function settled(world: World, runners: readonly Runner[]): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let looks = 0; ; looks++) {
    const running = SIDES.filter((_, side) => runners[side]?.state === "running");
    if (running.length === 0) return;
    const somebodyCanGo = runners.some(({ state }) => state === "stopped");
    if (somebodyCanGo && looks > 3 && (await allWait(world, running))) return;
    if (performance.now() > deadline) throw new Error(`${running.join(" and ")} neither goes on nor waits for a lock`);
    await turn();
  }
}

/** Asked in the role of the clients, for PostgreSQL shows nobody else what they wait for. */
async function allWait({ db }: World, sides: readonly string[]): Promise<boolean> {
  const rows = await db.query<{ name: string }>(
    "select distinct application_name as name from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  );
  return sides.every((side) => rows.some(({ name }) => name === `stepped ${side}`));
}
