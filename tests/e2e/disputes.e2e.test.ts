import type { Locator } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { expectGoodPage, type Look, newReader, type Reader, signInAs } from "./reader.ts";
import { picture, stageOf, tabTo } from "./rooms.ts";
import { type Opened, openSystem } from "./whole-system.ts";

let opened: Opened;
let stage: ReturnType<typeof stageOf>;
let buyer: Reader;
let seller: Reader;
let entered = false;

const DESKTOP: Look = { lang: "en", theme: "light", width: 1280 };
const PHONE: Look = { lang: "ar", theme: "dark", width: 390 };

const enter = async (who: string, look: Look): Promise<Reader> => {
  const reader = await newReader(opened.browser, opened.system.url, look);
  await signInAs(reader, who);
  return reader;
};

beforeAll(async () => {
  opened = await openSystem();
  stage = stageOf(opened.system);
}, 120_000);

beforeEach(async () => {
  if (entered) return;
  [buyer, seller] = [await enter("buyer", DESKTOP), await enter("seller", PHONE)];
  entered = true;
});

afterAll(async () => {
  await opened?.close();
}, 60_000);

const button = ({ page, say }: Reader, key: string, values: Record<string, string> = {}) =>
  page.getByRole("button", { name: say(key, values) });
const shown = ({ page, say }: Reader, key: string, values: Record<string, string> = {}) =>
  page.getByText(say(key, values)).first().waitFor();

test("a service is accepted, delivered with a file, changed once and accepted, in its own words", async () => {
  const id = await stage.servicePaid();
  await seller.open(`/orders/${id}`);
  await shown(seller, "of.service.headline.seller.escrow_locked");
  await expectGoodPage(seller);
  await button(seller, "action.accept").click();
  await shown(seller, "of.work.headline.seller.processing");

  await seller.page.getByLabel(seller.say("work.message")).fill("صفحة القائمة، مع الأسعار.");
  await seller.page.locator("#deliver input[type=file]").setInputFiles(picture("menu.png"));
  await seller.page.locator("#deliver").getByText(seller.say("upload.done"), { exact: true }).waitFor();
  await seller.page.getByLabel(seller.say("work.links")).fill("https://files.example.test/menu");
  await expectGoodPage(seller);
  await seller.page
    .locator("#deliver")
    .getByRole("button", { name: seller.say("work.send"), exact: true })
    .click();
  await shown(seller, "of.work.status.seller.delivered");

  await buyer.open(`/orders/${id}`);
  await shown(buyer, "of.work.headline.buyer.delivered");
  await buyer.page.getByRole("link", { name: /menu\.png/ }).waitFor();
  const file = await buyer.page.request.get(
    (await buyer.page.getByRole("link", { name: /menu\.png/ }).getAttribute("href")) ?? "",
  );
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "image/png"]);
  await expectGoodPage(buyer);
  await shown(buyer, "work.changesTitle", { number: "1", total: "1" });
  await buyer.page.getByLabel(buyer.say("work.changesText")).fill("Softer, and without the prices.");
  await button(buyer, "work.changesSend").click();
  await shown(buyer, "of.work.headline.buyer.revision_requested", { seller: "Deccan Looms (demo shop)" });

  // The seller's page changes by itself, and so does the thread.
  await shown(seller, "of.work.headline.seller.revision_requested", { buyer: "Asha (demo buyer)" });
  await buyer.page.getByLabel(buyer.say("thread.write")).fill("Take the time you need.");
  await button(buyer, "thread.send").click();
  await seller.page.getByText("Take the time you need.").waitFor();
  await buyer.page.getByText(buyer.say("thread.read"), { exact: true }).waitFor();
  await seller.page.getByLabel(seller.say("work.message")).fill("من دون الأسعار.");
  await seller.page
    .locator("#deliver")
    .getByRole("button", { name: seller.say("work.send"), exact: true })
    .click();
  await shown(seller, "of.work.status.seller.delivered");

  await shown(buyer, "work.delivery", { number: "2" });
  await shown(buyer, "work.noneLeft");
  await buyer.page.getByRole("button", { name: /^Accept the work/ }).click();
  await buyer.page
    .getByRole("dialog")
    .getByRole("button", { name: /^Release/ })
    .click();
  await shown(buyer, "of.work.headline.buyer.completed", { seller: "Deccan Looms (demo shop)" });
  for (const reader of [buyer, seller]) {
    await reader.open("/messages");
    await reader.page.getByText("Take the time you need.").waitFor();
    await expectGoodPage(reader);
    await reader.page.getByRole("main").getByRole("link").first().click();
    await shown(reader, "thread.about.order");
    await expectGoodPage(reader);
  }
});

test("a problem is asked about first, and ends with an amount that both agree on", async () => {
  const id = await stage.delivered();
  await buyer.open(`/orders/${id}`);
  await buyer.page.getByRole("link", { name: buyer.say("action.problem") }).click();
  await expectGoodPage(buyer);
  await buyer.page.getByRole("link", { name: buyer.say("triage.problem.damaged"), exact: true }).click();
  await shown(buyer, "triage.remedies");
  await expectGoodPage(buyer);
  await buyer.page.getByText(buyer.say("offer.make"), { exact: true }).click();
  await buyer.page.getByRole("textbox", { name: /Goes back to/ }).fill("100");
  await buyer.page.getByText("₹248.00").waitFor();
  await button(buyer, "offer.send").click();
  await shown(buyer, "offer.standing");
  await expectGoodPage(buyer);

  await seller.open(`/orders/${id}`);
  await shown(seller, "offer.standing");
  await expectGoodPage(seller);
  await button(seller, "offer.accept").click();
  const dialog = seller.page.getByRole("dialog", { name: seller.say("offer.acceptTitle") });
  await dialog.getByRole("button", { name: seller.say("offer.accept"), exact: true }).click();
  await shown(seller, "headline.seller.settled", { buyer: "Asha (demo buyer)" });
  await shown(buyer, "headline.buyer.settled", { seller: "Deccan Looms (demo shop)" });
  await buyer.page.getByRole("heading", { name: /₹100 went back to Asha/ }).waitFor();
});

test("a dispute goes by the keyboard alone from the complaint over offers and evidence to the last word", async () => {
  const id = await stage.delivered();
  const { page } = buyer;
  await buyer.open(`/orders/${id}/problem?what=not_as_agreed`);
  await tabTo(page, page.getByText(buyer.say("triage.remedy.dispute.go"), { exact: true }).last());
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("radio", { name: buyer.say("raise.kind.refund") }));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByLabel(buyer.say("raise.amount")));
  await page.keyboard.type("120");
  await tabTo(page, page.getByLabel(buyer.say("raise.text")));
  await page.keyboard.type("The listing says deep red. What came is brown.");
  await tabTo(page, button(buyer, "raise.send"));
  await expectGoodPage(buyer);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/disputes\/dsp_/);
  const room = new URL(page.url()).pathname.replace("/en", "");
  await expectGoodPage(buyer);

  await seller.open("/disputes");
  await expectGoodPage(seller);
  await seller.page.getByRole("main").getByRole("link", { name: /ORD-/ }).first().click();
  await shown(seller, "disputes.now.answer.mine");
  await expectGoodPage(seller);
  await pastePicture(seller.page.getByLabel(seller.say("disputes.answerText")), "pasted.png");
  await shown(seller, "upload.ready");
  await expectGoodPage(seller);
  await seller.page.getByLabel(seller.say("disputes.answerText")).fill("تختلف الأصباغ الطبيعية من دفعة إلى أخرى.");
  await button(seller, "disputes.answerSend").click();
  await shown(seller, "disputes.now.decision");
  await seller.page.getByRole("link", { name: /pasted\.png/ }).waitFor();
  await seller.page.getByText(seller.say("offer.make"), { exact: true }).click();
  const share = seller.page.getByRole("slider");
  await share.focus();
  await share.press("Home");
  await seller.page.getByRole("textbox", { name: /يعود إلى/ }).fill("60");
  await seller.page.getByText("₹279.36").waitFor();
  await button(seller, "offer.send").click();
  await shown(seller, "offer.standing");

  await buyer.page.getByText("₹60").first().waitFor();
  await tabTo(page, button(buyer, "offer.decline"));
  await page.keyboard.press("Enter");
  await shown(buyer, "offer.state.refused");
  const put = page.locator("#evidence");
  await put.locator("input[type=file]").setInputFiles(await photo("brown.png"));
  await hideTheMiddle(put.getByRole("listitem").filter({ hasText: "brown.png" }));
  await put.getByText("brown-redacted.png").waitFor();
  await tabTo(page, page.getByLabel(buyer.say("disputes.evidenceText")));
  await page.keyboard.type("By daylight, beside the listing.");
  await tabTo(page, button(buyer, "disputes.put"));
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Saved in the file" }).waitFor();
  await put.getByRole("link", { name: /brown-redacted\.png/ }).waitFor();
  const sent = seller.page.getByRole("link", { name: /brown-redacted\.png/ });
  await sent.waitFor();
  const bytes = await (await seller.page.request.get((await sent.getAttribute("href")) ?? "")).body();
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  expect([pixel(200, 150), pixel(20, 20)]).toEqual([[0, 0, 0], BROWN]);
  await expectGoodPage(buyer);

  await decide("arbiter", { lang: "en", theme: "dark", width: 1280 }, room, "release");
  await shown(buyer, "disputes.now.appeal_window");
  await shown(buyer, "disputes.appealHint");
  await expectGoodPage(buyer);
  await tabTo(page, page.getByLabel(buyer.say("disputes.appealText")));
  await page.keyboard.type("The picture by daylight was not looked at.");
  await tabTo(page, page.getByRole("button", { name: buyer.say("disputes.appealSend"), exact: true }));
  await page.keyboard.press("Enter");
  await shown(buyer, "disputes.appealedByYou");

  await decide("arbiter-b", { lang: "ar", theme: "light", width: 390 }, room, "split");
  await shown(buyer, "disputes.now.closed");
  await shown(buyer, "disputes.secondDecision");
  await shown(buyer, "disputes.final");
  await shown(seller, "disputes.now.closed");
  for (const reader of [buyer, seller]) {
    await expectGoodPage(reader);
    await reader.open("/help/how/disputes");
    await shown(reader, "pastCases.title");
    await expectGoodPage(reader);
    expect(reader.complaints).toEqual([]);
  }
});

const BROWN = [139, 69, 19];
/** A picture that a browser can draw anew. */
const photo = async (name: string) => {
  const [r, g, b] = BROWN;
  const create = { width: 400, height: 300, channels: 3 as const, background: { r, g, b } };
  return { name, mimeType: "image/png", buffer: await sharp({ create }).png().toBuffer() };
};

/** By keys alone: a part in the middle, moved there and back. */
async function hideTheMiddle(row: Locator): Promise<void> {
  const { page } = buyer;
  await tabTo(page, row.getByRole("button", { name: /^Look closer/ }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: buyer.say("redact.title") });
  await tabTo(page, dialog.getByRole("button", { name: buyer.say("redact.add") }));
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByRole("button", { name: /^Part 1/ }));
  for (const key of ["ArrowUp", "ArrowDown", "Shift+ArrowRight"]) await page.keyboard.press(key);
  await dialog.getByText("32 × 15%").waitFor();
  await expectGoodPage(buyer);
  await tabTo(page, dialog.getByRole("button", { name: buyer.say("redact.use") }));
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
}

/** As a browser does when something was cut from the screen; what holds the cursor hears of it. */
async function pastePicture(field: Locator, name: string): Promise<void> {
  await field.focus();
  await field.page().evaluate(`{
    const clipboardData = new DataTransfer();
    const bytes = new Uint8Array(${JSON.stringify([...picture(name).buffer])});
    clipboardData.items.add(new File([bytes], ${JSON.stringify(name)}, { type: "image/png" }));
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }`);
}

/** An arbiter takes the case, speaks to both, keeps a note that neither sees, and decides. */
async function decide(who: string, look: Look, room: string, outcome: "release" | "split"): Promise<void> {
  const arbiter = await enter(who, look);
  const { page, say } = arbiter;
  await arbiter.open("/disputes-desk");
  await expectGoodPage(arbiter);
  await arbiter.open(room.replace("/disputes/", "/disputes-desk/"));
  await shown(arbiter, "pastCases.similar");
  await button(arbiter, "disputesDesk.take").click();
  await page.getByLabel(say("thread.writeToBoth")).waitFor();
  await page.getByLabel(say("disputesDesk.note")).fill(`canary-of-${who}`);
  await button(arbiter, "disputesDesk.noteSend").click();
  await page.getByText(`canary-of-${who}`, { exact: true }).waitFor();
  await page.getByLabel(say("thread.writeToBoth")).fill(`${who} has read the file.`);
  await button(arbiter, "thread.send").click();
  await buyer.page.getByText(`${who} has read the file.`).waitFor();
  expect(await buyer.page.getByText("canary-of").count()).toBe(0);

  await page.getByRole("radio", { name: say("disputesDesk.upheld"), exact: true }).check();
  await page.getByLabel(say("disputesDesk.why")).fill("The pictures show it.");
  await page.locator(`input[name="outcome"][value="${outcome}"]`).check();
  if (outcome === "split") {
    await page.locator('input[name="refund"]').fill("120");
    await page.getByText("₹221.16").waitFor();
  }
  await page.getByLabel(say("disputesDesk.reasons")).fill("Both were heard, and the file was read.");
  await expectGoodPage(arbiter);
  await button(arbiter, "disputesDesk.send").click();
  await shown(arbiter, outcome === "split" ? "disputes.final" : "disputes.carried");
  await expectGoodPage(arbiter);
  expect(arbiter.complaints).toEqual([]);
  await arbiter.context.close();
}
