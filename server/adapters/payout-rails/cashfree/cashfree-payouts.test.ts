import { createHmac } from "node:crypto";
import { money, parseMajor } from "@amana/core/money";
import { at, type Instant } from "@amana/core/time";
import { describe, expect, test } from "vitest";
import { breakableLine, type WebhookUnderTest } from "../../support/conformance.ts";
import type { HttpAnswer, HttpRequest } from "../../support/http.ts";
import { type RailUnderTest, railCases } from "../conformance.ts";
import { fakePayouts } from "./fake-payouts.ts";
import { type CashfreePayoutsConfig, cashfreePayouts } from "./index.ts";

const CONFIG: CashfreePayoutsConfig = {
  baseUrl: "https://cashfree.example.test/payout",
  clientId: "payouts_demo",
  clientSecret: "payout_secret_demo",
  previousSecrets: ["payout_secret_before"],
};

const NOW = at(Date.parse("2026-01-12T09:05:00Z"));

const STATUSES = {
  pending: { status: "SUCCESS", status_code: "SENT_TO_BENEFICIARY", transfer_utr: "DEMOUTR1" },
  paid: { status: "SUCCESS", status_code: "COMPLETED", transfer_utr: "DEMOUTR1" },
  failed: { status: "FAILED", status_code: "IMPS_MODE_FAIL", status_description: "not supported" },
  returned: { status: "REVERSED", status_code: "RETURNED_FROM_BENEFICIARY", status_description: "account closed" },
};

async function underTest(): Promise<RailUnderTest> {
  const fake = fakePayouts(CONFIG);
  const { line, loseNext } = breakableLine(fake.http);
  const calls = { register: /^POST .*\/beneficiary$/, send: /^POST .*\/transfers$/, look: /^GET .*\/transfers\?/ };
  return {
    rail: cashfreePayouts(CONFIG, line),
    withWrongKeys: cashfreePayouts({ ...CONFIG, clientId: "wrong" }, line),
    now: NOW,
    currency: "INR",
    theirs: {
      bring: async (payout, to) => {
        Object.assign(fake.transfers.get(payout) ?? {}, STATUSES[to]);
      },
      loseNext: (call, when) => loseNext(when, calls[call]),
      say: (what, word) => {
        fake.words[what] = word;
      },
      sent: async (payout) => {
        const transfer = fake.transfers.get(payout);
        const amount = parseMajor(String(transfer?.transfer_amount), "INR");
        return transfer ? [amount.ok ? amount.value : money(-1n, "INR")] : [];
      },
    },
  };
}

/** Signs as section 6 of the provider's facts says, written apart from the adapter. */
const sign = (body: Uint8Array, sentAt: Instant, secret: string) => ({
  headers: {
    "x-webhook-signature": createHmac("sha256", secret).update(String(sentAt)).update(body).digest("base64"),
    "x-webhook-timestamp": String(sentAt),
  },
  body,
});

const PAYOUT = `pout_${"0".repeat(31)}3`;
const event = (type: string, status_code: string) =>
  `{"type":"${type}","event_time":"2026-01-12T09:05:00Z","data":{"transfer_id":"${PAYOUT}","cf_transfer_id":"900001","status":"SUCCESS","status_code":"${status_code}","transfer_amount":1450.50}}`;

const webhookUnderTest = async (): Promise<WebhookUnderTest> => ({
  read: cashfreePayouts(CONFIG, fakePayouts(CONFIG).http).readWebhook,
  genuine: async () => sign(Buffer.from(event("TRANSFER_SUCCESS", "SENT_TO_BENEFICIARY")), NOW, CONFIG.clientSecret),
  now: () => NOW,
  proofHeader: "x-webhook-signature",
  foreign: ["demo_secret_not_real", "", "payouts_demo"],
  signing: {
    timestampHeader: "x-webhook-timestamp",
    toleranceSeconds: 300,
    secrets: [CONFIG.clientSecret, ...CONFIG.previousSecrets],
    sign,
  },
});

describe("cashfree payouts hold what every rail holds, against answers written from their documents", () => {
  for (const { title, run } of railCases(underTest, webhookUnderTest)) test(title, run);
});

const TRANSFER = {
  transfer_id: PAYOUT,
  cf_transfer_id: 123456,
  status: "RECEIVED",
  status_code: "RECEIVED",
  beneficiary_details: { beneficiary_id: "bank_1" },
  transfer_amount: 1450.5,
};
const REQUEST = { payout: PAYOUT, payee: "bank_1", amount: money(145_050n, "INR"), remark: "Sale: one camera!" };
const PAYEE = {
  payee: "bank_1",
  name: "Bashir O'Demo-Seller",
  accountNumber: "026291800001191",
  ifsc: "YESB0000262",
  email: "bashir@example.test",
  phone: "+919000000002",
};
const THEIR_PAYEE = {
  beneficiary_id: "bank_1",
  beneficiary_status: "VERIFIED",
  beneficiary_instrument_details: { bank_account_number: "026291800001191", bank_ifsc: "YESB0000262" },
};

const answer = (json: unknown, status = 200): HttpAnswer => ({ status, headers: {}, json });
const fault = (status: number, code: string, type = "invalid_request_error") =>
  answer({ message: "words", code, type }, status);

function given(...answers: readonly HttpAnswer[]) {
  const sent: HttpRequest[] = [];
  const http = async (request: HttpRequest) => {
    sent.push(request);
    return answers[Math.min(sent.length, answers.length) - 1] ?? answer(undefined, 0);
  };
  return { rail: cashfreePayouts(CONFIG, http), sent };
}

describe("what a transfer's two words mean together", () => {
  test.each([
    ["RECEIVED", "RECEIVED", "pending"],
    ["APPROVAL_PENDING", "VELOCITY_CHECK_FAILED", "pending"],
    ["QUEUED", null, "pending"],
    ["PENDING", "PENDING", "pending"],
    ["SUCCESS", "SENT_TO_BENEFICIARY", "pending"],
    ["SUCCESS", "COMPLETED", "paid"],
    ["SUCCESS", null, "unclear"],
    ["SUCCESS", "SOMETHING_NEW", "unclear"],
    ["PENDING", "COMPLETED", "pending"],
    ["FAILED", "IMPS_MODE_FAIL", "failed"],
    ["REJECTED", "INVALID_MODE_FOR_PYID", "failed"],
    ["MANUALLY_REJECTED", null, "failed"],
    ["REVERSED", "INVALID_ACCOUNT_FAIL", "returned"],
    ["SUCCESSFUL", "COMPLETED", "unclear"],
  ])("%s with %s is %s", async (status, status_code, ours) => {
    const { rail } = given(answer({ ...TRANSFER, status, status_code }));
    expect(await rail.look(PAYOUT)).toMatchObject({ ok: true, value: { status: ours, reference: "123456" } });
  });

  test.each([
    ["text", "1450.50"],
    ["more digits than paise", 1450.505],
    ["less than nothing", -1],
    ["missing", undefined],
    ["null", null],
  ])("case 55: an amount that is %s leaves the outcome unknown", async (_, transfer_amount) => {
    expect(await given(answer({ ...TRANSFER, transfer_amount })).rail.look(PAYOUT)).toMatchObject({
      error: { kind: "outcome_unknown" },
    });
  });
});

describe("refusals", () => {
  const cases: readonly [string, HttpAnswer, string, string][] = [
    ["no answer", answer(undefined, 0), "try_later", "outcome_unknown"],
    ["500 of theirs", fault(500, "internal_server_error", "api_error"), "try_later", "outcome_unknown"],
    [
      "500 that is about keys",
      fault(500, "internal_server_error", "authentication_error"),
      "misconfigured",
      "misconfigured",
    ],
    ["403", fault(403, "apis_not_enabled"), "misconfigured", "misconfigured"],
    ["429", answer(undefined, 429), "try_later", "try_later"],
    ["400", fault(400, "transfer_amount_invalid"), "declined", "declined"],
    ["404", fault(404, "beneficiary_not_found"), "not_found", "declined"],
    ["an unreadable 200", answer(undefined), "outcome_unknown", "outcome_unknown"],
  ];
  test.each(cases)("%s", async (_, refusal, read, write) => {
    expect(await given(refusal).rail.look(PAYOUT)).toMatchObject({ error: { kind: read } });
    expect(await given(refusal).rail.lookPayee(PAYEE)).toMatchObject({ error: { kind: read } });
    expect(await given(refusal).rail.send(REQUEST)).toMatchObject({ error: { kind: write } });
    expect(await given(refusal).rail.registerPayee(PAYEE)).toMatchObject({ error: { kind: write } });
  });
});

describe("sending", () => {
  test.each([400, 409])("case 22: a duplicate told by HTTP %i is looked up by query", async (status) => {
    const { rail, sent } = given(fault(status, "transfer_id_already_exists"), answer(TRANSFER));
    expect(await rail.send(REQUEST)).toMatchObject({ ok: true, value: { status: "pending", amount: REQUEST.amount } });
    expect(sent[1]).toMatchObject({ method: "GET", url: `${CONFIG.baseUrl}/transfers?transfer_id=${PAYOUT}` });
  });

  test("a duplicate that goes to another payee, or is of another amount, is not ours", async () => {
    const standing = (fields: object) =>
      given(fault(409, "transfer_id_already_exists"), answer({ ...TRANSFER, ...fields })).rail.send(REQUEST);
    expect(await standing({ beneficiary_details: { beneficiary_id: "bank_2" } })).toMatchObject({
      error: { code: "reference_reused" },
    });
    expect(await standing({ transfer_amount: 1450.51 })).toMatchObject({ error: { code: "reference_reused" } });
    expect(await standing({ transfer_id: "pout_other" })).toMatchObject({ error: { kind: "outcome_unknown" } });
  });

  test("a duplicate that cannot be read now is unknown", async () => {
    expect(
      await given(fault(409, "transfer_id_already_exists"), answer(undefined, 0)).rail.send(REQUEST),
    ).toMatchObject({ error: { kind: "outcome_unknown" } });
  });

  test("an id that Cashfree would not keep is never sent", async () => {
    const { rail, sent } = given(answer(TRANSFER));
    for (const payout of ["0190aaaa-aaaa-7bbb-8ccc-dddddddddd07", "p".repeat(41), ""]) {
      expect(await rail.send({ ...REQUEST, payout })).toMatchObject({
        error: { kind: "declined", code: "id_not_usable" },
      });
    }
    expect(sent).toEqual([]);
  });

  test("case 53: the amount has two decimals; the remark letters, digits and spaces", async () => {
    const { rail, sent } = given(answer(TRANSFER));
    await rail.send(REQUEST);
    expect(JSON.stringify(sent[0]?.body)).toContain(`{"transfer_id":"${PAYOUT}","transfer_amount":1450.50,`);
    expect(sent[0]?.body).toMatchObject({ transfer_remarks: "Sale one camera" });
  });
});

describe("bank accounts", () => {
  test("the name goes out in letters and spaces", async () => {
    const { rail, sent } = given(answer(THEIR_PAYEE, 201));
    await rail.registerPayee({ ...PAYEE, name: "José  O'Demo-Seller, Jr." });
    expect(sent[0]?.body).toMatchObject({ beneficiary_name: "Jose O Demo Seller Jr" });
  });

  test("the same account under another id is declined, under ours it is looked at", async () => {
    expect(await given(fault(409, "beneficiary_already_exists")).rail.registerPayee(PAYEE)).toMatchObject({
      error: { kind: "declined", code: "beneficiary_already_exists" },
    });
    expect(
      await given(fault(409, "beneficiary_id_already_exists"), answer(THEIR_PAYEE)).rail.registerPayee(PAYEE),
    ).toEqual({ ok: true, value: { status: "verified" } });
  });

  test("an account that is not shown, or is another, is not trusted", async () => {
    const standing = (details: object | null) =>
      given(
        fault(409, "beneficiary_id_already_exists"),
        answer({ ...THEIR_PAYEE, beneficiary_instrument_details: details }),
      ).rail.registerPayee(PAYEE);
    expect(await standing(null)).toMatchObject({ error: { kind: "outcome_unknown" } });
    expect(await standing({ bank_account_number: "026291800001192", bank_ifsc: "YESB0000262" })).toMatchObject({
      error: { code: "reference_reused" },
    });
    expect(await standing({ bank_account_number: "026291800001191", bank_ifsc: "YESB0000263" })).toMatchObject({
      error: { code: "reference_reused" },
    });
  });

  test.each([
    ["VERIFIED", "verified"],
    ["INITIATED", "pending"],
    ["INVALID", "failed"],
    ["FAILED", "failed"],
    ["CANCELLED", "failed"],
    ["DELETED", "failed"],
    ["UNVERIFIED", "unclear"],
  ])("%s is %s", async (beneficiary_status, status) => {
    expect(await given(answer({ ...THEIR_PAYEE, beneficiary_status })).rail.lookPayee(PAYEE)).toEqual({
      ok: true,
      value: { status },
    });
  });
});

describe("webhooks", () => {
  const read = (body: string) =>
    cashfreePayouts(CONFIG, fakePayouts(CONFIG).http).readWebhook(
      sign(Buffer.from(body), NOW, CONFIG.clientSecret),
      NOW,
    );

  test("sent and credited are two events of one payout", () => {
    expect(read(event("TRANSFER_SUCCESS", "SENT_TO_BENEFICIARY"))).toEqual({
      ok: true,
      value: {
        dedupeKey: `TRANSFER_SUCCESS:${PAYOUT}:SUCCESS:SENT_TO_BENEFICIARY`,
        type: "TRANSFER_SUCCESS",
        payout: PAYOUT,
      },
    });
    expect(read(event("TRANSFER_ACKNOWLEDGED", "COMPLETED"))).toMatchObject({
      value: { dedupeKey: `TRANSFER_ACKNOWLEDGED:${PAYOUT}:SUCCESS:COMPLETED` },
    });
  });

  test("an event that names no transfer is kept without one", () => {
    const hint = read(
      '{"type":"LOW_BALANCE_ALERT","event_time":"2026-01-12T09:05:00Z","data":{"current_balance":"100.00"}}',
    );
    expect(hint).toMatchObject({ ok: true, value: { type: "LOW_BALANCE_ALERT" } });
    expect(hint.ok && hint.value).not.toHaveProperty("payout");
  });
});
