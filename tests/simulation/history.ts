import { checkAtRest } from "./at-rest.ts";
import { runWorld } from "./loop.ts";
import { follow, openMarket, shop } from "./people.ts";
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

/** Runs one whole history of a small market from its seed. */
export async function runHistory(seed: number, options: Options = {}): Promise<Outcome> {
  const world = createWorld(seed, options);
  try {
    const market = await openMarket(world);
    follow(world, market);
    const orders = world.d.chance(0.15) ? 2 : 1;
    for (let n = 0; n < orders; n++) shop(world, market, `order ${n}`);
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
