/** What `npm start` runs. */
import "./runtime-guard.mjs";
import { mkdirSync, openSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Source, type System, startSystem } from "./system.ts";

const dataDir = resolve(process.env.AMANA_DATA || ".amana");
const production = process.env.AMANA_MODE === "production";
mkdirSync(dataDir, { recursive: true });
const logFile = join(dataDir, "amana.log");
const file = openSync(logFile, "a", 0o600);

let system: System | null = null;
let stopping = false;
const start = new AbortController();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave());

try {
  system = await startSystem({
    dataDir,
    furnished: !process.env.AMANA_FURNISHED,
    ...portsFrom(process.env),
    log,
    signal: start.signal,
  });
  console.log(welcome(system));
  const { name, how } = await system.ended;
  if (!stopping) {
    console.error(
      `The ${name === "app" ? "application" : "sandbox"} ended (${how}); stopping the rest. Log: ${logFile}`,
    );
    await system.stop();
    process.exit(1);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(stopping ? 0 : 1);
}

/** The first Ctrl-C stops in order, the second at once. */
async function leave(): Promise<void> {
  if (stopping) {
    system?.kill();
    process.exit(130);
  }
  stopping = true;
  if (system === null) start.abort();
  else await stop(system);
}

async function stop(running: System): Promise<never> {
  console.log("\nStopping the application, then the sandbox.");
  await running.stop();
  console.log("Stopped.");
  process.exit(0);
}

/** The programs' own lines go to a file, and in production to the terminal too, where containers look for them. */
function log(line: string, source: Source): void {
  writeSync(file, `${source} ${line}\n`);
  if (source === "system") console.log(line);
  else if (production) process.stdout.write(`${line}\n`);
}

function portsFrom(env: NodeJS.ProcessEnv): { port?: number; sandboxPort?: number } {
  return {
    ...(env.AMANA_PORT ? { port: portIn("AMANA_PORT", env.AMANA_PORT) } : {}),
    ...(env.AMANA_SANDBOX_PORT ? { sandboxPort: portIn("AMANA_SANDBOX_PORT", env.AMANA_SANDBOX_PORT) } : {}),
  };
}

function portIn(name: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536) return Number(text);
  throw new Error(`${name} must be a whole number from 1 to 65535.`);
}

function welcome({ url, sandboxUrl, logins }: System): string {
  return [
    "",
    sandboxUrl ? "Amana runs as a sandbox: no real money, no real parcels." : "Amana runs in production.",
    "",
    `  Marketplace    ${url}`,
    `  API reference  ${url}/api/docs`,
    ...(sandboxUrl
      ? [
          `  Gateway        ${sandboxUrl}  (simulated)`,
          `  Carrier        ${sandboxUrl}/rapidshyp/panel  (simulated)`,
          `  Mailbox        ${sandboxUrl}/mailbox  (simulated)`,
        ]
      : []),
    ...(logins.length > 0
      ? ["", "  Sign in as", ...logins.map(({ name, signIn }) => `    ${name.padEnd(28)} ${signIn}`)]
      : []),
    "",
    `  Data and log   ${dataDir}`,
    "  Ctrl-C stops.",
    "",
  ].join("\n");
}
