import { isFinal, processOf } from "@amana/core/escrow";
import type { DealId } from "@amana/core/ids";
import type { Posting } from "@amana/core/ledger";
import { equal } from "@amana/core/money";
import type { Result } from "@amana/core/result";
import { earlier, type Instant } from "@amana/core/time";
import { type AdvanceRefusal, advanceTogether, readDeal } from "#modules/escrow";
import { post } from "#modules/ledger";
import type { Capture } from "#ports/payment-gateway";
import type { Tx } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { type CaptureId, insertCapture, setCaptured, setSuspense } from "./capture-store.ts";
import { addDisputes, nextSearch } from "./disputes.ts";
import { mustBePosted, requestRefund } from "./refunds.ts";
import { type Part, type Payment, partsOf, setPaymentState } from "./store.ts";
import { intoSuspense, outOfSuspense } from "./suspense-postings.ts";

/**
 * Money that came in goes to the escrow of its deals when it is in time and exactly right, to all of them at once; any other to suspense,
 * and back. The part of a deal that can no longer be paid goes back alone; where that is all of them, the whole goes back as one.
 */
export async function bookCapture(tx: Tx, payment: Payment, capture: Capture, now: Instant): Promise<void> {
  const id = await noted(tx, payment, capture, { deal: payment.deal, amount: capture.amount }, now);
  if (!id) return;
  await addDisputes(tx, payment.id, nextSearch(payment, now) ?? now, now);
  const parts = await partsOf(tx, payment);
  const funded = await fund(tx, payment, parts, capture, now);
  const first = funded[0];
  if (!first) throw new Error(`${payment.id} is for no deal`);
  if (funded.every(({ refusal }) => refusal !== null)) {
    const whole = { deal: payment.deal, amount: capture.amount, refusal: first.refusal };
    return mustBePosted(await post(tx, await toSuspense(tx, payment, capture, { id, ...whole }, now), now));
  }
  await setPaymentState(tx, payment.id, ["opening", "open", "closed", "failed"], "captured");
  if (parts.length > 1) await divide(tx, payment, capture, { id, funded }, now);
}

/** Null where it was written down before. */
async function noted(
  tx: Tx,
  payment: Payment,
  capture: Capture,
  { deal, amount }: Part,
  now: Instant,
): Promise<CaptureId | null> {
  const id = newIdBeside("capture", now, deal);
  const of = { payment: payment.id, deal, foreignPayment: null };
  const taken = { ...captureAt(payment.gateway, capture), amount };
  const isNew = await insertCapture(tx, { ...of, ...taken, id, disposition: "escrow", why: null });
  return isNew ? id : null;
}

type Funded = Part & { readonly refusal: AdvanceRefusal | null };

/** What became of each part, in their order. */
async function fund(
  tx: Tx,
  { gateway, amount: due }: Payment,
  parts: readonly Part[],
  capture: Capture,
  now: Instant,
): Promise<Funded[]> {
  if (parts.length > 1 && !equal(capture.amount, due))
    return parts.map((part) => ({ ...part, refusal: "amount_differs" }));
  const answers = await advanceTogether(
    tx,
    parts.map(({ deal, amount }) => ({
      id: deal,
      command: {
        name: "payment_captured",
        by: "gateway",
        at: earlier(capture.capturedAt, now),
        payment: { gateway, amount: parts.length > 1 ? amount : capture.amount },
      },
      given: { key: `capture:${gateway}:${capture.reference}` },
    })),
    now,
  );
  return parts.map((part, place) => ({ ...part, refusal: refusalIn(answers[place]) }));
}

const refusalIn = (answer: Result<unknown, AdvanceRefusal> | undefined): AdvanceRefusal | null =>
  answer?.ok ? null : (answer?.error ?? "no_such_deal");

/** What came in for several deals is written down for each of them, by what became of its part. */
async function divide(
  tx: Tx,
  payment: Payment,
  capture: Capture,
  { id, funded }: { readonly id: CaptureId; readonly funded: readonly Funded[] },
  now: Instant,
): Promise<void> {
  const postings: Posting[] = [];
  for (const part of funded) {
    const isFirst = part.deal === payment.deal;
    if (isFirst) await setCaptured(tx, id, part.amount);
    const own = isFirst ? id : await noted(tx, payment, capture, part, now);
    if (!own) throw new Error(`${capture.reference} was written down for ${part.deal} before`);
    if (part.refusal !== null) postings.push(...(await toSuspense(tx, payment, capture, { id: own, ...part }, now)));
  }
  mustBePosted(await post(tx, postings, now));
}

/** Notes why it matches nothing, and the refund that takes it back; answers with what is to be posted. */
async function toSuspense(
  tx: Tx,
  payment: Payment,
  capture: Capture,
  { id, deal, amount, refusal }: Funded & { readonly id: CaptureId },
  now: Instant,
): Promise<Posting[]> {
  const { gateway, buyer } = payment;
  await setSuspense(tx, id, await whyUnmatched(tx, payment, capture, deal, refusal));
  const of = { payment: payment.id, deal, foreignPayment: null };
  const refund = await requestRefund(tx, { ...of, buyer, gateway, source: "suspense", cause: id, amount }, now);
  if (!refund) throw new Error(`${id} is being refunded before it was recorded`);
  const about = { id, deal, gateway, amount };
  return [intoSuspense(about), outOfSuspense(about, refund.id)];
}

export const captureAt = (gateway: string, { reference, amount, capturedAt }: Capture) => ({
  gateway,
  reference,
  amount,
  capturedAt,
});

async function whyUnmatched(
  tx: Tx,
  payment: Payment,
  capture: Capture,
  id: DealId,
  refusal: AdvanceRefusal | null,
): Promise<string> {
  if (refusal === "amount_differs")
    return capture.amount.currency === payment.amount.currency ? "wrong_amount" : "wrong_currency";
  const deal = await readDeal(tx, id);
  const over = deal !== null && isFinal(processOf(deal.process, deal.processVersion), deal.state);
  return refusal === "deadline_passed" || over ? "late" : "paid_twice";
}
