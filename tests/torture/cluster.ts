import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ConnectOptions, connect, migrate } from "../../server/runtime/database/index.ts";
import { endProcess, markOf, type Postgres, startPostgres } from "../../server/runtime/postgres/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { type CuttingProxy, openProxy } from "./proxy.ts";

const MIGRATIONS = join(import.meta.dirname, "../../server/database/migrations");
const TEMPLATE = "amana_template";

/** As shipped, so that what a client was told is on the disk; only the size fits a test. */
const SETTINGS = { shared_buffers: "64MB", max_connections: "200", deadlock_timeout: "100ms", autovacuum: "off" };

export type DeathOfPostgres = "postmaster" | "whole cluster" | "backend";

/** A PostgreSQL of our own that may be killed. Every client goes through a proxy, whose address outlives the server. */
export type Cluster = {
  readonly proxy: CuttingProxy;
  /** A database of one's own with all migrations applied. One that nobody kills need not wait for the disk. */
  database(options?: ConnectOptions & { readonly hasty?: boolean }): Promise<TestDatabase>;
  /** Kills by SIGKILL and brings the server back; answers in milliseconds how long nobody was served. */
  killAndRestart(death: DeathOfPostgres, backend?: number): Promise<number>;
  /** Stops the server at once, and starts it again when the work is done. */
  whileStopped(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

export async function openCluster(): Promise<Cluster> {
  // The prefix is that of the other tests, whose next run sweeps away what a killed one left.
  const home = mkdtempSync(join(tmpdir(), "amana-tests-torture-"));
  chmodSync(home, 0o755);
  const start = (): Promise<Postgres> =>
    startPostgres({ home, database: "amana_tests", settings: SETTINGS, ownerCreatesDatabases: true });
  const running = { postgres: await start() };
  const proxy = await openProxy(portOf(running.postgres.ownerUrl));
  const startAgain = async (): Promise<void> => {
    running.postgres = await start();
    proxy.aimAt(portOf(running.postgres.ownerUrl));
  };
  const direct = (): string => running.postgres.ownerUrl;
  await asOwner(direct(), [`create database ${TEMPLATE}`]);
  await migrate({ ownerUrl: addressOf(direct(), TEMPLATE), directory: MIGRATIONS });

  return {
    proxy,
    database: (options) => cloneOf(running.postgres, proxy.port, options),
    async killAndRestart(death, backend) {
      const began = performance.now();
      const { pid } = running.postgres;
      if (death === "backend" && backend !== undefined) process.kill(backend, "SIGKILL");
      else process.kill(death === "whole cluster" ? -pid : pid, "SIGKILL");
      if (death !== "backend") await startAgain();
      await answering(direct());
      return performance.now() - began;
    },
    async whileStopped(work) {
      const mark = markOf(running.postgres.pid);
      if (!mark) throw new Error("PostgreSQL is gone already");
      await endProcess(mark, ["SIGQUIT", "SIGKILL"], 10_000);
      try {
        await work();
      } finally {
        await startAgain();
        await answering(direct());
      }
    },
    async close() {
      await proxy.close();
      await running.postgres.stop();
      for (const folder of new Set([home, running.postgres.home])) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function cloneOf(
  postgres: Postgres,
  port: number,
  { hasty, ...options }: ConnectOptions & { readonly hasty?: boolean } = {},
): Promise<TestDatabase> {
  const name = `torture_${randomBytes(6).toString("hex")}`;
  await asOwner(postgres.ownerUrl, [
    `create database ${name} template ${TEMPLATE} strategy file_copy`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to amana_app`,
    ...(hasty ? [`alter database ${name} set synchronous_commit = off`] : []),
  ]);
  const [ownerUrl, appUrl] = [addressOf(postgres.ownerUrl, name, port), addressOf(postgres.appUrl, name, port)];
  const owner = connect(ownerUrl, { connections: 4, ...options });
  const app = connect(appUrl, { connections: 12, ...options });
  return {
    owner,
    app,
    ownerUrl,
    appUrl,
    async drop() {
      await Promise.all([owner.close(), app.close()]);
    },
  };
}

async function asOwner(url: string, statements: readonly string[]): Promise<void> {
  const db = connect(url, { connections: 1, statementTimeoutMs: 120_000 });
  try {
    for (const statement of statements) await db.query(statement);
  } finally {
    await db.close();
  }
}

/** A backend that was killed takes all others with it for a moment: the server recovers before it answers again. */
async function answering(url: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const db = connect(url, { connections: 1, connectTimeoutMs: 1_000 });
    const answered = await db.one("select 1").then(
      () => true,
      () => false,
    );
    await db.close();
    if (answered) return;
    if (performance.now() > deadline) throw new Error("PostgreSQL does not come back");
    await pause(20);
  }
}

const portOf = (url: string): number => Number(new URL(url).port);

function addressOf(url: string, database: string, port?: number): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  if (port !== undefined) moved.port = String(port);
  return moved.href;
}
