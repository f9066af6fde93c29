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

export const statementOf = (api: Api, id: string) =>
  api.get<{ data: PostingSeen[]; balanced: boolean }>("seller", `/orders/${id}/statement`);

/** What has become of the orders of one story, taken together. */
export async function resultOf(api: Api, name: string, ids: readonly string[]): Promise<StoryResult> {
  const each: StoryResult[] = [];
  for (const id of ids) each.push(await resultOfOrder(api, name, id));
  const sum = (of: (result: StoryResult) => number): number => each.reduce((total, one) => total + of(one), 0);
  return {
    ...{ name, status: [...new Set(each.map(({ status }) => status))].join(", ") },
    ...{ buyer: sum(({ buyer }) => buyer), seller: sum(({ seller }) => seller) },
    ...{ platform: sum(({ platform }) => platform), postings: sum(({ postings }) => postings) },
    balanced: each.length > 0 && each.every(({ balanced }) => balanced),
    statementAgrees: each.every(({ statementAgrees }) => statementAgrees),
  };
}

async function resultOfOrder(api: Api, name: string, id: string): Promise<StoryResult> {
  const order = await api.order("seller", id);
  const { data, balanced } = await statementOf(api, id);
  const entries = data.flatMap(({ kind, entries: lines }) => lines.map((line) => ({ kind, ...line })));
  const sum = (kinds: readonly string[], account: string): number =>
    entries
      .filter((entry) => kinds.includes(entry.kind) && entry.account === account)
      .reduce((total, { amount }) => total + amount.amount, 0);
  const clearing = entries
    .filter(({ account }) => account === "clearing")
    .reduce((total, { amount }) => total + amount.amount, 0);
  return {
    name,
    status: order.status,
    buyer: sum(["refund_confirmed"], "clearing"),
    seller: sum(["release", "settle"], "wallet"),
    platform: sum(["release", "settle"], "revenue"),
    postings: data.length,
    balanced:
      balanced &&
      data.every(({ entries: lines }) => lines.reduce((total, { amount }) => total + amount.amount, 0) === 0),
    statementAgrees: (await atGateway(api, order)) === -clearing,
  };
}

/** What the gateway's statement says of an order: what came in less what went out. */
async function atGateway(api: Api, { payment, refund, payout }: OrderSeen): Promise<number> {
  const plain = (id: string): string => id.replaceAll("_", "");
  const ours = [payment?.id, refund?.id, payout?.id].flatMap((id) => (id ? [plain(id)] : []));
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
