import { type DealId, parseId, type UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { type DealMoved, readDeal, readMoved } from "#modules/escrow";
import { type Order, orderOfDeal, readOrder } from "#modules/orders";
import { type Tx, timestamp } from "#runtime/database";
import type { Hub } from "#runtime/push";
import type { Subscription } from "#runtime/work";
import { insertNotice } from "./store.ts";

/** News that the seller made himself and only the buyer needs; everything else is told to both, each in its own words. */
const ONLY_BUYER = ["place", "accept", "start", "ready"];

type Side = "buyer" | "seller";

type Told = {
  readonly order: Order;
  readonly command: string;
  readonly eventKey: string;
  /** Minor units as text, to each side those that concern it. */
  readonly amounts: Readonly<Record<Side, string>> | null;
  readonly dueAt: Instant | null;
};

/** Both parties are told of everything that concerns them. */
export function tellParties(hub: Hub): Subscription[] {
  const tell = async (tx: Tx, user: UserId, side: Side, told: Told, now: Instant): Promise<void> => {
    const { order, command, eventKey, dueAt } = told;
    const amount = told.amounts?.[side] ?? null;
    const params = {
      orderNumber: order.number,
      ...(amount !== null && { amount: { amount: Number(amount), currency: order.terms.total.currency } }),
      ...(dueAt !== null && { dueAt: timestamp(dueAt) }),
    };
    const id = await insertNotice(tx, { user, eventKey, key: `${command}.${side}`, params, order: order.id }, now);
    if (id) tx.afterCommit(() => hub.tell([user], { type: "notification.added", id }));
  };
  const tellSides = async (tx: Tx, sides: readonly Side[], told: Told, now: Instant): Promise<void> => {
    if (sides.includes("buyer")) await tell(tx, told.order.buyer, "buyer", told, now);
    if (sides.includes("seller")) await tell(tx, told.order.seller, "seller", told, now);
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
          command: moved.command,
          eventKey: `${moved.deal}:${moved.revision}`,
          amounts: amountsOf(moved),
          dueAt: deal?.deadline?.dueAt ?? null,
        };
        await tellSides(tx, ONLY_BUYER.includes(moved.command) ? ["buyer"] : ["buyer", "seller"], told, now);
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
          dueAt: null,
        };
        await tellSides(tx, ["buyer", "seller"], told, now);
      },
    },
    tellOfBankAccount(hub),
    tellOfEndpoint(hub),
    ended("refund.ended", "refund", "buyer", tellSides),
    ended("payout.ended", "payout", "seller", tellSides),
    {
      name: "tell seller of the shipment",
      topic: "shipment.failed",
      async hear(tx, payload, now) {
        const id = parseId("order", String(payload.order));
        const order = id && (await readOrder(tx, id));
        if (!order) throw new Error(`no order in ${JSON.stringify(payload)}`);
        await tellSides(
          tx,
          ["seller"],
          {
            order,
            command: "shipment_failed",
            eventKey: `shipment_failed:${String(payload.shipment)}`,
            amounts: null,
            dueAt: null,
          },
          now,
        );
      },
    },
  ];
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

/** Whoever is paid hears of every account that could be paid to in place of theirs, in case it was not they who added it. */
const tellOfBankAccount = (hub: Hub): Subscription => ({
  name: "tell of bank_account.changed",
  topic: "bank_account.changed",
  async hear(tx, payload, now) {
    const changed = Value.Parse(BankAccountChanged, payload);
    const user = parseId("user", changed.user);
    if (!user) throw new Error(`no user in ${JSON.stringify(payload)}`);
    const params = {
      oldAccount: masked(changed.oldLast4),
      newAccount: masked(changed.newLast4),
      ...(changed.payoutsFrom !== null && { payoutsFrom: changed.payoutsFrom }),
    };
    const eventKey = `bank_account_${changed.what}:${changed.account}`;
    const notice = { user, eventKey, key: `bank_account_${changed.what}`, params, order: null };
    const id = await insertNotice(tx, notice, now);
    if (id) tx.afterCommit(() => hub.tell([user], { type: "notification.added", id }));
  },
});

const BankAccountChanged = Type.Object({
  user: Type.String(),
  account: Type.String(),
  what: Type.Union([Type.Literal("added"), Type.Literal("replaced")]),
  oldLast4: Type.String(),
  newLast4: Type.String(),
  payoutsFrom: Type.Union([Type.String(), Type.Null()]),
});

/** Whoever integrates hears that nothing is sent any more, where he is sure to look. */
const tellOfEndpoint = (hub: Hub): Subscription => ({
  name: "tell of webhook_endpoint.switched_off",
  topic: "webhook_endpoint.switched_off",
  async hear(tx, payload, now) {
    const off = Value.Parse(EndpointOff, payload);
    const user = parseId("user", off.user);
    if (!user) throw new Error(`no user in ${JSON.stringify(payload)}`);
    const eventKey = `webhook_endpoint_off:${off.endpoint}:${off.at}`;
    const key = `webhook_endpoint_${off.because}`;
    const id = await insertNotice(tx, { user, eventKey, key, params: {}, order: null }, now);
    if (id) tx.afterCommit(() => hub.tell([user], { type: "notification.added", id }));
  },
});

const EndpointOff = Type.Object({
  user: Type.String(),
  endpoint: Type.String(),
  because: Type.Union([Type.Literal("gone"), Type.Literal("failing")]),
  at: Type.Integer(),
});

const masked = (last4: string): string => `•••• ${last4}`;

type TellSides = (tx: Tx, sides: readonly Side[], told: Told, now: Instant) => Promise<void>;

/** A refund or payout has come to an end: `refund_succeeded.buyer`, `payout_returned.seller`. */
const ended = (
  topic: string,
  what: "refund" | "payout",
  side: "buyer" | "seller",
  tellSides: TellSides,
): Subscription => ({
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
      amounts: bothSides(payload.amount),
      dueAt: null,
    };
    await tellSides(tx, [side], told, now);
  },
});

async function orderWith(tx: Tx, deal: DealId): Promise<Order> {
  const order = await orderOfDeal(tx, deal);
  if (!order) throw new Error(`${deal} has no order`);
  return order;
}
