import type { Database } from "#runtime/database";
import type { Clock } from "../../ports/clock.ts";
import { type JobHandler, runDueJobs } from "./jobs.ts";
import { relay, type Subscription } from "./outbox.ts";

export type Work = {
  readonly db: Database;
  readonly clock: Clock;
  readonly subscriptions: readonly Subscription[];
  /** False: what has happened is told by another worker. */
  readonly tells?: false;
  readonly jobs: readonly JobHandler[];
  /** How many jobs run side by side; 1 when absent. */
  readonly jobsAtOnce?: number;
  /** Acts on deadlines that are due; answers how many it acted on. */
  readonly sweep: () => Promise<number>;
  readonly onError: (error: unknown) => void;
};

export type Worker = {
  /** Starts the turns of a worker that was made paused. */
  begin(): void;
  /** Looks for work now rather than at the next tick. */
  wake(): void;
  /** Runs something while no turn is under way; turns go on after it. */
  whileStill<T>(something: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
};

const JOBS_A_TURN = 50;

/** One turn: what has happened is told, what is due is done. Answers how much there was. */
async function turn(work: Work): Promise<number> {
  const told = work.tells === false ? 0 : await relay(work.db, work.subscriptions, work.clock.now());
  const swept = await work.sweep();
  const ran = await runDueJobs(work.db, work.jobs, () => work.clock.now(), JOBS_A_TURN, work.jobsAtOnce ?? 1);
  return told + swept + ran;
}

/** Works until nothing is due at the clock's present time: the sandbox moves its clock in such steps. */
export async function drain(work: Work, mostTurns = 1000): Promise<void> {
  for (let turns = 0; turns < mostTurns; turns++) if ((await turn(work)) === 0) return;
  throw new Error(`work did not end in ${mostTurns} turns`);
}

/** Works in the background: at once when woken, else at every tick. */
export function startWorker(work: Work, { paused = false, tickMilliseconds = 500 } = {}): Worker {
  let stopped = false;
  let woken = false;
  let rouse: () => void = () => {};
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(something: () => Promise<T>): Promise<T> => {
    const mine = last.then(something);
    last = mine.catch(() => undefined);
    return mine;
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      const count = await inTurn(() => turn(work)).catch((error: unknown) => {
        work.onError(error);
        return 0;
      });
      if (count === 0 && !woken && !stopped) await pause();
    }
  };
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, tickMilliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  let running: Promise<void> | null = null;
  const begin = (): void => {
    running ??= loop();
  };
  if (!paused) begin();
  const wake = (): void => {
    woken = true;
    rouse();
  };
  return {
    begin,
    wake,
    whileStill: inTurn,
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
