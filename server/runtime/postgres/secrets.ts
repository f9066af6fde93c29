import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isInitialised, type Place } from "./place.ts";

export type Secrets = { readonly superuser: string; readonly owner: string; readonly app: string };

/** Reads the passwords of the three roles, or makes them: one file each, readable by this user only. */
export function secretsOf(place: Place): Secrets {
  const folder = join(place.home, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const superuser = join(folder, "postgres-superuser");
  if (isInitialised(place) && read(superuser) === null) {
    throw new Error(
      `${superuser} is missing, but ${place.data} holds data that only it opens: put the file back from a backup, or move the data away.`,
    );
  }
  return {
    superuser: readOrMake(superuser),
    owner: readOrMake(join(folder, "postgres-owner")),
    app: readOrMake(join(folder, "postgres-app")),
  };
}

function readOrMake(file: string): string {
  const known = read(file);
  if (known !== null) return known;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process made it first; its secret is the one that counts.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  const made = read(file);
  if (made === null)
    throw new Error(`${file} is empty: delete it when the cluster is new, or put it back from a backup.`);
  return made;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
