import type { UserId } from "@amana/core/ids";
import { mayEnd, objectionToFunding } from "@amana/core/projects";
import type { Instant } from "@amana/core/time";
import type { Static } from "typebox";
import { readUsers } from "#modules/identity";
import type { Queryable } from "#runtime/database";
import { instantJson, moneyJson, rolesShown, type UserPrincipal } from "#runtime/http";
import { type Contract, contractOfProject } from "./contract-store.ts";
import { type StagedMilestone, stagedMilestones } from "./contracts.ts";
import { type Proposal, proposedAmong } from "./proposal-store.ts";
import {
  type ContractJson,
  type ContractMilestoneJson,
  type ContractSummaryJson,
  momentJson,
  offerJson,
  type ProjectJson,
  type ProposalJson,
} from "./schemas.ts";
import { type Project, readProject } from "./store.ts";

type Names = Awaited<ReturnType<typeof readUsers>>;
const partyOf = (names: Names, id: UserId) => ({ id, name: names.get(id)?.name ?? "" });

/** Open ones are for everybody; a draft is its client's alone, and what has ended is for those who had a part in it. */
export async function maySee(db: Queryable, project: Project, reader: UserId | null): Promise<boolean> {
  if (project.state === "open" || project.client === reader) return true;
  return project.state !== "draft" && (await proposedAmong(db, [project.id], reader)).has(project.id);
}

export async function projectsJson(
  db: Queryable,
  projects: readonly Project[],
  reader: UserId | null,
  now: Instant,
): Promise<Static<typeof ProjectJson>[]> {
  const names = await readUsers(
    db,
    projects.map(({ client }) => client),
  );
  const proposed = await proposedAmong(
    db,
    projects.map(({ id }) => id),
    reader,
  );
  const shown: Static<typeof ProjectJson>[] = [];
  for (const project of projects) {
    const contract = project.state === "awarded" ? await contractOfProject(db, project.id) : null;
    const theirs = contract !== null && (contract.client === reader || contract.freelancer === reader);
    const { client, budget, madeAt: _, skills, closesAt, publishedAt, ...rest } = project;
    shown.push({
      ...rest,
      client: client === reader || proposed.has(project.id) ? partyOf(names, client) : null,
      skills: [...skills],
      budget: { min: moneyJson(budget.min), max: moneyJson(budget.max) },
      ...{ closesAt: instantJson(closesAt), publishedAt: momentJson(publishedAt) },
      contractId: theirs ? contract.id : null,
      actions: actionsOnProject(project, reader, now),
    });
  }
  return shown;
}

function actionsOnProject({ state, client, closesAt }: Project, reader: UserId | null, now: Instant) {
  const [draft, open] = [state === "draft", state === "open" && now < closesAt];
  if (client !== reader) return open && reader !== null ? (["propose"] as const).slice() : [];
  return [
    ...(draft || open ? (["change"] as const) : []),
    ...(draft && now < closesAt ? (["publish"] as const) : []),
    ...(draft || state === "open" ? (["close"] as const) : []),
  ];
}

export async function proposalsJson(
  db: Queryable,
  proposals: readonly Proposal[],
  reader: UserId,
  now: Instant,
): Promise<Static<typeof ProposalJson>[]> {
  const names = await readUsers(
    db,
    proposals.map(({ freelancer }) => freelancer),
  );
  const shown: Static<typeof ProposalJson>[] = [];
  for (const proposal of proposals) {
    const { id, project: projectId, freelancer, state, version } = proposal;
    const project = await readProject(db, projectId);
    if (!project) throw new Error(`${id} is for no project`);
    const open = state === "open" && project.state === "open" && now < project.closesAt;
    const [own, others] = [open ? (["change", "withdraw"] as const) : [], open ? (["accept", "decline"] as const) : []];
    shown.push({
      ...{ id, projectId, projectTitle: project.title, freelancer: partyOf(names, freelancer) },
      ...{ ...offerJson(proposal), state, version, madeAt: instantJson(proposal.madeAt) },
      actions: freelancer === reader ? [...own] : [...others],
    });
  }
  return shown;
}

export type ContractRole = Static<typeof ContractJson>["role"];

/** The role in which somebody may see a contract, or null: then for him it does not exist. */
export function contractRole(
  { client, freelancer }: Contract,
  reader: Pick<UserPrincipal, "id" | "roles" | "access">,
): ContractRole | null {
  if (client === reader.id) return "client";
  if (freelancer === reader.id) return "freelancer";
  return rolesShown(reader).some((role) => role !== "user") ? "staff" : null;
}

export async function contractSummaries(
  db: Queryable,
  contracts: readonly Contract[],
  roleIn: (contract: Contract) => ContractRole,
): Promise<Static<typeof ContractSummaryJson>[]> {
  const names = await readUsers(
    db,
    contracts.flatMap(({ client, freelancer }) => [client, freelancer]),
  );
  return contracts.map((contract) => {
    const {
      project: projectId,
      proposal: proposalId,
      client,
      freelancer,
      price,
      madeAt,
      overAt,
      ended,
      ...rest
    } = contract;
    return {
      ...{ ...rest, projectId, proposalId, role: roleIn(contract) },
      ...{ client: partyOf(names, client), freelancer: partyOf(names, freelancer), price: moneyJson(price) },
      ...{ madeAt: instantJson(madeAt), overAt: momentJson(overAt), ended },
    };
  });
}

export async function contractJson(
  db: Queryable,
  contract: Contract,
  role: ContractRole,
): Promise<Static<typeof ContractJson>> {
  const [summary] = await contractSummaries(db, [contract], () => role);
  if (!summary) throw new Error("no summary");
  const milestones = await stagedMilestones(db, contract);
  const ends = role !== "staff" && contract.state === "active" && mayEnd(milestones.map(({ stage }) => stage));
  return { ...summary, milestones: milestonesJson(contract, milestones, role), actions: ends ? ["end"] : [] };
}

function milestonesJson(
  { state }: Contract,
  milestones: readonly StagedMilestone[],
  role: ContractRole,
): Static<typeof ContractMilestoneJson>[] {
  const stages = milestones.map(({ stage }) => stage);
  return milestones.map(({ number, title, amount, days, revisions, stage, order }, index) => ({
    ...{ number, title, amount: moneyJson(amount), days, revisions, stage, orderId: order },
    actions:
      role === "client" && state === "active" && objectionToFunding(stages, index) === null
        ? (["fund"] as const).slice()
        : [],
  }));
}
