import { defineProcess } from "../process.ts";
import { afterDelivery, DISPUTE_DEADLINES, disputeStates } from "./disputed.ts";
import { endStates, PAYMENT_DEADLINE, unpaid } from "./ends.ts";

/** What is paid for is delivered: no dispute is about what did not come. */
const { disputed, investigating, ...disputeAfterDelivery } = disputeStates({});

const states = {
  payment_pending: unpaid("delivered"),
  delivered: {
    status: "delivered",
    waitsFor: "buyer",
    exits: { confirm_receipt: { by: ["buyer"], to: "completed", money: "release" }, ...afterDelivery },
  },
  ...disputeAfterDelivery,
  ...endStates(),
} as const;

/** Files: payment opens them to the buyer, and the seller is paid when the time for looking at them has gone by. */
export const digitalGoods = defineProcess<keyof typeof states>({
  name: "digital_goods",
  version: 1,
  starts: ["payment_pending"],
  states,
  deadlines: [
    PAYMENT_DEADLINE,
    { kind: "inspection", span: ["delivered"], window: "inspectionDigital", to: "completed", money: "release" },
    ...DISPUTE_DEADLINES,
  ],
});
