import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectOk } from "../../core/result/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { personalMessages } from "../../server/modules/messaging/index.ts";
import type { Push } from "../../server/runtime/push/index.ts";
import { createMarket, type Market } from "../audit/market.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { applicationOf } from "../money/application.ts";
import type { World } from "../money/world.ts";

let database: TestDatabase;
let market: Market;
let world: World;

beforeEach(async () => {
  database = await testDatabase();
  market = await createMarket(database);
  world = market.world;
  const stranger = await world.person();
  for (const [user, token] of [
    [world.buyer, "buyer"],
    [world.seller, "seller"],
    [stranger, "stranger"],
  ] as const)
    await startSession(database.app, user, world.now(), token);
});
afterEach(async () => {
  await market.app.close();
  await database.drop();
});

const listing = () => ({ kind: "listing", id: world.product });
const open = (who: string, subject: object, text = "Is it still there?", more: object = {}) =>
  market.ask(who, "POST", "/conversations", { subject, message: { text, ...more } });
const say = (who: string, id: string, text: string, more: object = {}) =>
  market.ask(who, "POST", `/conversations/${id}/messages`, { text, ...more });
const said = async (who: string, id: string): Promise<{ text: string; contactsHidden: boolean; read: boolean }[]> =>
  (await market.ask(who, "GET", `/conversations/${id}/messages`)).body.data;
const texts = async (who: string, id: string): Promise<string[]> => (await said(who, id)).map(({ text }) => text);

test("a buyer asks about a listing, the seller answers, and both see it with what is unread", async () => {
  const { status, body } = await open("buyer", listing());
  expect([status, body.unread, body.counterpart.id, body.lastMessage.text]).toEqual([
    201,
    0,
    world.seller,
    "Is it still there?",
  ]);
  const [seen] = (await market.ask("seller", "GET", "/conversations")).body.data;
  expect(seen).toMatchObject({ id: body.id, unread: 1, counterpart: { id: world.buyer }, subject: listing() });
  world.jump(60_000);
  expect((await say("seller", body.id, "نعم، ما زال متوفرا")).status).toBe(201);
  expect((await market.ask("seller", "GET", `/conversations/${body.id}`)).body.unread).toBe(0);
  expect((await market.ask("buyer", "GET", `/conversations/${body.id}`)).body.unread).toBe(1);
  expect(await texts("buyer", body.id)).toEqual(["نعم، ما زال متوفرا", "Is it still there?"]);
});

test("two people have one conversation about a thing, and another about another thing", async () => {
  const first = (await open("buyer", listing())).body.id;
  expect((await open("buyer", listing(), "And in blue?")).body.id).toBe(first);
  expect(await texts("seller", first)).toEqual(["And in blue?", "Is it still there?"]);
  const order = await world.order();
  const about = { kind: "order", id: order.id };
  const second = (await open("seller", about)).body.id;
  expect(second).not.toBe(first);
  expect((await open("buyer", about)).body.id).toBe(second);
  expect((await open("stranger", listing())).body.id).not.toBe(first);
  expect((await market.ask("seller", "GET", "/conversations")).body.data).toHaveLength(3);
  const aboutIt = async (who: string) => (await market.ask(who, "GET", `/conversations?about=${order.id}`)).body.data;
  expect(await aboutIt("seller")).toMatchObject([{ id: second, subject: about }]);
  expect(await aboutIt("stranger")).toEqual([]);
});

test("what is not yours, or is nothing, does not exist; about your own listing there is nobody to talk to", async () => {
  const { id } = (await open("buyer", listing())).body;
  const order = await world.order();
  for (const [method, path, body] of [
    ["GET", `/conversations/${id}`, undefined],
    ["GET", `/conversations/${id}/messages`, undefined],
    ["POST", `/conversations/${id}/messages`, { text: "me too" }],
    ["POST", `/conversations/${id}/read`, { message: `msg_${"0".repeat(32)}` }],
  ] as const)
    expect((await market.ask("stranger", method, path, body)).status, path).toBe(404);
  expect((await open("stranger", { kind: "order", id: order.id })).status).toBe(404);
  expect((await open("buyer", { kind: "order", id: world.product })).status).toBe(404);
  expect((await open("buyer", { kind: "weather", id: world.product })).status).toBe(400);
  expect((await open("seller", listing())).body.code).toBe("OWN_LISTING");
  expect((await market.ask("stranger", "GET", "/conversations")).body.data).toEqual([]);
});

describe("case 111: by what people could meet outside", () => {
  const tempting = "Write to asha@example.com or call ٠٥٠ ١٢٣ ٤٥٦٧, order by 2026-03-04 for ₹29900";
  const left = "Write to ••• or call •••, order by 2026-03-04 for ₹29900";

  test("is hidden from both until money is held, and shown from then on", async () => {
    const { body } = await open("buyer", listing(), tempting);
    expect(body.lastMessage).toMatchObject({ text: left, contactsHidden: true });
    for (const who of ["buyer", "seller"]) expect(await texts(who, body.id)).toEqual([left]);
    await world.order();
    expect(await texts("seller", body.id)).toEqual([left]);
    await world.paid();
    expect(await said("seller", body.id)).toMatchObject([{ text: tempting, contactsHidden: false }]);
  });

  test("is hidden in an order that is not paid, and stays shown when a paid one is called off", async () => {
    const order = await world.order();
    const { id } = (await open("seller", { kind: "order", id: order.id }, tempting)).body;
    expect(await texts("buyer", id)).toEqual([left]);
    const paid = (await world.paid()).order;
    const talk = (await open("seller", { kind: "order", id: paid.id }, tempting)).body.id;
    expect(await texts("buyer", talk)).toEqual([tempting]);
    expectOk(await world.give(paid, "cancel", "buyer"), "cancelled");
    await world.settle();
    expect(await texts("buyer", talk)).toEqual([tempting]);
  });

  test("stays hidden for another pair: what one pair has dealt opens nothing for anybody else", async () => {
    await world.paid();
    const { id } = (await open("stranger", listing(), tempting)).body;
    expect(await texts("seller", id)).toEqual([left]);
  });

  test("is never hidden where the marketplace wants it so", async () => {
    const app = await applicationOf({ parts: { ...world.parts, masking: false } });
    const { id } = (await open("buyer", listing(), tempting)).body;
    const answer = await app.inject({
      url: `/api/v1/conversations/${id}/messages`,
      headers: { authorization: "Bearer seller" },
    });
    expect(answer.json().data).toMatchObject([{ text: tempting, contactsHidden: false }]);
    await app.close();
  });
});

describe("read marks", () => {
  test("tell the writer up to where the other has read, and never go back", async () => {
    const { id, lastMessage } = (await open("buyer", listing())).body;
    const second = (await say("buyer", id, "Hello?")).body.id;
    expect((await said("buyer", id)).map(({ read }) => read)).toEqual([false, false]);
    const mark = (message: string) => market.ask("seller", "POST", `/conversations/${id}/read`, { message });
    expect((await mark(lastMessage.id)).status).toBe(204);
    expect((await said("buyer", id)).map(({ read }) => read)).toEqual([false, true]);
    await mark(second);
    await mark(lastMessage.id);
    expect((await said("buyer", id)).map(({ read }) => read)).toEqual([true, true]);
    expect((await market.ask("seller", "GET", `/conversations/${id}`)).body.unread).toBe(0);
  });

  test("of a message of another conversation are none", async () => {
    const one = (await open("buyer", listing())).body;
    const other = (await open("stranger", listing())).body;
    const marked = await market.ask("seller", "POST", `/conversations/${one.id}/read`, {
      message: other.lastMessage.id,
    });
    expect(marked.status).toBe(404);
  });
});

test("open screens of both hear of a message and of its being read, and of nothing that was refused", async () => {
  const heard: [string, Push["type"]][] = [];
  const leave = [
    world.parts.hub.join(world.buyer, ({ type }) => void heard.push(["buyer", type])),
    world.parts.hub.join(world.seller, ({ type }) => void heard.push(["seller", type])),
  ];
  const { id, lastMessage } = (await open("buyer", listing())).body;
  await market.ask("seller", "POST", `/conversations/${id}/read`, { message: lastMessage.id });
  await market.ask("seller", "POST", `/conversations/${id}/read`, { message: lastMessage.id });
  await say("stranger", id, "me too");
  expect(heard).toEqual([
    ["buyer", "message.added"],
    ["seller", "message.added"],
    ["seller", "conversation.read"],
    ["buyer", "conversation.read"],
  ]);
  for (const one of leave) one();
});

test("many people writing at once have one order, and a message sent twice is one", async () => {
  const { id } = (await open("buyer", listing())).body;
  const sent = await Promise.all(
    Array.from({ length: 12 }, (_, n) => say(n % 2 === 0 ? "buyer" : "seller", id, `number ${n}`)),
  );
  expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 201));
  const rows = await world.owner.query<{ seq: number }>("select seq from messaging.message order by seq");
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
  const headers = { authorization: "Bearer buyer", "idempotency-key": "said-once" };
  for (let time = 0; time < 2; time++) {
    await database.owner.query("delete from http.idempotency");
    const url = `/api/v1/conversations/${id}/messages`;
    const { statusCode } = await market.app.inject({ method: "POST", url, headers, payload: { text: "once" } });
    expect(statusCode).toBe(201);
  }
  expect((await texts("seller", id)).filter((text) => text === "once")).toHaveLength(1);
});

test("a long conversation is read a page at a time, newest first, and nothing is missed", async () => {
  const { id } = (await open("buyer", listing(), "0")).body;
  for (let n = 1; n < 7; n++) await say("buyer", id, String(n));
  const seen: string[] = [];
  let cursor: string | null = "";
  for (let page = 0; cursor !== null && page < 9; page++) {
    const next: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await market.ask("seller", "GET", `/conversations/${id}/messages?limit=3${next}`);
    seen.push(...body.data.map(({ text }: { text: string }) => text));
    cursor = body.nextCursor;
  }
  expect(seen).toEqual(["6", "5", "4", "3", "2", "1", "0"]);
});

describe("attachments", () => {
  const upload = async (who: string, purpose = "message"): Promise<string> => {
    const answer = await market.app.inject({
      method: "POST",
      url: `/api/v1/files?name=note.txt&purpose=${purpose}`,
      headers: { authorization: `Bearer ${who}`, "content-type": "application/octet-stream" },
      payload: Buffer.from("as agreed\n"),
    });
    return answer.json().id;
  };

  test("are seen by both and by nobody else", async () => {
    const file = await upload("buyer");
    expect((await market.ask("seller", "GET", `/files/${file}`)).status).toBe(404);
    const { id } = (await open("buyer", listing(), "See here", { attachments: [file] })).body;
    expect(await said("seller", id)).toMatchObject([{ attachments: [{ id: file, name: "note.txt", attached: true }] }]);
    expect((await market.ask("seller", "GET", `/files/${file}`)).status).toBe(200);
    expect((await market.ask("seller", "POST", `/files/${file}/link`)).status).toBe(200);
    expect((await market.ask("stranger", "GET", `/files/${file}`)).status).toBe(404);
  });

  test("that are another's, of another purpose or gone are refused, and nothing is said or held", async () => {
    const [mine, theirs, evidence] = [await upload("buyer"), await upload("seller"), await upload("buyer", "evidence")];
    for (const attachments of [[mine, theirs], [evidence], [`fil_${"0".repeat(32)}`]])
      expect((await open("buyer", listing(), "See", { attachments })).status).toBe(404);
    expect((await open("buyer", listing(), "See", { attachments: [mine, mine] })).status).toBe(400);
    expect(await world.owner.query("select from messaging.conversation")).toEqual([]);
    expect((await market.ask("buyer", "GET", `/files/${mine}`)).body.attached).toBe(false);
  });
});

test("case 111: opening conversations is limited, and going on in one is not", async () => {
  const taken: string[] = [];
  const limiter = {
    take: async (key: string) => {
      taken.push(key);
      return taken.length > 1 ? ({ allowed: false, retryAfterSeconds: 7 } as const) : ({ allowed: true } as const);
    },
  };
  const app = await applicationOf({ parts: { ...world.parts, limiter } });
  const ask = async (path: string, payload: object) =>
    await app.inject({ method: "POST", url: `/api/v1${path}`, headers: { authorization: "Bearer buyer" }, payload });
  const first = await ask("/conversations", { subject: listing(), message: { text: "one" } });
  const order = await world.order();
  const other = { subject: { kind: "order", id: order.id }, message: { text: "two" } };
  const second = await ask("/conversations", other);
  expect([second.statusCode, second.headers["retry-after"]]).toEqual([429, "7"]);
  expect((await ask("/conversations", { subject: listing(), message: { text: "three" } })).statusCode).toBe(201);
  expect((await ask(`/conversations/${first.json().id}/messages`, { text: "four" })).statusCode).toBe(201);
  expect(taken).toEqual([`conversation:${world.buyer}`, `conversation:${world.buyer}`]);
  await app.close();
});

test("staff read what was said about an order for a reason, and both see that they did", async () => {
  const { order } = await world.paid();
  const { id } = (await open("buyer", { kind: "order", id: order.id }, "It came open")).body;
  const path = `/admin/orders/${order.id}/messages/disclose`;
  const reason = "Complaint 12";
  for (const who of ["buyer", "finance"]) expect((await market.ask(who, "POST", path, { reason })).status).toBe(403);
  expect((await market.ask("support", "POST", path, {})).status).toBe(400);
  expect((await market.ask("support", "GET", `/conversations/${id}`)).status).toBe(404);
  const read = await market.ask("support", "POST", path, { reason });
  expect(read.body.data).toMatchObject([{ text: "It came open", contactsHidden: false }]);
  for (const who of ["buyer", "seller"])
    expect((await market.ask(who, "GET", "/users/me/disclosures")).body.data).toMatchObject([{ reason }]);
  // The words are kept nowhere else, not even for a repeated key: each time that they are read is written down.
  const headers = { authorization: "Bearer support", "idempotency-key": "read-once" };
  for (let time = 0; time < 2; time += 1)
    await market.app.inject({ method: "POST", url: `/api/v1${path}`, headers, payload: { reason } });
  expect((await market.ask("buyer", "GET", "/users/me/disclosures")).body.data).toHaveLength(3);
  const kept = await database.owner.query("select body from http.idempotency where key = 'read-once'");
  expect(kept).toEqual([]);
  const silent = await world.order();
  expect((await market.ask("support", "POST", `/admin/orders/${silent.id}/messages/disclose`, { reason })).status).toBe(
    404,
  );
});

test("case 116: of whoever is forgotten no word is left, and the other's words stay", async () => {
  const { id } = (await open("buyer", listing(), "canary words, asha@example.com")).body;
  await say("seller", id, "my own words");
  await world.db.transaction((tx) => personalMessages.erase(tx, world.buyer));
  expect(await texts("seller", id)).toEqual(["my own words", ""]);
  const rows = await world.owner.query<{ row: string }>("select m::text as row from messaging.message m");
  expect(rows.filter(({ row }) => /canary|example\.com/.test(row))).toEqual([]);
});
