import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld } from "../money/world.ts";

let database: TestDatabase;
let app: Application;

beforeAll(async () => {
  database = await testDatabase();
  const world = await createWorld(database);
  app = await applicationOf(world, { calendar: { week: "sun-thu", country: "SA" } });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const ask = async (path: string) => {
  const answer = await app.inject(`/api/v1/calendars/${path}`);
  return { status: answer.statusCode, body: answer.json() };
};

test("anybody reads which days are holidays, in both languages, and which of them may move", async () => {
  const { body } = await ask("SA?year=2026");
  expect(body).toMatchObject({ country: "SA", utcOffsetMinutes: 180, week: "sun-thu" });
  expect(body.holidays).toHaveLength(10);
  expect(body.holidays[0]).toEqual({
    ...{ date: "2026-02-22", name: { en: "Founding Day", ar: "يوم التأسيس" }, expected: false },
  });
  expect(body.holidays[1]).toMatchObject({ date: "2026-03-19", expected: true });
});

test("the marketplace's own week is told of its own calendar alone, and unknown countries have none", async () => {
  expect((await ask("IN")).body).toMatchObject({ week: null, utcOffsetMinutes: 330 });
  expect((await ask("FR")).body.code).toBe("NOT_FOUND");
  expect((await ask("SA?year=2029")).body.code).toBe("VALIDATION_FAILED");
});
