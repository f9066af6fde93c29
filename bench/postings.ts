import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accounts, move, type Posting } from "../core/ledger/index.ts";
import { money } from "../core/money/index.ts";
import { post } from "../server/modules/ledger/index.ts";
import type { Database } from "../server/runtime/database/index.ts";
import type { Arena } from "./arena.ts";
import { open, type Place } from "./cluster.ts";
import { type Load, load, quantile } from "./load.ts";
import { pgbench, type Script } from "./pgbench.ts";
import { plainPosting } from "./plain.ts";
import { startProgram } from "./program.ts";
import { dealOf, HOT_SHARD, now, shardDigits } from "./seed.ts";

export type Kind = "random" | "hot";
export type Figures = Record<string, number>;

/** A number of deals as names of figures say it: 1e6. */
export const sizeName = (count: number): string => count.toExponential().replace("+", "");

const below = (n: number): number => Math.floor(Math.random() * n);

/** One posting of two entries after another, each under a key of its own. */
export function postingsOf(kind: Kind, { hot, spread }: { hot: number; spread: number }): () => Posting {
  let made = 0;
  const prefix = `bench:${process.pid}:${kind}:${performance.now()}`;
  return () => {
    made += 1;
    const amount = money(BigInt(1 + below(1_000)), "INR");
    const key = `${prefix}:${made}`;
    if (kind === "hot") {
      const entries = move(accounts.clearing("bench"), accounts.escrow(dealOf(1 + below(hot))), amount);
      return { shard: HOT_SHARD, key, kind: "fund", deal: null, entries };
    }
    const digits = shardDigits(below(100));
    const from = below(spread);
    const to = (from + 1 + below(spread - 1)) % spread;
    const account = (n: number) => accounts.escrow(dealOf(10_000_001 + n, digits));
    const entries = move(account(from), account(to), amount);
    return { shard: Number.parseInt(digits, 16), key, kind: "fund", deal: null, entries };
  };
}

/** Postings through the batcher of one process, each its own call. */
export async function batched(db: Database, next: () => Posting, inFlight: number, seconds: number): Promise<Load> {
  return await load(inFlight, seconds, async () => {
    const [verdict] = await post(db, [next()], now());
    if (verdict !== "posted") throw new Error(`a posting of the bench was answered ${verdict}`);
  });
}

/** On a copy of its own: so many in flight through one process. */
export async function onFresh(place: Place, arena: Arena, kind: Kind, inFlight: number): Promise<Load> {
  const db = open(place.appUrl);
  const result = await batched(db, postingsOf(kind, arena.sizes), inFlight, arena.sizes.seconds);
  await db.close();
  return result;
}

const SCRIPTS = { random: "posting-random", hot: "posting-hot" } as const satisfies Record<Kind, Script>;

export async function pgbenchPostings(place: Place, arena: Arena, kind: Kind, clients: number): Promise<number> {
  if (!arena.pgbench) return Number.NaN;
  const variables = {
    hot: await arena.hotAccount("clearing:bench"),
    accounts: arena.sizes.hot,
    spread: arena.sizes.spread,
  };
  return await pgbench(arena.pgbench, place.ownerUrl, SCRIPTS[kind], {
    clients,
    seconds: arena.sizes.seconds,
    variables,
  });
}

/** One round of postings: pgbench and one Node process in turn, each on a fresh copy. */
export async function postings(arena: Arena): Promise<Figures> {
  const figures: Figures = {};
  const wide = arena.sizes.rounds > 1;
  for (const kind of ["random", "hot"] as const) {
    for (const clients of wide ? [1, 8, 32] : [8, 32])
      figures[`pgbench_${kind}_${clients}`] = await pgbenchPostings(await arena.fresh(), arena, kind, clients);
    for (const inFlight of wide ? [1, 8, 32, 128, 512] : [128, 512]) {
      const { perSecond, p50, p99 } = await onFresh(await arena.fresh(), arena, kind, inFlight);
      Object.assign(figures, {
        [`node_${kind}_${inFlight}`]: perSecond,
        [`node_${kind}_${inFlight}_p50_ms`]: p50,
        [`node_${kind}_${inFlight}_p99_ms`]: p99,
      });
    }
  }
  return figures;
}

/** A single caller through the batcher, and a plain transaction of the same statements from the same process, one after the other by turns. */
export async function latency(arena: Arena): Promise<Figures> {
  const place = await arena.fresh();
  const { seconds } = arena.sizes;
  const [app, owner, crowd] = [open(place.appUrl, 1), open(place.ownerUrl, 1), open(place.ownerUrl, 16)];
  const next = postingsOf("random", arena.sizes);
  const times: { readonly batched: number[]; readonly plain: number[] } = { batched: [], plain: [] };
  for (const end = performance.now() + 2_000 * seconds; performance.now() < end; ) {
    times.batched.push(await timed(() => post(app, [next()], now())));
    times.plain.push(await timed(() => plainPosting(owner, next())));
  }
  const plain32 = await load(32, seconds, () => plainPosting(crowd, next()));
  await Promise.all([app.close(), owner.close(), crowd.close()]);
  // The first calls prepare their statements.
  const [batchedTimes, plainTimes] = [times.batched, times.plain].map((all) => all.slice(20).sort((a, b) => a - b));
  return {
    batched_1_p50_ms: quantile(batchedTimes ?? [], 0.5),
    plain_1_p50_ms: quantile(plainTimes ?? [], 0.5),
    batched_1_p99_ms: quantile(batchedTimes ?? [], 0.99),
    plain_1_p99_ms: quantile(plainTimes ?? [], 0.99),
    plain_32: plain32.perSecond,
  };
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await call();
  return performance.now() - begin;
}

/** On a disk that is a millisecond away; nothing where no compiler is. */
export async function slowSync(arena: Arena): Promise<Figures> {
  const figures: Figures = {};
  for (const clients of [8, 32]) {
    const place = await arena.slow();
    if (!place) return figures;
    figures[`slow_pgbench_hot_${clients}`] = await pgbenchPostings(place, arena, "hot", clients);
  }
  for (const inFlight of [32, 128]) {
    const place = await arena.slow();
    if (place) figures[`slow_node_hot_${inFlight}`] = (await onFresh(place, arena, "hot", inFlight)).perSecond;
  }
  return figures;
}

/** Everything that protects, with seals made in another process meanwhile, against the same function on tables that protect nothing. */
export async function safety(arena: Arena): Promise<Figures> {
  const figures: Figures = {};
  for (const kind of ["random", "hot"] as const) {
    figures[`safe_${kind}_512`] = (await whileSealing(await arena.fresh(), arena, kind)).perSecond;
    figures[`bare_${kind}_512`] = (await onFresh(await arena.bare(), arena, kind, 512)).perSecond;
  }
  return figures;
}

async function whileSealing(place: Place, arena: Arena, kind: Kind): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), "amana-bench-heads-"));
  const sealer = await startProgram("sealer.ts", [place.appUrl, join(folder, "heads.jsonl")]);
  const result = await onFresh(place, arena, kind, 512);
  await sealer.stop();
  rmSync(folder, { recursive: true, force: true });
  return result;
}
