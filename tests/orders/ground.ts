import { money } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { type MilestoneWanted, type Order, placeMilestone } from "../../server/modules/orders/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

export type Ground = Awaited<ReturnType<typeof createGround>>;

/** A market whose API is asked by its buyer and its seller. */
export async function createGround() {
  const database: TestDatabase = await testDatabase();
  const world = await createWorld(database);
  for (const who of ["buyer", "seller"] as const) await startSession(world.db, world[who], world.now(), who);
  const app: Application = await applicationOf(world);
  return {
    ...{ database, world, app },
    ask: askerOf(app),
    /** An order of work that the seller begins on at once, paid through the gateway. */
    async working(wanted: Partial<MilestoneWanted> = {}): Promise<Order> {
      const order = await placeWork(world, wanted);
      await payFor(world, order);
      const begin = { name: "begin", by: "contract", at: world.now() } as const;
      expectOk(await advance(world.db, order.deal, begin, world.now()), "begin");
      await world.settle();
      return order;
    },
    async close(): Promise<void> {
      await app.close();
      await database.drop();
    },
  };
}

export const PRICE = money(50_000n, "INR");

/** One milestone of a contract that nobody else knows. */
export const placeWork = ({ db, parts, buyer, seller, now }: World, wanted: Partial<MilestoneWanted> = {}) =>
  db.transaction((tx) =>
    placeMilestone(
      tx,
      parts.policy,
      {
        ...{ buyer, seller, contract: newRootId("contract", now()), number: 1 },
        ...{ title: "First drafts", category: null, price: PRICE, deliveryDays: 5, revisions: 2, ...wanted },
      },
      now(),
    ),
  );

export async function payFor(world: World, order: Order): Promise<void> {
  const payment = await world.openPayment(order);
  world.gateway.pay(payment);
  await world.look(payment);
}

const askerOf =
  (app: Application) =>
  async (
    who: string,
    method: "GET" | "POST" | "PATCH",
    path: string,
    body?: object,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const headers = { authorization: `Bearer ${who}`, ...more };
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(body && { payload: body }) });
    return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
  };
