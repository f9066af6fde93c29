import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { days, hours, minutes, seconds } from "../../core/time/index.ts";
import { personalNotices } from "../../server/modules/notifications/index.ts";
import { createOutbound, type Outbound } from "../../server/runtime/outbound/index.ts";
import { pushKey } from "../../server/runtime/web-push/index.ts";
import { createMarket, type Market } from "../audit/market.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import type { World } from "../money/world.ts";
import { beside } from "../webhooks/shop.ts";
import { startPushService } from "./push-service.ts";

let database: TestDatabase;
let market: Market;
let world: World;
let service: Awaited<ReturnType<typeof startPushService>>;
/** What push services' clocks show: not the market's, which stories move. */
const REAL_NOW = 1_767_225_600_000;
const key = pushKey(Buffer.alloc(32, 9), "mailto:push@example.test");

const open = async (outbound = beside()) => {
  database = await testDatabase();
  const push = { key, wallClock: { now: () => REAL_NOW as ReturnType<World["now"]> } };
  market = await createMarket(database, { level: "silent" }, { bankAccount: false, parts: { push, outbound } });
  world = market.world;
};

beforeEach(async () => {
  service = await startPushService(() => REAL_NOW);
  await open();
});
afterEach(async () => {
  await market.app.close();
  await database.drop();
  await service.stop();
  expect(service.refused).toEqual([]);
});

async function subscribed(who: string, token: string): Promise<string> {
  const answer = await market.ask(who, "GET", "/push-key");
  const wish = await service.subscribe(token, answer.body.key);
  const made = await market.ask(who, "POST", "/push-subscriptions", wish);
  expect(made.status).toBe(201);
  return made.body.id;
}
const listed = async (who: string) => (await market.ask(who, "GET", "/push-subscriptions")).body.data;
const arrived = (token: string) =>
  service.arrived.filter((one) => one.token === token).map(({ text }) => JSON.parse(text));
const titles = (token: string) => arrived(token).map(({ title }) => title);
const speaks = (user: UserId, language: "en" | "ar") =>
  world.owner.query(`update identity."user" set language = $2 where id = $1`, [uuidOf(user), language]);

describe("a browser that subscribed", () => {
  test("is told of what concerns its reader and was not his own doing, sealed for it alone", async () => {
    await speaks(world.seller, "ar");
    await subscribed("seller", "phone");
    await subscribed("buyer", "laptop");
    const { order } = await world.paid();
    expect(titles("phone").toSorted()).toEqual(["تم الدفع: المال في الضمان", "طلب جديد"].toSorted());
    const paid = arrived("phone").find(({ title }) => title.startsWith("تم الدفع"));
    expect(paid).toEqual({
      ...{ id: expect.stringMatching(/^ntf_/), lang: "ar", title: "تم الدفع: المال في الضمان" },
      ...{ text: order.number, page: `/orders/${order.id}` },
    });
    // No amount is on a locked screen.
    expect(service.arrived.some(({ text }) => text.includes("348"))).toBe(false);
    expect(titles("laptop")).toEqual(["Paid: the money is in escrow"]);
    expect(service.arrived.every(({ ttl, topic }) => ttl === "86400" && /^[\w-]{32}$/.test(topic))).toBe(true);
    expect((await listed("seller"))[0].deliveredAt).not.toBe(null);
  });

  test("is told once, and each of a person's browsers", async () => {
    await subscribed("seller", "phone");
    await subscribed("seller", "tablet");
    await world.paid();
    await world.settle();
    expect([titles("phone").length, titles("tablet").length]).toEqual([2, 2]);
  });

  test("hears nothing of what is switched off", async () => {
    await subscribed("seller", "phone");
    const { body } = await market.ask("seller", "GET", "/users/me/notification-preferences");
    const push = { ...body.push, payments: false };
    await market.ask("seller", "PUT", "/users/me/notification-preferences", { ...body, push });
    await world.paid();
    expect(titles("phone")).toEqual(["Order placed"]);
  });

  test("that is gone is forgotten, and the others are told", async () => {
    await subscribed("seller", "phone");
    await subscribed("seller", "tablet");
    service.forget("phone");
    await world.paid();
    expect((await listed("seller")).length).toBe(1);
    expect(titles("tablet").length).toBe(2);
  });

  test("is told later where its push service has trouble, and not at all once it is news no more", async () => {
    await subscribed("seller", "phone");
    Object.assign(service.behaviour, { status: 503 });
    await world.paid();
    expect(titles("phone")).toEqual([]);
    await world.pass(seconds(20));
    service.behaviour.status = 201;
    await world.settle();
    expect(titles("phone")).toEqual([]);
    await world.pass(seconds(20));
    expect(titles("phone").length).toBe(2);

    Object.assign(service.behaviour, { status: 429, retryAfter: "7200" });
    expectOk(await world.give((await world.paid()).order, "accept", "seller"), "accepted");
    await world.pass(minutes(90));
    service.behaviour.status = 201;
    await world.settle();
    expect(titles("phone").length).toBe(2);
    await world.pass(hours(1));
    expect(titles("phone").length).toBe(4);

    service.behaviour.status = 500;
    await world.paid();
    await world.pass(days(2));
    service.behaviour.status = 201;
    const before = titles("phone").length;
    await world.pass(hours(3));
    expect(titles("phone").filter((title) => title === "Order placed").length).toBe(2);
    expect(titles("phone").length).toBeGreaterThanOrEqual(before);
  });

  test("is not sent again what its push service will never take", async () => {
    await subscribed("seller", "phone");
    service.behaviour.status = 413;
    await world.paid();
    service.behaviour.status = 201;
    await world.pass(hours(2));
    expect(titles("phone")).toEqual([]);
    expect((await listed("seller")).length).toBe(1);
  });
});

describe("a subscription", () => {
  test("is the same one when the browser sends it again, and another's when another signs in there", async () => {
    const { body } = await market.ask("seller", "GET", "/push-key");
    const wish = await service.subscribe("shared", body.key);
    const first = await market.ask("seller", "POST", "/push-subscriptions", wish);
    expect((await market.ask("seller", "POST", "/push-subscriptions", wish)).body.id).toBe(first.body.id);
    expect((await market.ask("buyer", "POST", "/push-subscriptions", wish)).status).toBe(201);
    expect([(await listed("seller")).length, (await listed("buyer")).length]).toEqual([0, 1]);
  });

  test("is ended by its owner alone", async () => {
    const id = await subscribed("seller", "phone");
    expect((await market.ask("buyer", "DELETE", `/push-subscriptions/${id}`)).status).toBe(404);
    expect((await market.ask("seller", "DELETE", `/push-subscriptions/${id}`)).status).toBe(204);
    expect((await market.ask("seller", "DELETE", `/push-subscriptions/${id}`)).status).toBe(404);
    await world.paid();
    expect(service.arrived).toEqual([]);
  });

  test("of the eleventh browser ends that of the first", async () => {
    const [first] = [await subscribed("seller", "browser-0"), await world.pass(seconds(1))];
    for (let browser = 1; browser < 11; browser += 1) await subscribed("seller", `browser-${browser}`);
    const left = await listed("seller");
    expect([left.length, left.some(({ id }: { id: string }) => id === first)]).toEqual([10, false]);
  });

  test("has its keys sealed, and is erased with its owner", async () => {
    await subscribed("seller", "phone");
    const { body } = await market.ask("seller", "GET", "/push-key");
    const { keys } = await service.subscribe("other", body.key);
    await market.ask("seller", "POST", "/push-subscriptions", {
      ...{ keys, endpoint: (await service.subscribe("third", body.key)).endpoint },
    });
    const rows = await world.owner.query<{ keys: Buffer }>("select keys from notifications.push_subscription");
    expect(rows.some((row) => row.keys.toString("latin1").includes(keys.auth))).toBe(false);
    await database.app.transaction((tx) => personalNotices.erase(tx, world.seller));
    expect(await listed("seller")).toEqual([]);
  });

  test.each([
    ["keys of no browser", { keys: { p256dh: "AAAA", auth: "AAAA" } }, "keys"],
    ["an address that is none", { endpoint: "push" }, "endpoint"],
    ["an address with a password", { endpoint: "https://a:b@push.example.test/x" }, "endpoint"],
  ])("is not made with %s", async (_, wrong, field) => {
    const { body } = await market.ask("seller", "GET", "/push-key");
    const wish = { ...(await service.subscribe("phone", body.key)), ...wrong };
    const { status, body: problem } = await market.ask("seller", "POST", "/push-subscriptions", wish);
    expect([status, problem.errors[0].field]).toEqual([400, field]);
  });
});

test("addresses inside are not called: neither when they are given nor when they have become such", async () => {
  await market.app.close();
  await database.drop();
  const closed = createOutbound({ rules: { plainHttp: true, privateAddresses: false, ports: "any" } });
  const now: { rules: Outbound } = { rules: beside() };
  await open({ objectionTo: (address) => now.rules.objectionTo(address), post: (call) => now.rules.post(call) });
  await subscribed("seller", "phone");
  now.rules = closed;
  const wish = await service.subscribe("tablet", key.publicKey);
  const refused = await market.ask("seller", "POST", "/push-subscriptions", wish);
  expect([refused.status, refused.body.errors[0].field]).toEqual([400, "endpoint"]);
  await world.paid();
  expect(service.arrived).toEqual([]);
  expect(await listed("seller")).toEqual([]);
});

test("where no key is given nothing is pushed, and a browser learns so", async () => {
  await market.app.close();
  await database.drop();
  database = await testDatabase();
  market = await createMarket(database, { level: "silent" }, { bankAccount: false });
  world = market.world;
  expect((await market.ask("seller", "GET", "/push-key")).body).toEqual({ key: null });
  const wish = await service.subscribe("phone", key.publicKey);
  expect((await market.ask("seller", "POST", "/push-subscriptions", wish)).status).toBe(409);
  await world.paid();
  expect(service.arrived).toEqual([]);
});
