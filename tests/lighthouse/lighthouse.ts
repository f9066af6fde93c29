/** `npm run lighthouse`: what Lighthouse says of home, browse, a product and an order on a telephone. Run it where nothing else runs. */
import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { createApi } from "../../tools/demo/api.ts";
import { startSystem } from "../../tools/system.ts";
import { openBrowser } from "../e2e/browser.ts";
import { sessionOf } from "../e2e/session.ts";

const WANTED: Readonly<Record<string, number>> = {
  performance: 90,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};
/** Pages behind the sign-in are no search engine's. */
const NOT_INDEXED = "order";

const Report = Type.Object({
  categories: Type.Record(Type.String(), Type.Object({ score: Type.Union([Type.Number(), Type.Null()]) })),
  audits: Type.Record(Type.String(), Type.Object({ displayValue: Type.Optional(Type.String()) })),
});
const FIGURES = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
];

const dataDir = await mkdtemp(join(tmpdir(), "amana-lighthouse-"));
await chmod(dataDir, 0o755);
const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: import.meta.dirname, stdio: "inherit" });
if (npm.status !== 0) process.exit(1);
const system = await startSystem({ dataDir, furnished: true, port: 0, sandboxPort: 0 });
let low = 0;
try {
  const executable = await programOf();
  for (const [name, path, cookie] of await pages()) {
    const file = join(dataDir, `${name}.json`);
    measured([
      ...[join(import.meta.dirname, "node_modules/lighthouse/cli/index.js"), system.url + path, "--quiet"],
      ...[`--chrome-path=${executable}`, "--chrome-flags=--headless=new --no-sandbox"],
      ...["--output=json", `--output-path=${file}`, `--only-categories=${Object.keys(WANTED).join(",")}`],
      ...(cookie ? [`--extra-headers=${JSON.stringify({ cookie })}`] : []),
    ]);
    const { categories, audits } = Value.Parse(Report, JSON.parse(await readFile(file, "utf8")));
    const scores = Object.entries(WANTED).map(([category, wanted]) => {
      const score = Math.round((categories[category]?.score ?? 0) * 100);
      if (score < wanted && !(category === "seo" && name === NOT_INDEXED)) low += 1;
      return `${category} ${score}`;
    });
    const figures = FIGURES.map((id) => `${id} ${audits[id]?.displayValue ?? "?"}`);
    process.stdout.write(`${name.padEnd(10)} ${scores.join(", ")}; ${figures.join(", ")}\n`);
  }
} finally {
  await system.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.stdout.write(`${low} below what is wanted\n`);
process.exitCode = low === 0 ? 0 : 1;

/** Now and then Chromium gives it no trace of the page; then it is asked once more. */
function measured(args: string[]): void {
  const run = () => spawnSync(process.execPath, args, { encoding: "utf8" });
  const { status, stderr } = run();
  if (status === 0) return;
  const again = run();
  if (again.status !== 0) throw new Error(stderr + again.stderr);
}

async function programOf(): Promise<string> {
  const browser = await openBrowser();
  const program = browser.browserType().executablePath();
  await browser.close();
  return process.env.CHROMIUM_PATH ?? program;
}

async function pages(): Promise<(readonly [name: string, path: string, cookie?: string])[]> {
  const api = createApi(system.url, system.sandboxUrl ?? "");
  const { data: listings } = await api.get<{ data: { id: string }[] }>("buyer", "/listings?kind=physical&limit=1");
  const { data: orders } = await api.get<{ data: { id: string; status: string }[] }>("buyer", "/orders?limit=100");
  const order = orders.find(({ status }) => status === "delivered") ?? orders[0];
  return [
    ["home", "/en"],
    ["home, ar", "/ar"],
    ["browse", "/en/browse"],
    ["product", `/en/products/${listings[0]?.id}`],
    [NOT_INDEXED, `/en/orders/${order?.id}`, await sessionOf(system.url, "buyer")],
  ];
}
