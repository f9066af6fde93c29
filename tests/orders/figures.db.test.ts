import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { days, hours } from "../../core/time/index.ts";
import { insertUser, startSession } from "../../server/modules/identity/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { createGround, type Ground, PRICE } from "./ground.ts";

let ground: Ground;
/** In weeks of their own, the oldest first: released, refunded, divided; then one that is held, one of work, one that waits for payment. */
let orders: Record<"released" | "refunded" | "divided" | "held" | "work" | "unpaid", Order>;
let start: number;

beforeAll(async () => {
  ground = await createGround();
  const { world } = ground;
  const staff = newRootId("user", world.now());
  await insertUser(world.db, {
    ...{ id: staff, demoKey: null, name: "Farid (demo finance)", email: "farid@example.test", phone: "9000000006" },
    ...{ roles: ["user", "finance"], pickupAddress: null },
  });
  await startSession(world.db, staff, world.now(), "finance");
  start = world.now();
  const { order: released } = await world.shipped();
  world.jump(hours(10));
  await world.give(released, "confirm_receipt", "buyer");
  await world.settle();
  world.jump(days(7) - hours(10));
  const { order: refunded } = await world.paid();
  await world.give(refunded, "cancel", "buyer");
  await world.settle();
  world.jump(days(7));
  const { order: divided } = await world.paid();
  const decision = { decision: "settle", refund: { amount: 10_000, currency: "INR" }, reason: "half of it was broken" };
  const done = await ground.ask("finance", "POST", `/finance/orders/${divided.id}/decisions`, decision, {
    "idempotency-key": "one-of-the-figures",
  });
  expect(done.status).toBe(200);
  await world.settle();
  world.jump(days(7));
  const { order: held } = await world.paid();
  const work = await ground.working();
  orders = { released, refunded, divided, held, work, unpaid: await world.order() };
  world.jump(hours(12));
});
afterAll(() => ground.close());

const inr = (amount: number) => ({ amount, currency: "INR" });
const read = async (who: string, query: string, path = "/dashboard") => {
  const { status, body } = await ground.ask(who, "GET", `${path}?${query}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
/** In minor units. */
const amounts = () => {
  const { released, work } = orders;
  return {
    total: Number(released.terms.total.minor),
    promised: Number(released.terms.sellerReceives.minor),
    work: Number(work.terms.total.minor),
    forWork: Number(work.terms.sellerReceives.minor),
  };
};
/** What the books say that the seller got for the divided one. */
async function shareOfSeller(): Promise<number> {
  const [row] = await ground.database.owner.query<{ sum: bigint }>(
    "select sum(to_seller)::bigint as sum from orders.movement where order_id = $1",
    [uuidOf(orders.divided.id)],
  );
  return Number(row?.sum);
}

describe("a buyer's figures", () => {
  test("are what is held now, and what left escrow in the period: kept by sellers, or given back", async () => {
    const { total, work } = amounts();
    const { money } = await read("buyer", "role=buyer");
    expect(money).toEqual([
      {
        currency: "INR",
        held: { orders: 2, amount: inr(total + work) },
        released: { orders: 2, amount: inr(total + total - 10_000) },
        refunded: { orders: 2, amount: inr(total + 10_000) },
      },
    ]);
    expect(total).toBeGreaterThan(10_000);
    expect(work).toBe(Number(PRICE.minor));
  });

  test("say week by week what came in, went out, and lay there when the week ended", async () => {
    const { total, work } = amounts();
    const { weeks } = await read("buyer", "role=buyer");
    expect(weeks).toHaveLength(26);
    expect((await read("buyer", "role=buyer&weeks=4")).weeks).toEqual(weeks.slice(-4));
    const last = weeks.slice(-4).map(({ placed, released, money: [one] }: (typeof weeks)[number]) => ({
      ...{ placed, released, held: one.held.amount, in: one.paidIn.amount },
      ...{ out: one.released.amount, back: one.refunded.amount },
    }));
    expect(last).toEqual([
      { placed: 1, released: 1, held: 0, in: total, out: total, back: 0 },
      { placed: 1, released: 0, held: 0, in: total, out: 0, back: total },
      { placed: 1, released: 0, held: 0, in: total, out: total - 10_000, back: 10_000 },
      { placed: 3, released: 0, held: total + work, in: total + work, out: 0, back: 0 },
    ]);
  });

  test("of a period that is over know what was held at its end", async () => {
    const { total } = amounts();
    const until = new Date(start + hours(5)).toISOString();
    const { weeks, orders: counted } = await read("buyer", `role=buyer&until=${until}`);
    expect(weeks.at(-1).money[0].held).toEqual(inr(total));
    expect(counted.placed).toBe(1);
  });

  test("count orders by state, what waits for the buyer, and how long a release takes", async () => {
    const { orders: counted, release, waiting } = await read("buyer", "role=buyer");
    expect([counted.placed, counted.disputed]).toEqual([6, 0]);
    const byStatus = Object.fromEntries(
      counted.byStatus.map(({ status, orders }: { status: string; orders: number }) => [status, orders]),
    );
    expect(byStatus).toEqual({ completed: 2, cancelled: 1, escrow_locked: 1, payment_pending: 1, processing: 1 });
    expect(release).toEqual({ orders: 1, medianSeconds: 36_000 });
    expect(waiting).toEqual({ orders: 1, firstDueAt: expect.any(String) });
  });
});

describe("a seller's figures", () => {
  test("are their part: what is promised while it waits, what they got", async () => {
    const { total, promised, forWork } = amounts();
    const { money, waiting } = await read("seller", "role=seller");
    expect(promised).toBeLessThan(total);
    expect(money[0]).toMatchObject({
      held: { orders: 2, amount: inr(promised + forWork) },
      released: { orders: 2, amount: inr(promised + (await shareOfSeller())) },
    });
    expect(money[0]).not.toHaveProperty("earned");
    expect(waiting.orders).toBe(2);
  });

  test("are of one market where one is asked for", async () => {
    const { forWork } = amounts();
    const projects = await read("seller", "role=seller&market=projects");
    expect(projects.money).toMatchObject([{ held: { orders: 1, amount: inr(forWork) }, released: { orders: 0 } }]);
    expect((await read("seller", "role=seller&market=services")).money).toEqual([]);
    expect((await read("seller", "role=seller&market=products")).orders.placed).toBe(5);
  });

  test("are nobody else's", async () => {
    expect((await read("seller", "role=buyer")).orders.placed).toBe(0);
    expect((await read("finance", "role=seller")).money).toEqual([]);
  });
});

describe("the marketplace's figures", () => {
  test("are the same orders, with what the marketplace has earned", async () => {
    const { total, promised, work } = amounts();
    const share = await shareOfSeller();
    const { money } = await read("finance", "", "/admin/overview");
    expect(money).toMatchObject([
      {
        held: { orders: 2, amount: inr(total + work) },
        released: { orders: 2, amount: inr(promised + share) },
        refunded: { orders: 2, amount: inr(total + 10_000) },
        earned: { orders: 2, amount: inr(total - promised + (total - 10_000 - share)) },
        late: { orders: 0 },
        atRisk: { orders: 0 },
      },
    ]);
    const [books] = (await ground.ask("finance", "GET", "/finance/custody")).body.data;
    const ours = books.owed.filter(({ family }: { family: string }) => ["revenue", "tax"].includes(family));
    const sum = ours.reduce((all: number, { sum: { amount } }: { sum: { amount: number } }) => all + amount, 0);
    expect(sum).toBe(money[0].earned.amount.amount);
    expect(books.owed.find(({ family }: { family: string }) => family === "escrow").sum).toEqual(money[0].held.amount);
  });

  test("are for staff alone", async () => {
    expect((await ground.ask("seller", "GET", "/admin/overview")).status).toBe(403);
  });
});

test.each([
  ["from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z", "until"],
  ["from=2024-01-01T00:00:00Z&until=2026-01-01T00:00:00Z", "from"],
  ["until=2100-01-01T00:00:00Z", "until"],
])("a period that cannot be is refused: %s", async (query, field) => {
  const { status, body } = await ground.ask("buyer", "GET", `/dashboard?role=buyer&${query}`);
  expect([status, body.code, body.errors?.[0]?.field]).toEqual([400, "VALIDATION_FAILED", field]);
});
