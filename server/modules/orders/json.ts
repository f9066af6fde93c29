import { consentsFor } from "@amana/core/dispute";
import type { Deal } from "@amana/core/escrow";
import { times } from "@amana/core/money";
import { allotment, type Parts } from "@amana/core/pricing";
import type { Instant } from "@amana/core/time";
import type { Static } from "typebox";
import { type Terms, taxJson } from "#modules/commission";
import type { Payment } from "#modules/payments";
import type { Quote } from "#modules/shipping";
import { instantJson, moneyJson } from "#runtime/http";
import { isErased } from "./erase.ts";
import type { Summary } from "./lists.ts";
import type { OptionJson, OrderJson, PaymentJson, QuoteJson, StaffSummaryJson, SummaryJson } from "./schemas.ts";
import type { Item, ShippingAddress, Transport } from "./store.ts";
import { type OrderView, outlookOf, statusOf } from "./view.ts";

export const paymentJson = (payment: Payment): Static<typeof PaymentJson> => ({
  id: payment.id,
  status: payment.state,
  gateway: payment.gateway,
  amount: moneyJson(payment.amount),
  next: payment.state === "open" ? payment.next : null,
});

export const optionJson = (option: Transport["option"]): Static<typeof OptionJson> => ({
  courier: option.courier,
  title: option.title,
  speed: option.speed,
  price: moneyJson(option.price),
  expectedOn: option.expectedOn,
});

/** A quote with what an order at each of its options would come to. */
export const quoteJson = (quote: Quote, terms: readonly Terms[]): Static<typeof QuoteJson> => ({
  quoteId: quote.id,
  expiresAt: instantJson(quote.expiresAt),
  options: quote.options.flatMap((option, place) => {
    const would = terms[place]?.terms;
    return would ? [{ ...optionJson(option), ...paidBeside(would), total: moneyJson(would.total) }] : [];
  }),
});

export const paidBeside = ({ tax, buyerFee }: Pick<Parts, "tax" | "buyerFee">) => ({
  tax: moneyJson(tax),
  buyerFee: moneyJson(buyerFee),
});

const partsJson = ({ goods, shipping, ...beside }: Parts) => ({
  ...{ goods: moneyJson(goods), shipping: moneyJson(shipping) },
  ...paidBeside(beside),
});

/** Where and how to pay is for whoever is to pay. */
const seenPayment = (payment: Payment, role: OrderView["role"]): Static<typeof PaymentJson> => ({
  ...paymentJson(payment),
  ...(role !== "buyer" && { next: null }),
});

const addressJson = ({ line2, ...address }: ShippingAddress) => ({ ...address, ...(line2 !== null && { line2 }) });

export function summaryJson(
  summary: Summary,
  reader: string,
  names: ReadonlyMap<string, { name: string }>,
): Static<typeof SummaryJson> {
  const role = summary.buyer === reader ? "buyer" : "seller";
  const counterparty = role === "buyer" ? summary.seller : summary.buyer;
  return {
    id: summary.id,
    number: summary.number,
    kind: summary.kind,
    status: summary.status,
    escrow: summary.escrow,
    createdAt: instantJson(summary.placedAt),
    title: summary.title,
    pictureUrl: summary.picture,
    total: moneyJson(summary.total),
    counterparty: { id: counterparty, name: names.get(counterparty)?.name ?? "" },
    role,
    nextDeadline: summary.deadline && { kind: summary.deadline.kind, dueAt: instantJson(summary.deadline.dueAt) },
  };
}

/** For staff, who are neither of the two. */
export function staffSummaryJson(
  summary: Summary,
  names: ReadonlyMap<string, { name: string }>,
): Static<typeof StaffSummaryJson> {
  const { counterparty: seller, role: _, ...json } = summaryJson(summary, summary.buyer, names);
  return { ...json, seller, buyer: { id: summary.buyer, name: names.get(summary.buyer)?.name ?? "" } };
}

/** An order as its reader may see it: what the seller earns is not the buyer's to know. */
export function orderJson(view: OrderView, holder: string, now: Instant): Static<typeof OrderJson> {
  const { order, role, deal } = view;
  const seen = outlookOf(view, now);
  const earns = role !== "buyer";
  return {
    id: order.id,
    number: order.number,
    kind: order.kind,
    version: deal.revision,
    status: statusOf(deal),
    role,
    createdAt: instantJson(order.placedAt),
    agreementId: view.agreement,
    entitlementId: view.entitlement,
    buyer: { id: view.buyer.id, name: view.buyer.name },
    seller: { id: view.seller.id, name: view.seller.name },
    items: order.items.map((item) => ({
      productId: item.product,
      title: item.title,
      pictureUrl: item.picture,
      quantity: item.quantity,
      unitPrice: moneyJson(item.unitPrice),
      ...{ sku: item.sku, category: item.category, specifications: item.specifications.map((one) => ({ ...one })) },
      service: serviceJson(item.service),
      variant: item.variant && { id: item.variant.id, choices: item.variant.choices.map((one) => ({ ...one })) },
      total: moneyJson(times(item.unitPrice, item.quantity)),
    })),
    amounts: {
      goods: moneyJson(order.terms.goods),
      shipping: moneyJson(order.terms.shipping),
      ...paidBeside(order.terms),
      total: moneyJson(order.terms.total),
      commission: earns ? moneyJson(order.terms.commission) : null,
      commissionTax: earns ? moneyJson(order.terms.commissionTax) : null,
      sellerReceives: earns ? moneyJson(order.terms.sellerReceives) : null,
    },
    ...transportJson(order.transport),
    work: workJson(view),
    taxes: order.taxes.map(taxJson),
    commissionRule: earns ? order.decidedBy : null,
    allotment: allotmentJson(view),
    escrow: {
      status: deal.escrow,
      amount: moneyJson(deal.total),
      since: view.heldSince === null ? null : instantJson(view.heldSince),
      holder,
    },
    payment: view.payment && seenPayment(view.payment, role),
    ...movements(view),
    deadlines: deal.deadline ? [{ kind: deal.deadline.kind, dueAt: instantJson(deal.deadline.dueAt) }] : [],
    actions: [...seen.actions],
    outlook: outlookJson(seen, deal, earns),
    now: instantJson(now),
  };
}

function transportJson(transport: Transport | null): Pick<OrderBody, "shippingAddress" | "shippingOption"> {
  if (!transport) return { shippingAddress: null, shippingOption: null };
  const { address, option } = transport;
  return { shippingAddress: isErased(address) ? null : addressJson(address), shippingOption: optionJson(option) };
}

const serviceJson = (service: Item["service"]): OrderBody["items"][number]["service"] =>
  service ? { id: service.id, package: { ...service.package } } : null;

function workJson({ order: { work }, deal, requirements }: OrderView): OrderBody["work"] {
  if (!work) return null;
  const { deliveryDays, revisions, milestone } = work;
  return {
    ...{ deliveryDays, revisions, revisionsLeft: deal.revisionsLeft ?? 0 },
    requirements,
    ...{ contractId: milestone?.contract ?? null, milestone: milestone?.number ?? null },
  };
}

type OrderBody = Static<typeof OrderJson>;

/** A buyer is not told what the seller's part comes to after commission. */
function outlookJson(
  { turn, next, consents, extendable }: ReturnType<typeof outlookOf>,
  { total }: Deal,
  earns: boolean,
): Static<typeof OrderJson>["outlook"] {
  return {
    turn,
    next: next && {
      ...{ kind: next.kind, at: instantJson(next.at), to: next.to, effect: next.effect },
      amount: next.amount && moneyJson(earns || next.payee === "buyer" ? next.amount : total),
      payee: next.payee,
      gets: next.gets && { buyer: moneyJson(next.gets.buyer), seller: earns ? moneyJson(next.gets.seller) : null },
    },
    consents: consentsFor(consents, extendable),
  };
}

/** Of a division: what became of each part of what the buyer paid. */
function allotmentJson({ order, deal, refund }: OrderView): Static<typeof OrderJson>["allotment"] {
  if (deal.escrow !== "settled" || refund?.source !== "escrow") return null;
  const { refunded, kept } = allotment(order.terms, refund.amount);
  return { refunded: partsJson(refunded), kept: partsJson(kept) };
}

function movements({ shipment, refund, payout }: OrderView): Pick<OrderBody, "shipment" | "refund" | "payout"> {
  return {
    shipment: shipment && {
      id: shipment.id,
      status: shipment.state,
      trackingNumber: shipment.trackingNumber,
      courierTitle: shipment.courierTitle,
      trackingUrl: shipment.trackingUrl,
      hasLabel: shipment.labelUrl !== null,
      problem: shipment.problem,
    },
    refund: refund && {
      id: refund.id,
      status: refund.state,
      amount: moneyJson(refund.amount),
      reference: refund.reference,
      updatedAt: instantJson(refund.updatedAt),
    },
    payout: payout && {
      id: payout.id,
      status: payout.state,
      amount: moneyJson(payout.amount),
      bankReference: payout.bankReference,
      updatedAt: instantJson(payout.updatedAt),
    },
  };
}
