import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { moneyWorld } from "./money-world.ts";
import { expectGoodPage, type Lang, type Look, say } from "./reader.ts";

const world = moneyWorld();

const PHONE: Look = { lang: "ar", theme: "dark", width: 390 };
const DESK: Look = { lang: "en", theme: "light", width: 1280 };
const RUG = 749_900;

test("case 99: a bank account is added after its code, a wrong one changes nothing and loses nothing", async () => {
  const seller = await world.readerFor("seller", PHONE, "/selling/bank-account");
  const { page, say } = seller;
  const before = await accounts();
  await fill(page, "Deccan Looms", "026291800001193");
  await page.getByRole("button", { name: say("bank.save") }).click();
  const asked = page.getByRole("region", { name: say("stepUp.title") });
  const code = await codeIn(page);
  await expectGoodPage(seller);
  await asked.locator('input[name="stepUpCode"]').fill(wrong(code));
  await asked.getByRole("button", { name: say("stepUp.confirm") }).click();
  await asked.getByText(say("problem.CODE_REFUSED")).waitFor();
  expect(await accounts()).toBe(before);
  await asked.locator('input[name="stepUpCode"]').fill(await codeIn(page));
  await asked.getByRole("button", { name: say("stepUp.confirm") }).click();
  await page.getByText("1193").first().waitFor();
  expect(await accounts()).toBe(before + 1);
});

test("news that come while a code is typed take neither the code nor its form away", async () => {
  const { page, say } = await world.readerFor("seller-b", DESK, "/selling/bank-account");
  await fill(page, "Coastline Crafts", "026291800001195");
  await page.getByRole("button", { name: say("bank.save") }).click();
  const code = page.locator('input[name="stepUpCode"]');
  await code.fill("123");
  const clock = page.getByRole("complementary", { name: say("sandbox.label") }).locator("time");
  const before = await clock.innerText();
  await world.api().advance("PT2M");
  await expect.poll(() => clock.innerText()).not.toBe(before);
  expect(await code.inputValue()).toBe("123");
});

test("case 99: without script the code is asked for on a page of its own, and the form comes back as it was typed", async () => {
  const context = await world.browser().newContext({ baseURL: world.system().url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/sandbox/sign-in");
  await page.locator('button[name="user"][value="seller-b"]').click();
  await page.goto("/en/selling/bank-account");
  await fill(page, "Coastline Crafts", "026291800001194");
  await press(page, "en", "bank.save");
  await codeIn(page);
  await press(page, "en", "preview.change");
  expect(await page.locator('input[name="accountNumber"]').inputValue()).toBe("026291800001194");
  await press(page, "en", "bank.save");
  await page.locator('input[name="stepUpCode"]').fill(await codeIn(page));
  await press(page, "en", "stepUp.confirm");
  await page.getByText("1194").first().waitFor();
  await context.close();
});

test("case 99: a large withdrawal is confirmed with the amount that the preview showed", async () => {
  await world.paidByHand("seller");
  await world.released(await world.paid(await world.order(RUG)));
  // The account that was added above may be used after its hold.
  await world.api().advance("P2D");
  const seller = await world.readerFor("seller", DESK, "/wallet");
  const { page, say } = seller;
  await page.locator('input[name="amount"]').fill("5000.01");
  await page.getByRole("button", { name: say("preview.show") }).click();
  await page.getByRole("button", { name: say("withdraw.confirm") }).click();
  const asked = page.getByRole("region", { name: say("stepUp.title") });
  await asked.locator('input[name="stepUpCode"]').fill(await codeIn(page));
  await asked.getByText("5000.01 INR").waitFor();
  await asked.getByRole("button", { name: say("stepUp.confirm") }).dblclick();
  const done = page.getByRole("status").filter({ hasText: say("withdraw.done") });
  expect(await done.locator("dl").innerText()).toContain("₹5,000.01");
  const { data } = await world.api().get<{ data: object[] }>("seller", "/wallet/withdrawals");
  expect(data).toHaveLength(1);
  await expectGoodPage(seller);
});

async function fill(page: Page, holder: string, number: string): Promise<void> {
  await page.locator('input[name="holderName"]').fill(holder);
  await page.locator('input[name="accountNumber"]').fill(number);
  await page.locator('input[name="ifsc"]').fill("YESB0000262");
}

const press = (page: Page, lang: Lang, key: string) => page.getByRole("button", { name: say(lang, key) }).click();

/** The sandbox says it beside the field. */
async function codeIn(page: Page): Promise<string> {
  const shown = page.locator("section bdi").filter({ hasText: /^\d{6}$/ });
  await shown.waitFor();
  return await shown.innerText();
}

const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function accounts(): Promise<number> {
  const { data } = await world.api().get<{ data: object[] }>("seller", "/seller/bank-accounts");
  return data.length;
}
