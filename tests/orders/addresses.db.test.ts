import { afterAll, beforeAll, expect, test } from "vitest";
import { createGround, type Ground } from "../digital/ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());

const LONGEST = {
  ...{ name: "ن".repeat(75), line1: "a".repeat(100), line2: "b".repeat(100), city: "c".repeat(60) },
  ...{ phone: "9000000001", postcode: "560001" },
};

async function order(address: object) {
  const { ask, world } = ground;
  const rates = new URLSearchParams({ productId: world.product, quantity: "1", postcode: "560001" });
  const { quoteId, options } = (await ask(null, "GET", `/shipping/rates?${rates}`)).body;
  return await ask("buyer", "POST", "/orders", {
    items: [{ productId: world.product, quantity: 1 }],
    ...{ shippingAddress: address, quoteId, courier: options[0].courier },
  });
}

test("the longest address that is taken is shown as it was written", async () => {
  const placed = await order(LONGEST);
  expect(placed.status).toBe(201);
  for (const who of ["buyer", "seller"]) {
    const { status, body } = await ground.ask(who, "GET", `/orders/${placed.body.id}`);
    expect([status, body.shippingAddress]).toEqual([200, LONGEST]);
  }
});

test.each(["name", "line1", "line2", "city"] as const)(
  "one sign more in %s is refused by the field's name",
  async (field) => {
    const { status, body } = await order({ ...LONGEST, [field]: `${LONGEST[field]}x` });
    expect([status, body.code]).toEqual([400, "VALIDATION_FAILED"]);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([`shippingAddress.${field}`]);
  },
);
