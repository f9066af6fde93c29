/**
 * `npm run planted`: mistakes that are planted outside of the product, each of which the simulation must find within a thousand
 * seeds; the same seeds are clean without it. `-- --known reports/planted.json` begins with the seeds that found them last time.
 */
import { readFileSync } from "node:fs";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { BUGS } from "./bugs/index.ts";
import { shareOut } from "./crew.ts";
import type { FoundBug, Wanted } from "./planted-worker.ts";
import { asked, tell } from "./results.ts";

const Earlier = Type.Object({
  bugs: Type.Array(Type.Object({ name: Type.String(), seed: Type.Union([Type.Integer(), Type.Null()]) })),
});

const options = asked();
const earlier =
  options.known === undefined ? [] : Value.Parse(Earlier, JSON.parse(readFileSync(options.known, "utf8"))).bugs;
const known = new Map(earlier.map(({ name, seed }) => [name, seed]));
const began = performance.now();
const names = [...BUGS.keys()];
const wanted = names.map((name) => ({ name, known: known.get(name) ?? null }));
const bugs = await shareOut<Wanted, FoundBug>("./planted-worker.ts", wanted, ({ name, seed }, done) => {
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
