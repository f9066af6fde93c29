import { appendFileSync, chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "../../../server/runtime/database/index.ts";
import { type Cluster, clusterAt, configuration } from "../cluster.ts";
import { at, type Ground, makeFolder } from "../ground.ts";

export const STANDBY = "standby";
const PATIENCE_MS = 30_000;

export type Pair = { readonly primary: Cluster; readonly standby: Cluster };

/** A primary and a replica of it that runs and follows; `synchronous`: nothing is acknowledged that the replica has not on disk. */
export async function pairOf(ground: Ground, name: string, synchronous: boolean): Promise<Pair> {
  const primary = await ground.newCluster(`${name}-primary`);
  await primary.start();
  const standby = await standbyOf(ground, primary, `${name}-standby`);
  await standby.start();
  await until(() => isFollowing(primary, "async"));
  if (synchronous) {
    await primary.admin(`alter system set synchronous_standby_names = '${STANDBY}'`, "select pg_reload_conf()");
    await until(() => isFollowing(primary, "sync"));
  }
  return { primary, standby };
}

/** Copies a running primary into a new data folder that follows it. */
export async function standbyOf(ground: Ground, primary: Cluster, name: string): Promise<Cluster> {
  const data = makeFolder(ground, `${name}/data`);
  await ground.tool("pg_basebackup", ...at(primary), "-D", data, "-c", "fast", "-X", "stream", "--no-sync");
  return await followWith(ground, primary, name);
}

/** Makes a copied data folder follow a primary. */
export async function followWith(ground: Ground, primary: Cluster, name: string): Promise<Cluster> {
  const standby = await clusterAt(ground, name);
  const source = `host=127.0.0.1 port=${primary.port} user=postgres application_name=${STANDBY}`;
  appendFileSync(
    join(standby.data, "postgresql.auto.conf"),
    configuration({ primary_conninfo: source, synchronous_standby_names: "" }),
  );
  makeSignal(ground, standby, "standby.signal");
  return standby;
}

/** An empty file that tells PostgreSQL in which way to start. */
export function makeSignal({ runAs }: Ground, { data }: Cluster, file: "standby.signal" | "recovery.signal"): void {
  const path = join(data, file);
  writeFileSync(path, "");
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
}

export async function isFollowing(primary: Cluster, how: "sync" | "async"): Promise<boolean> {
  const rows = await primary.admin<{ sync_state: string }>(
    `select sync_state from pg_stat_replication where application_name = '${STANDBY}' and state = 'streaming'`,
  );
  return rows.some(({ sync_state }) => sync_state === how);
}

/** Waits for what comes by itself. */
export async function until(
  holds: () => Promise<boolean>,
  what = "what was waited for",
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`${what} did not come`);
    await pause(20);
  }
}

/** Waits until a server answers at that address. */
export const answering = (url: string, patienceMs = PATIENCE_MS): Promise<void> =>
  until(
    async () => {
      const db = connect(url, { connections: 1, connectTimeoutMs: 1_000 });
      try {
        await db.query("select 1");
        return true;
      } catch {
        return false;
      } finally {
        await db.close();
      }
    },
    "an answer of the database",
    patienceMs,
  );
