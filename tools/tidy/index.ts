/**
 * What linters do not know: the rules of this house over the text of its files.
 * `node tools/tidy/index.ts` looks at the folder that it is started in.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Finding, type SourceText, sourceText } from "./finding.ts";
import { fileRules, treeRules } from "./rules/index.ts";

const NOT_OURS = new Set(["node_modules", ".git", "build", ".react-router", ".amana", "coverage"]);
const TEXT = /\.(?:ts|tsx|mts|cts|mjs|cjs|js|json|css|html|sql|md|svg|sh|yml|yaml)$|(?:^|\/)\.ci\/run$/;

export type NamedFinding = Finding & { readonly rule: string };

/** All findings under a folder, in the order of the files. */
export function tidy(root: string): { files: number; findings: NamedFinding[] } {
  const files = filesUnder(root, root);
  const perFile = Object.entries(fileRules).flatMap(([rule, find]) =>
    files.flatMap((file) => find(file).map(named(rule))),
  );
  const perTree = Object.entries(treeRules).flatMap(([rule, find]) => find(files).map(named(rule)));
  const findings = [...perFile, ...perTree].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
  return { files: files.length, findings };
}

const named =
  (rule: string) =>
  (finding: Finding): NamedFinding => ({ ...finding, rule });

function filesUnder(root: string, folder: string): SourceText[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): SourceText[] => {
    const path = join(folder, entry.name);
    const shown = relative(root, path);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesUnder(root, path);
    return entry.isFile() && TEXT.test(shown) ? [sourceText(shown, readFileSync(path, "utf8"))] : [];
  });
}

if (import.meta.main) {
  const { files, findings } = tidy(process.cwd());
  for (const { rule, path, line, message } of findings) console.log(`${path}:${line}  ${message}  [${rule}]`);
  console.log(`${files} files, ${findings.length} findings`);
  process.exitCode = findings.length > 0 || files === 0 ? 1 : 0;
}
