import { afterEach, beforeEach, expect, test } from "vitest";
import type { TaxTable } from "../../core/pricing/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { ADDRESS } from "../money/world.ts";
import { amount, createGround, type Ground, registerForTax } from "./ground.ts";

let database: TestDatabase;
let ground: Ground;

const ON_TOP: TaxTable = { IN: { code: "GST", basisPoints: 1_800, included: false } };
const started = async (taxes?: TaxTable) => {
  ground = await createGround(database, { ...(taxes && { parts: { taxes } }) });
};

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await ground.close();
  await database.drop();
});

/** An order over HTTP, as the buyer sees it. */
async function ordered() {
  const { ask, world } = ground;
  const rates = await ask(
    "buyer",
    "GET",
    `/shipping/rates?productId=${world.product}&quantity=1&postcode=${ADDRESS.postcode}`,
  );
  const { line2: _, ...shippingAddress } = ADDRESS;
  const order = { items: [{ productId: world.product, quantity: 1 }], shippingAddress, courier: "road" };
  return (await ask("buyer", "POST", "/orders", { ...order, quoteId: rates.body.quoteId })).body;
}

test("a seller without a tax number is not taxed", async () => {
  await started();
  expect(await ordered()).toMatchObject({ taxes: [], amounts: { tax: amount(0n), total: amount(34_800n) } });
});

test("of a registered seller's prices the tax is taken out, line by line, and the total stays", async () => {
  await started();
  await registerForTax(ground.world, "IN", "27AAPFU0939F1ZV");
  const { taxes, amounts } = await ordered();
  expect(amounts).toMatchObject({ tax: amount(0n), total: amount(34_800n) });
  expect(taxes).toEqual([
    { ...{ line: 0, code: "GST", basisPoints: 1_800, included: true }, net: amount(25_339n), tax: amount(4_561n) },
    { ...{ line: null, code: "GST", basisPoints: 1_800, included: true }, net: amount(4_153n), tax: amount(747n) },
  ]);
});

test.each([
  ["SA", "300000000000003", "VAT", 1_500, 3_900n],
  ["AE", "100000000000003", "VAT", 500, 1_424n],
])("a seller registered in %s is taxed at that country's rate", async (country, number, code, basisPoints, tax) => {
  await started();
  await registerForTax(ground.world, country, number);
  expect((await ordered()).taxes[0]).toMatchObject({ code, basisPoints, tax: amount(tax) });
});

test("a country that is not in the table taxes nothing", async () => {
  await started();
  await registerForTax(ground.world, "BH", "BH-1234");
  expect((await ordered()).taxes).toEqual([]);
});

test("tax on top is paid by the buyer, held, and released to the seller, who owes it", async () => {
  await started(ON_TOP);
  const { world, ask } = ground;
  await registerForTax(world, "IN", "27AAPFU0939F1ZV");
  const { id, amounts } = await ordered();
  expect(amounts).toMatchObject({ tax: amount(6_264n), total: amount(41_064n) });
  const placed = await world.reread(id);
  if (!placed) throw new Error("no order");
  const payment = await world.openPayment(placed);
  world.gateway.pay(payment);
  await world.look(payment);
  await world.dispatch(placed);
  await world.settle();
  await world.give(placed, "confirm_receipt", "buyer");
  await world.settle();
  expect(world.rail.payouts.map(({ amount: paid }) => paid.minor)).toEqual([40_020n]);
  const { body } = await ask("seller", "GET", `/orders/${id}`);
  expect(body.amounts).toMatchObject({ commission: amount(1_044n), sellerReceives: amount(40_020n) });
  expect(await world.books()).toEqual([]);
});

test("what an order was taxed stays when the company's number goes", async () => {
  await started();
  const { world, ask } = ground;
  await registerForTax(world, "IN", "27AAPFU0939F1ZV");
  const { id, taxes } = await ordered();
  await world.owner.query("update organizations.organization set tax_number = null");
  expect((await ask("buyer", "GET", `/orders/${id}`)).body.taxes).toEqual(taxes);
  expect((await ordered()).taxes).toEqual([]);
});
