import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { orderOf } from "../../server/adapters/gateways/conformance.ts";
import { freshId, given, refused } from "../../server/adapters/support/conformance.ts";
import { bookingOf, carrierUnderTest, gatewayUnderTest, payoutOf, railUnderTest, someBankAccount } from "./parties.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const KINDS = ["timeout_before", "timeout_after", "error_before", "error_after", "garbage", "html", "rate_limited"];

const breakNext = (provider: string, operation: string, kind: string) =>
  world.control("POST", "/faults", { provider, operation, kind });

/** A limit that was reached is the only break that says surely not done. */
const refusalFor = (kind: string) => (kind === "rate_limited" ? "try_later" : "outcome_unknown");

describe("cases 22 and 23: however a call that moves money breaks, asking again does it once", () => {
  test.each(KINDS)("a refund and %s", async (kind) => {
    const { gateway, theirs, ...under } = await gatewayUnderTest(world);
    const order = orderOf(under, 10_000n);
    given(await gateway.open(order));
    await theirs.pay(order.payment);
    const request = {
      payment: order.payment,
      refund: freshId("refund", under.now),
      amount: order.amount,
      note: "goods came back",
    };
    await breakNext("cashfree", "createRefund", kind);
    refused(await gateway.refund(request), refusalFor(kind));
    given(await gateway.refund(request));
    expect(await theirs.refunds(order.payment)).toEqual([order.amount]);
  });

  test.each(KINDS)("opening and %s", async (kind) => {
    const { gateway, theirs, ...under } = await gatewayUnderTest(world);
    const order = orderOf(under, 10_000n);
    await breakNext("cashfree", "createOrder", kind);
    const first = await gateway.open(order);
    if (!first.ok) refused(first, refusalFor(kind));
    given(await gateway.open(order));
    expect(await theirs.countPayments(order.payment)).toBe(1);
  });

  test.each(KINDS)("a payout and %s", async (kind) => {
    const { rail, theirs, now } = await railUnderTest(world);
    const request = payoutOf(now, await someBankAccount(rail, now));
    await breakNext("cashfree", "createTransfer", kind);
    refused(await rail.send(request), refusalFor(kind));
    given(await rail.send(request));
    expect(await theirs.sent(request.payout)).toEqual([request.amount]);
  });

  const STEPS = ["createOrder", "getOrdersInfo", "assignAwb", "schedulePickup", "generateLabel"];

  test.each(STEPS.flatMap((step) => KINDS.map((kind) => [step, kind] as const)))(
    "a booking with a chosen courier, %s and %s",
    async (step, kind) => {
      const { carrier, theirs, ...under } = await carrierUnderTest(world);
      const request = bookingOf(under);
      await breakNext("rapidshyp", step, kind);
      const first = await carrier.book(request);
      if (!first.ok) refused(first, "outcome_unknown", "try_later");
      const second = given(await carrier.book(request));
      expect(second).toMatchObject({ pickupScheduled: true, labelUrl: expect.stringMatching(/./) });
      if (first.ok && first.value.trackingNumber !== null)
        expect(second.trackingNumber).toBe(first.value.trackingNumber);
      expect(await theirs.courierOf(second.trackingNumber ?? "")).toBe(request.courier);
      expect(await theirs.parcels(request.shipment)).toBe(1);
    },
  );

  test.each([...KINDS, "partial"])("a booking whose courier the carrier chooses and %s", async (kind) => {
    const { carrier, theirs, ...under } = await carrierUnderTest(world, "carrier");
    const request = bookingOf(under, "");
    await breakNext("rapidshyp", "wrapper", kind);
    const first = await carrier.book(request);
    if (!first.ok) refused(first, refusalFor(kind));
    expect(given(await carrier.book(request)).trackingNumber).toMatch(/./);
    expect(await theirs.parcels(request.shipment)).toBe(1);
  });
});

test.each(KINDS)("a look may be repeated after %s", async (kind) => {
  const { gateway, ...under } = await gatewayUnderTest(world);
  const order = orderOf(under, 10_000n);
  given(await gateway.open(order));
  await breakNext("cashfree", "getPayments", kind);
  refused(await gateway.look(order.payment), kind === "garbage" ? "outcome_unknown" : "try_later");
  expect(given(await gateway.look(order.payment)).status).toBe("open");
});
