import { defineProcess } from "../process.ts";
import { beforeDelivery, DISPUTE_DEADLINES, disputeStates, UNDELIVERED_DEADLINES } from "./disputed.ts";
import { endStates, PAYMENT_DEADLINE, unpaid } from "./ends.ts";
import { WORK_DEADLINES, workStates } from "./work.ts";

const states = {
  payment_pending: {
    ...unpaid("escrow_locked"),
    exits: {
      ...unpaid("escrow_locked").exits,
      end_contract: { by: ["contract"], to: "cancelled", reason: "CONTRACT_ENDED" },
    },
  },
  escrow_locked: {
    status: "escrow_locked",
    waitsFor: "nobody",
    exits: {
      begin: { by: ["contract"], to: "processing" },
      end_contract: { by: ["contract"], to: "refunded", money: "refund", reason: "CONTRACT_ENDED" },
      ...beforeDelivery,
    },
  },
  ...workStates,
  ...disputeStates({}),
  ...endStates(),
} as const;

/**
 * One part of a contract. It may be paid for ahead and then waits for its turn, which the contract gives; as long as nobody works on
 * it, the contract can be ended and the money goes back.
 */
export const milestone = defineProcess<keyof typeof states>({
  name: "milestone",
  version: 1,
  starts: ["payment_pending"],
  states,
  deadlines: [
    PAYMENT_DEADLINE,
    {
      kind: "start",
      span: ["escrow_locked"],
      window: "start",
      to: "refunded",
      money: "refund",
      reason: "START_TIMEOUT",
    },
    ...WORK_DEADLINES,
    ...UNDELIVERED_DEADLINES,
    ...DISPUTE_DEADLINES,
  ],
});
