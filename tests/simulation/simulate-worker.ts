import { parentPort } from "node:worker_threads";
import { runHistory } from "./history.ts";

export type Piece = { readonly from: number; readonly count: number };
export type Found = {
  readonly histories: number;
  readonly violations: readonly { readonly seed: number; readonly sentences: readonly string[] }[];
  readonly cells: Readonly<Record<string, number>>;
  readonly simulatedMs: number;
  readonly steps: number;
  readonly twice: number;
};

/** Every so many seeds one is run twice: both runs must be the same, step by step. */
const TWICE = 1000;
const MOST_TOLD = 20;

export async function simulatePiece({ from, count }: Piece): Promise<Found> {
  const violations: { seed: number; sentences: readonly string[] }[] = [];
  const cells = new Map<string, number>();
  const sums = { simulatedMs: 0, steps: 0, twice: 0 };
  for (let seed = from; seed < from + count; seed++) {
    const outcome = await runHistory(seed);
    for (const [cell, hits] of outcome.cells) cells.set(cell, (cells.get(cell) ?? 0) + hits);
    sums.simulatedMs += outcome.simulatedMs;
    sums.steps += outcome.steps;
    const sentences = [...outcome.violations];
    if (seed % TWICE === 0) {
      sums.twice += 1;
      const again = await runHistory(seed);
      if (again.hash !== outcome.hash) sentences.push(`a second run differs: ${again.hash} and not ${outcome.hash}`);
    }
    if (sentences.length > 0 && violations.length < MOST_TOLD) violations.push({ seed, sentences });
  }
  return { histories: count, violations, cells: Object.fromEntries(cells), ...sums };
}

parentPort?.on("message", (piece: Piece) => {
  void simulatePiece(piece).then((found) => parentPort?.postMessage(found));
});
