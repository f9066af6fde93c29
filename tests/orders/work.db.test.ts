import { afterAll, beforeAll, expect, test } from "vitest";
import { days, hours } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { createGround, type Ground, placeWork } from "./ground.ts";

let ground: Ground;

beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());

const DRAFT = { message: "Three drafts.\nTell me which.", links: ["https://files.example.test/drafts"] };
const deliver = (who: string, { id }: Order, more?: Record<string, string>) =>
  ground.ask(who, "POST", `/orders/${id}/deliver`, DRAFT, more);
const change = (who: string, { id }: Order, message = "A warmer red", more?: Record<string, string>) =>
  ground.ask(who, "POST", `/orders/${id}/request-revision`, { message }, more);
const deliveries = async (who: string, { id }: Order) =>
  (await ground.ask(who, "GET", `/orders/${id}/deliveries`)).body.data;

test("an order of work has no parcel and no address, and says what was agreed", async () => {
  const order = await placeWork(ground.world);
  const { status, body } = await ground.ask("buyer", "GET", `/orders/${order.id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...{ kind: "milestone", shippingAddress: null, shippingOption: null, shipment: null, status: "payment_pending" },
    work: { deliveryDays: 5, revisions: 2, revisionsLeft: 2, milestone: 1 },
    items: [{ productId: null, title: { en: "First drafts" }, quantity: 1 }],
    amounts: { goods: { amount: 50_000 }, shipping: { amount: 0 }, total: { amount: 50_000 } },
  });
  for (const path of ["tracking", "timeline", "statement"])
    expect((await ground.ask("buyer", "GET", `/orders/${order.id}/${path}`)).status).toBe(200);
  expect((await ground.ask("seller", "GET", `/orders/${order.id}/label`)).status).toBe(404);
  expect((await ground.ask("seller", "GET", "/seller/orders/pending")).body.data).toEqual([]);
  expect((await ground.ask("buyer", "GET", "/orders")).body.data[0]).toMatchObject({ id: order.id, kind: "milestone" });
});

test("what belongs to parcels is not for work, and what belongs to work is not for parcels", async () => {
  const order = await ground.working();
  const dispatched = await ground.ask("seller", "POST", `/orders/${order.id}/dispatch`, {});
  expect([dispatched.status, dispatched.body.detail]).toEqual([409, "This order knows no such command."]);
  const ready = { method: "PUT" as const, url: `/api/v1/orders/${order.id}/status`, payload: { status: "processing" } };
  expect((await ground.app.inject({ ...ready, headers: { authorization: "Bearer seller" } })).statusCode).toBe(409);
  const { order: parcel } = await ground.world.paid();
  expect((await deliver("seller", parcel)).status).toBe(409);
  expect(await deliveries("seller", parcel)).toEqual([]);
  expect((await ground.ask("buyer", "GET", `/orders/${parcel.id}`)).body).toMatchObject({
    kind: "physical",
    work: null,
  });
});

test("work is delivered, changed as often as was agreed and no more, accepted and paid for", async () => {
  const order = await ground.working();
  expect(await ground.world.stateOf(order)).toBe("processing");
  const first = await deliver("seller", order);
  expect([first.status, first.body.status, first.body.actions]).toEqual([200, "delivered", expect.anything()]);
  for (const round of [1, 2]) {
    const asked = await change("buyer", order, `Round ${round}`);
    expect([asked.body.status, asked.body.work.revisionsLeft]).toEqual(["revision_requested", 2 - round]);
    expect((await deliver("seller", order)).body.status).toBe("delivered");
  }
  const third = await change("buyer", order);
  expect([third.status, third.body.code, third.body.detail]).toEqual([
    ...[409, "TRANSITION_NOT_ALLOWED", expect.stringContaining("revision")],
  ]);
  const seen = await deliveries("buyer", order);
  expect(
    seen.map(({ number, changes }: { number: number; changes: { message: string } | null }) => [
      number,
      changes?.message,
    ]),
  ).toEqual([
    ...[
      [1, "Round 1"],
      [2, "Round 2"],
      [3, undefined],
    ],
  ]);
  expect(seen[0]).toMatchObject(DRAFT);
  expect((await ground.ask("buyer", "POST", `/orders/${order.id}/confirm-delivery`, {})).body.status).toBe("completed");
  await ground.world.settle();
  expect((await ground.world.payout(order))?.amount.minor).toBe(48_500n);
  expect(await ground.world.books()).toEqual([]);
});

test("files that are handed over are seen by both, and of a refused delivery none is held", async () => {
  const order = await ground.working();
  const upload = async (who: string, purpose = "delivery"): Promise<string> => {
    const answer = await ground.app.inject({
      method: "POST",
      url: `/api/v1/files?name=draft.txt&purpose=${purpose}`,
      headers: { authorization: `Bearer ${who}`, "content-type": "application/octet-stream" },
      payload: Buffer.from("a draft\n"),
    });
    return answer.json().id;
  };
  const [mine, theirs, message] = [await upload("seller"), await upload("buyer"), await upload("seller", "message")];
  const hand = (who: string, files: readonly string[]) =>
    ground.ask(who, "POST", `/orders/${order.id}/deliver`, { message: "Here", files });
  for (const files of [[mine, theirs], [message]]) expect((await hand("seller", files)).status).toBe(404);
  expect((await hand("buyer", [theirs])).body.code).toBe("FORBIDDEN");
  for (const [who, file] of Object.entries({ seller: mine, buyer: theirs }))
    expect((await ground.ask(who, "GET", `/files/${file}`)).body.attached).toBe(false);
  expect((await ground.ask("buyer", "GET", `/files/${mine}`)).status).toBe(404);
  expect((await hand("seller", [mine])).body.status).toBe("delivered");
  expect(await deliveries("buyer", order)).toMatchObject([
    { files: [{ id: mine, name: "draft.txt", attached: true }] },
  ]);
  expect((await ground.ask("buyer", "POST", `/files/${mine}/link`)).status).toBe(200);
});

test("each step is for one side alone, and a refused one leaves nothing", async () => {
  const order = await ground.working();
  expect((await deliver("buyer", order)).body.code).toBe("FORBIDDEN");
  expect((await change("buyer", order)).body.code).toBe("TRANSITION_NOT_ALLOWED");
  expect(await deliveries("seller", order)).toEqual([]);
  await deliver("seller", order);
  expect((await change("seller", order)).body.code).toBe("FORBIDDEN");
  expect(await deliveries("seller", order)).toMatchObject([{ number: 1, changes: null }]);
  expect((await deliver("seller", order)).body.code).toBe("TRANSITION_NOT_ALLOWED");
  expect(await deliveries("seller", order)).toHaveLength(1);
});

test("the same request twice delivers once, and only from the version that was seen", async () => {
  const order = await ground.working();
  expect((await deliver("seller", order, { "if-match": '"1"' })).status).toBe(412);
  const twice = await Promise.all([1, 2].map(() => deliver("seller", order, { "idempotency-key": "one-delivery" })));
  expect(twice.map(({ status }) => status).filter((status) => status !== 409)).not.toEqual([]);
  expect(await deliveries("seller", order)).toHaveLength(1);
  await change("buyer", order, "Once", { "idempotency-key": "one-change" });
  await change("buyer", order, "Once", { "idempotency-key": "one-change" });
  expect((await ground.ask("buyer", "GET", `/orders/${order.id}`)).body.work.revisionsLeft).toBe(1);
});

test("a buyer whom nobody delivers to in the agreed days may leave, and has the money back", async () => {
  const order = await ground.working({ deliveryDays: 3 });
  expect((await ground.ask("buyer", "POST", `/orders/${order.id}/cancel`, {})).status).toBe(409);
  await ground.world.pass(days(3));
  expect(await ground.world.stateOf(order)).toBe("late");
  expect((await ground.ask("buyer", "POST", `/orders/${order.id}/cancel`, {})).body.status).toBe("cancelled");
  await ground.world.settle();
  expect((await ground.world.refunds(order)).map(({ amount, state }) => [amount.minor, state])).toEqual([
    [50_000n, "succeeded"],
  ]);
  expect(await ground.world.books()).toEqual([]);
});

test("the clock releases what the buyer has had for seven days, and refunds what is late for seven", async () => {
  const [delivered, never] = [await ground.working(), await ground.working({ deliveryDays: 1 })];
  await deliver("seller", delivered);
  await ground.world.pass(days(8) + hours(1));
  expect(await ground.world.stateOf(delivered)).toBe("completed");
  expect(await ground.world.stateOf(never)).toBe("refunded");
  expect(await ground.world.books()).toEqual([]);
});
