import assert from "node:assert/strict";
import { type Currency, type Money, money } from "@amana/core/money";
import { after, hours, type Instant } from "@amana/core/time";
import type { OpenPayment, PaymentGateway } from "#ports/payment-gateway";
import {
  type Case,
  freshId,
  given,
  type Loss,
  refused,
  unknownOrFound,
  type WebhookUnderTest,
  webhookCases,
} from "../support/conformance.ts";

/** A gateway adapter and the handles that move its other side. Made anew for each case. */
export type GatewayUnderTest = {
  readonly gateway: PaymentGateway;
  /** The same adapter with keys that the other side does not know. */
  readonly withWrongKeys: PaymentGateway;
  readonly now: Instant;
  readonly currency: Currency;
  /** Where the other side sends its webhooks. */
  readonly notifyUrl: string;
  readonly theirs: {
    /** A buyer pays: the whole amount, or another one when given. */
    readonly pay: (payment: string, amount?: Money) => Promise<void>;
    readonly failAttempt: (payment: string) => Promise<void>;
    readonly finishRefunds: (payment: string) => Promise<void>;
    /** The buyer's bank asks the payment back, the whole of it or another amount; only where the gateway tells of disputes. */
    readonly dispute: (payment: string, kind: "inquiry" | "chargeback", amount?: Money) => Promise<void>;
    readonly decideDispute: (payment: string, word: "won" | "lost") => Promise<void>;
    readonly loseNext: (call: "open" | "look" | "refund" | "lookDisputes", when: Loss) => void | Promise<void>;
    /** From now on they use this word for the status of all payments, of all refunds, or of all disputes. */
    readonly say: (what: "payment" | "refund" | "dispute", word: string) => void;
    readonly countPayments: (payment: string) => Promise<number>;
    readonly refunds: (payment: string) => Promise<readonly Money[]>;
  };
};

type Check = (under: GatewayUnderTest) => Promise<void>;

/** What every payment gateway adapter holds. */
export function gatewayCases(
  make: () => Promise<GatewayUnderTest>,
  makeWebhook: () => Promise<WebhookUnderTest>,
): Case[] {
  const rule = (title: string, check: Check): Case => ({ title, run: async () => check(await make()) });
  return [
    ...openCases(rule),
    ...lookCases(rule),
    ...refundCases(rule),
    ...disputeCases(rule),
    ...webhookCases(makeWebhook),
  ];
}

function openCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("an opened payment is open, owes its amount and has no capture", async (under) => {
      const request = orderOf(under, 34_800n);
      const opened = given(await under.gateway.open(request));
      assert.notEqual(opened.reference, "");
      const report = given(await under.gateway.look(request.payment));
      assert.deepEqual(report, { status: "open", amount: request.amount, captures: [], failedAttempts: 0 });
    }),
    rule("case 25: the same payment opened again is the same payment, not a second one", async (under) => {
      const request = orderOf(under, 34_800n);
      const first = given(await under.gateway.open(request));
      const second = given(await under.gateway.open(request));
      assert.deepEqual(second, first);
      assert.equal(await under.theirs.countPayments(request.payment), 1);
    }),
    rule("a payment id used again for another amount is declined", async (under) => {
      const request = orderOf(under, 34_800n);
      given(await under.gateway.open(request));
      const other = await under.gateway.open({ ...request, amount: money(34_801n, under.currency) });
      assert.equal(codeOf(refused(other, "declined")), "reference_reused");
      assert.deepEqual(given(await under.gateway.look(request.payment)).amount, request.amount);
    }),
    rule(
      "case 23: opening unanswered before it was heard is unknown, and opened once when asked again",
      async (under) => {
        const request = orderOf(under, 100n);
        await under.theirs.loseNext("open", "before");
        refused(await under.gateway.open(request), "outcome_unknown");
        refused(await under.gateway.look(request.payment), "not_found");
        given(await under.gateway.open(request));
        assert.equal(await under.theirs.countPayments(request.payment), 1);
      },
    ),
    rule("case 22: opening unanswered after it was done is found, and never done twice", async (under) => {
      const request = orderOf(under, 100n);
      await under.theirs.loseNext("open", "after");
      unknownOrFound(await under.gateway.open(request));
      assert.equal(given(await under.gateway.look(request.payment)).status, "open");
      given(await under.gateway.open(request));
      assert.equal(await under.theirs.countPayments(request.payment), 1);
    }),
    rule("wrong keys are a matter for staff", async (under) => {
      refused(await under.withWrongKeys.open(orderOf(under, 100n)), "misconfigured");
      refused(await under.withWrongKeys.look(freshId("payment", under.now)), "misconfigured");
    }),
    rule("case 53: amounts come back to the minor unit", async (under) => {
      for (const minor of [100n, 101n, 199n, 1_005n, 34_800n, 9_999_999n, 1_234_567_890n]) {
        const request = orderOf(under, minor);
        given(await under.gateway.open(request));
        assert.deepEqual(given(await under.gateway.look(request.payment)).amount, request.amount);
      }
    }),
    rule("case 53: a currency that the gateway does not take is declined", async (under) => {
      const currency = under.gateway.currencies.includes("JPY") ? "USDT" : "JPY";
      refused(await under.gateway.open({ ...orderOf(under, 100n), amount: money(100n, currency) }), "declined");
    }),
    rule("case 55: nothing, and less than nothing, is declined", async (under) => {
      for (const minor of [0n, -1n, -34_800n]) refused(await under.gateway.open(orderOf(under, minor)), "declined");
    }),
    rule("case 54: an amount beyond what JSON numbers hold is declined, not rounded", async (under) => {
      for (const minor of [10n ** 16n, 2n ** 53n, 2n ** 63n])
        refused(await under.gateway.open(orderOf(under, minor)), "declined");
    }),
  ];
}

function lookCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("a paid payment has one capture, of the amount and time that the gateway says", async (under) => {
      const { payment, amount } = await paid(under, 34_850n);
      const report = given(await under.gateway.look(payment));
      assert.equal(report.status, "paid");
      assert.deepEqual(
        report.captures.map((capture) => capture.amount),
        [amount],
      );
      const [capture] = report.captures;
      assert.ok(capture && Math.abs(capture.capturedAt - under.now) < hours(1), "captured at another time than now");
    }),
    rule("a capture of another amount than owed is reported as it is", async (under) => {
      const request = orderOf(under, 34_800n);
      given(await under.gateway.open(request));
      await under.theirs.pay(request.payment, money(34_799n, under.currency));
      const report = given(await under.gateway.look(request.payment));
      assert.deepEqual(report.amount, request.amount);
      assert.deepEqual(
        report.captures.map(({ amount }) => amount.minor),
        [34_799n],
      );
    }),
    rule("a failed attempt does not end a payment", async (under) => {
      const request = orderOf(under, 100n);
      given(await under.gateway.open(request));
      await under.theirs.failAttempt(request.payment);
      const failed = given(await under.gateway.look(request.payment));
      assert.deepEqual([failed.status, failed.failedAttempts, failed.captures.length], ["open", 1, 0]);
      await under.theirs.pay(request.payment);
      assert.equal(given(await under.gateway.look(request.payment)).status, "paid");
    }),
    rule("case 14: a status word that we have not met is unclear", async (under) => {
      const request = orderOf(under, 100n);
      given(await under.gateway.open(request));
      for (const word of ["SOMETHING_NEW", "paid", "UNPAID", "__proto__", ""]) {
        under.theirs.say("payment", word);
        assert.equal(given(await under.gateway.look(request.payment)).status, "unclear", word);
      }
    }),
    rule("a look without an answer may be repeated", async (under) => {
      const { payment } = await paid(under, 100n);
      await under.theirs.loseNext("look", "before");
      refused(await under.gateway.look(payment), "try_later");
      assert.equal(given(await under.gateway.look(payment)).status, "paid");
    }),
    rule("a payment that was never opened is not found", async (under) => {
      refused(await under.gateway.look(freshId("payment", under.now)), "not_found");
    }),
    rule("closing ends an unpaid payment, and again gives the same", async (under) => {
      const request = orderOf(under, 100n);
      given(await under.gateway.open(request));
      for (const time of ["first", "second"])
        assert.equal(given(await under.gateway.close(request.payment)).status, "closed", time);
    }),
    rule("closing a paid payment shows that it is paid", async (under) => {
      const { payment } = await paid(under, 100n);
      const report = given(await under.gateway.close(payment));
      assert.deepEqual([report.status, report.captures.length], ["paid", 1]);
    }),
  ];
}

function refundCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("case 25: the same refund asked for again is sent once, another one is sent beside it", async (under) => {
      const { payment } = await paid(under, 10_000n);
      const first = refundOf(under, payment, 3_333n);
      const report = given(await under.gateway.refund(first));
      assert.equal(given(await under.gateway.refund(first)).reference, report.reference);
      given(await under.gateway.refund(refundOf(under, payment, 6_667n)));
      assert.deepEqual((await under.theirs.refunds(payment)).map(({ minor }) => minor).sort(), [3_333n, 6_667n]);
    }),
    rule("a refund id used again for another amount is declined, and nothing more is sent", async (under) => {
      const { payment } = await paid(under, 10_000n);
      const request = refundOf(under, payment, 3_333n);
      given(await under.gateway.refund(request));
      refused(await under.gateway.refund({ ...request, amount: money(3_334n, under.currency) }), "declined");
      assert.deepEqual(
        (await under.theirs.refunds(payment)).map(({ minor }) => minor),
        [3_333n],
      );
    }),
    rule("a finished refund has succeeded, with the amount that the gateway says", async (under) => {
      const { payment } = await paid(under, 10_000n);
      const request = refundOf(under, payment, 3_333n);
      given(await under.gateway.refund(request));
      await under.theirs.finishRefunds(payment);
      const report = given(await under.gateway.lookRefund(payment, request.refund));
      assert.deepEqual([report.status, report.amount], ["succeeded", request.amount]);
    }),
    rule("case 22: a refund unanswered after it was accepted is found by looking, and sent once", async (under) => {
      const { payment } = await paid(under, 10_000n);
      const request = refundOf(under, payment, 10_000n);
      await under.theirs.loseNext("refund", "after");
      unknownOrFound(await under.gateway.refund(request));
      given(await under.gateway.lookRefund(payment, request.refund));
      given(await under.gateway.refund(request));
      assert.equal((await under.theirs.refunds(payment)).length, 1);
    }),
    rule(
      "case 23: a refund unanswered before it was heard is unknown, not found, and sent once when asked again",
      async (under) => {
        const { payment } = await paid(under, 10_000n);
        const request = refundOf(under, payment, 10_000n);
        await under.theirs.loseNext("refund", "before");
        refused(await under.gateway.refund(request), "outcome_unknown");
        refused(await under.gateway.lookRefund(payment, request.refund), "not_found");
        given(await under.gateway.refund(request));
        assert.equal((await under.theirs.refunds(payment)).length, 1);
      },
    ),
    rule("more than was paid is not sent back", async (under) => {
      const { payment } = await paid(under, 10_000n);
      refused(await under.gateway.refund(refundOf(under, payment, 10_001n)), "declined");
      assert.deepEqual(await under.theirs.refunds(payment), []);
    }),
    rule("case 14: a refund word that we have not met is unclear", async (under) => {
      const { payment } = await paid(under, 10_000n);
      const request = refundOf(under, payment, 100n);
      given(await under.gateway.refund(request));
      for (const word of ["SOMETHING_NEW", "success", "UNSUCCESSFUL", ""]) {
        under.theirs.say("refund", word);
        assert.equal(given(await under.gateway.lookRefund(payment, request.refund)).status, "unclear", word);
      }
    }),
    rule("case 55: a refund of nothing, or less, is declined", async (under) => {
      const { payment } = await paid(under, 10_000n);
      for (const minor of [0n, -100n]) refused(await under.gateway.refund(refundOf(under, payment, minor)), "declined");
    }),
  ];
}

function disputeCases(rule: (title: string, check: Check) => Case): Case[] {
  const disputesOf = async ({ gateway }: GatewayUnderTest, payment: string) => {
    assert.ok(gateway.lookDisputes, "this gateway cannot be asked about disputes");
    return given(await gateway.lookDisputes(payment));
  };
  return [
    rule("a payment that nobody disputes has no disputes", async (under) => {
      const { payment } = await paid(under, 10_000n);
      assert.deepEqual(await disputesOf(under, payment), []);
    }),
    rule("a chargeback is open, takes the money, and keeps its reference to its end", async (under) => {
      for (const word of ["won", "lost"] as const) {
        const { payment, amount } = await paid(under, 10_000n);
        await under.theirs.dispute(payment, "chargeback");
        const [opened, ...others] = await disputesOf(under, payment);
        assert.deepEqual([opened?.status, opened?.takesMoney, opened?.amount, others], ["open", true, amount, []]);
        await under.theirs.decideDispute(payment, word);
        const [ended] = await disputesOf(under, payment);
        assert.deepEqual([ended?.status, ended?.reference], [word, opened?.reference]);
      }
    }),
    rule("an inquiry takes nothing, and a part of a payment may be disputed", async (under) => {
      const { payment } = await paid(under, 10_000n);
      await under.theirs.dispute(payment, "inquiry", money(3_350n, under.currency));
      const [opened] = await disputesOf(under, payment);
      assert.deepEqual([opened?.status, opened?.takesMoney, opened?.amount.minor], ["open", false, 3_350n]);
    }),
    rule("case 14: a word about a dispute that we have not met is unclear", async (under) => {
      const { payment } = await paid(under, 10_000n);
      await under.theirs.dispute(payment, "chargeback");
      for (const word of ["SOMETHING_NEW", "CHARGEBACK_", "CHARGEBACK_MERCHANT_WONDERS", "won", "__proto__", ""]) {
        under.theirs.say("dispute", word);
        assert.equal((await disputesOf(under, payment))[0]?.status, "unclear", word);
      }
    }),
    rule("asking about disputes without an answer may be repeated", async (under) => {
      const { payment } = await paid(under, 10_000n);
      await under.theirs.loseNext("lookDisputes", "before");
      refused((await under.gateway.lookDisputes?.(payment)) ?? assert.fail("it cannot be asked"), "try_later");
      assert.deepEqual(await disputesOf(under, payment), []);
    }),
  ];
}

export const orderOf = (
  { now, currency, notifyUrl }: Pick<GatewayUnderTest, "now" | "currency" | "notifyUrl">,
  minor: bigint,
): OpenPayment => ({
  payment: freshId("payment", now),
  amount: money(minor, currency),
  buyer: { id: freshId("user", now), name: "Asha (demo buyer)", email: "asha@example.test", phone: "+919000000001" },
  returnUrl: "https://shop.example.test/pay/return",
  notifyUrl,
  expiresAt: after(now, hours(24)),
});

async function paid(under: GatewayUnderTest, minor: bigint): Promise<OpenPayment> {
  const request = orderOf(under, minor);
  given(await under.gateway.open(request));
  await under.theirs.pay(request.payment);
  return request;
}

const refundOf = ({ now, currency }: GatewayUnderTest, payment: string, minor: bigint) => ({
  payment,
  refund: freshId("refund", now),
  amount: money(minor, currency),
  note: "returned goods",
});

const codeOf = (refusal: { readonly kind: string; readonly code?: string }): string | undefined => refusal.code;
