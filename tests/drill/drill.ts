import "../../tools/runtime-guard.mjs";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { DRILLS } from "./drills/index.ts";
import { holdDrills, type Outcome } from "./hold.ts";

const SHORT_COMMANDS = 600;
const LONG_COMMANDS = 10_500;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    short: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    out: { type: "string" },
  },
});

const wanted = DRILLS.filter(({ name }) => !values.only || values.only.some((word) => name.includes(word)));
const startedAt = new Date().toISOString();
const drills = await holdDrills(wanted, values.short ? SHORT_COMMANDS : LONG_COMMANDS, (outcome) => {
  if (!values.json) process.stdout.write(lineOf(outcome));
});
if (values.json) process.stdout.write(`${JSON.stringify({ drills })}\n`);
if (values.out)
  writeFileSync(
    values.out,
    `${JSON.stringify({ drills, commit: commit(), machine: machine(), startedAt }, null, 2)}\n`,
  );
process.exitCode = drills.length > 0 && drills.every(({ passed, skipped }) => passed || skipped) ? 0 : 1;

function lineOf({ name, rule, passed, seconds, skipped, failure, figures }: Outcome): string {
  const word = skipped ? "skipped" : passed ? "passed " : "FAILED ";
  const found = Object.entries(figures ?? {}).map(([what, value]) => `${what}: ${value}`);
  const rest = skipped ?? failure ?? found.join(", ");
  return `${word} ${seconds.toFixed(2).padStart(7)} s  ${name}: ${rule}\n                   ${rest}\n`;
}

function commit(): string {
  const { status, stdout } = spawnSync("git", ["rev-parse", "HEAD"], { cwd: import.meta.dirname, encoding: "utf8" });
  return status === 0 ? stdout.trim() : "unknown";
}

function machine(): string {
  const [first] = cpus();
  return `${cpus().length} x ${first?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
}
