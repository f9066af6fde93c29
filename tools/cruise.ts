/** Runs the import rules of .dependency-cruiser.cjs over a tree and reads the answer. `node tools/cruise.ts` prints it. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { testSupport } from "../architecture.cjs";

/** A file, and the files of ours that it imports. */
export type Node = { readonly path: string; readonly imports: readonly string[] };
export type Breach = { readonly rule: string; readonly from: string; readonly to: string; readonly cure: string };
export type Cruise = { readonly graph: readonly Node[]; readonly breaches: readonly Breach[] };

const PLACES = ["core", "server", "web", "sdk", "sandbox", "tools", "tests", "bench"];
const LARGEST_REPORT = 256 * 1024 * 1024;
const TEST = /\.test\.tsx?$|^tests\//;
/** Proofs that tests run over every process, and what tests share. */
const PROOFS = new RegExp(`^core/escrow/check\\.ts$|${testSupport}`);
/** What is started by name, not by an import. */
const STARTED = /^server\/entrypoints\/|^tools\/|^bench\/|^sandbox\/main\.ts$|\.config\.ts$/;

type Report = {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string; comment: string }[] };
  };
};

export function cruise(root: string): Cruise {
  const program = join(import.meta.dirname, "../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const places = PLACES.filter((place) => existsSync(join(root, place)));
  const options = ["--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const report: Report = JSON.parse(jsonFrom(program, [...options, ...places], root));
  const cures = new Map(report.summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  return {
    graph: report.modules
      .filter(({ source }) => PLACES.some((place) => source.startsWith(`${place}/`)))
      .map(({ source, dependencies }) => ({ path: source, imports: dependencies.map(({ resolved }) => resolved) })),
    breaches: report.summary.violations.map(({ from, to, rule }) => ({
      rule: rule.name,
      from,
      to,
      cure: cures.get(rule.name) ?? "",
    })),
  };
}

/** Files of core and server that nothing which is started ever reaches, tests aside. */
export function deadFiles(graph: readonly Node[]): string[] {
  const imports = new Map(graph.map((node) => [node.path, node.imports]));
  const reached = new Set<string>();
  const ahead = graph.map(({ path }) => path).filter((path) => STARTED.test(path) || path.startsWith("web/"));
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    ahead.push(...(imports.get(path) ?? []));
  }
  const mayBeDead = (path: string): boolean =>
    /^(core|server|sandbox)\//.test(path) && !TEST.test(path) && !PROOFS.test(path);
  return graph.map(({ path }) => path).filter((path) => mayBeDead(path) && !reached.has(path));
}

/** The program ends with a failure when it finds a breach; the report is on its output all the same. */
function jsonFrom(program: string, options: string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [program, ...options], {
      cwd,
      encoding: "utf8",
      maxBuffer: LARGEST_REPORT,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (failure) {
    if (
      failure instanceof Error &&
      "stdout" in failure &&
      typeof failure.stdout === "string" &&
      failure.stdout.startsWith("{")
    )
      return failure.stdout;
    throw failure;
  }
}

if (import.meta.main) {
  const { graph, breaches } = cruise(process.cwd());
  for (const { rule, from, to, cure } of breaches) console.log(`${from} -> ${to}  ${cure}  [${rule}]`);
  const dead = deadFiles(graph);
  for (const path of dead)
    console.log(`${path}  Nothing that is started reaches this file: wire it or delete it.  [no-dead-files]`);
  console.log(`${graph.length} modules, ${breaches.length} breaches, ${dead.length} dead files`);
  process.exitCode = graph.length === 0 || breaches.length > 0 || dead.length > 0 ? 1 : 0;
}
