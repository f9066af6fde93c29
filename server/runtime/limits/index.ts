import type { Limiter } from "#ports/limiter";
import type { Queryable } from "#runtime/database";
import { type Counter, looseCounter } from "./counter.ts";
import { exactLimiter } from "./limiter.ts";
import { patiently } from "./patience.ts";
import { postgresPlace, redisPlace } from "./places.ts";

export type { Counted, Counter } from "./counter.ts";
export { networkOf } from "./network.ts";
export { purgeLimits } from "./places.ts";

export type Limits = {
  /** For what is rare and dear. */
  readonly limiter: Limiter;
  /** For every request. */
  readonly counter: Counter;
  /** By how much every limit is wider than written; 0: there are none. */
  readonly factor: number;
  close(): Promise<void>;
};

/** Limits over all processes that share this database, or this Redis. */
export function openLimits(options: {
  readonly db: Queryable;
  readonly redisUrl: string | null;
  readonly factor: number;
  readonly onProblem: (error: unknown) => void;
  /** Milliseconds of any steady clock. */
  readonly now?: () => number;
}): Limits {
  const { db, redisUrl, factor, onProblem, now = () => performance.now() } = options;
  const place = redisUrl === null ? postgresPlace(db) : redisPlace(redisUrl);
  const add = patiently(place, { onProblem, now });
  return {
    limiter: exactLimiter(add, factor),
    counter: looseCounter(add, { now }),
    factor,
    close: () => place.close(),
  };
}
