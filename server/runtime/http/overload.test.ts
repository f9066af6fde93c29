import { expect, test } from "vitest";
import { Overloaded } from "#runtime/batch";
import { as, sampleRoutes, sampleServer, THING } from "./sample.ts";

test("more than may wait for the database is answered 503 OVERLOADED, and may be tried again", async () => {
  const answer = () => Promise.reject(new Overloaded(10_000));
  const app = await sampleServer({ routes: sampleRoutes({ count: 0, answer }) });
  const refused = await app.inject({ method: "POST", url: "/api/v1/things", headers: as("asha"), payload: THING });
  await app.close();
  expect(refused.statusCode).toBe(503);
  expect(refused.json()).toMatchObject({ code: "OVERLOADED", canRetry: true });
});
