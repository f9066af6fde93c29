import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const REPOSITORY = join(import.meta.dirname, "../..");

const NOT_OURS = ["node_modules", "build", ".git", ".amana", ".react-router"];

const pages = (): string[] =>
  globSync("**/*.md", { cwd: REPOSITORY, exclude: (path) => NOT_OURS.includes(basename(path)) });

/** Links and pictures of a page, without those in code; addresses of other places are nobody's to check here. */
function linksIn(markdown: string): string[] {
  const text = markdown.replace(/^(```+|~~~+)[\s\S]*?^\1/gm, "").replace(/`[^`\n]*`/g, "");
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const named = [...text.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)>?/gm)];
  return [...inline, ...named].map((match) => match[1] ?? "").filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link));
}

/** The names that a page's headings can be linked by. */
function anchorsIn(markdown: string): string[] {
  const text = markdown.replace(/^(```+|~~~+)[\s\S]*?^\1/gm, "");
  return [...text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}

/** The links of a page that lead nowhere. */
function broken(page: string, markdown: string, read: (path: string) => string | null): string[] {
  return linksIn(markdown).filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), decodeURI(path));
    const text = path === "" ? markdown : read(target);
    if (text === null) return true;
    return anchor !== undefined && target.endsWith(".md") && !anchorsIn(text).includes(anchor.toLowerCase());
  });
}

/** The text of a page; "" for what is no page but is there, null for what is not there or lies outside. */
function inRepository(path: string): string | null {
  const whole = join(REPOSITORY, path);
  if (relative(REPOSITORY, whole).startsWith("..") || !existsSync(whole)) return null;
  return path.endsWith(".md") ? readFileSync(whole, "utf8") : "";
}

test("every relative link in every page leads somewhere", () => {
  const all = pages();
  expect(all.length).toBeGreaterThan(20);
  const nowhere = all.flatMap((page) =>
    broken(page, readFileSync(join(REPOSITORY, page), "utf8"), inRepository).map((link) => `${page}: ${link}`),
  );
  expect(nowhere).toEqual([]);
});

describe("a broken link is seen", () => {
  const there: Record<string, string> = { "docs/a.md": "# One word, one meaning\n", "docs/x.png": "" };
  const about = (markdown: string): string[] => broken("docs/page.md", markdown, (path) => there[path] ?? null);

  test("one that leads to a file that is there passes", () =>
    expect(about('[a](a.md) ![x](x.png) [a](./a.md "b")')).toEqual([]));
  test("a file that is not there", () => expect(about("[b](b.md) ![y](../y.png)")).toEqual(["b.md", "../y.png"]));
  test("a link that stands below the text", () => expect(about("[b]\n\n[b]: b.md")).toEqual(["b.md"]));
  test("a heading that is not there", () =>
    expect(about("# Here\n[a](a.md#one-word-one-meaning) [h](#here) [a](a.md#two) [h](#there)")).toEqual([
      "a.md#two",
      "#there",
    ]));
  test("other places and code are left alone", () =>
    expect(about("[w](https://example.test/a) [m](mailto:a@example.test) `[b](b.md)`\n```\n[b](b.md)\n```\n")).toEqual(
      [],
    ));
});
