import type { ConsentName } from "./remedies.ts";

export { type ConsentName, consentsFor } from "./remedies.ts";

/** What a buyer or seller may find wrong with an order. */
export const DISPUTE_PROBLEMS = [
  "not_arrived",
  "damaged",
  "not_as_agreed",
  "want_to_return",
  "not_delivered",
  "buyer_silent",
  "other",
] as const;
export type DisputeProblem = (typeof DISPUTE_PROBLEMS)[number];

/** What is asked about an order before anything formal: a question is no dispute. */
export const TRIAGE_PROBLEMS = [...DISPUTE_PROBLEMS, "question"] as const;
export type TriageProblem = (typeof TRIAGE_PROBLEMS)[number];

export const CLAIM_KINDS = ["refund", "partial_refund", "replacement", "return", "release", "changes"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What the parties may try, the quickest first; `ask` is a word with the other, `dispute` the formal case. */
export type Remedy = ConsentName | "ask" | "wait" | "confirm_receipt" | "request_revision" | "dispute";

export type Triage = {
  readonly remedies: readonly Remedy[];
  /** Whether the order can be disputed now at all. */
  readonly disputable: boolean;
};

/** The order of what helps, for each problem. What the order does not allow now is left out. */
const REMEDIES: Readonly<Record<TriageProblem, readonly Remedy[]>> = {
  not_arrived: ["wait", "ask", "extend", "reship", "settle", "dispute"],
  damaged: ["settle", "reship", "send_back", "dispute"],
  not_as_agreed: ["request_revision", "settle", "reship", "send_back", "dispute"],
  want_to_return: ["ask", "send_back", "settle", "dispute"],
  not_delivered: ["ask", "extend", "settle", "dispute"],
  buyer_silent: ["ask", "wait", "settle", "dispute"],
  other: ["ask", "settle", "dispute"],
  question: ["ask"],
};

const TALK: readonly Remedy[] = ["ask", "wait"];

/**
 * What may be tried now, the quickest first. `possible` are the commands of this viewer and of both parties together that the order
 * takes now; waiting and asking are always possible.
 */
export function triage(problem: TriageProblem, possible: readonly string[]): Triage {
  const can = (remedy: Remedy): boolean => TALK.includes(remedy) || possible.includes(remedy);
  return { remedies: REMEDIES[problem].filter(can), disputable: possible.includes("dispute") };
}

export const DISPUTE_STAGES = ["answer", "decision", "appeal_window", "appeal", "bank", "closed"] as const;
/** Where a dispute stands. */
export type DisputeStage = (typeof DISPUTE_STAGES)[number];

/** Where a dispute stands by the state of its deal; a bank's chargeback goes before everything else. */
export function stageOf(state: string): DisputeStage {
  if (state.endsWith("investigating")) return "decision";
  if (state.endsWith("disputed")) return "answer";
  if (state.startsWith("ruled_")) return "appeal_window";
  if (state.startsWith("appealed_")) return "appeal";
  return state === "chargeback_pending" ? "bank" : "closed";
}

/** As long as somebody decides, either party may add to the file. */
export const takesEvidence = (stage: DisputeStage): boolean => ["answer", "decision", "appeal"].includes(stage);
