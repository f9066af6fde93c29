import { expect } from "vitest";
import type { Api } from "../../../tools/demo/api.ts";
import type { Reader } from "../reader.ts";

/** Writes into every field of the page's forms, the folded ones too; gives how many there are. */
const WRITE = `(() => {
  const KINDS = ["text", "email", "number", "search", "tel", "url", "password"];
  for (const one of document.querySelectorAll("main details")) one.open = true;
  const fields = [...document.querySelectorAll("main :is(input, textarea):not([readonly], :disabled)")].filter(
    (one) => one.localName === "textarea" || KINDS.includes(one.type),
  );
  window.typed = fields.map((field) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, "7");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return { field, name: field.name, value: field.value };
  });
  return fields.length;
})()`;

const LOST =
  "window.typed.filter(({ field, value }) => !field.isConnected || field.value !== value).map(({ name }) => name)";

/** Types into whatever there is on a page, moves the clock, which every page is told of, and gives the fields that did not keep it. */
export async function lostByNews({ page, say }: Reader, api: Api): Promise<string[]> {
  if ((await page.evaluate<number>(WRITE)) === 0) return [];
  const clock = page.getByRole("complementary", { name: say("sandbox.label") }).locator("time");
  const before = await clock.innerText();
  await api.advance("PT1M");
  await expect.poll(() => clock.innerText()).not.toBe(before);
  return await page.evaluate<string[]>(LOST);
}
