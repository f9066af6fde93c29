import { expect, test } from "vitest";
import { expectOk, ok, refuse, unreachable } from "./index.ts";

test("a value and a refusal tell themselves apart", () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(refuse("too_early")).toEqual({ ok: false, error: "too_early" });
});

test("expectOk hands over the value, or throws with the name of the refusal", () => {
  expect(expectOk(ok(7), "the count")).toBe(7);
  expect(() => expectOk(refuse("too_early"), "the release")).toThrow("the release: too_early");
  expect(() => expectOk(refuse({ field: "total" }), "the order")).toThrow('the order: {"field":"total"}');
});

test("a member of a union that nobody answers is a bug that says its name", () => {
  expect(() => unreachable("burn" as never)).toThrow("no answer for burn");
});
