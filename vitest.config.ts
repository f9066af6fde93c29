import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tools/vitest-order.ts";
import { lastLine } from "./tools/vitest-reporter.ts";

/**
 * Much of what these files do is waiting for PostgreSQL, a browser or another program, so two at a time even where there are two processors. Not
 * three: a restored cluster, which takes 20 s alone, then took two minutes.
 */
const maxWorkers = Math.max(2, availableParallelism() - 1);
/** What starts other programs, but for the torture, runs in one group: whoever waits makes room for the others, and only the last file ends alone. */
const TOGETHER = { groupOrder: 1 };

const NOT_OURS = ["**/node_modules/**", "**/build/**", "**/.react-router/**"];

export default defineConfig({
  test: {
    reporters: ["default", lastLine()],
    sequence: { sequencer: LongestFirst },
    // The rules of money have no branch that no test takes: `npm run coverage`.
    coverage: {
      provider: "v8",
      include: ["core/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*-for-test.ts"],
      reporter: ["text", "json-summary"],
      reportsDirectory: "reports/coverage",
      thresholds: { branches: 100, functions: 100, lines: 100 },
    },
    projects: [
      {
        // Plain values in, plain values out: milliseconds each.
        test: {
          name: "pure",
          include: ["{core,server,web}/**/*.test.{ts,tsx}"],
          exclude: [...NOT_OURS, "**/*.db.test.ts"],
          // Some draw a thousand cases, and the machine may be slow.
          testTimeout: 60_000,
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Whatever starts other programs and needs no database: the checks on planted trees, the simulators, adapters against them.
        test: {
          name: "repository",
          include: ["{tests,tools,sdk,sandbox}/**/*.test.ts"],
          exclude: [...NOT_OURS, "**/*.{db,e2e}.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers,
          sequence: TOGETHER,
        },
      },
      {
        // Against PostgreSQL; each file has a database of its own.
        test: {
          name: "db",
          include: ["server/**/*.db.test.ts", "tests/**/*.db.test.ts"],
          exclude: [...NOT_OURS, "tests/torture/torture.db.test.ts"],
          globalSetup: ["./tests/web-build.ts", "./tests/database/global-setup.ts"],
          // What they share is loaded once for each worker: a fifth of their time.
          isolate: false,
          // Generous: some race a hundred callers, and the machine may be slow.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers,
          sequence: TOGETHER,
        },
      },
      {
        // Races, interleavings and kills on a PostgreSQL of its own.
        test: {
          name: "torture",
          include: ["tests/torture/torture.db.test.ts"],
          exclude: NOT_OURS,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // The whole system in a browser; each file has a system of its own.
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.e2e.test.ts"],
          exclude: NOT_OURS,
          testTimeout: 240_000,
          globalSetup: ["./tests/web-build.ts", "./tests/e2e/global-setup.ts"],
          setupFiles: ["./tests/e2e/what-was-shown.ts"],
          hookTimeout: 240_000,
          // A second, which it is otherwise, is short for a page on a machine that does much else.
          expect: { poll: { timeout: 30_000 } },
          maxWorkers,
          sequence: TOGETHER,
        },
      },
    ],
  },
});
