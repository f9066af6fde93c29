import { expect, test } from "vitest";
import { allPages } from "./all-pages.ts";

test("a list is followed to its end by its cursor", async () => {
  const asked: string[] = [];
  const pages = [
    { data: [1, 2], nextCursor: "a=b" },
    { data: [3], nextCursor: null },
  ];
  const read = async (cursor: string) => {
    asked.push(cursor);
    return pages[asked.length - 1] ?? null;
  };
  expect(await allPages(read)).toEqual([1, 2, 3]);
  expect(asked).toEqual(["", "&cursor=a%3Db"]);
});

test("a list that is not there is empty, and one without an end is not read for ever", async () => {
  expect(await allPages(async () => null)).toEqual([]);
  expect(await allPages(async () => ({ data: Array.from({ length: 300 }, () => 1), nextCursor: "x" }))).toHaveLength(
    1200,
  );
});
