import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { hours } from "../../core/time/index.ts";
import { personalCarts } from "../../server/modules/carts/index.ts";
import { createGround, type Ground, type Stall } from "./ground.ts";

let ground: Ground;
let first: Stall;
let second: Stall;

beforeEach(async () => {
  ground = await createGround();
  [first, second] = [await ground.stall(10), await ground.stall(10, money(15_000n, "INR"))];
});
afterEach(() => ground.close());

const linesIn = (cart: { sellers: { lines: { quantity: number; state: string }[] }[] }) =>
  cart.sellers.flatMap(({ lines }) => lines);
const inr = (amount: number) => ({ amount, currency: "INR" });
const setListing = (stall: Stall, change: string) =>
  ground.world.owner.query(`update catalog.listing set ${change} where id = $1`, [uuidOf(stall.product)]);

describe("a cart", () => {
  test("is kept for its owner, seller by seller, and for nobody else", async () => {
    await ground.customer("other");
    await ground.lay(first.product, 2);
    const { status } = await ground.lay(second.product, 1);
    expect(status).toBe(200);
    const seen = await ground.cart();
    expect(seen.sellers.map(({ seller }: { seller: { id: string } }) => seller.id)).toEqual([
      first.seller,
      second.seller,
    ]);
    expect(linesIn(seen)).toMatchObject([
      { productId: first.product, quantity: 2, unitPrice: inr(29_900), total: inr(59_800), state: "buyable" },
      { productId: second.product, quantity: 1, unitPrice: inr(15_000), priceWhenAdded: null },
    ]);
    expect((await ground.cart("other")).sellers).toEqual([]);
    const line = seen.sellers[0].lines[0].id;
    expect((await ground.ask("other", "PUT", `/cart/lines/${line}`, { quantity: 1 })).status).toBe(404);
    expect((await ground.ask("other", "DELETE", `/cart/lines/${line}`)).status).toBe(404);
    expect(linesIn(await ground.cart())).toHaveLength(2);
  });

  test("more of the same comes to its line; a line can be changed and taken out", async () => {
    await ground.lay(first.product, 2);
    const { body } = await ground.lay(first.product, 3);
    expect(linesIn(body).map(({ quantity }) => quantity)).toEqual([5]);
    const line = body.sellers[0].lines[0].id;
    const changed = await ground.ask("buyer", "PUT", `/cart/lines/${line}`, { quantity: 1 });
    expect(linesIn(changed.body).map(({ quantity }) => quantity)).toEqual([1]);
    const gone = await ground.ask("buyer", "DELETE", `/cart/lines/${line}`);
    expect(gone.body.sellers).toEqual([]);
    expect((await ground.ask("buyer", "DELETE", `/cart/lines/${line}`)).status).toBe(404);
  });

  test("parallel adding of the same loses nothing", async () => {
    await Promise.all(Array.from({ length: 20 }, () => ground.lay(first.product, 1)));
    expect(linesIn(await ground.cart("buyer", null)).map(({ quantity }) => quantity)).toEqual([20]);
  });

  test("holds fifty things and ten thousand pieces of each", async () => {
    await ground.lay(first.product, 10_000);
    expect((await ground.lay(first.product, 1)).body.code).toBe("VALIDATION_FAILED");
    expect((await ground.lay(second.product, 10_001)).status).toBe(400);
    await ground.world.owner.query(
      `insert into carts.line (id, user_id, seller_id, product_id, quantity, unit_price, currency, added_at)
       select gen_random_uuid(), user_id, seller_id, gen_random_uuid(), 1, 1, 'INR', added_at from carts.line, generate_series(1, 49)`,
    );
    const { status, body } = await ground.lay(second.product, 1);
    expect([status, body.code]).toEqual([409, "LIMIT_REACHED"]);
  });

  test("takes nothing that is not for sale, nor one's own", async () => {
    await setListing(first, "state = 'inactive'");
    expect((await ground.lay(first.product)).body.code).toBe("LISTING_UNAVAILABLE");
    const { startSession } = await import("../../server/modules/identity/index.ts");
    await startSession(ground.world.db, second.seller, ground.world.now(), "seller");
    expect((await ground.lay(second.product, 1, "seller")).body.code).toBe("OWN_LISTING");
  });

  test("is forgotten with its owner", async () => {
    await ground.lay(first.product);
    await ground.world.db.transaction((tx) => personalCarts.erase(tx, ground.world.buyer));
    expect((await ground.cart()).sellers).toEqual([]);
  });
});

describe("what has changed meanwhile is said", () => {
  test("of each line that can no longer be bought, and there are no prices until that is put right", async () => {
    await ground.lay(first.product, 3);
    await ground.lay(second.product, 1);
    await setListing(first, "stock = 2");
    await setListing(second, "state = 'inactive'");
    const seen = await ground.cart();
    expect(linesIn(seen).map(({ state }) => state)).toEqual(["insufficient_stock", "unavailable"]);
    expect(seen.sellers.map(({ problem }: { problem: string }) => problem)).toEqual([
      "not_all_buyable",
      "not_all_buyable",
    ]);
    expect(seen.total).toBeNull();
    const [line] = seen.sellers[0].lines;
    await ground.ask("buyer", "PUT", `/cart/lines/${line.id}`, { quantity: 2 });
    const [better] = (await ground.cart()).sellers;
    expect(better.problem).toBeNull();
    expect(better.lines[0].state).toBe("buyable");
  });

  test("of a price: the one that was seen before, too", async () => {
    await ground.lay(first.product);
    await setListing(first, "price = 31000");
    const [line] = linesIn(await ground.cart());
    expect(line).toMatchObject({ unitPrice: inr(31_000), priceWhenAdded: inr(29_900), state: "buyable" });
  });

  test("case 54: of a price that comes to more than an amount can be", async () => {
    await ground.lay(first.product, 9);
    await setListing(first, "price = 9007199254740991");
    const { status, body } = await ground.ask("buyer", "GET", "/cart?postcode=400001");
    expect(status).toBe(200);
    expect(linesIn(body)).toMatchObject([{ state: "unavailable", total: null }]);
    expect(body.total).toBeNull();
  });

  test("of currencies: one seller's in two has no price", async () => {
    await ground.lay(first.product);
    await ground.lay(second.product);
    await setListing(second, "currency = 'KWD'");
    expect((await ground.cart()).total, "there is no sum of two currencies").toBeNull();
    await setListing(second, `seller_id = '${uuidOf(first.seller)}'`);
    await ground.world.owner.query("update carts.line set seller_id = $1", [uuidOf(first.seller)]);
    const [only] = (await ground.cart()).sellers;
    expect(only.problem).toBe("several_currencies");
  });
});

describe("the preview", () => {
  test("comes to what the orders then come to, to the last unit", async () => {
    await ground.lay(first.product, 3);
    await ground.lay(second.product, 2);
    const seen = await ground.cart();
    const { status, body } = await ground.buy();
    expect(status).toBe(201);
    expect(body.total).toEqual(seen.total);
    for (const [place, order] of (await ground.ordersOf(body)).entries()) {
      const { shipping } = seen.sellers[place];
      const { amounts } = shipping.options.find(({ courier }: { courier: string }) => courier === shipping.cheapest);
      const placed = await ground.ask("buyer", "GET", `/orders/${order.id}`);
      const { commission: _, commissionTax: _tax, sellerReceives: _seller, ...paid } = placed.body.amounts;
      const { taxes, ...previewed } = amounts;
      expect(previewed).toEqual(paid);
      expect(taxes).toEqual(placed.body.taxes);
    }
  });

  test("without a postcode shows the goods, and why there is no more", async () => {
    await ground.lay(first.product);
    const seen = await ground.cart("buyer", null);
    expect(seen.sellers[0]).toMatchObject({ shipping: null, problem: "no_postcode" });
    expect(seen.total).toBeNull();
  });
});

describe("buying", () => {
  test("takes the lines of the sellers who are named, and leaves the others", async () => {
    await ground.lay(first.product);
    await ground.lay(second.product);
    const seen = await ground.cart();
    const [one] = seen.sellers;
    const sent = [{ sellerId: first.seller, quoteId: one.shipping.quoteId, courier: one.shipping.cheapest }];
    const cheapest = one.shipping.options.find(({ courier }: { courier: string }) => courier === one.shipping.cheapest);
    const { status, body } = await ground.buy("buyer", { sellers: sent, expectedTotal: cheapest.amounts.total });
    expect([status, body.orders.length]).toEqual([201, 1]);
    expect(linesIn(await ground.cart())).toMatchObject([{ productId: second.product }]);
  });

  test("is found again by any of its orders, newest first, by nobody else", async () => {
    const { purchase: old } = await ground.bought([first, second]);
    ground.world.jump(1);
    const { purchase: last } = await ground.bought([first]);
    const shown = ({ id, createdAt, total, orders }: typeof old) => ({
      ...{ id, createdAt, total },
      orderIds: orders.map((order: { id: string }) => order.id),
    });
    const asked = async (query: string, who = "buyer") => (await ground.ask(who, "GET", `/purchases${query}`)).body;
    const { nextCursor, data } = await asked("?limit=1");
    expect(data).toEqual([shown(last)]);
    expect(await asked(`?limit=1&cursor=${nextCursor}`)).toEqual({ data: [shown(old)], nextCursor: null });
    const [one, two] = old.orders;
    expect((await asked(`?orders=${two.id}`)).data).toEqual([shown(old)]);
    expect((await asked(`?orders=${one.id},${last.orders[0].id},${two.id}`)).data).toEqual([shown(last), shown(old)]);
    await ground.customer("other");
    expect((await asked(`?orders=${one.id}`, "other")).data).toEqual([]);
    expect((await asked("", "other")).data).toEqual([]);
    for (const wrong of ["", "x", `${one.id},`, Array(101).fill(one.id).join(",")])
      expect((await asked(`?orders=${wrong}`)).code).toBe("VALIDATION_FAILED");
  });

  test("several things of one seller are one order in one parcel", async () => {
    const other = await ground.world.listing(5);
    const own = await ground.world.listing(5, money(10_000n, "INR"));
    await ground.lay(other, 2);
    await ground.lay(own, 3);
    const { body } = await ground.buy();
    const [order] = await ground.ordersOf(body);
    expect(body.orders).toHaveLength(1);
    expect(order?.items.map(({ quantity }) => quantity)).toEqual([2, 3]);
    expect(order?.terms.goods).toEqual(money(89_800n, "INR"));
    expect(order?.transport?.parcel).toEqual({ grams: 2000, millimetres: { length: 300, width: 220, height: 200 } });
    expect([await ground.world.stockOf(other), await ground.world.stockOf(own)]).toEqual([3, 2]);
  });

  test("case 15: fifty times with one key at once buys once, and every answer is the same", async () => {
    await ground.lay(first.product);
    const wish = ground.wish(await ground.cart());
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ground.ask("buyer", "POST", "/cart/checkout", wish, "once-key-0000001")),
    );
    const bought = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(bought.length).toBeGreaterThan(0);
    expect(new Set(bought).size).toBe(1);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    expect(await ground.world.stockOf(first.product)).toBe(9);
  });

  test("two tabs with two keys at once buy once: the lines have left the cart", async () => {
    await ground.lay(first.product);
    const wish = ground.wish(await ground.cart());
    const answers = await Promise.all(
      ["tab-one-0000001", "tab-two-0000001"].map((key) => ground.ask("buyer", "POST", "/cart/checkout", wish, key)),
    );
    expect(answers.map(({ status, body }) => (status === 201 ? 201 : body.code)).sort()).toEqual([201, "CART_CHANGED"]);
    expect(await ground.world.stockOf(first.product)).toBe(9);
  });

  test("case 18: another total than the buyer was shown buys nothing", async () => {
    await ground.lay(first.product);
    await ground.lay(second.product);
    const wish = ground.wish(await ground.cart());
    await setListing(second, "price = 15001");
    const { status, body } = await ground.ask("buyer", "POST", "/cart/checkout", wish);
    expect([status, body.code, body.canRetry]).toEqual([409, "PRICE_CHANGED", false]);
    expect([await ground.world.stockOf(first.product), await ground.world.stockOf(second.product)]).toEqual([10, 10]);
    expect(linesIn(await ground.cart())).toHaveLength(2);
  });

  test("a quote is for what lay there when it was given, and not for ever", async () => {
    await ground.lay(first.product);
    const wish = ground.wish(await ground.cart());
    await ground.lay(first.product);
    expect((await ground.ask("buyer", "POST", "/cart/checkout", wish)).body.code).toBe("CART_CHANGED");
    const anew = ground.wish(await ground.cart());
    ground.world.jump(hours(2));
    expect((await ground.ask("buyer", "POST", "/cart/checkout", anew)).body.code).toBe("QUOTE_EXPIRED");
  });

  test("one of three that is out of stock: none is placed, and the line is named", async () => {
    const third = await ground.stall(1);
    for (const { product } of [first, second, third]) await ground.lay(product);
    const seen = await ground.cart();
    await setListing(third, "stock = 0");
    const { status, body } = await ground.ask("buyer", "POST", "/cart/checkout", ground.wish(seen));
    expect([status, body.code]).toEqual([409, "INSUFFICIENT_INVENTORY"]);
    expect(body.detail).toContain(seen.sellers[2].lines[0].id);
    expect(await ground.world.owner.query('select from orders."order"')).toEqual([]);
    expect(await ground.world.owner.query("select from carts.purchase")).toEqual([]);
    expect([await ground.world.stockOf(first.product), await ground.world.stockOf(second.product)]).toEqual([10, 10]);
    expect(linesIn(await ground.cart())).toHaveLength(3);
  });

  test("prices in several currencies are refused in so many words", async () => {
    await ground.lay(first.product);
    await ground.lay(second.product);
    const seen = await ground.cart();
    await setListing(second, "currency = 'KWD'");
    const { status, body } = await ground.ask("buyer", "POST", "/cart/checkout", ground.wish(seen));
    expect([status, body.code]).toEqual([422, "SEVERAL_CURRENCIES"]);
    const anew = ground.wish(await ground.cart(), { expectedTotal: inr(34_800) });
    expect((await ground.ask("buyer", "POST", "/cart/checkout", anew)).body.code).toBe("SEVERAL_CURRENCIES");
  });

  test("a seller is named once", async () => {
    await ground.lay(first.product);
    const seen = await ground.cart();
    const { sellers } = ground.wish(seen) as { sellers: object[] };
    const { status, body } = await ground.buy("buyer", { sellers: [...sellers, ...sellers] });
    expect([status, body.code]).toEqual([400, "VALIDATION_FAILED"]);
  });
});

describe("case 19: fifty carts at once", () => {
  test("of the last ten pieces of one seller, ten carts get one, and nobody gets half a cart", async () => {
    const buyers = await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        await ground.customer(`customer-${n}`);
        return `customer-${n}`;
      }),
    );
    const plenty = await ground.stall(100);
    // Each lays them in in another order: whoever locks by chance would wait for somebody who waits for him.
    for (const [n, buyer] of buyers.entries())
      for (const { product } of n % 2 === 0 ? [first, plenty] : [plenty, first]) await ground.lay(product, 1, buyer);
    const wishes = await Promise.all(buyers.map(async (buyer) => ground.wish(await ground.cart(buyer))));
    const answers = await Promise.all(
      buyers.map((buyer, n) => ground.ask(buyer, "POST", "/cart/checkout", wishes[n], `race-${buyer}-00000`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(
      new Set(["INSUFFICIENT_INVENTORY"]),
    );
    expect([await ground.world.stockOf(first.product), await ground.world.stockOf(plenty.product)]).toEqual([0, 90]);
    expect(await ground.world.owner.query('select from orders."order"')).toHaveLength(20);
    await ground.world.pass(hours(2));
    expect([await ground.world.stockOf(first.product), await ground.world.stockOf(plenty.product)]).toEqual([10, 100]);
  });
});
