import type { UserId } from "../../core/ids/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { ADDRESS } from "../money/world.ts";
import { openOffice } from "../rights/office.ts";

export type Ground = Awaited<ReturnType<typeof openGround>>;

export const inr = (amount: number) => ({ amount, currency: "INR" });

/** What is offered where nothing else matters: four pieces for 250 rupees each, sent for 90. */
export const OFFER = {
  unitPrice: inr(25_000),
  quantity: 4,
  shipping: { bearer: "buyer", amount: inr(9_000) },
  paymentHours: 24,
  dispatchDays: 5,
  deliveryDays: 10,
  inspectionDays: 3,
  freeTerms: "Rolls of 25 metres (demo)",
  validForHours: 48,
};

/** A marketplace whose buyer and seller negotiate over its API. */
export async function openGround(parts: Partial<Parts> = {}) {
  const office = await openOffice(parts);
  const { world } = office;
  const { buyer, seller } = world;
  await office.signIn(buyer);
  await office.signIn(seller);
  let keys = 0;
  const ask = async (
    who: UserId,
    method: "GET" | "POST",
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    keys += 1;
    const answer = await office.app.inject({
      ...{ method, url: `/api/v1${path}` },
      headers: { authorization: `Bearer ${who}`, "idempotency-key": `key-of-the-ground-${keys}`, ...headers },
      ...(body && { payload: body }),
    });
    const isJson = String(answer.headers["content-type"]).includes("json");
    return { status: answer.statusCode, body: isJson ? answer.json() : null, raw: answer.rawPayload };
  };
  const product = { id: world.product };
  const open = async (changes: object = {}) =>
    (await ask(buyer, "POST", "/negotiations", { productId: product.id, offer: { ...OFFER, ...changes } })).body;
  const accept = (who: UserId, id: string, offerId: string) =>
    ask(who, "POST", `/negotiations/${id}/accept`, { offerId });
  const agreed = async (changes: object = {}): Promise<string> => {
    const { id, standingOffer } = await open(changes);
    return (await accept(seller, id, standingOffer.id)).body.agreementId;
  };
  const quote = async (quantity: number) => {
    const query = new URLSearchParams({
      productId: product.id,
      quantity: String(quantity),
      postcode: ADDRESS.postcode,
    });
    return (await ask(buyer, "GET", `/shipping/rates?${query}`)).body.quoteId;
  };
  const { line2: _none, ...address } = ADDRESS;
  const order = async (id: string, quantity = OFFER.quantity, more: object = {}) => {
    const quoteId = "quoteId" in more ? "" : await quote(quantity);
    const body = { shippingAddress: address, quoteId, courier: "road", ...more };
    return await ask(buyer, "POST", `/agreements/${id}/order`, body);
  };
  const placed = async (id: string, quantity = OFFER.quantity, more: object = {}): Promise<Order> => {
    const { orderId } = (await order(id, quantity, more)).body;
    const found = await world.reread(orderId);
    if (!found) throw new Error(`no order ${orderId}`);
    return found;
  };
  const pay = async (found: Order): Promise<Order> => {
    const payment = await world.openPayment(found);
    world.gateway.pay(payment);
    await world.look(payment);
    return found;
  };
  const agreement = async (who: UserId, id: string) => (await ask(who, "GET", `/agreements/${id}`)).body;
  const sign = async (who: UserId, id: string, changes: object = {}) => {
    const { hash } = await agreement(who, id);
    return await ask(who, "POST", `/agreements/${id}/sign`, { name: "Signed (demo)", hash, ...changes });
  };
  return {
    ...{ open, accept, agreed, order, placed, pay, agreement, sign },
    ...{ office, world, buyer, seller, ask, product },
    counter: (who: UserId, id: string, changes: object = {}) =>
      ask(who, "POST", `/negotiations/${id}/offers`, { ...OFFER, ...changes }),
    close: () => office.close(),
  };
}
