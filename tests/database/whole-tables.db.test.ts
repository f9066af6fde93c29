import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { days } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import type { Database, Queryable } from "../../server/runtime/database/index.ts";
import { applicationOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";
import { type TestDatabase, testDatabase } from "./index.ts";

/** Few rows however large the marketplace. */
const SMALL = new Set(["key"]);

let database: TestDatabase;
let world: World;
let order: Order;
const statements = new Set<string>();

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld({ ...database, app: remembering(database.app) });
  order = (await world.shipped()).order;
  await world.give(order, "confirm_receipt", "buyer");
  await world.pass(days(1));
  await readAsPeopleDo();
  await pretendMillions();
});
afterAll(() => database.drop());

test("no statement of a sale, and none of what people read of it, looks at all rows of a table that grows", async () => {
  expect(statements.size).toBeGreaterThan(50);
  const whole: string[] = [];
  for (const statement of statements) {
    const text = statement.replaceAll(/\s+/g, " ").trim();
    const tables = wholeTables(await planOf(statement)).filter((table) => !SMALL.has(table));
    if (tables.length > 0) whole.push(`${tables.join(", ")}: ${text}`);
  }
  expect(whole).toEqual([]);
});

/** Those of which every row is read, or every row of a shard. */
function wholeTables(plan: readonly string[]): string[] {
  const tables: string[] = [];
  let scanned = "";
  for (const line of plan) {
    scanned = / Scan (?:Backward )?(?:using \w+ )?on (\w+)/.exec(line)?.[1] ?? scanned;
    if (line.includes("Seq Scan on ") || /Index Cond: \(\w*\.?shard = [^)]*\)$/.test(line)) tables.push(scanned);
  }
  return tables;
}

const planOf = (statement: string): Promise<string[]> =>
  database.owner.transaction(async (tx) => {
    await tx.query("set local enable_seqscan = off");
    const rows = await tx.query<{ "QUERY PLAN": string }>(`explain (generic_plan) ${statement}`);
    return rows.map((row) => row["QUERY PLAN"]);
  });

/** The planner believes that every table has a million rows in 256 shards, and that what an id names is rare. */
async function pretendMillions(): Promise<void> {
  const ours = "not in ('pg_catalog', 'information_schema')";
  await database.owner.query(
    `select pg_restore_relation_stats('schemaname', schemaname::text, 'relname', tablename::text, 'relpages', 1, 'reltuples', 1e6::real)
       from pg_tables where schemaname ${ours}`,
  );
  await database.owner.query(
    `select pg_restore_attribute_stats('schemaname', table_schema::text, 'relname', table_name::text, 'attname', column_name::text, 'inherited', false,
       'null_frac', 0::real, 'avg_width', 16, 'n_distinct', case column_name when 'shard' then 256 else -0.1 end::real)
       from information_schema.columns where table_schema ${ours} and (column_name = 'shard' or udt_name = 'uuid')`,
  );
}

function remembering(db: Database): Database {
  return {
    ...db,
    ...listening(db),
    transaction: (work, options) => db.transaction((tx) => work({ ...tx, ...listening(tx) }), options),
  };
}

function listening(db: Queryable): Queryable {
  const heard =
    <T>(ask: (text: string, values?: readonly unknown[]) => T) =>
    (text: string, values?: readonly unknown[]): T => {
      if (/^\s*(select|with|update|delete)\b/i.test(text)) statements.add(text);
      return ask(text, values);
    };
  return { query: heard(db.query), one: heard(db.one), maybe: heard(db.maybe) } as Queryable;
}

async function readAsPeopleDo(): Promise<void> {
  await startSession(database.app, world.buyer, world.now(), "buyer");
  await startSession(database.app, world.seller, world.now(), "seller");
  const staff = await world.person();
  await database.owner.query(`update identity."user" set roles = '{user,support}' where id = $1`, [uuidOf(staff)]);
  await startSession(database.app, staff, world.now(), "staff");
  const app = await applicationOf(world);
  const of = `/orders/${order.id}`;
  const own = ["/wallet", "/wallet/entries?currency=INR", "/notifications", of, `${of}/timeline`, `${of}/tracking`];
  const paths = [
    ...own,
    `${of}/statement`,
    `${of}/statement/proof`,
    "/wallet/statement?currency=INR&from=2026-01-01T00:00:00Z&to=2026-03-03T00:00:00Z",
  ];
  for (const who of ["buyer", "seller"])
    for (const path of [...paths, `/dashboard?role=${who}&market=products`, ...lists(`/orders?role=${who}`)]) {
      const { statusCode } = await app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${who}` } });
      expect([path, statusCode]).toEqual([path, 200]);
    }
  for (const path of [...lists(`/admin/orders?buyer=${world.buyer}`), ...lists("/admin/orders?limit=5")]) {
    const { statusCode } = await app.inject({ url: `/api/v1${path}`, headers: { authorization: "Bearer staff" } });
    expect([path, statusCode]).toEqual([path, 200]);
  }
  await app.close();
}

/** A list of orders by everything by which it can be sorted, filtered and searched. */
const lists = (path: string): string[] => [
  path,
  ...["-placedAt", "placedAt", "-total", "total", "dueAt"].map((sort) => `${path}&sort=${sort}`),
  `${path}&status=shipped&escrow=held&currency=INR&min=1&max=9&from=2026-01-01T00:00:00Z&until=2026-03-03T00:00:00Z`,
  `${path}&q=cotton&sort=-total`,
];
