import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";

import { exampleOf } from "../../server/runtime/http/examples.ts";
import { type Ground, inr, openGround } from "./ground.ts";

/** Every operation of the API that does something, with the example of its body. */
type Operation = { readonly method: string; readonly path: string; readonly example: unknown };

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const document = JSON.parse(readFileSync(new URL("../../server/openapi.json", import.meta.url), "utf8"));
const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, { requestBody?: { content: Record<string, { schema?: unknown }> } }>)
    .filter(([method]) => method !== "get")
    .map(([method, operation]) => ({
      ...{ method: method.toUpperCase(), path: `/api/v1${path}` },
      example: exampleOf(operation.requestBody?.content["application/json"]?.schema ?? {}, document.components.schemas),
    })),
);

/** Whatever a body could call a figure, a party or a window of a sale. */
const CLAIMS = {
  ...{ price: inr(1), unitPrice: inr(1), total: inr(1), amount: inr(1), goods: inr(1), commission: 0, fee: 0 },
  ...{ quantity: 1, currency: "USD", seller: "me", sellerId: "me", buyerId: "me", terms: { unitPrice: inr(1) } },
  ...{ shipping: { bearer: "seller", amount: inr(0) }, deliveryDays: 1, inspectionDays: 1, windows: {}, version: 9 },
};

type Known = Readonly<Record<string, string>>;

/** The ids of an example become those of the things that exist. */
function withIds(value: unknown, known: Known): unknown {
  if (typeof value === "string") return known[/^([a-z]+)_[0-9a-f]{32}$/.exec(value)?.[1] ?? ""] ?? value;
  if (Array.isArray(value)) return value.map((one) => withIds(one, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withIds(field, known)]));
}

function pathOf(path: string, known: Known): string {
  const owner = path.split("/").find((step) => ["orders", "agreements", "negotiations", "payments"].includes(step));
  const ids: Known = { orders: "ord", agreements: "agr", negotiations: "neg", payments: "pay" };
  return path
    .replace("{id}", known[ids[owner ?? ""] ?? ""] ?? `ord_${"0".repeat(32)}`)
    .replaceAll(/\{\w+\}/g, `off_${"0".repeat(32)}`);
}

const figuresOf = async (order: string, agreement: string) => {
  const { owner } = ground.office.database;
  const rows = await owner.query(
    `select o.buyer_id, o.seller_id, o.currency, o.goods, o.shipping, o.total, d.buyer, d.seller, d.currency as held_in, d.total as held,
       d.commission, d.seller_receives, d.policy, i.unit_price, i.quantity, v.terms, v.hash, v.text_en, v.text_ar
       from orders."order" o join escrow.deal d on d.id = o.deal_id and d.shard = o.shard join orders.item i on i.order_id = o.id
       join agreements.version v on v.agreement_id = $2 where o.id = $1 order by v.version`,
    [order.slice(4), agreement.slice(4)],
  );
  return JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
};

/** One agreement with its order, paid or not, and everything about it that requests could name. */
async function sale(paid: boolean): Promise<Known> {
  ground.product.id = await ground.world.listing(1000);
  const agr = await ground.agreed();
  const told = await ground.agreement(ground.buyer, agr);
  const order = await ground.placed(agr);
  const payment = await ground.world.openPayment(order);
  if (paid) {
    ground.world.gateway.pay(payment);
    await ground.world.look(payment);
  }
  return { agr, ord: order.id, neg: told.negotiationId, prd: ground.product.id, pay: payment };
}

/** What each operation is sent by each of the two: its example, and the example with claims about the sale beside it. */
const CALLS = OPERATIONS.flatMap(({ method, path, example }) =>
  (["buyer", "seller"] as const).flatMap((side) =>
    [false, true].map((claiming) => ({ method, path, example, side, claiming })),
  ),
);

async function send({ method, path, example, side, claiming }: (typeof CALLS)[number], known: Known): Promise<number> {
  const who = ground[side];
  // Some of the operations sign out.
  await ground.office.signIn(who);
  const answer = await ground.office.app.inject({
    ...{ method: method as "POST", url: pathOf(path, known) },
    payload: { ...Object(withIds(example, known)), ...(claiming && CLAIMS) },
    headers: { authorization: `Bearer ${who}` },
  });
  return answer.statusCode;
}

test.each([
  ["before the payment", false],
  ["while the money is held", true],
])("case 17: no request of either side changes what a deal was agreed to come to, %s", async (_, paid) => {
  const known = await sale(paid);
  const { ord = "", agr = "" } = known;
  const before = await figuresOf(ord, agr);
  const told = await ground.agreement(ground.buyer, agr);
  expect(before).toContain(`"held":"${told.terms.total.amount}"`);
  expect(OPERATIONS.length).toBeGreaterThan(90);
  const answers = new Set<number>();
  for (const call of CALLS) {
    answers.add(await send(call, known));
    expect(await figuresOf(ord, agr), `${call.method} ${call.path} by the ${call.side}`).toBe(before);
  }
  // They were heard: some did what they say, and others were refused in every way.
  expect([...answers].sort()).toEqual(expect.arrayContaining([200, 201, 204, 400, 403, 404, 409]));
  await ground.world.settle();
  expect(await figuresOf(ord, agr)).toBe(before);
});
