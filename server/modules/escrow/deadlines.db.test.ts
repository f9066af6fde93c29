import type { Deal } from "@amana/core/escrow";
import { uuidOf } from "@amana/core/ids";
import { at } from "@amana/core/time";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { faults } from "#modules/ledger";
import { connect, type Database } from "#runtime/database";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { deadlineSweep, sweepDeadlines } from "./deadlines.ts";
import { NOW, paid } from "./deals-for-test.ts";
import { readDeal } from "./store.ts";

const HOUR = 3_600_000;

let database: TestDatabase;
/** Two processes, each with batches of its own. */
let processes: Database[];
beforeEach(async () => {
  database = await testDatabase({ connections: 10 });
  processes = [connect(database.appUrl, { connections: 3 }), connect(database.appUrl, { connections: 3 })];
});
afterEach(async () => {
  await Promise.all(processes.map((db) => db.close()));
  await database.drop();
});

const by = (nth: number): Database => processes[nth % 2] ?? database.app;

describe("case 46: deadlines after an outage of three days", () => {
  const OUTAGE = at(NOW + 72 * HOUR);

  test("fall in the order in which they were due, at a bounded rate, and each once by any number of workers", async () => {
    const first = await paid(database.app, 15, NOW);
    const second = await paid(database.app, 15, at(NOW + HOUR));
    const third = await paid(database.app, 15, at(NOW + 2 * HOUR));
    // The carrier has been asked long enough.
    await database.owner.query("update escrow.deal set deadline_asks = 36 where deadline_due_at is not null");
    const clock = { ticks: 0, waited: 0 };
    const sweep = deadlineSweep({
      db: database.app,
      now: () => OUTAGE,
      perSecond: 10,
      ticks: () => clock.ticks,
      wait: async (milliseconds) => {
        clock.ticks += milliseconds;
        clock.waited += milliseconds;
      },
    });
    for (let seen = await sweep(); seen > 0; seen = await sweep());
    // Ten at once, and the others ten a second.
    expect(clock.waited).toBeGreaterThanOrEqual(3_400);
    const lapsed = await database.owner.query<{ deal: string }>(
      "select deal from escrow.event where command = 'lapse_dispatch' order by number",
    );
    const order = lapsed.map(({ deal }) => deal.replaceAll("-", ""));
    const group = (deals: Deal[]) => new Set(deals.map(({ id }) => uuidOf(id)));
    expect(order).toHaveLength(45);
    expect([order.slice(0, 15), order.slice(15, 30), order.slice(30)].map((some) => new Set(some))).toEqual([
      group(first),
      group(second),
      group(third),
    ]);
    expect(await faults(database.owner)).toEqual([]);
  });

  test("are seen to once each by workers that come together", async () => {
    await paid(database.app, 60, NOW);
    await database.owner.query("update escrow.deal set deadline_asks = 36 where deadline_due_at is not null");
    const seen = await Promise.all(Array.from({ length: 12 }, (_, n) => sweepDeadlines(by(n), OUTAGE, 5)));
    expect(seen.reduce((sum, count) => sum + count)).toBe(60);
    expect(await sweepDeadlines(database.app, OUTAGE)).toBe(0);
  });

  test("one that cannot be met is set aside for staff, and holds up none of the others", async () => {
    const deals = await paid(database.app, 40, NOW);
    const strange = deals[3]?.id ?? expect.unreachable();
    await database.owner.query("update escrow.deal set deadline_asks = 36 where deadline_due_at is not null");
    await database.owner.query("update escrow.deal set process_version = 99 where id = $1", [uuidOf(strange)]);
    for (let turns = 0; turns < 20; turns++) await sweepDeadlines(database.app, OUTAGE);
    const left = await Promise.all(deals.map(({ id }) => readDeal(database.app, id)));
    expect(left.filter((deal) => deal?.state === "refunded")).toHaveLength(39);
    const noted = await database.owner.query(
      "select from audit.entry where action = 'deadline.not_met' and subject = $1",
      [strange],
    );
    expect(noted).toHaveLength(1);
  });

  test("where somebody is asked first, all are asked in one go, and wait", async () => {
    const deals = await paid(database.app, 25, NOW);
    expect(await sweepDeadlines(database.app, OUTAGE)).toBe(25);
    const asked = await database.owner.query<{ payload: { deal: string; whom: string } }>(
      "select payload from runtime.outbox where topic = 'deadline.due' and payload->>'deal' = any ($1)",
      [deals.map(({ id }) => id)],
    );
    expect(new Set(asked.map(({ payload }) => payload.whom))).toEqual(new Set(["carrier"]));
    expect(asked).toHaveLength(25);
    expect(await sweepDeadlines(database.app, OUTAGE)).toBe(0);
  });
});
