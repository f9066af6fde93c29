import { type Currency, money } from "../money/index.ts";
import type { OfferTerms, Side } from "./terms.ts";

/** Terms as JSON can keep them: amounts as text of minor units, all in one currency. */
export type StoredTerms = {
  readonly unitPrice: string;
  readonly quantity: number;
  readonly shippingBearer: Side;
  readonly shippingAmount: string;
  readonly paymentHours: number;
  readonly dispatchDays: number;
  readonly deliveryDays: number;
  readonly inspectionDays: number;
  readonly freeTerms: string;
};

export const storedTerms = ({ unitPrice, shipping, ...rest }: OfferTerms): StoredTerms => ({
  ...rest,
  unitPrice: unitPrice.minor.toString(),
  shippingBearer: shipping.bearer,
  shippingAmount: shipping.amount.minor.toString(),
});

export const termsFrom = (
  { unitPrice, shippingBearer, shippingAmount, ...rest }: StoredTerms,
  currency: Currency,
): OfferTerms => ({
  ...rest,
  unitPrice: money(BigInt(unitPrice), currency),
  shipping: { bearer: shippingBearer, amount: money(BigInt(shippingAmount), currency) },
});
