import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PaymentId } from "../../core/ids/index.ts";
import { days, minutes } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { chargebacksOfDeal, payFromWallet, receiveWebhook } from "../../server/modules/payments/index.ts";
import { drain } from "../../server/runtime/work/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { declined } from "./faults.ts";
import { webhook } from "./gateway.ts";
import { mortal } from "./mortal.ts";
import { createWorld, type World, workerOf } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterAll(() => database.drop());

let events = 0;

async function tell(payment: PaymentId, dispute: string): Promise<void> {
  events += 1;
  const raw = webhook({ payment, dispute }, `event ${events}`);
  await receiveWebhook(world.db, world.parts.gateways, "testpay", raw, world.now());
}

async function sold(): Promise<{ order: Order; payment: PaymentId }> {
  const { order, payment } = await world.shipped();
  await world.give(order, "confirm_receipt", "buyer");
  await world.settle();
  return { order, payment };
}

const postings = async (order: Order, kind: string) =>
  await world.owner.query("select key from ledger.posting where kind = $1 and deal = $2", [kind, order.deal.slice(5)]);

type Scene = {
  readonly what: string;
  /** Up to the moment in which the worker that will die begins. */
  readonly before: () => Promise<Order>;
  readonly after: (order: Order) => Promise<void>;
};

const SCENES: readonly Scene[] = [
  {
    what: "a chargeback that freezes a deal and is lost",
    before: async () => {
      const { order, payment } = await world.paid();
      world.gateway.decide(world.gateway.dispute(payment), "lost");
      await tell(payment, "d");
      return order;
    },
    after: async (order) => {
      expect((await world.deal(order.deal)).escrow).toBe("refunded");
      expect(await postings(order, "chargeback")).toHaveLength(1);
    },
  },
  {
    what: "a chargeback that is taken from a seller who has been paid, and is won",
    before: async () => {
      const { order, payment } = await sold();
      const dispute = world.gateway.dispute(payment);
      await tell(payment, dispute);
      await world.settle();
      world.gateway.decide(dispute, "won");
      await tell(payment, dispute);
      return order;
    },
    after: async (order) => {
      const [chargeback] = await chargebacksOfDeal(world.owner, order.deal);
      expect([chargeback?.effect, chargeback?.booked]).toEqual(["clawed_back", "won"]);
      expect(await postings(order, "chargeback")).toHaveLength(1);
      expect(await postings(order, "chargeback_reversed")).toHaveLength(1);
    },
  },
  {
    what: "the refund to its wallet of an order that was paid from there",
    before: async () => {
      world.gateway.calls.order("refund", declined);
      const other = await world.paid();
      await world.give(other.order, "cancel", "buyer");
      await world.settle();
      const order = await world.order();
      const deal = await world.deal(order.deal);
      expect((await payFromWallet(world.db, deal, "https://amana.example.test/paid", world.now())).ok).toBe(true);
      await world.settle();
      await world.give(order, "cancel", "buyer");
      return order;
    },
    after: async (order) => {
      expect((await world.refunds(order)).map(({ state }) => state)).toEqual(["succeeded"]);
      expect(await postings(order, "refund_to_wallet")).toHaveLength(2);
    },
  },
];

describe("case 24: a worker that dies at any step leaves nothing that the next one does not finish, once", () => {
  test.each(SCENES)(
    "$what",
    async ({ before, after }) => {
      for (let step = 1; ; step++) {
        const order = await before();
        const worker = mortal(world.parts, step);
        await drain(workerOf(world, worker.parts)).catch((error: unknown) =>
          expect(worker.isDead(), String(error)).toBe(true),
        );
        await world.owner.query(
          "update runtime.job set leased_until = now() - interval '1 second' where lease is not null",
        );
        await world.settle();
        await world.pass(minutes(5));
        await after(order);
        if (!worker.isDead()) {
          expect(step).toBeGreaterThan(10);
          break;
        }
      }
      await world.pass(days(1));
      expect(await world.books()).toEqual([]);
    },
    120_000,
  );
});
