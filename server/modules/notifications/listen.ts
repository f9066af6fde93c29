import { type DealId, parseId, type UserId } from "@amana/core/ids";
import { eventOf } from "@amana/core/notices";
import type { Instant } from "@amana/core/time";
import { type DealMoved, readDeal, readMoved } from "#modules/escrow";
import { type Order, orderOfDeal, readOrder } from "#modules/orders";
import { type Tx, timestamp } from "#runtime/database";
import type { Subscription } from "#runtime/work";
import { accountNews } from "./account-news.ts";
import { type Together, toldTogether } from "./of-purchases.ts";
import { type Telling, tell } from "./tell.ts";

type Side = "buyer" | "seller";

type Told = {
  readonly order: Order;
  readonly command: string;
  readonly eventKey: string;
  /** Minor units as text, to each side those that concern it. */
  readonly amounts: Readonly<Partial<Record<Side, string>>> | null;
  readonly dueAt: Instant | null;
  /** Who did it, where it was one of the two: what somebody did needs no mail to them. */
  readonly by: string | null;
};

const BOTH = ["buyer", "seller"] as const;

/** Both parties are told of everything that concerns them. */
export function tellParties(telling: Telling): Subscription[] {
  const tellOne = async (tx: Tx, user: UserId, side: Side, told: Told, now: Instant): Promise<void> => {
    const { order, command, eventKey, dueAt, by } = told;
    const amount = told.amounts?.[side] ?? null;
    const params = {
      orderNumber: order.number,
      ...(amount !== null && { amount: { amount: Number(amount), currency: order.terms.total.currency } }),
      ...(dueAt !== null && { dueAt: timestamp(dueAt) }),
    };
    const notice = { user, eventKey, key: `${command}.${side}`, params, order: order.id, ownDoing: by === side };
    await tell(tx, telling, notice, now);
  };
  const tellBoth = async (tx: Tx, told: Told, now: Instant): Promise<void> => {
    for (const side of BOTH) await tellOne(tx, told.order[side], side, told, now);
  };
  return [
    {
      name: "tell parties of the deal",
      topic: "deal.moved",
      async hear(tx, payload, now) {
        const moved = readMoved(payload);
        const order = await orderWith(tx, moved.deal);
        const deal = await readDeal(tx, moved.deal);
        const told = {
          order,
          command: eventOf(moved.command, moved.movement !== null, order.kind),
          eventKey: `${moved.deal}:${moved.revision}`,
          amounts: amountsOf(moved),
          dueAt: deal?.deadline?.dueAt ?? null,
          by: moved.by,
        };
        const together = await toldTogether(tx, moved);
        if (!together) return await tellBoth(tx, told, now);
        await tellOne(tx, order.seller, "seller", told, now);
        await tellBuyer(tx, telling, { order, together, told }, now);
      },
    },
    {
      name: "tell of chargeback.changed",
      topic: "chargeback.changed",
      /** Of a chargeback that froze the deal, the deal itself tells; what the buyer was refunded concerns no seller. */
      async hear(tx, payload, now) {
        const deal = parseId("deal", String(payload.deal));
        if (!deal || payload.effect !== "clawed_back") return;
        const state = String(payload.state);
        const told = {
          order: await orderWith(tx, deal),
          command: `clawback_${state}`,
          eventKey: `${String(payload.chargeback)}:${String(payload.round)}:${state}`,
          amounts: bothSides(payload.amount),
          ...{ dueAt: null, by: null },
        };
        await tellBoth(tx, told, now);
      },
    },
    ...accountNews(telling),
    ended("refund.ended", "refund", "buyer", tellBoth),
    ended("payout.ended", "payout", "seller", tellBoth),
    {
      name: "tell seller of the shipment",
      topic: "shipment.failed",
      async hear(tx, payload, now) {
        const id = parseId("order", String(payload.order));
        const order = id && (await readOrder(tx, id));
        if (!order) throw new Error(`no order in ${JSON.stringify(payload)}`);
        const eventKey = `shipment_failed:${String(payload.shipment)}`;
        const news = { command: "shipment_failed", eventKey, amounts: null, dueAt: null, by: null };
        await tellBoth(tx, { order, ...news }, now);
      },
    },
  ];
}

/** Of several orders at once, by the first of them. */
async function tellBuyer(
  tx: Tx,
  telling: Telling,
  { order, together, told }: { readonly order: Order; readonly together: Together; readonly told: Told },
  now: Instant,
): Promise<void> {
  const { command, eventKey, amount } = together;
  const due = command === "purchase_placed" && told.dueAt !== null ? { dueAt: timestamp(told.dueAt) } : {};
  const params = { ...(amount && { amount: { amount: Number(amount.minor), currency: amount.currency } }), ...due };
  const notice = { user: order.buyer, eventKey, key: `${command}.buyer`, params, order: order.id };
  await tell(tx, telling, { ...notice, ownDoing: told.by === "buyer" }, now);
}

/** A division tells each side its own part, a release what the seller gets, anything else the whole. */
function amountsOf({ movement, total, buyerReceives, sellerReceives }: DealMoved): Readonly<Record<Side, string>> {
  if (movement === "settle") return { buyer: buyerReceives.minor.toString(), seller: sellerReceives.minor.toString() };
  return bothSides((movement === "release" ? sellerReceives : total).minor);
}

const bothSides = (amount: unknown): Readonly<Record<Side, string>> => ({
  buyer: String(amount),
  seller: String(amount),
});

type TellBoth = (tx: Tx, told: Told, now: Instant) => Promise<void>;

/** A refund or payout has come to an end: `refund_succeeded.buyer`, `payout_returned.seller`. How much it was is for whoever gets it. */
const ended = (topic: string, what: "refund" | "payout", payee: Side, tellBoth: TellBoth): Subscription => ({
  name: `tell of ${topic}`,
  topic,
  async hear(tx, payload, now) {
    const deal = parseId("deal", String(payload.deal));
    if (!deal) throw new Error(`no deal in ${JSON.stringify(payload)}`);
    const state = String(payload.state);
    const told = {
      order: await orderWith(tx, deal),
      command: `${what}_${state}`,
      eventKey: `${String(payload[what])}:${state}`,
      amounts: { [payee]: String(payload.amount) },
      ...{ dueAt: null, by: null },
    };
    await tellBoth(tx, told, now);
  },
});

async function orderWith(tx: Tx, deal: DealId): Promise<Order> {
  const order = await orderOfDeal(tx, deal);
  if (!order) throw new Error(`${deal} has no order`);
  return order;
}
