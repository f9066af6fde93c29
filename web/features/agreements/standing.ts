import type { Agreement, AgreementStatus, AgreementSummary, Side } from "../../api/negotiations.ts";

/** What an agreement asks of its reader. */
export type AgreementStanding =
  | "order"
  | "pay"
  | "sign"
  | "answer"
  | "wait_order"
  | "wait_pay"
  | "wait_sign"
  | "in_force"
  | "lapsed"
  | "ended";

type Standing = Pick<AgreementSummary, "status" | "role" | "actions" | "amendmentBy">;

/** An amendment that waits for the reader comes first: what he would do otherwise may be about other terms by then. */
export function standingOf({ status, role, actions, amendmentBy }: Standing): AgreementStanding {
  if (status === "lapsed" || status === "ended") return status;
  if (amendmentBy !== null && amendmentBy !== role) return "answer";
  if (actions.includes("sign")) return "sign";
  if (status === "to_be_ordered") return role === "buyer" ? "order" : "wait_order";
  if (status === "to_be_paid") return role === "buyer" ? "pay" : "wait_pay";
  return status === "to_be_signed" ? "wait_sign" : "in_force";
}

export const isMine = (standing: AgreementStanding): boolean => ["order", "pay", "sign", "answer"].includes(standing);

export const amendmentOf = ({ amendments }: Agreement) =>
  amendments.find(({ status }) => status === "proposed") ?? null;

export const standingOfWhole = (agreement: Agreement): AgreementStanding =>
  standingOf({ ...agreement, amendmentBy: amendmentOf(agreement)?.by ?? null });

export const otherOf = <P>({ role, buyer, seller }: { role: Side; buyer: P; seller: P }): P =>
  role === "buyer" ? seller : buyer;

const STEPS = ["agreed", "paid", "signed", "runs"] as const;
export type Step = { name: (typeof STEPS)[number]; state: "past" | "now" | "later" };

const REACHED: Record<AgreementStatus, number> = {
  ...{ to_be_ordered: 1, lapsed: 1, to_be_paid: 1, to_be_signed: 2, in_force: 3, ended: 3 },
};

/** The four steps of a negotiated sale; of one that has ended nothing is to come. */
export function stepsOf(agreement: Pick<Agreement, "status" | "signatures">): Step[] {
  const over = agreement.status === "lapsed" || agreement.status === "ended";
  const bothSigned = new Set(agreement.signatures.map(({ by }) => by)).size === 2;
  const reached = agreement.status === "ended" && !bothSigned ? 1 : REACHED[agreement.status];
  return STEPS.map((name, at) => ({ name, state: at < reached ? "past" : at === reached && !over ? "now" : "later" }));
}

/** Who has signed the newest version. */
export const signersOf = ({ signatures, version }: Pick<Agreement, "signatures" | "version">): Side[] =>
  signatures.filter((one) => one.version === version).map(({ by }) => by);

/** What may be changed now: everything, the words alone, or nothing. */
export function amendable(agreement: Agreement): "all" | "words" | null {
  if (!agreement.actions.includes("amend") || amendmentOf(agreement)) return null;
  if (agreement.status === "to_be_ordered" || agreement.status === "to_be_paid") return "all";
  return signersOf(agreement).length === 1 ? null : "words";
}
