import { spawn } from "node:child_process";
import { appendFileSync, closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect, type Database } from "../../server/runtime/database/index.ts";
import { endProcess, markOf, type ProcessMark } from "../../server/runtime/postgres/index.ts";
import type { UserIds } from "../../server/runtime/postgres/place.ts";

/** What a cluster needs of the ground it stands on. */
export type Footing = {
  readonly folder: string;
  readonly bin: string;
  readonly runAs: UserIds | null;
  readonly onEnd: (undo: () => Promise<unknown>) => void;
};

/** A PostgreSQL of one data folder: starts, dies, and starts again on the same port. */
export type Cluster = {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly adminUrl: string;
  /** `through` is a program with arguments that runs the server as its own. */
  readonly start: (through?: readonly string[]) => Promise<void>;
  /** SIGKILL, as a power cut would: nothing is written any more. */
  readonly kill: () => Promise<void>;
  readonly stop: (how?: "fast" | "immediate") => Promise<void>;
  readonly isRunning: () => boolean;
  /** Lines for postgresql.conf, read at the next start. */
  readonly set: (settings: Readonly<Record<string, string>>) => void;
  readonly logged: () => string;
  /** Runs statements as the superuser, one after the other and each in a transaction of its own. */
  readonly admin: <Row = Record<string, unknown>>(...statements: readonly string[]) => Promise<Row[]>;
};

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  shared_buffers: "64MB",
  max_connections: "100",
  timezone: "UTC",
  log_timezone: "UTC",
};
const PATIENCE_MS = 60_000;

/** The cluster of a data folder that exists already. */
export async function clusterAt(ground: Footing, name: string): Promise<Cluster> {
  const folder = join(ground.folder, name);
  const data = join(folder, "data");
  const port = await freePort();
  const logFile = join(folder, "postgres.log");
  const state: { mark: ProcessMark | null } = { mark: null };
  const url = (user: string, database = "amana") => `postgres://${user}@127.0.0.1:${port}/${database}`;
  const isRunning = (): boolean => state.mark !== null && markOf(state.mark.pid)?.startedAt === state.mark.startedAt;
  const end = async (signals: readonly NodeJS.Signals[]): Promise<void> => {
    if (state.mark) await endProcess(state.mark, signals, PATIENCE_MS);
    state.mark = null;
  };
  const cluster: Cluster = {
    folder,
    data,
    port,
    appUrl: url("amana_app"),
    ownerUrl: url("amana_owner"),
    adminUrl: url("postgres"),
    isRunning,
    start: async (through = []) => {
      state.mark = await launch({ ground, data, port, logFile, through, url: url("postgres", "postgres") });
    },
    kill: () => end(["SIGKILL"]),
    stop: (how = "fast") => end(how === "fast" ? ["SIGINT", "SIGQUIT"] : ["SIGQUIT"]),
    set: (settings) => appendFileSync(join(data, "postgresql.conf"), configuration(settings)),
    logged: () => (existsSync(logFile) ? readFileSync(logFile, "utf8") : ""),
    admin: async <Row>(...statements: readonly string[]) => {
      let rows: Row[] = [];
      await using db = asDisposable(connect(url("postgres"), { connections: 1 }));
      for (const statement of statements) rows = await db.query<Row>(statement);
      return rows;
    },
  };
  ground.onEnd(() => cluster.stop("immediate"));
  return cluster;
}

/** A database that closes at the end of its block. */
export const asDisposable = (db: Database): Database & AsyncDisposable => ({
  ...db,
  [Symbol.asyncDispose]: () => db.close(),
});

type Launch = {
  readonly ground: Footing;
  readonly data: string;
  readonly port: number;
  readonly logFile: string;
  readonly through: readonly string[];
  readonly url: string;
};

/** A server that was killed leaves backends for a moment, so a start may have to be repeated. */
const PASSING = /pre-existing shared memory|lock file/;

/** Answers when the server does. */
async function launch(wish: Launch): Promise<ProcessMark> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const mark = await attempt(wish, deadline);
    if (mark) return mark;
    const said = tail(wish.logFile);
    if (performance.now() > deadline || !PASSING.test(said)) throw new Error(`PostgreSQL does not start: ${said}`);
    await pause(50);
  }
}

/** Null when the server has ended, or does not answer in time. */
async function attempt(wish: Launch, deadline: number): Promise<ProcessMark | null> {
  const child = spawnServer(wish);
  const mark = markOf(child.pid ?? 0);
  const ended = new Promise<true>((resolve) => child.once("exit", () => resolve(true)));
  while (mark && performance.now() < deadline) {
    if (await answers(wish.url)) return mark;
    if (await Promise.race([ended, pause(10, false)])) return null;
  }
  return null;
}

function spawnServer({ ground, data, port, logFile, through }: Launch) {
  const log = openSync(logFile, "a", 0o644);
  const options = Object.entries({ ...SETTINGS, unix_socket_directories: ground.folder }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const [program = "", ...args] = [...through, join(ground.bin, "postgres"), "-D", data, "-p", String(port)];
  const child = spawn(program, [...args, ...options], {
    ...ground.runAs,
    cwd: data,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

async function answers(url: string): Promise<boolean> {
  const db = connect(url, { connections: 1, connectTimeoutMs: 2_000 });
  try {
    await db.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await db.close();
  }
}

const tail = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8").slice(-1_500) : "no log");

export const configuration = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join("");

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
