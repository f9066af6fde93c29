import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { moneyWorld } from "./money-world.ts";
import { expectGoodPage, type Look, type Reader, say } from "./reader.ts";
import { fillAddress } from "./sale.ts";

const world = moneyWorld();
const { api, readerFor } = world;

const DESK: Look = { lang: "en", theme: "light", width: 1280 };
const PHONE: Look = { lang: "ar", theme: "dark", width: 390 };
/** Sold by the one shop, and by the other. */
const BAG = 64_900;
const TEA = 49_900;
const LAMP = 219_900;
/** With its delivery, as a sentence says it: kept from left to right. */
const TEA_IN_TEXT = "\u2066₹548\u2069";

test("a payout that failed is sent again by staff, by the entries that the preview showed", async () => {
  const id = await failedPayout();
  const staff = await readerFor("finance", DESK, "/finance/payouts");
  const { page, say } = staff;
  const back = page.getByRole("region", { name: say("outgoing.group.came_back") });
  const item = back.getByRole("listitem").filter({ hasText: id });
  await item.getByText(say("outgoing.again.open")).click();
  await item.locator('input[name="reason"]').fill("The bank was asked");
  await item.getByRole("button", { name: say("preview.show") }).click();
  const plan = item.getByRole("region", { name: say("preview.planned") });
  const promised = await plan.locator("dl").innerText();
  for (const amount of ["-₹677.06", "+₹677.06"]) expect(promised).toContain(amount);
  await plan.getByText("•••• 1191").waitFor();
  await expectGoodPage(staff);

  await item.getByRole("button", { name: say("outgoing.again.confirm") }).dblclick();
  const done = page.getByRole("status").filter({ hasText: say("outgoing.again.done") });
  expect(await done.locator("dl").innerText()).toBe(promised);
  await expect.poll(() => item.count()).toBe(0);
  await page
    .getByRole("region", { name: say("outgoing.group.on_the_way") })
    .getByText("₹677.06")
    .first()
    .waitFor();
});

test("a debt is given up when one of the staff asks and another approves", async () => {
  const sale = await world.paid(await world.order(LAMP));
  await world.released(sale);
  await api().advance("PT2H");
  await api().control(`/cashfree/orders/${sale.payment}/dispute`, {});
  await api().advance("PT1M");

  const asker = await readerFor("finance", DESK, "/finance/payouts");
  const debt = asker.page.getByRole("region", { name: asker.say("debt.title") }).getByRole("listitem");
  await debt.getByText(asker.say("debt.ask.open")).click();
  await debt.locator('input[name="amount"]').fill("100.50");
  await debt.locator('input[name="reason"]').fill("The shop has closed");
  await debt.getByRole("button", { name: asker.say("preview.show") }).click();
  await debt.getByText(asker.say("debt.ask.later")).waitFor();
  await debt.getByRole("button", { name: asker.say("approval.confirm") }).click();
  const asked = asker.page.getByRole("status").filter({ hasText: asker.say("approval.proposed") });
  await asked.getByRole("link", { name: asker.say("approval.look") }).click();
  const own = asker.page.getByRole("region", { name: asker.say("approval.waiting") });
  await own.getByText(asker.say("approval.notYou")).waitFor();
  expect(await own.getByText(asker.say("approval.open")).count()).toBe(0);

  const approver = await readerFor("admin", PHONE, "/finance/approvals");
  const { page, say, open } = approver;
  const item = page
    .getByRole("region", { name: say("approval.waiting") })
    .getByRole("listitem")
    .filter({ hasText: "The shop has closed" });
  await item.getByText(say("approval.open")).click();
  await item.getByRole("button", { name: say("preview.show") }).click();
  const promised = await item
    .getByRole("region", { name: say("preview.planned") })
    .locator("dl")
    .innerText();
  expect(promised).toContain("+₹100.50");
  await expectGoodPage(approver);
  await item.getByRole("button", { name: say("approval.approve") }).dblclick();
  const done = page.getByRole("status").filter({ hasText: say("approval.approved") });
  expect(await done.locator("dl").innerText()).toBe(promised);
  await open("/finance/payouts");
  await page
    .getByRole("region", { name: say("debt.title") })
    .getByText("₹2,205.50", { exact: true })
    .waitFor();
});

test("a statement of a month leads from the opening balance to the closing one, on the page and in the file", async () => {
  await failedPayout();
  const seller = await readerFor("seller", PHONE, "/wallet");
  const { page, say } = seller;
  await expectGoodPage(seller);
  await page.getByRole("button", { name: say("period.showMonth") }).click();
  await page.waitForURL(/\/wallet\/statement\?.*zone=Asia%2FRiyadh/);
  const part = page.getByRole("region", { name: say("period.account.wallet") });
  await part.getByText(say("period.addsUp")).waitFor();
  const closing = await part.locator("dl dd").last().innerText();
  expect(await part.locator("tbody tr").last().locator("td").last().innerText()).toBe(closing);
  await expectGoodPage(seller);

  const link = page.getByRole("link", { name: say("period.csv") });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n").map((line) => line.split(","));
  const ofWallet = lines
    .filter(([account]) => account === "wallet")
    .map((line) => ({ kind: line[3], amount: line[6] }));
  expect(ofWallet).toHaveLength((await part.locator("tbody tr").count()) + 2);
  const minor = ofWallet.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  expect(`₹${(minor / 100).toFixed(2)}`).toBe(closing.replaceAll(",", ""));

  await page.locator('input[name="from"]').fill("2026-02-02");
  await page.locator('input[name="to"]').fill("2026-02-01");
  await page.getByRole("button", { name: say("period.showDays") }).click();
  await page.getByText(say("period.wrong.to")).waitFor();
});

test("an order is paid from the wallet at once, and one that it does not cover says what is missing", async () => {
  await failedPayout();
  const buyer = await readerFor("seller", { ...PHONE, theme: "light" }, "/");
  await checkout(buyer, LAMP);
  const { page, say } = buyer;
  const wallet = page.locator('input[name="method"][value="wallet"]');
  const missing = say("method.short", { missing: "|" }).split("|").at(-1) ?? "";
  await page.locator("fieldset label").filter({ has: wallet }).getByText(missing).waitFor();
  expect(await wallet.isDisabled()).toBe(true);
  await expectGoodPage(buyer);

  await checkout(buyer, TEA);
  await wallet.check();
  await page.getByRole("button", { name: say("method.placeAndPay", { amount: TEA_IN_TEXT }) }).dblclick();
  await page.waitForURL(/\/orders\/[^/]+\/paid/);
  await page.getByText(say("method.taken", { amount: TEA_IN_TEXT })).waitFor();
  await page.getByRole("link", { name: say("paid.toOrder") }).click();
  await page.getByText(say("amounts.fromYourWallet"), { exact: true }).waitFor();
  await page.getByText(say("status.buyer.escrow_locked"), { exact: true }).waitFor();
  await expectGoodPage(buyer);
});

test("without JavaScript a statement is read, an order is paid from the wallet, and sending again is previewed", async () => {
  await failedPayout();
  const context = await world.browser().newContext({ baseURL: world.system().url, javaScriptEnabled: false });
  const page = await context.newPage();
  const signIn = async (user: string, next: string) => {
    await page.goto(`/en/sandbox/sign-in?next=${next}`);
    await page.locator(`button[name="user"][value="${user}"]`).click();
  };
  await signIn("seller", "/en/wallet");
  await page.getByRole("button", { name: say("en", "period.showMonth") }).click();
  await page.getByText(say("en", "period.addsUp")).first().waitFor();

  await page.goto(`/en/checkout/${(await world.product(TEA)).id}?quantity=1&postcode=560001`);
  await fillAddress({ page, say: (key: string) => say("en", key) });
  await page.locator('input[name="method"][value="wallet"]').check();
  await page.locator('button[name="intent"][value="place"]').click();
  await page.getByText(say("en", "method.taken", { amount: TEA_IN_TEXT })).waitFor();

  await signIn("finance", "/en/finance/payouts");
  await page.getByText(say("en", "outgoing.again.open")).first().click();
  await page.locator('details[open] input[name="reason"]').fill("The bank was asked");
  await page.locator('details[open] button[type="submit"]').click();
  await page
    .getByRole("region", { name: say("en", "preview.planned") })
    .getByText("-₹677.06")
    .waitFor();
  await context.close();
});

test("payouts and debts are there for finance and administration, and not for a buyer", async () => {
  const { page } = await readerFor("buyer", DESK, "/wallet");
  expect((await page.request.get("/en/finance/payouts")).status()).toBe(404);
});

/** A sale whose payout failed: its money is in the seller's wallet for an hour, until it is tried again. */
async function failedPayout(): Promise<string> {
  const sale = await world.paid(await world.order(BAG));
  await api().control("/cashfree/next-transfer", { outcome: "failed" });
  await world.released(sale);
  await api().advance("PT10M");
  type Listed = { data: { id: string }[] };
  const { data } = await api().get<Listed>("finance", "/finance/payouts?group=came_back&limit=100");
  const id = data.at(-1)?.id;
  if (id === undefined) throw new Error("no payout has failed");
  return id;
}

/** As far as the choice of how to pay. */
async function checkout(reader: Reader, amount: number): Promise<void> {
  const { page, open } = reader;
  await open(`/checkout/${(await world.product(amount)).id}?quantity=1`);
  await fillAddress(reader);
  await page.locator('button[name="intent"][value="place"]').waitFor();
}
