import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { SANDBOX_CREDENTIALS } from "../../server/runtime/config/index.ts";
import { place } from "../../tools/demo/play.ts";
import { moneyWorld, type Paid } from "./money-world.ts";
import { expectGoodPage, type Look, type Reader, say } from "./reader.ts";

const world = moneyWorld();
const { api, readerFor } = world;

const LOOKS: Look[] = [
  { lang: "en", theme: "light", width: 1280 },
  { lang: "ar", theme: "dark", width: 390 },
];

describe.each(LOOKS)("in $lang, $theme, $width px wide", (look) => {
  test("after a purchase both sides of the books are equal, line by line", async () => {
    await paid();
    const { page, say, ...reader } = await readerFor("finance", look, "/finance");
    await page.getByText(say("books.balanced", { unit: say("books.minor.INR") }), { exact: true }).waitFor();
    const held = page.getByRole("region", { name: "INR" }).locator("section").first();
    const owed = page.getByRole("region", { name: "INR" }).locator("section").last();
    await held.getByText(say("books.family.clearing")).waitFor();
    expect(await amountOf(owed, say("books.family.escrow"))).not.toBe("₹0.00");
    expect(await sumOf(held)).toBe(await sumOf(owed));
    await page.getByRole("button", { name: say("run.now") }).click();
    await page.getByText(say("run.done", { gateway: "cashfree" }), { exact: true }).waitFor();
    await expectGoodPage({ page, say, ...reader });
  });

  test("a withdrawal does what its preview showed", async () => {
    await earned();
    const seller = await readerFor("seller", look, "/wallet");
    const { page, say } = seller;
    await page.locator('input[name="amount"]').fill("100.50");
    await page.getByRole("button", { name: say("preview.show") }).click();
    const plan = page.getByRole("region", { name: say("withdraw.planned") }).locator("dl");
    const promised = await plan.innerText();
    expect(promised).toContain("₹100.50");
    await expectGoodPage(seller);

    await page.getByRole("button", { name: say("withdraw.confirm") }).dblclick();
    const done = page.getByRole("status").filter({ hasText: say("withdraw.done") });
    expect(await done.locator("dl").innerText()).toBe(promised);
    const newest = page
      .getByRole("region", { name: say("wallet.entries") })
      .getByRole("listitem")
      .first();
    await newest.getByText("-₹100.50").waitFor();
    const available = await page
      .getByRole("region", { name: say("wallet.available") })
      .locator("strong")
      .innerText();
    expect(promised).toContain(available);
    await expectGoodPage(seller);
  });

  test("a downloaded statement is proven in the browser, and a manipulated one is refused", async () => {
    const { id } = await paid();
    await sealed(id);
    const buyer = await readerFor("buyer", look, `/orders/${id}`);
    const { page, say } = buyer;
    const proven = page.getByText(say("proof.proven_one", { count: "1" }), { exact: true });
    await page.getByRole("button", { name: say("proof.check"), exact: true }).click();
    await proven.waitFor();

    const link = page.getByRole("link", { name: say("proof.download") });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const text = await readFile(await download.path(), "utf8");
    await keep(buyer, text.replaceAll("34800", "34700"));
    await page.getByText(say("proof.refused"), { exact: true }).waitFor();
    await page.getByText(say("proof.fault.not-in-block")).waitFor();
    expect(await proven.count()).toBe(0);
    await expectGoodPage(buyer);
    await keep(buyer, text);
    await proven.waitFor();
  });

  test("finance staff divide the money of an order as the preview showed", async () => {
    const { id } = await paid();
    const staff = await readerFor("finance", look, `/orders/${id}`);
    const { page, say } = staff;
    await page.locator('input[name="decision"][value="settle"]').check();
    await page.locator('input[name="refund"]').fill("100");
    await page.locator('input[name="reason"]').fill("One of five was torn");
    await page.getByRole("button", { name: say("preview.show") }).click();
    const plan = page.getByRole("region", { name: say("preview.planned") });
    const promised = await plan.locator("dl").innerText();
    for (const amount of ["-₹348.00", "+₹100.00", "+₹240.56", "+₹7.44"]) expect(promised).toContain(amount);
    await expectGoodPage(staff);

    await page.getByRole("button", { name: say("decision.confirm") }).dblclick();
    const done = page.getByRole("status").filter({ hasText: say("decision.done") });
    expect(await done.locator("dl").innerText()).toBe(promised);
    await page.getByText(say("status.staff.completed"), { exact: true }).waitFor();
  });
});

test("while a bank asks for money back, the order's page shows it frozen and offers staff nothing to decide", async () => {
  const { id, payment } = await paid();
  await api().control(`/cashfree/orders/${payment}/dispute`, {});
  await api().advance("PT1M");
  const look: Look = { lang: "ar", theme: "dark", width: 390 };
  const buyer = await readerFor("buyer", look, `/orders/${id}`);
  await buyer.page.getByText(buyer.say("status.buyer.disputed"), { exact: true }).waitFor();
  await buyer.page.getByText(buyer.say("deadline.chargeback"), { exact: true }).waitFor();
  await expectGoodPage(buyer);
  const staff = await readerFor("finance", look, `/orders/${id}`);
  await staff.page.getByText(staff.say("status.staff.disputed"), { exact: true }).waitFor();
  expect(await staff.page.getByText(staff.say("decision.title")).count()).toBe(0);
});

test("a difference stays on the books page until it is explained, by the entries that the preview showed", async () => {
  await paid();
  await api().control("/cashfree/recon/damages", { kind: "amount" });
  await api().advance("PT2H");
  const look: Look = { lang: "en", theme: "light", width: 1280 };
  const { page, say, ...finance } = await readerFor("finance", look, "/finance");
  await page.getByRole("button", { name: say("run.now") }).click();
  const open = page.getByRole("region", { name: say("difference.title") });
  const item = open.getByRole("listitem").filter({ hasText: say("difference.class.amount") });
  await item.getByText(say("explain.open")).click();
  await item.locator("select").selectOption("gateway_fees");
  await item.locator('input[name="reason"]').fill("A correction of the gateway's");
  await item.getByRole("button", { name: say("preview.show") }).click();
  const promised = await item
    .getByRole("region", { name: say("preview.planned") })
    .locator("dl")
    .innerText();
  await expectGoodPage({ page, say, ...finance });

  await item.getByRole("button", { name: say("explain.confirm") }).click();
  const done = page.getByRole("status").filter({ hasText: say("explain.done") });
  expect(await done.locator("dl").innerText()).toBe(promised);
  await expect.poll(() => item.count(), { timeout: 15_000 }).toBe(0);
  await page.getByText(say("books.balanced", { unit: say("books.minor.INR") }), { exact: true }).waitFor();
});

test("money that fits no order is sent back by staff, by the entries that the preview showed", async () => {
  await payAtTheCounter("counter_1");
  const { page, say, ...finance } = await readerFor("finance", { lang: "ar", theme: "dark", width: 390 }, "/finance");
  const item = page.getByRole("region", { name: say("suspense.title") }).getByRole("listitem");
  await item.getByText(say("flight.state.unknown_payment")).waitFor();
  await item.getByText(say("suspense.open")).click();
  await item.locator('input[name="reason"]').fill("Paid at the counter by mistake");
  await item.getByRole("button", { name: say("preview.show") }).click();
  const promised = await item
    .getByRole("region", { name: say("preview.planned") })
    .locator("dl")
    .innerText();
  expect(promised).toContain("+₹75.50");
  await expectGoodPage({ page, say, ...finance });

  await item.getByRole("button", { name: say("suspense.confirm") }).click();
  const done = page.getByRole("status").filter({ hasText: say("suspense.done") });
  expect(await done.locator("dl").innerText()).toBe(promised);
});

test("a refund that the gateway never answered and no longer knows is sent again by staff, who have looked into its statement", async () => {
  const refundsStated = async () => (await api().statement()).entries.filter(({ amount }) => amount === -34_800).length;
  const before = await refundsStated();
  const { id } = await paid();
  await api().control("/faults", {
    ...{ provider: "cashfree", operation: "createRefund", kind: "timeout_before", times: 10_000 },
  });
  await api().post("buyer", `/orders/${id}/cancel`, { reason: "Ordered twice" });
  await api().advance("PT30H");
  await fetch(`${world.simulators()}/control/faults`, { method: "DELETE" });
  const reader = await readerFor("finance", { lang: "ar", theme: "dark", width: 390 }, "/finance");
  const { page, say } = reader;
  const item = page.getByRole("listitem").filter({ hasText: say("flight.state.outcome_forgotten") });
  await item.getByText(say("flight.again.open"), { exact: true }).click();
  await item.locator('input[name="reason"]').fill("Not in the statement of either day");
  await expectGoodPage(reader);
  await item.getByRole("button", { name: say("flight.again.confirm") }).click();
  await page
    .getByRole("status")
    .filter({ hasText: say("flight.again.done") })
    .waitFor();
  await expectGoodPage(reader);
  await api().advance("PT10M");
  await reader.open("/finance");
  expect(await item.count()).toBe(0);
  expect(await refundsStated()).toBe(before + 1);
});

test("without JavaScript the books are read, and a decision is previewed", async () => {
  const { id } = await paid();
  const context = await world.browser().newContext({ baseURL: world.system().url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/sandbox/sign-in?next=/en/finance");
  await page.locator('button[name="user"][value="finance"]').click();
  await page.getByRole("heading", { name: say("en", "books.held") }).waitFor();
  await page.goto(`/en/orders/${id}`);
  await page.locator('input[name="decision"][value="refund"]').check();
  await page.locator('input[name="reason"]').fill("Both sides agree");
  await page.getByRole("button", { name: say("en", "preview.show") }).click();
  await page
    .getByRole("region", { name: say("en", "preview.planned") })
    .getByText("-₹348.00")
    .waitFor();
  await context.close();
});

test("the books are there for finance and administration, and not for a buyer", async () => {
  const { page, say, open } = await readerFor("buyer", { lang: "en", theme: "light", width: 1280 }, "/wallet");
  expect(await page.getByRole("link", { name: say("ways.books") }).count()).toBe(0);
  const answer = await page.request.get("/en/finance");
  expect(answer.status()).toBe(404);
  await open("/wallet");
});

/** An order whose money is in escrow. */
const paid = async (): Promise<Paid> => await world.paid(await place(api()));

/** A payment made in the gateway's own pages, of which we know nothing until the gateway tells. */
async function payAtTheCounter(id: string): Promise<void> {
  const order = {
    order_id: id,
    order_amount: 75.5,
    order_currency: "INR",
    customer_details: { customer_id: "walk_in", customer_phone: "9000000009" },
    order_meta: { notify_url: `${world.system().url}/api/v1/webhooks/cashfree/payment` },
  };
  const answer = await fetch(`${world.simulators()}/cashfree/pg/orders`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-api-version": "2025-01-01",
      "x-client-id": SANDBOX_CREDENTIALS.cashfreeClientId,
      "x-client-secret": SANDBOX_CREDENTIALS.cashfreeClientSecret,
    },
    body: JSON.stringify(order),
  });
  expect(answer.status).toBe(200);
  await api().control(`/cashfree/orders/${id}/pay`, { outcome: "success", method: "upi" });
  await api().advance("PT1M");
}

/** A sale whose money waits in the seller's wallet. */
async function earned(): Promise<void> {
  await world.paidByHand("seller");
  await world.released(await paid());
}

/** Waits until every posting of the order stands in a block. */
async function sealed(id: string): Promise<void> {
  type Sealed = { postings: { inclusion: object | null }[] };
  const unsealed = async () =>
    (await api().get<Sealed>("buyer", `/orders/${id}/statement/proof`)).postings.filter(({ inclusion }) => !inclusion);
  await expect.poll(async () => (await unsealed()).length, { timeout: 20_000 }).toBe(0);
}

/** Hands the page a statement that was kept. */
const keep = ({ page, say }: Reader, text: string): Promise<void> =>
  page
    .getByLabel(say("proof.file"))
    .setInputFiles({ name: "kept.json", mimeType: "application/json", buffer: Buffer.from(text) });

const amountOf = (side: Locator, name: string): Promise<string> =>
  side.locator("dl > div").filter({ hasText: name }).locator("dd").innerText();

const sumOf = (side: Locator): Promise<string> => side.locator("> p bdi").innerText();
