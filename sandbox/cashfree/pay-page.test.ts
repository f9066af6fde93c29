import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../harness.ts";

describe("the pay page", () => {
  let world: World;
  let address: string;
  beforeEach(async () => {
    world = await startWorld();
    const { payment_session_id } = (await world.createOrder("ord_1")).body;
    address = `${world.url()}/cashfree/checkout/${payment_session_id}`;
  });
  afterEach(() => world.stop());

  const choose = (choice: Record<string, string>) =>
    fetch(address, { method: "POST", body: new URLSearchParams(choice), redirect: "manual" });
  const show = async (headers: Record<string, string> = {}, query = "") =>
    (await fetch(`${address}${query}`, { headers })).text();
  const orderStatus = async () => (await world.pg("GET", "/orders/ord_1")).body.order_status;
  const types = async () => {
    await world.advance(0);
    return world.app.received.map(({ type }) => type);
  };

  test("shows order, amount, expiry and the choices, and says that it is a sandbox", async () => {
    const page = await show();
    for (const text of [
      "Sandbox: no real money",
      "ord_1",
      "1,499.00",
      'id="pay"',
      'id="outcome-failed"',
      'name="fault"',
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toMatch(/<script|https?:\/\/(?!shop\.example\.test)/);
  });

  test("speaks Arabic from right to left when asked or when the browser does", async () => {
    expect(await show({}, "?lang=ar")).toContain('<html lang="ar" dir="rtl">');
    expect(await show({ "accept-language": "ar-SA,en;q=0.5" })).toContain('dir="rtl"');
    expect(await show({ "accept-language": "ar" }, "?lang=en")).toContain('dir="ltr"');
  });

  test("paying sends the person back with the order's id in the address", async () => {
    const answer = await choose({ method: "upi", outcome: "success", fault: "none" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("https://shop.example.test/pay/return?o=ord_1");
    expect([await orderStatus(), await types()]).toEqual(["PAID", ["PAYMENT_SUCCESS_WEBHOOK"]]);
  });

  test.each([
    ["failed", "FAILED", ["PAYMENT_FAILED_WEBHOOK"]],
    ["user_dropped", "USER_DROPPED", ["PAYMENT_USER_DROPPED_WEBHOOK"]],
    ["pending", "PENDING", []],
  ])("outcome %s leaves the order open for another try", async (outcome, status, events) => {
    expect((await choose({ outcome })).status).toBe(303);
    expect((await world.pg("GET", "/orders/ord_1/payments")).body[0].payment_status).toBe(status);
    expect([await orderStatus(), await types()]).toEqual(["ACTIVE", events]);
    await choose({ outcome: "success" });
    expect(await orderStatus()).toBe("PAID");
  });

  test("a paid order can not be paid again", async () => {
    await choose({ outcome: "success" });
    expect((await choose({ outcome: "success" })).status).toBe(409);
    expect(await show()).toContain("can no longer be paid");
    expect(await show()).toContain('id="back"');
  });

  test.each([
    ["webhook_twice", 2],
    ["webhook_out_of_order", 3],
    ["webhook_never", 0],
    ["webhook_late", 0],
  ])("with %s the app has had %i notices at once", async (fault, count) => {
    await choose({ outcome: "success", fault });
    expect(await types()).toHaveLength(count);
    await world.advance(300_000);
    expect(await types()).toHaveLength(fault === "webhook_late" ? 1 : count);
  });

  test("a wrong amount is one rupee too little", async () => {
    await choose({ outcome: "success", fault: "wrong_amount" });
    expect((await world.pg("GET", "/orders/ord_1/payments")).body[0].payment_amount).toBe(1498);
  });

  test.each([
    ["refund_timeout_before", "createRefund", "timeout_before"],
    ["refund_timeout_after", "createRefund", "timeout_after"],
    ["payout_timeout_before", "createTransfer", "timeout_before"],
    ["payout_timeout_after", "createTransfer", "timeout_after"],
  ])("%s waits for the next call", async (fault, operation, kind) => {
    await choose({ outcome: "success", fault });
    const { faults } = (await world.control("GET", "/faults")).body;
    expect(faults).toMatchObject([{ provider: "cashfree", operation, kind, times: 1 }]);
  });

  test("a returned payout waits for the next transfer", async () => {
    await choose({ outcome: "success", fault: "payout_returned" });
    expect((await world.control("GET", "/state")).body.nextTransfers).toEqual(["reversed"]);
  });

  test("an unknown session is 404, and text from outside is shown as text", async () => {
    expect((await fetch(`${world.url()}/cashfree/checkout/session_x`)).status).toBe(404);
    const return_url = "https://shop.example.test/?a=%22&b='<b>";
    const body = { order_id: "ord_2", order_amount: 1, order_currency: "INR", order_meta: { return_url } };
    const customer_details = { customer_id: "b01", customer_phone: "9000000001" };
    const { payment_session_id } = (await world.pg("POST", "/orders", { ...body, customer_details })).body;
    await world.payOrder("ord_2");
    const page = await (await fetch(`${world.url()}/cashfree/checkout/${payment_session_id}`)).text();
    expect(page).not.toContain("<b>");
  });

  test("the browser script goes to the pay page of its own origin", async () => {
    const answer = await fetch(`${world.url()}/cashfree/js/v3/cashfree.js`);
    expect(answer.headers.get("content-type")).toMatch(/javascript/);
    const visited: string[] = [];
    const window: {
      Cashfree?: (settings: object) => { checkout(options: object): Promise<unknown> };
      location: object;
    } = {
      location: { assign: (url: string) => visited.push(url) },
    };
    const document = { currentScript: { src: `${world.url()}/cashfree/js/v3/cashfree.js` } };
    new Function("window", "document", await answer.text())(window, document);
    await window.Cashfree?.({ mode: "sandbox" }).checkout({ paymentSessionId: "session_1", redirectTarget: "_self" });
    expect(visited).toEqual([`${world.url()}/cashfree/checkout/session_1`]);
    expect(() => window.Cashfree?.({ mode: "test" })).toThrow();
  });
});
