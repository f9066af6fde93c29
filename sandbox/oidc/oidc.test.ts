import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox } from "../index.ts";
import { TOKEN_FAULTS } from "./tokens.ts";

const BACK = "https://app.example.test/api/v1/auth/oidc/demo/callback";
const CLIENT = { client_id: "sandbox-oidc-client", client_secret: "sandbox-oidc-secret-not-real" };
const VERIFIER = "a-verifier-of-at-least-forty-three-characters-0";
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

const folder = mkdtempSync(join(tmpdir(), "amana-sandbox-oidc-"));
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox({
    ...{ port: 0, dataDir: folder, appUrl: "https://app.example.test" },
    cashfree: { clientId: "x", clientSecret: "x", payoutClientId: "x", payoutClientSecret: "x" },
    rapidshyp: { token: "x", webhookToken: "x" },
  });
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const asked = (change: Readonly<Record<string, string>> = {}) =>
  `${sandbox.url}/oidc/authorize?${new URLSearchParams({
    ...{ client_id: CLIENT.client_id, redirect_uri: BACK, response_type: "code", scope: "openid email", state: "s" },
    ...{ nonce: "n", code_challenge: CHALLENGE, code_challenge_method: "S256", ...change },
  })}`;
const form = (url: string, fields: Readonly<Record<string, string>>) =>
  fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });
async function codeFor(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await form(asked(), { person: "demo-100", decision: "approve", ...fields });
  return new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
}
async function exchange(code: string, change: Readonly<Record<string, string>> = {}) {
  const fields = { grant_type: "authorization_code", code, redirect_uri: BACK, code_verifier: VERIFIER, ...CLIENT };
  const answer = await form(`${sandbox.url}/oidc/token`, { ...fields, ...change });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}
async function verified(token: string) {
  const keys = (await (await fetch(`${sandbox.url}/oidc/jwks`)).json()) as JSONWebKeySet;
  const expected = { issuer: `${sandbox.url}/oidc`, audience: CLIENT.client_id, algorithms: ["RS256"] };
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), expected);
  if (payload.nonce !== "n" || payload.azp !== undefined || payload.sub !== "demo-100") throw new Error("not as asked");
  return payload;
}

test("a code is changed once for an ID token that another library accepts, and for who it is", async () => {
  const code = await codeFor();
  const { body } = await exchange(code);
  expect(await verified(body.id_token ?? "")).toMatchObject({
    email: "noor@people.example.test",
    email_verified: true,
  });
  const about = await fetch(`${sandbox.url}/oidc/userinfo`, {
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  expect(await about.json()).toMatchObject({ sub: "demo-100", name: "Noor (demo)" });
  expect(await exchange(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  expect((await fetch(`${sandbox.url}/oidc/userinfo`)).status).toBe(401);
});

test.each(TOKEN_FAULTS)("with the fault %s the other library refuses it", async (fault) => {
  const { body } = await exchange(await codeFor({ fault }));
  await expect(verified(body.id_token ?? "")).rejects.toThrow();
});

test.each([
  ["the wrong verifier", { code_verifier: "another-verifier-of-forty-three-characters-000" }, "invalid_grant"],
  ["another address", { redirect_uri: "https://app.example.test/other/callback" }, "invalid_grant"],
  ["the wrong secret", { client_secret: "x" }, "invalid_client"],
  ["another kind of grant", { grant_type: "password" }, "unsupported_grant_type"],
])("a code with %s gives nothing", async (_, change, error) => {
  expect((await exchange(await codeFor(), change)).body).toEqual({ error });
});

test.each([
  ["an unknown program", { client_id: "stranger" }],
  ["an address that is not registered", { redirect_uri: "https://evil.example.test/callback" }],
  ["no PKCE", { code_challenge: "", code_challenge_method: "" }],
  ["a plain challenge", { code_challenge_method: "plain" }],
  ["no openid", { scope: "email" }],
  ["tokens by the front door", { response_type: "token" }],
])("%s is shown no page and sent nowhere", async (_, change) => {
  expect((await fetch(asked(change))).status).toBe(400);
  expect((await form(asked(change), { person: "demo-100", decision: "approve" })).status).toBe(400);
});

test("the page speaks both languages, and whoever cancels goes back with that", async () => {
  expect(await (await fetch(asked({ ui_locales: "ar" }))).text()).toContain('dir="rtl"');
  const answer = await form(asked(), { decision: "deny" });
  expect(new URL(answer.headers.get("location") ?? "").searchParams.get("error")).toBe("access_denied");
});
