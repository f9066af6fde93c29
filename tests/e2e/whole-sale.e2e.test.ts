import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectGoodPage, type Look, newReader, type Reader, signInAs } from "./reader.ts";
import { picture } from "./rooms.ts";
import { advance, fillAddress } from "./sale.ts";
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

const LOOKS: Look[] = [
  { lang: "en", theme: "light", width: 1280 },
  { lang: "ar", theme: "dark", width: 390 },
];

describe.each(LOOKS)("a whole sale in $lang, $theme, $width px wide", (look) => {
  test("the buyer pays into escrow, the seller sends, the clock releases, the seller is paid out", async () => {
    const buyer = await newReader(browser, system.url, look);
    const seller = await newReader(browser, system.url, look);

    const orderId = await buyAndPay(buyer);
    await expectHeld(buyer, orderId);
    await dispatch(seller, orderId);
    await deliver(buyer, seller, orderId);
    await expectRelease(buyer, seller, orderId);

    expect(buyer.complaints).toEqual([]);
    expect(seller.complaints).toEqual([]);
    await Promise.all([buyer.context.close(), seller.context.close()]);
  });
});

async function buyAndPay(buyer: Reader): Promise<string> {
  const { page, say } = buyer;
  await buyer.open("/sandbox/sign-in?as=buyer");
  await expectGoodPage(buyer);
  await signInAs(buyer, "buyer");

  await buyer.open("/");
  await expectGoodPage(buyer);
  await page.locator("#products a").first().click();
  await page.waitForURL(/\/products\//);
  await page.getByLabel(say("shipping.postcode")).fill("560001");
  await page.getByRole("button", { name: say("shipping.show") }).click();
  await page.getByText(say("shipping.speed.express"), { exact: true }).waitFor();
  await expectGoodPage(buyer);

  await page.getByRole("button", { name: say("catalog.buy") }).click();
  await page.waitForURL(/\/checkout\//);
  await fillAddress(buyer);
  await page.getByRole("radio").nth(1).check();
  await expectGoodPage(buyer);
  await page.getByRole("button", { name: say("checkout.pay") }).dblclick();

  const pay = page.locator("#pay");
  await pay.waitFor();
  await pay.click();
  await page.waitForURL(/\/orders\/[^/]+\/paid/);
  await page.getByText(say("paid.securedTitle"), { exact: true }).waitFor();
  await expectGoodPage(buyer);
  return /\/orders\/([^/]+)\/paid/.exec(page.url())?.[1] ?? "";
}

async function expectHeld(buyer: Reader, orderId: string): Promise<void> {
  const { page, say } = buyer;
  await buyer.open("/orders");
  await expectGoodPage(buyer);
  // The pay button was pressed twice: still there is one order.
  expect(await page.locator(`a[href$="/orders/${orderId}"]`).count()).toBe(1);
  const open = await page.locator("main").getByText(say("status.buyer.escrow_locked"), { exact: true }).count();
  expect(open).toBe(1);

  await buyer.open(`/orders/${orderId}`);
  await expectSide(buyer, "/orders");
  await page.getByText(say("status.buyer.escrow_locked"), { exact: true }).waitFor();
  await page.getByRole("heading", { name: say("turn.seller") }).waitFor();
  await page.getByText(say("statement.balanced"), { exact: true }).waitFor();
  await expectGoodPage(buyer);

  await page.getByRole("button", { name: say("action.cancel") }).click();
  await page.getByRole("dialog", { name: say("cancel.title") }).waitFor();
  await expectGoodPage(buyer);
  await page.getByRole("button", { name: say("cancel.keep") }).click();
}

async function dispatch(seller: Reader, orderId: string): Promise<void> {
  const { page, say } = seller;
  await signInAs(seller, "seller");
  await seller.open("/selling");
  await expectGoodPage(seller);
  await page.locator(`main a[href$="/orders/${orderId}/dispatch"]`).click();
  await page.getByRole("heading", { name: say("dispatch.addressTitle") }).waitFor();
  await expectGoodPage(seller);
  await page.getByRole("button", { name: say("dispatch.addressOk") }).click();
  await page.getByRole("heading", { name: say("dispatch.courierTitle") }).waitFor();
  await expectGoodPage(seller);
  await page.getByRole("button", { name: say("dispatch.book") }).dblclick();
  // The booking is answered later; the page turns by itself.
  await page.getByRole("heading", { name: say("dispatch.labelTitle") }).waitFor();
  await expectGoodPage(seller);

  // What was packed is shown to the buyer, in the order's thread.
  await page.getByText(say("dispatch.photo"), { exact: true }).first().click();
  await page.locator("main input[type=file]").setInputFiles(picture("parcel.png"));
  await page.getByText(say("upload.done"), { exact: true }).waitFor();
  await page.getByRole("button", { name: say("dispatch.photoSend") }).click();
  await page.getByText(say("dispatch.photoSent"), { exact: true }).waitFor();
  await expectGoodPage(seller);

  const label = await page.request.get(`/api/v1/orders/${orderId}/label`);
  expect(label.headers()["content-type"]).toContain("application/pdf");
}

async function deliver(buyer: Reader, seller: Reader, orderId: string): Promise<void> {
  await buyer.open(`/orders/${orderId}`);
  const order = await (await seller.page.request.get(`/api/v1/orders/${orderId}`)).json();
  const awb: string = order.shipment.trackingNumber;

  const carrier = await seller.context.newPage();
  await carrier.goto(`${system.sandboxUrl}/rapidshyp/panel`);
  for (const scan of ["PUC", "INT", "OFD", "DEL"]) {
    const button = carrier.locator(`article[data-awb="${awb}"] button[data-scan="${scan}"]`);
    const [answer] = await Promise.all([
      carrier.waitForResponse((response) => response.request().method() === "POST"),
      button.click(),
    ]);
    expect(answer.ok() || answer.status() === 303, `${scan}: ${answer.status()}`).toBe(true);
    await carrier.waitForLoadState("load");
  }
  await carrier.close();

  // The buyer's page was open all the time and is told by the socket.
  const { page, say } = buyer;
  await page.getByText(say("status.buyer.delivered"), { exact: true }).waitFor();
  await page.getByRole("heading", { name: say("turn.you") }).waitFor();
  await expectGoodPage(buyer);
  await page.locator('section[aria-labelledby="now-and-next"] button').first().click();
  await page.getByRole("dialog", { name: say("release.title") }).waitFor();
  await expectGoodPage(buyer);
  await page.getByRole("button", { name: say("release.keep") }).click();
}

async function expectRelease(buyer: Reader, seller: Reader, orderId: string): Promise<void> {
  await advance(buyer, "sandbox.advanceLabel.day");
  await buyer.page.getByText(buyer.say("status.buyer.completed"), { exact: true }).waitFor();
  await buyer.page.getByText(buyer.say("event.lapse_inspection")).first().waitFor();
  await expectGoodPage(buyer);
  await buyer.open("/notifications");
  await expectGoodPage(buyer);

  await advance(buyer, "sandbox.advanceLabel.hour");
  await seller.open("/selling/payments");
  const arrived = seller.page.getByRole("region", { name: seller.say("payments.paid") });
  await arrived.locator(`a[href$="/payments/${orderId}"]`).click();
  const brought = seller.page.getByRole("region", { name: seller.say("payments.whatCame") });
  const { amounts } = await (await seller.page.request.get(`/api/v1/orders/${orderId}`)).json();
  expect(amounts.sellerReceives.amount).toBeGreaterThan(0);
  await brought.getByText(inRupees(amounts.sellerReceives.amount)).first().waitFor();
  await brought
    .getByText(`-${inRupees(amounts.commission.amount)}`)
    .first()
    .waitFor();
  await expectGoodPage(seller);
  await seller.open(`/orders/${orderId}`);
  await expectSide(seller, "/selling/orders");
  await seller.page.getByText(seller.say("status.seller.completed"), { exact: true }).waitFor();
  await seller.page.getByText(seller.say("statement.balanced"), { exact: true }).waitFor();
  await expectGoodPage(seller);
}

/** The same page is one of the orders that were bought, or of those that were sold. */
async function expectSide({ page, lang }: Reader, path: string): Promise<void> {
  await page.locator(`a[aria-current="page"][href="/${lang}${path}"]`).filter({ visible: true }).waitFor();
}

/** As the pages write amounts below a lakh. */
const inRupees = (paise: number): string => `₹${(paise / 100).toFixed(2)}`;
