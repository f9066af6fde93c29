/** The words of the HTTP API that this app reads and sends; times are ISO 8601 in UTC. */

export type Text = { en: string; ar: string };
export type Money = { amount: number; currency: string };
export type Party = { id: string; name: string };
export type Listed<T> = { data: T[]; nextCursor?: string | null };

export type Variant = { id: string; sku: string; choices: Text[]; price: Money; stock: number };
export type Product = {
  id: string;
  kind: "physical" | "digital";
  category: string;
  title: Text;
  description: Text;
  specifications: { name: Text; value: Text }[];
  price: Money;
  seller: Party;
  /** What the variants differ in; each variant has a choice for each. */
  options: Text[];
  variants: Variant[];
  stock: number;
  weightGrams: number | null;
  dimensionsMm: { length: number; width: number; height: number } | null;
  pictures: { url: string; alt: Text; sizes: { width: number; url: string }[] }[];
  /** Of what is digital: what is downloaded once it is paid for. */
  files: { name: string; mediaType: string; size: number }[];
  pickupPostcode: string;
};

export type ShippingOption = {
  courier: string;
  title: string;
  speed: "standard" | "express" | "same_day";
  price: Money;
  /** `YYYY-MM-DD`, a day and not a moment. */
  expectedOn: string | null;
};
/** What an order at this option costs the buyer. */
export type QuotedOption = ShippingOption & { tax: Money; buyerFee: Money; total: Money };
export type Rates = { quoteId: string; expiresAt: string; options: QuotedOption[] };

export type Address = { name: string; phone: string; line1: string; line2?: string; city: string; postcode: string };

export type OrderStatus =
  | "payment_pending"
  | "escrow_locked"
  | "order_confirmed"
  | "processing"
  | "ready_to_ship"
  | "shipped"
  | "in_transit"
  | "out_for_delivery"
  | "delivered"
  | "revision_requested"
  | "returning"
  | "completed"
  | "cancelled"
  | "refunded"
  | "disputed"
  | "failed";

export type Role = "buyer" | "seller" | "staff";
export type DeadlineKind =
  | "payment"
  | "signatures"
  | "start"
  | "dispatch"
  | "delivery"
  | "lateness"
  | "inspection"
  | "return"
  | "response"
  | "decision"
  | "appeal"
  | "chargeback";
export type Deadline = { kind: DeadlineKind; dueAt: string };

/** The name under which a payment from the buyer's own balance stands among those of gateways. */
export const WALLET = "wallet";

export type Payment = {
  id: string;
  status: "opening" | "open" | "captured" | "closed" | "failed";
  gateway: string;
  amount: Money;
  next:
    | { kind: "redirect"; url: string }
    | { kind: "script"; src: string; session: string; mode: "sandbox" | "production" }
    | null;
};

export type Shipment = {
  id: string;
  status: "booking" | "booked" | "failed" | "cancelling" | "cancelled" | "replaced";
  trackingNumber: string | null;
  courierTitle: string | null;
  trackingUrl: string | null;
  hasLabel: boolean;
  problem: string | null;
};

export type Refund = {
  id: string;
  status: "requested" | "pending" | "succeeded" | "failed";
  amount: Money;
  reference: string | null;
  updatedAt: string;
};

export type PayoutStatus =
  | "requested"
  | "pending"
  | "paid"
  | "failed"
  | "returned"
  | "withheld"
  | "cancelled"
  | "waiting_for_bank_account";
export type Payout = {
  id: string;
  status: PayoutStatus;
  amount: Money;
  bankReference: string | null;
  updatedAt: string;
};

export type Escrow = {
  status: "pending" | "held" | "disputed" | "released" | "refunded" | "settled";
  amount: Money;
  since: string | null;
  holder: string;
};

export type Outlook = {
  turn: "buyer" | "seller" | "carrier" | "gateway" | "arbiter" | "nobody";
  next: {
    kind: DeadlineKind;
    at: string;
    to: OrderStatus;
    effect: "cancel" | "refund" | "release" | "settle" | "move_on";
    amount: Money | null;
    payee: "buyer" | "seller" | null;
    /** What each gets; what is the seller's after commission the buyer is not told. */
    gets: { buyer: Money; seller: Money | null } | null;
  } | null;
  /** What buyer and seller may do now if both want it. */
  consents: ("settle" | "extend" | "reship" | "send_back" | "accept_ruling")[];
};

export type OrderItem = {
  /** Null for a milestone, which is no product. */
  productId: string | null;
  title: Text;
  pictureUrl: string | null;
  quantity: number;
  unitPrice: Money;
  total: Money;
  /** As they stood in the listing at the sale. */
  specifications: { name: Text; value: Text }[];
  variant: { id: string; choices: { name: Text; value: Text }[] } | null;
};

export type OrderKind = "physical" | "digital" | "service" | "milestone";
export type Work = {
  deliveryDays: number;
  revisions: number;
  revisionsLeft: number;
  /** Of a service: what the buyer wants to have made. */
  requirements: string | null;
  contractId: string | null;
  milestone: number | null;
};

export type Order = {
  id: string;
  number: string;
  kind: OrderKind;
  version: number;
  status: OrderStatus;
  role: Role;
  createdAt: string;
  agreementId: string | null;
  entitlementId: string | null;
  buyer: Party;
  seller: Party;
  items: OrderItem[];
  amounts: {
    goods: Money;
    shipping: Money;
    tax: Money;
    buyerFee: Money;
    total: Money;
    commission: Money | null;
    commissionTax: Money | null;
    sellerReceives: Money | null;
  };
  taxes: { line: number | null; code: string; basisPoints: number; included: boolean; net: Money; tax: Money }[];
  shippingAddress: Address | null;
  shippingOption: ShippingOption | null;
  work: Work | null;
  escrow: Escrow;
  payment: Payment | null;
  shipment: Shipment | null;
  refund: Refund | null;
  payout: Payout | null;
  deadlines: Deadline[];
  actions: string[];
  outlook: Outlook;
  /** The application's clock: deadlines are counted down against this, not against the reader's. */
  now: string;
};

export type OrderSummary = {
  id: string;
  number: string;
  kind: OrderKind;
  status: OrderStatus;
  createdAt: string;
  title: Text;
  pictureUrl: string | null;
  total: Money;
  counterparty: Party;
  role: "buyer" | "seller";
  nextDeadline: Deadline | null;
};
export type Urgency = "overdue" | "critical" | "soon" | "calm";
export type PendingOrder = OrderSummary & { dueAt: string; urgency: Urgency };

export type TimelineEvent = {
  seq: number;
  at: string;
  command: string;
  from: OrderStatus | null;
  to: OrderStatus;
  actor: string;
  reason: string | null;
};
export type Scan = { state: string; text: string; location: string | null; scannedAt: string };
export type Posting = { id: string; kind: string; at: string; entries: { account: string; amount: Money }[] };
/** The proof that it is checked by names its deal. */
export type Statement = { data: Posting[]; balanced: boolean; deal: string };

export type SellerPayout = {
  id: string | null;
  orderId: string;
  orderNumber: string;
  amount: Money;
  status: string;
  dueAt: string | null;
  bankReference: string | null;
};

export type BankAccount = {
  id: string;
  holderName: string;
  last4: string;
  ifsc: string;
  kind: "savings" | "current";
  status: "pending" | "verified" | "failed" | "blocked";
  primary: boolean;
};

export type User = { id: string; name: string; email: string; roles: string[] };
export type Notice = {
  id: string;
  key: string;
  params: {
    orderNumber?: string;
    amount?: Money;
    dueAt?: string;
    oldAccount?: string;
    newAccount?: string;
    payoutsFrom?: string;
    name?: string;
    count?: number;
    conversationId?: string;
  };
  /** Where it leads, below the language. */
  page: string;
  orderId: string | null;
  at: string;
  readAt: string | null;
};

export type DemoUser = { key: string; name: string; roles: string[] };
export type SandboxInfo = {
  enabled: boolean;
  payPageNote?: string;
  links: { gateway: string; carrier: string; apiReference: string };
};
export type Clock = { now: string; offsetMs: number };

/** A provider of sign-in by OpenID Connect. */
export type Provider = { name: string; label: string };
export type SignedIn = { secondFactor: "none" | "required" };
export type Session = {
  id: string;
  current: boolean;
  network: string | null;
  agent: string | null;
  lastSeenAt: string;
};
export type SecondFactor = { enabled: boolean; recoveryCodesLeft: number };
/** A key of one's own programs; the key itself is told once, when it is made. */
export type ApiKey = {
  id: string;
  name: string;
  lastFour: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
};
/** What somebody else's program may do in one's name. */
/** A program that somebody has registered for others to connect. */
export type OAuthClient = {
  id: string;
  name: string;
  redirectUris: string[];
  confidential: boolean;
  createdAt: string;
};
export type Grant = {
  id: string;
  client: { id: string; name: string };
  scopes: string[];
  createdAt: string;
  lastUsedAt: string | null;
};
export type SignInLink = { provider: string; email: string | null; linkedAt: string };

/** What a sale comes to: `total` is what the buyer pays, and commission, its tax and what the seller receives together. */
export type SaleTerms = {
  goods: Money;
  shipping: Money;
  tax: Money;
  buyerFee: Money;
  total: Money;
  commission: Money;
  commissionTax: Money;
  sellerReceives: Money;
  decidedBy: { version: number; rule: string };
};

/** A file was got by its buyer; `number` is the how-manieth time of that file. */
export type Download = { name: string; sha256: string; number: number; at: string };
