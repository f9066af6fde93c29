import { categoryOf } from "@amana/core/catalog";
import type { Policy } from "@amana/core/escrow";
import { type Id, type OrderId, shardOf } from "@amana/core/ids";
import { zero } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { readService, type Service, type ServicePackage } from "#modules/catalog";
import { type Conditions, type Sale, termsOfSale } from "#modules/commission";
import type { Database, Queryable, Tx } from "#runtime/database";
import { newId } from "#runtime/ids";
import { openOrder } from "./open-order.ts";
import type { PlaceRefusal } from "./place-order.ts";
import { type Asking, canBePaid, placeUnsent } from "./place-unsent.ts";
import { insertRequirements } from "./requirements-store.ts";
import type { Item, Order } from "./store.ts";

export type ServiceWish = {
  readonly service: Id<"service">;
  /** Its place in the listing, from 1. */
  readonly package: number;
  readonly quantity: number;
};

export type ServiceOffer = { readonly service: Service; readonly chosen: ServicePackage };

export async function offeredService(db: Queryable, wish: ServiceWish): Promise<Result<ServiceOffer, PlaceRefusal>> {
  const service = await readService(db, wish.service);
  if (!service?.active) return refuse("listing_unavailable");
  const chosen = service.packages[wish.package - 1];
  if (!chosen) return refuse("no_such_package");
  return canBePaid(chosen.price, wish.quantity) ? ok({ service, chosen }) : refuse("more_than_can_be_paid");
}

/** What is priced, whether it is ordered or only asked about. */
export const serviceSaleOf = ({ service, chosen }: ServiceOffer, quantity: number): Sale => ({
  ...{ seller: service.seller, shipping: zero(chosen.price.currency) },
  lines: [{ unitPrice: chosen.price, quantity }],
  categories: categoryOf(service.category)?.path ?? [],
});

/** Places an order of work: the days and the revisions are the package's, as it is offered at this moment. */
export const placeService = (
  db: Database,
  rules: Conditions & { readonly policy: Policy },
  asking: Asking,
  wish: ServiceWish & { readonly requirements: string | null },
  now: Instant,
): Promise<Result<Order, PlaceRefusal>> =>
  placeUnsent(
    db,
    asking,
    {
      async read(tx) {
        const offer = await offeredService(tx, wish);
        return offer.ok ? ok({ ...offer.value, seller: offer.value.service.seller }) : offer;
      },
      async place(tx, id, offer) {
        const order = await place(tx, rules, { ...asking, ...wish, id }, offer, now);
        if (wish.requirements !== null) await insertRequirements(tx, id, wish.requirements);
        return order;
      },
    },
    now,
  );

async function place(
  tx: Tx,
  rules: Conditions & { readonly policy: Policy },
  { id, buyer, ...wish }: Asking & ServiceWish & { readonly id: OrderId },
  offer: ServiceOffer,
  now: Instant,
): Promise<Order> {
  const { deliveryDays, revisions } = offer.chosen;
  const { seller } = offer.service;
  const order: Order = {
    ...{ id, number: "", buyer, seller, deal: newId("deal", now, shardOf(id)), kind: "service" },
    ...(await termsOfSale(tx, serviceSaleOf(offer, wish.quantity), rules, now)),
    ...{ transport: null, work: { deliveryDays, revisions, milestone: null } },
    ...{ items: [itemOf(offer, wish)], placedAt: now },
  };
  return await openOrder(tx, order, rules.policy, now);
}

const itemOf = ({ service, chosen }: ServiceOffer, { package: number, quantity }: ServiceWish): Item => ({
  ...{ product: null, title: service.title, picture: service.pictures[0]?.url ?? null },
  ...{ sku: `${service.id}/${number}`, unitPrice: chosen.price, quantity, variant: null },
  ...{ category: service.category, specifications: service.specifications },
  service: { id: service.id, package: { number, name: chosen.name, description: chosen.description } },
});
