import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hours } from "../../core/time/index.ts";
import { sweepDeadlines } from "../../server/modules/escrow/index.ts";
import type { Answered } from "../webhooks/shop.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;

beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const statuses = (answers: readonly Answered[]): number[] => answers.map(({ status }) => status).sort();

describe("the file of a dispute", () => {
  test("is the same for both parties: what one puts in, the other sees, with its hash", async () => {
    const id = await room.dispute(await room.delivered());
    const piece = {
      type: "photo",
      text: "The crack.",
      claim: 0,
      datedAt: "2026-03-01T08:00:00.000Z",
      origin: "My phone",
    };
    const put = await room.must("buyer", "POST", `/disputes/${id}/evidence`, piece);
    const hashed = JSON.stringify(["photo", "The crack.", 0, Date.UTC(2026, 2, 1, 8), "My phone", []]);
    expect(put.sha256).toBe(createHash("sha256").update(hashed).digest("hex"));
    await room.must("seller", "POST", `/disputes/${id}/evidence`, { type: "invoice", text: "Bought whole." });
    const [buyers, sellers] = [
      await room.must("buyer", "GET", `/disputes/${id}`),
      await room.must("seller", "GET", `/disputes/${id}`),
    ];
    expect(buyers.evidence).toEqual(sellers.evidence);
    expect(buyers.evidence.map(({ side, type }: { side: string; type: string }) => [side, type])).toEqual([
      ["buyer", "statement"],
      ["buyer", "photo"],
      ["seller", "invoice"],
    ]);
  });

  test("takes a piece once per key, and none about a claim that nobody made", async () => {
    const id = await room.dispute(await room.delivered());
    const piece = { type: "message", text: "He wrote that it is fine." };
    const first = await room.must("buyer", "POST", `/disputes/${id}/evidence`, piece, "one piece");
    expect((await room.must("buyer", "POST", `/disputes/${id}/evidence`, piece, "one piece")).seq).toBe(first.seq);
    expect((await room.ask("buyer", "POST", `/disputes/${id}/evidence`, { ...piece, claim: 1 })).status).toBe(400);
  });

  test("takes nothing more while the time to appeal runs, and opens again for the appeal", async () => {
    const id = await room.dispute(await room.delivered());
    await room.heard(id);
    await room.decide(id, { outcome: "release" });
    const piece = { type: "other", text: "One more thing." };
    expect((await room.ask("buyer", "POST", `/disputes/${id}/evidence`, piece)).status).toBe(409);
    await room.must("buyer", "POST", `/disputes/${id}/appeal`, { text: "Look again." });
    expect((await room.ask("buyer", "POST", `/disputes/${id}/evidence`, piece)).status).toBe(201);
  });

  test("shows no party what staff note for themselves", async () => {
    const id = await room.dispute(await room.delivered());
    await room.must("support", "POST", `/admin/disputes/${id}/notes`, { text: "canary-note-of-staff" });
    const seen = await Promise.all(
      ["buyer", "seller", "arbiter"].map(async (who) => JSON.stringify(await room.must(who, "GET", `/disputes/${id}`))),
    );
    expect(seen.filter((text) => text.includes("canary-note-of-staff"))).toEqual([]);
    expect((await room.ask("buyer", "GET", `/admin/disputes/${id}/notes`)).status).toBe(403);
    const { data } = await room.must("arbiter", "GET", `/admin/disputes/${id}/notes`);
    expect(data).toMatchObject([{ text: "canary-note-of-staff" }]);
  });

  test("is listed for its parties, newest first, page by page", async () => {
    const before = (await room.must("seller", "GET", "/disputes?state=open&limit=100")).data.length;
    room.world.jump(1000);
    const id = await room.dispute(await room.delivered());
    const { data, nextCursor } = await room.must("seller", "GET", "/disputes?state=open&limit=1");
    expect(data).toMatchObject([{ id, stage: "answer", problem: "damaged" }]);
    const rest = await room.must("seller", "GET", `/disputes?state=open&limit=100&cursor=${nextCursor}`);
    expect(rest.data).toHaveLength(before);
  });

  test("is found by its order, by its parties and nobody else", async () => {
    const order = await room.delivered();
    const id = await room.dispute(order);
    const found = async (who: string) => (await room.must(who, "GET", `/disputes?order=${order.id}`)).data;
    expect(await found("buyer")).toMatchObject([{ id, orderId: order.id }]);
    expect(await found("seller")).toMatchObject([{ id }]);
    expect(await found("stranger")).toEqual([]);
    const { id: another } = await room.delivered();
    expect((await room.must("buyer", "GET", `/disputes?order=${another}`)).data).toEqual([]);
  });
});

describe("who decides", () => {
  test("has taken the case, and nobody else has it then", async () => {
    const id = await room.dispute(await room.delivered());
    await room.must("seller", "POST", `/disputes/${id}/respond`, { text: "No." });
    expect((await room.decide(id, { outcome: "refund" })).status).toBe(403);
    const taken = await Promise.all(
      ["arbiter", "second"].map((who) => room.ask(who, "POST", `/admin/disputes/${id}/take`, {})),
    );
    expect(statuses(taken)).toEqual([200, 403]);
  });

  test("is neither a party nor of a party's company", async () => {
    await room.hire("friend", "arbiter");
    const order = await room.delivered();
    await room.must("seller", "POST", "/organizations", {
      ...{ legalName: "Deccan Looms Private Limited (demo)", country: "IN", taxNumber: "27AAPFU0939F1ZV" },
    });
    await room.befriend("friend");
    const id = await room.dispute(order);
    expect((await room.ask("friend", "POST", `/admin/disputes/${id}/take`, {})).status).toBe(403);
  });

  test("decides once, however often and by however many keys it is asked", async () => {
    const order = await room.delivered();
    const id = await room.dispute(order);
    await room.heard(id);
    const asked = await Promise.all(
      ["refund", "release", "refund", "release"].map((outcome) => room.decide(id, { outcome })),
    );
    expect(statuses(asked)).toEqual([200, 409, 409, 409]);
    const { decisions } = await room.must("buyer", "GET", `/disputes/${id}`);
    expect(decisions).toHaveLength(1);
    expect((await room.world.deal(order.deal)).state).toBe(`ruled_${decisions[0].outcome}`);
  });
});

describe("case 42: a dispute in the moment of the release", () => {
  test("one of the two wins, and where the dispute wins nothing moves", async () => {
    const orders = [await room.delivered(), await room.delivered(), await room.delivered()];
    const due = (await room.world.deal(orders[0]?.deal as never)).deadline?.dueAt ?? 0;
    room.world.setClock(due - 1);
    const asked = orders.map((order) => room.ask("buyer", "POST", `/orders/${order.id}/dispute`, room.claim));
    room.world.setClock(due + hours(1));
    const [answers] = await Promise.all([Promise.all(asked), sweepDeadlines(room.world.db, room.world.now())]);
    await room.world.settle();
    for (const [at, order] of orders.entries()) {
      const { state, escrow } = await room.world.deal(order.deal);
      const won = answers[at]?.status === 201;
      expect([state, escrow]).toEqual(won ? ["delivered_disputed", "disputed"] : ["completed", "released"]);
      expect(await room.world.balance(`escrow:${order.deal}`)).toBe(won ? 34_800n : 0n);
    }
    expect(await room.world.books()).toEqual([]);
  });
});

describe("an offer that two answer at once", () => {
  test("accepted, declined and taken back in one moment has one answer, and the money follows it", async () => {
    const order = await room.delivered();
    await room.dispute(order);
    const offer = await room.must("seller", "POST", `/orders/${order.id}/consents`, {
      ...{ what: "settle", refund: { amount: 10_000, currency: "INR" } },
    });
    const path = (verb: string) => `/orders/${order.id}/consents/${offer.id}/${verb}`;
    const answers = await Promise.all([
      room.ask("buyer", "POST", path("accept"), {}),
      room.ask("buyer", "POST", path("decline"), {}),
      room.ask("seller", "POST", path("withdraw"), {}),
    ]);
    expect(statuses(answers)).toEqual([200, 409, 409]);
    await room.world.settle();
    const { escrow } = await room.world.deal(order.deal);
    expect(escrow).toBe(answers[0]?.status === 200 ? "settled" : "disputed");
    expect(await room.world.books()).toEqual([]);
  });

  test("accepted in the moment in which the buyer is content releases the money once", async () => {
    const order = await room.delivered();
    const offer = await room.must("seller", "POST", `/orders/${order.id}/consents`, {
      ...{ what: "settle", refund: { amount: 10_000, currency: "INR" } },
    });
    const answers = await Promise.all([
      room.ask("buyer", "POST", `/orders/${order.id}/consents/${offer.id}/accept`, {}),
      room.ask("buyer", "POST", `/orders/${order.id}/confirm-delivery`, {}),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    await room.world.settle();
    expect(await room.world.books()).toEqual([]);
  });
});

test("when somebody is forgotten what they said goes, and its hash and the decision stay", async () => {
  const order = await room.delivered();
  const id = await room.dispute(order);
  await room.must("seller", "POST", `/disputes/${id}/concede`, {});
  await room.world.settle();
  await room.forget(order.buyer);
  const { evidence } = await room.must("seller", "GET", `/disputes/${id}`);
  expect(evidence[0]).toMatchObject({ side: "buyer", text: "" });
  expect(evidence[0].sha256).toMatch(/^[0-9a-f]{64}$/);
});
