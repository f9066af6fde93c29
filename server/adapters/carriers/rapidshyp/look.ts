import { ok, type Result, refuse } from "@amana/core/result";
import type { Scan } from "@amana/core/shipping";
import type { CallRefusal } from "#ports/call";
import type { Booking } from "#ports/carrier";
import { decode, unreadable } from "../../support/decode.ts";
import * as messages from "./messages.ts";
import { TheirOrderInfo, TheirTracking } from "./shapes.ts";
import type { Call, Shop } from "./shop.ts";

/** The order under our shipment id. Both ids are mandatory there, and the same in a store that is no channel's. */
export async function lookBooking(
  { call, trackingPage }: Shop,
  shipment: string,
): Promise<Result<Booking, CallRefusal>> {
  const id = encodeURIComponent(shipment);
  const answer = await call(`/get_orders_info?order_id=${id}&channel_order_id=${id}`, "read");
  if (!answer.ok) return answer.error.kind === "declined" ? refuse({ kind: "not_found" }) : answer;
  const theirs = decode(TheirOrderInfo, answer.value);
  if (!theirs.ok) return theirs;
  if (![theirs.value.channel_order_id, theirs.value.seller_order_id].includes(shipment))
    return unreadable("channel_order_id");

  const booking = messages.bookingOfOrder(theirs.value, trackingPage);
  if (booking.trackingNumber === null) return ok(booking);
  const scans = await track(call, booking.trackingNumber);
  if (!scans.ok && scans.error.kind !== "not_found") return scans;
  return ok(
    scans.ok
      ? messages.withTracking(
          booking,
          scans.value.map(({ code }) => code),
        )
      : booking,
  );
}

/** All scans of a parcel, oldest first. */
export async function track(call: Call, trackingNumber: string): Promise<Result<readonly Scan[], CallRefusal>> {
  const answer = await call("/track_order", "read", { awb: trackingNumber });
  if (!answer.ok) return answer.error.kind === "declined" ? refuse({ kind: "not_found" }) : answer;
  const theirs = decode(TheirTracking, answer.value);
  if (!theirs.ok) return theirs;
  const parcels = (theirs.value.records ?? []).flatMap(({ shipment_details }) => shipment_details ?? []);
  const parcel = parcels.find(({ awb }) => messages.textOf(awb) === trackingNumber);
  return parcel ? ok(messages.scansOf(parcel)) : refuse({ kind: "not_found" });
}

/** A no may mean that it was done before, and no answer that it was done just now; both are looked up. */
export const mayBeDone = ({ kind }: CallRefusal): boolean => kind === "declined" || kind === "outcome_unknown";
