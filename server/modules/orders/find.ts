import type { OrderId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import { rolesShown, type UserPrincipal } from "#runtime/http";
import { type Order, readOrder } from "./store.ts";
import { type Role, roleIn } from "./view.ts";

export type Found = { readonly order: Order; readonly role: Role };

/** An order as this reader's own; a stranger's and a missing one are the same null. */
export async function findOrder(
  db: Queryable,
  id: OrderId,
  reader: Pick<UserPrincipal, "id" | "roles" | "access">,
): Promise<Found | null> {
  const order = await readOrder(db, id);
  const role = order && roleIn(order, { id: reader.id, roles: rolesShown(reader) });
  return order && role ? { order, role } : null;
}
