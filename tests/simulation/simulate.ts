/**
 * `npm run simulate`: whole histories of a small market on the real handlers, a simulated clock, misbehaving providers and dying
 * programs. `-- --seed S --histories N` runs the seeds S, S+1, …; `-- --seed S --histories 1 --trace` shows one, step by step.
 */
import { thin } from "./coverage.ts";
import { shareOut } from "./crew.ts";
import { runHistory } from "./history.ts";
import { asked, tell } from "./results.ts";
import type { Found, Piece } from "./simulate-worker.ts";

const SHORT = 100_000;
const LONG = 10_000_000;
const PIECE = 250;

const options = asked();
const histories = options.histories ?? (options.deep ? LONG : SHORT);
if (options.trace) await trace(options.seed);
else await simulate(options.seed, histories);

async function trace(seed: number): Promise<void> {
  const outcome = await runHistory(seed, { trace: (line) => void process.stdout.write(`${line}\n`) });
  const found = { seed, histories: 1, violations: outcome.violations.length };
  tell(found, { sentences: outcome.violations }, [...outcome.violations, JSON.stringify(found)], options);
  process.exitCode = outcome.violations.length > 0 ? 1 : 0;
}

async function simulate(seed: number, count: number): Promise<void> {
  const began = performance.now();
  const pieces: Piece[] = [];
  for (let at = 0; at < count; at += PIECE) pieces.push({ from: seed + at, count: Math.min(PIECE, count - at) });
  const all = {
    cells: {} as Record<string, number>,
    simulatedMs: 0,
    steps: 0,
    twice: 0,
    bad: [] as Found["violations"][number][],
  };
  await shareOut<Piece, Found>("./simulate-worker.ts", pieces, (found, done) => {
    for (const [cell, hits] of Object.entries(found.cells)) all.cells[cell] = (all.cells[cell] ?? 0) + hits;
    all.simulatedMs += found.simulatedMs;
    all.steps += found.steps;
    all.twice += found.twice;
    all.bad.push(...found.violations);
    if (!options.json && done % 100 === 0) process.stderr.write(`${done * PIECE} of ${count}\n`);
  });
  const seconds = (performance.now() - began) / 1000;
  const bad = all.bad.sort((a, b) => a.seed - b.seed);
  const blind = thin(all.cells, count);
  const found = { seed, histories: count, violations: bad.length + blind.length };
  const years = all.simulatedMs / (365.25 * 86_400_000);
  const details = {
    seconds: Math.round(seconds),
    historiesPerSecond: Math.round(count / seconds),
    simulatedYears: Math.round(years),
    steps: all.steps,
    runTwice: all.twice,
    cells: Object.keys(all.cells).length,
    coverage: Object.fromEntries(Object.entries(all.cells).sort(([a], [b]) => (a < b ? -1 : 1))),
    failures: bad.slice(0, 50),
    blind,
  };
  const lines = [
    `${count} histories from seed ${seed} in ${Math.round(seconds)} s, ${Math.round(years)} simulated years, ${all.steps} steps`,
    `${Object.keys(all.cells).length} cells of coverage, ${all.twice} histories run twice`,
    ...blind.map((sentence) => `too thin: ${sentence}`),
    ...bad
      .slice(0, 20)
      .map(
        (one) =>
          `npm run simulate -- --seed ${one.seed} --histories 1 --trace\n  ${one.sentences.slice(0, 3).join("\n  ")}`,
      ),
    `${found.violations} violations`,
  ];
  tell(found, details, lines, options);
  process.exitCode = found.violations > 0 ? 1 : 0;
}
