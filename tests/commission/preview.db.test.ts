import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../core/escrow/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { ADDRESS } from "../money/world.ts";
import { dice } from "../simulation/dice.ts";
import { amount, createGround, type Ground, inr, registerForTax, ruleOf } from "./ground.ts";

const SALES = 200;

let database: TestDatabase;
let ground: Ground;

beforeAll(async () => {
  database = await testDatabase();
  const policy = { ...DEFAULT_POLICY, commissionTax: { code: "GST", basisPoints: 1_800 } };
  const taxes = { IN: { code: "GST", basisPoints: 1_800, included: false } };
  ground = await createGround(database, { policy, parts: { taxes }, stock: 1_000_000 });
  await registerForTax(ground.world, "IN", "27AAPFU0939F1ZV");
});
afterAll(async () => {
  await ground.close();
  await database.drop();
});

test(`${SALES} sales at random prices by random rules come to what was shown before to seller and buyer`, {
  timeout: 120_000,
}, async () => {
  const { world, ask, publish } = ground;
  const d = dice(7);
  const wrong: unknown[] = [];
  for (let sale = 0; sale < SALES; sale++) {
    if (sale % 20 === 0) expect((await publish(...rulesBy(d))).status).toBe(201);
    const price = BigInt(d.pick([1, 99, 2_500, d.between(1, 500_000), d.between(1, 5_000_000)]));
    const quantity = d.pick([1, 2, 3, 7]);
    const product = await world.listing(100, inr(price));
    const shown = await ask(
      "buyer",
      "GET",
      `/shipping/rates?productId=${product}&quantity=${quantity}&postcode=${ADDRESS.postcode}`,
    );
    const option = shown.body.options.find(({ courier }: { courier: string }) => courier === "road");
    const told = await ask("seller", "POST", "/commission/preview", {
      ...{ price: amount(price), quantity, shipping: option.price },
    });
    const placed = await ask("buyer", "POST", "/orders", {
      ...{ items: [{ productId: product, quantity }], quoteId: shown.body.quoteId, courier: "road" },
      shippingAddress: { ...ADDRESS, line2: undefined },
    });
    const { body: order } = await ask("seller", "GET", `/orders/${placed.body.id}`);
    const { total, sellerReceives, tax, buyerFee } = order.amounts;
    const seen = { ...order.amounts, taxes: order.taxes, decidedBy: order.commissionRule };
    const sums = total.amount - order.amounts.commission.amount - order.amounts.commissionTax.amount;
    const same =
      JSON.stringify(seen) === JSON.stringify({ ...seen, ...told.body }) &&
      option.total.amount === total.amount &&
      option.tax.amount === tax.amount &&
      option.buyerFee.amount === buyerFee.amount &&
      placed.body.amounts.total.amount === total.amount &&
      sums === sellerReceives.amount;
    if (!same) wrong.push({ price, quantity, told: told.body, order: seen });
  }
  expect(wrong).toEqual([]);
});

function rulesBy(d: ReturnType<typeof dice>): object[] {
  const some = (chance: number, most: number) =>
    d.between(1, 100) <= chance ? [amount(BigInt(d.between(0, most)))] : [];
  return Array.from({ length: d.between(0, 4) }, (_, n) => {
    const floor = some(40, 5_000);
    return ruleOf(`rule-${n}`, {
      when: {
        atLeast: [amount(BigInt(d.between(0, 400_000)))],
        ...(d.between(0, 1) === 1 && { sellerLevels: ["standard"] }),
      },
      ...{ basisPoints: d.between(0, 3_000), base: d.pick(["total", "goods"]), fixed: some(40, 2_000), floor },
      cap: floor.length > 0 ? [] : some(40, 50_000),
      buyerShare: d.pick([0, 0, 10_000, d.between(0, 10_000)]),
    });
  });
}
