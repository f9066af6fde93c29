import { at, type Instant } from "@amana/core/time";
import { nextWake } from "#modules/escrow";
import type { MovableClock } from "#runtime/clock";
import { type Database, timestamp } from "#runtime/database";
import type { Hub } from "#runtime/push";
import { drain, nextDue, type Work } from "#runtime/work";

/** The simulators' clock, which goes with ours: they have timers of their own. */
export type SimulatorClock = {
  /** When a simulator has something to do next by itself. */
  nextTimer(): Promise<Instant | null>;
  /** Sets it ahead and waits until what was due has been done and delivered. */
  setOffset(milliseconds: number): Promise<void>;
};

export type ClockParts = {
  readonly db: Database;
  readonly clock: MovableClock;
  readonly simulators: SimulatorClock;
  readonly work: Work;
  readonly hub: Hub;
  /** Keeps the background worker still while the clock is moved, so that everything happens in order. */
  readonly whileStill: <T>(move: () => Promise<T>) => Promise<T>;
};

const MOST_STEPS = 20_000;

/** The clock of an empty sandbox stands where its history ends. */
export async function beginClock(db: Database, offset: number): Promise<void> {
  await db.query("insert into sandbox.clock (offset_ms) values ($1)", [Math.floor(offset)]);
}

export async function readOffset(db: Database): Promise<number> {
  const row = await db.maybe<{ offset_ms: bigint }>("select offset_ms from sandbox.clock");
  return Number(row?.offset_ms ?? 0n);
}

/**
 * Moves the clock ahead. It stops at every moment at which something falls due, ours or the simulators', and goes on when all
 * of it is done, so that deadlines fire in order as if the time had really passed.
 */
export const moveClock = (parts: ClockParts, milliseconds: number): Promise<Instant> =>
  parts.whileStill(async () => {
    const target = parts.clock.offset() + milliseconds;
    await parts.simulators.setOffset(parts.clock.offset());
    await drain(parts.work);
    for (let steps = 0; ; steps++) {
      if (steps === MOST_STEPS) throw new Error(`more than ${MOST_STEPS} things fell due`);
      const next = await nextMoment(parts);
      const offset =
        next === null ? target : Math.min(target, parts.clock.offset() + Math.max(0, next - parts.clock.now()));
      await stepTo(parts, offset);
      if (offset >= target) break;
    }
    parts.hub.tellAll({ type: "clock.moved", now: timestamp(parts.clock.now()) });
    return parts.clock.now();
  });

async function nextMoment({ db, simulators }: ClockParts): Promise<Instant | null> {
  const moments = [await nextWake(db), await nextDue(db), await simulators.nextTimer()].filter(
    (moment) => moment !== null,
  );
  return moments.length === 0 ? null : at(Math.min(...moments));
}

/** Both clocks stand at the new moment before anybody works, so that neither side sees the other in its past or future. */
async function stepTo({ db, clock, simulators, work }: ClockParts, offset: number): Promise<void> {
  clock.setOffset(offset);
  await db.query(
    "insert into sandbox.clock (offset_ms) values ($1) on conflict (only_row) do update set offset_ms = excluded.offset_ms",
    [offset],
  );
  await simulators.setOffset(offset);
  await drain(work);
}
