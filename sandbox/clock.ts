import type { Store, Timer, TimerWork } from "./state.ts";

export type Clock = {
  /** The simulated instant in epoch milliseconds. */
  now(): number;
  schedule(at: number, work: TimerWork): void;
  cancel(matches: (work: TimerWork) => boolean): void;
  nextTimerAt(): number | null;
  /** Moves the clock to system time + `offsetMs`, running what falls due on the way, in order, each at its own time. */
  moveTo(offsetMs: number): Promise<"moved" | "backwards">;
  /** Runs what is already due; the clock does not move. */
  runDue(): Promise<void>;
};

export type RunTimer = (work: TimerWork) => Promise<void>;

/** The clock of the simulator: persisted offset, persisted timers. `run` does a timer's work; webhook timers end themselves. */
export function createClock(store: Store, run: RunTimer, systemNow: () => number = Date.now): Clock {
  const { state } = store;
  let standing: number | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const now = () => standing ?? systemNow() + state.offsetMs;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const earliest = (until: number): Timer | undefined =>
    state.timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0];
  const standAt = (instant: number) => {
    standing = Math.max(instant, standing ?? 0);
    state.offsetMs = Math.max(state.offsetMs, standing - systemNow());
  };

  async function runUntil(until: () => number, visit: (timer: Timer) => void): Promise<void> {
    for (let timer = earliest(until()); timer; timer = earliest(until())) {
      visit(timer);
      const { work } = timer;
      if (work.kind !== "webhook_attempt") state.timers.splice(state.timers.indexOf(timer), 1);
      await run(work);
      store.touch();
      await store.settled();
    }
  }

  async function jump(offsetMs: number): Promise<"moved" | "backwards"> {
    if (offsetMs < state.offsetMs) return "backwards";
    const target = systemNow() + offsetMs;
    const start = now();
    try {
      await runUntil(
        () => target,
        (timer) => standAt(Math.max(start, timer.at)),
      );
      state.offsetMs = offsetMs;
    } finally {
      standing = undefined;
    }
    store.touch();
    await store.settled();
    return "moved";
  }

  return {
    now,
    schedule: (at, work) => {
      state.timers.push({ at, order: store.next(), work });
    },
    cancel: (matches) => {
      state.timers = state.timers.filter((timer) => !matches(timer.work));
    },
    nextTimerAt: () => state.timers.reduce<number | null>((min, { at }) => (min === null || at < min ? at : min), null),
    moveTo: (offsetMs) => inTurn(() => jump(offsetMs)),
    runDue: () => inTurn(() => runUntil(now, () => undefined)),
  };
}
