import { expect, test } from "vitest";
import { moneyWorld } from "./money-world.ts";
import { expectGoodPage, type Look, type Reader } from "./reader.ts";

const world = moneyWorld();
const { readerFor } = world;

const DESK: Look = { lang: "en", theme: "light", width: 1280 };
const PHONE: Look = { lang: "ar", theme: "dark", width: 390 };
/** More than one person decides about alone. */
const LAMP = 219_900;

/** Finance proposes to refund an order on its page, up to what it says then. */
async function proposed(look: Look): Promise<Reader & { readonly id: string }> {
  const { id } = await world.paid(await world.order(LAMP));
  const staff = await readerFor("finance", look, `/orders/${id}`);
  const { page, say } = staff;
  await page.locator('input[name="decision"][value="refund"]').check();
  await page.locator('input[name="reason"]').fill("It never left the shop");
  await page.getByRole("button", { name: say("preview.show") }).click();
  await page
    .getByRole("region", { name: say("preview.planned") })
    .getByText(say("approval.later"))
    .waitFor();
  await expectGoodPage(staff);
  await page.getByRole("button", { name: say("approval.confirm") }).dblclick();
  await page
    .getByRole("status")
    .filter({ hasText: say("approval.proposed") })
    .waitFor();
  await expectGoodPage(staff);
  return { ...staff, id };
}

const shot = async ({ page }: Reader, name: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test.each([
  { proposer: DESK, approver: PHONE },
  { proposer: PHONE, approver: DESK },
])(
  "a decision about much money waits for a second person, and says so ($proposer.lang, then $approver.lang)",
  async (looks) => {
    const asker = await proposed(looks.proposer);
    await shot(asker, `proposed-${asker.lang}`);
    await asker.open(`/orders/${asker.id}`);
    const waits = asker.page.getByText(asker.say("approval.status.waiting"), { exact: true });
    await waits.waitFor();
    await shot(asker, `waits-${asker.lang}`);
    expect(await asker.page.locator('input[name="decision"]').count()).toBe(0);
    await asker.page.getByRole("link", { name: asker.say("approval.look") }).click();
    await asker.page.getByText(asker.say("approval.notYou")).waitFor();
    await expectGoodPage(asker);
    await shot(asker, `own-${asker.lang}`);

    const second = await readerFor("admin", looks.approver, "/finance/approvals");
    const { page, say, open } = second;
    const item = page.getByRole("region", { name: say("approval.waiting") }).getByRole("listitem");
    await item.getByText(say("approval.open")).click();
    await item.getByRole("button", { name: say("preview.show") }).click();
    const promised = await item
      .getByRole("region", { name: say("preview.planned") })
      .locator("dl")
      .innerText();
    await expectGoodPage(second);
    await shot(second, `approve-${second.lang}`);
    await item.getByRole("button", { name: say("approval.approve") }).dblclick();
    const done = page.getByRole("status").filter({ hasText: say("approval.approved") });
    expect(await done.locator("dl").innerText()).toBe(promised);
    await page.getByText(say("approval.none")).waitFor();
    await expectGoodPage(second);
    await shot(second, `approved-${second.lang}`);
    await open(`/orders/${asker.id}`);
    await page.getByText(say("status.staff.refunded"), { exact: true }).waitFor();
  },
);

test("without JavaScript a proposal is declined, and the order may be decided about again", async () => {
  const asker = await proposed(DESK);
  const context = await world.browser().newContext({ baseURL: world.system().url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/sandbox/sign-in?next=/en/finance/approvals");
  await page.locator('button[name="user"][value="admin"]').click();
  await page.getByText(asker.say("approval.decline.open"), { exact: true }).click();
  await page.locator('details[open] input[name="reason"]').fill("The courier still looks for it");
  await page.getByRole("button", { name: asker.say("approval.decline.confirm") }).click();
  await page.getByText(asker.say("approval.decline.done")).waitFor();
  await page.getByText("The courier still looks for it").waitFor();
  await context.close();
  await asker.open(`/orders/${asker.id}`);
  await asker.page.locator('input[name="decision"][value="refund"]').check();
});

test("what was decided is read on beyond the first page, in a list of its own", async () => {
  const api = world.api();
  const { id } = await world.paid(await world.order(LAMP));
  for (let number = 1; number <= 21; number += 1) {
    const asked = { decision: "refund", reason: `Attempt ${number}` };
    const proposal = await api.post<{ id: string; version: number }>(
      "finance",
      `/finance/orders/${id}/decisions`,
      asked,
    );
    const answer = { version: proposal.version, reason: `Not for reason ${number}.` };
    await api.post("admin", `/admin/approvals/${proposal.id}/decline`, answer);
  }
  const staff = await readerFor("finance", PHONE, "/finance/approvals");
  const { page, say } = staff;
  const decided = page.locator("#decided");
  await decided.getByText("Not for reason 21.").waitFor();
  expect(await decided.getByText("Not for reason 1.", { exact: true }).count()).toBe(0);
  await decided.getByRole("link", { name: say("common.more") }).click();
  await decided.getByText("Not for reason 1.", { exact: true }).waitFor();
  await expectGoodPage(staff);
});
