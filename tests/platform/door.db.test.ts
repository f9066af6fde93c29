import { afterEach, describe, expect, test } from "vitest";
import type { Database } from "../../server/runtime/database/index.ts";
import { openLimits } from "../../server/runtime/limits/index.ts";
import { clientRoot, createWebHandler } from "../../web/handler.ts";
import { applicationOf } from "../money/application.ts";
import { createApplication } from "./application.ts";

let application: Awaited<ReturnType<typeof createApplication>>;
afterEach(() => application.close());

type Limits = ReturnType<typeof openLimits>;

/** Limits with a clock that stands still, over the application's own database once there is one. */
function stillLimits(factor: number): Limits {
  const db: Pick<Database, "query" | "one" | "maybe"> = {
    query: (...asked) => application.database.app.query(...asked),
    one: (...asked) => application.database.app.one(...asked),
    maybe: (...asked) => application.database.app.maybe(...asked),
  };
  return openLimits({
    db,
    redisUrl: null,
    factor,
    now: () => 0,
    onProblem: (error) => expect.unreachable(String(error)),
  });
}

describe("readiness", () => {
  test("is told, within a limit of its own, when the database hangs, and life goes on", async () => {
    let hangs = true;
    application = await createApplication({}, (db) => ({
      ...db,
      one: (...asked) => (hangs ? new Promise(() => {}) : db.one(...asked)),
    }));
    const { app } = application;
    const [ready, live] = await Promise.all([app.inject("/health/ready"), app.inject("/health/live")]);
    expect([ready.statusCode, ready.json(), live.statusCode]).toEqual([503, { status: "not ready" }, 200]);
    hangs = false;
    expect((await app.inject("/health/ready")).json()).toEqual({ status: "ready" });
  });
});

describe("limits over the whole application", () => {
  test("are counted by all processes of one database, within a tenth each", async () => {
    application = await createApplication({ limits: stillLimits(0.1) });
    const second = await reopened(application.world.parts.db, { limits: stillLimits(0.1) });
    const codes: number[] = [];
    for (let n = 0; n < 80; n += 1) {
      for (const { app } of [application, second])
        codes.push(
          (await app.inject({ url: "/api/v1/users/me", headers: { authorization: "Bearer buyer" } })).statusCode,
        );
      await new Promise((resolve) => setImmediate(resolve));
    }
    const allowed = codes.filter((code) => code === 200).length;
    expect(allowed).toBeGreaterThanOrEqual(60);
    expect(allowed).toBeLessThanOrEqual(72);
    expect(codes.at(-1)).toBe(429);
    await second.app.close();
  });

  test("cost no statement while somebody stays below a tenth", async () => {
    application = await createApplication({ limits: stillLimits(1) });
    for (let n = 0; n < 29; n += 1) await application.app.inject("/api/v1/products");
    expect(await application.database.owner.query("select from http.rate_limit")).toEqual([]);
  });

  test("case 79: when their table is lost, everything goes on", async () => {
    const reports: unknown[] = [];
    application = await createApplication({
      limits: openLimits({
        db: { query: lost, one: lost, maybe: lost },
        redisUrl: null,
        factor: 0.1,
        now: () => 0,
        onProblem: (error) => reports.push(error),
      }),
    });
    for (let n = 0; n < 30; n += 1) expect((await application.app.inject("/api/v1/products")).statusCode).toBe(200);
    expect(reports.length).toBe(1);
  });

  test("readers of pages are counted by their own network, not by the server's", async () => {
    const publicUrl = "https://market.example.test";
    application = await createApplication({
      publicUrl,
      limits: stillLimits(0.1),
      trustedProxies: ["127.0.0.1"],
      web: { clientRoot, createHandler: (api) => createWebHandler({ api, publicUrl }) },
    });
    const read = async (network: string) =>
      (await application.app.inject({ url: "/en", headers: { "x-forwarded-for": network } })).statusCode;
    const first: number[] = [];
    for (let n = 0; n < 40; n += 1) first.push(await read("198.51.100.7"));
    expect(first[0]).toBe(200);
    expect(first.at(-1)).not.toBe(200);
    expect(await read("203.0.113.9")).toBe(200);
  });
});

const lost = (): Promise<never> => Promise.reject(new Error("relation http.rate_limit does not exist"));

/** Another process of the same marketplace. */
async function reopened(db: Database, changes: Parameters<typeof createApplication>[0] = {}) {
  const app = await applicationOf(application.world, { db, ...changes });
  return { app };
}
