import type { DeadlineForm } from "../process.ts";
import { afterDelivery, beforeDelivery } from "./disputed.ts";

export type WorkState = "processing" | "late" | "delivered" | "revision_requested" | "late_revision";

const deliver = { by: ["seller"], to: "delivered" } as const;
/** Who waits longer than was promised need not go on waiting. */
const giveUp = { by: ["buyer"], to: "cancelled", money: "refund", reason: "LATE" } as const;

/** Work that is paid for: it is delivered, looked at, changed as often as was agreed, and accepted. */
export const workStates = {
  processing: { status: "processing", waitsFor: "seller", exits: { deliver, ...beforeDelivery } },
  late: { status: "processing", waitsFor: "seller", exits: { deliver, cancel: giveUp, ...beforeDelivery } },
  delivered: {
    status: "delivered",
    waitsFor: "buyer",
    exits: {
      confirm_receipt: { by: ["buyer"], to: "completed", money: "release" },
      request_revision: { by: ["buyer"], to: "revision_requested", uses: "revision" },
      ...afterDelivery,
    },
  },
  revision_requested: {
    status: "revision_requested",
    waitsFor: "seller",
    exits: { deliver, confirm_receipt: { by: ["buyer"], to: "completed", money: "release" }, ...afterDelivery },
  },
  late_revision: {
    status: "revision_requested",
    waitsFor: "seller",
    exits: {
      deliver,
      cancel: giveUp,
      confirm_receipt: { by: ["buyer"], to: "completed", money: "release" },
      ...afterDelivery,
    },
  },
} as const;

export const WORK_DEADLINES: readonly DeadlineForm<WorkState | "refunded" | "completed">[] = [
  { kind: "delivery", span: ["processing"], window: "delivery", to: "late" },
  { kind: "delivery", span: ["revision_requested"], window: "delivery", to: "late_revision" },
  {
    kind: "lateness",
    span: ["late", "late_revision"],
    window: "lateness",
    to: "refunded",
    money: "refund",
    reason: "DELIVERY_TIMEOUT",
  },
  { kind: "inspection", span: ["delivered"], window: "inspectionWork", to: "completed", money: "release" },
];
