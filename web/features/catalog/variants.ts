import type { Product, Text, Variant } from "../../api/types.ts";

type Chosen = Pick<Product, "variants">;

/** The variant that is looked at: the one that is named, else the first that is there to be had. */
export const variantOf = ({ variants }: Chosen, id: string | null): Variant | null =>
  variants.find((one) => one.id === id) ?? variants.find(({ stock }) => stock > 0) ?? variants[0] ?? null;

/** A product as somebody buys it: with price and stock of the variant that was chosen. */
export const asChosen = (product: Product, variant: Variant | null): Product =>
  variant ? { ...product, price: variant.price, stock: variant.stock } : product;

const same = (a: Text | undefined, b: Text | undefined): boolean => a?.en === b?.en && a?.ar === b?.ar;

export type OptionValue = { value: Text; variant: Variant; chosen: boolean };

/** For each option its values, each with the variant that it leads to: the one that differs least from what is chosen. */
export function optionsOf({ options, variants }: Pick<Product, "options" | "variants">, chosen: Variant | null) {
  return options.map((name, place) => {
    const values: OptionValue[] = [];
    for (const { choices } of variants) {
      const value = choices[place];
      if (!value || values.some((one) => same(one.value, value))) continue;
      const leading = variants.filter((one) => same(one.choices[place], value));
      const nearest = leading.reduce((best, one) => (alike(one, chosen) > alike(best, chosen) ? one : best));
      values.push({ value, variant: nearest, chosen: same(chosen?.choices[place], value) });
    }
    return { name, values };
  });
}

const alike = ({ choices }: Variant, other: Variant | null): number =>
  choices.filter((choice, place) => same(choice, other?.choices[place])).length;
