export type Load = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly done: number;
};

/**
 * Keeps so many calls in flight for a while, each caller waiting for its answer before it asks again. The first part of the time warms up and
 * is not counted. Times in milliseconds.
 */
export async function load(
  inFlight: number,
  seconds: number,
  call: (caller: number) => Promise<unknown>,
): Promise<Load> {
  const begin = performance.now();
  const counted = begin + Math.min(1000, seconds * 250);
  const end = begin + seconds * 1000;
  const times: number[] = [];
  const callers = Array.from({ length: inFlight }, async (_, caller) => {
    for (let now = performance.now(); now < end; ) {
      await call(caller);
      const after = performance.now();
      if (now >= counted) times.push(after - now);
      now = after;
    }
  });
  await Promise.all(callers);
  const span = (performance.now() - counted) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: times.length / span, p50: quantile(times, 0.5), p99: quantile(times, 0.99), done: times.length };
}

export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};
