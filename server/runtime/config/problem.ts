import type { Variable } from "./variables.ts";

export type Env = Readonly<Record<string, string | undefined>>;
export type Values = Readonly<Partial<Record<Variable, string>>>;

/** One thing that is wrong, in words for whoever starts the application. It never repeats a secret. */
export type ConfigProblem = { readonly variable: string; readonly problem: string; readonly fix: string };

export const describeProblems = (problems: readonly ConfigProblem[]): string =>
  [
    "The configuration cannot be used:",
    ...problems.map(({ variable, problem, fix }) => `  ${variable}: ${problem}. ${fix}`),
  ].join("\n");
