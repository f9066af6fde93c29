import { DEADLINE_KINDS, ESCROW_STATUSES, ORDER_STATUSES } from "@amana/core/escrow";
import { POSTING_KINDS } from "@amana/core/ledger";
import { TRACKING_STATES } from "@amana/core/shipping";
import { Type } from "typebox";
import { DecidedByJson, TaxJson } from "#modules/commission";
import { FileJson } from "#modules/files";
import { PAYOUT_STATES } from "#modules/payouts";
import {
  DateJson,
  IdOf,
  InstantJson,
  line,
  MoneyJson,
  nullable,
  oneOf,
  Postcode,
  ref,
  strict,
  Text,
} from "#runtime/http";
import { ORDER_KINDS } from "./store.ts";

/** An Indian mobile number, as carriers take it. */
const Mobile = Type.String({ pattern: "^(\\+91)?[6-9][0-9]{9}$", examples: ["9000000001"] });

export const AddressJson = strict(
  {
    name: line({ maxLength: 75 }),
    phone: Mobile,
    line1: line({ maxLength: 100 }),
    line2: Type.Optional(line({ maxLength: 100 })),
    city: line({ maxLength: 60 }),
    postcode: Postcode,
  },
  { $id: "ShippingAddress" },
);

export const OptionJson = strict(
  {
    courier: Type.String(),
    title: Type.String(),
    speed: oneOf(["standard", "express", "same_day"]),
    price: ref(MoneyJson),
    expectedOn: nullable(DateJson),
  },
  { $id: "ShippingOption" },
);

const QuotedJson = strict(
  { ...OptionJson.properties, tax: ref(MoneyJson), buyerFee: ref(MoneyJson), total: ref(MoneyJson) },
  { $id: "QuotedOption", description: "`total` is what an order at this option costs the buyer, as of now." },
);

export const QuoteJson = strict(
  { quoteId: IdOf("quote"), expiresAt: InstantJson, options: Type.Array(ref(QuotedJson)) },
  { $id: "ShippingRates" },
);

const KindJson = oneOf(ORDER_KINDS, { $id: "OrderKind" });
export const Status = oneOf(ORDER_STATUSES, { $id: "OrderStatus" });
const DeadlineJson = strict({ kind: oneOf(DEADLINE_KINDS), dueAt: InstantJson });
const NamedJson = strict({ name: ref(Text), value: ref(Text) });
const PartyJson = strict({ id: IdOf("user"), name: Type.String() });

const EscrowJson = oneOf(ESCROW_STATUSES, { $id: "EscrowStatus" });

export const SummaryJson = strict(
  {
    id: IdOf("order"),
    number: Type.String({ examples: ["ORD-2026-000001"] }),
    kind: ref(KindJson),
    status: ref(Status),
    escrow: ref(EscrowJson),
    createdAt: InstantJson,
    title: ref(Text),
    pictureUrl: nullable(Type.String()),
    total: ref(MoneyJson),
    counterparty: PartyJson,
    role: oneOf(["buyer", "seller"]),
    nextDeadline: nullable(DeadlineJson),
  },
  { $id: "OrderSummary" },
);

const { counterparty: _counterparty, role: _role, ...OF_EVERYBODY } = SummaryJson.properties;

export const StaffSummaryJson = strict(
  { ...OF_EVERYBODY, buyer: PartyJson, seller: PartyJson },
  { $id: "StaffOrderSummary" },
);

export const PaymentJson = strict(
  {
    id: IdOf("payment"),
    status: oneOf(["opening", "open", "captured", "closed", "failed"]),
    gateway: Type.String(),
    amount: ref(MoneyJson),
    next: nullable(
      Type.Union([
        strict({ kind: Type.Literal("redirect"), url: Type.String() }),
        strict({
          kind: Type.Literal("script"),
          src: Type.String(),
          session: Type.String(),
          mode: oneOf(["sandbox", "production"]),
        }),
      ]),
    ),
  },
  { $id: "Payment" },
);

const ShipmentJson = strict({
  id: IdOf("shipment"),
  status: oneOf(["booking", "booked", "failed", "cancelling", "cancelled", "replaced"]),
  trackingNumber: nullable(Type.String()),
  courierTitle: nullable(Type.String()),
  trackingUrl: nullable(Type.String()),
  hasLabel: Type.Boolean(),
  problem: nullable(Type.String()),
});

const RefundJson = strict({
  id: IdOf("refund"),
  status: oneOf(["requested", "pending", "succeeded", "failed"]),
  amount: ref(MoneyJson),
  reference: nullable(Type.String()),
  updatedAt: InstantJson,
});

const PayoutJson = strict({
  id: IdOf("payout"),
  status: oneOf(PAYOUT_STATES),
  amount: ref(MoneyJson),
  bankReference: nullable(Type.String()),
  updatedAt: InstantJson,
});

export const SellerPayoutJson = strict(
  {
    id: nullable(IdOf("payout")),
    orderId: IdOf("order"),
    orderNumber: Type.String(),
    amount: ref(MoneyJson),
    status: oneOf(["held", ...PAYOUT_STATES]),
    dueAt: nullable(InstantJson),
    bankReference: nullable(Type.String()),
  },
  { $id: "SellerPayout" },
);

const OutlookJson = strict(
  {
    turn: oneOf(["buyer", "seller", "carrier", "gateway", "arbiter", "nobody"]),
    next: nullable(
      strict({
        kind: oneOf(DEADLINE_KINDS),
        at: InstantJson,
        to: ref(Status),
        effect: oneOf(["cancel", "refund", "release", "settle", "move_on"]),
        amount: nullable(ref(MoneyJson)),
        payee: nullable(oneOf(["buyer", "seller"])),
        gets: nullable(strict({ buyer: ref(MoneyJson), seller: nullable(ref(MoneyJson)) })),
      }),
    ),
    consents: Type.Array(Type.String(), { description: "What buyer and seller may do now if both want it." }),
  },
  { $id: "Outlook", description: "What happens next by itself, when, and what it does to the money." },
);

const WorkJson = strict(
  {
    deliveryDays: Type.Integer(),
    revisions: Type.Integer({ description: "How often the buyer may ask for changes." }),
    revisionsLeft: Type.Integer(),
    requirements: nullable(Type.String({ description: "Of a service: what the buyer wants to have made." })),
    contractId: nullable(IdOf("contract")),
    milestone: nullable(Type.Integer({ description: "Which milestone of the contract this is." })),
  },
  { $id: "Work", description: "What was agreed about work that is ordered." },
);

export const DeliveryJson = strict(
  {
    number: Type.Integer(),
    message: Type.String(),
    links: Type.Array(Type.String()),
    files: Type.Array(ref(FileJson), { description: "Those that are still there." }),
    deliveredAt: InstantJson,
    changes: nullable(
      strict({ message: Type.String(), at: InstantJson }, { description: "What the buyer wanted changed." }),
    ),
  },
  { $id: "Delivery", description: "Work as it was handed over." },
);

const PartsJson = strict(
  { goods: ref(MoneyJson), shipping: ref(MoneyJson), tax: ref(MoneyJson), buyerFee: ref(MoneyJson) },
  { $id: "OrderParts", description: "What the buyer paid, by what it was for." },
);

export const OrderJson = strict(
  {
    id: IdOf("order"),
    number: Type.String({ examples: ["ORD-2026-000001"] }),
    kind: ref(KindJson),
    version: Type.Integer({ description: "Rises with every event; send it as If-Match." }),
    status: ref(Status),
    role: oneOf(["buyer", "seller", "staff"]),
    createdAt: InstantJson,
    agreementId: nullable(IdOf("agreement")),
    entitlementId: nullable(IdOf("entitlement")),
    buyer: PartyJson,
    seller: PartyJson,
    items: Type.Array(
      strict({
        productId: nullable(IdOf("product")),
        title: ref(Text),
        pictureUrl: nullable(Type.String()),
        quantity: Type.Integer(),
        unitPrice: ref(MoneyJson),
        total: ref(MoneyJson),
        sku: Type.String(),
        category: nullable(Type.String()),
        specifications: Type.Array(NamedJson),
        service: nullable(
          strict({
            id: IdOf("service"),
            package: strict({ number: Type.Integer(), name: ref(Text), description: nullable(ref(Text)) }),
          }),
        ),
        variant: nullable(strict({ id: IdOf("variant"), choices: Type.Array(NamedJson) })),
      }),
    ),
    amounts: strict({
      goods: ref(MoneyJson),
      shipping: ref(MoneyJson),
      tax: ref(MoneyJson),
      buyerFee: ref(MoneyJson),
      total: ref(MoneyJson),
      commission: nullable(ref(MoneyJson)),
      commissionTax: nullable(ref(MoneyJson)),
      sellerReceives: nullable(ref(MoneyJson)),
    }),
    taxes: Type.Array(ref(TaxJson)),
    commissionRule: nullable(ref(DecidedByJson)),
    allotment: nullable(
      strict(
        { refunded: ref(PartsJson), kept: ref(PartsJson) },
        { description: "Where the money was divided: what of each part went back to the buyer, and what did not." },
      ),
    ),
    // Both are null for what does not travel; the address is, too, once the buyer was forgotten.
    shippingAddress: nullable(ref(AddressJson)),
    shippingOption: nullable(ref(OptionJson)),
    work: nullable(ref(WorkJson)),
    escrow: strict({
      status: ref(EscrowJson),
      amount: ref(MoneyJson),
      since: nullable(InstantJson),
      holder: Type.String(),
    }),
    payment: nullable(ref(PaymentJson)),
    shipment: nullable(ShipmentJson),
    refund: nullable(RefundJson),
    payout: nullable(PayoutJson),
    deadlines: Type.Array(DeadlineJson),
    actions: Type.Array(Type.String(), { description: "The commands that this caller may give now." }),
    outlook: ref(OutlookJson),
    now: InstantJson,
  },
  { $id: "Order" },
);

export const TimelineJson = strict({
  data: Type.Array(
    strict({
      seq: Type.Integer(),
      at: InstantJson,
      command: Type.String(),
      from: nullable(ref(Status)),
      to: ref(Status),
      actor: Type.String(),
      reason: nullable(Type.String()),
    }),
  ),
});

export const TrackingJson = strict({
  data: Type.Array(
    strict({
      state: oneOf(TRACKING_STATES),
      text: Type.String(),
      location: nullable(Type.String()),
      scannedAt: InstantJson,
    }),
  ),
});

/** Entries of the ledger as staff see them, with whole account codes. */
export const EntriesJson = strict({
  entries: Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) })),
});

export const StatementJson = strict({
  data: Type.Array(
    strict({
      id: IdOf("posting"),
      kind: oneOf(POSTING_KINDS),
      at: InstantJson,
      entries: Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) })),
    }),
  ),
  balanced: Type.Boolean(),
  deal: IdOf("deal"),
});
