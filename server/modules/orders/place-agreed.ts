import { categoryOf } from "@amana/core/catalog";
import { type Policy, withAgreed } from "@amana/core/escrow";
import { type Id, type ProductId, shardOf, type UserId } from "@amana/core/ids";
import { equal, type Money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Duration, Instant } from "@amana/core/time";
import { readProduct, reserve, type Text } from "#modules/catalog";
import { type Conditions, termsOfSale } from "#modules/commission";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import { readQuote } from "#modules/shipping";
import type { Tx } from "#runtime/database";
import { newId } from "#runtime/ids";
import { newOrderId, offeredShipping, parcelOf, variantIn } from "./goods.ts";
import { openOrder } from "./open-order.ts";
import type { PlaceRefusal } from "./place-order.ts";
import { type Item, insertAgreed, type Order, type ShippingAddress } from "./store.ts";

/** A sale whose every figure two people have agreed upon: nothing of it is asked of whoever places it. */
export type AgreedSale = {
  readonly agreement: Id<"agreement">;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly product: ProductId;
  readonly title: Text;
  /** As both have signed it. */
  readonly variant: Item["variant"];
  readonly unitPrice: Money;
  readonly quantity: number;
  /** What the buyer pays for sending. */
  readonly shipping: Money;
  /** What it must come to. */
  readonly total: Money;
  readonly windows: Readonly<Record<"paymentAgreed" | "signatures" | "dispatch" | "delivery" | "inspection", Duration>>;
};

/** Where it is sent, and which courier of a quote takes it there; what that costs is not the quote's to say any more. */
export type AgreedDelivery = {
  readonly address: ShippingAddress;
  readonly quote: Id<"quote">;
  readonly courier: string;
};

/**
 * Places the order of an agreement, in the caller's transaction: price, quantity, shipping, windows and parties are the terms', and the
 * deal waits for both signatures once it is paid. A refusal has written nothing.
 */
export async function placeAgreed(
  tx: Tx,
  conditions: Conditions & { readonly policy: Policy },
  sale: AgreedSale,
  delivery: AgreedDelivery,
  now: Instant,
): Promise<Result<Order, PlaceRefusal>> {
  const product = await readProduct(tx, sale.product);
  if (!product?.active || product.seller !== sale.seller) return refuse("listing_unavailable");
  await holdCompanies(tx, [sale.buyer, sale.seller]);
  if (await isOneOfOrColleague(tx, sale.buyer, [sale.seller])) return refuse("own_listing");
  const variant = variantIn(product, sale.variant?.id ?? null);
  if (!variant.ok) return refuse("listing_unavailable");
  const wanted = { product: product.id, variant: variant.value?.id ?? null, quantity: sale.quantity };
  const offered = offeredShipping(await readQuote(tx, delivery.quote), [wanted], delivery, now);
  if (!offered.ok) return offered;
  const id = newOrderId(sale.seller, now);
  if (!(await reserve(tx, id, wanted))) return refuse("insufficient_stock");
  const item = {
    ...{ product: product.id, title: sale.title, picture: product.pictures[0]?.url ?? null },
    sku: variant.value?.sku ?? product.id,
    ...{ unitPrice: sale.unitPrice, quantity: sale.quantity },
    ...{ category: product.category, specifications: product.specifications, variant: sale.variant },
  };
  const categories = categoryOf(product.category)?.path ?? [];
  const priced = await termsOfSale(
    tx,
    { seller: sale.seller, lines: [item], shipping: sale.shipping, categories, agreed: true },
    conditions,
    now,
  );
  // The sum that both have signed is the one that is held: another one is a defect, and no order comes of it.
  if (!equal(priced.terms.total, sale.total)) throw new Error(`${sale.agreement} comes to another sum than was agreed`);
  const order: Order = {
    ...{ id, number: "", buyer: sale.buyer, seller: sale.seller, deal: newId("deal", now, shardOf(id)) },
    ...priced,
    kind: "physical",
    transport: {
      ...{ address: delivery.address, carrier: offered.value.carrier },
      option: { ...offered.value.option, price: sale.shipping },
      parcel: parcelOf([{ product, quantity: sale.quantity }]),
    },
    // What both have signed is the whole: tax is in the prices, and the marketplace takes its default commission of the seller.
    ...{ work: null, taxes: [], decidedBy: null, items: [item], placedAt: now },
  };
  const placed = await openOrder(
    tx,
    order,
    agreedPolicy(conditions.policy, sale.windows),
    now,
    "agreed_payment_pending",
  );
  await insertAgreed(tx, placed.id, sale.agreement);
  return ok(placed);
}

/** Where no carrier tracks the parcel the buyer has the longer of the two times to look at it. */
function agreedPolicy(policy: Policy, windows: AgreedSale["windows"]): Policy {
  const untracked = policy.windows.inspectionUntracked;
  const inspectionUntracked = windows.inspection > untracked ? windows.inspection : untracked;
  return withAgreed(policy, { ...windows, inspectionUntracked });
}
