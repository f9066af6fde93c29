import type { Api, Money } from "./api.ts";
import { balancesText, resultOf, type StoryResult, statementOf } from "./play.ts";

export const CART_STORY = "a cart with three sellers";

const ADDRESS = {
  ...{ name: "Asha Demo", phone: "9000000001", line1: "22 Residency Road", city: "Bengaluru", postcode: "560001" },
};
/** What is bought, by its price, and who sells it. */
const WANTED = [
  { price: 29_900, seller: "seller" },
  { price: 49_900, seller: "seller-b" },
  { price: 45_000, seller: "seller-c" },
] as const;

type Cart = {
  readonly total: Money;
  readonly sellers: readonly {
    readonly seller: { readonly id: string };
    readonly shipping: { readonly quoteId: string; readonly cheapest: string };
  }[];
};
type Purchase = { readonly id: string; readonly total: Money; readonly orders: readonly { readonly id: string }[] };

/** Three sellers are paid by one payment; then each goes another way: one delivers, one calls off, one never sends. */
export async function playCart(api: Api, print: (line: string) => void): Promise<StoryResult> {
  print(`\n${CART_STORY}`);
  const purchase = await buy(api);
  const sellers = new Map(purchase.orders.map(({ id }, place) => [id, WANTED[place]?.seller ?? "seller"]));
  const ids = [...sellers.keys()];
  const tell = async (step: string): Promise<void> => {
    await api.advance("PT1S");
    print(`  ${step}`);
    for (const [id, seller] of sellers) {
      const { number, status } = await api.order(seller, id);
      print(`    ${number}  ${status.padEnd(16)} ${balancesText((await statementOf(api, id, seller)).data)}`);
    }
  };
  await tell(`the buyer buys of three sellers for ${(purchase.total.amount / 100).toFixed(2)}`);
  const payment = await api.post<{ id: string }>("buyer", `/purchases/${purchase.id}/payment`);
  const paid = { outcome: "success", method: "upi", webhook: { mode: "normal" } };
  await api.control(`/cashfree/orders/${payment.id}/pay`, paid);
  await tell("one payment: each seller's part waits in an escrow of its own");
  const [delivered = "", calledOff = ""] = ids;
  await api.post("seller", `/orders/${delivered}/dispatch`);
  await api.post("seller-b", `/orders/${calledOff}/cancel`, { reason: "The last one was broken" });
  await tell("the first sends, the second calls off: his part alone goes back");
  await api.advance("PT1H");
  await api.post("buyer", `/orders/${delivered}/confirm-delivery`);
  await tell("the buyer has the first parcel: its seller is paid");
  await api.advance("PT49H");
  await tell("the third has sent nothing in 48 hours: that part goes back too");
  await api.advance("PT10M");
  return await resultOf(api, CART_STORY, ids, (id) => sellers.get(id) ?? "seller");
}

async function buy(api: Api): Promise<Purchase> {
  const { data } = await api.get<{ data: { id: string; price: Money }[] }>("buyer", "/products?limit=100");
  for (const { price } of WANTED) {
    const product = data.find((one) => one.price.amount === price);
    if (!product) throw new Error(`the sandbox has no product at ${price}`);
    await api.post("buyer", "/cart/lines", { productId: product.id, quantity: 1 });
  }
  const { sellers, total } = await api.get<Cart>("buyer", `/cart?postcode=${ADDRESS.postcode}`);
  return await api.post<Purchase>("buyer", "/cart/checkout", {
    ...{ shippingAddress: ADDRESS, expectedTotal: total },
    sellers: sellers.map(({ seller, shipping: { quoteId, cheapest: courier } }) => ({
      ...{ sellerId: seller.id, quoteId, courier },
    })),
  });
}
