import { afterAll, beforeAll, expect, test } from "vitest";
import { hours, seconds } from "../../core/time/index.ts";
import { createOutbound, PUBLIC_ONLY } from "../../server/runtime/outbound/index.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;
const URL_OF_SHOP = "https://shop.example.test/amana";

beforeAll(async () => {
  shop = await openShop(createOutbound({ rules: PUBLIC_ONLY, resolve: async () => ["93.184.215.14"] }));
});
afterAll(() => shop.close());

const create = (body: object, key?: string, who = "seller") => shop.ask(who, "POST", "/webhook-endpoints", body, key);

test("an endpoint is made, read, changed and removed by its owner, and is nothing to anybody else", async () => {
  const made = await create({ url: URL_OF_SHOP, events: ["order.paid"], description: "Stock" });
  expect(made.status).toBe(201);
  expect(made.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const { id } = made.body.endpoint;
  const path = `/webhook-endpoints/${id}`;
  expect((await shop.ask("seller", "GET", path)).body).toEqual(made.body.endpoint);
  for (const [method, below] of [
    ["GET", ""],
    ["PATCH", ""],
    ["DELETE", ""],
    ["GET", "/deliveries"],
    ["POST", "/test"],
    ["POST", "/rotate-secret"],
    ["POST", "/deliveries/whd_0199aa00c0de7000a000000000000042/resend"],
  ] as const) {
    const { status } = await shop.ask("buyer", method, `${path}${below}`, method === "PATCH" ? {} : undefined);
    expect([method, below, status]).toEqual([method, below, 404]);
  }
  const off = await shop.ask("seller", "PATCH", path, { enabled: false, events: null });
  expect(off.body).toMatchObject({ enabled: false, disabledBecause: "owner", events: null, description: "Stock" });
  expect((await shop.ask("seller", "POST", `${path}/test`)).body.code).toBe("WEBHOOK_ENDPOINT_DISABLED");
  const on = await shop.ask("seller", "PATCH", path, { enabled: true, description: null });
  expect(on.body).toMatchObject({ enabled: true, disabledBecause: null, description: null });
  expect((await shop.ask("seller", "DELETE", path)).status).toBe(204);
  expect((await shop.ask("seller", "GET", path)).status).toBe(404);
  const entries = await shop.database.owner.query<{ action: string }>(
    "select action from audit.entry where subject = $1 order by id",
    [id],
  );
  const actions = entries.map(({ action }) => action.replace("webhook_endpoint.", ""));
  expect(actions.sort()).toEqual(["added", "changed", "changed", "removed"]);
});

test("the secret is sealed in the database and never shown again by reading", async () => {
  const { body } = await create({ url: URL_OF_SHOP });
  const [row] = await shop.database.owner.query<{ sealed: Buffer }>("select sealed from webhooks.secret");
  expect(row?.sealed.includes(body.secret)).toBe(false);
  const listed = await shop.ask("seller", "GET", "/webhook-endpoints");
  expect(JSON.stringify(listed.body)).not.toContain("whsec_");
  await shop.ask("seller", "DELETE", `/webhook-endpoints/${body.endpoint.id}`);
});

test("a repeated request whose answer was lost makes no second endpoint and shows the same secret, for a day", async () => {
  const first = await create({ url: URL_OF_SHOP }, "make-it-once-0001");
  const again = await create({ url: URL_OF_SHOP }, "make-it-once-0001");
  expect(again.body).toEqual(first.body);
  expect((await create({ url: `${URL_OF_SHOP}/other` }, "make-it-once-0001")).status).toBe(422);
  expect((await create({ url: URL_OF_SHOP }, "make-it-once-0001", "buyer")).body.secret).not.toBe(first.body.secret);
  shop.world.jump(hours(24) + seconds(1));
  expect((await create({ url: URL_OF_SHOP }, "make-it-once-0001")).status).toBe(422);
  await shop.ask("seller", "DELETE", `/webhook-endpoints/${first.body.endpoint.id}`);
});

test("a repeated rotation gives the same secret and ends no older one", async () => {
  const { body } = await create({ url: URL_OF_SHOP });
  const path = `/webhook-endpoints/${body.endpoint.id}`;
  const rotate = () => shop.ask("seller", "POST", `${path}/rotate-secret`, undefined, "rotate-once-0001");
  const [first, again] = [await rotate(), await rotate()];
  expect(first.body.secret).not.toBe(body.secret);
  expect(again.body.secret).toBe(first.body.secret);
  expect(Date.parse(first.body.endpoint.previousSecretUntil)).toBe(shop.world.now() + hours(24));
  await shop.ask("seller", "DELETE", path);
});

test("there are ten at most, also when twenty are made at once", async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, n) => create({ url: `${URL_OF_SHOP}/${n}` }, undefined, "seller")),
  );
  expect(made.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(made.filter(({ body }) => body.code === "LIMIT_REACHED")).toHaveLength(10);
  const { body } = await shop.ask("seller", "GET", "/webhook-endpoints?limit=4");
  expect(body.data).toHaveLength(4);
  const rest = await shop.ask("seller", "GET", `/webhook-endpoints?limit=10&cursor=${body.nextCursor}`);
  expect(rest.body.data).toHaveLength(6);
});

test.each([
  [{}, "url"],
  [{ url: "http://shop.example.test/" }, "url"],
  [{ url: "https://10.0.0.1/" }, "url"],
  [{ url: URL_OF_SHOP, events: [] }, "events"],
  [{ url: URL_OF_SHOP, events: ["order.eaten"] }, "events"],
  [{ url: URL_OF_SHOP, description: "two\nlines" }, "description"],
  [{ url: URL_OF_SHOP, userId: "usr_0199aa00c0de7000a000000000000042" }, "userId"],
])("%j is refused", async (body, field) => {
  const answer = await create(body, undefined, "buyer");
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body.errors)).toContain(field);
});
