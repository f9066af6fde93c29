import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import { type Database, type Tx, undoing } from "#runtime/database";
import { type Asker, problem } from "#runtime/http";
import type { ApprovalId, ApprovalKind, KindRefusal } from "./kind.ts";
import { OWN_DEAL } from "./own-deals.ts";
import { kindOf, note, type Shown, waitingProposal } from "./propose.ts";
import { type Proposal, updateProposal } from "./store.ts";

type Decision = Asker & { readonly expected: number };

/** Does what was proposed, in one transaction with the approval, once; nothing is left of it when its module refuses it after all. */
export const approve = (
  db: Database,
  kinds: readonly ApprovalKind[],
  id: ApprovalId,
  by: Decision,
  now: Instant,
): Promise<Result<Shown, KindRefusal>> => undoing(db, (tx) => approveIn(tx, kinds, id, by, now));

async function approveIn(
  tx: Tx,
  kinds: readonly ApprovalKind[],
  id: ApprovalId,
  { expected, ...approver }: Decision,
  now: Instant,
): Promise<Result<Shown, KindRefusal>> {
  const { user } = approver;
  const found = await waitingProposal(tx, id, expected, now);
  if (!found.ok) return found;
  const proposal = found.value;
  if (proposal.authors.includes(user)) return refuse(BY_AUTHOR);
  const kind = kindOf(kinds, proposal);
  const outcome = await kind.look(tx, proposal, now);
  if (!outcome.ok) return outcome;
  const { concerned, basis } = outcome.value;
  const people = [...new Set([...proposal.concerned, ...concerned])];
  await holdCompanies(tx, [user, ...people]);
  if (await isOneOfOrColleague(tx, user, people)) return refuse(OWN_DEAL);
  if (basis !== proposal.basis) return refuse(MOVED);
  const approved: Proposal = { ...proposal, state: "approved", decidedBy: user, decidedAt: now };
  await updateProposal(tx, approved);
  await note(tx, approved, "approved", approver, null, now);
  // Last, because nothing takes locks after a deal's.
  const done = await kind.carryOut(tx, proposal, approver, now);
  return done.ok ? ok({ proposal: approved, entries: done.value }) : done;
}

const BY_AUTHOR = problem("FORBIDDEN", "A second person must approve this: whoever wrote any of it may not.");

export const MOVED = problem("VERSION_CONFLICT", "What this is about has changed since: it must be looked at anew.");

/** Lays it aside, with a reason. Whoever proposed it may take it back like this. */
export const decline = (
  db: Database,
  id: ApprovalId,
  { expected, reason, ...asker }: Decision & { readonly reason: string },
  now: Instant,
): Promise<Result<Proposal, KindRefusal>> =>
  db.transaction(async (tx) => {
    const found = await waitingProposal(tx, id, expected, now);
    if (!found.ok) return found;
    if (await isOneOfOrColleague(tx, asker.user, found.value.concerned)) return refuse(OWN_DEAL);
    const declined: Proposal = {
      ...found.value,
      ...{ state: "declined", decidedBy: asker.user, decidedAt: now, decisionReason: reason },
    };
    await updateProposal(tx, declined);
    await note(tx, declined, "declined", asker, reason, now);
    return ok(declined);
  });
