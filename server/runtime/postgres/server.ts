import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, realpathSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { SUPERUSER, serverEnvironment } from "./initialise.ts";
import { holderOf } from "./lock-file.ts";
import type { Place } from "./place.ts";
import type { ProcessMark } from "./processes.ts";

export type Server = { readonly mark: ProcessMark; readonly port: number; readonly adopted: boolean };

export type ServerWish = {
  readonly place: Place;
  readonly native: string;
  readonly password: string;
  readonly settings: Readonly<Record<string, string>>;
};

/** Durable settings (fsync, synchronous_commit, full_page_writes) are PostgreSQL's defaults and stay as they are. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

/** Crash recovery of a large cluster takes minutes, and cutting it off would only start it again. */
const PATIENCE_MS = 300_000;
const LONGEST_LOG_BYTES = 10_000_000;

/** Two starts at once, a port taken in between, and backends that outlive a killed server for a moment. */
const PASSING = /lock file ".*" already exists|pre-existing shared memory block|could not bind|Address already in use/;

/** Adopts the server that already runs on the data folder, or launches one. Resolves when it answers. */
export async function adoptOrLaunch(wish: ServerWish): Promise<Server> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const holder = holderOf(wish.place);
    if (holder?.ready && (await answers(wish, holder.port))) return { ...holder, adopted: true };
    const launched = holder ? null : await launch(wish, deadline);
    if (launched) return launched;
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL on ${wish.place.data} does not answer${tailOf(wish.place.logFile, 0)}`);
    await pause(50);
  }
}

/** Null when the attempt failed for a reason that passes. */
async function launch({ place, native, password, settings }: ServerWish, deadline: number): Promise<Server | null> {
  const port = await freePort();
  const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { log, start } = openLog(place.logFile);
  // Detached, or Ctrl-C in a terminal would stop PostgreSQL while the application still finishes its requests.
  const child = spawn(join(native, "bin/postgres"), ["-D", place.data, "-p", String(port), ...options], {
    ...place.runAs,
    cwd: place.data,
    env: serverEnvironment(),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = endOf(child);
  for (;;) {
    const holder = holderOf(place);
    if (holder?.ready && holder.mark.pid === child.pid && (await answers({ place, password }, port))) {
      child.unref();
      return { mark: holder.mark, port, adopted: false };
    }
    const end = await Promise.race([ended, pause(20, null)]);
    const tail = tailOf(place.logFile, start);
    if (end !== null && PASSING.test(tail)) return null;
    if (end !== null || performance.now() > deadline)
      throw new Error(`PostgreSQL did not start (${end ?? "no answer"})${tail}`);
  }
}

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once("error", (error) => resolve(`${error.message}; if this machine cannot run it, set DATABASE_URL`));
    child.once("exit", (code, signal) => resolve(`exit ${code ?? signal}`));
  });

/** Whether the server takes our secret and serves our data folder. False while it starts or stops. */
async function answers({ place, password }: Pick<ServerWish, "place" | "password">, port: number): Promise<boolean> {
  const client = superuserClient(port, password, "postgres");
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return realpathSync(rows[0]?.data_directory ?? "") === place.data;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "28P01") {
      throw new Error(
        `PostgreSQL on ${place.data} refuses our password: put ${join(place.home, "secrets")} back as it was.`,
        { cause: error },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

export function superuserClient(port: number, password: string, database: string): pg.Client {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    password,
    database,
    connectionTimeoutMillis: 5_000,
    application_name: "amana launcher",
  });
  // A connection that breaks between two queries reports it here, and the next query fails anyway.
  client.on("error", () => {});
  return client;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port on 127.0.0.1")),
      );
    });
  });

/** The log is a file and not a pipe, because the server outlives a killed parent. */
function openLog(file: string): { log: number; start: number } {
  if (existsSync(file) && statSync(file).size > LONGEST_LOG_BYTES) truncateSync(file);
  const log = openSync(file, "a", 0o600);
  return { log, start: statSync(file).size };
}

function tailOf(file: string, start: number): string {
  const text = existsSync(file) ? readFileSync(file).subarray(start).toString("utf8").trim() : "";
  return text ? `:\n${text.slice(-3_000)}` : "";
}
