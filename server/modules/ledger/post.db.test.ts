import { makeId } from "@amana/core/ids";
import { type AccountCode, accounts, type Entry, isGuarded, move, type Posting } from "@amana/core/ledger";
import { type Currency, LARGEST_MINOR, money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { constraintOf, sqlStateOf } from "#runtime/database";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { accountId } from "./account-id.ts";
import { balances, faults, post } from "./store.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const SHARD = 7;
const DENIED = "42501";
const CHECK_VIOLATION = "23514";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
});
afterAll(() => database.drop());

let made = 0;
const user = () => makeId("user", NOW, Buffer.from(String(++made).padStart(9, "0")), SHARD);
const deal = () => makeId("deal", NOW, Buffer.from(String(++made).padStart(9, "0")), SHARD);
const inr = (minor: bigint) => money(minor, "INR");
const posting = (key: string, entries: readonly Entry[], shard = SHARD): Posting => ({
  shard,
  key,
  kind: "fund",
  deal: null,
  entries,
});
const give = (key: string, to: AccountCode, minor: bigint) =>
  posting(key, move(accounts.clearing("test"), to, inr(minor)));
const take = (key: string, from: AccountCode, minor: bigint) =>
  posting(key, move(from, accounts.commission(), inr(minor)));
const doPost = (...postings: Posting[]) => post(database.app, postings, NOW);
const balanceOf = async (code: AccountCode): Promise<bigint> =>
  (await balances(database.owner, code)).find(({ account }) => account === code)?.balance.minor ?? 0n;
const rows = async (key: string): Promise<number> =>
  (await database.owner.query("select from ledger.posting where key = $1", [key])).length;
const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable("it was not refused"),
    (error: unknown) => error,
  );

/** As a program would that does not ask core: straight to the function in the database. */
function postRaw(
  key: string,
  entries: readonly { code: string; amount: string; currency?: Currency; guarded?: boolean; id?: string }[],
) {
  return database.app.one(
    `select ledger.post(array[${SHARD}]::smallint[], array[gen_random_uuid()], array[$1], array['f'], array['fund'], array[null]::uuid[], array[now()],
       array_fill(${SHARD}::smallint, array[cardinality($2::uuid[])]), $2, $3::text[], $4::text[], $5::boolean[],
       array_fill(1, array[cardinality($2::uuid[])]), array(select generate_series(1, cardinality($2::uuid[]))), $6::bigint[])`,
    [
      key,
      entries.map(({ id, code, currency }) => id ?? accountId(SHARD, code as AccountCode, currency ?? "INR")),
      entries.map(({ code }) => code),
      entries.map(({ currency }) => currency ?? "INR"),
      entries.map(({ guarded, code }) => guarded ?? isGuarded(code as AccountCode)),
      entries.map(({ amount }) => amount),
    ],
  );
}

describe("a posting", () => {
  test("is posted once under its key, and answers so when it is repeated", async () => {
    const wallet = accounts.wallet(user());
    expect(await doPost(give("once", wallet, 100n))).toEqual(["posted"]);
    expect(await doPost(give("once", wallet, 100n))).toEqual(["posted_before"]);
    expect(await doPost(give("once", wallet, 101n))).toEqual(["key_reused"]);
    expect(await doPost({ ...give("once", wallet, 100n), kind: "release" })).toEqual(["key_reused"]);
    expect(await balanceOf(wallet)).toBe(100n);
  });

  test("is the same in any order of its entries", async () => {
    const wallet = accounts.wallet(user());
    await doPost(give("turned", wallet, 5n));
    expect(await doPost(posting("turned", give("turned", wallet, 5n).entries.toReversed()))).toEqual(["posted_before"]);
  });

  test("that is short of money leaves nothing behind, and its key may be used when there is money", async () => {
    const wallet = accounts.wallet(user());
    expect(await doPost(take("short", wallet, 10n))).toEqual(["short_of_money"]);
    expect(await rows("short")).toBe(0);
    await doPost(give("later", wallet, 10n));
    expect(await doPost(take("short", wallet, 10n))).toEqual(["posted"]);
  });

  test("that is repeated by a hundred at once is posted once", async () => {
    const wallet = accounts.wallet(user());
    const verdicts = (await Promise.all(Array.from({ length: 100 }, () => doPost(give("storm", wallet, 7n))))).flat();
    expect(verdicts.filter((verdict) => verdict === "posted")).toHaveLength(1);
    expect(await balanceOf(wallet)).toBe(7n);
  });
});

describe("a batch", () => {
  test("gives each posting its own verdict, in order: what comes in first pays for what goes out", async () => {
    const [rich, poor] = [accounts.wallet(user()), accounts.wallet(user())];
    await doPost(give("b0", rich, 100n));
    const verdicts = await doPost(
      take("b1", rich, 60n),
      take("b2", rich, 60n),
      take("b3", poor, 1n),
      give("b4", poor, 5n),
      take("b5", poor, 5n),
      give("b0", rich, 100n),
      take("b6", rich, 40n),
    );
    expect(verdicts).toEqual([
      "posted",
      "short_of_money",
      "posted",
      "posted",
      "short_of_money",
      "posted_before",
      "posted",
    ]);
    expect([await balanceOf(rich), await balanceOf(poor)]).toEqual([0n, 4n]);
    expect(await faults(database.owner)).toEqual([]);
  });

  test("one that debits an account twice beyond what it has is refused alone", async () => {
    const [wallet, other] = [accounts.wallet(user()), accounts.wallet(user())];
    await doPost(give("d0", wallet, 100n));
    const twice = posting("d1", [
      ...move(wallet, accounts.commission(), inr(60n)),
      ...move(wallet, accounts.intershard(), inr(60n)),
    ]);
    expect(await doPost(twice, give("d2", other, 1n))).toEqual(["short_of_money", "posted"]);
    const through = posting("d3", [
      ...move(wallet, accounts.commission(), inr(150n)),
      ...move(accounts.clearing("test"), wallet, inr(50n)),
    ]);
    expect(await doPost(through)).toEqual(["posted"]);
    expect(await balanceOf(wallet)).toBe(0n);
    expect(await faults(database.owner)).toEqual([]);
  });

  test("goes over several shards, all or nothing", async () => {
    const amount = inr(9n);
    const out = posting("s1", move(accounts.clearing("test"), accounts.intershard(), amount), 3);
    const into = posting("s2", move(accounts.intershard(), accounts.wallet(user()), amount), 200);
    expect(await doPost(out, into)).toEqual(["posted", "posted"]);
    expect((await balances(database.owner, "intershard")).map(({ balance }) => balance.minor)).toEqual([0n]);
    await expect(
      doPost(
        posting("s3", move(accounts.clearing("test"), accounts.intershard(), amount), 3),
        give("s3", accounts.wallet(user()), 1n),
        give("s3", accounts.wallet(user()), 1n),
      ),
    ).rejects.toThrow("one key twice");
    expect(await rows("s3")).toBe(0);
  });

  test("that opens the same new accounts as others at once neither fails nor opens them twice", async () => {
    const fresh = Array.from({ length: 8 }, () => accounts.wallet(user()));
    const shuffled = (n: number) => fresh.map((_, at) => fresh[(at * 3 + n) % fresh.length] ?? expect.unreachable());
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => doPost(...shuffled(n).map((code, at) => give(`new-${n}-${at}`, code, 1n)))),
    );
    expect(await Promise.all(fresh.map(balanceOf))).toEqual(fresh.map(() => 20n));
    expect(await database.owner.query("select from ledger.account where code = any ($1)", [fresh])).toHaveLength(8);
  });
});

describe("case 53–55: what is no posting is refused at the door, and by the database itself", () => {
  const wallet = () => accounts.wallet(user());

  test("one that does not sum to zero", async () => {
    await expect(doPost(posting("u1", [{ account: wallet(), amount: inr(1n) }]))).rejects.toThrow(
      "does_not_sum_to_zero",
    );
    expect(
      constraintOf(
        await refusal(
          postRaw("u2", [
            { code: wallet(), amount: "5" },
            { code: "clearing:test", amount: "-4" },
          ]),
        ),
      ),
    ).toBe("posting_sums_to_zero");
    expect(await rows("u2")).toBe(0);
  });

  test("one that sums to zero only over two currencies", async () => {
    const mixed = [
      { account: wallet(), amount: inr(5n) },
      { account: accounts.clearing("test"), amount: money(-5n, "USD") },
    ];
    await expect(doPost(posting("c1", mixed))).rejects.toThrow("does_not_sum_to_zero");
    const raw = postRaw("c2", [
      { code: wallet(), amount: "5" },
      { code: "clearing:test", amount: "-5", currency: "USD" },
    ]);
    expect(constraintOf(await refusal(raw))).toBe("posting_sums_to_zero");
  });

  test("one of another currency into the escrow of a deal", async () => {
    const escrow = accounts.escrow(deal());
    await doPost(give("e1", escrow, 5n));
    const foreign = doPost(posting("e2", move(accounts.clearing("test"), escrow, money(5n, "USD"))));
    expect(constraintOf(await refusal(foreign))).toBe("posting_sums_to_zero");
    expect(await balanceOf(escrow)).toBe(5n);
  });

  test("entries of zero, and none at all", async () => {
    await expect(doPost(posting("z1", move(accounts.clearing("test"), wallet(), inr(0n))))).rejects.toThrow(
      "entry_of_zero",
    );
    await expect(doPost(posting("z2", []))).rejects.toThrow("no_entries");
    expect(
      sqlStateOf(
        await refusal(
          postRaw("z3", [
            { code: wallet(), amount: "0" },
            { code: "clearing:test", amount: "0" },
          ]),
        ),
      ),
    ).toBe(CHECK_VIOLATION);
  });

  test("what people entrusted to us, said to be unguarded", async () => {
    const raw = postRaw("g1", [
      { code: wallet(), amount: "-5", guarded: false },
      { code: "clearing:test", amount: "5" },
    ]);
    expect(constraintOf(await refusal(raw))).toBe("entrusted_is_guarded");
  });

  test.each(["9223372036854775807", "9223372036854775808", "1.5", "NaN", "Infinity", "1e3", "", " ", "٣", "null"])(
    "an amount of %j",
    async (amount) => {
      const code = wallet();
      await doPost(give(`n0-${amount}`, code, 1n));
      await refusal(
        postRaw(`n1-${amount}`, [
          { code, amount },
          { code: "clearing:test", amount: `-${amount}` },
        ]),
      );
      expect(await balanceOf(code)).toBe(1n);
    },
  );

  test("the largest amount there is passes exactly", async () => {
    const code = wallet();
    expect(await doPost(give("max", code, LARGEST_MINOR))).toEqual(["posted"]);
    expect(await balanceOf(code)).toBe(9_007_199_254_740_991n);
  });
});

describe("the second wall: the owner of the database himself", () => {
  const asOwner = (sql: string, values: unknown[] = []) => database.owner.query(sql, values);

  test("cannot put a balance below zero, nor move it without an entry", async () => {
    const wallet = accounts.wallet(user());
    await doPost(give("w1", wallet, 10n));
    expect(
      constraintOf(await refusal(asOwner("update ledger.account set balance = -1 where code = $1", [wallet]))),
    ).toBe("never_below_zero");
    expect(
      constraintOf(await refusal(asOwner("update ledger.account set balance = 11 where code = $1", [wallet]))),
    ).toBe("balance_of_last_entry");
    const id = accountId(SHARD, wallet, "INR");
    const lone = asOwner("insert into ledger.entry values ($1, $2, 2, gen_random_uuid(), 5, 15, 'INR')", [SHARD, id]);
    expect(constraintOf(await refusal(lone))).toBe("posting_sums_to_zero");
  });

  test("cannot open an account that begins with money, nor rename one, nor change its currency or guard", async () => {
    const wallet = accounts.wallet(user());
    await doPost(give("w2", wallet, 10n));
    const opened = asOwner(
      "insert into ledger.account (shard, id, code, currency, guarded, balance) values (1, gen_random_uuid(), 'gift', 'INR', true, 5)",
    );
    expect(sqlStateOf(await refusal(opened))).toBe("23001");
    for (const change of ["code = 'x'", "currency = 'USD'", "guarded = false, code = 'x'", "id = gen_random_uuid()"]) {
      expect(sqlStateOf(await refusal(asOwner(`update ledger.account set ${change} where code = $1`, [wallet])))).toBe(
        "23001",
      );
    }
  });

  test.each([
    "update ledger.entry set amount = amount",
    "delete from ledger.entry",
    "truncate ledger.entry",
    "update ledger.posting set kind = 'fund'",
    "delete from ledger.posting",
    "truncate ledger.posting",
    "delete from ledger.account",
    "truncate ledger.account",
    "update escrow.event set note = 'x'",
    "delete from escrow.event",
    "truncate escrow.event",
    "update audit.entry set reason = 'x'",
    "delete from audit.entry",
    "truncate audit.entry cascade",
  ])("case 118: cannot %s, and the application may not even try", async (sql) => {
    await doPost(give(`row for ${sql}`, accounts.wallet(user()), 1n));
    expect(sqlStateOf(await refusal(asOwner(sql)))).toBe("23001");
    expect(sqlStateOf(await refusal(database.app.query(sql)))).toBe(DENIED);
  });

  test.each([
    "insert into ledger.entry values (1, gen_random_uuid(), 1, gen_random_uuid(), 1, 1, 'INR')",
    "insert into ledger.posting (shard, id, key, fingerprint, kind, posted_at) values (1, gen_random_uuid(), 'k', 'f', 'fund', now())",
    "insert into ledger.account (shard, id, code, currency, guarded) values (1, gen_random_uuid(), 'x', 'INR', false)",
    "update ledger.account set balance = 5",
    "update escrow.deal set state = 'completed'",
    "update escrow.deal set deadline_due_at = now()",
    "delete from escrow.deal",
    "select ledger.enter_one_by_one(null, null, null, null, null, null, null, null, null)",
    "create table ledger.own ()",
    "create schema own",
    "create table public.own ()",
    "alter table ledger.entry disable trigger all",
    "drop trigger written_once on ledger.entry",
    "create or replace function ledger.refuse_unbalanced() returns trigger language plpgsql as 'begin return null; end'",
    "set session_replication_role = replica",
  ])("case 118: the application may not %s", async (sql) => {
    expect(sqlStateOf(await refusal(database.app.query(sql)))).toBe(DENIED);
  });
});
