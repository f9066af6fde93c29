import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hours } from "../../core/time/index.ts";
import type { Push } from "../../server/runtime/push/index.ts";
import { openRoom, type Room } from "../disputes/room.ts";
import { OFFER } from "../negotiations/ground.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

type Notice = {
  readonly id: string;
  readonly key: string;
  readonly page: string;
  readonly text: string;
  readonly params: object;
};

/** What both are told of something that is done. */
async function toldBy(work: () => Promise<unknown>): Promise<Record<"buyer" | "seller", Notice[]>> {
  const seen = async (who: string): Promise<Notice[]> => {
    await room.world.settle();
    return (await room.must(who, "GET", "/notifications?limit=100")).data;
  };
  const known = new Set([...(await seen("buyer")), ...(await seen("seller"))].map(({ id }) => id));
  await work();
  const news = async (who: string) => (await seen(who)).filter(({ id }) => !known.has(id));
  return { buyer: await news("buyer"), seller: await news("seller") };
}

const keysOf = (told: Record<"buyer" | "seller", Notice[]>) => [
  told.buyer.map(({ key }) => key).sort(),
  told.seller.map(({ key }) => key).sort(),
];
const both = (...events: string[]) => [
  events.map((event) => `${event}.buyer`).sort(),
  events.map((event) => `${event}.seller`).sort(),
];

describe("a negotiation", () => {
  test("tells both of every offer, of its end and of the agreement, once", async () => {
    let talk = { id: "", standingOffer: { id: "" } };
    const opened = await toldBy(async () => {
      talk = await room.must("buyer", "POST", "/negotiations", { productId: room.world.product, offer: OFFER });
    });
    expect(keysOf(opened)).toEqual(both("negotiation_offered_by_buyer"));
    expect(opened.seller).toMatchObject([
      {
        text: "The buyer has made an offer. Accept it, or make another one.",
        ...{ params: { negotiationId: talk.id }, page: `/negotiations/${talk.id}` },
      },
    ]);
    expect(opened.buyer[0]?.text).toBe("You have made an offer. It is the other side's turn.");
    const countered = await toldBy(async () => {
      talk = await room.must("seller", "POST", `/negotiations/${talk.id}/offers`, OFFER);
    });
    expect(keysOf(countered)).toEqual(both("negotiation_offered_by_seller"));
    const accepted = await toldBy(() =>
      room.must("buyer", "POST", `/negotiations/${talk.id}/accept`, { offerId: talk.standingOffer.id }),
    );
    expect(keysOf(accepted)).toEqual(both("negotiation_accepted_by_buyer"));
  });

  test("tells both of an offer that was withdrawn and of a negotiation that was closed", async () => {
    const talk = await room.must("buyer", "POST", "/negotiations", { productId: room.world.product, offer: OFFER });
    const path = `/negotiations/${talk.id}`;
    expect(
      keysOf(await toldBy(() => room.must("buyer", "POST", `${path}/offers/${talk.standingOffer.id}/withdraw`, {}))),
    ).toEqual(both("negotiation_withdrawn_by_buyer"));
    expect(keysOf(await toldBy(() => room.must("seller", "POST", `${path}/close`, {})))).toEqual(
      both("negotiation_closed_by_seller"),
    );
  });
});

describe("an agreement", () => {
  test("tells both of each change that is proposed, and of what becomes of it, as often as it happens", async () => {
    const talk = await room.must("buyer", "POST", "/negotiations", { productId: room.world.product, offer: OFFER });
    const { agreementId } = await room.must("seller", "POST", `/negotiations/${talk.id}/accept`, {
      offerId: talk.standingOffer.id,
    });
    const path = `/agreements/${agreementId}/amendments`;
    const propose = (who: string) => room.must(who, "POST", path, { deliveryDays: 12 });
    let id = "";
    for (const verb of ["decline", "withdraw", "accept"]) {
      const proposed = await toldBy(async () => {
        const { amendments } = await propose("buyer");
        id = amendments.find(({ status }: { status: string }) => status === "proposed").id;
      });
      expect(keysOf(proposed)).toEqual(both("agreement_amendment_proposed_by_buyer"));
      expect(proposed.seller[0]).toMatchObject({ params: { agreementId }, page: `/agreements/${agreementId}` });
      const [who, act, news] =
        verb === "withdraw"
          ? ["buyer", "decline", "agreement_amendment_withdrawn_by_buyer"]
          : [
              "seller",
              verb,
              verb === "accept" ? "agreement_amended_by_seller" : "agreement_amendment_declined_by_seller",
            ];
      expect(keysOf(await toldBy(() => room.must(who ?? "", "POST", `${path}/${id}/${act}`, {})))).toEqual(
        both(news ?? ""),
      );
    }
  });
});

describe("a consent", () => {
  const ask = (who: string, order: string, body: object) => room.must(who, "POST", `/orders/${order}/consents`, body);

  test("is told as it is asked for, with what it is about and a link to the order; its answer too", async () => {
    const { order } = await room.world.paid();
    let id = "";
    const asked = await toldBy(async () => {
      const refund = { amount: 10_000, currency: "INR" };
      id = (await ask("seller", order.id, { what: "settle", refund })).id;
    });
    expect(keysOf(asked)).toEqual(both("consent_settle_asked_by_seller"));
    expect(asked.buyer).toMatchObject([{ page: `/orders/${order.id}`, params: { amount: { amount: 10_000 } } }]);
    expect(asked.buyer[0]?.text).toContain("100");
    expect(
      keysOf(await toldBy(() => room.must("buyer", "POST", `/orders/${order.id}/consents/${id}/decline`, {}))),
    ).toEqual(both("consent_refused_by_buyer"));
  });

  test("that is given is told by the step that both wanted, and one that is taken back by itself", async () => {
    const { order } = await room.world.paid();
    let id = "";
    const path = (verb: string) => `/orders/${order.id}/consents/${id}/${verb}`;
    const asked = await toldBy(async () => {
      id = (await ask("buyer", order.id, { what: "extend", hours: 24 })).id;
    });
    expect(keysOf(asked)).toEqual(both("consent_extend_asked_by_buyer"));
    expect(keysOf(await toldBy(() => room.must("buyer", "POST", path("withdraw"), {})))).toEqual(
      both("consent_withdrawn_by_buyer"),
    );
    id = (await ask("buyer", order.id, { what: "extend", hours: 24 })).id;
    const given = await toldBy(() => room.must("seller", "POST", path("accept"), {}));
    expect(keysOf(given)).toEqual(both("extend"));
    expect(given.seller[0]?.text).toMatch(/^You have both agreed on more time\. Next deadline: /);
  });
});

test("a dispute tells both of its file and of who takes it, with a link to the order, and the arbiter's screen hears of it", async () => {
  const order = await room.delivered();
  const id = await room.dispute(order);
  const added = await toldBy(() =>
    room.must("seller", "POST", `/disputes/${id}/evidence`, { type: "invoice", text: "!" }),
  );
  expect(keysOf(added)).toEqual(both("dispute_evidence_added_by_seller"));
  expect(added.buyer).toMatchObject([{ page: `/orders/${order.id}` }]);
  await room.must("seller", "POST", `/disputes/${id}/respond`, { text: "No." });
  const taken = await toldBy(() => room.must("arbiter", "POST", `/admin/disputes/${id}/take`, {}));
  expect(keysOf(taken)).toEqual(both("dispute_taken"));
  await room.must("arbiter", "POST", `/admin/disputes/${id}/leave`, {});
  room.world.jump(hours(1));
  const again = await toldBy(() => room.must("second", "POST", `/admin/disputes/${id}/take`, {}));
  expect(keysOf(again)).toEqual(both("dispute_taken"));

  const heard: Push[] = [];
  const { arbiter } = await room.must("buyer", "GET", `/disputes/${id}`);
  const leave = room.world.parts.hub.join(arbiter.id, (push) => void heard.push(push));
  await room.must("buyer", "POST", `/disputes/${id}/evidence`, { type: "photo", text: "!" });
  await room.world.settle();
  leave();
  expect(heard).toEqual([{ type: "dispute.changed", id }]);
});
