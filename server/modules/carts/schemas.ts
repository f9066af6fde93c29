import { Type } from "typebox";
import { TaxJson } from "#modules/commission";
import { AddressJson, OptionJson, PaymentJson, SummaryJson } from "#modules/orders";
import { IdOf, InstantJson, MoneyJson, nullable, oneOf, ref, strict, Text } from "#runtime/http";
import { MOST_PIECES } from "./change.ts";
import { MOST_SELLERS } from "./checkout.ts";
import { LINE_STATES, SHIPPING_PROBLEMS } from "./view.ts";

export const Pieces = Type.Integer({ minimum: 1, maximum: MOST_PIECES });

const LineJson = strict(
  {
    id: IdOf("cartLine"),
    productId: IdOf("product"),
    variantId: nullable(IdOf("variant")),
    title: ref(Text),
    choices: Type.Array(ref(Text), {
      description: "What makes up the variant; empty where there is none, or it is gone.",
    }),
    pictureUrl: nullable(Type.String()),
    quantity: Type.Integer(),
    unitPrice: ref(MoneyJson),
    priceWhenAdded: nullable(
      strict(
        { ...MoneyJson.properties },
        { description: "Where the price has changed since it was laid into the cart." },
      ),
    ),
    total: nullable(ref(MoneyJson)),
    state: oneOf(LINE_STATES),
  },
  {
    $id: "CartLine",
    description:
      "Lines that cannot be bought now stay, and say why. `total` is null where it comes to more than can be paid.",
  },
);

const AmountsJson = strict(
  {
    goods: ref(MoneyJson),
    shipping: ref(MoneyJson),
    tax: ref(MoneyJson),
    buyerFee: ref(MoneyJson),
    total: ref(MoneyJson),
    taxes: Type.Array(ref(TaxJson)),
  },
  { $id: "CartAmounts", description: "What an order would come to now; `tax` is what comes on top of the prices." },
);

const ShippingJson = strict({
  quoteId: IdOf("quote"),
  expiresAt: InstantJson,
  options: Type.Array(strict({ ...OptionJson.properties, amounts: ref(AmountsJson) })),
  cheapest: Type.String({ description: "The courier at which all of it costs least." }),
});

export const CartJson = strict(
  {
    sellers: Type.Array(
      strict({
        seller: strict({ id: IdOf("user"), name: Type.String() }),
        lines: Type.Array(ref(LineJson)),
        shipping: nullable(ShippingJson),
        problem: nullable(oneOf(SHIPPING_PROBLEMS)),
      }),
    ),
    total: nullable(ref(MoneyJson)),
    now: InstantJson,
  },
  {
    $id: "Cart",
    description:
      "`problem`: why there are no ways of sending. `total`: all of it, sent in the cheapest way; null while something has no price or prices are in several currencies.",
  },
);

export const CheckoutJson = strict({
  shippingAddress: ref(AddressJson),
  sellers: Type.Array(
    strict({ sellerId: IdOf("user"), quoteId: IdOf("quote"), courier: Type.String({ minLength: 1, maxLength: 40 }) }),
    { minItems: 1, maxItems: MOST_SELLERS },
  ),
  expectedTotal: ref(MoneyJson),
});

export const PurchaseJson = strict(
  {
    id: IdOf("purchase"),
    createdAt: InstantJson,
    total: ref(MoneyJson),
    due: ref(MoneyJson),
    orders: Type.Array(ref(SummaryJson)),
    payment: nullable(ref(PaymentJson)),
    actions: Type.Array(oneOf(["pay"])),
    now: InstantJson,
  },
  {
    $id: "Purchase",
    description:
      "Orders that were placed at once, one for each seller. `due`: what those that wait for payment come to; one payment covers it.",
  },
);

export const PurchaseSummaryJson = strict(
  {
    ...{ id: IdOf("purchase"), createdAt: InstantJson, total: ref(MoneyJson) },
    orderIds: Type.Array(IdOf("order")),
  },
  { $id: "PurchaseSummary", description: "Orders that were placed at once and are paid by one payment." },
);
