import type { Api, Money, OrderSeen, PostingSeen } from "./api.ts";
import type { Story } from "./stories.ts";

export type StoryResult = {
  readonly name: string;
  readonly status: string;
  /** What the buyer has got back, the seller has been released, and the platform has earned, in minor units. */
  readonly buyer: number;
  readonly seller: number;
  readonly platform: number;
  readonly postings: number;
  readonly balanced: boolean;
  /** Whether the gateway's own statement says the same as the ledger's clearing account. */
  readonly statementAgrees: boolean;
};

type Product = { readonly id: string; readonly price: Money };

/** Plays one story from the order to its end. */
export async function playStory(api: Api, story: Story, print: (line: string) => void): Promise<StoryResult> {
  print(`\n${story.name}`);
  const order = await place(api);
  const tell = async (step: string): Promise<OrderSeen> => {
    await api.advance("PT1S");
    const seen = await api.order("seller", order.id);
    const { data } = await statementOf(api, order.id);
    print(`  ${step}\n    ${seen.status.padEnd(16)} ${balancesText(data)}`);
    return seen;
  };
  await tell(`the buyer orders ${order.number}`);
  await story.play({ api, order, tell });
  await api.advance("PT10M");
  return await resultOf(api, story.name, [order.id]);
}

/** The buyer orders what costs 299.00, at 49.00 shipping. */
export async function place(api: Api): Promise<OrderSeen> {
  const { data } = await api.get<{ data: Product[] }>("buyer", "/products?limit=100");
  const product = data.find(({ price }) => price.amount === 29_900);
  if (!product) throw new Error("the sandbox has no product at 299.00");
  const postcode = "560001";
  const quote = await api.get<{ quoteId: string; options: { courier: string; price: Money }[] }>(
    "buyer",
    `/shipping/rates?productId=${product.id}&quantity=1&postcode=${postcode}`,
  );
  const option = quote.options.find(({ price }) => price.amount === 4900);
  if (!option) throw new Error("the carrier has no rate at 49.00");
  const shippingAddress = {
    name: "Asha Demo",
    phone: "9000000001",
    line1: "22 Residency Road",
    city: "Bengaluru",
    postcode,
  };
  const body = {
    items: [{ productId: product.id, quantity: 1 }],
    shippingAddress,
    quoteId: quote.quoteId,
    courier: option.courier,
  };
  return await api.post<OrderSeen>("buyer", "/orders", body);
}

export const statementOf = (api: Api, id: string, seller = "seller") =>
  api.get<{ data: PostingSeen[]; balanced: boolean }>(seller, `/orders/${id}/statement`);

/** What has become of the orders of one story, taken together; by whom each is sold. */
export async function resultOf(
  api: Api,
  name: string,
  ids: readonly string[],
  sellerOf: (id: string) => string = () => "seller",
): Promise<StoryResult> {
  const orders: OrderSeen[] = [];
  const statements: { data: PostingSeen[]; balanced: boolean }[] = [];
  for (const id of ids) {
    orders.push(await api.order(sellerOf(id), id));
    statements.push(await statementOf(api, id, sellerOf(id)));
  }
  const postings = statements.flatMap(({ data }) => data);
  const entries = postings.flatMap(({ kind, entries: lines }) => lines.map((line) => ({ kind, ...line })));
  const sum = (account: string, kinds?: readonly string[]): number =>
    entries
      .filter((entry) => entry.account === account && (kinds?.includes(entry.kind) ?? true))
      .reduce((total, { amount }) => total + amount.amount, 0);
  return {
    ...{ name, status: [...new Set(orders.map(({ status }) => status))].join(", ") },
    buyer: sum("clearing", ["refund_confirmed"]),
    seller: sum("wallet", ["release", "settle"]),
    platform: sum("revenue", ["release", "settle"]),
    postings: postings.length,
    balanced: orders.length > 0 && statements.every(({ balanced }) => balanced) && postings.every(isBalanced),
    statementAgrees: (await atGateway(api, orders)) === -sum("clearing"),
  };
}

const isBalanced = ({ entries }: PostingSeen): boolean =>
  entries.reduce((total, { amount }) => total + amount.amount, 0) === 0;

/** What the gateway's statement says of orders: what came in less what went out. */
async function atGateway(api: Api, orders: readonly OrderSeen[]): Promise<number> {
  const plain = (id: string): string => id.replaceAll("_", "");
  const ours = orders
    .flatMap(({ payment, refund, payout }) => [payment?.id, refund?.id, payout?.id])
    .flatMap((id) => (id ? [plain(id)] : []));
  const { entries } = await api.statement();
  return entries
    .filter(({ reference }) => ours.includes(plain(reference)))
    .reduce((total, { amount }) => total + amount, 0);
}

export function balancesText(postings: readonly PostingSeen[]): string {
  const sums = new Map<string, number>();
  for (const { account, amount } of postings.flatMap(({ entries }) => entries))
    sums.set(account, (sums.get(account) ?? 0) + amount.amount);
  return (
    [...sums].map(([account, minor]) => `${account} ${(minor / 100).toFixed(2)}`).join("   ") || "no money has moved"
  );
}
