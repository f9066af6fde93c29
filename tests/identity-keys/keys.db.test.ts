import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { days, minutes, seconds } from "../../core/time/index.ts";
import { CONFIRMED, createGround, type Ground, type Person } from "./ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());

const keyFor = async (owner: Person, scopes: readonly string[] = ["orders:read"], more: object = {}) => {
  const made = await ground.send("POST", "/users/me/api-keys", {
    ...{ token: owner.token, headers: CONFIRMED, body: { name: "A key", scopes, ...more } },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body as unknown as { id: string; token: string; lastFour: string };
};
const orders = (token: string) => ground.send("GET", "/probe/orders", { token });
const listed = async (owner: Person) =>
  (await ground.send("GET", "/users/me/api-keys", { token: owner.token })).body.data as unknown as {
    id: string;
    lastUsedAt: string | null;
  }[];

describe("making a key", () => {
  test("it is shown once, and neither the list nor the database holds it", async () => {
    const noor = await ground.person();
    const { id, token, lastFour } = await keyFor(noor);
    expect(token.endsWith(lastFour)).toBe(true);
    expect((await orders(token)).body).toEqual({ kind: "user", id: noor.id });
    expect(JSON.stringify(await listed(noor))).not.toContain(token);
    const rows = await ground.owner.query("select k.*::text as row from identity.api_key k where id = $1", [
      uuidOf(id),
    ]);
    expect(JSON.stringify(rows)).not.toContain(token.slice(4, -4));
    expect(await ground.audited("api_key.created")).toContainEqual({
      ...{ subject: id, reason: null, actor_id: expect.anything() },
    });
  });

  test("case 99: it needs a fresh confirmation, and without one nothing is made", async () => {
    const noor = await ground.person();
    const body = { name: "A key", scopes: ["orders:read"] };
    const refused = await ground.send("POST", "/users/me/api-keys", { token: noor.token, body });
    expect(refused).toMatchObject({ status: 403, body: { code: "STEP_UP_REQUIRED" } });
    expect(await listed(noor)).toEqual([]);
  });

  test("a key makes no keys and sees none, whatever its scopes", async () => {
    const noor = await ground.person();
    const { token } = await keyFor(noor, ["orders:read", "profile:read", "wallet:write"]);
    const body = { name: "Another", scopes: ["orders:read"] };
    expect(await ground.send("POST", "/users/me/api-keys", { token, body, headers: CONFIRMED })).toMatchObject({
      ...{ status: 403, body: { code: "INSUFFICIENT_SCOPE" } },
    });
    expect((await ground.send("GET", "/users/me/api-keys", { token })).status).toBe(403);
  });

  test.each([
    ["no scope", { scopes: [] }],
    ["an unknown scope", { scopes: ["everything"] }],
    ["another owner", { userId: `usr_${"0".repeat(32)}` }],
    ["roles of its own", { roles: ["admin"] }],
    ["an end in the past", { expiresAt: "2026-03-02T09:00:00.000Z" }],
    ["a day that does not exist", { expiresAt: "2026-99-99T99:99:99.000Z" }],
    ["a name that turns the text around", { name: "a\u202eb" }],
  ])("case 98: a body with %s is refused", async (_, change) => {
    const noor = await ground.person();
    const body = { name: "A key", scopes: ["orders:read"], ...change };
    const answer = await ground.send("POST", "/users/me/api-keys", { token: noor.token, headers: CONFIRMED, body });
    expect(answer).toMatchObject({ status: 400, body: { code: "VALIDATION_FAILED" } });
  });

  test("nobody has more than twenty, also when thirty are asked for at once; a revoked one makes room", async () => {
    const noor = await ground.person();
    const body = { name: "A key", scopes: ["orders:read"] };
    const ask = () => ground.send("POST", "/users/me/api-keys", { token: noor.token, headers: CONFIRMED, body });
    const answers = await Promise.all(Array.from({ length: 30 }, ask));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.find(({ status }) => status !== 201)).toMatchObject({
      status: 409,
      body: { code: "LIMIT_REACHED" },
    });
    const [first] = await listed(noor);
    await ground.send("DELETE", `/users/me/api-keys/${first?.id}`, { token: noor.token });
    expect((await ask()).status).toBe(201);
  });
});

describe("what a key opens", () => {
  test("its scopes alone, and of staff's routes none that its owner's roles do not open", async () => {
    const noor = await ground.person();
    const { token } = await keyFor(noor, ["profile:read", "staff:read"]);
    expect(await orders(token)).toMatchObject({ status: 403, body: { code: "INSUFFICIENT_SCOPE" } });
    expect((await ground.send("GET", "/probe/people", { token })).status).toBe(403);
    expect(await ground.send("GET", "/probe/staff", { token })).toMatchObject({ body: { code: "FORBIDDEN" } });
  });

  test("case 86: roles are the owner's at the moment of the request", async () => {
    const sana = await ground.person(["user", "support"]);
    const { token } = await keyFor(sana, ["staff:read"]);
    expect((await ground.send("GET", "/probe/staff", { token })).status).toBe(200);
    await ground.owner.query(`update identity."user" set roles = '{user}' where id = $1`, [uuidOf(sana.id)]);
    expect((await ground.send("GET", "/probe/staff", { token })).status).toBe(403);
  });

  test("case 86: a revoked key opens nothing from the next request on, and revoking it twice finds nothing", async () => {
    const noor = await ground.person();
    const { id, token } = await keyFor(noor);
    expect((await orders(token)).status).toBe(200);
    const revoke = () => ground.send("DELETE", `/users/me/api-keys/${id}`, { token: noor.token });
    expect((await revoke()).status).toBe(204);
    expect((await orders(token)).status).toBe(401);
    expect((await revoke()).status).toBe(404);
    expect(await ground.audited("api_key.revoked")).toContainEqual(expect.objectContaining({ subject: id }));
  });

  test("case 86: a suspended owner's key is refused by that name", async () => {
    const noor = await ground.person();
    const { token } = await keyFor(noor);
    await ground.owner.query(`update identity."user" set suspended_at = now() where id = $1`, [uuidOf(noor.id)]);
    expect(await orders(token)).toMatchObject({ status: 403, body: { code: "ACCOUNT_SUSPENDED" } });
  });

  test("an expired key opens nothing and is not listed", async () => {
    const noor = await ground.person();
    const end = new Date(ground.time.now + days(1)).toISOString();
    const { token } = await keyFor(noor, ["orders:read"], { expiresAt: end });
    ground.pass(days(1) - 1);
    expect((await orders(token)).status).toBe(200);
    ground.pass(1);
    expect((await orders(token)).status).toBe(401);
    expect(await listed(noor)).toEqual([]);
  });

  test("somebody else's key is not to be found", async () => {
    const [noor, eve] = [await ground.person(), await ground.person()];
    const { id, token } = await keyFor(noor);
    expect(await listed(eve)).toEqual([]);
    expect((await ground.send("DELETE", `/users/me/api-keys/${id}`, { token: eve.token })).status).toBe(404);
    expect((await orders(token)).status).toBe(200);
  });

  test("its last use is written at most once a minute", async () => {
    const noor = await ground.person();
    const { token } = await keyFor(noor);
    const used = async () => (await listed(noor))[0]?.lastUsedAt ?? null;
    expect(await used()).toBeNull();
    const first = new Date(ground.time.now).toISOString();
    await Promise.all(Array.from({ length: 5 }, () => orders(token)));
    expect(await used()).toBe(first);
    ground.pass(seconds(59));
    await orders(token);
    expect(await used()).toBe(first);
    ground.pass(minutes(1));
    await orders(token);
    expect(await used()).toBe(new Date(ground.time.now).toISOString());
  });

  test("case 96: a key in the session's cookie is nobody, and neither is a session's token that calls itself a key", async () => {
    const noor = await ground.person();
    const { token } = await keyFor(noor);
    const cookie = (value: string) =>
      ground.send("GET", "/probe/orders", { headers: { cookie: `amana_session=${value}` } });
    expect((await cookie(noor.token)).status).toBe(200);
    expect((await cookie(token)).status).toBe(401);
    expect((await orders(`amk_${noor.token}`)).status).toBe(401);
    expect((await orders(token.slice(4))).status).toBe(401);
  });
});
