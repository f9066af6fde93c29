import { type OrderId, parseId, type ShipmentId, shardOf, type UserId } from "@amana/core/ids";
import { after, type Duration, type Instant, minutes, seconds } from "@amana/core/time";
import { record } from "#modules/audit";
import type { CallRefusal } from "#ports/call";
import type { Booking, BookingRequest, Carrier } from "#ports/carrier";
import type { Database, Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { addJob, announce, type JobHandler, type JobOutcome, tryAgain } from "#runtime/work";
import { insertShipment, readShipment, type Shipment, setBooking, setShipmentState, shipmentOfOrder } from "./store.ts";

export type ShipmentRequest = {
  readonly order: OrderId;
  readonly seller: UserId;
  readonly carrier: string;
  readonly booking: Omit<BookingRequest, "shipment">;
};

/** Notes in the caller's transaction that a parcel is to be booked, or answers with the booking that is there already. */
export async function requestShipment(tx: Queryable, request: ShipmentRequest, now: Instant): Promise<Shipment> {
  const id = newIdBeside("shipment", now, request.order);
  const shipment: Shipment = {
    id,
    order: request.order,
    seller: request.seller,
    carrier: request.carrier,
    request: { ...request.booking, shipment: id },
    state: "booking",
    requestedAt: now,
    reference: null,
    trackingNumber: null,
    courierTitle: null,
    labelUrl: null,
    trackingUrl: null,
    problem: null,
    journeyOver: false,
  };
  if (await insertShipment(tx, shipment)) {
    await addShipmentJob(tx, "shipment.book", id, now, now);
    return shipment;
  }
  const live = await shipmentOfOrder(tx, request.order);
  if (!live) throw new Error(`${request.order} has no shipment and takes none`);
  return live;
}

/** Books the parcel, as often as needed: the carrier makes one of our shipment id. */
export const bookShipment = (db: Database, carriers: readonly Carrier[]): JobHandler => ({
  kind: "shipment.book",
  async run(payload, now) {
    const shipment = await readShipment(db, shipmentIdIn(payload));
    if (!shipment) return "done";
    if (shipment.state !== "booking") {
      if (shipment.state !== "booked") await db.transaction((tx) => takeBack(tx, shipment, now));
      return "done";
    }
    const carrier = carrierOf(carriers, shipment.carrier);
    const booked = await carrier.book(shipment.request);
    if (!booked.ok) return await notBooked(db, shipment, booked.error, now);
    await setBooking(db, shipment.id, booked.value);
    if (!hasLabel(booked.value) && (await isWanted(db, shipment)))
      return { again: after(now, labelPause(shipment, now)) };
    await settleBooked(db, shipment, booked.value, now);
    return "done";
  },
});

const hasLabel = ({ trackingNumber, labelUrl }: Booking): boolean => trackingNumber !== null && labelUrl !== null;

/** A call that outlasts its lease may come back when the parcel has been given up, and nobody runs this job again. */
const isWanted = async (db: Database, { id }: Shipment): Promise<boolean> =>
  (await readShipment(db, id))?.state === "booking";

/** Labels mostly come within seconds; a carrier that takes longer is not asked without end. */
function labelPause({ requestedAt }: Shipment, now: Instant): Duration {
  const age = now - requestedAt;
  if (age < minutes(2)) return seconds(5);
  return age < minutes(60) ? minutes(1) : minutes(10);
}

async function settleBooked(db: Database, shipment: Shipment, booking: Booking, now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await setShipmentState(tx, shipment.id, ["booking"], "booked"))) return await takeBack(tx, shipment, now);
    await record(tx, now, {
      actor: "provider",
      provider: shipment.carrier,
      actorId: null,
      action: "shipment.booked",
      subject: shipment.id,
      reason: null,
      detail: { trackingNumber: booking.trackingNumber },
    });
    await announceShipment(tx, "shipment.booked", shipment, now);
    await addShipmentJob(tx, "shipment.track", shipment.id, after(now, minutes(15)), now);
  });
}

async function notBooked(db: Database, shipment: Shipment, refusal: CallRefusal, now: Instant): Promise<JobOutcome> {
  if (refusal.kind !== "declined") return tryAgain(refusal, now);
  await db.transaction(async (tx) => {
    if (!(await setShipmentState(tx, shipment.id, ["booking"], "failed", refusal.detail.slice(0, 500)))) return;
    await announceShipment(tx, "shipment.failed", shipment, now);
  });
  return "done";
}

/** The order has ended: what was booked is taken back, what is being booked as soon as it is there. */
export async function cancelShipment(tx: Queryable, order: OrderId, now: Instant): Promise<void> {
  const shipment = await shipmentOfOrder(tx, order);
  if (!shipment || !(await setShipmentState(tx, shipment.id, ["booking", "booked"], "cancelling"))) return;
  await addShipmentJob(tx, "shipment.cancel", shipment.id, now, now);
}

/** A call to the carrier that was under way may have booked after the shipment was given up: it is looked for once more. */
async function takeBack(tx: Queryable, shipment: Shipment, now: Instant): Promise<void> {
  await setShipmentState(tx, shipment.id, ["failed", "cancelled"], "cancelling");
  await addShipmentJob(tx, "shipment.cancel", shipment.id, now, now);
}

/** The goods are sent again: what was booked before then no longer stands in the way of another parcel. */
export async function replaceShipment(tx: Queryable, order: OrderId, before: Instant): Promise<void> {
  const shipment = await shipmentOfOrder(tx, order);
  if (shipment && shipment.requestedAt < before) await setShipmentState(tx, shipment.id, ["booked"], "replaced");
}

/** Takes a booking back. What was never booked, or was picked up already, cannot be and need not. */
export const cancelAtCarrier = (db: Database, carriers: readonly Carrier[]): JobHandler => ({
  kind: "shipment.cancel",
  async run(payload, now) {
    const shipment = await readShipment(db, shipmentIdIn(payload));
    if (shipment?.state !== "cancelling") return "done";
    const carrier = carrierOf(carriers, shipment.carrier);
    const known = await carrier.lookBooking(shipment.id);
    if (!known.ok && known.error.kind !== "not_found") throw new Error(JSON.stringify(known.error));
    if (known.ok && known.value.reference !== null && !known.value.cancelled) {
      await setBooking(db, shipment.id, known.value);
      const cancelled = await carrier.cancel({ shipment: shipment.id, reference: known.value.reference });
      if (!cancelled.ok && cancelled.error.kind !== "declined" && cancelled.error.kind !== "not_found")
        throw new Error(JSON.stringify(cancelled.error));
    }
    await db.transaction(async (tx) => {
      await setShipmentState(tx, shipment.id, ["cancelling"], "cancelled");
      await record(tx, now, {
        actor: "system",
        actorId: null,
        action: "shipment.cancelled",
        subject: shipment.id,
        reason: null,
        detail: {},
      });
    });
    return "done";
  },
});

export const announceShipment = (tx: Queryable, topic: string, shipment: Shipment, now: Instant): Promise<void> =>
  announce(tx, now, {
    shard: shardOf(shipment.id),
    topic,
    payload: { order: shipment.order, shipment: shipment.id, requestedAt: shipment.requestedAt },
  });

export const addShipmentJob = (
  tx: Queryable,
  kind: string,
  shipment: ShipmentId,
  runAt: Instant,
  now: Instant,
): Promise<void> =>
  addJob(tx, now, { shard: shardOf(shipment), kind, key: `${kind}:${shipment}`, payload: { shipment }, runAt });

export function carrierOf(carriers: readonly Carrier[], name: string): Carrier {
  const carrier = carriers.find((one) => one.name === name);
  if (!carrier) throw new Error(`no carrier ${name}`);
  return carrier;
}

export function shipmentIdIn(payload: Record<string, unknown>): ShipmentId {
  const id = parseId("shipment", String(payload.shipment));
  if (!id) throw new Error(`no shipment in ${JSON.stringify(payload)}`);
  return id;
}
