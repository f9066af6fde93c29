import { checkAtRest } from "./at-rest.ts";
import { fillCart } from "./carts.ts";
import { browse } from "./files.ts";
import { runWorld } from "./loop.ts";
import { hire } from "./milestones.ts";
import { follow, type Market, MEANS, openMarket, shop } from "./people.ts";
import { commission } from "./services.ts";
import { createWorld, type Options, START, type World } from "./world.ts";

export type Outcome = {
  readonly violations: readonly string[];
  /** The same for the same seed, on every machine. */
  readonly hash: number;
  readonly cells: ReadonlyMap<string, number>;
  readonly simulatedMs: number;
  readonly steps: number;
  readonly world: World;
};

/** One sale, or two at a time. */
function buy(world: World, market: Market): void {
  const orders = world.d.chance(0.15) ? 2 : 1;
  for (let n = 0; n < orders; n++) shop(world, market, `order ${n}`);
}

function open(world: World, market: Market): void {
  if (market.shelf) browse(world, market, market.shelf, MEANS);
  else if (market.service) commission(world, market, market.service, MEANS);
  else if (world.kind === "milestone") hire(world, market, MEANS);
  else if (world.kind === "cart") fillCart(world, market, market.stalls, MEANS);
  else buy(world, market);
}

/** Runs one whole history of a small market from its seed. */
export async function runHistory(seed: number, options: Options = {}): Promise<Outcome> {
  const world = createWorld(seed, options);
  try {
    const market = await openMarket(world);
    follow(world, market);
    open(world, market);
    await runWorld(world);
    if (world.violations.length === 0) checkAtRest(world, market);
  } catch (error) {
    world.wrong(
      `the history threw: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 800) : String(error)}`,
    );
  }
  return {
    violations: world.violations,
    hash: world.hash(),
    cells: world.cells,
    simulatedMs: world.time.now - START,
    steps: world.steps(),
    world,
  };
}
