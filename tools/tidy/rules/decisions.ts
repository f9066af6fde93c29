import type { Finding, TreeRule } from "../finding.ts";

const DECISION = /^docs\/decisions\/(\d{4})-[^/]+\.md$/;
const INDEX = "docs/decisions/README.md";

/** Every decision stands in the index of decisions, under its own title and in their order. */
export const decisionsAreListed: TreeRule = (files) => {
  const index = files.find(({ path }) => path === INDEX)?.text ?? "";
  const decisions = files
    .filter(({ path }) => DECISION.test(path))
    .toSorted((one, other) => one.path.localeCompare(other.path));
  const wanted = decisions.map(({ path, text }) => ({ path, row: rowOf(path, text) }));
  const listed = index.split("\n").filter((line) => line.startsWith("| ["));
  const missing = wanted
    .filter(({ row }) => !listed.includes(row))
    .map(({ path, row }): Finding => ({ path, line: 1, message: `${INDEX} lacks the line ${row}` }));
  if (missing.length > 0 || listed.join("\n") === wanted.map(({ row }) => row).join("\n")) return missing;
  return [{ path: INDEX, line: 1, message: "Sort the decisions by number, and name none that is not there." }];
};

function rowOf(path: string, text: string): string {
  const [, number = ""] = DECISION.exec(path) ?? [];
  const title = text.split("\n", 1)[0]?.replace(`# ${number} `, "") ?? "";
  return `| [${number}](${path.slice("docs/decisions/".length)}) | ${title} |`;
}
