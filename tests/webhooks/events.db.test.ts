import { Value } from "typebox/value";
import { afterAll, beforeAll, expect, test } from "vitest";
import { days } from "../../core/time/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { type EVENTS, envelopeOf } from "../../server/modules/webhooks/index.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;
let sold: Order;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

type Seen = { id: string; type: keyof typeof EVENTS; timestamp: string; data: Record<string, unknown> };

/** Oldest first. */
async function eventsOf(who: string): Promise<Seen[]> {
  const { body } = await shop.ask(who, "GET", "/events?limit=100");
  return body.data.reverse();
}

const ofOrder = (events: Seen[], order: string) => events.filter(({ data }) => data.orderId === order);

test("both parties of a sale are told of every step, each what concerns it, and all of it fits the catalogue", async () => {
  const { world } = shop;
  const { order } = await world.shipped();
  for (const step of ["in_transit", "out_for_delivery", "delivered"]) await world.give(order, step, "carrier");
  await world.give(order, "confirm_receipt", "buyer");
  sold = order;
  await world.pass(days(3));
  const steps = ["order.placed", "order.paid", "order.dispatched", "order.in_transit", "order.out_for_delivery"];
  const [buyer, seller] = [ofOrder(await eventsOf("buyer"), order.id), ofOrder(await eventsOf("seller"), order.id)];
  const typesOf = (events: Seen[]) => [...new Set(events.map(({ type }) => type))];
  expect(typesOf(buyer)).toEqual(expect.arrayContaining([...steps, "order.delivered", "order.completed"]));
  expect(typesOf(seller)).toEqual(expect.arrayContaining([...typesOf(buyer), "shipment.booked", "payout.paid"]));
  for (const { id, ...envelope } of [...(await eventsOf("buyer")), ...(await eventsOf("seller"))])
    expect([...Value.Errors(envelopeOf(envelope.type), envelope)], `${id} ${envelope.type}`).toEqual([]);
});

test("the seller's bank and commission are nothing that the buyer hears of", async () => {
  const buyer = await eventsOf("buyer");
  const released = buyer.find(({ type }) => type === "order.completed");
  const { total, sellerReceives } = await shop.world.deal(sold.deal);
  expect(released?.data.amount).toEqual({ amount: Number(total.minor), currency: "INR" });
  const paid = (await eventsOf("seller")).find(({ type }) => type === "order.completed");
  expect(paid?.data.amount).toEqual({ amount: Number(sellerReceives.minor), currency: "INR" });
  expect(buyer.filter(({ type }) => /^(payout|withdrawal|bank_account|chargeback)\./.test(type))).toEqual([]);
  expect(JSON.stringify(buyer)).not.toContain("1191");
});

test("whoever is paid hears of his own bank account, by its last digits", async () => {
  const [verified] = (await eventsOf("seller")).filter(({ type }) => type === "bank_account.verified");
  expect(verified?.data).toEqual({
    bankAccountId: expect.stringMatching(/^bank_/),
    last4: "1191",
    payoutsFrom: expect.any(String),
  });
});

test("what a person wrote as a reason stays with the deal", async () => {
  const { world } = shop;
  const { order } = await world.paid();
  await shop.ask("buyer", "POST", `/orders/${order.id}/cancel`, { reason: "I have found it cheaper elsewhere" });
  await world.settle();
  const events = ofOrder(await eventsOf("seller"), order.id);
  expect(events.map(({ type }) => type)).toContain("order.cancelled");
  expect(JSON.stringify(events)).not.toContain("cheaper");
  expect(ofOrder(await eventsOf("buyer"), order.id).map(({ type }) => type)).toContain("refund.succeeded");
});

test("an event is read by whom it concerns, and is nothing to anybody else", async () => {
  const [event] = await eventsOf("buyer");
  expect((await shop.ask("buyer", "GET", `/events/${event?.id}`)).body).toEqual(event);
  const stranger = await shop.ask("seller", "GET", `/events/${event?.id}`);
  const missing = await shop.ask("seller", "GET", "/events/evt_0199aa00c0de7000a000000000000042");
  expect([stranger.status, missing.status]).toEqual([404, 404]);
  expect((await shop.ask(null, "GET", "/events")).status).toBe(401);
});

test("events are listed newest first, page by page without a gap, and by type", async () => {
  const all = (await shop.ask("seller", "GET", "/events?limit=100")).body.data;
  const pages: Seen[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await shop.ask("seller", "GET", `/events?limit=3${cursor && `&cursor=${cursor}`}`);
    pages.push(...body.data);
    if (body.nextCursor === null) break;
    cursor = body.nextCursor;
  }
  expect(pages).toEqual(all);
  const paid = (await shop.ask("seller", "GET", "/events?type=order.paid")).body.data;
  expect(paid.map(({ type }: Seen) => type)).toEqual(["order.paid", "order.paid"]);
  expect((await shop.ask("seller", "GET", "/events?type=order.eaten")).status).toBe(400);
  expect((await shop.ask("seller", "GET", "/events?cursor=WyJub3BlIl0")).status).toBe(400);
});
