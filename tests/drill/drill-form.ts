import type { Ground } from "./ground.ts";

/** What a drill found, in numbers worth keeping: milliseconds, counts. */
export type Figures = Readonly<Record<string, number | string>>;

export type Drill = {
  readonly name: string;
  /** What it shows, after the cases of the catalogue of faults that it holds: `case 61: …`. */
  readonly rule: string;
  /** What this machine lacks for it; null when nothing. */
  readonly lacks?: () => Promise<string | null> | string | null;
  /** Throws when the rule does not hold. */
  readonly hold: (ground: Ground) => Promise<Figures>;
};

/** A drill's finding that its rule does not hold. */
export class Failed extends Error {}

export function claim(holds: boolean, sentence: string): void {
  if (!holds) throw new Failed(sentence);
}

export const since = (start: number): number => Math.round(performance.now() - start);
