import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { post } from "../../server/modules/ledger/index.ts";
import { createSealer, headsWriter } from "../../server/modules/seals/index.ts";
import { type Database, sqlStateOf } from "../../server/runtime/database/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { clock, KEY, NOW, note, saleOf, sell } from "./market.ts";

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "amana-seals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

type Block = { chain: string; number: bigint; first: bigint; last: bigint; count: number };
const blocks = (db: Database, chain = "ledger"): Promise<Block[]> =>
  db.query<Block>("select chain, number, first, last, count from seals.block where chain = $1 order by number", [
    chain,
  ]);
const sealerOf = (db: Database) => createSealer({ db, clock, key: KEY });

/** Steps until nothing is left. */
async function sealAll(db: Database): Promise<number> {
  const sealer = sealerOf(db);
  let sealed = 0;
  for (let made = -1; made !== 0; sealed += made) made = await sealer.step();
  return sealed;
}

describe("sealing", () => {
  test("every posting is sealed once, in the order of its number, at most 1,000 in a block", async () => {
    await sell(database.app, 0, 400);
    await sealAll(database.app);
    const made = await blocks(database.owner);
    expect(made.map(({ count }) => count)).toEqual([1000, 200]);
    expect(made.map(({ number }) => number)).toEqual([1n, 2n]);
    expect(made[1]?.first).toBeGreaterThan(made[0]?.last ?? 0n);
    const { numbers } = await database.owner.one<{ numbers: bigint }>("select count(*) as numbers from ledger.posting");
    expect(numbers).toBe(1200n);
  });

  test("nothing new makes no block", async () => {
    await sell(database.app, 0, 1);
    expect(await sealAll(database.app)).toBe(1);
    expect(await sealAll(database.app)).toBe(0);
  });

  test("a transaction that has drawn a number and is still open holds the seal back; what comes after it stays behind it", async () => {
    const sealer = sealerOf(database.app);
    await sell(database.app, 0, 1);
    let release: (rollback: boolean) => void = () => {};
    const opened = Promise.withResolvers<void>();
    const ended = database.app.transaction(async (tx) => {
      await post(tx, saleOf(1).slice(0, 1), NOW);
      const go = new Promise<boolean>((resolve) => {
        release = resolve;
      });
      opened.resolve();
      await go;
    });
    await opened.promise;
    // Drawn later, committed earlier.
    await sell(database.app, 2, 1);
    expect(await sealer.step()).toBe(0);
    expect(await sealer.step()).toBe(0);
    release(false);
    await ended;
    expect(await sealer.step()).toBe(1);
    const [block, ...more] = await blocks(database.owner);
    expect(more).toEqual([]);
    expect(block?.count).toBe(7);
    expect(await sealAll(database.app)).toBe(0);
  });

  test("a transaction that begins to write after the mark does not hold the seal back", async () => {
    const sealer = sealerOf(database.app);
    await sell(database.app, 0, 1);
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const [goFirst, goSecond] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const writer = (number: number, opened: PromiseWithResolvers<void>, go: PromiseWithResolvers<void>) =>
      database.app.transaction(async (tx) => {
        await post(tx, saleOf(number).slice(0, 1), NOW);
        opened.resolve();
        await go.promise;
      });
    const a = writer(1, first, goFirst);
    await first.promise;
    expect(await sealer.step()).toBe(0);
    const b = writer(2, second, goSecond);
    await second.promise;
    goFirst.resolve();
    await a;
    expect(await sealer.step()).toBe(1);
    expect((await blocks(database.owner)).map(({ count }) => count)).toEqual([4]);
    goSecond.resolve();
    await b;
    expect(await sealAll(database.app)).toBe(1);
  });

  test("many processes that seal at once make one chain", async () => {
    await sell(database.app, 0, 1000);
    const sealers = Array.from({ length: 6 }, () => sealerOf(database.app));
    for (let round = 0; round < 3; round++) await Promise.all(sealers.map((sealer) => sealer.step()));
    const made = await blocks(database.owner);
    expect(made.map(({ number }) => Number(number))).toEqual([1, 2, 3]);
    expect(made.reduce((sum, { count }) => sum + count, 0)).toBe(3000);
  });

  test("the audit log and the events of deals have chains of their own", async () => {
    await note(database.app, "tested.once");
    await note(database.app, "tested.twice");
    await sealAll(database.app);
    expect(await blocks(database.owner, "audit")).toMatchObject([{ number: 1n, count: 2 }]);
    expect(await blocks(database.owner, "deals")).toEqual([]);
  });

  test("numbers that transactions drew and gave up leave a gap, and no block waits for them", async () => {
    await sell(database.app, 0, 1);
    await database.app
      .transaction(async (tx) => {
        await post(tx, saleOf(1).slice(0, 1), NOW);
        throw new Error("given up");
      })
      .catch(() => {});
    expect(await sealAll(database.app)).toBe(1);
    await sell(database.app, 2, 1);
    expect(await sealAll(database.app)).toBe(1);
    expect((await blocks(database.owner)).map(({ first, last }) => [Number(first), Number(last)])).toEqual([
      [1, 3],
      [5, 7],
    ]);
  });
});

describe("heads outside the database", () => {
  const linesOf = (file: string): { head?: { chain: string; number: number } }[] =>
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  const numbersIn = (file: string): number[] => linesOf(file).flatMap(({ head }) => (head ? [head.number] : []));

  test("each head is one line, after the line of its key, and comes once however often it is copied", async () => {
    const file = join(folder, "once.jsonl");
    await sell(database.app, 0, 1);
    await sealAll(database.app);
    const writer = headsWriter(database.app, file);
    expect(await writer.copy()).toBe(1);
    expect(await writer.copy()).toBe(0);
    await sell(database.app, 1, 1);
    await sealAll(database.app);
    expect(await headsWriter(database.app, file).copy()).toBe(1);
    expect(linesOf(file)[0]).toEqual({ key: KEY.id, publicKey: KEY.publicKey });
    expect(numbersIn(file)).toEqual([1, 2]);
  });

  test("a line that a crash cut off is written again whole", async () => {
    const file = join(folder, "cut.jsonl");
    await sell(database.app, 0, 1);
    await sealAll(database.app);
    await headsWriter(database.app, file).copy();
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.slice(0, whole.length - 40));
    expect(await headsWriter(database.app, file).copy()).toBe(1);
    expect(readFileSync(file, "utf8").trim().split("\n").at(-1)).toBe(whole.trim().split("\n").at(-1));
  });

  test("a database that has lost what the file has is refused, and says so", async () => {
    const file = join(folder, "lost.jsonl");
    await sell(database.app, 0, 1);
    await sealAll(database.app);
    await headsWriter(database.app, file).copy();
    const [, line = ""] = readFileSync(file, "utf8").split("\n");
    appendFileSync(file, `${line.replace('"number":1', '"number":2')}\n`);
    await expect(headsWriter(database.app, file).copy()).rejects.toThrow(/end with block 2 of ledger/);
  });
});

describe("rights", () => {
  test.each([
    "update seals.block set count = 1",
    "delete from seals.block",
    "truncate seals.block",
    "insert into seals.key values ('a', decode(repeat('00', 32), 'hex'), now())",
    "delete from seals.key",
    "drop table seals.block",
    "alter table seals.block disable trigger written_once",
    "create table seals.other (a int)",
    "drop index ledger.posting_by_number",
    "insert into audit.entry (id, at, actor, action, subject, detail, number) overriding system value values (gen_random_uuid(), now(), 'a', 'b', 'c', '{}', 1)",
    "select setval('ledger.posting_number_seq', 1)",
    "update audit.entry set actor = 'nobody'",
    "delete from audit.entry",
    "truncate audit.entry",
    "drop trigger written_once on audit.entry",
  ])("case 118: the application may not %s", async (sql) => {
    const error = await database.app.query(sql).catch((reason: unknown) => reason);
    expect(sqlStateOf(error)).toBe("42501");
  });

  test("case 118: not even the owner changes or removes a block while its trigger stands", async () => {
    await sell(database.app, 0, 1);
    await sealAll(database.app);
    for (const sql of [
      "update seals.block set count = 2",
      "delete from seals.block",
      "truncate seals.block",
      "delete from seals.key",
    ])
      await expect(database.owner.query(sql)).rejects.toThrow(/written once/);
  });

  test("case 118: the application puts no block anywhere but at the end", async () => {
    await sell(database.app, 0, 1);
    await sealAll(database.app);
    const again = `select seals.append(chain, number, first, last, count, root, previous, sealed_at, b.key, salt_hash, hash, signature, salt, members,
      leaves, tags, k.public_key) from seals.block b join seals.key k on k.id = b.key`;
    await expect(database.app.query(again)).rejects.toThrow(/does not follow/);
    await expect(database.app.query(again.replace("number,", "number + 1,"))).rejects.toThrow(/does not follow/);
  });
});

test("case 119: an audit entry that was rolled back with its act leaves no trace in the chain, and one that was kept is sealed", async () => {
  await database.app
    .transaction(async (tx) => {
      await post(tx, saleOf(0).slice(0, 1), NOW);
      await tx.query(
        "insert into audit.entry (id, at, actor, action, subject, detail) values (gen_random_uuid(), now(), 'system', 'given.up', 'a test', '{}')",
      );
      throw new Error("given up");
    })
    .catch(() => {});
  await note(database.app, "kept");
  await sealAll(database.app);
  const sealed = await database.owner.query<{ chain: string; count: number }>("select chain, count from seals.block");
  expect(sealed).toEqual([{ chain: "audit", count: 1 }]);
});
