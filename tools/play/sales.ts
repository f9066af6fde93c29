import type { Api, Money, OrderSeen } from "../demo/api.ts";
import type { Doing } from "./agenda.ts";
import type { Dice } from "./dice.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const MINUTE = 60_000;

/** What stories are played with. */
export type Stage = {
  readonly api: Api;
  readonly dice: Dice;
  /** Is told of every order. */
  readonly placed: (order: string) => void;
};

export type Address = {
  readonly name: string;
  readonly phone: string;
  readonly line1: string;
  readonly city: string;
  readonly postcode: string;
};

export type Article = {
  readonly id: string;
  readonly seller: string;
  readonly variant: string | null;
  readonly price: Money;
};

export type Wish = {
  readonly buyer: string;
  readonly address: Address;
  readonly article: Article;
  readonly quantity: number;
};

/** How far a sale goes; each of the later ones goes through all that comes before. */
export type Fate =
  | "unpaid"
  | "cancelled"
  | "never_sent"
  | "waiting_for_dispatch"
  | "lost"
  | "travelling"
  | "delivered"
  | "confirmed"
  | "kept";

type Rates = { readonly quoteId: string; readonly options: readonly { readonly courier: string }[] };

export async function place({ api, placed }: Stage, { buyer, address, article, quantity }: Wish): Promise<OrderSeen> {
  const query = new URLSearchParams({ productId: article.id, quantity: String(quantity), postcode: address.postcode });
  if (article.variant) query.set("variantId", article.variant);
  const { quoteId, options } = await api.get<Rates>(buyer, `/shipping/rates?${query}`);
  const courier = options[0]?.courier;
  if (!courier) throw new Error(`no courier goes to ${address.postcode}`);
  const item = { productId: article.id, quantity, ...(article.variant && { variantId: article.variant }) };
  const order = await api.post<OrderSeen>(buyer, "/orders", {
    ...{ items: [item], shippingAddress: address, quoteId, courier },
  });
  placed(order.id);
  return order;
}

export async function pay({ api, dice }: Stage, buyer: string, order: string): Promise<void> {
  const payment = await api.post<{ id: string }>(buyer, `/orders/${order}/payment`);
  const method = dice.one(["upi", "upi", "card", "netbanking"]);
  await api.control(`/cashfree/orders/${payment.id}/pay`, { outcome: "success", method, webhook: { mode: "normal" } });
}

async function scan({ api }: Stage, seller: string, order: string, code: string): Promise<void> {
  const { shipment } = await api.order(seller, order);
  if (shipment?.trackingNumber) await api.control(`/rapidshyp/shipments/${shipment.trackingNumber}/scan`, { code });
}

/** From the order to where fate lets it stop. */
export async function* sell(stage: Stage, wish: Wish, fate: Fate): Doing {
  const { api, dice } = stage;
  const { buyer, article } = wish;
  const order = await place(stage, wish);
  if (fate === "unpaid") return;
  yield dice.between(1, 25) * MINUTE;
  await pay(stage, buyer, order.id);
  if (fate === "never_sent" || fate === "waiting_for_dispatch") return;
  if (fate === "cancelled") {
    yield dice.between(1, 10) * HOUR;
    await api.post(buyer, `/orders/${order.id}/cancel`, { reason: dice.one(CHANGES_OF_MIND) });
    return;
  }
  yield dice.between(2, 30) * HOUR;
  await api.post(article.seller, `/orders/${order.id}/dispatch`);
  yield* carry(stage, article.seller, order.id, fate);
  if (fate !== "confirmed") return;
  yield dice.between(2, 20) * HOUR;
  await api.post(buyer, `/orders/${order.id}/confirm-delivery`);
}

const CHANGES_OF_MIND = ["Ordered twice by mistake", "Found it nearby", "Wrong size chosen", "No longer needed"];

export async function* carry(stage: Stage, seller: string, order: string, fate: Fate): Doing {
  const { dice } = stage;
  yield dice.between(3, 20) * HOUR;
  await scan(stage, seller, order, "PUC");
  if (fate === "lost") return;
  yield dice.between(10, 30) * HOUR;
  await scan(stage, seller, order, "INT");
  if (fate === "travelling") return;
  yield dice.between(12, 50) * HOUR;
  await scan(stage, seller, order, "OFD");
  yield dice.between(1, 8) * HOUR;
  await scan(stage, seller, order, "DEL");
}
