import type { Command } from "@amana/core/escrow";
import { type DealId, uuidOf } from "@amana/core/ids";
import { accounts } from "@amana/core/ledger";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { balances, faults } from "#modules/ledger";
import { connect, type Database } from "#runtime/database";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { advance } from "./advance.ts";
import { NOW, paid } from "./deals-for-test.ts";
import { eventsOf, readDeal } from "./store.ts";

let database: TestDatabase;
/** Two processes, each with batches of its own. */
let processes: Database[];
beforeAll(async () => {
  database = await testDatabase({ connections: 10 });
  processes = [connect(database.appUrl, { connections: 3 }), connect(database.appUrl, { connections: 3 })];
});
afterAll(async () => {
  await Promise.all(processes.map((db) => db.close()));
  await database.drop();
});

const by = (nth: number): Database => processes[nth % 2] ?? database.app;
const cancel: Command = { name: "cancel", by: "buyer", at: NOW };

const commandsOf = async (id: DealId) => (await eventsOf(database.owner, id)).map(({ command }) => command);
const heldBy = async (id: DealId): Promise<bigint> =>
  (await balances(database.owner, accounts.escrow(id)))[0]?.balance.minor ?? 0n;

describe("commands given at the same moment", () => {
  test("case 30: two of staff, one releases and one refunds: exactly one wins, the other is told the deal is over", async () => {
    const deals = await paid(database.app, 20);
    const answers = await Promise.all(
      deals.flatMap(({ id }) =>
        Array.from({ length: 20 }, (_, n) => {
          const name = n % 2 === 0 ? "admin_release" : "admin_refund";
          return advance(by(n >> 1), id, { name, by: "finance", at: NOW }, NOW);
        }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error])))).toEqual(new Set(["deal_is_final"]));
    for (const { id } of deals) expect([(await commandsOf(id)).length, await heldBy(id)]).toEqual([3, 0n]);
    expect(await faults(database.owner)).toEqual([]);
  });

  test("go to the database in few calls", async () => {
    const deals = await paid(database.app, 60);
    const calls: string[] = [];
    const counting: Database = {
      ...database.app,
      query: (text, values) => {
        calls.push("read");
        return database.app.query(text, values);
      },
      one: (text, values) => {
        calls.push("write");
        return database.app.one(text, values);
      },
    };
    await Promise.all(deals.map(({ id }) => advance(counting, id, cancel, NOW)));
    expect(calls).toEqual(["read", "write"]);
  });

  test("one that breaks its call is refused alone, and leaves nothing", async () => {
    const deals = await paid(database.app, 30);
    const answers = await Promise.allSettled(
      deals.map(({ id }, n) => advance(database.app, id, cancel, NOW, n === 11 ? { note: "bad \u0000 note" } : {})),
    );
    expect(answers.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([11]);
    const left = await Promise.all(deals.map(({ id }) => readDeal(database.app, id)));
    expect(left.map((deal) => deal?.state)).toEqual(deals.map((_, n) => (n === 11 ? "escrow_locked" : "cancelled")));
  });

  test("one of a deal whose process nobody knows is refused alone", async () => {
    const [sound, strange] = await paid(database.app, 2);
    if (!sound || !strange) return expect.unreachable();
    await database.owner.query("update escrow.deal set process_version = 99 where id = $1", [uuidOf(strange.id)]);
    const answers = await Promise.allSettled([sound, strange].map(({ id }) => advance(database.app, id, cancel, NOW)));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  });

  test("of one deal are decided one after another, in the order in which they were given", async () => {
    const [deal] = await paid(database.app, 1);
    if (!deal) return expect.unreachable();
    const names = ["accept", "start", "ready"];
    await Promise.all(names.map((name) => advance(database.app, deal.id, { name, by: "seller", at: NOW }, NOW)));
    expect(await commandsOf(deal.id)).toEqual(["place", "payment_captured", ...names]);
  });
});

describe("a connection that is lost", () => {
  test("after the commit and before the answer: the command is known to have happened, and happens once", async () => {
    const [deal] = await paid(database.app, 1);
    if (!deal) return expect.unreachable();
    const losing = { ...database.app, one: lossy(database.app) };
    expect(await advance(losing, deal.id, cancel, NOW)).toMatchObject({ ok: true, value: { state: "cancelled" } });
    expect(await commandsOf(deal.id)).toEqual(["place", "payment_captured", "cancel"]);
    expect(await heldBy(deal.id)).toBe(0n);
  });

  test("in the middle of a batch, by a kill: every command happens once and is answered as done", async () => {
    const deals = await paid(database.app, 20);
    const { waiting } = await database.owner.transaction(async (tx) => {
      await tx.query("select from escrow.deal where id = $1 for update", [uuidOf(deals[7]?.id ?? "")]);
      const waiting = Promise.all(deals.map(({ id }) => advance(by(0), id, cancel, NOW)));
      await killWaiting();
      return { waiting };
    });
    expect((await waiting).map(({ ok }) => ok)).toEqual(deals.map(() => true));
    for (const { id } of deals) expect(await commandsOf(id)).toEqual(["place", "payment_captured", "cancel"]);
    expect(await faults(database.owner)).toEqual([]);
  });
});

/** Ends the connection of whoever waits for a lock, once somebody does. */
async function killWaiting(): Promise<void> {
  for (;;) {
    const killed = await database.app.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
    );
    if (killed.length > 0) return;
  }
}

/** Does what it is asked, and loses its first answer. */
function lossy(db: Database): Database["one"] {
  const lost = { yet: false };
  return async <Row>(...query: Parameters<Database["one"]>) => {
    const answer = await db.one<Row>(...query);
    if (lost.yet) return answer;
    lost.yet = true;
    throw new Error("Connection terminated unexpectedly");
  };
}
