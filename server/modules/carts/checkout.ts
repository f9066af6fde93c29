import type { Policy } from "@amana/core/escrow";
import type { Id, UserId } from "@amana/core/ids";
import { add, equal, type Money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { Conditions } from "#modules/commission";
import { type Order, placeSeveral, type SaleWanted, type SeveralRefusal, type SeveralWanted } from "#modules/orders";
import { type Database, type Tx, undoing } from "#runtime/database";
import { newRootId } from "#runtime/ids";
import { insertPurchase, type Purchase, purchaseOfRequest } from "./purchase-store.ts";
import { type Line, linesOf, lockCart, removeLines } from "./store.ts";

/** From how many sellers can be bought at once. */
export const MOST_SELLERS = 10;

export type Checkout = {
  readonly buyer: UserId;
  readonly address: SeveralWanted["address"];
  /** Whose goods, and how they are sent: all that lies in the cart of each. */
  readonly sellers: readonly Pick<SaleWanted, "seller" | "quote" | "courier">[];
  readonly expected: Money;
  /** The same key of the same buyer buys once. */
  readonly key: string;
};

export type CheckoutRefusal =
  | { readonly why: "nothing_of_seller"; readonly seller: UserId }
  | { readonly why: "another_total" }
  | (Pick<SeveralRefusal, "why" | "seller"> & { readonly line: Id<"cartLine"> | null });

/**
 * Buys what lies in a cart: one order and one deal for each seller, all of them or none, in one transaction with the stock that they
 * take and the lines that leave the cart. What it comes to must be what the buyer was shown.
 */
export const checkOut = (
  db: Database,
  rules: Conditions & { readonly policy: Policy },
  request: Checkout,
  now: Instant,
): Promise<Result<Purchase, CheckoutRefusal>> => undoing(db, (tx) => buy(tx, rules, request, now));

async function buy(
  tx: Tx,
  rules: Conditions & { readonly policy: Policy },
  { buyer, address, sellers, expected, key }: Checkout,
  now: Instant,
): Promise<Result<Purchase, CheckoutRefusal>> {
  await lockCart(tx, buyer);
  const before = await purchaseOfRequest(tx, buyer, key);
  if (before) return ok(before);
  const wanted = (await linesOf(tx, buyer)).filter((line) => sellers.some(({ seller }) => seller === line.seller));
  const sales = salesOf(sellers, wanted);
  if (!sales.ok) return sales;
  const placed = await placeSeveral(tx, rules, { buyer, address, sales: sales.value }, now);
  if (!placed.ok) return refuse(aboutLine(placed.error, wanted));
  const total = placed.value.map(({ terms }) => terms.total).reduce(add);
  if (!equal(total, expected)) return refuse({ why: "another_total" });
  const purchase = purchaseOf(placed.value, { buyer, total }, now);
  await insertPurchase(tx, purchase, key);
  await removeLines(tx, wanted);
  return ok(purchase);
}

function salesOf(sellers: Checkout["sellers"], lines: readonly Line[]): Result<SaleWanted[], CheckoutRefusal> {
  const sales: SaleWanted[] = [];
  for (const one of sellers) {
    const [first, ...more] = lines.filter(({ seller }) => seller === one.seller);
    if (!first) return refuse({ why: "nothing_of_seller", seller: one.seller });
    sales.push({ ...one, items: [first, ...more] });
  }
  return ok(sales);
}

function aboutLine({ why, seller, item }: SeveralRefusal, lines: readonly Line[]): CheckoutRefusal {
  const line = lines.find(({ product, variant }) => product === item?.product && variant === item.variant);
  return { why, seller, line: line?.id ?? null };
}

const purchaseOf = (
  orders: readonly Order[],
  { buyer, total }: Pick<Purchase, "buyer" | "total">,
  now: Instant,
): Purchase => ({
  id: newRootId("purchase", now),
  ...{ buyer, total, placedAt: now },
  orders: orders.map(({ id, deal }) => ({ order: id, deal })),
});
