import { ACTORS, type Actor, lapse } from "../../core/escrow/index.ts";
import { commandsIn } from "../../core/escrow/table-for-test.ts";
import { type DealId, type Id, idOf, type OrderId, type ProductId, type UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { at } from "../../core/time/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import { insertProduct, readProduct } from "../../server/modules/catalog/index.ts";
import { advance, readDeal } from "../../server/modules/escrow/index.ts";
import { insertUser } from "../../server/modules/identity/index.ts";
import { type Order, placeOrder, readOrder, requestDispatch } from "../../server/modules/orders/index.ts";
import { startPayment } from "../../server/modules/payments/index.ts";
import { addBankAccount } from "../../server/modules/payouts/index.ts";
import { quoteRates } from "../../server/modules/shipping/index.ts";
import { newIdBeside, newRootId } from "../../server/runtime/ids/index.ts";
import { asking } from "../money/asking.ts";
import { type Joint, openStalls, type Stall } from "./carts.ts";
import { partsSaid } from "./divisions.ts";
import { openShelf, reading, type Shelf } from "./files.ts";
import { PROCESS_OF } from "./kinds.ts";
import type { Means } from "./means.ts";
import { working } from "./milestones.ts";
import { pays } from "./paying.ts";
import { born } from "./process.ts";
import { emptyPurses, type Purses, planPurses } from "./purses.ts";
import { quarrels } from "./quarrels.ts";
import { openWorkshop, sayingOf } from "./services.ts";
import { START, type World } from "./world.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const STOCK = 5;
const POSTCODE = "400001";

export type Market = {
  /** Everybody in it. */
  readonly people: readonly UserId[];
  readonly seller: UserId;
  readonly buyer: UserId;
  readonly product: ProductId;
  readonly orders: Map<string, Order>;
  readonly purses: Purses;
  /** What is for sale as files; null where there are none. */
  readonly shelf: Shelf | null;
  /** Who sells goods, and which; more than one where there are carts. */
  readonly stalls: readonly Stall[];
  /** Work that is for sale; null where there is none. */
  readonly service: Id<"service"> | null;
};

/** A seller with a listing, and a buyer. */
export async function openMarket(world: World): Promise<Market> {
  const seller = newRootId("user", at(START));
  const buyer = newRootId("user", at(START));
  const product = newIdBeside("product", at(START), seller);
  const { db } = world.partsOf(born("opening"));
  const offered = await db.transaction(async (tx) => {
    const pickupAddress = { line1: "14 Weavers Lane", line2: null, city: "Pune", postcode: "411001" };
    const user = { demoKey: null, phone: "9000000001", roles: ["user"] as const };
    await insertUser(tx, {
      ...user,
      id: seller,
      name: "Shop (demo shop)",
      email: `${seller}@example.test`,
      pickupAddress,
    });
    await insertUser(tx, {
      ...user,
      id: buyer,
      name: "Asha (demo buyer)",
      email: `${buyer}@example.test`,
      pickupAddress: null,
    });
    await insertProduct(tx, {
      id: product,
      seller,
      title: { en: "Block-print cotton", ar: "قطن مطبوع" },
      description: { en: "Cotton", ar: "قطن" },
      pictures: [],
      price: money(BigInt(world.d.pick([1, 99, 29_900, 29_900, 123_457])), "INR"),
      stock: STOCK,
      parcel: { grams: 400, millimetres: { length: 300, width: 220, height: 40 } },
      listedAt: at(START),
      active: true,
    });
    return {
      shelf: world.kind === "files" ? await openShelf(world, tx, seller) : null,
      stalls: world.kind === "cart" ? await openStalls(world, tx, { seller, product }, STOCK) : [{ seller, product }],
      service: world.kind === "service" ? await openWorkshop(tx, seller) : null,
    };
  });
  const { d } = world;
  if (d.chance(0.95)) {
    const when = d.chance(0.85) ? START : START + d.below(12 * DAY);
    later(world, when, "bank account", async ({ db, dataKey }) => {
      const account = {
        holderName: "Deccan Looms",
        accountNumber: "026291800001191",
        ifsc: "YESB0000262",
        kind: "current",
      } as const;
      await addBankAccount(db, dataKey, asking(seller), account, world.now());
    });
  }
  const people = [buyer, seller, ...offered.stalls.slice(1).map((stall) => stall.seller)];
  const market = {
    people,
    seller,
    buyer,
    product,
    orders: new Map<string, Order>(),
    purses: emptyPurses(),
    ...offered,
  };
  planPurses(world, market, later);
  return market;
}

/** Somebody asks, and asks again when the program died or lost its connection: the answer is the same. */
export function later(world: World, when: number, name: string, act: (parts: Parts) => Promise<void>): void {
  world.events.add(Math.max(when, world.time.now), name, async () => {
    if (await world.asked(name, act)) return;
    later(world, world.time.now + world.d.between(SECOND, MINUTE), name, act);
  });
}

export function shop(world: World, market: Market, key: string): void {
  const { d } = world;
  const placedAt = START + d.below(HOUR);
  const quantity = d.pick([1, 1, 2]);
  let quote: Awaited<ReturnType<typeof quoted>> = null;
  const answers = new Set<string>();
  const place = async (parts: Parts): Promise<void> => {
    quote ??= await quoted(world, parts, market, quantity);
    // Who is told no price for the way looks again.
    if (!quote) return later(world, world.time.now + d.between(MINUTE, HOUR), "place", place);
    const { id, courier } = quote;
    const address = {
      name: "Asha (demo buyer)",
      phone: "9000000001",
      line1: "7 Lake Road",
      line2: null,
      city: "Mumbai",
      postcode: POSTCODE,
    };
    const request = { buyer: market.buyer, product: market.product, quantity, address, quote: id, courier, key };
    const placed = await placeOrder(parts.db, parts.policy, request, world.now());
    if (!placed.ok) return;
    answers.add(placed.value.id);
    if (answers.size > 1) world.wrong(`one key placed ${answers.size} orders`);
    if (!market.orders.has(placed.value.deal.slice(-32))) placedNow(world, market, placed.value);
  };
  later(world, placedAt, "place", place);
  if (d.chance(0.15)) later(world, placedAt + d.pick([0, 0, 5 * SECOND, DAY]), "place again", place);
}

function placedNow(world: World, market: Market, order: Order): void {
  market.orders.set(order.deal.slice(-32), order);
  begin(world, market, order);
}

async function quoted(world: World, parts: Parts, market: Market, quantity: number) {
  const [carrier] = parts.carriers;
  const product = await readProduct(parts.db, market.product);
  if (!carrier || !product) return null;
  const asked = { product: market.product, quantity, postcode: POSTCODE };
  const question = { fromPostcode: "411001", toPostcode: POSTCODE, parcel: product.parcel, value: product.price };
  const quote = await quoteRates(parts.db, carrier, asked, question, world.now());
  const option = quote.ok ? quote.value.options[0] : undefined;
  return quote.ok && option ? { id: quote.value.id, courier: option.courier } : null;
}

/** Everything that the people of one order plan from the start. */
export function begin(world: World, market: Market, order: Order): void {
  const { d, time } = world;
  const startsAt = time.now + d.between(SECOND, 20 * MINUTE);
  const pay = startPaying(world, order);
  later(world, startsAt, "start payment", pay);
  if (d.chance(0.2)) later(world, startsAt + d.pick([0, SECOND, 10 * MINUTE]), "start payment again", pay);
  troubles(world, order);
  void market;
}

/** What may come between, whoever pays and how. */
function troubles(world: World, order: Order): void {
  const { d, time } = world;
  if (d.chance(0.12)) give(world, order, d.pick(["buyer", "seller"] as const), "cancel", time.now + d.below(3 * DAY));
  if (d.chance(0.03)) give(world, order, "gateway", "payment_failed", time.now + d.below(HOUR));
  if (d.chance(0.3)) stray(world, order, time.now + d.below(10 * DAY));
  if (d.chance(0.3)) race(world, order, time.now + d.below(3 * DAY));
  if (d.chance(0.2)) rush(world, order, time.now + d.below(4 * DAY));
  if (d.chance(0.05)) {
    const staff = d.pick(["admin_release", "admin_refund", "admin_settle"] as const);
    give(world, order, "finance", staff, time.now + d.below(6 * DAY));
  }
}

function startPaying(world: World, order: Order): (parts: Parts) => Promise<void> {
  return async (parts) => {
    const deal = await readDeal(parts.db, order.deal);
    if (!deal) return;
    const started = await startPayment(parts.db, parts.gateways, deal, "https://amana.example.test/paid", world.now());
    if (!started.ok) return;
    pays(world, started.value, later);
  };
}

/** A command through the door by which the routes and staff give it. */
function give(world: World, order: Order, by: Actor, name: string, when: number): void {
  const said = sayingOf(world, order, by, name);
  const bare = async ({ db }: Parts): Promise<void> => {
    const given = by === "seller" ? { actorId: order.seller } : by === "buyer" ? { actorId: order.buyer } : {};
    await advance(db, order.deal, { name, by, at: world.now(), ...partsSaid(order, name) }, world.now(), given);
  };
  later(world, when, name, said ?? bare);
}

/** Somebody tries something that is mostly not theirs to do. */
function stray(world: World, order: Order, when: number): void {
  const { d } = world;
  const name = d.pick(commandsIn(PROCESS_OF[order.kind]));
  const by = d.pick(ACTORS);
  if (!["payment_captured", "chargeback_opened", "chargeback_won", "chargeback_lost"].includes(name))
    give(world, order, by, name, when);
}

/** Waits for the deadline and acts around it, to the millisecond. */
function rush(world: World, order: Order, when: number): void {
  const { d, events, store } = world;
  events.add(when, "rush", async () => {
    const row = [...store.rows("escrow.deal")].find(({ id }) => id === order.deal.slice(-32));
    const due = row?.deadline_due_at;
    if (typeof due !== "number" || !row) return;
    const moment = due + d.pick([-1, 0, 1]);
    const mine: Readonly<Record<string, readonly [Actor, string][]>> = {
      payment: [["buyer", "cancel"]],
      dispatch: [
        ["seller", "dispatch_untracked"],
        ["buyer", "cancel"],
      ],
      delivery: [
        ["buyer", "confirm_receipt"],
        ["carrier", "delivered"],
      ],
      inspection: [
        ["buyer", "confirm_receipt"],
        ["buyer", "dispute"],
      ],
      response: [
        ["seller", "respond"],
        ["buyer", "withdraw"],
      ],
      decision: [["arbiter", "decide_split"]],
      appeal: [["buyer", "appeal"]],
      return: [["buyer", "return_shipped"]],
    };
    const choice = d.pick(mine[String(row.deadline_kind)] ?? [["buyer", "cancel"] as const]);
    world.met("at_the_deadline");
    give(world, order, choice[0], choice[1], moment);
    if (d.chance(0.3)) early(world, order, due - 1);
  });
}

/** Two people act in the same millisecond. */
function race(world: World, order: Order, when: number): void {
  const { d } = world;
  give(world, order, "buyer", d.pick(["cancel", "confirm_receipt"] as const), when);
  give(
    world,
    order,
    "seller",
    d.pick(["accept", "start", "ready", "dispatch_untracked", "declare_delivered", "cancel"] as const),
    when,
  );
  world.met("race");
}

/** The clock itself, a millisecond too soon: never allowed. */
function early(world: World, order: Order, when: number): void {
  later(world, when, "lapse too soon", async ({ db }) => {
    const deal = await readDeal(db, order.deal);
    if (deal?.deadline && deal.deadline.dueAt > world.time.now) {
      const answer = await advance(db, order.deal, lapse(deal.deadline), world.now());
      if (answer.ok) world.wrong(`a deadline acted ${deal.deadline.dueAt - world.time.now} ms too soon`);
    }
  });
}

/** What people do when a deal has come somewhere. */
export function follow(world: World, market: Market): void {
  const { d, time } = world;
  const soon = (most: number): number => time.now + d.between(SECOND, most);
  const reactions: Readonly<Record<string, (order: Order) => void>> = {
    escrow_locked: (order) => sellerSends(world, order),
    shipped_untracked: (order) => {
      if (d.chance(0.85)) give(world, order, "seller", "declare_delivered", soon(7 * DAY));
      if (d.chance(0.2)) give(world, order, "buyer", "confirm_receipt", soon(6 * DAY));
    },
    shipped: (order) => {
      if (d.chance(0.1)) give(world, order, "buyer", "confirm_receipt", soon(6 * DAY));
    },
    delivered: (order) => {
      if (d.chance(0.5)) give(world, order, "buyer", "confirm_receipt", soon(30 * HOUR));
    },
    declared_delivered: (order) => {
      if (d.chance(0.5)) give(world, order, "buyer", "confirm_receipt", soon(8 * DAY));
    },
  };
  const quarrel = quarrels(world, give);
  const work = working(world, give);
  const read = market.shelf && reading(world, market.shelf, MEANS);
  world.listen(({ deal, to }) => {
    const order = market.orders.get(deal);
    if (!order) return;
    if (order.work) work(order, to);
    else if (order.kind === "digital") read?.(order, to);
    else reactions[to]?.(order);
    quarrel(order, to);
  });
}

function sellerSends(world: World, order: Order): void {
  const { d, time } = world;
  if (d.chance(0.12)) return;
  let when = time.now + d.between(SECOND, 4 * HOUR);
  for (const name of ["accept", "start", "ready"]) {
    if (!d.chance(0.4)) continue;
    give(world, order, "seller", name, when);
    when += d.between(SECOND, 10 * HOUR);
  }
  if (d.chance(0.12)) when = time.now + d.between(44 * HOUR, 50 * HOUR);
  if (d.chance(0.25)) give(world, order, "seller", "dispatch_untracked", when);
  else later(world, when, "dispatch", (parts) => dispatch(world, parts, order.id));
  if (d.chance(0.1)) give(world, order, "buyer", "cancel", when + d.pick([0, 1, SECOND, MINUTE]));
  if (d.chance(0.1))
    later(world, when + d.pick([0, MINUTE]), "dispatch again", (parts) => dispatch(world, parts, order.id));
}

async function dispatch(world: World, { db }: Parts, id: OrderId): Promise<void> {
  const order = await readOrder(db, id);
  if (order) await requestDispatch(db, order, null, world.now());
}

/** What the people of special histories are given. */
export const MEANS: Means<Market> & Joint = { later, give, placed: placedNow, pay: startPaying, troubles };

export const dealIdOf = (id: unknown): DealId => idOf("deal", String(id));
