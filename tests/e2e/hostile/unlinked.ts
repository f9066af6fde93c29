import type { Api, Money } from "../../../tools/demo/api.ts";

/** Addresses, by who may open them, that only a mail, a form or a moment leads to. */
export type Unlinked = (who: string | null) => string[];

const ADDRESS = {
  ...{ name: "Asha Demo", phone: "9000000001", line1: "22 Residency Road", city: "Bengaluru", postcode: "560001" },
};

type List<T> = { data: T[] };
type Product = { id: string; price: Money };
type Cart = {
  total: Money;
  sellers: { seller: { id: string }; shipping: { quoteId: string; cheapest: string } }[];
};

/** Makes what the furnished market does not have: a purchase, a cart, an endpoint, an offer for a project. */
export async function unlinked(api: Api): Promise<Unlinked> {
  const purchase = await bought(api);
  await api.post("buyer", "/cart/lines", { productId: await productId(api, 29_900), quantity: 1 });
  const url = "https://127.0.0.1:9/amana";
  for (const who of ["buyer", "seller"]) await api.post(who, "/webhook-endpoints", { url });
  await proposed(api);
  const order = await firstOf(api, "buyer", "/orders?role=buyer&limit=1");
  const files = await firstOf(api, "buyer", "/listings?kind=digital&limit=1");
  const own: Record<string, string[]> = {
    buyer: [`/purchases/${purchase}`, `/orders/${order}/paid`, `/orders/${order}/offers`, `/checkout/files/${files}`],
  };
  const anybody = ["/join/inv_of_a_demo", "/second-factor?recovery=", "/verify-email?token=of_a_demo"];
  return (who) => [...anybody, "/reset-password?token=of_a_demo", ...(who === null ? [] : (own[who] ?? []))];
}

async function productId(api: Api, amount: number): Promise<string> {
  const { data } = await api.get<List<Product>>("buyer", "/products?limit=100");
  const found = data.find(({ price }) => price.amount === amount);
  if (!found) throw new Error(`the sandbox has no product at ${amount}`);
  return found.id;
}

/** Two sellers, to be paid by one payment. */
async function bought(api: Api): Promise<string> {
  for (const amount of [29_900, 49_900])
    await api.post("buyer", "/cart/lines", { productId: await productId(api, amount), quantity: 1 });
  const { sellers, total } = await api.get<Cart>("buyer", `/cart?postcode=${ADDRESS.postcode}`);
  const { id } = await api.post<{ id: string }>("buyer", "/cart/checkout", {
    ...{ shippingAddress: ADDRESS, expectedTotal: total },
    sellers: sellers.map(({ seller, shipping: { quoteId, cheapest: courier } }) => ({
      ...{ sellerId: seller.id, quoteId, courier },
    })),
  });
  return id;
}

/** An offer that its maker can still change. */
async function proposed(api: Api): Promise<void> {
  type Project = { id: string; budget: { min: Money } };
  const { data } = await api.get<List<Project>>("seller", "/projects?limit=1");
  for (const { id, budget } of data) {
    const milestones = [{ title: "Everything at once", amount: budget.min, days: 9, revisions: 0 }];
    const body = { price: budget.min, message: "Quick and plain.", milestones };
    await api.post("seller", `/projects/${id}/proposals`, body);
  }
}

async function firstOf(api: Api, who: string, path: string): Promise<string> {
  const { data } = await api.get<List<{ id: string }>>(who, path);
  const [first] = data;
  if (!first) throw new Error(`${who} has nothing in ${path}`);
  return first.id;
}
