import { expect, test } from "vitest";
import type { Product, Variant } from "../../api/types.ts";
import { asChosen, optionsOf, variantOf } from "./variants.ts";

const text = (word: string) => ({ en: word, ar: `ar ${word}` });
const inr = (amount: number) => ({ amount, currency: "INR" });
const variant = (id: string, size: string, colour: string, stock: number, amount: number): Variant => ({
  ...{ id, sku: id.toUpperCase(), choices: [text(size), text(colour)], price: inr(amount), stock },
});

const small = variant("small-red", "S", "Red", 0, 100);
const large = variant("large-red", "L", "Red", 2, 150);
const blue = variant("large-blue", "L", "Blue", 5, 170);
const shirt = { options: [text("Size"), text("Colour")], variants: [small, large, blue] };

test("the first variant that is there is looked at, unless another is named", () => {
  expect(variantOf(shirt, null)).toBe(large);
  expect(variantOf(shirt, "small-red")).toBe(small);
  expect(variantOf(shirt, "gone")).toBe(large);
  expect(variantOf({ variants: [small] }, null)).toBe(small);
  expect(variantOf({ variants: [] }, null)).toBe(null);
});

test("price and stock are those of the variant", () => {
  const product = { ...shirt, price: inr(100), stock: 7 } as Product;
  expect(asChosen(product, blue)).toMatchObject({ price: inr(170), stock: 5 });
  expect(asChosen(product, null)).toBe(product);
});

test("each value leads to the variant that changes nothing else, where there is one", () => {
  const [size, colour] = optionsOf(shirt, blue);
  expect(size?.values.map(({ value, variant: to, chosen }) => [value.en, to.id, chosen])).toEqual([
    ["S", "small-red", false],
    ["L", "large-blue", true],
  ]);
  expect(colour?.values.map(({ value, variant: to, chosen }) => [value.en, to.id, chosen])).toEqual([
    ["Red", "large-red", false],
    ["Blue", "large-blue", true],
  ]);
});
