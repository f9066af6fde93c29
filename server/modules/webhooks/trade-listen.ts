import { parseId } from "@amana/core/ids";
import { isCurrency, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { type Order, orderOfDeal, readOrder } from "#modules/orders";
import type { Tx } from "#runtime/database";
import { moneyJson } from "#runtime/http";
import type { Subscription } from "#runtime/work";
import { isEventType } from "./catalogue.ts";
import { addEvents, type NewEvent } from "./event-store.ts";
import type { Side } from "./order-events.ts";

const SIDES: readonly Side[] = ["buyer", "seller"];
const Text = Type.String();
const Maybe = Type.Union([Type.String(), Type.Null()]);

const Pair = Type.Object({
  ...{ version: Type.Integer(), what: Text, by: Maybe, buyer: Text, seller: Text },
  ...{ negotiation: Type.Optional(Text), agreement: Type.Optional(Text) },
  ...{ order: Type.Optional(Maybe), amendment: Type.Optional(Maybe) },
});
const Consent = Type.Object({
  ...{ consent: Text, deal: Text, what: Text, state: Text, askedBy: Text },
  refund: Type.Union([Type.Object({ minor: Text, currency: Text }), Type.Null()]),
});
const Dispute = Type.Object({
  ...{ dispute: Text, order: Text, what: Text, at: Type.Integer() },
  ...{ seq: Type.Optional(Type.Integer()), side: Type.Optional(Text) },
});

/** What two people do beside the steps of an order, as events for both. */
export const tellReceiversOfTrade: readonly Subscription[] = [
  {
    name: "webhooks of negotiation.changed",
    topic: "negotiation.changed",
    async hear(tx, payload, now) {
      const { negotiation: negotiationId, version, what, by, ...people } = Value.Parse(Pair, payload);
      const cause = `${negotiationId}:${version}`;
      await tellBoth(tx, people, { type: `negotiation.${what}`, cause, data: { negotiationId, by, version } }, now);
    },
  },
  {
    name: "webhooks of agreement.changed",
    topic: "agreement.changed",
    async hear(tx, payload, now) {
      const read = Value.Parse(Pair, payload);
      const { agreement: agreementId, version, what, by, order: orderId = null, amendment: amendmentId = null } = read;
      const type = `agreement.${what === "version_signed" ? "signed" : what}`;
      const cause = `${agreementId}:${version}:${what}:${amendmentId ?? by}`;
      await tellBoth(tx, read, { type, cause, data: { agreementId, by, version, orderId, amendmentId } }, now);
    },
  },
  {
    name: "webhooks of consent.changed",
    topic: "consent.changed",
    async hear(tx, payload, now) {
      const { consent: consentId, deal, what, state, askedBy, refund } = Value.Parse(Consent, payload);
      const known = parseId("deal", deal);
      const order = existing(known && (await orderOfDeal(tx, known)), deal);
      const type = `consent.${state === "open" ? "asked" : state}`;
      const data = { ...aboutOrder(order), consentId, what, askedBy, refund: refund && amountJson(refund) };
      await tellBoth(tx, order, { type, cause: `${consentId}:${state}`, data }, now);
    },
  },
  {
    name: "webhooks of dispute.changed",
    topic: "dispute.changed",
    async hear(tx, payload, now) {
      const { dispute: disputeId, order: id, what, at, seq, side } = Value.Parse(Dispute, payload);
      const known = parseId("order", id);
      const order = existing(known && (await readOrder(tx, known)), id);
      const data = { ...aboutOrder(order), disputeId, by: side ?? null };
      await tellBoth(tx, order, { type: `dispute.${what}`, cause: `${disputeId}:${what}:${seq ?? at}`, data }, now);
    },
  },
];

type Told = { readonly type: string; readonly cause: string; readonly data: NewEvent["data"] };

async function tellBoth(
  tx: Tx,
  people: Readonly<Record<Side, string>>,
  { type, cause, data }: Told,
  now: Instant,
): Promise<void> {
  const events = SIDES.map((role): NewEvent => {
    const user = parseId("user", people[role]);
    if (!user || !isEventType(type)) throw new Error(`no event ${type} for ${people[role]}`);
    return { user, type, happenedAt: now, cause, data: { ...data, role } };
  });
  await addEvents(tx, events, now);
}

const aboutOrder = ({ id, number }: Order) => ({ orderId: id, orderNumber: number });

function existing(order: Order | null, name: string): Order {
  if (!order) throw new Error(`${name} has no order`);
  return order;
}

function amountJson({ minor, currency }: { readonly minor: string; readonly currency: string }) {
  if (!isCurrency(currency)) throw new Error(`no currency ${currency}`);
  return moneyJson(money(BigInt(minor), currency));
}
