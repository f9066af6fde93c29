/** The carrier's forward codes and their words; UNDELIVERED contains DELIVERED, so only the code decides. */
export const SCAN_CODES: Readonly<Record<string, string>> = {
  SCB: "SHIPMENT BOOKED",
  PSH: "PICKUP SCHEDULED",
  OFP: "OUT FOR PICKUP",
  PUE: "PICKUP EXCEPTION",
  PCN: "PICKUP CANCELLED",
  PUC: "PICKUP COMPLETED",
  SPD: "SHIPPED",
  INT: "IN TRANSIT",
  RAD: "REACHED AT DESTINATION",
  DED: "DELIVERY DELAYED",
  OFD: "OUT FOR DELIVERY",
  DEL: "DELIVERED",
  UND: "UNDELIVERED",
  RTO_REQ: "RTO REQUESTED",
  RTO: "RTO CONFIRMED",
  RTO_INT: "RTO IN TRANSIT",
  RTO_RAD: "RTO REACHED AT DESTINATION",
  RTO_OFD: "RTO OUT FOR DELIVERY",
  RTO_UND: "RTO UNDELIVERED",
  RTO_DEL: "RTO DELIVERED",
  CAN: "CANCELLED",
  ONH: "ON HOLD",
  LST: "LOST",
  DMG: "DAMAGED",
  MSR: "MISROUTED",
  DPO: "DISPOSED OFF",
};

/** A parcel that has one of these has left the seller. */
export const DISPATCHED: ReadonlySet<string> = new Set(
  Object.keys(SCAN_CODES).filter((code) => !["SCB", "PSH", "OFP", "PUE", "PCN", "CAN", "ONH"].includes(code)),
);

/** Words for a code; a code that is not the carrier's own (such as RDEL or NA) is its own word. */
export const descriptionOf = (code: string): string =>
  (Object.hasOwn(SCAN_CODES, code) ? SCAN_CODES[code] : undefined) ?? code;

export function shipmentStatus(code: string | undefined, hasAwb: boolean, cancelled: boolean): string {
  if (cancelled || code === "CAN") return "CANCELLED";
  if (code === "DEL") return "DELIVERED";
  if (code?.startsWith("RTO")) return "RTO";
  if (code !== undefined && DISPATCHED.has(code)) return "SHIPPED";
  return hasAwb ? "ASSIGNED" : "READY_TO_SHIP";
}
