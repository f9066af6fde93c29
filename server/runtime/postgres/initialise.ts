import { spawnSync } from "node:child_process";
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { give, isInitialised, type Place } from "./place.ts";
import { isAlive } from "./processes.ts";

export const SUPERUSER = "amana_superuser";

/**
 * Makes the data folder with initdb, whole or not at all: it is made under another name and renamed, so that a kill in
 * the middle, or two processes at once, leave nothing half-made.
 */
export function initialise(place: Place, native: string, password: string): "made" | "found" {
  if (isInitialised(place)) return "found";
  removeAbandoned(place);
  const draft = `${place.data}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    give(draft, place.runAs);
    give(passwordFile, place.runAs);
    runInitdb(place, native, draft, passwordFile);
    return moveIn(place, draft);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(place: Place, native: string, data: string, passwordFile: string): void {
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const { status, error, stdout, stderr } = spawnSync(
    join(native, "bin/initdb"),
    [
      ...["-D", data, "--username", SUPERUSER, "--pwfile", passwordFile, "--auth", "scram-sha-256", "--data-checksums"],
      ...["--encoding", "UTF8", "--locale", locale, "--locale-provider", "icu", "--icu-locale", "und"],
    ],
    { ...place.runAs, cwd: place.home, env: serverEnvironment(), encoding: "utf8" },
  );
  if (error)
    throw new Error(
      `PostgreSQL's initdb cannot run on this machine (${error.message}): set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  if (status !== 0) throw new Error(`PostgreSQL's initdb failed for ${place.data}: ${stderr.trim() || stdout.trim()}`);
}

function moveIn(place: Place, draft: string): "made" | "found" {
  try {
    renameSync(draft, place.data);
  } catch (error) {
    if (isInitialised(place)) return "found";
    throw new Error(`${place.data} exists and is not a PostgreSQL data folder: move it away.`, { cause: error });
  }
  const folder = openSync(place.home, "r");
  fsyncSync(folder);
  closeSync(folder);
  return "made";
}

/** What a kill during an earlier initdb left behind. */
function removeAbandoned(place: Place): void {
  for (const name of readdirSync(place.home)) {
    const maker = /^pgdata\.new-(\d+)/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(place.home, name), { recursive: true, force: true });
  }
}

/** The server's messages are read by this launcher, so they are always English; nothing else of our environment is its business. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" });
