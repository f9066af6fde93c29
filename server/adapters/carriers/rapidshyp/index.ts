import { ok, type Result, refuse } from "@amana/core/result";
import type { Scan } from "@amana/core/shipping";
import type { CallRefusal } from "#ports/call";
import type { Booking, BookingRequest, Carrier } from "#ports/carrier";
import type { Clock } from "#ports/clock";
import { objectionTo } from "../../support/decimal.ts";
import { decode, unreadable } from "../../support/decode.ts";
import type { Http } from "../../support/http.ts";
import { equalInConstantTime, parseBody, requireSecrets } from "../../support/signatures.ts";
import { istDay } from "./ist.ts";
import * as messages from "./messages.ts";
import { accepted } from "./refusals.ts";
import { TheirLabels, TheirOrderInfo, TheirRates, TheirShipment, TheirTracking, TheirWrapper } from "./shapes.ts";

export type RapidShypConfig = {
  /** `https://api.rapidshyp.com/rapidshyp/apis/v1` */
  readonly baseUrl: string;
  readonly token: string;
  /** `DEFAULT` for an account's only store. */
  readonly storeName: string;
  /** Tracking pushes carry no signature, only a header and a value that we choose: the whole value, `Bearer ` included if so set. */
  readonly webhook: { readonly header: string; readonly token: string };
  /** Where buyers follow a parcel; its number is put at the end. Absent: RapidShyp's public page. */
  readonly trackingPage?: string;
};

type Call = (path: string, what: "read" | "write", body?: object) => Promise<Result<unknown, CallRefusal>>;
type Shop = { readonly call: Call; readonly storeName: string; readonly trackingPage: string };

/** RapidShyp, an Indian shipping aggregator (its document of the interface, version 1). Throws when a secret is empty. */
export function rapidshyp(
  config: RapidShypConfig,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Carrier {
  requireSecrets("rapidshyp", [config.token, config.webhook.token, config.webhook.header]);
  const shop = {
    call: caller(config, http),
    storeName: config.storeName,
    trackingPage: config.trackingPage ?? "https://app.rapidshyp.com/t/",
  };
  const header = config.webhook.header.toLowerCase();

  return {
    name: "rapidshyp",
    title: "RapidShyp",
    book: (request) => book(shop, request),
    lookBooking: (shipment) => lookBooking(shop, shipment),
    track: (trackingNumber) => track(shop.call, trackingNumber),
    cancel: (booking) => cancel(shop, booking),

    async rates(request) {
      if (request.value.currency !== "INR")
        return refuse({ kind: "declined", code: "currency_not_supported", detail: request.value.currency });
      const answer = await shop.call("/serviceabilty_check", "read", messages.rateQuestion(request));
      if (!answer.ok) return answer;
      const theirs = decode(TheirRates, answer.value);
      if (!theirs.ok) return theirs;
      const today = istDay(clock.now());
      const options = (theirs.value.serviceable_courier_list ?? []).map((rate) => messages.shippingOption(rate, today));
      return ok(options.filter((option) => option !== null));
    },

    readWebhook({ headers, body }) {
      const token = headers[header];
      if (token === undefined || !equalInConstantTime(token, config.webhook.token)) return refuse("forged");
      const push = parseBody(body);
      if (!push.ok) return push;
      const hints = messages.hintsOf(push.value);
      return hints ? ok(hints) : refuse("unreadable");
    },
  };
}

/** Every call of theirs is a POST, reads too. */
function caller({ baseUrl, token }: RapidShypConfig, http: Http): Call {
  return async (path, what, body = {}) =>
    accepted(
      await http({ method: "POST", url: `${baseUrl}${path}`, headers: { "rapidshyp-token": token }, body }),
      what,
    );
}

/**
 * Our shipment id is the order id there, unique per store, and so the guard against a second parcel. How they word that it
 * is taken is not documented: after every no, and after every silence, the order is looked up, and what it lacks is added.
 */
async function book(shop: Shop, request: BookingRequest): Promise<Result<Booking, CallRefusal>> {
  const objection = request.items
    .map(({ unitPrice }) => objectionTo(unitPrice, ["INR"]))
    .find((found) => found !== null);
  if (objection) return refuse({ kind: "declined", code: objection, detail: request.shipment });
  if (![request.from, request.to].every(messages.addressFits))
    return refuse({ kind: "declined", code: "address_too_long", detail: request.shipment });

  const answer = await shop.call("/wrapper", "write", messages.newBooking(request, shop.storeName));
  const booked = answer.ok ? firstShipment(answer.value, shop, request.shipment) : answer;
  if (booked.ok) return ok(await finish(shop, booked.value, request.courier));
  if (booked.error.kind !== "declined" && booked.error.kind !== "outcome_unknown") return booked;

  const found = await lookBooking(shop, request.shipment);
  if (found.ok) return ok(await finish(shop, found.value, request.courier));
  return found.error.kind === "not_found"
    ? booked
    : refuse({ kind: "outcome_unknown", detail: "booking and looking both went unanswered" });
}

function firstShipment(json: unknown, { trackingPage }: Shop, shipment: string): Result<Booking, CallRefusal> {
  const theirs = decode(TheirWrapper, json);
  if (!theirs.ok) return theirs;
  const orderId = messages.textOf(theirs.value.orderId);
  if (orderId !== null && orderId !== shipment) return unreadable("orderId");
  const [first] = theirs.value.shipment ?? [];
  return first ? ok(messages.bookingOf(first, trackingPage)) : unreadable("shipment");
}

/** Adds what a booking lacks, as far as it gets: each step that is refused leaves the rest for the next call. */
async function finish(shop: Shop, booking: Booking, courier: string): Promise<Booking> {
  if (booking.reference === null || booking.cancelled) return booking;
  const assigned = booking.trackingNumber === null ? await assign(shop, booking, booking.reference, courier) : booking;
  if (assigned.trackingNumber === null) return assigned;
  const scheduled =
    assigned.pickupScheduled || (await schedulePickup(shop.call, booking.reference, assigned.trackingNumber));
  const labelUrl = assigned.labelUrl ?? (await label(shop.call, booking.reference));
  return { ...assigned, pickupScheduled: scheduled, labelUrl };
}

async function assign(
  { call, trackingPage }: Shop,
  booking: Booking,
  reference: string,
  courier: string,
): Promise<Booking> {
  const answer = await call("/assign_awb", "write", { shipment_id: reference, courier_code: courier });
  const theirs = answer.ok ? decode(TheirShipment, answer.value) : answer;
  if (!theirs.ok) return booking;
  const { trackingNumber, courierTitle, trackingUrl } = messages.bookingOf(theirs.value, trackingPage);
  return { ...booking, trackingNumber, courierTitle, trackingUrl };
}

async function schedulePickup(call: Call, reference: string, awb: string): Promise<boolean> {
  return (await call("/schedule_pickup", "write", { shipment_id: reference, awb })).ok;
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

async function lookBooking({ call, trackingPage }: Shop, shipment: string): Promise<Result<Booking, CallRefusal>> {
  const answer = await call(`/get_orders_info?channel_order_id=${encodeURIComponent(shipment)}`, "read");
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

async function track(call: Call, trackingNumber: string): Promise<Result<readonly Scan[], CallRefusal>> {
  const answer = await call("/track_order", "read", { awb: trackingNumber });
  if (!answer.ok) return answer.error.kind === "declined" ? refuse({ kind: "not_found" }) : answer;
  const theirs = decode(TheirTracking, answer.value);
  if (!theirs.ok) return theirs;
  const parcels = (theirs.value.records ?? []).flatMap(({ shipment_details }) => shipment_details ?? []);
  const parcel = parcels.find(({ awb }) => messages.textOf(awb) === trackingNumber);
  return parcel ? ok(messages.scansOf(parcel)) : refuse({ kind: "not_found" });
}

/** First the tracking number is given back, then the order: a parcel that is on its way refuses the first and keeps both. */
async function cancel(
  shop: Shop,
  { shipment, reference }: { shipment: string; reference: string },
): Promise<Result<"cancelled", CallRefusal>> {
  const released = await shop.call("/de_allocate_shipment", "write", { orderId: shipment, shipmentId: reference });
  if (!released.ok) {
    const standing = await standingAfter(shop, released.error, shipment);
    if (!standing.ok || standing.value.cancelled) return standing.ok ? ok("cancelled") : standing;
    if (standing.value.trackingNumber !== null) return released;
  }
  const cancelled = await shop.call("/cancel_order", "write", { orderId: shipment, storeName: shop.storeName });
  if (cancelled.ok) return ok("cancelled");
  const standing = await standingAfter(shop, cancelled.error, shipment);
  if (!standing.ok) return standing;
  return standing.value.cancelled ? ok("cancelled") : cancelled;
}

/** After a no, what stands there now; other refusals stay what they are. */
async function standingAfter(
  shop: Shop,
  refusal: CallRefusal,
  shipment: string,
): Promise<Result<Booking, CallRefusal>> {
  return refusal.kind === "declined" ? lookBooking(shop, shipment) : refuse(refusal);
}
