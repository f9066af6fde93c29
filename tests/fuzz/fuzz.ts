import { parseArgs } from "node:util";
import { tell } from "../simulation/results.ts";
import { campaign, type Finding } from "./campaign.ts";
import { openGround } from "./ground.ts";
import { furnishedMarket } from "./market.ts";

/**
 * `npm run fuzz -- --requests 100000 --seed 7 [--path 12:0:3] [--json] [--out FILE]`: sends requests drawn from the OpenAPI document to a whole
 * server over a real database. Ends with 1 when anything was found.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
    path: { type: "string" },
    json: { type: "boolean", default: false },
    out: { type: "string" },
  },
});
const [requests, seed] = [Number(values.requests), Number(values.seed)];
if (!Number.isSafeInteger(requests) || requests < 1) throw new Error(`--requests ${values.requests} is no number`);
if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is not a whole number`);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const database = await openGround();
try {
  const market = await furnishedMarket(database);
  const began = performance.now();
  let next = 0;
  const report = await campaign(market.target, {
    ...{ requests, seed, ...(values.path !== undefined && { path: values.path }) },
    onProgress(sent, found) {
      if (values.json || sent < next) return;
      next = sent + 5_000;
      say(`${sent} requests, ${Math.round(sent / ((performance.now() - began) / 1_000))}/s, ${found} findings`);
    },
  });
  await market.close();
  if (!values.json) {
    for (const finding of report.findings) show(finding);
    const statuses = [...report.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
    say(statuses.join(", "));
    if (report.neverDone.length > 0) say(`never done: ${report.neverDone.join(", ")}`);
  }
  const { findings } = report;
  const figures = { seed, requests: report.requests, findings: findings.length, seconds: Math.round(report.seconds) };
  tell({ ...figures, found: findings }, {}, [], { json: true, out: values.out });
  process.exitCode = findings.length > 0 ? 1 : 0;
} finally {
  await database.drop();
}

function show({ kind, where, detail, requests: sent, seed: drawn, path }: Finding): void {
  say(`\n${kind} ${where}: ${detail}`);
  for (const request of sent) say(`  ${request}`);
  if (path !== null) say(`  again: --seed ${drawn} --path ${path}`);
}
