import type { Money } from "@amana/core/money";
import type { Scan, ShippingOption, ShippingSpeed } from "@amana/core/shipping";
import type { Static } from "typebox";
import { Value } from "typebox/value";
import type { Address, Booking, BookingRequest, CarrierHint, RateRequest } from "#ports/carrier";
import { rawDecimal, readAmount, shiftDecimal, writeAmount } from "../../support/decimal.ts";
import { istDay, readDay, readIst } from "./ist.ts";
import {
  type TheirOrderInfo,
  type TheirParcel,
  TheirPush,
  TheirRate,
  type TheirRecords,
  type TheirScan,
  type TheirShipment,
} from "./shapes.ts";
import { impliesPickup, stateOf } from "./statuses.ts";

export const NOTHING_BOOKED: Booking = {
  reference: null,
  trackingNumber: null,
  courierTitle: null,
  labelUrl: null,
  trackingUrl: null,
  pickupScheduled: false,
  cancelled: false,
};

/** Serviceability takes kilograms, packages grams; postcodes with a capital first letter as the interface spells them. */
export const rateQuestion = ({ fromPostcode, toPostcode, parcel, value }: RateRequest): object => ({
  Pickup_pincode: fromPostcode,
  Delivery_pincode: toPostcode,
  cod: false,
  total_order_value: writeAmount(value),
  weight: rawDecimal(shiftDecimal(parcel.grams, 3)),
});

/** One offer; null when its price or name cannot be read, for the others are still good. */
export function shippingOption(theirs: unknown, today: string): ShippingOption | null {
  if (!Value.Check(TheirRate, theirs)) return null;
  const price = priceOf(theirs.total_freight);
  const expectedOn = theirs.edd ? readDay(theirs.edd) : null;
  return (
    price && {
      courier: String(theirs.courier_code),
      title: theirs.courier_name,
      speed: speedOf(theirs, expectedOn, today),
      price,
      expectedOn,
    }
  );
}

function priceOf(freight: number | string): Money | null {
  if (typeof freight === "number") return readAmount(freight, "INR");
  return /^\d{1,9}(\.\d{1,4})?$/.test(freight) ? readAmount(Number(freight), "INR") : null;
}

function speedOf({ freight_mode }: Static<typeof TheirRate>, expectedOn: string | null, today: string): ShippingSpeed {
  if (expectedOn === today) return "same_day";
  return freight_mode?.toLowerCase() === "air" ? "express" : "standard";
}

/** Always prepaid: the buyer's money is held already, and a courier must not take it a second time. */
export const newBooking = (request: BookingRequest, storeName: string): object => ({
  orderId: request.shipment,
  orderDate: istDay(request.orderedOn),
  pickupLocation: {
    contactName: request.from.name.slice(0, 75),
    pickupName: request.from.name.slice(0, 75),
    pickupEmail: request.from.email,
    pickupPhone: tenDigits(request.from.phone),
    pickupAddress1: request.from.line1,
    pickupAddress2: secondLine(request.from),
    pinCode: request.from.postcode,
  },
  storeName,
  billingIsShipping: true,
  shippingAddress: {
    ...nameParts(request.to.name),
    addressLine1: request.to.line1,
    addressLine2: secondLine(request.to),
    pinCode: request.to.postcode,
    email: request.to.email,
    phone: tenDigits(request.to.phone),
  },
  orderItems: request.items.map(({ title, sku, quantity, unitPrice }) => ({
    itemName: title.slice(0, 200),
    ...(sku.length >= 3 ? { sku: sku.slice(0, 200) } : {}),
    units: quantity,
    unitPrice: writeAmount(unitPrice),
    tax: 0,
  })),
  paymentMethod: "PREPAID",
  packageDetails: {
    packageLength: centimetres(request.parcel.millimetres.length),
    packageBreadth: centimetres(request.parcel.millimetres.width),
    packageHeight: centimetres(request.parcel.millimetres.height),
    packageWeight: request.parcel.grams,
  },
});

/** An address line over a hundred characters is refused and never cut: half an address is another address. */
export const addressFits = (address: Address): boolean =>
  address.line1.length <= 100 && secondLine(address).length <= 100;

/** The booking as a shipment's fields show it; `""` and null mean the same to them. */
export function bookingOf(theirs: TheirShipment, trackingPage: string): Booking {
  const trackingNumber = textOf(theirs.awb);
  return {
    reference: textOf(theirs.shipmentId ?? theirs.shipment_id),
    trackingNumber,
    courierTitle: textOf(theirs.courierName ?? theirs.courier_name),
    labelUrl: webAddress(theirs.labelURL),
    trackingUrl:
      trackingNumber && (webAddress(theirs.tracking_link) ?? `${trackingPage}${encodeURIComponent(trackingNumber)}`),
    pickupScheduled: theirs.pickupScheduled === true,
    cancelled: false,
  };
}

export function bookingOfOrder(theirs: TheirOrderInfo, trackingPage: string): Booking {
  const [line] = theirs.shipment_lines ?? [];
  const booking = line ? bookingOf(line, trackingPage) : NOTHING_BOOKED;
  return { ...booking, cancelled: CANCELLED.has(theirs.order_status ?? "") };
}

const CANCELLED = new Set(["CANCELLED", "CANCELED"]);

/** What tracking adds to a booking: orders do not say whether a pickup was arranged. */
export const withTracking = (booking: Booking, codes: readonly string[]): Booking => ({
  ...booking,
  pickupScheduled: booking.pickupScheduled || codes.some(impliesPickup),
  cancelled: booking.cancelled || codes.at(-1) === "CAN",
});

/** All scans, oldest first; the parcel's present status joins them where the list does not have it yet. */
export function scansOf(parcel: TheirParcel): Scan[] {
  const scans = (parcel.track_scans ?? []).map(scanOf).filter((scan) => scan !== null);
  const current = currentScan(parcel);
  if (current && !scans.some(({ code }) => code === current.code)) scans.push(current);
  return scans.sort((a, b) => a.scannedAt - b.scannedAt);
}

/** A scan without a readable time is left out: nobody may be paid for a moment that is a guess. */
function scanOf(theirs: TheirScan): Scan | null {
  const scannedAt = readIst(theirs.scan_datetime ?? "");
  const code = theirs.rapidshyp_status_code ?? "";
  return scannedAt === null
    ? null
    : {
        state: stateOf(code),
        code,
        text: wordsOf(theirs.scan) ?? "",
        location: wordsOf(theirs.scan_location),
        scannedAt,
      };
}

function currentScan(parcel: TheirParcel): Scan | null {
  const code = parcel.current_tracking_status_code;
  if (!code) return null;
  const scannedAt = readIst(dateOf(parcel, code) ?? "");
  return (
    scannedAt && {
      state: stateOf(code),
      code,
      text: wordsOf(parcel.current_tracking_status_desc) ?? "",
      location: null,
      scannedAt,
    }
  );
}

function dateOf(parcel: TheirParcel, code: string): string | null | undefined {
  if (code === "DEL") return parcel.delivered_date ?? parcel.current_status_date;
  if (code === "RTO_DEL") return parcel.rto_delivered_date ?? parcel.current_status_date;
  return parcel.current_status_date;
}

/** Where a tracking push tells us to look; null when it has none of the shapes seen. */
export function hintsOf(push: unknown): CarrierHint[] | null {
  if (!Value.Check(TheirPush, push)) return null;
  return recordsOf(push).flatMap(({ shipment_details }) =>
    (shipment_details ?? []).flatMap((parcel) => {
      const trackingNumber = textOf(parcel.awb);
      if (trackingNumber === null) return [];
      const dedupeKey = `${trackingNumber}:${parcel.current_tracking_status_code ?? ""}:${parcel.current_status_date ?? ""}`;
      return [{ dedupeKey, trackingNumber }];
    }),
  );
}

function recordsOf(push: Static<typeof TheirPush>): Static<typeof TheirRecords> {
  if (Array.isArray(push)) return push;
  if ("records" in push) return push.records;
  return Array.isArray(push.data) ? push.data : push.data.records;
}

export const textOf = (value: string | number | null | undefined): string | null =>
  value === undefined || value === null || value === "" ? null : String(value);

const wordsOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** Addresses end up as links on our pages, so only those of the web pass. */
export const webAddress = (text: string | null | undefined): string | null =>
  text && /^https?:\/\/\S+$/.test(text) ? text : null;

const centimetres = (millimetres: number): object => rawDecimal(shiftDecimal(millimetres, 1));

/** The interface has no field for the city, so it stands in the second line. */
const secondLine = ({ line2, city }: Address): string => [line2, city].filter(Boolean).join(", ");

const tenDigits = (phone: string): string => phone.replace(/\D/g, "").slice(-10);

function nameParts(name: string): object {
  const [firstName = "", ...rest] = name.trim().slice(0, 75).split(/\s+/);
  return rest.length === 0 ? { firstName } : { firstName, lastName: rest.join(" ") };
}
