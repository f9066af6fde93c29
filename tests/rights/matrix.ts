/**
 * `npm run matrix`: every route, every principal, everybody's things, held against tests/rights/expected.ts on a server and a database
 * of its own. `-- --json` ends with one line of JSON, `-- --out FILE` keeps it; the exit code says whether anything was otherwise.
 */
import { parseArgs } from "node:util";
import { tell } from "../simulation/results.ts";
import { openCluster } from "../torture/cluster.ts";
import { matrix, sumOf } from "./matrix/index.ts";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, out: { type: "string" } } });
const cluster = await openCluster();
try {
  const database = await cluster.database({ hasty: true });
  const { failures, ...counts } = await matrix(database);
  await database.drop();
  for (const { attack, sentence } of failures) process.stdout.write(`against attack ${attack}: ${sentence}\n`);
  const { routes, principals } = counts;
  const checks = sumOf(counts.checks);
  const found = { routes, principals, checks, failures: failures.length };
  const line = `${routes} routes, ${principals} principals, ${checks} checks, ${failures.length} failures`;
  tell(found, {}, [line], values);
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await cluster.close();
}
