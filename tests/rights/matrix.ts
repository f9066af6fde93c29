/**
 * `npm run matrix`: every route, every principal, everybody's things, held against tests/rights/expected.ts on a server and a database
 * of its own. `-- --json` ends with one line of JSON; the exit code says whether anything was otherwise.
 */
import { openCluster } from "../torture/cluster.ts";
import { matrix } from "./matrix/index.ts";

const cluster = await openCluster();
try {
  const database = await cluster.database({ hasty: true });
  const { failures, ...counts } = await matrix(database);
  await database.drop();
  for (const failure of failures) process.stdout.write(`${failure}\n`);
  const found = { ...counts, failures: failures.length };
  const { routes, principals, checks } = counts;
  process.stdout.write(
    process.argv.includes("--json")
      ? `${JSON.stringify(found)}\n`
      : `${routes} routes, ${principals} principals, ${checks} checks, ${failures.length} failures\n`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await cluster.close();
}
