import { afterAll, beforeAll, expect, test } from "vitest";
import { days, hours, minutes } from "../../core/time/index.ts";
import { purgeIdentity } from "../../server/modules/identity/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { createTown, HOME, PASSWORD, STRANGER, type Town } from "./world.ts";

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

const usersCalled = async (email: string) =>
  (await database.owner.query(`select id from identity."user" where lower(email) = $1`, [email])).length;

test("somebody registers, opens the mailed link and signs in", async () => {
  expect((await town.apply("asha@example.test")).status).toBe(202);
  expect(await usersCalled("asha@example.test")).toBe(0);
  await town.post();
  const [mail] = town.mailsTo("asha@example.test");
  expect(mail?.text).toContain("https://amana.example.test/en/verify-email#token=");
  expect((await town.ask("POST", "/auth/verify-email", { token: town.tokenIn(mail) })).status).toBe(204);
  const signed = await town.signIn("asha@example.test");
  expect(signed.body).toMatchObject({ secondFactor: "none", user: { email: "asha@example.test", roles: ["user"] } });
  const me = await town.ask("GET", "/users/me", undefined, { token: signed.body.token });
  expect(me.body).toMatchObject({ name: "Asha (demo)", language: "en", phone: null });
  expect(await town.audited(signed.body.user.id)).toEqual(["user.registered"]);
});

test("the mail speaks the reader's language, and its link leads to a page in it", async () => {
  const body = { name: "آشا", email: "asha.ar@example.test", password: PASSWORD, language: "ar" };
  await town.ask("POST", "/auth/register", body);
  await town.post();
  const [mail] = town.mailsTo("asha.ar@example.test");
  expect(mail).toMatchObject({ language: "ar", subject: "أكّد عنوان بريدك الإلكتروني" });
  expect(mail?.text).toContain("/ar/verify-email#token=");
});

test("case 92: registering answers the same and does the same work, whoever has the address; only its owner is told", async () => {
  await town.join("owner@example.test");
  const before = { ...town.hashed };
  const known = await town.apply("owner@example.test", PASSWORD, { from: STRANGER });
  const middle = { ...town.hashed };
  const fresh = await town.apply("nobody@example.test", PASSWORD, { from: STRANGER });
  expect([known.status, known.text]).toEqual([fresh.status, fresh.text]);
  expect(known.headers["retry-after"]).toBeUndefined();
  expect(middle.hashes - before.hashes).toBe(1);
  expect(town.hashed.hashes - middle.hashes).toBe(1);
  await town.post();
  expect(town.mailsTo("owner@example.test").at(-1)?.subject).toBe("You already have an account");
  expect(town.mailsTo("nobody@example.test").at(-1)?.subject).toBe("Confirm your e-mail address");
});

test("case 92: a sign-in with an address that nobody has is a sign-in with a wrong password: one check, one answer", async () => {
  await town.join("known@example.test");
  const counted = async (email: string) => {
    const before = town.hashed.checks;
    const { status, body } = await town.signIn(email, "not the password", { from: STRANGER });
    return { status, ...body, requestId: null, checks: town.hashed.checks - before };
  };
  const wrong = await counted("known@example.test");
  expect(wrong).toMatchObject({ status: 401, code: "SIGN_IN_REFUSED", checks: 1 });
  expect(await counted("unknown@example.test")).toEqual(wrong);
});

test("case 92: asking for a new password or for the link again says nothing about who is here", async () => {
  await town.join("here@example.test");
  for (const path of ["/auth/password/forgot", "/auth/verify-email/resend"]) {
    const there = await town.ask("POST", path, { email: "here@example.test" });
    const away = await town.ask("POST", path, { email: "away@example.test" });
    expect([there.status, there.text]).toEqual([202, ""]);
    expect([away.status, away.text]).toEqual([202, ""]);
  }
  await town.post();
  expect(town.mailsTo("away@example.test")).toEqual([]);
});

test("the right password before the address is proved brings a fresh mail and not a session; a wrong one brings neither", async () => {
  await town.apply("early@example.test");
  await town.post();
  expect((await town.signIn("early@example.test", "not the password")).body.code).toBe("SIGN_IN_REFUSED");
  await town.post();
  expect(town.mailsTo("early@example.test")).toHaveLength(1);
  const early = await town.signIn("early@example.test");
  expect([early.status, early.body.code]).toEqual([403, "EMAIL_NOT_VERIFIED"]);
  await town.post();
  expect(town.mailsTo("early@example.test")).toHaveLength(2);
});

test("case 97: a link opens once, of many who open it at the same time too", async () => {
  await town.apply("once@example.test");
  await town.post();
  const token = town.linkTo("once@example.test");
  const all = await Promise.all(Array.from({ length: 20 }, () => town.ask("POST", "/auth/verify-email", { token })));
  expect(all.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 19 }, () => 403)]);
  expect(await usersCalled("once@example.test")).toBe(1);
  expect((await town.ask("POST", "/auth/verify-email", { token })).body.code).toBe("LINK_REFUSED");
});

test("case 97: a newer link ends the one before, and a link ends after its day", async () => {
  await town.apply("twice@example.test");
  await town.post();
  await town.ask("POST", "/auth/verify-email/resend", { email: "twice@example.test" });
  await town.post();
  const [old, fresh] = town.mailsTo("twice@example.test").map(town.tokenIn);
  expect((await town.ask("POST", "/auth/verify-email", { token: old })).status).toBe(403);
  town.jump(hours(24) + minutes(1));
  expect((await town.ask("POST", "/auth/verify-email", { token: fresh })).status).toBe(403);
  await town.ask("POST", "/auth/verify-email/resend", { email: "twice@example.test" });
  await town.post();
  const again = town.linkTo("twice@example.test");
  expect((await town.ask("POST", "/auth/verify-email", { token: again })).status).toBe(204);
});

test("case 97: somebody else's registration of an address does not slip its password under the owner's link", async () => {
  await town.apply("victim@example.test", "the owner's own words");
  await town.post();
  await town.apply("victim@example.test", "the thief's own words", { from: STRANGER });
  await town.post();
  const [own, thiefs] = town.mailsTo("victim@example.test").map(town.tokenIn);
  expect((await town.ask("POST", "/auth/verify-email", { token: own })).status).toBe(204);
  expect((await town.ask("POST", "/auth/verify-email", { token: thiefs })).status).toBe(403);
  expect((await town.signIn("victim@example.test", "the thief's own words")).body.code).toBe("SIGN_IN_REFUSED");
  expect((await town.signIn("victim@example.test", "the owner's own words")).status).toBe(200);
});

test("case 97: two registrations of one address that are proved at the same time make one user", async () => {
  await town.apply("race@example.test");
  await town.post();
  await town.apply("race@example.test", PASSWORD, { from: STRANGER });
  await town.post();
  const tokens = town.mailsTo("race@example.test").map(town.tokenIn);
  const answers = await Promise.all(tokens.map((token) => town.ask("POST", "/auth/verify-email", { token })));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
  expect(await usersCalled("race@example.test")).toBe(1);
});

test("case 97: links are made from the configured address, whatever host the request names", async () => {
  await town.apply("host@example.test", PASSWORD, {
    headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
  });
  await town.post();
  const text = town.mailsTo("host@example.test").at(-1)?.text ?? "";
  expect(text).not.toContain("evil.example");
  expect(text.match(/https?:\/\/[^/\s]+/g)).toEqual(["https://amana.example.test"]);
});

test("case 97: no link's token lies in the database, in a job or in a row", async () => {
  await town.apply("dump@example.test");
  const waiting = await database.owner.query("select payload::text as text from runtime.job");
  await town.post();
  const token = town.linkTo("dump@example.test");
  const links = await database.owner.query("select l::text as text from identity.link l");
  expect(token).toHaveLength(43);
  expect(JSON.stringify([waiting, links])).not.toContain(token);
});

test("case 98: a name or an id in the body of somebody who is not signed in is refused, not read", async () => {
  const user = await town.join("target@example.test");
  const body = { name: "Asha", email: "other@example.test", password: PASSWORD, language: "en" };
  for (const extra of [{ userId: user }, { id: user }, { roles: ["admin"] }, { email_verified: true }]) {
    const answer = await town.ask("POST", "/auth/register", { ...body, ...extra });
    expect([answer.status, answer.body.code]).toEqual([400, "VALIDATION_FAILED"]);
  }
  for (const path of ["/auth/sign-in", "/auth/password/forgot", "/auth/password/reset", "/auth/verify-email"])
    expect((await town.ask("POST", path, { userId: user })).status).toBe(400);
});

test("a name that looks like an address is not mailed to strangers", async () => {
  for (const name of ["Win at evil.example/now", "https://evil.example", "www.evil.example", "a@b"]) {
    const body = { name, email: "spam@example.test", password: PASSWORD, language: "en" };
    expect((await town.ask("POST", "/auth/register", body, { from: "192.0.2.251" })).body.code).toBe(
      "VALIDATION_FAILED",
    );
  }
});

test("a registration that nobody proves is forgotten after a week, with its link", async () => {
  await town.apply("forgotten@example.test", PASSWORD, { from: "192.0.2.252" });
  await town.post();
  const rows = () =>
    database.owner.query("select id from identity.registration where email = 'forgotten@example.test'");
  await purgeIdentity(database.app, town.now());
  expect(await rows()).toHaveLength(1);
  town.jump(days(7));
  await purgeIdentity(database.app, town.now());
  expect(await rows()).toEqual([]);
  expect(await database.owner.query("select id from identity.link where email = 'forgotten@example.test'")).toEqual([]);
});

test("mails to one address are limited, by whoever asks and from wherever", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 4; n++)
    statuses.push(
      (await town.ask("POST", "/auth/password/forgot", { email: "flood@example.test" }, { from: HOME })).status,
    );
  expect(statuses).toEqual([202, 202, 202, 429]);
  const refused = await town.ask("POST", "/auth/password/forgot", { email: "FLOOD@example.test" }, { from: HOME });
  expect(refused.body.code).toBe("RATE_LIMITED");
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
});
