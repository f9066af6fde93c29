import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportTables } from "../../server/entrypoints/cli/ledger-export.ts";
import { type Verified, verifyDump } from "../../server/entrypoints/cli/ledger-verify.ts";
import { createSealer, headsWriter, publicKeyPem } from "../../server/modules/seals/index.ts";
import { queryableOn } from "../../server/runtime/database/queryable.ts";
import { typeParsers } from "../../server/runtime/database/values.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { clock, KEY, note, sell } from "./market.ts";
import { type Named, TAMPERINGS, type Tampering } from "./tampering.ts";

/** How many random places each kind of tampering is tried at: a few in every run, 50 with `TAMPER_PLACES=50`. */
const PLACES = Number(process.env.TAMPER_PLACES ?? "5");
const ROUNDS = 6;
const SALES = 12;

const folder = mkdtempSync(join(tmpdir(), "amana-tampering-"));
const [dump, heads, publicKey] = [join(folder, "dump"), join(folder, "heads.jsonl"), join(folder, "key.pem")];
let database: TestDatabase;
let client: pg.Client;

/** A ledger in several blocks, with numbers left out, and with everything off that guards the tables. */
beforeAll(async () => {
  database = await testDatabase();
  const sealer = createSealer({ db: database.app, clock, key: KEY });
  for (let round = 0; round < ROUNDS; round++) {
    await sell(database.app, round * SALES, SALES / 2);
    await database.app
      .transaction(async (tx) => {
        await sell(
          { ...tx, transaction: (work: (inner: typeof tx) => unknown) => work(tx) } as never,
          10_000 + round,
          1,
        );
        throw new Error("given up");
      })
      .catch(() => {});
    await sell(database.app, round * SALES + SALES / 2, SALES / 2);
    await note(database.app, `round.${round}`);
    while ((await sealer.step()) > 0);
  }
  await headsWriter(database.app, heads).copy();
  writeFileSync(publicKey, publicKeyPem(KEY.publicKey));
  for (const table of ["ledger.account", "ledger.posting", "ledger.entry", "seals.block", "seals.key", "audit.entry"])
    await database.owner.query(`alter table ${table} disable trigger user`);
  await database.owner.query(
    "alter table ledger.account drop constraint never_below_zero, drop constraint entrusted_is_guarded",
  );
  client = new pg.Client({ connectionString: database.ownerUrl, types: typeParsers, options: "-c TimeZone=UTC" });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Repeatable dice (mulberry32). */
function dice(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

/** Tampers in a transaction, dumps what it made, and takes it back. */
async function tampered(
  tampering: Tampering,
  pick: (count: number) => number,
  inThreads: boolean,
): Promise<{ named: Named; report: Verified }> {
  await client.query("begin");
  try {
    const named = await tampering.act(queryableOn(client), pick);
    await exportTables(client, dump);
    return { named, report: await verifyDump({ dump, heads, publicKey, inThreads }) };
  } finally {
    await client.query("rollback");
  }
}

test("a ledger that nobody touched is right, and each of its rows is sealed", async () => {
  await exportTables(client, dump);
  const report = await verifyDump({ dump, heads, publicKey });
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({
    ok: true,
    trust: "public-key",
    postings: ROUNDS * SALES * 3,
    entries: ROUNDS * SALES * 7,
  });
  expect(report.chains.ledger).toEqual({ blocks: ROUNDS, sealed: ROUNDS * SALES * 3, unsealed: 0 });
  expect(report.chains.audit).toEqual({ blocks: ROUNDS, sealed: ROUNDS, unsealed: 0 });
});

for (const [index, tampering] of TAMPERINGS.entries()) {
  const title = `case 117: ${tampering.what}, at ${PLACES} random places: each seen, the first bad place named`;
  test(title, { timeout: PLACES * 3_000 }, async () => {
    const wrong: unknown[] = [];
    for (let place = 0; place < PLACES; place++) {
      const { named, report } = await tampered(tampering, dice(index * 1000 + place), place === 0);
      const { ok, first } = report;
      const isNamed = Object.entries(named).every(
        ([field, value]) => first !== null && Reflect.get(first, field) === value,
      );
      if (ok || !isNamed) wrong.push({ place, named, first });
    }
    expect(wrong).toEqual([]);
  });
}

test("two threads that read say of a ledger what one says", async () => {
  await exportTables(client, dump);
  const [one, two] = [
    await verifyDump({ dump, heads, publicKey, inThreads: false }),
    await verifyDump({ dump, heads, publicKey, inThreads: true }),
  ];
  expect({ ...two, seconds: 0, entriesPerSecond: 0 }).toEqual({ ...one, seconds: 0, entriesPerSecond: 0 });
  expect(two).toMatchObject({ ok: true, postings: ROUNDS * SALES * 3 });
});

test("without heads from outside a cut tail is not seen: they are what shows it", async () => {
  const cut = TAMPERINGS.find(({ what }) => what.startsWith("the tail"));
  await client.query("begin");
  await cut?.act(queryableOn(client), dice(1));
  await exportTables(client, dump);
  await client.query("rollback");
  expect((await verifyDump({ dump, publicKey })).ok).toBe(true);
  expect((await verifyDump({ dump, publicKey, heads })).first?.kind).toBe("tail_cut");
});
