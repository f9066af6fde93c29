import { defineProcess, type Exit, RESUME } from "../process.ts";

type State = keyof typeof states;

const cancelUnpaid = { by: ["buyer", "seller"], to: "cancelled" } as const;
const cancelPaid = { by: ["buyer", "seller"], to: "cancelled", money: "refund" } as const;
const paymentFailed = { by: ["gateway"], to: "failed" } as const;
const dispatch = { by: ["seller"], to: "shipped" } as const;
const dispatchUntracked = { by: ["seller"], to: "shipped_untracked" } as const;
const release = { by: ["buyer"], to: "completed", money: "release" } as const;
const delivered = { by: ["carrier"], to: "delivered" } as const;
const returned = { by: ["carrier"], to: "refunded", money: "refund", reason: "RETURNED" } as const;

/** What may happen while money is held, whatever else goes on: staff decide, or the buyer's bank takes its money back. */
const whileHeld = {
  admin_release: { by: ["finance"], to: "completed", money: "release", reason: "BY_STAFF" },
  admin_refund: { by: ["finance"], to: "refunded", money: "refund", reason: "BY_STAFF" },
  admin_settle: { by: ["finance"], to: "settled", money: "settle", reason: "BY_STAFF" },
  chargeback_opened: { by: ["gateway"], to: "chargeback_pending", freezes: true },
} as const;

/** What a seller or buyer may do in every state between payment and dispatch. */
const beforeDispatch = { dispatch, dispatch_untracked: dispatchUntracked, cancel: cancelPaid, ...whileHeld } as const;

/**
 * Goods that travel. The seller is paid when the buyer confirms, or when the inspection window closes without a word;
 * the buyer is paid back when the parcel is not sent or does not arrive in time.
 *
 * Signing a contract of sale is part of the way, so the states in which a signature is awaited are states of their own; they
 * all show as `escrow_locked`. A parcel that no carrier tracks travels in states of its own too: only there may the seller
 * declare it delivered, and the buyer then has the longer inspection window.
 */
const states = {
  payment_pending: {
    status: "payment_pending",
    waitsFor: "buyer",
    exits: {
      payment_captured: { by: ["gateway"], to: "escrow_locked", money: "fund" },
      cancel: cancelUnpaid,
      payment_failed: paymentFailed,
    },
  },
  agreed_payment_pending: {
    status: "payment_pending",
    waitsFor: "buyer",
    exits: {
      payment_captured: { by: ["gateway"], to: "signatures_pending", money: "fund" },
      cancel: cancelUnpaid,
      payment_failed: paymentFailed,
    },
  },
  signatures_pending: {
    status: "escrow_locked",
    waitsFor: "buyer",
    exits: {
      sign_as_buyer: { by: ["buyer"], to: "seller_signature_pending" },
      sign_as_seller: { by: ["seller"], to: "buyer_signature_pending" },
      cancel: cancelPaid,
      ...whileHeld,
    },
  },
  buyer_signature_pending: {
    status: "escrow_locked",
    waitsFor: "buyer",
    exits: { sign_as_buyer: { by: ["buyer"], to: "order_confirmed" }, cancel: cancelPaid, ...whileHeld },
  },
  seller_signature_pending: {
    status: "escrow_locked",
    waitsFor: "seller",
    exits: { sign_as_seller: { by: ["seller"], to: "order_confirmed" }, cancel: cancelPaid, ...whileHeld },
  },
  escrow_locked: {
    status: "escrow_locked",
    waitsFor: "seller",
    exits: {
      accept: { by: ["seller"], to: "order_confirmed" },
      start: { by: ["seller"], to: "processing" },
      ready: { by: ["seller"], to: "ready_to_ship" },
      ...beforeDispatch,
    },
  },
  order_confirmed: {
    status: "order_confirmed",
    waitsFor: "seller",
    exits: {
      start: { by: ["seller"], to: "processing" },
      ready: { by: ["seller"], to: "ready_to_ship" },
      ...beforeDispatch,
    },
  },
  processing: {
    status: "processing",
    waitsFor: "seller",
    exits: { ready: { by: ["seller"], to: "ready_to_ship" }, ...beforeDispatch },
  },
  ready_to_ship: { status: "ready_to_ship", waitsFor: "seller", exits: beforeDispatch },
  shipped: {
    status: "shipped",
    waitsFor: "carrier",
    exits: {
      in_transit: { by: ["carrier"], to: "in_transit" },
      out_for_delivery: { by: ["carrier"], to: "out_for_delivery" },
      delivered,
      returned,
      confirm_receipt: release,
      ...whileHeld,
    },
  },
  in_transit: {
    status: "in_transit",
    waitsFor: "carrier",
    exits: {
      out_for_delivery: { by: ["carrier"], to: "out_for_delivery" },
      delivered,
      returned,
      confirm_receipt: release,
      ...whileHeld,
    },
    oldNews: ["in_transit"],
  },
  out_for_delivery: {
    status: "out_for_delivery",
    waitsFor: "carrier",
    exits: { delivered, returned, confirm_receipt: release, ...whileHeld },
    oldNews: ["in_transit", "out_for_delivery"],
  },
  shipped_untracked: {
    status: "shipped",
    waitsFor: "seller",
    exits: { declare_delivered: { by: ["seller"], to: "declared_delivered" }, confirm_receipt: release, ...whileHeld },
  },
  delivered: {
    status: "delivered",
    waitsFor: "buyer",
    exits: { confirm_receipt: release, ...whileHeld },
    oldNews: ["in_transit", "out_for_delivery", "delivered", "returned"],
  },
  declared_delivered: { status: "delivered", waitsFor: "buyer", exits: { confirm_receipt: release, ...whileHeld } },
  chargeback_pending: {
    status: "disputed",
    waitsFor: "gateway",
    exits: {
      chargeback_won: { by: ["gateway"], to: RESUME },
      chargeback_lost: { by: ["gateway"], to: "refunded", money: "chargeback", reason: "CHARGEBACK" },
    },
    oldNews: ["in_transit", "out_for_delivery", "delivered", "returned"],
  },
  settled: {
    status: "completed",
    waitsFor: "nobody",
    exits: {},
    oldNews: ["in_transit", "out_for_delivery", "delivered", "returned"],
  },
  completed: {
    status: "completed",
    waitsFor: "nobody",
    exits: {},
    oldNews: ["in_transit", "out_for_delivery", "delivered", "returned"],
  },
  cancelled: {
    status: "cancelled",
    waitsFor: "nobody",
    exits: {},
    oldNews: ["in_transit", "out_for_delivery", "delivered", "returned"],
  },
  refunded: {
    status: "refunded",
    waitsFor: "nobody",
    exits: {},
    oldNews: ["in_transit", "out_for_delivery", "delivered", "returned"],
  },
  failed: { status: "failed", waitsFor: "nobody", exits: {} },
} as const satisfies Record<string, { exits: Record<string, Exit> } & Record<string, unknown>>;

export const shippedGoods = defineProcess<State>({
  name: "shipped_goods",
  version: 1,
  starts: ["payment_pending", "agreed_payment_pending"],
  states,
  deadlines: [
    {
      kind: "payment",
      span: ["payment_pending", "agreed_payment_pending"],
      window: "payment",
      to: "cancelled",
      reason: "PAYMENT_TIMEOUT",
      asks: "gateway",
    },
    {
      kind: "signatures",
      span: ["signatures_pending", "buyer_signature_pending", "seller_signature_pending"],
      window: "signatures",
      to: "refunded",
      money: "refund",
      reason: "AGREEMENT_TIMEOUT",
    },
    {
      kind: "dispatch",
      span: ["escrow_locked", "order_confirmed", "processing", "ready_to_ship"],
      window: "dispatch",
      to: "refunded",
      money: "refund",
      reason: "DISPATCH_TIMEOUT",
      asks: "carrier",
    },
    {
      kind: "delivery",
      span: ["shipped", "in_transit", "out_for_delivery", "shipped_untracked"],
      window: "delivery",
      to: "refunded",
      money: "refund",
      reason: "DELIVERY_TIMEOUT",
      asks: "carrier",
    },
    { kind: "inspection", span: ["delivered"], window: "inspection", to: "completed", money: "release" },
    {
      kind: "inspection",
      span: ["declared_delivered"],
      window: "inspectionUntracked",
      to: "completed",
      money: "release",
    },
    {
      kind: "chargeback",
      span: ["chargeback_pending"],
      window: "chargeback",
      to: "refunded",
      money: "chargeback",
      reason: "CHARGEBACK",
      asks: "gateway",
    },
  ],
});
