import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { days, hours, minutes, seconds } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { receiveTracking } from "../../server/modules/shipping/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { trackingWebhook } from "./carrier.ts";
import { webhook } from "./gateway.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

const permutations = <T>(of: readonly T[]): T[][] =>
  of.length === 0 ? [[]] : of.flatMap((first, at) => permutations(of.toSpliced(at, 1)).map((rest) => [first, ...rest]));

/** Tells each subject its own order of events, one event a round, with all work done between the rounds. */
async function tell<Event>(
  subjects: readonly { order: Order; events: readonly Event[] }[],
  happen: (order: Order, event: Event, round: number) => Promise<unknown>,
) {
  const rounds = Math.max(...subjects.map(({ events }) => events.length));
  for (let round = 0; round < rounds; round++) {
    await Promise.all(
      subjects.map(async ({ order, events }) => {
        const event = events[round];
        if (event !== undefined) await happen(order, event, round);
      }),
    );
    await world.settle();
    world.jump(seconds(1));
  }
}

test("case 2: payments, second payments, repeats, refunds and a cancellation come to the same end in all 120 orders", async () => {
  const ways = permutations(["paid", "paid again", "told", "told of a refund", "cancelled"] as const);
  const subjects: { order: Order; events: (typeof ways)[number] }[] = [];
  for (const events of ways) subjects.push({ order: await world.order(), events });
  const payments = new Map(
    await Promise.all(subjects.map(async ({ order }) => [order.id, await world.openPayment(order)] as const)),
  );
  await world.settle();
  const receive = (about: Parameters<typeof webhook>[0], key: string) =>
    receiveWebhook(world.db, world.parts.gateways, "testpay", webhook(about, key), world.now());
  await tell(subjects, async (order, event, round) => {
    const payment = payments.get(order.id) ?? "";
    const told = () => receive({ payment }, `${order.id}:${round}`);
    if (event === "paid" || event === "paid again") {
      world.gateway.pay(payment);
      return await Promise.all([told(), told()]);
    }
    if (event === "cancelled") return await world.give(order, "cancel", "buyer");
    if (event === "told") return await told();
    return await Promise.all((await world.refunds(order)).map(({ id }) => receive({ refund: id }, `${id}:${round}`)));
  });
  await world.settle();
  expect(new Set(await Promise.all(subjects.map(({ order }) => world.stateOf(order))))).toEqual(new Set(["cancelled"]));
  expect(world.gateway.refunds).toHaveLength(240);
  expect(world.gateway.holds("INR")).toBe(0n);
  expect(await world.books()).toEqual([]);
});

test("case 2: a label and three scans come to the same end in all 24 orders, each told twice", async () => {
  const ways = permutations(["label", "in_transit", "out_for_delivery", "delivered"] as const);
  world.carrier.labels(false);
  const orders = await world.manyPaid(ways.length);
  const shipments = new Map<string, string>();
  for (const order of orders) shipments.set(order.id, (await world.dispatch(order)).id);
  await world.settle();
  const begun = world.now();
  const when = { label: 0, in_transit: 1, out_for_delivery: 2, delivered: 3 };
  world.jump(minutes(1));
  await tell(
    orders.map((order, n) => ({ order, events: ways[n] ?? [] })),
    async (order, event, round) => {
      const shipment = shipments.get(order.id) ?? "";
      if (event === "label") world.carrier.label(shipment);
      else world.carrier.scan(shipment, event, (begun + seconds(when[event])) as never);
      const number = world.carrier.bookings.get(shipment)?.trackingNumber ?? "";
      const raw = trackingWebhook([number, number], `${order.id}:${round}`);
      for (const _ of [1, 2]) await receiveTracking(world.db, world.parts.carriers, "testpost", raw, world.now());
    },
  );
  await world.pass(hours(2));
  expect(new Set(await Promise.all(orders.map(world.stateOf)))).toEqual(new Set(["delivered"]));
  await world.pass(days(1));
  expect(new Set(await Promise.all(orders.map(world.stateOf)))).toEqual(new Set(["completed"]));
  expect(world.rail.payouts).toHaveLength(24);
  expect(await world.books()).toEqual([]);
});

describe("case 50: what a carrier says that cannot be", () => {
  test("a delivery of another parcel moves only its own order", async () => {
    const first = await world.shipped();
    const second = await world.shipped();
    world.carrier.scan(first.shipment.id, "delivered", world.now());
    const numbers = [...world.carrier.bookings.values()].map(({ trackingNumber }) => trackingNumber);
    await receiveTracking(
      world.db,
      world.parts.carriers,
      "testpost",
      trackingWebhook([...numbers, "T-nobody"], "1"),
      world.now(),
    );
    await world.settle();
    expect([await world.stateOf(first.order), await world.stateOf(second.order)]).toEqual(["delivered", "shipped"]);
  });

  test("a delivery dated far in the future does nothing until then", async () => {
    const { order, shipment } = await world.shipped();
    world.carrier.scan(shipment.id, "delivered", (world.now() + days(2)) as never);
    await world.pass(hours(3));
    expect(await world.stateOf(order)).toBe("shipped");
    await world.pass(days(2));
    expect(await world.stateOf(order)).toBe("delivered");
    expect(await world.books()).toEqual([]);
  });

  test("a carrier whose clock is a few seconds ahead is believed at once", async () => {
    const { order, shipment } = await world.shipped();
    world.jump(hours(5));
    world.carrier.scan(shipment.id, "delivered", (world.now() + seconds(20)) as never);
    await world.settle();
    expect(await world.stateOf(order)).toBe("delivered");
    expect((await world.eventsOf(order)).at(-1)?.happenedAt).toBe(world.now());
  });

  test("scans from before the parcel was booked belong to an earlier parcel with its number", async () => {
    const { order } = await world.paid();
    const shipment = await world.dispatch(order);
    world.carrier.calls.order("track");
    await world.settle();
    world.carrier.scan(shipment.id, "delivered", (world.now() - days(90)) as never);
    await world.pass(hours(1));
    expect(await world.stateOf(order)).toBe("shipped");
    world.carrier.scan(shipment.id, "delivered", world.now());
    await world.pass(hours(8));
    expect(await world.stateOf(order)).toBe("delivered");
  });

  test("a delivery told twice with another proof counts once", async () => {
    const { order, shipment } = await world.shipped();
    world.carrier.scan(shipment.id, "delivered", world.now(), "DLVD-OTP");
    world.carrier.scan(shipment.id, "delivered", (world.now() + 1) as never, "DLVD-PHOTO");
    await world.pass(hours(2));
    expect((await world.eventsOf(order)).filter(({ command }) => command === "delivered")).toHaveLength(1);
  });

  test("a forged webhook is refused, and an unknown word moves nothing", async () => {
    const { order, shipment } = await world.shipped();
    expect(
      await receiveTracking(
        world.db,
        world.parts.carriers,
        "testpost",
        trackingWebhook(["T"], "1", "wrong"),
        world.now(),
      ),
    ).toEqual({ ok: false, error: "forged" });
    for (const word of ["unknown", "lost", "damaged", "on_hold", "delivery_failed"] as const)
      world.carrier.scan(shipment.id, word, world.now());
    await world.pass(hours(2));
    expect(await world.stateOf(order)).toBe("shipped");
    expect(await world.books()).toEqual([]);
  });
});

describe("case 51 and 52: every word in every state has an answer, and none moves an order backwards", () => {
  test("delivered while the refund is in flight", async () => {
    world.gateway.refundsBegin("pending");
    const { order, shipment } = await world.shipped();
    await world.pass(days(7) + minutes(1));
    expect(await world.stateOf(order)).toBe("refunded");
    world.carrier.scan(shipment.id, "delivered", world.now());
    await world.pass(hours(7));
    expect(await world.stateOf(order)).toBe("refunded");
    expect(world.rail.payouts).toEqual([]);
    expect(await world.books()).toEqual([]);
  });

  test("returned to the sender: the buyer has his money back", async () => {
    const { order, shipment } = await world.shipped();
    world.carrier.scan(shipment.id, "returned", world.now());
    await world.pass(hours(1));
    expect(await world.stateOf(order)).toBe("refunded");
    expect(world.gateway.refunds).toHaveLength(1);
    expect(await world.books()).toEqual([]);
  });

  test("lost: the delivery deadline pays the buyer back", async () => {
    const { order, shipment } = await world.shipped();
    world.carrier.scan(shipment.id, "lost", world.now());
    await world.pass(days(8));
    expect(await world.stateOf(order)).toBe("refunded");
    expect(await world.books()).toEqual([]);
  });

  test("delivered in time and told only when the deadline asks", async () => {
    const { order, shipment } = await world.shipped();
    world.carrier.calls.order(
      "track",
      ...Array.from({ length: 3 }, () => ({ kind: "no_answer", done: false }) as const),
    );
    const due = (await world.deal(order.deal)).deadline?.dueAt ?? 0;
    world.setClock(due + 1);
    world.carrier.scan(shipment.id, "delivered", (due - 1) as never);
    await world.pass(minutes(20));
    expect(await world.stateOf(order)).toBe("delivered");
    expect(await world.books()).toEqual([]);
  });

  test("a stranger's or the wrong party's word moves nothing", async () => {
    const { order } = await world.shipped();
    const before = await world.deal(order.deal);
    for (const [name, by] of [
      ["delivered", "seller"],
      ["confirm_receipt", "seller"],
      ["payment_captured", "buyer"],
      ["refunded", "seller"],
      ["lapse_delivery", "buyer"],
    ] as const) {
      expect((await world.give(order, name, by)).ok).toBe(false);
    }
    expect(await world.deal(order.deal)).toEqual(before);
  });
});
