import { at } from "@amana/core/time";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { addJob, type JobHandler, runDueJobs } from "./index.ts";

const NOW = at(Date.UTC(2026, 2, 2));

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
});
afterEach(() => database.drop());

const add = (key: string) => addJob(database.app, NOW, { shard: 1, kind: "test", key, payload: { key }, runAt: NOW });
const job = (run: JobHandler["run"]): JobHandler => ({ kind: "test", run });

test("jobs run side by side, so many at once and no more, and each of them once", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => add(`job-${n}`)));
  const ran: string[] = [];
  const running = { now: 0, most: 0 };
  const together = Promise.withResolvers<void>();
  const handler = job(async ({ key }) => {
    running.now += 1;
    running.most = Math.max(running.most, running.now);
    if (running.now === 4) together.resolve();
    await together.promise;
    ran.push(String(key));
    running.now -= 1;
    return "done";
  });
  expect(await runDueJobs(database.app, [handler], () => NOW, 50, 4)).toBe(20);
  expect(running.most).toBe(4);
  expect(new Set(ran).size).toBe(20);
  expect(await database.owner.query("select from runtime.job")).toEqual([]);
});

test("no more than asked for are begun, however many run at once", async () => {
  await Promise.all(Array.from({ length: 12 }, (_, n) => add(`job-${n}`)));
  expect(await runDueJobs(database.app, [job(async () => "done")], () => NOW, 5, 4)).toBe(5);
});
