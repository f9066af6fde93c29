import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../server/runtime/database/index.ts";
import { applicationOf } from "../money/application.ts";
import { ADDRESS } from "../money/world.ts";
import { createApplication } from "./application.ts";

let application: Awaited<ReturnType<typeof createApplication>>;
let dead: Awaited<ReturnType<typeof dying>>;
beforeAll(async () => {
  application = await createApplication();
  dead = await dying();
});
afterAll(async () => {
  await dead.close();
  await application.close();
});

/**
 * The application as it was when its process died after a command's commit: what it would have written of the answer is never
 * written, and nobody hears it.
 */
async function dying() {
  const { db } = application.world.parts;
  const gone = (text: string): boolean =>
    /http\.idempotency set status/.test(text) || /delete from http\.idempotency/.test(text);
  const lost = (): Promise<never> => Promise.reject(new Error("the process is gone"));
  const half: Database = {
    ...db,
    maybe: (text, values) => (gone(text) ? lost() : db.maybe(text, values)),
    query: (text, values) => (gone(text) ? lost() : db.query(text, values)),
  };
  return applicationOf(application.world, { db: half });
}

type App = typeof application.app;
const versionOf = async (order: string): Promise<string> => {
  const { version } = (
    await application.app.inject({ url: `/api/v1/orders/${order}`, headers: { authorization: "Bearer buyer" } })
  ).json();
  return `"${version}"`;
};

const send = async (
  app: App,
  path: string,
  key: string,
  payload: object = {},
  who = "buyer",
  more: Record<string, string> = {},
) => {
  const headers = { authorization: `Bearer ${who}`, "idempotency-key": key, ...more };
  const answer = await app.inject({ method: "POST", url: `/api/v1${path}`, headers, payload });
  return { status: answer.statusCode, replayed: answer.headers["idempotent-replayed"], body: answer.json() };
};

/** Sends to a process that dies before its answer is kept, then, when the lease has run out, to another. */
async function twice(
  path: string,
  key: string,
  payload: object = {},
  who = "buyer",
  more: Record<string, string> = {},
) {
  const first = await send(dead, path, key, payload, who, more);
  const early = await send(application.app, path, key, payload, who, more);
  expect([early.status, early.body.code]).toEqual([409, "IDEMPOTENCY_IN_FLIGHT"]);
  await application.database.owner.query(
    "update http.idempotency set claimed_at = claimed_at - interval '61 seconds' where status is null",
  );
  const second = await send(application.app, path, key, payload, who, more);
  expect(second.replayed).toBeUndefined();
  expect((await send(application.app, path, key, payload, who, more)).replayed).toBe("true");
  return { first, second };
}

const rates = async () => {
  const url = `/api/v1/shipping/rates?productId=${application.world.product}&quantity=1&postcode=${ADDRESS.postcode}`;
  const { quoteId, options } = (await application.app.inject(url)).json();
  return { quoteId, courier: options[0].courier };
};

const { line2: _, ...shippingAddress } = ADDRESS;
const countOf = async (table: string): Promise<number> =>
  (await application.database.owner.one<{ count: number }>(`select count(*)::int as count from ${table}`)).count;

test("case 16: an order whose process died after the commit is placed once, and the retry gets that order", async () => {
  const body = { items: [{ productId: application.world.product, quantity: 1 }], shippingAddress, ...(await rates()) };
  const before = await countOf("orders.order");
  const { first, second } = await twice("/orders", "place-1", body);
  expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  expect(await countOf("orders.order")).toBe(before + 1);
});

test("case 16: a payment whose process died is begun once", async () => {
  const order = await application.world.order();
  const before = await countOf("payments.payment");
  const { first, second } = await twice(`/orders/${order.id}/payment`, "pay-1");
  expect(second.status).toBeLessThan(300);
  expect(second.body.id).toBe(first.body.id);
  expect(await countOf("payments.payment")).toBe(before + 1);
});

test("case 16: a delivery that was confirmed by a process that died is confirmed once, and the money is released once", async () => {
  const { order } = await application.world.shipped();
  const before = await countOf("escrow.event");
  const { first, second } = await twice(`/orders/${order.id}/confirm-delivery`, "confirm-1");
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body.status).toBe(first.body.status);
  expect(await countOf("escrow.event")).toBe(before + 1);
});

test("If-Match holds at the very moment of the command: of two that name one version, one is done", async () => {
  const { order } = await application.world.paid();
  const version = await versionOf(order.id);
  const answers = await Promise.all(
    ["accept", "cancel"].map((name) =>
      application.app.inject({
        method: "POST",
        url: `/api/v1/orders/${order.id}/${name}`,
        headers: { authorization: `Bearer ${name === "accept" ? "seller" : "buyer"}`, "if-match": version },
        payload: {},
      }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
});

test("case 16: a command with If-Match whose process died is answered as done, though the version has moved with it", async () => {
  const { order } = await application.world.shipped();
  const headers = { "if-match": await versionOf(order.id) };
  const { first, second } = await twice(`/orders/${order.id}/confirm-delivery`, "confirm-2", {}, "buyer", headers);
  expect([first.status, second.status]).toEqual([200, 200]);
  const stale = await send(application.app, `/orders/${order.id}/confirm-delivery`, "confirm-3", {}, "buyer", headers);
  expect([stale.status, stale.body.code]).toEqual([412, "VERSION_CONFLICT"]);
});

/** As the tables of an order and its money have them, and as JSON would write them, beside words that clients of others have sent. */
async function columnsOfOrders(): Promise<string[]> {
  const rows = await application.database.owner.query<{ name: string }>(
    `select distinct column_name as name from information_schema.columns
      where table_schema in ('orders', 'escrow', 'payments', 'payouts', 'ledger', 'catalog', 'shipping')`,
  );
  const camel = (name: string): string =>
    name.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return [
    ...new Set([...rows.flatMap(({ name }) => [name, camel(name)]), "total", "fee", "sellerId", "paymentResult"]),
  ];
}

test("case 17: fields that only the server may set are refused in an order and in its items, whatever their names", async () => {
  const body = { items: [{ productId: application.world.product, quantity: 1 }], shippingAddress, ...(await rates()) };
  const [before, names] = [await countOf("orders.order"), await columnsOfOrders()];
  const foreign = (own: object): string[] => names.filter((name) => !Object.hasOwn(own, name));
  expect(names.length).toBeGreaterThan(150);
  for (const [own, changed] of [
    [body, (field: string) => ({ ...body, [field]: 1 })],
    [body.items[0] ?? {}, (field: string) => ({ ...body, items: [{ ...body.items[0], [field]: 1 }] })],
  ] as const)
    for (const field of foreign(own)) {
      const refused = await send(application.app, "/orders", `mass-${field}`, changed(field));
      expect([refused.status, refused.body.code], field).toEqual([400, "VALIDATION_FAILED"]);
    }
  expect(await countOf("orders.order")).toBe(before);
});

test("case 20: nobody buys what he sells himself", async () => {
  const body = { items: [{ productId: application.world.product, quantity: 1 }], shippingAddress, ...(await rates()) };
  const refused = await send(application.app, "/orders", "own-1", body, "seller");
  expect([refused.status, refused.body.code]).toEqual([422, "OWN_LISTING"]);
});
