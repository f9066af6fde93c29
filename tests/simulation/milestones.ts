import type { Actor } from "../../core/escrow/index.ts";
import type { UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import { type Order, placeMilestone } from "../../server/modules/orders/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { START, type World } from "./world.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** What a part of a contract costs here: an odd sum, so that its half is none. */
export const MILESTONE = 40_001n;
/** As many days as the policy gives, so that one table says how long a span lasts. */
const DAYS = 7;

type Market = { readonly buyer: UserId; readonly seller: UserId; readonly orders: Map<string, Order> };
type Means<M> = {
  readonly later: (world: World, when: number, name: string, act: (parts: Parts) => Promise<void>) => void;
  readonly begin: (world: World, market: M, order: Order) => void;
};

/** Somebody has work done, in one part of a contract that nobody else knows. */
export function hire<M extends Market>(world: World, market: M, { later, begin }: Means<M>): void {
  const { d, policy } = world;
  const revisions = d.pick([0, 1, 1, 2]);
  later(world, START + d.below(HOUR), "place a milestone", async ({ db }) => {
    const { buyer, seller } = market;
    const wanted = {
      ...{ buyer, seller, contract: newRootId("contract", world.now()), number: 1, title: "First drafts" },
      ...{ category: null, price: money(MILESTONE, "INR"), deliveryDays: DAYS, revisions },
    };
    const order = await db.transaction((tx) => placeMilestone(tx, policy, wanted, world.now()));
    market.orders.set(order.deal.slice(-32), order);
    begin(world, market, order);
  });
}

type Plan = readonly [by: Actor, name: string, chance: number, within: number];

/** What people do with work in each state. */
const PLANS: Readonly<Record<string, readonly Plan[]>> = {
  payment_pending: [["contract", "end_contract", 0.05, DAY]],
  escrow_locked: [
    ["contract", "begin", 0.9, 20 * DAY],
    ["contract", "end_contract", 0.1, 20 * DAY],
    ["seller", "begin", 0.05, DAY],
    ["buyer", "dispute", 0.03, 20 * DAY],
  ],
  processing: [
    ["seller", "deliver", 0.85, 9 * DAY],
    ["buyer", "cancel", 0.1, 9 * DAY],
    ["contract", "end_contract", 0.05, 9 * DAY],
    ["buyer", "dispute", 0.06, 9 * DAY],
  ],
  late: [
    ["seller", "deliver", 0.6, 9 * DAY],
    ["buyer", "cancel", 0.3, 9 * DAY],
    ["buyer", "dispute", 0.1, 9 * DAY],
  ],
  delivered: [
    ["buyer", "request_revision", 0.6, 8 * DAY],
    ["buyer", "request_revision", 0.1, 8 * DAY],
    ["buyer", "confirm_receipt", 0.3, 8 * DAY],
    ["seller", "request_revision", 0.05, 8 * DAY],
  ],
  revision_requested: [
    ["seller", "deliver", 0.8, 9 * DAY],
    ["buyer", "confirm_receipt", 0.1, 9 * DAY],
    ["buyer", "dispute", 0.1, 9 * DAY],
  ],
  late_revision: [
    ["seller", "deliver", 0.5, 9 * DAY],
    ["buyer", "cancel", 0.3, 9 * DAY],
    ["buyer", "confirm_receipt", 0.1, 9 * DAY],
    ["buyer", "dispute", 0.1, 9 * DAY],
  ],
};

type Give = (world: World, order: Order, by: Actor, name: string, when: number) => void;

/** Work goes on, is late, is changed, and is given up. */
export const working = (world: World, give: Give) => (order: Order, to: string) => {
  const { d, time } = world;
  for (const [by, name, chance, within] of PLANS[to] ?? [])
    if (d.chance(chance)) give(world, order, by, name, time.now + d.between(SECOND, within));
};
