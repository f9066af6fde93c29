import type { Money } from "../money/index.ts";
import type { Instant } from "../time/index.ts";

/** Where a parcel is, in our words, in the order of a journey that goes well and then of those that do not. */
export const TRACKING_STATES = [
  "label_created",
  "pickup_scheduled",
  "out_for_pickup",
  "picked_up",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "delivery_failed",
  "delayed",
  "on_hold",
  "returning",
  "returned",
  "lost",
  "damaged",
  "cancelled",
  /** A word of the carrier's that we have not met: shown, never acted upon. */
  "unknown",
] as const;

export type TrackingState = (typeof TRACKING_STATES)[number];

export type Scan = {
  readonly state: TrackingState;
  /** The carrier's own code and text. */
  readonly code: string;
  readonly text: string;
  readonly location: string | null;
  readonly scannedAt: Instant;
};

/** A parcel to be carried: grams and millimetres, whole numbers. */
export type Parcel = {
  readonly grams: number;
  readonly millimetres: { readonly length: number; readonly width: number; readonly height: number };
};

export type ShippingSpeed = "standard" | "express" | "same_day";

export type ShippingOption = {
  /** The carrier's code for this courier service. */
  readonly courier: string;
  readonly title: string;
  readonly speed: ShippingSpeed;
  readonly price: Money;
  /** Expected day of delivery as `YYYY-MM-DD`, where the carrier says one. */
  readonly expectedOn: string | null;
};
