import { add, isZero, type Money, times, zero } from "../money/index.ts";
import { days, hours } from "../time/index.ts";

export type Side = "buyer" | "seller";

export const otherSide = (side: Side): Side => (side === "buyer" ? "seller" : "buyer");

/** What one side offers the other: everything that a sale needs to be known by. */
export type OfferTerms = {
  readonly unitPrice: Money;
  readonly quantity: number;
  /** Who bears the cost of sending: the buyer pays this beside the goods, the seller pays the carrier himself. */
  readonly shipping: { readonly bearer: Side; readonly amount: Money };
  readonly paymentHours: number;
  readonly dispatchDays: number;
  readonly deliveryDays: number;
  readonly inspectionDays: number;
  /** What else the two agree; the structured terms go before it. */
  readonly freeTerms: string;
};

/** Within which every offer lies, the ends included. */
export const LIMITS = {
  quantity: { least: 1, most: 1_000_000 },
  paymentHours: { least: 1, most: 72 },
  dispatchDays: { least: 1, most: 30 },
  deliveryDays: { least: 1, most: 60 },
  inspectionDays: { least: 1, most: 30 },
  /** How long an offer may stand. */
  validForHours: { least: 1, most: 720 },
  freeTerms: 4_000,
} as const;

/** The largest sum of an agreement: far within what a JSON number and the ledger hold exactly. */
export const LARGEST_TOTAL = 1_000_000_000_000_000n;

/** A field that is wrong, by its name. */
export type WrongTerm = keyof OfferTerms | "shipping.amount" | "total";

const COUNTED = ["quantity", "paymentHours", "dispatchDays", "deliveryDays", "inspectionDays"] as const;

/** The first field of an offer that cannot be; null when it may stand. */
export function wrongTerm(terms: OfferTerms, currency: Money["currency"]): WrongTerm | null {
  const { unitPrice, shipping } = terms;
  if (unitPrice.currency !== currency || unitPrice.minor <= 0n || unitPrice.minor > LARGEST_TOTAL) return "unitPrice";
  const counted = COUNTED.find((field) => !isWithin(terms[field], LIMITS[field]));
  if (counted) return counted;
  if (shipping.amount.currency !== currency || shipping.amount.minor < 0n) return "shipping.amount";
  if (shipping.bearer === "seller" && !isZero(shipping.amount)) return "shipping.amount";
  if (terms.freeTerms.length > LIMITS.freeTerms) return "freeTerms";
  return totalOf(terms).minor > LARGEST_TOTAL ? "total" : null;
}

const isWithin = (value: number, { least, most }: { readonly least: number; readonly most: number }): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** What the buyer pays for sending: nothing where the seller bears it. */
export const shippingPaidByBuyer = ({ shipping, unitPrice }: Pick<OfferTerms, "shipping" | "unitPrice">): Money =>
  shipping.bearer === "buyer" ? shipping.amount : zero(unitPrice.currency);

/** What the buyer pays in all. */
export const totalOf = (terms: Pick<OfferTerms, "shipping" | "unitPrice" | "quantity">): Money =>
  add(times(terms.unitPrice, terms.quantity), shippingPaidByBuyer(terms));

/** The windows that these terms give a deal; the others stay as the marketplace has them. */
export const windowsOf = (
  terms: Pick<OfferTerms, "paymentHours" | "dispatchDays" | "deliveryDays" | "inspectionDays">,
) => ({
  paymentAgreed: hours(terms.paymentHours),
  dispatch: days(terms.dispatchDays),
  delivery: days(terms.deliveryDays),
  inspection: days(terms.inspectionDays),
});
