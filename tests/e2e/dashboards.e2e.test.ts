import { Type } from "typebox";
import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alive, expectGoodPage, type Look, newReader, type Reader, say, signInAs } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

/** Over the history that a sandbox begins with: six months of orders of every kind. */
let opened: Opened;
let system: Opened["system"];
let browser: Opened["browser"];

beforeAll(async () => {
  opened = await openSystem({ furnished: true });
  ({ system, browser } = opened);
});

afterAll(async () => {
  await opened?.close();
});

const MARKETS = ["products", "services", "projects"] as const;
const ROLES = ["buyer", "seller"] as const;

const Sum = Type.Object({ orders: Type.Integer(), amount: Type.Object({ amount: Type.Integer() }) });
const Figures = Type.Object({
  money: Type.Array(Type.Object({ currency: Type.String(), held: Sum, released: Sum, refunded: Sum })),
  waiting: Type.Object({ orders: Type.Integer() }),
});

/** What the API says to the same reader. */
async function figuresOf({ page }: Reader, role: string, market: string) {
  const answer = await page.request.get(`/api/v1/dashboard?role=${role}&market=${market}&weeks=26`);
  return Value.Parse(Figures, await answer.json());
}

/** The page shows the API's figures, each of each currency, and no others. */
async function expectFigures(reader: Reader, role: string, market: string): Promise<number> {
  const { money, waiting } = await figuresOf(reader, role, market);
  const shown = await reader.page
    .locator("[data-amount]")
    .evaluateAll((elements: { getAttribute(name: string): string | null }[]) =>
      elements.map((element) => [element.getAttribute("data-figure"), Number(element.getAttribute("data-amount"))]),
    );
  const told = (["held", "released", "refunded"] as const).flatMap((of) =>
    money.map((one) => [`${of} ${one.currency}`, one[of].amount.amount]),
  );
  expect(shown, `${role} ${market}`).toEqual(told);
  if (money.length > 0)
    expect(await reader.page.locator('[data-figure="waiting"]').textContent()).toBe(`${waiting.orders}`);
  return money.length;
}

describe.each([
  { lang: "en", theme: "light", width: 1280 },
  { lang: "ar", theme: "dark", width: 390 },
] as const satisfies readonly Look[])("dashboards in $lang, $theme, $width px wide", (look) => {
  test("the overview and the six behind it show what the API says, and lead from one to the other", async () => {
    const reader = await newReader(browser, system.url, look);
    const { page, say: words } = reader;
    await signInAs(reader, "buyer");
    await reader.open("/dashboard");
    await expectGoodPage(reader);
    let filled = 0;
    for (const role of ROLES) {
      await page.goto(`/${look.lang}/dashboard/${role}/products`);
      for (const market of MARKETS) {
        const tabs = page.getByRole("navigation", { name: words("dashboard.markets") });
        await tabs.getByRole("link", { name: words(`dashboard.market.${market}`) }).click();
        await page.getByRole("heading", { name: words(`dashboard.marketTitle.${role}.${market}`) }).waitFor();
        filled += await expectFigures(reader, role, market);
        if (role === "buyer" || market === "products") await expectGoodPage(reader);
      }
    }
    expect(filled).toBeGreaterThanOrEqual(2);
    await reader.open("/dashboard/buyer/products");
    await page.getByText(words("chart.table")).first().click();
    await page.getByRole("columnheader", { name: words("dashboard.paidIn") }).waitFor();
    await expectGoodPage(reader);
    await page
      .getByRole("table", { name: words("dashboard.recent") })
      .getByRole("link")
      .first()
      .click();
    await page.waitForURL(/\/orders\/ord_/);
    await page.getByRole("table", { name: words("dashboard.recent") }).waitFor({ state: "detached" });
    await expectGoodPage(reader);
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
  });
});

test("one stands on one side at a time: the page says on which, and pages of both keep it", async () => {
  const reader = await newReader(browser, system.url, { lang: "en", theme: "dark", width: 1280 });
  const { page, say: words } = reader;
  await signInAs(reader, "seller");
  const main = page.getByRole("navigation", { name: words("nav.main") });
  const row = (side: string) => page.getByRole("navigation", { name: words(`ways.label.${side}`) });
  await main.getByRole("link", { name: words("nav.selling") }).click();
  await row("selling").waitFor();
  await row("selling")
    .getByRole("link", { name: words("ways.wallet") })
    .click();
  await page.waitForURL(/\/wallet$/);
  await row("selling")
    .getByRole("link", { name: words("ways.wallet") })
    .and(page.locator('[aria-current="page"]'))
    .waitFor();
  expect(await main.locator('[aria-current="true"]').textContent()).toBe(words("nav.selling"));
  await page.reload();
  await row("selling").waitFor();
  await main.getByRole("link", { name: words("nav.buying") }).click();
  await row("buying").waitFor();
  expect(await main.getByRole("link", { name: words("nav.staff") }).count()).toBe(0);
  await reader.open("/dashboard/seller/products");
  await row("selling").waitFor();
  await reader.context.close();
});

test("on a phone the rest of a side is behind a button, which gives the focus back", async () => {
  const reader = await newReader(browser, system.url, { lang: "ar", theme: "light", width: 320 });
  const { page, say: words } = reader;
  await signInAs(reader, "admin");
  await reader.open("/operations");
  await expectGoodPage(reader);
  const more = page.locator("summary", { hasText: words("ways.more") });
  await more.click();
  await page.getByRole("link", { name: words("ways.approvals") }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: words("ways.approvals") }).waitFor({ state: "hidden" });
  expect(await more.evaluate((element: unknown) => element === Reflect.get(globalThis, "document").activeElement)).toBe(
    true,
  );
  await more.click();
  await page.getByRole("link", { name: words("ways.approvals") }).click();
  await page.waitForURL(/\/finance\/approvals$/);
  await reader.context.close();
});

test("without JavaScript a side is kept too, and the menu opens", async () => {
  const context = await browser.newContext({ baseURL: system.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/sandbox/sign-in");
  await page.locator('button[name="user"][value="seller"]').click();
  await page.goto("/en/selling");
  await page.goto("/en/wallet");
  await page.getByRole("navigation", { name: say("en", "ways.label.selling") }).waitFor();
  await page.goto("/en/dashboard/seller/products");
  expect(await page.locator("svg[role=img] rect").count()).toBeGreaterThan(10);
  await page.locator("header summary").first().click();
  await page.getByRole("button", { name: say("en", "session.signOut") }).click();
  await page.goto("/en/wallet");
  expect(new URL(page.url()).pathname).toBe("/en/sign-in");
  await context.close();
});

test("from the books to an account, from an entry to the order from inside, in both themes", async () => {
  const reader = await newReader(browser, system.url, { lang: "en", theme: "light", width: 1280 });
  const { page, say: words } = reader;
  await signInAs(reader, "finance");
  await reader.open("/finance");
  await page.getByText(words("books.checked")).first().waitFor();
  await page.locator('a[href*="family=escrow"]').first().click();
  await page.getByRole("heading", { name: words("accounts.title") }).waitFor();
  await expectGoodPage(reader);
  await page
    .getByRole("main")
    .getByRole("link", { name: /^escrow:deal_/ })
    .first()
    .click();
  await page.getByText(words("accounts.after")).first().waitFor();
  await expectGoodPage(reader);
  await page
    .getByRole("link", { name: words("accounts.order") })
    .first()
    .click();
  await page.waitForURL(/\/operations\/orders\/ord_/);
  await page.getByRole("heading", { name: words("inspect.ledger") }).waitFor();
  const number = (await page.locator("h1").textContent()) ?? "";
  expect(number).toMatch(/^ORD-/);
  await expectGoodPage(reader);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectGoodPage(reader);

  await reader.open("/operations");
  await page.getByLabel(words("operations.findLabel")).fill(number);
  await page.getByRole("button", { name: words("operations.findButton") }).click();
  await page.getByRole("main").getByRole("link", { name: number, exact: true }).waitFor();
  await alive(page);
  await expectGoodPage(reader);
  const csv = await page.request.get(
    (await page.getByRole("link", { name: words("operations.csv") }).getAttribute("href")) ?? "",
  );
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect((await csv.text()).split("\r\n").length).toBe(26 + 2);
  expect(reader.complaints).toEqual([]);
  await reader.context.close();
});
