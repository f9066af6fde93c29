import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const REPOSITORY = join(import.meta.dirname, "../..");

const WORKSPACES = ["core", "server", "web", "sdk", "sandbox"];
const SETTINGS = [
  ".dependency-cruiser.cjs",
  ".oxlintrc.json",
  "architecture.cjs",
  "architecture.d.cts",
  "biome.json",
  "package.json",
  "tsconfig.base.json",
  "tsconfig.json",
  "core/tsconfig.json",
  "server/tsconfig.json",
  "tools/check.ts",
  "tools/cruise.ts",
  "tools/tidy",
  ...WORKSPACES.map((workspace) => `${workspace}/package.json`),
];

export type PlantedTree = { readonly root: string; add(files: Readonly<Record<string, string>>): void; remove(): void };

/** A tree outside the repository with the repository's own settings and checkers, and only the source files given. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "amana-planted-")));
  for (const path of SETTINGS) cpSync(join(REPOSITORY, path), join(root, path), { recursive: true });
  linkPackages(root);
  const add = (more: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  add(files);
  return { root, add, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Runs steps of the check in a tree; the text is what it printed. */
export function check(root: string, ...steps: string[]): { passed: boolean; text: string } {
  try {
    const text = execFileSync(process.execPath, ["tools/check.ts", "--only", steps.join(",")], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
    return { passed: true, text };
  } catch (failure) {
    if (failure instanceof Error && "stdout" in failure) return { passed: false, text: String(failure.stdout) };
    throw failure;
  }
}

/** The packages are the repository's; the workspaces are the tree's own. */
function linkPackages(root: string): void {
  const installed = join(REPOSITORY, "node_modules");
  mkdirSync(join(root, "node_modules/@amana"), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (!name.startsWith(".") && name !== "@amana")
      symlinkSync(join(installed, name), join(root, "node_modules", name));
  }
  for (const name of WORKSPACES) symlinkSync(join(root, name), join(root, "node_modules/@amana", name));
}
