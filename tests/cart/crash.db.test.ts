import { afterAll, beforeAll, expect, test } from "vitest";
import { minutes } from "../../core/time/index.ts";
import { addLook } from "../../server/modules/payments/index.ts";
import { drain } from "../../server/runtime/work/index.ts";
import { buyersBankOf } from "../money/buyers-bank.ts";
import { mortal } from "../money/mortal.ts";
import { workerOf } from "../money/world.ts";
import { createGround, type Ground, type Stall } from "./ground.ts";

/** Nothing of a purchase is ever half done, wherever a worker dies. */
let ground: Ground;
let stalls: readonly Stall[];

beforeAll(async () => {
  ground = await createGround();
  stalls = [await ground.stall(1000), await ground.stall(1000), await ground.stall(1000)];
});
afterAll(() => ground.close());

const leasesEnd = () =>
  ground.world.owner.query("update runtime.job set leased_until = now() - interval '1 second' where lease is not null");

/** Lets a worker die at one step after the other until one lives through it all; whatever it left is finished by the next. */
async function dying(scene: () => Promise<{ readonly after: () => Promise<void> }>): Promise<number> {
  for (let diesAt = 1; ; diesAt += 1) {
    const { after } = await scene();
    const { world } = ground;
    const life = mortal(world.parts, diesAt);
    await drain(workerOf(world, life.parts)).catch(() => {});
    await leasesEnd();
    world.jump(minutes(1));
    await world.settle();
    await after();
    if (!life.isDead()) return diesAt;
  }
}

test("case 24: a payment for three that is booked: each is funded once, or none is yet", async () => {
  const lived = await dying(async () => {
    const { purchase, orders } = await ground.bought(stalls);
    const payment = await ground.paymentFor(purchase.id);
    ground.world.gateway.pay(payment);
    await addLook(ground.world.db, payment, ground.world.now(), ground.world.now());
    return {
      async after() {
        expect(await ground.states(orders)).toEqual(Array(3).fill("escrow_locked"));
        expect(await Promise.all(orders.map(ground.held))).toEqual(orders.map(({ terms }) => terms.total.minor));
      },
    };
  });
  expect(lived).toBeGreaterThan(5);
  expect(await ground.world.books()).toEqual([]);
}, 240_000);

test("case 24: the same run twice at once by two workers funds each once", async () => {
  const { purchase, orders } = await ground.bought(stalls);
  const payment = await ground.paymentFor(purchase.id);
  ground.world.gateway.pay(payment);
  const { db, now, parts } = ground.world;
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      const { lookAtPayment } = await import("../../server/modules/payments/index.ts");
      await lookAtPayment(db, parts.gateways).run({ payment }, now(), 1);
    }),
  );
  await ground.world.settle();
  expect(await Promise.all(orders.map(ground.held))).toEqual(orders.map(({ terms }) => terms.total.minor));
  expect(await ground.world.books()).toEqual([]);
});

test("case 24: a bank's claim over three deals: each has one chargeback, and each ends once", async () => {
  const bank = buyersBankOf(() => ground.world);
  const lived = await dying(async () => {
    const { orders, payment } = await ground.paid(stalls);
    const dispute = await bank.disputed(payment);
    ground.world.gateway.decide(dispute, "lost");
    const { addDisputes } = await import("../../server/modules/payments/index.ts");
    await addDisputes(ground.world.db, payment, ground.world.now(), ground.world.now());
    return {
      async after() {
        expect(await Promise.all(orders.map(bank.chargebacks))).toEqual(Array(3).fill([["lost", "held", "lost"]]));
        expect(await Promise.all(orders.map(ground.held))).toEqual([0n, 0n, 0n]);
      },
    };
  });
  expect(lived).toBeGreaterThan(5);
  expect(await ground.world.books()).toEqual([]);
}, 240_000);
