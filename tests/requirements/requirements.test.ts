import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { IDS } from "./ids.ts";
import { rowsOf, tally, untruths, type World } from "./table.ts";

const REPOSITORY = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(REPOSITORY, path), "utf8");
const exists = (path: string): boolean => existsSync(join(REPOSITORY, path));

/** `GET /orders/{id}` for every operation that the golden OpenAPI document has, and `WS /realtime` for the socket. */
const routes = (): string[] => [...operations(), ...sockets()];

function operations(): string[] {
  const document: { paths: Record<string, Record<string, unknown>> } = JSON.parse(read("server/openapi.json"));
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, "")}`),
  );
}

const sockets = (): string[] =>
  [...read("server/entrypoints/realtime.ts").matchAll(/PATH = "\/api\/v1([^"]+)"/g)].map((match) => `WS ${match[1]}`);

/** The pages that web/app/routes.ts lays out, without the language in front. */
const pages = (): string[] => [
  "/",
  ...[...read("web/app/routes.ts").matchAll(/route\("([^"]+)"/g)].map((match) => `/${match[1]}`),
];

test("what docs/reference/requirements.md says is true", () => {
  const page = read("docs/reference/requirements.md");
  const rows = rowsOf(page);
  expect(rows.length).toBe(IDS.length);
  expect(untruths(rows, { ids: IDS, exists, routes: routes(), pages: pages() })).toEqual([]);
  expect(page).toContain(`Of ${rows.length} rows ${tally(rows)}.`);
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
      "| id | what | answered | route | page | code | test |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      ...rows,
      "",
      "| a | b |",
    ].join("\n");
  const OPEN = "| S0.1 | rates | not yet | | | | |";
  const row = (change: Partial<Record<"answered" | "route" | "page" | "code" | "test", string>> = {}): string => {
    const cells = {
      answered: "yes",
      route: "`POST /orders?role=any`",
      page: "`/orders/:id`",
      code: "`server/modules/orders`",
      test: "`tests/e2e/a.e2e.test.ts`",
      ...change,
    };
    return `| S0.2 | order | ${cells.answered} | ${cells.route} | ${cells.page} | ${cells.code} | ${cells.test} |`;
  };
  const about = (...rows: string[]): string[] => untruths(rowsOf(page(...rows)), world);

  test("a true one passes", () => expect(about(OPEN, row())).toEqual([]));
  test("what has no page or no route may say so", () =>
    expect(about(OPEN, row({ route: "none", page: "none" }))).toEqual([]));
  test("what is done in part says what is missing", () => {
    expect(about(OPEN, row({ answered: "partly: no tax" }))).toEqual([]);
    expect(about(OPEN, row({ answered: "partly" }))[0]).toContain('S0.2: is "partly"');
    expect(about(OPEN, row({ answered: "" }))[0]).toContain('S0.2: is ""');
  });
  test("a requirement without a row", () => expect(about(row())).toEqual(["S0.1: has no row"]));
  test("a row that nobody asked for", () =>
    expect(about(OPEN, row(), OPEN.replace("S0.1", "S9.9"))).toEqual(["S9.9: is not on the list of requirements"]));
  test("two rows", () => expect(about(OPEN, OPEN, row())).toEqual(["S0.1: has two rows"]));
  test("what is not answered yet and names something all the same", () =>
    expect(about(OPEN, row({ answered: "not yet", route: "", page: "", test: "" }))).toEqual([
      "S0.2: is not answered yet and names a code",
    ]));
  test("an empty field", () => expect(about(OPEN, row({ page: "" }))).toEqual(["S0.2: its page names nothing"]));
  test.each(["yes", "partly: no tax"])("an answer of %s without code or test", (answered) =>
    expect(about(OPEN, row({ answered, code: "none", test: "none" }))).toEqual([
      "S0.2: it has no code",
      "S0.2: it has no test",
    ]),
  );
  test("a route that the API lacks", () =>
    expect(about(OPEN, row({ route: "`GET /orders`" }))).toEqual(["S0.2: the API has no GET /orders"]));
  test("a page that the web app lacks", () =>
    expect(about(OPEN, row({ page: "`/wallet`" }))).toEqual(["S0.2: the web app has no page /wallet"]));
  test("a file that is not there", () =>
    expect(about(OPEN, row({ code: "`server/modules/search`" }))).toEqual(["S0.2: there is no server/modules/search"]));
  test("a test that is none", () =>
    expect(about(OPEN, row({ test: "`server/modules/orders`" }))).toEqual([
      "S0.2: server/modules/orders is not a test",
    ]));
  test("how many are answered", () =>
    expect(tally(rowsOf(page(OPEN, row(), row({ answered: "partly: no tax" }))))).toBe(
      "1 are answered, 1 in part, 1 not yet",
    ));
});
