import { equal, type Money, money } from "../../../core/money/index.ts";
import { ok, refuse } from "../../../core/result/index.ts";
import { at } from "../../../core/time/index.ts";
import type { RawWebhook } from "../../../server/ports/call.ts";
import type { Capture, PaymentGateway, PaymentReport, RefundReport } from "../../../server/ports/payment-gateway.ts";
import type { Life } from "../process.ts";
import { call, type Outside } from "./line.ts";

type TruePayment = {
  readonly id: string;
  readonly amount: Money;
  readonly expiresAt: number;
  status: "open" | "paid" | "closed";
  readonly captures: (Capture & { readonly visibleFrom: number })[];
};
type Dispute = {
  readonly reference: string;
  readonly payment: string;
  readonly capture: string;
  readonly amount: Money;
  readonly openedAt: number;
  status: "open" | "won" | "lost";
};
type Sent = {
  readonly key: string;
  readonly payment: string;
  readonly amount: Money;
  readonly at: number;
  status: "pending" | "succeeded" | "failed";
  succeeded: boolean;
};

type RefundRequest = Parameters<PaymentGateway["refund"]>[0];

export type SimulatedGateway = ReturnType<typeof simulatedGateway>;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What a refund becomes, and what it may become days later. */
const REFUND_ENDS = { succeeded: 14, slowly: 4, failed: 2, reversed: 2 } as const;

/** A gateway with a truth of its own, which tells it late, twice, out of order or not at all. */
export function simulatedGateway(outside: Outside, name: string, hear: (raw: RawWebhook) => Promise<boolean>) {
  const payments = new Map<string, TruePayment>();
  const sent: Sent[] = [];
  /** Refunds that it has refused: never made, unless it took the same one later. */
  const refused = new Map<string, Money>();
  const counts = { captures: 0, events: 0 };
  const { dice, now } = outside;

  const news = (about: { payment?: string; refund?: string; dispute?: string }, sure: boolean): void => {
    counts.events += 1;
    const body = { dedupeKey: `${name}:${counts.events}`, type: "event", ...about };
    const raw: RawWebhook = { headers: { signature: "right" }, body: Buffer.from(JSON.stringify(body)) };
    deliver(outside, name, raw, sure, hear);
  };
  const reportOf = (payment: TruePayment): PaymentReport => {
    const captures = payment.captures
      .filter(({ visibleFrom }) => visibleFrom <= now())
      .map(({ visibleFrom: _, ...capture }) => capture);
    const pending = captures.length < payment.captures.length;
    const status = captures.length > 0 ? "paid" : pending ? "open" : payment.status;
    return { status, amount: payment.amount, captures, failedAttempts: 0 };
  };
  const latest = (key: string): Sent | undefined => sent.findLast((one) => one.key === key);
  const refundReport = (one: Sent): RefundReport => ({
    reference: `rf_${one.key.slice(-8)}`,
    status: one.status,
    amount: one.amount,
  });
  const become = (one: Sent, status: Sent["status"], when: number, sure: boolean): void =>
    outside.later(when, "refund becomes", async () => {
      if (status === "failed") outside.met(one.status === "succeeded" ? "late_reversal" : "refund_failed");
      one.status = status;
      if (status === "succeeded") one.succeeded = true;
      news({ payment: one.payment, refund: one.key }, sure);
    });
  const send = (key: string, payment: string, amount: Money): Sent => {
    const before = latest(key);
    if (before && now() - before.at < DAY) return before;
    const one: Sent = { key, payment, amount, at: now(), status: "pending", succeeded: false };
    sent.push(one);
    if (sent.filter((other) => other.key === key).length > 1) outside.wrong(`${key} was refunded twice`);
    const taken = captured(payment, amount.currency);
    const back = sentBack(payment, amount.currency);
    if (back > taken) outside.wrong(`${payment} was refunded ${back} of ${taken}`);
    settle(one);
    return one;
  };
  const settle = (one: Sent): void => {
    const end = now() < outside.weather.calmFrom ? dice.weighed(REFUND_ENDS) : "succeeded";
    const soon = now() + (end === "slowly" ? dice.between(HOUR, 6 * HOUR) : dice.between(1000, 600_000));
    if (end === "reversed") become(one, "failed", now() + dice.between(7 * HOUR, 4 * DAY), true);
    if (end === "failed") become(one, "failed", soon, false);
    else if (end === "succeeded" && dice.chance(0.5)) Object.assign(one, { status: "succeeded", succeeded: true });
    else become(one, "succeeded", soon, false);
  };
  const captured = (id: string, currency: string): bigint =>
    (payments.get(id)?.captures ?? [])
      .filter(({ amount }) => amount.currency === currency)
      .reduce((sum, { amount }) => sum + amount.minor, 0n);
  const sentBack = (id: string, currency: string): bigint =>
    sent
      .filter(({ payment, amount, status }) => payment === id && amount.currency === currency && status !== "failed")
      .reduce((sum, { amount }) => sum + amount.minor, 0n);

  const disputes: Dispute[] = [];
  /** The buyer's bank asks a payment back, which takes the money at once, and decides days or months later. */
  const dispute = (payment: TruePayment, capture: Capture, openedAt = now() + dice.between(HOUR, 14 * DAY)): void => {
    const takesLong = dice.chance(0.05);
    outside.later(openedAt, "bank asks back", async () => {
      if (disputes.some((other) => other.capture === capture.reference)) return;
      const one: Dispute = {
        reference: `dp_${capture.reference}`,
        payment: payment.id,
        capture: capture.reference,
        amount: capture.amount,
        openedAt,
        status: "open",
      };
      disputes.push(one);
      outside.met("dispute_opened");
      news({ payment: payment.id, dispute: one.reference }, true);
      const decidedAt = openedAt + (takesLong ? dice.between(121 * DAY, 125 * DAY) : dice.between(HOUR, 20 * DAY));
      outside.later(decidedAt, "bank decides", async () => {
        one.status = !takesLong && dice.chance(0.5) ? "won" : "lost";
        outside.met(`dispute_${one.status}`);
        news({ payment: payment.id, dispute: one.reference }, false);
      });
    });
  };
  const askedBack = (currency: string): bigint =>
    disputes
      .filter(({ status, amount }) => status !== "won" && amount.currency === currency)
      .reduce((sum, { amount }) => sum + amount.minor, 0n);

  /** A refund is of a payment that was made, and of the same amount as before; answers with that one. */
  const soundRefund = ({ refund, payment, amount }: RefundRequest): Sent | undefined => {
    if ((payments.get(payment)?.captures.length ?? 0) === 0)
      outside.wrong(`${refund} refunds ${payment}, which was never paid`);
    const before = latest(refund);
    if (before && !equal(before.amount, amount)) outside.wrong(`${refund} was sent with two amounts`);
    return before;
  };

  /** The gateway as one of our programs calls it. */
  const seenBy = (life: Life): PaymentGateway => ({
    name,
    title: "Simulated pay (demo gateway)",
    currencies: ["INR", "KWD", "JPY"],
    methods: ["card"],
    open: (request) =>
      call(outside, life, `${name}.open`, () => {
        const known = payments.get(request.payment);
        if (known && !equal(known.amount, request.amount))
          outside.wrong(`${request.payment} was opened with two amounts`);
        if (!known)
          payments.set(request.payment, {
            id: request.payment,
            amount: request.amount,
            expiresAt: request.expiresAt,
            status: "open",
            captures: [],
          });
        return ok({
          reference: `gw_${request.payment.slice(-8)}`,
          next: { kind: "redirect", url: "https://pay.example.test/" },
        });
      }),
    look: (id) =>
      call(outside, life, `${name}.look`, () => {
        const payment = payments.get(id);
        if (payment?.status === "open" && payment.captures.length === 0 && now() >= payment.expiresAt)
          payment.status = "closed";
        return payment ? ok(reportOf(payment)) : refuse({ kind: "not_found" });
      }),
    close: (id) =>
      call(outside, life, `${name}.close`, () => {
        const payment = payments.get(id);
        if (!payment) return refuse({ kind: "not_found" });
        if (payment.status === "open" && payment.captures.length === 0) payment.status = "closed";
        return ok(reportOf(payment));
      }),
    refund: (request) =>
      call(outside, life, `${name}.refund`, () => {
        const before = soundRefund(request);
        if (before || now() >= outside.weather.calmFrom || !dice.chance(0.06))
          return ok(refundReport(send(request.refund, request.payment, request.amount)));
        refused.set(request.refund, request.amount);
        outside.met("refund_declined");
        return refuse({ kind: "declined", code: "NO", detail: "the card is closed" });
      }),
    lookRefund: (_payment, refund) =>
      call(outside, life, `${name}.lookRefund`, () => {
        const one = latest(refund);
        return one ? ok(refundReport(one)) : refuse({ kind: "not_found" });
      }),
    lookDisputes: (id) =>
      call(outside, life, `${name}.lookDisputes`, () => {
        if (!payments.has(id)) return refuse({ kind: "not_found" });
        const mine = disputes.filter(({ payment }) => payment === id);
        return ok(
          mine.map(({ payment: _, openedAt, ...one }) => ({
            ...one,
            takesMoney: true,
            reason: null,
            openedAt: at(openedAt),
            respondBy: null,
          })),
        );
      }),
    readWebhook({ headers, body }) {
      if (headers.signature !== "right") return refuse("forged");
      return ok(JSON.parse(Buffer.from(body).toString("utf8")));
    },
  });

  return {
    name,
    seenBy,
    payments,
    sent,
    disputes,
    /** A buyer who quarrels asks the bank too. */
    askBack(id: string, when: number): void {
      const payment = payments.get(id);
      const [capture] = payment?.captures ?? [];
      if (payment && capture) dispute(payment, capture, when);
    },
    /** Everything that it has ever taken. */
    captures: () =>
      [...payments.values()].flatMap((payment) =>
        payment.captures.map(({ reference, amount: { minor, currency }, capturedAt }) => ({
          ...{ reference, minor, currency, at: capturedAt },
        })),
      ),
    /** Everything that banks have ever asked back. */
    claims: () => disputes.map(({ reference, capture, amount: { minor } }) => ({ reference, capture, minor })),
    hasSucceeded: (refund: string): boolean => sent.some(({ key, succeeded }) => key === refund && succeeded),
    /** A buyer pays: exactly or not, once or twice, in time or late, visible at once or hours later. */
    pay(id: string, amount: Money, visibleFrom = now()): boolean {
      const payment = payments.get(id);
      if (!payment || payment.status === "closed" || (now() >= payment.expiresAt && payment.captures.length === 0))
        return false;
      counts.captures += 1;
      const capture = {
        reference: `${name}_${counts.captures}`,
        amount,
        capturedAt: at(now()),
        method: "card",
        visibleFrom,
      };
      payment.captures.push(capture);
      if (dice.chance(0.05)) dispute(payment, capture);
      if (visibleFrom <= now()) payment.status = "paid";
      else outside.met("late_capture");
      outside.later(visibleFrom, "payment shows", async () => {
        payment.status = "paid";
        // Nobody looks on after the first capture, so that only a webhook can tell of a second one.
        news({ payment: id }, payment.captures.length > 1 || !equal(amount, payment.amount));
      });
      return true;
    },
    forge: (id: string): RawWebhook => ({
      headers: { signature: "wrong" },
      body: Buffer.from(JSON.stringify({ dedupeKey: `forged:${id}`, type: "event", payment: id })),
    }),
    /** What it has taken and not sent back: its own truth. */
    holds(currency: Money["currency"]): bigint {
      const inside = [...payments.keys()].reduce((sum, id) => sum + captured(id, currency), 0n);
      const out = [...payments.keys()].reduce((sum, id) => sum + sentBack(id, currency), 0n);
      return inside - out - askedBack(currency);
    },
    /** What it would not send back at all. */
    refusedForGood: (currency: Money["currency"]): bigint =>
      [...refused]
        .filter(([key, amount]) => amount.currency === currency && latest(key) === undefined)
        .reduce((sum, [, amount]) => sum + amount.minor, 0n),
    nothing: money(0n, "INR"),
  };
}

/** Delivered once, several times, hours late or never; a receiver that does not answer is told again. */
export function deliver(
  outside: Outside,
  name: string,
  raw: RawWebhook,
  sure: boolean,
  hear: (raw: RawWebhook) => Promise<boolean>,
): void {
  const { dice, now } = outside;
  const calm = now() >= outside.weather.calmFrom;
  const times = calm ? 1 : dice.weighed({ "0": sure ? 0 : 2, "1": 6, "2": 2, "3": 1 });
  if (Number(times) === 0) outside.met("webhook_lost");
  if (Number(times) > 1) outside.met("webhook_twice");
  const attempt = (tries: number) => async (): Promise<void> => {
    if ((await hear(raw)) || tries > 30) return;
    outside.later(now() + dice.between(1000, 600_000), `webhook of ${name} again`, attempt(tries + 1));
  };
  for (let n = 0; n < Number(times); n++) {
    const late = !calm && dice.chance(0.2);
    if (late) outside.met("webhook_late");
    outside.later(
      now() + (late ? dice.between(60_000, 6 * HOUR) : dice.between(50, 5000)),
      `webhook of ${name}`,
      attempt(0),
    );
  }
}
