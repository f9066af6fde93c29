import { STANDARD_TAXES } from "@amana/core/pricing";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Terms, termsOfSale } from "#modules/commission";
import { readUser } from "#modules/identity";
import { type Quote, quoteRates } from "#modules/shipping";
import { type Goods, parcelOf, quotedFor, saleOf, worthOf } from "./goods.ts";
import type { OrderParts } from "./routes.ts";

export type QuoteRefusal = "nothing_to_fetch" | "no_carrier" | "not_shipped_there";

/** What goods of one seller come to at each of the couriers that send them to a postcode, by the rules that an order would follow now. */
export type QuotedGoods = { readonly quote: Quote; readonly terms: readonly Terms[] };

/** Asks the carrier, at most once an hour for the same question; never within a transaction. */
export async function quoteGoods(
  { db, carriers, policy, taxes = STANDARD_TAXES }: Pick<OrderParts, "db" | "carriers" | "policy" | "taxes">,
  goods: readonly [Goods, ...Goods[]],
  postcode: string,
  now: Instant,
): Promise<Result<QuotedGoods, QuoteRefusal>> {
  const seller = await readUser(db, goods[0].product.seller);
  if (!seller?.pickupAddress) return refuse("nothing_to_fetch");
  const [carrier] = carriers;
  if (!carrier) return refuse("no_carrier");
  const [first, ...more] = goods.map(({ product, variant, quantity }) => ({
    ...{ product: product.id, variant: variant?.id ?? null, quantity },
  }));
  if (!first) return refuse("nothing_to_fetch");
  const request = {
    ...{ fromPostcode: seller.pickupAddress.postcode, toPostcode: postcode },
    ...{ parcel: parcelOf(goods), value: worthOf(goods) },
  };
  const quoted = await quoteRates(db, carrier, quotedFor([first, ...more], postcode), request, now);
  if (!quoted.ok) return refuse(quoted.error.kind === "declined" ? "not_shipped_there" : "no_carrier");
  // What is sent and the sending are paid as one.
  const options = quoted.value.options.filter(({ price }) => price.currency === request.value.currency);
  if (options.length === 0) return refuse("not_shipped_there");
  const terms: Terms[] = [];
  for (const { price } of options) terms.push(await termsOfSale(db, saleOf(goods, price), { policy, taxes }, now));
  return ok({ quote: { ...quoted.value, options }, terms });
}
