import { expect, test } from "vitest";
import type { Listing } from "../../api/selling.ts";
import { afterRowAct, emptyFields, fieldsOf, rowsOf } from "./fields.ts";

const inr = (amount: number) => ({ amount, currency: "INR" });
const both = (en: string | null, ar: string | null = null) => ({ en, ar });

const RUG: Listing = {
  ...{ id: "prd_1", kind: "physical", state: "draft", version: 3, actions: ["edit"], category: "rugs-and-carpets" },
  ...{ seller: { id: "usr_1", name: "Asha" }, title: both("Rug", "سجادة"), description: both(null, "صوف") },
  specifications: [{ name: both("Pile"), value: both("12 mm") }],
  ...{ price: inr(49_900), options: [both("Size", "المقاس")], packages: [], pictures: [], stock: 5, files: [] },
  variants: [
    { id: "var_1", sku: "RUG-S", choices: [both("Small", "صغير")], price: inr(49_900), stock: 2 },
    { id: "var_2", sku: "RUG-L", choices: [both("Large")], price: inr(89_950), stock: 3 },
  ],
  ...{ weightGrams: 4200, dimensionsMm: { length: 900, width: 255, height: 7 } },
  ...{ listedAt: "2026-01-01T00:00:00.000Z", submittedAt: null, rejection: null },
};

test("a listing is shown as its seller wrote it, sizes in centimetres", () => {
  expect(fieldsOf(RUG)).toMatchObject({
    ...{ category: "rugs-and-carpets", currency: "INR", "title.en": "Rug", "title.ar": "سجادة", "description.en": "" },
    ...{
      weight: "4200",
      length: "90",
      width: "25.5",
      height: "0.7",
      "option.0.en": "Size",
      "spec.0.value.en": "12 mm",
    },
    ...{ "variant.1.sku": "RUG-L", "variant.1.price": "899.50", "variant.0.choice.0.ar": "صغير" },
  });
  expect(fieldsOf(RUG).price).toBeUndefined();
  expect(fieldsOf({ ...RUG, variants: [], options: [], weightGrams: null, dimensionsMm: null })).not.toHaveProperty(
    "weight",
  );
});

test("packages of a service are shown with their days and revisions", () => {
  const one = { name: both("One page"), description: both(null), price: inr(250_000), deliveryDays: 3, revisions: 0 };
  const fields = fieldsOf({ ...RUG, kind: "service", packages: [one], variants: [], options: [] });
  expect(fields).toMatchObject({ "package.0.price": "2500.00", "package.0.days": "3", "package.0.revisions": "0" });
  expect(fields.price).toBeUndefined();
  expect(rowsOf(emptyFields("service", "INR"), "package")).toEqual([0]);
  expect(rowsOf(emptyFields("physical", "INR"), "package")).toEqual([]);
});

test("a row that is added has a number that no row had, and what is removed leaves the others as they were", () => {
  const fields = fieldsOf(RUG);
  const added = afterRowAct(fields, "add:variant");
  expect(rowsOf(added, "variant")).toEqual([0, 1, 2]);
  expect(added["variant.2.price"]).toBe("899.50");
  const left = afterRowAct(added, "remove:variant.1");
  expect([rowsOf(left, "variant"), left["variant.0.sku"], left["variant.2.sku"]]).toEqual([[0, 2], "RUG-S", ""]);
  expect(rowsOf(afterRowAct(left, "add:variant"), "variant")).toEqual([0, 2, 3]);
});

test("what begins to vary has two ways to be, at the price it had, and without a choice nothing varies", () => {
  const varying = afterRowAct({ price: "90" }, "add:option");
  expect([rowsOf(varying, "option"), rowsOf(varying, "variant")]).toEqual([[0], [0, 1]]);
  expect([varying["variant.0.price"], varying["variant.1.price"]]).toEqual(["90", "90"]);
  const twice = afterRowAct(fieldsOf(RUG), "add:option");
  expect(rowsOf(twice, "variant")).toEqual([0, 1]);
  const once = afterRowAct({ ...twice, "variant.0.choice.1.en": "Red" }, "remove:option.1");
  expect(once["variant.0.choice.1.en"]).toBeUndefined();
  expect(once["variant.0.choice.0.en"]).toBe("Small");
  const plain = afterRowAct(once, "remove:option.0");
  expect([rowsOf(plain, "option"), rowsOf(plain, "variant")]).toEqual([[], []]);
});

test("there are not more rows than may be, and what is no act changes nothing", () => {
  const four = ["add:option", "add:option", "add:option", "add:option"].reduce(afterRowAct, {});
  expect(rowsOf(four, "option")).toEqual([0, 1, 2]);
  for (const act of ["", "add:", "add:price", "remove:", "remove:variant", "drop:variant.0", "save"])
    expect(afterRowAct(four, act)).toEqual(four);
});
