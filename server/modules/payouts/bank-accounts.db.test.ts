import { at } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertUser } from "#modules/identity";
import { newRootId } from "#runtime/ids";
import { keyring } from "#runtime/secrets";
import { runDueJobs } from "#runtime/work";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { fakeRail } from "../../../tests/money/rail.ts";
import { bankAccountsOf } from "./account-store.ts";
import { addBankAccount, registerBankAccount } from "./bank-accounts.ts";
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

const add = (user: Awaited<ReturnType<typeof seller>>, accountNumber = NUMBER) =>
  addBankAccount(
    database.app,
    KEY,
    user,
    { holderName: "Shop", accountNumber, ifsc: "YESB0000262", kind: "current" },
    NOW,
  );
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
    user,
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
      detail: { last4: "1191", ifsc: "YESB0000262" },
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
