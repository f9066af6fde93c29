import { expect, test } from "vitest";
import { inputOf, wishOf, wrongOf } from "./wish.server.ts";

const RUG = {
  ...{ category: "rugs-and-carpets", currency: "INR", "title.en": "Rug", "title.ar": "", "description.ar": "صوف" },
  ...{ price: "7,499.50", stock: "6", weight: "4200", length: "90", width: "25.5", height: "0.7" },
};
const SIZES = {
  ...{ "option.2.en": "Size", "option.2.ar": "المقاس" },
  ...{ "variant.1.sku": "RUG-S", "variant.1.choice.2.en": "Small", "variant.1.price": "4999", "variant.1.stock": "2" },
  ...{ "variant.4.sku": "", "variant.4.choice.2.ar": "كبير", "variant.4.price": "8999", "variant.4.stock": "" },
};

test("goods: what was typed becomes minor units, grams and millimetres", () => {
  const { body, wrong } = wishOf("physical", RUG, true);
  expect(wrong).toEqual({});
  expect(body).toEqual({
    ...{ kind: "physical", category: "rugs-and-carpets", title: { en: "Rug" }, description: { ar: "صوف" } },
    ...{ specifications: [], options: [], variants: [], price: { amount: 749_950, currency: "INR" }, stock: 6 },
    ...{ weightGrams: 4200, dimensionsMm: { length: 900, width: 255, height: 7 } },
  });
  const again = wishOf("physical", RUG, false).body;
  expect([again.kind, again.stock]).toEqual([undefined, undefined]);
});

test("variants have prices of their own, and a SKU where none was given", () => {
  const { body, wrong } = wishOf("physical", { ...RUG, ...SIZES, price: "" }, true);
  expect(wrong).toEqual({});
  expect([body.price, body.stock, body.options]).toEqual([undefined, undefined, [{ en: "Size", ar: "المقاس" }]]);
  expect(body.variants).toEqual([
    { sku: "RUG-S", choices: [{ en: "Small" }], price: { amount: 499_900, currency: "INR" }, stock: 2 },
    { sku: "V-1", choices: [{ ar: "كبير" }], price: { amount: 899_900, currency: "INR" }, stock: 0 },
  ]);
  const same = { ...RUG, ...SIZES, "variant.4.choice.2.ar": "", "variant.4.choice.2.en": "Small" };
  expect(wishOf("physical", same, true).wrong).toEqual({ variants: "choices_twice" });
  const digital = wishOf("digital", { ...RUG, ...SIZES }, true).body;
  expect([digital.weightGrams, JSON.stringify(digital.variants).includes("stock")]).toEqual([undefined, false]);
});

test("a service is its packages", () => {
  const fields = {
    ...{
      category: "tailoring",
      currency: "INR",
      "title.ar": "خياطة",
      "package.0.name.ar": "ثوب",
      "package.0.days": "5",
    },
    ...{ "package.0.price": "1200", "package.0.revisions": "1", "package.0.text.en": "", "spec.0.name.en": "" },
  };
  const { body, wrong } = wishOf("service", fields, true);
  expect(wrong).toEqual({});
  expect(body).toEqual({
    ...{ category: "tailoring", title: { ar: "خياطة" }, specifications: [] },
    packages: [{ name: { ar: "ثوب" }, price: { amount: 120_000, currency: "INR" }, deliveryDays: 5, revisions: 1 }],
  });
  const { wrong: late } = wishOf("service", { ...fields, "package.0.days": "0", "package.0.name.ar": "" }, true);
  expect(late).toEqual({ "package.0.days": "days", "package.0.name.en": "name" });
});

test("what cannot be sent is said beside its field", () => {
  expect(wishOf("physical", { currency: "INR", price: "0", weight: "2" }, true).wrong).toEqual({
    ...{ "title.en": "title", category: "category", price: "price", length: "size", width: "size", height: "size" },
  });
  const halves = { ...RUG, "spec.0.name.en": "Pile", "spec.1.value.ar": "١٢", weight: "heavy", stock: "-1" };
  expect(wishOf("physical", halves, true).wrong).toEqual({
    ...{ "spec.0.value.en": "specValue", "spec.1.name.en": "specName", weight: "weight", stock: "stock" },
  });
});

test("what the API objects to is said beside the row that it was read from", () => {
  const fields = { ...RUG, ...SIZES, "package.7.price": "1", "spec.3.name.en": "Pile" };
  const cases = {
    "variants.1.price.amount": "variant.4.price",
    "variants.0.choices.0.en": "variant.1.sku",
    variants: "variants",
    "packages.0.deliveryDays": "package.7.days",
    "packages.0.description.ar": "package.7.text.ar",
    "specifications.0.value.ar": "spec.3.value.ar",
    "options.0.ar": "option.2.ar",
    "title.ar": "title.ar",
    title: "title.en",
    "dimensionsMm.width": "width",
    dimensionsMm: "length",
    weightGrams: "weight",
    files: "files",
  };
  for (const [field, input] of Object.entries(cases)) expect(inputOf(field, fields), field).toBe(input);
  expect(
    wrongOf([{ field: "variants.1.price.amount" }, { field: "dimensionsMm" }, { field: "title.ar" }], fields),
  ).toEqual({
    ...{ "variant.4.price": "price", length: "size", "title.ar": "title" },
  });
});
