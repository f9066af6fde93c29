/**
 * Runs Stryker over core and writes `reports/mutants-summary.json` from what it found. With `--from FILE …` nothing is run: reports
 * of earlier runs, such as one per part, are summed up, and `--started TIME` says when they began.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, platform } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** As far as it is read here: Stryker's report in the mutation testing report schema. */
type Report = {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
};
type Count = { readonly killed: number; readonly total: number };

const root = join(import.meta.dirname, "../..");
const KILLED = ["Killed", "Timeout"];
const ALIVE = ["Survived", "NoCoverage"];

const { values, positionals } = parseArgs({
  options: { from: { type: "boolean", default: false }, started: { type: "string" } },
  allowPositionals: true,
});
const begun = new Date().toISOString();
const status = values.from ? 0 : spawnSync("stryker", ["run"], { cwd: root, stdio: "inherit" }).status;
const paths = values.from ? positionals : [join(root, "reports/mutants.json")];
const startedAt = values.started ?? (values.from ? oldestOf(paths) : begun);
writeFileSync(
  join(root, "reports/mutants-summary.json"),
  `${JSON.stringify({ commit: commit(), startedAt, machine: machine(), ...summaryOf(paths.map(read)) }, null, 2)}\n`,
);
process.exitCode = status ?? 1;

function read(path: string): Report {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Where nobody says when the runs began: when the first of them had ended. */
function oldestOf(files: readonly string[]): string {
  return new Date(Math.min(...files.map((path) => statSync(path).mtimeMs))).toISOString();
}

function summaryOf(reports: readonly Report[]) {
  const parts = new Map<string, Count>();
  for (const { files } of reports) {
    for (const [path, { mutants }] of Object.entries(files)) {
      const part = path.split("/")[1] ?? path;
      parts.set(part, sum(parts.get(part) ?? { killed: 0, total: 0 }, countOf(mutants)));
    }
  }
  const judged = [...parts].filter(([, { total }]) => total > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = judged.map(([, count]) => count).reduce(sum, { killed: 0, total: 0 });
  return {
    score: percent(all),
    ...all,
    parts: Object.fromEntries(judged.map(([part, count]) => [part, percent(count)])),
  };
}

function sum(a: Count, b: Count): Count {
  return { killed: a.killed + b.killed, total: a.total + b.total };
}

/** Mutants that are ignored or do not compile count on neither side. */
function countOf(mutants: readonly { readonly status: string }[]): Count {
  const killed = mutants.filter(({ status: one }) => KILLED.includes(one)).length;
  return { killed, total: killed + mutants.filter(({ status: one }) => ALIVE.includes(one)).length };
}

function percent({ killed, total }: Count): number {
  return Math.round((killed / total) * 1000) / 10;
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}

function machine(): string {
  const system = platform() === "linux" ? "Linux" : platform();
  return `${cpus().length} cores, ${system} ${process.arch}`;
}
