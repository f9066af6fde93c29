/** The words of disputes: what is asked for, what shows it, who decides, and what each gets. */
import type { StoredFile } from "./files.ts";
import type { DeadlineKind, Download, Money, Party } from "./types.ts";

export type Side = "buyer" | "seller";
export type DisputeProblem =
  | "not_arrived"
  | "damaged"
  | "not_as_agreed"
  | "want_to_return"
  | "not_delivered"
  | "buyer_silent"
  | "other";
export type TriageProblem = DisputeProblem | "question";
export type ConsentName = "settle" | "extend" | "reship" | "send_back" | "accept_ruling";
export type Remedy = ConsentName | "ask" | "wait" | "confirm_receipt" | "request_revision" | "dispute";
export type Triage = { remedies: Remedy[]; disputable: boolean };
export type ClaimKind = "refund" | "partial_refund" | "replacement" | "return" | "release" | "changes";
export type Claim = { kind: ClaimKind; amount: Money | null; text: string };
export type DisputeStage = "answer" | "decision" | "appeal_window" | "appeal" | "bank" | "closed";
export type EvidenceType =
  | "statement"
  | "photo"
  | "video"
  | "message"
  | "tracking"
  | "invoice"
  | "inspection_report"
  | "other";

/** What one party of an order asks of the other. */
export type Consent = {
  id: string;
  what: ConsentName;
  refund: Money | null;
  hours: number | null;
  gets: { buyer: Money; seller: Money | null } | null;
  askedBy: Side;
  askedAt: string;
  note: string | null;
  state: "open" | "given" | "refused" | "withdrawn" | "superseded" | "ended";
  answeredAt: string | null;
};

export type Evidence = {
  seq: number;
  side: Side;
  type: EvidenceType;
  text: string;
  claim: number | null;
  datedAt: string | null;
  origin: string | null;
  files: StoredFile[];
  sha256: string;
  recordedAt: string;
};

export type Outcome = "release" | "refund" | "split";
/** How a problem was decided before; null where too rarely to say anything. */
export type ProblemOutcomes = { problem: DisputeProblem; decided: Record<Outcome, number> | null };
/** A decided case like another, without names. */
export type PastCase = {
  claims: ClaimKind[];
  outcome: Outcome;
  toBuyerPercent: number;
  appealed: boolean;
  decidedAt: string;
};
export type Decision = {
  instance: number;
  arbiter: Party;
  outcome: Outcome;
  refund: Money | null;
  findings: { claim: number; upheld: boolean; reasons: string }[];
  reasons: string;
  decidedAt: string;
};

export type DisputeSummary = {
  id: string;
  orderId: string;
  orderNumber: string;
  problem: DisputeProblem;
  stage: DisputeStage;
  raisedBy: Side;
  buyer: Party;
  seller: Party;
  amount: Money;
  openedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  deadline: { kind: DeadlineKind; dueAt: string } | null;
};

export type Dispute = DisputeSummary & {
  role: "buyer" | "seller" | "staff";
  claims: Claim[];
  arbiter: Party | null;
  appealedBy: Side | null;
  evidence: Evidence[];
  decisions: Decision[];
  offers: Consent[];
  downloads: Download[];
  actions: string[];
  consents: ConsentName[];
};

export type StaffDispute = DisputeSummary & { arbiter: Party | null; waitingDays: number; alarmed: boolean };
export type DisputeNote = { author: Party; text: string; notedAt: string };
/** What each would get if so much went back; what the seller pays of it only the seller sees. */
export type Division = { buyer: Money; seller: Money | null; commission: Money | null; commissionTax: Money | null };
