import { afterAll, beforeAll, expect, test } from "vitest";
import { type Id, type ProductId, parseId } from "../../core/ids/index.ts";
import { hours } from "../../core/time/index.ts";
import { readProduct } from "../../server/modules/catalog/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { ADDRESS } from "../money/world.ts";
import { inr, openStall, RUG, SIZES, type Stall } from "./stall.ts";

const BUYERS = 50;
const PIECES = 10;

let stall: Stall;
beforeAll(async () => {
  stall = await openStall({ parts: { listingReview: "off" } });
});
afterAll(() => stall.close());

async function onSale(body: Readonly<Record<string, unknown>>): Promise<ProductId> {
  const { body: made } = await stall.ask("seller", "POST", "/products", body);
  const submitted = await stall.ask("seller", "POST", `/seller/listings/${String(made.id)}/submit`, {});
  expect(submitted.body.state).toBe("active");
  const id = parseId("product", String(made.id));
  if (!id) throw new Error("no product");
  return id;
}

/** Drafts of as many buyers; their quotes are there before the race begins. */
async function drafts(product: ProductId, count: number) {
  const all = [];
  for (let n = 0; n < count; n++)
    all.push(await stall.world.draft({ product, buyer: await stall.world.person(), key: `buyer-${n}-of-${product}` }));
  return all;
}

test("case 19: of the last ten pieces, fifty buyers at once get ten", async () => {
  const product = await onSale({ ...RUG, stock: PIECES });
  const placed = await Promise.all((await drafts(product, BUYERS)).map(stall.world.place));
  const refused = placed.flatMap((result) => (result.ok ? [] : [result.error]));
  expect(placed.filter(({ ok }) => ok)).toHaveLength(PIECES);
  expect(new Set(refused)).toEqual(new Set(["insufficient_stock"]));
  expect((await readProduct(stall.world.db, product))?.stock).toBe(0);
});

test("case 19: of one variant's last pieces too, and another's are not touched", async () => {
  const product = await onSale({ ...RUG, ...SIZES });
  const [small, large] = (await readProduct(stall.world.db, product))?.variants ?? [];
  if (!small || !large) throw new Error("no variants");
  const wanted = await Promise.all(Array.from({ length: 20 }, () => draftOf(product, small.id)));
  const placed = await Promise.all(wanted.map(stall.world.place));
  expect(placed.filter(({ ok }) => ok)).toHaveLength(2);
  const left = (await readProduct(stall.world.db, product))?.variants.map(({ stock }) => stock);
  expect(left).toEqual([0, 3]);

  await stall.world.pass(hours(25));
  const back = (await readProduct(stall.world.db, product))?.variants.map(({ stock }) => stock);
  expect(back, "what was never paid is on the shelf again").toEqual([2, 3]);
});

test("a variant must be named, and the quote must be for it", async () => {
  const product = await onSale({ ...RUG, ...SIZES });
  const [small, large] = (await readProduct(stall.world.db, product))?.variants ?? [];
  if (!small || !large) throw new Error("no variants");
  const named = await draftOf(product, small.id);
  expect(await stall.world.place({ ...named, variant: large.id })).toEqual({
    ok: false,
    error: "quote_for_something_else",
  });
  expect(await stall.world.place(await stall.world.draft({ product }))).toEqual({
    ok: false,
    error: "variant_not_named",
  });
});

test("an order keeps variant, specifications and category as they were", async () => {
  const product = await onSale({ ...RUG, ...SIZES });
  const [, large] = (await readProduct(stall.world.db, product))?.variants ?? [];
  if (!large) throw new Error("no variants");
  const placed = await stall.world.place(await draftOf(product, large.id));
  if (!placed.ok) throw new Error(placed.error);
  const change = {
    category: "curtains-and-blinds",
    options: [{ en: "Cut" }],
    specifications: [],
    title: { en: "Another" },
  };
  const variants = [{ ...SIZES.variants[1], choices: [{ en: "Other" }] }];
  expect((await stall.ask("seller", "PATCH", `/products/${product}`, { ...change, variants })).status).toBe(200);
  const { body } = await stall.ask("seller", "GET", `/orders/${placed.value.id}`);
  expect(body.items).toMatchObject([
    {
      ...{ sku: "RUG-L", category: "rugs-and-carpets", unitPrice: inr(899_900), title: { en: "Wool rug" } },
      specifications: [{ name: { en: "Pile", ar: "الوبر" } }],
      variant: { id: large.id, choices: [{ name: { en: "Size", ar: "المقاس" }, value: { en: "Large", ar: "كبير" } }] },
    },
  ]);
});

test("case 18: while the seller changes the price again and again, each of fifty pays what the order says", async () => {
  const product = await onSale({ ...RUG, stock: BUYERS, price: inr(100_000) });
  const wanted = await drafts(product, BUYERS);
  const prices = [110_000, 90_000, 250_000, 100, 70_000];
  const edits = (async () => {
    for (const price of [...prices, ...prices])
      await stall.ask("seller", "PATCH", `/products/${product}`, { price: inr(price) });
  })();
  const placed = await Promise.all(wanted.map(stall.world.place));
  await edits;
  const orders = placed.flatMap((result) => (result.ok ? [result.value] : []));
  expect(orders).toHaveLength(BUYERS);
  const offered = new Set([100_000, ...prices].map(BigInt));
  expect(orders.filter(({ terms }) => !offered.has(terms.goods.minor))).toEqual([]);

  await stall.ask("seller", "PATCH", `/products/${product}`, { price: inr(1) });
  for (const order of orders.slice(0, 5)) expect(await paid(order)).toEqual(order.terms.total);
  expect(await stall.world.books()).toEqual([]);
});

async function paid(order: Order) {
  const payment = await stall.world.openPayment(order);
  stall.world.gateway.pay(payment);
  await stall.world.look(payment);
  const [kept] = await stall.world.payments(order);
  expect((await stall.world.deal(order.deal)).escrow).toBe("held");
  return kept?.amount;
}

async function draftOf(product: ProductId, variant: Id<"variant">) {
  const { world, ask } = stall;
  const query = `productId=${product}&quantity=1&postcode=${ADDRESS.postcode}&variantId=${variant}`;
  const { body } = await ask(null, "GET", `/shipping/rates?${query}`);
  const quote = parseId("quote", String(body.quoteId));
  if (!quote) throw new Error("no quote");
  return { ...(await world.draft({ product, key: `variant-${quote}` })), quote, variant };
}
