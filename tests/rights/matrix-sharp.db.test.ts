import { afterAll, beforeAll, expect, test } from "vitest";
import { anyone, type Policy, type Route, signedIn } from "../../server/runtime/http/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { EXPECTED } from "./expected.ts";
import { checkProduction, prepare } from "./matrix/index.ts";
import { checkRoute, type Ground, nothingFound } from "./matrix/run.ts";
import { serve } from "./matrix/server.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test("the matrix turns red for each route whose policy is taken away", async () => {
  const { ground, routes } = await prepare(database);
  const quiet: string[] = [];
  let tried = 0;
  for (const route of routes)
    for (const policy of weaker(route.policy)) {
      tried += 1;
      if ((await failuresOf(ground, { ...route, policy })) === 0) quiet.push(`${route.operationId} as ${policy.kind}`);
    }
  // Withdrawals need none below their limit, which the test of confirmations holds.
  for (const { stepUp, ...route } of routes.filter(({ operationId }) => EXPECTED[operationId]?.confirmed)) {
    if (!stepUp || (await failuresOf(ground, route)) === 0) quiet.push(`${route.operationId} without a confirmation`);
    tried += 1;
  }
  process.stdout.write(`${JSON.stringify({ routes: routes.length, tried })}\n`);
  expect(quiet).toEqual([]);
  expect(tried).toBeGreaterThan(routes.length);
}, 900_000);

/** What a policy might be left as by mistake: open to all, or to whoever is signed in by whatever means. */
function weaker(policy: Policy): Policy[] {
  const left: Policy[] = [anyone(), signedIn()];
  return left.filter(({ kind }) => kind !== policy.kind || (policy.kind === "signed_in" && policy.scope !== null));
}

/** One route alone on a server of its own: only its own row can turn red. */
async function failuresOf(ground: Ground, route: Route): Promise<number> {
  const own: Ground = { ...ground, found: nothingFound(), firstOnly: true };
  const server = await serve(ground.market, [route]);
  await checkRoute(own, server, route);
  await server.app.close();
  await checkProduction(own, [route]);
  return own.found.failures.length;
}
