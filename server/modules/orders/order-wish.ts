import type { Policy } from "@amana/core/escrow";
import type { Id, ProductId } from "@amana/core/ids";
import { STANDARD_TAXES, type TaxTable } from "@amana/core/pricing";
import type { Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { readDigital } from "#modules/catalog";
import { DEFAULT_DOWNLOADS, type DownloadRules } from "#modules/library";
import type { Database } from "#runtime/database";
import { IdOf, invalid, nullable, type ProblemAnswer, paragraph, Quantity, ref, strict } from "#runtime/http";
import { placeDigital } from "./place-digital.ts";
import { type PlaceRefusal, placeOrder } from "./place-order.ts";
import { placeService } from "./place-service.ts";
import type { Asking } from "./place-unsent.ts";
import { AddressJson } from "./schemas.ts";
import type { Order } from "./store.ts";

const MOST_PACKAGES = 3;

/** A product or a package of a service. */
export const WANTED = {
  productId: Type.Optional(IdOf("product")),
  serviceId: Type.Optional(IdOf("service")),
  package: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_PACKAGES, description: "Its place, from 1." })),
  quantity: Quantity,
};

const ItemWish = strict(
  { ...WANTED, variantId: Type.Optional(nullable(IdOf("variant"))) },
  { description: "A `productId`, or a `serviceId` with a `package`. Of what is digital the quantity is of licences." },
);
type ItemWish = Static<typeof ItemWish>;

/** What somebody wants to buy. Where it is sent to, and by whom, belongs to what travels. */
export const OrderWish = strict({
  items: Type.Array(ItemWish, { minItems: 1, maxItems: 1 }),
  shippingAddress: Type.Optional(ref(AddressJson)),
  quoteId: Type.Optional(IdOf("quote")),
  courier: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  requirements: Type.Optional(paragraph({ maxLength: 5_000 })),
});
type OrderWish = Static<typeof OrderWish>;

type Refused = ProblemAnswer<"VALIDATION_FAILED">;
export type PlaceParts = {
  readonly db: Database;
  readonly policy: Policy;
  readonly taxes?: TaxTable;
  readonly downloads?: DownloadRules;
};

/** Places the order that its kind of listing asks for. */
export async function placeWish(
  { db, policy, taxes = STANDARD_TAXES, downloads = DEFAULT_DOWNLOADS }: PlaceParts,
  asking: Asking,
  wish: OrderWish,
  now: Instant,
): Promise<Result<Order, PlaceRefusal> | Refused> {
  const item = itemOf(wish.items[0]);
  if ("code" in item) return item;
  const { quantity } = item;
  const { requirements = null } = wish;
  if ("service" in item)
    return (
      misplaced(wish, SENT) ??
      (await placeService(db, { policy, taxes }, asking, { ...item, requirements, quantity }, now))
    );
  const objection = misplaced(wish, ["requirements"]);
  if (objection) return objection;
  if (await readDigital(db, item.product))
    return misplaced(wish, SENT) ?? (await placeDigital(db, { policy, taxes, downloads }, asking, item, now));
  const { shippingAddress, quoteId: quote, courier } = wish;
  if (!shippingAddress) return invalid("shippingAddress", "is missing");
  if (!quote) return invalid("quoteId", "is missing");
  if (!courier) return invalid("courier", "is missing");
  const { line2 = null, ...address } = shippingAddress;
  return await placeOrder(
    db,
    policy,
    { ...asking, ...item, address: { ...address, line2 }, quote, courier },
    now,
    taxes,
  );
}

export type Wanted = { readonly quantity: number } & (
  | { readonly product: ProductId; readonly variant: NonNullable<ItemWish["variantId"]> | null }
  | { readonly service: Id<"service">; readonly package: number }
);

/** One thing of one kind; what belongs to the other kind is not named. */
export function itemOf(wish: ItemWish | undefined, at = "items.0."): Wanted | Refused {
  if (!wish) return invalid("items", "must name one product or service");
  const { productId, variantId, serviceId, package: number, quantity } = wish;
  if (serviceId) {
    if (productId || variantId) return invalid(`${at}productId`, "and a service are two things");
    return number ? { service: serviceId, package: number, quantity } : invalid(`${at}package`, "is missing");
  }
  if (!productId) return invalid(`${at}productId`, "is missing");
  if (number) return invalid(`${at}package`, "is for services");
  return { product: productId, variant: variantId ?? null, quantity };
}

const SENT = ["shippingAddress", "quoteId", "courier"] as const;

/** What is named and has no place in an order of this kind. */
function misplaced(wish: OrderWish, fields: readonly (keyof OrderWish)[]): Refused | null {
  const field = fields.find((one) => wish[one] !== undefined);
  if (field === undefined) return null;
  return invalid(field, field === "requirements" ? "are for services" : "is for what travels");
}
