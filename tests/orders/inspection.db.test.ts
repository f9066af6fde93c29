import { afterAll, beforeAll, expect, test } from "vitest";
import { insertUser, startSession } from "../../server/modules/identity/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { webhook } from "../money/gateway.ts";
import { createGround, type Ground } from "./ground.ts";

/** What staff find out about one order, and how they come to it and to its entries in the books. */
let ground: Ground;
let paid: Order;
let payment: string;

beforeAll(async () => {
  ground = await createGround();
  const { world } = ground;
  for (const role of ["support", "finance", "arbiter"] as const) {
    const id = newRootId("user", world.now());
    const contact = { email: `${role}@example.test`, phone: "9000000006" };
    const staff = {
      id,
      demoKey: null,
      name: `Sana (demo ${role})`,
      ...contact,
      roles: ["user", role],
      pickupAddress: null,
    };
    await insertUser(world.db, { ...staff, roles: ["user", role] });
    await startSession(world.db, id, world.now(), role);
  }
  const shipped = await world.shipped();
  paid = shipped.order;
  payment = shipped.payment;
  const raw = webhook({ payment }, "payment.news");
  for (const _ of ["once", "and again"])
    await receiveWebhook(world.db, world.parts.gateways, "testpay", raw, world.now());
  await world.order();
});
afterAll(() => ground.close());

const ask = (who: string, path: string) => ground.ask(who, "GET", path);

test("an order from inside: events, postings that sum to zero, what others do for it, waiting jobs, what the gateway has sent", async () => {
  const { status, body } = await ask("support", `/admin/orders/${paid.id}`);
  expect(status).toBe(200);
  expect(body.order).toMatchObject({
    number: paid.number,
    status: "shipped",
    buyer: { id: paid.buyer },
    seller: { id: paid.seller },
  });
  expect(body).toMatchObject({ dealId: paid.deal, process: "shipped_goods 1", state: "shipped" });
  expect(body.events.at(-1)).toMatchObject({
    to: "shipped",
    actor: expect.any(String),
    recordedAt: expect.any(String),
  });
  expect(body.events.at(-1)).not.toHaveProperty("note");
  const [fund] = body.postings;
  expect(fund.entries.map(({ account }: { account: string }) => account)).toContain(`escrow:${paid.deal}`);
  expect(fund.entries.reduce((sum: number, { amount }: { amount: { amount: number } }) => sum + amount.amount, 0)).toBe(
    0,
  );
  expect(body.outside.map(({ what, state }: Record<string, string>) => [what, state])).toEqual([
    ["payment", "captured"],
    ["shipment", "booked"],
  ]);
  expect(body.jobs.map(({ key }: { key: string }) => key)).toContain(`payment.look:${payment}`);
  expect(body.webhooks).toEqual([
    { gateway: "testpay", type: expect.any(String), about: payment, receivedAt: expect.any(String), times: 2 },
  ]);
  const text = JSON.stringify(body);
  for (const secret of [paid.transport?.address.phone, paid.transport?.address.line1])
    expect(text).not.toContain(secret);
});

test("not for its own people, and not for arbiters, who have their desk", async () => {
  for (const who of ["buyer", "seller", "arbiter"])
    expect((await ask(who, `/admin/orders/${paid.id}`)).status, who).toBe(403);
  expect((await ask("finance", `/admin/orders/${newRootId("order", ground.world.now())}`)).status).toBe(404);
});

test("an order is found by what the gateway calls its money, and by its deal", async () => {
  const { body } = await ask("finance", `/admin/orders/${paid.id}`);
  const reference = body.outside.find(({ what }: { what: string }) => what === "payment").reference;
  const found = async (query: string) =>
    (await ask("support", `/admin/orders?${query}`)).body.data.map(({ id }: { id: string }) => id);
  expect(await found(`reference=${encodeURIComponent(reference)}`)).toEqual([paid.id]);
  expect(await found(`deal=${paid.deal}`)).toEqual([paid.id]);
  expect(
    await found(`deal=${newRootId("deal", ground.world.now())}&reference=${encodeURIComponent(reference)}`),
  ).toEqual([]);
  expect(await found("reference=nobody-calls-it-so")).toEqual([]);
  expect(await found("")).toHaveLength(2);
});

test("from the books to an account, and from the account to its entries, page by page", async () => {
  const { body: accounts } = await ask("finance", "/finance/accounts?family=escrow&currency=INR");
  expect(accounts.data).toEqual([
    {
      ...{ account: `escrow:${paid.deal}`, shard: expect.any(Number), entries: 1 },
      balance: { amount: Number(paid.terms.total.minor), currency: "INR" },
    },
  ]);
  const [{ account, shard }] = accounts.data;
  const of = `/finance/account-entries?account=${account}&shard=${shard}&currency=INR`;
  const { body } = await ask("finance", of);
  expect(body).toMatchObject({
    data: [{ number: 1, kind: "fund", dealId: paid.deal, balanceAfter: accounts.data[0].balance }],
    nextCursor: null,
  });
  await ground.world.give(paid, "confirm_receipt", "buyer");
  await ground.world.settle();
  expect((await ask("finance", "/finance/accounts?family=escrow&currency=INR")).body.data).toEqual([]);
  const first = await ask("finance", `${of}&limit=1`);
  const second = await ask("finance", `${of}&limit=1&cursor=${first.body.nextCursor}`);
  expect([first, second].map(({ body: page }) => page.data[0].number)).toEqual([2, 1]);
  expect(first.body.data[0].balanceAfter.amount).toBe(0);
  expect((await ask("support", of)).status).toBe(403);
  expect((await ask("finance", "/finance/account-entries?account=escrow:nobody&shard=0&currency=INR")).status).toBe(
    404,
  );
});

test("the accounts of a family come in pages, each once", async () => {
  const family = "/finance/accounts?family=clearing&currency=INR";
  const whole = (await ask("finance", family)).body.data;
  const [books] = (await ask("finance", "/finance/custody")).body.data;
  const sum = whole.reduce((all: number, { balance }: { balance: { amount: number } }) => all - balance.amount, 0);
  expect(sum).toBe(books.held.find((one: { family: string }) => one.family === "clearing").sum.amount);
  expect(whole.length).toBeGreaterThan(0);
});
