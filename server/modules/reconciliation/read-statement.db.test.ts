import { money } from "@amana/core/money";
import { LINE_KINDS, type StatementLine } from "@amana/core/reconciliation";
import { ok, refuse } from "@amana/core/result";
import { after, at, days, hours } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import type { StatementRequest, StatementSource } from "../../ports/statement.ts";
import { runDueJobs } from "../../runtime/work/index.ts";
import { DEFAULT_RECONCILIATION, nextReading, openDifferences, readDaily, scheduleReadings } from "./index.ts";
import { fetchAndReconcile } from "./read-statement.ts";

const NOW = at(Date.UTC(2026, 2, 10, 12));
const PERIOD = { from: after(NOW, -days(7)), until: after(NOW, -hours(1)) };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const stranger = (n: number): StatementLine => ({
  ...{ kind: "adjustment", reference: `a${n}`, ourId: null, amount: money(100n, "INR"), fee: 0n, tax: 0n },
  ...{ at: after(NOW, -days(2)), settledAt: null, bankReference: null },
});

/** Pages of two lines; the page that is named in `fails` never comes. */
function paged(name: string, count: number, fails: number | null = null) {
  const asked: StatementRequest[] = [];
  const source: StatementSource = {
    name,
    covers: LINE_KINDS,
    async fetch(request) {
      asked.push(request);
      const page = Number(request.cursor ?? 0);
      if (page === fails) return refuse({ kind: "try_later", detail: "no answer" });
      const lines = [2 * page, 2 * page + 1].filter((n) => n < count).map(stranger);
      return ok({ lines, next: 2 * page + 2 < count ? String(page + 1) : null });
    },
  };
  return { source, asked };
}

test("all pages of a statement are read", async () => {
  const { source, asked } = paged("paged", 5);
  const run = await fetchAndReconcile(database.app, DEFAULT_RECONCILIATION, source, PERIOD, NOW);
  expect(run).toMatchObject({ ok: true, value: { lines: 5, found: 5 } });
  expect(asked.map(({ cursor }) => cursor)).toEqual([null, "1", "2"]);
});

test("of a statement that breaks off nothing is kept", async () => {
  const { source } = paged("broken", 5, 1);
  expect(await fetchAndReconcile(database.app, DEFAULT_RECONCILIATION, source, PERIOD, NOW)).toMatchObject({
    ok: false,
  });
  expect(await openDifferences(database.app, 10, "broken")).toEqual([]);
});

test("each gateway is read once a day by a dated job, which a second start does not double", async () => {
  const { source, asked } = paged("daily", 1);
  const handlers = [readDaily(database.app, [source], DEFAULT_RECONCILIATION)];
  await scheduleReadings(database.app, [source], NOW);
  await scheduleReadings(database.app, [source], after(NOW, 1));
  expect(await runDueJobs(database.app, handlers, () => NOW)).toBe(0);
  const due = nextReading(NOW);
  expect(await runDueJobs(database.app, handlers, () => due)).toBe(1);
  expect(asked).toEqual([{ from: after(due, -days(7) - hours(1)), until: after(due, -hours(1)), cursor: null }]);
  expect(await runDueJobs(database.app, handlers, () => after(due, hours(23)))).toBe(0);
  expect(await runDueJobs(database.app, handlers, () => after(due, days(1)))).toBe(1);
});

test("the next reading is at 21:30 UTC, of the next day when it is just that", () => {
  expect(nextReading(NOW)).toBe(Date.UTC(2026, 2, 10, 21, 30));
  expect(nextReading(at(Date.UTC(2026, 2, 10, 21, 30)))).toBe(Date.UTC(2026, 2, 11, 21, 30));
  expect(nextReading(at(Date.UTC(2026, 2, 10, 21, 29, 59)))).toBe(Date.UTC(2026, 2, 10, 21, 30));
});
