/** Chances that a seed fixes (mulberry32), so that a run can be had again. */
export type Dice = { below(count: number): number; shuffled<T>(items: readonly T[]): T[] };

export function diceOf(seed: number): Dice {
  const state = { at: seed >>> 0 };
  const next = (): number => {
    state.at = (state.at + 0x6d2b79f5) >>> 0;
    const a = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at);
    const b = (a + Math.imul(a ^ (a >>> 7), 61 | a)) ^ a;
    return ((b ^ (b >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    shuffled(items) {
      return items
        .map((item) => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item);
    },
  };
}
