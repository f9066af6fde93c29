import type { Limit } from "#ports/limiter";
import type { Patient } from "./patience.ts";

/** What a key has left in its window. */
export type Counted = { readonly allowed: boolean; readonly remaining: number; readonly resetSeconds: number };

/** Counts at once and in memory; the other processes hear of it in blocks. */
export type Counter = {
  /** Takes one point, when there is one. */
  count(key: string, limit: Limit): Counted;
  /** What `count` would say, without taking anything. */
  look(key: string, limit: Limit): Counted;
};

export type CounterOptions = {
  readonly now: () => number;
  /** The most windows kept in memory. */
  readonly most?: number;
};

/**
 * A process tells the shared place of its points when it has a tenth of the limit together, and hears then what the others have
 * counted. So whoever stays below a tenth costs no call at all, and with n processes somebody may have up to n tenths too many.
 * When the place does not answer, each process counts for itself.
 */
export function looseCounter(add: Patient, { now, most = 100_000 }: CounterOptions): Counter {
  const windows = new Map<string, Window>();
  const windowOf = (key: string, { perSeconds }: Limit): Window => {
    const known = windows.get(key);
    if (known && known.endsAt > now()) return known;
    if (windows.size >= most) makeRoom(windows, now(), most);
    const fresh: Window = { shared: 0, untold: 0, endsAt: now() + perSeconds * 1000, isTelling: false };
    windows.set(key, fresh);
    return fresh;
  };
  const standing = (window: Window, { points }: Limit, allowed: boolean): Counted => ({
    allowed,
    remaining: Math.max(0, points - window.shared - window.untold),
    resetSeconds: Math.max(1, Math.ceil((window.endsAt - now()) / 1000)),
  });
  return {
    count(key, limit) {
      const window = windowOf(key, limit);
      if (window.shared + window.untold >= limit.points) return standing(window, limit, false);
      window.untold += 1;
      if (window.untold >= Math.ceil(limit.points / BLOCKS) && !window.isTelling)
        void tell(add, key, limit, window, now);
      return standing(window, limit, true);
    },
    look(key, limit) {
      const window = windows.get(key);
      if (!window || window.endsAt <= now())
        return { allowed: true, remaining: limit.points, resetSeconds: limit.perSeconds };
      return standing(window, limit, window.shared + window.untold < limit.points);
    },
  };
}

const BLOCKS = 10;

type Window = {
  /** As far as this process has told and heard. */
  shared: number;
  untold: number;
  endsAt: number;
  isTelling: boolean;
};

async function tell(add: Patient, key: string, limit: Limit, window: Window, now: () => number): Promise<void> {
  const points = window.untold;
  window.shared += points;
  window.untold = 0;
  window.isTelling = true;
  const standing = await add(key, points, limit.perSeconds);
  window.isTelling = false;
  if (!standing) return;
  window.shared = standing.points;
  window.endsAt = now() + standing.endsInMs;
}

/** Windows that have ended go first, then the oldest: an attacker with many addresses must not fill the memory. */
function makeRoom(windows: Map<string, Window>, now: number, most: number): void {
  for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key);
  if (windows.size < most) return;
  for (const key of windows.keys()) {
    if (windows.size <= most * 0.9) return;
    windows.delete(key);
  }
}
