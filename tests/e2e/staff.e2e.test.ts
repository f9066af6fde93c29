import { expect, test } from "vitest";
import { place } from "../../tools/demo/play.ts";
import { RUG, SIZES } from "../catalog/stall.ts";
import { moneyWorld } from "./money-world.ts";
import { alive, expectGoodPage, type Look, type Reader, say } from "./reader.ts";

const world = moneyWorld();
const { readerFor } = world;

const DESK: Look = { lang: "en", theme: "light", width: 1280 };
const PHONE: Look = { lang: "ar", theme: "dark", width: 390 };
const LAMP = 219_900;

const shot = async ({ page }: Reader, name: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

/** The seller submits what staff then look at. */
async function submitted(listing: Record<string, unknown>): Promise<string> {
  const { id } = await world.api().post<{ id: string }>("seller", "/products", listing);
  await world.api().post("seller", `/seller/listings/${id}/submit`);
  return id;
}

const title = (name: string) => ({ en: `${name} of wool`, ar: `${name} من الصوف` });
const button = ({ page, say }: Reader, key: string) => page.getByRole("button", { name: say(key), exact: true });
const status = ({ page, say }: Reader, key: string) => page.getByRole("status").filter({ hasText: say(key) });

/** Types the code that a sandbox shows beside its question. */
async function confirmed(reader: Reader): Promise<void> {
  const asked = reader.page.getByRole("region", { name: reader.say("stepUp.title") });
  const code = await asked.locator("bdi", { hasText: /^\d{6}$/ }).textContent();
  await asked.locator('input[name="stepUpCode"]').fill(code ?? "");
  await asked.getByRole("button", { name: reader.say("stepUp.confirm") }).click();
}

test("listings are judged as their buyers would see them; sellers read why", async () => {
  const { stock: _, ...bare } = RUG;
  const rug = await submitted({ ...bare, ...SIZES, title: title("Rug") });
  const file = await world.api().bring("seller", "pattern.txt", "asset", "two plain, two purl");
  const pattern = await submitted({
    ...{
      kind: "digital",
      category: "illustrations",
      title: title("Pattern"),
      price: RUG.price,
      files: [file.id],
    },
    description: { en: "A pattern." },
  });
  const staff = await readerFor("support", DESK, "/operations");
  const { page, say } = staff;
  await page
    .getByRole("navigation", { name: say("ways.label.staff") })
    .getByText(say("ways.reviews"))
    .click();
  await page.getByRole("link", { name: "Rug of wool" }).waitFor();
  await expectGoodPage(staff);
  await shot(staff, "listings-en");
  await page.getByRole("link", { name: "Rug of wool" }).click();
  await page.getByRole("heading", { level: 1, name: "Rug of wool" }).waitFor();
  await page.getByText("RUG-L").waitFor();
  await alive(page);
  await expectGoodPage(staff);
  await shot(staff, "listing-en");
  await page.getByLabel(say("staffListings.reason")).fill("The pictures are missing: add one of each size.");
  await button(staff, "staffListings.reject").dblclick();
  await status(staff, "staffListings.judged.rejected").waitFor();

  await page.getByRole("link", { name: "Pattern of wool" }).click();
  await button(staff, "staffListings.filesLinks").click();
  const link = await page.getByRole("link", { name: "pattern.txt" }).getAttribute("href");
  expect(await (await page.request.get(link ?? "")).text()).toBe("two plain, two purl");
  await expectGoodPage(staff);
  await button(staff, "staffListings.approve").click();
  await status(staff, "staffListings.judged.approved").waitFor();
  await page.getByText(say("staffListings.none")).waitFor();
  await expectGoodPage(staff);
  await page.goto(`/en/staff/listings/${pattern}`);
  await page.getByText(say("staffListings.takeOff")).waitFor();

  const seller = await readerFor("seller", PHONE, "/notifications");
  await seller.page.locator(`a[href$="/selling/listings/${rug}"]`).first().click();
  await seller.page.getByText("The pictures are missing: add one of each size.").first().waitFor();
});

test("without script, on a phone, a listing is judged too, and a reason is demanded", async () => {
  const id = await submitted({ ...RUG, title: title("Runner") });
  const phone = await readerFor("admin", PHONE, "/staff/listings");
  await phone.page.getByRole("link", { name: "Runner من الصوف" }).waitFor();
  await expectGoodPage(phone);
  await shot(phone, "listings-ar");
  await phone.open(`/staff/listings/${id}`);
  await expectGoodPage(phone);
  await shot(phone, "listing-ar");
  const context = await world.browser().newContext({ baseURL: world.system().url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/ar/sandbox/sign-in?next=/ar/staff/listings/${id}`);
  await page.locator('button[name="user"][value="admin"]').click();
  await page.locator('textarea[name="reason"]').fill(" \n ");
  await page.getByRole("button", { name: phone.say("staffListings.reject") }).click();
  await page.getByText(phone.say("problem.field.reason")).waitFor();
  await page.getByRole("button", { name: phone.say("staffListings.approve") }).click();
  await page.getByText(phone.say("staffListings.judged.approved")).waitFor();
  await context.close();
});

test("a person is found, given roles, suspended and let in, and forgotten behind the typed address", async () => {
  const admin = await readerFor("admin", DESK, "/staff/users");
  const { page, say, open } = admin;
  await expectGoodPage(admin);
  await shot(admin, "users-en");
  await page.getByLabel(say("people.findLabel")).fill("nobody is called so");
  await button(admin, "people.findButton").click();
  await page.getByText(say("people.noneFound")).waitFor();
  const { data } = await world
    .api()
    .get<{ data: { id: string; name: string; email: string; roles: string[] }[] }>("admin", "/admin/users?limit=100");
  const plain = data.filter(({ roles }) => roles.length === 1);
  const person = plain.find(({ name }) => name.startsWith("Bilal")) ?? plain.at(0);
  await page.getByLabel(say("people.findLabel")).fill(person?.name.slice(0, 4).toLowerCase() ?? "");
  await button(admin, "people.findButton").click();
  await page.getByRole("link", { name: person?.name ?? "", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: person?.name ?? "" }).waitFor();
  await expectGoodPage(admin);
  await shot(admin, "user-en");

  const panel = (key: string) => page.getByRole("region", { name: say(key), exact: true });
  await panel("people.roles").locator('input[name="role.support"]').check();
  await panel("people.roles").locator('input[name="reason"]').fill("Joins the support team");
  await button(admin, "people.rolesSave").click();
  await expectGoodPage(admin);
  await confirmed(admin);
  await status(admin, "people.done.roles").waitFor();
  await page.getByText(say("people.erase.staff")).waitFor();
  expect(await panel("people.roles").locator('input[name="role.support"]').isChecked()).toBe(true);
  await panel("people.roles").locator('input[name="role.support"]').uncheck();
  await panel("people.roles").locator('input[name="reason"]').fill("Leaves it again");
  await button(admin, "people.rolesSave").click();
  await confirmed(admin);
  await page.getByText(say("people.erase.open")).waitFor();

  await panel("people.suspend.title").locator('input[name="reason"]').fill("Three buyers got stones");
  await button(admin, "people.suspend.do").click();
  await status(admin, "people.done.suspend").waitFor();
  await panel("people.reinstate.title").locator('input[name="reason"]').fill("It was somebody else");
  await button(admin, "people.reinstate.do").click();
  await status(admin, "people.done.reinstate").waitFor();
  await panel("people.level.title").locator('input[name="level"]').fill("gold");
  await panel("people.level.title").locator('input[name="reason"]').fill("Ten sales without a complaint");
  await button(admin, "people.level.do").click();
  await status(admin, "people.done.level").waitFor();
  await expectGoodPage(admin);

  await page.getByText(say("people.erase.open")).click();
  await panel("people.erase.title").locator('input[name="confirmEmail"]').fill("somebody@example.test");
  await panel("people.erase.title").locator('input[name="reason"]').fill("Asked for it by letter");
  await button(admin, "people.erase.do").click();
  await page.getByText(say("people.erase.confirmWrong")).waitFor();
  expect(admin.complaints.splice(0).filter((text) => !text.includes("status of 422"))).toEqual([]);
  await panel("people.erase.title")
    .locator('input[name="confirmEmail"]')
    .fill(person?.email ?? "");
  await button(admin, "people.erase.do").click();
  await confirmed(admin);
  await status(admin, "people.erase.done").waitFor();
  await open(`/staff/users/${person?.id}`);
  await page.getByText(person?.email ?? "").waitFor({ state: "detached" });

  const me = data.find(({ roles }) => roles.includes("admin"));
  await open(`/staff/users/${me?.id}`);
  await page.getByText(say("people.own"), { exact: true }).waitFor();
  expect(await page.locator('main form [name="act"]').count()).toBe(0);
  const phone = await readerFor("support", PHONE, "/staff/users");
  await expectGoodPage(phone);
  await phone.open(`/staff/users/${plain.find(({ id }) => id !== person?.id)?.id}`);
  await phone.page.getByText(phone.say("people.lookOnly")).waitFor();
  await expectGoodPage(phone);
  await shot(phone, "user-ar");
});

test("the log is filtered, an entry leads to what it is about, and what it keeps is told for a reason", async () => {
  const id = await submitted({ ...RUG, title: title("Mat") });
  await world.api().post("support", `/admin/listings/${id}/approve`);
  const phone = await readerFor("admin", PHONE, "/staff/audit");
  await expectGoodPage(phone);
  await shot(phone, "audit-ar");
  const admin = await readerFor("admin", DESK, `/staff/audit?subject=${id}`);
  const { page, say } = admin;
  await expectGoodPage(admin);
  await page.locator('select[name="action"]').selectOption("payout");
  await button(admin, "audit.filterButton").click();
  await page.getByText(say("audit.noneFound")).waitFor();
  await page.locator('select[name="action"]').selectOption("listing");
  await button(admin, "audit.filterButton").click();
  await page.locator("main bdi").getByText("listing.approved", { exact: true }).waitFor();
  await page.locator('select[name="action"]').selectOption({ label: say("audit.action.listing.rejected") });
  await button(admin, "audit.filterButton").click();
  await page.getByText(say("audit.noneFound")).waitFor();
  await page.locator('select[name="action"]').selectOption({ label: say("audit.action.listing.approved") });
  await button(admin, "audit.filterButton").click();
  await page.getByRole("link", { name: say("audit.action.listing.approved") }).click();
  await page.getByRole("heading", { name: say("audit.entry") }).waitFor();
  await expectGoodPage(admin);
  await page.locator('input[name="reason"]').fill("Asked whether it was approved at the office");
  await button(admin, "audit.disclose").click();
  await page.getByText(say("audit.toldText")).waitFor();
  await expectGoodPage(admin);
  await shot(admin, "entry-en");
  await page.getByRole("link", { name: id }).click();
  await page.waitForURL(new RegExp(`/staff/listings/${id}$`));
});

test("what the two of an order have said is read for a reason, page by page, and both see that it was", async () => {
  const api = world.api();
  const { id } = await place(api);
  const subject = { kind: "order", id };
  const { id: said } = await api.post<{ id: string }>("buyer", "/conversations", {
    subject,
    message: { text: "Is it of brass?" },
  });
  for (let count = 2; count <= 52; count += 1)
    await api.post("buyer", `/conversations/${said}/messages`, { text: `Word ${count}` });
  const finance = await readerFor("finance", DESK, `/operations/orders/${id}`);
  await finance.page.getByRole("heading", { name: finance.say("inspect.ledger") }).waitFor();
  expect(await finance.page.getByRole("region", { name: finance.say("thread.title") }).count()).toBe(0);

  const support = await readerFor("support", PHONE, `/operations/orders/${id}`);
  const { page, say } = support;
  const panel = page.getByRole("region", { name: say("thread.title") });
  await expectGoodPage(support);
  expect(await panel.getByText("Word 52", { exact: true }).count()).toBe(0);
  await panel.locator('input[name="reason"]').fill("The buyer asked us whether it was promised");
  await button(support, "messages.read").click();
  await panel.getByText("Word 52", { exact: true }).waitFor();
  await expectGoodPage(support);
  await shot(support, "messages-ar");
  await button(support, "thread.older").click();
  await panel.getByText("Is it of brass?", { exact: true }).waitFor();
  expect(await panel.getByText("Word 52", { exact: true }).count()).toBe(0);
  for (const who of ["buyer", "seller"]) {
    const { data } = await api.get<{ data: { reason: string }[] }>(who, "/users/me/disclosures");
    expect(data.map(({ reason }) => reason)).toEqual(Array(2).fill("The buyer asked us whether it was promised"));
  }
});

test("everybody's orders are filtered and sorted, open from inside, and go into a file", async () => {
  const { id } = await world.paid(await world.order(LAMP));
  const finance = await readerFor("finance", DESK, "/staff/orders");
  const { page, say } = finance;
  await expectGoodPage(finance);
  await page.getByLabel(say("staffOrders.money")).selectOption("refunded");
  await button(finance, "staffOrders.show").click();
  await page.getByText(say("staffOrders.noneFound")).waitFor();
  await page.getByLabel(say("staffOrders.money")).selectOption("held");
  await page.getByLabel(say("staffOrders.min")).fill("100");
  await page.getByLabel(say("staffOrders.order")).selectOption("-total");
  await button(finance, "staffOrders.show").click();
  const row = page.locator(`a[href$="/operations/orders/${id}"]`);
  await row.waitFor();
  await shot(finance, "orders-en");
  const href = await page.getByRole("link", { name: say("staffOrders.csv") }).getAttribute("href");
  const csv = await page.request.get(href ?? "");
  expect(csv.headers()["content-type"]).toContain("text/csv");
  const rows = await page.locator("tbody tr").count();
  expect((await csv.text()).split("\r\n").length).toBe(rows + 2);
  // With script it says how it ended; what breaks off is not saved.
  const link = page.getByRole("link", { name: say("staffOrders.csv") });
  const [saved] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(saved.suggestedFilename()).toBe("orders.csv");
  await page
    .getByText(say("export.done_other", { shown: `${rows}` }))
    .or(page.getByText(say("export.done_one", { shown: "1" })))
    .waitFor();
  await expectGoodPage(finance);
  await page.route("**/orders.csv*", (route) => route.abort());
  await link.click();
  await page.getByText(say("export.failed")).waitFor();
  await expectGoodPage(finance);
  await page.unroute("**/orders.csv*");
  // One that is long in coming is stopped.
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  await page.route("**/orders.csv*", asked);
  await link.click();
  await isAsked;
  await page.getByRole("progressbar", { name: say("export.going") }).waitFor();
  await expectGoodPage(finance);
  await button(finance, "export.stop").click();
  await page.getByText(say("export.stopped")).waitFor();
  await page.getByRole("progressbar").waitFor({ state: "detached" });
  await page.unroute("**/orders.csv*", asked);
  finance.complaints.splice(0);
  await row.click();
  await page.getByRole("heading", { name: say("inspect.ledger") }).waitFor();
  const phone = await readerFor("arbiter", PHONE, "/staff/orders");
  await expectGoodPage(phone);
  await shot(phone, "orders-ar");
});

test("the next rules of commission are tried on a sale, then published with a code; a faulty one is said", async () => {
  const finance = await readerFor("finance", DESK, "/staff/commission");
  const { page, say, complaints } = finance;
  await expectGoodPage(finance);
  const add = async (at: number, name: string, rate: string) => {
    await button(finance, "commission.add").click();
    await page.locator(`input[name="${at}.name"]`).fill(name);
    await page.locator(`input[name="${at}.rate"]`).fill(rate);
  };
  await add(0, "everything", "4.25");
  await add(1, "gold", "two");
  await page.locator('input[name="1.sellerLevels"]').evaluate((input: { closest(name: string): { open: boolean } }) => {
    input.closest("details").open = true;
  });
  await page.locator('input[name="1.sellerLevels"]').fill("gold");
  await page.locator('input[name="1.category"]').fill("Nothing of the kind");
  await page.getByRole("button", { name: say("commission.file", { number: "2" }) }).click();
  await page.getByText(say("commission.noCategory")).waitFor();
  await page.locator('input[name="1.category"]').fill("lighting");
  await page.getByRole("button", { name: say("commission.file", { number: "2" }) }).click();
  const taken = page.getByRole("button", { name: /^Take out Lighting/ });
  await taken.waitFor();
  await expectGoodPage(finance);
  await shot(finance, "commission-category-en");
  await taken.click();
  await taken.waitFor({ state: "detached" });
  await page.locator('input[name="1.fixed"]').fill("INR 5");
  await page.locator('input[name="reason"]').fill("Costs have risen");
  await button(finance, "commission.try").click();
  await page.getByText(say("commission.unread")).waitFor();
  await page.locator('input[name="1.rate"]').fill("2");
  await page.locator('input[name="saleLevel"]').fill("gold");
  await page.locator('input[name="reason"]').press("Enter");
  const plan = page.getByRole("region", { name: say("commission.tried") });
  await plan.getByText("everything").waitFor();
  await expectGoodPage(finance);
  await shot(finance, "commission-tried-en");
  await button(finance, "commission.publish").click();
  await confirmed(finance);
  await page.getByText(say("commission.fault.is-never-reached")).waitFor();
  await page.getByRole("button", { name: say("commission.up", { number: "2" }) }).click();
  await page.locator('input[name="0.name"][value="gold"]').waitFor();
  await expectGoodPage(finance);
  await button(finance, "commission.try").click();
  await plan.getByText("25.00").waitFor();
  await button(finance, "commission.publish").click();
  await confirmed(finance);
  await status(finance, "commission.published").waitFor();
  await page.getByText("4.25%").first().waitFor();
  await expectGoodPage(finance);
  expect(complaints.splice(0).filter((text) => !text.includes("status of 422"))).toEqual([]);
  const phone = await readerFor("admin", PHONE, "/staff/commission");
  await expectGoodPage(phone);
  await shot(phone, "commission-ar");
});

test("without script a rule of commission gets a category by its Arabic name, is tried, and is published with a code", async () => {
  const words = (key: string, values?: Record<string, string>) => say("ar", key, values);
  const context = await world.browser().newContext({ baseURL: world.system().url, javaScriptEnabled: false });
  const page = await context.newPage();
  const press = (key: string, values?: Record<string, string>) =>
    page.getByRole("button", { name: words(key, values), exact: true }).click();
  await page.goto("/ar/sandbox/sign-in?next=/ar/staff/commission");
  await page.locator('button[name="user"][value="finance"]').click();
  const at = await page.locator('input[name$=".name"]').count();
  await press("commission.add");
  await page.locator(`input[name="${at}.name"]`).fill("lamps");
  await page.locator(`input[name="${at}.rate"]`).fill("3");
  await page.locator(`input[name="${at}.category"]`).locator("xpath=ancestor::details").locator("summary").click();
  await page.locator(`input[name="${at}.category"]`).fill("إضاءة");
  await press("commission.file", { number: `${at + 1}` });
  await page.getByRole("button", { name: words("commission.unfile", { name: "إضاءة" }) }).waitFor();
  expect(await page.locator(`input[name="${at}.rate"]`).inputValue()).toBe("3");
  for (let place = at; place > 0; place -= 1) await press("commission.up", { number: `${place + 1}` });
  await page.locator('input[name="saleCategory"]').fill("إضاءة");
  await page.locator('input[name="reason"]').fill("Lamps are light");
  await press("commission.try");
  await page
    .getByRole("region", { name: words("commission.tried") })
    .getByText("lamps", { exact: true })
    .waitFor();
  await press("commission.publish");
  const asked = page.getByRole("region", { name: words("stepUp.title") });
  await asked
    .locator('input[name="stepUpCode"]')
    .fill((await asked.locator("bdi", { hasText: /^\d{6}$/ }).textContent()) ?? "");
  await press("stepUp.confirm");
  await page.getByText(words("commission.published")).waitFor();
  await context.close();
});
