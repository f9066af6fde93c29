import pg from "pg";
import { expect, test } from "vitest";
import { CommitOutcomeUnknown } from "#runtime/database";
import { untilKnown } from "./until-known.ts";

const databaseError = (code: string): Error => Object.assign(new pg.DatabaseError(code, 0, "error"), { code });
const lost = (): Error => new Error("Connection terminated unexpectedly");

/** Fails with these, one after another, and then answers. */
function failing(errors: readonly Error[]) {
  const calls = { count: 0 };
  const call = async (): Promise<string> => {
    const error = errors[calls.count++];
    if (error) throw error;
    return "done";
  };
  return { call, calls };
}
const atOnce = () => -1;

test.each(["40001", "40P01", "55P03"])(
  "case 63: what PostgreSQL refused because of others (%s) is sent again",
  async (code) => {
    const { call, calls } = failing([databaseError(code), databaseError(code)]);
    expect(await untilKnown(call, atOnce)).toBe("done");
    expect(calls.count).toBe(3);
  },
);

test.each([
  lost(),
  databaseError("57P01"),
  databaseError("08006"),
  Object.assign(new Error("read"), { code: "ECONNRESET" }),
])("what a lost connection left unknown is sent again: %s", async (error) => {
  const { call, calls } = failing([error]);
  expect(await untilKnown(call, atOnce)).toBe("done");
  expect(calls.count).toBe(2);
});

test("what is refused for its own sake is not sent again", async () => {
  const { call, calls } = failing([databaseError("23514")]);
  await expect(untilKnown(call, atOnce)).rejects.toThrow("23514");
  expect(calls.count).toBe(1);
});

test("a database that stays away leaves the outcome unknown, and says so", async () => {
  const { call } = failing(Array.from({ length: 100 }, lost));
  await expect(untilKnown(call, atOnce)).rejects.toThrow(CommitOutcomeUnknown);
});

test("case 63: one that is refused for ever is refused, after a bounded number of tries", async () => {
  const { call, calls } = failing(Array.from({ length: 100 }, () => databaseError("40P01")));
  await expect(untilKnown(call, atOnce)).rejects.toThrow("40P01");
  expect(calls.count).toBe(9);
});
