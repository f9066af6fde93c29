import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { type System, startSystem } from "../../tools/system.ts";
import { openBrowser } from "./browser.ts";

/** `wholeBrowser` where the browser itself is part of what is tried: what it installs, keeps and is pushed. */
type Wish = { furnished?: boolean; wholeBrowser?: boolean; env?: NodeJS.ProcessEnv };
export type Opened = {
  readonly system: System;
  readonly dataDir: string;
  readonly browser: Browser;
  close(): Promise<void>;
};

/** A walk is faster than the people whom the rate limits have in mind; those have tests of their own. */
const HASTE = { AMANA_RATE_LIMIT_FACTOR: "20" };

/** The whole system as it is started for people, with a data directory of its own, and a browser to look at it. */
export async function openSystem({ furnished = false, wholeBrowser = false, env = {} }: Wish = {}): Promise<Opened> {
  const dataDir = await mkdtemp(join(tmpdir(), "amana-e2e-"));
  // PostgreSQL does not run as root: another user must be able to enter.
  await chmod(dataDir, 0o755);
  if (!furnished) await copyOfEmptyMarket(join(dataDir, "postgres"));
  const [system, browser] = await Promise.all([
    startSystem({
      dataDir,
      furnished,
      port: 0,
      sandboxPort: 0,
      build: false,
      env: { ...process.env, ...HASTE, ...env },
    }),
    openBrowser({ shellDoes: !wholeBrowser }),
  ]);
  return {
    system,
    dataDir,
    browser,
    async close() {
      await browser.close();
      await system.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What every start makes alike, made once for the run: a cluster and its migrations. */
async function copyOfEmptyMarket(home: string): Promise<void> {
  await mkdir(home, { mode: 0o755 });
  const from = inject("emptyMarket");
  await promisify(execFile)("cp", ["-a", join(from, "pgdata"), join(from, "secrets"), home]);
}
