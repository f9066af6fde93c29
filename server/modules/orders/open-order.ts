import {
  digitalGoods,
  milestone,
  type OrderStatus,
  type Policy,
  type Process,
  processOf,
  service,
  shippedGoods,
  stateOf,
  withAgreed,
} from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import { days, type Instant } from "@amana/core/time";
import { openDeal } from "#modules/escrow";
import { readUsers } from "#modules/identity";
import type { Tx } from "#runtime/database";
import { insertWords } from "./lists.ts";
import { nextNumber } from "./request-store.ts";
import { insertOrder, type Order, type OrderKind } from "./store.ts";

const PROCESS_OF: Readonly<Record<OrderKind, Process>> = {
  physical: shippedGoods,
  digital: digitalGoods,
  service,
  milestone,
};

/** Writes an order with its number and opens its deal, in the process of its kind and with the days that were agreed. */
export async function openOrder(
  tx: Tx,
  order: Order,
  policy: Policy,
  now: Instant,
  start = "payment_pending",
): Promise<Order> {
  const { total, commission, commissionTax, sellerReceives } = order.terms;
  const opening = {
    ...{ id: order.deal, buyer: order.buyer, seller: order.seller },
    ...{ total, commission, commissionTax, sellerReceives },
    policy: agreedIn(order, policy),
    revisionsLeft: order.work?.revisions ?? null,
  };
  const deal = await openDeal(tx, opening, start, now, PROCESS_OF[order.kind]);
  const status: OrderStatus = stateOf(processOf(deal.process, deal.processVersion), deal.state).status;
  const numbered = { ...order, number: await nextNumber(tx, now) };
  await insertOrder(tx, numbered, deal, status);
  await remember(tx, numbered);
  return numbered;
}

const agreedIn = ({ work }: Order, policy: Policy): Policy =>
  work ? withAgreed(policy, { delivery: days(work.deliveryDays) }) : policy;

/** For whoever looks for it later. */
async function remember(tx: Tx, { id, number, buyer, seller, items }: Order): Promise<void> {
  const users = await readUsers(tx, [buyer, seller]);
  const nameOf = (user: UserId): string => users.get(user)?.name ?? "";
  const titles = items.map(({ title }) => title);
  await insertWords(tx, { id, number, titles, buyer: nameOf(buyer), seller: nameOf(seller) });
}
