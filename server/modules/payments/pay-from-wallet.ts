import { type Deal, WALLET } from "@amana/core/escrow";
import { shardOf } from "@amana/core/ids";
import { accounts, move } from "@amana/core/ledger";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { advance } from "#modules/escrow";
import { post } from "#modules/ledger";
import type { Database, Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { insertCapture } from "./capture-store.ts";
import type { StartRefusal } from "./start-payment.ts";
import { insertPayment, type Payment, paymentsOfDeal } from "./store.ts";

/**
 * Pays a deal from the buyer's own balance with us, at once and once: money, payment and deal move in one transaction. Asked
 * again, it answers with the payment that was made.
 */
export async function payFromWallet(
  db: Database,
  deal: Deal,
  returnUrl: string,
  now: Instant,
): Promise<Result<Payment, StartRefusal>> {
  const before = await paidFromWallet(db, deal);
  if (before) return ok(before);
  const { deadline } = deal;
  if (deadline?.kind !== "payment" || now >= deadline.dueAt) return refuse("not_payable");
  const payment: Payment = {
    id: newIdBeside("payment", now, deal.id),
    deal: deal.id,
    buyer: deal.buyer,
    gateway: WALLET,
    amount: deal.total,
    state: "captured",
    returnUrl,
    reference: null,
    next: null,
    openedAt: now,
    expiresAt: deadline.dueAt,
  };
  try {
    await db.transaction((tx) => fund(tx, deal, payment, now));
    return ok(payment);
  } catch (error) {
    if (!(error instanceof NotPaid)) throw error;
    const other = await paidFromWallet(db, deal);
    return other ? ok(other) : refuse(error.why);
  }
}

/** Thrown so that the transaction leaves nothing behind. */
class NotPaid extends Error {
  readonly why: StartRefusal;
  constructor(why: StartRefusal) {
    super(why);
    this.why = why;
  }
}

async function fund(tx: Queryable, deal: Deal, payment: Payment, now: Instant): Promise<void> {
  await insertPayment(tx, payment);
  const id = newIdBeside("capture", now, deal.id);
  await insertCapture(tx, {
    ...{ id, payment: payment.id, deal: deal.id, foreignPayment: null, gateway: WALLET, reference: payment.id },
    ...{ amount: payment.amount, capturedAt: now, disposition: "escrow", why: null },
  });
  const [verdict] = await post(
    tx,
    [
      {
        shard: shardOf(deal.buyer),
        key: `fund_from_wallet:${deal.id}`,
        kind: "fund_from_wallet",
        deal: deal.id,
        entries: move(accounts.wallet(deal.buyer), accounts.intershard(), payment.amount),
      },
    ],
    now,
  );
  if (verdict === "short_of_money") throw new NotPaid("short_of_money");
  if (verdict !== "posted") throw new NotPaid("not_payable");
  const funded = await advance(
    tx,
    deal.id,
    { name: "payment_captured", by: "gateway", at: now, payment: { gateway: WALLET, amount: payment.amount } },
    now,
    { key: `capture:${WALLET}:${payment.id}`, actorId: deal.buyer },
  );
  if (!funded.ok) throw new NotPaid("not_payable");
}

async function paidFromWallet(db: Queryable, deal: Deal): Promise<Payment | null> {
  const payments = await paymentsOfDeal(db, deal.id);
  return payments.find(({ gateway, state }) => gateway === WALLET && state === "captured") ?? null;
}
