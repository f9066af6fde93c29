import fc from "fast-check";
import { parsed } from "./judge.ts";
import type { Answer, Market } from "./target.ts";
import type { Request } from "./write.ts";

/** What happens between the steps of a sale. */
type Disturbance = {
  readonly at: number;
  readonly how: "twice" | "twice with one key" | "by strangers" | "left out" | "cancelled";
};

/** How it ends: as it should, or by a decision of finance staff, which a second person approves where it is a large one. */
const ENDINGS = ["delivered", "release", "refund", "settle"] as const;

/** A sale from the quote to the receipt, each call made of what earlier answers said. */
export type Sale = {
  readonly pair: number;
  readonly quantity: number;
  readonly fromWallet: boolean;
  readonly ending: (typeof ENDINGS)[number];
  readonly disturbances: readonly Disturbance[];
};

const STEPS = 12;

export const SALES: fc.Arbitrary<Sale> = fc.record({
  pair: fc.nat({ max: 10 }),
  quantity: fc.integer({ min: 1, max: 3 }),
  fromWallet: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  ending: fc.constantFrom("delivered", "delivered", "delivered", ...ENDINGS),
  disturbances: fc.array(
    fc.record({
      at: fc.nat({ max: STEPS - 1 }),
      how: fc.constantFrom("twice", "twice with one key", "by strangers", "left out", "cancelled"),
    }),
    { maxLength: 4 },
  ),
});

export type Perform = (request: Request) => Promise<Answer | null>;

type Known = { order: string; payment: string; approval: string };
type Step = { readonly name: string; run(known: Known): Promise<Request | null> };

const ADDRESS = {
  name: "Asha (demo buyer)",
  phone: "+919000000001",
  line1: "7 Lake Road",
  city: "Mumbai",
  postcode: "400001",
};

/** Makes one sale. Answers with a sentence when a stranger's command was obeyed, else null. */
export async function makeSale(sale: Sale, market: Market, perform: Perform): Promise<string | null> {
  const pair = market.pairs[sale.pair % market.pairs.length];
  if (!pair) return null;
  const known: Known = { order: "", payment: "", approval: "" };
  for (const [at, step] of stepsOf(sale, pair, market, perform).entries()) {
    const how = new Set(sale.disturbances.filter((one) => one.at === at).map((one) => one.how));
    const stolen = how.has("left out") ? null : await makeStep(step, how, { pair, known, market, perform });
    if (stolen !== null) return stolen;
  }
  return null;
}

type Sold = {
  readonly pair: Pair;
  readonly known: Known;
  readonly market: Market;
  readonly perform: Perform;
};

async function makeStep(step: Step, how: ReadonlySet<Disturbance["how"]>, sold: Sold): Promise<string | null> {
  const { pair, known, market, perform } = sold;
  const isPlaced = known.order !== "";
  if (how.has("cancelled") && isPlaced) await perform(command(pair.buyer, "POST", `/orders/${known.order}/cancel`, {}));
  const written = await step.run(known);
  if (!written) return null;
  const stolen = how.has("by strangers") && isPlaced ? await byStrangers(written, market, perform) : null;
  if (stolen !== null) return stolen;
  learn(known, step.name, await performStep(written, how, `sale-${known.order}-${step.name}`, perform));
  return null;
}

/** The same request a second time, with a key of its own or without, does nothing new. */
async function performStep(
  request: Request,
  how: ReadonlySet<Disturbance["how"]>,
  key: string,
  perform: Perform,
): Promise<Answer | null> {
  const keyed = how.has("twice with one key")
    ? { ...request, headers: { ...request.headers, "idempotency-key": key } }
    : request;
  const answer = await perform(keyed);
  if (keyed !== request || how.has("twice")) await perform(keyed);
  return answer;
}

function learn(known: Known, step: string, answer: Answer | null): void {
  const id = answer && answer.status < 300 ? Reflect.get(Object(parsed(answer.body)), "id") : undefined;
  if (typeof id !== "string") return;
  if (step === "order") known.order = id;
  if (step === "payment") known.payment = id;
  if (step === "decide" && id.startsWith("apr_")) known.approval = id;
}

/** Whoever else gives the very same command gets nothing, and does nothing. */
async function byStrangers(request: Request, { strangers }: Market, perform: Perform): Promise<string | null> {
  for (const who of strangers) {
    const answer = await perform({ ...request, who });
    if (answer && answer.status < 400) return `${who} was obeyed: ${request.method} ${request.url}: ${answer.status}`;
  }
  return null;
}

const command = (who: string, method: string, path: string, body: object): Request => ({
  ...{ who, method, url: `/api/v1${path}` },
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

type Pair = Market["pairs"][number];

function stepsOf(sale: Sale, pair: Pair, market: Market, perform: Perform): readonly Step[] {
  const method = sale.fromWallet ? { method: "wallet" } : {};
  return [
    { name: "order", run: () => order(sale, pair, perform) },
    onOrder("payment", pair.buyer, "POST", "payment", method),
    unseen("paid", async ({ payment }) => void (payment && (await market.pay(payment)))),
    ...(sale.ending === "delivered" ? delivery(pair, market) : decision(sale.ending, market)),
  ];
}

const delivery = ({ buyer, seller }: Pair, market: Market): Step[] => [
  onOrder("accept", seller, "POST", "accept"),
  onOrder("processing", seller, "PUT", "status", { status: "processing" }),
  onOrder("ready", seller, "PUT", "status", { status: "ready_to_ship" }),
  onOrder("dispatch", seller, "POST", "dispatch"),
  unseen("delivered", async (known) => void (known.order && (await market.deliver(known.order)))),
  onOrder("timeline", buyer, "GET", "timeline"),
  onOrder("confirm", buyer, "POST", "confirm-delivery"),
  { name: "read", run: async (known) => (known.order === "" ? null : reading(seller, `/orders/${known.order}`)) },
  { name: "withdraw", run: async () => command(seller, "POST", "/wallet/withdrawals", { amount: ONE_RUPEE }) },
];

const ONE_RUPEE = { amount: 100, currency: "INR" };

function decision(ending: Sale["ending"], { decides, approves }: Market): Step[] {
  const wanted = {
    decision: ending,
    reason: "As agreed with both sides",
    ...(ending === "settle" && { refund: ONE_RUPEE }),
  };
  const byOrder = (name: string, path: string): Step => ({
    name,
    run: async ({ order: id }) =>
      id === "" ? null : command(decides, "POST", `/finance/orders/${id}/${path}`, wanted),
  });
  const byApproval = (name: string, path: string): Step => ({
    name,
    run: async ({ approval: id }) =>
      id === "" ? null : command(approves, "POST", `/admin/approvals/${id}/${path}`, { version: 1 }),
  });
  return [
    byOrder("preview", "decisions/preview"),
    byOrder("decide", "decisions"),
    { name: "look", run: async ({ approval: id }) => (id === "" ? null : reading(approves, `/admin/approvals/${id}`)) },
    byApproval("preview approval", "approve/preview"),
    byApproval("approve", "approve"),
  ];
}

const onOrder = (name: string, who: string, method: string, path: string, body: object = {}): Step => ({
  name,
  run: async ({ order: id }) => (id === "" ? null : command(who, method, `/orders/${id}/${path}`, body)),
});

const unseen = (name: string, act: (known: Known) => Promise<void>): Step => ({
  name,
  async run(known) {
    await act(known);
    return null;
  },
});

const reading = (who: string, path: string): Request => ({
  ...{ who, method: "GET", url: `/api/v1${path}`, headers: {}, body: null },
});

async function order(sale: Sale, { buyer, product }: Pair, perform: Perform): Promise<Request | null> {
  const question = `productId=${product}&quantity=${sale.quantity}&postcode=${ADDRESS.postcode}`;
  const rates = await perform(reading(buyer, `/shipping/rates?${question}`));
  const quoted = rates && rates.status === 200 ? Object(parsed(rates.body)) : null;
  const quoteId: unknown = quoted && Reflect.get(quoted, "quoteId");
  if (typeof quoteId !== "string") return null;
  const items = [{ productId: product, quantity: sale.quantity }];
  return command(buyer, "POST", "/orders", { items, shippingAddress: ADDRESS, quoteId, courier: "road" });
}
