import { after, at, type Instant } from "@amana/core/time";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../../../tests/database/index.ts";
import { CommitOutcomeUnknown, connect, constraintOf, type Database, json, sqlStateOf, timestamp } from "./index.ts";

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await emptyDatabase({ random: () => 0 });
  db = database.owner;
  await db.query("create table counter (id int primary key, n bigint not null)");
});
afterAll(() => database.drop());
beforeEach(async () => {
  await db.query("truncate counter");
  await db.query("insert into counter values (1, 0), (2, 0)");
});

/** A gate that one side opens and the other waits at. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const counterOf = async (id: number): Promise<bigint> =>
  (await db.one<{ n: bigint }>("select n from counter where id = $1", [id])).n;

describe("values", () => {
  test("a bigint goes there and back without losing a digit, also in arrays", async () => {
    const large = 9_223_372_036_854_775_807n;
    expect(
      await db.one("select $1::bigint as one, $2::bigint[] as many, count(*) as counted from counter", [
        large,
        [large, null, -1n],
      ]),
    ).toEqual({
      one: large,
      many: [large, null, -1n],
      counted: 2n,
    });
  });

  test("another pool of the process keeps pg's own types", async () => {
    const { default: pg } = await import("pg");
    const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    expect((await pool.query("select 1::bigint as n")).rows).toEqual([{ n: "1" }]);
    await pool.end();
  });

  test("an Instant goes there and back; microseconds are cut and zones are understood", async () => {
    const moment = at(Date.UTC(2026, 10, 21, 4, 5, 6, 789));
    const row = await db.one<{ back: Instant; cut: Instant; zone: Instant; early: Instant; many: Instant[] }>(
      `select $1::timestamptz as back, '2026-11-21 04:05:06.789999+00'::timestamptz as cut, '2026-11-21 09:35:06.789+05:30'::timestamptz as zone,
              '1969-12-31 23:59:59.999+00'::timestamptz as early, array[$1::timestamptz] as many`,
      [timestamp(moment)],
    );
    expect(row).toEqual({ back: moment, cut: moment, zone: moment, early: -1, many: [moment] });
    expect(after(row.back, 1)).toBe(moment + 1);
  });

  test("a moment that no Instant can hold is an error and not a wrong one", async () => {
    await expect(db.query("select 'infinity'::timestamptz")).rejects.toThrow(/not a moment/);
    expect(await db.one("select 1 as n")).toEqual({ n: 1 });
  });

  test("numeric and date stay text, jsonb is read", async () => {
    expect(
      await db.one(
        "select 12345678901234567890.10::numeric as n, array[1.10::numeric] as ns, '2026-11-21'::date as d, $1::jsonb as j",
        [json([{ a: 1 }])],
      ),
    ).toEqual({ n: "12345678901234567890.10", ns: ["1.10"], d: "2026-11-21", j: [{ a: 1 }] });
  });
});

describe("rows", () => {
  test("one throws unless there is exactly one, maybe unless there is at most one", async () => {
    expect(await db.maybe("select * from counter where id = 9")).toBeNull();
    expect(await db.maybe("select id from counter where id = 1")).toEqual({ id: 1 });
    await expect(db.one("select * from counter where id = 9")).rejects.toThrow(
      "expected exactly one row and got 0: select * from counter where id = 9",
    );
    await expect(db.one("select * from counter")).rejects.toThrow(/got 2/);
    await expect(db.maybe("select * from counter")).rejects.toThrow(/at most one row and got 2/);
  });

  test("a refusal of the database tells its SQLSTATE and constraint, also through a cause", async () => {
    const refusal = await db.query("insert into counter values (1, 0)").catch((error: unknown) => error);
    expect(sqlStateOf(refusal)).toBe("23505");
    expect(constraintOf(new Error("wrapped", { cause: refusal }))).toBe("counter_pkey");
    expect(sqlStateOf(new Error("another"))).toBeNull();
  });

  test("a statement with values is prepared once and run again with others; one that is put together anew each time is not kept for ever", async () => {
    await db.transaction(async (tx) => {
      const text = "select id from counter where id = $1";
      for (const id of [1, 2]) expect(await tx.one(text, [id])).toEqual({ id });
      expect(await tx.query("select from pg_prepared_statements where statement = $1", [text])).toHaveLength(1);
      for (let n = 0; n < 2_100; n++) await tx.query(`select ${n} where $1`, [true]);
      const [{ count } = { count: 0n }] = await tx.query<{ count: bigint }>(
        "select count(*) from pg_prepared_statements",
      );
      expect(count).toBeLessThanOrEqual(2_000n);
    });
  });
});

describe("a transaction", () => {
  test("keeps all or nothing", async () => {
    const failing = db.transaction(async (tx) => {
      await tx.query("update counter set n = 5");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await counterOf(1)).toBe(0n);
    expect(
      await db.transaction(
        async (tx) => (await tx.one<{ n: bigint }>("update counter set n = 7 where id = 1 returning n")).n,
      ),
    ).toBe(7n);
    expect(await counterOf(1)).toBe(7n);
  });

  test("runs its hooks only after the commit, in order, and never after a rollback", async () => {
    const seen: string[] = [];
    await db.transaction(async (tx) => {
      tx.afterCommit(async () => void seen.push(`first sees ${await counterOf(1)}`));
      tx.afterCommit(() => void seen.push("second"));
      await tx.query("update counter set n = 1 where id = 1");
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(["first sees 1", "second"]);

    await db
      .transaction(async (tx) => {
        tx.afterCommit(() => void seen.push("never"));
        throw new Error("no");
      })
      .catch(() => {});
    expect(seen).not.toContain("never");
  });

  test("that has happened is not undone by a hook that throws", async () => {
    const problems: string[] = [];
    const watched = connect(database.ownerUrl, {
      onProblem: (what, error) => problems.push(`${what}: ${error instanceof Error ? error.message : error}`),
    });
    const value = await watched.transaction(async (tx) => {
      tx.afterCommit(() => {
        throw new Error("too late");
      });
      return "kept";
    });
    expect(value).toBe("kept");
    expect(problems).toEqual(["a hook after a commit threw: too late"]);
    await watched.close();
  });

  test("whose failure was swallowed inside does not look as if it had been kept", async () => {
    const swallowing = db.transaction(async (tx) => {
      await tx.query("update counter set n = 9 where id = 1");
      await tx.query("select 1 / 0").catch(() => {});
    });
    await expect(swallowing).rejects.toThrow(/was rolled back/);
    expect(await counterOf(1)).toBe(0n);
  });

  test("takes no queries once it is over", async () => {
    const escaped = await db.transaction(async (tx) => ({ tx }));
    await expect(escaped.tx.query("select 1")).rejects.toThrow(/has ended/);
  });

  test("whose connection breaks while committing is unknown, not failed, and does not run again", async () => {
    let runs = 0;
    const broken = db.transaction(async (tx) => {
      runs += 1;
      await tx.query("create temporary table doomed (n int) on commit drop");
      // The server ends this connection while it works on the commit.
      await tx.query(
        "create function pg_temp.die() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'",
      );
      await tx.query(
        "create constraint trigger die after insert on doomed deferrable initially deferred for each row execute function pg_temp.die()",
      );
      await tx.query("insert into doomed values (1)");
    });
    await expect(broken).rejects.toBeInstanceOf(CommitOutcomeUnknown);
    expect(runs).toBe(1);
    expect(await db.one("select 1 as n")).toEqual({ n: 1 });
  });
});

describe("a transaction that others get in the way of", () => {
  test("runs again after a serialization failure, with the other's work in sight and only its last hooks", async () => {
    const seen: bigint[] = [];
    const hooks: number[] = [];
    let runs = 0;
    await db.transaction(
      async (tx) => {
        runs += 1;
        const run = runs;
        tx.afterCommit(() => void hooks.push(run));
        const { n } = await tx.one<{ n: bigint }>("select n from counter where id = 1");
        seen.push(n);
        if (run === 1) await database.owner.query("update counter set n = n + 10 where id = 1");
        await tx.query("update counter set n = $1 where id = 1", [n + 1n]);
      },
      { isolation: "serializable" },
    );
    expect(seen).toEqual([0n, 10n]);
    expect(await counterOf(1)).toBe(11n);
    expect(hooks).toEqual([2]);
  });

  test("runs again after a deadlock, and both are kept", async () => {
    const [one, two] = [gate(), gate()];
    const add = (first: number, second: number, mine: ReturnType<typeof gate>, theirs: ReturnType<typeof gate>) =>
      db.transaction(async (tx) => {
        await tx.query("update counter set n = n + 1 where id = $1", [first]);
        mine.open();
        await theirs.opened;
        await tx.query("update counter set n = n + 1 where id = $1", [second]);
      });
    await Promise.all([add(1, 2, one, two), add(2, 1, two, one)]);
    expect([await counterOf(1), await counterOf(2)]).toEqual([2n, 2n]);
  });

  test("runs again when a lock is not free, and gives up after its retries", async () => {
    const [held, release] = [gate(), gate()];
    const holder = db.transaction(async (tx) => {
      await tx.query("select from counter where id = 1 for update");
      held.open();
      await release.opened;
    });
    await held.opened;
    let runs = 0;
    const giving = db.transaction(
      async (tx) => {
        runs += 1;
        await tx.query("select from counter where id = 1 for update nowait");
      },
      { retries: 2 },
    );
    await expect(giving).rejects.toSatisfy((error) => sqlStateOf(error) === "55P03");
    expect(runs).toBe(3);
    release.open();
    await holder;
  });

  test("does not run again for any other refusal", async () => {
    let runs = 0;
    const refused = db.transaction(async (tx) => {
      runs += 1;
      await tx.query("insert into counter values (1, 0)");
    });
    await expect(refused).rejects.toSatisfy((error) => sqlStateOf(error) === "23505");
    expect(runs).toBe(1);
  });
});

describe("limits", () => {
  test("end a statement that takes too long, and a transaction that idles", async () => {
    const problems: string[] = [];
    const hasty = connect(database.ownerUrl, {
      statementTimeoutMs: 50,
      idleInTransactionTimeoutMs: 50,
      onProblem: (what) => problems.push(what),
    });
    await expect(hasty.query("select pg_sleep(10)")).rejects.toSatisfy((error) => sqlStateOf(error) === "57014");
    const idle = hasty.transaction(async (tx) => {
      const { pid } = await tx.one<{ pid: number }>("select pg_backend_pid() as pid");
      await untilGone(pid);
      await tx.query("select 1");
    });
    await expect(idle).rejects.toThrow();
    expect(await hasty.one("select 1 as n")).toEqual({ n: 1 });
    await hasty.close();
  });

  test("a broken idle connection is reported, and the next query gets another one", async () => {
    const problems: string[] = [];
    const reported = gate();
    const watched = connect(database.ownerUrl, {
      connections: 1,
      onProblem: (what) => {
        problems.push(what);
        reported.open();
      },
    });
    const { pid } = await watched.one<{ pid: number }>("select pg_backend_pid() as pid");
    await db.query("select pg_terminate_backend($1)", [pid]);
    await reported.opened;
    expect(problems).toEqual(["an idle database connection broke"]);
    expect(await watched.one("select 1 as n")).toEqual({ n: 1 });
    await watched.close();
  });
});

async function untilGone(pid: number): Promise<void> {
  for (;;) if ((await db.query("select from pg_stat_activity where pid = $1", [pid])).length === 0) return;
}
