import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A folder of one's own with the victim's program in it; whoever asked removes it. */
export type VictimCode = { readonly folder: string; readonly file: string };

const SETTINGS = join(import.meta.dirname, "victim.vite.config.ts");

/**
 * The victim and everything that it imports, in one file: hundreds of processes start, and to find a thousand source files takes
 * each of them longer than what it is there for. Nothing but the place of the code is changed.
 */
export async function victimCode(): Promise<VictimCode> {
  const folder = mkdtempSync(join(tmpdir(), "amana-torture-code-"));
  // Vite belongs to the web app, which is bundled anyway.
  const manifest = createRequire(join(import.meta.dirname, "../../web/package.json")).resolve("vite/package.json");
  const words = [
    join(dirname(manifest), "bin/vite.js"),
    "build",
    "--config",
    SETTINGS,
    "--outDir",
    join(folder, "code"),
    "--emptyOutDir",
  ];
  await promisify(execFile)(process.execPath, words, { cwd: import.meta.dirname });
  return { folder, file: join(folder, "code/victim.mjs") };
}
