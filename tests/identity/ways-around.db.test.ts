import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { days, minutes, seconds } from "../../core/time/index.ts";
import { grantAdmin } from "../../server/modules/identity/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { CONFIRMED, codeOf, createTown, HOME, PASSWORD, STRANGER, type Town } from "./world.ts";

let database: TestDatabase;
let town: Town;

beforeAll(async () => {
  database = await testDatabase();
  town = await createTown(database);
});
afterAll(async () => {
  await town.app.close();
  await database.drop();
});

const me = async (token: string | undefined) => (await town.ask("GET", "/users/me", undefined, { token })).status;
const show = (token: string, shown: object, from = HOME) =>
  town.ask("POST", "/auth/second-factor", { ...shown, as: "token" }, { token, from });

/** Somebody with a second factor, who has signed in from home. */
async function guarded(name: string) {
  const email = `${name}@example.test`;
  const user = await town.join(email);
  const enrolled = await town.enrol(await town.entered(email), town.now());
  town.jump(minutes(1));
  const half = async (from = HOME): Promise<string> => (await town.signIn(email, PASSWORD, { from })).body.token;
  return { ...enrolled, user, email, half };
}

describe("case 95: the second factor", () => {
  test("is not guessed by somebody who has the password and many networks, and its owner gets in from home", async () => {
    const { secret, half, recoveryCodes } = await guarded("many-networks");
    const wrong = (): string => String((Number(codeOf(secret, town.now())) + 1) % 1_000_000).padStart(6, "0");
    const networks = Array.from({ length: 30 }, (_, n) => `2001:db8:${(n + 1).toString(16)}::1`);
    const heard: string[] = [];
    for (const from of networks) heard.push((await show(await half(from), { code: wrong() }, from)).body.code);
    expect(heard.filter((code) => code === "CODE_REFUSED")).toHaveLength(20);
    expect(heard.slice(20)).toEqual(Array.from({ length: 10 }, () => "RATE_LIMITED"));
    const abroad = await half("2001:db8:ffff::1");
    const right = await show(abroad, { code: codeOf(secret, town.now()) }, "2001:db8:ffff::1");
    expect([right.status, right.body.code]).toEqual([429, "RATE_LIMITED"]);
    const [spare = ""] = recoveryCodes;
    expect((await show(abroad, { recoveryCode: spare }, "2001:db8:ffff::1")).status).toBe(200);
    expect((await show(await half(), { code: codeOf(secret, town.now()) })).status).toBe(200);
  });

  test("a recovery code that twenty show at once lets one in", async () => {
    const { half, recoveryCodes } = await guarded("spare");
    const sessions: string[] = [];
    for (let n = 0; n < 5; n++) sessions.push(await half());
    town.jump(minutes(20));
    for (let n = 0; n < 5; n++) sessions.push(await half());
    const [recoveryCode = ""] = recoveryCodes;
    const answers = await Promise.all(
      sessions.flatMap((token) => [token, token]).map((t) => show(t, { recoveryCode })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("is not gone around by a mailed link, by codes that were renewed, or by what was begun and not ended", async () => {
    const { email, secret, half, recoveryCodes } = await guarded("weaker");
    const [before = ""] = recoveryCodes;
    const open = (await show(await half(), { code: codeOf(secret, town.now()) })).body.token;
    const asked = { token: open, headers: CONFIRMED };
    const renewed = await town.ask("POST", "/users/me/second-factor/recovery-codes", {}, asked);
    expect(renewed.status).toBe(200);
    expect((await show(await half(), { recoveryCode: before })).body.code).toBe("CODE_REFUSED");
    // A secret that nobody has confirmed counts for nothing, and the one before still does.
    const begun = await town.ask("POST", "/users/me/second-factor", {}, asked);
    town.jump(seconds(30));
    expect((await show(await half(), { code: codeOf(begun.body.secret, town.now()) })).body.code).toBe("CODE_REFUSED");
    expect((await show(await half(), { code: codeOf(secret, town.now()) })).status).toBe(200);
    await town.ask("POST", "/auth/password/forgot", { email });
    await town.post();
    const password = "one of many sentences";
    await town.ask("POST", "/auth/password/reset", { token: town.linkTo(email), password });
    const after = await town.signIn(email, password);
    expect([after.body.secondFactor, await me(after.body.token)]).toEqual(["required", 401]);
  });

  test("half a session in the cookie is half a session, and its cookie opens nothing once the whole one is there", async () => {
    const { email, secret } = await guarded("cookie");
    const signed = await town.ask("POST", "/auth/sign-in", { email, password: PASSWORD });
    const half = cookieIn(signed.headers["set-cookie"]);
    const look = async (cookie: string) =>
      (await town.ask("GET", "/users/me", undefined, { headers: { cookie } })).body.code ?? "seen";
    expect(await look(half)).toBe("SECOND_FACTOR_REQUIRED");
    const headers = { cookie: half, origin: "https://amana.example.test" };
    const opened = await town.ask("POST", "/auth/second-factor", { code: codeOf(secret, town.now()) }, { headers });
    expect(opened.status).toBe(200);
    expect([await look(cookieIn(opened.headers["set-cookie"])), await look(half)]).toEqual(["seen", "UNAUTHENTICATED"]);
  });

  test("the answer to a half-open session is good for some minutes and not for a day", async () => {
    const { secret, half } = await guarded("slow");
    const token = await half();
    town.jump(days(1));
    expect((await show(token, { code: codeOf(secret, town.now()) })).status).toBe(401);
  });
});

const cookieIn = (header: unknown): string => /^(amana_session=[\w-]{43});/.exec(String(header))?.[1] ?? "no cookie";

test("case 96: nothing that opened the account of somebody who is forgotten opens anything afterwards", async () => {
  await town.join("forgetter@example.test");
  await grantAdmin(database.app, "forgetter@example.test", town.now());
  const staff = await town.entered("forgetter@example.test");
  const user: UserId = await town.join("gone@example.test");
  const session = await town.entered("gone@example.test");
  const { secret, recoveryCodes } = await town.enrol(session, town.now());
  const half = (await town.signIn("gone@example.test")).body.token;
  const body = { name: "A program", scopes: ["profile:read"] };
  const made = await town.ask("POST", "/users/me/api-keys", body, { token: session, headers: CONFIRMED });
  expect(made.status, made.text).toBe(201);
  const key = made.body.token;
  await town.ask("POST", "/auth/password/forgot", { email: "gone@example.test" });
  await town.post();
  const link = town.linkTo("gone@example.test");
  expect([await me(session), await me(key)]).toEqual([200, 200]);

  const erased = await town.ask(
    "POST",
    `/admin/users/${user}/erase`,
    { reason: "Asked by letter" },
    { token: staff, headers: CONFIRMED },
  );
  expect(erased.status, erased.text).toBe(204);
  expect([await me(session), await me(key), await me(half)]).toEqual([401, 401, 401]);
  expect(
    (await town.ask("POST", "/auth/password/reset", { token: link, password: "a new one of many" })).body.code,
  ).toBe("LINK_REFUSED");
  expect((await town.signIn("gone@example.test")).body.code).toBe("SIGN_IN_REFUSED");
  town.jump(seconds(30));
  for (const shown of [{ code: codeOf(secret, town.now()) }, { recoveryCode: recoveryCodes[0] }])
    expect((await show(half, shown)).status).toBe(401);
});

describe("case 97: a mailed link", () => {
  const forgot = async (email: string, headers: Record<string, string> = {}) => {
    await town.ask("POST", "/auth/password/forgot", { email }, { headers, from: STRANGER });
    await town.post();
    return town.mailsTo(email).at(-1)?.text ?? "";
  };

  test("for a new password leads to the configured address, whatever host the request names", async () => {
    await town.join("hosts@example.test");
    const text = await forgot("hosts@example.test", {
      ...{ host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" },
      ...{
        forwarded: "host=evil.example",
        "x-original-url": "https://evil.example/",
        referer: "https://evil.example/",
      },
    });
    expect(text).not.toContain("evil.example");
    expect(text.match(/https?:\/\/[^/\s]+/g)).toEqual(["https://amana.example.test"]);
  });

  test("has its token where browsers send it to nobody, so that neither a referrer nor a log has it", async () => {
    await town.join("referrer@example.test");
    const reset = await forgot("referrer@example.test");
    await town.apply("referrer.new@example.test", PASSWORD, { from: STRANGER });
    await town.post();
    const verification = town.mailsTo("referrer.new@example.test").at(-1)?.text ?? "";
    for (const text of [reset, verification]) {
      const [address = ""] = /https:\S+/.exec(text) ?? [];
      const { hash, search, pathname } = new URL(address);
      expect(hash).toMatch(/^#token=[\w-]{43}$/);
      expect([search, pathname.split("/").length]).toEqual(["", 3]);
    }
  });

  test("for an address sets no password, and one for a password opens no other account", async () => {
    await town.apply("purpose@example.test", PASSWORD, { from: STRANGER });
    await town.post();
    const proof = town.linkTo("purpose@example.test");
    const reset = (token: string, password: string) => town.ask("POST", "/auth/password/reset", { token, password });
    expect((await reset(proof, "one of many sentences")).body.code).toBe("LINK_REFUSED");
    expect((await town.ask("POST", "/auth/verify-email", { token: proof })).status).toBe(204);
    await town.join("purpose.other@example.test");
    await forgot("purpose@example.test");
    expect((await reset(town.linkTo("purpose@example.test"), "one of many sentences")).status).toBe(204);
    expect((await town.signIn("purpose@example.test", "one of many sentences")).status).toBe(200);
    expect((await town.signIn("purpose.other@example.test", "one of many sentences")).status).toBe(401);
    expect((await town.signIn("purpose.other@example.test")).status).toBe(200);
  });
});
