import type { ProjectId, ProposalId, UserId } from "@amana/core/ids";
import {
  moveProject,
  moveProposal,
  objectionToPlan,
  type PlanObjection,
  type ProposalCommand,
} from "@amana/core/projects";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import type { Database, Tx } from "#runtime/database";
import { newRootId } from "#runtime/ids";
import { lapseProposals } from "./briefs.ts";
import { type Contract, contractOfProject, insertContract } from "./contract-store.ts";
import {
  insertProposal,
  openProposals,
  type Proposal,
  proposalOfRequest,
  readProposal,
  updateProposal,
} from "./proposal-store.ts";
import { lockProject, type Project, updateProject } from "./store.ts";
import { tell } from "./tell.ts";

export type Offer = Pick<Proposal, "price" | "message" | "milestones">;
export type OfferRefusal = PlanObjection | "not_in_its_currency";
export type ProposeRefusal = OfferRefusal | "no_such_project" | "own_project" | "not_open" | "has_proposed";

/** Offers something for a project; one open offer of each, once per key. */
export const propose = (
  db: Database,
  freelancer: UserId,
  id: ProjectId,
  offer: Offer,
  key: string,
  now: Instant,
): Promise<Result<Proposal, ProposeRefusal>> =>
  db.transaction(async (tx) => {
    const project = await lockProject(tx, id);
    const earlier = await proposalOfRequest(tx, freelancer, key);
    if (earlier) return ok(earlier);
    if (!project || project.state === "draft") return refuse("no_such_project");
    const objection = (await objectionOf(tx, project, freelancer, now)) ?? objectionTo(project, offer);
    if (objection) return refuse(objection);
    const proposal: Proposal = {
      ...{ id: newRootId("proposal", now), project: id, freelancer, ...offer },
      ...{ state: "open", version: 1, madeAt: now },
    };
    await insertProposal(tx, proposal, key);
    await tellOf(tx, project, proposal, "made", now);
    return ok(proposal);
  });

async function objectionOf(
  tx: Tx,
  project: Project,
  freelancer: UserId,
  now: Instant,
): Promise<"own_project" | "not_open" | "has_proposed" | null> {
  if (await areOfOne(tx, project.client, freelancer)) return "own_project";
  if (!isOpen(project, now)) return "not_open";
  const open = await openProposals(tx, project.id);
  return open.some((one) => one.freelancer === freelancer) ? "has_proposed" : null;
}

const isOpen = ({ state, closesAt }: Project, now: Instant): boolean => state === "open" && now < closesAt;

function objectionTo({ budget }: Project, { price, milestones }: Offer): OfferRefusal | null {
  return price.currency === budget.min.currency ? objectionToPlan(price, milestones) : "not_in_its_currency";
}

/** Whether two are the same or of one company, which stays so until the commit. */
export async function areOfOne(tx: Tx, one: UserId, other: UserId): Promise<boolean> {
  await holdCompanies(tx, [one, other]);
  return await isOneOfOrColleague(tx, one, [other]);
}

export type ProposalRefusal = "no_such_proposal" | "not_yours_to_do" | "not_in_this_state";

/** The freelancer offers something else, as long as nobody has answered. */
export const changeProposal = (
  db: Database,
  user: UserId,
  id: ProposalId,
  { expected, ...changed }: Partial<Offer> & { readonly expected: number | null },
  now: Instant,
): Promise<Result<Proposal, ProposalRefusal | OfferRefusal | "changed_meanwhile" | "not_open">> =>
  db.transaction(async (tx) => {
    const found = await lockSeen(tx, user, id);
    if (!found.ok) return found;
    const { project, proposal: before } = found.value;
    const proposal = { ...before, ...changed, version: before.version + 1 };
    const objection = objectionToChange(found.value, user, expected, now) ?? objectionTo(project, proposal);
    if (objection) return refuse(objection);
    await updateProposal(tx, proposal);
    await tellOf(tx, project, proposal, "changed", now);
    return ok(proposal);
  });

function objectionToChange(
  { project, proposal }: Seen,
  user: UserId,
  expected: number | null,
  now: Instant,
): ProposalRefusal | "changed_meanwhile" | "not_open" | null {
  if (proposal.freelancer !== user) return "not_yours_to_do";
  if (expected !== null && expected !== proposal.version) return "changed_meanwhile";
  if (proposal.state !== "open") return "not_in_this_state";
  return isOpen(project, now) ? null : "not_open";
}

/** The freelancer takes an offer back, or the client declines it. */
export const answerProposal = (
  db: Database,
  user: UserId,
  id: ProposalId,
  command: Extract<ProposalCommand, "withdraw" | "decline">,
  now: Instant,
): Promise<Result<Proposal, ProposalRefusal>> =>
  db.transaction(async (tx) => {
    const found = await lockSeen(tx, user, id);
    if (!found.ok) return found;
    const { project, proposal: before } = found.value;
    if (user !== (command === "withdraw" ? before.freelancer : project.client)) return refuse("not_yours_to_do");
    if (before.state === DONE[command]) return ok(before);
    const state = moveProposal(before.state, command);
    if (!state.ok) return state;
    const proposal = { ...before, state: state.value, version: before.version + 1 };
    await updateProposal(tx, proposal);
    await tellOf(tx, project, proposal, state.value, now);
    return ok(proposal);
  });

const DONE = { withdraw: "withdrawn", decline: "declined" } as const;

export type AcceptRefusal = ProposalRefusal | "own_project" | "not_open" | "changed_meanwhile";

/** The client takes an offer: the project is awarded, a contract is made, and the others learn that theirs was not taken. */
export const acceptProposal = (
  db: Database,
  user: UserId,
  id: ProposalId,
  expected: number | null,
  now: Instant,
): Promise<Result<Contract, AcceptRefusal>> =>
  db.transaction(async (tx) => {
    const found = await lockSeen(tx, user, id);
    if (!found.ok) return found;
    const { project, proposal } = found.value;
    if (project.client !== user) return refuse("not_yours_to_do");
    const made = proposal.state === "accepted" ? await contractOfProject(tx, project.id) : null;
    if (made) return ok(made);
    const objection = objectionToTaking(found.value, expected, now);
    if (objection) return refuse(objection);
    if (await areOfOne(tx, project.client, proposal.freelancer)) return refuse("own_project");
    return ok(await award(tx, found.value, now));
  });

function objectionToTaking({ project, proposal }: Seen, expected: number | null, now: Instant): AcceptRefusal | null {
  if (expected !== null && expected !== proposal.version) return "changed_meanwhile";
  if (!moveProposal(proposal.state, "accept").ok || !moveProject(project.state, "award").ok) return "not_in_this_state";
  return isOpen(project, now) ? null : "not_open";
}

async function award(tx: Tx, { project, proposal }: Seen, now: Instant): Promise<Contract> {
  const won = { ...proposal, state: "accepted" as const, version: proposal.version + 1 };
  await updateProposal(tx, won);
  const given = { ...project, state: "awarded" as const, version: project.version + 1 };
  await lapseProposals(tx, given, now);
  await updateProject(tx, given);
  await tellOf(tx, given, won, "accepted", now);
  return await agree(tx, given, won, now);
}

async function agree(tx: Tx, project: Project, proposal: Proposal, now: Instant): Promise<Contract> {
  const contract: Contract = {
    ...{ id: newRootId("contract", now), project: project.id, proposal: proposal.id },
    ...{ client: project.client, freelancer: proposal.freelancer, title: project.title, price: proposal.price },
    ...{ state: "active", version: 1, madeAt: now, overAt: null, ended: null },
  };
  await insertContract(tx, contract, proposal.milestones);
  const { id, client, freelancer, title, version } = contract;
  await tell(...([tx, now, { topic: "contract.changed", id }] as const), {
    what: "made",
    version,
    client,
    freelancers: [freelancer],
    title,
  });
  return contract;
}

type Seen = { readonly project: Project; readonly proposal: Proposal };

/** A proposal under the lock of its project, for the two who may see it. */
async function lockSeen(tx: Tx, user: UserId, id: ProposalId): Promise<Result<Seen, "no_such_proposal">> {
  const known = await readProposal(tx, id);
  const project = known && (await lockProject(tx, known.project));
  // Read again, for it may have changed before the lock was given.
  const proposal = project && (await readProposal(tx, id));
  if (!proposal || (project.client !== user && proposal.freelancer !== user)) return refuse("no_such_proposal");
  return ok({ project, proposal });
}

const tellOf = (
  tx: Tx,
  { client, title }: Project,
  { id, version, freelancer }: Proposal,
  what: string,
  now: Instant,
): Promise<void> =>
  tell(tx, now, { topic: "proposal.changed", id }, { what, version, client, freelancers: [freelancer], title });
