import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { alive, expectGoodPage, type Look, newReader, type Reader, say, signInAs } from "./reader.ts";
import { stageOf } from "./rooms.ts";
import { payWith } from "./sale.ts";
import { type Opened, openSystem } from "./whole-system.ts";

let opened: Opened;
let stage: ReturnType<typeof stageOf>;
let client: Reader;
let freelancer: Reader;
let entered = false;

const DESKTOP: Look = { lang: "en", theme: "light", width: 1280 };
const PHONE: Look = { lang: "ar", theme: "dark", width: 390 };
const CLIENT = "Asha (demo buyer)";
const FREELANCER = "Deccan Looms (demo shop)";
const TITLE = "شعار لمتجر شاي";

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
  [client, freelancer] = [await enter("buyer", PHONE), await enter("seller", DESKTOP)];
  entered = true;
});

afterAll(async () => {
  await opened?.close();
}, 60_000);

type Values = Record<string, string>;
const button = ({ page, say }: Reader, key: string, values: Values = {}) =>
  page.getByRole("button", { name: say(key, values), exact: true });
const link = ({ page, say }: Reader, key: string, values: Values = {}) =>
  page
    .getByRole("main")
    .getByRole("link", { name: say(key, values), exact: true })
    .first();
const shown = ({ page, say }: Reader, key: string, values: Values = {}) =>
  page.getByText(say(key, values)).first().waitFor();
const field = ({ page, say }: Reader, key: string) => page.getByLabel(say(key)).first();
const pathOf = ({ page, lang }: Reader) => new URL(page.url()).pathname.replace(`/${lang}`, "");
const inr = (amount: number) => ({ amount, currency: "INR" });

test("from the brief over two proposals and two milestones to the end of the contract", {
  timeout: 240_000,
}, async () => {
  const project = await describeProject();
  await offerOf("seller-b", project);
  await offerByForm(project);
  const contract = await takeTheBetter(project);
  await payMilestone(contract, "1");
  await deliver(contract, "Three drafts.");
  await changeAndRelease(contract);
  await payMilestone(contract, "2");
  await deliver(contract, "All files.");
  await release(contract);
  await shown(client, "contracts.headline.client.completed", { freelancer: FREELANCER });
  await shown(freelancer, "contracts.headline.freelancer.completed");
  for (const reader of [client, freelancer]) {
    await expectGoodPage(reader);
    for (const path of ["/projects/mine", "/proposals", "/proposals?show=accepted", "/contracts", "/projects?q=zzzz"]) {
      await reader.open(path);
      await expectGoodPage(reader);
    }
    expect(reader.complaints).toEqual([]);
  }
});

/** In Arabic, on a phone: a draft with a slip, put right, published, and moved to a later day. */
async function describeProject(): Promise<string> {
  const { page, say } = client;
  await client.open("/projects");
  await expectGoodPage(client);
  await link(client, "projects.write").click();
  await page.getByRole("heading", { name: say("projects.newTitle"), level: 1 }).waitFor();
  await expectGoodPage(client);
  await page.locator('input[name="title"]').fill(TITLE);
  await page.locator('textarea[name="description"]').fill("لونان فقط، بالعربية والإنجليزية.");
  await page.locator('select[name="category"]').selectOption("logo-design");
  await page.locator('input[name="skills"]').fill("رسم، خط عربي");
  await page.locator('input[name="min"]').fill("٢٬٠٠٠");
  await page.locator('input[name="max"]').fill("1500");
  await button(client, "projects.saveDraft").click();
  await shown(client, "projects.field.budget");
  await page.locator('input[name="max"]').fill("3500");
  await button(client, "projects.saveDraft").click();
  await shown(client, "projects.now.draft");
  await expectGoodPage(client);
  await button(client, "projects.publish").click();
  await shown(client, "projects.now.open");
  return pathOf(client).split("/").at(-1) ?? "";
}

/** What another freelancer offers, over HTTP. */
async function offerOf(who: string, project: string): Promise<void> {
  const milestones = [{ title: "Everything at once", amount: inr(200_000), days: 9, revisions: 0 }];
  await stage.api.post(who, `/projects/${project}/proposals`, {
    ...{ price: inr(200_000), message: "Quick and plain.", milestones },
  });
  await shown(client, "proposals.against.within");
}

/** In English, on a desktop: found by a word, offered with two milestones, and made dearer before it is answered. */
async function offerByForm(project: string): Promise<void> {
  const { page, say } = freelancer;
  await freelancer.open("/projects?q=شعار&category=design-services");
  await expectGoodPage(freelancer);
  await page.getByRole("link", { name: TITLE }).click();
  await page.waitForURL(new RegExp(project));
  await expectGoodPage(freelancer);
  await link(freelancer, "proposals.make").click();
  await field(freelancer, "proposals.message").fill("I draw by hand first.\nThen the files.");
  const row = (number: number) => page.getByRole("group", { name: say("proposals.number", { number: `${number}` }) });
  const fill = async (number: number, title: string, amount: string, days: string) => {
    await row(number).getByLabel(say("proposals.row.title")).fill(title);
    await row(number).getByLabel(say("proposals.row.amount")).fill(amount);
    await row(number).getByLabel(say("proposals.row.days")).fill(days);
  };
  await fill(1, "Drafts", "1,000", "4");
  await button(freelancer, "proposals.add").click();
  await fill(2, "Files", "0", "3");
  await page.getByText("₹1,000.00").waitFor();
  await button(freelancer, "proposals.send").click();
  await shown(freelancer, "proposals.field.row.amount");
  await expectGoodPage(freelancer);
  await fill(2, "Files", "1400", "3");
  await page.getByText("₹2,400.00").waitFor();
  await button(freelancer, "proposals.send").click();
  await shown(freelancer, "proposals.now.freelancer.open");
  await expectGoodPage(freelancer);
  await link(freelancer, "proposals.change").click();
  await fill(2, "Files", "1500", "3");
  await button(freelancer, "proposals.save").click();
  await page.getByText("₹2,500.00").waitFor();
}

/** The client has both before him without reloading, asks, declines one and takes the other. */
async function takeTheBetter(project: string): Promise<string> {
  const { page } = client;
  await page.getByText("₹2,500").first().waitFor();
  await client.open(`/projects/${project}?by=price`);
  await shown(client, "proposals.strength.cheapest");
  await expectGoodPage(client);
  const offer = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  const theirs = offer(FREELANCER);
  await theirs.getByRole("link", { name: client.say("proposals.talk") }).click();
  await shown(client, "proposals.now.client.open");
  await field(client, "thread.write").fill("هل ترسم الشعار بنفسك؟");
  await button(client, "thread.send").click();
  await freelancer.page.getByText("هل ترسم الشعار بنفسك؟").waitFor();
  await expectGoodPage(client);
  await client.open(`/projects/${project}`);
  await offer("Coastline")
    .getByRole("button", { name: client.say("proposals.decline"), exact: true })
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: client.say("proposals.declineSend") })
    .click();
  await offer("Coastline").waitFor({ state: "detached" });
  await theirs.getByRole("button", { name: client.say("proposals.accept"), exact: true }).click();
  await shown(client, "proposals.acceptOthers");
  await expectGoodPage(client);
  await page.getByRole("dialog").locator('button[type="submit"]').click();
  await page.waitForURL(/\/contracts\/ctr_/);
  await alive(page);
  await expectGoodPage(client);
  await shown(freelancer, "proposals.now.freelancer.accepted");
  const contract = pathOf(client);
  await link(freelancer, "projects.toContract").click();
  await shown(freelancer, "contracts.headline.freelancer.to_fund", { client: CLIENT, title: "Drafts" });
  await expectGoodPage(freelancer);
  return contract;
}

async function payMilestone(contract: string, number: string): Promise<void> {
  const { page, say } = client;
  await client.open(contract);
  const pay = say("contracts.fund", { number, amount: "" }).trim();
  await page.getByRole("button", { name: pay }).click();
  await page.locator("#pay").waitFor();
  await payWith(client, "success");
  await stage.api.advance("PT2M");
  await client.open(contract);
  await shown(client, "contracts.place.escrow");
  await shown(client, "contracts.headline.client.working", {
    freelancer: FREELANCER,
    title: number === "1" ? "Drafts" : "Files",
  });
  await expectGoodPage(client);
}

/** From the contract to the milestone's order, where work is handed over; the contract's page changes by itself. */
async function deliver(contract: string, words: string): Promise<void> {
  const { page, say } = freelancer;
  await freelancer.open(contract);
  await link(freelancer, "contracts.go.freelancer.working").click();
  await page.getByLabel(say("work.message")).fill(words);
  await page
    .locator("#deliver")
    .getByRole("button", { name: say("work.send"), exact: true })
    .click();
  await shown(freelancer, "of.work.status.seller.delivered");
  await link(freelancer, "contracts.part").click();
  await shown(freelancer, "contracts.turn.client");
  await link(client, "contracts.go.client.delivered").waitFor();
  await expectGoodPage(client);
}

async function changeAndRelease(contract: string): Promise<void> {
  await link(client, "contracts.go.client.delivered").click();
  await client.page.getByLabel(client.say("work.changesText")).fill("أرفع قليلًا من فضلك.");
  await button(client, "work.changesSend").click();
  await shown(client, "of.work.headline.buyer.revision_requested", { seller: FREELANCER });
  await client.open(contract);
  await deliver(contract, "Thinner.");
  await release(contract);
}

async function release(contract: string): Promise<void> {
  const { page } = client;
  await client.open(contract);
  await link(client, "contracts.go.client.delivered").click();
  await page.getByRole("button", { name: /^اقبل المرحلة/ }).click();
  await page.getByRole("dialog").locator('button[type="submit"]').click();
  await shown(client, "of.milestone.headline.buyer.completed", { seller: FREELANCER });
  // Not loaded anew: what the contract makes of it comes to the page that is open.
  await link(client, "contracts.part").click();
  await page.waitForURL(new RegExp(contract));
}

test("without script a brief is written and put right, and an offer gets one more milestone", {
  timeout: 90_000,
}, async () => {
  const plain = async (who: string) => {
    const context = await opened.browser.newContext({ baseURL: opened.system.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/en/sandbox/sign-in");
    await page.locator(`button[name="user"][value="${who}"]`).click();
    return page;
  };
  const words = (key: string, values: Values = {}) => say("en", key, values);
  const page = await plain("buyer-b");
  await page.goto("/en/projects/new");
  await page.locator('input[name="title"]').fill("Labels for jars");
  await page.locator('textarea[name="description"]').fill("Twelve labels.\nTwo sizes.");
  await page.locator('input[name="min"]').fill("900");
  await page.locator('input[name="max"]').fill("100");
  await page.getByRole("button", { name: words("projects.saveAndPublish") }).click();
  await page.getByText(words("projects.field.budget")).waitFor();
  expect(await page.locator('textarea[name="description"]').inputValue()).toBe("Twelve labels.\nTwo sizes.");
  await page.locator('input[name="max"]').fill("1,800");
  await page.getByRole("button", { name: words("projects.saveAndPublish") }).click();
  await page.getByText(words("projects.now.open")).waitFor();
  const project = new URL(page.url()).pathname;

  const other = await plain("seller-c");
  await other.goto(project);
  await other.getByRole("link", { name: words("proposals.make") }).click();
  await other.locator('textarea[name="message"]').fill("I have made such labels.");
  const row = (number: number, field: string) => other.locator(`input[name="milestone.${field}"]`).nth(number - 1);
  const fill = async (number: number, ...texts: [string, string, string]) => {
    for (const [at, field] of ["title", "amount", "days"].entries()) await row(number, field).fill(texts[at] ?? "");
  };
  await fill(1, "Drawings", "600", "2");
  await other.getByRole("button", { name: words("proposals.add") }).click();
  await other.getByRole("group", { name: words("proposals.number", { number: "2" }) }).waitFor();
  expect([await row(1, "title").inputValue(), await other.locator("textarea").inputValue()]).toEqual([
    ...["Drawings", "I have made such labels."],
  ]);
  await fill(2, "Print", "700", "3");
  await row(2, "days").press("Enter");
  await other.getByText(words("proposals.now.freelancer.open")).waitFor();
  await other.getByText("₹1,300.00").waitFor();
  for (const { context } of [{ context: page.context() }, { context: other.context() }]) await context.close();
});
