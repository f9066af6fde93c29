import { afterAll, beforeAll, expect, test } from "vitest";
import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { days } from "../../core/time/index.ts";
import { createGround, type Ground } from "./ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());

type Told = { readonly key: string; readonly params: { readonly amount?: { readonly amount: number } } };

const told = (user: UserId): Promise<Told[]> =>
  ground.world.owner.query<Told>("select key, params from notifications.notification where user_id = $1 order by key", [
    uuidOf(user),
  ]);

test("the buyer is told once of what was bought and once of the payment, each seller of his own order", async () => {
  const stalls = [await ground.stall(), await ground.stall(), await ground.stall()];
  const { purchase, orders } = await ground.paid(stalls);
  const whole = { amount: purchase.total.amount };
  expect(await told(ground.world.buyer)).toMatchObject([
    { key: "purchase_paid.buyer", params: { amount: whole } },
    { key: "purchase_placed.buyer", params: { amount: whole } },
  ]);
  for (const { seller, terms } of orders) {
    const own = { amount: { amount: Number(terms.total.minor) } };
    expect(await told(seller)).toMatchObject([
      { key: "payment_captured.seller", params: own },
      { key: "place.seller", params: own },
    ]);
  }
});

test("of one seller's order alone people are told as of any order", async () => {
  const buyer = await ground.customer("second");
  await ground.lay((await ground.stall()).product, 1, "second");
  await ground.buy("second");
  expect((await told(buyer)).map(({ key }) => key)).toEqual(["place.buyer"]);
});

test("what is not paid in time is told to the buyer once, and to each seller of his own order", async () => {
  const buyer = await ground.customer("fourth");
  for (const { product } of [await ground.stall(), await ground.stall(), await ground.stall()])
    await ground.lay(product, 1, "fourth");
  const { body } = await ground.buy("fourth");
  await ground.world.pass(days(2));
  const said = (await told(buyer)).filter(({ key }) => /lapse/.test(key));
  expect(said).toEqual([{ key: "purchase_lapsed.buyer", params: {} }]);
  for (const { deal, seller } of await ground.ordersOf(body)) {
    expect((await ground.world.deal(deal)).state).toBe("cancelled");
    expect((await told(seller)).filter(({ key }) => /lapse/.test(key))).toHaveLength(1);
  }
});

test("what was paid for some of them is told with their amount", async () => {
  const buyer = await ground.customer("third");
  for (const { product } of [await ground.stall(), await ground.stall(), await ground.stall()])
    await ground.lay(product, 1, "third");
  const { body } = await ground.buy("third");
  const [first, ...rest] = await ground.ordersOf(body);
  if (!first) throw new Error("three orders");
  const payment = await ground.paymentFor(body.id, "third");
  ground.world.gateway.pay(payment);
  await ground.world.give(first, "cancel", "seller");
  await ground.world.look(payment);
  const paid = (await told(buyer)).filter(({ key }) => key === "purchase_paid.buyer");
  expect(paid.map(({ params }) => params.amount?.amount)).toEqual([
    rest.reduce((sum, { terms }) => sum + Number(terms.total.minor), 0),
  ]);
});
