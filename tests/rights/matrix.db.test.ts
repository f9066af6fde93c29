import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { matrix } from "./matrix/index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test("cases 81 to 85 and 87: every route answers every principal about everybody's things as the table says", async () => {
  const { failures, ...counts } = await matrix(database);
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  expect(failures).toEqual([]);
  expect(counts.checks).toBeGreaterThan(4_000);
});
