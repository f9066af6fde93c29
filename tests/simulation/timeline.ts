import { whenQuiet } from "./dice.ts";

/** What is still to happen, by simulated time; what was put in first comes first within a millisecond. */
export type Timeline = ReturnType<typeof timeline>;

export type Happening = {
  readonly at: number;
  readonly order: number;
  readonly name: string;
  readonly run: () => Promise<void>;
};

export function timeline() {
  const waiting: Happening[] = [];
  let count = 0;
  return {
    add(at: number, name: string, run: () => Promise<void>): void {
      count += 1;
      const happening = { at, order: count, name, run };
      let low = 0;
      let high = waiting.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((waiting[middle]?.at ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      waiting.splice(low, 0, happening);
    },
    next: (): number | null => waiting[0]?.at ?? null,
    take: (): Happening | undefined => waiting.shift(),
    size: (): number => waiting.length,
  };
}

/** Lets several programs run at once, one step of one of them at a time, in an order that the dice choose. */
export type Interleaving = ReturnType<typeof interleaving>;

export function interleaving(choose: (count: number) => number) {
  let waiting: (() => void)[] = [];
  let live = 0;
  return {
    turn: (): Promise<void> | null => (live > 1 ? new Promise((resolve) => waiting.push(resolve)) : null),
    isOn: (): boolean => live > 1,
    /** Ends when all have ended, or wait for something that only later time brings. */
    async together(tasks: readonly (() => Promise<void>)[]): Promise<void> {
      live = tasks.length;
      for (const task of tasks)
        void task().finally(() => {
          live -= 1;
        });
      for (let idle = 0; live > 0 && idle < 50; ) {
        await new Promise<void>(whenQuiet);
        if (waiting.length === 0) {
          idle += 1;
          continue;
        }
        idle = 0;
        const [next] = waiting.splice(choose(waiting.length), 1);
        next?.();
      }
      live = 0;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
  };
}
