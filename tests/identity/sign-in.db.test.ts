import { afterAll, beforeAll, expect, test } from "vitest";
import { days, hours, minutes, seconds } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
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
const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

test("case 91: guesses at one account are stopped, from one network and from many, and its owner still gets in from home", async () => {
  await town.join("asha@example.test");
  await town.entered("asha@example.test");
  const from = (n: number) => `2001:db8:${n.toString(16)}::1`;
  const guess = (network: string, password = "a guess of many") =>
    town.signIn("asha@example.test", password, { from: network });

  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) statuses.push((await guess(STRANGER)).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  const refused = await guess(STRANGER, PASSWORD);
  expect([refused.status, refused.body.code]).toEqual([429, "RATE_LIMITED"]);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);

  for (let n = 1; n <= 60; n++) await guess(from(n));
  expect((await guess(from(1000), PASSWORD)).status).toBe(429);
  expect((await guess(HOME, PASSWORD)).status).toBe(200);
  town.jump(hours(1));
  expect((await guess(from(1000), PASSWORD)).status).toBe(200);
});

test("case 91: one customer's whole IPv6 network counts as one, and a header that names another address counts for nothing", async () => {
  await town.join("six@example.test");
  const last = async (by: (n: number) => Parameters<typeof town.signIn>[2]) => {
    let status = 0;
    for (let n = 0; n < 11; n++) status = (await town.signIn("six@example.test", "a guess of many", by(n))).status;
    return status;
  };
  expect(await last((n) => ({ from: `2001:db8:6:6:${n.toString(16)}::${n.toString(16)}` }))).toBe(429);
  expect(await last((n) => ({ from: "192.0.2.66", headers: { "x-forwarded-for": `203.0.113.${n}` } }))).toBe(429);
});

test("case 93: every way in brings a token that was never seen before, and ends the one that the caller came with", async () => {
  const user = await town.join("fix@example.test");
  const planted = await startSession(database.app, user, town.now());
  const signed = await town.signIn("fix@example.test", PASSWORD, { token: planted });
  expect(signed.body.token).not.toBe(planted);
  expect([await me(planted), await me(signed.body.token)]).toEqual([401, 200]);
});

test("case 93: the cookie is out of reach of scripts and of other sites, and signing out ends the session at the server", async () => {
  await town.join("out@example.test");
  const signed = await town.ask("POST", "/auth/sign-in", { email: "out@example.test", password: PASSWORD });
  expect(signed.body.token).toBeUndefined();
  const cookie = String(signed.headers["set-cookie"]);
  expect(cookie).toMatch(/^amana_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax/);
  const token = /=([\w-]{43})/.exec(cookie)?.[1];
  expect(await me(token)).toBe(200);
  const left = await town.ask("POST", "/auth/sign-out", {}, { token });
  expect([left.status, String(left.headers["set-cookie"])]).toEqual([204, expect.stringContaining("Max-Age=0")]);
  expect(await me(token)).toBe(401);
});

test("case 93: a session that rests ends after two weeks, one that is used after thirty days", async () => {
  await town.join("long@example.test");
  const resting = await town.entered("long@example.test");
  const used = await town.entered("long@example.test");
  for (let day = 0; day < 29; day++) {
    town.jump(days(1));
    expect(await me(used)).toBe(200);
  }
  expect(await me(resting)).toBe(401);
  town.jump(days(1));
  expect(await me(used)).toBe(401);
});

test("sessions are listed with where they are from, and ended one by one or all the others at once", async () => {
  const user = await town.join("many@example.test");
  const here = (await town.signIn("many@example.test", PASSWORD, { headers: { "user-agent": "a browser" } })).body
    .token;
  const [second, third] = [await town.entered("many@example.test"), await town.entered("many@example.test")];
  const { body } = await town.ask("GET", "/auth/sessions", undefined, { token: here });
  expect(body.data).toHaveLength(3);
  const current = body.data.find((session: { current: boolean }) => session.current);
  expect(current).toMatchObject({ network: HOME, agent: "a browser" });
  const [other] = (await town.ask("GET", "/auth/sessions", undefined, { token: second })).body.data.filter(
    (session: { current: boolean }) => session.current,
  );
  expect((await town.ask("DELETE", `/auth/sessions/${other.id}`, undefined, { token: here })).status).toBe(204);
  expect([await me(second), await me(third)]).toEqual([401, 200]);
  const stranger = await town.join("stranger@example.test").then(() => town.entered("stranger@example.test"));
  expect((await town.ask("DELETE", `/auth/sessions/${current.id}`, undefined, { token: stranger })).status).toBe(404);
  expect((await town.ask("POST", "/auth/sessions/revoke-others", {}, { token: here })).body).toEqual({ ended: 1 });
  expect([await me(third), await me(here)]).toEqual([401, 200]);
  expect(await town.audited(user)).toContain("sessions.revoked");
});

test("case 86: a changed password ends every other session; a forgotten one that is reset ends all", async () => {
  const user = await town.join("change@example.test");
  const [here, there] = [await town.entered("change@example.test"), await town.entered("change@example.test")];
  const change = (currentPassword: string, headers = CONFIRMED) =>
    town.ask(
      "PUT",
      "/auth/password",
      { currentPassword, password: "quite another sentence" },
      { token: here, headers },
    );
  expect((await change(PASSWORD, { "amana-step-up": "not yet" })).body.code).toBe("STEP_UP_REQUIRED");
  expect((await change("not the password")).body.errors).toMatchObject([{ field: "currentPassword" }]);
  expect((await change(PASSWORD)).status).toBe(204);
  expect([await me(here), await me(there)]).toEqual([200, 401]);

  await town.ask("POST", "/auth/password/forgot", { email: "change@example.test" });
  await town.post();
  const token = town.linkTo("change@example.test");
  const short = await town.ask("POST", "/auth/password/reset", { token, password: "short" });
  expect(short.body.errors).toMatchObject([{ field: "password" }]);
  expect((await town.ask("POST", "/auth/password/reset", { token, password: "the third of them" })).status).toBe(204);
  expect(await me(here)).toBe(401);
  expect((await town.signIn("change@example.test", "quite another sentence")).status).toBe(401);
  expect((await town.signIn("change@example.test", "the third of them")).status).toBe(200);
  expect(await town.audited(user)).toEqual(["password.changed", "password.reset", "user.registered"]);
  await town.post();
  expect(town.mailsTo("change@example.test").map(({ subject }) => subject)).toContain("Your password was changed");
});

test("case 97: a link for a new password opens once, only after its newest mail, only for an hour, and proves no address", async () => {
  await town.join("reset@example.test");
  const ask = async () => {
    await town.ask(
      "POST",
      "/auth/password/forgot",
      { email: "RESET@example.test" },
      { from: `192.0.2.${town.mails.length % 250}` },
    );
    await town.post();
    return town.linkTo("reset@example.test");
  };
  const reset = (token: string, password = "one of many sentences") =>
    town.ask("POST", "/auth/password/reset", { token, password });
  const [old, fresh] = [await ask(), await ask()];
  expect((await reset(old)).body.code).toBe("LINK_REFUSED");
  expect((await town.ask("POST", "/auth/verify-email", { token: fresh })).status).toBe(403);
  const answers = await times(10, (n) => reset(fresh, `sentence number ${n}`));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 403)]);
  const late = await ask();
  town.jump(hours(1) + seconds(1));
  expect((await reset(late)).status).toBe(403);
});

test("case 96: only a session's own token is one: nothing made up, mailed, changed, or of somebody who is gone", async () => {
  const user = await town.join("confused@example.test");
  const good = await town.entered("confused@example.test");
  await town.ask("POST", "/auth/password/forgot", { email: "confused@example.test" });
  await town.post();
  const mailed = town.linkTo("confused@example.test");
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const [stored] = await database.owner.query<{ hash: string; id: string }>(
    `select encode(token_hash, 'base64') as hash, id::text from identity.session where user_id = '${user.slice(4)}'`,
  );
  const others = [
    ...[mailed, user, stored?.hash, stored?.id, `ses_${stored?.id}`, `${good}A`, good.slice(1), good.toUpperCase()],
    `${part({ alg: "none" })}.${part({ sub: user, roles: ["admin"] })}.`,
    `${part({ alg: "HS256", kid: "../../dev/null" })}.${part({ sub: user })}.AAAA`,
  ];
  for (const token of others) expect([token, await me(token)]).toEqual([token, 401]);
  expect(await me(good)).toBe(200);
});

test("case 96: a dump of the sessions opens none: no token of one stands in the database", async () => {
  await town.join("dumped@example.test");
  const token = await town.entered("dumped@example.test");
  const rows = await database.owner.query<{ text: string }>("select s::text as text from identity.session s");
  expect(rows.some(({ text }) => text.includes(token) || text.includes(Buffer.from(token).toString("hex")))).toBe(
    false,
  );
});

test("a password whose hash was made with less work is hashed anew when it is next used, and still fits", async () => {
  const user = await town.join("weak@example.test");
  const hash = () =>
    database.owner.one<{ hash: string }>(`select hash from identity.password where user_id = '${user.slice(4)}'`);
  await database.owner.query(`update identity.password set hash = $2 where user_id = $1`, [
    user.slice(4),
    `weak:${PASSWORD}`,
  ]);
  expect((await town.signIn("weak@example.test")).status).toBe(200);
  expect((await hash()).hash).toBe(`plain:${PASSWORD}`);
  expect((await town.signIn("weak@example.test")).status).toBe(200);
});

test("case 95: a half-open session opens nothing but the second factor, and ends when that is shown", async () => {
  await town.join("two@example.test");
  const first = await town.entered("two@example.test");
  const other = await town.entered("two@example.test");
  const { secret } = await town.enrol(first, town.now());
  expect(await me(other)).toBe(401);
  const signed = await town.signIn("two@example.test");
  expect(signed.body.secondFactor).toBe("required");
  const pending = signed.body.token;
  const closed = await town.ask("GET", "/users/me", undefined, { token: pending });
  expect([closed.status, closed.body.code]).toEqual([401, "SECOND_FACTOR_REQUIRED"]);
  for (const path of ["/orders", "/auth/sessions", "/users/me/second-factor", "/wallet"])
    expect((await town.ask("GET", path, undefined, { token: pending })).status).not.toBe(200);
  expect(
    (await town.ask("DELETE", "/users/me/second-factor", undefined, { token: pending, headers: CONFIRMED })).status,
  ).toBe(401);
  town.jump(seconds(30));
  const opened = await town.ask(
    "POST",
    "/auth/second-factor",
    { code: codeOf(secret, town.now()), as: "token" },
    { token: pending },
  );
  expect(opened.status).toBe(200);
  expect([await me(opened.body.token), await me(pending)]).toEqual([200, 401]);
  expect(opened.body.token).not.toBe(pending);
});

test("case 95: a code is good once: of twenty at the same time one passes, and it opens nothing afterwards", async () => {
  await town.join("twenty@example.test");
  const { secret } = await town.enrol(await town.entered("twenty@example.test"), town.now());
  const used = codeOf(secret, town.now());
  const show = (token: string, code: string) =>
    town.ask("POST", "/auth/second-factor", { code, as: "token" }, { token });
  const again = (await town.signIn("twenty@example.test")).body.token;
  expect((await show(again, used)).body.code).toBe("CODE_REFUSED");

  town.jump(minutes(20));
  const code = codeOf(secret, town.now());
  const sessions: string[] = [];
  for (let n = 0; n < 4; n++) sessions.push((await town.signIn("twenty@example.test")).body.token);
  const answers = await times(20, (n) => show(sessions[n % 4] ?? "", code));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  town.jump(seconds(1));
  const late = (await town.signIn("twenty@example.test")).body.token;
  expect((await show(late, code)).status).not.toBe(200);
});

test("case 95: after five wrong codes the password is asked for again, even where no other limit counts", async () => {
  await town.join("brute@example.test");
  const { secret } = await town.enrol(await town.entered("brute@example.test"), town.now());
  town.jump(minutes(1));
  const pending = (await town.signIn("brute@example.test")).body.token;
  const right = codeOf(secret, town.now());
  const wrong = right === "000000" ? "000001" : "000000";
  for (let n = 0; n < 5; n++)
    expect((await town.ask("POST", "/auth/second-factor", { code: wrong }, { token: pending })).body.code).toBe(
      "CODE_REFUSED",
    );
  expect((await town.ask("POST", "/auth/second-factor", { code: right }, { token: pending })).body.code).toBe(
    "CODE_REFUSED",
  );
});

test("case 95: a recovery code opens once and its owner is told; a new password does not go around the second factor", async () => {
  await town.join("recover@example.test");
  const { recoveryCodes } = await town.enrol(await town.entered("recover@example.test"), town.now());
  expect(new Set(recoveryCodes).size).toBe(10);
  const show = async (recoveryCode: string) => {
    const { token } = (await town.signIn("recover@example.test")).body;
    return town.ask("POST", "/auth/second-factor", { recoveryCode, as: "token" }, { token });
  };
  const [code = ""] = recoveryCodes;
  const opened = await show(code.toUpperCase().replaceAll("-", " "));
  expect(opened.status).toBe(200);
  expect((await show(code)).body.code).toBe("CODE_REFUSED");
  const { body } = await town.ask("GET", "/users/me/second-factor", undefined, { token: opened.body.token });
  expect(body).toEqual({ enabled: true, recoveryCodesLeft: 9 });
  await town.post();
  expect(town.mailsTo("recover@example.test").map(({ subject }) => subject)).toContain("A recovery code was used");

  await town.ask("POST", "/auth/password/forgot", { email: "recover@example.test" });
  await town.post();
  const token = town.linkTo("recover@example.test");
  await town.ask("POST", "/auth/password/reset", { token, password: "one of many sentences" });
  expect((await town.signIn("recover@example.test", "one of many sentences")).body.secondFactor).toBe("required");
});

test("case 95: of two who confirm one enrolment at once one does, and switching off while switching on leaves one state", async () => {
  await town.join("both@example.test");
  const token = await town.entered("both@example.test");
  const begun = await town.ask("POST", "/users/me/second-factor", {}, { token, headers: CONFIRMED });
  const code = codeOf(begun.body.secret, town.now());
  const confirm = () => town.ask("POST", "/users/me/second-factor/confirm", { code }, { token });
  const answers = await times(5, confirm);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403]);

  const anew = await town.ask("POST", "/users/me/second-factor", {}, { token, headers: CONFIRMED });
  await Promise.all([
    town.ask("POST", "/users/me/second-factor/confirm", { code: codeOf(anew.body.secret, town.now()) }, { token }),
    town.ask("DELETE", "/users/me/second-factor", undefined, { token, headers: CONFIRMED }),
  ]);
  const { body } = await town.ask("GET", "/users/me/second-factor", undefined, { token });
  expect(body.recoveryCodesLeft).toBe(body.enabled ? 10 : 0);
});

test("case 95: setting up, renewing and removing the second factor need a fresh confirmation", async () => {
  await town.join("fresh@example.test");
  const token = await town.entered("fresh@example.test");
  const unconfirmed = [
    await town.ask("POST", "/users/me/second-factor", {}, { token }),
    await town.ask("POST", "/users/me/second-factor/recovery-codes", {}, { token }),
    await town.ask("DELETE", "/users/me/second-factor", undefined, { token }),
  ];
  for (const { status, body } of unconfirmed) expect([status, body.code]).toEqual([403, "STEP_UP_REQUIRED"]);
});

test("the secret of an authenticator app is sealed, to its row", async () => {
  const user = await town.join("sealed@example.test");
  const { secret } = await town.enrol(await town.entered("sealed@example.test"), town.now());
  const other = await town.join("swapped@example.test");
  const mine = await town.enrol(await town.entered("swapped@example.test"), town.now());
  const rows = await database.owner.query<{ text: string }>(
    "select encode(secret, 'escape') as text from identity.totp",
  );
  expect(rows.some(({ text }) => text.includes(secret))).toBe(false);
  await database.owner.query(
    "update identity.totp set secret = (select secret from identity.totp where user_id = $1) where user_id = $2",
    [user.slice(4), other.slice(4)],
  );
  town.jump(minutes(1));
  const { token } = (await town.signIn("swapped@example.test")).body;
  const answer = await town.ask("POST", "/auth/second-factor", { code: codeOf(mine.secret, town.now()) }, { token });
  expect(answer.status).toBe(500);
});
