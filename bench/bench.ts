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
import { deadlines, deals, growth } from "./deals.ts";
import { median } from "./load.ts";
import { type Figures, latency, postings, safety, slowSync } from "./postings.ts";
import { processes } from "./processes.ts";

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
};

/** The larger of what is there. */
const best = (...values: (number | undefined)[]): number => Math.max(...values.filter((value) => value !== undefined));
const lost = (safe = Number.NaN, bare = Number.NaN): number => 100 * (1 - safe / bare);

/** From the figures of one round; what was not measured is NaN. */
const RATIOS: Readonly<Record<string, (f: Figures) => number>> = {
  postings_random_512: (f) => (f.node_random_512 ?? Number.NaN) / best(f.pgbench_random_8, f.pgbench_random_32),
  postings_hot_512: (f) => (f.node_hot_512 ?? Number.NaN) / best(f.pgbench_hot_8, f.pgbench_hot_32),
  hot_over_random: (f) => (f.node_hot_512 ?? Number.NaN) / (f.node_random_512 ?? Number.NaN),
  hot_slow_sync_128: (f) => (f.slow_node_hot_128 ?? Number.NaN) / best(f.slow_pgbench_hot_8, f.slow_pgbench_hot_32),
  deal_commands_vs_pgbench: (f) => (f.node_deals_512 ?? Number.NaN) / best(f.pgbench_deals_8, f.pgbench_deals_32),
  deal_commands_vs_plain_node: (f) => (f.node_deals_512 ?? Number.NaN) / (f.plain_deals_32 ?? Number.NaN),
  latency_c1_vs_plain: (f) => (f.batched_1_p50_ms ?? Number.NaN) / (f.plain_1_p50_ms ?? Number.NaN),
  p99_ms_128: (f) => best(f.node_random_128_p99_ms, f.node_hot_128_p99_ms),
  two_processes_hot: (f) => (f.two_processes_hot ?? Number.NaN) / (f.one_process_hot ?? Number.NaN),
  deadlocks: (f) => f.deadlocks ?? Number.NaN,
  deadlines_drained_vs_pgbench: (f) =>
    (f.deadlines_per_second ?? Number.NaN) / (f.deadlines_pgbench_best ?? Number.NaN),
  safety_cost_percent: (f) => best(lost(f.safe_random_512, f.bare_random_512), lost(f.safe_hot_512, f.bare_hot_512)),
  growth_1e6_vs_1e4: (f) => {
    const [few, many] = Object.entries(f).flatMap(([name, rate]) => (name.startsWith("growth_") ? [rate] : []));
    return (many ?? Number.NaN) / (few ?? Number.NaN);
  },
};

const MARKS: Readonly<Record<string, string>> = {
  postings_random_512: "≥ 3.0",
  postings_hot_512: "≥ 6.0",
  hot_over_random: "≥ 1",
  hot_slow_sync_128: "≥ 20",
  deal_commands_vs_pgbench: "≥ 4.0",
  deal_commands_vs_plain_node: "≥ 8.0",
  latency_c1_vs_plain: "≤ 1.1",
  p99_ms_128: "≤ 20",
  two_processes_hot: "≥ 1.3",
  deadlocks: "0",
  deadlines_drained_vs_pgbench: "≥ 2.5",
  safety_cost_percent: "≤ 15",
  growth_1e6_vs_1e4: "≥ 0.7",
};

const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    short: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    out: { type: "string" },
  },
});

const startedAt = new Date().toISOString();
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const result = await run();
if (options.out) write(options.out, result);
else if (!options.short && !options.only) write(join(import.meta.dirname, "results", nameOf(result.commit)), result);
process.stdout.write(`${options.json ? JSON.stringify(result) : table(result)}\n`);

async function run() {
  const sizes = options.short ? SHORT : LONG;
  const names = Object.keys(GROUPS).filter((name) => !options.only || options.only.some((one) => name.includes(one)));
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
    ratios: Object.fromEntries(
      Object.entries(RATIOS).flatMap(([name, of]) =>
        rounded(name, name === "deadlocks" ? most(rounds.map(of)) : median(rounds.map(of))),
      ),
    ),
    figures: Object.fromEntries(
      [...new Set(rounds.flatMap(Object.keys))].flatMap((name) =>
        rounded(name, median(rounds.map((one) => one[name] ?? Number.NaN))),
      ),
    ),
  };
}

async function oneRound(arena: Arena, names: readonly string[], round: number): Promise<Figures> {
  const figures: Figures = {};
  for (const name of names) {
    const begin = performance.now();
    Object.assign(figures, await GROUPS[name]?.(arena, round));
    say(`round ${round + 1}: ${name}, ${Math.round((performance.now() - begin) / 1000)} s`);
  }
  return figures;
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}

/** What could not be measured is left out. */
function rounded(name: string, value: number): [string, number][] {
  return Number.isFinite(value) ? [[name, Number(value.toPrecision(4))]] : [];
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
