import type { Actor } from "../../core/escrow/index.ts";
import type { Id, UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { STANDARD_TAXES } from "../../core/pricing/index.ts";
import { at } from "../../core/time/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import { insertListing } from "../../server/modules/catalog/index.ts";
import { handOver, type Order, placeService, requestRevision } from "../../server/modules/orders/index.ts";
import type { Tx } from "../../server/runtime/database/index.ts";
import { newIdBeside } from "../../server/runtime/ids/index.ts";
import type { Means, People } from "./means.ts";
import { START, type World } from "./world.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** Odd sums, so that their halves are none; each with its own days and revisions. */
const PACKAGES = [
  { price: 40_001n, deliveryDays: 3, revisions: 0 },
  { price: 60_003n, deliveryDays: 7, revisions: 1 },
  { price: 90_005n, deliveryDays: 5, revisions: 2 },
] as const;

/** A seller offers work, in three packages. */
export async function openWorkshop(tx: Tx, seller: UserId): Promise<Id<"service">> {
  const service = newIdBeside("service", at(START), seller);
  const text = { en: "A drawing", ar: "رسم" };
  await insertListing(tx, {
    ...{ id: service, seller, kind: "service", state: "active", version: 1, category: "services" },
    ...{ title: text, description: text, specifications: [], options: [], pictures: [], files: [], parcel: null },
    packages: PACKAGES.map(({ price, ...terms }) => ({
      ...{ name: text, description: text, price: money(price, "INR") },
      ...terms,
    })),
    ...{ price: money(PACKAGES[0].price, "INR"), stock: 0, listedAt: at(START), submittedAt: null, rejection: null },
  });
  return service;
}

/** Somebody orders work. */
export function commission<M extends People>(
  world: World,
  market: M,
  service: Id<"service">,
  { later, placed }: Means<M>,
): void {
  const { d } = world;
  const number = d.pick([1, 2, 3, 3]);
  const quantity = d.pick([1, 1, 1, 2]);
  const { price, deliveryDays, revisions } = PACKAGES[number - 1] ?? PACKAGES[0];
  const requirements = d.chance(0.5) ? "In blue" : null;
  const placedAt = START + d.below(HOUR);
  const place = async ({ db, policy }: Parts): Promise<void> => {
    const rules = { policy, taxes: STANDARD_TAXES };
    const wish = { service, package: number, quantity, requirements };
    const order = await placeService(db, rules, { buyer: market.buyer, key: "work" }, wish, world.now());
    if (!order.ok) return world.wrong(`work was not sold: ${order.error}`);
    if (market.orders.has(order.value.deal.slice(-32))) return;
    if (market.orders.size > 0) world.wrong("one key placed two orders of work");
    const agreed = { price: price * BigInt(quantity), lasts: deliveryDays * DAY, revisions };
    world.agreed.set(order.value.deal.slice(-32), agreed);
    placed(world, market, order.value);
  };
  later(world, placedAt, "place work", place);
  if (d.chance(0.15)) later(world, placedAt + d.pick([0, 0, 5 * SECOND, DAY]), "place work again", place);
}

/** Work is handed over and changes are asked for with words; null for every other command. */
export function sayingOf(
  world: World,
  order: Order,
  by: Actor,
  name: string,
): ((parts: Parts) => Promise<void>) | null {
  if (order.kind !== "service") return null;
  const key = `say ${world.d.below(1_000_000_000)}`;
  const said = { key, expected: null, message: "Here you are" };
  if (name === "deliver" && by === "seller")
    return async ({ db }) => {
      const words = { ...said, by, user: order.seller, links: ["https://files.example.test/1"], files: [] };
      await handOver(db, order, words, world.now());
    };
  if (name === "request_revision" && by === "buyer")
    return async ({ db }) => void (await requestRevision(db, order, { ...said, by, user: order.buyer }, world.now()));
  return null;
}
