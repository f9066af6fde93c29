import type { Instant } from "@amana/core/time";
import { Type } from "typebox";
import {
  anyone,
  defineRoute,
  endedSessionCookie,
  invalid,
  nothing,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  secondFactorPending,
  sessionOf,
  strict,
  withSession,
} from "#runtime/http";
import { Email } from "./email.ts";
import { meJson } from "./json.ts";
import { networkOf, objectionToMail } from "./limits.ts";
import type { IdentityParts } from "./parts.ts";
import { forgotPassword, resetPassword } from "./passwords/change.ts";
import { objectionToPassword } from "./passwords/rules.ts";
import { readPerson } from "./people/store.ts";
import { register, sendLinkAgain } from "./registration/register.ts";
import { verifyEmail } from "./registration/verify.ts";
import { Language, looksLikeAddress, MeJson, Password, PersonName, Token } from "./schemas.ts";
import { endSessionById } from "./session-store.ts";
import { passSecondFactor } from "./sign-in/second-factor.ts";
import { SIGN_IN_PROBLEMS, signIn } from "./sign-in/sign-in.ts";
import { handedOver, visitOf } from "./visit.ts";

/** No answer of these is kept for a repeated key, and no hash of a body with a password in it. */
const UNKEPT = { idempotent: false, secret: true, rate: "sign-in" } as const;
const As = Type.Optional(oneOf(["cookie", "token"]));

/** The ways in and out. */
export const authRoutes = (parts: IdentityParts): Route[] => [
  registration(parts),
  verification(parts),
  verificationAgain(parts),
  signInRoute(parts),
  secondFactor(parts),
  signOut(parts),
  forgot(parts),
  reset(parts),
];

const registration = (parts: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/auth/register",
    operationId: "register",
    summary: "Become a user",
    description:
      "Always answers the same, whoever has the address: what follows is mailed there. There is an account once the mailed link was opened.",
    tag: "identity",
    policy: anyone(),
    ...UNKEPT,
    body: strict({ name: PersonName, email: Email, password: Password, language: Language }),
    responses: { 202: nothing() },
    problems: ["RATE_LIMITED"],
    example: {
      body: { name: "Asha Rao", email: "asha@example.test", password: "a long walk by the lake", language: "en" },
    },
    async handle({ body, now, origin }) {
      const objection = objectionToPassword(body.password, body.email);
      const wrong = [
        ...(looksLikeAddress(body.name) ? [{ field: "name", message: "must not look like an address" }] : []),
        ...(objection ? [{ field: "password", message: objection }] : []),
      ];
      if (wrong.length > 0) return problem("VALIDATION_FAILED", undefined, wrong);
      const limited = await objectionToMail(parts.limiter, "register", body.email, networkOf(origin.network));
      if (limited) return limited;
      await register(parts, body, now);
      return reply(202, null);
    },
  });

const verification = (parts: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/auth/verify-email",
    operationId: "verifyEmail",
    summary: "Prove an address with the token of the mailed link",
    tag: "identity",
    policy: anyone(),
    ...UNKEPT,
    body: strict({ token: Token }),
    responses: { 204: nothing() },
    problems: ["LINK_REFUSED"],
    async handle({ body, now, origin }) {
      const verified = await verifyEmail(parts, body.token, { now, origin });
      return verified.ok ? reply(204, null) : problem("LINK_REFUSED");
    },
  });

const verificationAgain = (parts: IdentityParts): Route =>
  mailsLink(parts, "verify", {
    path: "/auth/verify-email/resend",
    operationId: "resendVerification",
    summary: "Have the link mailed once more",
    description: "Always answers the same. The new link ends the one before.",
    send: sendLinkAgain,
  });

const signInRoute = (parts: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/auth/sign-in",
    operationId: "signIn",
    summary: "Sign in with address and password",
    description:
      "The session comes in a cookie, or with `as: token` in the answer. With a second factor it opens nothing but `/auth/second-factor` at first.",
    tag: "identity",
    policy: anyone(),
    ...UNKEPT,
    body: strict({ email: Email, password: Password, as: As }),
    responses: {
      200: strict({
        user: ref(MeJson),
        secondFactor: oneOf(["none", "required"]),
        token: Type.Optional(Type.String()),
      }),
    },
    problems: SIGN_IN_PROBLEMS,
    async handle({ body, ...input }) {
      const signed = await signIn(parts, body, visitOf(input));
      if ("kind" in signed) return signed;
      const { user, token, secondFactor: state } = signed;
      const person = await readPerson(parts.db, user);
      if (!person) return problem("SIGN_IN_REFUSED");
      const { production } = parts;
      const handed = handedOver(token, body.as, { production, pending: state === "required" });
      return reply(200, { user: meJson(person), secondFactor: state, ...handed.body }, handed.headers);
    },
  });

const secondFactor = (parts: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/auth/second-factor",
    operationId: "passSecondFactor",
    summary: "Show the second factor: a code of the authenticator app, or a recovery code",
    description: "Opens a session under a new token; the one before opens nothing any more.",
    tag: "identity",
    policy: secondFactorPending(),
    ...UNKEPT,
    body: strict({
      code: Type.Optional(Type.String({ pattern: "^[0-9]{6}$" })),
      recoveryCode: Type.Optional(Type.String({ minLength: 16, maxLength: 40 })),
      as: As,
    }),
    responses: { 200: strict({ token: Type.Optional(Type.String()) }) },
    problems: ["CODE_REFUSED", "RATE_LIMITED"],
    example: { body: { code: "123456" } },
    async handle({ body, principal, origin, now }) {
      const { code, recoveryCode } = body;
      if ((code === undefined) === (recoveryCode === undefined)) return invalid("code", "or recoveryCode: one of them");
      const shown = code === undefined ? { recoveryCode: recoveryCode ?? "" } : { code };
      const waiting = { user: principal.id, session: principal.session, origin, now };
      const token = await passSecondFactor(parts, shown, waiting);
      if (typeof token !== "string") return token;
      const handed = handedOver(token, body.as, { production: parts.production, pending: false });
      return reply(200, handed.body, handed.headers);
    },
  });

const signOut = ({ db, production }: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/auth/sign-out",
    operationId: "signOut",
    summary: "End this session",
    tag: "identity",
    policy: withSession(),
    idempotent: false,
    body: strict({}),
    responses: { 204: nothing() },
    problems: [],
    async handle({ principal }) {
      const session = sessionOf(principal);
      if (session && "id" in principal) await endSessionById(db, principal.id, session);
      return reply(204, null, { "set-cookie": endedSessionCookie({ production }) });
    },
  });

const forgot = (parts: IdentityParts): Route =>
  mailsLink(parts, "reset", {
    path: "/auth/password/forgot",
    operationId: "forgotPassword",
    summary: "Have a link mailed by which a new password can be chosen",
    description: "Always answers the same, whoever has the address.",
    send: forgotPassword,
  });

type MailedLink = Pick<Route, "path" | "operationId" | "summary"> & {
  readonly description: string;
  readonly send: (parts: IdentityParts, email: string, now: Instant) => Promise<unknown>;
};

/** Answers the same whether or not anybody has the address. */
const mailsLink = (parts: IdentityParts, limit: "verify" | "reset", { send, ...told }: MailedLink): Route =>
  defineRoute({
    method: "POST",
    ...told,
    tag: "identity",
    policy: anyone(),
    ...UNKEPT,
    body: strict({ email: Email }),
    responses: { 202: nothing() },
    problems: ["RATE_LIMITED"],
    async handle({ body, now, origin }) {
      const limited = await objectionToMail(parts.limiter, limit, body.email, networkOf(origin.network));
      if (limited) return limited;
      await send(parts, body.email, now);
      return reply(202, null);
    },
  });

const reset = (parts: IdentityParts): Route =>
  defineRoute({
    method: "POST",
    path: "/auth/password/reset",
    operationId: "resetPassword",
    summary: "Choose a new password with the token of the mailed link",
    description: "Ends every session of the user.",
    tag: "identity",
    policy: anyone(),
    ...UNKEPT,
    body: strict({ token: Token, password: Password }),
    responses: { 204: nothing() },
    problems: ["LINK_REFUSED"],
    async handle({ body, now, origin }) {
      const done = await resetPassword(parts, body, { now, origin });
      if (done.ok) return reply(204, null);
      return done.error === "not_a_link" ? problem("LINK_REFUSED") : invalid("password", done.error.objection);
    },
  });
