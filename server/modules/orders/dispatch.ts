import { type Deal, deadlineOf, processOf } from "@amana/core/escrow";
import { parseId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { at, earlier, type Instant } from "@amana/core/time";
import { type AdvanceRefusal, advance, lapseDeadline, readDeal } from "#modules/escrow";
import { readUser } from "#modules/identity";
import {
  cancelShipment,
  replaceShipment,
  requestAsk,
  requestShipment,
  type Shipment,
  scansOf,
  shipmentOfOrder,
} from "#modules/shipping";
import type { Database, Tx } from "#runtime/database";
import type { Subscription } from "#runtime/work";
import { type Order, orderOfDeal, readOrder } from "./store.ts";

/** The commands that a carrier's scans are to a deal. */
const COMMAND_OF = {
  in_transit: "in_transit",
  out_for_delivery: "out_for_delivery",
  delivered: "delivered",
  returned: "returned",
} as const;

/**
 * The seller says that the parcel goes: the carrier is booked by a worker, and when it has given a label the deal is `shipped`,
 * as of the moment of this request, which decides whether dispatch was in time.
 */
export async function requestDispatch(
  db: Database,
  order: Order,
  courier: string | null,
  now: Instant,
): Promise<Result<Shipment, AdvanceRefusal | "no_pickup_address">> {
  const deal = await readDeal(db, order.deal);
  if (!deal) return refuse("no_such_deal");
  const { transport } = order;
  if (!transport) return refuse("no_such_command");
  const objection = dispatchObjection(deal, now);
  if (objection) return refuse(objection);
  const seller = await readUser(db, order.seller);
  const buyer = await readUser(db, order.buyer);
  if (!seller?.pickupAddress || !buyer) return refuse("no_pickup_address");
  const from = { name: seller.name, phone: seller.phone, email: seller.email, ...seller.pickupAddress };
  const to = { ...transport.address, email: buyer.email };
  const booking = {
    orderedOn: order.placedAt,
    courier: courier ?? transport.option.courier,
    from,
    to,
    parcel: transport.parcel,
    items: order.items.map((item) => ({
      title: item.title.en,
      sku: item.sku,
      quantity: item.quantity,
      unitPrice: item.unitPrice,
    })),
    value: order.terms.total,
  };
  return await db.transaction(async (tx) => {
    // Where the goods are sent again, the time to send them began after the first parcel.
    if (deal.deadline) await replaceShipment(tx, order.id, deal.deadline.openedAt);
    return ok(
      await requestShipment(tx, { order: order.id, seller: order.seller, carrier: transport.carrier, booking }, now),
    );
  });
}

function dispatchObjection(deal: Deal, now: Instant): AdvanceRefusal | null {
  const form = deadlineOf(processOf(deal.process, deal.processVersion), deal.state);
  if (form?.kind !== "dispatch") return "not_in_this_state";
  return deal.deadline && now >= deal.deadline.dueAt ? "deadline_passed" : null;
}

/** The carrier has the parcel's label made: the deal is shipped, unless it ended meanwhile; then the booking is taken back. */
export const dispatchWhenBooked: Subscription = {
  name: "dispatch when booked",
  topic: "shipment.booked",
  async hear(tx, payload, now) {
    const order = await orderIn(tx, payload);
    const moved = await advance(
      tx,
      order.deal,
      { name: "dispatch", by: "seller", at: at(Number(payload.requestedAt)) },
      now,
      {
        key: `dispatch:${String(payload.shipment)}`,
        actorId: order.seller,
      },
    );
    if (moved.ok) await applyScans(tx, order, now);
    else await cancelShipment(tx, order.id, now);
  },
};

/** The carrier will not take the parcel: a dispatch deadline that waited for the booking acts now. */
export const lapseWhenNotBooked: Subscription = {
  name: "lapse when not booked",
  topic: "shipment.failed",
  async hear(tx, payload, now) {
    const order = await orderIn(tx, payload);
    const deal = await readDeal(tx, order.deal);
    if (deal?.deadline?.kind === "dispatch" && now >= deal.deadline.dueAt)
      await lapseDeadline(tx, order.deal, "dispatch", now);
  },
};

/** New scans move the deal as far as they may; what comes late or out of order stays in tracking. */
export const followScans: Subscription = {
  name: "follow scans",
  topic: "shipment.scanned",
  hear: async (tx, payload, now) => applyScans(tx, await orderIn(tx, payload), now),
};

/** The carrier has been asked before a deadline and has answered: what it knows counts first, then the deadline acts. */
export const lapseWhenAnswered: Subscription = {
  name: "lapse when answered",
  topic: "shipment.asked",
  async hear(tx, payload, now) {
    const order = await orderIn(tx, payload);
    await applyScans(tx, order, now);
    const deal = await readDeal(tx, order.deal);
    if (deal?.deadline?.kind === "delivery" && now >= deal.deadline.dueAt)
      await lapseDeadline(tx, order.deal, "delivery", now);
  },
};

/**
 * A deadline that concerns a parcel is due. A booking that was asked for in time is waited for, also when it is made and not told
 * of yet; a parcel under way is asked after; otherwise the deadline acts.
 */
export const askAboutParcel: Subscription = {
  name: "ask about parcel",
  topic: "deadline.due",
  async hear(tx, payload, now) {
    const deal = parseId("deal", String(payload.deal));
    const order = deal && payload.whom === "carrier" ? await orderOfDeal(tx, deal) : null;
    if (!order) return;
    if (payload.kind === "dispatch") {
      const shipment = await shipmentOfOrder(tx, order.id);
      const live = shipment?.state === "booking" || shipment?.state === "booked";
      const inTime = live && shipment.requestedAt < Number(payload.dueAt);
      if (!inTime) await lapseDeadline(tx, order.deal, "dispatch", now);
    }
    if (payload.kind === "delivery" && !(await requestAsk(tx, order.id, now)))
      await lapseDeadline(tx, order.deal, "delivery", now);
  },
};

async function applyScans(tx: Tx, order: Order, now: Instant): Promise<void> {
  const shipment = await shipmentOfOrder(tx, order.id);
  if (shipment?.state !== "booked") return;
  for (const scan of await scansOf(tx, shipment.id)) {
    const name = Object.hasOwn(COMMAND_OF, scan.state) ? COMMAND_OF[scan.state as keyof typeof COMMAND_OF] : undefined;
    if (!name) continue;
    await advance(tx, order.deal, { name, by: "carrier", at: earlier(scan.scannedAt, now) }, now, {
      key: `scan:${shipment.id}:${scan.code}:${scan.scannedAt}`,
    });
  }
}

async function orderIn(tx: Tx, payload: Record<string, unknown>): Promise<Order> {
  const id = parseId("order", String(payload.order));
  const order = id && (await readOrder(tx, id));
  if (!order) throw new Error(`no order in ${JSON.stringify(payload)}`);
  return order;
}
