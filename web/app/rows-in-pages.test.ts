import { expect, test } from "vitest";
import { rowsInPages } from "./rows-in-pages.ts";

const write = (rows: readonly number[]) => rows.map((row) => `${row}\n`).join("");
const first = { data: [1, 2], nextCursor: "a" };

test("a file is written page by page, and of so many rows at most", async () => {
  const asked: string[] = [];
  const after = async (cursor: string) => {
    asked.push(cursor);
    return { data: [3, 4], nextCursor: "b" };
  };
  expect(await new Response(rowsInPages({ first, after, most: 3 }, "n\n", write)).text()).toBe("n\n1\n2\n3\n");
  expect(asked).toEqual(["a"]);
  const all = rowsInPages({ first: { data: [], nextCursor: null }, after, most: 3 }, "n\n", write);
  expect(await new Response(all).text()).toBe("n\n");
});

test("whoever stops taking it stops the reading; what cannot be read breaks it off", async () => {
  let asked = 0;
  const after = async () => {
    asked += 1;
    return { data: [3], nextCursor: "b" };
  };
  const reader = rowsInPages({ first, after, most: 1000 }, "", write).getReader();
  await reader.read();
  await reader.cancel();
  const sofar = asked;
  await Promise.resolve();
  expect(asked).toBe(sofar);
  expect(sofar).toBeLessThan(3);
  const broken = rowsInPages({ first, after: () => Promise.reject(new Error("away")), most: 9 }, "", write);
  await expect(new Response(broken).text()).rejects.toThrow("away");
});
