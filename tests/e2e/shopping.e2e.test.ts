import type { Locator } from "playwright-core";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alive, expectGoodPage, type Look, newReader, type Reader, say, signInAs } from "./reader.ts";
import { fillAddress } from "./sale.ts";
import { type Opened, openSystem } from "./whole-system.ts";

const Hits = Type.Object({
  data: Type.Array(Type.Object({ id: Type.String(), seller: Type.Object({ id: Type.String() }) })),
});
const Variants = Type.Object({
  variants: Type.Array(Type.Object({ id: Type.String() })),
  seller: Type.Object({ id: Type.String() }),
});

let opened: Opened;
let system: Opened["system"];
let browser: Opened["browser"];

/** The marketplace with its history: it has variants, files and services. */
beforeAll(async () => {
  opened = await openSystem({ furnished: true });
  ({ system, browser } = opened);
});

afterAll(async () => {
  await opened?.close();
});

const LOOKS: (Look & { slip: string })[] = [
  { lang: "en", theme: "light", width: 1280, slip: "satchle" },
  { lang: "ar", theme: "dark", width: 390, slip: "حقيبط جلدية" },
];

/** Goods of so many sellers, none of them this one. */
async function ofOtherSellers(seller: string, count: number): Promise<string[]> {
  const answer = await fetch(`${system.url}/api/v1/listings?kind=physical&sort=newest&limit=100`);
  const { data } = Value.Parse(Hits, await answer.json());
  const bySeller = new Map(data.map((hit) => [hit.seller.id, hit.id]));
  bySeller.delete(seller);
  return [...bySeller.values()].slice(0, count);
}

/** At the simulated gateway; comes back to a page of ours whose address fits. */
async function payAtGateway({ page }: Reader, outcome: "success" | "failed", back: RegExp): Promise<void> {
  await page.locator("#pay").waitFor();
  await page.locator(`#outcome-${outcome}`).check();
  await page.locator("#pay").click();
  await page.waitForURL(back);
  await alive(page);
}

/** The first file of what is shown there; how many downloads are left of it is said a moment later. */
async function downloadFrom({ page, say }: Reader, place: Locator, left: number): Promise<void> {
  const [file] = await Promise.all([page.waitForEvent("download"), place.getByRole("button").first().click()]);
  expect(await file.failure()).toBe(null);
  expect((await file.path()).length).toBeGreaterThan(0);
  await place
    .getByText(say("library.left_other", { count: `${left}` }))
    .or(place.getByText(new RegExp(`\\b${left}\\b`)))
    .first()
    .waitFor();
}

describe.each(LOOKS)("shopping in $lang, $theme, $width px wide", (look) => {
  test("a misspelt word, a variant, a cart of three sellers, one payment, three orders", async () => {
    const buyer = await newReader(browser, system.url, look);
    const { page } = buyer;
    await signInAs(buyer, "buyer");
    await findAndAdd(buyer, look.slip);
    await addOthers(buyer);
    await lookAtCart(buyer);
    await checkOut(buyer);
    await payInTheEnd(buyer);
    await page.locator('header a[href$="/library"], nav a[href$="/library"]').first().waitFor({ state: "attached" });
    await buyer.open("/cart");
    await page.getByText(buyer.say("cart.emptyTitle")).waitFor();
    await expectGoodPage(buyer);
    expect(buyer.complaints.filter((text) => !text.includes("422"))).toEqual([]);
    await buyer.context.close();
  });

  test("files: chosen, paid, on the order's page and in the library, downloaded and counted", async () => {
    const buyer = await newReader(browser, system.url, look);
    const { page, say } = buyer;
    await signInAs(buyer, "buyer-b");
    await buyer.open("/browse/digital");
    await expectGoodPage(buyer);
    await page.locator("main h3 a").first().click();
    await page.getByRole("region", { name: say("shop.whatYouGet") }).waitFor();
    await expectGoodPage(buyer);
    await page.getByRole("button", { name: say("catalog.buy") }).click();
    await page.getByText(say("checkout.conditions.atOnce")).waitFor();
    await expectGoodPage(buyer);
    await page.getByRole("button", { name: say("checkout.pay") }).click();
    await payAtGateway(buyer, "success", /\/orders\/[^/]+\/paid/);
    await page.getByText(say("paid.securedTitle"), { exact: true }).waitFor();

    const order = new URL(page.url()).pathname.replace(/^\/\w+|\/paid$/g, "");
    await buyer.open(order);
    const files = page.getByRole("region", { name: say("library.yours") });
    await files.waitFor();
    await expectGoodPage(buyer);
    await downloadFrom(buyer, files, 19);
    await buyer.open("/library");
    await expectGoodPage(buyer);
    await downloadFrom(buyer, page.locator("article").first(), 18);

    const staff = await newReader(browser, system.url, look);
    await signInAs(staff, "support");
    await staff.open(order);
    const seen = staff.page.getByRole("region", { name: say("downloads.title") });
    await seen.waitFor();
    expect(await seen.getByRole("listitem").count()).toBe(2);
    await expectGoodPage(staff);
    await staff.context.close();
    expect(buyer.complaints).toEqual([]);
    await buyer.context.close();
  });

  test("a service: its packages side by side, what is needed, paid", async () => {
    const buyer = await newReader(browser, system.url, look);
    const { page, say } = buyer;
    await signInAs(buyer, "buyer-b");
    await buyer.open("/browse/services");
    await expectGoodPage(buyer);
    await page.locator("main h3 a").first().click();
    await page.getByRole("region", { name: say("shop.packages") }).waitFor();
    await expectGoodPage(buyer);
    await page
      .getByRole("link", { name: new RegExp(`^${say("shop.choosePackage")}`) })
      .nth(1)
      .click();
    await page.getByLabel(say("checkout.requirements")).fill("Twelve slides about escrow, right to left (demo)");
    await expectGoodPage(buyer);
    await page.getByRole("button", { name: say("checkout.pay") }).click();
    await payAtGateway(buyer, "success", /\/orders\/[^/]+\/paid/);
    await page.getByText(say("paid.securedTitle"), { exact: true }).waitFor();
    expect(buyer.complaints).toEqual([]);
    await buyer.context.close();
  });
});

/** Helped while typing, corrected when searched for, narrowed to one product, whose second variant is taken. */
async function findAndAdd(buyer: Reader, slip: string): Promise<void> {
  const { page, say } = buyer;
  await buyer.open("/browse");
  await expectGoodPage(buyer);
  const box = page.getByRole("combobox", { name: say("browse.searchLabel") });
  await box.fill(slip.slice(0, 4));
  await page.getByRole("option").first().waitFor();
  await expectGoodPage(buyer);
  await box.fill(slip);
  await page.getByRole("button", { name: say("browse.searchButton") }).click();
  await page.locator("main").getByText(slip, { exact: false }).first().waitFor();
  await page
    .getByRole("link", { name: say("browse.remove", { filter: say("browse.chip.words", { words: slip }) }) })
    .waitFor();
  await expectGoodPage(buyer);
  await page.locator("main h3 a").first().click();
  const option = page.locator("main nav a:not([aria-current])[href*='variant=']").first();
  await option.click();
  await page.waitForURL(/variant=/);
  await expectGoodPage(buyer);
  await addToCart(buyer);
  await expectGoodPage(buyer);
}

async function addToCart({ page, say }: Reader): Promise<void> {
  await page.getByRole("button", { name: say("shop.addToCart") }).click();
  await page.getByText(say("catalog.added"), { exact: true }).waitFor();
}

async function addOthers(buyer: Reader): Promise<void> {
  const here = new URL(buyer.page.url()).pathname.split("/").at(-1);
  const found = await (await fetch(`${system.url}/api/v1/products/${here}`)).json();
  const { variants, seller } = Value.Parse(Variants, found);
  expect(variants.length).toBeGreaterThan(1);
  for (const id of await ofOtherSellers(seller.id, 2)) {
    await buyer.open(`/products/${id}`);
    await addToCart(buyer);
  }
}

async function lookAtCart(buyer: Reader): Promise<void> {
  const { page, say } = buyer;
  await page.getByRole("link", { name: say("catalog.toCart") }).click();
  await page.getByRole("heading", { level: 1, name: say("cart.title") }).waitFor();
  expect(await page.getByRole("link", { name: say("cart.toShop") }).count()).toBe(3);
  await expectGoodPage(buyer);
  // Another quantity counts at once, and so does the badge of the header.
  const quantity = page.locator('main select[name="quantity"]').first();
  const before = await page.getByRole("region", { name: say("cart.summary") }).innerText();
  await quantity.selectOption("2");
  await expect
    .poll(() => page.getByRole("region", { name: say("cart.summary") }).innerText(), { timeout: 20_000 })
    .not.toBe(before);
  await page.getByLabel(say("shipping.postcode")).fill("560001");
  await page.getByRole("button", { name: say("shipping.show") }).click();
  await page.getByText(say("cart.deliveryFrom")).first().waitFor();
  await expectGoodPage(buyer);
  await page.getByRole("link", { name: say("cart.checkout") }).click();
  await page.waitForURL(/\/cart\/checkout/);
}

/** A total that is no longer what was shown is said, and buys nothing; then one payment is begun, however often one presses. */
async function checkOut(buyer: Reader): Promise<void> {
  const { page, say } = buyer;
  await fillAddress(buyer);
  const parcels = page.locator("fieldset");
  await expect.poll(() => parcels.getByRole("radio").count(), { timeout: 20_000 }).toBeGreaterThan(5);
  await parcels.nth(0).getByRole("radio").nth(1).check();
  await expectGoodPage(buyer);
  const place = page.getByRole("button", { name: say("cart.place") });
  await page.evaluate(
    `for (const field of document.querySelectorAll('input[name^="shown."]')) field.value = Number(field.value) + 100`,
  );
  await place.click();
  await page.getByText(say("cart.changedTitle")).waitFor();
  await page.getByText(say("problem.PRICE_CHANGED")).waitFor();
  await expectGoodPage(buyer);
  expect(await page.getByLabel(say("address.city"), { exact: true }).inputValue()).toBe("Bengaluru");
  await buyer.open("/cart/checkout?postcode=560001");
  await fillAddress(buyer);
  await place.dblclick();
}

/** The bank says no first: nothing is lost, and the same purchase is paid after all. */
async function payInTheEnd(buyer: Reader): Promise<void> {
  const { page, say } = buyer;
  await payAtGateway(buyer, "failed", /\/purchases\/[^/]+$/);
  await page.getByRole("heading", { level: 1, name: say("purchase.title") }).waitFor();
  await expectGoodPage(buyer);
  await page.locator('main a[href$="/pay"]').click();
  // Who comes back is not sent away again by the page itself.
  await page.getByRole("button", { name: say("pay.goOn") }).click();
  await payAtGateway(buyer, "success", /\/purchases\/[^/]+$/);
  await page.getByText(say("purchase.securedTitle"), { exact: true }).waitFor();
  const orders = page.locator('main a[href*="/orders/"]');
  expect(await orders.count()).toBe(3);
  await expectGoodPage(buyer);
  await comeBackByAnOrder(buyer);
}

/** Each of the orders leads back to what they were bought with, and so does their list. */
async function comeBackByAnOrder(buyer: Reader): Promise<void> {
  const { page } = buyer;
  const purchase = new URL(page.url()).pathname;
  await page.locator('main a[href*="/orders/"]').nth(1).click();
  const back = page.locator(`main a[href="${purchase}"]`);
  await back.waitFor();
  await expectGoodPage(buyer);
  await buyer.open("/orders");
  expect(await back.count()).toBe(3);
  await expectGoodPage(buyer);
  await back.first().click();
  await page.waitForURL((url) => url.pathname === purchase);
}

describe("without JavaScript", () => {
  test("the cart, its checkout, and a download", async () => {
    const context = await browser.newContext({ baseURL: system.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/en/sandbox/sign-in");
    await page.locator('button[name="user"][value="buyer-b"]').click();
    await page.goto("/en/browse");
    await page.getByRole("combobox").fill("lamp");
    await page.getByRole("button", { name: say("en", "browse.searchButton") }).click();
    await page.locator("main h3 a").first().click();
    await page.getByRole("button", { name: say("en", "shop.addToCart") }).click();
    await page.getByText(say("en", "catalog.added"), { exact: true }).waitFor();
    await page.goto("/en/cart");
    await page.locator('main select[name="quantity"]').selectOption("2");
    await page.getByRole("button", { name: say("en", "cart.change") }).click();
    expect(await page.locator('main select[name="quantity"]').inputValue()).toBe("2");
    await page.goto("/en/cart/checkout");
    await fillAddress({ page, say: (key) => say("en", key) });
    await page.getByRole("button", { name: say("en", "cart.askCouriers") }).click();
    await page.getByRole("radio").nth(1).check();
    await page.getByRole("button", { name: say("en", "cart.place") }).click();
    await page.waitForURL(/\/purchases\/[^/]+\/pay/);

    await page.goto("/en/library");
    const button = page.locator("article").first().getByRole("button").first();
    const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(await file.failure()).toBe(null);
    await context.close();
  });

  test("a category names itself, where it lies, and its other language", async () => {
    const html = await (await fetch(`${system.url}/ar/browse/lighting`)).text();
    expect(html).toContain(`<link rel="canonical" href="${system.url}/ar/browse/lighting"/>`);
    expect(html).toContain('"@type":"BreadcrumbList"');
    const map = await (await fetch(`${system.url}/sitemap.xml`)).text();
    expect(map).toContain(`<loc>${system.url}/ar/browse/lighting</loc>`);
    expect(map).toMatch(/<loc>[^<]+\/en\/services\/svc_/);
    expect((await fetch(`${system.url}/en/browse/nowhere`)).status).toBe(404);
    expect((await fetch(`${system.url}/en/shops/usr_00000000000000000000000000000000`)).status).toBe(404);
  });
});
