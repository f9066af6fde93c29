import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idOf, type Kind, makeId, PREFIXES, parseId, shardOf, timeOf, uuidOf } from "./index.ts";

const KINDS = Object.keys(PREFIXES) as Kind[];
const NOW = 1_800_000_000_000;
const LATEST = 2 ** 48 - 1;
const random = (fill: number): Uint8Array => new Uint8Array(9).fill(fill);
const anyKind = fc.constantFrom(...KINDS);
const anyTime = fc.integer({ min: 0, max: LATEST });
const anyBytes = fc.uint8Array({ minLength: 9, maxLength: 16 });
const anyShard = fc.integer({ min: 0, max: 255 });

describe("making an id", () => {
  test("is a version 7 uuid of RFC 9562, its last byte the shard", () => {
    expect(makeId("deal", NOW, random(0), 0)).toBe("deal_01a3185c500070008000000000000000");
    expect(makeId("deal", NOW, random(255), 255)).toBe("deal_01a3185c50007fffbfffffffffffffff");
  });

  test("time, version, variant and shard stand where they belong, whatever the dice say", () => {
    fc.assert(
      fc.property(anyKind, anyTime, anyBytes, anyShard, (kind, time, bytes, shard) => {
        const id = makeId(kind, time, bytes, shard);
        const hex = uuidOf(id);
        expect(id.startsWith(`${PREFIXES[kind]}_`)).toBe(true);
        expect(hex).toMatch(/^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
        expect(timeOf(id)).toBe(time);
        expect(parseId(kind, id)).toBe(id);
        expect(shardOf(id)).toBe(shard);
      }),
    );
  });

  test("random bytes that are cut from a larger one of Node's buffers are those nine, and stay as they are", () => {
    const large = Buffer.alloc(64, 0xff);
    const cut = large.subarray(9, 18);
    expect(makeId("deal", NOW, cut, 0)).toBe(makeId("deal", NOW, random(255), 0));
    expect(large.equals(Buffer.alloc(64, 0xff))).toBe(true);
  });

  test("every random bit that the format leaves free is in the id: 66 of them", () => {
    const bits = Array.from({ length: 72 }, (_, bit) => {
      const bytes = random(0);
      bytes[Math.floor(bit / 8)] = 1 << (bit % 8);
      return makeId("deal", NOW, bytes, 0);
    });
    const blank = makeId("deal", NOW, random(0), 0);
    const seen = bits.filter((id) => id !== blank);
    expect(seen).toHaveLength(66);
    expect(new Set(seen).size).toBe(66);
  });

  test("an id made later sorts later", () => {
    fc.assert(
      fc.property(anyTime, anyTime, anyBytes, anyBytes, anyShard, anyShard, (a, b, dice, other, s, t) => {
        fc.pre(a < b);
        expect(makeId("order", a, dice, s) < makeId("order", b, other, t)).toBe(true);
      }),
    );
  });

  test("each of the 256 shards is read back", () => {
    const shards = Array.from({ length: 256 }, (_, shard) => shard);
    expect(shards.map((shard) => shardOf(makeId("user", NOW, random(7), shard)))).toEqual(shards);
  });

  test("the caller's bytes are left as they were", () => {
    const bytes = random(255);
    makeId("user", NOW, bytes, 1);
    expect(bytes).toEqual(random(255));
  });

  test("eight random bytes are too few", () => {
    expect(() => makeId("user", NOW, new Uint8Array(8), 0)).toThrow("an id needs nine random bytes");
  });

  test.each([-1, 256, 1.5, Number.NaN])("%d is no shard", (shard) => {
    expect(() => makeId("user", NOW, random(0), shard)).toThrow(`not a shard: ${shard}`);
  });

  test.each([-1, 2 ** 48, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is no time for an id", (time) => {
    expect(() => makeId("user", time, random(0), 0)).toThrow(`not a time of an id: ${time}`);
  });

  test("the first and the last time are", () => {
    expect(uuidOf(makeId("user", 0, random(0), 0))).toMatch(/^0{12}7/);
    expect(uuidOf(makeId("user", LATEST, random(0), 0))).toMatch(/^f{12}7/);
  });
});

describe("reading an id", () => {
  const id = makeId("deal", NOW, random(0xab), 0x2a);
  const hex = uuidOf(id);

  test("no two kinds share a prefix", () => {
    expect(new Set(Object.values(PREFIXES)).size).toBe(KINDS.length);
    for (const prefix of Object.values(PREFIXES)) expect(prefix).toMatch(/^[a-z]+$/);
  });

  test.each(KINDS)("an id of a %s is no id of any other kind", (kind) => {
    const own = makeId(kind, NOW, random(1), 9);
    expect(KINDS.filter((other) => parseId(other, own) !== null)).toEqual([kind]);
  });

  test.each([
    ["nothing", ""],
    ["the prefix alone", "deal_"],
    ["no prefix", hex],
    ["another prefix", `ord_${hex}`],
    ["a prefix in capitals", `DEAL_${hex}`],
    ["digits in capitals", `deal_${hex.toUpperCase()}`],
    ["a digit too few", id.slice(0, -1)],
    ["a digit too many", `${id}0`],
    ["dashes", `deal_${hex.slice(0, 8)}-${hex.slice(8)}`],
    ["a letter that is no digit", `deal_${hex.slice(0, -1)}g`],
    ["digits of another script", `deal_${hex.slice(0, -1)}١`],
    ["a line end", `${id}\n`],
    ["a blank before", ` ${id}`],
    ["two underscores", `deal__${hex}`],
    ["a way out of a path", `deal_${"../".repeat(10)}ab`],
  ])("%s is refused", (_, text) => {
    expect(parseId("deal", text)).toBeNull();
  });

  test("a uuid as PostgreSQL writes it becomes the same id again", () => {
    const dashed = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    expect(idOf("deal", dashed)).toBe(id);
    expect(idOf("deal", dashed.toUpperCase())).toBe(id);
    expect(idOf("deal", hex)).toBe(id);
  });

  test.each(["", "x", `${hex}00`, `deal_${hex}`])("%j is no uuid", (text) => {
    expect(() => idOf("deal", text)).toThrow(`not a uuid: ${text}`);
  });
});
