import { describe, expect, test } from "vitest";
import { listeners, modules } from "../../architecture.cjs";
import { type FileRule, sourceText } from "../../tools/tidy/finding.ts";
import { tidy } from "../../tools/tidy/index.ts";
import { fileRules, treeRules } from "../../tools/tidy/rules/index.ts";
import { REPOSITORY } from "./planted-tree.ts";

type Example = { rule: keyof typeof fileRules; path: string; bad: string; good: string };

const COMPUTED_TABLE = ["$", "{table}"].join("");
const NOTE = ["TO", "DO"].join("");
const lines = (count: number): string => "export {};\n".repeat(count);
const json = (value: unknown): string => JSON.stringify(value, null, 2);

const EXAMPLES: Example[] = [
  { rule: "fileLength", path: "core/money/index.ts", bad: lines(401), good: lines(400) },
  { rule: "fileLength", path: "ARCHITECTURE.md", bad: "words\n".repeat(101), good: "words\n".repeat(100) },
  {
    rule: "nothingForLater",
    path: "server/ports/clock.ts",
    bad: `// ${NOTE}: later\n`,
    good: "// Todos are what a buyer sees.\n",
  },
  { rule: "nothingForLater", path: "docs/start.md", bad: `${NOTE} write\n`, good: "Written.\n" },
  {
    rule: "oneClock",
    path: "server/modules/orders/place-order.ts",
    bad: "const at = Date.now();",
    good: "const at = clock.now();",
  },
  { rule: "oneClock", path: "core/escrow/step.ts", bad: "const at = new Date();", good: "const shown = new Date(at);" },
  {
    rule: "oneClock",
    path: "web/features/orders/id.ts",
    bad: "const id = Math.random();",
    good: 'const text = "Math.random()";',
  },
  {
    rule: "lastingKeys",
    path: "server/adapters/gateways/cashfree/index.ts",
    bad: `const headers = { "x-idempotency-key": "refund-" + clock.now() };`,
    good: `const headers = { "x-idempotency-key": request.refund, "x-request-at": String(clock.now()) };`,
  },
  {
    rule: "lastingKeys",
    path: "server/modules/payouts/send.ts",
    bad: "const body = { transfer_id: randomUUID() };",
    good: "const body = { transfer_id: payout.id, nonce: randomUUID() };",
  },
  {
    rule: "wholeMoney",
    path: "server/modules/orders/total.ts",
    bad: "const minor = amount * 100;",
    good: "const width = share * 100;",
  },
  {
    rule: "wholeMoney",
    path: "server/adapters/gateways/a/messages.ts",
    bad: "const x = parseFloat(text);",
    good: 'const x = parseMajor(text, "INR");',
  },
  {
    rule: "wholeMoney",
    path: "web/features/checkout/total.ts",
    bad: "const text = order.amount.toFixed(2);",
    good: "const text = seconds.toFixed(2);",
  },
  {
    rule: "routesHaveAPolicy",
    path: "server/modules/orders/routes.ts",
    bad: 'export const list = defineRoute({ method: "GET", url: "/orders" });',
    good: 'export const list = defineRoute({ method: "GET", url: "/orders", policy: signedIn });',
  },
  {
    rule: "routesHaveAPolicy",
    path: "server/modules/catalog/routes.ts",
    bad: "export const list = defineRoute({ ...shared });",
    good: "export const list = defineRoute({ ...shared, policy });",
  },
  {
    rule: "zonedTimestamps",
    path: "server/database/migrations/0001-first.sql",
    bad: "create table a.b (at timestamp not null);",
    good: "create table a.b (at timestamptz not null, late timestamp with time zone); -- never timestamp alone",
  },
  {
    rule: "logicalCss",
    path: "web/ui/card.css",
    bad: ".a { margin-left: 4px; }",
    good: ".a { margin-inline-start: 4px; }",
  },
  { rule: "logicalCss", path: "web/ui/card.css", bad: ".a { text-align: left }", good: ".a { text-align: start }" },
  {
    rule: "logicalCss",
    path: "web/ui/card.css",
    bad: ".a {\n  right: 0;\n}",
    good: ".a {\n  inset-inline-end: 0; /* right: 0 */\n}",
  },
  {
    rule: "logicalCss",
    path: "web/ui/card.css",
    bad: ".a { padding: 1px 2px 3px 4px; }",
    good: ".a { padding: 1px 2px 3px 2px; }",
  },
  {
    rule: "logicalCss",
    path: "web/ui/card.css",
    bad: ".a { border-top-left-radius: 2px; }",
    good: ".a { border-start-start-radius: 2px; }",
  },
  { rule: "logicalCss", path: "web/ui/card.css", bad: ".a { float: right; }", good: ".a { float: inline-end; }" },
  {
    rule: "logicalStyleProps",
    path: "web/ui/card.tsx",
    bad: "<p style={{ marginLeft: 4 }} />",
    good: "<p style={{ marginInlineStart: 4 }} />",
  },
  {
    rule: "logicalStyleProps",
    path: "web/ui/card.tsx",
    bad: "<p style={{ left: 0 }} />",
    good: "const sides = { left: 1, right: 2 };",
  },
  {
    rule: "logicalStyleProps",
    path: "web/ui/card.tsx",
    bad: '<p style={{ textAlign: "right" }} />',
    good: '<p style={{ textAlign: "end" }} />',
  },
  { rule: "logicalStyleProps", path: "web/ui/card.tsx", bad: "<Box ml={4} />", good: "<Box ms={4} />" },
  {
    rule: "logicalStyleProps",
    path: "web/ui/styles.ts",
    bad: "export const box = { paddingRight: 4 };",
    good: "export const box = { paddingInlineEnd: 4 };",
  },
  {
    rule: "exactVersions",
    path: "web/package.json",
    bad: json({ dependencies: { react: "^19.3.1" } }),
    good: json({ dependencies: { react: "19.3.1" }, devDependencies: { tsc7: "npm:typescript@7.0.2" } }),
  },
  {
    rule: "exactVersions",
    path: "package.json",
    bad: json({ devDependencies: { postcss: "*" } }),
    good: json({ devDependencies: {} }),
  },
  {
    rule: "lockNamesNoHost",
    path: "package-lock.json",
    bad: json({
      packages: { "node_modules/a": { version: "1.0.0", resolved: "https://packages.example.test/a.tgz" } },
    }),
    good: json({ packages: { "node_modules/@amana/core": { resolved: "core", link: true } } }),
  },
  {
    rule: "lockIsComplete",
    path: "package-lock.json",
    bad: json({ packages: { "node_modules/a": { version: "1.0.0", optionalDependencies: { "a-linux": "1.0.0" } } } }),
    good: json({
      packages: { "node_modules/a": { optionalDependencies: { "a-linux": "1.0.0" } }, "node_modules/a-linux": {} },
    }),
  },
  {
    rule: "lockIsComplete",
    path: "package-lock.json",
    bad: json({
      packages: {
        "node_modules/a/node_modules/b": { optionalDependencies: { c: "1.0.0" } },
        "node_modules/d/node_modules/c": {},
      },
    }),
    good: json({
      packages: {
        "node_modules/a/node_modules/b": { optionalDependencies: { c: "1.0.0" } },
        "node_modules/a/node_modules/c": {},
      },
    }),
  },
];

const OWN: Example = { rule: "schemaOwnership", path: "server/modules/orders/store.ts", bad: "", good: "" };
const sql = (statement: string): string => `export const text = \`${statement}\`;`;
const SQL_EXAMPLES: Example[] = [
  { ...OWN, bad: sql("select balance from ledger.accounts"), good: sql("select id from orders.orders") },
  {
    ...OWN,
    bad: sql("insert into escrow.deals (id) values ($1)"),
    good: sql("insert into orders.items (id) values ($1)"),
  },
  {
    ...OWN,
    bad: sql("select 1 from orders.orders o join payments.payments p on p.id = o.id"),
    good: sql("select 1 from orders.orders o join orders.items i using (id)"),
  },
  { ...OWN, bad: sql("select ledger.post($1)"), good: sql("select orders.number_of($1)") },
  {
    ...OWN,
    bad: sql("select id from order_rows"),
    good: sql("with late as (select id from orders.orders) select id from late for update skip locked"),
  },
  {
    ...OWN,
    bad: sql("update public.orders set seen = true"),
    good: sql("update orders.orders set seen = true where at is distinct from $1 returning id"),
  },
  {
    ...OWN,
    bad: sql(`select id from ${COMPUTED_TABLE}`),
    good: sql("select extract(epoch from at) from orders.orders, unnest($1::uuid[]) as id"),
  },
  {
    ...OWN,
    bad: 'export const where = "join catalog.products p on true";',
    good: 'export const words = "The money comes from escrow. Update it.";',
  },
  {
    ...OWN,
    bad: sql("delete from audit.entries"),
    good: sql("delete from orders.drafts using orders.orders where false"),
  },
  {
    ...OWN,
    bad: sql("insert into orders.orders (id) values ($1) on conflict do nothing; update ledger.accounts set held = 0"),
    good: sql("insert into orders.orders (id) values ($1) on conflict (id) do update set seen = excluded.seen"),
  },
  {
    ...OWN,
    path: "server/runtime/work/outbox.ts",
    bad: sql("select id from orders.orders"),
    good: sql("select id from work.jobs for update skip locked"),
  },
  { ...OWN, path: "server/entrypoints/api.ts", bad: sql("select id from identity.users"), good: sql("select 1") },
];

const FILE_NAMES = {
  bad: [
    "server/runtime/utils.ts",
    "core/common/index.ts",
    "web/ui/date-helpers.tsx",
    "server/modules/orders/order-manager.ts",
  ],
  good: ["tsconfig.base.json", "server/modules/orders/place-order.ts", "web/ui/basement.tsx"],
};

const examine = (rule: FileRule, path: string, text: string) => rule(sourceText(path, text));

describe("each rule has been seen to fail, and to let the cure pass", () => {
  test.each([...EXAMPLES, ...SQL_EXAMPLES])("$rule: $bad", ({ rule, path, bad, good }) => {
    expect(examine(fileRules[rule], path, bad), "the planted text").toHaveLength(1);
    expect(examine(fileRules[rule], path, good), "the cure").toEqual([]);
  });

  test.each(FILE_NAMES.bad)("fileNames: %s", (path) => expect(examine(fileRules.fileNames, path, "")).toHaveLength(1));
  test.each(FILE_NAMES.good)("fileNames lets %s pass", (path) =>
    expect(examine(fileRules.fileNames, path, "")).toEqual([]),
  );

  test("no rule is left out", () => {
    const shown = new Set<string>([...EXAMPLES, ...SQL_EXAMPLES].map(({ rule }) => rule)).add("fileNames");
    expect(Object.keys(fileRules).filter((rule) => !shown.has(rule))).toEqual([]);
  });

  test("a finding names the line", () => {
    expect(examine(fileRules.oneClock, "server/a.ts", "\n\nDate.now();")).toMatchObject([
      { path: "server/a.ts", line: 3 },
    ]);
  });
});

describe("the clock may be read where time is made", () => {
  test.each([
    "server/runtime/clock/index.ts",
    "sandbox/main.ts",
    "tools/check.ts",
    "tests/e2e/a.ts",
    "core/time/index.test.ts",
  ])("%s", (path) => {
    expect(examine(fileRules.oneClock, path, "Date.now(); Math.random();")).toEqual([]);
  });
});

describe("both languages say the same", () => {
  const words = (en: unknown, ar: unknown) =>
    treeRules
      .sameWords([
        sourceText("web/i18n/en.json", JSON.stringify(en)),
        sourceText("web/i18n/ar.json", JSON.stringify(ar)),
      ])
      .map(({ message }) => message);
  const ARABIC_FORMS = { days_zero: "١", days_one: "١", days_two: "١", days_few: "١", days_many: "١", days_other: "١" };

  test("a key that one lacks", () =>
    expect(words({ pay: { now: "Pay" } }, { pay: {} })).toEqual(["pay.now is missing."]));
  test("an empty word", () => expect(words({ pay: "Pay" }, { pay: " " })).toEqual(["pay is empty."]));
  test("a value that the other does not fill in", () =>
    expect(words({ pay: "Pay {{amount}}" }, { pay: "ادفع" })).toEqual([
      "pay fills in {{amount}}, which the other language does not.",
    ]));
  test("plural forms that a language needs", () =>
    expect(words({ days_one: "1", days_other: "2" }, { days_one: "1", days_other: "2" })).toEqual(
      ["zero", "two", "few", "many"].map((form) => `days_${form} is missing.`),
    ));
  test("each language with its own plural forms passes", () =>
    expect(words({ days_one: "a day", days_other: "days" }, ARABIC_FORMS)).toEqual([]));
  test("a language without a file", () =>
    expect(treeRules.sameWords([sourceText("web/i18n/en.json", "{}")])).toMatchObject([{ path: "web/i18n/ar.json" }]));
});

describe("modules are whole", () => {
  const all = [...Object.keys(modules), ...listeners].flatMap((name) => [
    `server/modules/${name}/README.md`,
    `server/modules/${name}/index.ts`,
  ]);
  const complaints = (paths: string[]) =>
    treeRules.modulesAreWhole(paths.map((path) => sourceText(path, ""))).map(({ path }) => path);

  test("all of them pass", () => expect(complaints(all)).toEqual([]));
  test("a module without a README", () =>
    expect(complaints(all.filter((path) => path !== "server/modules/escrow/README.md"))).toEqual([
      "server/modules/escrow",
    ]));
  test("a module without a door", () =>
    expect(complaints(all.filter((path) => path !== "server/modules/escrow/index.ts"))).toEqual([
      "server/modules/escrow",
    ]));
  test("a module that the graph does not know", () =>
    expect(complaints([...all, "server/modules/smuggled/index.ts", "server/modules/smuggled/README.md"])).toEqual([
      "server/modules/smuggled",
    ]));
  test("a line of the graph without a module", () =>
    expect(complaints(all.filter((path) => !path.includes("/escrow/")))).toEqual(["server/modules/escrow"]));
});

describe("decisions are listed", () => {
  const complaints = (rows: string[], ...titles: string[]) =>
    treeRules
      .decisionsAreListed([
        sourceText("docs/decisions/README.md", ["# Decisions", ...rows].join("\n")),
        ...titles.map((title) => sourceText(`docs/decisions/${title.slice(2, 6)}-a.md`, `${title}\n\n## Context`)),
      ])
      .map(({ path, message }) => `${path}: ${message}`);
  const [one, two] = ["| [0001](0001-a.md) | One lock |", "| [0002](0002-a.md) | Two hands |"];
  const titles = ["# 0001 One lock", "# 0002 Two hands"];

  test("all of them in their order pass", () => expect(complaints([one, two], ...titles)).toEqual([]));
  test("one that is not there, or is called otherwise", () => {
    const lacking = [`docs/decisions/0002-a.md: docs/decisions/README.md lacks the line ${two}`];
    expect(complaints([one], ...titles)).toEqual(lacking);
    expect(complaints([one, two.replace("Two", "Ten")], ...titles)).toEqual(lacking);
  });
  test("another order, or a line without a decision", () => {
    const said = ["docs/decisions/README.md: Sort the decisions by number, and name none that is not there."];
    expect(complaints([two, one], ...titles)).toEqual(said);
    expect(complaints([one, two], "# 0001 One lock")).toEqual(said);
  });
});

test("this repository is tidy", () => {
  const { files, findings } = tidy(REPOSITORY);
  expect(files).toBeGreaterThan(100);
  expect(findings).toEqual([]);
});
