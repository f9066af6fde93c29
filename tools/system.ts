/** Starts the whole system on this machine: the web build, the simulators, and the application with its PostgreSQL. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { SANDBOX_CREDENTIALS } from "../server/runtime/config/index.ts";
import { endProcess, isSameProcess, markOf, type ProcessMark } from "../server/runtime/postgres/index.ts";
import { FURNISHED, unpack } from "./furnish/archive.ts";
import { accepts, choosePlaces, type SandboxPlaces } from "./system-places.ts";

export type Source = "system" | "app" | "sandbox";

export type SystemOptions = {
  readonly dataDir: string;
  /** 0: any free port. A number: that port or an error. Absent: 4000, or the next free one. */
  readonly port?: number;
  /** The same for the simulators; 4100 when absent. */
  readonly sandboxPort?: number;
  /** Whether a new data folder begins with a marketplace that has a history. */
  readonly furnished?: boolean;
  /** False: use the web build that is there. */
  readonly build?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly log?: (line: string, source: Source) => void;
  /** Gives up a start that is under way, and ends what it has started. */
  readonly signal?: AbortSignal;
  /** Other programs in place of ours, for tests. */
  readonly programs?: { readonly app: string; readonly sandbox: string };
};

export type System = {
  readonly url: string;
  /** Null in production, which has no simulators. */
  readonly sandboxUrl: string | null;
  /** Links that sign the demo people in. */
  readonly logins: readonly { readonly name: string; readonly signIn: string }[];
  readonly pids: number[];
  /** Resolves when one of the programs ends, wanted or not. */
  readonly ended: Promise<{ readonly name: string; readonly how: string }>;
  /** Ends the application first and the simulators after it, and waits. */
  stop(): Promise<void>;
  /** Ends everything at once; PostgreSQL recovers at the next start. */
  kill(): void;
};

const ROOT = join(import.meta.dirname, "..");
const WEB = join(ROOT, "web");
const STOP_PATIENCE_MS = 30_000;
const START_PATIENCE_MS = 180_000;
const LAST_WORDS_MS = 2_000;
const STOPPED = "Stopped before the start was through.";

const Ready = Type.Object({
  ready: Type.Literal(true),
  url: Type.String(),
  logins: Type.Optional(Type.Array(Type.Object({ name: Type.String(), signIn: Type.String() }))),
});
/** How much of the demo marketplace is loaded, in per cent. */
const Furnished = Type.Object({ furnished: Type.Number() });
const Mark = Type.Object({ pid: Type.Integer(), startedAt: Type.String() });
const Run = Type.Object({ starter: Mark, children: Type.Array(Type.Object({ name: Type.String(), mark: Mark })) });

type Program = {
  readonly name: Exclude<Source, "system">;
  readonly child: ChildProcess;
  readonly mark: ProcessMark;
  readonly ended: Promise<string>;
  readonly lastLines: string[];
};
export type Log = NonNullable<SystemOptions["log"]>;

/** Throws with a sentence for whoever started it: a port that is taken, a program that ended, a run that is still there. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const {
    env = process.env,
    log = () => {},
    build = true,
    furnished = false,
    signal = new AbortController().signal,
  } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  await endEarlierRun(dataDir, log);
  const places = await choosePlaces(options, env, log);
  if (build) await buildWeb(log, signal);

  const running: Program[] = [];
  const run = (program: Program): Program => {
    running.push(program);
    rememberRun(dataDir, running);
    return program;
  };
  const stop = once(() => stopAll(dataDir, running));
  try {
    const paths = options.programs ?? {
      app: join(ROOT, "server/entrypoints/main.ts"),
      sandbox: join(ROOT, "sandbox/main.ts"),
    };
    const { port, sandbox: ports } = places;
    if (ports) {
      if (furnished) await furnish(dataDir, port, env);
      const sandbox = launch("sandbox", paths.sandbox, sandboxEnv(env, { dataDir, port, ports }), log);
      await answers(run(sandbox), ports.pages, signal);
    }
    const app = run(launch("app", paths.app, appEnv(env, { dataDir, port, ports, furnished }), log));
    const { url, logins = [] } = await readyLineOf(app, log, signal);
    return {
      url,
      sandboxUrl: ports && simulatorsOf(ports),
      logins,
      pids: running.map(({ mark }) => mark.pid),
      ended: Promise.race(running.map(async ({ name, ended }) => ({ name, how: await ended }))),
      stop,
      kill: () => running.forEach(({ child }) => void child.kill("SIGKILL")),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A data folder in which no simulator has been begins with the marketplace of the archive. */
async function furnish(dataDir: string, port: number, env: NodeJS.ProcessEnv): Promise<void> {
  if (existsSync(join(dataDir, "sandbox"))) return;
  const url = env.AMANA_PUBLIC_URL || `http://localhost:${port}`;
  await unpack(dataDir, env.AMANA_FILES || join(dataDir, "files"), url);
}

const simulatorsOf = ({ pages }: SandboxPlaces): string => `http://127.0.0.1:${pages}`;

type AppPlace = { dataDir: string; port: number; ports: SandboxPlaces | null; furnished: boolean };

function appEnv(env: NodeJS.ProcessEnv, { dataDir, port, ports, furnished }: AppPlace): NodeJS.ProcessEnv {
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => ports === null || !name.startsWith("AMANA_SANDBOX_")),
  );
  return {
    // Else React renders pages in its slow development mode.
    NODE_ENV: "production",
    ...(ports && {
      AMANA_SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
      AMANA_VIRUS_SCANNER: `clamd://127.0.0.1:${ports.scanner}`,
      ...(furnished && { AMANA_FURNISHED: FURNISHED }),
    }),
    ...own,
    AMANA_DATA: dataDir,
    AMANA_PORT: String(port),
    ...(ports && { AMANA_SANDBOX_URL: simulatorsOf(ports) }),
  };
}

const sandboxEnv = (
  env: NodeJS.ProcessEnv,
  { dataDir, port, ports }: { dataDir: string; port: number; ports: SandboxPlaces },
): NodeJS.ProcessEnv => ({
  ...env,
  AMANA_SANDBOX_PORT: String(ports.pages),
  AMANA_SANDBOX_MAIL_PORT: String(ports.mail),
  AMANA_SANDBOX_SCANNER_PORT: String(ports.scanner),
  AMANA_SANDBOX_DATA: join(dataDir, "sandbox"),
  AMANA_SANDBOX_APP_URL: `http://127.0.0.1:${port}`,
  AMANA_SANDBOX_CASHFREE_CLIENT_ID: SANDBOX_CREDENTIALS.cashfreeClientId,
  AMANA_SANDBOX_CASHFREE_CLIENT_SECRET: SANDBOX_CREDENTIALS.cashfreeClientSecret,
  AMANA_SANDBOX_CASHFREE_PAYOUT_CLIENT_ID: SANDBOX_CREDENTIALS.cashfreePayoutClientId,
  AMANA_SANDBOX_CASHFREE_PAYOUT_CLIENT_SECRET: SANDBOX_CREDENTIALS.cashfreePayoutClientSecret,
  AMANA_SANDBOX_RAPIDSHYP_TOKEN: SANDBOX_CREDENTIALS.rapidshypToken,
  AMANA_SANDBOX_RAPIDSHYP_WEBHOOK_TOKEN: SANDBOX_CREDENTIALS.rapidshypWebhookToken,
});

/** In a process group of its own, or Ctrl-C would reach it together with us and spoil the order of stopping. */
function launch(name: Program["name"], path: string, env: NodeJS.ProcessEnv, log: Log): Program {
  const child = spawn(process.execPath, [path], { cwd: ROOT, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const mark = child.pid === undefined ? null : markOf(child.pid);
  if (!mark) throw new Error(`${path} cannot be started.`);
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on("line", (line) => {
      lastLines.push(line);
      if (lastLines.length > 20) lastLines.shift();
      log(line, name);
    });
  }
  // "close" and not "exit": its last words have been read by then.
  const ended = new Promise<string>((done) =>
    child.once("close", (code, signal) => done(signal ?? `exit code ${code}`)),
  );
  return { name, child, mark, ended, lastLines };
}

const endOf = async ({ name, ended, lastLines }: Program): Promise<never> => {
  const how = await ended;
  throw new Error(
    [`The ${name === "app" ? "application" : "sandbox"} ended (${how}) instead of starting:`, ...lastLines].join("\n"),
  );
};

/** What comes first: the wish, the end of the program, the end of patience, or a change of mind. */
async function orEnd<T>(program: Program, signal: AbortSignal, wish: Promise<T>): Promise<T> {
  const over = new AbortController();
  const giveUp = async (): Promise<never> => {
    await pause(START_PATIENCE_MS, null, { signal: AbortSignal.any([signal, over.signal]) }).catch(() => {});
    throw new Error(
      signal.aborted ? STOPPED : `The ${program.name} did not start within ${START_PATIENCE_MS / 1000} seconds.`,
    );
  };
  try {
    return await Promise.race([wish, endOf(program), giveUp()]);
  } finally {
    over.abort();
  }
}

function readyLineOf(app: Program, log: Log, signal: AbortSignal): Promise<Static<typeof Ready>> {
  const line = new Promise<Static<typeof Ready>>((found) => {
    if (!app.child.stdout) return;
    createInterface(app.child.stdout).on("line", (text) => {
      const value = text.startsWith("{") ? parsed(text) : undefined;
      if (Value.Check(Ready, value)) found(value);
      if (Value.Check(Furnished, value)) log(`Loading the demo marketplace: ${value.furnished} %`, "system");
    });
  });
  return orEnd(app, signal, line);
}

function answers(program: Program, port: number, signal: AbortSignal): Promise<void> {
  const untilItDoes = async (): Promise<void> => {
    while (program.child.exitCode === null && !signal.aborted && !(await accepts(port))) await pause(50);
    if (program.child.exitCode !== null) await endOf(program);
  };
  return orEnd(program, signal, untilItDoes());
}

async function stopAll(dataDir: string, running: readonly Program[]): Promise<void> {
  for (const { mark, ended } of running.toReversed()) {
    await endProcess(mark, ["SIGTERM", "SIGKILL"], STOP_PATIENCE_MS);
    await Promise.race([ended, pause(LAST_WORDS_MS, undefined, { ref: false })]);
  }
  rmSync(runFile(dataDir), { force: true });
}

const runFile = (dataDir: string): string => join(dataDir, "run.json");

function rememberRun(dataDir: string, running: readonly Program[]): void {
  const draft = `${runFile(dataDir)}.${process.pid}`;
  writeFileSync(
    draft,
    JSON.stringify({ starter: markOf(process.pid), children: running.map(({ name, mark }) => ({ name, mark })) }),
  );
  renameSync(draft, runFile(dataDir));
}

/** After a kill of the starter its programs may live on and hold the ports. */
async function endEarlierRun(dataDir: string, log: Log): Promise<void> {
  const earlier = existsSync(runFile(dataDir)) ? parsed(readFileSync(runFile(dataDir), "utf8")) : undefined;
  if (!Value.Check(Run, earlier)) return;
  if (isSameProcess(earlier.starter))
    throw new Error(
      `Amana already runs with ${dataDir} (process ${earlier.starter.pid}): stop it, or set AMANA_DATA to another folder.`,
    );
  for (const { name, mark } of earlier.children.toReversed()) {
    if (!isSameProcess(mark)) continue;
    log(`stopping the ${name} of an earlier run that was killed (process ${mark.pid})`, "system");
    await endProcess(mark, ["SIGTERM", "SIGKILL"], STOP_PATIENCE_MS);
  }
  rmSync(runFile(dataDir), { force: true });
}

/** Builds the pages unless their build is newer than all their sources. Throws with what the build said. */
export async function buildWeb(log: Log, signal: AbortSignal): Promise<void> {
  const built = join(WEB, "build/server/index.js");
  if (
    !existsSync(join(WEB, "vite.config.ts")) ||
    (existsSync(built) && newestIn(WEB, join(ROOT, "core")) <= statSync(built).mtimeMs)
  )
    return;
  log("building the web app", "system");
  const child = spawn(process.execPath, [join(ROOT, "node_modules/@react-router/dev/bin.cjs"), "build"], {
    cwd: WEB,
    env: { ...process.env, NODE_ENV: "production" },
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (output += bytes));
  const code = await new Promise((done, failed) => child.once("error", failed).once("close", done)).catch(
    (error: unknown) => {
      throw signal.aborted ? new Error(STOPPED) : error;
    },
  );
  if (code !== 0) throw new Error(`The web app cannot be built:\n${output.slice(-4_000)}`);
}

const NOT_SOURCES = new Set(["build", "node_modules", ".react-router"]);

function newestIn(...folders: string[]): number {
  return folders.reduce((newest, folder) => {
    const times = readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !NOT_SOURCES.has(name) && !/\.test\.tsx?$/.test(name))
      .map((entry) =>
        entry.isDirectory() ? newestIn(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs,
      );
    return Math.max(newest, ...times);
  }, 0);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | null = null;
  return () => (begun ??= work());
}
