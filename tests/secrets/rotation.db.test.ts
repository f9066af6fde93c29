import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectOk } from "../../core/result/index.ts";
import { at } from "../../core/time/index.ts";
import { SEALED_COLUMNS } from "../../server/entrypoints/sealed-columns.ts";
import { insertUser } from "../../server/modules/identity/index.ts";
import { ACCOUNT_NUMBERS, addBankAccount } from "../../server/modules/payouts/index.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import {
  blindIndex,
  indexedBy,
  type Keyring,
  keyId,
  keyring,
  placeIn,
  reseal,
  seal,
  sealedBy,
  unseal,
} from "../../server/runtime/secrets/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { asking } from "../money/asking.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);
const BOTH = keyring(NEW, [OLD]);
const IFSC = "YESB0000262";

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

async function person() {
  const user = newRootId("user", NOW);
  const email = `${user}@example.test`;
  const about = { id: user, demoKey: null, name: "Shop (demo shop)", email, phone: "9000000001" };
  await insertUser(database.app, { ...about, roles: ["user"], pickupAddress: null });
  return user;
}

async function add(keys = keyring(OLD), accountNumber = "026291800001191", user?: Awaited<ReturnType<typeof person>>) {
  const details = { holderName: "Shop", accountNumber, ifsc: IFSC, kind: "current" } as const;
  return expectOk(
    await addBankAccount(database.app, keys, asking(user ?? (await person())), details, NOW),
    "an account",
  );
}

const rotate = (keys = BOTH, batch = 3, db: Database = database.app) => reseal(db, keys, ACCOUNT_NUMBERS, batch);
const uuidOf = (id: string): string => id.slice("bank_".length);

const opens = async (keys: Keyring = keyring(NEW)): Promise<string[]> =>
  (
    await database.owner.query<{ id: string; sealed: Buffer }>(
      "select id, account_number_sealed as sealed from payouts.bank_account",
    )
  ).map(({ id, sealed }) => unseal(keys, placeIn(ACCOUNT_NUMBERS, ACCOUNT_NUMBERS.rowId(id)), sealed));

const allBy = (key: Uint8Array, rows: bigint) => [{ key: keyId(key).toString("hex"), rows }];

describe("case 114: the data key is changed", () => {
  test("by two rotations while people add accounts, and each number is sealed once by the new key", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(keyring(OLD), `1000000000${n + 10}`)));
    const [first, second] = await Promise.all([rotate(), rotate(), ...Array.from({ length: 5 }, () => add(BOTH))]);
    expect(first.resealed + second.resealed).toBe(20);
    expect(await opens()).toHaveLength(25);
    expect(await sealedBy(database.app, ACCOUNT_NUMBERS)).toEqual(allBy(NEW, 25n));
    expect(await indexedBy(database.app, ACCOUNT_NUMBERS)).toEqual(allBy(NEW, 25n));
    expect(await rotate()).toEqual({ resealed: 0, unreadable: [], alike: [] });
  });

  test("and dies after each batch in turn: what is done stays, every number opens at every moment, the next run goes on", async () => {
    for (let n = 0; n < 12; n++) await add(keyring(OLD), `2000000000${n + 10}`);
    let done = 0;
    for (let run = 1; done < 12; run++) {
      await expect(rotate(BOTH, 3, dyingAfter(database.app, 1))).rejects.toThrow("killed");
      done = Number((await sealedBy(database.app, ACCOUNT_NUMBERS)).find(({ key }) => key === nameOf(NEW))?.rows ?? 0n);
      expect(done).toBe(3 * run);
      expect(await opens(BOTH)).toHaveLength(12);
    }
    expect(await rotate()).toMatchObject({ resealed: 0 });
    expect(await opens()).toHaveLength(12);
  });

  test("and dies in the middle of a batch, of which nothing stays", async () => {
    for (let n = 0; n < 6; n++) await add(keyring(OLD), `3000000000${n + 10}`);
    await expect(rotate(BOTH, 6, dyingAtUpdate(database.app, 4))).rejects.toThrow("killed");
    expect(await sealedBy(database.app, ACCOUNT_NUMBERS)).toEqual(allBy(OLD, 6n));
    expect((await rotate()).resealed).toBe(6);
  });

  test("a number that opens with none of the keys is named and left as it is, and the others are done", async () => {
    const lost = await add(keyring(new Uint8Array(32).fill(3)));
    await add();
    expect(await rotate()).toEqual({ resealed: 1, unreadable: [lost.id], alike: [] });
    expect(await rotate()).toEqual({ resealed: 0, unreadable: [lost.id], alike: [] });
  });
});

describe("case 115: the index of account numbers", () => {
  test("is filled by a rotation where it was not yet, and says the same as that of a new account", async () => {
    const account = await add(keyring(NEW));
    await database.owner.query("update payouts.bank_account set number_index = null");
    expect((await rotate(keyring(NEW))).resealed).toBe(1);
    expect(
      await database.owner.query("select number_index from payouts.bank_account where id = $1", [uuidOf(account.id)]),
    ).toEqual([{ number_index: blindIndex(keyring(NEW), ACCOUNT_NUMBERS.name, "YESB:026291800001191") }]);
  });

  test("leaves out the second of two equal accounts from before there was one, names it, and does the others", async () => {
    const user = await person();
    const first = await add(keyring(OLD), "400000000001", user);
    const second = await add(keyring(OLD), "400000000002", user);
    await add(keyring(OLD), "400000000003", user);
    const sealed = seal(keyring(OLD), placeIn(ACCOUNT_NUMBERS, second.id), "400000000001");
    await database.owner.query(
      "update payouts.bank_account set number_index = null, account_number_sealed = case when id = $1 then $2 else account_number_sealed end",
      [uuidOf(second.id), sealed],
    );
    const done = await rotate();
    expect(done.alike).toHaveLength(1);
    expect([first.id, second.id]).toContain(done.alike[0]);
    expect(done.resealed).toBe(3);
    expect(await indexedBy(database.app, ACCOUNT_NUMBERS)).toEqual([...allBy(NEW, 2n), { key: "none", rows: 1n }]);
    expect((await opens()).sort()).toEqual(["400000000001", "400000000001", "400000000003"]);
  });
});

test("case 113: a sealed number that was copied to another row is not made good by a rotation", async () => {
  const [mine, theirs] = [await add(), await add()];
  await database.owner.query(
    "update payouts.bank_account set account_number_sealed = (select account_number_sealed from payouts.bank_account where id = $1) where id = $2",
    [uuidOf(mine.id), uuidOf(theirs.id)],
  );
  expect((await rotate()).unreadable).toEqual([theirs.id]);
});

test("cases 113 and 114: every column that is named as sealed is in the registry", async () => {
  const columns = await database.owner.query<{ name: string }>(
    `select table_schema || '.' || table_name || ':' || column_name as name from information_schema.columns
      where data_type = 'bytea' and column_name ~ '(sealed|secret)' and column_name not like '%hash%' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(SEALED_COLUMNS.map(({ table, column }) => `${table}:${column}`).sort()).toEqual(
    columns.map(({ name }) => name).sort(),
  );
});

const nameOf = (key: Uint8Array): string => keyId(key).toString("hex");

/** A database whose process is killed after that many commits. */
function dyingAfter(db: Database, commits: number): Database {
  let left = commits;
  return {
    ...db,
    async transaction(work, options) {
      if (left-- <= 0) throw new Error("killed");
      return await db.transaction(work, options);
    },
  };
}

/** A database whose process is killed before that many updates of a transaction. */
const dyingAtUpdate = (db: Database, updates: number): Database => ({
  ...db,
  transaction: (work, options) =>
    db.transaction(async (tx) => {
      let left = updates;
      return await work({
        ...tx,
        query: (text, values) => {
          if (text.startsWith("update") && left-- <= 1) return Promise.reject(new Error("killed"));
          return tx.query(text, values);
        },
      });
    }, options),
});
