import { makeId } from "@amana/core/ids";
import { type AccountCode, accounts, type Entry, netted, type Posting } from "@amana/core/ledger";
import { type Currency, money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database } from "#runtime/database";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { faults, type PostingVerdict, post } from "./store.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const SHARDS = [3, 4];
const WRITERS = 4;
const BATCHES = 40;

let database: TestDatabase;
/** Each with batches of its own, as processes have. */
let processes: Database[];
beforeAll(async () => {
  database = await testDatabase({ connections: WRITERS + 1 });
  processes = Array.from({ length: WRITERS }, () => connect(database.appUrl, { connections: 2, batchWriters: 2 }));
});
afterAll(async () => {
  await Promise.all(processes.map((db) => db.close()));
  await database.drop();
});

/** Repeatable dice (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const walletsOf = (seed: number): AccountCode[] =>
  Array.from({ length: 8 }, (_, n) =>
    accounts.wallet(makeId("user", NOW, Buffer.from(`${seed}-${n}`.padStart(9, "0")), 0)),
  );
const CURRENCIES: readonly Currency[] = ["INR", "KWD"];

type Offered = { readonly posting: Posting; readonly verdict: PostingVerdict };

/** Writers on few accounts with little money, with repeated keys, keys used for something else, and batches over two shards. */
async function offer(seed: number, door: Door): Promise<{ offered: Offered[]; errors: unknown[] }> {
  const market: Market = { seed, door, used: [], offered: [], errors: [] };
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => write(market, n)));
  return market;
}

type Door = (writer: number, postings: readonly Posting[]) => Promise<PostingVerdict[]>;

/** How the writers reach the ledger. */
const DOORS: Readonly<Record<string, Door>> = {
  "in transactions of their own": (_, postings) => database.app.transaction((tx) => post(tx, postings, NOW)),
  "through one batcher": (_, postings) => post(database.app, postings, NOW),
  "posting by posting through batchers of several processes": async (writer, postings) => {
    const db = processes[writer] ?? database.app;
    return (await Promise.all(postings.map((posting) => post(db, [posting], NOW)))).flat();
  },
};

type Roll = (sides: number) => number;
type Market = {
  readonly seed: number;
  readonly door: Door;
  readonly used: Posting[];
  readonly offered: Offered[];
  readonly errors: unknown[];
};

async function write(market: Market, writer: number): Promise<void> {
  const roll = dice(market.seed * 100 + writer);
  for (let batch = 0; batch < BATCHES; batch++) {
    const postings = batchOf(roll, `${market.seed}:${writer}:${batch}`, market);
    const verdicts = await market.door(writer, postings).catch((error: unknown) => {
      market.errors.push(error);
      return [];
    });
    const answered = postings.flatMap((posting, at) => (verdicts[at] ? [{ posting, verdict: verdicts[at] }] : []));
    market.offered.push(...answered);
    market.used.push(...answered.filter(({ verdict }) => verdict === "posted").map(({ posting }) => posting));
  }
}

function batchOf(roll: Roll, name: string, market: Market): Posting[] {
  const batch = new Map<string, Posting>();
  for (let item = 0; item <= roll(12); item++) {
    const posting = postingOf(roll, `${name}:${item}`, market);
    if (posting.entries.length > 0) batch.set(`${posting.shard} ${posting.key}`, posting);
  }
  return [...batch.values()];
}

/** A new one; now and then one that was posted before, or its key with something else. */
function postingOf(roll: Roll, key: string, { seed, used }: Market): Posting {
  const fresh: Posting = { shard: SHARDS[roll(2)] ?? 3, key, kind: "fund", deal: null, entries: entriesOf(roll, seed) };
  const again = roll(10) === 0 ? used[roll(Math.max(used.length, 1))] : undefined;
  if (!again) return fresh;
  return roll(10) < 7 ? again : { ...fresh, shard: again.shard, key: again.key };
}

/** From one account, the unguarded one now and then, to one or two others. */
function entriesOf(roll: (sides: number) => number, seed: number): Entry[] {
  const currency = CURRENCIES[roll(2)] ?? "INR";
  const all = [...walletsOf(seed), accounts.clearing("fuzz"), accounts.clearing("fuzz")];
  const pick = (): AccountCode => all[roll(all.length)] ?? accounts.clearing("fuzz");
  const amount = BigInt(1 + roll(60));
  const part = BigInt(roll(Number(amount)));
  const [from, to, third] = [pick(), pick(), pick()];
  const entry = (account: AccountCode, minor: bigint): Entry => ({ account, amount: money(minor, currency) });
  return netted([entry(from, -amount), entry(to, amount - part), entry(third, part)]);
}

const count = async (sql: string): Promise<number> => (await database.owner.query(sql)).length;

const RUNS = Object.keys(DOORS).flatMap((door, nth) => [1, 2, 3].map((seed) => [door, nth * 3 + seed] as const));

test.each(RUNS)(
  "whatever concurrent writers offer %s, the books stay right and every answer is true (seed %i)",
  async (name, seed) => {
    const before = await count("select from ledger.posting");
    const { offered, errors } = await offer(seed, DOORS[name] ?? expect.unreachable());
    expect(errors).toEqual([]);
    expect(await faults(database.owner)).toEqual([]);
    expect(
      await count(
        "select from ledger.entry e join ledger.account a on a.shard = e.shard and a.id = e.account where a.guarded and e.balance_after < 0",
      ),
    ).toBe(0);
    expect(
      await count(
        "select sum(amount) from ledger.entry e join ledger.account a on a.shard = e.shard and a.id = e.account group by currency having sum(amount) <> 0",
      ),
    ).toBe(0);

    const told = Map.groupBy(offered, ({ verdict }) => verdict);
    expect((await count("select from ledger.posting")) - before).toBe(told.get("posted")?.length);
    const posted = new Map(told.get("posted")?.map(({ posting }) => [`${posting.shard} ${posting.key}`, posting]));
    expect(posted.size).toBe(told.get("posted")?.length);
    for (const { posting, verdict } of offered) {
      const first = posted.get(`${posting.shard} ${posting.key}`);
      if (verdict === "posted_before") expect(sorted(first)).toEqual(sorted(posting));
      if (verdict === "key_reused") expect(sorted(first)).not.toEqual(sorted(posting));
      if (verdict === "short_of_money" && first) expect(first).not.toBe(posting);
    }
    // Each kind of answer was met, or the dice have gone blind.
    expect([...told.keys()].sort()).toEqual(["key_reused", "posted", "posted_before", "short_of_money"]);
  },
);

const sorted = (posting: Posting | undefined) =>
  posting?.entries.map(({ account, amount }) => `${account} ${amount.currency} ${amount.minor}`).sort();
