import type { Policy } from "@amana/core/escrow";
import type { ContractId, UserId } from "@amana/core/ids";
import type { TaxTable } from "@amana/core/pricing";
import {
  type FundObjection,
  isComplete,
  mayEnd,
  moveContract,
  objectionToFunding,
  type Stage,
  stageOf,
  toBegin,
} from "@amana/core/projects";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { advance, readDeal, readMoved } from "#modules/escrow";
import { placeMilestone } from "#modules/orders";
import { type Database, type Queryable, type Tx, undoing } from "#runtime/database";
import type { Subscription } from "#runtime/work";
import {
  type Contract,
  type ContractMilestone,
  contractOfDeal,
  lockContract,
  milestonesOf,
  setOrder,
  updateContract,
} from "./contract-store.ts";
import { areOfOne } from "./proposals.ts";
import { readProject } from "./store.ts";
import { tell } from "./tell.ts";

export type StagedMilestone = ContractMilestone & { readonly stage: Stage };

/** The milestones of a contract, each with where its deal stands. */
export async function stagedMilestones(
  db: Queryable,
  contract: Pick<Contract, "id" | "price">,
): Promise<StagedMilestone[]> {
  const staged: StagedMilestone[] = [];
  for (const milestone of await milestonesOf(db, contract))
    staged.push({ ...milestone, stage: stageOf(milestone.deal && (await readDeal(db, milestone.deal))) });
  return staged;
}

const stagesOf = (milestones: readonly StagedMilestone[]): Stage[] => milestones.map(({ stage }) => stage);

/** What the marketplace has settled beforehand. */
export type Rules = { readonly policy: Policy; readonly taxes: TaxTable };

export type ContractRefusal = "no_such_contract" | "not_yours_to_do" | "not_in_this_state";
export type FundRefusal = ContractRefusal | FundObjection | "no_such_milestone" | "own_project";

/** Makes the order by which a milestone is paid for. As long as that one waits for its payment there is no other. */
export const fundMilestone = (
  db: Database,
  rules: Rules,
  client: UserId,
  asked: { readonly contract: ContractId; readonly number: number },
  now: Instant,
): Promise<Result<Contract, FundRefusal>> =>
  db.transaction(async (tx) => {
    const found = await lockSeen(tx, client, asked.contract);
    if (!found.ok) return found;
    const contract = found.value;
    const milestones = await stagedMilestones(tx, contract);
    const milestone = milestones[asked.number - 1];
    if (!milestone) return refuse("no_such_milestone");
    const objection = objectionOf(contract, client) ?? objectionToFunding(stagesOf(milestones), asked.number - 1);
    if (objection) return refuse(objection);
    if (milestone.stage === "unpaid") return ok(contract);
    if (await areOfOne(tx, contract.client, contract.freelancer)) return refuse("own_project");
    await placeOrder(tx, rules, contract, milestone, now);
    return ok(await changed(tx, contract, "funded", now));
  });

function objectionOf({ client, state }: Contract, user: UserId): ContractRefusal | null {
  if (client !== user) return "not_yours_to_do";
  return state === "active" ? null : "not_in_this_state";
}

async function placeOrder(
  tx: Tx,
  { policy, taxes }: Rules,
  contract: Contract,
  { number, title, amount, days, revisions }: ContractMilestone,
  now: Instant,
): Promise<void> {
  const project = await readProject(tx, contract.project);
  const wanted = {
    ...{ category: project?.category ?? null },
    ...{ buyer: contract.client, seller: contract.freelancer, contract: contract.id, number, title },
    ...{ price: amount, deliveryDays: days, revisions },
  };
  const { id, deal } = await placeMilestone(tx, policy, wanted, now, taxes);
  await setOrder(tx, contract, number, { order: id, deal });
}

export type EndRefusal = ContractRefusal | "work_going_on";

/** Either ends the contract between milestones: what was paid ahead goes back, what was not paid is cancelled. */
export const endContract = (
  db: Database,
  user: UserId,
  id: ContractId,
  reason: string,
  now: Instant,
): Promise<Result<Contract, EndRefusal>> => undoing(db, (tx) => end(tx, user, id, reason, now));

async function end(
  tx: Tx,
  user: UserId,
  id: ContractId,
  reason: string,
  now: Instant,
): Promise<Result<Contract, EndRefusal>> {
  const found = await lockSeen(tx, user, id);
  if (!found.ok) return found;
  const contract = found.value;
  if (contract.state === "ended") return ok(contract);
  const state = moveContract(contract.state, "end");
  if (!state.ok) return state;
  const milestones = await stagedMilestones(tx, contract);
  if (!mayEnd(stagesOf(milestones))) return refuse("work_going_on");
  const over = { ...contract, state: state.value, overAt: now, ended: { by: user, reason } };
  const ended = await changed(tx, over, "ended", now);
  return (await dealsEnd(tx, contract, milestones, user, now)) ? ok(ended) : refuse("work_going_on");
}

/** Locks deals in the order of their ids, as whoever moves several of them does. False where one does not end. */
async function dealsEnd(
  tx: Tx,
  { id }: Contract,
  milestones: readonly StagedMilestone[],
  actorId: UserId,
  now: Instant,
): Promise<boolean> {
  const open = milestones.filter(({ stage }) => stage === "unpaid" || stage === "waiting");
  const deals = open.flatMap(({ deal }) => deal ?? []).sort();
  const command = { name: "end_contract", by: "contract", at: now } as const;
  for (const deal of deals) {
    const moved = await advance(tx, deal, command, now, { key: `end:${id}`, actorId });
    // What time itself is about to end needs no help; anything else has begun meanwhile.
    if (!moved.ok && moved.error !== "deadline_passed" && moved.error !== "deal_is_final") return false;
  }
  return true;
}

/** A contract follows the deals of its milestones: the next one is begun, and the last one completes it. */
export const followMilestones: Subscription = {
  name: "contract follows milestones",
  topic: "deal.moved",
  neverGivenUp: true,
  async hear(tx, payload, now) {
    const { deal } = readMoved(payload);
    const id = await contractOfDeal(tx, deal);
    const contract = id && (await lockContract(tx, id));
    if (contract) await goOn(tx, contract, now);
  },
};

async function goOn(tx: Tx, contract: Contract, now: Instant): Promise<void> {
  const milestones = await stagedMilestones(tx, contract);
  const stages = stagesOf(milestones);
  const completed = isComplete(stages) ? moveContract(contract.state, "complete") : null;
  if (completed?.ok) {
    await changed(tx, { ...contract, state: completed.value, overAt: now }, "completed", now);
    return;
  }
  await changed(tx, contract, "moved", now);
  const next = contract.state === "active" ? toBegin(stages) : null;
  const deal = next === null ? null : milestones[next]?.deal;
  // Refused where time has ended it meanwhile, or somebody disputes it: then it is not begun.
  if (deal) await advance(tx, deal, { name: "begin", by: "contract", at: now }, now, { key: "begin" });
}

async function lockSeen(tx: Tx, user: UserId, id: ContractId): Promise<Result<Contract, "no_such_contract">> {
  const contract = await lockContract(tx, id);
  return contract && (contract.client === user || contract.freelancer === user)
    ? ok(contract)
    : refuse("no_such_contract");
}

async function changed(tx: Tx, before: Contract, what: string, now: Instant): Promise<Contract> {
  const contract = { ...before, version: before.version + 1 };
  const { id, version, client, freelancer, title } = contract;
  await updateContract(tx, contract);
  await tell(...([tx, now, { topic: "contract.changed", id }] as const), {
    what,
    version,
    client,
    freelancers: [freelancer],
    title,
  });
  return contract;
}
