import { expect } from "vitest";
import { alive, type Reader } from "./reader.ts";

/** The same demo address in every story, by the keys of its labels. */
export const ADDRESS = {
  "address.name": "Asha (demo buyer)",
  "address.phone": "+91 98450 00000",
  "address.line1": "12 Residency Road",
  "address.city": "Bengaluru",
  "address.postcode": "560001",
};

export async function fillAddress({ page, say }: Pick<Reader, "page" | "say">): Promise<void> {
  for (const [key, text] of Object.entries(ADDRESS)) await page.getByLabel(say(key), { exact: true }).fill(text);
}

/** From the list of products to the gateway's page, by the shortest way. */
export async function orderSomething(reader: Reader): Promise<void> {
  const { page, say } = reader;
  await reader.open("/");
  await page.locator("#products a").first().click();
  await page.getByRole("button", { name: say("catalog.buy") }).click();
  await page.waitForURL(/\/checkout\//);
  await fillAddress(reader);
  await page.getByRole("button", { name: say("checkout.pay") }).click();
  await page.locator("#pay").waitFor();
}

/** Pays at the simulated gateway with the outcome given, and gives the id of the order that one comes back to. */
export async function payWith({ page }: Reader, outcome: "success" | "failed"): Promise<string> {
  await page.locator(`#outcome-${outcome}`).check();
  await page.locator("#pay").click();
  await page.waitForURL(/\/orders\/[^/]+\/paid/);
  await alive(page);
  return /\/orders\/([^/]+)\/paid/.exec(page.url())?.[1] ?? "";
}

/** Moves everybody's clock by a button of the sandbox's bar. */
export async function advance({ page, say }: Reader, key: string): Promise<void> {
  const controls = page.getByRole("button", { name: say("sandbox.controls") });
  if ((await controls.isVisible()) && (await controls.getAttribute("aria-expanded")) === "false")
    await controls.click();
  const step = page.getByRole("button", { name: say(key) });
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.request().method() === "POST" && response.url().includes("/sandbox/clock"),
    ),
    step.click(),
  ]);
  expect(answer.ok()).toBe(true);
}
