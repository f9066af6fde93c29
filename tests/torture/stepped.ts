import { setTimeout as pause } from "node:timers/promises";
import type { World } from "../money/world.ts";
import type { OperationName } from "./expected.ts";
import type { Target } from "./stages.ts";
import type { Standing, Victim, Victims } from "./victims.ts";

/** Two processes that stop at every fault point and go on when they are let. */
export type Pair = {
  /** Begins an operation in each of them. */
  begin(names: readonly OperationName[], target: Target): readonly Runner[];
  /** Waits until each is at a point, at its end, or waiting for a lock that the other holds. */
  settled(runners: readonly Runner[]): Promise<void>;
  close(): Promise<void>;
};

/** Where one of the two is in its operation, and how to let it go on. */
export type Runner = {
  state: "running" | "stopped" | "over";
  go: () => void;
  won: boolean;
  failed: string | null;
};

export const SIDES = ["a", "b"] as const;

export async function steppedPair(world: World, victims: Victims, appUrl: string): Promise<Pair> {
  const bell = { ring: () => {} };
  const both = await Promise.all(SIDES.map((side) => standingBy(world, victims, appUrl, side)));
  return {
    begin: (names, target) =>
      both.map((victim, nth) => {
        const steps = { name: names[nth] ?? "tell", target, nth, now: world.now() };
        return runnerOf(victim, steps, () => bell.ring());
      }),
    async settled(runners) {
      const deadline = performance.now() + PATIENCE_MS;
      while (runners.some(({ state }) => state === "running")) {
        const rung = new Promise<true>((resolve) => {
          bell.ring = () => resolve(true);
        });
        if (await Promise.race([rung, pause(LOOK_AFTER_MS, false)])) continue;
        const running = SIDES.filter((_, side) => runners[side]?.state === "running");
        const somebodyCanGo = runners.some(({ state }) => state === "stopped");
        if (somebodyCanGo && (await allWait(world, running))) return;
        if (performance.now() > deadline)
          throw new Error(`${running.join(" and ")} neither goes on nor waits for a lock`);
      }
    },
    async close() {
      await Promise.all(both.map((victim) => victim.kill()));
    },
  };
}

/** Longer than a statement takes, so that PostgreSQL is seldom asked in vain. */
const LOOK_AFTER_MS = 4;
const PATIENCE_MS = 20_000;

async function standingBy(world: World, victims: Victims, appUrl: string, side: string): Promise<Victim> {
  const task = { what: "steps", appUrl, connections: 3, now: world.now(), stopAt: 0, commands: [] } as const;
  const victim = await victims.take(world, { ...task, as: nameOf(side) });
  const standing = await victim.standing;
  if (!("at" in standing)) throw new Error(`a process of two came to ${JSON.stringify(standing)}`);
  return victim;
}

function runnerOf(victim: Victim, steps: Parameters<Victim["step"]>[0], changed: () => void): Runner {
  const runner: Runner = { state: "running", go: () => {}, won: false, failed: null };
  const stands = (standing: Standing): void => {
    if ("at" in standing) {
      runner.state = "stopped";
      runner.go = () => {
        runner.state = "running";
        void victim.next().then(stands);
        victim.go();
      };
    } else {
      runner.state = "over";
      runner.won = "won" in standing && standing.won;
      runner.failed = "won" in standing ? standing.error : JSON.stringify(standing);
    }
    changed();
  };
  void victim.next().then(stands);
  victim.step(steps);
  return runner;
}

const nameOf = (side: string): string => `stepped ${side}`;

/** Asked in the role of the processes, for PostgreSQL shows nobody else what they wait for. */
async function allWait({ db }: World, sides: readonly string[]): Promise<boolean> {
  const rows = await db.query<{ name: string }>(
    "select distinct application_name as name from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  );
  return sides.every((side) => rows.some(({ name }) => name === nameOf(side)));
}
