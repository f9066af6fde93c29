import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, hours, type Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import { isOneOfOrColleague } from "#modules/organizations";
import type { Database, Tx } from "#runtime/database";
import { type Asker, problem } from "#runtime/http";
import { newIdBeside } from "#runtime/ids";
import type { ApprovalId, ApprovalKind, Asked, Content, KindRefusal, Outcome } from "./kind.ts";
import { OWN_DEAL } from "./own-deals.ts";
import {
  insertProposal,
  insertVersion,
  lockProposal,
  type Proposal,
  proposalOfRequest,
  updateProposal,
} from "./store.ts";

/** For so long a second person may be found; then it must be proposed anew. */
export const APPROVAL_GOOD_FOR = hours(72);

export type Shown = { readonly proposal: Proposal; readonly entries: Outcome["entries"] };

/** Writes down what one of the staff wants done; moves nothing. One request makes one proposal, however often it comes. */
export const propose = (
  db: Database,
  kind: ApprovalKind,
  asked: Asked,
  by: Asker & { readonly key: string },
  now: Instant,
): Promise<Result<Shown, KindRefusal>> =>
  db.transaction(async (tx) => {
    const key = `${by.user}:${kind.name}:${by.key}`;
    const before = await proposalOfRequest(tx, key);
    if (before) return ok({ proposal: before, entries: [] });
    const seen = await seenBy(tx, kind, asked, by.user, now);
    if (!seen.ok) return seen;
    const { entries, ...outcome } = seen.value;
    const proposal: Proposal = {
      ...{ id: newIdBeside("approval", now, asked.subject), kind: kind.name, ...asked, ...outcome, version: 1 },
      ...{ authors: [by.user], state: "waiting", proposedBy: by.user, proposedAt: now },
      ...{ expiresAt: after(now, APPROVAL_GOOD_FOR), decidedBy: null, decidedAt: null, decisionReason: null },
    };
    if (!(await insertProposal(tx, proposal, key))) return ok({ proposal: await madeMeanwhile(tx, key), entries });
    await note(tx, proposal, "proposed", by, proposal.reason, now);
    return ok({ proposal, entries });
  });

async function madeMeanwhile(tx: Tx, key: string): Promise<Proposal> {
  const made = await proposalOfRequest(tx, key);
  if (!made) throw new Error(`${key} was proposed and is not there`);
  return made;
}

/** Another version of it, on the subject as it is now. Its author is one of those who may not approve from then on. */
export const editProposal = (
  db: Database,
  kinds: readonly ApprovalKind[],
  id: ApprovalId,
  edit: Asker & { readonly expected: number; readonly content: Content; readonly reason: string },
  now: Instant,
): Promise<Result<Shown, KindRefusal>> =>
  db.transaction(async (tx) => {
    const found = await waitingProposal(tx, id, edit.expected, now);
    if (!found.ok) return found;
    const before = found.value;
    const asked = { subject: before.subject, content: edit.content, reason: edit.reason };
    const seen = await seenBy(tx, kindOf(kinds, before), asked, edit.user, now);
    if (!seen.ok) return seen;
    const { entries, ...outcome } = seen.value;
    const proposal: Proposal = {
      ...{ ...before, ...asked, ...outcome, version: before.version + 1 },
      ...{ authors: [...new Set([...before.authors, edit.user])], expiresAt: after(now, APPROVAL_GOOD_FOR) },
    };
    await updateProposal(tx, proposal);
    await insertVersion(tx, proposal, edit.user, now);
    await note(tx, proposal, "edited", edit, edit.reason, now);
    return ok({ proposal, entries });
  });

/** What it comes to, for somebody whose own matter it is not. */
async function seenBy(
  tx: Tx,
  kind: ApprovalKind,
  asked: Asked,
  user: UserId,
  now: Instant,
): Promise<Result<Outcome, KindRefusal>> {
  const outcome = await kind.look(tx, asked, now);
  if (!outcome.ok) return outcome;
  return (await isOneOfOrColleague(tx, user, outcome.value.concerned)) ? refuse(OWN_DEAL) : outcome;
}

/** Under its lock, so that of two decisions at once one is the second. */
export async function waitingProposal(
  tx: Tx,
  id: ApprovalId,
  expected: number,
  now: Instant,
): Promise<Result<Proposal, KindRefusal>> {
  const found = await lockProposal(tx, id);
  if (!found) return refuse(problem("NOT_FOUND"));
  if (found.state !== "waiting") return refuse(problem("TRANSITION_NOT_ALLOWED", `This was ${found.state} before.`));
  if (now >= found.expiresAt)
    return refuse(problem("TRANSITION_NOT_ALLOWED", "This has expired: it must be proposed anew."));
  if (found.version !== expected)
    return refuse(problem("VERSION_CONFLICT", "Somebody has changed it: look at the new version first."));
  return ok(found);
}

export function kindOf(kinds: readonly ApprovalKind[], { kind }: Proposal): ApprovalKind {
  const found = kinds.find(({ name }) => name === kind);
  if (!found) throw new Error(`nobody carries out ${kind}`);
  return found;
}

/** `approval.proposed`, `.edited`, `.approved`, `.declined`. */
export const note = (
  tx: Tx,
  { id, kind, subject, deal, amount, content, version, authors }: Proposal,
  what: "proposed" | "edited" | "approved" | "declined",
  asker: Asker,
  reason: string | null,
  now: Instant,
): Promise<void> =>
  record(tx, now, {
    ...doneBy("staff", asker),
    ...{ action: `approval.${what}`, subject: id, reason },
    detail: {
      ...{ kind, about: subject, deal, version, authors, content },
      ...{ amount: amount.minor.toString(), currency: amount.currency },
    },
  });
