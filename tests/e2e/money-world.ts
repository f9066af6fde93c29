import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type Api, createApi, type Money, type OrderSeen } from "../../tools/demo/api.ts";
import { type Look, newReader, type Reader, signInAs } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

type Product = { readonly id: string; readonly price: Money };
const ADDRESS = {
  name: "Asha Demo",
  phone: "9000000001",
  line1: "22 Residency Road",
  city: "Bengaluru",
  postcode: "560001",
};

export type Paid = { readonly id: string; readonly payment: string };

/** The whole system with its simulators for the tests of one file, and what happens to money in it. Fails a test of whose pages a browser complained. */
export function moneyWorld() {
  let running: Opened & { readonly api: Api; readonly simulators: string };
  const readers: Reader[] = [];

  beforeAll(async () => {
    const opened = await openSystem();
    const simulators = opened.system.sandboxUrl;
    if (simulators === null) throw new Error("these pages are tried with the simulators");
    running = { ...opened, simulators, api: createApi(opened.system.url, simulators) };
  });
  beforeEach(({ onTestFinished }) => {
    onTestFinished(async () => {
      for (const { context, complaints } of readers.splice(0)) {
        await context.close();
        expect(complaints).toEqual([]);
      }
    });
  });
  afterAll(async () => {
    await running?.close();
  });

  const world = {
    system: () => running.system,
    browser: () => running.browser,
    api: () => running.api,
    simulators: () => running.simulators,

    /** Somebody signed in, with a page open. */
    async readerFor(user: string, look: Look, path: string): Promise<Reader> {
      const reader = await newReader(running.browser, running.system.url, look);
      readers.push(reader);
      await signInAs(reader, user);
      await reader.open(path);
      return reader;
    },

    /** What is for sale at a price, in minor units. */
    async product(amount: number): Promise<Product> {
      const { data } = await running.api.get<{ data: Product[] }>("buyer", "/products?limit=100");
      const found = data.find(({ price }) => price.amount === amount);
      if (!found) throw new Error(`nothing is sold for ${amount}`);
      return found;
    },

    /** The buyer orders what costs so much, with the first courier that there is. */
    async order(amount: number): Promise<OrderSeen> {
      const { api } = running;
      const { id } = await world.product(amount);
      const asked = `/shipping/rates?productId=${id}&quantity=1&postcode=560001`;
      const { quoteId, options } = await api.get<{ quoteId: string; options: { courier: string }[] }>("buyer", asked);
      const [option] = options;
      if (!option) throw new Error("no courier goes there");
      return await api.post<OrderSeen>("buyer", "/orders", {
        items: [{ productId: id, quantity: 1 }],
        shippingAddress: { ...ADDRESS },
        quoteId,
        courier: option.courier,
      });
    },

    /** An order whose money is in escrow. */
    async paid(order: OrderSeen): Promise<Paid> {
      const { api } = running;
      const payment = await api.post<{ id: string }>("buyer", `/orders/${order.id}/payment`);
      await api.control(`/cashfree/orders/${payment.id}/pay`, { outcome: "success", method: "upi" });
      await api.advance("PT1M");
      expect((await api.order("buyer", order.id)).status).toBe("escrow_locked");
      return { id: order.id, payment: payment.id };
    },

    /** Staff release the money of an order, two of them where it is much; the payout goes its way. */
    async released({ id }: Paid): Promise<void> {
      const { api } = running;
      const decision = { decision: "release", reason: "The parcel was handed over in person" };
      type Proposed = { readonly id?: string; readonly version?: number };
      const proposed = await api.post<Proposed>("finance", `/finance/orders/${id}/decisions`, decision);
      if (proposed.id === undefined) return;
      await api.post("admin", `/admin/approvals/${proposed.id}/approve`, { version: proposed.version ?? 1 });
    },

    /** From now on a seller's money waits in the wallet until it is withdrawn. */
    async paidByHand(seller: string): Promise<void> {
      const schedule = { kind: "manual", hour: null, weekday: null, timeZone: null, minimum: null, shares: null };
      const answer = await fetch(`${running.system.url}/api/v1/seller/payout-schedule`, {
        method: "PUT",
        headers: { "content-type": "application/json", authorization: `Bearer sandbox-${seller}` },
        body: JSON.stringify(schedule),
      });
      expect(answer.status).toBe(200);
    },
  };
  return world;
}
