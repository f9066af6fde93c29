import { at, type Instant, seconds } from "@amana/core/time";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "#runtime/database";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import {
  addJob,
  announce,
  drain,
  type JobHandler,
  nextDue,
  relay,
  runDueJobs,
  type Subscription,
  startWorker,
} from "./index.ts";

const START = at(Date.UTC(2026, 2, 2));

let database: TestDatabase;
let now: Instant;
beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  await database.owner.query("create table public.done (what text); grant select, insert on public.done to amana_app");
  now = START;
});
afterEach(() => database.drop());

const clock = () => now;
const add = (key: string, runAt = now, kind = "test") =>
  addJob(database.app, now, { shard: 1, kind, key, payload: { key }, runAt });
const job = (run: JobHandler["run"], kind = "test"): JobHandler => ({ kind, run });
const run = (...handlers: JobHandler[]) => runDueJobs(database.app, handlers, clock);
const jobs = () =>
  database.owner.query("select key, run_at, attempts, lease, dead_at, last_error from runtime.job order by key");
const tell = (topic: string, payload: Record<string, unknown> = {}) =>
  announce(database.app, now, { shard: 1, topic, payload });
const note = (what: string) => (tx: Tx) =>
  tx.query("insert into public.done values ($1)", [what]).then(() => undefined);
const noted = async () =>
  (await database.owner.query<{ what: string }>("select what from public.done order by what")).map(({ what }) => what);
const noting = (list: unknown[]) => async (payload: Record<string, unknown>) => {
  list.push(payload);
  return "done" as const;
};
const failing = (): Promise<never> => Promise.reject(new Error("it broke"));

describe("a job", () => {
  test("runs when it is due by the application's clock, and is gone when done", async () => {
    const ran: unknown[] = [];
    await add("a", at(START + seconds(10)));
    expect(await run(job(noting(ran)))).toBe(0);
    now = at(START + seconds(10));
    expect(await run(job(noting(ran)))).toBe(1);
    expect(ran).toEqual([{ key: "a" }]);
    expect(await jobs()).toEqual([]);
  });

  test("exists exactly when the transaction that asked for it does", async () => {
    const work = database.app.transaction(async (tx) => {
      await addJob(tx, now, { shard: 1, kind: "test", key: "a", payload: {}, runAt: now });
      await failing();
    });
    await expect(work).rejects.toThrow("it broke");
    expect(await jobs()).toEqual([]);
  });

  test("is one per key: asked for again it runs no later, and never twice", async () => {
    for (const wait of [30, 5, 60]) await add("a", at(START + seconds(wait)));
    expect(await jobs()).toMatchObject([{ key: "a", run_at: START + seconds(5) }]);
    await Promise.all(Array.from({ length: 50 }, () => add("a")));
    expect(await run(job(async () => "done"))).toBe(1);
  });

  test("that says again runs once more then, and is not counted as a failure", async () => {
    await add("a");
    await run(job(async (_, at_) => ({ again: at(at_ + seconds(30)) })));
    expect(await jobs()).toMatchObject([{ run_at: START + seconds(30), attempts: 0, lease: null, last_error: null }]);
  });

  test("that is asked for while it runs, runs once more", async () => {
    await add("a");
    const runs = { count: 0 };
    const handler = job(async () => {
      runs.count += 1;
      if (runs.count === 1) await add("a");
      return "done";
    });
    await run(handler);
    expect(runs.count).toBe(2);
    expect(await jobs()).toEqual([]);
  });

  test("that is asked for while it runs and fails is tried again at once", async () => {
    await add("a");
    const seen: number[] = [];
    await run(
      job(async (_payload, _now, attempt) => {
        seen.push(attempt);
        if (attempt > 1) return "done";
        await add("a");
        return await failing();
      }),
    );
    expect(seen).toEqual([1, 2]);
  });

  test("case 73: that fails is tried again with growing pauses, then left for staff, and others go on", async () => {
    await add("poison");
    const pauses: number[] = [];
    for (let tries = 0; tries < 20; tries++) {
      await add(`sound-${tries}`);
      const done: unknown[] = [];
      await run(job(async ({ key }) => (key === "poison" ? failing() : noting(done)({ key }))));
      expect(done).toEqual([{ key: `sound-${tries}` }]);
      const due = await nextDue(database.app);
      if (due === null) break;
      pauses.push((due - now) / 1000);
      now = due;
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, ...Array(8).fill(3600)]);
    expect(await jobs()).toMatchObject([
      { key: "poison", attempts: 20, dead_at: now, last_error: expect.stringContaining("it broke") },
    ]);
    now = at(now + seconds(99_999));
    expect(await run(job(async () => "done"))).toBe(0);
    await add("poison");
    expect(await run(job(async () => "done"))).toBe(1);
  });

  test("case 73: that kills its worker has been counted before it ran", async () => {
    await add("a");
    const worker = { died: false };
    const dying = job(() => {
      worker.died = true;
      return new Promise(() => {});
    });
    await Promise.race([run(dying), untilTrue(() => worker.died)]);
    expect(await jobs()).toMatchObject([{ attempts: 1, lease: expect.any(String) }]);
  });

  test("case 28: is run by one of many workers, each of a hundred once", async () => {
    for (let n = 0; n < 100; n++) await add(`job-${n}`);
    const ran: unknown[] = [];
    const handler = job(noting(ran));
    const counts = await Promise.all(Array.from({ length: 8 }, () => run(handler)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(new Set(ran).size).toBe(100);
  });

  test.each([
    ["ends", async (): Promise<"done"> => "done"],
    ["asks for more", async () => ({ again: at(START + seconds(500)) })],
    ["fails", failing],
  ])(
    "case 28: a worker that %s after its lease has ended changes nothing for the one that has it now",
    async (_, end) => {
      await add("a");
      const asleep = Promise.withResolvers<void>();
      const wake = Promise.withResolvers<void>();
      const sleeping = run(
        job(async () => {
          asleep.resolve();
          await wake.promise;
          return await end();
        }),
      );
      await asleep.promise;
      expect(await run(job(async () => "done"))).toBe(0);
      await database.owner.query("update runtime.job set leased_until = now() - interval '1 second'");
      const takenOver = Promise.withResolvers<void>();
      const finish = Promise.withResolvers<void>();
      const second = run(
        job(async () => {
          takenOver.resolve();
          await finish.promise;
          return { again: at(START + seconds(7)) };
        }),
      );
      await takenOver.promise;
      const before = await jobs();
      wake.resolve();
      await sleeping;
      expect(await jobs()).toEqual(before);
      finish.resolve();
      await second;
      expect(await jobs()).toMatchObject([{ run_at: START + seconds(7), attempts: 0 }]);
    },
  );

  test("of a kind that this worker does not know is left to others", async () => {
    await add("other", now, "other");
    expect(await run(job(async () => "done"))).toBe(0);
    expect(await jobs()).toMatchObject([{ attempts: 0 }]);
  });
});

describe("an announcement", () => {
  const hears = (topic: string, hear: Subscription["hear"]): Subscription => ({ topic, hear });

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

  test("is not told of what was rolled back", async () => {
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

  test("that a subscriber cannot bear leaves nothing of it behind, is told again later, and holds no other up", async () => {
    await tell("bad");
    for (let n = 0; n < 5; n++) await tell("good", { n });
    const broken = { is: true };
    const subscriptions = [
      hears("bad", note("before")),
      hears("bad", () => (broken.is ? failing() : Promise.resolve())),
      hears("good", (tx, { n }) => note(`good ${n}`)(tx)),
    ];
    expect(await relay(database.app, subscriptions, now)).toBe(6);
    expect(await noted()).toEqual(["good 0", "good 1", "good 2", "good 3", "good 4"]);
    broken.is = false;
    expect(await relay(database.app, subscriptions, now)).toBe(0);
    now = at(START + seconds(2));
    expect(await relay(database.app, subscriptions, now)).toBe(1);
    expect(await noted()).toContain("before");
  });

  test("that a subscriber's statement breaks is rolled back as a whole", async () => {
    await tell("bad");
    const swallowed = hears("bad", async (tx) => void (await tx.query("select 1/0").catch(() => undefined)));
    expect(await relay(database.app, [hears("bad", note("before")), swallowed], now)).toBe(1);
    expect(await noted()).toEqual([]);
    expect(await database.owner.query("select attempts from runtime.outbox")).toEqual([{ attempts: 1 }]);
  });

  test("that nobody can bear is given up after twelve times, with the reason", async () => {
    await tell("bad");
    for (let due = await nextDue(database.app); due !== null; due = await nextDue(database.app)) {
      now = due;
      await relay(database.app, [hears("bad", failing)], now);
    }
    expect(await database.owner.query("select attempts, dead_at, last_error from runtime.outbox")).toEqual([
      { attempts: 12, dead_at: now, last_error: "Error: it broke" },
    ]);
  });
});

describe("a worker", () => {
  const work = (jobs: JobHandler[], sweep = async () => 0, onError: (error: unknown) => void = () => {}) => ({
    db: database.app,
    clock: { now: clock },
    subscriptions: [],
    jobs,
    sweep,
    onError,
  });

  test("that drains works until nothing is due, what its own work asked for included", async () => {
    const ran: unknown[] = [];
    await add("first");
    await drain(
      work([
        job(async ({ key }) => {
          ran.push(key);
          if (key === "first") await add("second");
          return "done";
        }),
      ]),
    );
    expect(ran).toEqual(["first", "second"]);
  });

  test("goes on after an error, and does what it is woken for", async () => {
    const errors: unknown[] = [];
    const done = Promise.withResolvers<void>();
    const sweeps = { count: 0 };
    const worker = startWorker(
      work(
        [
          job(async () => {
            done.resolve();
            return "done";
          }),
        ],
        async () => {
          sweeps.count += 1;
          return sweeps.count === 1 ? failing() : 0;
        },
        (error) => errors.push(error),
      ),
      { tickMilliseconds: 1_000_000 },
    );
    await add("a");
    worker.wake();
    await done.promise;
    await worker.stop();
    expect(errors).toEqual([new Error("it broke")]);
  });

  test("keeps still while something else is done, and goes on after it", async () => {
    const ran: unknown[] = [];
    const worker = startWorker(work([job(noting(ran))]), { tickMilliseconds: 1_000_000 });
    await worker.whileStill(async () => {
      await add("a");
      worker.wake();
      await Promise.resolve();
      ran.push("still");
    });
    await untilTrue(() => ran.length > 1);
    await worker.stop();
    expect(ran).toEqual(["still", { key: "a" }]);
  });
});

async function untilTrue(check: () => boolean): Promise<void> {
  while (!check()) await new Promise(setImmediate);
}
