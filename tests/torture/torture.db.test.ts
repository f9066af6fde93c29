import { afterAll, beforeAll, expect, test } from "vitest";
import { PARTS } from "./parts.ts";
import { type Ground, openGround, schedule } from "./schedule.ts";
import { SHORT } from "./sizes.ts";

let ground: Ground;
let ends: ReturnType<typeof schedule>;

beforeAll(async () => {
  ground = await openGround();
  ends = schedule(PARTS, ground, SHORT, 1);
}, 120_000);
afterAll(() => ground.close(), 60_000);

const kills = { count: 0 };

test.each(PARTS)(
  "$what",
  async (part) => {
    const end = await ends.get(part);
    if (!end) throw new Error(`nobody runs ${part.name}`);
    expect([...end.found.lost, ...end.found.doubled, ...end.found.wrong]).toEqual([]);
    kills.count += end.found.kills;
  },
  900_000,
);

test("the short setting kills two hundred times", () => {
  expect(kills.count).toBeGreaterThanOrEqual(200);
});
