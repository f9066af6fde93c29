import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { insertUser, type Role, startSession } from "../../server/modules/identity/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

let database: TestDatabase;
let world: World;
let app: Application;
let url: string;

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database);
  app = await applicationOf(world);
  url = await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

let people = 0;
async function somebody(...roles: Role[]): Promise<{ readonly id: UserId; readonly token: string }> {
  const id = newRootId("user", world.now());
  people += 1;
  const token = `somebody-with-a-session-${people}`;
  const [name, email] = [`Somebody ${people} (demo)`, `somebody-${people}@example.test`];
  await insertUser(database.app, { id, demoKey: null, name, email, phone: "", roles, pickupAddress: null });
  await startSession(database.app, id, world.now(), token);
  return { id, token };
}
const get = async (token: string, path: string) => {
  const answer = await app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}` } });
  return [answer.statusCode, answer.json().code];
};
const change = (text: string, { id }: { readonly id: UserId }) =>
  database.owner.query(`update identity."user" set ${text} where id = $1`, [uuidOf(id)]);

describe("case 86: a right that is taken away while the session lives is gone with the next request", () => {
  test("a role", async () => {
    const staff = await somebody("user", "finance");
    expect((await get(staff.token, "/finance/debts"))[0]).toBe(200);
    await change("roles = '{user}'", staff);
    expect(await get(staff.token, "/finance/debts")).toEqual([403, "FORBIDDEN"]);
  });

  test("what a role showed of others", async () => {
    const staff = await somebody("user", "support");
    const order = await world.order();
    expect((await get(staff.token, `/orders/${order.id}`))[0]).toBe(200);
    await change("roles = '{user}'", staff);
    expect(await get(staff.token, `/orders/${order.id}`)).toEqual([404, "NOT_FOUND"]);
  });

  test("everything, of somebody suspended; and it comes back", async () => {
    const user = await somebody("user");
    await change("suspended_at = now()", user);
    expect(await get(user.token, "/orders")).toEqual([403, "ACCOUNT_SUSPENDED"]);
    await change("suspended_at = null", user);
    expect((await get(user.token, "/orders"))[0]).toBe(200);
  });

  test("everything, of a session that was ended", async () => {
    const user = await somebody("user");
    await database.owner.query("delete from identity.session where user_id = $1", [uuidOf(user.id)]);
    expect(await get(user.token, "/orders")).toEqual([401, "UNAUTHENTICATED"]);
  });
});

describe("case 87: open screens", () => {
  test("are told of nobody's order but one's own", async () => {
    const stranger = await somebody("user");
    await startSession(database.app, world.buyer, world.now(), "the-buyer-with-a-screen");
    const [buyers, strangers] = [await screen("the-buyer-with-a-screen"), await screen(stranger.token)];
    const { order } = await world.paid();
    world.parts.hub.tell([stranger.id], { type: "notification.added", id: "the last" });
    await strangers.until((text) => text.includes("the last"));
    await buyers.until((text) => text.includes(order.id));
    expect(strangers.heard.filter((text) => text.includes(order.id))).toEqual([]);
    for (const { socket } of [buyers, strangers]) socket.close();
  });

  test("are told nothing any more once the session has ended or its owner was suspended", async () => {
    const [ended, suspended] = [await somebody("user"), await somebody("user")];
    const screens = [await screen(ended.token), await screen(suspended.token)];
    await database.owner.query("delete from identity.session where user_id = $1", [uuidOf(ended.id)]);
    await change("suspended_at = now()", suspended);
    world.parts.hub.tell([ended.id, suspended.id], { type: "notification.added", id: "a secret" });
    await Promise.all(screens.map(({ closed }) => closed));
    expect(screens.flatMap(({ heard }) => heard)).toEqual([]);
  });

  test("are not opened for half a session, nor for one that has ended", async () => {
    const { id } = await somebody("user");
    await startSession(database.app, id, world.now(), {
      token: "half-a-session-of-somebody",
      state: "second_factor_pending",
    });
    for (const token of ["half-a-session-of-somebody", "no-session-at-all-for-this"])
      expect(await upgrade(token)).toBe(401);
  });
});

async function screen(token: string) {
  const socket = new WebSocket(`${url.replace("http", "ws")}/api/v1/realtime`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data) => {
    heard.push(String(data));
    for (const look of waiting) look();
  });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return {
    ...{ socket, heard, closed },
    until: (wanted: (text: string) => boolean) =>
      new Promise<void>((resolve) => {
        const look = (): void => void (heard.some(wanted) && resolve());
        waiting.add(look);
        look();
      }),
  };
}

const upgrade = (token: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
      authorization: `Bearer ${token}`,
    };
    request(`${url}/api/v1/realtime`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });

describe("case 88: ids are not guessed", () => {
  test("the number that people read out is no address", async () => {
    await startSession(database.app, world.buyer, world.now(), "the-buyer-with-a-number");
    const order = await world.order();
    expect(order.number).toMatch(/^ORD-/);
    expect(await get("the-buyer-with-a-number", `/orders/${order.number}`)).toEqual([400, "VALIDATION_FAILED"]);
  });

  test("the neighbours of an id are nothing, and two ids of one moment share no more than their time", async () => {
    await startSession(database.app, world.buyer, world.now(), "the-buyer-who-guesses");
    const [one, other] = [await world.order(), await world.order()];
    const tail = (id: string): bigint => BigInt(`0x${id.slice(-18, -2)}`);
    const between = tail(one.id) - tail(other.id);
    expect(between < 0n ? -between : between).toBeGreaterThan(1_000_000n);
    for (const step of [-1n, 1n]) {
      const id = `${one.id.slice(0, -18)}${(tail(one.id) + step).toString(16).padStart(16, "0")}${one.id.slice(-2)}`;
      expect((await get("the-buyer-who-guesses", `/orders/${id}`))[0]).toBeGreaterThanOrEqual(400);
    }
  });
});
