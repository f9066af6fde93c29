import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { seconds } from "../../core/time/index.ts";
import { grantAdmin } from "../../server/modules/identity/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { CONFIRMED, createTown, type Town } from "./world.ts";

let database: TestDatabase;
let town: Town;
let admin: { id: UserId; token: string };

beforeAll(async () => {
  database = await testDatabase();
  town = await createTown(database);
  const id = await town.join("omar@example.test");
  await grantAdmin(database.app, "Omar@example.test", town.now());
  admin = { id, token: await town.entered("omar@example.test") };
});
afterAll(async () => {
  await town.app.close();
  await database.drop();
});

const somebody = async (name: string) => {
  const id = await town.join(`${name}@example.test`);
  return { id, token: await town.entered(`${name}@example.test`) };
};
const act = (user: UserId, verb: string, by = admin) =>
  town.ask("POST", `/admin/users/${user}/${verb}`, { reason: "parcels of stones" }, { token: by.token });
const give = (user: UserId, roles: readonly string[], by = admin, headers: Record<string, string> = CONFIRMED) =>
  town.ask("PUT", `/admin/users/${user}/roles`, { roles, reason: "joins the team" }, { token: by.token, headers });
const me = async (token: string) => (await town.ask("GET", "/users/me", undefined, { token })).body;

test("people change their own name, phone and language, and the log says which and not to what", async () => {
  const { id, token } = await somebody("profile");
  const changed = await town.ask("PATCH", "/users/me", { phone: "+919800000000", language: "ar" }, { token });
  expect(changed.body).toMatchObject({ phone: "+919800000000", language: "ar", name: "Asha (demo)" });
  const [entry] = await database.owner.query<{ detail: unknown; actor_id: string }>(
    "select detail, actor_id from audit.entry where subject = $1 and action = 'user.changed'",
    [id],
  );
  expect(entry?.detail).toEqual({ fields: ["language", "phone"] });
  for (const body of [{ email: "x@example.test" }, { roles: ["admin"] }, { phone: "12" }, { suspendedAt: null }])
    expect((await town.ask("PATCH", "/users/me", body, { token })).status).toBe(400);
});

test("case 56: a name of any script comes back from the database as it was sent; what it cannot hold never reaches it", async () => {
  const { token } = await somebody("scripts");
  const named = (name: string) => town.ask("PATCH", "/users/me", { name }, { token });
  for (const name of ["😀 👨‍👩‍👧 Asha", "𠮷野家", `a${"\u0301".repeat(60)}`, "متجر آشا", "क्‍ष"])
    expect([(await named(name)).status, (await me(token)).name]).toEqual([200, name]);
  for (const name of ["a\u0000b", "\ud83d", "\ude00\ud83d", `a${"\u0301".repeat(90)}`])
    expect((await named(name)).body.code).toBe("VALIDATION_FAILED");
  expect((await named(`a${"\u0301".repeat(500_000)}`)).status).toBe(413);
});

test("case 86: somebody who is suspended may sign out and nothing else from the next request on, and is let in again", async () => {
  const { id, token } = await somebody("suspended");
  expect((await act(id, "suspend")).body.suspendedAt).not.toBeNull();
  expect((await me(token)).code).toBe("ACCOUNT_SUSPENDED");
  expect((await town.signIn("suspended@example.test")).body.code).toBe("ACCOUNT_SUSPENDED");
  expect((await town.signIn("suspended@example.test", "not the password")).body.code).toBe("SIGN_IN_REFUSED");
  await act(id, "reinstate");
  expect((await me(token)).id).toBe(id);
  await act(id, "suspend");
  expect((await town.ask("POST", "/auth/sign-out", {}, { token })).status).toBe(204);
  expect((await me(token)).code).toBe("UNAUTHENTICATED");
  const entries = await database.owner.query<{ action: string; reason: string; actor_id: string }>(
    "select action, reason, actor_id from audit.entry where subject = $1 and action in ('user.suspended', 'user.reinstated') order by action",
    [id],
  );
  expect(entries.map(({ action }) => action)).toEqual([...["user.reinstated", "user.suspended", "user.suspended"]]);
  expect(entries[1]).toMatchObject({ reason: "parcels of stones" });
});

test("case 86: a role that is given or taken holds from the next request of a session that lives on", async () => {
  const { id, token } = await somebody("support");
  const list = async () => (await town.ask("GET", "/admin/users", undefined, { token })).status;
  expect(await list()).toBe(403);
  expect((await give(id, ["support"])).body.roles).toEqual(["user", "support"]);
  expect(await list()).toBe(200);
  expect((await give(id, ["user"])).body.roles).toEqual(["user"]);
  expect(await list()).toBe(403);
  expect(await town.audited(id)).toEqual(["user.registered", "user.roles_changed", "user.roles_changed"]);
});

test("roles need a fresh confirmation and an admin, and are never one's own", async () => {
  const { id, token } = await somebody("modest");
  expect((await give(id, ["admin"], admin, {})).body.code).toBe("STEP_UP_REQUIRED");
  expect((await give(id, ["admin"], { id, token })).status).toBe(403);
  expect((await give(admin.id, ["user", "admin", "finance"])).status).toBe(403);
  expect((await act(admin.id, "suspend")).status).toBe(403);
  expect((await give("usr_0199aa00c0de7000a000000000000042" as UserId, ["support"])).status).toBe(404);
  expect((await me(token)).roles).toEqual(["user"]);
});

test("of two admins who take each other's rights at the same time one stays", async () => {
  for (let round = 0; round < 5; round++) {
    const first = await somebody(`first${round}`);
    const second = await somebody(`second${round}`);
    await database.owner.query(`update identity."user" set roles = '{user}' where 'admin' = any (roles)`);
    await town.roles(first.id, ["user", "admin"]);
    await town.roles(second.id, ["user", "admin"]);
    await Promise.all([
      give(second.id, ["user"], first),
      round % 2 === 0 ? give(first.id, ["user"], second) : act(first.id, "suspend", second),
    ]);
    const left = await database.owner.query(
      `select id from identity."user" where 'admin' = any (roles) and suspended_at is null`,
    );
    expect(left).toHaveLength(1);
  }
  await town.roles(admin.id, ["user", "admin"]);
});

test("support and admins find people by the beginning of a name or address, page by page; signs of patterns are signs", async () => {
  for (const name of ["zoya1", "zoya2", "zoya3", "zoya_4"]) {
    town.jump(seconds(1));
    await town.join(`${name}@example.test`);
  }
  const search = async (text: string, more = "") =>
    (await town.ask("GET", `/admin/users?search=${encodeURIComponent(text)}${more}`, undefined, { token: admin.token }))
      .body;
  const first = await search("ZOYA", "&limit=3");
  expect(first.data).toHaveLength(3);
  const rest = await search("ZOYA", `&limit=3&cursor=${first.nextCursor}`);
  expect(rest.data.map(({ email }: { email: string }) => email)).toEqual(["zoya1@example.test"]);
  expect(rest.nextCursor).toBeNull();
  expect((await search("zoya_")).data).toHaveLength(1);
  expect((await search("%zoya")).data).toEqual([]);
  expect((await search("zoya", "&cursor=nonsense")).code).toBe("VALIDATION_FAILED");
  const one = await town.ask("GET", `/admin/users/${first.data[0].id}`, undefined, { token: admin.token });
  expect(one.body).toEqual(first.data[0]);
});

test("the first admin is made at the command line, once, and it is written down", async () => {
  const id = await town.join("first-admin@example.test");
  expect(await grantAdmin(database.app, "nobody@example.test", town.now())).toBe(false);
  expect(await grantAdmin(database.app, "first-admin@example.test", town.now())).toBe(true);
  expect(await grantAdmin(database.app, "first-admin@example.test", town.now())).toBe(true);
  expect(await town.audited(id)).toEqual(["user.registered", "user.roles_changed"]);
});
