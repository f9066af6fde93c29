/**
 * `npm run check`: everything that can be known without a database or a browser, in well under a minute.
 * `node tools/check.ts --only tidy,imports` runs the steps named.
 */
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

type Step = { readonly name: string; readonly what: string; readonly commands: readonly (readonly string[])[] };
type Outcome = { readonly step: Step; readonly passed: boolean; readonly seconds: number; readonly output: string };

const TYPES = "node_modules/tsc7/bin/tsc";

/** The longest first, so that two at a time end together. */
const STEPS: readonly Step[] = [
  { name: "tests", what: "pure tests", commands: [["node_modules/vitest/vitest.mjs", "run", "--project", "pure"]] },
  {
    name: "types-web",
    what: "types of web",
    commands: [
      ["node_modules/@react-router/dev/bin.cjs", "typegen", "web"],
      [TYPES, "-p", "web"],
    ],
  },
  {
    name: "promises",
    what: "no promise left alone (oxlint)",
    commands: [["node_modules/oxlint/bin/oxlint", "--type-aware"]],
  },
  { name: "imports", what: "who imports whom (dependency-cruiser)", commands: [["tools/cruise.ts"]] },
  { name: "tidy", what: "rules of the house (tidy)", commands: [["tools/tidy/index.ts"]] },
  { name: "types-server", what: "types of server", commands: [[TYPES, "-p", "server"]] },
  { name: "types-core", what: "types of core", commands: [[TYPES, "-p", "core"]] },
  { name: "types-sdk", what: "types of sdk", commands: [[TYPES, "-p", "sdk"]] },
  { name: "types-sandbox", what: "types of sandbox", commands: [[TYPES, "-p", "sandbox"]] },
  { name: "types-tools", what: "types of tools and tests", commands: [[TYPES, "-p", "."]] },
  { name: "types-bench", what: "types of bench", commands: [[TYPES, "-p", "bench"]] },
  {
    name: "style",
    what: "format and lint (biome)",
    commands: [["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]],
  },
];
const AT_ONCE = 2;

const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
const wanted = only?.split(",") ?? STEPS.map(({ name }) => name);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0)
  throw new Error(`no such step: ${unknown.join(", ")}. There are: ${STEPS.map(({ name }) => name).join(", ")}`);

const started = performance.now();
const outcomes = await runAll(STEPS.filter(({ name }) => wanted.includes(name)));
const failed = outcomes.filter(({ passed }) => !passed);
for (const { step, output } of failed) console.log(`\n== ${step.what}\n${output.trim()}`);
console.log("");
for (const { step, passed, seconds } of outcomes)
  console.log(row(passed ? "ok" : "FAILED", seconds, `${step.name.padEnd(14)}${step.what}`));
console.log(row(failed.length === 0 ? "ok" : "FAILED", secondsSince(started), `check, ${outcomes.length} steps`));
process.exitCode = failed.length === 0 && outcomes.length > 0 ? 0 : 1;

async function runAll(steps: readonly Step[]): Promise<Outcome[]> {
  const ahead = [...steps];
  const done: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let step = ahead.shift(); step; step = ahead.shift()) done.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done.sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
}

async function runStep(step: Step): Promise<Outcome> {
  const began = performance.now();
  let output = "";
  for (const command of step.commands) {
    const { passed, text } = await run(command);
    output += text;
    if (!passed) return { step, passed, seconds: secondsSince(began), output };
  }
  return { step, passed: true, seconds: secondsSince(began), output };
}

function run(command: readonly string[]): Promise<{ passed: boolean; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...command], { stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ passed: code === 0, text }));
  });
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function row(word: string, seconds: number, what: string): string {
  return `${word.padEnd(7)}${seconds.toFixed(1).padStart(6)} s  ${what}`;
}
