import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alive, expectGoodPage, type Look, newReader, type Reader, say, signInAs } from "./reader.ts";
import { stageOf } from "./rooms.ts";
import { type Opened, openSystem } from "./whole-system.ts";

let opened: Opened;
let stage: ReturnType<typeof stageOf>;
let order: string;

beforeAll(async () => {
  opened = await openSystem({ wholeBrowser: true });
  stage = stageOf(opened.system);
  order = await stage.paid();
});

afterAll(async () => {
  await opened?.close();
});

const DESKTOP: Look = { lang: "en", theme: "light", width: 1280, serviceWorker: true };
const PHONE: Look = { lang: "ar", theme: "dark", width: 390, serviceWorker: true };
const PATIENCE = { timeout: 30_000 };

const button = ({ page, say }: Reader, key: string) => page.getByRole("button", { name: say(key), exact: true });
const scriptOf = ({ page }: Reader) =>
  page.evaluate<string>("new URL(navigator.serviceWorker.controller?.scriptURL ?? location).search");

/** Somebody whose pages the service worker answers for. */
async function enter(who: string, look: Look, path: string): Promise<Reader> {
  const reader = await newReader(opened.browser, opened.system.url, look);
  await reader.context.addInitScript({ content: NEWEST });
  await signInAs(reader, who);
  await reader.open(path);
  await expect.poll(() => reader.page.evaluate("navigator.serviceWorker.controller !== null"), PATIENCE).toBe(true);
  return reader;
}

/** For the browser a worker at another address is another version, as one with other bytes would be: there is only the newest. */
const NEWEST = `(() => {
  const container = ServiceWorkerContainer.prototype;
  const { register } = container;
  container.register = function () { return register.call(this, "/sw.js" + (localStorage.getItem("version") ?? "")); };
})()`;

async function nextVersion(reader: Reader, name: string): Promise<void> {
  await reader.page.evaluate(
    `localStorage.setItem("version", "?${name}"); navigator.serviceWorker.register("/sw.js").then(() => {})`,
  );
  await reader.page.getByText(reader.say("waiting.newVersion")).waitFor(PATIENCE);
}

async function takeIt(reader: Reader, name: string): Promise<void> {
  const read = reader.page.waitForEvent("load");
  await button(reader, "waiting.reload").click();
  await read;
  await alive(reader.page);
  await expect.poll(() => scriptOf(reader), PATIENCE).toBe(`?${name}`);
}

test("a new version is offered and taken, and nothing typed is lost", async () => {
  const buyer = await enter("buyer", PHONE, `/orders/${order}`);
  const { page, say } = buyer;
  await nextVersion(buyer, "second");
  await expectGoodPage(buyer);
  await page.getByLabel(say("thread.write")).fill("Is it on its way?");
  await takeIt(buyer, "second");
  expect(await page.getByLabel(say("thread.write")).inputValue()).toBe("Is it on its way?");

  await buyer.open("/settings");
  const name = page.getByLabel(say("settings.name"));
  await name.fill("Asha the second (demo)");
  await page.getByLabel(say("settings.phone")).fill("+91 98450 00001");
  await nextVersion(buyer, "third");
  await button(buyer, "waiting.reload").click();
  await page.getByText(say("waiting.typedFirst")).waitFor();
  expect(await name.inputValue()).toBe("Asha the second (demo)");
  expect(await scriptOf(buyer)).not.toBe("?third");
  await button(buyer, "settings.save").click();
  await page.getByText(say("settings.saved"), { exact: true }).waitFor();
  await takeIt(buyer, "third");
  expect(buyer.complaints).toEqual([]);
  await buyer.context.close();
});

/** The browser's own desk for service workers, with the id of ours. */
async function workersOf({ context, page }: Reader): Promise<{ desk: CDPSession; registrationId: string }> {
  const desk = await context.newCDPSession(page);
  const seen = new Promise<string>((resolve) => {
    desk.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(opened.system.url));
      if (ours) resolve(ours.registrationId);
    });
  });
  await desk.send("ServiceWorker.enable");
  return { desk, registrationId: await seen };
}

async function saidAboutIt(): Promise<string[]> {
  const { data } = await stage.api.get<{ data: { id: string }[] }>("seller", `/conversations?about=${order}`);
  const [conversation] = data;
  if (!conversation) return [];
  const said = await stage.api.get<{ data: { text: string }[] }>(
    "seller",
    `/conversations/${conversation.id}/messages`,
  );
  return said.data.map(({ text }) => text);
}

test("what waits is sent once by the service worker when the connection is back and no page is open", async () => {
  const seller = await enter("seller", DESKTOP, `/orders/${order}`);
  const { page, context, say } = seller;
  await context.setOffline(true);
  await page.getByText(say("waiting.offline")).waitFor();
  await page.getByLabel(say("thread.write")).fill("It leaves tonight.");
  await button(seller, "thread.send").click();
  await page.locator("li[data-waiting]", { hasText: "It leaves tonight." }).waitFor();
  const tags = "navigator.serviceWorker.ready.then(({ sync }) => sync.getTags())";
  expect(await page.evaluate<string[]>(tags)).toEqual(["amana-waiting"]);

  const blank = await context.newPage();
  const { desk, registrationId } = await workersOf({ ...seller, page: blank });
  await page.close();
  await context.setOffline(false);
  expect(await saidAboutIt()).not.toContain("It leaves tonight.");
  // The browser tries again after minutes; here it is told that the moment has come.
  const sync = { origin: opened.system.url, registrationId, tag: "amana-waiting", lastChance: false };
  await desk.send("ServiceWorker.dispatchSyncEvent", sync);
  await expect.poll(saidAboutIt, PATIENCE).toContain("It leaves tonight.");
  await desk.send("ServiceWorker.dispatchSyncEvent", sync);
  await blank.goto("/en/waiting");
  await blank.getByText(say("waiting.none")).waitFor();
  expect((await saidAboutIt()).filter((text) => text === "It leaves tonight.")).toHaveLength(1);
  await context.close();
});

/** What a browser does when it finds that the app can be installed. */
const OFFER = `(() => {
  const offer = new Event("beforeinstallprompt", { cancelable: true });
  window.prompted = 0;
  offer.prompt = async () => { window.prompted += 1; };
  window.dispatchEvent(offer);
  return offer.defaultPrevented;
})()`;

test("the app is offered for installation when the browser says so, once, to who is signed in and looks around", async () => {
  const buyer = await newReader(opened.browser, opened.system.url, PHONE);
  const { page, say } = buyer;
  const offered = page.getByText(say("waiting.installText"));
  await buyer.open("/browse");
  expect(await page.evaluate(OFFER)).toBe(true);
  await signInAs(buyer, "buyer");
  await buyer.open("/browse");
  expect(await offered.count()).toBe(0);
  expect(await page.evaluate(OFFER)).toBe(true);
  expect(await offered.count()).toBe(0);
  await page.locator('main a[href^="/ar/products/"]').first().click();
  await offered.waitFor();
  await expectGoodPage(buyer);
  await button(buyer, "waiting.install").click();
  await offered.waitFor({ state: "hidden" });
  expect(await page.evaluate("window.prompted")).toBe(1);
  await page.goBack();
  expect(await page.evaluate(OFFER)).toBe(true);
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))");
  expect(await offered.count()).toBe(0);
  await buyer.context.close();
});

test("a pushed notice is shown in its reader's language, and a click on it opens its page", async () => {
  const buyer = await enter("buyer", PHONE, "/orders");
  const { page, context } = buyer;
  await context.grantPermissions(["notifications"], { origin: opened.system.url });
  const { desk, registrationId } = await workersOf(buyer);
  const notice = { title: "أُرسل طلبك", text: "هو في الطريق.", page: `/orders/${order}`, lang: "ar", id: "ntf_1" };
  const push = { origin: opened.system.url, registrationId };
  await desk.send("ServiceWorker.deliverPushMessage", { ...push, data: JSON.stringify(notice) });
  const [worker] = context.serviceWorkers();
  const shown = "registration.getNotifications().then((all) => all.map(({ title, body, dir }) => [title, body, dir]))";
  await expect.poll(() => worker?.evaluate(shown), PATIENCE).toEqual([[notice.title, notice.text, "rtl"]]);
  // Only a person's own click may open a window; what our worker asks for is written down instead.
  await worker?.evaluate(`(async () => {
    self.wanted = [];
    self.clients.openWindow = async (url) => { self.wanted.push(url); };
    const [notification] = await registration.getNotifications();
    self.dispatchEvent(new NotificationEvent("notificationclick", { notification }));
  })()`);
  const wanted = `${opened.system.url}/ar/orders/${order}`;
  await expect.poll(() => worker?.evaluate("self.wanted"), PATIENCE).toEqual([wanted]);
  await expect.poll(() => worker?.evaluate(shown), PATIENCE).toEqual([]);
  await page.goto(wanted);
  await expectGoodPage(buyer);
  await context.close();
});

test("without JavaScript: colours and a calendar are chosen by plain forms, and the language by a link", async () => {
  const { browser, system } = opened;
  const context = await browser.newContext({ baseURL: system.url, javaScriptEnabled: false, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto("/en/sandbox/sign-in");
  await page.locator('button[name="user"][value="buyer"]').click();
  await page.goto("/en/settings");
  const choose = async (lang: "en" | "ar", key: string) => {
    await page.getByRole("radio", { name: say(lang, key) }).check();
    const form = page.locator("form", { has: page.getByRole("radio", { name: say(lang, key) }) });
    await form.getByRole("button", { name: say(lang, "settings.save") }).click();
    await page.waitForLoadState();
    expect(await page.getByRole("radio", { name: say(lang, key) }).isChecked()).toBe(true);
  };
  await choose("en", "settings.themes.dark");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.locator("header a[hreflang=ar]").click();
  await page.waitForURL(/\/ar\/settings$/);
  await choose("ar", "settings.calendars.hijri");
  await choose("ar", "settings.themes.light");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
  await page.goto(`/ar/orders/${order}`);
  await page.locator("time", { hasText: "هـ" }).first().waitFor();
  await context.close();
});
