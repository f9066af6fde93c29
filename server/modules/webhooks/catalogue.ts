import { ORDER_STATUSES } from "@amana/core/escrow";
import { Type } from "typebox";
import { IdOf, InstantJson, nullable, oneOf, strict } from "#runtime/http";
import { type EventForm, money, ORDER, ORDER_EXAMPLE } from "./forms.ts";
import { TRADE_EVENTS } from "./trade-catalogue.ts";

const orderData = strict(
  {
    ...ORDER,
    version: Type.Integer({ minimum: 1, description: "Of the order after this step: the newer one is the later one." }),
    status: oneOf(ORDER_STATUSES),
    previousStatus: nullable(oneOf(ORDER_STATUSES)),
    reason: nullable(Type.String({ description: "A word for why, such as `DISPATCH_TIMEOUT`." })),
    amount: nullable(money("What this step moved, as far as it concerns you.")),
  },
  { $id: "OrderEventData" },
);
const refundData = strict({ ...ORDER, refundId: IdOf("refund"), amount: money() }, { $id: "RefundEventData" });
const payoutData = strict({ ...ORDER, payoutId: IdOf("payout"), amount: money() }, { $id: "PayoutEventData" });
const withdrawalData = strict({ payoutId: IdOf("payout"), amount: money() }, { $id: "WithdrawalEventData" });
const chargebackData = strict(
  { ...ORDER, chargebackId: IdOf("chargeback"), amount: money("What is taken from you if the bank is right.") },
  { $id: "ChargebackEventData" },
);
const shipmentData = strict({ ...ORDER, shipmentId: IdOf("shipment") }, { $id: "ShipmentEventData" });
const bankAccountData = strict(
  {
    bankAccountId: IdOf("bankAccount"),
    last4: Type.String({
      pattern: "^[0-9A-Za-z]{1,4}$",
      description: "The last four digits; the number is never sent.",
    }),
    payoutsFrom: nullable(InstantJson),
  },
  { $id: "BankAccountEventData" },
);
const testData = strict({ webhookEndpointId: IdOf("webhookEndpoint") }, { $id: "TestEventData" });

type Example = { readonly status: string; readonly from: string | null; readonly version: number };
type More = { readonly reason?: string; readonly amount?: number; readonly role?: "buyer" | "seller" };

const order = (description: string, { status, from, version }: Example, more: More = {}): EventForm => ({
  description,
  to: ["buyer", "seller"],
  data: orderData,
  example: {
    ...ORDER_EXAMPLE,
    ...{ role: more.role ?? "seller", version, status, previousStatus: from, reason: more.reason ?? null },
    amount: more.amount === undefined ? null : { amount: more.amount, currency: "INR" },
  },
});

const EXAMPLE_MONEY = { amount: 33_903, currency: "INR" };

const refund = (description: string): EventForm => ({
  description,
  to: ["buyer"],
  data: refundData,
  example: {
    ...ORDER_EXAMPLE,
    role: "buyer",
    refundId: "ref_0199aa00c0de7000a000000000000043",
    amount: { amount: 34_800, currency: "INR" },
  },
});

const payout = (description: string): EventForm => ({
  description,
  to: ["seller"],
  data: payoutData,
  example: {
    ...ORDER_EXAMPLE,
    role: "seller",
    payoutId: "pout_0199aa00c0de7000a000000000000044",
    amount: EXAMPLE_MONEY,
  },
});

const withdrawal = (description: string): EventForm => ({
  description,
  to: ["owner"],
  data: withdrawalData,
  example: { payoutId: "pout_0199aa00c0de7000a000000000000044", amount: EXAMPLE_MONEY },
});

const chargeback = (description: string): EventForm => ({
  description,
  to: ["seller"],
  data: chargebackData,
  example: {
    ...ORDER_EXAMPLE,
    role: "seller",
    chargebackId: "cbk_0199aa00c0de7000a000000000000045",
    amount: EXAMPLE_MONEY,
  },
});

const shipment = (description: string, to: EventForm["to"]): EventForm => ({
  description,
  to,
  data: shipmentData,
  example: { ...ORDER_EXAMPLE, role: "seller", shipmentId: "shp_0199aa00c0de7000a000000000000046" },
});

const bankAccount = (description: string): EventForm => ({
  description,
  to: ["owner"],
  data: bankAccountData,
  example: { bankAccountId: "bank_0199aa00c0de7000a000000000000047", last4: "1191", payoutsFrom: null },
});

/** Every type of event that a receiver can be told. Types are stable; new ones may come. */
export const EVENTS = {
  "order.placed": order("An order was placed and waits for its payment.", {
    status: "payment_pending",
    from: null,
    version: 1,
  }),
  "order.paid": order(
    "The money is in escrow.",
    { status: "escrow_locked", from: "payment_pending", version: 2 },
    { amount: 34_800 },
  ),
  "order.payment_failed": order("The payment failed; the order is over.", {
    status: "failed",
    from: "payment_pending",
    version: 2,
  }),
  "order.confirmed": order("The seller has taken the order, or both have signed.", {
    status: "order_confirmed",
    from: "escrow_locked",
    version: 3,
  }),
  "order.processing": order("The seller prepares the order.", {
    status: "processing",
    from: "order_confirmed",
    version: 4,
  }),
  "order.ready_to_ship": order("The parcel is packed.", { status: "ready_to_ship", from: "processing", version: 5 }),
  "order.dispatched": order("The parcel was given to the carrier, or sent without one.", {
    status: "shipped",
    from: "ready_to_ship",
    version: 6,
  }),
  "order.in_transit": order("The carrier has the parcel.", { status: "in_transit", from: "shipped", version: 7 }),
  "order.out_for_delivery": order("The parcel comes today.", {
    status: "out_for_delivery",
    from: "in_transit",
    version: 8,
  }),
  "order.delivered": order("The parcel has arrived or the work was delivered; the time of inspection runs.", {
    status: "delivered",
    from: "out_for_delivery",
    version: 9,
  }),
  "order.revision_requested": order("The buyer has asked for changes to the work.", {
    status: "revision_requested",
    from: "delivered",
    version: 5,
  }),
  "order.returning": order("Both have agreed that the goods go back; the refund waits for them.", {
    status: "returning",
    from: "delivered",
    version: 10,
  }),
  "order.completed": order(
    "The money was released to the seller.",
    { status: "completed", from: "delivered", version: 10 },
    { amount: 33_903 },
  ),
  "order.settled": order(
    "The money was divided between both: by their own agreement, by a decision, or by staff.",
    { status: "completed", from: "delivered", version: 10 },
    { amount: 15_000, reason: "BY_STAFF" },
  ),
  "order.cancelled": order(
    "The order was called off; what had been paid goes back.",
    { status: "cancelled", from: "escrow_locked", version: 3 },
    { amount: 34_800, role: "buyer" },
  ),
  "order.refunded": order(
    "The money goes back to the buyer.",
    { status: "refunded", from: "escrow_locked", version: 3 },
    { amount: 34_800, reason: "DISPATCH_TIMEOUT", role: "buyer" },
  ),
  "order.charged_back": order(
    "The buyer's bank has taken the payment back.",
    { status: "refunded", from: "disputed", version: 5 },
    { amount: 34_800, reason: "CHARGEBACK" },
  ),
  "order.disputed": order("The order is frozen until a dispute is decided.", {
    status: "disputed",
    from: "escrow_locked",
    version: 3,
  }),
  "order.resumed": order("The dispute is over and the order goes on where it was.", {
    status: "escrow_locked",
    from: "disputed",
    version: 4,
  }),
  "order.updated": order("A step within one status, such as a signature.", {
    status: "escrow_locked",
    from: "escrow_locked",
    version: 3,
  }),
  "refund.succeeded": refund("A refund has reached the buyer's bank or card."),
  "refund.failed": refund("A refund could not be made; the money is in the buyer's wallet or waits for staff."),
  "shipment.booked": shipment("The carrier has booked the parcel.", ["seller"]),
  "shipment.failed": shipment("The carrier did not take the booking.", ["seller"]),
  "shipment.updated": shipment("The carrier has reported something of the parcel.", ["buyer", "seller"]),
  "payout.paid": payout("The bank has credited a payout."),
  "payout.failed": payout("A payout was not made; the money is in the wallet."),
  "payout.returned": payout("The bank sent a payout back; the money is in the wallet."),
  "withdrawal.paid": withdrawal("The bank has credited what you withdrew, or what was gathered for you."),
  "withdrawal.failed": withdrawal("A withdrawal was not made; the money is in the wallet."),
  "withdrawal.returned": withdrawal("The bank sent a withdrawal back; the money is in the wallet."),
  "chargeback.opened": chargeback("After the release the buyer's bank wants the payment back."),
  "chargeback.won": chargeback("The bank has decided for you."),
  "chargeback.lost": chargeback("The bank has decided for the buyer."),
  "bank_account.added": bankAccount("A bank account was added beside the one that is paid to."),
  "bank_account.replaced": bankAccount("Payouts go to another bank account from `payoutsFrom` on."),
  "bank_account.verified": bankAccount("A bank account can be paid to."),
  "bank_account.failed": bankAccount("A bank account could not be verified."),
  "bank_account.blocked": bankAccount("A payout came back from a bank account; it is not paid to any more."),
  ...TRADE_EVENTS,
  "webhook.test": {
    description: "You asked for it. It is sent whatever types the endpoint wants.",
    to: ["owner"],
    data: testData,
    example: { webhookEndpointId: "whe_0199aa00c0de7000a000000000000048" },
  },
} as const satisfies Readonly<Record<string, EventForm>>;

export type EventType = keyof typeof EVENTS;

export const EVENT_TYPES = Object.keys(EVENTS) as readonly EventType[];

export const isEventType = (text: string): text is EventType => Object.hasOwn(EVENTS, text);

/** What is sent, and what `GET /events` shows beside the id. */
export const envelopeOf = (type: EventType) =>
  strict({ type: Type.Literal(type), timestamp: InstantJson, data: EVENTS[type].data });
