import { Type } from "typebox";
import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectGoodPage, newReader, say, signInAs } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

const Products = Type.Object({
  data: Type.Array(Type.Object({ id: Type.String(), title: Type.Object({ ar: Type.String() }) })),
});

let opened: Opened;
let system: Opened["system"];
let browser: Opened["browser"];

beforeAll(async () => {
  opened = await openSystem();
  ({ system, browser } = opened);
});

afterAll(async () => {
  await opened?.close();
});

describe.each([
  { lang: "en", theme: "dark", width: 320 },
  { lang: "ar", theme: "light", width: 320 },
] as const)("every quiet page in $lang, $theme, at 320 px", (look) => {
  test("is accessible, fits its window, and runs without a complaint", async () => {
    const reader = await newReader(browser, system.url, look);
    await reader.open("/");
    await expectGoodPage(reader);
    await signInAs(reader, "seller");
    const pages = ["/selling", "/selling/listings", "/selling/orders", "/selling/payments"];
    const shopping = ["/browse", "/browse/goods?q=qqqqzzzz&max=3", "/cart", "/library"];
    for (const path of [
      ...pages,
      ...shopping,
      "/selling/bank-account",
      "/orders",
      "/orders?show=done",
      "/notifications",
    ]) {
      await reader.open(path);
      await expectGoodPage(reader);
    }
    expect(reader.complaints).toEqual([]);
    await reader.open("/no-such-page");
    await reader.page.getByRole("heading", { name: reader.say("error.missingTitle") }).waitFor();
    await expectGoodPage(reader);
    await reader.context.close();
  });
});

describe("without JavaScript", () => {
  test("a visitor finds a product, its couriers and the way to the checkout", async () => {
    const context = await browser.newContext({ baseURL: system.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/en/sandbox/sign-in");
    await page.locator('button[name="user"][value="buyer"]').click();
    await page.goto("/en");
    await page.locator("#products a").first().click();
    await page.getByLabel(say("en", "shipping.postcode")).fill("560001");
    await page.getByRole("button", { name: say("en", "shipping.show") }).click();
    await page.getByText(say("en", "shipping.speed.standard"), { exact: true }).waitFor();
    await page.getByRole("button", { name: say("en", "catalog.buy") }).click();
    await page.getByRole("heading", { name: say("en", "checkout.title") }).waitFor();
    expect(await page.getByRole("radio").count()).toBeGreaterThan(0);
    await context.close();
  });
});

describe("what the server answers", () => {
  test("the address without a language leads to the language that the browser asks for", async () => {
    const arabic = await fetch(system.url, { redirect: "manual", headers: { "accept-language": "ar-SA, en;q=0.5" } });
    expect(arabic.headers.get("location")).toBe("/ar");
    const other = await fetch(system.url, { redirect: "manual", headers: { "accept-language": "fr" } });
    expect(other.headers.get("location")).toBe("/en");
  });

  test("a page that does not exist, or is somebody else's, is not found", async () => {
    expect((await fetch(`${system.url}/en/no-such-page`)).status).toBe(404);
    expect((await fetch(`${system.url}/en/products/prd_00000000000000000000000000000000`)).status).toBe(404);
  });

  test("a stranger who asks for an order is led to sign in and back", async () => {
    const answer = await fetch(`${system.url}/en/orders`, { redirect: "manual" });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/en/sign-in?next=%2Fen%2Forders");
  });

  test("each page has a policy with a nonce of its own, and nobody may frame it", async () => {
    const policies = await Promise.all(
      ["/en", "/en"].map(async (path) => (await fetch(system.url + path)).headers.get("content-security-policy") ?? ""),
    );
    const nonces = policies.map((policy) => /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(nonces.every(Boolean)).toBe(true);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(policies[0]).toContain("frame-ancestors 'none'");
    expect(policies[0]).not.toContain("script-src 'self' 'unsafe-inline'");
  });

  test("a product page names itself, its other language and its price to search engines", async () => {
    const answer = await fetch(`${system.url}/api/v1/products`);
    const [product] = Value.Parse(Products, await answer.json()).data;
    const html = await (await fetch(`${system.url}/ar/products/${product?.id}`)).text();
    expect(html).toContain(`<link rel="alternate" hrefLang="en" href="${system.url}/en/products/${product?.id}"/>`);
    expect(html).toContain('"@type":"Product"');
    expect(html).toContain(product?.title.ar);
  });
});
