import { type Actor, type Deal, outlook, processOf, stateOf } from "@amana/core/escrow";
import type { Id, UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { eventsOf, readDeal } from "#modules/escrow";
import { readUsers, type User } from "#modules/identity";
import { entitlementOfOrder } from "#modules/library";
import { type Payment, paymentsOfDeal, type Refund, refundsOfDeal } from "#modules/payments";
import { type Payout, payoutOfDeal } from "#modules/payouts";
import { type Shipment, shipmentOfOrder } from "#modules/shipping";
import type { Queryable } from "#runtime/database";
import { requirementsOf } from "./requirements-store.ts";
import { agreementOf, type Order } from "./store.ts";

export type Role = "buyer" | "seller" | "staff";

/** Everything about one order that its page needs, read as it is now. */
export type OrderView = {
  readonly order: Order;
  readonly role: Role;
  readonly deal: Deal;
  readonly heldSince: Instant | null;
  readonly buyer: User;
  readonly seller: User;
  readonly payment: Payment | null;
  readonly shipment: Shipment | null;
  readonly refund: Refund | null;
  readonly payout: Payout | null;
  readonly agreement: Id<"agreement"> | null;
  /** Of work: what the buyer wants to have made. */
  readonly requirements: string | null;
  /** Of files, for their buyer. */
  readonly entitlement: Id<"entitlement"> | null;
};

export async function viewOrder(db: Queryable, order: Order, role: Role): Promise<OrderView> {
  const deal = await readDeal(db, order.deal);
  if (!deal) throw new Error(`${order.id} has no deal`);
  const users = await readUsers(db, [order.buyer, order.seller]);
  const [payment] = await paymentsOfDeal(db, order.deal);
  const refunds = await refundsOfDeal(db, order.deal);
  const events = deal.escrow === "pending" ? [] : await eventsOf(db, order.deal);
  const since = deal.escrow === "held" ? events.find(({ command }) => command === "payment_captured") : events.at(-1);
  return {
    order,
    role,
    deal,
    heldSince: since?.recordedAt ?? null,
    buyer: userIn(users, order.buyer),
    seller: userIn(users, order.seller),
    // Of a payment for several orders, what of it is for this one.
    payment: payment ? { ...payment, amount: deal.total } : null,
    shipment: await shipmentOfOrder(db, order.id),
    refund: refunds.find(({ source }) => source === "escrow") ?? refunds[0] ?? null,
    payout: role === "buyer" ? null : await payoutOfDeal(db, order.deal),
    agreement: await agreementOf(db, order.id),
    requirements: order.kind === "service" ? await requirementsOf(db, order.id) : null,
    entitlement: role === "buyer" ? await entitlementIn(db, order) : null,
  };
}

const entitlementIn = async (db: Queryable, { id, kind }: Order) =>
  kind === "digital" ? ((await entitlementOfOrder(db, id))?.id ?? null) : null;

/** The role in which somebody may see an order, or null: then for him it does not exist. */
export function roleIn(order: Order, user: { readonly id: UserId; readonly roles: readonly string[] }): Role | null {
  if (order.buyer === user.id) return "buyer";
  if (order.seller === user.id) return "seller";
  return user.roles.some((role) => role !== "user") ? "staff" : null;
}

export function outlookOf({ deal, role, shipment }: OrderView, now: Instant) {
  const process = processOf(deal.process, deal.processVersion);
  const viewer: Actor | null = role === "staff" ? null : role;
  const seen = outlook(process, deal, viewer, now);
  const payable = deal.deadline?.kind === "payment" && now < deal.deadline.dueAt && role === "buyer";
  const booking = shipment?.state === "booking";
  // Without a manual carrier nobody dispatches untracked, and a parcel that is being booked is not booked twice.
  const actions = seen.actions.filter(
    (action) => action !== "dispatch_untracked" && !(booking && action === "dispatch"),
  );
  return { ...seen, actions: payable ? ["pay", ...actions] : actions };
}

export const statusOf = (deal: Deal) => stateOf(processOf(deal.process, deal.processVersion), deal.state).status;

function userIn(users: ReadonlyMap<UserId, User>, id: UserId): User {
  const user = users.get(id);
  if (!user) throw new Error(`no user ${id}`);
  return user;
}
