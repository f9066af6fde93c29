/**
 * Writes RELIABILITY.md and PERFORMANCE.md from what the programs found: `reports/*.json`, written by each with `--out`, and the
 * newest file of `bench/results`. Nothing in the two pages is written by hand.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CASES, heldCases, NOT_HELD, OPEN } from "../tests/reliability/cases.ts";
import { performancePage } from "./reports/performance.ts";
import { type Found, reliabilityPage } from "./reports/reliability.ts";

const root = join(import.meta.dirname, "..");

/** What a program wrote last, by its name; absent when it has not been run. */
function found(name: string): Found | null {
  const path = join(root, "reports", `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** What the coverage of core came to is kept beside the other results. */
function keepCoverage(): void {
  const path = join(root, "reports/coverage/coverage-summary.json");
  if (!existsSync(path)) return;
  const { total }: { total: Record<"branches" | "lines", { pct: number }> } = JSON.parse(readFileSync(path, "utf8"));
  const kept = { branches: total.branches.pct, lines: total.lines.pct };
  writeFileSync(join(root, "reports/coverage.json"), `${JSON.stringify(kept, null, 2)}\n`);
}

keepCoverage();
type Kept = { readonly file: string; readonly results: Found };

const kept: Kept[] = globSync("bench/results/*.json", { cwd: root })
  .map((path) => ({ file: basename(path), results: JSON.parse(readFileSync(join(root, path), "utf8")) as Found }))
  .sort((a, b) => String(a.results.startedAt).localeCompare(String(b.results.startedAt)));
const newest = kept.findLast(({ results }) => !("only" in results));
const since = newest ? kept.slice(kept.indexOf(newest) + 1) : [];

writeFileSync(
  join(root, "RELIABILITY.md"),
  reliabilityPage({ found, cases: CASES, open: OPEN, notHeld: NOT_HELD, held: heldCases(root) }),
);
if (newest) writeFileSync(join(root, "PERFORMANCE.md"), performancePage(newest, since));
console.log(newest ? "RELIABILITY.md, PERFORMANCE.md" : "RELIABILITY.md; no results of the bench");
