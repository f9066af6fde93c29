import { setInterval } from "node:timers";
import { at, type Instant } from "@amana/core/time";
import type { Clock } from "../../ports/clock.ts";
import type { Queryable } from "../database/index.ts";

export type FollowedClock = Clock & {
  /** How far this machine's clock stands behind the database's, in milliseconds; below zero when it is ahead. */
  behind(): number;
  /** Looks at the database's clock again. */
  follow(): Promise<void>;
  stop(): void;
};

const EVERY_MS = 10_000;

/**
 * The database's clock, for it is the one that all processes share: asked for now and then, with half of the round trip added
 * (Cristian's algorithm), and told by the machine's own in between. It never goes back, so that what was due stays due.
 */
export async function followDatabase(
  db: Pick<Queryable, "one">,
  machine: () => number = Date.now,
  onProblem: (error: unknown) => void = () => {},
): Promise<FollowedClock> {
  let behind = 0;
  let last = 0;
  const follow = async (): Promise<void> => {
    const asked = machine();
    const { now } = await db.one<{ now: Instant }>("select clock_timestamp() as now");
    const answered = machine();
    behind = now - (asked + answered) / 2;
  };
  await follow();
  const timer = setInterval(() => void follow().catch(onProblem), EVERY_MS);
  timer.unref();
  return {
    now: () => {
      last = Math.max(last, Math.round(machine() + behind));
      return at(last);
    },
    behind: () => behind,
    follow,
    stop: () => clearInterval(timer),
  };
}
