import type { UserId } from "../../core/ids/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
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
  return {
    ...{ office, world, buyer, seller, ask, product },
    open: async (changes: object = {}) =>
      (await ask(buyer, "POST", "/negotiations", { productId: product.id, offer: { ...OFFER, ...changes } })).body,
    counter: (who: UserId, id: string, changes: object = {}) =>
      ask(who, "POST", `/negotiations/${id}/offers`, { ...OFFER, ...changes }),
    accept: (who: UserId, id: string, offerId: string) => ask(who, "POST", `/negotiations/${id}/accept`, { offerId }),
    close: () => office.close(),
  };
}
