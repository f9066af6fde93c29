import { at } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertUser } from "#modules/identity";
import { newRootId } from "#runtime/ids";
import { keyId, keyring, unseal } from "#runtime/secrets";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { addBankAccount } from "./bank-accounts.ts";
import { resealBankAccounts, sealedBankAccounts } from "./reseal.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);
const BOTH = keyring(NEW, [OLD]);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function add(keys = keyring(OLD), accountNumber = "026291800001191") {
  const user = newRootId("user", NOW);
  const email = `${user}@example.test`;
  const person = { id: user, demoKey: null, name: "Shop (demo shop)", email, phone: "9000000001" };
  await insertUser(database.app, { ...person, roles: ["user"], pickupAddress: null });
  const details = { holderName: "Shop", accountNumber, ifsc: "YESB0000262", kind: "current" } as const;
  return await addBankAccount(database.app, keys, user, details, NOW);
}

const rotate = (keys = BOTH, batch = 3) => resealBankAccounts(database.app, keys, () => NOW, batch);

const opens = async (keys = keyring(NEW)): Promise<string[]> =>
  (
    await database.owner.query<{ id: string; sealed: Buffer }>(
      "select 'bank_' || replace(id::text, '-', '') as id, account_number_sealed as sealed from payouts.bank_account",
    )
  ).map(({ id, sealed }) => unseal(keys, `payouts.bank_account:account_number:${id}`, sealed));

test("case 114: two rotations and people who add accounts meet, and each number is sealed once by the new key", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => add(keyring(OLD), `1000000000${n + 10}`)));
  const [first, second] = await Promise.all([rotate(), rotate(), ...Array.from({ length: 5 }, () => add(BOTH))]);
  expect(first.resealed + second.resealed).toBe(20);
  expect(await opens()).toHaveLength(25);
  expect(await sealedBankAccounts(database.app)).toEqual([{ key: keyId(NEW).toString("hex"), accounts: 25n }]);
  expect(await rotate()).toEqual({ resealed: 0, unreadable: [] });
});

test("case 114: a number that opens with none of the keys is named and left as it is, and the others are done", async () => {
  const lost = await add(keyring(new Uint8Array(32).fill(3)));
  await add();
  expect(await rotate()).toEqual({ resealed: 1, unreadable: [lost.id] });
  expect(await rotate()).toEqual({ resealed: 0, unreadable: [lost.id] });
  await database.owner.query("delete from payouts.bank_account where id = $1", [lost.id.slice("bank_".length)]);
});

test("case 113: a sealed number that was copied to another row is not made good by a rotation", async () => {
  const [mine, theirs] = [await add(), await add()];
  await database.owner.query(
    "update payouts.bank_account set account_number_sealed = (select account_number_sealed from payouts.bank_account where id = $1) where id = $2",
    [mine.id.slice("bank_".length), theirs.id.slice("bank_".length)],
  );
  expect((await rotate()).unreadable).toEqual([theirs.id]);
});
