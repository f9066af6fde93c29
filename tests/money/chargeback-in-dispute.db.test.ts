import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PaymentId } from "../../core/ids/index.ts";
import { days, hours } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { openRoom, type Room } from "../disputes/room.ts";
import { buyersBankOf } from "./buyers-bank.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const bank = buyersBankOf(() => room.world);

type Case = { readonly id: string; readonly order: Order; readonly payment: PaymentId };

/** A dispute about a parcel that has arrived, as far as it has come when the bank takes the money back. */
async function disputed(stage: "answer" | "decision" | "appeal_window"): Promise<Case> {
  const { order, payment } = await room.world.shipped();
  await room.world.give(order, "delivered", "carrier");
  await room.world.settle();
  const id = await room.dispute(order);
  if (stage !== "answer") await room.heard(id);
  if (stage === "appeal_window") await room.decide(id, { outcome: "refund" });
  room.world.jump(hours(10));
  await room.world.settle();
  return { id, order, payment };
}

const stateOf = async ({ order }: Case) => {
  const { state, escrow, deadline } = await room.world.deal(order.deal);
  return { state, escrow, left: deadline && deadline.dueAt - room.world.now() };
};
const fileOf = ({ id }: Case) => room.must("buyer", "GET", `/disputes/${id}`);

const STAGES = [
  ["waits for its answer", "answer", "delivered_disputed", hours(62)],
  ["is with an arbiter", "decision", "delivered_investigating", days(30) - hours(10)],
  ["is decided and may be appealed", "appeal_window", "ruled_refund", hours(62)],
] as const;

describe.each(STAGES)("a chargeback while a dispute %s", (_, stage, state, left) => {
  test("freezes it: nobody moves anything while the bank decides, however long it takes", async () => {
    const one = await disputed(stage);
    const before = await room.world.balance(`escrow:${one.order.deal}`);
    const claim = await bank.disputed(one.payment);
    expect(await fileOf(one)).toMatchObject({ stage: "bank", closedAt: null, actions: [], consents: [] });
    for (const [who, path, body] of [
      ["seller", `/disputes/${one.id}/respond`, { text: "No." }],
      ["seller", `/disputes/${one.id}/concede`, {}],
      ["buyer", `/disputes/${one.id}/withdraw`, {}],
      ["buyer", `/disputes/${one.id}/appeal`, { text: "No." }],
      ["buyer", `/orders/${one.order.id}/confirm-delivery`, {}],
    ] as const)
      expect([path, (await room.ask(who, "POST", path, body)).status]).toEqual([path, 409]);
    if (stage === "decision") expect((await room.decide(one.id, { outcome: "release" })).status).toBe(409);
    await room.world.pass(days(6));
    expect(await stateOf(one)).toMatchObject({ state: "chargeback_pending", escrow: "disputed" });
    expect(await room.world.balance(`escrow:${one.order.deal}`)).toBe(before);
    await bank.decided(one.payment, claim, "won");
    expect(await stateOf(one)).toEqual({ state, escrow: "disputed", left });
  });

  test("that the bank decides for the buyer ends it: what the bank took is all that he gets, and the file is closed", async () => {
    const one = await disputed(stage);
    const seller = await bank.seller("wallet");
    const claim = await bank.disputed(one.payment);
    await bank.decided(one.payment, claim, "lost");
    await room.world.pass(days(5));
    expect(await stateOf(one)).toEqual({ state: "refunded", escrow: "refunded", left: null });
    expect(await room.world.balance(`escrow:${one.order.deal}`)).toBe(0n);
    expect([await bank.refundsOf(one.order), await bank.seller("wallet")]).toEqual([[], seller]);
    expect(await fileOf(one)).toMatchObject({ stage: "closed", closedBy: "chargeback_lost" });
    const late = await room.ask("buyer", "POST", `/disputes/${one.id}/evidence`, { type: "photo", text: "See." });
    expect(late.body.code).toBe("DISPUTE_CLOSED");
    expect(await room.world.books()).toEqual([]);
  });
});

describe("a dispute that the bank has given back", () => {
  async function givenBack(stage: "answer" | "decision" | "appeal_window"): Promise<Case> {
    const one = await disputed(stage);
    await bank.decided(one.payment, await bank.disputed(one.payment), "won");
    return one;
  }

  test("goes on, is decided, and what was decided is carried out once", async () => {
    const one = await givenBack("decision");
    expect((await room.decide(one.id, { outcome: "refund" })).status).toBe(200);
    await room.world.pass(days(4));
    expect(await stateOf(one)).toMatchObject({ state: "refunded", escrow: "refunded" });
    expect(await bank.refundsOf(one.order)).toEqual(["succeeded"]);
    expect(await room.world.books()).toEqual([]);
  });

  test("that was decided is carried out when the rest of the time to appeal is over, and not before", async () => {
    const one = await givenBack("appeal_window");
    await room.world.pass(hours(62) - 1);
    expect(await stateOf(one)).toMatchObject({ state: "ruled_refund" });
    await room.world.pass(1);
    expect(await stateOf(one)).toMatchObject({ state: "refunded" });
  });

  test("may be taken back: then the time to inspect goes on as well", async () => {
    const one = await givenBack("answer");
    await room.must("buyer", "POST", `/disputes/${one.id}/withdraw`, {});
    await room.world.settle();
    expect(await stateOf(one)).toMatchObject({ state: "delivered", escrow: "held" });
    await room.world.pass(days(1));
    expect(await stateOf(one)).toMatchObject({ state: "completed", escrow: "released" });
    expect(await room.world.books()).toEqual([]);
  });
});
