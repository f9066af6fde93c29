import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Calendar } from "../../core/calendar/index.ts";
import { parseId } from "../../core/ids/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { days, minutes } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { ADDRESS } from "../money/world.ts";
import { type Office, openOffice } from "../rights/office.ts";

const SAUDI: Calendar = { week: "sun-thu", country: "SA" };
const THURSDAY = Date.parse("2026-04-09T18:00:00+03:00");
const riyadh = (text: string): string => new Date(`${text}:00+03:00`).toISOString();

let office: Office;
beforeAll(async () => {
  office = await openOffice({ calendar: SAUDI });
});
afterAll(async () => await office.close());

type Asking = (method: "GET" | "POST", path: string, body?: object) => Promise<Record<string, unknown>>;
let keys = 0;
const buyerAt =
  (app: Application): Asking =>
  async (method, path, body) => {
    const { buyer, now } = office.world;
    keys += 1;
    await startSession(office.database.app, buyer, now(), `${buyer}-${keys}`);
    const headers = { authorization: `Bearer ${buyer}-${keys}`, "idempotency-key": `key-of-the-buyer-${keys}` };
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(body && { payload: body }) });
    return answer.json();
  };

/** An order that was placed over the API and paid for at once. */
async function ordered(ask: Asking): Promise<Order> {
  const { world } = office;
  const wanted = `productId=${world.product}&quantity=1&postcode=${ADDRESS.postcode}`;
  const { quoteId } = await ask("GET", `/shipping/rates?${wanted}`);
  const { line2: _none, ...shippingAddress } = ADDRESS;
  const body = { items: [{ productId: world.product, quantity: 1 }], shippingAddress, quoteId, courier: "road" };
  const id = parseId("order", String((await ask("POST", "/orders", body)).id));
  const order = id && (await world.reread(id));
  if (!order) throw new Error("nothing was ordered");
  const payment = await world.openPayment(order);
  world.gateway.pay(payment);
  await world.look(payment);
  return order;
}

const nextOf = async (ask: Asking, { id }: Order) =>
  ((await ask("GET", `/orders/${id}`)).outlook as { next: { kind: string; at: string } | null }).next;

describe("an order that is placed on a Thursday evening in Riyadh", () => {
  test("gives its seller two business days: he is reminded in time, and time acts on Monday evening, not on Saturday", async () => {
    const { world } = office;
    world.setClock(THURSDAY);
    const ask = buyerAt(office.app);
    const order = await ordered(ask);
    expect(await nextOf(ask, order)).toMatchObject({ kind: "dispatch", at: riyadh("2026-04-13T18:00") });
    const reminded = async () =>
      (await world.notices(order)).filter(({ key }) => key === "remind_dispatch.seller").length;

    await world.pass(days(2) - minutes(1));
    expect([await world.stateOf(order), await reminded()]).toEqual(["escrow_locked", 0]);
    await world.pass(minutes(1));
    expect([await world.stateOf(order), await reminded()]).toEqual(["escrow_locked", 1]);
    await world.pass(days(2) - minutes(1));
    expect([await world.stateOf(order), await reminded()]).toEqual(["escrow_locked", 3]);
    await world.pass(minutes(1));
    expect(await world.stateOf(order)).toBe("refunded");
    expect(await world.books()).toEqual([]);
  });

  test("keeps its business days when the marketplace gives up its calendar, and a new order has none", async () => {
    const { world } = office;
    world.setClock(THURSDAY + days(7));
    const ask = buyerAt(office.app);
    const before = await ordered(ask);
    const plain = await applicationOf(world, { calendar: null });
    try {
      const after = await ordered(buyerAt(plain));
      expect(await nextOf(ask, after)).toMatchObject({ kind: "dispatch", at: riyadh("2026-04-18T18:00") });
      for (const order of [before, after]) expectOk(await world.give(order, "dispute", "buyer"), "dispute");
      expect(await nextOf(ask, after)).toMatchObject({ kind: "response", at: riyadh("2026-04-19T18:00") });
      expect(await nextOf(buyerAt(plain), before)).toMatchObject({
        ...{ kind: "response", at: riyadh("2026-04-21T18:00") },
      });
    } finally {
      await plain.close();
    }
  });
});
