import { money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { Type } from "typebox";
import { describe, expect, test } from "vitest";
import { encodeCursor, readCursor } from "./cursor.ts";
import {
  decodeJson,
  expectedVersion,
  instantFrom,
  instantJson,
  moneyFrom,
  moneyJson,
  pageAsked,
  ref,
  versionTag,
} from "./index.ts";

const KEY = Type.Tuple([Type.Integer(), Type.String()]);

describe("a cursor", () => {
  test("comes back as the sort key that it was made of, and none is none", () => {
    const cursor = encodeCursor([1795238836299, "ord_كتاب"]);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(readCursor(KEY, cursor)).toEqual({ ok: true, value: [1795238836299, "ord_كتاب"] });
    expect(readCursor(KEY, undefined)).toEqual({ ok: true, value: null });
  });

  test("that we did not write so is refused", () => {
    const cursor = encodeCursor([1, "a"]);
    const others = [
      "",
      "%",
      `${cursor}=`,
      `${cursor}A`,
      cursor.slice(1),
      encodeCursor(["a", 1]),
      encodeCursor([1]),
      encodeCursor([1, "a".repeat(600)]),
    ];
    for (const other of others) expect(readCursor(KEY, other).ok, other).toBe(false);
  });
});

describe("a page", () => {
  const keyOf = (row: number): [number, string] => [row, "row"];

  test("reads one row more than it shows, and has a next one only when there is such a row", () => {
    const asked = pageAsked(KEY, { limit: 2 });
    if ("kind" in asked) throw new Error(asked.code);
    expect(asked.after).toBe(null);
    expect(asked.rows).toBe(3);
    expect(asked.cut([1, 2], keyOf)).toEqual({ page: [1, 2], nextCursor: null });
    expect(asked.cut([1, 2, 3], keyOf)).toEqual({ page: [1, 2], nextCursor: encodeCursor([2, "row"]) });
  });

  test("has twenty rows unless told, and goes on after the last one shown", () => {
    const asked = pageAsked(KEY, { cursor: encodeCursor([2, "row"]) });
    if ("kind" in asked) throw new Error(asked.code);
    expect(asked.after).toEqual([2, "row"]);
    expect(asked.rows).toBe(21);
  });

  test("after something that no list has given is invalid", () => {
    expect(pageAsked(KEY, { cursor: "x" })).toMatchObject({ code: "VALIDATION_FAILED", errors: [{ field: "cursor" }] });
  });
});

describe("money and moments", () => {
  test("go to JSON and back without a loss", () => {
    for (const minor of [0n, 34800n, -1n, 9_007_199_254_740_991n])
      expect(moneyFrom(moneyJson(money(minor, "INR")))).toEqual(money(minor, "INR"));
    expect(instantFrom(instantJson(at(1795238836299)))).toBe(1795238836299);
  });

  test("that JSON cannot hold are a bug, never rounded", () => {
    expect(() => moneyJson(money(9_007_199_254_740_992n, "INR"))).toThrow("too large");
    expect(() => moneyFrom({ amount: 0.5, currency: "INR" })).toThrow("not decoded");
    expect(() => moneyFrom({ amount: 1, currency: "XXX" })).toThrow("not decoded");
  });
});

test("case 54: a whole number that would be rounded is refused by the reader itself", () => {
  for (const text of ["9007199254740992", "9007199254740993", "-9007199254740992"])
    expect(decodeJson(Buffer.from(text)).ok, text).toBe(false);
  expect(decodeJson(Buffer.from("9007199254740991"))).toEqual({ ok: true, value: 9007199254740991 });
});

test("If-Match names a version, any, or nothing that we know", () => {
  expect(expectedVersion(versionTag(7))).toEqual({ ok: true, value: 7 });
  expect([expectedVersion(undefined), expectedVersion("*")]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  for (const header of ["7", 'W/"7"', '"07"', '"7", "8"', '"-1"', '""'])
    expect(expectedVersion(header).ok, header).toBe(false);
});

test("a schema without a name is no component", () => {
  expect(() => ref(Type.String())).toThrow("$id");
});
