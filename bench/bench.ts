/**
 * Measures what a million orders a day need, always against something else in the same run. `--only NAME` takes some of the groups,
 * `--short` is for seeing that it runs.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type Arena, LONG, openArena, SHORT } from "./arena.ts";
import { deadlines, deals } from "./deals.ts";
import { growth } from "./growth.ts";
import { oversell, search } from "./listings.ts";
import { type Figures, latency, postings, safety, slowSync } from "./postings.ts";
import { serverProcess } from "./process.ts";
import { processes } from "./processes.ts";
import { purchases } from "./purchases.ts";
import { figuresOf, MARKS, ratiosOf } from "./ratios.ts";
import { reads } from "./reads.ts";
import { seals } from "./seals.ts";
import { webhooks } from "./webhooks.ts";

type Measure = (arena: Arena, round: number) => Promise<Figures>;

const GROUPS: Readonly<Record<string, Measure>> = {
  postings,
  latency,
  slow_sync: slowSync,
  deals,
  processes,
  deadlines,
  safety,
  growth,
  purchases,
  webhooks,
  search,
  oversell,
  reads,
  process: serverProcess,
  seals,
};

/** They start servers or make dumps, and are measured in every other round. */
const HEAVY = ["purchases", "webhooks", "reads", "process", "seals"];

const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    short: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    out: { type: "string" },
  },
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const startedAt = new Date().toISOString();
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const result = await run();
if (options.out) write(options.out, result);
else if (!options.short && !options.only) write(join(import.meta.dirname, "results", nameOf(result.commit)), result);
process.stdout.write(`${options.json ? JSON.stringify(result) : table(result)}\n`);

async function run() {
  const sizes = options.short ? SHORT : LONG;
  const wanted = (name: string, only: string): boolean => (only in GROUPS ? name === only : name.includes(only));
  const names = Object.keys(GROUPS).filter((name) => options.only?.some((only) => wanted(name, only)) ?? true);
  if (names.length === 0) throw new Error(`there is ${Object.keys(GROUPS).join(", ")}`);
  const arena = await openArena(sizes);
  if (!arena.pgbench) say("pgbench is not installed (Debian: postgresql-15): what is compared with it is left out");
  const rounds: Figures[] = [];
  try {
    for (let round = 0; round < sizes.rounds; round++) rounds.push(await oneRound(arena, names, round));
  } finally {
    await arena.stop();
  }
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node ${process.version}`,
    commit: commit(),
    startedAt,
    short: options.short,
    ...(options.only && { only: names }),
    ratios: ratiosOf(rounds),
    figures: figuresOf(rounds),
  };
}

async function oneRound(arena: Arena, names: readonly string[], round: number): Promise<Figures> {
  const figures: Figures = {};
  for (const name of names) {
    if (round % 2 === 1 && HEAVY.includes(name)) continue;
    const begin = performance.now();
    try {
      Object.assign(figures, await GROUPS[name]?.(arena, round));
    } catch (error) {
      // An hour of measuring is not thrown away for one group.
      say(`round ${round + 1}: ${name} failed: ${error instanceof Error ? error.stack : error}`);
      process.exitCode = 1;
    }
    say(`round ${round + 1}: ${name}, ${Math.round((performance.now() - begin) / 1000)} s`);
  }
  return figures;
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}

function nameOf(at: string): string {
  return `${startedAt.slice(0, 10)}-${at}.json`;
}

function write(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

function table({ ratios, figures }: { ratios: Record<string, number>; figures: Record<string, number> }): string {
  const line = (name: string, value: number, note = ""): string =>
    `${name.padEnd(32)} ${String(value).padStart(10)}  ${note}`;
  return [
    ...Object.entries(figures).map(([name, value]) => line(name, value)),
    "",
    ...Object.entries(ratios).map(([name, value]) => line(name, value, MARKS[name])),
  ].join("\n");
}
