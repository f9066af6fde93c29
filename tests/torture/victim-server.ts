import { buildApplication } from "../../server/entrypoints/application.ts";
import { allRoutes, type RouteParts } from "../../server/entrypoints/routes.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import { principalOfToken } from "../../server/modules/identity/index.ts";
import { type Authenticate, buildServer } from "../../server/runtime/http/index.ts";
import { CONFIRMED } from "../money/application.ts";

/** Serves the operations of these names, or the whole application; answers where, and how it is closed. */
export async function serve(
  parts: Parts,
  operations: readonly string[] | undefined,
): Promise<{ readonly url: string; close(): Promise<unknown> }> {
  const app = await (operations ? someOf(parts, operations) : whole(parts));
  return { url: await app.listen({ host: "127.0.0.1", port: 0 }), close: () => app.close() };
}

const whole = (parts: Parts) =>
  buildApplication({
    ...routeParts(parts),
    production: true,
    stepUp: CONFIRMED,
    cronKey: null,
    logger: SILENT,
    version: "0.0.0",
    web: null,
  });

/** Schemas of all operations take seconds to compile, and this process lives for less. */
function someOf(parts: Parts, operations: readonly string[]) {
  const { db, clock, dataKey, publicUrl } = parts;
  const routes = allRoutes(routeParts(parts)).filter(({ operationId }) => operations.includes(operationId));
  const authenticate: Authenticate = async ({ bearer = "" }) => await principalOfToken(db, bearer, clock.now());
  return buildServer({
    ...{ routes, db, clock, fingerprintKeys: dataKey, authenticate, stepUp: CONFIRMED, publicUrl },
    ...{ production: false, logger: SILENT },
  });
}

const SILENT = { level: "silent" } as const;

const routeParts = (parts: Parts): RouteParts => ({
  ...parts,
  holder: "Nobody (a test)",
  wake: () => {},
  production: false,
  sandbox: null,
});
