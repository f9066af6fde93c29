import { expect, test } from "vitest";
import { arranged, placedAt } from "./pictures-order.ts";

test.each([
  ["up:b", ["b", "a", "c"]],
  ["down:b", ["a", "c", "b"]],
  ["remove:b", ["a", "c"]],
  ["up:a", ["a", "b", "c"]],
  ["down:c", ["a", "b", "c"]],
  ["keep", ["a", "b", "c"]],
  ["turn:b", ["a", "b", "c"]],
  ["remove:z", ["a", "b", "c"]],
])("%s", (act, after) => {
  expect(arranged(["a", "b", "c"], act)).toEqual(after);
});

test("a picture that is dropped at a place stands there", () => {
  expect(placedAt(["a", "b", "c"], "c", 0)).toEqual(["c", "a", "b"]);
  expect(placedAt(["a", "b", "c"], "a", 9)).toEqual(["b", "c", "a"]);
});
