import type { Doing } from "./agenda.ts";
import { carry, HOUR, pay, type Stage, type Wish } from "./sales.ts";

/** How far a negotiation goes. */
export type Talk = "closed" | "on_the_table" | "agreed" | "paid" | "bought";

type Negotiation = {
  readonly id: string;
  readonly standingOffer: { readonly id: string } | null;
  readonly agreementId: string | null;
};
type Agreement = { readonly id: string; readonly hash: string };
type Rates = { readonly quoteId: string; readonly options: readonly { readonly courier: string }[] };

const NAMES: Readonly<Record<string, string>> = { buyer: "Asha Demo", "buyer-b": "Bilal Demo" };

/** Offers and counter-offers over a quantity, the order that follows from the terms, and under it two signatures. */
export async function* negotiate(stage: Stage, { buyer, address, article, quantity }: Wish, how: Talk): Doing {
  const { api, dice } = stage;
  const { seller, price } = article;
  const offer = (share: number, words: string) => ({
    unitPrice: { amount: Math.round(price.amount * share), currency: price.currency },
    ...{ quantity, shipping: { bearer: "buyer", amount: { amount: 18_000, currency: price.currency } } },
    ...{ paymentHours: 48, dispatchDays: 5, deliveryDays: 12, inspectionDays: 3, freeTerms: words, validForHours: 240 },
  });
  const words = "Packed in cartons of ten. Samples of the lot are kept by the seller for three months.";
  const opened = await api.post<Negotiation>(buyer, "/negotiations", {
    productId: article.id,
    offer: offer(0.8, words),
  });
  yield dice.between(2, 30) * HOUR;
  const countered = await api.post<Negotiation>(seller, `/negotiations/${opened.id}/offers`, offer(0.92, words));
  if (how === "on_the_table") return;
  yield dice.between(2, 30) * HOUR;
  if (how === "closed") {
    await api.post(buyer, `/negotiations/${opened.id}/close`);
    return;
  }
  const offerId = countered.standingOffer?.id ?? "";
  const { agreementId } = await api.post<Negotiation>(buyer, `/negotiations/${opened.id}/accept`, { offerId });
  if (how === "agreed") return;
  yield dice.between(1, 10) * HOUR;
  const query = new URLSearchParams({ productId: article.id, quantity: String(quantity), postcode: address.postcode });
  const { quoteId, options } = await api.get<Rates>(buyer, `/shipping/rates?${query}`);
  const courier = options[0]?.courier;
  const { orderId } = await api.post<{ orderId: string }>(buyer, `/agreements/${agreementId}/order`, {
    ...{ shippingAddress: address, quoteId, courier },
  });
  stage.placed(orderId);
  yield dice.between(1, 5) * HOUR;
  await pay(stage, buyer, orderId);
  if (how === "paid") return;
  for (const who of [buyer, seller]) {
    yield dice.between(1, 20) * HOUR;
    const { hash } = await api.get<Agreement>(who, `/agreements/${agreementId}`);
    await api.post(who, `/agreements/${agreementId}/sign`, { name: NAMES[who] ?? "For the shop (demo)", hash });
  }
  yield dice.between(5, 40) * HOUR;
  await api.post(seller, `/orders/${orderId}/dispatch`);
  yield* carry(stage, seller, orderId, "delivered");
}
