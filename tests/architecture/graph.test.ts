import { describe, expect, test } from "vitest";
import { listeners, modules } from "../../architecture.cjs";
import { circleIn, draw } from "../../tools/draw.ts";

describe("the module graph", () => {
  test("has no circle", () => expect(circleIn(modules)).toBeNull());

  test("names only modules that it has", () => {
    const unknown = Object.values(modules)
      .flat()
      .filter((name) => !Object.hasOwn(modules, name));
    expect(unknown).toEqual([]);
  });

  test("lets nobody open a listener's door", () => {
    expect(listeners.filter((name) => Object.hasOwn(modules, name))).toEqual([]);
  });

  test("a circle is found wherever it begins", () => {
    expect(circleIn({ a: ["b"], b: ["c"], c: ["b"] })).toEqual(["b", "c", "b"]);
    expect(circleIn({ a: ["a"] })).toEqual(["a", "a"]);
    expect(circleIn({ a: ["b", "c"], b: ["c"], c: [] })).toBeNull();
  });
});

test("one line says all that a module opens", () => {
  expect(draw({ a: [], b: [], c: ["a", "b"] }, ["d"])).toContain("\n  c --> a & b\n");
});

test("the drawing leaves out what another arrow already says", () => {
  expect(draw({ a: [], b: ["a"], c: ["a", "b"] }, ["d"])).toBe(
    ["```mermaid", "graph TD", "  b --> a", "  c --> b", "  d -. listen .-> all((every module))", "```"].join("\n"),
  );
});
