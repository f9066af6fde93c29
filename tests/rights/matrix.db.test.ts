import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { matrix, type Outcome, sumOf } from "./matrix/index.ts";
import type { Attack } from "./matrix/run.ts";

let database: TestDatabase;
let outcome: Outcome;
beforeAll(async () => {
  database = await testDatabase();
  outcome = await matrix(database);
  const { routes, principals, checks, failures } = outcome;
  const sums = { routes, principals, checks: sumOf(checks), failures: failures.length };
  process.stdout.write(`${JSON.stringify(sums)}\n`);
}, 900_000);
afterAll(() => database.drop());

test.each([
  ["case 81: what is a stranger's does not exist, and answers like what is missing", 81, 2_000],
  ["case 82: a stranger's id in a body that is right otherwise opens nothing", 82, 5],
  ["case 83: no role does what is another role's or a party's", 83, 500],
  ["case 84: no body takes a field for being called like a column", 84, 500],
  ["case 85: secret and private words are in nobody else's answers", 85, 1_500],
  ["case 87: lists, counts and refusals name nothing that belongs to others", 87, 2_000],
  ["case 89: every route is in the table, and what is for the sandbox is not in production", 89, 50],
] as const)("%s", (_, attack: Attack, atLeast) => {
  const failures = outcome.failures.filter((failure) => failure.attack === attack).map(({ sentence }) => sentence);
  expect(failures).toEqual([]);
  expect(outcome.checks.get(attack)).toBeGreaterThan(atLeast);
});
