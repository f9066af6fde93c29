import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { describe, expect, test } from "vitest";

const CLIENT = join(import.meta.dirname, "../../web/build/client");
const ASSETS = join(CLIENT, "assets");
/** Whoever adds to it takes something else away. */
const MOST_BYTES = 150_000;

const Module = Type.Object({ module: Type.String(), imports: Type.Optional(Type.Array(Type.String())) });
const Manifest = Type.Object({ entry: Module, routes: Type.Record(Type.String(), Module), url: Type.String() });

/** What the build says that each route needs. */
function manifest() {
  const file = readdirSync(ASSETS).find((name) => /^manifest-.*\.js$/.test(name)) ?? "";
  const text = readFileSync(join(ASSETS, file), "utf8");
  return Value.Parse(Manifest, JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
}

/** With the list of all routes and the first words of one language, which the browser fetches beside it. */
function filesOf(route: string, lang: string): string[] {
  const { entry, routes, url } = manifest();
  const asked = [entry, ...["root", "routes/shell", route].map((id) => routes[id])];
  const modules = asked.flatMap((one) => (one ? [one.module, ...(one.imports ?? [])] : []));
  const words = readdirSync(ASSETS)
    .filter((name) => new RegExp(`^${lang}-[\\w-]+\\.js$`).test(name))
    .filter((name) => readFileSync(join(ASSETS, name), "utf8").includes("searchHint"));
  expect(words).toHaveLength(1);
  return [...new Set([url, ...modules, ...words.map((name) => `/assets/${name}`)])];
}

const PUBLIC = ["routes/home", "routes/browse", "routes/product", "routes/service", "routes/shop"];

describe.each(PUBLIC)("the first load of %s", (route) => {
  test.each(["en", "ar"])("in %s has no more JavaScript than is set down, compressed", (lang) => {
    const files = filesOf(route, lang);
    expect(files.length).toBeGreaterThan(5);
    const bytes = files.reduce((sum, path) => sum + gzipSync(readFileSync(join(CLIENT, path))).length, 0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(bytes).toBeGreaterThan(MOST_BYTES / 10);
  });
});
