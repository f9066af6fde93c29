import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type Api, createApi, type Money } from "../../tools/demo/api.ts";
import type { Doing } from "../../tools/play/agenda.ts";
import { diceOf } from "../../tools/play/dice.ts";
import { type Fate, pay, sell } from "../../tools/play/sales.ts";
import type { System } from "../../tools/system.ts";

const ADDRESS = {
  ...{ name: "Asha Demo", phone: "9000000001", line1: "22 Residency Road", city: "Bengaluru", postcode: "560001" },
};

const SERVICE = {
  category: "translation-into-arabic",
  title: { en: "A menu in Arabic (demo)", ar: "قائمة طعام بالعربية (تجريبي)" },
  description: { en: "Plain words for plain people.", ar: "كلمات واضحة لناس واضحين." },
  packages: [
    {
      name: { en: "One page", ar: "صفحة" },
      price: { amount: 250_000, currency: "INR" },
      deliveryDays: 3,
      revisions: 1,
    },
  ],
};

/** What a walk needs to have happened before it begins, done over HTTP alone. */
export function stageOf(system: System) {
  const api: Api = createApi(system.url, system.sandboxUrl ?? "");
  const placed: string[] = [];
  const stage = { api, dice: diceOf(3), placed: (order: string) => void placed.push(order) };
  const play = async (doing: Doing) => {
    for await (const wait of doing) await api.advance(`PT${Math.ceil(wait / 1000)}S`);
    await api.advance("PT2M");
    return placed.at(-1) ?? "";
  };
  const parcel = async (fate: Fate): Promise<string> => {
    const { data } = await api.get<{ data: { id: string; price: Money }[] }>("buyer", "/products?limit=100");
    const article = data.find(({ price }) => price.amount === 29_900);
    if (!article) throw new Error("the sandbox has no product at 299.00");
    const wish = { buyer: "buyer", address: ADDRESS, article: { ...article, seller: "seller", variant: null } };
    return await play(sell(stage, { ...wish, quantity: 1 }, fate));
  };
  return {
    api,
    /** A parcel of the demo seller's that has come to the demo buyer. */
    delivered: () => parcel("delivered"),
    /** One that the demo buyer has paid for and that waits for the demo seller. */
    paid: () => parcel("waiting_for_dispatch"),
    /** A service of the demo seller's that the demo buyer has paid for. */
    async servicePaid(): Promise<string> {
      const { id: serviceId } = await api.post<{ id: string }>("seller", "/services", SERVICE);
      const { state } = await api.post<{ state: string }>("seller", `/seller/listings/${serviceId}/submit`);
      if (state === "under_review") await api.post("support", `/admin/listings/${serviceId}/approve`);
      const items = [{ serviceId, package: 1, quantity: 1 }];
      const wish = { items, requirements: "The menu of a tea shop, for the wall." };
      const { id } = await api.post<{ id: string }>("buyer", "/orders", wish);
      await pay(stage, "buyer", id);
      await api.advance("PT2M");
      return id;
    },
  };
}

/** Goes there by the keyboard alone, as somebody does who has no mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const there = async () => (await target.and(page.locator(":focus")).count()) > 0;
  for (let steps = 0; steps < 120; steps += 1) {
    if (await there()) return;
    await page.keyboard.press("Tab");
  }
  expect(await there(), "it cannot be reached by the keyboard").toBe(true);
}

/** A small picture with a name, as a file field takes it. */
export const picture = (name: string) => ({
  ...{ name, mimeType: "image/png" },
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGPgjkrFgxhGpQlLAwDKnDwBVrl8mAAAAABJRU5ErkJggg==",
    "base64",
  ),
});
