import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

const HOME = "https://amana.example.test";

test.each([
  "/",
  "/en/orders",
  "/ar/wallet?from=2026-01-01#top",
  "/en/authorize?redirect_uri=https%3A%2F%2Fx.example.test",
])("%s is inside our site", (path) => expect(ownPath(path, HOME)).toBe(path));

test.each([
  "//evil.example.test/",
  "/\\evil.example.test/",
  "\\\\evil.example.test/",
  "/\t/evil.example.test/",
  "/\n/evil.example.test/",
  "/.//evil.example.test/",
  "/a/..//evil.example.test/",
  "https://evil.example.test/",
  "https:evil.example.test",
  "https://amana.example.test/",
  "javascript:alert(1)",
  "en/orders",
  "@evil.example.test",
  "",
  `/${"a".repeat(500)}`,
])("case 108: %j is no way back", (path) => expect(ownPath(path, HOME)).toBeNull());

test("none is none", () => expect(ownPath(undefined, HOME)).toBeNull());
