import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { uuidTable } from "./ledger-uuids.ts";

const IDS = Array.from({ length: 5_000 }, () => randomUUID() as string);
const bytesOf = (text: string): [Buffer, number, number] => [Buffer.from(`\t${text}\t`), 1, 1 + text.length];

test("each uuid has one place, in the order in which they are first met, however many there are", () => {
  const table = uuidTable();
  for (const [place, id] of IDS.entries()) expect(table.placeAt(...bytesOf(id))).toBe(place);
  for (const [place, id] of [...IDS.entries()].reverse()) expect(table.placeAt(...bytesOf(id))).toBe(place);
  expect(table.length()).toBe(IDS.length);
});

test("a place answers the text of its uuid, and tells it from every other", () => {
  const table = uuidTable();
  const [one, other] = ["0199aa00-c0de-7000-a000-00000000002a", "0199aa00-c0de-7000-a000-00000000002b"];
  table.placeAt(...bytesOf(one));
  expect(table.at(0)).toBe(one);
  expect([table.is(0, one), table.is(0, other), table.is(0, `${one}0`), table.is(0, one.slice(1))]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("words of one table make another one with the same places, which finds and adds what a third one names", () => {
  const [first, third] = [uuidTable(), uuidTable()];
  for (const id of IDS.slice(0, 3_000)) first.placeAt(...bytesOf(id));
  for (const id of IDS.slice(2_000).reverse()) third.placeAt(...bytesOf(id));
  const second = uuidTable(first.words());
  expect(second.at(2_999)).toBe(IDS[2_999]);
  const named = IDS.slice(2_000).map((_, place) => second.at(second.placeOf(third.words(), place * 4)));
  expect(named).toEqual(IDS.slice(2_000).reverse());
  expect(second.length()).toBe(IDS.length);
});

test("what is no uuid in lower case with dashes is refused", () => {
  const table = uuidTable();
  const good = "0199aa00-c0de-7000-a000-00000000002a";
  for (const bad of ["", good.toUpperCase(), good.replaceAll("-", "0"), `${good}0`, good.replace("0", "g"), "\\N"])
    expect(() => table.placeAt(...bytesOf(bad))).toThrow("no uuid");
  expect(table.length()).toBe(0);
});
