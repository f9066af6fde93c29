import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OrderId, shardOf, type UserId } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { days } from "../../core/time/index.ts";
import { exportLedger } from "../../server/entrypoints/cli/ledger-export.ts";
import { verifyDump } from "../../server/entrypoints/cli/ledger-verify.ts";
import { insertUser, startSession } from "../../server/modules/identity/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { createSealer, headsWriter, publicKeyPem } from "../../server/modules/seals/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { createMarket, type Market } from "../audit/market.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { clock, KEY } from "../seals/market.ts";

/** All that names the person who will be forgotten. */
const PERSON = {
  name: "Zubeida Canary (demo buyer)",
  email: "zubeida.canary@example.test",
  phone: "9812340765",
  line1: "77 Canary Row",
  accountNumber: "91827364509111",
  last4: "9111",
} as const;

const folder = mkdtempSync(join(tmpdir(), "amana-erase-"));
const [dump, heads, publicKey] = [join(folder, "dump"), join(folder, "heads.jsonl"), join(folder, "key.pem")];
let database: TestDatabase;
let market: Market;
let person: UserId;
let order: OrderId;

beforeAll(async () => {
  database = await testDatabase();
  market = await createMarket(database);
  const { world } = market;
  person = newRootId("user", world.now());
  const about = { id: person, demoKey: null, name: PERSON.name, email: PERSON.email, phone: PERSON.phone };
  await insertUser(database.app, { ...about, roles: ["user"], pickupAddress: null });
  await startSession(database.app, person, world.now(), "person");
  await startSession(database.app, world.seller, world.now(), "seller");
  const account = {
    holderName: "Zubeida Canary",
    accountNumber: PERSON.accountNumber,
    ifsc: "YESB0000262",
    kind: "savings",
  };
  expect((await market.ask("person", "POST", "/seller/bank-accounts", account)).status).toBe(201);
  const address = {
    name: PERSON.name,
    phone: PERSON.phone,
    line1: PERSON.line1,
    line2: null,
    city: "Mumbai",
    postcode: "400001",
  };
  order = (await world.paid({ buyer: person, address })).order.id;
});
afterAll(async () => {
  await market.app.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const erase = (who = "admin", id = person) =>
  market.ask(who, "POST", `/admin/users/${id}/erase`, { reason: "Asked by letter of 2 March" });

const change = async (minor: bigint): Promise<void> => {
  const entries = move(accounts.clearing("testpay"), accounts.wallet(person), money(minor, "INR"));
  const posting = { key: `change:${minor}`, kind: "refund_to_wallet" as const, deal: null, entries };
  await post(market.world.db, [{ shard: shardOf(person), ...posting }], market.world.now());
};

async function rowsThatName(values: readonly string[]): Promise<string[]> {
  const tables = await database.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const { row } of await database.owner.query<{ row: string }>(`select t::text as row from ${name} t`))
      if (values.some((value) => row.includes(value))) found.push(name);
  return [...new Set(found)].sort();
}

async function verified() {
  const sealer = createSealer({ db: database.app, clock, key: KEY });
  while ((await sealer.step()) > 0);
  await headsWriter(database.app, heads).copy();
  writeFileSync(publicKey, publicKeyPem(KEY.publicKey));
  await exportLedger(database.ownerUrl, dump);
  return await verifyDump({ dump, heads, publicKey });
}

test("case 116: nobody is forgotten while an order is open, by anybody but an admin, or by themselves", async () => {
  for (const who of ["person", "finance", "support"]) expect((await erase(who)).status).toBe(403);
  expect((await erase("admin", market.staff.admin)).status).toBe(403);
  expect((await erase("admin", market.staff.finance)).status).toBe(409);
  expect((await erase("admin", newRootId("user", market.world.now()))).status).toBe(404);
  const refused = await erase();
  expect([refused.status, refused.body.detail]).toEqual([409, "Orders of this user are not over."]);
});

test("case 116: nor while there is money of theirs", async () => {
  expect((await market.ask("person", "POST", `/orders/${order}/cancel`, {})).status).toBe(200);
  await market.world.pass(days(1));
  await change(500n);
  expect((await erase()).body.detail).toBe("There is money in the user's wallet, or a debt.");
  await change(-500n);
  expect(await rowsThatName([PERSON.email])).not.toEqual([]);
});

test("case 116: then all that names them is gone, the books and every seal stay right, and nobody signs in", async () => {
  expect((await verified()).faults).toEqual([]);
  const before = await database.owner.query("select * from ledger.entry order by shard, account, seq");
  expect((await erase()).status).toBe(204);
  expect(await rowsThatName([...Object.values(PERSON).filter((value) => value !== PERSON.last4)])).toEqual([]);
  expect(await database.owner.query("select from audit.kept where person = $1", [person.slice(4)])).toEqual([]);
  expect(await database.owner.query("select * from ledger.entry order by shard, account, seq")).toEqual(before);
  const report = await verified();
  expect([report.ok, report.faults]).toEqual([true, []]);
  expect((await market.ask("person", "GET", "/wallet")).status).toBe(401);
  const kept = await market.ask("seller", "GET", `/orders/${order}`);
  expect([kept.status, kept.body.shippingAddress]).toEqual([200, null]);
  expect(await market.world.books()).toEqual([]);
});

test("case 116: it is one entry of the audit log, with who and why, however often it is asked for", async () => {
  expect((await erase()).status).toBe(204);
  const { data } = (await market.ask("admin", "GET", "/admin/audit?action=user.erased")).body;
  expect(data).toMatchObject([{ actorId: market.staff.admin, subject: person, reason: "Asked by letter of 2 March" }]);
  expect(JSON.parse(data[0].detail).forgotten).toBeGreaterThan(0);
});
