import { processOf, stateOf } from "@amana/core/escrow";
import { type DealId, parseId, type UserId } from "@amana/core/ids";
import { isCurrency, type Money, money } from "@amana/core/money";
import { at, type Instant } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { readDeal, readMoved } from "#modules/escrow";
import { type Order, orderOfDeal, readOrder } from "#modules/orders";
import type { Tx } from "#runtime/database";
import { moneyJson } from "#runtime/http";
import type { Subscription } from "#runtime/work";
import { type EventType, isEventType } from "./catalogue.ts";
import { addEvents, type NewEvent } from "./event-store.ts";
import { amountFor, type Side, typeOfStep } from "./order-events.ts";
import { tellReceiversOfTrade } from "./trade-listen.ts";

const SIDES: readonly Side[] = ["buyer", "seller"];

/** Turns announcements into events for those whom they concern, in the transaction that takes the announcement. */
export const tellReceivers: readonly Subscription[] = [
  {
    name: "webhooks of the deal",
    topic: "deal.moved",
    async hear(tx, payload, now) {
      const moved = readMoved(payload);
      const deal = await readDeal(tx, moved.deal);
      if (!deal) throw new Error(`no deal ${moved.deal}`);
      const process = processOf(deal.process, deal.processVersion);
      const from = moved.from === null ? null : stateOf(process, moved.from).status;
      const to = stateOf(process, moved.to).status;
      const order = await orderWith(tx, moved.deal);
      const type = typeOfStep({ from, to, movement: moved.movement });
      const events = SIDES.map((side): NewEvent => {
        const amount = amountFor(side, moved);
        return {
          user: order[side],
          type,
          happenedAt: at(moved.at),
          cause: `${moved.deal}:${moved.revision}`,
          data: {
            ...orderFields(order, side),
            version: moved.revision,
            status: to,
            previousStatus: from,
            reason: wordOf(moved.reason),
            amount: amount && moneyJson(amount),
          },
        };
      });
      await addEvents(tx, events, now);
    },
  },
  ofOneSide("refund.ended", "refund", "buyer", ({ state }) => `refund.${state}`),
  ofOneSide("payout.ended", "payout", "seller", ({ state }) => `payout.${state}`),
  // Of a chargeback that froze the deal, the deal itself tells; what the buyer was refunded concerns no seller.
  ofOneSide("chargeback.changed", "chargeback", "seller", ({ state, effect }) =>
    effect === "clawed_back" ? `chargeback.${state}` : null,
  ),
  withdrawalEnded(),
  ofParcel("shipment.booked", "shipment.booked", ["seller"]),
  ofParcel("shipment.failed", "shipment.failed", ["seller"]),
  ofParcel("shipment.scanned", "shipment.updated", SIDES),
  bankAccount("bank_account.changed"),
  bankAccount("bank_account.checked"),
  ...tellReceiversOfTrade,
];

const Ended = Type.Object({
  deal: Type.String(),
  state: Type.String(),
  effect: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  amount: Type.String(),
  fromSeller: Type.Optional(Type.String()),
  currency: Type.String(),
  round: Type.Optional(Type.Integer()),
});

/** Something that concerns one side of an order, and whose id is in the field that names it. */
function ofOneSide(
  topic: string,
  what: "refund" | "payout" | "chargeback",
  side: Side,
  typeFor: (ended: { state: string; effect?: string | null | undefined }) => string | null,
): Subscription {
  return {
    name: `webhooks of ${topic}`,
    topic,
    async hear(tx, payload, now) {
      const ended = Value.Parse(Ended, payload);
      const name = typeFor(ended);
      const deal = parseId("deal", ended.deal);
      const id = String(payload[what]);
      if (name === null) return;
      if (!deal || !isEventType(name)) throw new Error(`no event for ${JSON.stringify(payload)}`);
      const order = await orderWith(tx, deal);
      const amount = moneyJson(moneyIn(ended.fromSeller ?? ended.amount, ended.currency));
      const data = { ...orderFields(order, side), [`${what}Id`]: id, amount };
      const cause = `${id}:${ended.state}:${ended.round ?? 0}`;
      await addEvents(tx, [{ user: order[side], type: name, happenedAt: now, cause, data }], now);
    },
  };
}

const Withdrawal = Type.Object({
  payout: Type.String(),
  seller: Type.String(),
  state: Type.String(),
  amount: Type.String(),
  currency: Type.String(),
});

function withdrawalEnded(): Subscription {
  return {
    name: "webhooks of withdrawal.ended",
    topic: "withdrawal.ended",
    async hear(tx, payload, now) {
      const { payout, seller, state, amount, currency } = Value.Parse(Withdrawal, payload);
      const data = { payoutId: payout, amount: moneyJson(moneyIn(amount, currency)) };
      await tellOwner(tx, seller, `withdrawal.${state}`, `${payout}:${state}`, data, now);
    },
  };
}

/** Exactly once by being heard exactly once: a parcel's announcements have no number. */
function ofParcel(topic: string, type: EventType, sides: readonly Side[]): Subscription {
  return {
    name: `webhooks of ${topic}`,
    topic,
    async hear(tx, payload, now) {
      const id = parseId("order", String(payload.order));
      const order = id && (await readOrder(tx, id));
      if (!order) throw new Error(`no order in ${JSON.stringify(payload)}`);
      const events = sides.map((side): NewEvent => {
        const data = { ...orderFields(order, side), shipmentId: String(payload.shipment) };
        return { user: order[side], type, happenedAt: now, cause: null, data };
      });
      await addEvents(tx, events, now);
    },
  };
}

const BankAccount = Type.Object({
  user: Type.String(),
  account: Type.String(),
  what: Type.String(),
  newLast4: Type.String(),
  payoutsFrom: Type.Union([Type.String(), Type.Null()]),
});

function bankAccount(topic: string): Subscription {
  return {
    name: `webhooks of ${topic}`,
    topic,
    async hear(tx, payload, now) {
      const { user, account, what, newLast4: last4, payoutsFrom } = Value.Parse(BankAccount, payload);
      await tellOwner(tx, user, `bank_account.${what}`, null, { bankAccountId: account, last4, payoutsFrom }, now);
    },
  };
}

async function tellOwner(
  tx: Tx,
  owner: string,
  type: string,
  cause: string | null,
  data: NewEvent["data"],
  now: Instant,
): Promise<void> {
  const user: UserId | null = parseId("user", owner);
  if (!user || !isEventType(type)) throw new Error(`no event ${type} for ${owner}`);
  await addEvents(tx, [{ user, type, happenedAt: now, cause, data }], now);
}

const orderFields = ({ id, number }: Order, role: Side) => ({ orderId: id, orderNumber: number, role });

/** Reasons that people wrote are the deal's own; only our words go out. */
const wordOf = (reason: string | null): string | null =>
  reason !== null && /^[A-Z][A-Z_]*$/.test(reason) ? reason : null;

function moneyIn(minor: string, currency: string): Money {
  if (!isCurrency(currency)) throw new Error(`no currency ${currency}`);
  return money(BigInt(minor), currency);
}

async function orderWith(tx: Tx, deal: DealId): Promise<Order> {
  const order = await orderOfDeal(tx, deal);
  if (!order) throw new Error(`${deal} has no order`);
  return order;
}
