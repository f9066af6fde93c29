import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** 32 random bytes in base64, made at the first start and kept in a file that only this user may read. */
export function keepSecret(dataFolder: string, name: string): string {
  const folder = join(dataFolder, "secrets");
  const file = join(folder, name);
  // By itself, so that only the folder of secrets is closed to others.
  mkdirSync(dataFolder, { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  try {
    // A link fails where the file exists, so that of two processes the second takes the first one's secret.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  const kept = readFileSync(file, "utf8").trim();
  if (Buffer.from(kept, "base64").length !== 32)
    throw new Error(`${file} does not hold 32 bytes in base64: put it back from a backup, or remove it.`);
  return kept;
}
