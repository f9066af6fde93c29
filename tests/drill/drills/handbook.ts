import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "../../../server/runtime/database/index.ts";
import { allRight } from "../books.ts";
import { asDisposable, type Cluster, freePort } from "../cluster.ts";
import { claim, type Drill } from "../drill-form.ts";
import { type Ground, makeFolder } from "../ground.ts";
import { type Done, startLoad } from "../load.ts";
import { run } from "../programs.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
const HANDBOOK = join(REPOSITORY, "docs/operating/recovery.md");

/** The page that operators read is done, block by block. */
export const handbook: Drill = {
  name: "handbook",
  rule: "cases 64, 68 and 69: the commands of the page on recovery work as they are written, and lose nothing",
  async hold(ground) {
    const cluster = await ground.newCluster("handbook");
    await cluster.start();
    const env = await environmentOf(ground, cluster);
    for (const folder of [env.DATA, env.STANDBY, env.RESTORED])
      ground.onEnd(() => ground.tool("pg_ctl", "stop", "-D", folder ?? "", "-m", "immediate"));
    const done: Done[] = [];
    const work = async (port: string | undefined): Promise<void> => {
      await using db = asDisposable(connect(`postgres://amana_app@127.0.0.1:${port}/amana`, { connections: 4 }));
      const load = startLoad(db, 4);
      await load.more(50);
      await load.stop();
      done.push(...load.acknowledged);
    };
    const blocks = blocksOf(readFileSync(HANDBOOK, "utf8"));
    await work(env.PGPORT);
    for (const block of blocks) {
      if (block.includes("pg_switch_wal")) {
        await work(env.PGPORT);
        const [now] = await cluster.admin<{ at: string }>("select clock_timestamp()::text as at");
        env.MOMENT = now?.at ?? "";
        await work(env.PGPORT);
      }
      await follow(ground, block, env);
      if (block.includes("RESTORED_PORT")) await allRight(urlOf(env.RESTORED_PORT), done.slice(0, 100));
      if (block.includes("pg_ctl promote")) await work(env.STANDBY_PORT);
    }
    const present = await allRight(urlOf(env.STANDBY_PORT), done);
    return { "blocks of commands": blocks.length, "commands present at the end": present };
  },
};

const urlOf = (port: string | undefined): string => `postgres://amana_owner@127.0.0.1:${port}/amana`;

type Environment = Record<string, string>;

async function environmentOf(ground: Ground, cluster: Cluster): Promise<Environment> {
  const folder = makeFolder(ground, "handbook-places");
  return {
    PATH: `${ground.bin}:${process.env.PATH}`,
    ...{ PGHOST: "127.0.0.1", PGPORT: String(cluster.port), PGUSER: "postgres", PGDATABASE: "amana" },
    ...{ DATA: cluster.data, ARCHIVE: makeFolder(ground, "handbook-places/archive"), BACKUP: join(folder, "backup") },
    ...{ RESTORED: join(folder, "restored"), RESTORED_PORT: String(await freePort()) },
    ...{ STANDBY: join(folder, "standby"), STANDBY_PORT: String(await freePort()) },
    AMANA_DATA_KEY: randomBytes(32).toString("base64"),
    HOME: folder,
  };
}

/** What stands between ```sh and ``` on a page, indented or not. */
const blocksOf = (page: string): string[] =>
  [...page.matchAll(/^( *)```sh\n([\s\S]*?)^\1```/gm)].map(([, , text = ""]) => text);

async function follow(ground: Ground, block: string, env: Environment): Promise<void> {
  const ours = block.includes("npm run");
  const port = env.STANDBY_PORT;
  const { code, output } = await run("timeout", ["60", "bash", "-euo", "pipefail", "-c", block], {
    runAs: ours ? null : ground.runAs,
    cwd: ours ? REPOSITORY : (env.HOME ?? "/"),
    env: ours ? { ...env, DATABASE_URL: `postgres://amana_app@127.0.0.1:${port}/amana` } : env,
  });
  claim(code === 0, `a block of the handbook ended with ${code}:\n${block}\n${output}`);
}
