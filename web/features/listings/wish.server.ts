import { faultOfVariants, isWorded } from "@amana/core/catalog";
import type { ListingKind } from "../../api/selling.ts";
import { amountIn } from "../../ui/amount-in.ts";
import { type Fields, rowsOf, SIDES } from "./fields.ts";

/** What is wrong, by the name of the input that it concerns; the value is a key below `listing.wrong`. */
export type Wrong = Record<string, string>;
export type Wish = { body: Record<string, unknown>; wrong: Wrong };

/** What the form asks the API for. A `first` wish makes the listing: it says its kind, and what lies on the shelf. */
export function wishOf(kind: ListingKind, fields: Fields, first: boolean): Wish {
  const wrong: Wrong = {};
  const reading: Reading = { fields, wrong };
  const title = wordsIn(reading, "title");
  if (!title) wrong["title.en"] = "title";
  if (!fields.category) wrong.category = "category";
  const description = wordsIn(reading, "description");
  const specifications = specificationsIn(reading);
  const common = { category: fields.category, title, ...(description && { description }), specifications };
  const own = kind === "service" ? { packages: packagesIn(reading) } : productIn(reading, kind, first);
  return { body: { ...(first && kind !== "service" && { kind }), ...common, ...own }, wrong };
}

type Reading = { readonly fields: Fields; readonly wrong: Wrong };

function productIn(reading: Reading, kind: ListingKind, first: boolean): Record<string, unknown> {
  const { fields } = reading;
  const options = rowsOf(fields, "option");
  const variants = variantsIn(reading, options, kind === "physical");
  const varies = variants.length > 0;
  const named = options.map((row) => required(reading, `option.${row}`, "option"));
  return {
    ...{ options: named, variants },
    ...(!varies && { price: priceIn(reading, "price") }),
    ...(kind === "physical" && parcelIn(reading)),
    ...(first && kind === "physical" && !varies && { stock: countIn(reading, "stock", "stock") }),
  };
}

function variantsIn(reading: Reading, options: readonly number[], countsPieces: boolean) {
  const { fields, wrong } = reading;
  if (options.length === 0) return [];
  const rows = rowsOf(fields, "variant");
  const taken = new Set(rows.map((row) => fields[`variant.${row}.sku`] ?? ""));
  const variants = rows.map((row) => {
    const at = `variant.${row}`;
    const choices = options.map((option) => required(reading, `${at}.choice.${option}`, "choice"));
    const sku = fields[`${at}.sku`] || nextSku(taken);
    const price = priceIn(reading, `${at}.price`);
    return { sku, choices, price, ...(countsPieces && { stock: countIn(reading, `${at}.stock`, "stock") }) };
  });
  const fault = faultOfVariants(
    options.length,
    variants.map(({ sku, choices }) => ({
      sku,
      choices: choices.map((one) => ({ en: one.en ?? null, ar: one.ar ?? null })),
    })),
  );
  if (fault && Object.keys(wrong).length === 0) wrong.variants = fault;
  return variants;
}

/** Who gives no SKUs gets numbers. */
function nextSku(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`V-${number}`)) number += 1;
  taken.add(`V-${number}`);
  return `V-${number}`;
}

function packagesIn(reading: Reading) {
  return rowsOf(reading.fields, "package").map((row) => {
    const at = `package.${row}`;
    const description = wordsIn(reading, `${at}.text`);
    return {
      ...{ name: required(reading, `${at}.name`, "name"), ...(description && { description }) },
      ...{ price: priceIn(reading, `${at}.price`), deliveryDays: countIn(reading, `${at}.days`, "days", 1) },
      revisions: countIn(reading, `${at}.revisions`, "revisions"),
    };
  });
}

/** Rows that were left empty are none. */
function specificationsIn(reading: Reading) {
  return rowsOf(reading.fields, "spec").flatMap((row) => {
    const [name, value] = [wordsIn(reading, `spec.${row}.name`), wordsIn(reading, `spec.${row}.value`)];
    if (!name && !value) return [];
    return [
      {
        name: required(reading, `spec.${row}.name`, "specName"),
        value: required(reading, `spec.${row}.value`, "specValue"),
      },
    ];
  });
}

/** Weight and size come together; a draft may lack both. */
function parcelIn(reading: Reading): Record<string, unknown> {
  const { fields } = reading;
  const given = ["weight", ...SIDES].filter((name) => fields[name]);
  if (given.length === 0) return {};
  const size = Object.fromEntries(SIDES.map((side) => [side, millimetresIn(reading, side)]));
  return { weightGrams: countIn(reading, "weight", "weight", 1), dimensionsMm: size };
}

function millimetresIn({ fields, wrong }: Reading, name: string): number {
  const [, whole = "", tenth = "0"] = /^(\d{1,4})(?:[.,](\d))?$/.exec(fields[name] ?? "") ?? [];
  const mm = Number(whole) * 10 + Number(tenth);
  if (mm < 1 || mm > 10_000) wrong[name] = "size";
  return mm;
}

function countIn({ fields, wrong }: Reading, name: string, what: string, least = 0): number {
  const text = fields[name] || (least === 0 ? "0" : "");
  const count = Number(text);
  if (/^\d{1,7}$/.test(text) && count >= least) return count;
  wrong[name] = what;
  return least;
}

function priceIn({ fields, wrong }: Reading, name: string) {
  const price = amountIn(fields[name], fields.currency);
  if (price && price.amount > 0) return price;
  wrong[name] = "price";
  return null;
}

function wordsIn({ fields }: Reading, name: string): { en?: string; ar?: string } | null {
  const [en, ar] = [fields[`${name}.en`] ?? "", fields[`${name}.ar`] ?? ""];
  return isWorded({ en, ar }) ? { ...(en && { en }), ...(ar && { ar }) } : null;
}

function required(reading: Reading, name: string, what: string): { en?: string; ar?: string } {
  const words = wordsIn(reading, name);
  if (!words) reading.wrong[`${name}.en`] = what;
  return words ?? {};
}

const PLAIN: Record<string, string> = {
  category: "category",
  title: "title.en",
  description: "description.en",
  price: "price",
  stock: "stock",
  weightGrams: "weight",
  dimensionsMm: "length",
  files: "files",
  variants: "variants",
  packages: "packages",
};
const OF_ROWS = { variants: "variant", packages: "package", options: "option", specifications: "spec" } as const;
const PARTS: Record<string, string> = {
  price: "price",
  sku: "sku",
  stock: "stock",
  deliveryDays: "days",
  revisions: "revisions",
  name: "name.en",
  value: "value.en",
  description: "text.en",
};

/** The input that a field of the API's answer is about: `variants.1.price.amount` is the price in the second row. */
export function inputOf(field: string, fields: Fields): string {
  const [first = "", place, part = "", language = ""] = field.split(".");
  const kind = Object.entries(OF_ROWS).find(([name]) => name === first)?.[1];
  const row = kind && place ? rowsOf(fields, kind)[Number(place)] : undefined;
  if (kind && row !== undefined) return `${kind}.${row}.${inRow(kind, part, language)}`;
  if ((first === "title" || first === "description") && (place === "en" || place === "ar")) return field;
  const side = SIDES.find((one) => one === place);
  return first === "dimensionsMm" && side ? side : (PLAIN[first] ?? first);
}

function inRow(kind: (typeof OF_ROWS)[keyof typeof OF_ROWS], part: string, language: string): string {
  if (kind === "option") return part === "ar" ? "ar" : "en";
  const plain = PARTS[part] ?? "sku";
  return language === "ar" && plain.endsWith(".en") ? plain.replace(/en$/, "ar") : plain;
}

/** What the API objects to, beside the input that it concerns. */
export const wrongOf = (errors: readonly { field: string }[], fields: Fields): Wrong =>
  Object.fromEntries(
    errors.map(({ field }) => {
      const input = inputOf(field, fields);
      return [input, wordOf(input)];
    }),
  );

const LAST: Record<string, string> = { name: "name", text: "description", value: "specValue", choice: "choice" };

function wordOf(input: string): string {
  const parts = input.split(".");
  if (parts[0] === "option") return "option";
  if (parts[0] === "spec" && parts[2] === "name") return "specName";
  if (SIDES.some((side) => side === input)) return "size";
  const last = parts.length > 2 ? (parts[2] ?? "") : (parts[0] ?? "");
  return LAST[last] ?? last;
}
