import { globSync } from "node:fs";
import { basename, matchesGlob } from "node:path";
import { expect, test } from "vitest";
import { LONG } from "../../tools/vitest-order.ts";
import config from "../../vitest.config.ts";
import { REPOSITORY } from "./planted-tree.ts";

type Project = { name: string; include: string[]; exclude: string[] };

const projects = (): Project[] =>
  (config.test?.projects ?? []).flatMap((project) => {
    const settings = typeof project === "object" && "test" in project ? project.test : undefined;
    const { name, include = [], exclude = [] } = settings ?? {};
    return typeof name === "string" ? [{ name, include, exclude }] : [];
  });

const homesOf = (file: string): string[] =>
  projects()
    .filter(
      ({ include, exclude }) =>
        include.some((glob) => matchesGlob(file, glob)) && !exclude.some((glob) => matchesGlob(file, glob)),
    )
    .map(({ name }) => name);

test("every test file is run by exactly one project", () => {
  const files = globSync("{core,server,web,sandbox,tools,tests}/**/*.test.{ts,tsx}", {
    cwd: REPOSITORY,
    exclude: (path) => /(^|\/)(node_modules|build|\.react-router)(\/|$)/.test(path),
  });
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => homesOf(file).length !== 1)).toEqual([]);
});

test.each([
  ["core/money/index.test.ts", ["pure"]],
  ["web/ui/money.test.tsx", ["pure"]],
  ["server/modules/orders/store.db.test.ts", ["db"]],
  ["tests/money/journey.db.test.ts", ["db"]],
  ["tests/architecture/tidy.test.ts", ["repository"]],
  ["tests/e2e/journey.e2e.test.ts", ["e2e"]],
  ["docs/forgotten.test.ts", []],
])("%s is run by %j", (file, homes) => expect(homesOf(file)).toEqual(homes));

test("the files that are begun first are there", () => {
  const files = globSync("tests/**/*.test.ts", { cwd: REPOSITORY, exclude: (path) => path.includes("node_modules") });
  expect(LONG.filter((name) => !files.some((file) => basename(file) === name))).toEqual([]);
});
