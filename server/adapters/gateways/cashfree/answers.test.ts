import { at } from "@amana/core/time";
import { describe, expect, test } from "vitest";
import type { HttpAnswer, HttpRequest } from "../../support/http.ts";
import { orderOf } from "../conformance.ts";
import { cashfree } from "./index.ts";

const CONFIG = {
  baseUrl: "https://cashfree.example.test/pg",
  clientId: "app_demo",
  clientSecret: "demo_secret_not_real",
  previousSecrets: [],
  scriptUrl: "https://sdk.example.test/cashfree.js",
  mode: "sandbox",
} as const;

const PAYMENT = `pay_${"0".repeat(31)}1`;
const REFUND = `ref_${"0".repeat(31)}2`;
const ORDER = {
  cf_order_id: 2149460581,
  order_id: PAYMENT,
  order_amount: 348,
  order_currency: "INR",
  order_status: "ACTIVE",
  payment_session_id: "session_1",
};
const ATTEMPT = {
  cf_payment_id: "12376123",
  order_id: PAYMENT,
  payment_status: "SUCCESS",
  is_captured: true,
  payment_amount: 348,
  payment_currency: "INR",
  payment_time: "2026-01-05T17:41:10+05:30",
  payment_completion_time: null,
  payment_group: "credit_card",
};
const THEIR_REFUND = {
  cf_refund_id: 1,
  order_id: PAYMENT,
  refund_id: REFUND.replace("_", ""),
  refund_amount: 1.5,
  refund_currency: "INR",
  refund_status: "PENDING",
};

const answer = (json: unknown, status = 200, headers: HttpAnswer["headers"] = {}): HttpAnswer => ({
  status,
  headers,
  json,
});
const fault = (status: number, code: string, type = "invalid_request_error") =>
  answer({ message: "words", code, type }, status);

/** A gateway whose every call gets the next of these answers, the last one again and again. */
function given(...answers: readonly HttpAnswer[]) {
  const sent: HttpRequest[] = [];
  const http = async (request: HttpRequest) => {
    sent.push(request);
    return answers[Math.min(sent.length, answers.length) - 1] ?? answer(undefined, 0);
  };
  return { gateway: cashfree(CONFIG, http), sent };
}

const lookAt = (order: object, ...attempts: readonly object[]) =>
  given(answer({ ...ORDER, ...order }), answer(attempts)).gateway.look(PAYMENT);
const REQUEST = {
  ...orderOf(
    { now: at(1_767_615_300_000), currency: "INR", notifyUrl: "https://shop.example.test/webhooks/cashfree" },
    34_800n,
  ),
  payment: PAYMENT,
};
const ASKED = {
  payment: PAYMENT,
  refund: REFUND,
  amount: { minor: 150n, currency: "INR" },
  note: "goods came back",
} as const;

describe("what an order and its attempts say together", () => {
  test.each([
    ["ACTIVE", [], "open"],
    ["ACTIVE", [{ ...ATTEMPT, payment_status: "PENDING" }], "open"],
    ["ACTIVE", [{ ...ATTEMPT, payment_status: "USER_DROPPED" }], "open"],
    ["ACTIVE", [ATTEMPT], "paid"],
    ["PAID", [ATTEMPT], "paid"],
    ["PAID", [], "unclear"],
    ["PAID", [{ ...ATTEMPT, is_captured: false }], "unclear"],
    ["EXPIRED", [], "closed"],
    ["EXPIRED", [{ ...ATTEMPT, payment_status: "FAILED" }], "closed"],
    ["EXPIRED", [{ ...ATTEMPT, payment_status: "PENDING" }], "open"],
    ["EXPIRED", [ATTEMPT], "paid"],
    ["TERMINATED", [], "closed"],
    ["TERMINATION_REQUESTED", [], "open"],
    ["EXPIRED", [{ ...ATTEMPT, payment_status: "HALF_DONE" }], "unclear"],
    ["PARTIALLY_PAID", [], "unclear"],
  ])("%s with attempts %j is %s", async (order_status, attempts, status) => {
    expect(await lookAt({ order_status }, ...attempts)).toMatchObject({ ok: true, value: { status } });
  });

  test("a capture carries the gateway's amount, the time with its offset and how it was paid", async () => {
    const report = await lookAt({}, { ...ATTEMPT, payment_amount: 355.25 }, { ...ATTEMPT, payment_status: "VOID" });
    expect(report).toEqual({
      ok: true,
      value: {
        status: "paid",
        amount: { minor: 34_800n, currency: "INR" },
        captures: [
          {
            reference: "12376123",
            amount: { minor: 35_525n, currency: "INR" },
            capturedAt: Date.parse("2026-01-05T12:11:10Z"),
            method: "credit_card",
          },
        ],
        failedAttempts: 1,
      },
    });
  });

  test("two captures of one order are both reported", async () => {
    const report = await lookAt({ order_status: "PAID" }, ATTEMPT, { ...ATTEMPT, cf_payment_id: 12376124 });
    expect(report.ok && report.value.captures.map(({ reference }) => reference)).toEqual(["12376123", "12376124"]);
  });
});

describe("what cannot be read moves no money", () => {
  test.each([
    ["text", "348.00"],
    ["more digits than paise", 348.005],
    ["a float's dirt", 0.1 + 0.2],
    ["too large to be exact", 90_071_992_547_409.91],
    ["beyond all numbers", Number.POSITIVE_INFINITY],
    ["scientific", 1e21],
    ["less than nothing", -348],
    ["null", null],
    ["a list", [348]],
    ["true", true],
  ])("case 55: an amount that is %s leaves the outcome unknown", async (_, order_amount) => {
    expect(await lookAt({ order_amount })).toMatchObject({ ok: false, error: { kind: "outcome_unknown" } });
    expect(await lookAt({}, { ...ATTEMPT, payment_amount: order_amount })).toMatchObject({
      ok: false,
      error: { kind: "outcome_unknown" },
    });
  });

  test.each([
    ["another order's answer", { order_id: "pay_other" }],
    ["an unknown currency", { order_currency: "XXX" }],
    ["no status", { order_status: undefined }],
  ])("%s leaves the outcome unknown", async (_, order) => {
    expect(await lookAt(order)).toMatchObject({ ok: false, error: { kind: "outcome_unknown" } });
  });

  test.each([
    ["another order's attempt", { order_id: "pay_other" }],
    ["a time without an offset", { payment_time: "2026-01-05 17:41:10" }],
    ["no currency", { payment_currency: null }],
    ["a capture of nothing", { payment_amount: 0 }],
  ])("%s leaves the outcome unknown", async (_, attempt) => {
    expect(await lookAt({}, { ...ATTEMPT, ...attempt })).toMatchObject({
      ok: false,
      error: { kind: "outcome_unknown" },
    });
  });

  test("an order page that is not JSON leaves the outcome unknown", async () => {
    expect(await given(answer(undefined)).gateway.look(PAYMENT)).toMatchObject({
      ok: false,
      error: { kind: "outcome_unknown" },
    });
  });
});

describe("refusals of reading and of writing", () => {
  const cases: readonly [string, HttpAnswer, string, string][] = [
    ["no answer", answer(undefined, 0), "try_later", "outcome_unknown"],
    ["500", fault(500, "internal_error", "api_error"), "try_later", "outcome_unknown"],
    ["502 from the bank", fault(502, "bank_processing_failure", "api_error"), "try_later", "outcome_unknown"],
    ["a 503 page", answer(undefined, 503), "try_later", "outcome_unknown"],
    ["401", fault(401, "request_failed", "authentication_error"), "misconfigured", "misconfigured"],
    ["429", fault(429, "request_failed", "rate_limit_error"), "try_later", "try_later"],
    ["400", fault(400, "refund_amount_invalid"), "declined", "declined"],
    ["404", fault(404, "order_not_found"), "not_found", "not_found"],
    ["a 404 page that is not theirs", answer(undefined, 404), "outcome_unknown", "outcome_unknown"],
    ["a redirect", answer(undefined, 302), "outcome_unknown", "outcome_unknown"],
  ];
  test.each(cases)("%s", async (_, refusal, read, write) => {
    expect(await given(refusal).gateway.look(PAYMENT)).toMatchObject({ ok: false, error: { kind: read } });
    expect(await given(refusal).gateway.lookRefund(PAYMENT, REFUND)).toMatchObject({
      ok: false,
      error: { kind: read },
    });
    expect(await given(refusal).gateway.refund(ASKED)).toMatchObject({ ok: false, error: { kind: write } });
    expect(await given(refusal).gateway.close(PAYMENT)).toMatchObject({ ok: false, error: { kind: write } });
  });

  test("a rate limit says how long to wait", async () => {
    const limited = answer({ code: "request_failed", type: "rate_limit_error" }, 429, { "x-ratelimit-retry": "17" });
    expect(await given(limited).gateway.open(REQUEST)).toMatchObject({
      error: { kind: "try_later", retryAfterSeconds: 17 },
    });
  });

  test("what they say is shown without account numbers, addresses and control characters", async () => {
    const told = answer(
      {
        code: "x",
        message: "value 1234 5678 9012\u0000 of asha@example.test for pay_01900000000000000000000000000001",
      },
      400,
    );
    const refused = await given(told).gateway.refund(ASKED);
    expect(refused).toMatchObject({
      error: { detail: "HTTP 400 x: value ***  of *** for pay_01900000000000000000000000000001" },
    });
  });
});

describe("opening", () => {
  test("case 22: without a readable answer the order is looked for under our id", async () => {
    for (const lost of [
      answer(undefined, 0),
      answer(undefined),
      fault(500, "internal_error", "api_error"),
      fault(409, "order_already_exists"),
      fault(422, "request_invalid", "idempotency_error"),
    ]) {
      const { gateway, sent } = given(lost, answer(ORDER));
      expect(await gateway.open(REQUEST)).toEqual({
        ok: true,
        value: {
          reference: "2149460581",
          next: { kind: "script", src: CONFIG.scriptUrl, session: "session_1", mode: "sandbox" },
        },
      });
      expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
        `POST ${CONFIG.baseUrl}/orders`,
        `GET ${CONFIG.baseUrl}/orders/${PAYMENT}`,
      ]);
    }
  });

  test("case 8: our id over another amount or currency is declined", async () => {
    for (const other of [{ order_amount: 347.99 }, { order_currency: "USD" }]) {
      const { gateway } = given(fault(409, "order_already_exists"), answer({ ...ORDER, ...other }));
      expect(await gateway.open(REQUEST)).toMatchObject({ error: { kind: "declined", code: "reference_reused" } });
    }
  });

  test("an order that ended is declined; a paid one is left to looking", async () => {
    const standing = (order: object) =>
      given(fault(409, "order_already_exists"), answer({ ...ORDER, ...order })).gateway.open(REQUEST);
    expect(await standing({ order_status: "EXPIRED" })).toMatchObject({
      error: { kind: "declined", code: "payment_closed" },
    });
    expect(await standing({ order_status: "PAID", payment_session_id: null })).toMatchObject({
      error: { kind: "outcome_unknown" },
    });
  });

  test("a conflict over an order that cannot be found is unknown, and a plain no stays a no", async () => {
    const nothing = fault(404, "order_not_found");
    expect(await given(fault(409, "order_already_exists"), nothing).gateway.open(REQUEST)).toMatchObject({
      error: { kind: "outcome_unknown" },
    });
    expect(
      await given(fault(422, "request_invalid", "idempotency_error"), nothing).gateway.open(REQUEST),
    ).toMatchObject({ error: { kind: "declined" } });
    expect(await given(fault(400, "order_amount_invalid")).gateway.open(REQUEST)).toMatchObject({
      error: { kind: "declined", code: "order_amount_invalid" },
    });
  });
});

describe("refunds", () => {
  test.each([
    ["SUCCESS", "succeeded"],
    ["PENDING", "pending"],
    ["ONHOLD", "pending"],
    ["CANCELLED", "failed"],
    ["FAILED", "failed"],
    ["REVERSED", "unclear"],
  ])("%s is %s", async (refund_status, status) => {
    const { gateway } = given(answer({ ...THEIR_REFUND, refund_status }));
    expect(await gateway.lookRefund(PAYMENT, REFUND)).toEqual({
      ok: true,
      value: { reference: "1", status, amount: { minor: 150n, currency: "INR" } },
    });
  });

  test("the refund id goes out without its underscore, in the body and in the path", async () => {
    const { gateway, sent } = given(fault(409, "refund_exists"), answer(THEIR_REFUND));
    expect(await gateway.refund(ASKED)).toMatchObject({ ok: true });
    expect(JSON.stringify(sent[0]?.body)).toContain(`{"refund_id":"ref${REFUND.slice(4)}","refund_amount":1.50,`);
    expect(sent[1]?.url).toBe(`${CONFIG.baseUrl}/orders/${PAYMENT}/refunds/ref${REFUND.slice(4)}`);
  });

  test("another refund's answer, and one of another amount, are not taken for ours", async () => {
    expect(await given(answer({ ...THEIR_REFUND, order_id: "pay_other" })).gateway.refund(ASKED)).toMatchObject({
      error: { kind: "outcome_unknown" },
    });
    expect(await given(answer({ ...THEIR_REFUND, refund_id: "ref00" })).gateway.refund(ASKED)).toMatchObject({
      error: { kind: "outcome_unknown" },
    });
    expect(await given(answer({ ...THEIR_REFUND, refund_amount: 1.51 })).gateway.refund(ASKED)).toMatchObject({
      error: { code: "reference_reused" },
    });
  });
});

test("closing an order with a payment in flight stays open until looked at again", async () => {
  const requested = answer({ ...ORDER, order_status: "TERMINATION_REQUESTED" });
  expect(await given(requested, requested, answer([])).gateway.close(PAYMENT)).toMatchObject({
    ok: true,
    value: { status: "open" },
  });
});
