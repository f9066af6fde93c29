import { expectOk } from "@amana/core/result";
import { at } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertUser } from "#modules/identity";
import { newRootId } from "#runtime/ids";
import { keyring } from "#runtime/secrets";
import { runDueJobs } from "#runtime/work";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { asking } from "../../../tests/money/asking.ts";
import { fakeRail } from "../../../tests/money/rail.ts";
import { bankAccountsOf, changeBankAccount } from "./account-store.ts";
import { addBankAccount, registerBankAccount, verifyAgain } from "./bank-accounts.ts";
import { DEFAULT_PAYOUT_RULES } from "./jobs.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const KEY = keyring(new Uint8Array(32).fill(9));
const NUMBER = "026291800001191";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function seller() {
  const id = newRootId("user", NOW);
  await insertUser(database.app, {
    id,
    demoKey: null,
    name: "Shop (demo shop)",
    email: `${id}@example.test`,
    phone: "9000000001",
    roles: ["user"],
    pickupAddress: null,
  });
  return id;
}

const tryToAdd = (user: Awaited<ReturnType<typeof seller>>, accountNumber = NUMBER, ifsc = "YESB0000262", key = KEY) =>
  addBankAccount(database.app, key, asking(user), { holderName: "Shop", accountNumber, ifsc, kind: "current" }, NOW);
const add = async (...[user, accountNumber]: Parameters<typeof tryToAdd>) =>
  expectOk(await tryToAdd(user, accountNumber), "an account");
const register = (rail = fakeRail(), key = KEY) =>
  runDueJobs(
    database.app,
    [registerBankAccount(database.app, rail, key, { ...DEFAULT_PAYOUT_RULES, rail, mayPayOut: async () => null })],
    () => NOW,
  );

test("case 112: the number of a bank account lies nowhere in the database but sealed", async () => {
  await add(await seller());
  const rail = fakeRail();
  await register(rail);
  expect([...rail.payees.values()]).toEqual([NUMBER]);
  const tables = await database.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const rows = await database.owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    expect(rows.filter(({ row }) => row.includes(NUMBER) || row.includes(Buffer.from(NUMBER).toString("hex")))).toEqual(
      [],
    );
  }
});

test("case 113: a sealed number copied to another row does not open", async () => {
  const mine = await add(await seller());
  await register();
  const thief = await seller();
  const theirs = await add(thief, "999999999999999");
  await database.app.query(
    "update payouts.bank_account set account_number_sealed = (select account_number_sealed from payouts.bank_account where id = $1) where id = $2",
    [mine.id.slice(5), theirs.id.slice(5)],
  );
  const rail = fakeRail();
  await register(rail);
  expect(rail.payees.size).toBe(0);
  expect((await bankAccountsOf(database.app, thief)).map(({ status }) => status)).toEqual(["pending"]);
  expect(
    await database.owner.query("select attempts from runtime.job where key = $1", [
      `bank_account.register:${theirs.id}`,
    ]),
  ).toEqual([{ attempts: 1 }]);
});

test("case 119: the audit entry of an account is written in the transaction that adds it", async () => {
  const user = await seller();
  await database.owner.query(
    "alter table payouts.bank_account add constraint refused_here check (ifsc <> 'NOPE0000000')",
  );
  const refused = addBankAccount(
    database.app,
    KEY,
    asking(user),
    { holderName: "Shop", accountNumber: NUMBER, ifsc: "NOPE0000000", kind: "savings" },
    NOW,
  );
  await expect(refused).rejects.toThrow("refused_here");
  const account = await add(user);
  const rows = await database.owner.query(
    `select e.action, e.subject, e.detail, e.xmin::text = b.xmin::text as together from audit.entry e, payouts.bank_account b where b.user_id = $1 and e.actor_id = $1`,
    [user.slice(4)],
  );
  expect(rows).toEqual([
    {
      action: "bank_account.added",
      subject: account.id,
      detail: {},
      together: true,
    },
  ]);
});

test("of two accounts added at once exactly one is the primary one", async () => {
  const user = await seller();
  await Promise.all([add(user, "111111111111"), add(user, "222222222222"), add(user, "333333333333")]);
  const accounts = await bankAccountsOf(database.app, user);
  expect(accounts).toHaveLength(3);
  expect(accounts.filter(({ primary }) => primary)).toHaveLength(1);
});

test("case 115: an account is on a user's list once, whatever its branch and key, and a refused one may be added again", async () => {
  const user = await seller();
  const first = await add(user, "500000000001");
  const onceMore = (key = KEY) => tryToAdd(user, "500000000001", "YESB0000999", key);
  expect(await onceMore()).toEqual({ ok: false, error: "on_the_list_already" });
  expect(await onceMore(keyring(new Uint8Array(32).fill(10), [KEY.current]))).toMatchObject({ ok: false });
  expect((await tryToAdd(user, "500000000001", "HDFC0000262")).ok).toBe(true);
  await changeBankAccount(database.app, first.id, { status: "failed" });
  expect((await onceMore()).ok).toBe(true);
  expect(await verifyAgain(database.app, asking(user), first.id, NOW)).toEqual({
    ok: false,
    error: "on_the_list_already",
  });
});

test("case 115: of twenty who add the same account at once for one user exactly one does", async () => {
  const user = await seller();
  const answers = await Promise.all(Array.from({ length: 20 }, () => tryToAdd(user, "500000000002")));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("case 115: the index is the last wall: the database refuses a second row that this code would let pass", async () => {
  const user = await seller();
  await add(user, "500000000003");
  const copied = database.app.query(
    `insert into payouts.bank_account (id, user_id, holder_name, account_number_sealed, last4, ifsc, kind, status, is_primary, added_at, number_index)
     select gen_random_uuid(), user_id, holder_name, account_number_sealed, last4, ifsc, kind, status, false, added_at, number_index
       from payouts.bank_account where user_id = $1`,
    [user.slice(4)],
  );
  await expect(copied).rejects.toThrow("bank_account_once_per_payee");
});

test("case 115: the same account with another user is allowed, and a fact in the audit log", async () => {
  const first = await add(await seller(), "500000000004");
  const second = await add(await seller(), "500000000004");
  expect(
    await database.owner.query(
      "select subject, detail from audit.entry where action = 'bank_account.shared' and subject = $1",
      [second.id],
    ),
  ).toEqual([{ subject: second.id, detail: { others: 1, accounts: [first.id] } }]);
});
