import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SystemOptions, startSystem } from "./system.ts";
import { choosePort } from "./system-places.ts";

const PATIENCE = 60_000;

/** Stand-ins that tell a journal what they were told and when they ended. */
const SANDBOX = `
import { appendFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
const env = process.env;
const tell = (line) => appendFileSync(join(dirname(env.AMANA_SANDBOX_DATA), "journal"), line + "\\n");
createServer().listen(Number(env.AMANA_SANDBOX_PORT), "127.0.0.1", () => tell("sandbox up for " + env.AMANA_SANDBOX_APP_URL + " with " + env.AMANA_SANDBOX_CASHFREE_CLIENT_ID));
process.on("SIGTERM", () => { tell("sandbox down"); process.exit(0); });
`;
const APP = `
import { appendFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
const env = process.env;
const tell = (line) => appendFileSync(join(env.AMANA_DATA, "journal"), line + "\\n");
const stranger = Object.keys(env).filter((name) => name.startsWith("AMANA_SANDBOX_")).join();
console.log("a line of the log");
console.log(JSON.stringify({ furnished: 40 }));
createServer().listen(Number(env.AMANA_PORT), "127.0.0.1", () => {
  tell("app up on " + env.AMANA_PORT + " with " + stranger);
  console.log(JSON.stringify({ ready: true, url: "http://localhost:" + env.AMANA_PORT, logins: [{ name: "Asha (demo buyer)", signIn: "http://localhost/asha" }] }));
});
process.on("SIGTERM", () => { tell("app down"); process.exit(0); });
`;

let dataDir: string;
let programs: { app: string; sandbox: string };
const cleanUps: (() => unknown)[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "amana-system-"));
  programs = { app: program("app", APP), sandbox: program("sandbox", SANDBOX) };
  cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function program(name: string, text: string): string {
  const file = join(dataDir, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
}

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  AMANA_SANDBOX_EXTRA: "for the simulators only",
});
const start = async (options: Partial<SystemOptions> = {}) => {
  const system = await startSystem({
    dataDir,
    port: 0,
    sandboxPort: 0,
    build: false,
    env: environment(),
    programs,
    ...options,
  });
  cleanUps.push(() => system.stop());
  return system;
};
const journal = (): string[] => readFileSync(join(dataDir, "journal"), "utf8").trim().split("\n");

const portOf = (url: string | null): number => Number(new URL(url ?? "").port);

async function occupied(): Promise<{ port: number; server: Server }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanUps.push(() => server.close());
  const address = server.address();
  return { server, port: address && typeof address === "object" ? address.port : 0 };
}

describe("the system", { timeout: PATIENCE }, () => {
  test("starts the simulators, then the application, and stops them the other way round", async () => {
    const lines: string[] = [];
    const system = await start({ log: (line, source) => lines.push(`${source}: ${line}`) });
    expect(system.logins).toEqual([{ name: "Asha (demo buyer)", signIn: "http://localhost/asha" }]);
    expect(system.pids).toHaveLength(2);
    expect(lines).toContain("app: a line of the log");
    expect(lines).toContain("system: Loading the demo marketplace: 40 %");
    await system.stop();
    expect(journal()).toEqual([
      `sandbox up for http://127.0.0.1:${portOf(system.url)} with sandbox-cashfree-client`,
      `app up on ${portOf(system.url)} with AMANA_SANDBOX_URL`,
      "app down",
      "sandbox down",
    ]);
  });

  test("has no simulators in production", async () => {
    const system = await start({ env: { PATH: process.env.PATH, AMANA_MODE: "production" } });
    expect(system.sandboxUrl).toBeNull();
    await system.stop();
    expect(journal()).toEqual([`app up on ${portOf(system.url)} with `, "app down"]);
  });

  test("tells when a program ends by itself", async () => {
    const system = await start();
    process.kill(system.pids[0] ?? 0, "SIGKILL");
    expect(await system.ended).toEqual({ name: "sandbox", how: "SIGKILL" });
  });

  test("that cannot start says why, in the program's own words, and leaves nothing running", async () => {
    const failing = program("failing", `console.error("AMANA_SECRET: it is missing"); process.exit(3);`);
    await expect(start({ programs: { ...programs, app: failing } })).rejects.toThrow(
      /The application ended \(exit code 3\)[\s\S]*AMANA_SECRET: it is missing/,
    );
    expect(journal().at(-1)).toBe("sandbox down");
    await expect(start({ programs: { ...programs, sandbox: failing } })).rejects.toThrow(
      /The sandbox ended \(exit code 3\)/,
    );
  });

  test("gives up a start that is no longer wanted, and leaves nothing running", async () => {
    const mind = new AbortController();
    const silent = program("silent", `console.log("still busy"); setInterval(() => {}, 1000);`);
    const starting = start({
      programs: { ...programs, app: silent },
      signal: mind.signal,
      log: (line) => line === "still busy" && mind.abort(),
    });
    await expect(starting).rejects.toThrow("Stopped before the start was through.");
    expect(journal().at(-1)).toBe("sandbox down");
  });

  test("is not started twice with the same data", async () => {
    await start();
    await expect(start()).rejects.toThrow(/already runs with/);
  });

  test("after a kill of its starter is found by the next start, which ends what is left and takes its ports", async () => {
    const { child, ports } = await startElsewhere();
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    expect(journal()).not.toContain("app down");
    const lines: string[] = [];
    const system = await start({ ...ports, log: (line) => lines.push(line) });
    expect(portOf(system.url)).toBe(ports.port);
    expect(lines.filter((line) => line.includes("of an earlier run that was killed"))).toHaveLength(2);
  });
});

describe("a port", () => {
  const wish = (log: (line: string) => void = () => {}) => ({
    wanted: undefined,
    standard: 0,
    host: "127.0.0.1",
    variable: "AMANA_PORT",
    log,
  });

  test("that was asked for and is taken is an error that says what to do", async () => {
    const { port } = await occupied();
    await expect(choosePort({ ...wish(), wanted: port })).rejects.toThrow(
      `Port ${port} is in use by another program: stop that one, or set AMANA_PORT to another port.`,
    );
  });

  test("that is only the standard one gives way to the next free one, and says so", async () => {
    const { port } = await occupied();
    const lines: string[] = [];
    const chosen = await choosePort({ ...wish((line) => lines.push(line)), standard: port });
    expect(chosen).toBeGreaterThan(port);
    expect(lines).toEqual([`port ${port} is in use by another program: taking ${chosen}`]);
  });

  test("of 0 is any free one", async () => {
    expect(await choosePort({ ...wish(), wanted: 0 })).toBeGreaterThan(0);
  });
});

describe("an older Node", { timeout: PATIENCE }, () => {
  const GUARD = join(import.meta.dirname, "runtime-guard.mjs");
  const older = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.20.2"})`;

  test("is told what is needed, before any TypeScript is read", async () => {
    const { code, text } = await outcomeOf(["--import", older, GUARD, join(dataDir, "absent.ts")]);
    expect(code).toBe(1);
    expect(text).toContain("Amana needs Node 24 or newer, and this is Node 20.20.2.");
  });

  test("and this one runs the program, with its arguments", async () => {
    const { code, text } = await outcomeOf([
      GUARD,
      program("hello", "console.log(process.argv.slice(2).join())"),
      "one",
      "two",
    ]);
    expect({ code, text }).toEqual({ code: 0, text: "one,two\n" });
  });
});

async function startElsewhere(): Promise<{ child: ChildProcess; ports: { port: number; sandboxPort: number } }> {
  const runner = program(
    "runner",
    `import { startSystem } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, "system.ts")).href)};
     const { url, sandboxUrl } = await startSystem({ dataDir: ${JSON.stringify(dataDir)}, port: 0, sandboxPort: 0, build: false, programs: ${JSON.stringify(programs)} });
     console.log(JSON.stringify({ port: Number(new URL(url).port), sandboxPort: Number(new URL(sandboxUrl).port) }));`,
  );
  const child = spawn(process.execPath, [runner], { env: environment(), stdio: ["ignore", "pipe", "inherit"] });
  cleanUps.push(() => child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  return { child, ports: JSON.parse(String(line)) };
}

async function outcomeOf(args: string[]): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (text += bytes));
  const [code] = await once(child, "close");
  return { code, text };
}
