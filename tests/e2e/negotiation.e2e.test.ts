import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { codeIn, haggling, signByKeyboard, withSizes } from "./haggling.ts";
import { expectGoodPage, type Look, newReader, type Reader, say, signInAs } from "./reader.ts";
import { stageOf } from "./rooms.ts";
import { fillAddress, payWith } from "./sale.ts";
import { type Opened, openSystem } from "./whole-system.ts";

const DESKTOP: Look = { lang: "en", theme: "light", width: 1280 };
const PHONE: Look = { lang: "ar", theme: "dark", width: 390 };
const SHOP = "Deccan Looms (demo shop)";

let opened: Opened;
let buyer: Reader;
let seller: Reader;
let entered = false;
const things = () => haggling(stageOf(opened.system).api);

beforeAll(async () => {
  opened = await openSystem();
}, 120_000);

beforeEach(async () => {
  if (entered) return;
  const enter = async (who: string, look: Look): Promise<Reader> => {
    const reader = await newReader(opened.browser, opened.system.url, look);
    await signInAs(reader, who);
    return reader;
  };
  [buyer, seller] = [await enter("buyer", DESKTOP), await enter("seller", PHONE)];
  entered = true;
});

afterAll(async () => {
  await opened?.close();
}, 60_000);

const button = ({ page, say }: Reader, key: string, values: Record<string, string> = {}) =>
  page.getByRole("main").getByRole("button", { name: say(key, values) });
const shown = ({ page, say }: Reader, key: string, values: Record<string, string> = {}) =>
  page.getByText(say(key, values)).first().waitFor();

test("an offer, a counter-offer, an agreement that is ordered, paid, signed by both and changed once", async () => {
  const path = await haggle();
  await agree(path);
  const order = await orderAndPay();
  await signBoth(order);
  await change();
  for (const reader of [buyer, seller]) expect(reader.complaints).toEqual([]);
});

/** From the listing to a counter-offer; gives the path of the negotiation. */
async function haggle(): Promise<string> {
  const { id } = await things().productAt(29_900);
  const { page } = buyer;
  await buyer.open(`/products/${id}`);
  await page.getByRole("link", { name: buyer.say("catalog.negotiate") }).click();
  await page.getByRole("heading", { name: buyer.say("negotiation.newTitle") }).waitFor();
  await expectGoodPage(buyer);
  await page.getByLabel(buyer.say("terms.priceIn", { currency: "INR" })).fill("250");
  await page.getByLabel(buyer.say("terms.field.quantity"), { exact: true }).fill("4");
  await page.getByLabel(buyer.say("terms.shippingIn", { currency: "INR" })).fill("90");
  await page.getByText("₹1,090.00").waitFor();
  await page.getByLabel(buyer.say("terms.field.freeTerms")).fill("Rolls of 25 metres.\nSamples are kept.");
  await button(buyer, "negotiation.send").click();
  await shown(buyer, "negotiation.now.wait", { name: SHOP });
  await expectGoodPage(buyer);

  await seller.open("/negotiations");
  await expectGoodPage(seller);
  await seller.page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await shown(seller, "negotiation.now.answer", { name: "Asha (demo buyer)" });
  await expectGoodPage(seller);
  await seller.page.locator("#offer summary").first().click();
  await seller.page.getByLabel(seller.say("terms.priceIn", { currency: "INR" })).fill("abc");
  await button(seller, "negotiation.send").click();
  await shown(seller, "terms.error.unitPrice");
  await expectGoodPage(seller);
  // A refused form is a complaint of the browser's, and the only one.
  expect(seller.complaints.splice(0)).toHaveLength(1);
  await seller.page.getByLabel(seller.say("terms.priceIn", { currency: "INR" })).fill("270");
  await seller.page.getByRole("radio", { name: seller.say("terms.bears.seller") }).check();
  await button(seller, "negotiation.send").click();
  await shown(seller, "negotiation.now.wait", { name: "Asha (demo buyer)" });
  // The buyer's page changes by itself, and says what is new.
  await shown(buyer, "negotiation.now.answer", { name: SHOP });
  await page.getByRole("deletion").filter({ hasText: "₹250.00" }).first().waitFor();
  return new URL(page.url()).pathname.replace("/en", "");
}

/** A word about it, with a number that the other does not see before money is held, and the yes. */
async function agree(path: string): Promise<void> {
  const { page } = buyer;
  await page.getByLabel(buyer.say("thread.write")).fill("Agreed, then.\nCall me: +91 98450 12345");
  await button(buyer, "thread.send").click();
  await shown(seller, "thread.hidden");
  expect(await seller.page.getByText("98450").count()).toBe(0);
  await button(buyer, "negotiation.accept", { total: "\u2066₹1,080\u2069" }).first().click();
  const dialog = page.getByRole("dialog", { name: buyer.say("negotiation.acceptTitle") });
  await dialog.getByRole("button", { name: buyer.say("negotiation.accept", { total: "" }) }).click();
  await shown(buyer, "negotiation.now.agreed", { name: SHOP });
  await shown(seller, "negotiation.now.agreed", { name: "Asha (demo buyer)" });
  expect(new URL(seller.page.url()).pathname).toBe(`/ar${path}`);
  await expectGoodPage(buyer);
  for (const reader of [buyer, seller]) {
    await reader.page.getByRole("link", { name: reader.say("negotiation.toAgreement") }).click();
    await shown(reader, "agreement.text");
  }
  await expectGoodPage(buyer);
  await shown(seller, "agreement.now.wait_order", { name: "Asha (demo buyer)" });
  await expectGoodPage(seller);
}

/** Where it goes, who brings it, and the money into escrow; gives the path of the agreement. */
async function orderAndPay(): Promise<string> {
  const { page } = buyer;
  const path = new URL(page.url()).pathname.replace("/en", "");
  await page.getByRole("link", { name: /^Order and pay/ }).click();
  await fillAddress(buyer);
  await page.getByRole("radio").first().waitFor();
  await expectGoodPage(buyer);
  await button(buyer, "checkout.pay").click();
  await page.locator("#pay").waitFor();
  const order = await payWith(buyer, "success");
  await shown(seller, "agreement.now.sign");
  await buyer.open(`/orders/${order}`);
  await page.getByRole("link", { name: buyer.say("action.sign") }).click();
  await shown(buyer, "agreement.now.sign");
  return path;
}

async function signBoth(path: string): Promise<void> {
  await expectGoodPage(buyer);
  await signByKeyboard(buyer.page, "Asha Demo");
  await shown(buyer, "agreement.now.wait_sign", { name: SHOP });
  await expectGoodPage(buyer);

  const { page } = seller;
  expect(new URL(page.url()).pathname).toBe(`/ar${path}`);
  await page.getByText("Asha Demo").first().waitFor();
  await page.locator('input[name="name"]').fill("نسيج الدكن (تجريبي)");
  await button(seller, "agreement.sign").click();
  await page.locator('input[name="stepUpCode"]').waitFor();
  await expectGoodPage(seller);
  await page.locator('input[name="stepUpCode"]').fill(await codeIn(page));
  await button(seller, "stepUp.confirm").click();
  for (const reader of [seller, buyer]) await shown(reader, "agreement.now.in_force");
  await expectGoodPage(seller);
}

/** Other words while money is held: proposed by one, accepted by the other, to be signed by both again. */
async function change(): Promise<void> {
  await seller.page.locator("#amendments summary").click();
  await seller.page.locator('#amendments textarea[name="freeTerms"]').fill("مطوية لا ملفوفة.");
  await button(seller, "agreement.proposeSend").click();
  await shown(seller, "agreement.amendmentStatus.waits");
  await shown(buyer, "agreement.now.answer", { name: SHOP });
  await expectGoodPage(buyer);
  await button(buyer, "agreement.acceptChange").click();
  const dialog = buyer.page.getByRole("dialog", { name: buyer.say("agreement.acceptChangeTitle") });
  await dialog.getByRole("button", { name: buyer.say("agreement.acceptChange") }).click();
  await shown(buyer, "agreement.versionOf", { version: "2" });
  for (const reader of [seller, buyer]) await shown(reader, "agreement.now.sign");
  for (const reader of [seller, buyer]) {
    await reader.open("/agreements");
    await reader.page.getByText(reader.say("agreement.badge.sign"), { exact: true }).waitFor();
    await expectGoodPage(reader);
  }
}

test("the pages that only a buyer sees, on a phone in Arabic; what there is nothing of, and a listing of one's own", async () => {
  const { id, product } = await things().agreed("seller", "seller-b", 139_900);
  for (const path of [`/agreements/${id}/order?postcode=560001`, `/negotiations/new/${product.id}`]) {
    await seller.open(path);
    await expectGoodPage(seller);
  }
  await seller.open("/negotiations?show=over");
  await shown(seller, "negotiation.noneHere");
  await expectGoodPage(seller);
  const own = await things().productAt(29_900);
  await seller.open(`/products/${own.id}`);
  expect(await seller.page.getByRole("link", { name: seller.say("catalog.negotiate") }).count()).toBe(0);
  expect(seller.complaints).toEqual([]);
});

test("a variant that was chosen is what is talked about, agreed and ordered", async () => {
  const { api } = stageOf(opened.system);
  const { id, variants } = await withSizes(api);
  const [, large] = variants;
  await buyer.open(`/products/${id}`);
  const { page } = buyer;
  await page.getByRole("link", { name: /^Large/ }).click();
  // Its price stands on the way to it as well.
  await page.locator('main a[aria-current="true"]', { hasText: "Large" }).waitFor();
  await page.getByRole("link", { name: buyer.say("catalog.negotiate") }).click();
  await page.waitForURL(/\/negotiations\/new\//);
  await page.getByText("Large", { exact: true }).waitFor();
  await expectGoodPage(buyer);
  await page.getByLabel(buyer.say("terms.priceIn", { currency: "INR" })).fill("8000");
  await button(buyer, "negotiation.send").click();
  await shown(buyer, "negotiation.now.wait", { name: SHOP });
  await page.getByText("Large", { exact: true }).waitFor();
  const path = new URL(page.url()).pathname.replace("/en", "");
  await seller.open(path);
  await seller.page.getByText("كبير", { exact: true }).waitFor();
  await button(seller, "negotiation.accept").first().click();
  await seller.page
    .getByRole("dialog")
    .getByRole("button", { name: seller.say("negotiation.accept", { total: "" }) })
    .click();
  await shown(buyer, "negotiation.now.agreed", { name: SHOP });
  await page.getByRole("link", { name: buyer.say("negotiation.toAgreement") }).click();
  await shown(buyer, "agreement.text");
  await page.getByText(/Large/).first().waitFor();
  type Talk = { product: { variant: { id: string } | null } };
  expect((await api.get<Talk>("buyer", path)).product.variant?.id).toBe(large?.id);
});

test("without JavaScript: an offer that is refused once with its words kept, and a signature", async () => {
  const context = await opened.browser.newContext({ baseURL: opened.system.url, javaScriptEnabled: false });
  const page = await context.newPage();
  const press = (key: string, values: Record<string, string> = {}) =>
    page
      .getByRole("main")
      .getByRole("button", { name: say("en", key, values) })
      .click();
  const { id } = await things().productAt(49_900);
  await page.goto(`/en/negotiations/new/${id}`);
  expect(new URL(page.url()).searchParams.get("next")).toBe(`/en/negotiations/new/${id}`);
  await page.goto("/en/sandbox/sign-in");
  await page.locator('button[name="user"][value="buyer"]').click();
  await page.goto(`/en/products/${id}`);
  await page.getByRole("link", { name: say("en", "catalog.negotiate") }).click();
  const price = page.getByLabel(say("en", "terms.priceIn", { currency: "INR" }));
  await price.fill("0");
  await page.getByLabel(say("en", "terms.field.freeTerms")).fill("Spring harvest alone.");
  const send = { name: "Coastline Crafts (demo shop)" };
  await press("negotiation.send");
  await page.getByText(say("en", "terms.error.unitPrice")).waitFor();
  expect(await page.getByLabel(say("en", "terms.field.freeTerms")).inputValue()).toBe("Spring harvest alone.");
  await price.fill("450");
  await press("negotiation.send");
  await page.getByText(say("en", "negotiation.now.wait", send)).waitFor();

  await page.goto(`/en/agreements/${await things().paid(219_900)}`);
  await page.locator('input[name="name"]').fill("Asha Demo");
  await press("agreement.sign");
  await page.locator('input[name="stepUpCode"]').fill(await codeIn(page));
  await press("stepUp.confirm");
  await page.getByText(say("en", "agreement.now.wait_sign", send)).waitFor();
  await context.close();
});
