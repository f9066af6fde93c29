import type { Belongings } from "./belongings.ts";

type Ids = Belongings & { readonly product: string };
type Words = Readonly<Record<string, string>>;
type Valid = {
  readonly of?: "seller" | "staff" | "public";
  readonly by?: "seller";
  readonly params?: (ids: Ids) => Words;
  readonly also?: readonly ((ids: Ids) => Words)[];
  readonly query?: () => Words;
  readonly body?: () => unknown;
};

const byListing = (of: keyof Ids & ("draft" | "waiting" | "shelved" | "product" | "serviceDraft")): Valid => ({
  ...{ of: "seller", by: "seller", params: (ids) => ({ id: ids[of] }) },
});
const byReview: Valid = { of: "staff", params: ({ waiting }) => ({ id: waiting }) };
const WORDING = { title: { en: "Honey" }, description: { ar: "عسل" } };
const PRICE = { amount: 900, currency: "INR" };
const REASON = { reason: "The picture is of another thing" };

/** What sellers and staff ask about listings, and what anybody asks who looks for one. */
export const LISTING_REQUESTS: Readonly<Record<string, Valid>> = {
  searchListings: { query: () => ({ q: "tailoring" }) },
  suggestListings: { query: () => ({ q: "tail" }) },
  listCategories: {},
  listCurrencies: {},
  listServices: {},
  getService: { of: "public", params: ({ service }) => ({ id: service }) },
  createProduct: {
    by: "seller",
    body: () => ({ kind: "digital", category: "arabic-fonts", ...WORDING, price: PRICE }),
  },
  createService: {
    by: "seller",
    body: () => ({
      ...{ category: "tailoring", ...WORDING },
      packages: [{ name: { en: "One" }, price: PRICE, deliveryDays: 1, revisions: 0 }],
    }),
  },
  changeProduct: { ...byListing("draft"), body: () => WORDING },
  changeService: { ...byListing("serviceDraft"), body: () => WORDING },
  listOwnListings: { by: "seller" },
  countOwnListings: { by: "seller" },
  getOwnListing: { ...byListing("draft"), also: [({ waiting }) => ({ id: waiting })] },
  submitListing: byListing("draft"),
  withdrawListing: byListing("waiting"),
  deactivateListing: byListing("product"),
  activateListing: byListing("shelved"),
  changeStock: { ...byListing("product"), body: () => ({ change: 1 }) },
  deleteListing: byListing("draft"),
  addPicture: { ...byListing("draft"), body: () => ({ not: "a picture" }) },
  arrangePictures: { ...byListing("draft"), body: () => ({ pictures: [] }) },
  getPicture: { of: "public", params: () => ({ id: `pic_${"0".repeat(32)}`, size: "small" }) },
  listListingsUnderReview: {},
  getListingForReview: byReview,
  linkListingFiles: { ...byReview, body: () => ({}) },
  approveListing: { ...byReview, body: () => ({}) },
  rejectListing: { ...byReview, body: () => REASON },
};
