import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EVENTS, envelopeOf } from "../../server/modules/webhooks/index.ts";
import { openRoom, type Room } from "../disputes/room.ts";
import { OFFER } from "../negotiations/ground.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

type Seen = { id: string; type: keyof typeof EVENTS; data: Record<string, unknown> };

/** What somebody has been told of these, of each type once. */
async function seenBy(who: string, types: RegExp): Promise<Seen[]> {
  await room.world.settle();
  const { data } = await room.must(who, "GET", "/events?limit=100");
  for (const { id, ...envelope } of data)
    expect([...Value.Errors(envelopeOf(envelope.type), envelope)], `${id} ${envelope.type}`).toEqual([]);
  return data.filter(({ type }: Seen) => types.test(type));
}
const typesOf = (events: readonly Seen[]): string[] => events.map(({ type }) => type).sort();

test("programs of both parties hear of negotiation and agreement, each in its own role, and a stranger's of nothing", async () => {
  const talk = await room.must("buyer", "POST", "/negotiations", { productId: room.world.product, offer: OFFER });
  const { standingOffer } = await room.must("seller", "POST", `/negotiations/${talk.id}/offers`, OFFER);
  const accepted = { offerId: standingOffer.id };
  const { agreementId } = await room.must("buyer", "POST", `/negotiations/${talk.id}/accept`, accepted);
  const path = `/agreements/${agreementId}/amendments`;
  const amendment = (await room.must("seller", "POST", path, { deliveryDays: 12 })).amendments.at(-1).id;
  await room.must("buyer", "POST", `${path}/${amendment}/accept`, {});
  const kinds = /^(negotiation|agreement)\./;
  for (const role of ["buyer", "seller"]) {
    const events = await seenBy(role, kinds);
    expect(typesOf(events)).toEqual([
      ...["agreement.amended", "agreement.amendment_proposed", "agreement.concluded", "negotiation.accepted"],
      ...["negotiation.offered", "negotiation.offered"],
    ]);
    expect(new Set(events.map(({ data }) => data.role))).toEqual(new Set([role]));
    expect(events.find(({ type }) => type === "agreement.amended")?.data).toEqual({
      ...{ agreementId, role, by: "buyer", version: 2, orderId: null, amendmentId: amendment },
    });
  }
  expect(await seenBy("stranger", kinds)).toEqual([]);
});

test("so they do of consents and disputes, as often as something happens", async () => {
  const order = await room.delivered();
  const refund = { amount: 10_000, currency: "INR" };
  const ask = () => room.must("seller", "POST", `/orders/${order.id}/consents`, { what: "settle", refund });
  const first = await ask();
  const second = await ask();
  await room.must("buyer", "POST", `/orders/${order.id}/consents/${second.id}/decline`, {});
  const id = await room.dispute(order);
  await room.must("seller", "POST", `/disputes/${id}/evidence`, { type: "invoice", text: "One." });
  await room.must("seller", "POST", `/disputes/${id}/evidence`, { type: "invoice", text: "Two." });
  await room.heard(id);
  const kinds = /^(consent|dispute)\./;
  const events = await seenBy("buyer", kinds);
  expect(typesOf(events)).toEqual([
    ...["consent.asked", "consent.asked", "consent.refused", "consent.superseded"],
    ...["dispute.evidence_added", "dispute.evidence_added", "dispute.opened", "dispute.taken"],
  ]);
  expect(typesOf(await seenBy("seller", kinds))).toEqual(typesOf(events));
  expect(events.find(({ type }) => type === "consent.superseded")?.data).toEqual({
    ...{ orderId: order.id, orderNumber: order.number, role: "buyer" },
    ...{ consentId: first.id, what: "settle", askedBy: "seller", refund },
  });
  expect(events.find(({ type }) => type === "dispute.evidence_added")?.data).toMatchObject({
    ...{ disputeId: id, by: "seller", role: "buyer" },
  });
});
