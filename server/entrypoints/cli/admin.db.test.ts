import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { insertUser, readUser } from "../../modules/identity/index.ts";
import { newRootId } from "../../runtime/ids/index.ts";

/** Each command is a program of its own, which a busy machine starts slowly. */
const PATIENCE_MS = 120_000;
const id = newRootId("user", at(Date.UTC(2026, 2, 2)));
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "amana-admin-"));
  await insertUser(database.app, {
    ...{ id, demoKey: null, name: "Omar (demo)", email: "omar@example.test", phone: "", roles: ["user"] },
    pickupAddress: null,
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
}, PATIENCE_MS);

function amana(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["server/entrypoints/cli/index.ts", ...args], {
    ...{ cwd: join(import.meta.dirname, "../../.."), encoding: "utf8" },
    env: { PATH: process.env.PATH ?? "", DATABASE_URL: database.appUrl, AMANA_DATA: folder },
  });
  return { status, said: stdout + stderr };
}

test(
  "an operator makes somebody who has registered the first admin, and nobody else",
  async () => {
    expect(amana("admin", "grant", "nobody@example.test")).toMatchObject({ status: 1 });
    expect(amana("admin", "grant")).toMatchObject({ status: 2 });
    expect(amana("admin", "grant", "Omar@example.test")).toEqual({
      status: 0,
      said: "Omar@example.test is an admin\n",
    });
    expect((await readUser(database.app, id))?.roles).toEqual(["user", "admin"]);
  },
  PATIENCE_MS,
);
