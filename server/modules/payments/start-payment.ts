import type { Deal } from "@amana/core/escrow";
import { type PaymentId, parseId, shardOf } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, type Instant, seconds } from "@amana/core/time";
import { readUser } from "#modules/identity";
import type { CallRefusal } from "#ports/call";
import type { OpenPayment, PaymentGateway } from "#ports/payment-gateway";
import type { Database } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { addJob, type JobHandler, tryAgain } from "#runtime/work";
import { making } from "./calls.ts";
import { insertPayment, type Payment, paymentsOfDeal, readPayment, setPaymentOpen, setPaymentState } from "./store.ts";

export type Gateways = readonly PaymentGateway[];

export type StartRefusal = "not_payable" | "no_gateway" | "short_of_money";

/**
 * Begins a payment of a deal, or answers with the one that is under way. The gateway is called by a worker after the commit;
 * until it has answered, the payment is `opening`.
 */
export async function startPayment(
  db: Database,
  gateways: Gateways,
  deal: Deal,
  returnUrl: string,
  now: Instant,
): Promise<Result<Payment, StartRefusal>> {
  const { deadline } = deal;
  if (deadline?.kind !== "payment" || now >= deadline.dueAt) return refuse("not_payable");
  const gateway = gateways.find(({ currencies }) => currencies.includes(deal.total.currency));
  if (!gateway) return refuse("no_gateway");

  return await db.transaction(async (tx) => {
    const payment: Payment = {
      id: newIdBeside("payment", now, deal.id),
      deal: deal.id,
      buyer: deal.buyer,
      gateway: gateway.name,
      amount: deal.total,
      state: "opening",
      returnUrl,
      reference: null,
      next: null,
      openedAt: now,
      expiresAt: deadline.dueAt,
    };
    if (await insertPayment(tx, payment)) {
      await addJob(tx, now, {
        shard: shardOf(payment.id),
        kind: "payment.open",
        key: `payment.open:${payment.id}`,
        payload: { payment: payment.id },
        runAt: now,
      });
      return ok(payment);
    }
    const live = (await paymentsOfDeal(tx, deal.id)).find(({ state }) => state !== "closed" && state !== "failed");
    return live ? ok(live) : refuse("not_payable");
  });
}

/** Opens the payment at the gateway under our own id, as often as needed: the gateway makes one of it. */
export const openAtGateway = (
  db: Database,
  gateways: Gateways,
  notifyUrl: (gateway: string) => string,
): JobHandler => ({
  kind: "payment.open",
  neverGivenUp: true,
  async run(payload, now) {
    const payment = await readPayment(db, paymentIdIn(payload));
    if (payment?.state !== "opening") return "done";
    const buyer = await readUser(db, payment.buyer);
    if (!buyer) throw new Error(`${payment.id} has no buyer`);
    const request: OpenPayment = {
      payment: payment.id,
      amount: payment.amount,
      buyer: { id: buyer.id, name: buyer.name, email: buyer.email, phone: buyer.phone },
      returnUrl: payment.returnUrl,
      notifyUrl: notifyUrl(payment.gateway),
      expiresAt: payment.expiresAt,
    };
    const gateway = gatewayOf(gateways, payment.gateway);
    const opened = await making(db, payment.id, "open", now, () => gateway.open(request));
    if (!opened.ok) return await notOpened(db, payment, opened.error, now);
    await db.transaction(async (tx) => {
      await setPaymentOpen(tx, payment.id, opened.value.reference, opened.value.next);
      await addLook(tx, payment.id, after(now, seconds(30)), now);
    });
    return "done";
  },
});

async function notOpened(
  db: Database,
  payment: Payment,
  refusal: CallRefusal,
  now: Instant,
): Promise<"done" | { again: Instant }> {
  if (refusal.kind === "declined") {
    await setPaymentState(db, payment.id, ["opening"], "failed");
    return "done";
  }
  if (now >= payment.expiresAt) {
    await setPaymentState(db, payment.id, ["opening"], "closed");
    return "done";
  }
  return tryAgain(refusal, now);
}

export const addLook = (
  tx: Parameters<typeof addJob>[0],
  payment: PaymentId,
  runAt: Instant,
  now: Instant,
): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(payment),
    kind: "payment.look",
    key: lookKey(payment),
    payload: { payment },
    runAt,
  });

export const lookKey = (payment: string): string => `payment.look:${payment}`;

export function gatewayOf(gateways: Gateways, name: string): PaymentGateway {
  const gateway = gateways.find((one) => one.name === name);
  if (!gateway) throw new Error(`no gateway ${name}`);
  return gateway;
}

export function paymentIdIn(payload: Record<string, unknown>): PaymentId {
  const id = parseId("payment", String(payload.payment));
  if (!id) throw new Error(`no payment in ${JSON.stringify(payload)}`);
  return id;
}
