import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test("a path of ours is followed with its query", () => {
  expect(ownPath("/en/orders/ord_1?x=1")).toBe("/en/orders/ord_1?x=1");
});

test("nobody is led to another site after signing in", () => {
  for (const elsewhere of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
    null,
  ]) {
    expect(ownPath(elsewhere)).toBe(null);
  }
});
