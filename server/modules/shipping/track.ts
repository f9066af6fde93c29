import type { OrderId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Scan } from "@amana/core/shipping";
import { after, type Duration, hours, type Instant, minutes } from "@amana/core/time";
import type { RawWebhook, WebhookRefusal } from "#ports/call";
import type { Carrier } from "#ports/carrier";
import type { Database, Queryable } from "#runtime/database";
import type { JobHandler } from "#runtime/work";
import { addShipmentJob, announceShipment, carrierOf, shipmentIdIn } from "./book.ts";
import {
  insertScans,
  keepWebhook,
  readShipment,
  type Shipment,
  setJourneyOver,
  shipmentOfOrder,
  shipmentsByTracking,
} from "./store.ts";

const ENDS: readonly Scan["state"][] = ["delivered", "returned", "lost", "cancelled"];

/** Every hour on the first day, then every six: webhooks bring most of the news. */
const pollPause = (shipment: Shipment, now: Instant): Duration =>
  now - shipment.requestedAt < hours(24) ? hours(1) : hours(6);

/** A parcel is not asked after for ever: long after the last deadline somebody must look himself. */
const LOST_FROM_SIGHT = hours(24 * 30);

/** How far a carrier's clock may be from ours. */
const CLOCKS_DIFFER = minutes(10);

/** Asks the carrier where a parcel is, records what is new and tells of it. */
export const trackShipment = (db: Database, carriers: readonly Carrier[]): JobHandler => ({
  kind: "shipment.track",
  async run(payload, now) {
    const shipment = await readShipment(db, shipmentIdIn(payload));
    if (shipment?.state !== "booked" || shipment.journeyOver) return "done";
    const looked = await look(db, carriers, shipment, now);
    if (!looked.ok) return { again: after(now, minutes(5)) };
    const over = looked.value || now - shipment.requestedAt > LOST_FROM_SIGHT;
    return over ? "done" : { again: after(now, pollPause(shipment, now)) };
  },
});

/** Asks once more before a deadline acts, and says when the carrier has answered. */
export const askCarrier = (db: Database, carriers: readonly Carrier[]): JobHandler => ({
  kind: "shipment.ask",
  async run(payload, now) {
    const shipment = await readShipment(db, shipmentIdIn(payload));
    if (!shipment) return "done";
    const looked = await look(db, carriers, shipment, now);
    if (!looked.ok) return { again: after(now, minutes(2)) };
    await db.transaction((tx) => announceShipment(tx, "shipment.asked", shipment, now));
    return "done";
  },
});

export async function requestAsk(tx: Queryable, order: OrderId, now: Instant): Promise<boolean> {
  const shipment = await shipmentOfOrder(tx, order);
  if (shipment?.state !== "booked") return false;
  await addShipmentJob(tx, "shipment.ask", shipment.id, now, now);
  return true;
}

/** True when the journey is over. */
async function look(
  db: Database,
  carriers: readonly Carrier[],
  shipment: Shipment,
  now: Instant,
): Promise<Result<boolean, "no_answer">> {
  if (shipment.trackingNumber === null) return refuse("no_answer");
  const tracked = await carrierOf(carriers, shipment.carrier).track(shipment.trackingNumber);
  if (!tracked.ok && tracked.error.kind !== "not_found") return refuse("no_answer");
  const scans = tracked.ok ? tracked.value.filter(({ scannedAt }) => isOfJourney(shipment, scannedAt, now)) : [];
  const over = scans.some(({ state }) => ENDS.includes(state));
  await db.transaction(async (tx) => {
    const added = await insertScans(tx, shipment.id, scans, now);
    if (over) await setJourneyOver(tx, shipment.id);
    if (added > 0) await announceShipment(tx, "shipment.scanned", shipment, now);
  });
  return ok(over);
}

/** Numbers are used again, so a scan from before the booking is of another parcel; one from the future is left until then. */
const isOfJourney = ({ requestedAt }: Shipment, scannedAt: Instant, now: Instant): boolean =>
  scannedAt > requestedAt - CLOCKS_DIFFER && scannedAt <= now + CLOCKS_DIFFER;

/** Takes a carrier's webhook in: it is only a hint, so the carrier is asked. */
export async function receiveTracking(
  db: Database,
  carriers: readonly Carrier[],
  name: string,
  raw: RawWebhook,
  now: Instant,
): Promise<Result<"kept", WebhookRefusal | "no_carrier">> {
  const carrier = carriers.find((one) => one.name === name);
  if (!carrier) return refuse("no_carrier");
  const hints = carrier.readWebhook(raw, now);
  if (!hints.ok) return hints;
  await db.transaction(async (tx) => {
    for (const { dedupeKey, trackingNumber } of hints.value) {
      await keepWebhook(tx, name, dedupeKey, raw.body, now);
      for (const shipment of await shipmentsByTracking(tx, name, trackingNumber))
        await addShipmentJob(tx, "shipment.track", shipment.id, now, now);
    }
  });
  return ok("kept");
}
