import type { Arena } from "./arena.ts";
import { open } from "./cluster.ts";
import { release } from "./deals.ts";
import { batched, type Figures, postingsOf, sizeName } from "./postings.ts";

/** How much longer a server works before it is measured: after a checkpoint the first change of each page writes all of it to the log. */
const WARMING = 5;

/** The same postings and commands where there are few deals and where there are many. `reads` says the same of reads. */
export async function growth(arena: Arena, round: number): Promise<Figures> {
  const { small, middle, big, due, rounds } = arena.sizes;
  const each = Math.floor(small / (rounds + 1));
  const figures: Figures = {};
  for (const deals of [small, middle, big]) {
    const db = open((await arena.sized(deals)).appUrl);
    // The deadlines of the first ones of the largest have been acted on.
    const used = deals === big ? due * rounds : 0;
    const step = Math.max(1, Math.floor((deals - used) / (each * rounds)));
    // All over the table, and in every round others.
    const nth = (n: number) => used + 1 + (n * rounds + round) * step;
    const next = postingsOf("hot", { hot: deals, spread: 0 });
    await batched(db, next, 512, arena.sizes.seconds * WARMING);
    figures[`growth_deals_${sizeName(deals)}`] = await releasing(db, each, nth);
    const { perSecond } = await batched(db, next, 512, arena.sizes.seconds / 2);
    figures[`growth_postings_${sizeName(deals)}`] = perSecond;
    await db.close();
  }
  return figures;
}

async function releasing(db: ReturnType<typeof open>, count: number, nth: (n: number) => number): Promise<number> {
  const begin = performance.now();
  const next = { n: 0 };
  await Promise.all(
    Array.from({ length: 128 }, async () => {
      while (next.n < count) await release(db, nth(next.n++));
    }),
  );
  return count / ((performance.now() - begin) / 1000);
}
