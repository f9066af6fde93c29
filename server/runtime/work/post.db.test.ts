import { afterAll, beforeAll, expect, test } from "vitest";
import { at } from "../../../core/time/index.ts";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { announce, drain, type Work } from "./index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test("a worker that tells nothing leaves what has happened for the one that does", async () => {
  const now = at(1_772_442_000_000);
  const heard: string[] = [];
  const hears: Work = {
    ...{ db: database.app, clock: { now: () => now }, jobs: [], sweep: async () => 0, onError: () => {} },
    subscriptions: [{ name: "listener", topic: "news", hear: async () => void heard.push("news") }],
  };
  await announce(database.app, now, { shard: 0, topic: "news", payload: {} });
  await drain({ ...hears, subscriptions: [], tells: false });
  expect(heard).toEqual([]);
  await drain(hears);
  expect(heard).toEqual(["news"]);
});
