import { DELIVERED_TO } from "../belongings.ts";

type Named<Name extends string> = Readonly<Record<Name, string>>;

const byLine = { of: "buyer", params: ({ cartLine }: Named<"cartLine">) => ({ id: cartLine }) } as const;
const byPurchase = { of: "buyer", params: ({ purchase }: Named<"purchase">) => ({ id: purchase }) } as const;

/** One scarf, and sending it by road. */
const TOTAL = { amount: 34_800, currency: "INR" };

export const CART_REQUESTS = {
  getCart: {},
  addToCart: { body: ({ product }: Named<"product">) => ({ productId: product, quantity: 1 }) },
  changeCartLine: { ...byLine, body: () => ({ quantity: 2 }) },
  removeCartLine: byLine,
  checkOutCart: {
    body: ({ cartSeller, cartQuote }: Named<"cartSeller" | "cartQuote">) => ({
      ...{ shippingAddress: DELIVERED_TO, expectedTotal: TOTAL },
      sellers: [{ sellerId: cartSeller, quoteId: cartQuote, courier: "road" }],
    }),
  },
  listPurchases: {},
  getPurchase: byPurchase,
  startPurchasePayment: { ...byPurchase, body: () => ({}) },
};
