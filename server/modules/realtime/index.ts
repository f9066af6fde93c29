import { type DealId, parseId } from "@amana/core/ids";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { readDispute } from "#modules/disputes";
import { readMoved } from "#modules/escrow";
import { orderOfDeal, readOrder } from "#modules/orders";
import type { Tx } from "#runtime/database";
import type { Hub } from "#runtime/push";
import type { Subscription } from "#runtime/work";

/** Both parties' screens hear of every change, after it has been committed. */
export function pushChanges(hub: Hub): Subscription[] {
  const orderChanged = async (tx: Tx, deal: DealId, version: number): Promise<void> => {
    const order = await orderOfDeal(tx, deal);
    if (order)
      tx.afterCommit(() =>
        hub.tell([order.buyer, order.seller], { type: "order.changed", orderId: order.id, version }),
      );
  };
  const ended = async (tx: Tx, payload: Record<string, unknown>): Promise<void> => {
    const deal = parseId("deal", String(payload.deal));
    if (deal) await orderChanged(tx, deal, 0);
  };
  const parcel = async (tx: Tx, payload: Record<string, unknown>): Promise<void> => {
    const id = parseId("order", String(payload.order));
    const order = id && (await readOrder(tx, id));
    if (order) await orderChanged(tx, order.deal, 0);
  };
  return [
    {
      name: "push deal.moved",
      topic: "deal.moved",
      async hear(tx, payload) {
        const moved = readMoved(payload);
        await orderChanged(tx, moved.deal, moved.revision);
      },
    },
    pushAgreement(hub, "project.changed"),
    pushAgreement(hub, "proposal.changed"),
    pushAgreement(hub, "contract.changed"),
    pushPair(hub, "negotiation.changed", "negotiation"),
    pushPair(hub, "agreement.changed", "agreement"),
    pushDispute(hub),
    { name: "push consent.changed", topic: "consent.changed", hear: ended },
    { name: "push refund.ended", topic: "refund.ended", hear: ended },
    { name: "push chargeback.changed", topic: "chargeback.changed", hear: ended },
    { name: "push payout.ended", topic: "payout.ended", hear: ended },
    { name: "push shipment.booked", topic: "shipment.booked", hear: parcel },
    { name: "push shipment.failed", topic: "shipment.failed", hear: parcel },
    { name: "push shipment.scanned", topic: "shipment.scanned", hear: parcel },
  ];
}

/** Buyer and seller look again. */
const pushPair = (hub: Hub, topic: "negotiation.changed" | "agreement.changed", what: string): Subscription => ({
  name: `push ${topic}`,
  topic,
  async hear(tx, payload) {
    const users = [payload.buyer, payload.seller].flatMap((user) => parseId("user", String(user)) ?? []);
    const id = String(payload[what]);
    tx.afterCommit(() => hub.tell(users, { type: topic, id }));
  },
});

/** Both parties look again, and the arbiter who has the case. */
const pushDispute = (hub: Hub): Subscription => ({
  name: "push dispute.changed",
  topic: "dispute.changed",
  async hear(tx, payload) {
    const id = parseId("dispute", String(payload.dispute));
    const dispute = id && (await readDispute(tx, id));
    if (!dispute) return;
    const users = [dispute.buyer, dispute.seller, ...(dispute.arbiter ? [dispute.arbiter] : [])];
    tx.afterCommit(() => hub.tell(users, { type: "dispute.changed", id: dispute.id }));
  },
});

const Agreement = Type.Object({ id: Type.String(), client: Type.String(), freelancers: Type.Array(Type.String()) });

/** Client and freelancers look again. */
const pushAgreement = (hub: Hub, topic: "project.changed" | "proposal.changed" | "contract.changed"): Subscription => ({
  name: `push ${topic}`,
  topic,
  async hear(tx, payload) {
    const { id, client, freelancers } = Value.Parse(Agreement, payload);
    const users = [client, ...freelancers].flatMap((user) => parseId("user", user) ?? []);
    tx.afterCommit(() => hub.tell(users, { type: topic, id }));
  },
});
