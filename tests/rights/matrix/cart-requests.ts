import { DELIVERED_TO } from "../belongings.ts";
import type { Valid } from "./requests.ts";

const byLine: Valid = { of: "buyer", params: ({ cartLine }) => ({ id: cartLine }) };
const byPurchase: Valid = { of: "buyer", params: ({ purchase }) => ({ id: purchase }) };

/** One scarf, and sending it by road. */
const TOTAL = { amount: 34_800, currency: "INR" };

export const CART_REQUESTS: Readonly<Record<string, Valid>> = {
  getCart: {},
  addToCart: { body: ({ product }) => ({ productId: product, quantity: 1 }) },
  changeCartLine: { ...byLine, body: () => ({ quantity: 2 }) },
  removeCartLine: byLine,
  checkOutCart: {
    body: ({ cartSeller, cartQuote }) => ({
      ...{ shippingAddress: DELIVERED_TO, expectedTotal: TOTAL },
      sellers: [{ sellerId: cartSeller, quoteId: cartQuote, courier: "road" }],
    }),
  },
  getPurchase: byPurchase,
  startPurchasePayment: { ...byPurchase, body: () => ({}) },
};
