import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const VERSIONS = "/usr/lib/postgresql";
const OLDEST = 15;

/** The programs of a PostgreSQL that the system installed, the newest one; null where there is none of 15 or later. */
export function installedPrograms(folder = VERSIONS): string | null {
  if (!existsSync(folder)) return null;
  const versions = readdirSync(folder)
    .map(Number)
    .filter((version) => version >= OLDEST)
    .sort((a, b) => b - a);
  const found = versions.map((version) => join(folder, String(version), "bin")).find(isComplete);
  return found ?? null;
}

/** Server and client tools come in two packages. */
const isComplete = (bin: string): boolean =>
  ["postgres", "initdb", "pg_basebackup", "pg_verifybackup", "pg_checksums"].every((name) =>
    existsSync(join(bin, name)),
  );
