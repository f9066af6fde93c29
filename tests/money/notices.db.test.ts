import { afterEach, beforeEach, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { uuidOf } from "../../core/ids/index.ts";
import { money, subtract } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase();
  world = await createWorld(database);
});
afterEach(() => database.drop());

type Told = { key: string; params: { amount?: { amount: number } }; order_id: string | null };

const toldTo = (user: UserId, key: string): Promise<Told[]> =>
  world.owner.query<Told>(
    "select key, params, order_id from notifications.notification where user_id = $1 and key = $2",
    [uuidOf(user), key],
  );

test("of a division by staff each side is told what it gets, and the two with the commission are the whole", async () => {
  const { order } = await world.paid();
  const refund = money(10_001n, "INR");
  const command = { name: "admin_settle", by: "finance", at: world.now(), settlement: { refund } } as const;
  expectOk(await advance(world.db, order.deal, command, world.now()), "settled");
  await world.settle();
  const [buyers] = await toldTo(order.buyer, "admin_settle.buyer");
  const [sellers] = await toldTo(order.seller, "admin_settle.seller");
  expect(buyers?.params.amount?.amount).toBe(10_001);
  expect(BigInt(sellers?.params.amount?.amount ?? 0)).toBe(await world.balance(`wallet:${order.seller}`).then(paidOut));
  const kept = await world.balance("revenue:commission");
  expect(subtract(order.terms.total, refund).minor - kept).toBe(BigInt(sellers?.params.amount?.amount ?? 0));
});

/** What a seller has had of a deal is in the wallet, or has left it for the bank. */
const paidOut = (wallet: bigint): bigint => wallet + world.rail.hasSent("INR");

test("of a release both are told what the seller gets", async () => {
  const { order } = await world.shipped();
  expectOk(await world.give(order, "confirm_receipt", "buyer"), "released");
  await world.settle();
  const amounts = [
    ...(await toldTo(order.buyer, "confirm_receipt.buyer")),
    ...(await toldTo(order.seller, "confirm_receipt.seller")),
  ].map(({ params }) => params.amount?.amount);
  expect(amounts).toEqual([Number(order.terms.sellerReceives.minor), Number(order.terms.sellerReceives.minor)]);
});
