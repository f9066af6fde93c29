import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listeners, modules } from "../../architecture.cjs";
import { type Cruise, cruise, deadFiles } from "../../tools/cruise.ts";
import { type PlantedTree, plantTree, REPOSITORY } from "./planted-tree.ts";

const everyModule = [...Object.keys(modules), ...listeners];
const mayOpen = { ...modules, ...Object.fromEntries(listeners.map((name) => [name, Object.keys(modules)])) };

const importing = (...specifiers: string[]): string =>
  specifiers.map((specifier) => `import "${specifier}";\n`).join("");

/** Every import that the architecture allows, once. */
const ALLOWED: Record<string, string> = {
  "core/time/index.ts": "export type Instant = number;\n",
  "core/money/index.ts": importing("../time/index.ts"),
  "sdk/index.ts": importing("openapi-fetch", "./pages.ts"),
  "sdk/pages.ts": "export const pages = 1;\n",
  "server/ports/clock.ts":
    'import type { Instant } from "@amana/core/time";\nexport type Clock = { now(): Instant };\n',
  "server/ports/gateway.ts": importing("./clock.ts", "@amana/core/money"),
  "server/runtime/database/index.ts": importing("pg", "@amana/core/time", "#ports/clock", "../log/index.ts"),
  "server/runtime/log/index.ts": importing("node:fs"),
  "server/adapters/support/http.ts": importing("@amana/core/money"),
  "server/adapters/gateways/conformance.ts": importing("vitest", "#ports/gateway"),
  "server/adapters/gateways/alpha/index.ts": importing(
    "./messages.ts",
    "../../support/http.ts",
    "#ports/gateway",
    "typebox",
  ),
  "server/adapters/gateways/alpha/messages.ts": "export const word = 1;\n",
  "server/adapters/gateways/alpha/alpha.test.ts": importing(
    "vitest",
    "./index.ts",
    "../conformance.ts",
    "../../../../sandbox/main.ts",
  ),
  "server/adapters/gateways/beta/index.ts": importing("@amana/core/money"),
  "server/entrypoints/wiring.ts": importing(
    ...everyModule.map((name) => `#modules/${name}`),
    "../adapters/gateways/alpha/index.ts",
    "#runtime/database",
  ),
  "server/entrypoints/main.ts": importing("../../web/handler.ts"),
  "web/handler.ts": importing("react-router"),
  "web/ui/badge.tsx": importing("react"),
  "web/features/orders/page.tsx": importing("../../ui/badge.tsx", "../../../core/money/index.ts"),
  "web/features/wallet/page.tsx": importing("../../ui/badge.tsx"),
  "web/app/root.tsx": importing("../features/orders/page.tsx", "../features/wallet/page.tsx"),
  "sandbox/main.ts": importing("fastify", "node:http"),
  "tests/market.test.ts": importing("vitest", "../server/modules/orders/index.ts", "../core/money/index.ts"),
  ...Object.fromEntries(
    Object.entries(mayOpen).flatMap(([name, may]) => [
      [`server/modules/${name}/index.ts`, importing("./store.ts", ...may.map((other) => `#modules/${other}`))],
      [
        `server/modules/${name}/store.ts`,
        importing("@amana/core/money", "#ports/clock", "#runtime/database", "typebox"),
      ],
      [`server/modules/${name}/store.db.test.ts`, importing("vitest", "./store.ts", "#modules/escrow")],
    ]),
  ),
};

type Breach = { rule: string; path: string; text: string };
const breach = (rule: string, path: string, text: string): Breach => ({ rule, path, text });

const BREACHES: Breach[] = [
  breach("no-cycles", "core/loop/one.ts", importing("./two.ts")),
  breach("imports-resolve", "server/modules/orders/by-the-wall.ts", importing("#modules/escrow/store")),
  breach("imports-resolve", "server/runtime/log/typo.ts", importing("./indexx.ts")),
  breach("declared-packages-only", "web/app/hidden-package.ts", importing("pg")),
  breach("declared-packages-only", "server/runtime/log/test-package.ts", importing("vitest")),
  breach("declared-packages-only", "web/app/build-package.ts", importing("vite")),
  breach("declared-packages-in-tools-and-tests", "tools/hidden-package.ts", importing("fastify")),
  breach("core-imports-only-core", "core/money/outside.ts", importing("../../server/ports/clock.ts")),
  breach("core-imports-only-core", "core/money/node.ts", importing("node:fs")),
  breach("ports-import-only-core", "server/ports/package.ts", importing("pg")),
  breach("ports-import-only-core", "server/ports/module.ts", 'import type {} from "#runtime/database";\n'),
  breach("runtime-knows-no-business", "server/runtime/log/business.ts", importing("#modules/orders")),
  breach("runtime-knows-no-business", "server/runtime/log/port.ts", importing("#ports/gateway")),
  breach(
    "modules-never-import-adapters",
    "server/modules/payments/adapter.ts",
    importing("../../adapters/gateways/alpha/index.ts"),
  ),
  breach(
    "modules-never-import-adapters",
    "server/modules/payments/type.ts",
    'import type {} from "../../adapters/gateways/alpha/index.ts";\n',
  ),
  breach(
    "modules-never-import-adapters",
    "server/modules/payments/wiring.ts",
    importing("../../entrypoints/wiring.ts"),
  ),
  breach("a-module-has-one-door", "server/modules/orders/inside.ts", importing("../escrow/store.ts")),
  breach("a-module-has-one-door", "server/modules/orders/type.ts", 'import type {} from "../escrow/store.ts";\n'),
  breach(
    "a-module-has-one-door",
    "server/modules/orders/later.ts",
    'export const later = () => import("../escrow/store.ts");\n',
  ),
  breach("outsiders-use-the-door", "server/entrypoints/inside.ts", importing("../modules/orders/store.ts")),
  breach("outsiders-use-the-door", "tests/inside.test.ts", importing("../server/modules/orders/store.ts")),
  breach("module-is-declared", "server/modules/smuggled/index.ts", importing("@amana/core/money")),
  ...Object.entries(mayOpen).map(([name, may]) =>
    breach(
      `${name}-module-imports`,
      `server/modules/${name}/unlisted.ts`,
      importing(`#modules/${everyModule.find((other) => other !== name && !may.includes(other))}`),
    ),
  ),
  breach("adapters-ignore-each-other", "server/adapters/gateways/beta/sibling.ts", importing("../alpha/messages.ts")),
  breach("adapters-decide-nothing", "server/adapters/gateways/beta/runtime.ts", importing("#runtime/database")),
  breach("adapters-decide-nothing", "server/adapters/gateways/beta/module.ts", importing("#modules/orders")),
  breach("only-entrypoints-serve-the-web", "server/runtime/log/pages.ts", importing("../../../web/handler.ts")),
  breach("server-stands-alone", "server/entrypoints/source.ts", importing("../../web/app/root.tsx")),
  breach("server-stands-alone", "server/entrypoints/simulator.ts", importing("../../sandbox/main.ts")),
  breach("web-imports-only-core", "web/app/server.ts", 'import type {} from "../../server/ports/clock.ts";\n'),
  breach("features-ignore-each-other", "web/features/orders/neighbour.ts", importing("../wallet/page.tsx")),
  breach("web-ui-knows-no-feature", "web/ui/business.ts", importing("../features/wallet/page.tsx")),
  breach("sdk-stands-alone", "sdk/shared.ts", importing("../core/money/index.ts")),
  breach("sdk-stands-alone", "sdk/node.ts", importing("node:crypto")),
  breach("sandbox-imports-nothing-of-ours", "sandbox/shared.ts", importing("../core/money/index.ts")),
];

let tree: PlantedTree;
let allowed: Cruise;
let broken: Cruise;

beforeAll(() => {
  tree = plantTree(ALLOWED);
  allowed = cruise(tree.root);
  tree.add({ "core/loop/two.ts": 'import type {} from "./one.ts";\n' });
  tree.add(Object.fromEntries(BREACHES.map(({ path, text }) => [path, text])));
  broken = cruise(tree.root);
});

afterAll(() => tree.remove());

test("everything that the architecture allows passes", () => {
  expect(allowed.breaches).toEqual([]);
  expect(allowed.graph.length).toBeGreaterThanOrEqual(Object.keys(ALLOWED).length);
});

test("imports are followed to the files they mean, so that passing means something", () => {
  const importsOf = (path: string) => allowed.graph.find((node) => node.path === path)?.imports;
  expect(importsOf("server/modules/orders/index.ts")).toContain("server/modules/escrow/index.ts");
  expect(importsOf("server/modules/escrow/store.ts")).toEqual(
    expect.arrayContaining(["core/money/index.ts", "server/ports/clock.ts", "server/runtime/database/index.ts"]),
  );
});

describe("each rule has been seen to fail", () => {
  test.each(BREACHES)("$rule refuses $path", ({ rule, path }) => {
    const fired = broken.breaches.filter(({ from }) => from === path).map((found) => found.rule);
    expect([...new Set(fired)]).toEqual([rule]);
  });

  test("nothing else is refused", () => {
    const planted = new Set(BREACHES.map(({ path }) => path));
    expect(broken.breaches.filter(({ from }) => !planted.has(from))).toEqual([]);
  });

  test("no rule is left out", () => {
    const { forbidden }: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
      "../../.dependency-cruiser.cjs",
    );
    expect([...new Set(BREACHES.map(({ rule }) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  test("each names its cure", () => {
    expect(broken.breaches.filter(({ cure }) => cure.length < 20)).toEqual([]);
  });
});

describe("dead files", () => {
  const graph = [
    { path: "server/entrypoints/api.ts", imports: ["server/runtime/log.ts"] },
    { path: "server/runtime/log.ts", imports: ["core/time/index.ts"] },
    { path: "core/time/index.ts", imports: [] },
    { path: "core/dream/index.ts", imports: ["core/dream/inner.ts"] },
    { path: "core/dream/inner.ts", imports: [] },
    { path: "core/dream/dream.test.ts", imports: ["core/dream/index.ts"] },
  ];

  test("a file that only its test reaches is dead, and what it imports too", () => {
    expect(deadFiles(graph)).toEqual(["core/dream/index.ts", "core/dream/inner.ts"]);
  });

  test("a file is alive once something that is started reaches it", () => {
    const wired = [...graph, { path: "server/entrypoints/worker.ts", imports: ["core/dream/index.ts"] }];
    expect(deadFiles(wired)).toEqual([]);
  });
});

test("this repository keeps every rule", () => {
  const { graph, breaches } = cruise(REPOSITORY);
  expect(graph.length).toBeGreaterThan(50);
  expect(breaches).toEqual([]);
});
