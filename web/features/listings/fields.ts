import type { Listing, ListingKind, Written } from "../../api/selling.ts";
import { major } from "../../ui/money.tsx";

/** What stands in the editor's form, name by name. Rows are numbered (`variant.3.sku`); a number is never used again in the same form. */
export type Fields = Readonly<Record<string, string>>;

export const ROWS = ["option", "variant", "package", "spec"] as const;
export type RowKind = (typeof ROWS)[number];
export const MOST: Readonly<Record<RowKind, number>> = { option: 3, variant: 100, package: 3, spec: 40 };

/** The numbers of the rows of a kind, in their order. */
export function rowsOf(fields: Fields, kind: RowKind): number[] {
  const found = new Set<number>();
  for (const name of Object.keys(fields)) {
    const [first, number] = name.split(".");
    if (first === kind && number && /^\d{1,4}$/.test(number)) found.add(Number(number));
  }
  return [...found].sort((a, b) => a - b);
}

const FIRST_FIELD: Readonly<Record<RowKind, string>> = {
  option: "en",
  variant: "sku",
  package: "price",
  spec: "name.en",
};

/** With one more row of this kind, or without one: `add:variant`, `remove:variant.3`. What is not understood changes nothing. */
export function afterRowAct(fields: Fields, act: string): Fields {
  const [verb, what = ""] = act.split(":");
  const [kind, number] = what.split(".");
  const row = ROWS.find((one) => one === kind);
  if (!row) return fields;
  if (verb === "add") return withRow(fields, row);
  return verb === "remove" && number ? without(fields, row, number) : fields;
}

function withRow(fields: Fields, kind: RowKind): Fields {
  const rows = rowsOf(fields, kind);
  if (rows.length >= MOST[kind]) return fields;
  const number = (rows.at(-1) ?? -1) + 1;
  const added = {
    ...{ ...fields, [`${kind}.${number}.${FIRST_FIELD[kind]}`]: "" },
    // Most ways to have a thing cost the same.
    ...(kind === "variant" && {
      [`variant.${number}.price`]: fields[`variant.${rows.at(-1)}.price`] ?? fields.price ?? "",
    }),
  };
  // Something that varies has at least two ways to be.
  const needsVariants = kind === "option" && rowsOf(fields, "variant").length === 0;
  return needsVariants ? withRow(withRow(added, "variant"), "variant") : added;
}

function without(fields: Fields, kind: RowKind, number: string): Fields {
  const own = `${kind}.${number}.`;
  const choices = new RegExp(`^variant\\.\\d+\\.choice\\.${number}\\.`);
  const left = Object.entries(fields).filter(
    ([name]) => !name.startsWith(own) && !(kind === "option" && choices.test(name)),
  );
  const rest = Object.fromEntries(left);
  // Without anything to choose there is nothing that varies.
  const nothingVaries = kind === "option" && rowsOf(rest, "option").length === 0;
  return nothingVaries
    ? Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("variant.")))
    : rest;
}

/** An empty form; a service is sold in at least one package. */
export const emptyFields = (kind: ListingKind, currency: string): Fields => ({
  currency,
  ...(kind === "service" && { "package.0.price": "" }),
});

/** A listing as its editor shows it. */
export function fieldsOf(listing: Listing): Fields {
  const { category, price, weightGrams, dimensionsMm: size, packages, variants, kind } = listing;
  const fields: Record<string, string> = { category, currency: price.currency };
  write(fields, "title", listing.title);
  write(fields, "description", listing.description);
  if (kind !== "service" && variants.length === 0) fields.price = major(price);
  if (weightGrams !== null) fields.weight = String(weightGrams);
  for (const side of SIDES) if (size) fields[side] = centimetres(size[side]);
  for (const [row, option] of listing.options.entries()) write(fields, `option.${row}`, option);
  for (const [row, variant] of variants.entries()) {
    Object.assign(fields, { [`variant.${row}.sku`]: variant.sku, [`variant.${row}.price`]: major(variant.price) });
    for (const [option, choice] of variant.choices.entries()) write(fields, `variant.${row}.choice.${option}`, choice);
  }
  for (const [row, one] of packages.entries()) {
    write(fields, `package.${row}.name`, one.name);
    write(fields, `package.${row}.text`, one.description);
    const { deliveryDays, revisions } = one;
    fields[`package.${row}.price`] = major(one.price);
    Object.assign(fields, {
      [`package.${row}.days`]: String(deliveryDays),
      [`package.${row}.revisions`]: String(revisions),
    });
  }
  for (const [row, { name, value }] of listing.specifications.entries()) {
    write(fields, `spec.${row}.name`, name);
    write(fields, `spec.${row}.value`, value);
  }
  return fields;
}

export const SIDES = ["length", "width", "height"] as const;

/** Written for whoever holds a ruler: 255 mm are 25.5 cm. */
const centimetres = (mm: number): string => (mm % 10 === 0 ? String(mm / 10) : `${(mm - (mm % 10)) / 10}.${mm % 10}`);

function write(fields: Record<string, string>, name: string, { en, ar }: Written): void {
  fields[`${name}.en`] = en ?? "";
  fields[`${name}.ar`] = ar ?? "";
}
