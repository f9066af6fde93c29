import { spawn } from "node:child_process";
import type { UserIds } from "../../server/runtime/postgres/place.ts";

export type Ended = { readonly code: number | null; readonly output: string };

export type RunOptions = {
  readonly runAs?: UserIds | null;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
};

/** Runs a program to its end without stopping what else this process does; answers with its exit code and all it said. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { runAs = null, env = process.env, cwd = "/" } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...runAs,
      env: { ...env, LC_ALL: "C" },
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: Buffer.concat(said).toString("utf8") }));
  });
}

/** Runs a program that must succeed; throws with what it said when it does not. */
export async function must(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}: ${output.slice(-2_000)}`);
  return output;
}
