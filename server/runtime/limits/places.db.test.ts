import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { openLimits, purgeLimits } from "./index.ts";
import { type Place, postgresPlace, redisPlace } from "./places.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Both count alike; Redis is tried where its server is installed. */
async function countsTogether(one: Place, other: Place): Promise<void> {
  const first = await one.add("asha", 3, 60);
  expect(first.points).toBe(3);
  expect(first.endsInMs).toBeGreaterThan(50_000);
  expect(first.endsInMs).toBeLessThanOrEqual(60_000);
  expect((await other.add("asha", 2, 60)).points).toBe(5);
  expect((await other.add("bilal", 1, 60)).points).toBe(1);
  expect((await other.add("asha", 1, 3600)).points).toBe(1);
  const many = await Promise.all(Array.from({ length: 50 }, (_, n) => (n % 2 ? one : other).add("crowd", 1, 60)));
  expect(new Set(many.map(({ points }) => points)).size).toBe(50);
}

describe("PostgreSQL", () => {
  test("counts over all processes, exactly", () =>
    countsTogether(postgresPlace(database.app), postgresPlace(database.app)));

  test("stores no key that could be read, and is swept of what has ended", async () => {
    const { limiter } = openLimits({ db: database.app, redisUrl: null, factor: 1, onProblem: fail });
    await limiter.take("sign-in:asha@example.test", { points: 5, perSeconds: 60 });
    const rows = await database.owner.query<{ key: string }>("select key from http.rate_limit");
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^amana:[A-Za-z0-9_-]{43}$/);
    expect(await purgeLimits(database.app)).toBe(0);
    // The longest window of these is an hour, and what is swept has ended for another.
    await database.owner.query("update http.rate_limit set expire = expire - 3 * 3600 * 1000");
    expect(await purgeLimits(database.app)).toBe(rows.length);
  });

  test("a window that has ended begins anew", async () => {
    const place = postgresPlace(database.app);
    await place.add("again", 7, 60);
    await database.owner.query("update http.rate_limit set expire = expire - 60001");
    expect((await place.add("again", 1, 60)).points).toBe(1);
  });
});

const REDIS = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].find((path) => existsSync(path));

describe.runIf(REDIS !== undefined)("Redis", () => {
  test("case 79: counts over all processes, and when it is lost nobody is refused", async () => {
    const port = await freePort();
    const server = spawn(
      String(REDIS),
      ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
      {
        stdio: "ignore",
      },
    );
    const url = `redis://127.0.0.1:${port}`;
    const [one, other] = [redisPlace(url), redisPlace(url)];
    const reports: unknown[] = [];
    const limits = openLimits({
      db: database.app,
      redisUrl: url,
      factor: 1,
      onProblem: (error) => reports.push(error),
    });
    const take = () => limits.limiter.take("asha's password", { points: 2, perSeconds: 60 });
    try {
      await answering(one);
      await answering(other);
      await countsTogether(one, other);
      expect([await take(), await take(), await take()]).toEqual([
        { allowed: true },
        { allowed: true },
        { allowed: false, retryAfterSeconds: 60 },
      ]);
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await gone;
      expect([await take(), await take(), await take()]).toEqual(Array.from({ length: 3 }, () => ({ allowed: true })));
      expect(reports.length).toBe(1);
    } finally {
      server.kill("SIGKILL");
      await Promise.all([one.close(), other.close(), limits.close()]);
    }
  });
});

async function answering(place: Place): Promise<void> {
  for (;;) {
    const answered = await place.add("are you there", 1, 1).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await pause(10);
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

function fail(error: unknown): never {
  throw error;
}
