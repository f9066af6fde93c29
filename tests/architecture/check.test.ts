import { cpSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listeners, modules } from "../../architecture.cjs";
import { isTest } from "../../tools/tidy/finding.ts";
import { check, type PlantedTree, plantTree, REPOSITORY } from "./planted-tree.ts";

const STEPS = ["imports", "tidy", "types-core", "types-server", "promises", "style"];
const shippedGoods = readFileSync(join(REPOSITORY, "core/escrow/processes/shipped-goods.ts"), "utf8");

const everyModule = [...Object.keys(modules), ...listeners].sort();
const MODULES = Object.fromEntries(
  everyModule.flatMap((name) => [
    [`server/modules/${name}/README.md`, `# ${name}\n`],
    [`server/modules/${name}/index.ts`, 'export { text } from "./store.ts";\n'],
    [`server/modules/${name}/store.ts`, `export const text = "select id from ${name}.rows";\n`],
  ]),
);
const CORE = globSync("core/*/index.ts", { cwd: REPOSITORY }).map((path) => `import "../../${path}";\n`);
const WIRING = everyModule.map((name) => `export * as ${name} from "#modules/${name}";\n`).join("");

type Case = { refuses: string; path: string; text: string; says: RegExp };
const CASES: Case[] = [
  {
    refuses: "an import from a module's inside",
    path: "server/modules/orders/inside.ts",
    text: 'export { text } from "../escrow/store.ts";\n',
    says: /server\/modules\/orders\/inside\.ts.*\[a-module-has-one-door\]/,
  },
  {
    refuses: "a file behind the door by its short name",
    path: "server/modules/orders/by-name.ts",
    text: 'export { text } from "#modules/escrow/store";\n',
    says: /by-name\.ts.*error TS2307/,
  },
  {
    refuses: "a module of Node's in core",
    path: "core/money/file.ts",
    text: 'import { readFileSync } from "node:fs";\n\nexport const read = readFileSync;\n',
    says: /core\/money\/file\.ts.*error TS/,
  },
  {
    refuses: "what Node puts everywhere, in core",
    path: "core/money/environment.ts",
    text: 'export const key = process.env["KEY"];\n',
    says: /core\/money\/environment\.ts.*error TS\d+: Cannot find name 'process'/,
  },
  {
    refuses: "the network in core",
    path: "core/money/network.ts",
    text: 'export const page = fetch("https://example.test");\n',
    says: /core\/money\/network\.ts.*error TS\d+: Cannot find name 'fetch'/,
  },
  {
    refuses: "the clock in core",
    path: "core/money/clock.ts",
    text: "export const now = (): number => new Date(0).getTime();\n",
    says: /core\/money\/clock\.ts:\d+:\d+ lint\/style\/noRestrictedGlobals/,
  },
  {
    refuses: "dice in core",
    path: "core/money/dice.ts",
    text: "export const roll = (): number => Math.max(1, 2);\n",
    says: /core\/money\/dice\.ts:\d+:\d+ lint\/style\/noRestrictedGlobals/,
  },
  {
    refuses: "SQL on another module's schema",
    path: "server/modules/orders/balance.ts",
    text: 'export const balance = "select balance from ledger.accounts";\n',
    says: /server\/modules\/orders\/balance\.ts:1 .*ledger\.accounts is not orders's.*\[schemaOwnership\]/,
  },
  {
    refuses: "a route without a policy",
    path: "server/modules/orders/routes.ts",
    text: 'declare const defineRoute: (route: object) => object;\nexport const list = defineRoute({ url: "/orders" });\n',
    says: /server\/modules\/orders\/routes\.ts:2 .*\[routesHaveAPolicy\]/,
  },
  {
    refuses: "a misspelt state in a process",
    path: "core/escrow/processes/misspelt.ts",
    text: shippedGoods.replace('to: "order_confirmed"', 'to: "order_confirmd"'),
    says: /core\/escrow\/processes\/misspelt\.ts.*error TS[\s\S]*order_confirmd/,
  },
  {
    refuses: "a property for the left side",
    path: "web/ui/card.css",
    text: ".card {\n  margin-left: 4px;\n}\n",
    says: /web\/ui\/card\.css:2 .*margin-inline-start.*\[logicalCss\]/,
  },
  {
    refuses: "a promise that nobody waits for",
    path: "server/runtime/work/forgotten.ts",
    text: "const later = async (): Promise<void> => {};\nexport const forget = (): void => {\n  later();\n};\n",
    says: /no-floating-promises[\s\S]*server\/runtime\/work\/forgotten\.ts/,
  },
  {
    refuses: "a file that nothing reaches",
    path: "server/runtime/work/dead.ts",
    text: "export const dead = true;\n",
    says: /server\/runtime\/work\/dead\.ts.*\[no-dead-files\]/,
  },
];

let tree: PlantedTree;
let clean: { passed: boolean; text: string };
let broken: { passed: boolean; text: string };

beforeAll(() => {
  tree = plantTree({
    ...MODULES,
    "server/entrypoints/wiring.ts": WIRING,
    "web/app/root.tsx": CORE.join(""),
  });
  // The core, and the made-up statements that its tests set against made-up books.
  for (const path of ["core", "tests/reconciliation/histories.ts"])
    cpSync(join(REPOSITORY, path), join(tree.root, path), { recursive: true });
  clean = check(tree.root, ...STEPS);
  tree.add(Object.fromEntries(CASES.map(({ path, text }) => [path, text])));
  broken = check(tree.root, ...STEPS);
});

afterAll(() => tree.remove());

test("the tree passes before anything is planted", () => {
  expect(clean.text).toContain(`check, ${STEPS.length} steps`);
  expect(clean.passed, clean.text).toBe(true);
});

describe("`npm run check` refuses", () => {
  test.each(CASES)("$refuses", ({ path, says }) => {
    expect(broken.text).toMatch(says);
    expect(clean.text).not.toContain(path);
  });

  test("and ends with a failure", () => expect(broken.passed).toBe(false));

  test("a step that does not exist", () => expect(check(tree.root, "nothing").passed).toBe(false));
});

describe("a route without a policy does not compile either", () => {
  const identity = readFileSync(join(REPOSITORY, "server/modules/identity/routes.ts"), "utf8");
  const open = identity.replace(/^\s*policy: .*\n/m, "");
  let whole: PlantedTree;

  beforeAll(() => {
    whole = plantTree({});
    const parts = ["core", "server/ports", "server/runtime", "server/modules/audit", "server/modules/identity"];
    for (const part of parts) {
      cpSync(join(REPOSITORY, part), join(whole.root, part), {
        recursive: true,
        filter: (path) => !isTest(relative(REPOSITORY, path)),
      });
    }
  });

  afterAll(() => whole.remove());

  test("the module compiles as it is", () => {
    const { passed, text } = check(whole.root, "types-server");
    expect(passed, text).toBe(true);
  });

  test("without the line of the policy it does not", () => {
    expect(open).not.toBe(identity);
    whole.add({ "server/modules/identity/routes.ts": open });
    const { passed, text } = check(whole.root, "types-server");
    expect(passed).toBe(false);
    expect(text).toMatch(/server\/modules\/identity\/routes\.ts.*error TS/);
    expect(text).toContain("policy");
  });
});
