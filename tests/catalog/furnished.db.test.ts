import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hours } from "../../core/time/index.ts";
import { furnish, furnishWaiting } from "../../server/modules/sandbox/index.ts";
import { keyring } from "../../server/runtime/secrets/index.ts";
import { openStall, type Stall } from "./stall.ts";

let stall: Stall;
beforeAll(async () => {
  stall = await openStall();
});
afterAll(() => stall.close());

test("in a furnished sandbox listings of demo sellers wait for staff, the longest first, and can be judged", async () => {
  const { world, ask } = stall;
  await furnish(world.db, keyring(randomBytes(32)), world.now());
  const waiting = async () =>
    (await ask("support", "GET", "/admin/listings")).body.data as { id: string; title: object }[];
  expect(await waiting()).toEqual([]);
  await furnishWaiting(world.db, world.now());
  const [longest, other, ...more] = await waiting();
  expect(more).toEqual([]);
  expect(longest?.title).toEqual({ en: "Travel journal, unlined", ar: "دفتر سفر بلا أسطر" });
  expect(other?.title).toMatchObject({ ar: null });
  world.jump(hours(1));
  const judged = await ask("support", "POST", `/admin/listings/${longest?.id}/approve`, {});
  expect([judged.status, judged.body.state]).toEqual([200, "active"]);
  expect((await waiting()).map(({ id }) => id)).toEqual([other?.id]);
});
