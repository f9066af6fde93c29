import type { Deal } from "../../core/escrow/index.ts";
import { idOf, type ProductId, type UserId, uuidOf } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { STANDARD_TAXES } from "../../core/pricing/index.ts";
import { at } from "../../core/time/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import { checkOut, layInCart, type Purchase } from "../../server/modules/carts/index.ts";
import { insertProduct } from "../../server/modules/catalog/index.ts";
import { readDeal } from "../../server/modules/escrow/index.ts";
import { insertUser } from "../../server/modules/identity/index.ts";
import { type Order, readOrder } from "../../server/modules/orders/index.ts";
import { startJointPayment } from "../../server/modules/payments/index.ts";
import { quoteRates } from "../../server/modules/shipping/index.ts";
import type { Tx } from "../../server/runtime/database/index.ts";
import { newIdBeside, newRootId } from "../../server/runtime/ids/index.ts";
import type { Means, People } from "./means.ts";
import { pays } from "./paying.ts";
import { START, type World } from "./world.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What the way costs, of each seller's parcel. */
const SHIPPING = 4_900n;
const FROM = "411001";
const ADDRESS = {
  ...{ name: "Asha (demo buyer)", phone: "9000000001", line1: "7 Lake Road", line2: null },
  ...{ city: "Mumbai", postcode: "400001" },
};
const PARCEL = { grams: 300, millimetres: { length: 250, width: 200, height: 30 } };

/** What is for sale beside the first seller's goods. */
export type Stall = { readonly seller: UserId; readonly product: ProductId };

/** One or two more sellers, and something more of the first. */
export async function openStalls(world: World, tx: Tx, first: Stall, stock: number): Promise<readonly Stall[]> {
  const { d } = world;
  const stalls = [first];
  const sellers = d.chance(0.5) ? [first.seller] : [];
  const others = d.between(1, 2);
  for (let n = 0; n < others; n++) {
    const id = newRootId("user", at(START));
    const pickupAddress = { line1: `${n} Dyers Lane`, line2: null, city: "Pune", postcode: FROM };
    const user = { demoKey: null, phone: "9000000002", roles: ["user"] as const, pickupAddress };
    await insertUser(tx, { ...user, id, name: `Shop ${n} (demo shop)`, email: `${id}@example.test` });
    sellers.push(id);
  }
  for (const seller of sellers) {
    const product = newIdBeside("product", at(START), seller);
    await insertProduct(tx, {
      ...{ id: product, seller, stock, parcel: PARCEL, pictures: [], listedAt: at(START), active: true },
      ...{ title: { en: "Woollen shawl", ar: "شال صوف" }, description: { en: "Wool", ar: "صوف" } },
      price: money(BigInt(d.pick([1, 101, 19_999, 54_321])), "INR"),
    });
    stalls.push({ seller, product });
  }
  return stalls;
}

/** Somebody lays things of several sellers into a cart and buys them at once, once or twice. */
export function fillCart<M extends People>(
  world: World,
  market: M,
  stalls: readonly Stall[],
  means: Means<M> & Joint,
): void {
  const { d } = world;
  const times = d.chance(0.2) ? 2 : 1;
  for (let n = 0; n < times; n++) {
    const from = START + d.below(HOUR);
    for (const { product } of stalls)
      if (d.chance(0.9)) {
        const laid = { product, variant: null, quantity: d.pick([1, 1, 2]) };
        const lay = async ({ db }: Parts): Promise<void> => {
          const answer = await layInCart(db, market.buyer, laid, world.now());
          if (!answer.ok) world.wrong(`nothing was laid into the cart: ${answer.error}`);
        };
        means.later(world, from + d.below(10 * MINUTE), "lay in cart", lay);
      }
    const buy = buyer(world, market, `cart ${n}`, means);
    const when = from + 10 * MINUTE;
    means.later(world, when, "check out", buy);
    if (d.chance(0.15)) means.later(world, when + d.pick([0, 0, 5 * SECOND, DAY]), "check out again", buy);
  }
}

/** What a buyer of several orders does besides what the buyer of one does. */
export type Joint = { readonly troubles: (world: World, order: Order) => void };
type Asked = Parameters<typeof checkOut>[2];

function buyer<M extends People>(world: World, market: M, key: string, means: Means<M> & Joint) {
  const { d, time } = world;
  const answers = new Set<string>();
  let request: Asked | null = null;
  let tries = 0;
  const tryAgain = (): void => {
    if (tries < 10) means.later(world, time.now + d.between(SECOND, HOUR), "check out", buy);
  };
  const buy = async (parts: Parts): Promise<void> => {
    tries += 1;
    const wanted = request ?? (await wish(world, parts, market.buyer, key));
    // Who asks twice at once asks the same.
    request ??= wanted;
    if (!request) return tryAgain();
    const { expected } = request;
    const bought = await checkOut(parts.db, { policy: parts.policy, taxes: STANDARD_TAXES }, request, world.now());
    world.cover(`checkout ${bought.ok ? "bought" : bought.error.why}`);
    if (!bought.ok) {
      request = null;
      return tryAgain();
    }
    answers.add(bought.value.id);
    if (answers.size > 1) world.wrong(`${key} bought ${answers.size} times`);
    if (bought.value.total.minor !== expected.minor) world.wrong(`${key} was bought at another price than was seen`);
    await beginAll(world, parts, market, bought.value, means);
  };
  return buy;
}

/** What lies in the cart now, with a quote for each seller's part; null where nothing does, or somebody tells no price. */
async function wish(world: World, parts: Parts, user: UserId, key: string): Promise<Asked | null> {
  const { store, d } = world;
  const prices = new Map([...store.rows("catalog.listing")].map(({ id, price }) => [id, price as bigint]));
  const lines = [...store.rows("carts.line")].filter(({ user_id: of }) => of === uuidOf(user));
  const sellers: { seller: UserId; quote: Asked["sellers"][number]["quote"]; courier: string }[] = [];
  let total = 0n;
  for (const id of new Set(lines.map(({ seller_id: seller }) => String(seller)))) {
    const mine = lines.filter(({ seller_id: seller }) => seller === id);
    for (const { product_id: product, quantity } of mine)
      total += (prices.get(product) ?? 0n) * BigInt(Number(quantity));
    total += SHIPPING;
    const quote = await quoted(world, parts, mine);
    if (!quote) return null;
    sellers.push({ seller: idOf("user", id), ...quote });
  }
  if (sellers.length === 0) return null;
  const expected = money(d.chance(0.05) ? total + 1n : total, "INR");
  return { buyer: user, address: ADDRESS, sellers, expected, key };
}

async function quoted(
  world: World,
  { db, carriers: [carrier] }: Parts,
  lines: readonly Readonly<Record<string, unknown>>[],
) {
  const [first, ...more] = lines.map(({ product_id: product, quantity }) => ({
    product: idOf("product", String(product)),
    quantity: Number(quantity),
  }));
  if (!carrier || !first) return null;
  const asked = { ...first, postcode: ADDRESS.postcode, ...(more.length > 0 && { more }) };
  const question = { fromPostcode: FROM, toPostcode: ADDRESS.postcode, parcel: PARCEL, value: money(1n, "INR") };
  const quote = await quoteRates(db, carrier, asked, question, world.now());
  const option = quote.ok ? quote.value.options[0] : undefined;
  return quote.ok && option ? { quote: quote.value.id, courier: option.courier } : null;
}

/** Each order has troubles of its own; they are paid for together, and now and then one of them alone. */
async function beginAll<M extends People>(
  world: World,
  { db }: Parts,
  market: M,
  purchase: Purchase,
  means: Means<M> & Joint,
): Promise<void> {
  const { d, time } = world;
  const orders: Order[] = [];
  for (const { order } of purchase.orders) {
    const found = await readOrder(db, order);
    if (found) orders.push(found);
  }
  const isNew = orders.filter(({ deal }) => !market.orders.has(deal.slice(-32)));
  if (isNew.length === 0) return;
  for (const order of isNew) {
    market.orders.set(order.deal.slice(-32), order);
    means.troubles(world, order);
    if (d.chance(0.15))
      means.give(world, order, d.pick(["buyer", "seller"] as const), "cancel", time.now + d.below(30 * MINUTE));
    if (d.chance(0.1)) means.later(world, time.now + d.below(20 * MINUTE), "pay for one", means.pay(world, order));
  }
  const pay = payTogether(world, market, purchase, means);
  const startsAt = time.now + d.between(SECOND, 15 * MINUTE);
  means.later(world, startsAt, "pay for all", pay);
  // Who has called one off goes on with the others.
  if (d.chance(0.4))
    means.later(world, startsAt + d.pick([0, SECOND, 5 * MINUTE, 12 * MINUTE]), "pay for all again", pay);
}

function payTogether<M extends People>(world: World, market: M, { orders }: Purchase, means: Means<M>) {
  const { d } = world;
  let refused = 0;
  const pay = async ({ db, gateways }: Parts): Promise<void> => {
    const deals = await dealsOf(db, orders);
    const started = await startJointPayment(db, gateways, deals, "https://amana.example.test/paid", world.now());
    world.cover(`joint payment ${started.ok ? "begun" : started.error}`);
    if (started.ok) return callsOff(world, market, deals, pays(world, started.value, means.later), means);
    refused += 1;
    if (started.error === "being_closed" && refused < 4)
      means.later(world, world.time.now + d.between(SECOND, 3 * MINUTE), "pay for all", pay);
  };
  return pay;
}

async function dealsOf(db: Parts["db"], orders: Purchase["orders"]): Promise<Deal[]> {
  const deals: Deal[] = [];
  for (const { deal } of orders) {
    const found = await readDeal(db, deal);
    if (found) deals.push(found);
  }
  return deals;
}

/** One order is called off while the money for all is on its way: its part goes back, and the others are funded. */
function callsOff<M extends People>(
  world: World,
  market: M,
  deals: readonly Deal[],
  paidAt: number | null,
  { give }: Means<M>,
): void {
  const { d } = world;
  if (paidAt === null || !d.chance(0.15)) return;
  const order = market.orders.get(uuidOf(d.pick(deals).id));
  if (order) give(world, order, d.pick(["buyer", "seller"] as const), "cancel", paidAt + d.pick([0, 1, 40, SECOND]));
}
