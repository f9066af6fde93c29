import { idOf } from "../../../core/ids/index.ts";
import { allRoutes } from "../../../server/entrypoints/routes.ts";
import { principalOfToken, startSession, stepUpGate } from "../../../server/modules/identity/index.ts";
import { movableClock } from "../../../server/runtime/clock/index.ts";
import {
  type Authenticate,
  buildServer,
  type Principal,
  type Route,
  SCOPES,
  type StepUpGate,
} from "../../../server/runtime/http/index.ts";
import { isPerson, type Market } from "./market.ts";
import { expiredOf, halfOf, personOf, SCHEDULER, sessionOf } from "./tokens.ts";

export type MatrixServer = Awaited<ReturnType<typeof serve>>;

/** Every route that there is, in a sandbox and with all providers. */
export const routesOf = ({ world }: Market): Route[] =>
  allRoutes({
    ...world.parts,
    holder: "Nobody (a test)",
    wake: () => {},
    production: false,
    sandbox: {
      ...world.parts,
      clock: movableClock(0, world.clock),
      simulators: { nextTimer: async () => null, setOffset: async () => {} },
      work: world.work,
      whileStill: (move) => move(),
      links: { gateway: "", carrier: "", apiReference: "" },
    },
  });

/** Sessions for everybody, half open and expired ones too. */
export async function openSessions({ world, people }: Market): Promise<void> {
  const { db, owner } = world;
  for (const [name, id] of Object.entries(people)) {
    if (!isPerson(name)) continue;
    await startSession(db, id, world.now(), sessionOf(name));
    await startSession(db, id, world.now(), { token: halfOf(name), state: "second_factor_pending" });
    await startSession(db, id, world.now(), expiredOf(name));
  }
  const ended = Object.keys(people).filter(isPerson).map(expiredOf);
  await owner.query(
    `update identity.session set expires_at = created_at
      where token_hash = any (select sha256(convert_to(token, 'UTF8')) from unnest($1::text[]) as token)`,
    [ended],
  );
}

/** A server of these routes. While `confirming.all` is true, whatever needs a fresh confirmation has one. */
export async function serve(market: Market, routes: readonly Route[], production = false) {
  const { db, clock, publicUrl } = market.world.parts;
  const confirming = { all: false };
  const asked = stepUpGate({ db, wake: () => {} });
  const stepUp: StepUpGate = async (request) => (confirming.all ? { kind: "confirmed" } : await asked(request));
  const app = await buildServer({
    ...{ routes, db, clock, publicUrl, production, stepUp, authenticate: authenticating(market) },
    logger: { level: "silent" },
  });
  await app.ready();
  return { app, confirming };
}

/** Sessions are read as the application reads them; a key says itself whose it is and what it may. */
const authenticating =
  ({ world: { db, now } }: Market): Authenticate =>
  async ({ bearer = "" }): Promise<Principal> => {
    if (bearer === SCHEDULER) return { kind: "key", name: "cron" };
    const [kind, owner = "", given = ""] = bearer.split("/");
    if (kind !== "key") return await principalOfToken(db, bearer, now());
    const person = await principalOfToken(db, sessionOf(personOf(owner)), now());
    const scopes = SCOPES.filter((scope) => given.split("+").includes(scope.replace(":", "~")));
    if (person.kind !== "user") return person;
    return { ...person, access: { kind: "api_key", id: idOf("apiKey", person.id.slice("usr_".length)), scopes } };
  };
