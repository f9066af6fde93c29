/** Chances that come out the same for the same seed, so that a history can be made again. */
export type Dice = {
  /** From 0 to below 1. */
  readonly throw: () => number;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly one: <T>(among: readonly T[]) => T;
  /** By weight. */
  readonly weighed: <T extends string>(weights: Readonly<Record<T, number>>) => T;
};

/** Mulberry32: 32 bits of state, ample for a demo. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(roll() * (most - least + 1));
  return {
    throw: roll,
    between,
    one<T>(among: readonly T[]): T {
      const found = among[between(0, among.length - 1)];
      if (found === undefined) throw new Error("there is nothing to pick from");
      return found;
    },
    weighed<T extends string>(weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries(weights) as [T, number][];
      let left = roll() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      throw new Error("there is nothing to weigh");
    },
  };
}
