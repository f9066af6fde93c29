import { parentPort } from "node:worker_threads";
import { BUGS } from "./bugs/index.ts";
import { runHistory } from "./history.ts";

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

async function hunt(name: string): Promise<FoundBug> {
  const bug = BUGS.get(name);
  if (!bug) throw new Error(`no bug is called ${name}`);
  for (let seed = 1; seed <= MOST; seed++) {
    const { violations } = await runHistory(seed, { bug });
    const [sentence] = violations;
    if (sentence === undefined) continue;
    const { violations: without } = await runHistory(seed);
    return { name, seed, seeds: seed, sentence, clean: without.length === 0 };
  }
  return { name, seed: null, seeds: MOST, sentence: "", clean: true };
}

parentPort?.on("message", (name: string) => {
  void hunt(name).then((found) => parentPort?.postMessage(found));
});
