import { after, at, days, hours, minutes, seconds } from "@amana/core/time";
import { describe, expect, test } from "vitest";
import { consequence, GIVEN_UP_AFTER, type Health, JITTER, nextAttempt, PAUSES, type Tried } from "./schedule.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const HEALTHY: Health = { failingSince: null, off: false };

const failed = (tried: Partial<Tried> = {}): Tried => ({
  outcome: "refused",
  status: 500,
  milliseconds: 10,
  tries: 1,
  retryAfter: null,
  ...tried,
});

describe("the pauses between attempts", () => {
  test("are ten attempts over a little more than three days", () => {
    const all = PAUSES.reduce((sum, pause) => sum + pause, 0);
    expect(PAUSES).toHaveLength(9);
    expect(all).toBeGreaterThan(days(3));
    expect(all * (1 + JITTER)).toBeLessThan(days(4));
    expect(nextAttempt(10, NOW, 0, null)).toBeNull();
  });

  test("grow with every failure, and are longer by chance by up to a fifth", () => {
    expect(nextAttempt(1, NOW, 0, null)).toBe(after(NOW, seconds(5)));
    expect(nextAttempt(1, NOW, 1, null)).toBe(after(NOW, seconds(6)));
    expect(nextAttempt(3, NOW, 0.5, null)).toBe(after(NOW, minutes(33)));
    expect(nextAttempt(9, NOW, 0, null)).toBe(after(NOW, hours(24)));
  });

  test.each([
    ["60", minutes(1)],
    ["1", seconds(5)],
    ["999999999", hours(24)],
    ["-1", seconds(5)],
    ["1e9", seconds(5)],
    ["Wed, 21 Oct 2026 07:28:00 GMT", seconds(5)],
    ["", seconds(5)],
  ])("a receiver that asks for %j waits %d ms after the first failure", (wish, pause) => {
    expect(nextAttempt(1, NOW, 0, wish)).toBe(after(NOW, pause));
  });
});

describe("an attempt", () => {
  test("that was taken ends the delivery and forgets the failures", () => {
    const taken = failed({ outcome: "delivered", status: 204, tries: 7 });
    const then = { state: "delivered", nextAt: null, failingSince: null, slow: false, offBecause: null };
    expect(consequence(taken, { ...HEALTHY, failingSince: at(NOW - days(6)) }, NOW, 0)).toEqual(then);
  });

  test("that was taken slowly marks the endpoint as slow", () => {
    expect(consequence(failed({ outcome: "delivered", milliseconds: 3001 }), HEALTHY, NOW, 0).slow).toBe(true);
  });

  test("that failed is tried again, and the endpoint fails from the first failure on", () => {
    expect(consequence(failed(), HEALTHY, NOW, 0)).toEqual({
      state: "waiting",
      nextAt: after(NOW, seconds(5)),
      failingSince: NOW,
      slow: true,
      offBecause: null,
    });
    const since = at(NOW - days(1));
    expect(consequence(failed(), { ...HEALTHY, failingSince: since }, NOW, 0).failingSince).toBe(since);
  });

  test("that was the tenth to fail ends the delivery", () => {
    expect(consequence(failed({ tries: 10 }), HEALTHY, NOW, 0)).toMatchObject({ state: "failed", nextAt: null });
  });

  test("that is answered 410 switches the endpoint off at once", () => {
    expect(consequence(failed({ status: 410 }), HEALTHY, NOW, 0)).toMatchObject({
      state: "failed",
      offBecause: "gone",
    });
  });

  test("that fails after five days of nothing else switches the endpoint off, and a millisecond before does not", () => {
    const since = (length: number): Health => ({ ...HEALTHY, failingSince: at(NOW - length) });
    expect(consequence(failed(), since(GIVEN_UP_AFTER), NOW, 0).offBecause).toBe("failing");
    expect(consequence(failed(), since(GIVEN_UP_AFTER - 1), NOW, 0).offBecause).toBeNull();
  });

  test("that ends after its owner has switched the endpoint off is not tried again", () => {
    const then = consequence(failed({ status: 410 }), { ...HEALTHY, off: true }, NOW, 0);
    expect(then).toMatchObject({ state: "failed", nextAt: null, offBecause: null });
  });
});
