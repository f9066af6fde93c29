import { money } from "@amana/core/money";
import { LINE_KINDS, type StatementLine } from "@amana/core/reconciliation";
import { ok, refuse } from "@amana/core/result";
import { after, at, days } from "@amana/core/time";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import type { StatementSource } from "../../ports/statement.ts";
import { buildServer, type Role } from "../../runtime/http/index.ts";
import { newRootId } from "../../runtime/ids/index.ts";
import { DEFAULT_RECONCILIATION, reconciliationRoutes } from "./index.ts";

const NOW = at(Date.UTC(2026, 2, 10, 12));
const LINE: StatementLine = {
  ...{ kind: "adjustment", reference: "a1", ourId: null, amount: money(20_000n, "INR"), fee: 0n, tax: 0n },
  ...{ at: after(NOW, -days(2)), settledAt: null, bankReference: null },
};
const source = (name: string, answers: boolean): StatementSource => ({
  ...{ name, covers: LINE_KINDS },
  fetch: async () => (answers ? ok({ lines: [LINE], next: null }) : refuse({ kind: "try_later", detail: "silence" })),
});

let database: TestDatabase;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  const staffId = newRootId("user", NOW);
  const sessionId = newRootId("session", NOW);
  app = await buildServer({
    routes: reconciliationRoutes({
      ...{ db: database.app, statements: [source("demo", true), source("silent", false)] },
      settings: DEFAULT_RECONCILIATION,
    }),
    ...{ db: database.app, clock: { now: () => NOW }, publicUrl: "https://amana.example.test", production: false },
    authenticate: async ({ bearer }) =>
      bearer === undefined
        ? { kind: "anonymous" }
        : { kind: "user", id: staffId, roles: [bearer as Role], access: { kind: "session", id: sessionId } },
    logger: { level: "silent" },
    docs: { title: "A test", version: "0", description: "", tags: [{ name: "finance", description: "" }] },
  });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function ask(role: Role | null, method: "GET" | "POST", path: string, body?: object) {
  const headers = role === null ? {} : { authorization: `Bearer ${role}` };
  const answer = await app.inject({ method, url: `/api/v1/finance${path}`, headers, ...(body && { payload: body }) });
  return { status: answer.statusCode, body: answer.json() };
}

test("only finance and administration may look, and nobody else may act", async () => {
  for (const [method, path] of [
    ["GET", "/custody"],
    ["GET", "/reconciliation"],
    ["POST", "/reconciliation/demo/run"],
    ["POST", `/differences/dif_${"0".repeat(32)}/explain`],
    ["POST", `/differences/dif_${"0".repeat(32)}/explain/preview`],
  ] as const) {
    const body = method === "POST" ? {} : undefined;
    expect((await ask(null, method, path, body)).status, path).toBe(401);
    for (const role of ["user", "support", "arbiter"] as const)
      expect((await ask(role, method, path, body)).status, path).toBe(403);
  }
  expect((await ask("admin", "GET", "/custody")).status).toBe(200);
});

test("case 40: a difference is read, previewed, explained and gone, and the custody page says so", async () => {
  const run = await ask("finance", "POST", "/reconciliation/demo/run", {});
  expect(run).toMatchObject({ status: 200, body: { gateway: "demo", lines: 1, found: 1 } });
  const { body: state } = await ask("finance", "GET", "/reconciliation");
  expect(state.differences).toMatchObject([
    { gateway: "demo", class: "unexplained", reasons: ["reference"], atStake: [{ amount: 20_000, currency: "INR" }] },
  ]);
  const path = `/differences/${state.differences[0].id}/explain`;
  const shown = await ask("finance", "POST", `${path}/preview`, { counterpart: "suspense" });
  expect(shown.body.entries).toEqual([
    { account: "clearing:demo", amount: { amount: -20_000, currency: "INR" } },
    { account: "suspense:demo", amount: { amount: 20_000, currency: "INR" } },
  ]);
  expect((await ask("finance", "POST", `${path}/preview`, { counterpart: "no_money" })).status).toBe(400);
  expect((await ask("finance", "POST", path, { counterpart: "suspense" })).status).toBe(400);
  const done = await ask("finance", "POST", path, { counterpart: "suspense", reason: "a deposit of the operator" });
  expect(done.body).toEqual(shown.body);
  const again = await ask("finance", "POST", path, { counterpart: "suspense", reason: "once more" });
  expect(again).toMatchObject({ status: 409, body: { code: "TRANSITION_NOT_ALLOWED" } });
  expect((await ask("finance", "GET", "/reconciliation")).body.differences).toEqual([]);
  expect((await ask("finance", "GET", "/custody")).body.data).toMatchObject([
    {
      ...{ currency: "INR", balanced: true, payoutsBlocked: false, unexplained: { amount: 0 } },
      ...{ heldTotal: { amount: 20_000 }, owedTotal: { amount: 20_000 }, difference: { amount: 0 } },
      providers: [{ gateway: "demo", books: { amount: 20_000 }, statement: { amount: 20_000 } }],
    },
  ]);
  const audited = await database.owner.query("select reason from audit.entry where action = 'difference.explained'");
  expect(audited).toEqual([{ reason: "a deposit of the operator" }]);
});

test("what cannot be read or asked is said", async () => {
  expect((await ask("finance", "POST", "/reconciliation/nobody/run", {})).status).toBe(404);
  expect((await ask("finance", "POST", "/reconciliation/silent/run", {})).body.code).toBe(
    "PAYMENT_GATEWAY_UNAVAILABLE",
  );
  const backwards = { from: "2026-03-02T00:00:00.000Z", until: "2026-03-01T00:00:00.000Z" };
  expect((await ask("finance", "POST", "/reconciliation/demo/run", backwards)).status).toBe(400);
  const future = { until: "2026-04-01T00:00:00.000Z" };
  expect((await ask("finance", "POST", "/reconciliation/demo/run", future)).status).toBe(400);
  const nothing = `/differences/dif_${"0".repeat(32)}/explain/preview`;
  expect((await ask("finance", "POST", nothing, { counterpart: "bank" })).status).toBe(404);
});
