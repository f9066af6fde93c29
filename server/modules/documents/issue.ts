import { createHash } from "node:crypto";
import type { UserId } from "@amana/core/ids";
import { add, isZero, type Money, subtract, times } from "@amana/core/money";
import { shareOf } from "@amana/core/pricing";
import { encode, TAGS } from "@amana/core/seal";
import type { Instant } from "@amana/core/time";
import { type DealMoved, readMoved } from "#modules/escrow";
import { readUser } from "#modules/identity";
import { type Order, orderOfDeal } from "#modules/orders";
import { companyBehind } from "#modules/organizations";
import type { Queryable, Tx } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import type { Subscription } from "#runtime/work";
import { amountOf, type Content, type DocumentKind, type DocumentLine, type Named } from "./content.ts";
import { documentsOf, insertDocument, nextNumber } from "./store.ts";

/** Who issues what is owed to the marketplace. */
export type Marketplace = Named;
const MARKETPLACE = "marketplace";

const DISPATCHED = ["dispatch", "dispatch_untracked"];

/**
 * Goods are invoiced when they leave; whatever does not travel, when it is paid out. What goes back to the buyer afterwards is a credit
 * note, and what the seller is paid less the marketplace's own invoice to the seller.
 */
export const issueDocuments = (marketplace: Marketplace): Subscription => ({
  name: "issue documents",
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const moved = readMoved(payload);
    const due = dueAfter(moved);
    if (due.length === 0) return;
    const order = await orderOfDeal(tx, moved.deal);
    if (!order) throw new Error(`${moved.deal} has no order`);
    if (due.includes("invoice")) await issueInvoice(tx, order, now);
    if (due.includes("credit_note")) await issueCreditNote(tx, order, creditOf(moved), now);
    if (due.includes("commission_invoice")) await issueCommission(tx, order, moved, marketplace, now);
  },
});

/** Which documents a step of a deal asks for. */
function dueAfter({ movement, command }: DealMoved): readonly DocumentKind[] {
  if (movement === "release") return ["invoice", "commission_invoice"];
  if (movement === "settle") return ["invoice", "credit_note", "commission_invoice"];
  if (movement === "refund" || movement === "chargeback") return ["credit_note"];
  return DISPATCHED.includes(command) ? ["invoice"] : [];
}

const creditOf = ({ movement, total, buyerReceives }: DealMoved): Money =>
  movement === "settle" ? buyerReceives : total;

async function issueInvoice(tx: Tx, order: Order, now: Instant): Promise<void> {
  const { terms, items } = order;
  const lines: DocumentLine[] = items.map(({ title, quantity, unitPrice }) => ({
    ...{ title, quantity, unitPrice: amountOf(unitPrice), amount: amountOf(times(unitPrice, quantity)) },
  }));
  const beside = (
    [
      [SHIPPING, terms.shipping],
      [TAX, terms.tax],
      [FEE, terms.buyerFee],
    ] as const
  ).filter(([, amount]) => !isZero(amount));
  const all = [...lines, ...beside.map(([title, amount]) => lineOf(title, amount))];
  await issue(
    tx,
    order,
    { kind: "invoice", lines: all, total: terms.total, about: null, taxes: taxesOf(order) },
    await partiesOf(tx, order),
    now,
  );
}

/** Only of what was invoiced: before that nothing is to be taken back. */
async function issueCreditNote(tx: Tx, order: Order, total: Money, now: Instant): Promise<void> {
  const invoice = (await documentsOf(tx, order.id)).find(({ kind }) => kind === "invoice");
  if (!invoice || isZero(total)) return;
  const { issuer, recipient, number } = invoice.content;
  const wanted = { kind: "credit_note", lines: [lineOf(REFUND, total)], total, about: number, taxes: [] } as const;
  await issue(tx, order, wanted, { issuer, recipient }, now);
}

async function issueCommission(
  tx: Tx,
  order: Order,
  { movement, total, buyerReceives }: DealMoved,
  marketplace: Marketplace,
  now: Instant,
): Promise<void> {
  const part = movement === "settle" ? subtract(total, buyerReceives) : total;
  const { commission, commissionTax } = shareOf(order.terms, part);
  const owed = add(commission, commissionTax);
  if (isZero(owed)) return;
  const tax = isZero(commissionTax) ? [] : [lineOf(COMMISSION_TAX, commissionTax)];
  const lines = [lineOf(COMMISSION, commission), ...tax];
  const recipient = await namedOf(tx, order.seller, "seller");
  await issue(
    tx,
    order,
    { kind: "commission_invoice", lines, total: owed, about: null, taxes: [] },
    { issuer: marketplace, recipient },
    now,
  );
}

/** The tax lines of an order, one sum for each code and rate. */
function taxesOf({ taxes }: Order): Content["taxes"] {
  const sums = new Map<string, { code: string; basisPoints: number; tax: Money }>();
  for (const { code, basisPoints, tax } of taxes) {
    const before = sums.get(`${code} ${basisPoints}`);
    sums.set(`${code} ${basisPoints}`, { code, basisPoints, tax: before ? add(before.tax, tax) : tax });
  }
  return [...sums.values()].map(({ tax, ...rate }) => ({ ...rate, amount: amountOf(tax) }));
}

const TAX = { en: "Tax", ar: "الضريبة" };
const FEE = { en: "Fee of the marketplace", ar: "رسوم السوق" };
const SHIPPING = { en: "Shipping", ar: "الشحن" };
const REFUND = { en: "Paid back to the buyer", ar: "المبلغ المعاد إلى المشتري" };
const COMMISSION = { en: "Commission of the marketplace", ar: "عمولة السوق" };
const COMMISSION_TAX = { en: "Tax on the commission", ar: "الضريبة على العمولة" };

const lineOf = (title: DocumentLine["title"], amount: Money): DocumentLine => ({
  ...{ title, quantity: 1, unitPrice: amountOf(amount), amount: amountOf(amount) },
});

type Wanted = Pick<Content, "kind" | "lines" | "about" | "taxes"> & { readonly total: Money };
type Parties = Pick<Content, "issuer" | "recipient">;

/** Once for each kind and order, however often it is heard: a number that was drawn in vain is given back with the transaction. */
async function issue(tx: Tx, order: Order, wanted: Wanted, parties: Parties, now: Instant): Promise<void> {
  const { kind, lines, about, taxes, total } = wanted;
  if ((await documentsOf(tx, order.id)).some((document) => document.kind === kind)) return;
  const issuer = kind === "commission_invoice" ? MARKETPLACE : order.seller;
  const number = await nextNumber(tx, issuer, kind, now);
  const content: Content = {
    ...{ kind, number, issuedAt: now, orderNumber: order.number },
    ...{ ...parties, lines, about, taxes, total: amountOf(total) },
  };
  const text = JSON.stringify(content);
  const id = newIdBeside("document", now, order.id);
  await insertDocument(tx, issuer, {
    id,
    order: order.id,
    kind,
    number,
    issuedAt: now,
    total,
    text,
    hash: hashOf(text),
  });
}

/** SHA-256 over the frozen text, in an encoding of its own. */
export const hashOf = (text: string): string =>
  createHash("sha256")
    .update(encode(TAGS.document, [text]))
    .digest("hex");

async function partiesOf(tx: Tx, order: Order): Promise<Parties> {
  const recipient = await namedOf(tx, order.buyer, "buyer");
  const sentTo = order.transport?.address;
  const address = sentTo
    ? [sentTo.line1, ...(sentTo.line2 === null ? [] : [sentTo.line2]), `${sentTo.postcode} ${sentTo.city}`]
    : [];
  return { issuer: await namedOf(tx, order.seller, "seller"), recipient: { ...recipient, address } };
}

async function namedOf(db: Queryable, user: UserId, side: "buyer" | "seller"): Promise<Named> {
  const person = await readUser(db, user);
  if (!person) throw new Error(`${user} is not there`);
  const company = await companyBehind(db, user, side);
  const place = side === "seller" ? person.pickupAddress : null;
  const address = place
    ? [place.line1, ...(place.line2 === null ? [] : [place.line2]), `${place.postcode} ${place.city}`]
    : [];
  return {
    ...{ name: person.name, company: company?.legalName ?? null, country: company?.country ?? null },
    ...{ taxNumber: company?.taxNumber ?? null, address },
  };
}
