import { at, type Instant, seconds } from "@amana/core/time";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database, Tx } from "#runtime/database";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { announce, nextDue, relay, type Subscription } from "./index.ts";

const START = at(Date.UTC(2026, 2, 2));

let database: TestDatabase;
let now: Instant;
beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  await database.owner.query("create table public.done (what text); grant select, insert on public.done to amana_app");
  now = START;
});
afterEach(() => database.drop());

const tell = (topic: string, payload: Record<string, unknown> = {}) =>
  announce(database.app, now, { shard: 1, topic, payload });
const note = (what: string) => (tx: Tx) =>
  tx.query("insert into public.done values ($1)", [what]).then(() => undefined);
const noted = async () =>
  (await database.owner.query<{ what: string }>("select what from public.done order by what")).map(({ what }) => what);
const failing = (): Promise<never> => Promise.reject(new Error("it broke"));

let nextName = 1;

describe("an announcement", () => {
  const hears = (topic: string, hear: Subscription["hear"], name = `${topic} ${nextName++}`): Subscription => ({
    name,
    topic,
    hear,
  });

  test("is told once to everyone who subscribes to its topic, and to nobody else", async () => {
    await tell("a");
    await tell("b");
    const subscriptions = [
      hears("a", note("a1")),
      hears("a", note("a2")),
      hears("b", note("b")),
      hears("c", note("c")),
    ];
    expect(await relay(database.app, subscriptions, now)).toBe(2);
    expect(await relay(database.app, subscriptions, now)).toBe(0);
    expect(await noted()).toEqual(["a1", "a2", "b"]);
  });

  test("is told exactly once by many workers at once", async () => {
    for (let n = 0; n < 60; n++) await tell("a", { n });
    const subscription = hears("a", (tx, { n }) => note(String(n))(tx));
    const told = await Promise.all(Array.from({ length: 8 }, () => relay(database.app, [subscription], now)));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(60);
    const all = await noted();
    expect([all.length, new Set(all).size]).toEqual([60, 60]);
  });

  test("case 75: is not told of what was rolled back", async () => {
    const work = database.app.transaction(async (tx) => {
      await announce(tx, now, { shard: 1, topic: "a", payload: {} });
      await failing();
    });
    await expect(work).rejects.toThrow("it broke");
    expect(await relay(database.app, [hears("a", note("a"))], now)).toBe(0);
  });

  test("case 29: that commits late under a lower id and an earlier time is not missed", async () => {
    const written = Promise.withResolvers<void>();
    const commit = Promise.withResolvers<void>();
    const late = database.app.transaction(async (tx) => {
      await announce(tx, at(START - seconds(60)), { shard: 1, topic: "late", payload: {} });
      written.resolve();
      await commit.promise;
    });
    await written.promise;
    await tell("early");
    const subscriptions = [hears("late", note("late")), hears("early", note("early"))];
    expect(await relay(database.app, subscriptions, now)).toBe(1);
    commit.resolve();
    await late;
    expect(await relay(database.app, subscriptions, now)).toBe(1);
    expect(await noted()).toEqual(["early", "late"]);
  });

  test("case 73 and 74: that one of several subscribers cannot bear reaches all the others at once, each once, and holds no other up", async () => {
    await tell("bad");
    for (let n = 0; n < 5; n++) await tell("good", { n });
    const broken = { is: true };
    const subscriptions = [
      hears("bad", note("before")),
      hears("bad", (tx) => (broken.is ? note("half")(tx).then(failing) : note("mended")(tx))),
      hears("bad", note("behind")),
      hears("good", (tx, { n }) => note(`good ${n}`)(tx)),
    ];
    while ((await relay(database.app, subscriptions, now)) > 0);
    expect(await noted()).toEqual(["before", "behind", "good 0", "good 1", "good 2", "good 3", "good 4"]);
    expect(await waiting()).toEqual([{ subscriber: subscriptions[1]?.name, attempts: 1, dead_at: null }]);
    broken.is = false;
    now = at(START + seconds(2));
    expect(await relay(database.app, subscriptions, now)).toBe(1);
    expect(await noted()).toContain("mended");
    expect(await noted()).toHaveLength(8);
  });

  test("that a subscriber's statement breaks is rolled back as a whole", async () => {
    await tell("bad");
    const swallowed = hears("bad", async (tx) => {
      await note("half")(tx);
      await tx.query("select 1/0").catch(() => undefined);
    });
    expect(await relay(database.app, [swallowed], now)).toBe(1);
    expect(await noted()).toEqual([]);
    expect(await waiting()).toMatchObject([{ attempts: 1 }]);
  });

  test("case 73: that nobody can bear is given up after twelve times, with the reason, and staff are told once", async () => {
    await tell("bad");
    const stuck: unknown[] = [];
    const subscriptions = [
      hears("bad", failing),
      hears("work.stuck", async (_tx, payload) => void stuck.push(payload)),
    ];
    await untilNothingIsDue(subscriptions);
    expect(await database.owner.query("select attempts, dead_at, last_error from runtime.outbox")).toEqual([
      { attempts: 12, dead_at: now, last_error: "Error: it broke" },
    ]);
    expect(stuck).toMatchObject([{ what: "bad", why: "Error: it broke", dead: true }]);
  });

  test("case 73: that moves money is never given up: it is tried on every hour, and staff are told once", async () => {
    await tell("bad");
    const stuck: unknown[] = [];
    const broken = { is: true };
    const subscriptions: Subscription[] = [
      { ...hears("bad", (tx) => (broken.is ? failing() : note("paid")(tx))), neverGivenUp: true },
      hears("work.stuck", async (_tx, payload) => void stuck.push(payload)),
    ];
    for (let tries = 0; tries < 30; tries++) {
      now = (await nextDue(database.app)) ?? now;
      await relay(database.app, subscriptions, now);
    }
    expect(await waiting()).toMatchObject([{ dead_at: null }]);
    expect(stuck).toHaveLength(1);
    broken.is = false;
    now = at(now + seconds(3600));
    await relay(database.app, subscriptions, now);
    expect([await noted(), await waiting()]).toEqual([["paid"], []]);
  });

  test("case 73: that ends the process which tells it has been counted before; those beside it are told", async () => {
    for (const n of [1, 2, 3]) await tell(n === 2 ? "killer" : "good", { n });
    const deaths = { count: 0 };
    const process = { dead: false };
    const alive =
      <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> =>
        process.dead ? failing() : call(...args);
    const dying: Database = {
      ...database.app,
      query: (...asked) => (process.dead ? failing() : database.app.query(...asked)),
      transaction: alive(database.app.transaction),
    };
    const kill = (): Promise<void> => {
      deaths.count += 1;
      process.dead = true;
      return failing();
    };
    const subscriptions = [hears("killer", kill), hears("good", (tx, { n }) => note(`good ${n}`)(tx))];
    for (let lives = 0; lives < 12; lives++) {
      process.dead = false;
      await relay(dying, subscriptions, now).catch(() => undefined);
    }
    process.dead = false;
    for (let n = 0; n < 3; n++) await relay(database.app, subscriptions, now);
    expect(deaths.count).toBe(12);
    expect(await noted()).toEqual(["good 1", "good 3"]);
    expect(await waiting()).toMatchObject([{ dead_at: now }]);
  });

  test("of two subscriptions of one name, and of one without, nothing is told", async () => {
    await tell("a");
    const twins = [hears("a", note("a"), "twin"), hears("b", note("b"), "twin")];
    await expect(relay(database.app, twins, now)).rejects.toThrow("a name of its own");
    expect(await noted()).toEqual([]);
  });

  const waiting = () =>
    database.owner.query("select subscriber, attempts, dead_at from runtime.outbox where topic <> 'work.stuck'");
  async function untilNothingIsDue(subscriptions: Subscription[]): Promise<void> {
    for (let due = await nextDue(database.app); due !== null; due = await nextDue(database.app)) {
      now = due;
      await relay(database.app, subscriptions, now);
    }
  }
});
