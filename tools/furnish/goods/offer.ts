/** What a shop offers, as the seller routes of the API take it. */

export type Words = { readonly en: string; readonly ar: string };
type Money = { readonly amount: number; readonly currency: "INR" };
type Specification = { readonly name: Words; readonly value: Words };
type Variant = {
  readonly sku: string;
  readonly choices: readonly Words[];
  readonly price: Money;
  readonly stock?: number;
};
type Package = {
  readonly name: Words;
  readonly description: Words;
  readonly price: Money;
  readonly deliveryDays: number;
  readonly revisions: number;
};
type Common = {
  readonly category: string;
  readonly title: Words;
  readonly description: Words;
  readonly specifications: readonly Specification[];
};

/** The body of `POST /products`. */
export type ProductBody = Common & {
  readonly kind: "physical" | "digital";
  readonly price: Money;
  readonly stock?: number;
  readonly options?: readonly Words[];
  readonly variants?: readonly Variant[];
  readonly weightGrams?: number;
  readonly dimensionsMm?: { readonly length: number; readonly width: number; readonly height: number };
};
/** The body of `POST /services`. */
export type ServiceBody = Common & { readonly packages: readonly Package[] };

/** `picture` names a drawing for `pictureOf`; its alternative text is the title. */
export type Listing = { readonly shop: string; readonly picture: string } & (
  | { readonly route: "/products"; readonly body: ProductBody }
  | { readonly route: "/services"; readonly body: ServiceBody }
);

export type Shop = {
  /** The demo key: of one of the two that the sandbox begins with, or a new one. */
  readonly key: string;
  readonly name: string;
  readonly about: Words;
  readonly email: string;
  readonly pickup: {
    readonly line1: string;
    readonly line2: string | null;
    readonly city: string;
    readonly postcode: string;
  };
  readonly listings: readonly Listing[];
};

export type Two = readonly [en: string, ar: string];
type Asked = {
  readonly picture: string;
  readonly category: string;
  readonly title: Two;
  readonly text: Two;
  readonly facts?: readonly (readonly [name: Two, value: Two])[];
};
export type Choice = readonly [sku: string, choice: Two, rupees: number, stock?: number];
type Choices = { readonly option: Two; readonly choices: readonly Choice[] };
export type Good = Asked & {
  readonly rupees: number;
  readonly stock?: number;
  readonly grams: number;
  readonly size: readonly [length: number, width: number, height: number];
  readonly variants?: Choices;
};
export type Download = Asked & { readonly rupees: number; readonly variants?: Choices };
export type Level = readonly [name: Two, what: Two, rupees: number, days: number, revisions: number];
export type Service = Asked & { readonly levels: readonly Level[] };

const both = ([en, ar]: Two): Words => ({ en, ar });
const inr = (rupees: number): Money => ({ amount: rupees * 100, currency: "INR" });
const commonOf = ({ category, title, text, facts = [] }: Asked): Common => ({
  category,
  title: both(title),
  description: both(text),
  specifications: facts.map(([name, value]) => ({ name: both(name), value: both(value) })),
});
const variantsOf = (given?: Choices) =>
  given && {
    options: [both(given.option)],
    variants: given.choices.map(([sku, choice, rupees, stock]) => ({
      ...{ sku, choices: [both(choice)], price: inr(rupees) },
      ...(stock !== undefined && { stock }),
    })),
  };

export const good = (shop: string, asked: Good): Listing => {
  const [length, width, height] = asked.size;
  const body: ProductBody = {
    ...{ kind: "physical", ...commonOf(asked), price: inr(asked.rupees) },
    ...(asked.stock !== undefined && { stock: asked.stock }),
    ...variantsOf(asked.variants),
    ...{ weightGrams: asked.grams, dimensionsMm: { length, width, height } },
  };
  return { shop, picture: asked.picture, route: "/products", body };
};

export const download = (shop: string, asked: Download): Listing => ({
  ...{ shop, picture: asked.picture, route: "/products" },
  body: { kind: "digital", ...commonOf(asked), price: inr(asked.rupees), ...variantsOf(asked.variants) },
});

export const service = (shop: string, asked: Service): Listing => ({
  ...{ shop, picture: asked.picture, route: "/services" },
  body: {
    ...commonOf(asked),
    packages: asked.levels.map(([name, what, rupees, deliveryDays, revisions]) => ({
      ...{ name: both(name), description: both(what), price: inr(rupees), deliveryDays, revisions },
    })),
  },
});
