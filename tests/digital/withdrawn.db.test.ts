import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../core/escrow/index.ts";
import { days, hours } from "../../core/time/index.ts";
import { buyersBankOf } from "../money/buyers-bank.ts";
import { createGround, type Ground } from "./ground.ts";

const policy = { ...DEFAULT_POLICY, windows: { ...DEFAULT_POLICY.windows, inspectionDigital: hours(24) } };

let ground: Ground;
const { disputed, decided, lost } = buyersBankOf(() => ground.world);

beforeAll(async () => {
  ground = await createGround({ policy });
});
afterAll(() => ground.close());

const FULL = { amount: 50_000, currency: "INR" };
const WITHDRAWN = "The money for it went back to the buyer.";
const SUSPENDED = "The money for it is being asked back: while that is open, so is this.";

/** A typeface that is paid for, with a link that was made at once. */
async function bought() {
  const { ask, offer, pay } = ground;
  const wish = { items: [{ productId: await offer({ "naskh.txt": "the letters\n" }), quantity: 1 }] };
  const { id } = (await ask("buyer", "POST", "/orders", wish)).body;
  const payment = await pay(id);
  const entry = (await ask("buyer", "GET", "/library")).body.data.find(
    (one: { orderId: string }) => one.orderId === id,
  );
  const link = () => ask("buyer", "POST", `/library/${entry.id}/link`, { fileId: entry.files[0].id });
  const { url } = (await link()).body;
  const get = () => ask(null, "GET", url.replace("https://amana.example.test/api/v1", ""));
  return {
    ...{ id, payment, link, get },
    state: async () => (await ask("buyer", "GET", `/library/${entry.id}`)).body.state,
    /** What a new link and the one from before are answered with. */
    opens: async () => {
      const [fresh, old] = [await link(), await get()];
      return [fresh.body.detail ?? fresh.status, old.body?.detail ?? old.status];
    },
  };
}

const order = (id: string) => ground.order(id);
async function ended(id: string, state: string): Promise<void> {
  await ground.world.settle();
  expect(await ground.world.stateOf(await order(id))).toBe(state);
  expect(await ground.world.books()).toEqual([]);
}

describe("case 39: who has the money back has the files no longer, be the link from before", () => {
  test("both agree on it", async () => {
    const { id, state, opens } = await bought();
    expect(await opens()).toEqual([200, 200]);
    const asked = await ground.ask("buyer", "POST", `/orders/${id}/consents`, { what: "settle", refund: FULL });
    const { data } = (await ground.ask("seller", "GET", `/orders/${id}/consents`)).body;
    expect([asked.status, data.length]).toEqual([201, 1]);
    expect((await ground.ask("seller", "POST", `/orders/${id}/consents/${data[0].id}/accept`, {})).status).toBe(200);
    expect([await state(), await opens()]).toEqual(["withdrawn", [WITHDRAWN, WITHDRAWN]]);
    await ended(id, "refunded");
    expect((await ground.world.refunds(await order(id))).map((refund) => refund.state)).toEqual(["succeeded"]);
  });

  test("the seller gives in", async () => {
    const { id, opens } = await bought();
    const claim = { problem: "not_as_agreed", claims: [{ kind: "refund" }], text: "It lacks a weight." };
    const dispute = (await ground.ask("buyer", "POST", `/orders/${id}/dispute`, claim)).body;
    expect(await opens()).toEqual([200, 200]);
    expect((await ground.ask("seller", "POST", `/disputes/${dispute.id}/concede`, {})).status).toBe(200);
    expect(await opens()).toEqual([WITHDRAWN, WITHDRAWN]);
    await ended(id, "refunded");
  });

  test("an arbiter finds so: suspended while it can be appealed, then withdrawn; downloads are in the file", async () => {
    const { id, state, opens } = await bought();
    await opens();
    const claim = { problem: "not_as_agreed", claims: [{ kind: "refund" }], text: "It lacks a weight." };
    const dispute = (await ground.ask("buyer", "POST", `/orders/${id}/dispute`, claim)).body;
    await ground.ask("seller", "POST", `/disputes/${dispute.id}/respond`, { text: "It has both." });
    const arbiter = await ground.fresh("arbiter");
    expect((await ground.ask(arbiter, "POST", `/admin/disputes/${dispute.id}/take`, {})).status).toBe(200);
    for (const who of ["buyer", "seller", arbiter])
      expect((await ground.ask(who, "GET", `/disputes/${dispute.id}`)).body.downloads).toMatchObject([
        { name: "naskh.txt", number: 1 },
      ]);
    const findings = [{ claim: 0, upheld: true, reasons: "There is one." }];
    const wish = { outcome: "refund", findings, reasons: "Heard both." };
    expect((await ground.ask(arbiter, "POST", `/admin/disputes/${dispute.id}/decide`, wish)).status).toBe(200);
    expect([await state(), await opens()]).toEqual(["suspended", [SUSPENDED, SUSPENDED]]);
    await ground.world.pass(hours(72));
    expect(await state()).toBe("withdrawn");
    await ended(id, "refunded");
  });

  test("the bank asks for it while it is held: suspended, and open again when it loses", async () => {
    const { id, payment, state, opens } = await bought();
    const dispute = await disputed(payment);
    expect([await state(), await opens()]).toEqual(["suspended", [SUSPENDED, SUSPENDED]]);
    await decided(payment, dispute, "won");
    expect([await state(), await opens()]).toEqual(["open", [200, 200]]);
    await ground.world.pass(hours(24));
    await ended(id, "completed");
    expect(await state()).toBe("open");
  });

  test("the bank asks for it while it is held, and keeps it", async () => {
    const { id, payment, state, opens } = await bought();
    await decided(payment, await disputed(payment), "lost");
    expect([await state(), await opens()]).toEqual(["withdrawn", [WITHDRAWN, WITHDRAWN]]);
    await ended(id, "refunded");
  });

  test("the bank asks for it when the seller has it already, and keeps it", async () => {
    const { id, payment, state, get } = await bought();
    await ground.world.pass(hours(24));
    await ended(id, "completed");
    const dispute = await disputed(payment);
    expect(await state()).toBe("suspended");
    await decided(payment, dispute, "lost");
    expect(await state()).toBe("withdrawn");
    expect((await get()).status).toBe(403);
    await ended(id, "completed");
    expect(await lost()).toBe(0n);
  });
});

test("what was divided stays the buyer's: a part of it is paid", async () => {
  const { id, state, opens } = await bought();
  const wish = { what: "settle", refund: { amount: 20_000, currency: "INR" } };
  await ground.ask("buyer", "POST", `/orders/${id}/consents`, wish);
  const { data } = (await ground.ask("seller", "GET", `/orders/${id}/consents`)).body;
  expect((await ground.ask("seller", "POST", `/orders/${id}/consents/${data[0].id}/accept`, {})).status).toBe(200);
  expect([await state(), await opens()]).toEqual(["open", [200, 200]]);
  await ended(id, "settled");
});

test("case 39: without a time to look at it the release is a step of its own after the payment, by the clock", async () => {
  const hasty = await createGround();
  const wish = { items: [{ productId: await hasty.offer({ "a.txt": "a" }), quantity: 1 }] };
  const { id } = (await hasty.ask("buyer", "POST", "/orders", wish)).body;
  await hasty.pay(id);
  const { body } = await hasty.ask("buyer", "GET", `/orders/${id}/timeline`);
  expect(body.data.map(({ command, to, actor }: Record<string, string>) => [command, to, actor])).toEqual([
    ["place", "payment_pending", "buyer"],
    ["payment_captured", "delivered", "gateway"],
    ["lapse_inspection", "completed", "clock"],
  ]);
  expect((await hasty.ask("buyer", "GET", "/library")).body.data).toMatchObject([{ orderId: id, state: "open" }]);
  await hasty.world.pass(days(1));
  expect(await hasty.world.books()).toEqual([]);
  await hasty.close();
});
