import { describe, expect, test } from "vitest";
import { looseCounter } from "./counter.ts";
import { networkOf } from "./index.ts";
import { exactLimiter } from "./limiter.ts";
import { patiently } from "./patience.ts";
import type { Place } from "./places.ts";

const TEN = { points: 10, perSeconds: 60 };
const HUNDRED = { points: 100, perSeconds: 60 };

/** A place in memory with a clock of its own, that can be made to fall silent. */
function scene() {
  const time = { now: 0 };
  const windows = new Map<string, { points: number; endsAt: number }>();
  const calls: number[] = [];
  const state = { broken: false, reports: 0 };
  const place: Place = {
    async add(key, points, seconds) {
      calls.push(points);
      if (state.broken) throw new Error("away");
      const known = windows.get(key);
      const window = known && known.endsAt > time.now ? known : { points: 0, endsAt: time.now + seconds * 1000 };
      window.points += points;
      windows.set(key, window);
      return { points: window.points, endsInMs: window.endsAt - time.now };
    },
    close: async () => {},
  };
  const now = () => time.now;
  const add = patiently(place, { now, onProblem: () => (state.reports += 1), waitMs: 20 });
  return { time, now, place, add, calls, state };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("the exact limiter", () => {
  test("allows as often as the limit says, then tells when the window ends, then begins anew", async () => {
    const { add, time } = scene();
    const { take } = exactLimiter(add, 1);
    for (let n = 0; n < 10; n += 1) expect(await take("a", TEN)).toEqual({ allowed: true });
    time.now = 12_500;
    expect(await take("a", TEN)).toEqual({ allowed: false, retryAfterSeconds: 48 });
    expect(await take("b", TEN)).toEqual({ allowed: true });
    time.now = 60_000;
    expect(await take("a", TEN)).toEqual({ allowed: true });
  });

  test("is widened by a factor, and switched off by 0", async () => {
    const { add, calls } = scene();
    const wide = exactLimiter(add, 1.5);
    const answers = [];
    for (let n = 0; n < 16; n += 1) answers.push((await wide.take("a", TEN)).allowed);
    expect(answers.indexOf(false)).toBe(15);
    const before = calls.length;
    expect(await exactLimiter(add, 0).take("a", TEN)).toEqual({ allowed: true });
    expect(calls.length).toBe(before);
  });

  test("case 79: refuses nobody while the place is away or slow, and says so once a minute", async () => {
    const { add, state, time } = scene();
    state.broken = true;
    const { take } = exactLimiter(add, 1);
    for (let n = 0; n < 50; n += 1) expect(await take("a", TEN)).toEqual({ allowed: true });
    expect(state.reports).toBe(1);
    time.now = 60_000;
    await take("a", TEN);
    expect(state.reports).toBe(2);
    const silent = patiently(
      { add: () => new Promise(() => {}), close: async () => {} },
      { now: () => 0, onProblem: () => {}, waitMs: 5 },
    );
    expect(await exactLimiter(silent, 1).take("a", TEN)).toEqual({ allowed: true });
  });
});

describe("the loose counter", () => {
  test("counts without asking anybody below a tenth of the limit", async () => {
    const { add, calls, now } = scene();
    const { count } = looseCounter(add, { now });
    for (let n = 0; n < 9; n += 1) count("a", HUNDRED);
    await settled();
    expect(calls).toEqual([]);
    expect(count("a", HUNDRED)).toEqual({ allowed: true, remaining: 90, resetSeconds: 60 });
    await settled();
    expect(calls).toEqual([10]);
  });

  test("refuses at the limit without counting the refused, and allows again after the window", () => {
    const { add, now, time } = scene();
    const { count, look } = looseCounter(add, { now });
    for (let n = 0; n < 100; n += 1) expect(count("a", HUNDRED).allowed).toBe(true);
    time.now = 59_001;
    expect(count("a", HUNDRED)).toEqual({ allowed: false, remaining: 0, resetSeconds: 1 });
    expect(look("a", HUNDRED).allowed).toBe(false);
    expect(look("b", HUNDRED)).toEqual({ allowed: true, remaining: 100, resetSeconds: 60 });
    time.now = 60_000;
    expect(look("a", HUNDRED).allowed).toBe(true);
    expect(count("a", HUNDRED)).toEqual({ allowed: true, remaining: 99, resetSeconds: 60 });
  });

  test("two processes together allow no more than a tenth each above the limit", async () => {
    const { add, now } = scene();
    const processes = [looseCounter(add, { now }), looseCounter(add, { now })];
    let allowed = 0;
    for (let n = 0; n < 300; n += 1) {
      for (const process of processes) if (process.count("a", HUNDRED).allowed) allowed += 1;
      await settled();
    }
    expect(allowed).toBeGreaterThanOrEqual(100);
    expect(allowed).toBeLessThanOrEqual(120);
  });

  test("case 79: goes on by itself while the place is away", async () => {
    const { add, now, state } = scene();
    state.broken = true;
    const { count } = looseCounter(add, { now });
    let allowed = 0;
    for (let n = 0; n < 150; n += 1) {
      if (count("a", HUNDRED).allowed) allowed += 1;
      await settled();
    }
    expect(allowed).toBe(100);
  });

  test("keeps a bounded number of windows, and forgets those that have ended first", () => {
    const { add, now, time } = scene();
    const { count, look } = looseCounter(add, { now, most: 100 });
    count("old", HUNDRED);
    time.now = 30_000;
    for (let n = 0; n < 99; n += 1) count(`key-${n}`, HUNDRED);
    time.now = 61_000;
    count("one more", HUNDRED);
    expect([look("old", HUNDRED).remaining, look("key-0", HUNDRED).remaining]).toEqual([100, 99]);
    for (let n = 0; n < 1_000; n += 1) count(`other-${n}`, HUNDRED);
    expect([look("key-0", HUNDRED).remaining, look("other-999", HUNDRED).remaining]).toEqual([100, 99]);
  });
});

test.each([
  ["198.51.100.7", "198.51.100.7"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80::/64"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
  ["not an address", "not an address"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
