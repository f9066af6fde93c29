import { spawn } from "node:child_process";
import { join } from "node:path";

/** Runs one of the programs of this folder, and answers with its exit code and the JSON of its last line. */
export function program(
  name: string,
  args: readonly string[] = [],
): Promise<{ code: number | null; found: Record<string, unknown>; told: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), "--json", ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let told = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      const last = told.trim().split("\n").at(-1) ?? "";
      try {
        resolve({ code, found: JSON.parse(last), told });
      } catch {
        reject(new Error(`${name} ended with ${code}: ${told}${errors}`));
      }
    });
  });
}
