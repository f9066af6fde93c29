import { afterAll, beforeAll, expect, test } from "vitest";
import { argon2Passwords } from "../../server/modules/identity/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { createTown, PASSWORD, type Town } from "./world.ts";

let database: TestDatabase;
let town: Town;

beforeAll(async () => {
  database = await testDatabase();
  town = await createTown(database, { passwords: argon2Passwords({ atOnce: 1, waiting: 4 }) });
});
afterAll(async () => {
  await town.app.close();
  await database.drop();
});

test("case 100: of a rush of sign-ins some are served and the rest told to come back, nothing breaks, and reads go on", async () => {
  await town.join("rush@example.test");
  const token = await town.entered("rush@example.test");
  const rush = Array.from({ length: 200 }, (_, n) =>
    town.signIn("rush@example.test", "a guess of many", { from: `10.0.${n % 250}.${n >> 2}` }),
  );
  const read = await town.ask("GET", "/users/me", undefined, { token });
  expect(read.status).toBe(200);
  const answers = await Promise.all(rush);
  const told = new Map<number, number>();
  for (const { status } of answers) told.set(status, (told.get(status) ?? 0) + 1);
  expect([...told.keys()].filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
  expect(told.get(401)).toBeGreaterThanOrEqual(5);
  expect(told.get(503)).toBeGreaterThan(0);
  const refused = answers.find(({ status }) => status === 503);
  expect(refused?.body).toMatchObject({ code: "OVERLOADED", canRetry: true });
  expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
  expect((await town.signIn("rush@example.test", PASSWORD)).status).toBe(200);
});

test("case 100: passwords with signs of every script are taken whole; longer ones, and those with NUL, are refused", async () => {
  const odd = `مشيت حول البحيرة 🦊 \u0001 ${"é".repeat(200)}`;
  await town.join("odd@example.test", odd);
  expect((await town.signIn("odd@example.test", odd.normalize("NFD"))).status).toBe(200);
  expect((await town.signIn("odd@example.test", odd.slice(0, -1))).status).toBe(401);
  const long = await town.apply("longer@example.test", "ab c".repeat(65));
  expect(long.body.errors).toMatchObject([{ field: "password" }]);
  const nul = await town.apply("nul@example.test", "before\u0000after and on");
  expect([nul.status, nul.body.code]).toEqual([400, "VALIDATION_FAILED"]);
});
