import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { parseId } from "../../../core/ids/index.ts";
import { connect, migrate } from "../../../server/runtime/database/index.ts";
import { allRight } from "../books.ts";
import { asDisposable, type Cluster } from "../cluster.ts";
import { claim, type Drill, type Figures } from "../drill-form.ts";
import type { Ground } from "../ground.ts";
import { type Done, startLoad } from "../load.ts";
import { must, run } from "../programs.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
const MIGRATIONS = "server/database/migrations";
/** The first migration after the previous release: its source is that of the commit before this one came. */
const FIRST_AFTER = `${MIGRATIONS}/0004-money-depth.sql`;
const SOURCE = [
  "core",
  "server",
  "tests",
  "tools",
  "sandbox",
  "package.json",
  "tsconfig.base.json",
  "vitest.config.ts",
];
const WEB = ["web/handler.ts", "web/package.json"];
/** What the previous release's own tests say of money; all of its database tests in the long setting. */
const SHORT_SUITE = [
  "tests/money/journey.db.test.ts",
  "server/modules/escrow",
  "server/modules/ledger/post.db.test.ts",
];
const LONG = 5_000;

const Said = Type.Object({
  acknowledged: Type.Array(Type.Object({ deal: Type.String(), command: Type.String() })),
  unsure: Type.Integer(),
  error: Type.String(),
});

/** The schema has been migrated and the previous release still runs, as in the middle of a rolling deploy. */
export const rollingDeploy: Drill = {
  name: "rolling deploy",
  rule: "case 77: the previous release passes its own tests on the new schema beside the new one, or is told to stop first",
  lacks: async () => ((await previousCommit()) ? null : "the previous release is not in this checkout's history"),
  async hold(ground) {
    const previous = await checkOut(ground, (await previousCommit()) ?? "");
    const cluster = await ground.newCluster("rolling");
    await cluster.start();
    const breaking = await breakingMigrations(cluster);
    if (breaking.length > 0) return await isRefused(previous, cluster, breaking);
    await migrate({ ownerUrl: cluster.ownerUrl, directory: join(previous, "migrations-of-it") });

    await using db = asDisposable(connect(cluster.appUrl, { connections: 4 }));
    const load = startLoad(db, 4);
    const commands = Math.min(2_000, ground.commands / 2);
    const program = join(previous, "tests/drill/previous-load.ts");
    const said = await must(process.execPath, [program, cluster.appUrl, String(commands)], { cwd: previous });
    await load.stop();
    const others = readSaid(said);
    claim(
      load.unsure.length + others.unsure === 0,
      `commands failed beside the other release: ${load.firstError()} ${others.error}`,
    );
    const present = await allRight(cluster.ownerUrl, [...load.acknowledged, ...others.acknowledged]);
    const passed = await ownTests(previous, ground.commands >= LONG ? [] : SHORT_SUITE);
    return { "commands of both": present, "of the previous release": others.acknowledged.length, "its tests": passed };
  },
};

const breakingMigrations = async (cluster: Cluster): Promise<string[]> =>
  (await cluster.admin<{ name: string }>("select name from migration.applied where breaking order by version")).map(
    ({ name }) => name,
  );

/** A migration that says of itself that it breaks the previous release asks for a stop, and the previous release must not start. */
async function isRefused(previous: string, { ownerUrl }: Cluster, breaking: readonly string[]): Promise<Figures> {
  const refused = await migrate({ ownerUrl, directory: join(previous, "migrations-of-it") }).then(
    () => null,
    (error: unknown) => String(error),
  );
  claim(
    refused !== null && breaking.some((name) => refused.includes(name)),
    `the previous release starts on a schema that breaks it: ${breaking.join(", ")}`,
  );
  return { "the upgrade needs a stop, because of": breaking.join(", "), "the previous release": "refuses to start" };
}

function readSaid(text: string): { acknowledged: Done[]; unsure: number; error: string } {
  const parsed: unknown = JSON.parse(text);
  const { acknowledged, unsure, error } = Value.Parse(Said, parsed);
  const done = acknowledged.map(({ deal, command }) => ({ deal: parseId("deal", deal), command }));
  return { acknowledged: done.flatMap(({ deal, command }) => (deal ? [{ deal, command }] : [])), unsure, error };
}

async function previousCommit(): Promise<string | null> {
  const git = (...args: string[]) => run("git", ["-C", REPOSITORY, ...args]).catch(() => ({ code: 1, output: "" }));
  const came = await git("log", "--diff-filter=A", "--format=%H", "--", FIRST_AFTER);
  const first = came.output.trim().split("\n").at(-1);
  if (came.code !== 0 || !first) return null;
  const before = await git("rev-parse", "--verify", `${first}^`);
  return before.code === 0 ? before.output.trim() : null;
}

/** The previous release's source with the new migrations in it, and its own ones beside. */
async function checkOut(ground: Ground, commit: string): Promise<string> {
  const folder = join(ground.folder, "previous");
  const archive = join(ground.folder, "previous.tar");
  mkdirSync(folder);
  await must("git", ["-C", REPOSITORY, "archive", "-o", archive, commit, ...SOURCE, ...WEB]);
  await must("tar", ["-x", "-f", archive, "-C", folder]);
  await must("mv", [join(folder, MIGRATIONS), join(folder, "migrations-of-it")]);
  cpSync(join(REPOSITORY, MIGRATIONS), join(folder, MIGRATIONS), { recursive: true });
  cpSync(join(REPOSITORY, "tests/drill"), join(folder, "tests/drill"), { recursive: true });
  linkPackages(folder);
  return folder;
}

/** The same packages, but the workspaces of the copy. */
function linkPackages(folder: string): void {
  const [from, to] = [join(REPOSITORY, "node_modules"), join(folder, "node_modules")];
  mkdirSync(join(to, "@amana"), { recursive: true });
  for (const name of readdirSync(from)) if (name !== "@amana") symlinkSync(join(from, name), join(to, name));
  for (const name of ["core", "server", "sandbox"]) symlinkSync(join(folder, name), join(to, "@amana", name));
}

/** Answers with how many passed; throws with the end of the output when one did not. */
async function ownTests(folder: string, only: readonly string[]): Promise<number> {
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  claim(existsSync(vitest), "vitest is not installed");
  const { code, output } = await run(process.execPath, [vitest, "run", "--project", "db", ...only], { cwd: folder });
  const count = /(\d+) passed, (\d+) failed/.exec(output);
  claim(
    code === 0 && count?.[2] === "0",
    `the previous release's tests fail on the new schema: ${output.slice(-4_000)}`,
  );
  return Number(count?.[1]);
}
