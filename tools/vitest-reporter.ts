import type { Reporter, TestModule } from "vitest/node";

/** Ends a test run with one plain line, `N passed, N failed`, which people and machines read alike. */
export function lastLine(print: (line: string) => void = writeLine): Reporter {
  return {
    onTestRunEnd: (modules, unhandledErrors) => print(sentence(count(modules, unhandledErrors.length))),
  };
}

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** What broke outside a test (a file that does not load, a hook, a stray rejection) counts as failed too. */
function count(modules: readonly TestModule[], unhandled: number): Count {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const broken = modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((part) => part.errors().length > 0);
  const passed = states.filter((state) => state === "passed").length;
  const failed = states.filter((state) => state === "failed").length;
  return { passed, failed: failed + broken.length + unhandled, skipped: states.length - passed - failed };
}

const sentence = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

function writeLine(line: string): void {
  process.stdout.write(`\n${line}\n`);
}
