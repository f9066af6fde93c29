/**
 * `npm run planted`: mistakes that are planted outside of the product, each of which the simulation must find within a thousand
 * seeds; the same seeds are clean without it.
 */
import { BUGS } from "./bugs/index.ts";
import { shareOut } from "./crew.ts";
import type { FoundBug } from "./planted-worker.ts";
import { asked, tell } from "./results.ts";

const options = asked();
const began = performance.now();
const names = [...BUGS.keys()];
const bugs = await shareOut<string, FoundBug>("./planted-worker.ts", names, ({ name, seed }, done) => {
  if (!options.json) process.stderr.write(`${done} of ${names.length}: ${name}: ${seed ?? "not found"}\n`);
});
const seconds = (performance.now() - began) / 1000;
const found = { planted: names.length, found: bugs.filter(({ seed, clean }) => seed !== null && clean).length };
const lines = [
  ...bugs.map(({ name, seed, seeds, sentence, clean }) =>
    seed === null
      ? `NOT FOUND  ${name} (${seeds} seeds)`
      : `seed ${String(seed).padStart(4)}  ${name}: ${sentence.slice(0, 90)}${clean ? "" : " (AND WITHOUT IT)"}`,
  ),
  `${found.found} of ${found.planted} found in ${Math.round(seconds)} s`,
];
tell(found, { seconds: Math.round(seconds), bugs }, lines, options);
process.exitCode = found.found === found.planted ? 0 : 1;
