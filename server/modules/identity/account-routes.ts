import { Type } from "typebox";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  nothing,
  problem,
  type Route,
  ref,
  reply,
  sessionOf,
  signedIn,
  strict,
} from "#runtime/http";
import { networkOf, objectionToGuess } from "./limits.ts";
import { revokeOtherSessions, revokeSession } from "./own-sessions.ts";
import type { IdentityParts } from "./parts.ts";
import { changePassword } from "./passwords/change.ts";
import { Password, SessionJson } from "./schemas.ts";
import { sessionsOf } from "./session-store.ts";
import { beginEnrolment, confirmEnrolment, newRecoveryCodes, removeSecondFactor } from "./two-factor/change.ts";
import { recoveryCodesLeft } from "./two-factor/recovery-codes.ts";
import { hasSecondFactor } from "./two-factor/store.ts";
import { TOTP_CODE } from "./two-factor/verify.ts";
import { askerOf } from "./visit.ts";

const RecoveryCodes = Type.Array(Type.String(), { examples: [["k3vd-8mqa-x2tf-9wrz"]] });

/** What people do about their own password, second factor and sessions; programs cannot. */
export const accountRoutes = (parts: IdentityParts): Route[] => [
  password(parts),
  sessions(parts),
  revoke(parts),
  revokeOthers(parts),
  readSecondFactor(parts),
  enrol(parts),
  confirm(parts),
  renewCodes(parts),
  remove(parts),
];

const password = (parts: IdentityParts): Route =>
  defineRoute({
    method: "PUT",
    path: "/auth/password",
    operationId: "changePassword",
    summary: "Change my password",
    description: "Needs a fresh confirmation, and the password before where there is one. Ends every other session.",
    tag: "identity",
    policy: signedIn(),
    idempotent: false,
    secret: true,
    stepUp: async () => ({ action: "password.change" }),
    body: strict({ currentPassword: Type.Optional(Password), password: Password }),
    responses: { 204: nothing() },
    problems: ["RATE_LIMITED"],
    async handle({ body, principal, origin, now }) {
      const guess = { account: principal.id, network: networkOf(origin.network), known: true };
      const limited = await objectionToGuess(parts.limiter, "password", guess);
      if (limited) return limited;
      const words = { current: body.currentPassword ?? null, next: body.password };
      const done = await changePassword(parts, askerOf({ principal, origin }), words, now);
      if (done.ok) return reply(204, null);
      return done.error === "wrong_password"
        ? invalid("currentPassword", "is not the password")
        : invalid("password", done.error.objection);
    },
  });

const sessions = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "GET",
    path: "/auth/sessions",
    operationId: "listSessions",
    summary: "Where I am signed in",
    tag: "identity",
    policy: signedIn(),
    responses: { 200: strict({ data: Type.Array(ref(SessionJson)) }) },
    problems: [],
    async handle({ principal, now }) {
      const current = sessionOf(principal);
      const found = await sessionsOf(db, principal.id, now);
      return reply(200, {
        data: found.map(({ createdAt, lastSeenAt, expiresAt, ...session }) => ({
          ...{ ...session, current: session.id === current },
          ...{ createdAt: instantJson(createdAt), lastSeenAt: instantJson(lastSeenAt) },
          expiresAt: instantJson(expiresAt),
        })),
      });
    },
  });

const revoke = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/auth/sessions/:id",
    operationId: "revokeSession",
    summary: "End one of my sessions",
    tag: "identity",
    policy: signedIn(),
    params: strict({ id: IdOf("session") }),
    responses: { 204: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ params, principal, now, origin }) {
      const asker = { user: principal.id, origin };
      return (await revokeSession(db, asker, params.id, now)) ? reply(204, null) : problem("NOT_FOUND");
    },
  });

const revokeOthers = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/auth/sessions/revoke-others",
    operationId: "revokeOtherSessions",
    summary: "End all of my sessions but this one",
    tag: "identity",
    policy: signedIn(),
    body: strict({}),
    responses: { 200: strict({ ended: Type.Integer() }) },
    problems: [],
    async handle({ principal, now, origin }) {
      return reply(200, { ended: await revokeOtherSessions(db, askerOf({ principal, origin }), now) });
    },
  });

const readSecondFactor = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "GET",
    path: "/users/me/second-factor",
    operationId: "getSecondFactor",
    summary: "Whether signing in needs a code",
    tag: "identity",
    policy: signedIn(),
    responses: { 200: strict({ enabled: Type.Boolean(), recoveryCodesLeft: Type.Integer() }) },
    problems: [],
    async handle({ principal }) {
      const enabled = await hasSecondFactor(db, principal.id);
      return reply(200, { enabled, recoveryCodesLeft: await recoveryCodesLeft(db, principal.id) });
    },
  });

const enrol = (parts: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/users/me/second-factor",
    operationId: "beginSecondFactor",
    summary: "Begin to set up an authenticator app",
    description:
      "The secret counts once a code of it was sent to `/confirm`, within an hour; until then all stays as it is.",
    tag: "identity",
    policy: signedIn(),
    idempotent: false,
    secret: true,
    stepUp: async () => ({ action: "second_factor.set_up" }),
    body: strict({}),
    responses: {
      200: strict({
        secret: Type.String({ description: "Base32, to be typed in." }),
        address: Type.String({ description: "`otpauth://`, to be shown as a QR code." }),
        expiresAt: InstantJson,
      }),
    },
    problems: ["NOT_FOUND"],
    async handle({ principal, now }) {
      const begun = await beginEnrolment(parts, principal.id, now);
      return begun ? reply(200, { ...begun, expiresAt: instantJson(begun.expiresAt) }) : problem("NOT_FOUND");
    },
  });

const confirm = (parts: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/users/me/second-factor/confirm",
    operationId: "confirmSecondFactor",
    summary: "Switch the authenticator app on with its first code",
    description: "Answers ten recovery codes, which are shown this once. Ends every other session.",
    tag: "identity",
    policy: signedIn(),
    idempotent: false,
    secret: true,
    body: strict({ code: Type.String({ pattern: TOTP_CODE }) }),
    responses: { 200: strict({ recoveryCodes: RecoveryCodes }) },
    problems: ["CODE_REFUSED"],
    async handle({ body, principal, now, origin }) {
      const confirmed = await confirmEnrolment(parts, askerOf({ principal, origin }), body.code, now);
      return confirmed.ok ? reply(200, { recoveryCodes: confirmed.value }) : problem("CODE_REFUSED");
    },
  });

const renewCodes = (parts: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/users/me/second-factor/recovery-codes",
    operationId: "renewRecoveryCodes",
    summary: "Make new recovery codes; the earlier ones open nothing any more",
    tag: "identity",
    policy: signedIn(),
    idempotent: false,
    secret: true,
    stepUp: async () => ({ action: "recovery_codes.renew" }),
    body: strict({}),
    responses: { 200: strict({ recoveryCodes: RecoveryCodes }) },
    problems: ["NOT_FOUND"],
    async handle({ principal, now, origin }) {
      const recoveryCodes = await newRecoveryCodes(parts, { user: principal.id, origin }, now);
      return recoveryCodes ? reply(200, { recoveryCodes }) : problem("NOT_FOUND");
    },
  });

const remove = (parts: IdentityParts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/users/me/second-factor",
    operationId: "removeSecondFactor",
    summary: "Switch the second factor off",
    tag: "identity",
    policy: signedIn(),
    stepUp: async () => ({ action: "second_factor.remove" }),
    responses: { 204: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ principal, now, origin }) {
      const asker = askerOf({ principal, origin });
      return (await removeSecondFactor(parts, asker, now)) ? reply(204, null) : problem("NOT_FOUND");
    },
  });
