import { median } from "./load.ts";
import type { Figures } from "./postings.ts";

/** The larger of what is there. */
const best = (...values: (number | undefined)[]): number => Math.max(...values.filter((value) => value !== undefined));
const lost = (safe = Number.NaN, bare = Number.NaN): number => 100 * (1 - safe / bare);
const over = (a: keyof Figures, b: keyof Figures) => (f: Figures) => (f[a] ?? Number.NaN) / (f[b] ?? Number.NaN);

/** The same figure where there is most ÷ where there is least; its name ends with the size. */
const grown =
  (name: string) =>
  (f: Figures): number => {
    const sizes = Object.keys(f).filter(
      (key) => key.startsWith(`${name}_`) && /^\de\d$/.test(key.slice(name.length + 1)),
    );
    const [least, most] = [Math.min, Math.max].map((end) =>
      end(...sizes.map((key) => Number(key.slice(name.length + 1)))),
    );
    const at = (size = Number.NaN) =>
      f[sizes.find((key) => Number(key.slice(name.length + 1)) === size) ?? ""] ?? Number.NaN;
    return least === most ? Number.NaN : at(most) / at(least);
  };

const GROWING = [
  "growth_postings",
  "growth_deals",
  "read_order",
  "read_order_page",
  "read_orders_list",
  "read_sales_list",
  "read_order_proof",
  "read_wallet_statement",
];
const growthName = (name: string): string => `growth_of_${name.replace("growth_", "")}`;

/** From the figures of one round; what was not measured is NaN. */
const RATIOS: Readonly<Record<string, (f: Figures) => number>> = {
  postings_random_512: (f) => (f.node_random_512 ?? Number.NaN) / best(f.pgbench_random_8, f.pgbench_random_32),
  postings_hot_512: (f) => (f.node_hot_512 ?? Number.NaN) / best(f.pgbench_hot_8, f.pgbench_hot_32),
  hot_over_random: over("node_hot_512", "node_random_512"),
  hot_slow_sync_128: (f) => (f.slow_node_hot_128 ?? Number.NaN) / best(f.slow_pgbench_hot_8, f.slow_pgbench_hot_32),
  deal_commands_vs_pgbench: (f) => (f.node_deals_512 ?? Number.NaN) / best(f.pgbench_deals_8, f.pgbench_deals_32),
  deal_commands_vs_plain_node: over("node_deals_512", "plain_deals_32"),
  latency_c1_vs_plain: over("batched_1_p50_ms", "plain_1_p50_ms"),
  p99_ms_128_random: (f) => f.node_random_128_p99_ms ?? Number.NaN,
  p99_ms_128_hot: (f) => f.node_hot_128_p99_ms ?? Number.NaN,
  two_processes_hot: over("two_processes_hot", "one_process_hot"),
  deadlocks: (f) => f.deadlocks ?? Number.NaN,
  deadlines_drained_vs_pgbench: over("deadlines_per_second", "deadlines_pgbench_best"),
  safety_cost_percent_random: (f) => lost(f.safe_random_512, f.bare_random_512),
  safety_cost_percent_hot: (f) => lost(f.safe_hot_512, f.bare_hot_512),
  webhooks_vs_plain_insert: over("webhooks_per_second", "plain_insert_per_second"),
  search_p95_ms: (f) => f.search_p95_ms ?? Number.NaN,
  search_scan_over_p95: over("search_scan_ms", "search_p95_ms"),
  oversold: (f) => f.oversold ?? Number.NaN,
  reserve_vs_bare_update: over("reserve_per_second", "bare_update_per_second"),
  ...Object.fromEntries(GROWING.map((name) => [growthName(name), grown(name)])),
};

export const MARKS: Readonly<Record<string, string>> = {
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
  search_p95_ms: "≤ 50",
  oversold: "0",
  growth_1e6_vs_1e4: "≥ 0.7",
};

/** Each is the worst of these medians: a worst that is taken round by round would be the worst of their noise. */
const WORST: Readonly<
  Record<string, { readonly of: readonly string[]; readonly worst: (...values: number[]) => number }>
> = {
  p99_ms_128: { of: ["p99_ms_128_random", "p99_ms_128_hot"], worst: Math.max },
  safety_cost_percent: { of: ["safety_cost_percent_random", "safety_cost_percent_hot"], worst: Math.max },
  growth_1e6_vs_1e4: { of: GROWING.map(growthName), worst: Math.min },
};

/** The ratios of a run: each the median of the rounds that measured it, deadlocks the most of them. */
export function ratiosOf(rounds: readonly Figures[]): Record<string, number> {
  const ratios = Object.fromEntries(
    Object.entries(RATIOS).map(([name, of]) => {
      const measured = rounds.map(of).filter(Number.isFinite);
      return [name, name === "deadlocks" && measured.length > 0 ? Math.max(...measured) : median(measured)];
    }),
  );
  const worst = Object.entries(WORST).map(([name, { of, worst: most }]) => {
    const values = of.map((one) => ratios[one] ?? Number.NaN).filter(Number.isFinite);
    return [name, values.length > 0 ? most(...values) : Number.NaN];
  });
  return known({ ...ratios, ...Object.fromEntries(worst) });
}

/** Each the median of the rounds that measured it. */
export const figuresOf = (rounds: readonly Figures[]): Record<string, number> =>
  known(
    Object.fromEntries(
      [...new Set(rounds.flatMap(Object.keys))].map((name) => [
        name,
        median(rounds.map((one) => one[name] ?? Number.NaN).filter(Number.isFinite)),
      ]),
    ),
  );

/** What could not be measured is left out. */
const known = (values: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      Number.isFinite(value) ? [[name, Number(value.toPrecision(4))]] : [],
    ),
  );
