import { at, minutes } from "@amana/core/time";
import { describe, expect, test } from "vitest";
import { followDatabase } from "./followed.ts";

const TRUE_START = 1_800_000_000_000;

/** A world with one true time, a database that tells it after half of a round trip, and machines whose clocks are wrong. */
function world(roundTripMs = 0) {
  const time = { now: TRUE_START };
  const db = {
    one: async <Row>(): Promise<Row> => {
      time.now += roundTripMs / 2;
      const row = { now: at(time.now) };
      time.now += roundTripMs / 2;
      return row as Row;
    },
  };
  return { time, db, machine: (wrongBy: number) => () => time.now + wrongBy };
}

describe("case 48: clocks that differ", () => {
  test.each([-minutes(10), -1, 0, 1, minutes(10)])(
    "a machine that is %i ms off tells the database's time",
    async (off) => {
      const { time, db, machine } = world(40);
      const clock = await followDatabase(db, machine(off));
      time.now += 5_000;
      expect(clock.now()).toBe(time.now);
      expect(clock.behind() + off).toBe(0);
      clock.stop();
    },
  );

  test("a machine whose clock is set back goes on from where it was, and is right again when it has asked", async () => {
    const { time, db } = world();
    let off = 0;
    const clock = await followDatabase(db, () => time.now + off);
    const before = clock.now();
    off = -minutes(10);
    time.now += 1_000;
    expect(clock.now()).toBe(before);
    await clock.follow();
    expect(clock.now()).toBe(time.now);
    clock.stop();
  });

  test("a machine whose clock jumps ahead does not go back to the true time, but waits for it", async () => {
    const { time, db } = world();
    let off = 0;
    const clock = await followDatabase(db, () => time.now + off);
    off = minutes(10);
    const ahead = clock.now();
    off = 0;
    await clock.follow();
    expect(clock.now()).toBe(ahead);
    time.now = ahead + 1;
    expect(clock.now()).toBe(ahead + 1);
    clock.stop();
  });
});
