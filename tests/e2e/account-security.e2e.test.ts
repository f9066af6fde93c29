import { TOTP, URI } from "otpauth";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { moneyWorld } from "./money-world.ts";
import { expectGoodPage, type Look, type Reader, say } from "./reader.ts";

const world = moneyWorld();

const LOOKS: Look[] = [
  { lang: "ar", theme: "dark", width: 390 },
  { lang: "en", theme: "light", width: 1280 },
];

describe.each(LOOKS)("in $lang, $theme, at $width px", (look) => {
  const user = look.lang === "ar" ? "buyer" : "buyer-b";

  test("an API key is made with a code, shown once, opens what it may, and is ended", async () => {
    const reader = await world.readerFor(user, look, "/account");
    const { page, say } = reader;
    await panel(reader, "security.keys").locator('input[name="name"]').fill("Warehouse (demo)");
    await page.locator('input[name="scopes"][value="profile:read"]').check();
    await page.locator('input[name="scopes"][value="orders:read"]').check();
    await press(reader, "security.makeKey");
    await confirm(reader);
    await page.getByText(say("security.keepKey")).waitFor();
    await expectGoodPage(reader);
    const key = await page.locator("bdi", { hasText: /^amk_/ }).innerText();
    expect(await opens(key)).toBe(200);
    await reader.open("/account");
    await page.getByText("Warehouse (demo)").waitFor();
    expect(await page.content()).not.toContain(key);
    await panel(reader, "security.keys")
      .getByRole("button", { name: say("account.endSession"), exact: true })
      .click();
    await page.getByText(say("security.noKeys")).waitFor();
    expect(await opens(key)).toBe(401);
  });

  test("an app of one's own is registered with a code, its secret is shown once, and it is removed", async () => {
    const reader = await world.readerFor(user, look, "/account");
    const { page, say } = reader;
    const apps = panel(reader, "security.apps");
    await apps.getByText(say("security.newApp"), { exact: true }).click();
    await apps.locator('input[name="name"]').fill("Bookkeeper (demo)");
    await apps.locator('[name="redirectUris"]').fill("http://books.example.test/back");
    await apps.locator('input[name="confidential"]').check();
    await press(reader, "security.makeApp");
    await confirm(reader);
    await page.getByText(say("problem.field.redirectUris")).waitFor();
    await expectGoodPage(reader);
    expect(await apps.locator('input[name="name"]').inputValue()).toBe("Bookkeeper (demo)");
    await apps.locator('[name="redirectUris"]').fill("https://books.example.test/back\nhttp://127.0.0.1/back");
    await press(reader, "security.makeApp");
    await confirm(reader);
    await page.getByText(say("security.keepSecret")).waitFor();
    await expectGoodPage(reader);
    const secret = await apps.locator("bdi", { hasText: /^ams_/ }).innerText();
    await reader.open("/account");
    await apps.getByText("https://books.example.test/back", { exact: true }).waitFor();
    expect(await page.content()).not.toContain(secret);
    await press(reader, "security.removeApp");
    await expectGoodPage(reader);
    await press(reader, "security.removeAppNow");
    await page.getByText(say("security.noApps")).waitFor();
    reader.complaints.splice(
      0,
      Number.POSITIVE_INFINITY,
      ...reader.complaints.filter((one) => !/status of 4(?:00|22)/.test(one)),
    );
  });

  test("an authenticator is set up, its recovery codes are shown once, and it is switched off with its own code", async () => {
    const reader = await world.readerFor(user, look, "/account");
    const { page, say } = reader;
    await press(reader, "security.authenticatorBegin");
    await confirm(reader);
    await page.getByText(say("security.typeSecret")).waitFor();
    await expectGoodPage(reader);
    const app = URI.parse((await page.locator('a[href^="otpauth:"]').getAttribute("href")) ?? "");
    if (!(app instanceof TOTP)) throw new Error("no authenticator of the time");
    await page.locator('input[name="code"]').fill(await codeOf(app));
    await press(reader, "security.authenticatorConfirm");
    const codes = page.getByRole("list", { name: say("security.recoveryCodes") });
    await codes.waitFor();
    expect(new Set(await codes.locator("li").allInnerTexts()).size).toBe(10);
    await expectGoodPage(reader);
    await reader.open("/account");
    await page.getByText(say("security.authenticatorOn")).waitFor();
    expect(await codes.count()).toBe(0);
    // The code that switched it on is used up.
    await world.api().advance("PT1M");
    await press(reader, "security.authenticatorRemove");
    await page.getByText(say("stepUp.by.totp")).waitFor();
    await expectGoodPage(reader);
    await page.locator('input[name="stepUpCode"]').fill(await codeOf(app));
    await press(reader, "stepUp.confirm");
    await page.getByText(say("security.authenticatorOff")).waitFor();
  });

  test("a provider is linked, the browser goes there and back, and is unlinked once there is another way in", async () => {
    const reader = await world.readerFor(user, look, "/account");
    const { page, say } = reader;
    await press(reader, "security.link", { label: "Demo ID" });
    await confirm(reader);
    await page.locator("#continue").click();
    await page.getByText(say("signInWith.outcome.linked")).waitFor();
    await reader.open("/account");
    await expectGoodPage(reader);
    await press(reader, "security.unlink");
    await confirm(reader);
    await page.getByText(say("problem.LAST_WAY_IN")).waitFor();
    await page.locator('input[name="password"]').fill("nine slow tortoises");
    await press(reader, "account.changePassword");
    await confirm(reader);
    await page.getByText(say("account.passwordChanged")).waitFor();
    await press(reader, "security.unlink");
    await confirm(reader);
    await page.getByText(say("security.noLinks")).waitFor();
    reader.complaints.splice(
      0,
      Number.POSITIVE_INFINITY,
      ...reader.complaints.filter((one) => !/status of 422/.test(one)),
    );
  });
});

test("a password is chosen with a code, and no page that we send has it in it", async () => {
  const reader = await world.readerFor("seller-b", { lang: "en", theme: "dark", width: 390 }, "/account");
  const { page } = reader;
  const sent: Promise<string>[] = [];
  page.on("response", (answer) => {
    if (/\/account/.test(answer.url())) sent.push(answer.text().catch(() => ""));
  });
  const words = "nine slow tortoises";
  await page.locator('input[name="password"]').fill(words);
  await press(reader, "account.changePassword");
  expect(await page.locator('input[name="password"]').inputValue()).toBe(words);
  await confirm(reader);
  await page.getByText(reader.say("account.passwordChanged")).waitFor();
  await expectGoodPage(reader);
  expect((await Promise.all(sent)).filter((text) => text.includes(words))).toEqual([]);
  await page.locator('input[name="currentPassword"]').fill("not the password at all");
  await page.locator('input[name="password"]').fill("ten slow tortoises");
  await press(reader, "account.changePassword");
  await confirm(reader);
  await page.getByText(reader.say("problem.field.currentPassword")).waitFor();
  reader.complaints.splice(
    0,
    Number.POSITIVE_INFINITY,
    ...reader.complaints.filter((one) => !/status of 422/.test(one)),
  );
});

test("without script the passwords are typed once more beside the code", async () => {
  const context = await world.browser().newContext({ baseURL: world.system().url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/sandbox/sign-in");
  await page.locator('button[name="user"][value="seller"]').click();
  await page.goto("/en/account");
  const type = () => page.locator('input[name="password"]').fill("four early sparrows");
  await type();
  await page.getByRole("button", { name: say("en", "account.changePassword"), exact: true }).click();
  const code = await hint(page);
  expect(await page.locator('input[name="password"]').inputValue()).toBe("");
  await type();
  await page.locator('input[name="stepUpCode"]').fill(code);
  await page.getByRole("button", { name: say("en", "stepUp.confirm"), exact: true }).click();
  await page.getByText(say("en", "account.passwordChanged")).waitFor();
  await context.close();
});

const press = ({ page, say: words }: Reader, key: string, values?: Record<string, string>) =>
  page.getByRole("button", { name: words(key, values), exact: true }).click();

const panel = ({ page, say: words }: Reader, key: string) => page.getByRole("region", { name: words(key) });

/** Answers the question for a code that was mailed, which the sandbox tells beside the field. */
async function confirm(reader: Reader): Promise<void> {
  const code = await hint(reader.page);
  await expectGoodPage(reader);
  await reader.page.locator('input[name="stepUpCode"]').fill(code);
  await press(reader, "stepUp.confirm");
}

async function hint(page: Page): Promise<string> {
  const shown = page.locator("section bdi").filter({ hasText: /^\d{6}$/ });
  await shown.waitFor();
  return await shown.innerText();
}

/** What the app shows at the time that the sandbox's clock says. */
async function codeOf(app: TOTP): Promise<string> {
  const { now } = await world.api().get<{ now: string }>("buyer", "/sandbox/clock");
  return app.generate({ timestamp: Date.parse(now) });
}

async function opens(key: string): Promise<number> {
  const answer = await fetch(`${world.system().url}/api/v1/users/me`, { headers: { authorization: `Bearer ${key}` } });
  await answer.arrayBuffer();
  return answer.status;
}
