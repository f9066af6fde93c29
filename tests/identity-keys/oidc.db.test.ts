import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { ok } from "../../core/result/index.ts";
import { minutes } from "../../core/time/index.ts";
import { startSandbox } from "../../sandbox/index.ts";
import { openId } from "../../server/adapters/sign-in/openid/index.ts";
import { insertUser, oidcRoutes } from "../../server/modules/identity/index.ts";
import type { SignInProvider } from "../../server/ports/sign-in-provider.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { CONFIRMED, createGround, type Ground, ISSUER, type Person } from "./ground.ts";

const CREDENTIALS = { clientId: "sandbox-oidc-client", clientSecret: "sandbox-oidc-secret-not-real" };
const NO_KEYS = { clientId: "x", clientSecret: "x", payoutClientId: "x", payoutClientSecret: "x" };

let ground: Ground;
let folder: string;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "amana-oidc-"));
  sandbox = await startSandbox({
    ...{ port: 0, dataDir: folder, appUrl: ISSUER, cashfree: NO_KEYS },
    rapidshyp: { token: "x", webhookToken: "x" },
  });
  const provider = (name: string, change: object = {}) =>
    openId(
      {
        ...{ name, label: "Demo ID", issuer: `${sandbox.url}/oidc`, ...CREDENTIALS, allowPlainHttp: true },
        ...change,
      },
      { now: () => ground.time.now },
    );
  ground = await createGround(({ db }) =>
    oidcRoutes({
      ...{ db, publicUrl: ISSUER, production: false },
      providers: [
        provider("demo"),
        provider("twin"),
        provider("strict", { allowPlainHttp: false }),
        provider("wrong-secret", { clientSecret: "not-the-secret" }),
        provider("absent", { issuer: "http://127.0.0.1:1/oidc" }),
        changing,
      ],
    }),
  );
});
afterAll(async () => {
  await ground.close();
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await ground.owner.query("delete from identity.oidc_link");
  await ground.owner.query("delete from identity.session");
  await ground.owner.query(`update identity."user" set email = id::text || '@gone.example.test'`);
});

/** Knows one person, by another address each time. */
const changing: SignInProvider = {
  ...{ name: "changing", label: "Changing" },
  begin: async ({ state }) => ok(`https://id.example.test/?state=${state}`),
  finish: async () =>
    ok({
      ...{ issuer: "https://id.example.test", subject: "one", name: "One (demo)" },
      email: `${randomUUID()}@people.example.test`,
    }),
};

/** What one browser keeps. */
type Browser = { readonly cookies: Map<string, string> };
const browser = (): Browser => ({ cookies: new Map() });
const cookieHeader = ({ cookies }: Browser) =>
  cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };

async function visit(at: Browser, url: string) {
  const answer = await ground.send("GET", url, { headers: cookieHeader(at) });
  const set = /^([^=]+)=([^;]*)/.exec(String(answer.headers["set-cookie"] ?? ""));
  if (set) at.cookies.set(set[1] ?? "", set[2] ?? "");
  return { status: answer.status, location: String(answer.headers.location ?? ""), headers: answer.headers };
}

/** At the provider: says who somebody is, and comes back with its answer as a path of ours. */
async function atProvider(address: string, person: string, more: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(address, {
    ...{ method: "POST", redirect: "manual" },
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ person, decision: "approve", ...more }),
  });
  expect(answer.status, await answer.text()).toBe(303);
  const back = new URL(answer.headers.get("location") ?? "");
  expect(back.origin).toBe(ISSUER);
  return back.pathname.replace("/api/v1", "") + back.search;
}

const start = async (at: Browser, provider = "demo", next = "/en/orders") =>
  (await visit(at, `/auth/oidc/${provider}/start?next=${encodeURIComponent(next)}`)).location;
async function signIn(
  person: string,
  more: Readonly<Record<string, string>> = {},
  at = browser(),
  next = "/en/orders",
) {
  return { ...(await visit(at, await atProvider(await start(at, "demo", next), person, more))), at };
}
const me = async (at: Browser) => (await ground.send("GET", "/users/me", { headers: cookieHeader(at) })).body;
const outcomeOf = (location: string) => new URL(location).searchParams.get("outcome");
const people = async () =>
  (await ground.owner.one<{ count: number }>(`select count(*)::int as count from identity."user"`)).count;

describe("signing in", () => {
  test("somebody new is registered with the proved address, and goes on where the way began", async () => {
    const { location, at, headers } = await signIn("demo-100");
    expect(location).toBe(`${ISSUER}/en/orders`);
    expect(await me(at)).toMatchObject({ name: "Noor (demo)", email: "noor@people.example.test", roles: ["user"] });
    expect(String(headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(await ground.audited("user.registered")).toHaveLength(1);
  });

  test("the second time it is the same user, whatever address the provider knows by then", async () => {
    const first = await me((await signIn("demo-100")).at);
    const count = await people();
    await ground.owner.query(`update identity."user" set email = 'moved@example.test' where id = $1`, [
      uuidOf(String(first.id)),
    ]);
    expect(await me((await signIn("demo-100")).at)).toMatchObject({ id: first.id });
    expect(await people()).toBe(count);
  });

  test("of twenty first visits at once one user comes", async () => {
    const count = await people();
    const visits = await Promise.all(Array.from({ length: 20 }, () => signIn("demo-200")));
    const ids = await Promise.all(visits.map(async ({ at }) => String((await me(at)).id)));
    expect(new Set(ids).size).toBe(1);
    expect(await people()).toBe(count + 1);
  });

  test("of ten first visits at once of somebody whose address changes in between one user comes", async () => {
    const count = await people();
    const visits = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const at = browser();
        const state = new URL(await start(at, "changing")).searchParams.get("state");
        return visit(at, `/auth/oidc/changing/callback?code=c&state=${state}`);
      }),
    );
    expect(visits.map(({ location }) => location)).toEqual(Array(10).fill(`${ISSUER}/en/orders`));
    expect(await people()).toBe(count + 1);
  });

  test("somebody here with the same address is not taken over: sign in first, then link", async () => {
    const id = newRootId("user", ground.time.now);
    await insertUser(ground.db, {
      ...{ id, demoKey: null, name: "Asha (demo)", email: "Buyer@Example.test", phone: "", roles: ["user"] },
      pickupAddress: null,
    });
    const { location, at } = await signIn("demo-300");
    expect(outcomeOf(location)).toBe("account_exists");
    expect(at.cookies.has("amana_session")).toBe(false);
  });

  test("an address that the provider has not verified registers nobody", async () => {
    const count = await people();
    expect(outcomeOf((await signIn("demo-400")).location)).toBe("no_verified_address");
    expect(await people()).toBe(count);
  });

  test("the second factor is asked for all the same", async () => {
    const first = await me((await signIn("demo-100")).at);
    await ground.owner.query(
      "insert into identity.totp (user_id, secret, confirmed_at, last_step) values ($1, '\\x00', now(), 0)",
      [uuidOf(String(first.id))],
    );
    const { location, at } = await signIn("demo-100");
    expect(outcomeOf(location)).toBe("second_factor");
    expect(await me(at)).toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
    await ground.owner.query("delete from identity.totp");
  });

  test("case 86: somebody suspended gets no session", async () => {
    const first = await me((await signIn("demo-100")).at);
    await ground.owner.query(`update identity."user" set suspended_at = now() where id = $1`, [
      uuidOf(String(first.id)),
    ]);
    const { location, at } = await signIn("demo-100");
    expect([outcomeOf(location), at.cookies.has("amana_session")]).toEqual(["suspended", false]);
  });

  test("whoever thinks better of it is told so, in the language of the way", async () => {
    const { location } = await signIn("demo-100", { decision: "deny" }, browser(), "/ar/orders");
    expect(location).toBe(`${ISSUER}/ar/sign-in/with?outcome=cancelled&next=%2Far%2Forders`);
  });
});

describe("case 96: a token that is not exactly for us, now and from this provider signs nobody in", () => {
  test.each([
    ...["wrong_nonce", "no_nonce", "wrong_audience", "other_party", "wrong_issuer", "expired", "alg_none"],
    ...["hs256_public_key", "unknown_kid", "foreign_key", "changed_after_signing", "no_subject"],
    "wrong_answering_issuer",
  ])("%s", async (fault) => {
    await signIn("demo-100");
    const { location, at } = await signIn("demo-100", { fault });
    expect([outcomeOf(location), at.cookies.has("amana_session")]).toEqual(["refused", false]);
  });

  test("an answer with another state does not even reach the provider", async () => {
    expect(outcomeOf((await signIn("demo-100", { fault: "wrong_state" })).location)).toBe("refused");
  });

  test("an answer that another browser was given signs this one in as nobody", async () => {
    const [mine, theirs] = [browser(), browser()];
    const stolen = await atProvider(await start(theirs), "demo-100");
    expect(outcomeOf((await visit(mine, stolen)).location)).toBe("expired");
    await start(mine);
    expect(outcomeOf((await visit(mine, stolen)).location)).toBe("refused");
    expect(mine.cookies.has("amana_session")).toBe(false);
  });

  test("an answer is good once, and for ten minutes", async () => {
    const at = browser();
    const answer = await atProvider(await start(at), "demo-100");
    expect((await visit(at, answer)).location).toBe(`${ISSUER}/en/orders`);
    expect(outcomeOf((await visit(at, answer)).location)).toBe("refused");
    const late = browser();
    const second = await atProvider(await start(late), "demo-100");
    ground.pass(minutes(10));
    expect(outcomeOf((await visit(late, second)).location)).toBe("expired");
  });

  test("an answer of one provider at the address of another is nothing", async () => {
    const at = browser();
    const answer = await atProvider(await start(at), "demo-100");
    expect(outcomeOf((await visit(at, answer.replace("/demo/", "/twin/"))).location)).toBe("expired");
  });

  test("a cookie whose provider or start was changed fits no state", async () => {
    for (const change of [
      (value: string) => value.replace(".demo.", ".twin."),
      (value: string) =>
        value.replace(/\.demo\.(\w+)\./, (_, at) => `.demo.${(Number.parseInt(at, 36) - 1).toString(36)}.`),
    ]) {
      const at = browser();
      const answer = await atProvider(await start(at), "demo-100");
      at.cookies.set("amana_oidc", change(at.cookies.get("amana_oidc") ?? ""));
      expect(["refused", "expired"]).toContain(outcomeOf((await visit(at, answer)).location));
    }
  });
});

describe("case 108: the way back stays inside our site", () => {
  test.each(["//evil.example.test/", "/\\evil.example.test", "https://evil.example.test/", "/\t/evil.example.test"])(
    "%j leads home",
    async (next) => {
      const { location } = await signIn("demo-100", {}, browser(), next);
      expect(location).toBe(`${ISSUER}/`);
    },
  );

  test("not even when the cookie says otherwise", async () => {
    const at = browser();
    const answer = await atProvider(await start(at), "demo-100");
    const value = at.cookies.get("amana_oidc") ?? "";
    const elsewhere = Buffer.from("//evil.example.test/").toString("base64url");
    at.cookies.set("amana_oidc", value.replace(/[^.]+$/, elsewhere));
    expect((await visit(at, answer)).location).toBe(`${ISSUER}/`);
  });

  test("the address that the provider sends people back to is ours, whatever Host the request names", async () => {
    const answer = await ground.send("GET", "/auth/oidc/demo/start", { headers: { host: "evil.example.test" } });
    const asked = new URL(String(answer.headers.location)).searchParams;
    expect(asked.get("redirect_uri")).toBe(`${ISSUER}/api/v1/auth/oidc/demo/callback`);
    expect(asked.get("code_challenge_method")).toBe("S256");
  });
});

describe("when the provider cannot answer", () => {
  test("a provider that is away, or that would be asked in the clear, is said to be unavailable", async () => {
    for (const name of ["absent", "strict"]) {
      const answer = await ground.send("GET", `/auth/oidc/${name}/start`);
      expect(answer, name).toMatchObject({ status: 503, body: { code: "SIGN_IN_PROVIDER_UNAVAILABLE" } });
    }
    expect((await ground.send("GET", "/auth/oidc/unheard-of/start")).status).toBe(404);
  });

  test("so is one that breaks off in between, and one that does not know us", async () => {
    expect(outcomeOf((await signIn("demo-100", { fault: "token_endpoint_down" })).location)).toBe("unavailable");
    const at = browser();
    const answer = await atProvider(await start(at, "wrong-secret"), "demo-100");
    expect(outcomeOf((await visit(at, answer)).location)).toBe("unavailable");
  });
});

describe("linking", () => {
  let noor: Person;
  beforeEach(async () => {
    noor = await ground.person();
  });
  const own = (token: string): Browser => ({ cookies: new Map([["amana_session", token]]) });
  const begin = async (at: Browser, provider = "demo") => {
    const headers = { ...CONFIRMED, ...cookieHeader(at), origin: ISSUER };
    const answer = await ground.send("POST", `/users/me/oidc/${provider}/link`, {
      body: { next: "/en/wallet" },
      headers,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    at.cookies.set("amana_oidc", /^amana_oidc=([^;]*)/.exec(String(answer.headers["set-cookie"]))?.[1] ?? "");
    return String(answer.body.redirectTo);
  };
  const linked = async (token: string) =>
    (await ground.send("GET", "/users/me/oidc", { token })).body.data as unknown as { provider: string }[];

  test("one's own session links, after a fresh confirmation, and then signs in by it", async () => {
    const refused = await ground.send("POST", "/users/me/oidc/demo/link", { token: noor.token, body: {} });
    expect(refused.body).toMatchObject({ code: "STEP_UP_REQUIRED" });
    const at = own(noor.token);
    const back = await visit(at, await atProvider(await begin(at), "demo-300"));
    expect(outcomeOf(back.location)).toBe("linked");
    expect(await linked(noor.token)).toMatchObject([{ provider: "demo", email: "buyer@example.test" }]);
    expect(await me((await signIn("demo-300")).at)).toMatchObject({ id: noor.id });
  });

  test("the answer to a link links nothing in another session, and signs nobody in", async () => {
    const eve = await ground.person();
    const at = own(noor.token);
    const answer = await atProvider(await begin(at), "demo-300");
    for (const session of [eve.token, null]) {
      const other: Browser = { cookies: new Map([["amana_oidc", at.cookies.get("amana_oidc") ?? ""]]) };
      if (session !== null) other.cookies.set("amana_session", session);
      expect(outcomeOf((await visit(other, answer)).location)).toBe("refused");
    }
    expect([await linked(noor.token), await linked(eve.token)]).toEqual([[], []]);
  });

  test("an identity belongs to one user, and a user has one identity of a provider", async () => {
    const [first, second] = [own(noor.token), own((await ground.person()).token)];
    await visit(first, await atProvider(await begin(first), "demo-300"));
    expect(outcomeOf((await visit(second, await atProvider(await begin(second), "demo-300"))).location)).toBe(
      "linked_already",
    );
    expect(outcomeOf((await visit(first, await atProvider(await begin(first), "demo-200"))).location)).toBe(
      "linked_already",
    );
  });

  test("the last way in stays; with a password it may go, and then it opens nothing", async () => {
    const at = own(noor.token);
    await visit(at, await atProvider(await begin(at), "demo-300"));
    const remove = () => ground.send("DELETE", "/users/me/oidc/demo", { token: noor.token, headers: CONFIRMED });
    expect(await remove()).toMatchObject({ status: 409, body: { code: "LAST_WAY_IN" } });
    await ground.owner.query("insert into identity.password (user_id, hash, set_at) values ($1, 'a hash', now())", [
      uuidOf(noor.id),
    ]);
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect(await linked(noor.token)).toEqual([]);
    expect(await ground.audited("sign_in_provider.unlinked")).toHaveLength(1);
  });
});
