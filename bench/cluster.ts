import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect, type Database, migrate } from "../server/runtime/database/index.ts";
import { type Postgres, startPostgres } from "../server/runtime/postgres/index.ts";

const MIGRATIONS = join(import.meta.dirname, "../server/database/migrations");
/** A quarter of the memory, as PostgreSQL's manual advises; more than the largest measured tables need does not help. */
const BUFFERS_MB = Math.min(4096, Math.floor(totalmem() / 4 / 1024 / 1024));
const SETTINGS = {
  shared_buffers: `${BUFFERS_MB}MB`,
  max_wal_size: "16GB",
  // Segments of the log are used again, as after the first day of a server, instead of being made while the clock runs.
  min_wal_size: "2GB",
  checkpoint_timeout: "30min",
  max_connections: "200",
  autovacuum: "off",
};

export type Place = { readonly ownerUrl: string; readonly appUrl: string };
export type Cluster = {
  /** A migrated database of its own under this name. */
  create(name: string): Promise<Place>;
  /** A copy of another one, in memory and in the log, as what a server has worked on since its last checkpoint is. */
  clone(from: string, name: string): Promise<Place>;
  drop(name: string): Promise<void>;
  deadlocks(): Promise<number>;
  stop(): Promise<void>;
};

/** One PostgreSQL in a folder of its own, durable as in production; with `preload`, its server runs with that library. */
export async function openCluster(preload?: {
  library: string;
  environment: Record<string, string>;
}): Promise<Cluster> {
  const home = mkdtempSync(join(tmpdir(), "amana-bench-"));
  chmodSync(home, 0o755);
  const options = { home, database: "bench", settings: SETTINGS, ownerCreatesDatabases: true };
  let postgres = await startPostgres(options);
  if (preload) postgres = await restartWith(postgres, options, preload);
  const admin = connect(postgres.ownerUrl, { connections: 1, statementTimeoutMs: 0, lockTimeoutMs: 0 });
  const place = (name: string): Place => ({ ownerUrl: at(postgres.ownerUrl, name), appUrl: at(postgres.appUrl, name) });
  return {
    async create(name) {
      await admin.query(`create database ${name}`);
      await migrate({ ...place(name), directory: MIGRATIONS });
      await admin.query(`grant connect on database ${name} to amana_app`);
      return place(name);
    },
    async clone(from, name) {
      await dropped(admin, name);
      await admin.query(`create database ${name} template ${from} strategy wal_log`);
      await admin.query(`grant connect on database ${name} to amana_app`);
      return place(name);
    },
    drop: (name) => dropped(admin, name),
    async deadlocks() {
      const { count } = await admin.one<{ count: bigint }>(
        "select coalesce(sum(deadlocks), 0)::bigint as count from pg_stat_database",
      );
      return Number(count);
    },
    async stop() {
      await admin.close();
      await postgres.stop();
      for (const folder of new Set([home, postgres.home])) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses while one of its own workers is inside, which is soon gone. */
async function dropped(admin: Database, name: string, tries = 100): Promise<void> {
  try {
    await admin.query(`drop database if exists ${name} with (force)`);
  } catch (error) {
    if (tries === 0) throw error;
    await pause(100);
    await dropped(admin, name, tries - 1);
  }
}

/** The launcher gives its server a bare environment, so the same server is started once more by hand and then adopted. */
async function restartWith(
  first: Postgres,
  options: Parameters<typeof startPostgres>[0],
  { library, environment }: { library: string; environment: Record<string, string> },
): Promise<Postgres> {
  const [command = "", ...rest] = readFileSync(`/proc/${first.pid}/cmdline`, "utf8").split("\0").slice(0, -1);
  const { uid, gid } = statSync(`/proc/${first.pid}`);
  const folder = rest[rest.indexOf("-D") + 1] ?? "";
  await first.stop();
  const child = spawn(command, rest, {
    uid,
    gid,
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", LD_PRELOAD: library, ...environment },
    detached: true,
    stdio: "ignore",
  });
  child.unref();
  for (let tries = 0; ; tries++) {
    await pause(100);
    const ready = readLines(join(folder, "postmaster.pid"))[7]?.trim() === "ready";
    if (ready) break;
    if (tries > 300) throw new Error("the server with the slow disk did not start");
  }
  const again = await startPostgres(options);
  if (!readFileSync(`/proc/${again.pid}/maps`, "utf8").includes(library)) throw new Error("the disk is not slow");
  return again;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Compiles the library that makes every flush of the log slower; null where there is no compiler. */
export function slowDisk(
  folder: string,
  microseconds: number,
): { library: string; environment: Record<string, string> } | null {
  const library = join(folder, "slow-sync.so");
  const made = spawnSync("gcc", [
    "-shared",
    "-fPIC",
    "-O2",
    "-o",
    library,
    join(import.meta.dirname, "slow-sync.c"),
    "-ldl",
  ]);
  if (made.status !== 0) return null;
  // The server runs as another user, who must reach it: the loader passes over what it cannot read.
  chmodSync(folder, 0o755);
  chmodSync(library, 0o755);
  return { library, environment: { SLOW_SYNC_MICROSECONDS: String(microseconds) } };
}

export const open = (url: string, connections = 4): Database =>
  connect(url, { connections, statementTimeoutMs: 0, lockTimeoutMs: 0, idleInTransactionTimeoutMs: 0 });

function at(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.href;
}
