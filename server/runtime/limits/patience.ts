import type { Place, Standing } from "./places.ts";

export type PatienceOptions = {
  /** Told at most once a minute that the place of the counts does not answer. */
  readonly onProblem: (error: unknown) => void;
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
  readonly waitMs?: number;
};

/** Adds points, and gives null where the place does not answer in time: then nobody is refused because of it. */
export type Patient = (key: string, points: number, seconds: number) => Promise<Standing | null>;

const WAIT_MS = 500;
const BETWEEN_REPORTS_MS = 60_000;

export function patiently(place: Place, { onProblem, now, waitMs = WAIT_MS }: PatienceOptions): Patient {
  let reportedAt = Number.NEGATIVE_INFINITY;
  return async (key, points, seconds) => {
    try {
      return await within(waitMs, place.add(key, points, seconds));
    } catch (error) {
      if (now() - reportedAt >= BETWEEN_REPORTS_MS) {
        reportedAt = now();
        onProblem(error);
      }
      return null;
    }
  };
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the place of the rate limits did not answer in ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
