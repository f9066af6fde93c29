import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of minutes, the longest first: begun late, one of them would hold up the end of the run alone. */
export const LONG: readonly string[] = [
  "every-page.e2e.test.ts",
  "offline.e2e.test.ts",
  "shopping.e2e.test.ts",
  "projects.e2e.test.ts",
  "drill.test.ts",
  "stories.e2e.test.ts",
  "account-security.e2e.test.ts",
  "disputes.e2e.test.ts",
  "whole-sale.e2e.test.ts",
  "matrix.db.test.ts",
  "staff.e2e.test.ts",
];

/** Then a project at a time, the one with the shortest files last: they fill what is left. */
const PROJECTS = ["pure", "e2e", "repository", "torture", "db"];

/** The order in which files are begun; a project's own comes from the base: what took long or failed last time, else by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b));
  }
}

const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

function rankOf({ moduleId, project }: TestSpecification): number {
  const long = LONG.indexOf(basename(moduleId));
  return long >= 0 ? long : LONG.length + PROJECTS.indexOf(project.name);
}
