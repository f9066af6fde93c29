import type { OfferTerms } from "../negotiation/index.ts";
import { ok, type Result, refuse } from "../result/index.ts";
import type { Instant } from "../time/index.ts";
import { amountText } from "./text.ts";

/** Where an agreement stands on its way; what may still be changed depends on it. */
export const AGREEMENT_STAGES = ["to_be_ordered", "lapsed", "to_be_paid", "to_be_signed", "in_force", "ended"] as const;
export type AgreementStage = (typeof AGREEMENT_STAGES)[number];

/** As far as the stage depends on the deal. */
export type DealStanding = { readonly state: string; readonly isFinal: boolean };

const SIGNING = ["signatures_pending", "buyer_signature_pending", "seller_signature_pending"];

/** Until an order is placed time alone ends an agreement; from then on the deal says where it stands. */
export function stageOf(deal: DealStanding | null, orderBy: Instant, now: Instant): AgreementStage {
  if (!deal) return now < orderBy ? "to_be_ordered" : "lapsed";
  if (deal.isFinal) return "ended";
  if (deal.state === "agreed_payment_pending") return "to_be_paid";
  return SIGNING.includes(deal.state) ? "to_be_signed" : "in_force";
}

const AMOUNTS = ["unitPrice", "quantity", "shipping"] as const;
const WINDOWS = ["paymentHours", "dispatchDays", "deliveryDays", "inspectionDays"] as const;
const FIELDS = [...AMOUNTS, ...WINDOWS, "freeTerms"] as const;
export type TermField = (typeof FIELDS)[number];

/** One field of the terms before and after, as people read it. */
export type Difference = { readonly field: TermField; readonly before: string; readonly after: string };

export const differences = (before: OfferTerms, after: OfferTerms): Difference[] =>
  FIELDS.map((field) => ({ field, before: shown(before, field), after: shown(after, field) })).filter(
    (one) => one.before !== one.after,
  );

function shown(terms: OfferTerms, field: TermField): string {
  if (field === "unitPrice") return amountText(terms.unitPrice);
  if (field === "shipping") return `${terms.shipping.bearer}: ${amountText(terms.shipping.amount)}`;
  return String(terms[field]);
}

export type AmendmentRefusal =
  | "agreement_over"
  | "nothing_changed"
  | "amounts_are_held"
  | "deadlines_are_running"
  | "half_signed";

/**
 * Whether terms may be changed now. Before the payment everything may; while money is held no amount may, and no window, for its
 * deadlines run by the terms that were paid for. A version that one side has signed is signed by the other or not at all.
 */
export function mayAmend(
  stage: AgreementStage,
  changed: readonly Difference[],
  signatures: number,
): Result<null, AmendmentRefusal> {
  if (stage === "lapsed" || stage === "ended") return refuse("agreement_over");
  if (changed.length === 0) return refuse("nothing_changed");
  if (stage === "to_be_ordered" || stage === "to_be_paid") return ok(null);
  if (changed.some(({ field }) => isOf(AMOUNTS, field))) return refuse("amounts_are_held");
  if (changed.some(({ field }) => isOf(WINDOWS, field))) return refuse("deadlines_are_running");
  return signatures === 1 ? refuse("half_signed") : ok(null);
}

const isOf = (fields: readonly TermField[], field: TermField): boolean => fields.includes(field);
