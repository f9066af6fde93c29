import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { hours } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { PROBLEMS, type ProblemCode } from "../../server/runtime/http/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { ADDRESS, createWorld, type World } from "../money/world.ts";

let database: TestDatabase;
let world: World;
let app: Application;

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database, { stock: 3 });
  await startSession(database.app, world.buyer, world.now(), "buyer");
  await startSession(database.app, world.seller, world.now(), "seller");
  app = await applicationOf(world);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const { line2: _, ...shippingAddress } = ADDRESS;
type Body = Record<string, unknown>;

/** An order that would be placed, as it is sent. */
async function right(quantity = 1): Promise<Body> {
  const { quote, product } = await world.draft({ quantity });
  return { items: [{ productId: product, quantity }], shippingAddress, quoteId: quote, courier: "road" };
}

async function place(payload: Body, { who = "buyer", key = "" } = {}) {
  const headers = { authorization: `Bearer ${who}`, ...(key && { "idempotency-key": key }) };
  const answer = await app.inject({ method: "POST", url: "/api/v1/orders", headers, payload });
  return { status: answer.statusCode, body: answer.json() };
}

type Case = readonly [code: ProblemCode, why: string, send: () => Promise<Awaited<ReturnType<typeof place>>>];

const CASES: readonly Case[] = [
  ["INSUFFICIENT_INVENTORY", "more than there is", async () => place(await right(4))],
  ["OWN_LISTING", "my own listing", async () => place(await right(), { who: "seller" })],
  [
    "INVALID_SHIPPING_ADDRESS",
    "a quote for another postcode",
    async () => place({ ...(await right()), shippingAddress: { ...shippingAddress, postcode: "560001" } }),
  ],
  ["INVALID_SHIPPING_ADDRESS", "a courier without an offer", async () => place({ ...(await right()), courier: "sea" })],
  ["VALIDATION_FAILED", "a price of one's own", async () => place({ ...(await right()), total: 1 })],
  ["VALIDATION_FAILED", "nothing at all", async () => place({ ...(await right()), items: [] })],
  [
    "IDEMPOTENCY_KEY_REUSED",
    "the key of another order",
    async () => {
      expect((await place(await right(), { key: "my-own-key-of-the-order" })).status).toBe(201);
      return await place(await right(), { key: "my-own-key-of-the-order" });
    },
  ],
  [
    "QUOTE_EXPIRED",
    "a quote of yesterday",
    async () => {
      const order = await right();
      world.jump(hours(24));
      return await place(order);
    },
  ],
  [
    "LISTING_UNAVAILABLE",
    "what is not for sale any more",
    async () => {
      const order = await right();
      await world.owner.query("update catalog.listing set state = 'inactive' where id = $1", [uuidOf(world.product)]);
      return await place(order);
    },
  ],
  ["UNAUTHENTICATED", "nobody in particular", async () => place({}, { who: "nobody" })],
];

test.each(CASES)("%s: an order of %s is refused, with what may be tried and what helps", async (code, _why, send) => {
  const orders = async () => (await database.owner.query(`select from orders."order"`)).length;
  const before = await orders();
  const { status, body } = await send();
  const { status: expected, canRetry, suggestedAction } = PROBLEMS[code];
  expect([status, body.code, body.canRetry, body.suggestedAction]).toEqual([expected, code, canRetry, suggestedAction]);
  // The key that is used twice has placed one.
  expect(await orders()).toBe(before + (code === "IDEMPOTENCY_KEY_REUSED" ? 1 : 0));
});
