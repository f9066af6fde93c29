import { parseDuration } from "@amana/core/time";
import { Type } from "typebox";
import { demoUsers, endSession, ROLES, signInDemoUser, waitingCodes } from "#modules/identity";
import {
  anyone,
  defineRoute,
  endedSessionCookie,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  nothing,
  oneOf,
  problem,
  type Route,
  reply,
  sandboxOnly,
  sessionCookie,
  sessionCookieName,
  signedIn,
  strict,
} from "#runtime/http";
import type { Keyring } from "#runtime/secrets";
import { type ClockParts, moveClock } from "./clock.ts";

export type SandboxParts = ClockParts & {
  readonly dataKey: Keyring;
  readonly links: { readonly gateway: string; readonly carrier: string; readonly apiReference: string };
};

const LONGEST_MOVE_DAYS = 90;
const SESSION_SECONDS = 30 * 86_400;
const ClockJson = strict({ now: InstantJson, offsetMs: Type.Integer() });

/** What only a sandbox has: demo people to be, and a clock to move. */
export const sandboxRoutes = (parts: SandboxParts): Route[] => [
  about(parts),
  users(parts),
  signIn(parts),
  signOut(parts),
  readClock(parts),
  advanceClock(parts),
  stepUpCodes(parts),
];

const about = ({ links }: SandboxParts): Route =>
  defineRoute({
    method: "GET",
    path: "/sandbox",
    operationId: "getSandbox",
    summary: "That this is a sandbox, and where its simulators are",
    tag: "sandbox",
    policy: sandboxOnly(anyone()),
    responses: {
      200: strict({
        enabled: Type.Boolean(),
        links: strict({ gateway: Type.String(), carrier: Type.String(), apiReference: Type.String() }),
      }),
    },
    problems: [],
    handle: async () => reply(200, { enabled: true, links }),
  });

const users = ({ db }: SandboxParts): Route =>
  defineRoute({
    method: "GET",
    path: "/sandbox/users",
    operationId: "listDemoUsers",
    summary: "Who can be signed in as",
    tag: "sandbox",
    policy: sandboxOnly(anyone()),
    responses: {
      200: strict({
        data: Type.Array(strict({ key: Type.String(), name: Type.String(), roles: Type.Array(oneOf(ROLES)) })),
      }),
    },
    problems: [],
    async handle() {
      const found = await demoUsers(db);
      return reply(200, {
        data: found.flatMap(({ demoKey, name, roles }) =>
          demoKey === null ? [] : [{ key: demoKey, name, roles: [...roles] }],
        ),
      });
    },
  });

const signIn = ({ db }: SandboxParts): Route =>
  defineRoute({
    method: "POST",
    path: "/sandbox/sign-in",
    operationId: "signInDemoUser",
    summary: "Sign in as a demo user",
    tag: "sandbox",
    policy: sandboxOnly(anyone()),
    secret: true,
    body: strict({ user: Type.String({ maxLength: 40 }) }),
    responses: { 200: strict({ token: Type.String() }) },
    problems: ["NOT_FOUND"],
    async handle({ body, now, origin }) {
      const signedIn = await signInDemoUser(db, body.user, { now, origin });
      if (!signedIn) return problem("NOT_FOUND");
      return reply(
        200,
        { token: signedIn.token },
        { "set-cookie": sessionCookie(signedIn.token, { production: false, maxAgeSeconds: SESSION_SECONDS }) },
      );
    },
  });

const signOut = ({ db }: SandboxParts): Route =>
  defineRoute({
    method: "POST",
    path: "/sandbox/sign-out",
    operationId: "signOutDemoUser",
    summary: "Sign out",
    tag: "sandbox",
    policy: sandboxOnly(anyone()),
    body: strict({}),
    responses: { 204: nothing() },
    problems: [],
    async handle({ headers }) {
      const token = new RegExp(`(?:^|;\\s*)${sessionCookieName(false)}=([^;]+)`).exec(headers.cookie ?? "")?.[1];
      if (token) await endSession(db, token);
      return reply(204, null, { "set-cookie": endedSessionCookie({ production: false }) });
    },
  });

const readClock = ({ clock }: SandboxParts): Route =>
  defineRoute({
    method: "GET",
    path: "/sandbox/clock",
    operationId: "getClock",
    summary: "The application's time",
    tag: "sandbox",
    policy: sandboxOnly(anyone()),
    responses: { 200: ClockJson },
    problems: [],
    handle: async () => reply(200, { now: instantJson(clock.now()), offsetMs: clock.offset() }),
  });

const advanceClock = (parts: SandboxParts): Route =>
  defineRoute({
    method: "POST",
    path: "/sandbox/clock",
    operationId: "advanceClock",
    summary: "Move the clock ahead; everything that falls due in between happens in order before the answer",
    tag: "sandbox",
    policy: sandboxOnly(anyone()),
    body: strict({
      advance: Type.String({
        maxLength: 30,
        examples: ["PT48H"],
        description: "ISO 8601 duration of days, hours, minutes, seconds",
      }),
    }),
    responses: { 200: ClockJson },
    problems: [],
    async handle({ body }) {
      const milliseconds = parseDuration(body.advance);
      if (milliseconds === null || milliseconds <= 0)
        return invalid("advance", "must be an ISO 8601 duration such as PT48H");
      if (milliseconds > LONGEST_MOVE_DAYS * 86_400_000)
        return invalid("advance", `must be at most ${LONGEST_MOVE_DAYS} days`);
      const now = await moveClock(parts, milliseconds);
      return reply(200, { now: instantJson(now), offsetMs: parts.clock.offset() });
    },
  });

const stepUpCodes = ({ db, dataKey }: SandboxParts): Route =>
  defineRoute({
    method: "GET",
    path: "/sandbox/step-up-codes",
    operationId: "listStepUpCodes",
    summary: "The codes that I would have been sent by mail, the latest first",
    tag: "sandbox",
    policy: sandboxOnly(signedIn()),
    responses: {
      200: strict({
        data: Type.Array(strict({ challenge: IdOf("stepUp"), action: Type.String(), code: Type.String() })),
      }),
    },
    problems: [],
    async handle({ principal: { access }, now }) {
      const waiting = access.kind === "session" ? await waitingCodes({ db, dataKey }, access.id, now) : [];
      return reply(200, { data: waiting.map(({ stepUp, ...rest }) => ({ challenge: stepUp, ...rest })) });
    },
  });
