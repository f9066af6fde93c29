import type { Actor } from "../../core/escrow/index.ts";
import { money } from "../../core/money/index.ts";
import { type Order, placeMilestone } from "../../server/modules/orders/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import type { Means, People } from "./means.ts";
import { START, type World } from "./world.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** What a part of a contract costs here: an odd sum, so that its half is none. */
const MILESTONE = 40_001n;
const DAYS = 7;

/** Somebody has work done, in one part of a contract that nobody else knows. */
export function hire<M extends People>(world: World, market: M, { later, placed }: Means<M>): void {
  const { d } = world;
  const revisions = d.pick([0, 1, 1, 2]);
  // For all of them: one that was made while its answer was lost is made again, and then there are two.
  world.agreed.set("milestone", { price: MILESTONE, lasts: DAYS * DAY, revisions });
  later(world, START + d.below(HOUR), "place a milestone", async ({ db, policy }) => {
    const { buyer, seller } = market;
    const wanted = {
      ...{ buyer, seller, contract: newRootId("contract", world.now()), number: 1, title: "First drafts" },
      ...{ category: null, price: money(MILESTONE, "INR"), deliveryDays: DAYS, revisions },
    };
    const order = await db.transaction((tx) => placeMilestone(tx, policy, wanted, world.now()));
    placed(world, market, order);
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

/** A seller takes work on, or not, or is silent; only then it is like any other. */
const ACCEPTING: readonly Plan[] = [
  ["seller", "accept", 0.85, 50 * HOUR],
  ["seller", "cancel", 0.08, 50 * HOUR],
  ["buyer", "cancel", 0.06, 50 * HOUR],
  ["contract", "begin", 0.05, DAY],
  ["buyer", "dispute", 0.04, 50 * HOUR],
];

/** Who was sold revisions asks for them. */
const CHANGING: readonly Plan[] = [["buyer", "request_revision", 0.6, 3 * DAY]];

const plansOf = ({ kind }: Order, state: string): readonly Plan[] => {
  if (kind !== "service") return PLANS[state] ?? [];
  return state === "escrow_locked" ? ACCEPTING : [...(PLANS[state] ?? []), ...(state === "delivered" ? CHANGING : [])];
};

/** Work goes on, is late, is changed, and is given up. */
export const working = (world: World, give: Give) => (order: Order, to: string) => {
  const { d, time } = world;
  for (const [by, name, chance, within] of plansOf(order, to))
    if (d.chance(chance)) give(world, order, by, name, time.now + d.between(SECOND, within));
};
