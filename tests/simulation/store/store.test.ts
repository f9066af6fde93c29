import { beforeEach, describe, expect, test } from "vitest";
import { ROUTINES } from "./routines.ts";
import { ConstraintError, createStore, type Store } from "./store.ts";

const NOW = Date.UTC(2026, 2, 2);
const ID = "0".repeat(31);
const add = (id: number, key: string, runAt: number): readonly unknown[] => [
  7,
  `${ID}${id}`,
  "test",
  key,
  "{}",
  new Date(runAt).toISOString(),
];
const INSERT = "insert into runtime.job (shard, id, kind, key, payload, run_at) values ($1, $2, $3, $4, $5, $6)";

let store: Store;
beforeEach(() => {
  store = createStore(() => NOW, ROUTINES);
});

const inTransaction = (work: () => void): void => {
  store.begin();
  work();
  store.commit();
};

describe("the fast store", () => {
  test("throws at a statement that it does not know", () => {
    expect(() => store.run("merge into runtime.job using x on true", [])).toThrow("does not know this statement");
    expect(() => store.run("select secret from runtime.job", [])).toThrow("does not know this statement");
  });

  test("takes defaults, keys and checks from the migrations", () => {
    inTransaction(() => store.run(INSERT, add(1, "a", NOW)));
    expect(store.run("select attempts, dead_at from runtime.job", [])).toEqual([{ attempts: 0, dead_at: null }]);
    expect(() => inTransaction(() => store.run(INSERT, add(2, "a", NOW)))).toThrow(ConstraintError);
    store.rollBack();
    expect(() =>
      inTransaction(() => store.run(INSERT, [300, `${ID}3`, "test", "b", "{}", new Date(NOW).toISOString()])),
    ).toThrow("job_shard_check");
    store.rollBack();
    expect(() =>
      store.run("insert into ledger.account (shard, id, code, currency, guarded) values ($1, $2, $3, $4, $5)", [
        7,
        `${ID}1`,
        "escrow:x",
        "INR",
        false,
      ]),
    ).toThrow("entrusted_is_guarded");
  });

  test("undoes a whole transaction: what was added, changed and removed", () => {
    inTransaction(() => {
      store.run(INSERT, add(1, "a", NOW));
      store.run(INSERT, add(2, "b", NOW));
    });
    const before = store.run("select * from runtime.job order by key", []);
    store.begin();
    store.run(INSERT, add(3, "c", NOW));
    store.run("update runtime.job set attempts = attempts + 5 where key = $1", ["a"]);
    store.run("delete from runtime.job where key = $1", ["b"]);
    expect(store.run("select key, attempts from runtime.job order by key", [])).toEqual([
      { key: "a", attempts: 5 },
      { key: "c", attempts: 0 },
    ]);
    store.rollBack();
    expect(store.run("select * from runtime.job order by key", [])).toEqual(before);
  });

  test("knows null from false, and orders as PostgreSQL does", () => {
    inTransaction(() => {
      store.run(INSERT, add(1, "a", NOW + 2));
      store.run(INSERT, add(2, "b", NOW + 1));
      store.run("update runtime.job set lease = $1 where key = $2", [`${ID}9`, "b"]);
    });
    expect(store.run("select key from runtime.job where lease <> $1", [`${ID}8`])).toEqual([{ key: "b" }]);
    expect(store.run("select key from runtime.job order by lease desc, key", [])).toEqual([{ key: "a" }, { key: "b" }]);
    expect(store.run("select key from runtime.job order by run_at limit $1", [1])).toEqual([{ key: "b" }]);
  });

  test("refuses to change what is written once", () => {
    const columns = "(id, at, actor, actor_id, action, subject, reason, detail)";
    inTransaction(() =>
      store.run(`insert into audit.entry ${columns} values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
        `${ID}1`,
        new Date(NOW).toISOString(),
        "system",
        null,
        "a",
        "s",
        null,
        "{}",
      ]),
    );
    expect(() => store.run("delete from audit.entry where id = $1", [`${ID}1`])).toThrow("written once");
  });
});
