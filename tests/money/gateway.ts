import { type Money, money } from "../../core/money/index.ts";
import { ok, refuse } from "../../core/result/index.ts";
import type { Instant } from "../../core/time/index.ts";
import type { RawWebhook } from "../../server/ports/call.ts";
import type { Clock } from "../../server/ports/clock.ts";
import type {
  Capture,
  DisputeReport,
  PaymentGateway,
  PaymentReport,
  RefundReport,
} from "../../server/ports/payment-gateway.ts";
import { type Calls, calls } from "./faults.ts";

type TruePayment = {
  readonly amount: Money;
  status: PaymentReport["status"];
  readonly captures: (Capture & { readonly visibleFrom: Instant })[];
  failedAttempts: number;
};
type TrueRefund = {
  readonly refund: string;
  readonly payment: string;
  readonly amount: Money;
  status: RefundReport["status"];
};

type TrueDispute = {
  readonly payment: string;
  readonly reference: string;
  readonly capture: string | null;
  amount: Money;
  status: DisputeReport["status"];
  takesMoney: boolean;
  readonly openedAt: Instant;
};

export type FakeGateway = PaymentGateway & {
  readonly calls: Calls;
  readonly payments: ReadonlyMap<string, TruePayment>;
  /** Money sent back, one for each time that it was really sent. */
  readonly refunds: readonly TrueRefund[];
  /** What a new refund is at first. */
  refundsBegin(status: RefundReport["status"]): void;
  settleRefund(refund: string, status: RefundReport["status"]): void;
  /** The buyer's money arrives; by default exactly what is owed, now, and visible at once. */
  pay(
    payment: string,
    paid?: { amount?: Money; at?: Instant; visibleFrom?: Instant; status?: PaymentReport["status"] },
  ): Capture;
  saysOf(payment: string, status: PaymentReport["status"]): void;
  /** The buyer's bank asks a payment back, and takes it at once unless it only inquires; answers with the gateway's number. */
  dispute(payment: string, how?: { amount?: Money; inquiry?: true; at?: Instant; capture?: string | null }): string;
  /** The bank's next word. One that is lost, or no inquiry any more, has taken the money; one that is won gives it back. */
  decide(dispute: string, status: DisputeReport["status"]): void;
  /** The gateway no longer knows the ids of refunds that it has sent: the same id sends again. */
  forgetKeys(): void;
  /** It does not even find them. */
  forgetRefunds(): void;
  /** What it has taken and not sent back, per currency: its own truth. */
  holds(currency: Money["currency"]): bigint;
};

export function fakeGateway(clock: Clock, name = "testpay"): FakeGateway {
  const wire = calls();
  const payments = new Map<string, TruePayment>();
  const refunds: TrueRefund[] = [];
  const disputes: TrueDispute[] = [];
  const memory = {
    keys: new Set<string>(),
    found: new Set<string>(),
    begin: "succeeded" as RefundReport["status"],
    captures: 0,
  };

  const reportOf = (payment: TruePayment): PaymentReport => ({
    status: payment.status,
    amount: payment.amount,
    captures: payment.captures
      .filter(({ visibleFrom }) => visibleFrom <= clock.now())
      .map(({ visibleFrom: _, ...capture }) => capture),
    failedAttempts: payment.failedAttempts,
  });
  const refundOf = (id: string): RefundReport | null => {
    const found = refunds.find(({ refund }) => refund === id);
    return found && memory.found.has(id)
      ? { reference: `rf_${id.slice(-8)}`, status: found.status, amount: found.amount }
      : null;
  };
  const known = (id: string): TruePayment => {
    const payment = payments.get(id);
    if (!payment) throw new Error(`${name} has no payment ${id}`);
    return payment;
  };

  return {
    name,
    title: "Test pay",
    currencies: ["INR", "KWD", "JPY"],
    methods: ["card"],
    calls: wire,
    payments,
    refunds,
    open: (request) =>
      wire.make("open", request.payment, () => {
        if (!payments.has(request.payment))
          payments.set(request.payment, { amount: request.amount, status: "open", captures: [], failedAttempts: 0 });
        return ok({
          reference: `gw_${request.payment.slice(-8)}`,
          next: { kind: "redirect", url: `https://pay.example.test/${request.payment}` },
        });
      }),
    look: (id) =>
      wire.make("look", id, () => {
        const payment = payments.get(id);
        return payment ? ok(reportOf(payment)) : refuse({ kind: "not_found" });
      }),
    close: (id) =>
      wire.make("close", id, () => {
        const payment = payments.get(id);
        if (!payment) return refuse({ kind: "not_found" });
        if (payment.status === "open" && payment.captures.length === 0) payment.status = "closed";
        return ok(reportOf(payment));
      }),
    refund: (request) =>
      wire.make("refund", request.refund, () => {
        const before = memory.keys.has(request.refund);
        if (!before)
          refunds.push({
            refund: request.refund,
            payment: request.payment,
            amount: request.amount,
            status: memory.begin,
          });
        memory.keys.add(request.refund);
        memory.found.add(request.refund);
        const report = refundOf(request.refund);
        return report ? ok(report) : refuse({ kind: "not_found" });
      }),
    lookRefund: (_payment, id) =>
      wire.make("lookRefund", id, () => {
        const report = refundOf(id);
        return report ? ok(report) : refuse({ kind: "not_found" });
      }),
    lookDisputes: (id) =>
      wire.make("lookDisputes", id, () =>
        ok(
          disputes
            .filter(({ payment }) => payment === id)
            .map(({ payment: _, ...dispute }) => ({ ...dispute, reason: "Fraud", respondBy: null })),
        ),
      ),
    readWebhook({ headers, body }) {
      if (headers.signature !== "right") return refuse("forged");
      return ok(JSON.parse(Buffer.from(body).toString("utf8")));
    },
    refundsBegin(status) {
      memory.begin = status;
    },
    settleRefund(id, status) {
      for (const refund of refunds) if (refund.refund === id) refund.status = status;
    },
    pay(id, { amount, at, visibleFrom, status = "paid" } = {}) {
      const payment = known(id);
      memory.captures += 1;
      const now = clock.now();
      const capture = {
        reference: `${name}_${memory.captures}`,
        amount: amount ?? payment.amount,
        capturedAt: at ?? now,
        method: "card",
      };
      payment.captures.push({ ...capture, visibleFrom: visibleFrom ?? now });
      if (visibleFrom === undefined) payment.status = status;
      return capture;
    },
    saysOf(id, status) {
      known(id).status = status;
    },
    dispute(id, { amount, inquiry = false, at, capture = null } = {}) {
      const { captures } = known(id);
      const paid = captures.find(({ reference }) => capture === null || reference === capture)?.amount;
      if (!paid) throw new Error(`${id} has no capture to dispute`);
      const reference = `dp_${disputes.length + 1}_${id.slice(-6)}`;
      disputes.push({
        ...{ payment: id, reference, capture, amount: amount ?? paid, status: "open" },
        ...{ takesMoney: !inquiry, openedAt: at ?? clock.now() },
      });
      return reference;
    },
    decide(reference, status) {
      const dispute = disputes.find((one) => one.reference === reference);
      if (!dispute) throw new Error(`no dispute ${reference}`);
      dispute.status = status;
      dispute.takesMoney = true;
    },
    forgetKeys: () => memory.keys.clear(),
    forgetRefunds: () => memory.found.clear(),
    holds(currency) {
      const inside = [...payments.values()].flatMap(({ captures }) => captures).map(({ amount }) => amount);
      const outside = refunds
        .filter(({ status }) => status !== "failed")
        .map(({ amount }) => money(-amount.minor, amount.currency));
      const taken = disputes
        .filter(({ status, takesMoney }) => takesMoney && status !== "won")
        .map(({ amount }) => money(-amount.minor, amount.currency));
      return [...inside, ...outside, ...taken]
        .filter((amount) => amount.currency === currency)
        .reduce((sum, { minor }) => sum + minor, 0n);
    },
  };
}

/** A webhook about a payment or refund, as the gateway would send it; `key` tells one event from another. */
export const webhook = (
  about: { payment?: string; refund?: string; payout?: string; dispute?: string },
  key: string,
  signature = "right",
): RawWebhook => ({
  headers: { signature },
  body: Buffer.from(JSON.stringify({ dedupeKey: key, type: "event", ...about })),
});
