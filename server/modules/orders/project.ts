import { outlook, processOf, stateOf } from "@amana/core/escrow";
import { giveBack } from "#modules/catalog";
import { readDeal, readMoved } from "#modules/escrow";
import { cancelShipment, replaceShipment } from "#modules/shipping";
import type { Subscription } from "#runtime/work";
import { insertMovement } from "./movement-store.ts";
import { orderOfDeal, projectDeal } from "./store.ts";

/** Ends of a deal whose parcel never left. */
const NEVER_SENT = ["cancelled", "failed"];

/** An order follows its deal: lists and figures are kept in step, stock and bookings of what came to nothing are given back. */
export const followDeal: Subscription = {
  name: "order follows deal",
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const moved = readMoved(payload);
    const deal = await readDeal(tx, moved.deal);
    const order = await orderOfDeal(tx, moved.deal);
    if (!deal || !order) throw new Error(`${moved.deal} has no order`);
    const process = processOf(deal.process, deal.processVersion);
    const { turn } = outlook(process, deal, null, now);
    await projectDeal(tx, deal, { status: stateOf(process, deal.state).status, turn, at: moved.at });
    if (moved.movement) await insertMovement(tx, order, { ...moved, kind: moved.movement });
    if (!order.transport) return;
    if (moved.command === "reship" && deal.deadline) await replaceShipment(tx, order.id, deal.deadline.openedAt);
    if (!NEVER_SENT.includes(moved.to) && moved.reason !== "DISPATCH_TIMEOUT") return;
    await giveBack(tx, order.id, now);
    await cancelShipment(tx, order.id, now);
  },
};
