import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { IDS } from "./ids.ts";
import { isAnswered, rowsOf, untruths, type World } from "./table.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(REPOSITORY, path), "utf8");
const exists = (path: string): boolean => existsSync(join(REPOSITORY, path));

/** `GET /orders/{id}` for every operation that the golden OpenAPI document has. */
function routes(): string[] {
  if (!exists("server/openapi.json")) return [];
  const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(read("server/openapi.json"));
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, "")}`),
  );
}

/** The pages that web/app/routes.ts lays out, without the language in front. */
const pages = (): string[] => [
  "/",
  ...[...read("web/app/routes.ts").matchAll(/route\("([^"]+)"/g)].map((match) => `/${match[1]}`),
];

test("what docs/reference/requirements.md says is true", () => {
  const rows = rowsOf(read("docs/reference/requirements.md"));
  expect(rows.length).toBe(IDS.length);
  expect(untruths(rows, { ids: IDS, exists, routes: routes(), pages: pages() })).toEqual([]);
});

describe("an untrue table is seen", () => {
  const world: World = {
    ids: ["S0.1", "S0.2"],
    exists: (path) => ["server/modules/orders", "tests/e2e/a.e2e.test.ts"].includes(path),
    routes: ["POST /orders"],
    pages: ["/orders/:id"],
  };
  const page = (...rows: string[]): string =>
    [
      "# Requirements",
      "",
      "| id | what | route | page | code | test |",
      "| --- | --- | --- | --- | --- | --- |",
      ...rows,
      "",
      "| a | b |",
    ].join("\n");
  const OPEN = "| S0.1 | rates | not yet | not yet | not yet | not yet |";
  const answered = (change: Partial<Record<"route" | "page" | "code" | "test", string>> = {}): string => {
    const cells = {
      route: "`POST /orders?role=any`",
      page: "`/orders/:id`",
      code: "`server/modules/orders`",
      test: "`tests/e2e/a.e2e.test.ts`",
      ...change,
    };
    return `| S0.2 | order | ${cells.route} | ${cells.page} | ${cells.code} | ${cells.test} |`;
  };
  const about = (...rows: string[]): string[] => untruths(rowsOf(page(...rows)), world);

  test("a true one passes", () => expect(about(OPEN, answered())).toEqual([]));
  test("what has no page or no route may say so", () =>
    expect(about(OPEN, answered({ route: "none", page: "none" }))).toEqual([]));
  test("a requirement without a row", () => expect(about(answered())).toEqual(["S0.1: has no row"]));
  test("a row that nobody asked for", () =>
    expect(about(OPEN, answered(), OPEN.replace("S0.1", "S9.9"))).toEqual([
      "S9.9: is not on the list of requirements",
    ]));
  test("two rows", () => expect(about(OPEN, OPEN, answered())).toEqual(["S0.1: has two rows"]));
  test("a row answered in part", () =>
    expect(about(OPEN, answered({ page: "not yet" }))[0]).toContain("S0.2: is answered in part"));
  test("an empty field", () => expect(about(OPEN, answered({ page: "" }))).toEqual(["S0.2: its page names nothing"]));
  test("an answer without code or test", () =>
    expect(about(OPEN, answered({ code: "none", test: "none" }))).toEqual([
      "S0.2: it has no code",
      "S0.2: it has no test",
    ]));
  test("a route that the API lacks", () =>
    expect(about(OPEN, answered({ route: "`GET /orders`" }))).toEqual(["S0.2: the API has no GET /orders"]));
  test("a page that the web app lacks", () =>
    expect(about(OPEN, answered({ page: "`/wallet`" }))).toEqual(["S0.2: the web app has no page /wallet"]));
  test("a file that is not there", () =>
    expect(about(OPEN, answered({ code: "`server/modules/search`" }))).toEqual([
      "S0.2: there is no server/modules/search",
    ]));
  test("a test that is none", () =>
    expect(about(OPEN, answered({ test: "`server/modules/orders`" }))).toEqual([
      "S0.2: server/modules/orders is not a test",
    ]));
  test("which rows are answered", () => expect(rowsOf(page(OPEN, answered())).map(isAnswered)).toEqual([false, true]));
});
