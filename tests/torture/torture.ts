import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { addAll, type Findings, isClean, noFindings } from "./findings.ts";
import { PARTS } from "./parts.ts";
import { openGround, schedule } from "./schedule.ts";
import { LONG, SHORT } from "./sizes.ts";

/**
 * `npm run torture -- --seed 7 [--long] [--only "races,kills of workers"] [--json] [--out FILE]`: races, stepped interleavings, kills,
 * cut commits and pauses on real PostgreSQL. Ends with 1 when anything was lost, doubled or wrong.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    long: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    only: { type: "string" },
    out: { type: "string" },
  },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is not a whole number`);
const wanted = values.only?.split(",") ?? PARTS.map(({ name }) => name);
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(", ")}. There are: ${PARTS.map(({ name }) => name).join(", ")}`);

/** How many sentences of a kind are shown. */
const MOST = 20;
const startedAt = new Date().toISOString();
const began = performance.now();
const total = noFindings();
const figures: Figure[] = [];
const ground = await openGround();
try {
  const parts = PARTS.filter(({ name }) => wanted.includes(name));
  const size = values.long ? LONG : SHORT;
  for (const [{ name }, end] of schedule(parts, ground, size, seed)) {
    const { found, seconds } = await end;
    const figure = { part: name, seconds, ...countsOf(found) };
    figures.push(figure);
    addAll(total, found);
    if (!values.json) show(figure, found);
  }
} finally {
  await ground.close();
}

const result = {
  seed,
  ...countsOf(total),
  findings: { ...sentencesOf(total) },
  incomplete: total.incomplete.length,
  seconds: Math.round((performance.now() - began) / 100) / 10,
  figures,
};
if (values.out) {
  const where = { commit: commit(), machine: machine(), startedAt, long: values.long };
  writeFileSync(values.out, `${JSON.stringify({ ...result, ...where }, null, 2)}\n`);
}
if (values.json) say(JSON.stringify(result));
else say(isClean(total) ? "\nnothing lost, nothing doubled, nothing wrong" : "\nNOT CLEAN");
process.exitCode = isClean(total) ? 0 : 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

type Figure = { readonly part: string; readonly seconds: number } & ReturnType<typeof countsOf>;

function countsOf({ lost, doubled, wrong, incomplete: _, ...counts }: Findings) {
  return { ...counts, lost: lost.length, doubled: doubled.length, wrong: wrong.length };
}

function sentencesOf({ lost, doubled, wrong }: Findings) {
  return { lost: lost.slice(0, MOST), doubled: doubled.slice(0, MOST), wrong: wrong.slice(0, MOST) };
}

function show({ part, seconds, ...counts }: Figure, found: Findings): void {
  const told = Object.entries(counts).filter(
    ([name, count]) => Number(count) > 0 || name === "lost" || name === "doubled",
  );
  say(`${part.padEnd(22)}${`${seconds} s`.padStart(8)}  ${told.map(([name, count]) => `${count} ${name}`).join(", ")}`);
  for (const sentence of [...found.lost, ...found.doubled, ...found.wrong].slice(0, MOST)) say(`  ${sentence}`);
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} x ${cpu?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
}
