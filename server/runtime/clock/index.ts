export { type FollowedClock, followDatabase } from "./followed.ts";

import { at, type Instant } from "@amana/core/time";
import type { Clock } from "../../ports/clock.ts";

export const systemClock: Clock = { now: () => at(Date.now()) };

export type MovableClock = Clock & {
  /** How far it stands ahead of the system's clock, in milliseconds. */
  offset(): number;
  /** Only forward: time that has passed does not come back. */
  setOffset(milliseconds: number): void;
};

/** The sandbox's clock: the system's, moved ahead. */
export function movableClock(start: number, system: Clock = systemClock): MovableClock {
  let offset = start;
  return {
    now: (): Instant => at(system.now() + offset),
    offset: () => offset,
    setOffset(milliseconds) {
      if (milliseconds < offset) throw new Error("the clock only moves forward");
      offset = milliseconds;
    },
  };
}
