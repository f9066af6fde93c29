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

/**
 * The same for calls that take long, of a server that may have been started just now: counted is from when each caller has warmed up by one call until
 * what was begun in time has been answered.
 */
export async function longLoad(inFlight: number, seconds: number, call: () => Promise<unknown>): Promise<Load> {
  await Promise.all(Array.from({ length: inFlight }, call));
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const times: number[] = [];
  let last = begin;
  const callers = Array.from({ length: inFlight }, async () => {
    for (let now = performance.now(); now < end; ) {
      await call();
      last = performance.now();
      times.push(last - now);
      now = last;
    }
  });
  await Promise.all(callers);
  times.sort((a, b) => a - b);
  const perSecond = times.length / ((last - begin) / 1000);
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99), done: times.length };
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
