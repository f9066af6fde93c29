import { equal, type Money } from "../../../core/money/index.ts";
import { ok, refuse } from "../../../core/result/index.ts";
import type { RawWebhook } from "../../../server/ports/call.ts";
import type { PayeeReport, PayoutRail, PayoutReport, PayoutRequest } from "../../../server/ports/payout-rail.ts";
import type { Life } from "../process.ts";
import { deliver } from "./gateway.ts";
import { call, type Outside } from "./line.ts";

type Sent = {
  readonly key: string;
  readonly payee: string;
  readonly amount: Money;
  readonly at: number;
  status: "pending" | "paid" | "failed" | "returned";
  paid: boolean;
};

export type SimulatedRail = ReturnType<typeof simulatedRail>;

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** What becomes of a payout soon; one that is returned in the end has been paid until then. */
const SOON_AFTER = {
  paid: "paid",
  slowly: "paid",
  failed: "failed",
  returned: "paid",
  returned_early: "returned",
} as const;
const ENDS = { paid: 14, slowly: 3, failed: 2, returned: 2, returned_early: 1 } as const;

/** A bank's payout interface with a truth of its own. */
export function simulatedRail(outside: Outside, name: string, hear: (raw: RawWebhook) => Promise<boolean>) {
  const payees = new Map<string, { readonly account: string; status: PayeeReport["status"] }>();
  const sent: Sent[] = [];
  const counts = { events: 0 };
  const { dice, now } = outside;
  const news = (payout: string, sure: boolean): void => {
    counts.events += 1;
    const body = JSON.stringify({ dedupeKey: `${name}:${counts.events}`, type: "event", payout });
    deliver(outside, name, { headers: { signature: "right" }, body: Buffer.from(body) }, sure, hear);
  };
  const meet = (before: Sent["status"], status: Sent["status"]): void => {
    if (status === "returned") outside.met(before === "paid" ? "payout_returned" : "payout_returned_early");
    if (status === "failed") outside.met("payout_failed");
  };
  const become = (one: Sent, status: Sent["status"], when: number, sure: boolean): void =>
    outside.later(when, "payout becomes", async () => {
      meet(one.status, status);
      one.status = status;
      if (status === "paid") one.paid = true;
      news(one.key, sure);
    });
  const latest = (key: string): Sent | undefined => sent.findLast((one) => one.key === key);
  const reportOf = (one: Sent): PayoutReport => ({
    reference: `po_${one.key.slice(-8)}`,
    status: one.status,
    amount: one.amount,
    bankReference: one.status === "paid" ? `UTR${one.key.slice(-6)}` : null,
    reason: null,
  });
  const send = (key: string, payee: string, amount: Money): Sent => {
    const before = latest(key);
    if (before && now() - before.at < DAY) return before;
    const one: Sent = { key, payee, amount, at: now(), status: "pending", paid: false };
    sent.push(one);
    if (sent.filter((other) => other.key === key).length > 1) outside.wrong(`${key} was paid out twice`);
    settle(one);
    return one;
  };
  const soundPayout = ({ payout, payee, amount }: PayoutRequest): Sent | undefined => {
    if (!payees.has(payee)) outside.wrong(`${payout} goes to an unknown account`);
    const before = latest(payout);
    if (before && !equal(before.amount, amount)) outside.wrong(`${payout} was sent with two amounts`);
    return before;
  };
  /** A bank stays by what it has said under a key: a request that was long under way is declined as the later one was. */
  const refused = new Set<string>();
  const declines = (payout: string): boolean => {
    if (refused.has(payout)) return true;
    const declined = now() < outside.weather.calmFrom && dice.chance(0.06);
    if (!declined) return false;
    outside.met("payout_declined");
    refused.add(payout);
    return true;
  };
  const settle = (one: Sent): void => {
    const end = now() < outside.weather.calmFrom ? dice.weighed(ENDS) : "paid";
    const soon = now() + (end === "slowly" ? dice.between(600_000, 3 * HOUR) : dice.between(1000, 120_000));
    if (end === "returned") become(one, "returned", now() + dice.between(4 * HOUR, 5 * DAY), true);
    if (end === "paid" && dice.chance(0.4)) Object.assign(one, { status: "paid", paid: true });
    else become(one, SOON_AFTER[end], soon, false);
  };
  /** Whenever it is asked or told again, a bank that is still checking may have come to an end. */
  const register = (payee: string, account: string): PayeeReport["status"] => {
    const known = payees.get(payee);
    if (known && known.account !== account) outside.wrong(`${payee} has two account numbers`);
    const status = known?.status ?? (dice.chance(0.3) ? "pending" : "verified");
    const verifies = status === "pending" && known !== undefined && dice.chance(0.5);
    payees.set(payee, { account, status: verifies ? "verified" : status });
    return status;
  };
  const seenBy = (life: Life): PayoutRail => ({
    name,
    currencies: ["INR"],
    registerPayee: (payee) =>
      call(outside, life, `${name}.registerPayee`, () => ok({ status: register(payee.payee, payee.accountNumber) })),
    lookPayee: ({ payee, accountNumber }) =>
      call(outside, life, `${name}.lookPayee`, () =>
        payees.has(payee) ? ok({ status: register(payee, accountNumber) }) : refuse({ kind: "not_found" }),
      ),
    send: (request) =>
      call(outside, life, `${name}.send`, () => {
        const before = soundPayout(request);
        if (before === undefined && declines(request.payout))
          return refuse({ kind: "declined", code: "NO", detail: "no such branch" });
        return ok(reportOf(send(request.payout, request.payee, request.amount)));
      }),
    look: (id) =>
      call(outside, life, `${name}.look`, () => {
        const one = latest(id);
        return one ? ok(reportOf(one)) : refuse({ kind: "not_found" });
      }),
    readWebhook({ headers, body }) {
      if (headers.signature !== "right") return refuse("forged");
      return ok(JSON.parse(Buffer.from(body).toString("utf8")));
    },
  });
  return {
    name,
    seenBy,
    payees,
    sent,
    hasPaid: (payout: string): boolean => sent.some(({ key, paid }) => key === payout && paid),
    /** What has left for good, so far as it knows. */
    hasSent: (currency: Money["currency"]): bigint =>
      sent
        .filter(({ status, amount }) => amount.currency === currency && (status === "paid" || status === "pending"))
        .reduce((sum, { amount }) => sum + amount.minor, 0n),
  };
}
