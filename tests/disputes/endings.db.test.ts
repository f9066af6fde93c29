import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { days, hours } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;

beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const inr = (amount: number) => ({ amount, currency: "INR" });

/** How the deal ended, with the books looked at when everything has come to rest. */
async function ended(order: Order): Promise<string> {
  await room.world.settle();
  expect(await room.world.books()).toEqual([]);
  const { state, escrow } = await room.world.deal(order.deal);
  expect(await room.world.balance(`escrow:${order.deal}`)).toBe(
    escrow === "disputed" || escrow === "held" ? 34_800n : 0n,
  );
  return `${state} ${escrow}`;
}

const settlement = async (order: Order): Promise<[buyer: bigint, seller: bigint, platform: bigint]> => {
  const entries = await room.office.database.owner.query<{ code: string; amount: bigint }>(
    `select a.code, e.amount from ledger.entry e join ledger.account a on a.shard = e.shard and a.id = e.account
       join ledger.posting p on p.shard = e.shard and p.id = e.posting
      where p.deal = $1 and p.kind in ('settle', 'release', 'refund')`,
    [order.deal.slice(5)],
  );
  const sum = (start: string) =>
    entries.filter(({ code }) => code.startsWith(start)).reduce((all, { amount }) => all + amount, 0n);
  return [sum("refunds_in_flight:"), sum("wallet:"), sum("revenue:")];
};

describe("a dispute freezes the money", () => {
  test("and the time to inspect goes on where it was when it is taken back", async () => {
    const order = await room.delivered();
    room.world.jump(hours(20));
    const id = await room.dispute(order);
    expect(await ended(order)).toBe("delivered_disputed disputed");
    await room.world.pass(days(2));
    await room.must("buyer", "POST", `/disputes/${id}/withdraw`, {});
    expect(await ended(order)).toBe("delivered held");
    await room.world.pass(hours(4) - 1);
    expect(await ended(order)).toBe("delivered held");
    await room.world.pass(2);
    expect(await ended(order)).toBe("completed released");
    expect(await room.must("buyer", "GET", `/disputes/${id}`)).toMatchObject({ stage: "closed", closedBy: "withdraw" });
  });

  test("once, by either party, and only while money is held", async () => {
    const order = await room.travelling();
    await room.dispute(order, "seller");
    expect((await room.ask("buyer", "POST", `/orders/${order.id}/dispute`, room.claim)).status).toBe(409);
    const unpaid = await room.world.order();
    expect((await room.ask("buyer", "POST", `/orders/${unpaid.id}/dispute`, room.claim)).status).toBe(409);
  });

  test("and repeated with the same key it is one dispute", async () => {
    const order = await room.delivered();
    const [first, again] = [
      await room.must("buyer", "POST", `/orders/${order.id}/dispute`, room.claim, "the-same"),
      await room.must("buyer", "POST", `/orders/${order.id}/dispute`, room.claim, "the-same"),
    ];
    expect(again.id).toBe(first.id);
    expect(first.evidence).toHaveLength(1);
  });
});

describe("a decision", () => {
  test("for the buyer is carried out when the time to appeal has gone by, and not before", async () => {
    const order = await room.delivered();
    const id = await room.dispute(order);
    await room.heard(id);
    expect((await room.decide(id, { outcome: "refund" })).status).toBe(200);
    await room.world.pass(hours(72) - 1);
    expect(await ended(order)).toBe("ruled_refund disputed");
    await room.world.pass(2);
    expect(await ended(order)).toBe("refunded refunded");
    expect(await settlement(order)).toEqual([34_800n, 0n, 0n]);
  });

  test("for the seller pays the seller, and one that divides gives each a part, with commission on the seller's alone", async () => {
    const [released, split] = [await room.delivered(), await room.delivered()];
    for (const [order, wish] of [
      [released, { outcome: "release" }],
      [split, { outcome: "split", refund: inr(14_800) }],
    ] as const) {
      const id = await room.dispute(order);
      await room.heard(id);
      expect((await room.decide(id, wish)).status).toBe(200);
    }
    await room.world.pass(hours(73));
    expect(await ended(released)).toBe("completed released");
    expect(await ended(split)).toBe("settled settled");
    expect(await settlement(released)).toEqual([0n, 33_756n, 1_044n]);
    expect(await settlement(split)).toEqual([14_800n, 19_400n, 600n]);
  });

  test("needs a finding with reasons for every claim, and a division that leaves each a part", async () => {
    const order = await room.delivered();
    const claims = [{ kind: "refund" }, { kind: "partial_refund", amount: inr(10_000) }];
    const id = await room.dispute(order, "buyer", { claims });
    await room.heard(id);
    expect((await room.decide(id, { outcome: "refund" })).status).toBe(400);
    const findings = [0, 1].map((claim) => ({ claim, upheld: claim === 0, reasons: "Seen." }));
    expect((await room.decide(id, { outcome: "split", refund: inr(34_800), findings })).status).toBe(409);
    expect((await room.decide(id, { outcome: "split", findings })).status).toBe(400);
    expect((await room.decide(id, { outcome: "split", refund: { amount: 1, currency: "SAR" }, findings })).status).toBe(
      400,
    );
    expect((await room.decide(id, { outcome: "refund", findings })).status).toBe(200);
    const { decisions } = await room.must("seller", "GET", `/disputes/${id}`);
    expect(decisions).toMatchObject([{ instance: 1, outcome: "refund", findings }]);
  });

  test("upon appeal is another arbiter's, and carried out at once", async () => {
    const order = await room.delivered();
    const id = await room.dispute(order);
    await room.heard(id);
    await room.decide(id, { outcome: "refund" });
    await room.must("seller", "POST", `/disputes/${id}/appeal`, { text: "The picture is of another vase." });
    expect((await room.ask("buyer", "POST", `/disputes/${id}/appeal`, { text: "No." })).status).toBe(409);
    expect((await room.ask("arbiter", "POST", `/admin/disputes/${id}/take`, {})).status).toBe(403);
    await room.must("second", "POST", `/admin/disputes/${id}/take`, {});
    expect((await room.decide(id, { outcome: "refund" }, "second")).status).toBe(200);
    expect(await ended(order)).toBe("refunded refunded");
    const { decisions, closedBy } = await room.must("buyer", "GET", `/disputes/${id}`);
    expect(decisions.map(({ instance }: { instance: number }) => instance)).toEqual([1, 2]);
    expect(closedBy).toBe("decide_refund");
  });

  test("stands where nobody looks at the appeal", async () => {
    const order = await room.delivered();
    const id = await room.dispute(order);
    await room.heard(id);
    await room.decide(id, { outcome: "split", refund: inr(800) });
    await room.must("buyer", "POST", `/disputes/${id}/appeal`, { text: "Too little." });
    await room.world.pass(days(31));
    expect(await ended(order)).toBe("settled settled");
    expect((await settlement(order))[0]).toBe(800n);
  });

  test("that both accept is carried out at once", async () => {
    const order = await room.delivered();
    const id = await room.dispute(order);
    await room.heard(id);
    await room.decide(id, { outcome: "split", refund: inr(800) });
    const asked = await room.must("seller", "POST", `/orders/${order.id}/consents`, { what: "accept_ruling" });
    await room.must("buyer", "POST", `/orders/${order.id}/consents/${asked.id}/accept`, {});
    expect(await ended(order)).toBe("settled settled");
  });
});

describe("silence", () => {
  test("of the other party lets an arbiter decide without an answer", async () => {
    const order = await room.delivered();
    const id = await room.dispute(order);
    await room.must("arbiter", "POST", `/admin/disputes/${id}/take`, {});
    expect((await room.decide(id, { outcome: "refund" })).status).toBe(409);
    await room.world.pass(hours(72) + 1);
    expect((await room.must("buyer", "GET", `/disputes/${id}`)).stage).toBe("decision");
    expect((await room.decide(id, { outcome: "refund" })).status).toBe(200);
  });

  test("of every arbiter gives back what never came, and halves what did", async () => {
    const [lost, broken] = [await room.travelling(), await room.delivered()];
    const ids = [await room.dispute(lost, "buyer", { problem: "not_arrived" }), await room.dispute(broken)];
    for (const id of ids) await room.must("seller", "POST", `/disputes/${id}/respond`, { text: "No." });
    await room.world.pass(days(8));
    const { data } = await room.must("support", "GET", "/admin/disputes");
    for (const id of ids) expect(data).toContainEqual(expect.objectContaining({ id, alarmed: true, waitingDays: 8 }));
    await room.world.pass(days(23));
    expect(await ended(lost)).toBe("refunded refunded");
    expect(await ended(broken)).toBe("settled settled");
    expect((await settlement(broken))[0]).toBe(17_400n);
  });
});

describe("the parties by themselves", () => {
  test("settle by an offer and its counter-offer, in numbers that both see before they agree", async () => {
    const order = await room.delivered();
    const id = await room.dispute(order);
    const seen = await room.must("seller", "GET", `/orders/${order.id}/division?refund=9800`);
    expect(seen).toMatchObject({ buyer: inr(9_800), seller: inr(24_250), commission: inr(750) });
    expect((await room.must("buyer", "GET", `/orders/${order.id}/division?refund=9800`)).seller).toBeNull();
    const offer = await room.must("seller", "POST", `/orders/${order.id}/consents`, {
      what: "settle",
      refund: inr(9_800),
    });
    expect((await room.ask("seller", "POST", `/orders/${order.id}/consents/${offer.id}/accept`, {})).status).toBe(403);
    room.world.jump(1000);
    const counter = await room.must("buyer", "POST", `/orders/${order.id}/consents`, {
      ...{ what: "settle", refund: inr(14_800), note: "It was a present." },
    });
    expect((await room.ask("buyer", "POST", `/orders/${order.id}/consents/${offer.id}/accept`, {})).status).toBe(409);
    await room.must("seller", "POST", `/orders/${order.id}/consents/${counter.id}/accept`, {});
    expect(await ended(order)).toBe("settled settled");
    expect(await settlement(order)).toEqual([14_800n, 19_400n, 600n]);
    const { offers, closedBy } = await room.must("buyer", "GET", `/disputes/${id}`);
    expect(offers.map(({ state }: { state: string }) => state)).toEqual(["given", "superseded"]);
    expect(closedBy).toBe("agree_split");
  });

  test("let the seller give in, and the buyer be content after all", async () => {
    const [first, second] = [await room.delivered(), await room.delivered()];
    const conceded = await room.dispute(first);
    await room.must("seller", "POST", `/disputes/${conceded}/concede`, {});
    expect(await ended(first)).toBe("refunded refunded");
    const content = await room.dispute(second);
    await room.must("buyer", "POST", `/orders/${second.id}/confirm-delivery`, {});
    expect(await ended(second)).toBe("completed released");
    expect((await room.must("buyer", "GET", `/disputes/${content}`)).closedBy).toBe("confirm_receipt");
  });

  test("agree that goods go back, and the refund waits for them", async () => {
    const order = await room.delivered();
    await room.dispute(order);
    const asked = await room.must("seller", "POST", `/orders/${order.id}/consents`, { what: "send_back" });
    await room.must("buyer", "POST", `/orders/${order.id}/consents/${asked.id}/accept`, {});
    expect(await ended(order)).toBe("returning held");
    await room.must("buyer", "POST", `/orders/${order.id}/return-shipped`, { trackingNumber: "RT1" });
    expect((await room.ask("buyer", "POST", `/orders/${order.id}/return-received`, {})).status).toBe(403);
    await room.must("seller", "POST", `/orders/${order.id}/return-received`, {});
    expect(await ended(order)).toBe("refunded refunded");
  });

  test("agree on a return that is never sent: the seller keeps the sale; one that is not confirmed: the buyer is paid back", async () => {
    const [kept, sent] = [await room.delivered(), await room.delivered()];
    for (const order of [kept, sent]) {
      const asked = await room.must("buyer", "POST", `/orders/${order.id}/consents`, { what: "send_back" });
      await room.must("seller", "POST", `/orders/${order.id}/consents/${asked.id}/accept`, {});
    }
    await room.must("buyer", "POST", `/orders/${sent.id}/return-shipped`, {});
    await room.world.pass(days(7) + 1);
    expect(await ended(kept)).toBe("completed released");
    expect(await ended(sent)).toBe("refunded refunded");
  });

  test("agree that goods are sent again: another parcel is booked, and the old one says nothing any more", async () => {
    const order = await room.delivered();
    const before = await room.world.shipment(order);
    room.world.jump(1000);
    await room.dispute(order);
    const asked = await room.must("seller", "POST", `/orders/${order.id}/consents`, { what: "reship" });
    await room.must("buyer", "POST", `/orders/${order.id}/consents/${asked.id}/accept`, {});
    expect(await ended(order)).toBe("order_confirmed held");
    room.world.jump(1000);
    await room.must("seller", "POST", `/orders/${order.id}/dispatch`, {});
    expect(await ended(order)).toBe("shipped held");
    expect((await room.world.shipment(order))?.id).not.toBe(before?.id);
    await room.world.give(order, "delivered", "carrier");
    await room.world.pass(hours(25));
    expect(await ended(order)).toBe("completed released");
  });

  test("give a deadline more time, once both want it", async () => {
    const { order } = await room.world.paid();
    const due = (await room.world.deal(order.deal)).deadline?.dueAt ?? 0;
    const asked = await room.must("seller", "POST", `/orders/${order.id}/consents`, { what: "extend", hours: 24 });
    expect((await room.world.deal(order.deal)).deadline?.dueAt).toBe(due);
    await room.must("buyer", "POST", `/orders/${order.id}/consents/${asked.id}/accept`, {});
    expect((await room.world.deal(order.deal)).deadline?.dueAt).toBe(due + hours(24));
    await room.must("buyer", "POST", `/orders/${order.id}/cancel`, {});
    expect(await ended(order)).toBe("cancelled refunded");
  });

  test("are asked nothing any more once the deal has gone on", async () => {
    const { order } = await room.world.paid();
    const asked = await room.must("seller", "POST", `/orders/${order.id}/consents`, { what: "extend", hours: 24 });
    await room.must("buyer", "POST", `/orders/${order.id}/cancel`, {});
    await room.world.settle();
    const { data } = await room.must("buyer", "GET", `/orders/${order.id}/consents`);
    expect(data).toMatchObject([{ id: asked.id, state: "ended" }]);
    expect((await room.ask("buyer", "POST", `/orders/${order.id}/consents/${asked.id}/accept`, {})).status).toBe(409);
  });
});

test("a chargeback in the middle of a dispute freezes it as well, and gives both their time back", async () => {
  const order = await room.delivered();
  const id = await room.dispute(order);
  room.world.jump(hours(10));
  const { world } = room;
  const advance = async (name: string) => {
    const { advance } = await import("../../server/modules/escrow/index.ts");
    const done = await advance(world.db, order.deal, { name, by: "gateway", at: world.now() }, world.now());
    expect(done.ok).toBe(true);
  };
  await advance("chargeback_opened");
  expect((await room.must("buyer", "GET", `/disputes/${id}`)).stage).toBe("bank");
  expect((await room.ask("seller", "POST", `/disputes/${id}/respond`, { text: "No." })).status).toBe(409);
  await room.world.pass(days(10));
  await advance("chargeback_won");
  expect(await ended(order)).toBe("delivered_disputed disputed");
  expect((await world.deal(order.deal)).deadline?.dueAt).toBe(world.now() + hours(62));
});
