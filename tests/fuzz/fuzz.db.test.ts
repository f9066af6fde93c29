import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { campaign } from "./campaign.ts";
import { type FurnishedMarket, furnishedMarket } from "./market.ts";

/** A short run of `npm run fuzz` with a seed that stays; the long one is for the command. */
const REQUESTS = 2_000;
const SEED = 7;

let database: TestDatabase;
let market: FurnishedMarket;

beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  market = await furnishedMarket(database);
}, 600_000);
afterAll(async () => {
  await market.close();
  await database.drop();
});

test("cases 55 to 58, 98, 109, 121, 122: what is drawn from the OpenAPI document breaks, leaks and unbalances nothing", {
  timeout: 900_000,
}, async () => {
  const { findings, requests, statuses } = await campaign(market.target, { requests: REQUESTS, seed: SEED });
  expect(findings).toEqual([]);
  expect(requests).toBeGreaterThanOrEqual(REQUESTS);
  // It sees more than the door: commands that were done, refused for their content, and not found.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 202, 204, 400, 401, 403, 404, 405, 409, 415]));
});
