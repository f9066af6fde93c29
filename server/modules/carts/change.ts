import type { Id, ProductId, UserId, VariantId } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Product, readProduct } from "#modules/catalog";
import { variantIn } from "#modules/orders";
import { isOneOfOrColleague } from "#modules/organizations";
import type { Database, Queryable } from "#runtime/database";
import { newRootId } from "#runtime/ids";
import { insertLine, type Line, linesOf, lockCart, MOST_LINES, removeLine, saveLine } from "./store.ts";

/** How many pieces of each a cart holds. */
export const MOST_PIECES = 10_000;

export type ChangeRefusal =
  | "listing_unavailable"
  | "variant_not_named"
  | "own_listing"
  | "too_many_lines"
  | "too_many_pieces"
  | "no_such_line";

export type Laid = { readonly product: ProductId; readonly variant: VariantId | null; readonly quantity: number };

/** Lays something into a cart; more of what lies there already comes to that line. */
export const layInCart = (
  db: Database,
  user: UserId,
  wanted: Laid,
  now: Instant,
): Promise<Result<"laid", ChangeRefusal>> =>
  db.transaction(async (tx) => {
    const offer = await offerOf(tx, user, wanted);
    if (!offer.ok) return offer;
    await lockCart(tx, user);
    const lines = await linesOf(tx, user);
    const same = lines.find(({ product, variant }) => product === wanted.product && variant === wanted.variant);
    const quantity = (same?.quantity ?? 0) + wanted.quantity;
    if (quantity > MOST_PIECES) return refuse("too_many_pieces");
    if (same) await saveLine(tx, { ...same, ...offer.value, quantity });
    else if (lines.length >= MOST_LINES) return refuse("too_many_lines");
    else await insertLine(tx, user, { id: newRootId("cartLine", now), ...wanted, ...offer.value }, now);
    return ok("laid");
  });

async function offerOf(
  tx: Queryable,
  user: UserId,
  { product: id, variant: chosen }: Laid,
): Promise<Result<Pick<Line, "seller" | "unitPrice">, ChangeRefusal>> {
  const product = await readProduct(tx, id);
  if (!product?.active) return refuse("listing_unavailable");
  if (await isOneOfOrColleague(tx, user, [product.seller])) return refuse("own_listing");
  const variant = variantIn(product, chosen);
  return variant.ok ? ok({ seller: product.seller, unitPrice: (variant.value ?? product).price }) : variant;
}

/** Changes how many; whoever does that has seen the price of now. */
export const changeLine = (
  db: Database,
  user: UserId,
  { id, quantity }: Pick<Line, "id" | "quantity">,
): Promise<Result<"changed", ChangeRefusal>> =>
  db.transaction(async (tx) => {
    await lockCart(tx, user);
    const line = (await linesOf(tx, user)).find((one) => one.id === id);
    if (!line) return refuse("no_such_line");
    const product = await readProduct(tx, line.product);
    await saveLine(tx, { ...line, quantity, unitPrice: (product && priceOf(product, line)) ?? line.unitPrice });
    return ok("changed");
  });

function priceOf(product: Product, { variant }: Line): Money | null {
  const chosen = variantIn(product, variant);
  return chosen.ok ? (chosen.value ?? product).price : null;
}

export const takeOut = (db: Database, user: UserId, id: Id<"cartLine">): Promise<Result<"taken_out", "no_such_line">> =>
  db.transaction(async (tx) => {
    await lockCart(tx, user);
    return (await removeLine(tx, user, id)) ? ok("taken_out") : refuse("no_such_line");
  });
