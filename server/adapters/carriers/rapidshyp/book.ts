import { ok, type Result, refuse } from "@amana/core/result";
import type { CallRefusal } from "#ports/call";
import type { Booking, BookingRequest } from "#ports/carrier";
import { objectionTo } from "../../support/decimal.ts";
import { decode, unreadable } from "../../support/decode.ts";
import { finish } from "./finish.ts";
import { lookBooking, mayBeDone } from "./look.ts";
import * as messages from "./messages.ts";
import { TheirWrapper } from "./shapes.ts";
import type { Shop } from "./shop.ts";

/**
 * Books with the courier of the request, or, where that is `""`, with the one that the operator's rule there chooses. Our
 * shipment id is the order id, unique per store, and so the guard against a second parcel.
 */
export async function book(shop: Shop, request: BookingRequest): Promise<Result<Booking, CallRefusal>> {
  const objection = request.items
    .map(({ unitPrice }) => objectionTo(unitPrice, ["INR"]))
    .find((found) => found !== null);
  if (objection) return refuse({ kind: "declined", code: objection, detail: request.shipment });
  if (![request.from, request.to].every(messages.addressFits))
    return refuse({ kind: "declined", code: "address_too_long", detail: request.shipment });

  const placed = request.courier === "" ? await wrap(shop, request) : await order(shop, request);
  return placed.ok ? finish(shop, placed.value, request) : placed;
}

/** An order, tracking number, pickup and label in one call, which takes no courier. */
async function wrap(shop: Shop, request: BookingRequest): Promise<Result<Booking, CallRefusal>> {
  const answer = await shop.call("/wrapper", "write", messages.newBooking(request, shop.storeName));
  const wrapped = answer.ok ? firstShipment(answer.value, shop, request.shipment) : answer;
  return wrapped.ok ? wrapped : lookAfter(shop, wrapped.error, request.shipment);
}

function firstShipment(json: unknown, { trackingPage }: Shop, shipment: string): Result<Booking, CallRefusal> {
  const theirs = decode(TheirWrapper, json);
  if (!theirs.ok) return theirs;
  const orderId = messages.textOf(theirs.value.orderId);
  if (orderId !== null && orderId !== shipment) return unreadable("orderId");
  const [first] = theirs.value.shipment ?? [];
  return first ? ok(messages.bookingOf(first, trackingPage)) : unreadable("shipment");
}

/** The order that is there, or a new one. The answer to a new one is not documented beyond its yes: the look has the rest. */
async function order(shop: Shop, request: BookingRequest): Promise<Result<Booking, CallRefusal>> {
  const standing = await lookBooking(shop, request.shipment);
  if (standing.ok || standing.error.kind !== "not_found") return standing;
  const created = await shop.call("/create_order", "write", messages.newBooking(request, shop.storeName));
  if (!created.ok) return lookAfter(shop, created.error, request.shipment);
  const found = await lookBooking(shop, request.shipment);
  return found.ok ? found : ok(messages.NOTHING_BOOKED);
}

/** How they word that an order id is taken is not documented: after every no, and every silence, the order is looked up. */
async function lookAfter(shop: Shop, refusal: CallRefusal, shipment: string): Promise<Result<Booking, CallRefusal>> {
  if (!mayBeDone(refusal)) return refuse(refusal);
  const found = await lookBooking(shop, shipment);
  if (found.ok) return found;
  return found.error.kind === "not_found"
    ? refuse(refusal)
    : refuse({ kind: "outcome_unknown", detail: "booking and looking both went unanswered" });
}
