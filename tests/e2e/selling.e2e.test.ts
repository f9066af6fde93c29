import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApi } from "../../tools/demo/api.ts";
import { expectGoodPage, type Look, newReader, type Reader, say, signInAs } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

let opened: Opened;
let api: ReturnType<typeof createApi>;

const PHONE: Look = { lang: "ar", theme: "dark", width: 390 };
const DESKTOP: Look = { lang: "en", theme: "light", width: 1280 };

beforeAll(async () => {
  opened = await openSystem();
  api = createApi(opened.system.url, opened.system.sandboxUrl ?? "");
}, 120_000);

afterAll(async () => {
  await opened?.close();
}, 60_000);

const enter = async (who: string, look: Look): Promise<Reader> => {
  const reader = await newReader(opened.browser, opened.system.url, look);
  await signInAs(reader, who);
  return reader;
};
const button = ({ page, say: words }: Reader, key: string) =>
  page.getByRole("button", { name: words(key), exact: true });
const inLang = ({ say: words }: Reader, lang: "en" | "ar", key: string) =>
  words(`listing.in.${lang}`, { what: words(key) });
/** Somebody who has saved a new listing stands on its own page; the address changes a moment before the page does. */
const itsOwnPage = ({ page, say: words }: Reader) =>
  page.getByText(words("listing.made.title"), { exact: true }).waitFor();
const idIn = ({ page }: Reader): string => /\/listings\/((?:prd|svc)_\w+)/.exec(page.url())?.[1] ?? "";

/** A picture that can be made anew in other sizes. */
const photo = async (name: string, background: string) => ({
  ...{ name, mimeType: "image/png" },
  buffer: await sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer(),
});

/** Typed into the search of categories, taken by the keyboard. */
async function file(seller: Reader, typed: string): Promise<void> {
  const box = seller.page.getByRole("combobox", { name: seller.say("listing.category") });
  await box.fill(typed);
  await seller.page.getByRole("option").first().waitFor();
  await box.press("Enter");
}

test("whoever has never sold anything writes goods with two variants and pictures on a phone, and a buyer finds them", async () => {
  const seller = await enter("buyer-b", PHONE);
  const { page, say: words } = seller;
  await seller.open("/selling");
  await page.getByRole("heading", { name: words("workplace.setUp") }).waitFor();
  await expectGoodPage(seller);
  await page.getByRole("link", { name: words("workplace.item.pickup.do") }).click();
  await expectGoodPage(seller);
  for (const [name, text] of Object.entries({ line1: "7 Demo Lane", city: "Mysuru", postcode: "570001" }))
    await page.getByLabel(words(`pickup.${name}`)).fill(text);
  await button(seller, "pickup.save").click();
  await page.waitForURL(/\/selling$/);
  expect(await page.getByRole("link", { name: words("workplace.item.pickup.do") }).count()).toBe(0);

  await seller.open("/selling/listings");
  await expectGoodPage(seller);
  await page
    .getByRole("main")
    .getByRole("link", { name: words("listings.new") })
    .first()
    .click();
  await expectGoodPage(seller);
  await page.getByRole("link", { name: words("listings.kinds.physical") }).click();
  await page.waitForURL(/kind=physical/);
  await page.getByLabel(inLang(seller, "ar", "listing.title")).fill("سجادة صوف يدوية (تجريبي)");
  await file(seller, "سجاد");
  await button(seller, "listing.optionAdd").click();
  await page.getByLabel(inLang(seller, "ar", "listing.optionName")).fill("المقاس");
  await page.locator('[name="variant.0.choice.0.ar"]').fill("صغير");
  await page.locator('[name="variant.0.price"]').fill("4,999");
  await page.locator('[name="variant.1.choice.0.ar"]').fill("صغير");
  await page.locator('[name="variant.1.price"]').fill("8999.50");
  await page.locator('[name="variant.1.stock"]').fill("3");
  await expectGoodPage(seller);

  // Both are the same: it is said beside the variants, and what was typed stays.
  await button(seller, "listing.saveFirst").click();
  await page.getByText(words("listing.wrong.choices_twice")).waitFor();
  await page.locator('[name="variant.1.choice.0.ar"]').fill("كبير");
  await button(seller, "listing.saveFirst").click();
  await page.waitForURL(/\/selling\/listings\/prd_\w+\?made/);
  await itsOwnPage(seller);
  const id = idIn(seller);
  // Three per cent of each price go to the marketplace.
  const earned = page.getByRole("region", { name: words("earned.title") }).locator("tbody tr");
  await expect.poll(() => earned.count()).toBe(2);
  expect(await earned.first().innerText()).toMatch(/4,999\.00[\s\S]*149\.97[\s\S]*4,849\.03/);

  const chosen = page.getByLabel(words("listing.pictureAdd"));
  await chosen.setInputFiles([await photo("front.png", "#8a1c2b"), await photo("back.png", "#2a6f5e")]);
  await page.getByRole("button", { name: words("listing.picture.remove", { number: "2" }) }).waitFor();
  await chosen.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no picture") });
  await page.getByText(words("listing.pictureWrong.kind")).waitFor();
  await page.locator('[name^="alt."][name$=".ar"]').last().fill("ظهر السجادة");
  await page.getByRole("button", { name: words("listing.picture.up", { number: "2" }) }).click();
  await expect.poll(() => page.locator('[name^="alt."][name$=".ar"]').first().inputValue()).toBe("ظهر السجادة");
  const firstAfter = async () => (await api.get<Seen>("buyer-b", `/seller/listings/${id}`)).pictures[0]?.alt.ar;
  await expect.poll(firstAfter).toBe("ظهر السجادة");
  await page.locator("li[draggable] img").first().dragTo(page.locator("li[draggable] img").nth(1));
  await expect.poll(firstAfter).not.toBe("ظهر السجادة");
  await expectGoodPage(seller);

  // It is not complete: the fields that it lacks are marked, and it is saved.
  await button(seller, "listing.submit").click();
  await page.getByText(words("listing.wrong.description")).first().waitFor();
  await page.getByText(words("listing.wrong.weight")).waitFor();
  await expectGoodPage(seller);
  await page.getByLabel(inLang(seller, "ar", "listing.description")).fill("صوف خالص، عقدة بعقدة.");
  for (const [name, text] of Object.entries({ weight: "4200", length: "90", width: "25.5", height: "25" }))
    await page.locator(`[name="${name}"]`).fill(text);
  await button(seller, "listing.submit").click();
  await page.getByText(words("listings.shelf.under_review"), { exact: true }).waitFor();
  await expectGoodPage(seller);

  await api.post("support", `/admin/listings/${id}/reject`, { reason: "Which wool is it?" });
  await seller.open("/selling");
  await page.getByRole("link", { name: words("workplace.all.rejected_one") }).click();
  await page.getByText("Which wool is it?").waitFor();
  await expectGoodPage(seller);
  await seller.open(`/selling/listings/${id}`);
  await page.getByLabel(inLang(seller, "ar", "listing.description")).fill("صوف ماعز خالص.");
  await button(seller, "listing.submit").click();
  await page.getByText(words("listing.submitted.title"), { exact: true }).waitFor();
  await api.post("support", `/admin/listings/${id}/approve`);

  const buyer = await enter("buyer", DESKTOP);
  await buyer.open(`/products/${id}`);
  await buyer.page.getByRole("heading", { name: "سجادة صوف يدوية (تجريبي)" }).waitFor();
  await buyer.page.getByRole("link", { name: /كبير/ }).click();
  await buyer.page.getByText("₹8,999.50").first().waitFor();
  expect(await buyer.page.getByRole("button", { name: buyer.say("catalog.buy") }).count()).toBe(1);
  await buyer.page.getByLabel(buyer.say("shipping.postcode")).fill("560001");
  await buyer.page.getByRole("button", { name: buyer.say("shipping.show") }).click();
  await buyer.page.getByText(buyer.say("shipping.speed.standard"), { exact: true }).waitFor();
  await buyer.context.close();

  await restock(seller, id);
  expect(seller.complaints.filter((text) => !text.includes("422"))).toEqual([]);
  await seller.context.close();
});

type Seen = { stock: number; state: string; pictures: { alt: { ar: string } }[]; files: { name: string }[] };

/** In the list: one of two variants is counted anew, then it is off sale and on again. */
async function restock(seller: Reader, id: string): Promise<void> {
  const { page, say: words } = seller;
  await seller.open("/selling/listings?shelf=active");
  const row = page.getByRole("listitem").filter({ has: page.locator(`a[href$="/${id}"]`) });
  await row.locator("summary").click();
  await row.locator('input[name="stock"]').first().fill("12");
  await row.locator('button[value="stock"]').first().click();
  await expect.poll(async () => (await api.get<Seen>("buyer-b", `/seller/listings/${id}`)).stock).toBe(15);
  await expectGoodPage(seller);
  await row.getByRole("button", { name: words("listings.move.deactivate") }).click();
  await row.waitFor({ state: "detached" });
  await seller.open("/selling/listings?shelf=inactive&q=صوف");
  await row.getByRole("button", { name: words("listings.move.activate") }).click();
  await row.waitFor({ state: "detached" });
  expect((await api.get<Seen>("buyer-b", `/seller/listings/${id}`)).state).toBe("active");
  await page.getByRole("link", { name: words("listings.clear") }).waitFor();
}

test("files are uploaded, and a service is offered in packages; both are seen as buyers will see them", async () => {
  const seller = await enter("seller", DESKTOP);
  const { page, say: words } = seller;
  await seller.open("/selling/listings/new?kind=digital");
  await page.getByLabel(inLang(seller, "en", "listing.title")).fill("Naskh typeface (demo)");
  await page.getByLabel(inLang(seller, "en", "listing.description")).fill("Six weights.");
  await file(seller, "arabic fonts");
  await page.locator('[name="price"]').fill("1200");
  await expectGoodPage(seller);
  await button(seller, "listing.saveFirst").click();
  await page.waitForURL(/\?made/);
  await itsOwnPage(seller);
  const files = page.locator("#files");
  await files.locator("input[type=file]").setInputFiles({
    ...{ name: "licence.txt", mimeType: "text/plain", buffer: Buffer.from("One licence for one desk (demo).") },
  });
  await files.getByText(words("upload.done"), { exact: true }).waitFor();
  await button(seller, "listing.filesSave").click();
  await files.getByRole("checkbox", { name: /licence\.txt/ }).waitFor();
  await files
    .getByText(words("listing.scan.clean"))
    .or(files.getByText(words("listing.scan.unscanned")))
    .waitFor();
  // Nothing is measured that lies half below the header.
  await page.evaluate("window.scrollTo(0, 0)");
  await expectGoodPage(seller);
  await page.getByRole("link", { name: words("listing.preview") }).click();
  await page.getByText("licence.txt").waitFor();
  await expectGoodPage(seller);
  await page.getByRole("link", { name: words("listing.previewBack") }).click();
  await button(seller, "listing.submit").click();
  await page.getByText(words("listings.shelf.under_review"), { exact: true }).waitFor();
  await button(seller, "listings.move.withdraw").click();
  await page.getByText(words("listings.shelf.draft"), { exact: true }).waitFor();

  await seller.open("/selling/listings/new?kind=service");
  await page.getByLabel(inLang(seller, "en", "listing.title")).fill("Menus in Arabic (demo)");
  await file(seller, "translation into arabic");
  await button(seller, "listing.packageAdd").click();
  for (const [row, one] of [
    ["One page", "900", "2"],
    ["Ten pages", "7500", "9"],
  ].entries())
    for (const [place, field] of ["name.en", "price", "days"].entries())
      await page.locator(`[name="package.${row}.${field}"]`).fill(one[place] ?? "");
  await page.locator('[name="package.1.revisions"]').fill("2");
  await expectGoodPage(seller);
  await button(seller, "listing.saveFirst").click();
  await page.waitForURL(/svc_\w+\?made/);
  await itsOwnPage(seller);
  // What was typed and not saved is offered again.
  await page.locator('[name="package.1.price"]').fill("8000");
  await seller.open(`/selling/listings/${idIn(seller)}`);
  await button(seller, "listing.keptBack").click();
  expect(await page.locator('[name="package.1.price"]').inputValue()).toBe("8000");
  await button(seller, "listing.saveDraft").click();
  await page.getByText(words("listing.saved"), { exact: true }).waitFor();
  await page.getByRole("link", { name: words("listing.preview") }).click();
  await page.getByText("₹8,000").waitFor();
  await expectGoodPage(seller);
  await seller.open(`/selling/listings/${idIn(seller)}`);
  await button(seller, "listings.remove").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: words("listings.remove") })
    .click();
  await page.getByText(words("listings.removed")).waitFor();
  expect(seller.complaints.filter((text) => !text.includes("422"))).toEqual([]);
  await seller.context.close();
});

test("every page of the workplace is good on a phone, and orders and payments are found by where they stand", async () => {
  const seller = await enter("seller", { ...PHONE, theme: "light", width: 320 });
  for (const path of [
    ...["/selling/listings/new", "/selling/listings/new?kind=service", "/selling/listings?shelf=draft&q=zzzz"],
    ...["/selling/orders?tab=done&q=zzzz", "/selling/pickup-address"],
  ]) {
    await seller.open(path);
    await expectGoodPage(seller);
  }
  await seller.open("/selling?tab=transit");
  await seller.page.waitForURL(/\/selling\/orders\?tab=transit/);
  expect(seller.complaints).toEqual([]);
  await seller.context.close();
});

test("without a script a product is written, gets a row more, a picture, and is saved", async () => {
  const context = await opened.browser.newContext({ baseURL: opened.system.url, javaScriptEnabled: false });
  const page = await context.newPage();
  const words = (key: string, values?: Record<string, string>) => say("en", key, values);
  const press = (key: string) => page.getByRole("button", { name: words(key), exact: true }).click();
  await page.goto("/en/sandbox/sign-in");
  await page.locator('button[name="user"][value="seller"]').click();
  await page.goto("/en/selling/listings/new?kind=physical");
  await page.getByLabel(words("listing.in.en", { what: words("listing.title") })).fill("Brass tray (demo)");
  await page.getByLabel(words("listing.category")).selectOption("tableware");
  await press("listing.specAdd");
  await page.locator('[name="spec.0.name.en"]').fill("Metal");
  await press("listing.saveFirst");
  await page.getByText(words("listing.wrong.specValue")).waitFor();
  expect(await page.locator('[name="title.en"]').inputValue()).toBe("Brass tray (demo)");
  expect(await page.getByLabel(words("listing.category")).inputValue()).toBe("tableware");
  await page.locator('[name="spec.0.value.en"]').fill("Brass");
  await page.locator('[name="price"]').fill("649");
  await page.locator('[name="stock"]').fill("4");
  await press("listing.saveFirst");
  await page.getByText(words("listing.made.title")).waitFor();
  await page.getByLabel(words("listing.pictureAdd")).setInputFiles(await photo("tray.png", "#b8860b"));
  await press("listing.pictureSend");
  await page.getByRole("button", { name: words("listing.picture.remove", { number: "1" }) }).waitFor();
  await page.locator('#stock input[name="stock"]').fill("7");
  await page.locator('#stock button[value="stock"]').click();
  await expect.poll(() => page.locator('#stock input[name="stock"]').inputValue()).toBe("7");
  await page.locator('[name="price"]').fill("700");
  await press("listing.saveDraft");
  await page.getByText(words("listing.saved"), { exact: true }).waitFor();
  await page.goto("/en/selling/listings?shelf=draft&q=brass");
  await page.getByText("₹700").waitFor();
  await context.close();
});
