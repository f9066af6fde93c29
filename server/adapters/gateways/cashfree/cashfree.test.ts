import { createHmac } from "node:crypto";
import { money, parseMajor } from "@amana/core/money";
import { at, type Instant } from "@amana/core/time";
import { describe, expect, test } from "vitest";
import { breakableLine, type WebhookUnderTest } from "../../support/conformance.ts";
import { type GatewayUnderTest, gatewayCases, orderOf } from "../conformance.ts";
import { fakeCashfree } from "./fake-cashfree.ts";
import { type CashfreeConfig, cashfree } from "./index.ts";

const CONFIG: CashfreeConfig = {
  baseUrl: "https://cashfree.example.test/pg",
  clientId: "app_demo",
  clientSecret: "demo_secret_not_real",
  previousSecrets: ["demo_secret_before"],
  scriptUrl: "https://sdk.example.test/cashfree.js",
  mode: "sandbox",
};

const NOTIFY_URL = "https://shop.example.test/webhooks/cashfree";
const NOW = at(Date.parse("2026-01-05T17:45:00+05:30"));

async function underTest(): Promise<GatewayUnderTest> {
  const fake = fakeCashfree(CONFIG);
  const { line, loseNext } = breakableLine(fake.http);
  const calls = {
    open: /^POST .*\/orders$/,
    look: /^GET .*\/orders\/[^/]+$/,
    refund: /^POST .*\/refunds$/,
    lookDisputes: /\/disputes$/,
  };
  return {
    gateway: cashfree(CONFIG, line),
    withWrongKeys: cashfree({ ...CONFIG, clientSecret: "wrong" }, line),
    now: NOW,
    currency: "INR",
    notifyUrl: NOTIFY_URL,
    theirs: {
      pay: async (payment, amount) =>
        fake.attempt(payment, amount ? { payment_amount: Number(amount.minor) / 100 } : {}),
      failAttempt: async (payment) => fake.attempt(payment, { payment_status: "FAILED", is_captured: false }),
      finishRefunds: async (payment) => {
        for (const refund of fake.orders.get(payment)?.refunds ?? []) refund.refund_status = "SUCCESS";
      },
      dispute: async (payment, kind, amount) =>
        fake.dispute(payment, kind === "inquiry" ? "RETRIEVAL" : "CHARGEBACK", amount && Number(amount.minor) / 100),
      decideDispute: async (payment, word) => {
        for (const dispute of fake.orders.get(payment)?.disputes ?? [])
          dispute.dispute_status = `CHARGEBACK_MERCHANT_${word.toUpperCase()}`;
      },
      loseNext: (call, when) => loseNext(when, calls[call]),
      say: (what, word) => {
        fake.words[what] = word;
      },
      countPayments: async (payment) => (fake.orders.has(payment) ? 1 : 0),
      refunds: async (payment) =>
        (fake.orders.get(payment)?.refunds ?? []).map(({ refund_amount }) => {
          const amount = parseMajor(String(refund_amount), "INR");
          return amount.ok ? amount.value : money(-1n, "INR");
        }),
    },
  };
}

/** Signs as section 6 of the provider's facts says, written apart from the adapter. */
const sign = (body: Uint8Array, sentAt: Instant, secret: string) => ({
  headers: {
    "x-webhook-signature": createHmac("sha256", secret).update(String(sentAt)).update(body).digest("base64"),
    "x-webhook-timestamp": String(sentAt),
    "x-webhook-version": "2025-01-01",
  },
  body,
});

const PAYMENT = `pay_${"0".repeat(31)}1`;
const REFUND = `ref_${"0".repeat(31)}2`;
const paymentEvent = (type = "PAYMENT_SUCCESS_WEBHOOK", id: string | number = "5114910000001") =>
  `{"data":{"order":{"order_id":"${PAYMENT}","order_amount":1499.00,"order_currency":"INR"},"payment":{"cf_payment_id":${JSON.stringify(id)},"payment_status":"SUCCESS","payment_amount":1499.00}},"event_time":"2026-01-05T17:41:22+05:30","type":"${type}"}`;

const webhookUnderTest = async (): Promise<WebhookUnderTest> => ({
  read: cashfree(CONFIG, fakeCashfree(CONFIG).http).readWebhook,
  genuine: async () => sign(Buffer.from(paymentEvent()), NOW, CONFIG.clientSecret),
  now: () => NOW,
  proofHeader: "x-webhook-signature",
  foreign: ["payout_secret_demo", "", "app_demo"],
  signing: {
    timestampHeader: "x-webhook-timestamp",
    toleranceSeconds: 300,
    secrets: [CONFIG.clientSecret, ...CONFIG.previousSecrets],
    sign,
  },
});

describe("cashfree holds what every gateway holds, against answers written from its documents", () => {
  for (const { title, run } of gatewayCases(underTest, webhookUnderTest)) test(title, run);
});

describe("cashfree's webhooks", () => {
  const read = (body: string) =>
    cashfree(CONFIG, fakeCashfree(CONFIG).http).readWebhook(sign(Buffer.from(body), NOW, CONFIG.clientSecret), NOW);

  test("the published test vector is taken, and the same body written anew is forged", () => {
    const body =
      '{"data":{"order":{"order_id":"ord_demo_1001","order_amount":1499.00,"order_currency":"INR"}},"event_time":"2025-05-05T12:19:19+05:30","type":"PAYMENT_SUCCESS_WEBHOOK"}';
    const headers = {
      "x-webhook-timestamp": "1746427759733",
      "x-webhook-signature": "OnA9BHRFY5pNLZ9yHyd1NbBgTy5Tqu9oK/Il7QP0sng=",
    };
    const { readWebhook } = cashfree(CONFIG, fakeCashfree(CONFIG).http);
    expect(readWebhook({ headers, body: Buffer.from(body) }, at(1746427759733))).toMatchObject({ ok: true });
    const anew = Buffer.from(JSON.stringify(JSON.parse(body)));
    expect(readWebhook({ headers, body: anew }, at(1746427759733))).toEqual({ ok: false, error: "forged" });
  });

  test("a payment event names the payment, and its id is the same text whether it came as number or text", () => {
    const hint = {
      dedupeKey: "PAYMENT_SUCCESS_WEBHOOK:5114910000001:SUCCESS",
      type: "PAYMENT_SUCCESS_WEBHOOK",
      payment: PAYMENT,
    };
    expect(read(paymentEvent())).toEqual({ ok: true, value: hint });
    expect(read(paymentEvent("PAYMENT_SUCCESS_WEBHOOK", 5114910000001))).toEqual({ ok: true, value: hint });
  });

  test("a refund event names our refund again, and each of its statuses is an event of its own", () => {
    const event = (status: string, id = REFUND.replace("_", "")) =>
      read(
        `{"data":{"refund":{"cf_refund_id":11325632,"cf_payment_id":789,"refund_id":"${id}","order_id":"${PAYMENT}","refund_amount":2.00,"entity":"Refund","refund_status":"${status}"}},"type":"REFUND_STATUS_WEBHOOK"}`,
      );
    expect(event("SUCCESS")).toEqual({
      ok: true,
      value: {
        dedupeKey: "REFUND_STATUS_WEBHOOK:11325632:SUCCESS",
        type: "REFUND_STATUS_WEBHOOK",
        payment: PAYMENT,
        refund: REFUND,
      },
    });
    expect(event("CANCELLED")).not.toEqual(event("SUCCESS"));
    const notOurs = event("SUCCESS", "made-in-the-dashboard");
    expect(notOurs.ok && notOurs.value).not.toHaveProperty("refund");
  });

  test("an auto refund leads to its payment and to no refund of ours", () => {
    const hint = read(
      `{"data":{"auto_refund":{"event":"AUTO-REFUND","cf_refund_id":1,"order_id":"${PAYMENT}","refund_status":"SUCCESS"}},"type":"AUTO_REFUND_STATUS_WEBHOOK"}`,
    );
    expect(hint).toEqual({
      ok: true,
      value: {
        dedupeKey: "AUTO_REFUND_STATUS_WEBHOOK:1:SUCCESS",
        type: "AUTO_REFUND_STATUS_WEBHOOK",
        payment: PAYMENT,
      },
    });
  });

  test("a dispute event names the payment and the dispute, and each of its updates is an event of its own", () => {
    const event = (status: string, updatedAt: string) =>
      read(
        `{"data":{"dispute":{"dispute_id":"433475258","dispute_type":"CHARGEBACK","dispute_amount":3,"updated_at":"${updatedAt}","dispute_status":"${status}"},"order_details":{"order_id":"${PAYMENT}","cf_payment_id":885473311}},"type":"DISPUTE_UPDATED"}`,
      );
    const first = event("CHARGEBACK_CREATED", "2026-01-05T17:41:10+05:30");
    expect(first).toMatchObject({
      ok: true,
      value: { type: "DISPUTE_UPDATED", payment: PAYMENT, dispute: "433475258" },
    });
    expect(event("CHARGEBACK_CREATED", "2026-01-05T17:41:10+05:30")).toEqual(first);
    expect(event("CHARGEBACK_CREATED", "2026-01-05T17:50:00+05:30")).not.toEqual(first);
    expect(event("CHARGEBACK_DOCS_RECEIVED", "2026-01-05T17:41:10+05:30")).not.toEqual(first);
  });

  test("case 14: an event with a renamed field is kept under the digest of its bytes", () => {
    const first = read('{"type":"PAYMENT_SUCCESS_WEBHOOK","data":{"order":{"orderId":"x"}}}');
    const second = read('{"type":"PAYMENT_SUCCESS_WEBHOOK","data":{"order":{"orderId":"y"}}}');
    expect(first.ok && second.ok && first.value.dedupeKey !== second.value.dedupeKey).toBe(true);
    expect(first.ok && first.value.payment).toBe(undefined);
  });

  test("case 3: an empty secret does not start", () => {
    const { http } = fakeCashfree(CONFIG);
    expect(() => cashfree({ ...CONFIG, clientSecret: "" }, http)).toThrow("empty");
    expect(() => cashfree({ ...CONFIG, previousSecrets: [" "] }, http)).toThrow("empty");
  });
});

describe("what cashfree is told", () => {
  const opened = async () => {
    const fake = fakeCashfree(CONFIG);
    const request = {
      ...orderOf({ now: NOW, currency: "INR", notifyUrl: NOTIFY_URL }, 34_850n),
      payment: "pay_0190aaaaaaaa7bbb8cccdddddddddd07",
    };
    await cashfree(CONFIG, fake.http).open(request);
    const [sent] = fake.requests;
    if (!sent) throw new Error("nothing sent");
    return { sent, request };
  };

  test("case 53: amounts are numbers with exactly two decimals, and never pass through a float", async () => {
    expect(JSON.stringify((await opened()).sent.body)).toContain('"order_amount":348.50,');
  });

  test("case 25: the order id is our payment id, and the idempotency key the UUID in it", async () => {
    const { sent, request } = await opened();
    expect(sent.body).toMatchObject({ order_id: request.payment });
    expect(sent.headers["x-idempotency-key"]).toBe("0190aaaa-aaaa-7bbb-8ccc-dddddddddd07");
  });

  test("Indian phone numbers lose their prefix, customer ids their underscore, times keep an offset", async () => {
    const { sent } = await opened();
    const body = JSON.parse(JSON.stringify(sent.body));
    expect(body.customer_details.customer_phone).toBe("9000000001");
    expect(body.customer_details.customer_id).toMatch(/^usr[0-9a-f]{32}$/);
    expect(body.order_expiry_time).toBe("2026-01-06T12:15:00Z");
  });

  test("closing carries no idempotency key, or a stored answer would hide the end", async () => {
    const fake = fakeCashfree(CONFIG);
    await cashfree(CONFIG, fake.http).close(PAYMENT);
    expect(fake.requests[0]?.method).toBe("PATCH");
    expect(fake.requests[0]?.headers).not.toHaveProperty("x-idempotency-key");
  });
});
