import { expect, test } from "vitest";
import { byteAt, integerAt, numberAt, valueAt } from "./lists.ts";

test("what stands at a place is answered, and a place without anything is an error and no zero", () => {
  const [bytes, integers, numbers] = [Uint8Array.of(7), Int32Array.of(-7), Float64Array.of(0.5)];
  expect([byteAt(bytes, 0), integerAt(integers, 0), numberAt(numbers, 0), valueAt(["a"], 0)]).toEqual([
    7,
    -7,
    0.5,
    "a",
  ]);
  for (const miss of [
    () => byteAt(bytes, 1),
    () => integerAt(integers, 1),
    () => numberAt(numbers, 1),
    () => valueAt(["a"], 1),
  ])
    expect(miss).toThrow("nothing at 1 of 1");
});
