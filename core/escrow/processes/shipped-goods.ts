import { defineProcess } from "../process.ts";
import {
  afterDelivery,
  beforeDelivery,
  DISPUTE_DEADLINES,
  disputeStates,
  UNDELIVERED_DEADLINES,
  whileHeld,
} from "./disputed.ts";
import { endStates, PAYMENT_DEADLINE, unpaid } from "./ends.ts";

const NEWS = ["in_transit", "out_for_delivery", "delivered", "returned"] as const;

const cancelPaid = { by: ["buyer", "seller"], to: "cancelled", money: "refund" } as const;
const dispatch = { by: ["seller"], to: "shipped" } as const;
const dispatchUntracked = { by: ["seller"], to: "shipped_untracked" } as const;
const release = { by: ["buyer"], to: "completed", money: "release" } as const;
const delivered = { by: ["carrier"], to: "delivered" } as const;
const returned = { by: ["carrier"], to: "refunded", money: "refund", reason: "RETURNED" } as const;

/** What a seller or buyer may do in every state between payment and dispatch. */
const beforeDispatch = {
  dispatch,
  dispatch_untracked: dispatchUntracked,
  cancel: cancelPaid,
  ...beforeDelivery,
} as const;

/** Besides money the parties may agree that the goods are sent again, or sent back and then paid back. */
const reship = { by: ["parties"], to: "order_confirmed", reason: "AGREED" } as const;
const remedies = {
  reship,
  send_back: { by: ["parties"], to: "returning", reason: "AGREED" },
} as const;

/**
 * Goods that travel. The seller is paid when the buyer confirms, or when the inspection window closes without a word;
 * the buyer is paid back when the parcel is not sent or does not arrive in time.
 *
 * Signing a contract of sale is part of the way, so the states in which a signature is awaited are states of their own; they
 * all show as `escrow_locked`. A parcel that no carrier tracks travels in states of its own too: only there may the seller
 * declare it delivered, and the buyer then has the longer inspection window.
 */
const states = {
  payment_pending: unpaid("escrow_locked"),
  agreed_payment_pending: unpaid("signatures_pending"),
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
      reship,
      ...beforeDelivery,
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
      reship,
      ...beforeDelivery,
    },
    oldNews: ["in_transit"],
  },
  out_for_delivery: {
    status: "out_for_delivery",
    waitsFor: "carrier",
    exits: { delivered, returned, confirm_receipt: release, reship, ...beforeDelivery },
    oldNews: ["in_transit", "out_for_delivery"],
  },
  shipped_untracked: {
    status: "shipped",
    waitsFor: "seller",
    exits: {
      declare_delivered: { by: ["seller"], to: "declared_delivered" },
      confirm_receipt: release,
      reship,
      ...beforeDelivery,
    },
  },
  delivered: {
    status: "delivered",
    waitsFor: "buyer",
    exits: { confirm_receipt: release, ...remedies, ...afterDelivery },
    oldNews: NEWS,
  },
  declared_delivered: {
    status: "delivered",
    waitsFor: "buyer",
    exits: { confirm_receipt: release, ...remedies, ...afterDelivery },
  },
  returning: {
    status: "returning",
    waitsFor: "buyer",
    exits: { return_shipped: { by: ["buyer"], to: "return_shipped" }, confirm_receipt: release, ...whileHeld },
    oldNews: NEWS,
  },
  return_shipped: {
    status: "returning",
    waitsFor: "seller",
    exits: {
      return_received: { by: ["seller"], to: "refunded", money: "refund", reason: "RETURNED" },
      ...afterDelivery,
    },
    oldNews: NEWS,
  },
  ...disputeStates(remedies, NEWS),
  ...endStates(NEWS),
} as const;

export const shippedGoods = defineProcess<keyof typeof states>({
  name: "shipped_goods",
  version: 1,
  starts: ["payment_pending", "agreed_payment_pending"],
  states,
  deadlines: [
    PAYMENT_DEADLINE,
    { ...PAYMENT_DEADLINE, span: ["agreed_payment_pending"], window: "paymentAgreed" },
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
      kind: "return",
      span: ["returning"],
      window: "return",
      to: "completed",
      money: "release",
      reason: "NOT_RETURNED",
    },
    { kind: "return", span: ["return_shipped"], window: "return", to: "refunded", money: "refund", reason: "RETURNED" },
    ...UNDELIVERED_DEADLINES,
    ...DISPUTE_DEADLINES,
  ],
});
