import type { Money } from "../../core/money/index.ts";
import { ok, refuse } from "../../core/result/index.ts";
import type { PayeeReport, PayoutRail, PayoutReport } from "../../server/ports/payout-rail.ts";
import { type Calls, calls } from "./faults.ts";

type TruePayout = {
  readonly payout: string;
  readonly payee: string;
  readonly amount: Money;
  status: PayoutReport["status"];
};

export type FakeRail = PayoutRail & {
  readonly calls: Calls;
  /** Money sent to a bank, one for each time that it was really sent. */
  readonly payouts: readonly TruePayout[];
  readonly payees: ReadonlyMap<string, string>;
  payoutsBegin(status: PayoutReport["status"]): void;
  payeesAre(status: PayeeReport["status"]): void;
  settlePayout(payout: string, status: PayoutReport["status"]): void;
  /** The same id sends again. */
  forgetKeys(): void;
  forgetPayouts(): void;
  hasSent(currency: Money["currency"]): bigint;
};

export function fakeRail(name = "testbank"): FakeRail {
  const wire = calls();
  const payouts: TruePayout[] = [];
  const payees = new Map<string, string>();
  const memory = {
    keys: new Set<string>(),
    found: new Set<string>(),
    begin: "paid" as PayoutReport["status"],
    payees: "verified" as PayeeReport["status"],
  };
  const reportOf = (id: string): PayoutReport | null => {
    const found = payouts.find(({ payout }) => payout === id);
    if (!found || !memory.found.has(id)) return null;
    return {
      reference: `po_${id.slice(-8)}`,
      status: found.status,
      amount: found.amount,
      bankReference: null,
      reason: null,
    };
  };
  return {
    name,
    currencies: ["INR"],
    calls: wire,
    payouts,
    payees,
    registerPayee: (payee) =>
      wire.make("registerPayee", payee.payee, () => {
        payees.set(payee.payee, payee.accountNumber);
        return ok({ status: memory.payees });
      }),
    lookPayee: ({ payee, accountNumber }) =>
      wire.make("lookPayee", payee, () => {
        const known = payees.get(payee);
        if (known === undefined) return refuse({ kind: "not_found" });
        return known === accountNumber
          ? ok({ status: memory.payees })
          : refuse({ kind: "declined", code: "reference_reused", detail: "another account" });
      }),
    send: (request) =>
      wire.make("send", request.payout, () => {
        if (!memory.keys.has(request.payout)) {
          payouts.push({ payout: request.payout, payee: request.payee, amount: request.amount, status: memory.begin });
        }
        memory.keys.add(request.payout);
        memory.found.add(request.payout);
        const report = reportOf(request.payout);
        return report ? ok(report) : refuse({ kind: "not_found" });
      }),
    look: (id) =>
      wire.make("lookPayout", id, () => {
        const report = reportOf(id);
        return report ? ok(report) : refuse({ kind: "not_found" });
      }),
    readWebhook({ headers, body }) {
      if (headers.signature !== "right") return refuse("forged");
      return ok(JSON.parse(Buffer.from(body).toString("utf8")));
    },
    payoutsBegin(status) {
      memory.begin = status;
    },
    payeesAre(status) {
      memory.payees = status;
    },
    settlePayout(id, status) {
      for (const payout of payouts) if (payout.payout === id) payout.status = status;
    },
    forgetKeys: () => memory.keys.clear(),
    forgetPayouts: () => memory.found.clear(),
    hasSent: (currency) =>
      payouts
        .filter(({ status, amount }) => amount.currency === currency && status !== "failed" && status !== "returned")
        .reduce((sum, { amount }) => sum + amount.minor, 0n),
  };
}
