import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectGoodPage, type Lang, newReader, say } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

const Clients = Type.Object({
  data: Type.Array(Type.Object({ id: Type.String(), redirectUris: Type.Array(Type.String()) })),
});
const Token = Type.Object({ token: Type.String() });
const VERIFIER = "a-verifier-of-at-least-forty-three-characters-0";

let opened: Opened;
let system: Opened["system"];
let browser: Opened["browser"];
let program: { readonly id: string; readonly back: string };

beforeAll(async () => {
  opened = await openSystem();
  ({ system, browser } = opened);
  const token = await tokenOf("seller");
  const clients = await fetch(`${system.url}/api/v1/oauth/clients`, { headers: { authorization: `Bearer ${token}` } });
  const [client] = Value.Parse(Clients, await clients.json()).data;
  program = { id: client?.id ?? "", back: client?.redirectUris[0] ?? "" };
});
afterAll(async () => {
  await opened?.close();
});

async function tokenOf(user: string): Promise<string> {
  const answer = await fetch(`${system.url}/api/v1/sandbox/sign-in`, {
    ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ user }) },
  });
  return Value.Parse(Token, await answer.json()).token;
}

/** From where strangers are sent, by way of the demo people. */
async function signInAsBuyer(page: Page, lang: Lang): Promise<void> {
  await page.getByRole("link", { name: say(lang, "account.chooseDemo") }).click();
  await page.locator('button[name="user"][value="buyer"]').click();
}

const asked = (change: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    ...{ client_id: program.id, redirect_uri: program.back, response_type: "code", scope: "orders:read wallet:read" },
    ...{ code_challenge: createHash("sha256").update(VERIFIER).digest("base64url"), code_challenge_method: "S256" },
    ...{ state: "a state", ...change },
  }).toString();

test.each([
  { lang: "en", theme: "dark", width: 320 },
  { lang: "ar", theme: "light", width: 390 },
  { lang: "en", theme: "light", width: 1280 },
] as const)("in $lang, $theme, at $width px somebody signs in, reads what is asked and grants it", async (look) => {
  const reader = await newReader(browser, system.url, look);
  await reader.page.goto(`/${look.lang}/authorize?${asked()}`);
  await signInAsBuyer(reader.page, look.lang);
  await reader.page.getByText(reader.say("scope.wallet_read")).waitFor();
  await expectGoodPage(reader);
  await reader.page.getByRole("button", { name: reader.say("authorize.approve"), exact: true }).click();
  await reader.page.waitForURL(/\/program\/back\?/);
  const answer = new URL(reader.page.url()).searchParams;
  expect(answer.get("state")).toBe("a state");
  expect(answer.get("iss")).toBe(system.url);
  const form = { grant_type: "authorization_code", client_id: program.id, code_verifier: VERIFIER };
  const tokens = await fetch(`${system.url}/api/v1/oauth/token`, {
    ...{ method: "POST", body: new URLSearchParams({ ...form, code: answer.get("code") ?? "" }) },
  });
  expect(tokens.status).toBe(200);
  expect(reader.complaints).toEqual([]);
  await reader.context.close();
});

describe("without JavaScript", () => {
  test("saying no leads back all the same", async () => {
    const context = await browser.newContext({ baseURL: system.url, javaScriptEnabled: false });
    const page = await context.newPage();
    // As programs know it: without a language.
    await page.goto(`/authorize?${asked()}`);
    await signInAsBuyer(page, "en");
    await page.getByRole("button", { name: say("en", "authorize.deny"), exact: true }).click();
    await page.waitForURL(/\/program\/back\?error=access_denied/);
    await context.close();
  });

  test("a program that nobody knows gets no form; an address that is not its own gets no answer", async () => {
    const context = await browser.newContext({ baseURL: system.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`/en/authorize?${asked({ client_id: `cli_${"0".repeat(32)}` })}`);
    await signInAsBuyer(page, "en");
    await page.getByText(say("en", "authorize.unknownTitle")).waitFor();
    await page.goto(`/en/authorize?${asked({ redirect_uri: "https://evil.example.test/" })}`);
    await page.getByRole("button", { name: say("en", "authorize.approve"), exact: true }).click();
    await page.getByText(say("en", "problemOf.authorize.VALIDATION_FAILED")).waitFor();
    expect(new URL(page.url()).origin).toBe(system.url);
    await context.close();
  });
});

test.each(["en", "ar"] as const)("in %s somebody signs in with the demo provider and comes back", async (lang) => {
  const reader = await newReader(browser, system.url, { lang, theme: "light", width: 390 });
  await reader.open(`/sign-in/with?next=/${lang}/orders`);
  await expectGoodPage(reader);
  await reader.page.getByRole("link", { name: reader.say("signInWith.with", { label: "Demo ID" }) }).click();
  await reader.page.locator("#continue").click();
  await reader.page.waitForURL(`${system.url}/${lang}/orders`);
  await reader.open("/sign-in/with?outcome=account_exists");
  await reader.page.getByText(reader.say("signInWith.outcome.account_exists")).waitFor();
  await expectGoodPage(reader);
  expect(reader.complaints).toEqual([]);
  await reader.context.close();
});
