import pg from "pg";
import { expect, test } from "vitest";
import { isDatabaseAway } from "./away.ts";
import { CommitOutcomeUnknown } from "./errors.ts";
import { NotThePrimary, primaryGuard } from "./timeline.ts";

type Client = Parameters<ReturnType<typeof primaryGuard>>[0];

const answering = (timeline: number | null): Client => ({ query: async () => ({ rows: [{ timeline }] }) }) as never;
const refusing = (code: string): Client => {
  const error = Object.assign(new pg.DatabaseError("refused", 0, "error"), { code });
  return { query: async () => Promise.reject(error) } as never;
};

test("case 65: a primary on an older timeline than one met before is refused, the same and newer ones are not", async () => {
  const guard = primaryGuard();
  await guard(answering(3));
  await guard(answering(3));
  await guard(answering(4));
  await expect(guard(answering(3))).rejects.toThrow(NotThePrimary);
  await guard(answering(4));
});

test("case 66: a replica is refused", async () => {
  await expect(primaryGuard()(answering(null))).rejects.toThrow(/replica/);
});

test("a host that hides its timeline is let through, and a connection that breaks while it is asked is not", async () => {
  await primaryGuard()(refusing("42501"));
  await expect(primaryGuard()(refusing("57P01"))).rejects.toThrow();
});

test.each([
  ["a commit without an answer", new CommitOutcomeUnknown(new Error("Connection terminated"))],
  ["a server that is no primary", new NotThePrimary("replica")],
  ["a full pool", new Error("timeout exceeded when trying to connect")],
  ["a full disk", Object.assign(new pg.DatabaseError("full", 0, "error"), { code: "53100" })],
  ["a read-only server", Object.assign(new pg.DatabaseError("read-only", 0, "error"), { code: "25006" })],
])("case 67: %s means that the database is away", (_what, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  ["a constraint", Object.assign(new pg.DatabaseError("check", 0, "error"), { code: "23514" })],
  ["a bug", new TypeError("x is not a function")],
])("%s does not", (_what, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
