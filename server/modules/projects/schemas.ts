import { CONTRACT_STATES, daysOf, PROJECT_STATES, PROPOSAL_STATES, STAGES } from "@amana/core/projects";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import {
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  line,
  MoneyJson,
  moneyFrom,
  moneyJson,
  nullable,
  oneOf,
  paragraph,
  ref,
  strict,
} from "#runtime/http";
import type { Brief } from "./briefs.ts";
import type { Offer } from "./proposals.ts";

export const ProjectStateJson = oneOf(PROJECT_STATES, { $id: "ProjectState" });
export const ProposalStateJson = oneOf(PROPOSAL_STATES, { $id: "ProposalState" });
export const ContractStateJson = oneOf(CONTRACT_STATES, { $id: "ContractState" });
const PartyJson = strict({ id: IdOf("user"), name: Type.String() });
export const Category = Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 80, examples: ["logo-design"] });

/** What a client writes; money and moments as JSON has them. */
export const BRIEF = {
  title: line({ maxLength: 120 }),
  description: paragraph({ maxLength: 10_000 }),
  category: Type.Optional(nullable(Category)),
  skills: Type.Optional(Type.Array(line({ maxLength: 40 }), { maxItems: 10 })),
  budget: strict({ min: ref(MoneyJson), max: ref(MoneyJson) }),
  closesAt: InstantJson,
};
const BriefJson = strict(BRIEF);
export const BriefChange = Type.Partial(BriefJson, { additionalProperties: false });

const MilestoneJson = strict({
  title: line({ maxLength: 120 }),
  amount: ref(MoneyJson),
  days: Type.Integer({ minimum: 1, maximum: 365 }),
  revisions: Type.Integer({ minimum: 0, maximum: 20, description: "How often the client may ask for changes." }),
});

export const OFFER = {
  price: ref(MoneyJson),
  message: paragraph({ maxLength: 5_000 }),
  milestones: Type.Array(MilestoneJson, { minItems: 1, maxItems: 20 }),
};
const OfferJson = strict(OFFER);
export const OfferChange = Type.Partial(OfferJson, { additionalProperties: false });

export const ProjectJson = strict(
  {
    id: IdOf("project"),
    client: nullable(PartyJson),
    title: Type.String(),
    description: Type.String(),
    category: nullable(Type.String()),
    skills: Type.Array(Type.String()),
    budget: strict({ min: ref(MoneyJson), max: ref(MoneyJson) }),
    closesAt: InstantJson,
    state: ref(ProjectStateJson),
    version: Type.Integer({ description: "Rises with every change; send it as If-Match." }),
    publishedAt: nullable(InstantJson),
    contractId: nullable(IdOf("contract")),
    actions: Type.Array(oneOf(["change", "publish", "close", "propose"]), {
      description: "What this reader may do now.",
    }),
  },
  {
    $id: "Project",
    description:
      "What a client wants made. Who that is, is for those who have made an offer; `contractId` is for the two who agreed.",
  },
);

export const ProposalJson = strict(
  {
    id: IdOf("proposal"),
    projectId: IdOf("project"),
    projectTitle: Type.String(),
    freelancer: PartyJson,
    price: ref(MoneyJson),
    days: Type.Integer({ description: "Of all milestones together." }),
    message: Type.String(),
    milestones: Type.Array(MilestoneJson),
    state: ref(ProposalStateJson),
    version: Type.Integer({ description: "Rises with every change; send it as If-Match." }),
    madeAt: InstantJson,
    actions: Type.Array(oneOf(["change", "withdraw", "accept", "decline"])),
  },
  {
    $id: "Proposal",
    description: "What a freelancer offers for a project; for the client's eyes and the freelancer's.",
  },
);

export const ContractMilestoneJson = strict(
  {
    number: Type.Integer(),
    ...MilestoneJson.properties,
    title: Type.String(),
    stage: oneOf(STAGES),
    orderId: nullable(IdOf("order")),
    actions: Type.Array(oneOf(["fund"])),
  },
  {
    $id: "ContractMilestone",
    description:
      "Its order is paid for, delivered and accepted as any order is. `planned`: it can be paid for (again).",
  },
);

export const ContractJson = strict(
  {
    id: IdOf("contract"),
    projectId: IdOf("project"),
    proposalId: IdOf("proposal"),
    title: Type.String(),
    role: oneOf(["client", "freelancer", "staff"]),
    client: PartyJson,
    freelancer: PartyJson,
    price: ref(MoneyJson),
    state: ref(ContractStateJson),
    version: Type.Integer(),
    madeAt: InstantJson,
    overAt: nullable(InstantJson),
    ended: nullable(strict({ by: IdOf("user"), reason: Type.String() })),
    milestones: Type.Array(ref(ContractMilestoneJson)),
    actions: Type.Array(oneOf(["end"])),
  },
  { $id: "Contract", description: "What client and freelancer have agreed on." },
);

const { milestones: _, actions: __, ...SUMMARY } = ContractJson.properties;
export const ContractSummaryJson = strict(SUMMARY, { $id: "ContractSummary" });

/** What was asked for of a brief, in our words. */
export function briefFrom(body: Static<typeof BriefChange>): Partial<Brief> {
  const { budget, closesAt, ...words } = body;
  return {
    ...words,
    ...(budget && { budget: { min: moneyFrom(budget.min), max: moneyFrom(budget.max) } }),
    ...(closesAt !== undefined && { closesAt: instantFrom(closesAt) }),
  };
}

export const offerFrom = ({ price, milestones, ...words }: Static<typeof OfferChange>): Partial<Offer> => ({
  ...words,
  ...(price && { price: moneyFrom(price) }),
  ...(milestones && { milestones: milestones.map((one) => ({ ...one, amount: moneyFrom(one.amount) })) }),
});

export const offerJson = ({ price, message, milestones }: Offer) => ({
  ...{ price: moneyJson(price), days: daysOf(milestones), message },
  milestones: milestones.map((one) => ({ ...one, amount: moneyJson(one.amount) })),
});

export const momentJson = (instant: Instant | null): string | null => instant && instantJson(instant);
