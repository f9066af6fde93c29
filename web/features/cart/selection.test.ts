import { describe, expect, test } from "vitest";
import type { Cart, CartPart } from "../../api/shopping.ts";
import { canBeBought, changesOf, couriersOf, FIELD, goodsOf, optionOf, sumOf, totalOf, wishesIn } from "./selection.ts";

const inr = (amount: number) => ({ amount, currency: "INR" });
const line = (total: number, state = "buyable") => ({ total: inr(total), state }) as CartPart["lines"][number];
const option = (courier: string, total: number) => ({ courier, amounts: { total: inr(total) } });
const part = (id: string, lines: CartPart["lines"], ...options: ReturnType<typeof option>[]) =>
  ({
    seller: { id, name: `Demo ${id}` },
    lines,
    shipping: { quoteId: `quote-${id}`, options, cheapest: options[0]?.courier ?? "" },
  }) as unknown as CartPart;

const a = part("a", [line(100)], option("road", 140), option("air", 190));
const b = part("b", [line(50), line(70)], option("road", 160));
const cart = { sellers: [a, b], total: null, now: "" } satisfies Cart;

function formOf(...pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.set(name, value);
  return form;
}

const chosen = formOf(
  [FIELD.quote("a"), "quote-a"],
  [FIELD.courier("a"), "air"],
  [FIELD.shown("a", "road"), "140"],
  [FIELD.shown("a", "air"), "190"],
  [FIELD.quote("b"), "quote-b"],
  [FIELD.courier("b"), "road"],
  [FIELD.shown("b", "road"), "160"],
);

describe("what a cart comes to", () => {
  test("is the sum of its goods, and of each seller's part as it is sent", () => {
    expect(goodsOf(cart)).toEqual(inr(220));
    expect(totalOf(cart.sellers, {})).toEqual(inr(300));
    expect(totalOf(cart.sellers, { a: "air" })).toEqual(inr(350));
  });

  test("a courier that is offered no longer gives way to the cheapest", () => {
    expect(optionOf(a, { a: "gone" })?.courier).toBe("road");
    expect(optionOf({ ...a, shipping: null }, {})).toBe(null);
  });

  test("has no sum in two currencies, or where something has no price", () => {
    expect(sumOf([inr(1), { amount: 1, currency: "SAR" }])).toBe(null);
    expect(sumOf([inr(1), null])).toBe(null);
    expect(sumOf([])).toBe(null);
  });

  test("one line in the way holds back all of its seller's", () => {
    expect([canBeBought(a), canBeBought(part("c", [line(1), line(1, "unavailable")]))]).toEqual([true, false]);
  });
});

describe("what a form says", () => {
  test("is whose goods by which courier, and what was shown for it", () => {
    const wishes = wishesIn(chosen);
    expect(wishes).toEqual([
      { sellerId: "a", quoteId: "quote-a", courier: "air", shown: 190 },
      { sellerId: "b", quoteId: "quote-b", courier: "road", shown: 160 },
    ]);
    expect(couriersOf(wishes)).toEqual({ a: "air", b: "road" });
  });

  test("a seller without a courier is not bought from", () => {
    expect(wishesIn(formOf([FIELD.quote("a"), "quote-a"]))).toEqual([]);
  });
});

test("a part that comes to another amount than was shown is named", () => {
  const dearer = { sellers: [part("a", [line(100)], option("road", 140), option("air", 199)), b] };
  expect(changesOf(wishesIn(chosen), dearer)).toEqual([
    { seller: "a", name: "Demo a", before: inr(190), now: inr(199) },
  ]);
  expect(changesOf(wishesIn(chosen), cart)).toEqual([]);
});
