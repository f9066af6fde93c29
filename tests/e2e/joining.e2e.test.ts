import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alive, expectGoodPage, newReader } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

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

const post = async (path: string, body: object): Promise<number> => {
  const answer = await fetch(`${system.url}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer.status;
};

/** The link in the newest mail to an address, once it is there. */
async function linkTo(email: string, page: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${system.sandboxUrl}/control/mailbox?to=${email}`);
        const { mails }: { mails: { text: string }[] } = JSON.parse(await answer.text());
        const texts = mails.map(({ text }) => text).join("\n");
        link = [...texts.matchAll(/https?:\/\/\S+/g)].map(([found]) => found).findLast((found) => found.includes(page));
        return link;
      },
      { timeout: 30_000 },
    )
    .toBeDefined();
  return link ?? "";
}

const signIn = (email: string, password: string) => post("/auth/sign-in", { email, password });

test("somebody registers in Arabic, opens the mailed link, forgets the password and chooses another", async () => {
  const email = "asha@example.test";
  const password = "a long walk by the lake";
  expect(await post("/auth/register", { name: "آشا", email, password, language: "ar" })).toBe(202);
  const reader = await newReader(browser, system.url, { lang: "ar", theme: "light", width: 390 });
  const { page, say } = reader;
  await page.goto(await linkTo(email, "verify-email"));
  await expectGoodPage(reader);
  await page.getByRole("button", { name: say("account.confirm") }).click();
  await page.getByText(say("account.verified")).waitFor();
  await expectGoodPage(reader);
  expect(await signIn(email, password)).toBe(200);

  expect(await post("/auth/password/forgot", { email })).toBe(202);
  await page.goto(await linkTo(email, "reset-password"));
  await page.locator('input[name="password"]').fill("password123");
  await page.getByRole("button", { name: say("account.changePassword") }).click();
  await page.getByText(say("problem.field.password")).waitFor();
  await expectGoodPage(reader);
  await page.locator('input[name="password"]').fill("quite another sentence");
  await page.getByRole("button", { name: say("account.changePassword") }).click();
  await page.getByText(say("account.passwordChanged")).waitFor();
  expect([await signIn(email, password), await signIn(email, "quite another sentence")]).toEqual([401, 200]);
  expect(reader.complaints.filter((text) => !text.includes("status of 422"))).toEqual([]);
  await reader.context.close();
});

test("without JavaScript the code is copied from the mail, and a link that was used says so", async () => {
  const email = "bilal@example.test";
  await post("/auth/register", { name: "Bilal", email, password: "a long walk by the lake", language: "en" });
  const link = await linkTo(email, "verify-email");
  const token = link.split("#token=")[1] ?? "";
  const context = await browser.newContext({ baseURL: system.url, javaScriptEnabled: false });
  const page = await context.newPage();
  const send = async () => {
    await page.goto("about:blank");
    await page.goto(link);
    await page.locator('input[name="token"]').fill(token);
    await page.getByRole("button", { name: "Confirm", exact: true }).click();
  };
  await send();
  await page.getByText("Your address is confirmed").waitFor();
  await send();
  await page.getByText("This link is no longer good").waitFor();
  await page.locator('input[name="email"]').fill(email);
  await page.getByRole("button", { name: "Mail a new link", exact: true }).click();
  await page.getByText("If an account with this address waits to be confirmed").waitFor();
  await context.close();
});

describe.each([
  { lang: "ar", theme: "dark", width: 390 },
  { lang: "en", theme: "light", width: 1280 },
] as const)("an account of one's own in $lang, $theme, at $width px", (look) => {
  test("is made with a mailed link, opened with the password alone, and ended everywhere", async () => {
    const reader = await newReader(browser, system.url, look);
    const { page, say: words } = reader;
    const email = `newcomer-${look.lang}@example.test`;
    const password = "seven quiet herons";
    const sign = async (given: string) => {
      await reader.open("/sign-in?next=%2Fen%2Faccount");
      await expectGoodPage(reader);
      await page.locator('input[name="email"]').fill(email);
      await page.locator('input[name="password"]').fill(given);
      await page.getByRole("button", { name: words("session.signIn"), exact: true }).click();
    };
    await reader.open("/register");
    await expectGoodPage(reader);
    // All that is wrong is said at once, and one stands in the first of it.
    await page.locator('input[name="name"]').fill("www.example.test");
    await page.locator('input[name="email"]').fill(email);
    await page.locator('input[name="password"]').fill("password1234");
    await page.getByRole("button", { name: words("account.register"), exact: true }).click();
    await page.getByText(words("problem.field.name")).waitFor();
    await page.getByText(words("problem.field.password")).waitFor();
    await page.locator('input[name="name"]:focus').waitFor();
    await expectGoodPage(reader);
    await page.locator('input[name="name"]').fill("Noor (demo newcomer)");
    await page.locator('input[name="email"]').fill(email);
    await page.locator('input[name="password"]').fill(password);
    await page.getByRole("button", { name: words("account.register"), exact: true }).click();
    await page.getByText(words("account.lookAtMail")).waitFor();
    await expectGoodPage(reader);

    // The mail may be lost: another is asked for, and the link of the first is no longer good.
    const first = await linkTo(email, "verify-email");
    await page.getByRole("link", { name: words("account.againTitle") }).click();
    await expectGoodPage(reader);
    await page.locator('input[name="email"]').fill(email);
    await page.getByRole("button", { name: words("account.again"), exact: true }).click();
    await page.getByText(words("account.againSent")).waitFor();
    await expectGoodPage(reader);
    await expect.poll(() => linkTo(email, "verify-email")).not.toBe(first);
    await page.goto(first);
    await alive(page);
    await page.getByRole("button", { name: words("account.confirm"), exact: true }).click();
    await page.getByText(words("problem.LINK_REFUSED")).waitFor();

    await sign("not the password at all");
    await page.getByText(words("problem.SIGN_IN_REFUSED")).waitFor();
    await page.goto(await linkTo(email, "verify-email"));
    await alive(page);
    await page.getByRole("button", { name: words("account.confirm"), exact: true }).click();
    await page.getByText(words("account.verified")).waitFor();
    await expectGoodPage(reader);

    await sign(password);
    await page.locator("main").getByText(email).waitFor();
    await page.goto(`/${look.lang}/account`);
    await page.getByText(words("account.thisOne")).waitFor();
    await expectGoodPage(reader);
    await page.getByRole("button", { name: words("session.signOut"), exact: true }).click();
    await page.waitForURL((url) => url.pathname === `/${look.lang}`);
    await reader.open("/account");
    await page.waitForURL((url) => url.pathname === `/${look.lang}/sign-in`);
    await reader.context.close();
  });
});
