import { fork } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hours, minutes } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { startPayment } from "../../server/modules/payments/index.ts";
import { drain } from "../../server/runtime/work/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { mortal } from "./mortal.ts";
import { createWorld, type World, workerOf } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterAll(() => database.drop());

const leasesEnd = () =>
  world.owner.query("update runtime.job set leased_until = now() - interval '1 second' where lease is not null");

type Scene = {
  readonly what: string;
  /** Up to the moment in which the worker that will die begins. */
  readonly before: () => Promise<Order>;
  readonly after: (order: Order) => Promise<unknown>;
};

const SCENES: readonly Scene[] = [
  {
    what: "a payment that is opened",
    before: async () => {
      const order = await world.order();
      const deal = await world.deal(order.deal);
      await startPayment(world.db, world.parts.gateways, deal, "https://amana.example.test/paid", world.now());
      return order;
    },
    after: async (order) => {
      const [payment] = await world.payments(order);
      expect(payment?.state).toBe("open");
      expect([...world.gateway.payments.keys()].filter((id) => id === payment?.id)).toHaveLength(1);
      await world.give(order, "cancel", "buyer");
    },
  },
  {
    what: "a payment that has been made",
    before: async () => {
      const order = await world.order();
      const payment = await world.openPayment(order);
      world.gateway.pay(payment);
      world.jump(minutes(1));
      return order;
    },
    after: async (order) => {
      expect(await world.stateOf(order)).toBe("escrow_locked");
      expect(await world.balance(`escrow:${order.deal}`)).toBe(order.terms.total.minor);
      await world.give(order, "cancel", "buyer");
    },
  },
  {
    what: "a refund",
    before: async () => {
      const { order } = await world.paid();
      await world.give(order, "cancel", "buyer");
      return order;
    },
    after: async (order) => {
      const [refund] = await world.refunds(order);
      expect(refund?.state).toBe("succeeded");
      expect(world.gateway.refunds.filter((sent) => sent.refund === refund?.id)).toHaveLength(1);
    },
  },
  {
    what: "a release and its payout",
    before: async () => {
      const { order } = await world.shipped();
      await world.give(order, "confirm_receipt", "buyer");
      return order;
    },
    after: async (order) => {
      const payout = await world.payout(order);
      expect(payout?.state).toBe("paid");
      expect(world.rail.payouts.filter((sent) => sent.payout === payout?.id)).toHaveLength(1);
    },
  },
  {
    what: "a dispatch",
    before: async () => {
      const { order } = await world.paid();
      await world.dispatch(order);
      return order;
    },
    after: async (order) => {
      expect(await world.stateOf(order)).toBe("shipped");
      const shipment = await world.shipment(order);
      expect(world.carrier.live().filter((booking) => booking.shipment === shipment?.id)).toHaveLength(1);
      await world.give(order, "confirm_receipt", "buyer");
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
        await leasesEnd();
        await world.settle();
        await world.pass(minutes(1));
        await after(order);
        await world.settle();
        if (!worker.isDead()) {
          expect(step).toBeGreaterThan(10);
          break;
        }
      }
      await world.pass(hours(2));
      expect(await world.books()).toEqual([]);
    },
    60_000,
  );
});

describe("case 24: a worker process that is killed by the system", () => {
  const SCENE = { refund: 2, send: 3 } as const;

  test.each([
    ["refund", "once the gateway has accepted the refund and not yet answered"],
    ["refund commit", "with the gateway's answer in hand, before the commit"],
    ["send", "once the bank has accepted the payout and not yet answered"],
    ["send commit", "with the bank's answer in hand, before the commit"],
  ])("%s: %s", async (point) => {
    const [call, commit] = point.split(" ") as ["refund" | "send", string?];
    const scene = SCENES[SCENE[call]] ?? expect.unreachable();
    const order = await scene.before();
    expect(await killedAt(call, commit !== undefined)).toBe("SIGKILL");
    expect((await world.refunds(order)).map(({ state }) => state)).not.toContain("succeeded");
    await leasesEnd();
    await world.settle();
    await world.pass(minutes(1));
    await scene.after(order);
    expect(await world.books()).toEqual([]);
  });

  /** Runs a worker in a process of its own and kills it at the call, or at the first commit after it. */
  function killedAt(call: string, atCommit: boolean): Promise<string | null> {
    const providers: Record<string, (...args: never[]) => Promise<unknown>> = {
      ...{ refund: world.gateway.refund, lookRefund: world.gateway.lookRefund, look: world.gateway.look },
      ...{ send: world.rail.send, lookPayout: world.rail.look },
    };
    const child = fork(join(import.meta.dirname, "crash-worker.ts"), [database.appUrl, String(world.now())], {
      serialization: "advanced",
      execArgv: [],
    });
    const seen = { called: false };
    const provide = async (what: string, args: never[]): Promise<unknown> => {
      const answer = await providers[what]?.(...args);
      if (what === call) seen.called = true;
      return answer;
    };
    const diesAt = (what: string): boolean => seen.called && what === (atCommit ? "commit" : call);
    const answer = async (message: unknown): Promise<void> => {
      const { id, what, args } = message as { id: number; what: string; args: never[] };
      const given = await provide(what, args);
      if (diesAt(what)) child.kill("SIGKILL");
      else child.send({ id, answer: given });
    };
    return new Promise((resolve, reject) => {
      child.on("message", (message) => void answer(message).catch(reject));
      child.on("exit", (_code, signal) => resolve(signal));
    });
  }
});
