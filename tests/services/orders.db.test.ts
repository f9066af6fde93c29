import { afterAll, beforeAll, expect, test } from "vitest";
import { days, hours } from "../../core/time/index.ts";
import { createGround, type Ground } from "../digital/ground.ts";

let ground: Ground;

beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());

const inr = (amount: number) => ({ amount, currency: "INR" });

const TRANSLATION = {
  category: "translation-into-arabic",
  title: { en: "Translation into Arabic (demo)" },
  description: { en: "By a translator of twenty years (demo)." },
  packages: [
    { name: { en: "Thousand words" }, price: inr(250_000), deliveryDays: 3, revisions: 1 },
    { name: { en: "Express" }, description: { en: "By tomorrow" }, price: inr(150_000), deliveryDays: 1, revisions: 0 },
  ],
};

const must = async (who: string, method: "GET" | "POST" | "PATCH", path: string, body?: object) => {
  const { status, body: answer } = await ground.ask(who, method, path, body);
  if (status >= 300) throw new Error(`${who} ${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
};

async function offered(): Promise<string> {
  const { id } = await must("seller", "POST", "/services", TRANSLATION);
  await must("seller", "POST", `/seller/listings/${id}/submit`);
  return id;
}

const order = (service: string, more: object = {}, quantity = 1, number = 1) =>
  ground.ask("buyer", "POST", "/orders", { items: [{ serviceId: service, package: number, quantity }], ...more });

/** An order that is paid for and, where nothing else is said, accepted. */
async function working({ number = 1, accept = true } = {}): Promise<string> {
  const { body } = await order(await offered(), {}, 1, number);
  await ground.pay(body.id);
  if (accept) await must("seller", "POST", `/orders/${body.id}/accept`, {});
  return body.id;
}

const read = (id: string, who = "buyer") => must(who, "GET", `/orders/${id}`);
const deliver = (id: string, more: object = {}) =>
  ground.ask("seller", "POST", `/orders/${id}/deliver`, { message: "Here it is", ...more });
const change = (id: string) => ground.ask("buyer", "POST", `/orders/${id}/request-revision`, { message: "Softer" });
const stateOf = async (id: string) => ground.world.stateOf(await ground.order(id));

test("a package is ordered with what is wanted, accepted, delivered with files, changed once, accepted and paid out", async () => {
  const { world, pay, upload } = ground;
  const service = await offered();
  const placed = await order(service, { requirements: "The first chapter,\nin plain words." }, 2);
  expect(placed.status).toBe(201);
  expect(placed.body).toMatchObject({
    ...{ kind: "service", status: "payment_pending", shippingAddress: null, shippingOption: null, entitlementId: null },
    amounts: { goods: inr(500_000), shipping: inr(0), total: inr(500_000) },
    work: { deliveryDays: 3, revisions: 1, revisionsLeft: 1, contractId: null, milestone: null },
    items: [
      {
        ...{ productId: null, quantity: 2, unitPrice: inr(250_000), category: "translation-into-arabic" },
        service: { id: service, package: { number: 1, name: { en: "Thousand words" }, description: null } },
      },
    ],
  });
  const { id } = placed.body;
  expect((await read(id, "seller")).work.requirements).toBe("The first chapter,\nin plain words.");
  await pay(id);
  expect(await read(id, "seller")).toMatchObject({
    ...{ status: "escrow_locked", actions: expect.arrayContaining(["accept", "cancel"]) },
    outlook: { turn: "seller", next: { kind: "start", effect: "refund" } },
  });
  const accepted = await must("seller", "POST", `/orders/${id}/accept`, {});
  expect([accepted.status, accepted.deadlines[0].dueAt]).toEqual([
    ...["processing", new Date(world.now() + days(3)).toISOString()],
  ]);
  const file = await upload("seller", "chapter.txt", "words\n", "delivery");
  expect((await deliver(id, { files: [file] })).body.status).toBe("delivered");
  expect((await ground.ask("buyer", "POST", `/files/${file}/link`)).status).toBe(200);
  const asked = await change(id);
  expect([asked.body.status, asked.body.work.revisionsLeft]).toEqual(["revision_requested", 0]);
  await deliver(id);
  const again = await change(id);
  expect([again.status, again.body.detail]).toEqual([409, "All revisions that the offer includes are used."]);
  expect((await must("buyer", "GET", `/orders/${id}/deliveries`)).data).toMatchObject([
    { number: 1, files: [{ id: file }], changes: { message: "Softer" } },
    { number: 2, changes: null },
  ]);
  expect((await must("buyer", "POST", `/orders/${id}/confirm-delivery`, {})).status).toBe("completed");
  await world.settle();
  expect((await world.payout(await ground.order(id)))?.amount.minor).toBe(485_000n);
  const documents = (await must("seller", "GET", `/orders/${id}/documents`)).data;
  expect(documents.map(({ kind }: { kind: string }) => kind).sort()).toEqual(["commission_invoice", "invoice"]);
  expect((await must("seller", "GET", "/orders?role=seller")).data[0]).toMatchObject({ id, kind: "service" });
  expect(await world.books()).toEqual([]);
});

test("an order keeps the package as it was, whatever its seller offers later", async () => {
  const service = await offered();
  const { id } = (await order(service)).body;
  const [, express] = TRANSLATION.packages;
  await must("seller", "PATCH", `/services/${service}`, { packages: [express] });
  await ground.pay(id);
  await must("seller", "POST", `/orders/${id}/accept`, {});
  const seen = await read(id);
  expect(seen).toMatchObject({ work: { deliveryDays: 3, revisions: 1 }, amounts: { total: inr(250_000) } });
  const gone = await order(service, {}, 1, 2);
  expect([gone.status, gone.body.errors]).toEqual([
    ...[400, [{ field: "items.0.package", message: "is not one of this service's" }]],
  ]);
});

test.each([
  ["no package", (service: string) => ({ items: [{ serviceId: service, quantity: 1 }] }), "items.0.package"],
  ["nothing", () => ({ items: [{ quantity: 1 }] }), "items.0.productId"],
  [
    "two things at once",
    (service: string) => ({
      items: [{ serviceId: service, productId: ground.world.product, package: 1, quantity: 1 }],
    }),
    "items.0.productId",
  ],
  [
    "a package of a product",
    () => ({ items: [{ productId: ground.world.product, package: 1, quantity: 1 }] }),
    "items.0.package",
  ],
  [
    "somewhere to send it to",
    (service: string) => ({ items: [{ serviceId: service, package: 1, quantity: 1 }], courier: "road" }),
    "courier",
  ],
  [
    "requirements of a product",
    () => ({ items: [{ productId: ground.world.product, quantity: 1 }], requirements: "In red" }),
    "requirements",
  ],
] as const)("an order of %s is refused, and says why", async (_what, wish, field) => {
  const { status, body } = await ground.ask("buyer", "POST", "/orders", wish(await offered()));
  expect([status, body.code, body.errors[0].field]).toEqual([400, "VALIDATION_FAILED", field]);
});

test("nobody orders from himself, and nothing that is not offered", async () => {
  const service = await offered();
  const wish = { items: [{ serviceId: service, package: 1, quantity: 1 }] };
  expect((await ground.ask("seller", "POST", "/orders", wish)).body.code).toBe("OWN_LISTING");
  await must("seller", "POST", `/seller/listings/${service}/deactivate`);
  expect((await order(service)).body.code).toBe("LISTING_UNAVAILABLE");
  const draft = await must("seller", "POST", "/services", TRANSLATION);
  expect((await order(draft.id)).body.code).toBe("LISTING_UNAVAILABLE");
});

test("work that nobody accepts in two days is refunded, and who has not begun may cancel", async () => {
  const [never, declined] = [await working({ accept: false }), await working({ accept: false })];
  expect((await must("seller", "POST", `/orders/${declined}/cancel`, {})).status).toBe("cancelled");
  await ground.world.pass(hours(48));
  expect(await stateOf(never)).toBe("refunded");
  expect((await must("buyer", "GET", `/orders/${never}/timeline`)).data.at(-1)).toMatchObject({
    reason: "ACCEPT_TIMEOUT",
  });
  for (const id of [never, declined])
    expect(
      (await ground.world.refunds(await ground.order(id))).map(({ amount, state }) => [amount.minor, state]),
    ).toEqual([[250_000n, "succeeded"]]);
  expect(await ground.world.books()).toEqual([]);
});

test("late work may be cancelled by the buyer, delivered all the same, or is refunded after a week", async () => {
  const [left, waited, never] = [await working(), await working(), await working()];
  expect((await ground.ask("buyer", "POST", `/orders/${left}/cancel`, {})).status).toBe(409);
  await ground.world.pass(days(3));
  expect(await stateOf(left)).toBe("late");
  expect((await must("buyer", "POST", `/orders/${left}/cancel`, {})).status).toBe("cancelled");
  await ground.world.pass(days(2));
  expect((await deliver(waited)).body.status).toBe("delivered");
  await ground.world.pass(days(5));
  expect(await stateOf(never)).toBe("refunded");
  await ground.world.pass(days(2));
  expect(await stateOf(waited)).toBe("completed");
  expect(await ground.world.books()).toEqual([]);
});

test("a package without revisions has none, and a dispute divides what is held", async () => {
  const id = await working({ number: 2 });
  await deliver(id);
  expect((await change(id)).body.detail).toBe("All revisions that the offer includes are used.");
  const wish = { what: "settle", refund: inr(50_000) };
  const asked = await must("buyer", "POST", `/orders/${id}/consents`, wish);
  await must("seller", "POST", `/orders/${id}/consents/${asked.id}/accept`, {});
  await ground.world.settle();
  expect(await stateOf(id)).toBe("settled");
  expect((await ground.world.payout(await ground.order(id)))?.amount.minor).toBe(97_000n);
  expect(await ground.world.books()).toEqual([]);
});

test("one key places one order, however often and at once it is sent", async () => {
  const wish = { items: [{ serviceId: await offered(), package: 1, quantity: 1 }] };
  const send = () => ground.ask("buyer", "POST", "/orders", wish, { "idempotency-key": "one-translation-only" });
  const count = async () => (await ground.database.owner.query(`select from orders."order"`)).length;
  const before = await count();
  await Promise.all([send(), send(), send()]);
  expect((await send()).status).toBe(201);
  expect(await count()).toBe(before + 1);
});

test("what waits to be accepted stands with what is to be sent, under its own deadline, until it is accepted", async () => {
  const pending = async (id: string) => {
    const { data } = await must("seller", "GET", "/seller/orders/pending");
    return data.find((one: { id: string }) => one.id === id);
  };
  const { body } = await order(await offered());
  expect(await pending(body.id)).toBeUndefined();
  await ground.pay(body.id);
  const { deadline } = await ground.world.deal((await ground.order(body.id)).deal);
  expect(await pending(body.id)).toMatchObject({
    ...{ kind: "service", status: "escrow_locked", urgency: "calm" },
    ...{ dueAt: new Date(deadline?.dueAt ?? 0).toISOString(), nextDeadline: { kind: "start" } },
  });
  await must("seller", "POST", `/orders/${body.id}/accept`, {});
  await ground.world.settle();
  expect(await pending(body.id)).toBeUndefined();
});
