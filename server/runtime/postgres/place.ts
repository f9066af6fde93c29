import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Where a cluster lives, and as whom its server runs. */
export type Place = {
  readonly home: string;
  readonly data: string;
  readonly logFile: string;
  /** Null: as the user of this process. */
  readonly runAs: UserIds | null;
};

export type UserIds = { readonly uid: number; readonly gid: number };

const USERS = ["postgres", "_postgres", "nobody"];
const OPEN_TO_PASS = 0o011;

/** Where root's data goes when the wanted folder cannot be entered by the server's user. */
const SHELTER = "/var/lib/amana";

/**
 * Makes the home of a cluster. PostgreSQL refuses to run as root, so root runs it as another user, and moves it to
 * a folder of its own when that user cannot reach the wanted one (a clone under /root, say).
 */
export function settle(wanted: string): Place {
  const home = makeFolder(resolve(wanted));
  const runAs = process.getuid?.() === 0 ? serverUser() : null;
  if (runAs === null || canBeEntered(home)) return placeAt(home, runAs);
  const moved = makeFolder(join(SHELTER, nameFor(home)));
  if (!canBeEntered(moved))
    throw new Error(
      `${moved} cannot be entered by other users, so PostgreSQL cannot run there: open ${SHELTER} (chmod 755), or set DATABASE_URL.`,
    );
  writeFileSync(
    join(home, "moved.txt"),
    `PostgreSQL keeps its data in ${moved}: it does not run as root, and its user cannot enter this folder.\n`,
  );
  return placeAt(moved, runAs);
}

/** The place of a cluster that was made before; null when there is none. Makes nothing. */
export function findPlace(wanted: string): Place | null {
  if (!existsSync(wanted)) return null;
  const home = realpathSync(wanted);
  const runAs = process.getuid?.() === 0 ? serverUser() : null;
  const place = placeAt(runAs === null || canBeEntered(home) ? home : join(SHELTER, nameFor(home)), runAs);
  return isInitialised(place) ? place : null;
}

/** Whether a user without rights can pass through every folder on the way. */
export function canBeEntered(folder: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (!(statSync(at).mode & 0o001)) return false;
    if (at === dirname(at)) return true;
  }
}

export function give(path: string, to: UserIds | null): void {
  if (to) chownSync(path, to.uid, to.gid);
}

const placeAt = (home: string, runAs: UserIds | null): Place => ({
  home,
  data: join(home, "pgdata"),
  logFile: join(home, "postgres.log"),
  runAs,
});

/** Folders that this call made can be passed through whatever the umask; others stay as their owner wants them. */
function makeFolder(folder: string): string {
  const first = mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
    chmodSync(made, statSync(made).mode | OPEN_TO_PASS);
  }
  return realpathSync(folder);
}

/** The wanted path is part of the name, so that two clones never share a cluster. */
const nameFor = (home: string): string =>
  `${basename(home).replace(/[^\w-]/g, "") || "home"}-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`;

function serverUser(): UserIds {
  for (const name of USERS) {
    const [uid, gid] = [idOf("-u", name), idOf("-g", name)];
    if (uid !== null && gid !== null && uid !== 0) return { uid, gid };
  }
  throw new Error(
    `Running as root, and there is no user ${USERS.join(", ")} to run PostgreSQL as: start as an ordinary user, or set DATABASE_URL.`,
  );
}

function idOf(flag: "-u" | "-g", user: string): number | null {
  const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
  return status === 0 && /^\d+$/.test(stdout.trim()) ? Number(stdout.trim()) : null;
}

export const isInitialised = (place: Place): boolean => existsSync(join(place.data, "PG_VERSION"));
