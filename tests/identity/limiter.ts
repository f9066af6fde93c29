import type { Instant } from "../../core/time/index.ts";
import type { Limiter } from "../../server/ports/limiter.ts";

/** Counts in memory, in windows that begin with the first point taken, by a clock that the test moves. */
export function fakeLimiter(clock: { now(): Instant }): Limiter & { readonly taken: Map<string, number> } {
  const windows = new Map<string, { from: Instant; points: number }>();
  const taken = new Map<string, number>();
  return {
    taken,
    async take(key, { points, perSeconds }) {
      const now = clock.now();
      const open = windows.get(key);
      const window = open && now - open.from < perSeconds * 1000 ? open : { from: now, points: 0 };
      windows.set(key, window);
      window.points += 1;
      taken.set(key, window.points);
      if (window.points <= points) return { allowed: true };
      return { allowed: false, retryAfterSeconds: Math.ceil((window.from + perSeconds * 1000 - now) / 1000) };
    },
  };
}
