/** The words of projects: what clients want made, what freelancers offer for it, and the contracts that come of it. */
import type { Money, Party } from "./types.ts";

export type ProjectState = "draft" | "open" | "awarded" | "closed" | "expired";
export type Project = {
  id: string;
  /** Known to those who have made an offer, and to the client. */
  client: Party | null;
  title: string;
  description: string;
  category: string | null;
  skills: string[];
  budget: { min: Money; max: Money };
  closesAt: string;
  state: ProjectState;
  version: number;
  publishedAt: string | null;
  contractId: string | null;
  actions: ("change" | "publish" | "close" | "propose")[];
};

export type PlannedMilestone = { title: string; amount: Money; days: number; revisions: number };
export type ProposalState = "open" | "accepted" | "declined" | "withdrawn" | "lapsed";
export type Proposal = {
  id: string;
  projectId: string;
  projectTitle: string;
  freelancer: Party;
  price: Money;
  /** Of all milestones together. */
  days: number;
  message: string;
  milestones: PlannedMilestone[];
  state: ProposalState;
  version: number;
  madeAt: string;
  actions: ("change" | "withdraw" | "accept" | "decline")[];
};

export type Stage = "planned" | "unpaid" | "waiting" | "working" | "done";
export type ContractMilestone = PlannedMilestone & {
  number: number;
  stage: Stage;
  orderId: string | null;
  actions: "fund"[];
};
export type ContractState = "active" | "completed" | "ended";
export type ContractSummary = {
  id: string;
  projectId: string;
  proposalId: string;
  title: string;
  role: "client" | "freelancer" | "staff";
  client: Party;
  freelancer: Party;
  price: Money;
  state: ContractState;
  version: number;
  madeAt: string;
  overAt: string | null;
  ended: { by: string; reason: string } | null;
};
export type Contract = ContractSummary & { milestones: ContractMilestone[]; actions: "end"[] };
