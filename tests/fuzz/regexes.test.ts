import { expect, test } from "vitest";
import { patternsOf, slowest } from "./regexes.ts";

const LIMIT_MS = 50;

/** Patterns that are slow on texts which never reach them. */
const NEVER_REACHED: Readonly<Record<string, string>> = {
  "0+$": "the fraction of a number has some digits",
  "\\/+$": "an address in the operator's own settings",
  "sandbox|example|change[-_]?me|demo[-_]?secret|not[-_]real|placeholder|<.*>": "the operator's own settings",
  "^\\s*(?:begin|start\\s+transaction|commit|rollback)\\s*;": "our own migrations",
  "([+]91)?[ \\-]*[6-9]([ \\-]*[0-9]){9}": "the browser of whoever types it",
};

const patterns = patternsOf(["core", "server", "web"]);

test("the patterns of the program are found", () => {
  expect(patterns.length).toBeGreaterThan(100);
  const known = new Set(patterns.map(({ source }) => source));
  expect(Object.keys(NEVER_REACHED).filter((source) => !known.has(source))).toEqual([]);
});

test("case 122: no pattern takes 50 ms of CPU for 20,000 characters, however bad", { timeout: 600_000 }, () => {
  const slow = patterns
    .filter(({ source }) => !Object.hasOwn(NEVER_REACHED, source))
    .flatMap((found) => {
      const worst = slowest(found, LIMIT_MS);
      return worst ? [`${found.place} /${found.source}/${found.flags} on ${worst.length} of ${worst.text}`] : [];
    });
  expect(slow).toEqual([]);
});

test.each(["(a+)+$", "^(\\w+\\s?)*$", "\\s+$", "^(a|a)*b", "(.*,){5}x"])("the slow pattern %s is seen", (source) => {
  expect(slowest({ place: "planted", source, flags: "" }, LIMIT_MS)).not.toBeNull();
});
