import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPushService } from "../notices/push-service.ts";
import { alive, expectGoodPage, type Look, newReader, type Reader, signInAs } from "./reader.ts";
import { picture, stageOf } from "./rooms.ts";
import { type Opened, openSystem } from "./whole-system.ts";

let opened: Opened;
let system: Opened["system"];
let browser: Opened["browser"];
let stage: ReturnType<typeof stageOf>;

beforeAll(async () => {
  // The push service of this walk is on this machine.
  opened = await openSystem({ wholeBrowser: true, env: { AMANA_WEBHOOK_PRIVATE_ADDRESSES: "allow" } });
  ({ system, browser } = opened);
  stage = stageOf(system);
});

afterAll(async () => {
  await opened?.close();
});

const DESKTOP: Look = { lang: "en", theme: "light", width: 1280, serviceWorker: true };
const PHONE: Look = { lang: "ar", theme: "dark", width: 390, serviceWorker: true };
const PATIENCE = { timeout: 30_000 };

const button = ({ page, say }: Reader, key: string) => page.getByRole("button", { name: say(key), exact: true });
const shown = ({ page, say }: Reader, key: string) => page.getByText(say(key), { exact: false }).first().waitFor();

/** Which pages the browser keeps for its reader. */
const keptPages = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("amana-pages-"));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  })()`);

const untilKept = ({ page, lang }: Reader, path: string) =>
  expect.poll(() => keptPages(page), PATIENCE).toContain(`/${lang}${path}`);

/** What the server has of what was said about an order. */
async function saidOn(order: string): Promise<string[]> {
  type List<T> = { data: T[] };
  const { data } = await stage.api.get<List<{ id: string }>>("seller", `/conversations?about=${order}`);
  const [conversation] = data;
  if (!conversation) return [];
  const path = `/conversations/${conversation.id}/messages?limit=50`;
  const said = await stage.api.get<List<{ text: string }>>("seller", path);
  return said.data.map(({ text }) => text);
}

async function write(reader: Reader, text: string): Promise<void> {
  await reader.page.getByLabel(reader.say("thread.write")).fill(text);
  await button(reader, "thread.send").click();
}

/** As somebody who taps links on his phone: no address is typed. */
async function goOffline({ context, page, say }: Reader): Promise<void> {
  await context.setOffline(true);
  await page.getByText(say("waiting.offline")).waitFor();
}

describe.each([DESKTOP, PHONE])("without a connection in $lang, $theme, $width px wide", (look) => {
  test("orders and messages are read, a parcel is sent off and words are written: sent once when it is back", async () => {
    const order = await stage.paid();
    const seller = await newReader(browser, system.url, look);
    const { page, lang } = seller;
    await signInAs(seller, "seller");
    await seller.open("/selling");
    await untilKept(seller, `/orders/${order}/dispatch`);
    await untilKept(seller, "/wallet");
    await goOffline(seller);

    await page.locator(`a[href="/${lang}/orders/${order}/dispatch"]`).first().click();
    await page.waitForURL(/\/dispatch$/);
    await alive(page);
    await button(seller, "dispatch.addressOk").click();
    await button(seller, "dispatch.book").click();
    await shown(seller, "waiting.kind.dispatch");
    await shown(seller, "waiting.waits");
    await expectGoodPage(seller);

    await seller.open(`/orders/${order}`);
    await write(seller, "It leaves today.");
    await page.locator("li[data-waiting]", { hasText: "It leaves today." }).waitFor();
    await page.getByRole("link", { name: seller.say("waiting.see") }).click();
    await page.waitForURL(/\/waiting$/);
    await alive(page);
    await expect.poll(() => page.locator("main article").count(), PATIENCE).toBe(2);
    await expectGoodPage(seller);
    expect(await saidOn(order)).toEqual([]);

    await seller.context.setOffline(false);
    await expect.poll(() => saidOn(order), PATIENCE).toEqual(["It leaves today."]);
    await expect.poll(async () => (await stage.api.order("seller", order)).shipment?.status, PATIENCE).not.toBe(null);
    await shown(seller, "waiting.none");
    expect(await saidOn(order)).toEqual(["It leaves today."]);
    await seller.open(`/orders/${order}`);
    await page.getByText("It leaves today.").waitFor();
    await seller.context.close();
  });
});

test("a page that was not kept says so, and what moves money is not sent and not kept for later", async () => {
  const order = await stage.delivered();
  const buyer = await newReader(browser, system.url, PHONE);
  const { page, context, say } = buyer;
  await signInAs(buyer, "buyer");
  await buyer.open(`/orders/${order}`);
  await untilKept(buyer, `/orders/${order}`);
  await untilKept(buyer, "/waiting");
  await goOffline(buyer);
  await page.locator("button[aria-haspopup=dialog], button[command=show-modal]").first().click();
  await page.locator("dialog[open] button[type=submit]").click();
  await page.getByText(say("waiting.notSentText")).waitFor();
  await page.keyboard.press("Escape");
  await expectGoodPage(buyer);
  expect((await stage.api.order("buyer", order)).status).toBe("delivered");

  await page.goto(`/ar/browse`);
  await page.getByRole("heading", { name: say("waiting.readable") }).waitFor();
  await expectGoodPage(buyer);
  await page
    .getByRole("link", { name: say("waiting.page.orders") })
    .last()
    .click();
  await page.waitForURL(/\/orders$/);
  await alive(page);
  await context.setOffline(false);
  await buyer.open(`/orders/${order}`);
  expect((await stage.api.order("buyer", order)).status).toBe("delivered");
  await context.close();
});

test("a window that is closed between the sending and the answer has sent once", async () => {
  const order = await stage.paid();
  const seller = await newReader(browser, system.url, DESKTOP);
  const { page, context } = seller;
  await signInAs(seller, "seller");
  await seller.open(`/orders/${order}`);
  const keys: string[] = [];
  await context.route("**/api/v1/conversations", async (route) => {
    keys.push((await route.request().allHeaders())["idempotency-key"] ?? "");
    // The server has done it, and nobody is told.
    if (keys.length === 1) await route.fetch().then(() => page.close());
    else await route.continue();
  });
  await write(seller, "Sent before the window was closed.");
  await expect.poll(() => page.isClosed(), PATIENCE).toBe(true);
  expect(await saidOn(order)).toEqual(["Sent before the window was closed."]);

  const again = { ...seller, page: await context.newPage() };
  await again.page.goto(`/en/orders/${order}`);
  await expect.poll(() => keys.length, PATIENCE).toBe(2);
  await expect.poll(() => again.page.locator("li[data-waiting]").count(), PATIENCE).toBe(0);
  expect(keys[0]).toBe(keys[1]);
  expect(await saidOn(order)).toEqual(["Sent before the window was closed."]);
  await context.close();
});

test("what waits is sent by nobody else: signed out it asks to sign in, and to another it is not there", async () => {
  const order = await stage.delivered();
  const { id: dispute } = await stage.api.post<{ id: string }>("buyer", `/orders/${order}/dispute`, {
    ...{ problem: "damaged", claims: [{ kind: "refund" }], text: "The lamp came in pieces." },
  });
  const buyer = await newReader(browser, system.url, DESKTOP);
  const { page, context, say } = buyer;
  await signInAs(buyer, "buyer");
  await buyer.open(`/disputes/${dispute}`);
  await untilKept(buyer, `/disputes/${dispute}`);
  await goOffline(buyer);
  const file = page.locator("#evidence");
  await file.getByLabel(say("disputes.evidenceText")).fill("It arrived like this.");
  await file.locator('input[type="file"]').first().setInputFiles(picture("pieces.png"));
  await page.getByText(say("upload.ready")).waitFor();
  await button(buyer, "disputes.put").click();
  await shown(buyer, "waiting.kind.evidence");
  await expectGoodPage(buyer);

  await context.clearCookies({ name: "amana_session" });
  await context.setOffline(false);
  await shown(buyer, "waiting.signIn");
  await signInAs(buyer, "buyer-b");
  await buyer.open("/waiting");
  await shown(buyer, "waiting.none");
  expect(await keptPages(page)).not.toContain(`/en/disputes/${dispute}`);
  const evidence = async () => {
    const { evidence } = await stage.api.get<{ evidence: { text: string; files: unknown[] }[] }>(
      "buyer",
      `/disputes/${dispute}`,
    );
    return evidence.filter(({ text }) => text === "It arrived like this.").map(({ files }) => files.length);
  };
  expect(await evidence()).toEqual([]);
  await signInAs(buyer, "buyer");
  await buyer.open("/waiting");
  await expect.poll(evidence, PATIENCE).toEqual([1]);
  await shown(buyer, "waiting.none");
  expect(await evidence()).toEqual([1]);
  await context.close();
});

/** Headless Chromium has no push service: the one of this walk stands in for it, and all else is the browser's own. */
async function withPushService({ context }: Reader, subscription: object): Promise<void> {
  await context.grantPermissions(["notifications"], { origin: system.url });
  const content = `(() => {
    let current = null;
    const made = { toJSON: () => (${JSON.stringify(subscription)}), unsubscribe: async () => { current = null; return true; } };
    PushManager.prototype.subscribe = async () => { current = made; return made; };
    PushManager.prototype.getSubscription = async () => current;
    Object.defineProperty(Notification, "permission", { get: () => "granted" });
    Notification.requestPermission = async () => "granted";
  })()`;
  await context.addInitScript({ content });
}

describe.each([DESKTOP, PHONE])("settings in $lang, $theme, $width px wide", (look) => {
  test("a name, a calendar, what is told of, a device that is told, a company, an endpoint with its test", async () => {
    const service = await startPushService(() => Date.now());
    const reader = await newReader(browser, system.url, look);
    const { page, say, lang } = reader;
    const { key } = await stage.api.get<{ key: string }>("seller", "/push-key");
    await withPushService(reader, await service.subscribe(`phone-${lang}`, key));
    await signInAs(reader, "seller");

    await reader.open("/settings");
    await expectGoodPage(reader);
    await page.getByLabel(say("settings.phone")).fill("12");
    await page.getByRole("button", { name: say("settings.save") }).click();
    await page.getByText(say("settings.phoneWrong")).waitFor();
    await page.getByLabel(say("settings.phone")).fill("+91 98450 00001");
    await page.getByRole("button", { name: say("settings.save") }).click();
    await page.getByText(say("settings.saved"), { exact: true }).waitFor();
    await page.getByText(say("settings.calendars.hijri")).click();
    await reader.open("/settings/company");
    await companyWalk(reader);
    await page
      .locator("time", { hasText: lang === "ar" ? "هـ" : "AH" })
      .first()
      .waitFor();
    await expectGoodPage(reader);

    await reader.open("/settings/notifications");
    await expectGoodPage(reader);
    const orders = `${say("settings.group.messages")}, ${say("settings.channel.push")}`;
    await page.getByRole("checkbox", { name: orders }).uncheck();
    await page.getByRole("button", { name: say("settings.save") }).click();
    await page.getByText(say("settings.saved"), { exact: true }).waitFor();
    const preferences = await stage.api.get<{ push: object }>("seller", "/users/me/notification-preferences");
    expect(preferences.push).toEqual({ orders: true, payments: true, messages: false, account: true });
    await page.getByRole("button", { name: say("settings.pushOn") }).click();
    await page.getByText(say("settings.here.on")).waitFor();
    await expectGoodPage(reader);
    await stage.paid();
    await expect.poll(() => service.arrived.length, PATIENCE).toBeGreaterThan(0);
    expect(service.refused).toEqual([]);

    await reader.open("/settings/webhooks");
    await endpointWalk(reader);
    await reader.open("/settings/privacy");
    await page.getByText(say("settings.noDisclosures")).waitFor();
    await expectGoodPage(reader);
    await reader.context.close();
    await service.stop();
  });
});

async function companyWalk(reader: Reader): Promise<void> {
  const { page, say } = reader;
  await expectGoodPage(reader);
  // All that is wrong is said at once, and one stands in the first of it.
  await page.getByLabel(say("settings.legalName")).last().fill(" ");
  await page.getByLabel(say("settings.country"), { exact: false }).last().fill("9");
  await page.getByLabel(say("settings.taxNumber"), { exact: false }).last().fill("???");
  await page.getByRole("button", { name: say("settings.found") }).click();
  for (const field of ["legalName", "country", "taxNumber"])
    await page
      .getByText(say(`settings.wrong.${field}`))
      .last()
      .waitFor();
  await page.locator('input[name="legalName"]:focus').waitFor();
  await expectGoodPage(reader);
  await page.getByLabel(say("settings.taxNumber"), { exact: false }).last().fill("");
  await page.getByLabel(say("settings.legalName")).last().fill(`Deccan Looms ${reader.lang} (demo)`);
  await page.getByLabel(say("settings.country"), { exact: false }).last().fill("in");
  await page.getByRole("button", { name: say("settings.found") }).click();
  await page.getByText(say("settings.founded")).waitFor();
  await page.getByText(say("settings.companyChange")).first().click();
  await page.getByLabel(say("settings.legalName")).first().fill(`Deccan Looms and Sons ${reader.lang} (demo)`);
  await page
    .getByRole("button", { name: say("settings.change"), exact: true })
    .first()
    .click();
  await page.getByText(say("settings.companyChanged")).waitFor();
  await page.getByRole("heading", { name: `Deccan Looms and Sons ${reader.lang} (demo)` }).waitFor();
  await page.getByLabel(say("settings.inviteEmail")).first().fill("colleague@example.test");
  await page
    .getByRole("button", { name: say("settings.invite"), exact: true })
    .first()
    .click();
  await page.getByText(say("settings.invited")).waitFor();
  await page
    .getByRole("button", { name: say("settings.takeBack") })
    .first()
    .waitFor();
}

async function endpointWalk(reader: Reader): Promise<void> {
  const { page, say } = reader;
  await expectGoodPage(reader);
  await page.getByLabel(say("settings.url"), { exact: false }).first().fill("ftp://example.test/in");
  await page.getByRole("button", { name: say("settings.addEndpoint") }).click();
  await page.getByText(say("settings.urlWrong")).waitFor();
  await page.getByLabel(say("settings.url"), { exact: false }).first().fill("http://127.0.0.1:9/in");
  await page.getByRole("button", { name: say("settings.addEndpoint") }).click();
  await page.getByText(say("settings.secretTitle")).waitFor();
  await expectGoodPage(reader);
  await page
    .getByRole("button", { name: say("settings.do.endpoint-test") })
    .first()
    .click();
  await page.getByText(say("settings.did.endpoint-test")).waitFor();
  await page.locator("a[href*='/settings/webhooks/']").first().click();
  await page.getByText("webhook.test").waitFor();
  await expectGoodPage(reader);
}
