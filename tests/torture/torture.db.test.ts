import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cluster, openCluster } from "./cluster.ts";
import { diceOf } from "./dice.ts";
import { PARTS } from "./parts.ts";
import { SHORT } from "./sizes.ts";
import { victims as openVictims, type Victims } from "./victims.ts";

let cluster: Cluster;
let victims: Victims;

beforeAll(async () => {
  cluster = await openCluster();
  victims = openVictims(2);
}, 120_000);
afterAll(async () => {
  await victims.close();
  await cluster.close();
}, 60_000);

const kills = { count: 0 };

test.each(PARTS)(
  "$what",
  async ({ run }) => {
    const found = await run({ cluster, victims, size: SHORT, dice: diceOf(1) });
    expect([...found.lost, ...found.doubled, ...found.wrong]).toEqual([]);
    kills.count += found.kills;
  },
  600_000,
);

test("the short setting kills two hundred times", () => {
  expect(kills.count).toBeGreaterThanOrEqual(200);
});
