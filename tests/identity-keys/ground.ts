import { createHash, randomBytes } from "node:crypto";
import { Type } from "typebox";
import type { UserId } from "../../core/ids/index.ts";
import { at, type Duration, type Instant } from "../../core/time/index.ts";
import {
  argon2Passwords,
  grantRoutes,
  identityRoutes,
  insertUser,
  keyRoutes,
  principalOf,
  type Role,
  startSession,
} from "../../server/modules/identity/index.ts";
import {
  buildServer,
  defineRoute,
  type Route,
  reply,
  signedIn,
  staffOrProgram,
  strict,
} from "../../server/runtime/http/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { keyring } from "../../server/runtime/secrets/index.ts";
import { testDatabase } from "../database/index.ts";

const START = at(Date.UTC(2026, 2, 2, 9));
const DATA_KEY = keyring(new Uint8Array(32).fill(7));
const UNLIMITED = { take: async () => ({ allowed: true as const }) };
export const ISSUER = "https://amana.example.test";

export type Answer = {
  readonly status: number;
  readonly body: Record<string, never>;
  readonly headers: Record<string, unknown>;
};
export type Ground = Awaited<ReturnType<typeof createGround>>;

/** A server with the routes of keys and grants, and three of other kinds to try them on. */
export async function createGround(more: (db: Parts) => readonly Route[] = () => []) {
  const database = await testDatabase();
  const time = { now: START };
  const db = database.app;
  const asked: string[] = [];
  const parts = { db, publicUrl: ISSUER, production: false };
  const app = await buildServer({
    routes: [
      ...identityRoutes({ ...parts, dataKey: DATA_KEY, passwords: argon2Passwords(), limiter: UNLIMITED }),
      ...keyRoutes(db),
      ...grantRoutes(parts),
      ...more(parts),
      ...PROBES,
    ],
    ...{ db, clock: { now: () => time.now }, publicUrl: ISSUER, production: false, logger: { level: "silent" } },
    authenticate: (credentials) => principalOf(db, credentials, time.now),
    stepUp: async ({ need, challenge }) => {
      asked.push(need.action);
      return challenge === "confirmed"
        ? { kind: "confirmed" }
        : { kind: "needed", challenge: { id: newRootId("stepUp", time.now), expiresAt: time.now, by: "totp" } };
    },
  });
  await app.ready();

  async function send(method: "GET" | "POST" | "DELETE", url: string, options: Sending = {}): Promise<Answer> {
    const { token, body, form, headers = {} } = options;
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(form && { "content-type": "application/x-www-form-urlencoded" }),
        ...headers,
      },
      ...(body && { payload: body }),
      ...(form && { payload: new URLSearchParams(form).toString() }),
    });
    const isJson = String(answer.headers["content-type"]).includes("json");
    return { status: answer.statusCode, body: isJson ? answer.json() : {}, headers: answer.headers };
  }

  return {
    ...{ app, db, owner: database.owner, database, time, asked, send },
    pass: (length: Duration) => {
      time.now = at(time.now + length);
    },
    person: (roles: readonly Role[] = ["user"]) => person(db, time.now, roles),
    audited: async (action: string) =>
      database.owner.query<{ subject: string; reason: string | null; actor_id: string | null }>(
        "select subject, reason, actor_id from audit.entry where action = $1 order by id",
        [action],
      ),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

type Parts = Parameters<typeof grantRoutes>[0];
type Sending = {
  readonly token?: string;
  readonly body?: object;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Person = { readonly id: UserId; readonly token: string };

async function person(db: Parts["db"], now: Instant, roles: readonly Role[]): Promise<Person> {
  const id = newRootId("user", now);
  await insertUser(db, {
    ...{ id, demoKey: null, name: "Noor (demo)", email: `${id}@example.test`, phone: "", roles, pickupAddress: null },
  });
  return { id, token: await startSession(db, id, now) };
}

const probe = (path: `/${string}`, policy: Route["policy"]): Route =>
  defineRoute({
    method: "GET",
    path,
    operationId: path.slice(1).replaceAll("/", "_"),
    summary: "A route to try",
    tag: "identity",
    policy,
    responses: { 200: strict({ kind: Type.String(), id: Type.String() }) },
    problems: [],
    handle: async ({ principal }) =>
      reply(200, { kind: principal.kind, id: principal.kind === "user" ? principal.id : "" }),
  });

const PROBES = [
  probe("/probe/orders", signedIn("orders:read")),
  probe("/probe/people", signedIn()),
  probe("/probe/staff", staffOrProgram("staff:read", "support")),
];

/** A verifier and its challenge, as a program makes them (RFC 7636). */
export function pkce(): { readonly verifier: string; readonly challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

export const CONFIRMED = { "amana-step-up": "confirmed" };
