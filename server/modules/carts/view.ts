import type { UserId } from "@amana/core/ids";
import { type Currency, LARGEST_MINOR, type Money, times, zero } from "@amana/core/money";
import type { Result } from "@amana/core/result";
import { refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Product, readProduct } from "#modules/catalog";
import { readUsers, type User } from "#modules/identity";
import { type Goods, type OrderParts, type QuoteRefusal, quoteGoods, variantIn } from "#modules/orders";
import { isOneOfOrColleague } from "#modules/organizations";
import { type Line, linesOf, MOST_LINES } from "./store.ts";

export type CartParts = OrderParts;

/** Whether a line can be bought as it is, and what stands in its way. */
export const LINE_STATES = ["buyable", "unavailable", "insufficient_stock", "own_listing"] as const;
export type LineState = (typeof LINE_STATES)[number];

/** A line as things are now. Null where the variant is gone. */
export type SeenLine = {
  readonly line: Line;
  readonly product: Product;
  readonly goods: Goods | null;
  readonly unitPrice: Money;
  /** Null where it comes to more than can be paid. */
  readonly total: Money | null;
  readonly state: LineState;
};

/** Why there is no price of sending: beside what the carrier says, what the buyer must put right first. */
export const SHIPPING_PROBLEMS = [
  "no_postcode",
  "not_all_buyable",
  "several_currencies",
  "nothing_to_fetch",
  "no_carrier",
  "not_shipped_there",
] as const;
export type ShippingProblem = (typeof SHIPPING_PROBLEMS)[number];

type Quoted = Awaited<ReturnType<typeof quoteGoods>> extends Result<infer Q, QuoteRefusal> ? Q : never;

/** What lies in a cart of one seller's. */
export type SellersPart = {
  readonly seller: User;
  readonly lines: readonly SeenLine[];
  readonly quoted: Result<Quoted, ShippingProblem>;
};

/** Somebody's cart as things are now, seller by seller; asks the carrier where a postcode is given, and so never within a transaction. */
export async function viewCart(
  parts: CartParts,
  user: UserId,
  postcode: string | null,
  now: Instant,
): Promise<SellersPart[]> {
  const lines = await linesOf(parts.db, user);
  const bySeller = Map.groupBy(lines, ({ seller }) => seller);
  const sellers = await readUsers(parts.db, [...bySeller.keys()]);
  const groups: SellersPart[] = [];
  for (const [id, own] of bySeller) {
    const seller = sellers.get(id);
    if (!seller) throw new Error(`no user ${id}`);
    const isOwn = await isOneOfOrColleague(parts.db, user, [id]);
    const seen: SeenLine[] = [];
    for (const line of own) seen.push(await seenNow(parts, line, isOwn));
    groups.push({ seller, lines: seen, quoted: await quotedNow(parts, seen, postcode, now) });
  }
  return groups;
}

async function seenNow({ db }: CartParts, line: Line, isOwn: boolean): Promise<SeenLine> {
  const product = await readProduct(db, line.product);
  // What was once for sale is never removed, only taken off.
  if (!product) throw new Error(`${line.product} is gone`);
  const variant = variantIn(product, line.variant);
  const goods = variant.ok ? { product, variant: variant.value, quantity: line.quantity } : null;
  const { price, stock } = goods?.variant ?? product;
  const unitPrice = goods ? price : line.unitPrice;
  const total = totalOf(unitPrice, line.quantity);
  return { line, product, goods, unitPrice, total, state: total ? stateOf({ isOwn, goods, stock }) : "unavailable" };
}

/** All lines of a cart, with as much again for tax, and both for fees, are an amount still. */
function totalOf(unitPrice: Money, quantity: number): Money | null {
  const total = times(unitPrice, quantity);
  return total.minor <= LARGEST_MINOR / BigInt(4 * MOST_LINES) ? total : null;
}

function stateOf({
  isOwn,
  goods,
  stock,
}: {
  readonly isOwn: boolean;
  readonly goods: Goods | null;
  readonly stock: number;
}): LineState {
  if (isOwn) return "own_listing";
  if (!goods?.product.active) return "unavailable";
  return stock < goods.quantity ? "insufficient_stock" : "buyable";
}

async function quotedNow(
  parts: CartParts,
  lines: readonly SeenLine[],
  postcode: string | null,
  now: Instant,
): Promise<SellersPart["quoted"]> {
  const [first, ...more] = lines.flatMap(({ goods, state }) => (goods && state === "buyable" ? [goods] : []));
  if (!first || more.length + 1 < lines.length) return refuse("not_all_buyable");
  if (new Set(lines.map(({ unitPrice }) => unitPrice.currency)).size > 1) return refuse("several_currencies");
  return postcode === null ? refuse("no_postcode") : await quoteGoods(parts, [first, ...more], postcode, now);
}

/** The cheapest way to have a seller's part sent, by what all of it comes to. */
export const cheapest = ({ terms }: Quoted): number =>
  terms.reduce(
    (best, one, place) => (one.terms.total.minor < (terms[best] ?? one).terms.total.minor ? place : best),
    0,
  );

/** What all of it comes to at the cheapest; null where something has no price, or prices are in several currencies. */
export function cheapestTotal(groups: readonly SellersPart[]): Money | null {
  const totals = groups.map(({ quoted }) =>
    quoted.ok ? (quoted.value.terms[cheapest(quoted.value)]?.terms.total ?? null) : null,
  );
  const [first] = totals;
  if (!first) return null;
  return totals.reduce<Money | null>((sum, one) => sameCurrency(sum, one), zero(first.currency));
}

function sameCurrency(sum: Money | null, one: Money | null): Money | null {
  if (!sum || !one || sum.currency !== one.currency) return null;
  const currency: Currency = sum.currency;
  return { minor: sum.minor + one.minor, currency };
}
