import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Place } from "./cluster.ts";
import { startProgram } from "./program.ts";

/** Seals bank accounts that the bench adds before the server is started. */
export const DATA_KEY = Buffer.alloc(32, "amana bench").toString("base64");

export type Market = {
  readonly url: string;
  readonly simulatorsUrl: string;
  /** From the start of the server's process until it said that it was ready. */
  readonly startMs: number;
  /** What the server's process has in memory at the moment. */
  residentMb(): number;
  stop(): Promise<void>;
};

const ROOT = join(import.meta.dirname, "..");
const PATIENCE_MS = 180_000;

/**
 * The server as it is started in production, workers and sealer included, on an existing database, with the simulators in another process.
 * Only its mode is the sandbox's, for production refuses providers of this machine.
 */
export async function openMarket(place: Place): Promise<Market> {
  const folder = mkdtempSync(join(tmpdir(), "amana-bench-market-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const simulators = await startProgram<string>("simulators.ts", [url]);
  const simulatorsUrl = simulators.message;
  const begin = performance.now();
  const server = spawn(process.execPath, [join(ROOT, "server/entrypoints/main.ts")], {
    cwd: ROOT,
    env: environment(place, folder, port, simulatorsUrl),
    stdio: ["ignore", "pipe", "inherit"],
  });
  createInterface(server.stdout).on("line", (line) => {
    if (!line.startsWith('{"ready"')) process.stderr.write(`${line}\n`);
  });
  const ended = new Promise<void>((done) => server.once("close", () => done()));
  const end = (): void => void server.kill("SIGTERM");
  // A bench that is interrupted leaves no server behind.
  process.once("exit", end);
  const stop = async (): Promise<void> => {
    end();
    await ended;
    process.off("exit", end);
    await simulators.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(server, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, simulatorsUrl, startMs: performance.now() - begin, residentMb: () => residentMb(server.pid), stop };
}

function environment(place: Place, folder: string, port: number, simulatorsUrl: string): NodeJS.ProcessEnv {
  const ours = /^(AMANA|CASHFREE|RAPIDSHYP|DATABASE)_/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
    NODE_ENV: "production",
    AMANA_DATA: folder,
    AMANA_PORT: String(port),
    AMANA_PUBLIC_URL: `http://127.0.0.1:${port}`,
    AMANA_DATA_KEY: DATA_KEY,
    AMANA_RATE_LIMIT_FACTOR: "0",
    AMANA_SANDBOX_URL: simulatorsUrl,
    DATABASE_URL: place.appUrl,
    DATABASE_OWNER_URL: place.ownerUrl,
  };
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(5)) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode} instead of starting`);
    if (await isReady(url)) return;
  }
  throw new Error("the server did not start");
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

function residentMb(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))));
    });
  });
}
