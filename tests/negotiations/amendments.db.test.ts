import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { days } from "../../core/time/index.ts";
import { type Ground, inr, openGround } from "./ground.ts";

let ground: Ground;
let buyer: UserId;
let seller: UserId;

beforeAll(async () => {
  ground = await openGround();
  ({ buyer, seller } = ground);
});
afterAll(() => ground.close());
beforeEach(async () => {
  ground.product.id = await ground.world.listing(1000);
});

const propose = (who: UserId, id: string, changes: object) =>
  ground.ask(who, "POST", `/agreements/${id}/amendments`, changes);
const decide = (who: UserId, id: string, amendment: string, word: "accept" | "decline") =>
  ground.ask(who, "POST", `/agreements/${id}/amendments/${amendment}/${word}`, {});
const proposed = async (who: UserId, id: string, changes: object): Promise<string> => {
  ground.world.jump(1_000);
  return (await propose(who, id, changes)).body.amendments.at(-1).id;
};

describe("before the payment", () => {
  test("everything changes by both, and the next version has a hash of its own and shows what changed", async () => {
    const id = await ground.agreed();
    const before = await ground.agreement(buyer, id);
    ground.world.jump(60_000);
    const amendment = await proposed(seller, id, { unitPrice: inr(24_000), quantity: 6, deliveryDays: 20 });
    expect((await ground.agreement(buyer, id)).hash).toBe(before.hash);
    const changes = [
      { field: "unitPrice", before: "INR 250.00", after: "INR 240.00" },
      { field: "quantity", before: "4", after: "6" },
      { field: "deliveryDays", before: "10", after: "20" },
    ];
    expect((await ground.agreement(buyer, id)).amendments).toMatchObject([
      { by: "seller", status: "proposed", changes },
    ]);
    expect((await decide(seller, id, amendment, "accept")).body.code).toBe("FORBIDDEN");
    const after = (await decide(buyer, id, amendment, "accept")).body;
    expect(after).toMatchObject({ version: 2, terms: { total: inr(153_000), quantity: 6 }, signatures: [] });
    expect(after.hash).not.toBe(before.hash);
    expect(after.versions).toMatchObject([
      { version: 1, hash: before.hash, changes: [] },
      { version: 2, hash: after.hash, changes },
    ]);
    expect((await decide(buyer, id, amendment, "accept")).body.code).toBe("VERSION_CONFLICT");
    const deal = await ground.world.deal((await ground.placed(id, 6)).deal);
    expect([deal.total, deal.policy.windows.delivery]).toEqual([money(153_000n, "INR"), days(20)]);
  });

  test("an order that is not paid yet is taken back, and placed again by the new version", async () => {
    const id = await ground.agreed();
    const first = await ground.placed(id);
    const amendment = await proposed(buyer, id, { unitPrice: inr(20_000) });
    const amended = await decide(seller, id, amendment, "accept");
    expect(amended.body).toMatchObject({ status: "to_be_ordered", orderId: null, version: 2 });
    expect(await ground.world.stateOf(first)).toBe("cancelled");
    await ground.world.settle();
    expect(await ground.world.stockOf(ground.product.id)).toBe(1000);
    const second = await ground.placed(id);
    expect(second.id).not.toBe(first.id);
    expect((await ground.world.deal(second.deal)).total).toEqual(money(89_000n, "INR"));
  });

  test("a payment at the same moment is by the old version, or finds no order: never by one and for the other", async () => {
    for (let round = 0; round < 4; round++) {
      ground.product.id = await ground.world.listing(1000);
      const id = await ground.agreed();
      const order = await ground.placed(id);
      const payment = await ground.world.openPayment(order);
      const amendment = await proposed(buyer, id, { unitPrice: inr(20_000) });
      ground.world.gateway.pay(payment);
      const [accepted] = await Promise.all([decide(seller, id, amendment, "accept"), ground.world.look(payment)]);
      await ground.world.settle();
      const deal = await ground.world.deal(order.deal);
      expect(deal.total).toEqual(money(109_000n, "INR"));
      const { version, status } = await ground.agreement(buyer, id);
      expect([accepted.status, version, status, deal.escrow]).toEqual(
        accepted.status === 200 ? [200, 2, "to_be_ordered", "pending"] : [409, 1, "to_be_signed", "held"],
      );
    }
    expect((await ground.world.books()).filter((sentence) => !sentence.startsWith("suspense:"))).toEqual([]);
  });
});

describe("while money is held", () => {
  test("no amount changes, and no window", async () => {
    const id = await ground.agreed();
    const order = await ground.pay(await ground.placed(id));
    for (const changes of [
      { unitPrice: inr(1) },
      { quantity: 400 },
      { shipping: { bearer: "seller", amount: inr(0) } },
    ])
      expect((await propose(buyer, id, changes)).body.code).toBe("AMOUNTS_ARE_HELD");
    for (const changes of [{ deliveryDays: 60 }, { inspectionDays: 1 }, { dispatchDays: 1 }, { paymentHours: 1 }])
      expect((await propose(seller, id, changes)).body.code).toBe("TRANSITION_NOT_ALLOWED");
    expect((await ground.world.deal(order.deal)).total).toEqual(money(109_000n, "INR"));
  });

  test("an amendment from before the payment is not accepted after it", async () => {
    const id = await ground.agreed();
    const order = await ground.placed(id);
    const amendment = await proposed(buyer, id, { unitPrice: inr(1) });
    await ground.pay(order);
    expect((await decide(seller, id, amendment, "accept")).body.code).toBe("AMOUNTS_ARE_HELD");
    expect(await ground.agreement(buyer, id)).toMatchObject({ version: 1, terms: { total: inr(109_000) } });
  });

  test("words change by both, are signed by both, and not while one side has signed alone", async () => {
    const id = await ground.agreed();
    const order = await ground.pay(await ground.placed(id));
    const first = await proposed(seller, id, { freeTerms: "Rolls of 20 metres (demo)" });
    await decide(buyer, id, first, "accept");
    await ground.sign(buyer, id);
    expect((await propose(seller, id, { freeTerms: "None" })).body.code).toBe("TRANSITION_NOT_ALLOWED");
    await ground.sign(seller, id);
    expect(await ground.world.stateOf(order)).toBe("order_confirmed");
    const second = await proposed(buyer, id, { freeTerms: "Folded, not rolled (demo)" });
    const told = (await decide(seller, id, second, "accept")).body;
    expect(told).toMatchObject({ status: "in_force", version: 3, actions: ["sign", "amend"] });
    await ground.sign(buyer, id);
    const signed = (await ground.sign(seller, id)).body;
    expect(signed.signatures.map(({ version }: { version: number }) => version)).toEqual([2, 2, 3, 3]);
    expect(await ground.world.stateOf(order)).toBe("order_confirmed");
    expect((await ground.world.deal(order.deal)).total).toEqual(money(109_000n, "INR"));
  });
});

describe("an amendment", () => {
  test("waits alone, is declined by the other side or taken back by its own", async () => {
    const id = await ground.agreed();
    const first = await proposed(buyer, id, { quantity: 5 });
    expect((await propose(seller, id, { quantity: 6 })).body.code).toBe("LIMIT_REACHED");
    expect((await decide(seller, id, first, "decline")).body.amendments).toMatchObject([{ status: "declined" }]);
    const second = await proposed(buyer, id, { quantity: 7 });
    const left = (await decide(buyer, id, second, "decline")).body;
    expect(left.amendments).toMatchObject([{ status: "declined" }, { status: "withdrawn" }]);
    expect((await decide(seller, id, second, "accept")).body.code).toBe("VERSION_CONFLICT");
    expect(left).toMatchObject({ version: 1, terms: { quantity: 4 } });
  });

  test("must change something, within the limits and in the listing's currency", async () => {
    const id = await ground.agreed();
    for (const changes of [{}, { quantity: 4 }, { unitPrice: { amount: 1, currency: "SAR" } }, { inspectionDays: 31 }])
      expect((await propose(buyer, id, changes)).body.code).toBe("VALIDATION_FAILED");
    const stranger = await ground.office.person("stranger");
    expect((await propose(stranger, id, { quantity: 5 })).body.code).toBe("NOT_FOUND");
    const amendment = await proposed(buyer, id, { quantity: 5 });
    for (const word of ["accept", "decline"] as const)
      expect((await decide(stranger, id, amendment, word)).body.code).toBe("NOT_FOUND");
    expect((await decide(seller, id, `amd_${"0".repeat(32)}`, "accept")).body.code).toBe("NOT_FOUND");
  });

  test("of what has ended is none", async () => {
    const id = await ground.agreed();
    const order = await ground.pay(await ground.placed(id));
    await ground.ask(seller, "POST", `/orders/${order.id}/cancel`, {});
    expect((await propose(buyer, id, { freeTerms: "Still (demo)" })).body.code).toBe("TRANSITION_NOT_ALLOWED");
  });
});
