import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { days, hours, seconds } from "../../core/time/index.ts";
import { type Answer, CONFIRMED, createGround, type Ground, ISSUER, type Person, pkce } from "./ground.ts";

const BACK = "https://books.example.test/back";
type Client = { readonly id: string; readonly secret: string | null };
type Tokens = { readonly access_token: string; readonly refresh_token: string; readonly scope: string };

let ground: Ground;
let noor: Person;
let maker: Person;
let client: Client;
beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  [noor, maker] = [await ground.person(), await ground.person()];
  client = await register({});
});

async function register(change: object): Promise<Client> {
  const body = { name: "Bookkeeper", redirectUris: [BACK], confidential: false, ...change };
  const made = await ground.send("POST", "/oauth/clients", { token: maker.token, headers: CONFIRMED, body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body as unknown as Client;
}

const { verifier: VERIFIER, challenge: CHALLENGE } = pkce();
const asked = (change: object = {}) => ({
  ...{ clientId: client.id, redirectUri: BACK, responseType: "code", scope: "orders:read listings:read", state: "s-1" },
  ...{ codeChallenge: CHALLENGE, codeChallengeMethod: "S256", decision: "approve", ...change },
});
const consent = (change: object = {}, token = noor.token) =>
  ground.send("POST", "/oauth/consents", { token, body: asked(change) });
const answerIn = ({ body }: Answer): URLSearchParams => new URL(String(body.redirectTo)).searchParams;
const codeFor = async (change: object = {}): Promise<string> => answerIn(await consent(change)).get("code") ?? "";

const tokenFor = (form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  ground.send("POST", "/oauth/token", { form, headers });
const exchange = (code: string, change: Readonly<Record<string, string>> = {}) =>
  tokenFor({
    ...{ grant_type: "authorization_code", client_id: client.id, code, code_verifier: VERIFIER, redirect_uri: BACK },
    ...change,
  });
const renew = (token: string, change: Readonly<Record<string, string>> = {}) =>
  tokenFor({ grant_type: "refresh_token", client_id: client.id, refresh_token: token, ...change });
const granted = async (): Promise<Tokens> => (await exchange(await codeFor())).body as unknown as Tokens;
const orders = async (token: string) => (await ground.send("GET", "/probe/orders", { token })).status;
const grants = async () =>
  (await ground.send("GET", "/users/me/grants", { token: noor.token })).body.data as unknown as { id: string }[];

describe("consent", () => {
  test("the answer goes to the registered address with code, state and issuer", async () => {
    const { redirectTo } = (await consent()).body;
    expect(new URL(String(redirectTo)).origin + new URL(String(redirectTo)).pathname).toBe(BACK);
    const answer = new URL(String(redirectTo)).searchParams;
    expect(answer.get("code")).toMatch(/^amc_/);
    expect([answer.get("state"), answer.get("iss")]).toEqual(["s-1", ISSUER]);
  });

  test.each([
    ["a longer path", `${BACK}/more`],
    ["another query", `${BACK}?x=1`],
    ["a path that climbs", "https://books.example.test/x/../back"],
    ["capitals", "https://BOOKS.example.test/back"],
    ["another port", "https://books.example.test:444/back"],
    ["another host", "https://evil.example.test/back"],
    ["a user name", "https://books.example.test@evil.example.test/back"],
    ["a slash at the end", `${BACK}/`],
    ["a script", "javascript:alert(1)"],
  ])("case 108: an answer to %s is sent nowhere", async (_, redirectUri) => {
    for (const decision of ["approve", "deny"]) {
      const answer = await consent({ redirectUri, decision });
      expect(answer).toMatchObject({ status: 400, body: { code: "VALIDATION_FAILED" } });
    }
  });

  test.each([
    ["the person said no", { decision: "deny" }, "access_denied"],
    ["a scope is unknown", { scope: "orders:read everything" }, "invalid_scope"],
    ["a scope is staff's", { scope: "orders:read staff:read" }, "invalid_scope"],
    ["there is no scope", { scope: "" }, "invalid_scope"],
    ["a token is asked for", { responseType: "token" }, "unsupported_response_type"],
    ["the challenge is plain", { codeChallengeMethod: "plain" }, "invalid_request"],
    ["the challenge is no hash", { codeChallenge: "short" }, "invalid_request"],
  ])("when %s, the program is told so and gets no code", async (_, change, error) => {
    const answer = answerIn(await consent(change));
    expect([answer.get("error"), answer.get("code"), answer.get("state")]).toEqual([error, null, "s-1"]);
  });

  test("only a person grants: a key and an access token of another program cannot", async () => {
    const { access_token } = await granted();
    expect((await consent({}, access_token)).status).toBe(403);
    expect((await ground.send("POST", "/oauth/consents", { body: asked() })).status).toBe(401);
  });

  test("case 98: nobody grants in another's name by a field of the body", async () => {
    expect((await consent({ userId: maker.id })).status).toBe(400);
  });
});

describe("a code", () => {
  test("is changed into tokens that open what was granted, and no more", async () => {
    const tokens = await granted();
    expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 3600, scope: "orders:read listings:read" });
    expect((await ground.send("GET", "/probe/orders", { token: tokens.access_token })).body.id).toBe(noor.id);
    expect((await ground.send("GET", "/probe/people", { token: tokens.access_token })).status).toBe(403);
    expect(await grants()).toMatchObject([{ client: { id: client.id, name: "Bookkeeper" } }]);
  });

  test("case 96: a code that comes twice ends everything that came of it", async () => {
    const code = await codeFor();
    const { access_token, refresh_token } = (await exchange(code)).body as unknown as Tokens;
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await orders(access_token)).toBe(401);
    expect((await renew(refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    expect(await ground.audited("grant.revoked")).toContainEqual(
      expect.objectContaining({ reason: "its code was used twice" }),
    );
  });

  test("case 96: of twenty that come at once at most one is answered, and its tokens are ended by the next", async () => {
    const code = await codeFor();
    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange(code)));
    const good = answers.filter(({ status }) => status === 200);
    expect(good).toHaveLength(1);
    expect(await orders(String(good[0]?.body.access_token))).toBe(401);
  });

  test("lives for a minute", async () => {
    const [first, second] = [await codeFor(), await codeFor()];
    ground.pass(seconds(60) - 1);
    expect((await exchange(first)).status).toBe(200);
    ground.pass(1);
    expect((await exchange(second)).body).toMatchObject({ error: "invalid_grant" });
  });

  test("is spent by a wrong verifier, so that nobody tries twice", async () => {
    const code = await codeFor();
    expect((await exchange(code, { code_verifier: pkce().verifier })).status).toBe(400);
    expect((await exchange(code)).status).toBe(400);
  });

  test.each([
    ["without a verifier", { code_verifier: "" }, "invalid_request"],
    ["with the challenge as verifier", { code_verifier: CHALLENGE }, "invalid_grant"],
    ["with another address", { redirect_uri: "https://evil.example.test/" }, "invalid_grant"],
    ["as a password grant", { grant_type: "password" }, "unsupported_grant_type"],
    ["without a grant type", { grant_type: "" }, "invalid_request"],
    ["by an unknown program", { client_id: `cli_${"0".repeat(32)}` }, "invalid_client"],
    ["by no program", { client_id: "" }, "invalid_client"],
    ["with a secret that a public program does not have", { client_secret: "x" }, "invalid_client"],
  ])("%s gives nothing", async (_, change, error) => {
    const answer = await exchange(await codeFor(), change);
    expect(answer.body).toMatchObject({ error });
    expect(answer.status).toBe(error === "invalid_client" ? 401 : 400);
  });

  test("with a verifier that could be guessed gives nothing, although it fits", async () => {
    const short = "a-verifier-that-is-far-too-short";
    const codeChallenge = createHash("sha256").update(short).digest("base64url");
    expect((await exchange(await codeFor({ codeChallenge }), { code_verifier: short })).status).toBe(400);
  });

  test("of one program is nothing to another", async () => {
    const code = await codeFor();
    const other = await register({ name: "Other" });
    expect((await exchange(code, { client_id: other.id })).body).toMatchObject({ error: "invalid_grant" });
    expect((await exchange(code)).status).toBe(200);
  });

  test("case 96: neither a code nor a refresh token nor a secret signs anybody in", async () => {
    const confidential = await register({ confidential: true });
    for (const token of [await codeFor(), (await granted()).refresh_token, String(confidential.secret)])
      expect(await orders(token)).toBe(401);
  });

  test("a JSON body, a field twice and a form behind JSON's name are refused as RFC 6749 says it", async () => {
    const headers = { "content-type": "application/json" };
    const url = "/oauth/token";
    const json = await ground.send("POST", url, { body: { grant_type: "refresh_token" }, headers });
    expect(json).toMatchObject({ status: 400, body: { error: "invalid_request" } });
    const twice = await ground.app.inject({
      ...{ method: "POST", url: `/api/v1${url}`, headers: { "content-type": "application/x-www-form-urlencoded" } },
      payload: `grant_type=refresh_token&client_id=${client.id}&refresh_token=a&refresh_token=b`,
    });
    expect([twice.statusCode, twice.json().error]).toEqual([400, "invalid_request"]);
    expect(twice.headers["cache-control"]).toBe("no-store");
  });
});

describe("a program with a secret", () => {
  test("shows it by the header or in the form, once", async () => {
    const confidential = await register({ confidential: true });
    const secret = String(confidential.secret);
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });
    const form = async (): Promise<Record<string, string>> => ({
      ...{ grant_type: "authorization_code", code_verifier: VERIFIER, redirect_uri: BACK },
      code: await codeFor({ clientId: confidential.id }),
    });
    expect((await tokenFor(await form(), basic(`${confidential.id}:${secret}`))).status).toBe(200);
    const posted = { client_id: confidential.id, client_secret: secret };
    expect((await tokenFor({ ...(await form()), ...posted })).status).toBe(200);
    for (const headers of [basic(`${confidential.id}:ams_wrong`), basic(confidential.id), { authorization: "Basic !" }])
      expect((await tokenFor(await form(), headers)).body).toMatchObject({ error: "invalid_client" });
    const both = await tokenFor({ ...(await form()), ...posted }, basic(`${confidential.id}:${secret}`));
    expect(both).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    expect(both.headers["www-authenticate"]).toContain("Basic");
    expect((await tokenFor({ ...(await form()), client_id: confidential.id })).status).toBe(401);
  });
});

describe("renewing", () => {
  test("brings a new pair; the access token of before lives out its hour", async () => {
    const first = await granted();
    const second = (await renew(first.refresh_token)).body as unknown as Tokens;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await orders(second.access_token)).toBe(200);
    ground.pass(hours(1));
    expect([await orders(first.access_token), await orders(second.access_token)]).toEqual([401, 401]);
    expect((await renew(second.refresh_token)).status).toBe(200);
  });

  test("case 96: a spent refresh token ends the family, its newest tokens too", async () => {
    const first = await granted();
    const second = (await renew(first.refresh_token)).body as unknown as Tokens;
    expect((await renew(first.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
    expect(await orders(second.access_token)).toBe(401);
    expect((await renew(second.refresh_token)).status).toBe(400);
    expect(await grants()).toEqual([]);
  });

  test("of twenty at once one is answered at most, and the family ends: two hands held one token", async () => {
    const { refresh_token, access_token } = await granted();
    const answers = await Promise.all(Array.from({ length: 20 }, () => renew(refresh_token)));
    const good = answers.filter(({ status }) => status === 200);
    expect(good).toHaveLength(1);
    const newest = good[0]?.body as unknown as Tokens;
    expect([await orders(access_token), await orders(newest.access_token)]).toEqual([401, 401]);
    expect((await renew(newest.refresh_token)).status).toBe(400);
    const [left] = await ground.owner.query<{ live: number }>(
      `select count(*)::int as live from identity.oauth_grant where user_id = $1 and revoked_at is null`,
      [uuidOf(noor.id)],
    );
    expect(left?.live).toBe(0);
  });

  test("may narrow and never widen, and what was narrowed can be had again from the next one", async () => {
    const { refresh_token } = await granted();
    expect((await renew(refresh_token, { scope: "orders:read wallet:write" })).body).toEqual({
      error: "invalid_scope",
    });
    const narrow = (await renew(refresh_token, { scope: "listings:read" })).body as unknown as Tokens;
    expect(narrow.scope).toBe("listings:read");
    expect(await orders(narrow.access_token)).toBe(403);
    const wide = (await renew(narrow.refresh_token)).body as unknown as Tokens;
    expect(await orders(wide.access_token)).toBe(200);
  });

  test("ends sixty days after the last one", async () => {
    const { refresh_token } = await granted();
    ground.pass(days(60) - 1);
    const next = (await renew(refresh_token)).body as unknown as Tokens;
    ground.pass(days(60));
    expect((await renew(next.refresh_token)).status).toBe(400);
    expect(await grants()).toEqual([]);
  });
});

describe("case 86: what was granted is gone from the next request on", () => {
  const ways: readonly [string, (tokens: Tokens) => Promise<unknown>, number][] = [
    [
      "the giver takes it back",
      async () =>
        expect(
          (await ground.send("DELETE", `/users/me/grants/${(await grants())[0]?.id}`, { token: noor.token })).status,
        ).toBe(204),
      401,
    ],
    ["the program is removed", () => ground.send("DELETE", `/oauth/clients/${client.id}`, { token: maker.token }), 401],
    ["the program's owner is suspended", () => suspend(maker), 401],
    ["the giver is suspended", () => suspend(noor), 403],
    [
      "the program gives its refresh token back",
      ({ refresh_token }) =>
        ground.send("POST", "/oauth/revoke", { form: { client_id: client.id, token: refresh_token } }),
      401,
    ],
  ];
  test.each(ways)("when %s", async (_, end, status) => {
    const tokens = await granted();
    expect(await orders(tokens.access_token)).toBe(200);
    await end(tokens);
    expect(await orders(tokens.access_token)).toBe(status);
    expect((await renew(tokens.refresh_token)).status).toBeGreaterThanOrEqual(400);
  });

  const suspend = ({ id }: Person) =>
    ground.owner.query(`update identity."user" set suspended_at = now() where id = $1`, [uuidOf(id)]);

  test("an access token that is given back ends alone; another program cannot give it back; nonsense is no error", async () => {
    const tokens = await granted();
    const other = await register({ name: "Other" });
    const giveBack = (token: string, id = client.id) =>
      ground.send("POST", "/oauth/revoke", { form: { client_id: id, token } });
    expect((await giveBack(tokens.access_token, other.id)).status).toBe(400);
    expect(await orders(tokens.access_token)).toBe(200);
    expect((await giveBack(tokens.access_token)).status).toBe(200);
    expect(await orders(tokens.access_token)).toBe(401);
    expect((await renew(tokens.refresh_token)).status).toBe(200);
    expect((await giveBack("nonsense")).status).toBe(200);
  });

  test("nobody takes back what another gave", async () => {
    const { access_token } = await granted();
    const [grant] = await grants();
    expect((await ground.send("DELETE", `/users/me/grants/${grant?.id}`, { token: maker.token })).status).toBe(404);
    expect(await orders(access_token)).toBe(200);
  });
});

describe("registering", () => {
  test("needs a fresh confirmation, and addresses that a browser cannot misread", async () => {
    const body = { name: "Bookkeeper", redirectUris: [BACK], confidential: false };
    expect((await ground.send("POST", "/oauth/clients", { token: maker.token, body })).body).toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    const bad = { ...body, redirectUris: [BACK, "http://books.example.test/back"] };
    const answer = await ground.send("POST", "/oauth/clients", { token: maker.token, headers: CONFIRMED, body: bad });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "redirectUris" }] } });
  });

  test("anybody reads a program's name and nothing else of it; only its owner lists and removes it", async () => {
    expect((await ground.send("GET", `/oauth/clients/${client.id}`)).body).toEqual({
      ...{ id: client.id, name: "Bookkeeper" },
    });
    expect((await ground.send("GET", "/oauth/clients", { token: noor.token })).body).toEqual({ data: [] });
    expect((await ground.send("DELETE", `/oauth/clients/${client.id}`, { token: noor.token })).status).toBe(404);
  });

  test("neither secrets nor tokens stand in the database", async () => {
    const { secret } = await register({ confidential: true });
    const tokens = await granted();
    const rows = await ground.owner.query(
      `select c::text as row from identity.oauth_client c union all select t::text from identity.oauth_token t
       union all select g::text from identity.oauth_grant g union all select e::text from audit.entry e`,
    );
    const dump = JSON.stringify(rows);
    for (const text of [String(secret), tokens.access_token, tokens.refresh_token])
      expect(dump).not.toContain(text.slice(4, 30));
  });
});
