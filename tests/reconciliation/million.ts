import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { isDifference, LINE_KINDS, type MatchRules, match } from "../../core/reconciliation/index.ts";
import { after, at, days, hours } from "../../core/time/index.ts";
import { CORRUPTIONS, corrupted, history, type World } from "./histories.ts";

/**
 * Matches one statement of many lines with known damage and says how fast it went and what was found:
 * `node tests/reconciliation/million.ts --lines 1000000 --damaged 800 --seed 1 [--json] [--out FILE]`.
 */
const { values } = parseArgs({
  options: {
    lines: { type: "string", default: "1000000" },
    damaged: { type: "string", default: "800" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
    out: { type: "string" },
  },
});

const FROM = at(Date.UTC(2026, 2, 1));
const RULES: MatchRules = {
  ...{ from: FROM, until: after(FROM, days(30)), covers: LINE_KINDS },
  ...{ theyListWithin: hours(24), weBookWithin: hours(1), dateTolerance: days(3) },
};

function statement(lines: number, damaged: number, seed: number) {
  const world = { lines: [] as World["lines"][number][], movements: [] as World["movements"][number][] };
  const victims: ReturnType<typeof corrupted>["isAbout"][] = [];
  for (let n = 0; world.lines.length < lines; n++) {
    const clean = history(seed + n, RULES);
    const corruption = CORRUPTIONS[n % CORRUPTIONS.length];
    const spoilt = n < damaged && corruption ? corrupted(clean, corruption, seed + n, RULES) : null;
    if (spoilt) victims.push(spoilt.isAbout);
    world.lines.push(...(spoilt?.world ?? clean).lines);
    world.movements.push(...(spoilt?.world ?? clean).movements);
  }
  return { world, victims };
}

const startedAt = new Date().toISOString();
const { world, victims } = statement(Number(values.lines), Number(values.damaged), Number(values.seed));
const began = performance.now();
const findings = match(world.lines, world.movements, RULES);
const seconds = (performance.now() - began) / 1000;
const alarms = findings.filter(isDifference);
const missed = victims.filter((isAbout) => !alarms.some(isAbout)).length;
const result = {
  lines: world.lines.length,
  movements: world.movements.length,
  damaged: victims.length,
  found: victims.length - missed,
  falseAlarms: alarms.filter((alarm) => !victims.some((isAbout) => isAbout(alarm))).length,
  seconds: Math.round(seconds * 1000) / 1000,
  linesPerSecond: Math.round(world.lines.length / seconds),
};
if (values.out)
  writeFileSync(
    values.out,
    `${JSON.stringify({ ...result, machine: { cpu: cpus()[0]?.model, cores: cpus().length }, startedAt })}\n`,
  );
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
else for (const [name, value] of Object.entries(result)) process.stdout.write(`${name.padEnd(16)}${value}\n`);
if (missed > 0 || result.falseAlarms > 0) process.exitCode = 1;
