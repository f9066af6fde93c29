import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bytesOfHex } from "./encoding.ts";
import { inOrder, pathOf, rootOf, type Sha256 } from "./index.ts";
import { nodeBytes, sidesOf } from "./merkle.ts";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const digest = (seed: number): string => sha256(Uint8Array.of(seed));
const leaves = (count: number): string[] => Array.from({ length: count }, (_, seed) => digest(seed));

describe("a tree", () => {
  test("of one leaf is the leaf, and of none is a defect", () => {
    expect(rootOf([digest(1)], sha256)).toBe(digest(1));
    expect(() => rootOf([], sha256)).toThrow("a tree needs a leaf");
  });
  test("hashes two nodes behind the tag of a node", () => {
    const bytes = Buffer.from(`01${digest(1)}${digest(2)}`, "hex");
    expect(Buffer.from(nodeBytes(digest(1), digest(2))).equals(bytes)).toBe(true);
    expect(rootOf([digest(1), digest(2)], sha256)).toBe(sha256(bytes));
  });
  test.each([-1, 3, Number.NaN])("of three leaves has no path from leaf %d", (index) => {
    expect(() => pathOf(leaves(3), index, sha256)).toThrow(`no leaf ${index} of 3`);
  });
});

describe("the way from a leaf to the root", () => {
  test("has the sides that the leaf's place says", () => {
    expect(sidesOf(0, 1, [])).toEqual([]);
    expect(sidesOf(5, 8, leaves(3))).toEqual(["left", "right", "left"]);
    expect(sidesOf(4, 5, leaves(1))).toEqual(["left"]);
    expect(sidesOf(3, 5, leaves(3))).toEqual(["left", "left", "right"]);
  });
  test("is none where its length does not fit, or the count is no count", () => {
    expect(sidesOf(5, 8, leaves(2))).toBeNull();
    expect(sidesOf(5, 8, leaves(4))).toBeNull();
    expect(sidesOf(0, 0, [])).toBeNull();
    expect(sidesOf(0, 1.5, leaves(1))).toBeNull();
    expect(sidesOf(8, 8, leaves(3))).toBeNull();
    for (const index of [-1, 0.5, Number.NaN]) expect(sidesOf(index, 3, leaves(2))).toBeNull();
  });
});

describe("hex digits", () => {
  test("stand for their bytes, all of them", () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(bytesOfHex(Buffer.from(all).toString("hex"))).toEqual(all);
    expect(bytesOfHex("")).toEqual(new Uint8Array());
  });
  test.each(["0", "0g", "AB", "0x00", " 00", "00 ", "00\n", "é0"])("%j is refused", (text) => {
    expect(() => bytesOfHex(text)).toThrow("not hex digits");
  });
});

describe("entries of a posting", () => {
  const entry = (account: string, seq: number) => ({
    account,
    seq,
    code: "c",
    currency: "INR",
    amount: 1,
    balanceAfter: 1,
  });
  const sorted = [entry("a", 1), entry("a", 2), entry("b", 1), entry("c", 1)];

  test("stand by account, then by number, in whatever order they are read", () => {
    expect(inOrder([...sorted].reverse())).toEqual(sorted);
    expect(inOrder([entry("c", 1), entry("a", 2), entry("b", 1), entry("a", 1)])).toEqual(sorted);
  });
  test("are taken as they are when they stand so, two of one place included", () => {
    expect(inOrder(sorted)).toBe(sorted);
    const twice = [entry("a", 1), entry("a", 1)];
    expect(inOrder(twice)).toBe(twice);
  });
  test("of the caller stay where they were", () => {
    const read = [entry("b", 1), entry("a", 1)];
    inOrder(read);
    expect(read.map(({ account }) => account)).toEqual(["b", "a"]);
  });
});
