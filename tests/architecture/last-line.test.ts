import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY } from "./planted-tree.ts";

const CONFIG =
  'import { lastLine } from "./vitest-reporter.ts";\nexport default { test: { reporters: ["default", lastLine()] } };\n';
const it = (name: string, body = "") => `test("${name}", () => {${body}});\n`;
const file = (...tests: string[]) => `import { beforeAll, describe, test } from "vitest";\n${tests.join("")}`;

/** What a run over these test files prints last, and how it ends. */
function runOver(files: Readonly<Record<string, string>>): { lastLine: string; passed: boolean } {
  const folder = mkdtempSync(join(tmpdir(), "amana-last-line-"));
  try {
    symlinkSync(join(REPOSITORY, "node_modules"), join(folder, "node_modules"));
    cpSync(join(REPOSITORY, "tools/vitest-reporter.ts"), join(folder, "vitest-reporter.ts"));
    writeFileSync(join(folder, "vitest.config.mjs"), CONFIG);
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    const { text, passed } = run(folder);
    return { lastLine: text.trimEnd().split("\n").at(-1) ?? "", passed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(cwd: string): { text: string; passed: boolean } {
  const program = join(REPOSITORY, "node_modules/vitest/vitest.mjs");
  try {
    return {
      text: execFileSync(process.execPath, [program, "run"], { cwd, encoding: "utf8", stdio: "pipe" }),
      passed: true,
    };
  } catch (failure) {
    if (failure instanceof Error && "stdout" in failure) return { text: String(failure.stdout), passed: false };
    throw failure;
  }
}

test("a run ends with how many passed and failed", () => {
  expect(runOver({ "a.test.ts": file(it("one"), it("two")) })).toEqual({
    lastLine: "2 passed, 0 failed",
    passed: true,
  });
});

test("skipped tests are named", () => {
  const skipped = file(it("one"), it("two").replace("test(", "test.skip("));
  expect(runOver({ "a.test.ts": skipped })).toEqual({ lastLine: "1 passed, 0 failed, 1 skipped", passed: true });
});

test("a failing test, a broken hook and a file that does not load all count as failed", () => {
  const run = runOver({
    "a.test.ts": file(it("one"), it("two", "throw new Error();")),
    "b.test.ts": file(`describe("x", () => {\nbeforeAll(() => { throw new Error(); });\n${it("three")}});\n`),
    "c.test.ts": "throw new Error();\n",
  });
  expect(run).toEqual({ lastLine: "1 passed, 3 failed, 1 skipped", passed: false });
});
