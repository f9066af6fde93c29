import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectGoodPage, newReader, say } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

let opened: Opened;
beforeAll(async () => {
  opened = await openSystem();
});
afterAll(async () => {
  await opened?.close();
});

const PAGES = [
  ...["/play", "/help", "/help/buyer", "/help/seller", "/help/operator"],
  ...[
    "/help/how/shipped_goods",
    "/help/how/disputes",
    "/play?deal=service&moves=gateway.payment_captured~seller.accept~wait.due",
  ],
];

describe.each([
  { lang: "en", theme: "light", width: 1280 },
  { lang: "ar", theme: "dark", width: 320 },
] as const)("what anybody may read, in $lang, $theme, at $width px", (look) => {
  test("is accessible, fits its window, and runs without a complaint", async () => {
    const reader = await newReader(opened.browser, opened.system.url, look);
    for (const path of PAGES) {
      await reader.open(path);
      await expectGoodPage(reader);
    }
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
  });
});

describe.each([true, false])("an escrow is played, with scripts: %s", (javaScriptEnabled) => {
  test("from the payment to the buyer's silence, and a move is taken back by going back", async () => {
    const context = await opened.browser.newContext({ baseURL: opened.system.url, javaScriptEnabled });
    const page = await context.newPage();
    const move = async (key: string): Promise<void> => {
      const before = page.url();
      await page.getByRole("link", { name: say("en", key), exact: true }).click();
      await page.waitForURL((url) => url.href !== before);
    };
    await page.goto("/en/play");
    await move("play.move.payment_captured");
    await page
      .getByText(say("en", "play.place.held", { amount: "\u2066₹348\u2069" }))
      .first()
      .waitFor();
    await move("play.move.dispatch");
    await move("play.move.delivered");
    await move("play.wait.due");
    await page.getByText(say("en", "event.lapse_inspection")).waitFor();
    await page.getByText(say("en", "play.over")).waitFor();
    await page.getByText(say("en", "play.end.released", { seller: "\u2066₹337.56\u2069" })).waitFor();
    await page.goBack();
    await page.getByRole("link", { name: say("en", "play.move.confirm_receipt"), exact: true }).waitFor();
    await context.close();
  });
});

test("what there is no help for is not found", async () => {
  for (const path of ["/en/help/lottery", "/ar/help/how/lottery"])
    expect((await fetch(opened.system.url + path)).status).toBe(404);
});
