import { makeId } from "@amana/core/ids";
import { type AccountCode, accounts, move, type Posting } from "@amana/core/ledger";
import { money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database } from "#runtime/database";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { balances, faults, post } from "./store.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const SHARD = 7;

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

let made = 0;
const wallet = () => accounts.wallet(makeId("user", NOW, Buffer.from(String(++made).padStart(9, "0")), SHARD));
const moved = (key: string, from: AccountCode, to: AccountCode, minor: bigint): Posting => ({
  shard: SHARD,
  key,
  kind: "fund",
  deal: null,
  entries: move(from, to, money(minor, "INR")),
});
const clearing = accounts.clearing("test");
const balanceOf = async (code: AccountCode): Promise<bigint> =>
  (await balances(database.owner, code)).find(({ account }) => account === code)?.balance.minor ?? 0n;
const by = (nth: number): Database => processes[nth % 2] ?? database.app;
const deadlocks = async (): Promise<bigint> =>
  (
    await database.owner.one<{ count: bigint }>(
      "select deadlocks as count from pg_stat_database where datname = current_database()",
    )
  ).count;

describe("postings given at the same moment", () => {
  test("go to the database in few calls, each with its own verdict", async () => {
    const calls: number[] = [];
    const counting: Database = {
      ...database.app,
      one: (text, values) => {
        calls.push(1);
        return database.app.one(text, values);
      },
    };
    const [rich, poor] = [wallet(), wallet()];
    await post(database.app, [moved("given", clearing, rich, 100n)], NOW);
    const answers = await Promise.all([
      ...Array.from({ length: 98 }, (_, n) => post(counting, [moved(`many-${n}`, clearing, rich, 1n)], NOW)),
      post(counting, [moved("none", poor, rich, 1n)], NOW),
      post(counting, [moved("given", clearing, rich, 100n)], NOW),
    ]);
    expect(answers.flat().slice(97)).toEqual(["posted", "short_of_money", "posted_before"]);
    expect(calls.length).toBeLessThanOrEqual(3);
    expect(await balanceOf(rich)).toBe(198n);
  });

  test("case 36: a wallet is emptied once, by a hundred in two processes at once", async () => {
    const full = wallet();
    await post(database.app, [moved("salary", clearing, full, 500n)], NOW);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => post(by(n), [moved(`withdraw-${n}`, full, clearing, 500n)], NOW)),
    );
    expect(answers.flat().filter((verdict) => verdict === "posted")).toHaveLength(1);
    expect(new Set(answers.flat())).toEqual(new Set(["posted", "short_of_money"]));
    expect(await balanceOf(full)).toBe(0n);
  });

  test("case 31: parts that sum to more than is there are refused from where it ends", async () => {
    const held = wallet();
    await post(database.app, [moved("held", clearing, held, 1_000n)], NOW);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => post(by(n), [moved(`part-${n}`, held, clearing, 300n)], NOW)),
    );
    expect(answers.flat().filter((verdict) => verdict === "posted")).toHaveLength(3);
    expect(await balanceOf(held)).toBe(100n);
  });

  test("one that breaks its call is refused alone", async () => {
    const sound = wallet();
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        post(database.app, [moved(n === 17 ? "bad \u0000 key" : `sound-${n}`, clearing, sound, 1n)], NOW),
      ),
    );
    expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(answers[17]?.status).toBe("rejected");
    expect(await balanceOf(sound)).toBe(39n);
  });

  test("case 63: on the same few accounts in opposite orders, from two processes, lock each other out never", async () => {
    const before = await deadlocks();
    const few = Array.from({ length: 6 }, wallet);
    await post(
      database.app,
      few.map((code, n) => moved(`few-${n}`, clearing, code, 100_000n)),
      NOW,
    );
    const of = (n: number): AccountCode => few[n % few.length] ?? clearing;
    const answers = await Promise.all(
      Array.from({ length: 1200 }, (_, n) =>
        post(by(n), [n % 2 === 0 ? moved(`x-${n}`, of(n), of(n + 1), 1n) : moved(`x-${n}`, of(n + 1), of(n), 1n)], NOW),
      ),
    );
    expect(new Set(answers.flat())).toEqual(new Set(["posted"]));
    expect(await faults(database.owner)).toEqual([]);
    await database.owner.query("select pg_stat_clear_snapshot()");
    expect(await deadlocks()).toBe(before);
  });
});

describe("a connection that is lost", () => {
  test("after the commit and before the answer leaves a posting made once, and it is answered as made", async () => {
    const code = wallet();
    const losing = answersLost(database.app, 1);
    expect(await post(losing, [moved("lost-1", clearing, code, 7n)], NOW)).toEqual(["posted"]);
    expect(await post(database.app, [moved("lost-1", clearing, code, 7n)], NOW)).toEqual(["posted_before"]);
    expect(await balanceOf(code)).toBe(7n);
  });

  test("in the middle of a batch, by a kill, leaves every posting of it made once", async () => {
    const code = wallet();
    await post(database.app, [moved("open", clearing, code, 1n)], NOW);
    const answers = await database.owner.transaction(async (tx) => {
      await tx.query("select from ledger.account where code = $1 for update", [code]);
      const waiting = Promise.all(
        Array.from({ length: 30 }, (_, n) => post(by(0), [moved(`killed-${n}`, clearing, code, 1n)], NOW)),
      );
      await killWaiting();
      return { waiting };
    });
    expect((await answers.waiting).flat()).toEqual(Array.from({ length: 30 }, () => "posted"));
    expect(await balanceOf(code)).toBe(31n);
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

/** A database whose first answers never arrive. */
function answersLost(db: Database, most: number): Database {
  const left = { count: most };
  return {
    ...db,
    one: async <Row>(...query: Parameters<Database["one"]>) => {
      const answer = await db.one<Row>(...query);
      left.count -= 1;
      if (left.count >= 0) throw new Error("Connection terminated unexpectedly");
      return answer;
    },
  };
}
