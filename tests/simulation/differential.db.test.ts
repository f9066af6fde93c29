import { describe, expect, test } from "vitest";
import { connect, type Database } from "../../server/runtime/database/index.ts";
import { testDatabase } from "../database/index.ts";
import { restoreRandomBytes } from "./dice.ts";
import { runHistory } from "./history.ts";
import type { Asked } from "./process.ts";
import type { Row } from "./store/evaluation.ts";
import { allTables, type Store } from "./store/store.ts";

/** Some of every kind, and those in which work is handed over, changed and late, carts change and banks are right. */
const SEEDS = [...Array.from({ length: 12 }, (_, n) => 500 + n), 537, 539, 597, 617];

/** As text that two databases write alike: ids without dashes, no difference between numbers and bigints, keys in order. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === "") return value ?? null;
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return String(value);
  if (typeof value === "string")
    return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value) ? value.replaceAll("-", "") : value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object")
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, plain(inner)]),
    );
  return value;
}

const textOf = (row: Row): string => JSON.stringify(plain(row));

/** The same rows; in the same order too where the statement asks for one. */
function same(text: string, mine: readonly Row[], theirs: readonly Row[]): void {
  const [left, right] = [mine.map(textOf), theirs.map(textOf)];
  const ordered = /order by/.test(text) && !/returning/.test(text);
  expect(ordered ? left : left.sort(), text).toEqual(ordered ? right : right.sort());
}

/** Asks PostgreSQL what was asked of the fast store, statement by statement, in the same transactions and at the same time. */
async function replay(db: Database, log: readonly Asked[]): Promise<void> {
  for (const asked of log) {
    if (asked.kind !== "statement") {
      await db.query(asked.kind);
      continue;
    }
    const text = asked.text.replace(/\bnow\(\)/g, `timestamptz '${new Date(asked.now).toISOString()}'`);
    const rows = await db.query<Row>(text, asked.params).catch((error: unknown) => {
      if (asked.rows !== null) throw error;
      return null;
    });
    expect(rows === null, `refused: ${asked.text}`).toBe(asked.rows === null);
    if (rows !== null && asked.rows !== null) same(asked.text, asked.rows, rows);
  }
}

/** Counters are left out: PostgreSQL also counts what was refused or rolled back. */
async function compareTables(db: Database, store: Store): Promise<number> {
  let compared = 0;
  for (const [name, { shape }] of allTables()) {
    const mine = [...store.rows(name)];
    const table = name.replace(/\.(user|order)$/, '."$1"');
    const theirs = await db.query<Row>(`select * from ${table}`);
    const counted = [...shape.columns.values()].filter((column) => column.counted).map((column) => column.name);
    const without = (row: Row): Row =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !counted.includes(column)));
    expect(mine.map(without).map(textOf).sort(), name).toEqual(theirs.map(without).map(textOf).sort());
    compared += mine.length;
  }
  return compared;
}

describe("the fast store of the simulation", () => {
  test.each(SEEDS)(
    "answers as PostgreSQL does, and keeps the same rows: history %i",
    async (seed) => {
      const log: Asked[] = [];
      const { world, violations } = await runHistory(seed, { record: (asked) => log.push(asked) });
      restoreRandomBytes();
      expect(violations).toEqual([]);
      const database = await testDatabase();
      const db = connect(database.ownerUrl, { connections: 1 });
      try {
        await replay(db, log);
        expect(await compareTables(db, world.store)).toBeGreaterThan(20);
      } finally {
        await db.close();
        await database.drop();
      }
    },
    120_000,
  );
});
