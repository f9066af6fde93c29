import { spawn } from "node:child_process";
import { chownSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "../../../server/runtime/database/index.ts";
import { endProcess, markOf } from "../../../server/runtime/postgres/index.ts";
import { createWorld } from "../../money/world.ts";
import { allRight } from "../books.ts";
import { asDisposable, type Cluster, freePort } from "../cluster.ts";
import { claim, type Drill } from "../drill-form.ts";
import { type Ground, makeFolder } from "../ground.ts";
import { startLoad } from "../load.ts";
import { answering } from "./replicas.ts";

const PGBOUNCER = "/usr/sbin/pgbouncer";
/** Fewer than those who come, so that each transaction may meet another connection. */
const SERVER_CONNECTIONS = 3;

/** Everything the application says to its database goes through PgBouncer in transaction mode. */
export const pooler: Drill = {
  name: "PgBouncer in transaction mode",
  rule: "case 80: whole sales and parallel load work over a pooler that hands every transaction another connection",
  lacks: () => (existsSync(PGBOUNCER) ? null : "PgBouncer is missing (Debian: pgbouncer)"),
  async hold(ground) {
    const cluster = await ground.newCluster("pooled");
    await cluster.start();
    await cluster.admin(
      "alter role amana_app set statement_timeout = '30s'",
      "alter role amana_app set lock_timeout = '10s'",
      "alter role amana_app set idle_in_transaction_session_timeout = '60s'",
      "alter role amana_app set timezone = 'UTC'",
    );
    const pooledUrl = await startBouncer(ground, cluster);
    await using app = asDisposable(connect(pooledUrl, { connections: 16 }));
    await using owner = asDisposable(connect(cluster.ownerUrl, { connections: 2 }));
    const world = await createWorld({
      ...{ app, owner, appUrl: pooledUrl, ownerUrl: cluster.ownerUrl },
      drop: async () => {},
    });
    const { order } = await world.shipped();
    await world.give(order, "confirm_receipt", "buyer");
    await world.settle();
    claim((await world.payout(order))?.state === "paid", "the seller has not been paid");
    const wrong = await world.books();
    claim(wrong.length === 0, wrong.slice(0, 3).join("; "));

    const load = startLoad(app, 16);
    await load.more(Math.min(3_000, ground.commands));
    await load.stop();
    claim(load.unsure.length === 0, `${load.unsure.length} commands failed: ${load.firstError()}`);
    const present = await allRight(cluster.ownerUrl, load.acknowledged);
    const [limits] = await app.query<{ limit: string }>("select current_setting('statement_timeout') as limit");
    claim(limits?.limit === "30s", "the role's limits do not hold behind the pooler");
    return { commands: present, "connections of the pooler": SERVER_CONNECTIONS };
  },
};

/** Starts PgBouncer before the cluster and answers with the address of the application's role. */
async function startBouncer(ground: Ground, cluster: Cluster): Promise<string> {
  const folder = makeFolder(ground, "pgbouncer");
  const port = await freePort();
  const file = join(folder, "pgbouncer.ini");
  const users = join(folder, "users.txt");
  writeFileSync(users, '"amana_app" ""\n');
  writeFileSync(
    file,
    `[databases]
amana = host=127.0.0.1 port=${cluster.port} dbname=amana
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${SERVER_CONNECTIONS}
max_client_conn = 200
`,
  );
  for (const path of [file, users]) if (ground.runAs) chownSync(path, ground.runAs.uid, ground.runAs.gid);
  const child = spawn(PGBOUNCER, [file], { ...ground.runAs, cwd: folder, stdio: "ignore", detached: true });
  child.unref();
  const mark = markOf(child.pid ?? 0);
  if (mark) ground.onEnd(() => endProcess(mark, ["SIGINT", "SIGKILL"], 5_000));
  const url = `postgres://amana_app@127.0.0.1:${port}/amana?pgbouncer=true`;
  await answering(url);
  return url;
}
