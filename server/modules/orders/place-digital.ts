import type { Policy } from "@amana/core/escrow";
import { type OrderId, type ProductId, shardOf, type VariantId } from "@amana/core/ids";
import { zero } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Digital, readDigital, type Variant } from "#modules/catalog";
import { type Conditions, termsOfSale } from "#modules/commission";
import { type DownloadRules, entitle } from "#modules/library";
import type { Database, Queryable, Tx } from "#runtime/database";
import { newId } from "#runtime/ids";
import { itemOf, saleOf, variantIn } from "./goods.ts";
import { openOrder } from "./open-order.ts";
import type { PlaceRefusal } from "./place-order.ts";
import { type Asking, canBePaid, placeUnsent } from "./place-unsent.ts";
import type { Order } from "./store.ts";

export type DigitalWish = {
  readonly product: ProductId;
  readonly variant: VariantId | null;
  /** Licences. */
  readonly quantity: number;
};

export type DigitalRules = Conditions & { readonly policy: Policy; readonly downloads: DownloadRules };

export type DigitalOffer = { readonly product: Digital; readonly variant: Variant | null };

/** Files are for sale as long as there are some, and never run out. */
export async function offeredDigital(db: Queryable, wish: DigitalWish): Promise<Result<DigitalOffer, PlaceRefusal>> {
  const product = await readDigital(db, wish.product);
  if (!product?.active || product.files.length === 0) return refuse("listing_unavailable");
  const variant = variantIn(product, wish.variant);
  if (!variant.ok) return variant;
  if (!canBePaid((variant.value ?? product).price, wish.quantity)) return refuse("more_than_can_be_paid");
  return ok({ product, variant: variant.value });
}

/** What is priced, whether it is ordered or only asked about. */
export const digitalSaleOf = ({ product, variant }: DigitalOffer, quantity: number) =>
  saleOf([{ product, variant, quantity }], zero(product.price.currency));

/** Places an order of files: order, deal and what the buyer may download come into being together or not at all. */
export const placeDigital = (
  db: Database,
  rules: DigitalRules,
  asking: Asking,
  wish: DigitalWish,
  now: Instant,
): Promise<Result<Order, PlaceRefusal>> =>
  placeUnsent(
    db,
    asking,
    {
      async read(tx) {
        const offer = await offeredDigital(tx, wish);
        return offer.ok ? ok({ ...offer.value, seller: offer.value.product.seller }) : offer;
      },
      place: async (tx, id, offer) => await place(tx, rules, { ...asking, ...wish, id }, offer, now),
    },
    now,
  );

async function place(
  tx: Tx,
  rules: DigitalRules,
  { id, buyer, quantity }: Asking & DigitalWish & { readonly id: OrderId },
  offer: DigitalOffer,
  now: Instant,
): Promise<Order> {
  const { product } = offer;
  const item = itemOf({ ...offer, quantity });
  const order = await openOrder(
    tx,
    {
      ...{ id, number: "", buyer, seller: product.seller, deal: newId("deal", now, shardOf(id)), kind: "digital" },
      ...(await termsOfSale(tx, digitalSaleOf(offer, quantity), rules, now)),
      ...{ transport: null, work: null, items: [item], placedAt: now },
    },
    rules.policy,
    now,
  );
  const { title, version, files } = product;
  await entitle(
    tx,
    rules.downloads,
    {
      ...{ order: id, orderNumber: order.number, deal: order.deal, buyer, seller: product.seller },
      ...{ product: product.id, version, title, picture: item.picture, licences: quantity, files },
    },
    now,
  );
  return order;
}
