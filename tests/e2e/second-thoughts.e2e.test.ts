import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { alive, expectGoodPage, newReader, type Reader, signInAs } from "./reader.ts";
import { tabTo } from "./rooms.ts";
import { ADDRESS, advance, orderSomething, payWith } from "./sale.ts";
import { type Opened, openSystem } from "./whole-system.ts";

let opened: Opened;
let system: Opened["system"];
let browser: Opened["browser"];
let buyer: Reader;

beforeAll(async () => {
  opened = await openSystem();
  ({ system, browser } = opened);
});

afterAll(async () => {
  await opened?.close();
});

beforeEach(async () => {
  buyer = await newReader(browser, system.url, { lang: "en", theme: "light", width: 1280 });
  await signInAs(buyer, "buyer");
});

afterEach(async () => {
  expect(buyer.complaints).toEqual([]);
  await buyer.context.close();
});

test("a bank that declines secures nothing, and the buyer can go on to pay the same order", async () => {
  const { page, say } = buyer;
  await orderSomething(buyer);
  const orderId = await payWith(buyer, "failed");
  await page.getByText(say("paid.waitingTitle"), { exact: true }).waitFor();
  expect(await page.getByText(say("paid.securedTitle"), { exact: true }).count()).toBe(0);
  await expectGoodPage(buyer);

  await page.getByRole("link", { name: say("paid.goOn") }).click();
  await page.getByRole("button", { name: say("pay.goOn") }).waitFor();
  await expectGoodPage(buyer);
  await page.getByRole("button", { name: say("pay.goOn") }).click();
  await page.locator("#pay").waitFor();
  expect(await payWith(buyer, "success")).toBe(orderId);
  await page.getByText(say("paid.securedTitle"), { exact: true }).waitFor();
});

test("a buyer who cancels before dispatch sees the money go back, and when it is there", async () => {
  const { page, say } = buyer;
  await orderSomething(buyer);
  const orderId = await payWith(buyer, "success");
  await page.getByText(say("paid.securedTitle"), { exact: true }).waitFor();
  await buyer.open(`/orders/${orderId}`);
  await page.getByRole("button", { name: say("action.cancel") }).click();
  const dialog = page.getByRole("dialog", { name: say("cancel.title") });
  await dialog.getByText("₹348").waitFor();
  await dialog.getByRole("button", { name: say("cancel.send") }).click();
  await page.getByText(say("status.buyer.cancelled"), { exact: true }).waitFor();
  await expectGoodPage(buyer);

  await advance(buyer, "sandbox.advanceLabel.hour");
  await page.getByText("The gateway has sent the refund of").first().waitFor();
  await expectGoodPage(buyer);
});

test("a parcel that is not sent in 48 hours sends the money back by itself", async () => {
  const { page, say } = buyer;
  await orderSomething(buyer);
  const orderId = await payWith(buyer, "success");
  await page.getByText(say("paid.securedTitle"), { exact: true }).waitFor();
  await buyer.open(`/orders/${orderId}`);
  await page.getByText(say("status.buyer.escrow_locked"), { exact: true }).waitFor();

  await advance(buyer, "sandbox.advanceLabel.twoDays");
  await page.getByText(say("status.buyer.refunded"), { exact: true }).waitFor();
  await page.getByText(say("reason.DISPATCH_TIMEOUT"), { exact: true }).waitFor();
  await expectGoodPage(buyer);
});

test("somebody without a mouse buys: from the product over the address to the gateway, and the money is secured", async () => {
  const { page, say } = buyer;
  await buyer.open("/");
  await tabTo(page, page.locator("#products a").first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/products\//);
  await alive(page);
  await tabTo(page, page.getByRole("button", { name: say("catalog.buy") }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/checkout\//);
  await alive(page);
  for (const [key, text] of Object.entries(ADDRESS)) {
    await tabTo(page, page.getByLabel(say(key), { exact: true }));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  }
  await tabTo(page, page.getByRole("button", { name: say("checkout.pay") }));
  await page.keyboard.press("Enter");
  await page.locator("#pay").waitFor();
  await payWith(buyer, "success");
  await page.getByText(say("paid.securedTitle"), { exact: true }).waitFor();
});
