import type { Route } from "../../../server/runtime/http/index.ts";
import type { TestDatabase } from "../../database/index.ts";
import { EXPECTED } from "../expected.ts";
import { belongingsOf } from "./belongings.ts";
import { checkColumns, columnNames } from "./columns.ts";
import { createMarket } from "./market.ts";
import { type Attack, ask, check, checkRoute, type Failure, type Ground, groundOf } from "./run.ts";
import { openSessions, routesOf, serve } from "./server.ts";
import { sessionOf } from "./tokens.ts";

export type Outcome = {
  readonly routes: number;
  readonly principals: number;
  readonly checks: ReadonlyMap<Attack, number>;
  readonly failures: readonly Failure[];
};

/** Holds every route of the API against the table, on a real server over a real database. */
export async function matrix(database: TestDatabase): Promise<Outcome> {
  const { ground, routes } = await prepare(database);
  const { found, market } = ground;
  const server = await serve(market, routes);
  const columns = await columnNames(ground);
  for (const route of routes) {
    await checkRoute(ground, server, route);
    await checkColumns(ground, server, route, columns);
  }
  await server.app.close();
  await checkProduction(ground, routes);
  const known = new Set(routes.map(({ operationId }) => operationId));
  for (const row of Object.keys(EXPECTED))
    check(found, 89, known.has(row), `${row} is a row of the table and no route`);
  return { routes: routes.length, principals: found.principals.size, checks: found.checks, failures: found.failures };
}

export async function prepare(database: TestDatabase): Promise<{ ground: Ground; routes: Route[] }> {
  const market = await createMarket(database);
  await openSessions(market);
  const routes = routesOf(market);
  const server = await serve(market, routes);
  server.confirming.all = true;
  const belongings = { A: await belongingsOf(market, server.app, "A"), B: await belongingsOf(market, server.app, "B") };
  await server.app.close();
  return { ground: await groundOf(market, belongings), routes };
}

/** What is only for a sandbox is no route in production, whoever asks. */
export async function checkProduction(ground: Ground, routes: readonly Route[]): Promise<void> {
  const own = routes.filter(({ operationId }) => EXPECTED[operationId]?.sandbox);
  const server = await serve(ground.market, own, true);
  for (const route of own) {
    const asked = { route, valid: {}, ids: ground.things.A, body: {} };
    for (const token of [null, sessionOf("admin")]) {
      const { said } = await ask(ground, server, { ...asked, caller: { token } });
      check(ground.found, 89, said === "404 NOT_FOUND", `${route.operationId} in production: ${said}`);
    }
  }
  await server.app.close();
}

export const sumOf = (checks: Outcome["checks"]): number => [...checks.values()].reduce((sum, count) => sum + count, 0);
