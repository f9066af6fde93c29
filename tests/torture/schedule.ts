import { type Cluster, openCluster } from "./cluster.ts";
import { diceOf } from "./dice.ts";
import type { Findings } from "./findings.ts";
import type { Part } from "./parts.ts";
import { SIDE_BY_SIDE, type Size } from "./sizes.ts";
import { openVictims, type Victims } from "./victims.ts";

export type Ended = { readonly found: Findings; readonly seconds: number };

/** What a run is done with: a server for all, another one to be killed, and processes to be killed. */
export type Ground = {
  readonly cluster: Cluster;
  readonly mortal: Cluster;
  readonly victims: Victims;
  close(): Promise<void>;
};

export async function openGround(): Promise<Ground> {
  const [cluster, mortal, victims] = await Promise.all([openCluster(), openCluster(), openVictims(SIDE_BY_SIDE)]);
  return {
    ...{ cluster, mortal, victims },
    async close() {
      await victims.close();
      await Promise.all([cluster.close(), mortal.close()]);
    },
  };
}

/**
 * Begins all parts, so many side by side, for each mostly waits for another process; those that kill the server go one by one on
 * one of their own. Answers what becomes of each.
 */
export function schedule(
  parts: readonly Part[],
  { cluster, mortal, victims }: Ground,
  size: Size,
  seed: number,
): ReadonlyMap<Part, Promise<Ended>> {
  const ends = new Map(parts.map((part) => [part, Promise.withResolvers<Ended>()]));
  const run = async (part: Part, server: Cluster): Promise<void> => {
    const began = performance.now();
    await part.run({ cluster: server, victims, size, dice: diceOf(seed) }).then(
      (found) => ends.get(part)?.resolve({ found, seconds: Math.round((performance.now() - began) / 100) / 10 }),
      (error: unknown) => ends.get(part)?.reject(error),
    );
  };
  const lane = async (queue: Part[], server: Cluster): Promise<void> => {
    for (let part = queue.shift(); part; part = queue.shift()) await run(part, server);
  };
  const beside = parts.filter(({ alone }) => !alone);
  for (let nth = 0; nth < SIDE_BY_SIDE; nth++) void lane(beside, cluster);
  void lane(
    parts.filter(({ alone }) => alone),
    mortal,
  );
  // Whoever asks for one hears of it; until then nobody has missed it.
  for (const { promise } of ends.values()) promise.catch(() => {});
  return new Map([...ends].map(([part, { promise }]) => [part, promise]));
}
