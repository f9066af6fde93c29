import { type OrderId, type PaymentId, type ProductId, parseId, type UserId } from "../../core/ids/index.ts";
import { type Money, money } from "../../core/money/index.ts";
import { ok } from "../../core/result/index.ts";
import { insertProduct } from "../../server/modules/catalog/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { type Order, readOrder } from "../../server/modules/orders/index.ts";
import { newIdBeside } from "../../server/runtime/ids/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { applicationOf } from "../money/application.ts";
import { gatewayStatement } from "../money/statement.ts";
import { ADDRESS, createWorld, START, type World } from "../money/world.ts";

export type Ground = Awaited<ReturnType<typeof createGround>>;
export type Stall = { readonly seller: UserId; readonly product: ProductId };
type Answer = { readonly status: number; readonly body: Body };
// biome-ignore lint/suspicious/noExplicitAny: what the API answers is looked at field by field.
type Body = any;

const { line2: _, ...SENT_TO } = ADDRESS;

/** A market with several sellers, behind its API; whoever asks for something to be done waits until the worker has done it. */
export async function createGround(options: Parameters<typeof createWorld>[1] = {}) {
  const database: TestDatabase = await testDatabase({ connections: 20 });
  const world = await createWorld(database, options);
  await startSession(world.db, world.buyer, world.now(), "buyer");
  const work = { done: Promise.resolve() };
  const wake = (): void => {
    work.done = work.done.then(() => world.settle());
  };
  const app = await applicationOf(world, { wake, carriers: [anyCurrency(world.carrier)] });
  const ask = async (
    who: string,
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    body?: object,
    key?: string,
  ): Promise<Answer> => {
    const headers = { authorization: `Bearer ${who}`, ...(key && { "idempotency-key": key }) };
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(body && { payload: body }) });
    await work.done;
    return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
  };
  return {
    ...{ database, world, ask },
    ...hands(world, ask),
    statement: gatewayStatement(world.gateway, world.clock),
    async close(): Promise<void> {
      await work.done;
      await app.close();
      await database.drop();
    },
  };
}

type Ask = (
  who: string,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: object,
  key?: string,
) => Promise<Answer>;

function hands(world: World, ask: Ask) {
  const cart = async (who = "buyer", postcode: string | null = ADDRESS.postcode): Promise<Body> =>
    (await ask(who, "GET", `/cart${postcode === null ? "" : `?postcode=${postcode}`}`)).body;
  const lay = (product: ProductId, quantity = 1, who = "buyer") => {
    world.jump(1);
    return ask(who, "POST", "/cart/lines", { productId: product, quantity });
  };
  const wish = (seen: Body, changes: object = {}): object => ({
    shippingAddress: SENT_TO,
    sellers: seen.sellers.map(({ seller, shipping }: Body) => ({
      ...{ sellerId: seller.id, quoteId: shipping?.quoteId, courier: shipping?.cheapest },
    })),
    expectedTotal: seen.total,
    ...changes,
  });
  const buy = async (who = "buyer", changes: object = {}, key?: string): Promise<Answer> =>
    await ask(who, "POST", "/cart/checkout", wish(await cart(who), changes), key);
  const ordersOf = (bought: Body): Promise<Order[]> =>
    Promise.all(bought.orders.map(({ id }: Body) => orderNamed(world, id)));
  const paymentFor = async (purchase: string, who = "buyer"): Promise<PaymentId> => {
    const { status, body } = await ask(who, "POST", `/purchases/${purchase}/payment`, {});
    const id = parseId("payment", String(body.id));
    if (status !== 201 || !id) throw new Error(`no payment of ${purchase}: ${JSON.stringify(body)}`);
    return id;
  };
  return {
    ...{ cart, lay, wish, buy, ordersOf, paymentFor },
    stall: (stock = 10, price: Money = money(29_900n, "INR")) => stallIn(world, stock, price),
    /** What the buyer has bought of these stalls, one piece of each. */
    async bought(stalls: readonly Stall[]): Promise<{ purchase: Body; orders: Order[] }> {
      for (const { product } of stalls) await lay(product);
      const { status, body } = await buy();
      if (status !== 201) throw new Error(JSON.stringify(body));
      return { purchase: body, orders: await ordersOf(body) };
    },
    /** The same, paid at the gateway. */
    async paid(stalls: readonly Stall[]): Promise<{ purchase: Body; orders: Order[]; payment: PaymentId }> {
      for (const { product } of stalls) await lay(product);
      const { body: purchase } = await buy();
      const payment = await paymentFor(purchase.id);
      world.gateway.pay(payment);
      await world.look(payment);
      return { purchase, orders: await ordersOf(purchase), payment };
    },
    held: (order: Order): Promise<bigint> => world.balance(`escrow:${order.deal}`),
    states: (orders: readonly Order[]): Promise<string[]> => Promise.all(orders.map(world.stateOf)),
    async customer(name: string): Promise<UserId> {
      const id = await world.person();
      await startSession(world.db, id, world.now(), name);
      return id;
    },
  };
}

/** Sends what is priced in any currency, at so many minor units of it. */
const anyCurrency = (carrier: World["carrier"]): World["carrier"] => ({
  ...carrier,
  async rates(request) {
    const rates = await carrier.rates(request);
    if (!rates.ok) return rates;
    return ok(rates.value.map((option) => ({ ...option, price: money(option.price.minor, request.value.currency) })));
  },
});

async function orderNamed(world: World, text: string): Promise<Order> {
  const id: OrderId | null = parseId("order", text);
  const order = id && (await readOrder(world.db, id));
  if (!order) throw new Error(`no order ${text}`);
  return order;
}

/** Another seller with something to sell; the parcel is fetched in Pune like everybody's. */
async function stallIn(world: World, stock: number, price: Money): Promise<Stall> {
  const seller = await world.person(true);
  await world.addBankAccount(seller);
  const product = newIdBeside("product", START, seller);
  const text = { en: "Demo cloth", ar: "قماش تجريبي" };
  await insertProduct(world.db, {
    ...{ id: product, seller, title: text, description: text, pictures: [], price, stock },
    parcel: { grams: 300, millimetres: { length: 200, width: 100, height: 20 } },
    ...{ listedAt: START, active: true },
  });
  await world.settle();
  return { seller, product };
}
