import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { days, hours, minutes } from "../../core/time/index.ts";
import { lapseDeadline, sweepDeadlines } from "../../server/modules/escrow/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { drain } from "../../server/runtime/work/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { declined, type Fault, gate, noAnswerAfter, noAnswerBefore } from "./faults.ts";
import { createWorld, type World, workerOf } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
});
afterEach(() => database.drop());

const dueOf = async (deal: Parameters<World["deal"]>[0]): Promise<number> =>
  (await world.deal(deal)).deadline?.dueAt ?? Number.NaN;
/** Of everything that is under way: another worker may take it over. */
const leasesEnd = () =>
  world.owner.query("update runtime.job set leased_until = now() - interval '1 second' where lease is not null");
const times = <T>(count: number, act: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => act(n));

describe("case 30: of those who race to end an order exactly one wins, and the others are told what it became", () => {
  type Racer = (order: Order) => Promise<Awaited<ReturnType<World["give"]>>>;

  /** Twenty racers an order; who won each, the clock among them, and what the others were told. */
  const race = async (orders: readonly Order[], kind: "dispatch" | "delivery", people: readonly Racer[]) => {
    const clock: Racer = (order) => lapseDeadline(world.db, order.deal, kind, world.now());
    const racers = [...people, clock];
    const run = async (order: Order, n: number) => ({
      order,
      racer: racers[n % racers.length],
      answer: await racers[n % racers.length]?.(order),
    });
    const answers = await Promise.all(orders.flatMap((order) => times(20, (n) => run(order, n))));
    const winners = await Promise.all(
      orders.map(async (order) => {
        const people = answers.filter((one) => one.order === order && one.racer !== clock && one.answer?.ok);
        const last = (await world.eventsOf(order)).at(-1);
        return people.length + (last?.actor === "clock" ? 1 : 0);
      }),
    );
    const told = new Set(answers.flatMap(({ answer }) => (answer && !answer.ok ? [answer.error] : [])));
    return { winners: new Set(winners), told: [...told] };
  };

  test("before dispatch: the buyer cancels, the seller cancels, the seller's carrier has it, the deadline", async () => {
    const orders = await world.manyPaid(25);
    const due = await dueOf(orders[0]?.deal ?? expect.unreachable());
    world.setClock(due);
    const inTime = (due - 1) as never;
    const { winners, told } = await race(orders, "dispatch", [
      (order) => world.give(order, "cancel", "buyer", inTime),
      (order) => world.give(order, "cancel", "seller", inTime),
      (order) => world.give(order, "dispatch", "seller", inTime),
    ]);
    expect(winners).toEqual(new Set([1]));
    expect(told.filter((refusal) => refusal !== "deal_is_final" && refusal !== "not_in_this_state")).toEqual([]);
    expect(await world.owner.query("select from escrow.event where seq > 3")).toEqual([]);
    await world.settle();
    expect(await world.books()).toEqual([]);
  });

  test("under way: the buyer confirms, the parcel comes back, the deadline", async () => {
    const orders = await world.manyPaid(25);
    for (const order of orders) await world.give(order, "dispatch", "seller");
    const due = await dueOf(orders[0]?.deal ?? expect.unreachable());
    world.setClock(due);
    const inTime = (due - 1) as never;
    const { winners, told } = await race(orders, "delivery", [
      (order) => world.give(order, "confirm_receipt", "buyer", inTime),
      (order) => world.give(order, "returned", "carrier", inTime),
    ]);
    expect(winners).toEqual(new Set([1]));
    // News of a carrier's that comes to an order that has ended is old.
    expect(told.filter((refusal) => refusal !== "deal_is_final" && refusal !== "old_news")).toEqual([]);
    await world.settle();
    const paidOut = new Set(world.rail.payouts.map(({ payout }) => payout)).size;
    const paidBack = new Set(world.gateway.refunds.map(({ refund }) => refund)).size;
    expect(paidOut + paidBack).toBe(25);
    expect(await world.books()).toEqual([]);
  });
});

describe("case 43: dispatch against its deadline, to the millisecond", () => {
  for (const [when, offset, end] of [
    ["one before", -1, "shipped"],
    ["exactly at", 0, "refunded"],
    ["one after", 1, "refunded"],
  ] as const) {
    test(`asked ${when}: ${end}`, async () => {
      const { order } = await world.paid();
      world.setClock((await dueOf(order.deal)) + offset);
      const asked = await world.dispatch(order).then(
        () => "asked",
        () => "refused",
      );
      expect(asked).toBe(end === "shipped" ? "asked" : "refused");
      world.setClock((await dueOf(order.deal)) + 1000);
      await world.settle();
      expect(await world.stateOf(order)).toBe(end);
      expect(world.carrier.live()).toHaveLength(end === "shipped" ? 1 : 0);
      expect(await world.books()).toEqual([]);
    });
  }

  test("a booking that is under way when the deadline comes was asked for in time, and wins", async () => {
    const { order } = await world.paid();
    const due = await dueOf(order.deal);
    world.setClock(due - 1);
    world.carrier.labels(false);
    const shipment = await world.dispatch(order);
    await world.settle();
    world.setClock(due + minutes(25));
    await world.settle();
    expect(await world.stateOf(order)).toBe("escrow_locked");
    world.carrier.label(shipment.id);
    await world.pass(minutes(1));
    expect(await world.stateOf(order)).toBe("shipped");
    expect((await world.eventsOf(order)).at(-1)).toMatchObject({ command: "dispatch", happenedAt: due - 1 });
    expect(await world.books()).toEqual([]);
  });

  test("one that the carrier then declines loses, and the deadline acts", async () => {
    const { order } = await world.paid();
    const due = await dueOf(order.deal);
    world.setClock(due - 1);
    const held = gate();
    world.carrier.calls.order("book", { kind: "held", done: false, gate: held }, declined);
    await world.dispatch(order);
    const booking = world.settle();
    await held.reached;
    world.setClock(due);
    await drain(workerOf(world, {}));
    expect(await world.stateOf(order)).toBe("escrow_locked");
    await leasesEnd();
    await drain(workerOf(world, {}));
    expect(await world.stateOf(order)).toBe("refunded");
    held.open();
    await booking;
    await world.settle();
    // What the paused worker booked after all has been taken back.
    expect(world.carrier.live()).toEqual([]);
    expect(await world.books()).toEqual([]);
  });

  test("a booking that never comes to an end does not hold the buyer's money for ever", async () => {
    const { order } = await world.paid();
    world.setClock((await dueOf(order.deal)) - 1);
    world.carrier.labels(false);
    await world.dispatch(order);
    await world.pass(hours(8));
    expect(await world.stateOf(order)).toBe("refunded");
    expect(world.carrier.live()).toEqual([]);
    expect(await world.books()).toEqual([]);
  });
});

describe("case 43: a parcel of an order that has ended is taken back, whenever it was booked", () => {
  test("after it was booked", async () => {
    const { order } = await world.paid();
    const held = gate();
    world.carrier.calls.order("book", { kind: "held", done: true, gate: held });
    await world.dispatch(order);
    const booking = world.settle();
    await held.reached;
    await world.give(order, "cancel", "buyer");
    await drain(workerOf(world, {}));
    held.open();
    await booking;
    await world.settle();
    expect(await world.stateOf(order)).toBe("cancelled");
    expect(world.carrier.live()).toEqual([]);
    expect(await world.books()).toEqual([]);
  });

  test("while the carrier had not yet been reached", async () => {
    const { order } = await world.paid();
    const held = gate();
    world.carrier.calls.order("book", { kind: "held", done: false, gate: held });
    await world.dispatch(order);
    const booking = world.settle();
    await held.reached;
    await world.give(order, "cancel", "buyer");
    await drain(workerOf(world, {}));
    held.open();
    await booking;
    await world.settle();
    expect(await world.stateOf(order)).toBe("cancelled");
    expect(world.carrier.live()).toEqual([]);
  });

  test("by a call that outlasted its lease and comes back without a label", async () => {
    const { order } = await world.paid();
    const held = gate();
    world.carrier.labels(false);
    world.carrier.calls.order("book", { kind: "held", done: false, gate: held });
    await world.dispatch(order);
    const booking = world.settle();
    await held.reached;
    await world.give(order, "cancel", "buyer");
    await leasesEnd();
    await drain(workerOf(world, {}));
    expect((await world.shipment(order))?.state).toBe("cancelled");
    held.open();
    await booking;
    await world.settle();
    expect(world.carrier.bookings.size).toBe(1);
    expect(world.carrier.live()).toEqual([]);
  });

  for (const [when, fault] of [
    ["before", noAnswerBefore],
    ["after", noAnswerAfter],
  ] as readonly (readonly [string, Fault])[]) {
    test(`when the carrier never answered, ${when} it booked`, async () => {
      const { order } = await world.paid();
      world.carrier.calls.order("book", fault);
      await world.dispatch(order);
      await world.settle();
      await world.give(order, "cancel", "buyer");
      await world.pass(minutes(10));
      expect(world.carrier.live()).toEqual([]);
      expect((await world.shipment(order))?.state).toBe("cancelled");
    });
  }

  test("when it was asked for in the moment of the cancellation", async () => {
    const { order } = await world.paid();
    await Promise.allSettled([world.dispatch(order), world.give(order, "cancel", "buyer")]);
    await world.settle();
    expect(await world.stateOf(order)).toBe("cancelled");
    expect(world.carrier.live()).toEqual([]);
  });
});

describe("case 44: a deadline that fires on a deal that has moved on does nothing", () => {
  test("to a deal that is at a later deadline", async () => {
    const { order } = await world.shipped();
    const before = await world.deal(order.deal);
    for (const kind of ["payment", "dispatch", "inspection"] as const) {
      expect(await lapseDeadline(world.db, order.deal, kind, world.now())).toEqual({ ok: true, value: before });
    }
    expect(await lapseDeadline(world.db, order.deal, "delivery", world.now())).toEqual({
      ok: false,
      error: "too_early",
    });
    expect(await world.deal(order.deal)).toEqual(before);
  });

  test("to a deal that has ended", async () => {
    const { order } = await world.paid();
    await world.give(order, "cancel", "buyer");
    world.jump(days(3));
    expect(await lapseDeadline(world.db, order.deal, "dispatch", world.now())).toMatchObject({
      ok: true,
      value: { state: "cancelled" },
    });
    await world.settle();
    expect(world.gateway.refunds).toHaveLength(1);
    expect(await world.books()).toEqual([]);
  });

  test("told by an announcement that was overtaken", async () => {
    const { order } = await world.paid();
    world.setClock(await dueOf(order.deal));
    await sweepDeadlines(world.db, world.now());
    await world.give(order, "dispatch", "seller", (world.now() - 1) as never);
    await world.settle();
    expect(await world.stateOf(order)).toBe("shipped");
    expect(await world.books()).toEqual([]);
  });
});

test("case 45: a deal is never without a deadline until it ends, and both are written by one statement", async () => {
  const { order } = await world.shipped();
  const rows = await world.owner.query("select xmin::text as written, deadline_kind from escrow.deal where id = $1", [
    order.deal.slice(5),
  ]);
  const events = await world.owner.query(
    "select xmin::text as written from escrow.event where deal = $1 order by seq desc limit 1",
    [order.deal.slice(5)],
  );
  expect(rows).toEqual([{ ...events[0], deadline_kind: "delivery" }]);
  expect(await world.books()).toEqual([]);
});

test("case 45: a deal whose announcement cannot be written does not move", async () => {
  const { order } = await world.paid();
  await world.owner.query("alter table runtime.outbox add constraint full_up check (topic <> 'deal.moved') not valid");
  await expect(world.give(order, "cancel", "buyer")).rejects.toThrow("full_up");
  expect(await world.deal(order.deal)).toMatchObject({
    state: "escrow_locked",
    escrow: "held",
    deadline: { kind: "dispatch" },
  });
  expect(await world.balance(`escrow:${order.deal}`)).toBe(order.terms.total.minor);
});

test("case 46: after three days without a worker everything that fell due is done, in the order in which it fell due", async () => {
  const { order: unsent } = await world.paid();
  world.jump(minutes(1));
  const unpaid = await world.order();
  const { order: delivered, shipment } = await world.shipped();
  world.carrier.scan(shipment.id, "delivered", world.now());
  await world.pass(hours(1) - minutes(1));
  world.jump(days(3));
  await world.settle();
  expect(await Promise.all([unsent, unpaid, delivered].map(world.stateOf))).toEqual([
    "refunded",
    "cancelled",
    "completed",
  ]);
  expect(await world.books()).toEqual([]);
});

test("case 47: two schedulers at once act on each deadline once", async () => {
  await world.manyPaid(5);
  world.jump(days(3));
  await Promise.all([world.settle(), drain(workerOf(world, {})), drain(workerOf(world, {}))]);
  expect(await world.owner.query("select from escrow.event where command = 'lapse_dispatch'")).toHaveLength(5);
  expect(world.gateway.refunds).toHaveLength(5);
  expect(await world.books()).toEqual([]);
});

test("a gateway that says nothing for hours holds the deadline up, and then it acts without an answer", async () => {
  const order = await world.order();
  await world.openPayment(order);
  world.gateway.calls.order("look", ...times(400, () => noAnswerBefore));
  await world.pass(hours(3));
  expect(await world.stateOf(order)).toBe("payment_pending");
  await world.pass(hours(4));
  expect(await world.stateOf(order)).toBe("cancelled");
});

test("a deal whose money cannot be moved does not keep other deadlines from acting, nor the worker from resting", async () => {
  const { order: broken } = await world.shipped();
  const { order: sound } = await world.shipped();
  for (const order of [broken, sound])
    world.carrier.scan((await world.shipment(order))?.id ?? "", "delivered", world.now());
  await world.pass(hours(1));
  const shard = Number.parseInt(broken.deal.slice(-2), 16);
  await world.owner.query(
    `insert into ledger.posting (shard, id, key, fingerprint, kind, posted_at) values ($1, gen_random_uuid(), $2, 'someone else', 'release', now())`,
    [shard, `release:${broken.deal}`],
  );
  world.jump(days(3));
  await drain(world.work, 100);
  expect(await world.stateOf(sound)).toBe("completed");
  expect(await world.stateOf(broken)).toBe("delivered");
  expect(
    await world.owner.query("select action, subject, reason from audit.entry where action = 'deadline.not_met'"),
  ).toEqual([{ action: "deadline.not_met", subject: broken.deal, reason: "key_reused" }]);
});
