import type { Money } from "@amana/core/money";
import type { Result } from "@amana/core/result";
import type { Parcel, Scan, ShippingOption } from "@amana/core/shipping";
import type { Instant } from "@amana/core/time";
import type { CallRefusal, RawWebhook, WebhookRefusal } from "./call.ts";

/** Moves parcels. */
export type Carrier = {
  readonly name: string;
  readonly title: string;
  /** What may be chosen between two places; an empty list means that the carrier does not go there. */
  rates(request: RateRequest): Promise<Result<readonly ShippingOption[], CallRefusal>>;
  /**
   * Books a parcel under our shipment id, as far as it gets: a booking without `tracking` or `label` is finished by calling
   * `book` again with the same id, which never books a second parcel.
   */
  book(request: BookingRequest): Promise<Result<Booking, CallRefusal>>;
  /** What the carrier has under our shipment id. */
  lookBooking(shipment: string): Promise<Result<Booking, CallRefusal>>;
  /** All scans of a parcel, oldest first. */
  track(trackingNumber: string): Promise<Result<readonly Scan[], CallRefusal>>;
  /** Takes a booking back. A parcel that was picked up meanwhile is refused with `declined`. */
  cancel(booking: { readonly shipment: string; readonly reference: string }): Promise<Result<"cancelled", CallRefusal>>;
  readWebhook(webhook: RawWebhook, now: Instant): Result<readonly CarrierHint[], WebhookRefusal>;
};

export type RateRequest = {
  readonly fromPostcode: string;
  readonly toPostcode: string;
  readonly parcel: Parcel;
  readonly value: Money;
};

export type Address = {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly postcode: string;
};

export type BookingRequest = {
  readonly shipment: string;
  readonly orderedOn: Instant;
  readonly courier: string;
  readonly from: Address;
  readonly to: Address;
  readonly parcel: Parcel;
  readonly items: readonly {
    readonly title: string;
    readonly sku: string;
    readonly quantity: number;
    readonly unitPrice: Money;
  }[];
  readonly value: Money;
};

export type Booking = {
  /** The carrier's number for the shipment; null while only the order exists there. */
  readonly reference: string | null;
  /** The number that scans are found by (AWB). */
  readonly trackingNumber: string | null;
  readonly courierTitle: string | null;
  readonly labelUrl: string | null;
  readonly trackingUrl: string | null;
  readonly pickupScheduled: boolean;
  readonly cancelled: boolean;
};

export type CarrierHint = { readonly dedupeKey: string; readonly trackingNumber: string };
