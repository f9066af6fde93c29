import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const REPOSITORY = join(import.meta.dirname, "../..");

/** How many requirements of each level the standard has at its version 5.0.0. */
const OF_LEVEL_1_AND_2 = 253;

type Row = { readonly id: string; readonly level: string; readonly is: string; readonly where: string };
type Page = { readonly rows: readonly Row[]; readonly notApplicable: readonly string[]; readonly tally: string };

function read(page: string): Page {
  const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| [^|]+ \| ([^|]+) \| (.+) \|$/gm)].map(
    ([, id = "", level = "", is = "", where = ""]) => ({ id, level, is, where }),
  );
  const notApplicable = [...page.matchAll(/^Does not apply: (.+)$/gm)].flatMap(([, text = ""]) =>
    [...text.matchAll(/\d+\.\d+\.\d+/g)].map(([id]) => id),
  );
  return { rows, notApplicable, tally: /^Of \d+ requirements .+$/m.exec(page)?.[0] ?? "" };
}

const STATES = ["met", "partly", "**not met**"];

/** What is wrong with a page, in sentences. */
function untruths({ rows, notApplicable, tally }: Page, exists: (path: string) => boolean): string[] {
  const ids = [...rows.map(({ id }) => id), ...notApplicable];
  const count = (state: string): number => rows.filter(({ is }) => is === state).length;
  const said = `Of ${ids.length} requirements ${count("met")} are met, ${count("partly")} partly, ${count("**not met**")} not; ${notApplicable.length} do not apply.`;
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`),
    ...rows.filter(({ is }) => !STATES.includes(is)).map(({ id }) => `${id} is in no state`),
    ...rows.filter(({ level }) => !/^[12]$/.test(level)).map(({ id }) => `${id} is of neither level`),
    ...rows.flatMap(({ id, where }) =>
      pathsIn(where)
        .filter((path) => !exists(path))
        .map((path) => `${id} names ${path}, which is not there`),
    ),
    ...(ids.length === OF_LEVEL_1_AND_2 ? [] : [`${ids.length} requirements of ${OF_LEVEL_1_AND_2}`]),
    ...(tally === said ? [] : [`it should say: ${said}`]),
  ];
}

const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:core|server|web|sandbox|tests|tools|docs)\/[^`]+|[A-Z]+\.md|package-lock\.json)`/g)].map(
    ([, path = ""]) => path,
  );

const page = read(readFileSync(join(REPOSITORY, "docs/security/asvs.md"), "utf8"));

test("each requirement of level 1 and 2 stands on the page once, and every path that it names exists", () => {
  expect(untruths(page, (path) => existsSync(join(REPOSITORY, path)))).toEqual([]);
});

describe("an untrue page is seen", () => {
  const [first, ...rest] = page.rows;
  if (!first) throw new Error("the page has no rows");
  test.each<[string, Page]>([
    ["a requirement twice", { ...page, rows: [...page.rows, first] }],
    ["a requirement left out", { ...page, rows: rest }],
    ["a path that is not there", { ...page, rows: [{ ...first, where: "`server/nowhere.ts`" }, ...rest] }],
    ["a state that is none", { ...page, rows: [{ ...first, is: "surely" }, ...rest] }],
    ["another count", { ...page, tally: "Of 253 requirements all are met." }],
  ])("%s", (_, untrue) => {
    const there = (path: string): boolean => path !== "server/nowhere.ts";
    expect(untruths(untrue, there).length).toBeGreaterThan(untruths(page, there).length);
  });
});
