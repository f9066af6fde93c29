import { parentPort } from "node:worker_threads";
import { BUGS } from "./bugs/index.ts";
import { runHistory } from "./history.ts";

/** A mistake, and the seed that found it last time. */
export type Wanted = { readonly name: string; readonly known: number | null };

export type FoundBug = {
  readonly name: string;
  /** The seed that found it; null when none did. */
  readonly seed: number | null;
  readonly seeds: number;
  readonly sentence: string;
  /** Whether the same seed finds nothing without the mistake. */
  readonly clean: boolean;
};

const MOST = 1000;

/** Whoever changes the world changes what a seed tells: where the known one finds nothing any more, all are tried. */
async function hunt({ name, known }: Wanted): Promise<FoundBug> {
  const bug = BUGS.get(name);
  if (!bug) throw new Error(`no bug is called ${name}`);
  const all = Array.from({ length: MOST }, (_, index) => index + 1);
  for (const seed of known === null ? all : [known, ...all]) {
    const { violations } = await runHistory(seed, { bug });
    const [sentence] = violations;
    if (sentence === undefined) continue;
    return { name, seed, seeds: seed, sentence, clean: await isClean(seed) };
  }
  return { name, seed: null, seeds: MOST, sentence: "", clean: true };
}

/** What a seed finds without a mistake, by the seed: many mistakes are found by the same one. */
const clean = new Map<number, boolean>();

async function isClean(seed: number): Promise<boolean> {
  const known = clean.get(seed);
  if (known !== undefined) return known;
  const { violations } = await runHistory(seed);
  clean.set(seed, violations.length === 0);
  return violations.length === 0;
}

parentPort?.on("message", (wanted: Wanted) => {
  void hunt(wanted).then((found) => parentPort?.postMessage(found));
});
