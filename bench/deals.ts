import { after, hours } from "../core/time/index.ts";
import { advance, sweepDeadlines } from "../server/modules/escrow/index.ts";
import type { Arena } from "./arena.ts";
import { open, type Place } from "./cluster.ts";
import { type Load, load } from "./load.ts";
import { pgbench } from "./pgbench.ts";
import { PAYLOAD, plainRelease } from "./plain.ts";
import type { Figures } from "./postings.ts";
import { dealOf, HOT_DIGITS, now, SEEDED, SELLERS } from "./seed.ts";

/** Whole deal commands through one process: each releases another deal, with the one commission account in every posting. */
async function releases(place: Place, arena: Arena, inFlight: number): Promise<Load> {
  const db = open(place.appUrl);
  const next = { deal: 0 };
  const result = await load(inFlight, arena.sizes.seconds, async () => {
    next.deal += 1;
    await release(db, next.deal);
  });
  await db.close();
  return result;
}

export async function release(db: ReturnType<typeof open>, nth: number): Promise<void> {
  const at = now();
  const answer = await advance(db, dealOf(nth), { name: "confirm_receipt", by: "buyer", at }, at);
  if (!answer.ok) throw new Error(`a command of the bench was answered ${answer.error}`);
}

async function plainReleases(place: Place, arena: Arena, inFlight: number): Promise<Load> {
  const db = open(place.ownerUrl, 16);
  const commission = (await arena.hotAccount("revenue:commission")).replaceAll("-", "");
  const next = { deal: 0 };
  const result = await load(inFlight, arena.sizes.seconds, async () => {
    next.deal += 1;
    const wallet = `${70_000_000 + (next.deal % SELLERS)}${HOT_DIGITS}`.padStart(32, "0");
    await plainRelease(db, dealOf(next.deal), { wallet, commission });
  });
  await db.close();
  return result;
}

export async function pgbenchReleases(place: Place, arena: Arena, clients: number): Promise<number> {
  if (!arena.pgbench) return Number.NaN;
  const variables = {
    hot: await arena.hotAccount("revenue:commission"),
    n: 0,
    stride: Math.floor(arena.sizes.deals / clients),
    payload: PAYLOAD,
  };
  return await pgbench(arena.pgbench, place.ownerUrl, "deal", { clients, seconds: arena.sizes.seconds, variables });
}

export async function deals(arena: Arena): Promise<Figures> {
  const figures: Figures = {};
  const wide = arena.sizes.rounds > 1;
  for (const clients of wide ? [1, 8, 32] : [8, 32])
    figures[`pgbench_deals_${clients}`] = await pgbenchReleases(await arena.fresh(), arena, clients);
  for (const inFlight of wide ? [1, 8, 32, 128, 512] : [512]) {
    const { perSecond, p50, p99 } = await releases(await arena.fresh(), arena, inFlight);
    Object.assign(figures, {
      [`node_deals_${inFlight}`]: perSecond,
      [`node_deals_${inFlight}_p50_ms`]: p50,
      [`node_deals_${inFlight}_p99_ms`]: p99,
    });
  }
  figures.plain_deals_32 = (await plainReleases(await arena.fresh(), arena, 32)).perSecond;
  return figures;
}

/** Deadlines that are due, among many that wait: each releases the money, with event, posting and announcement. */
export async function deadlines(arena: Arena, round: number): Promise<Figures> {
  const { big, due } = arena.sizes;
  const place = await arena.sized(big);
  const [app, owner] = [open(place.appUrl), open(place.ownerUrl)];
  const then = after(SEEDED, hours(1));
  await owner.query(
    `update escrow.deal set deadline_due_at = $3::timestamptz - interval '1 minute' + deadline.n * interval '1 microsecond',
            deadline_wake_at = $3::timestamptz - interval '1 minute' + deadline.n * interval '1 microsecond'
       from (select n, lpad(n || '${HOT_DIGITS}', 32, '0')::uuid as id from generate_series($1::int, $2::int) n) deadline
      where escrow.deal.shard = 7 and escrow.deal.id = deadline.id`,
    [round * due + 1, (round + 1) * due, new Date(then).toISOString()],
  );
  await owner.query("vacuum analyze escrow.deal");
  const begin = performance.now();
  let drained = 0;
  for (let seen = -1; seen !== 0; drained += seen) seen = await sweepDeadlines(app, then);
  const seconds = (performance.now() - begin) / 1000;
  await Promise.all([app.close(), owner.close()]);
  if (drained !== due) throw new Error(`${drained} deadlines were drained, of ${due}`);
  let best = Number.NaN;
  for (const clients of [8, 32]) {
    const rate = await pgbenchReleases(await arena.fresh(), arena, clients);
    best = Number.isNaN(best) ? rate : Math.max(best, rate);
  }
  return { deadlines_per_second: drained / seconds, deadlines_seconds: seconds, deadlines_pgbench_best: best };
}
