import type { Arena } from "./arena.ts";
import { median } from "./load.ts";
import { openMarket } from "./market.ts";
import { openShops } from "./people.ts";
import type { Figures } from "./postings.ts";
import { buying } from "./purchases.ts";

const STARTS = 3;
const CLIENTS = 8;

/** How soon the server is ready on a database that is there, and what it has in memory then and after purchases. */
export async function serverProcess(arena: Arena): Promise<Figures> {
  const place = await arena.fresh();
  const people = await openShops(place);
  // Purchases at the first start: the simulators of a later one no longer know the shops' bank accounts.
  const first = await openMarket(place);
  await buying(first, people, CLIENTS, arena.sizes.seconds);
  const loaded = first.residentMb();
  await first.stop();
  const [starts, memory]: [number[], number[]] = [[], []];
  for (let start = 0; start < STARTS; start++) {
    const market = await openMarket(place);
    starts.push(market.startMs);
    memory.push(market.residentMb());
    await market.stop();
  }
  return { start_ms: median(starts), rss_start_mb: median(memory), rss_loaded_mb: loaded };
}
