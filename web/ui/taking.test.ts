import { expect, test } from "vitest";
import { type Taken, takeTable } from "./taking.ts";

const answer = (parts: readonly string[], init: ResponseInit = {}) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    }),
    { headers: { "content-type": "text/csv; charset=utf-8" }, ...init },
  );

test("rows are counted as they come, without the line that names the columns", async () => {
  const told: Taken[] = [];
  const file = await takeTable(answer(["a,b\r\n1,", "2\r\n3,4\r\n", "5,6\r\n"]), (taken) => told.push(taken));
  expect(told.map(({ rows }) => rows)).toEqual([0, 2, 3]);
  expect(told.at(-1)?.bytes).toBe(20);
  expect(await file?.text()).toBe("a,b\r\n1,2\r\n3,4\r\n5,6\r\n");
});

test("what is no table is not saved as one, and what breaks off is said", async () => {
  const silent = () => {};
  expect(await takeTable(answer([], { status: 503 }), silent)).toBeNull();
  expect(await takeTable(answer(["<p>"], { headers: { "content-type": "text/html" } }), silent)).toBeNull();
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("away")) });
  const cut = new Response(broken, { headers: { "content-type": "text/csv" } });
  await expect(takeTable(cut, silent)).rejects.toThrow("away");
});
