import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { days, hours } from "../../core/time/index.ts";
import { personalPlaces } from "../../server/entrypoints/personal-places.ts";
import { insertUser, startSession } from "../../server/modules/identity/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld, DATA_KEY, type World } from "../money/world.ts";

let database: TestDatabase;
let world: World;
let app: Application;
let zainab: UserId;
/** Placed an hour apart, the first one first: shipped, paid and cancelled, paid, and four that wait for payment, one of them of Zainab. */
let orders: Order[];

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database);
  zainab = newRootId("user", world.now());
  await insertUser(database.app, {
    ...{ id: zainab, demoKey: null, name: "زينب Zaïnab (demo buyer)", email: "zainab@example.test" },
    ...{ phone: "9000000003", roles: ["user"], pickupAddress: null },
  });
  orders = await placed();
  const staff = await world.person();
  await world.owner.query(`update identity."user" set roles = '{user,support}' where id = $1`, [uuidOf(staff)]);
  const people = { buyer: world.buyer, seller: world.seller, zainab, staff, stranger: await world.person() };
  for (const [token, id] of Object.entries(people)) await startSession(world.db, id, world.now(), token);
  app = await applicationOf(world);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function placed(): Promise<Order[]> {
  const made: Order[] = [];
  const next = async (order: Promise<Order>) => {
    made.push(await order);
    world.jump(hours(1) / 4);
  };
  await next(world.shipped().then(({ order }) => order));
  await next(world.paid().then(({ order }) => order));
  const [, cancelled] = made;
  if (cancelled) await world.give(cancelled, "cancel", "buyer");
  await world.settle();
  await next(world.paid().then(({ order }) => order));
  for (const price of [100n, 50_000n, 100n])
    await next(world.listing(10, money(price, "INR")).then((product) => world.order({ product })));
  await next(world.order({ buyer: zainab }));
  return made;
}

type Who = "buyer" | "seller" | "zainab" | "staff" | "stranger";
async function ask(who: Who, query: string, path = "/orders") {
  const answer = await app.inject({ url: `/api/v1${path}?${query}`, headers: { authorization: `Bearer ${who}` } });
  return { status: answer.statusCode, body: answer.json() };
}
/** Which orders a list shows, by their place among those that were placed. */
const shown = async (who: Who, query: string, path = "/orders"): Promise<number[]> => {
  const { body } = await ask(who, query, path);
  return body.data.map(({ id }: { id: string }) => orders.findIndex((order) => order.id === id));
};
const moment = (order: number): string => new Date(orders[order]?.placedAt ?? 0).toISOString();

test("a seller's orders are counted by state, and a buyer's are not among them", async () => {
  const { body } = await ask("seller", "", "/seller/orders/counts");
  const counted = new Map(body.data.map(({ status, count }: { status: string; count: number }) => [status, count]));
  expect([...counted.values()].reduce((sum: number, count) => sum + Number(count), 0)).toBe(orders.length);
  for (const [status, count] of counted)
    expect((await shown("seller", `role=seller&status=${status}`)).length, String(status)).toBe(count);
  expect((await ask("buyer", "", "/seller/orders/counts")).body.data).toEqual([]);
});

describe("filters", () => {
  test("by side: what I bought, what I sold, both; a stranger has nothing", async () => {
    expect(await shown("buyer", "role=buyer")).toEqual([5, 4, 3, 2, 1, 0]);
    expect(await shown("seller", "role=seller")).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect([await shown("seller", "role=buyer"), await shown("buyer", "role=seller")]).toEqual([[], []]);
    expect([await shown("seller", ""), await shown("stranger", "")]).toEqual([[6, 5, 4, 3, 2, 1, 0], []]);
  });

  test("by where the money is, which each order says", async () => {
    expect(await shown("seller", "escrow=held")).toEqual([2, 0]);
    expect(await shown("seller", "escrow=refunded")).toEqual([1]);
    expect(await shown("seller", "escrow=pending")).toEqual([6, 5, 4, 3]);
    expect((await ask("seller", "escrow=held")).body.data[0]).toMatchObject({ escrow: "held", role: "seller" });
  });

  test("by what they are about", async () => {
    expect(await shown("seller", "kind=physical")).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect(await shown("seller", "kind=milestone")).toEqual([]);
  });

  test("by status, by when they were placed and for how much, all at once", async () => {
    expect(await shown("seller", "status=shipped,cancelled")).toEqual([1, 0]);
    expect(await shown("seller", `from=${moment(2)}&until=${moment(5)}`)).toEqual([4, 3, 2]);
    expect(await shown("seller", "currency=INR&min=34800&max=34800")).toEqual([6, 2, 1, 0]);
    expect(await shown("seller", "currency=INR&min=34801")).toEqual([4]);
    expect(await shown("seller", "currency=SAR")).toEqual([]);
    expect(await shown("seller", `status=payment_pending&currency=INR&max=5000&from=${moment(4)}`)).toEqual([5]);
  });

  test.each([
    ["status=lost", "status"],
    ["min=5", "currency"],
    ["q=%E2%80%A6", "q"],
    ["sort=price", "sort"],
    ["escrow=gone", "escrow"],
    ["cursor=WzFd", "cursor"],
    ["buyer=usr_0199aa00c0de7000a000000000000042", "buyer"],
  ])("%s is refused by name", async (query, field) => {
    const { status, body } = await ask("seller", query);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });
});

describe("sorts", () => {
  test.each([
    ["-placedAt", [6, 5, 4, 3, 2, 1, 0]],
    ["placedAt", [0, 1, 2, 3, 4, 5, 6]],
    ["-total", [4, 6, 2, 1, 0, 5, 3]],
    ["total", [3, 5, 0, 1, 2, 6, 4]],
    ["dueAt", [3, 4, 5, 6, 2, 0]],
  ])("by %s, page by page, each order once", async (sort, expected) => {
    const seen: number[] = [];
    let cursor = "";
    for (let page = 0; page < 10; page++) {
      const { body } = await ask("seller", `sort=${sort}&limit=2${cursor}`);
      seen.push(...body.data.map(({ id }: { id: string }) => orders.findIndex((order) => order.id === id)));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(expected);
    expect(await shown("staff", `sort=${sort}`, "/admin/orders")).toEqual(expected);
  });

  test("a cursor of one order does not go on in another", async () => {
    const { body } = await ask("seller", "sort=total&limit=2");
    expect((await ask("seller", `sort=-total&limit=2&cursor=${body.nextCursor}`)).body.errors[0].field).toBe("cursor");
  });
});

describe("search", () => {
  test.each([
    ["the number", () => orders[4]?.number ?? "", [4]],
    ["the end of the number", () => orders[4]?.number.slice(-6) ?? "", [4]],
    ["the beginning of a word of the title", () => "cott", [6, 5, 4, 3, 2, 1, 0]],
    ["words in any order and any letters", () => "COTTON block", [6, 5, 4, 3, 2, 1, 0]],
    ["the Arabic title, with vowel signs or without", () => "قُطن", [6, 5, 4, 3, 2, 1, 0]],
    ["the other party's name, without its accents", () => "zainab", [6]],
    ["the other party's name in Arabic", () => "زينب", [6]],
    ["two words of which one is nowhere", () => "cotton silk", []],
    ["the middle of a word", () => "otton", []],
  ])("by %s", async (_, words, expected) => {
    expect(await shown("seller", `q=${encodeURIComponent(words())}`)).toEqual(expected);
  });

  test("by the tracking number, from its booking on", async () => {
    const [order] = orders;
    const tracking = order && (await world.shipment(order))?.trackingNumber;
    expect(await shown("buyer", `q=${tracking}`)).toEqual([0]);
  });

  test("finds in my own orders alone, together with every filter", async () => {
    expect(await shown("buyer", "q=zainab")).toEqual([]);
    expect(await shown("stranger", "q=cotton")).toEqual([]);
    expect(await shown("seller", "q=cotton&escrow=held&sort=placedAt")).toEqual([0, 2]);
  });
});

describe("staff", () => {
  test("see everybody's, with both names, and filter by either", async () => {
    const { body } = await ask("staff", "q=zainab", "/admin/orders");
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ buyer: { id: zainab }, seller: { id: world.seller }, escrow: "pending" });
    expect(await shown("staff", `buyer=${zainab}`, "/admin/orders")).toEqual([6]);
    expect(await shown("staff", `seller=${world.buyer}`, "/admin/orders")).toEqual([]);
    expect(await shown("staff", `seller=${world.seller}&escrow=held`, "/admin/orders")).toEqual([2, 0]);
    expect((await ask("seller", "", "/admin/orders")).status).toBe(403);
  });
});

test("who is forgotten is found by no name any more, and the order by all else", async () => {
  await world.pass(days(1));
  await database.app.transaction(async (tx) => {
    for (const place of personalPlaces(DATA_KEY)) await place.erase(tx, zainab, world.now());
  });
  expect([await shown("seller", "q=zainab"), await shown("seller", `q=${orders[6]?.number}`)]).toEqual([[], [6]]);
});
