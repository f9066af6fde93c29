import { minutes } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { addLook, startPayment } from "../../server/modules/payments/index.ts";
import type { World } from "../money/world.ts";
import { expectOnce, type Findings } from "./findings.ts";

/** Work that a worker is killed in: what waits for it, and what must be there once the next one has done it. */
export type Scene = {
  readonly name: string;
  readonly before: (world: World) => Promise<Order>;
  readonly after: (world: World, order: Order, findings: Findings, where: string) => Promise<unknown>;
};

const stands = async (world: World, order: Order, state: string, findings: Findings, where: string) => {
  const seen = await world.stateOf(order);
  if (seen !== state) findings.lost.push(`${where}: ${order.id} is ${seen} and not ${state}`);
};

export const SCENES: readonly Scene[] = [
  {
    name: "payment opened",
    async before(world) {
      const order = await world.order();
      await world.settle();
      await startPayment(
        world.db,
        world.parts.gateways,
        await world.deal(order.deal),
        "https://a.example.test",
        world.now(),
      );
      return order;
    },
    async after(world, order, findings, where) {
      const [payment] = await world.payments(order);
      expectOnce(findings, `${where}: an open payment`, payment?.state === "open" ? 1 : 0);
      await world.give(order, "cancel", "buyer");
    },
  },
  {
    name: "payment made",
    async before(world) {
      const order = await world.order();
      world.gateway.pay(await world.openPayment(order));
      world.jump(minutes(1));
      return order;
    },
    async after(world, order, findings, where) {
      await stands(world, order, "escrow_locked", findings, where);
      const events = (await world.eventsOf(order)).filter(({ command }) => command === "payment_captured");
      expectOnce(findings, `${where}: the payment is booked`, events.length);
      await world.give(order, "cancel", "buyer");
    },
  },
  {
    name: "second payment",
    async before(world) {
      const { order, payment } = await world.paid();
      world.gateway.pay(payment);
      await addLook(world.db, payment, world.now(), world.now());
      return order;
    },
    async after(world, order, findings, where) {
      expectOnce(findings, `${where}: the second payment is sent back`, sentBack(world, await refundIds(world, order)));
      await world.give(order, "cancel", "buyer");
    },
  },
  {
    name: "refund",
    async before(world) {
      const { order } = await world.paid();
      await world.give(order, "cancel", "buyer");
      return order;
    },
    async after(world, order, findings, where) {
      expectOnce(findings, `${where}: the refund is sent`, sentBack(world, await refundIds(world, order)));
      const states = (await world.refunds(order)).map(({ state }) => state);
      if (states.join() !== "succeeded") findings.lost.push(`${where}: refunds are ${states.join()}`);
    },
  },
  {
    name: "release and payout",
    async before(world) {
      const { order } = await world.shipped();
      await world.give(order, "confirm_receipt", "buyer");
      return order;
    },
    async after(world, order, findings, where) {
      const payout = await world.payout(order);
      if (payout?.state !== "paid") findings.lost.push(`${where}: the payout is ${payout?.state}`);
      expectOnce(
        findings,
        `${where}: the payout is sent`,
        world.rail.payouts.filter((sent) => sent.payout === payout?.id).length,
      );
    },
  },
  {
    name: "dispatch",
    async before(world) {
      const { order } = await world.paid();
      await world.dispatch(order);
      return order;
    },
    async after(world, order, findings, where) {
      await stands(world, order, "shipped", findings, where);
      const shipment = await world.shipment(order);
      expectOnce(
        findings,
        `${where}: a booking`,
        world.carrier.live().filter((one) => one.shipment === shipment?.id).length,
      );
      await world.give(order, "confirm_receipt", "buyer");
    },
  },
];

const refundIds = async (world: World, order: Order): Promise<string[]> =>
  (await world.refunds(order)).map(({ id }) => id);

const sentBack = (world: World, refunds: readonly string[]): number =>
  world.gateway.refunds.filter(({ refund }) => refunds.includes(refund)).length;
