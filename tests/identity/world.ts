import { createHmac } from "node:crypto";
import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { ok } from "../../core/result/index.ts";
import type { Passwords } from "../../server/modules/identity/index.ts";
import type { Limiter } from "../../server/ports/limiter.ts";
import type { Mail } from "../../server/ports/mailer.ts";
import { drain, type Work } from "../../server/runtime/work/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { applicationOf } from "../money/application.ts";
import { createWorld } from "../money/world.ts";
import { fakeLimiter } from "./limiter.ts";

export type Town = Awaited<ReturnType<typeof createTown>>;
export type Asked = {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the request comes from. */
  readonly from?: string;
};

export const PASSWORD = "a long walk by the lake";
export const STRANGER = "203.0.113.9";
export const HOME = "198.51.100.7";

/** A whole server with people in it: mail is caught, tries are counted in memory, and passwords are hashed without work and counted. */
export async function createTown(database: TestDatabase, options: { passwords?: Passwords; limiter?: Limiter } = {}) {
  const mails: Mail[] = [];
  const hashed = { hashes: 0, checks: 0 };
  const time: { now: () => number } = { now: () => 0 };
  const limiter = fakeLimiter({ now: () => time.now() as never });
  const world = await createWorld(database, {
    parts: {
      mailer: {
        async send(mail) {
          mails.push(mail);
          return ok(null);
        },
      },
      limiter: options.limiter ?? limiter,
      passwords: options.passwords ?? countedPasswords(hashed),
    },
  });
  time.now = () => world.now();
  const app = await applicationOf(world, {
    // Confirmation is another part's business: here a header says that it was given.
    stepUp: async ({ challenge, now }) =>
      challenge === "confirmed"
        ? { kind: "confirmed" }
        : {
            kind: "needed",
            challenge: { id: "stp_0199aa00c0de7000a000000000000042" as never, by: "email", expiresAt: now },
          },
  });
  const ask: Ask = async (method, path, body, by = {}) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: by.from ?? HOME,
      headers: { ...(by.token && { authorization: `Bearer ${by.token}` }), ...by.headers },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: jsonOf(answer.body) };
  };
  const work: Work = world.work;
  return { ...world, ...people({ ask, mails, work, database }), app, ask, mails, hashed, limiter };
}

type Ask = (
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: object,
  by?: Asked,
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads out of an answer it checks itself.
) => Promise<{ status: number; headers: Record<string, unknown>; text: string; body: any }>;

/** What people do to get in. */
function people({ ask, mails, work, database }: { ask: Ask; mails: Mail[]; work: Work; database: TestDatabase }) {
  const post = () => drain(work);
  const tokenIn = (mail: Mail | undefined): string => /#token=([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? NO_TOKEN;
  /** The token of the latest link that was mailed there. */
  const linkTo = (email: string): string =>
    mailsTo(email)
      .map(tokenIn)
      .findLast((token) => token !== NO_TOKEN) ?? NO_TOKEN;
  const mailsTo = (email: string): Mail[] => mails.filter(({ to }) => to === email);
  const apply = (email: string, password = PASSWORD, by: Asked = {}) =>
    ask("POST", "/auth/register", { name: "Asha (demo)", email, password, language: "en" }, by);
  const join = async (email: string, password = PASSWORD): Promise<UserId> => {
    joined += 1;
    await apply(email, password, { from: `192.0.2.${joined % 250}` });
    await post();
    await ask("POST", "/auth/verify-email", { token: linkTo(email) });
    const row = await database.owner.one<{ id: string }>(`select id from identity."user" where email = $1`, [email]);
    return `usr_${row.id.replaceAll("-", "")}` as UserId;
  };
  const signIn = (email: string, password = PASSWORD, by: Asked = {}) =>
    ask("POST", "/auth/sign-in", { email, password, as: "token" }, by);
  const entered = async (email: string, password = PASSWORD): Promise<string> =>
    (await signIn(email, password)).body.token;
  /** Switches the second factor on; answers the secret and the recovery codes. */
  const enrol = async (token: string, now: number) => {
    const begun = await ask("POST", "/users/me/second-factor", {}, { token, headers: CONFIRMED });
    const { secret } = begun.body;
    const done = await ask("POST", "/users/me/second-factor/confirm", { code: codeOf(secret, now) }, { token });
    return { secret: String(secret), recoveryCodes: done.body.recoveryCodes as string[] };
  };
  /** What is written down about somebody, in alphabetical order: the clock stands still. */
  const audited = async (subject: string): Promise<string[]> => {
    const rows = await database.owner.query<{ action: string }>(
      "select action from audit.entry where subject = $1 order by action",
      [subject],
    );
    return rows.map(({ action }) => action);
  };
  const roles = (user: UserId, given: readonly string[]) =>
    database.owner.query(`update identity."user" set roles = $2 where id = $1`, [uuidOf(user), given]);
  return { post, tokenIn, linkTo, mailsTo, apply, join, signIn, entered, enrol, audited, roles };
}

const NO_TOKEN = "no token";
let joined = 0;

export const CONFIRMED = { "amana-step-up": "confirmed" };

/** A code as an authenticator app shows it: RFC 6238 once more, apart from the library that the server asks. */
export function codeOf(base32: string, now: number): string {
  const bits = [...base32].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"));
  const key = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac("sha1", key).update(step).digest();
  const at = mac.readUInt8(mac.length - 1) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Hashes that cost nothing, so that what is counted is whether the work is done and not how long it takes. */
export function countedPasswords(counted: { hashes: number; checks: number }): Passwords {
  return {
    async hash(password) {
      counted.hashes += 1;
      return `plain:${password.normalize("NFC")}`;
    },
    async check(kept, password) {
      counted.checks += 1;
      const right = kept === `plain:${password.normalize("NFC")}` || kept === `weak:${password}`;
      return { right, weak: right && kept.startsWith("weak:") };
    },
  };
}

function jsonOf(text: string): unknown {
  return text.startsWith("{") ? JSON.parse(text) : null;
}
