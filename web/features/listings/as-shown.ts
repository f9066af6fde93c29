import type { Listing, Written } from "../../api/selling.ts";
import type { Service } from "../../api/shopping.ts";
import type { Product, Text } from "../../api/types.ts";

/** Readers of a language without words of its own get those of the other, as the server gives them. */
const both = ({ en, ar }: Written): Text => ({ en: en ?? ar ?? "", ar: ar ?? en ?? "" });

const common = ({ id, category, title, description, price, seller, pictures, specifications }: Listing) => ({
  ...{ id, category, price, seller, pictures, title: both(title), description: both(description) },
  specifications: specifications.map(({ name, value }) => ({ name: both(name), value: both(value) })),
});

/** A listing as its page shows it to buyers. */
export const productOf = (listing: Listing): Product => ({
  ...common(listing),
  kind: listing.kind === "digital" ? "digital" : "physical",
  options: listing.options.map(both),
  variants: listing.variants.map((variant) => ({ ...variant, choices: variant.choices.map(both) })),
  ...{ stock: listing.stock, weightGrams: listing.weightGrams, dimensionsMm: listing.dimensionsMm },
  ...{ files: listing.files, pickupPostcode: "" },
});

export const serviceOf = (listing: Listing): Service => ({
  ...common(listing),
  kind: "service",
  packages: listing.packages.map(({ name, description, ...rest }) => ({
    ...rest,
    name: both(name),
    description: description.en === null && description.ar === null ? null : both(description),
  })),
});
