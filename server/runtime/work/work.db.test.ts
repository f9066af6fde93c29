import { at, type Instant, seconds } from "@amana/core/time";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { addJob, drain, type JobHandler, nextDue, relay, runDueJobs, startWorker } from "./index.ts";

const START = at(Date.UTC(2026, 2, 2));

let database: TestDatabase;
let now: Instant;
beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
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

  test("is taken alone, also when PostgreSQL has last seen the queue empty", async () => {
    // It then joins the other way round: for each row of the queue it looks once more for what is due.
    await add("of yesterday");
    await database.owner.query("delete from runtime.job");
    await database.owner.query("vacuum (analyze, truncate off) runtime.job");
    for (const [wait, key] of ["a", "b", "c"].entries()) await add(key, at(START + seconds(wait)));
    now = at(START + seconds(10));
    expect(await runDueJobs(database.app, [job(noting([]))], clock, 1)).toBe(1);
    expect((await jobs()).map(({ key, attempts }) => [key, attempts])).toEqual([
      ["b", 0],
      ["c", 0],
    ]);
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
      await relay(database.app, [], now);
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

  test("case 73: that moves money is never given up: it is tried on every hour, and staff are told once", async () => {
    await add("money");
    const broken = { is: true };
    const handler: JobHandler = {
      ...job(async () => (broken.is ? failing() : "done")),
      neverGivenUp: true,
    };
    for (let tries = 0; tries < 30; tries++) {
      await run(handler);
      now = at(now + seconds(3600));
    }
    expect(await jobs()).toMatchObject([{ key: "money", attempts: 30, dead_at: null }]);
    expect(await database.owner.query("select payload ->> 'id' as id from runtime.outbox")).toEqual([{ id: "money" }]);
    broken.is = false;
    await run(handler);
    expect(await jobs()).toEqual([]);
  });

  test("case 73: that ends every worker that runs it is given up without another try, and staff are told", async () => {
    await add("killer");
    const deaths = { count: 0 };
    const dying = job(() => {
      deaths.count += 1;
      return new Promise(() => {});
    });
    for (let tries = 1; tries <= 20; tries++) {
      void run(dying);
      await untilTrue(() => deaths.count === tries);
      await database.owner.query("update runtime.job set leased_until = now() - interval '1 second'");
    }
    await run(dying);
    expect(deaths.count).toBe(20);
    expect(await jobs()).toMatchObject([{ attempts: 21, dead_at: now }]);
    expect(await database.owner.query("select topic from runtime.outbox")).toEqual([{ topic: "work.stuck" }]);
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
