import { LISTING_KINDS, LISTING_STATES, SELLER_COMMANDS } from "@amana/core/catalog";
import { Type } from "typebox";
import { IdOf, InstantJson, line, MoneyJson, nullable, oneOf, paragraph, ref, strict, Text } from "#runtime/http";

/** The id of a product or of a service. */
export const ListingIdJson = Type.Union([IdOf("product"), IdOf("service")]);

export const CategoryId = Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 60, examples: ["honey"] });
export const KindJson = oneOf(LISTING_KINDS, { $id: "ListingKind" });
export const StateJson = oneOf(LISTING_STATES, { $id: "ListingState" });

/** As its seller wrote it: in English, in Arabic or in both. */
const inOneLanguage = <T extends ReturnType<typeof line>>(text: T) =>
  strict({ en: Type.Optional(text), ar: Type.Optional(text) }, { minProperties: 1 });

const Name = inOneLanguage(line({ maxLength: 60 }));
const Value = inOneLanguage(line({ maxLength: 300 }));
const SpecificationJson = strict({ name: Name, value: Value });
const Days = Type.Integer({ minimum: 1, maximum: 365 });
const Sku = Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$", examples: ["RUG-120-RED"] });
const Stock = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const Grams = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const Millimetres = Type.Integer({ minimum: 1, maximum: 10_000 });
const Dimensions = strict({ length: Millimetres, width: Millimetres, height: Millimetres });

export const PackageWish = strict({
  name: Name,
  description: Type.Optional(inOneLanguage(line({ maxLength: 500 }))),
  price: ref(MoneyJson),
  deliveryDays: Days,
  revisions: Type.Integer({ minimum: 0, maximum: 50 }),
});

export const VariantWish = strict({
  sku: Sku,
  choices: Type.Array(Name, { minItems: 1, maxItems: 3, description: "One for each option, in their order." }),
  price: ref(MoneyJson),
  stock: Type.Optional(
    Type.Integer({
      ...{ minimum: 0, maximum: 1_000_000 },
      description:
        "What a new one begins with. The stock of one whose SKU is there already is changed by itself alone.",
    }),
  ),
});

const COMMON = {
  category: CategoryId,
  title: inOneLanguage(line({ maxLength: 150 })),
  description: inOneLanguage(paragraph({ maxLength: 10_000 })),
  specifications: Type.Array(SpecificationJson, { maxItems: 40 }),
};

const PRODUCT = {
  price: ref(MoneyJson),
  options: Type.Array(Name, { maxItems: 3, description: "What the variants differ in, for instance size and colour." }),
  variants: Type.Array(VariantWish, { maxItems: 100 }),
  weightGrams: Grams,
  dimensionsMm: Dimensions,
};

const MOST_FILES = 20;
const FileIds = Type.Array(IdOf("file"), {
  ...{ maxItems: MOST_FILES, uniqueItems: true },
  description: "Files of mine with the purpose `asset`, named all at once: what buyers of a digital product get.",
});

const SERVICE = { packages: Type.Array(PackageWish, { minItems: 1, maxItems: 3 }) };

const { category, title, description, specifications } = COMMON;
const { price, options, variants, weightGrams, dimensionsMm } = PRODUCT;

export const ProductWish = strict({
  ...{ kind: oneOf(["physical", "digital"]), category, title, description: Type.Optional(description) },
  ...{ specifications: Type.Optional(specifications), options: Type.Optional(options) },
  ...{ variants: Type.Optional(variants), price: Type.Optional(price), stock: Type.Optional(Stock) },
  ...{ weightGrams: Type.Optional(weightGrams), dimensionsMm: Type.Optional(dimensionsMm) },
  files: Type.Optional(FileIds),
});

export const ProductChange = Type.Partial(strict({ ...COMMON, ...PRODUCT, files: FileIds }), {
  additionalProperties: false,
});

export const ServiceWish = strict({
  ...{ category, title, description: Type.Optional(description), packages: SERVICE.packages },
  specifications: Type.Optional(specifications),
});

export const ServiceChange = Type.Partial(strict({ ...COMMON, ...SERVICE }), { additionalProperties: false });

const SizeJson = strict({ width: Type.Integer(), url: Type.String() });

export const PictureJson = strict(
  {
    id: nullable(IdOf("picture")),
    url: Type.String(),
    alt: ref(Text),
    sizes: Type.Array(SizeJson, { description: "The same picture in other widths, the smallest first." }),
  },
  { $id: "Picture" },
);

const SellerJson = strict({ id: IdOf("user"), name: Type.String() });
const ShownSpecification = strict({ name: ref(Text), value: ref(Text) });
const ShownVariant = strict({
  ...{ id: IdOf("variant"), sku: Sku, choices: Type.Array(ref(Text)), price: ref(MoneyJson), stock: Type.Integer() },
});

const FILE = { name: Type.String(), mediaType: Type.String(), size: Type.Integer({ description: "Bytes." }) };

const SHOWN = {
  category: Type.String(),
  title: ref(Text),
  description: ref(Text),
  specifications: Type.Array(ShownSpecification),
  price: ref(MoneyJson),
  seller: SellerJson,
  pictures: Type.Array(ref(PictureJson)),
  listedAt: InstantJson,
};

export const ProductJson = strict(
  {
    ...{ id: IdOf("product"), kind: ref(KindJson), ...SHOWN },
    ...{ options: Type.Array(ref(Text)), variants: Type.Array(ShownVariant), stock: Type.Integer() },
    weightGrams: nullable(Type.Integer()),
    dimensionsMm: nullable(strict({ length: Type.Integer(), width: Type.Integer(), height: Type.Integer() })),
    files: Type.Array(strict(FILE), { description: "Of what is digital: what is downloaded once it is paid for." }),
    pickupPostcode: Type.String(),
  },
  { $id: "Product" },
);

const ShownPackage = strict({
  ...{ name: ref(Text), description: nullable(ref(Text)), price: ref(MoneyJson) },
  ...{ deliveryDays: Type.Integer(), revisions: Type.Integer() },
});

export const ServiceJson = strict(
  { id: IdOf("service"), kind: ref(KindJson), ...SHOWN, packages: Type.Array(ShownPackage) },
  { $id: "Service" },
);

const WrittenJson = strict(
  { en: nullable(Type.String()), ar: nullable(Type.String()) },
  { $id: "Written", description: "As it was written: null in the language that it was not written in." },
);

/** A listing as its seller and staff see it. */
export const ListingJson = strict(
  {
    id: ListingIdJson,
    kind: ref(KindJson),
    state: ref(StateJson),
    version: Type.Integer({ minimum: 1 }),
    actions: Type.Array(oneOf([...SELLER_COMMANDS, "edit", "delete"]), { description: "What its seller may do now." }),
    seller: SellerJson,
    category: Type.String(),
    title: ref(WrittenJson),
    description: ref(WrittenJson),
    specifications: Type.Array(strict({ name: ref(WrittenJson), value: ref(WrittenJson) })),
    price: ref(MoneyJson),
    options: Type.Array(ref(WrittenJson)),
    variants: Type.Array(
      strict({
        ...{ id: IdOf("variant"), sku: Sku, choices: Type.Array(ref(WrittenJson)) },
        ...{ price: ref(MoneyJson), stock: Type.Integer() },
      }),
    ),
    packages: Type.Array(
      strict({
        ...{ name: ref(WrittenJson), description: ref(WrittenJson), price: ref(MoneyJson) },
        ...{ deliveryDays: Type.Integer(), revisions: Type.Integer() },
      }),
    ),
    pictures: Type.Array(ref(PictureJson)),
    stock: Type.Integer(),
    files: Type.Array(strict({ id: IdOf("file"), ...FILE, sha256: Type.String() })),
    weightGrams: nullable(Type.Integer()),
    dimensionsMm: nullable(strict({ length: Type.Integer(), width: Type.Integer(), height: Type.Integer() })),
    listedAt: InstantJson,
    submittedAt: nullable(InstantJson),
    rejection: nullable(Type.String({ description: "Why staff sent it back." })),
  },
  { $id: "Listing" },
);

const CATEGORY = { id: CategoryId, name: ref(Text) };
const LeafJson = strict(CATEGORY, { $id: "Category" });
const GroupJson = strict({ ...CATEGORY, children: Type.Array(ref(LeafJson)) }, { $id: "CategoryGroup" });

/** A market with its categories. The tree has three levels, so that no schema must name itself. */
export const MarketJson = strict(
  { ...CATEGORY, kind: ref(KindJson), children: Type.Array(ref(GroupJson)) },
  { $id: "Market" },
);
