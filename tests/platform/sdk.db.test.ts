import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSdk } from "../../tools/sdk.ts";
import { createApplication } from "./application.ts";

const SDK = join(import.meta.dirname, "../../sdk");
const PLACE = join(SDK, "build/examples");
const README = readFileSync(join(SDK, "README.md"), "utf8");

/** The examples of the README, by the heading over each. */
const EXAMPLES = [...README.matchAll(/^## (.+)$([\s\S]*?)(?=^## |(?![\s\S]))/gm)].flatMap(
  ([, heading = "", text = ""]) =>
    [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => ({
      heading,
      code,
      file: `${heading.replaceAll(/\W+/g, "-").toLowerCase()}.ts`,
    })),
);

let application: Awaited<ReturnType<typeof createApplication>>;
let url: string;

beforeAll(async () => {
  buildSdk();
  mkdirSync(PLACE, { recursive: true });
  for (const { file, code } of EXAMPLES) writeFileSync(join(PLACE, file), code);
  application = await createApplication();
  await application.world.order();
  url = await application.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await application?.close();
  rmSync(PLACE, { recursive: true, force: true });
});

/** What each example prints. */
const PRINTS: Readonly<Record<string, RegExp>> = {
  Ask: /^I am Buyer \d+ \(demo buyer\)\.\n$/,
  "Buy something": /^Order \S+ is payment_pending\.\n$/,
  "Read a list": /^(\S+ payment_pending\n){2}$/,
  "What is refused": /^NOT_FOUND: Check the address and the id\. \([0-9a-f-]{36}, try again: false\)\n$/,
  "Confirm what needs it": /^usr_[0-9a-f]{32}\n$/,
  "Receive webhooks": /^Event evt_1: \{"type":"order\.paid".*\}\n204\n$/,
};

test("the README has an example under each heading that we know", () => {
  expect(EXAMPLES.map(({ heading }) => heading)).toEqual(Object.keys(PRINTS));
});

test("the examples compile against the built package, and a wrong path, parameter, body or field does not", () => {
  const wrong = [
    'import { createAmana } from "@amana/sdk";',
    'const amana = createAmana({ baseUrl: "" });',
    'await amana.get("/nowhere");',
    'await amana.get("/orders", { params: { query: { colour: 1 } } });',
    'await amana.post("/orders", { body: { things: [] } });',
    '(await amana.get("/users/me")).password;',
    'for await (const order of amana.pages("/orders")) order.secret;',
    'amana.pages("/users/me");',
  ];
  writeFileSync(join(PLACE, "wrong.ts"), wrong.join("\n"));
  const tsc = join(SDK, "../node_modules/tsc7/bin/tsc");
  const options = {
    extends: "../../../tsconfig.base.json",
    compilerOptions: { lib: ["ES2023", "DOM", "DOM.Iterable"], types: ["node"] },
  };
  writeFileSync(join(PLACE, "tsconfig.json"), JSON.stringify({ ...options, include: ["*.ts"] }));
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", PLACE, "--pretty", "false"], {
    encoding: "utf8",
    cwd: PLACE,
  });
  const found = [...stdout.matchAll(/^(\S+)\((\d+),/gm)].map(([, file, line]) => `${file}:${line}`);
  expect([...new Set(found)].sort()).toEqual([3, 4, 5, 6, 7, 8].map((line) => `wrong.ts:${line}`));
});

describe("the example", () => {
  test.each(EXAMPLES)("$heading does what it says", async ({ heading, file }) => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(PLACE, file)], {
      env: { ...process.env, AMANA_URL: url, AMANA_TOKEN: "buyer" },
    });
    expect(stdout).toMatch(PRINTS[heading] ?? /^$/);
  });
});

test("the package is plain JavaScript that names nothing of Node", () => {
  for (const file of ["index", "client", "problem", "steady-fetch", "webhooks"]) {
    const code = readFileSync(join(SDK, "build", `${file}.js`), "utf8");
    expect(code).not.toMatch(/node:|require\(|process\.|Buffer|from "\.[^"]*\.ts"/);
  }
  const load = `const sdk = await import("@amana/sdk"); console.log(Object.keys(sdk).sort().join(" "))`;
  const { stdout } = spawnSync(
    process.execPath,
    ["--no-experimental-strip-types", "--input-type=module", "--eval", load],
    { encoding: "utf8", cwd: SDK },
  );
  expect(stdout).toBe("AmanaProblem WebhookRefused createAmana verifyWebhook\n");
});
