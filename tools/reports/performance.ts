import { number, paragraphs, table } from "./page.ts";
import type { Found } from "./reliability.ts";

type Mark = { readonly name: string; readonly what: string; readonly at: "least" | "most"; readonly mark: number };

const MARKS: readonly Mark[] = [
  {
    name: "postings_random_512",
    what: "postings/s, one Node process, 512 in flight, random accounts ÷ best pgbench of one posting per transaction",
    at: "least",
    mark: 3,
  },
  {
    name: "postings_hot_512",
    what: "the same with one hot account in every posting ÷ pgbench's best with it",
    at: "least",
    mark: 6,
  },
  { name: "hot_over_random", what: "hot ÷ random", at: "least", mark: 1 },
  {
    name: "hot_slow_sync_128",
    what: "hot with 1 ms added to each fdatasync, 128 in flight ÷ pgbench",
    at: "least",
    mark: 20,
  },
  {
    name: "deal_commands_vs_pgbench",
    what: "whole deal commands/s ÷ best pgbench of the same statements",
    at: "least",
    mark: 4,
  },
  { name: "deal_commands_vs_plain_node", what: "the same ÷ plain BEGIN…COMMIT from Node", at: "least", mark: 8 },
  {
    name: "latency_c1_vs_plain",
    what: "latency of a single caller ÷ a plain BEGIN…COMMIT of the same",
    at: "most",
    mark: 1.1,
  },
  { name: "p99_ms_128", what: "p99 at 128 in flight, milliseconds", at: "most", mark: 20 },
  { name: "two_processes_hot", what: "two processes on one hot account ÷ one", at: "least", mark: 1.3 },
  { name: "deadlocks", what: "deadlocks meanwhile", at: "most", mark: 0 },
  {
    name: "deadlines_drained_vs_pgbench",
    what: "due deadlines drained/s, with refund, event and outbox ÷ best pgbench of the full command",
    at: "least",
    mark: 2.5,
  },
  {
    name: "safety_cost_percent",
    what: "cost of every safety together against the bare function, percent",
    at: "most",
    mark: 15,
  },
  { name: "growth_1e6_vs_1e4", what: "any figure at a million deals ÷ at ten thousand", at: "least", mark: 0.7 },
];

/** What the bench wrote into a file of `bench/results`. */
export type BenchResults = { readonly file: string; readonly results: Found };

/** The page of a whole run, and of what has been measured alone since. */
export function performancePage({ file, results }: BenchResults, since: readonly BenchResults[]): string {
  return paragraphs(
    "# Performance",
    `Written by \`npm run reports\` from \`bench/results/${file}\`. Repeat with \`npm run bench\`: one PostgreSQL with fsync and synchronous_commit on, every ratio within the same run, the median of five.`,
    marksTable(results, "not measured"),
    "## Figures",
    figuresTable(results.figures),
    whereMeasured(results),
    ...since.flatMap(partPage),
  );
}

const partPage = ({ file, results }: BenchResults): string[] => [
  `## Measured alone since: ${(results.only as readonly string[]).join(", ")}`,
  `From \`bench/results/${file}\`.`,
  marksTable(results, null),
  figuresTable(results.figures),
  whereMeasured(results),
];

const whereMeasured = ({ commit, startedAt, machine }: Found): string =>
  `Commit ${String(commit)}, ${String(startedAt ?? "")}, on ${typeof machine === "string" ? machine : JSON.stringify(machine)}.`;

/** `missing` stands for what was not measured; null leaves it out. */
function marksTable(results: Found, missing: string | null): string {
  const ratios = results.ratios as Readonly<Record<string, number | null>>;
  const rows = MARKS.flatMap(({ name, what, at, mark }) => {
    const ratio = ratios[name];
    const bound = `${at === "least" ? "≥" : "≤"} ${mark}`;
    if (typeof ratio !== "number") return missing === null ? [] : [[what, bound, missing, "**open**"]];
    const met = at === "least" ? ratio >= mark : ratio <= mark;
    return [[what, bound, number(ratio), met ? "met" : "**missed**"]];
  });
  return table(["figure", "mark", "measured", ""], rows);
}

/** Every number of the result, by its path. */
const figuresTable = (figures: unknown): string => table(["figure", "value"], leaves(figures, ""));

function leaves(node: unknown, path: string): (readonly [string, string])[] {
  if (typeof node === "number") return [[path, number(node)]];
  if (typeof node !== "object" || node === null) return [[path, String(node)]];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, path === "" ? key : `${path} · ${key}`));
}
