import { ok, type Result, refuse } from "@amana/core/result";
import type { CallRefusal } from "#ports/call";
import type { Booking, BookingRequest } from "#ports/carrier";
import { decode, unreadable } from "../../support/decode.ts";
import { lookBooking, mayBeDone, track } from "./look.ts";
import * as messages from "./messages.ts";
import { TheirLabels, TheirShipment } from "./shapes.ts";
import type { Call, Shop } from "./shop.ts";
import { impliesPickup } from "./statuses.ts";

type Wanted = Pick<BookingRequest, "shipment" | "courier">;

/**
 * Adds what a booking lacks, as far as it gets. A courier that does not take the parcel is `declined`; a pickup or a label
 * that is refused leaves the booking without its label, which is how the caller knows to come again.
 */
export async function finish(shop: Shop, booking: Booking, wanted: Wanted): Promise<Result<Booking, CallRefusal>> {
  const { reference } = booking;
  if (reference === null || booking.cancelled) return ok(booking);
  const assigned = booking.trackingNumber === null ? await assign(shop, booking, reference, wanted) : ok(booking);
  if (!assigned.ok || assigned.value.trackingNumber === null || assigned.value.cancelled) return assigned;

  const { trackingNumber, pickupScheduled } = assigned.value;
  if (!pickupScheduled && !(await arrangePickup(shop.call, reference, trackingNumber)))
    return ok({ ...assigned.value, labelUrl: null });
  const labelUrl = assigned.value.labelUrl ?? (await label(shop.call, reference));
  return ok({ ...assigned.value, pickupScheduled: true, labelUrl });
}

async function assign(
  shop: Shop,
  booking: Booking,
  reference: string,
  { shipment, courier }: Wanted,
): Promise<Result<Booking, CallRefusal>> {
  const answer = await shop.call("/assign_awb", "write", { shipment_id: reference, courier_code: courier });
  const assigned = answer.ok ? assignedTo(reference, answer.value, shop) : answer;
  if (assigned.ok) {
    const { trackingNumber, courierTitle, trackingUrl } = assigned.value;
    return ok({ ...booking, trackingNumber, courierTitle, trackingUrl });
  }
  if (!mayBeDone(assigned.error)) return assigned;
  const found = await lookBooking(shop, shipment);
  if (!found.ok) return ok(booking);
  const without = found.value.trackingNumber === null && !found.value.cancelled;
  return without && assigned.error.kind === "declined" ? refuse(assigned.error) : found;
}

function assignedTo(reference: string, json: unknown, { trackingPage }: Shop): Result<Booking, CallRefusal> {
  const theirs = decode(TheirShipment, json);
  if (!theirs.ok) return theirs;
  const assigned = messages.bookingOf(theirs.value, trackingPage);
  if (assigned.reference !== null && assigned.reference !== reference) return unreadable("shipment_id");
  return assigned.trackingNumber === null ? unreadable("awb") : ok(assigned);
}

/** How they word that it was arranged before is not documented; the scans know. */
async function arrangePickup(call: Call, reference: string, awb: string): Promise<boolean> {
  const answer = await call("/schedule_pickup", "write", { shipment_id: reference, awb });
  if (answer.ok || !mayBeDone(answer.error)) return answer.ok;
  const scans = await track(call, awb);
  return scans.ok && scans.value.some(({ code }) => impliesPickup(code));
}

async function label(call: Call, reference: string): Promise<string | null> {
  const answer = await call("/generate_label", "write", { shipmentId: [reference] });
  const theirs = answer.ok ? decode(TheirLabels, answer.value) : answer;
  if (!theirs.ok) return null;
  const ours = theirs.value.labelData.find(
    ({ shipmentId, shipment_id }) => messages.textOf(shipmentId ?? shipment_id) === reference,
  );
  return messages.webAddress(ours?.labelURL);
}
