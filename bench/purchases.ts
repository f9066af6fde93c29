import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { WebSocket } from "ws";
import type { Arena } from "./arena.ts";
import { type Caller, caller } from "./http.ts";
import { longLoad } from "./load.ts";
import { type Market, openMarket } from "./market.ts";
import { openShops, type People, type Shop } from "./people.ts";
import type { Figures } from "./postings.ts";

const Quote = Type.Object({ quoteId: Type.String(), options: Type.Array(Type.Object({ courier: Type.String() })) });
const Named = Type.Object({ id: Type.String() });
const Seen = Type.Object({
  status: Type.String(),
  shipment: Type.Union([
    Type.Null(),
    Type.Object({ trackingNumber: Type.Union([Type.String(), Type.Null()]), status: Type.String() }),
  ]),
  payout: Type.Union([Type.Null(), Type.Object({ status: Type.String() })]),
});
type Seen = Static<typeof Seen>;
const Push = Type.Object({ type: Type.Literal("order.changed"), orderId: Type.String() });

const ADDRESS = {
  name: "Asha (demo buyer)",
  phone: "9000000001",
  line1: "22 Residency Road",
  city: "Bengaluru",
  postcode: "560001",
};
const SCANS = ["PUC", "INT", "OFD", "DEL"];
/** A push is a promise of nothing: whoever misses one looks again after so long. */
const LONGEST_WAIT_MS = 1_000;
/** A purchase that takes longer has got stuck, and so would the bench. */
const PATIENCE_MS = 120_000;
/** Whole purchases of so many buyers at once, each from the quote until the seller's bank has the money, one after the other on one server. */
export async function purchases(arena: Arena): Promise<Figures> {
  const place = await arena.fresh();
  const people = await openShops(place);
  const market = await openMarket(place);
  const figures: Figures = {};
  const { seconds, rounds } = arena.sizes;
  try {
    for (const clients of [1, 8, 32]) {
      const { perSecond, p50, p99 } = await buying(market, people, clients, rounds > 1 ? 2 * seconds : seconds);
      Object.assign(figures, {
        [`purchases_${clients}`]: perSecond,
        [`purchases_${clients}_p50_ms`]: p50,
        [`purchases_${clients}_p99_ms`]: p99,
      });
    }
  } finally {
    await market.stop();
  }
  return figures;
}

/** So many buyers, each buying again as soon as the last purchase is over. */
export async function buying(market: Market, { shops, buyers }: People, clients: number, seconds: number) {
  const [api, simulators] = [caller(market.url, 2 * clients), caller(market.simulatorsUrl, clients)];
  const news = await listen(market, shops);
  const turn = { next: 0 };
  const result = await longLoad(clients, seconds, async () => {
    turn.next += 1;
    const [shop, buyer] = [shops[turn.next % shops.length], buyers[turn.next % buyers.length]];
    if (shop && buyer) await purchase({ api, simulators, news }, shop, buyer);
  });
  news.close();
  api.close();
  simulators.close();
  return result;
}

type Stage = { readonly api: Caller; readonly simulators: Caller; readonly news: News };

async function purchase({ api, simulators, news }: Stage, shop: Shop, buyer: string): Promise<void> {
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  const ask = (token: string, path: string, body: object = {}) =>
    api.send("POST", `/api/v1${path}`, { body: JSON.stringify(body), headers: as(token) });
  const control = (path: string, body: object) =>
    simulators.send("POST", `/control${path}`, { body: JSON.stringify(body) });

  const rates = `/api/v1/shipping/rates?productId=${shop.product}&quantity=1&postcode=${ADDRESS.postcode}`;
  const quote = Value.Parse(Quote, JSON.parse(await api.send("GET", rates, { headers: as(buyer) })));
  const { id } = named(
    await ask(buyer, "/orders", {
      items: [{ productId: shop.product, quantity: 1 }],
      shippingAddress: ADDRESS,
      quoteId: quote.quoteId,
      courier: quote.options[0]?.courier,
    }),
  );
  const until = (isSo: (order: Seen) => boolean): Promise<Seen> =>
    news.until(id, async () => {
      const order = Value.Parse(
        Seen,
        JSON.parse(await api.send("GET", `/api/v1/orders/${id}`, { headers: as(shop.token) })),
      );
      return isSo(order) ? order : null;
    });
  const payment = named(await ask(buyer, `/orders/${id}/payment`));
  await control(`/cashfree/orders/${payment.id}/pay`, { outcome: "success", method: "upi" });
  await until(({ status }) => status === "escrow_locked");
  await ask(shop.token, `/orders/${id}/dispatch`);
  const { shipment } = await until((order) => order.status === "shipped" && order.shipment?.trackingNumber != null);
  for (const code of SCANS) await control(`/rapidshyp/shipments/${shipment?.trackingNumber}/scan`, { code });
  await until(({ status }) => status === "delivered");
  await ask(buyer, `/orders/${id}/confirm-delivery`);
  await until(({ status, payout }) => status === "completed" && payout?.status === "paid");
  news.forget(id);
}

const named = (text: string): Static<typeof Named> => Value.Parse(Named, JSON.parse(text));

type News = {
  /** Looks, and looks again whenever there is news of the order, until the look finds what it is for. */
  until<T>(order: string, look: () => Promise<T | null>): Promise<T>;
  forget(order: string): void;
  close(): void;
};

/** The sellers' screens are told of every change of their orders, as open pages are. */
async function listen({ url }: Market, shops: readonly Shop[]): Promise<News> {
  const heard = new Map<string, { count: number; wake: () => void }>();
  const of = (order: string) => {
    const known = heard.get(order) ?? { count: 0, wake: () => {} };
    heard.set(order, known);
    return known;
  };
  const sockets = await Promise.all(
    shops.map(async ({ token }) => {
      const socket = new WebSocket(`${url.replace("http", "ws")}/api/v1/realtime`, {
        headers: { authorization: `Bearer ${token}` },
      });
      await new Promise((opened, failed) => socket.once("open", opened).once("error", failed));
      socket.on("message", (text) => {
        const push: unknown = JSON.parse(String(text));
        if (!Value.Check(Push, push)) return;
        const order = of(push.orderId);
        order.count += 1;
        order.wake();
      });
      return socket;
    }),
  );
  return {
    async until(id, look) {
      const order = of(id);
      for (const end = performance.now() + PATIENCE_MS; performance.now() < end; ) {
        const before = order.count;
        const found = await look();
        if (found !== null) return found;
        if (order.count === before) await wake(order);
      }
      throw new Error(`the purchase ${id} has got stuck`);
    },
    forget: (order) => void heard.delete(order),
    close: () => sockets.forEach((socket) => void socket.close()),
  };
}

function wake(order: { wake: () => void }): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS);
    order.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
