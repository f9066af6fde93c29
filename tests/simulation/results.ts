import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";

const OPTIONS = {
  json: { type: "boolean", default: false },
  out: { type: "string" },
  known: { type: "string" },
  seed: { type: "string", default: "1" },
  histories: { type: "string" },
  trace: { type: "boolean", default: false },
  deep: { type: "boolean", default: false },
} as const;

/** What the programs of this folder are asked on the command line. */
export function asked() {
  const { values } = parseArgs({ options: OPTIONS });
  return {
    ...values,
    seed: whole(values.seed, "--seed"),
    histories: values.histories === undefined ? null : whole(values.histories, "--histories"),
  };
}

function whole(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${name} is a whole number, not ${text}`);
  return number;
}

export const startedAt = new Date();

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Tells what was found: a table for people or one line of JSON, and the whole to a file where one is asked for. */
export function tell(
  found: Readonly<Record<string, unknown>>,
  details: Readonly<Record<string, unknown>>,
  lines: readonly string[],
  { json, out }: { readonly json: boolean; readonly out?: string | undefined },
): void {
  const whole = { ...found, ...details, commit: commit(), machine: machine(), startedAt: startedAt.toISOString() };
  if (out !== undefined) writeFileSync(out, `${JSON.stringify(whole, null, 2)}\n`);
  for (const line of json ? [JSON.stringify(found)] : lines) say(line);
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "unknown";
  }
}

const machine = (): string =>
  `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
