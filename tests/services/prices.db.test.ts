import { afterAll, beforeAll, expect, test } from "vitest";
import { createGround, type Ground, registerForTax, ruleOf } from "../commission/ground.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";

let database: TestDatabase;
let ground: Ground;

const inr = (amount: number) => ({ amount, currency: "INR" });
const WORDS = { title: { en: "Demo" }, description: { en: "A demo listing" } };

beforeAll(async () => {
  database = await testDatabase();
  const taxes = { IN: { code: "GST", basisPoints: 1_800, included: false } };
  ground = await createGround(database, { parts: { taxes, listingReview: "off" } });
  await registerForTax(ground.world, "IN", "27AAPFU0939F1ZV");
  // Fonts cost their buyers ten percent, and work its sellers five.
  const published = await ground.publish(
    ruleOf("fonts", { when: { categories: ["arabic-fonts"] }, basisPoints: 1_000, buyerShare: 10_000 }),
    ruleOf("words", { when: { categories: ["services"] }, basisPoints: 500 }),
  );
  expect(published.status).toBe(201);
});
afterAll(async () => {
  await ground.close();
  await database.drop();
});

const made = async (path: string, body: object): Promise<string> => {
  const { body: listing } = await ground.ask("seller", "POST", path, body);
  const { body: shown } = await ground.ask("seller", "POST", `/seller/listings/${listing.id}/submit`);
  expect(shown.state).toBe("active");
  return listing.id;
};

async function font(): Promise<string> {
  const file = (await ground.ask("seller", "POST", "/files?name=naskh.txt&purpose=asset", { demo: true })).body.id;
  const digital = { kind: "digital", category: "arabic-fonts", price: inr(20_000), files: [file] };
  return await made("/products", { ...digital, ...WORDS });
}

const translation = () =>
  made("/services", {
    ...{ category: "translation-into-arabic", ...WORDS },
    packages: [1, 2].map((n) => ({ name: { en: `${n}` }, price: inr(n * 40_000), deliveryDays: n, revisions: n })),
  });

/** What is told before, what is placed, and what the seller of it is told. */
async function both(item: Record<string, string | number>) {
  const query = new URLSearchParams(
    Object.entries(item).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const price = (await ground.ask("buyer", "GET", `/prices?${query}`)).body;
  const placed = await ground.ask("buyer", "POST", "/orders", { items: [item] });
  expect(placed.status).toBe(201);
  return { price, seen: (await ground.ask("seller", "GET", `/orders/${placed.body.id}`)).body };
}

test("files cost what was told before, with tax on top and the fee that rules lay on their category", async () => {
  const { price, seen } = await both({ productId: await font(), quantity: 3 });
  const { goods, tax, buyerFee, total } = seen.amounts;
  const downloads = { perFile: 60, days: 365 };
  const conditions = { inspection: { minutes: 0, businessDays: false }, acceptance: null, downloads };
  expect(price).toEqual({ goods, tax, buyerFee, total, taxes: seen.taxes, conditions });
  expect(price).toMatchObject({ goods: inr(60_000), tax: inr(10_800), total: inr(60_000 + 10_800 + buyerFee.amount) });
  expect([buyerFee.amount > 0, seen.commissionRule.rule]).toEqual([true, "fonts"]);
});

test("work costs what was told before, and its seller pays the commission of its market", async () => {
  const { price, seen } = await both({ serviceId: await translation(), package: 2, quantity: 1 });
  const { goods, tax, buyerFee, total, commission } = seen.amounts;
  const inspection = { minutes: 7 * 24 * 60, businessDays: false };
  const acceptance = { minutes: 48 * 60, businessDays: false };
  expect(price).toEqual({
    ...{ goods, tax, buyerFee, total, taxes: seen.taxes },
    conditions: { inspection, acceptance, downloads: null },
  });
  expect(price).toMatchObject({ goods: inr(80_000), tax: inr(14_400), buyerFee: inr(0), total: inr(94_400) });
  expect([commission, seen.commissionRule.rule]).toEqual([inr(4_000), "words"]);
});

test("what comes to more than an amount can be is refused, and nothing is placed", async () => {
  const { ask } = ground;
  const much = { amount: Number.MAX_SAFE_INTEGER, currency: "INR" };
  const packages = [{ name: { en: "All" }, price: much, deliveryDays: 1, revisions: 0 }];
  const service = await made("/services", { category: "translation-into-arabic", ...WORDS, packages });
  const cheap = await font();
  for (const item of [
    { serviceId: service, package: 1, quantity: 1 },
    { productId: cheap, quantity: 1_000_000 },
  ]) {
    const { status, body } = await ask("buyer", "POST", "/orders", { items: [item] });
    const isCheap = "productId" in item;
    expect([status, body.errors?.[0].field]).toEqual(isCheap ? [201, undefined] : [400, "items.0.quantity"]);
  }
  const price = await ask("buyer", "GET", `/prices?serviceId=${service}&package=1&quantity=1`);
  expect([price.status, price.body.errors[0].field]).toEqual([400, "quantity"]);
  expect((await ask("buyer", "GET", "/orders")).status).toBe(200);
});

test("of what travels, is not for sale or is named by halves no price is told", async () => {
  const { ask, world } = ground;
  const asked = async (query: string) => {
    const { status, body } = await ask("buyer", "GET", `/prices?${query}`);
    return [status, body.code, body.errors?.[0].field];
  };
  const service = await translation();
  expect(await asked(`productId=${world.product}&quantity=1`)).toEqual([409, "LISTING_UNAVAILABLE", undefined]);
  expect(await asked(`serviceId=${service}&quantity=1`)).toEqual([400, "VALIDATION_FAILED", "package"]);
  expect(await asked(`serviceId=${service}&package=3&quantity=1`)).toEqual([400, "VALIDATION_FAILED", "package"]);
  expect(await asked("quantity=1")).toEqual([400, "VALIDATION_FAILED", "productId"]);
});
