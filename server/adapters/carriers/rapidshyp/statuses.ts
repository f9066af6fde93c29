import type { TrackingState } from "@amana/core/shipping";

/**
 * RapidShyp's codes on the left, our states on the right. Codes are matched whole and descriptions never read, for
 * "UNDELIVERED" contains "DELIVERED". Codes that begin with R and are not RTO, RAD are of the return leg: RDEL is a parcel
 * back at the seller, not one with the buyer.
 */
const STATES = new Map<string, TrackingState>([
  ["SCB", "label_created"],
  ["PSH", "pickup_scheduled"],
  ["OFP", "out_for_pickup"],
  ["PUE", "delayed"],
  ["PCN", "on_hold"],
  ["PUC", "picked_up"],
  ["SPD", "in_transit"],
  ["INT", "in_transit"],
  ["RAD", "in_transit"],
  ["DED", "delayed"],
  ["OFD", "out_for_delivery"],
  ["DEL", "delivered"],
  ["UND", "delivery_failed"],
  ["RTO_REQ", "returning"],
  ["RTO", "returning"],
  ["RTO_INT", "returning"],
  ["RTO_RAD", "returning"],
  ["RTO_OFD", "returning"],
  ["RTO_UND", "returning"],
  ["RTO_DEL", "returned"],
  ["CAN", "cancelled"],
  ["ONH", "on_hold"],
  ["LST", "lost"],
  ["DMG", "damaged"],
  ["MSR", "delayed"],
  ["DPO", "lost"],
  ["RPUC", "returning"],
  ["RSPD", "returning"],
  ["RINT", "returning"],
  ["RPAD", "returning"],
  ["RDED", "returning"],
  ["ROFD", "returning"],
  ["RUND", "returning"],
  ["RDEL", "returned"],
]);

export const stateOf = (code: string): TrackingState => STATES.get(code) ?? "unknown";

/** Codes that are only said once a courier was told to come, or has come. */
const PICKUP_ARRANGED = new Set<TrackingState>([
  "pickup_scheduled",
  "out_for_pickup",
  "picked_up",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "delivery_failed",
  "returning",
  "returned",
]);

export const impliesPickup = (code: string): boolean => PICKUP_ARRANGED.has(stateOf(code));
