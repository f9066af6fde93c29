import { readdirSync } from "node:fs";
import { join } from "node:path";

const LEFT_OUT = new Set(["node_modules", "build", ".react-router"]);

/** The source files of a folder and all below, without its tests. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesIn(path);
    return /(?<!\.d|\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
