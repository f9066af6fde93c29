import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A process that can be recognised later: its number alone may meanwhile belong to another program. */
export type ProcessMark = { readonly pid: number; readonly startedAt: string };

/** The mark of a living process; null when there is none with that number. */
export function markOf(pid: number): ProcessMark | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  const startedAt = process.platform === "linux" ? startOnLinux(pid) : startByPs(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/** Whether the marked process still lives. */
export const isSameProcess = (mark: ProcessMark): boolean => markOf(mark.pid)?.startedAt === mark.startedAt;

export const isAlive = (pid: number): boolean => markOf(pid) !== null;

/** The command line of a process, words joined by spaces; null when it cannot be read. */
export function commandOf(pid: number): string | null {
  if (process.platform !== "linux") return ps(pid, "command");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    return null;
  }
}

/** The folder that a process works in, wherever it was moved to; null where that cannot be read. */
export function folderOf(pid: number): string | null {
  try {
    return process.platform === "linux" ? readlinkSync(`/proc/${pid}/cwd`) : null;
  } catch {
    return null;
  }
}

/**
 * Sends a marked process each signal in turn until it is gone, waiting `patienceMs` after each; a stranger that has
 * meanwhile got its number is never touched. Answers whether the first signal was enough.
 */
export async function endProcess(
  mark: ProcessMark,
  signals: readonly NodeJS.Signals[],
  patienceMs: number,
): Promise<"ended" | "forced" | "alive"> {
  for (const [turn, signal] of signals.entries()) {
    if (isSameProcess(mark)) send(mark.pid, signal);
    if (await gone(mark, patienceMs)) return turn === 0 ? "ended" : "forced";
  }
  return "alive";
}

async function gone(mark: ProcessMark, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (isSameProcess(mark)) {
    if (performance.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

/** A process that ended between the look and the signal is what was wanted. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** Fields 3 and 22 of /proc/PID/stat (proc_pid_stat(5)). A zombie has ended, though its number is still taken. */
function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function startByPs(pid: number): string | null {
  return ps(pid, "stat")?.startsWith("Z") ? null : ps(pid, "lstart");
}

function ps(pid: number, column: string): string | null {
  const { status, stdout } = spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return status === 0 ? stdout.trim() || null : null;
}
