import { existsSync } from "node:fs";
import { idOf } from "../core/ids/index.ts";
import { clientRoot } from "../web/handler.ts";
import type { Arena } from "./arena.ts";
import { type Caller, caller } from "./http.ts";
import { longLoad } from "./load.ts";
import { openMarket } from "./market.ts";
import { type Figures, sizeName } from "./postings.ts";
import { digits, HOT_DIGITS, SEEDED } from "./seed.ts";
import { buyerToken, FIRST_ORDER, peopleOf, SEALED_ORDERS, sellerToken } from "./seed-orders.ts";

const CLIENTS = 8;

type Asked = { readonly path: string; readonly headers: Record<string, string> };
type Read = (orders: number) => Asked;

const below = (n: number): number => Math.floor(Math.random() * n);
const orderId = (n: number): string => idOf("order", digits(n, HOT_DIGITS));
const as = (token: string) => ({ authorization: `Bearer ${token}` });
/** The buyer and the seller of an order have the same number. */
const partyOf = (n: number, orders: number): number => n % peopleOf(orders);

const READS: Readonly<Record<string, Read>> = {
  read_order(orders) {
    const n = 1 + below(orders);
    return { path: `/api/v1/orders/${orderId(n)}`, headers: as(buyerToken(partyOf(n, orders))) };
  },
  read_orders_list: (orders) => ({
    path: "/api/v1/orders?role=buyer",
    headers: as(buyerToken(below(peopleOf(orders)))),
  }),
  read_sales_list: (orders) => ({
    path: "/api/v1/orders?role=seller",
    headers: as(sellerToken(below(peopleOf(orders)))),
  }),
  // The latest orders, whose postings are in real blocks.
  read_order_proof(orders) {
    const n = orders - below(Math.min(orders, SEALED_ORDERS));
    return { path: `/api/v1/orders/${orderId(n)}/statement/proof`, headers: as(sellerToken(partyOf(n, orders))) };
  },
  read_wallet_statement: (orders) => ({
    path: `/api/v1/wallet/statement?currency=INR&from=${new Date(FIRST_ORDER).toISOString()}&to=${new Date(SEEDED).toISOString()}`,
    headers: as(sellerToken(below(peopleOf(orders)))),
  }),
  ...(existsSync(clientRoot) && {
    read_order_page(orders: number) {
      const n = 1 + below(orders);
      const cookie = `amana_session=${buyerToken(partyOf(n, orders))}`;
      return { path: `/en/orders/${orderId(n)}`, headers: { cookie } };
    },
  }),
};

/** The same reads of a server with few orders and of one with many, by turns, eight readers at once. */
export async function reads(arena: Arena): Promise<Figures> {
  const { small, middle, big, rounds, seconds } = arena.sizes;
  const sizes = rounds > 1 ? [small, middle, big] : [small, big];
  const figures: Figures = {};
  const markets = [];
  try {
    for (const orders of sizes) markets.push({ orders, market: await openMarket(await arena.orders(orders)) });
    for (const [name, read] of Object.entries(READS))
      for (const { orders, market } of markets) {
        const server = caller(market.url, CLIENTS);
        // Each server has just been started: what it compiles and looks up once is not what grows.
        await longLoad(CLIENTS, seconds / 2, () => ask(server, read(orders)));
        const { perSecond, p99 } = await longLoad(CLIENTS, seconds / 2, () => ask(server, read(orders)));
        server.close();
        figures[`${name}_${sizeName(orders)}`] = perSecond;
        figures[`${name}_${sizeName(orders)}_p99_ms`] = p99;
      }
  } finally {
    for (const { market } of markets) await market.stop();
  }
  return figures;
}

const ask = (server: Caller, { path, headers }: Asked): Promise<string> => server.send("GET", path, { headers });
