import { defineProcess } from "../process.ts";
import { beforeDelivery, DISPUTE_DEADLINES, disputeStates, UNDELIVERED_DEADLINES } from "./disputed.ts";
import { endStates, PAYMENT_DEADLINE, unpaid } from "./ends.ts";
import { WORK_DEADLINES, workStates } from "./work.ts";

const states = {
  payment_pending: unpaid("escrow_locked"),
  escrow_locked: {
    status: "escrow_locked",
    waitsFor: "seller",
    exits: {
      accept: { by: ["seller"], to: "processing" },
      cancel: { by: ["buyer", "seller"], to: "cancelled", money: "refund" },
      ...beforeDelivery,
    },
  },
  ...workStates,
  ...disputeStates({}),
  ...endStates(),
} as const;

/** Work for a price that was offered: accepted, delivered within the days of the offer, changed as often as it includes. */
export const service = defineProcess<keyof typeof states>({
  name: "service",
  version: 1,
  starts: ["payment_pending"],
  states,
  deadlines: [
    PAYMENT_DEADLINE,
    {
      kind: "start",
      span: ["escrow_locked"],
      window: "dispatch",
      to: "refunded",
      money: "refund",
      reason: "ACCEPT_TIMEOUT",
    },
    ...WORK_DEADLINES,
    ...UNDELIVERED_DEADLINES,
    ...DISPUTE_DEADLINES,
  ],
});
