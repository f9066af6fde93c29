import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApplication } from "./application.ts";

let application: Awaited<ReturnType<typeof createApplication>>;
beforeAll(async () => {
  application = await createApplication({ production: true, sandbox: null, cronKey: null });
  await application.app.ready();
}, 300_000);
afterAll(() => application.close());

const ask = (url: string, headers: Record<string, string> = {}, method: "GET" | "POST" = "GET") =>
  application.app.inject({ method, url, headers });

/** Where others have left a door open. */
const DOORS = [
  ...[
    "/metrics",
    "/api/metrics",
    "/api/v1/metrics",
    "/debug",
    "/debug/pprof/",
    "/api/v1/debug",
    "/status",
    "/server-status",
  ],
  ...[
    "/health",
    "/health/detail",
    "/health/live/env",
    "/api/v1/health",
    "/actuator",
    "/actuator/env",
    "/actuator/heapdump",
  ],
  ...["/admin", "/api/admin", "/api/v1/admin", "/console", "/phpinfo.php", "/.env", "/.git/config", "/package.json"],
  ...["/api/cron/process-timeouts", "/cron/process-timeouts", "/api/v1/sandbox/clock", "/api/v1/sandbox/sign-in"],
  ...[
    "/api/v1/sandbox/step-up-codes",
    "/swagger",
    "/swagger.json",
    "/api/v1/openapi.json",
    "/graphql",
    "/trace",
    "/__inspect",
  ],
];

describe("case 89: a door that is not named", () => {
  test.each(DOORS)("%s is none, for a stranger and for somebody who is signed in", async (url) => {
    for (const headers of [{}, { authorization: "Bearer buyer" }])
      for (const method of ["GET", "POST"] as const) expect((await ask(url, headers, method)).statusCode).toBe(404);
  });
});

test("case 89: the scheduler's routes open to nobody without its key, and to nobody at all where there is none", async () => {
  for (const name of ["process-timeouts", "release-payments", "update-tracking"])
    for (const headers of [
      {},
      { authorization: "Bearer buyer" },
      { authorization: "Bearer null" },
      { "x-cron-key": "1" },
    ])
      expect([401, 403]).toContain((await ask(`/api/v1/cron/${name}`, headers, "POST")).statusCode);
});

test("case 89: what everybody may ask says no more than that the server lives", async () => {
  expect((await ask("/health/live")).body).toBe('{"status":"live"}');
  expect((await ask("/health/ready")).body).toBe('{"status":"ready"}');
  const document = await ask("/api/openapi.json");
  expect(document.statusCode).toBe(200);
  expect(document.body).not.toMatch(/sandbox\/(clock|sign-in|step-up)/);
});
