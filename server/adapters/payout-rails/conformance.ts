import assert from "node:assert/strict";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import type { Payee, PayoutRail, PayoutReport, PayoutRequest } from "#ports/payout-rail";
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

/** A payout adapter and the handles that move its other side. Made anew for each case. */
export type RailUnderTest = {
  readonly rail: PayoutRail;
  /** The same adapter with keys that the other side does not know. */
  readonly withWrongKeys: PayoutRail;
  readonly now: Instant;
  readonly currency: Currency;
  readonly theirs: {
    /** Brings a payout to where the adapter must report this. */
    readonly bring: (payout: string, to: Exclude<PayoutReport["status"], "unclear">) => Promise<void>;
    readonly loseNext: (call: "register" | "send" | "look", when: Loss) => void | Promise<void>;
    /** From now on they use this word for the status of all payouts, or of all payees. */
    readonly say: (what: "payout" | "payee", word: string) => void;
    readonly sent: (payout: string) => Promise<readonly Money[]>;
  };
};

type Check = (under: RailUnderTest) => Promise<void>;

/** What every payout adapter holds. */
export function railCases(make: () => Promise<RailUnderTest>, makeWebhook: () => Promise<WebhookUnderTest>): Case[] {
  const rule = (title: string, check: Check): Case => ({ title, run: async () => check(await make()) });
  return [...payeeCases(rule), ...sendCases(rule), ...lossCases(rule), ...webhookCases(makeWebhook)];
}

function payeeCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("a bank account made known is known by our id", async (under) => {
      const payee = payeeOf(under);
      given(await under.rail.registerPayee(payee));
      assert.notEqual(given(await under.rail.lookPayee(payee)).status, "unclear");
    }),
    rule("case 25: the same bank account made known again answers with what is known", async (under) => {
      const payee = payeeOf(under);
      const first = given(await under.rail.registerPayee(payee));
      assert.deepEqual(given(await under.rail.registerPayee(payee)), first);
    }),
    rule("a payee id used again for another account is declined", async (under) => {
      const payee = payeeOf(under);
      given(await under.rail.registerPayee(payee));
      refused(await under.rail.registerPayee({ ...payee, accountNumber: accountNumber(under.now) }), "declined");
    }),
    rule("a payee id that stands with another account is not taken for ours when it is looked up", async (under) => {
      const payee = payeeOf(under);
      given(await under.rail.registerPayee(payee));
      refused(await under.rail.lookPayee({ ...payee, accountNumber: accountNumber(under.now) }), "declined");
    }),
    rule("a payee that was never made known is not found", async (under) => {
      refused(await under.rail.lookPayee(payeeOf(under)), "not_found");
    }),
    rule("case 14: a payee word that we have not met is unclear", async (under) => {
      const payee = payeeOf(under);
      given(await under.rail.registerPayee(payee));
      under.theirs.say("payee", "UNVERIFIED");
      assert.equal(given(await under.rail.lookPayee(payee)).status, "unclear");
    }),
    rule("case 22: a bank account unanswered after it was taken is known", async (under) => {
      const payee = payeeOf(under);
      await under.theirs.loseNext("register", "after");
      unknownOrFound(await under.rail.registerPayee(payee));
      given(await under.rail.lookPayee(payee));
      given(await under.rail.registerPayee(payee));
    }),
    rule(
      "case 23: a bank account unanswered before it was heard is unknown, and made known when asked again",
      async (under) => {
        const payee = payeeOf(under);
        await under.theirs.loseNext("register", "before");
        refused(await under.rail.registerPayee(payee), "outcome_unknown");
        refused(await under.rail.lookPayee(payee), "not_found");
        given(await under.rail.registerPayee(payee));
      },
    ),
  ];
}

function sendCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("a payout is pending, then paid, and may still be returned", async (under) => {
      const request = await payoutOf(under, 33_756n);
      const sent = given(await under.rail.send(request));
      assert.deepEqual([sent.status, sent.amount], ["pending", request.amount]);
      for (const status of ["pending", "paid", "returned"] as const) {
        await under.theirs.bring(request.payout, status);
        const report = given(await under.rail.look(request.payout));
        assert.deepEqual([report.status, report.amount], [status, request.amount]);
        if (status === "paid") assert.ok(report.bankReference, "a paid payout has the bank's number");
      }
    }),
    rule("a payout that fails says why", async (under) => {
      const request = await payoutOf(under, 33_756n);
      given(await under.rail.send(request));
      await under.theirs.bring(request.payout, "failed");
      const report = given(await under.rail.look(request.payout));
      assert.equal(report.status, "failed");
      assert.ok(report.reason);
    }),
    rule("case 25: the same payout asked for again is sent once", async (under) => {
      const request = await payoutOf(under, 33_756n);
      const first = given(await under.rail.send(request));
      assert.equal(given(await under.rail.send(request)).reference, first.reference);
      assert.deepEqual(await under.theirs.sent(request.payout), [request.amount]);
    }),
    rule("a payout id used again for another amount is declined, and nothing more is sent", async (under) => {
      const request = await payoutOf(under, 33_756n);
      given(await under.rail.send(request));
      refused(await under.rail.send({ ...request, amount: money(33_757n, under.currency) }), "declined");
      assert.deepEqual(await under.theirs.sent(request.payout), [request.amount]);
    }),
    rule("case 53: amounts come back to the minor unit", async (under) => {
      const { payee } = await payoutOf(under, 100n);
      for (const minor of [100n, 101n, 199n, 1_005n, 9_999_999n]) {
        const request = { ...requestOf(under, payee, minor) };
        assert.deepEqual(given(await under.rail.send(request)).amount, request.amount);
      }
    }),
    rule("case 55: nothing, less than nothing and a currency that it does not take are declined", async (under) => {
      const request = await payoutOf(under, 100n);
      const foreign = under.rail.currencies.includes("JPY") ? "USDT" : "JPY";
      const amounts = [
        money(0n, under.currency),
        money(-100n, under.currency),
        money(100n, foreign),
        money(10n ** 16n, under.currency),
      ];
      for (const amount of amounts) refused(await under.rail.send({ ...request, amount }), "declined");
      assert.deepEqual(await under.theirs.sent(request.payout), []);
    }),
    rule("case 14: a payout word that we have not met is unclear", async (under) => {
      const request = await payoutOf(under, 100n);
      given(await under.rail.send(request));
      for (const word of ["SOMETHING_NEW", "success", "UNSUCCESSFUL", ""]) {
        under.theirs.say("payout", word);
        assert.equal(given(await under.rail.look(request.payout)).status, "unclear", word);
      }
    }),
    rule("wrong keys are a matter for staff", async (under) => {
      const request = await payoutOf(under, 100n);
      refused(await under.withWrongKeys.send(request), "misconfigured");
      refused(await under.withWrongKeys.look(request.payout), "misconfigured");
    }),
  ];
}

function lossCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("case 22: a payout unanswered after it was accepted is found by looking, and sent once", async (under) => {
      const request = await payoutOf(under, 33_756n);
      await under.theirs.loseNext("send", "after");
      unknownOrFound(await under.rail.send(request));
      given(await under.rail.look(request.payout));
      given(await under.rail.send(request));
      assert.equal((await under.theirs.sent(request.payout)).length, 1);
    }),
    rule(
      "case 23: a payout unanswered before it was heard is unknown, not found, and sent once when asked again",
      async (under) => {
        const request = await payoutOf(under, 33_756n);
        await under.theirs.loseNext("send", "before");
        refused(await under.rail.send(request), "outcome_unknown");
        refused(await under.rail.look(request.payout), "not_found");
        given(await under.rail.send(request));
        assert.equal((await under.theirs.sent(request.payout)).length, 1);
      },
    ),
    rule("a look without an answer may be repeated", async (under) => {
      const request = await payoutOf(under, 33_756n);
      given(await under.rail.send(request));
      await under.theirs.loseNext("look", "before");
      refused(await under.rail.look(request.payout), "try_later");
      given(await under.rail.look(request.payout));
    }),
  ];
}

const accountNumber = (now: Instant): string =>
  String(10n ** 11n + (BigInt(`0x${freshId("payout", now).slice(-16)}`) % 10n ** 11n));

const payeeOf = ({ now }: RailUnderTest): Payee => ({
  payee: freshId("bankAccount", now),
  name: "Bashir O'Demo-Seller",
  accountNumber: accountNumber(now),
  ifsc: "YESB0000262",
  email: "bashir@example.test",
  phone: "+919000000002",
});

async function payoutOf(under: RailUnderTest, minor: bigint): Promise<PayoutRequest> {
  const payee = payeeOf(under);
  given(await under.rail.registerPayee(payee));
  return requestOf(under, payee.payee, minor);
}

const requestOf = ({ now, currency }: RailUnderTest, payee: string, minor: bigint): PayoutRequest => ({
  payout: freshId("payout", now),
  payee,
  amount: money(minor, currency),
  remark: "Sale: one camera",
});
