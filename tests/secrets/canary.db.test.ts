import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hours } from "../../core/time/index.ts";
import { SEALED_COLUMNS } from "../../server/entrypoints/sealed-columns.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { createMarket, type Market } from "../audit/market.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { ADDRESS } from "../money/world.ts";
import { browserOf, NOWHERE, PUSH } from "../rights/belongings.ts";

/** Values like no others: wherever one of them turns up, it came from where it was put in. */
const SECRETS = {
  "account number": "91827364509111",
  "second account number": "91827364509222",
  "session token of the seller": "canary-session-3f1c9a7e5b2d4860",
  "session token of staff": "canary-session-8d60b4e2a7c91f35",
  "token that opens nothing": "canary-session-00aa11bb22cc33dd",
  "field that no route has": "canary-field-5e7d1b93",
} as const;

/** Personal, and in its own tables by right: never in a log, a job, an announcement or a provider's hands that does not need it. */
const PERSONAL = { "line of an address": "77 Canary Row", "reason of a complaint": "canary reason 4b8e20" } as const;

let database: TestDatabase;
let market: Market;
const logged: string[] = [];
const answered: string[] = [];
/** What an answer says this once, with the bytes behind it. */
const shownOnce: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const stream = { write: (line: string) => void logged.push(line) };
  market = await createMarket(
    database,
    { level: "trace", stream },
    { bankAccount: false, parts: { outbound: NOWHERE, push: PUSH } },
  );
  const { world, staff } = market;
  await startSession(database.app, world.seller, world.now(), SECRETS["session token of the seller"]);
  await startSession(database.app, staff.admin, world.now(), SECRETS["session token of staff"]);
  await everything();
  await market.app.close();
});
afterAll(() => database.drop());

/** Sales that end in each way, accounts, withdrawals, staff at work, and requests that fail at every door. */
async function everything(): Promise<void> {
  const { world } = market;
  const seller = SECRETS["session token of the seller"];
  await ask(seller, "POST", "/seller/bank-accounts", account(SECRETS["account number"]));
  await ask(seller, "POST", "/seller/bank-accounts", account(SECRETS["account number"]));
  await ask(seller, "POST", "/seller/bank-accounts", account(SECRETS["second account number"]));
  await refusals(seller);
  await world.settle();
  await sales();
  await world.pass(hours(24 * 20));
  await ask(seller, "POST", "/wallet/withdrawals", { amount: { amount: 100, currency: "INR" } });
  await staffAtWork();
  await secretsMade();
  await brokenDatabase(seller);
  await world.pass(hours(48));
}

async function refusals(seller: string): Promise<void> {
  await ask(seller, "POST", "/seller/bank-accounts", { ...account(SECRETS["account number"]), ifsc: "wrong" });
  await ask(seller, "POST", "/seller/bank-accounts", account(`${SECRETS["account number"]}-`));
  await ask(seller, "POST", "/seller/bank-accounts", { [SECRETS["field that no route has"]]: "x" });
  await ask(seller, "GET", `/wallet?${SECRETS["field that no route has"]}=${SECRETS["account number"]}`);
  await ask(SECRETS["token that opens nothing"], "GET", "/wallet");
  await ask(null, "POST", "/seller/bank-accounts", account(SECRETS["account number"]));
}

async function sales(): Promise<void> {
  const { world } = market;
  const address = { ...ADDRESS, line1: PERSONAL["line of an address"] };
  const paid = () => world.paid({ address });
  const cancelled = await paid();
  await ask("buyer", "POST", `/orders/${cancelled.order.id}/cancel`, { reason: PERSONAL["reason of a complaint"] });
  const decided = await paid();
  const decision = { decision: "refund", reason: PERSONAL["reason of a complaint"] };
  await ask("finance", "POST", `/finance/orders/${decided.order.id}/decisions`, decision);
  const sent = await paid();
  await ask("seller", "POST", `/orders/${sent.order.id}/accept`, {});
  await world.dispatch(sent.order);
  await world.settle();
  await ask("buyer", "GET", `/orders/${sent.order.id}`);
  await ask("seller", "GET", "/orders");
}

async function staffAtWork(): Promise<void> {
  const admin = SECRETS["session token of staff"];
  const { body } = await ask(admin, "GET", "/admin/audit?limit=100");
  for (const { id } of body.data.slice(0, 20))
    await ask(admin, "POST", `/admin/audit/${id}/disclosures`, { reason: "A look" });
  for (const path of ["/finance/in-flight", "/finance/payouts", "/seller/bank-accounts", "/notifications"])
    await ask(admin, "GET", path);
}

/** An authenticator, another that is not confirmed yet, a key, and an endpoint with the secret that signs. */
async function secretsMade(): Promise<void> {
  const made = async (path: string, body: object = {}) => (await market.ask("finance", "POST", path, body)).body;
  const { secret } = await made("/users/me/second-factor");
  const { recoveryCodes } = await made("/users/me/second-factor/confirm", {
    code: new TOTP({ secret }).generate({ timestamp: market.world.now() }),
  });
  const another = await made("/users/me/second-factor");
  const key = await made("/users/me/api-keys", { name: "Demo", scopes: ["orders:read"] });
  const { keys } = browserOf("finance");
  await made("/push-subscriptions", browserOf("finance"));
  const hook = await made("/webhook-endpoints", { url: "https://hooks.example.test/in" });
  const bytes = [secret, another.secret].map((base32) => Secret.fromBase32(base32).hex.toLowerCase());
  const signing = Buffer.from(hook.secret.replace("whsec_", ""), "base64").toString("hex");
  shownOnce.push(secret, another.secret, ...bytes, ...recoveryCodes, key.token, hook.secret, signing, keys.auth);
}

/** PostgreSQL's own words carry the values of the row that it refused. */
async function brokenDatabase(seller: string): Promise<void> {
  await database.owner.query(
    "alter table payouts.bank_account add constraint canary_only check (holder_name <> 'Deccan Canary') not valid",
  );
  const broken = { ...account("91827364509333"), holderName: "Deccan Canary" };
  expect((await ask(seller, "POST", "/seller/bank-accounts", broken)).status).toBe(500);
}

const account = (accountNumber: string) =>
  ({ holderName: "Deccan Looms", accountNumber, ifsc: "YESB0000262", kind: "current" }) as const;

async function ask(who: string | null, method: "GET" | "POST", path: string, body?: object) {
  const answer = await market.ask(who, method, path, body);
  answered.push(JSON.stringify(answer.headers), answer.text);
  return answer;
}

test("what a person did says from where it was done", async () => {
  const silent = await database.owner.query(
    "select action from audit.entry where actor_id is not null and (origin is null or via is null)",
  );
  expect(silent).toEqual([]);
});

type Row = { table: string; row: string };

async function wholeDatabase(): Promise<Row[]> {
  const tables = await database.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows: Row[] = [];
  for (const { name } of tables)
    rows.push(
      ...(await database.owner.query<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => ({
        table: name,
        row,
      })),
    );
  return rows;
}

/** As it is, and as bytes are written. */
const formsOf = (value: string): string[] => [
  value,
  Buffer.from(value).toString("hex"),
  Buffer.from(value).toString("base64").replace(/=+$/, "").slice(0, -1),
  encodeURIComponent(value),
];
const holds = (text: string, value: string): boolean => formsOf(value).some((form) => text.includes(form));

describe("case 112: after all of this", () => {
  test("much was logged, answered and written, so that there was where to look", async () => {
    expect(logged.length).toBeGreaterThan(40);
    expect(answered.length).toBeGreaterThan(40);
    expect((await wholeDatabase()).length).toBeGreaterThan(100);
    expect([...market.world.rail.payees.values()]).toContain(SECRETS["account number"]);
    const sealed = SEALED_COLUMNS.map(({ table, column }) =>
      database.owner.one<{ rows: bigint }>(`select count(*) as rows from ${table} where ${column} is not null`),
    );
    for (const { rows } of await Promise.all(sealed)) expect(rows).toBeGreaterThan(0n);
  });

  test.each(Object.entries(SECRETS))("the %s is nowhere in the database but sealed", async (_, value) => {
    expect((await wholeDatabase()).filter(({ row }) => holds(row, value))).toEqual([]);
  });

  test("what was shown once is nowhere in the database, and in no log", async () => {
    expect(shownOnce.length).toBe(18);
    const rows = await wholeDatabase();
    for (const value of shownOnce) {
      expect(rows.filter(({ row }) => holds(row, value))).toEqual([]);
      expect(logged.filter((line) => holds(line, value))).toEqual([]);
    }
  });

  test.each([...Object.entries(SECRETS), ...Object.entries(PERSONAL)])("the %s is in no log", (_, value) => {
    expect(logged.filter((line) => holds(line, value))).toEqual([]);
    expect(market.world.errors.filter((error) => holds(String(error), value))).toEqual([]);
  });

  test.each(Object.entries(SECRETS))("the %s is in no answer", (what, value) => {
    // A field that is not known is named to whoever sent it.
    const own = what === "field that no route has";
    expect(own ? [] : answered.filter((text) => holds(text, value))).toEqual([]);
  });

  test.each(Object.entries(PERSONAL))("the %s is in no job, announcement or kept answer", async (_, value) => {
    const waiting = (await wholeDatabase()).filter(({ table }) => /^runtime\.(job|outbox|idempotency)/.test(table));
    expect(waiting.filter(({ row }) => holds(row, value))).toEqual([]);
  });
});
