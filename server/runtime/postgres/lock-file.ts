import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Place } from "./place.ts";
import { commandOf, folderOf, markOf, type ProcessMark } from "./processes.ts";

/** The server that holds a data folder, as its postmaster.pid tells. */
export type Holder = { readonly mark: ProcessMark; readonly port: number; readonly ready: boolean };

/**
 * Who holds the data folder; null when nobody does. A lock whose number now belongs to another program is removed,
 * because PostgreSQL itself would take that program for a server and refuse to start.
 */
export function holderOf(place: Place): Holder | null {
  const file = join(place.data, "postmaster.pid");
  const lines = readLines(file);
  const mark = markOf(Number(lines[0]));
  if (!mark) return null;
  const verdict = serves(mark.pid, place);
  if (verdict === "another program" && readLines(file)[0] === lines[0]) rmSync(file, { force: true });
  return verdict === "ours" ? { mark, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : null;
}

/** A copied data folder carries the lock of the original's server, so being a PostgreSQL is not enough. */
function serves(pid: number, place: Place): "ours" | "another program" | "gone" {
  const command = commandOf(pid);
  if (command === null) return "gone";
  const isPostgres = basename(command.split(" -D ")[0] ?? "") === "postgres";
  const folder = folderOf(pid);
  const inOurFolder = folder === null ? command.includes(` -D ${place.data} `) : folder === place.data;
  return isPostgres && inOurFolder ? "ours" : "another program";
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
