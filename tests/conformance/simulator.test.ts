import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carrierCases } from "../../server/adapters/carriers/conformance.ts";
import { gatewayCases, orderOf } from "../../server/adapters/gateways/conformance.ts";
import { railCases } from "../../server/adapters/payout-rails/conformance.ts";
import { freshId, given } from "../../server/adapters/support/conformance.ts";
import {
  bookingOf,
  carrierUnderTest,
  carrierWebhook,
  gatewayUnderTest,
  gatewayWebhook,
  payoutOf,
  railUnderTest,
  railWebhook,
  someBankAccount,
} from "./parties.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const here =
  <T>(make: (of: World) => Promise<T>) =>
  () =>
    make(world);

describe("cashfree holds what every gateway holds, against the simulator", () => {
  for (const { title, run } of gatewayCases(here(gatewayUnderTest), here(gatewayWebhook))) test(title, run);
});

describe("cashfree payouts hold what every rail holds, against the simulator", () => {
  for (const { title, run } of railCases(here(railUnderTest), here(railWebhook))) test(title, run);
});

describe.each(["buyer", "carrier"] as const)(
  "rapidshyp holds what every carrier holds, against the simulator, the courier chosen by the %s",
  (chooser) => {
    const make = here((of) => carrierUnderTest(of, chooser));
    for (const { title, run } of carrierCases(make, here(carrierWebhook))) test(title, run);
  },
);

test("a code that every object has a member for is its own word in the simulator", async () => {
  const { carrier, theirs, ...under } = await carrierUnderTest(world);
  const trackingNumber = given(await carrier.book(bookingOf(under))).trackingNumber ?? "";
  for (const code of ["__proto__", "constructor", "toString"]) {
    await theirs.scanUnheardOf(trackingNumber, code);
    expect(given(await carrier.track(trackingNumber)).find((scan) => scan.code === code)?.text).toBe(code);
  }
});

describe("the simulator's webhooks name our own ids", () => {
  test("a payment, and a refund whose underscore was left out on the way there", async () => {
    const { gateway, theirs, ...under } = await gatewayUnderTest(world);
    const order = orderOf(under, 10_000n);
    given(await gateway.open(order));
    await theirs.pay(order.payment);
    const paid = await world.webhook(order.payment);
    expect(given(gateway.readWebhook(paid, under.now))).toMatchObject({
      type: "PAYMENT_SUCCESS_WEBHOOK",
      payment: order.payment,
    });

    const refund = freshId("refund", under.now);
    given(await gateway.refund({ payment: order.payment, refund, amount: order.amount, note: "goods came back" }));
    await theirs.finishRefunds(order.payment);
    const refunded = await world.webhook(refund.replace("_", ""));
    expect(given(gateway.readWebhook(refunded, under.now))).toMatchObject({ payment: order.payment, refund });
  });

  test("a payout", async () => {
    const { rail, theirs, now } = await railUnderTest(world);
    const request = payoutOf(now, await someBankAccount(rail, now));
    given(await rail.send(request));
    await theirs.bring(request.payout, "failed");
    expect(given(rail.readWebhook(await world.webhook(request.payout), now))).toMatchObject({
      type: "TRANSFER_FAILED",
      payout: request.payout,
    });
  });

  test("a parcel", async () => {
    const { carrier, ...under } = await carrierUnderTest(world);
    const trackingNumber = given(await carrier.book(bookingOf(under))).trackingNumber ?? "";
    const hints = given(carrier.readWebhook(await world.webhook(trackingNumber), under.now));
    expect(hints.map((hint) => hint.trackingNumber)).toEqual([trackingNumber]);
  });
});
