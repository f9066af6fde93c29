import type { UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { readUsers } from "#modules/identity";
import { colleaguesOf } from "#modules/organizations";
import type { Queryable } from "#runtime/database";
import { IdOf, InstantJson, instantJson, MoneyJson, moneyJson, nullable, oneOf, ref, strict } from "#runtime/http";
import { APPROVAL_KINDS, ContentJson, type Outcome } from "./kind.ts";
import { APPROVAL_STATES, type Proposal } from "./store.ts";

const Person = strict({ id: IdOf("user"), name: Type.String() });
const EntriesJson = Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) }));

const SUMMARY = {
  id: IdOf("approval"),
  kind: oneOf(APPROVAL_KINDS),
  status: oneOf(APPROVAL_STATES),
  subject: Type.String(),
  dealId: nullable(IdOf("deal")),
  amount: ref(MoneyJson),
  content: ref(ContentJson),
  reason: Type.String(),
  version: Type.Integer(),
  authors: Type.Array(Person),
  proposedAt: InstantJson,
  expiresAt: InstantJson,
  decidedBy: nullable(Person),
  decidedAt: nullable(InstantJson),
  decisionReason: nullable(Type.String()),
  mayApprove: Type.Boolean(),
};

export const ApprovalSummaryJson = strict(SUMMARY, {
  $id: "ApprovalSummary",
  description:
    "Something that waits for a second person. `subject`: the order, the payment or the user that it is about; `authors`: everybody who wrote any version, the proposer first; `mayApprove`: whether the reader is somebody who could.",
});

export const ApprovalJson = strict(
  { ...SUMMARY, entries: EntriesJson, obstacle: nullable(Type.String()) },
  {
    $id: "Approval",
    description:
      "`entries`: what would be posted now, or was posted; `obstacle`: why nothing can be posted any more, such as an order that has moved.",
  },
);

export const entriesJson = (entries: Outcome["entries"]): Static<typeof EntriesJson> =>
  entries
    .map(({ account, amount }) => ({ account: String(account), amount: moneyJson(amount) }))
    .sort((a, b) => (a.account < b.account ? -1 : 1));

/** For one reader, because whether he may approve is part of it. */
export async function summariesJson(
  db: Queryable,
  proposals: readonly Proposal[],
  reader: UserId,
  now: Instant,
): Promise<Static<typeof ApprovalSummaryJson>[]> {
  const users = proposals.flatMap(({ authors, decidedBy }) => [...authors, ...(decidedBy ? [decidedBy] : [])]);
  const people = await readUsers(db, [...new Set(users)]);
  const person = (id: UserId) => ({ id, name: people.get(id)?.name ?? id });
  const own = await colleaguesOf(db, reader);
  return proposals.map((proposal) => {
    const status = statusOf(proposal, now);
    return {
      ...{ id: proposal.id, kind: proposal.kind, status, subject: proposal.subject, dealId: proposal.deal },
      ...{ amount: moneyJson(proposal.amount), content: proposal.content, reason: proposal.reason },
      ...{ version: proposal.version, authors: proposal.authors.map(person) },
      ...{ proposedAt: instantJson(proposal.proposedAt), expiresAt: instantJson(proposal.expiresAt) },
      decidedBy: proposal.decidedBy && person(proposal.decidedBy),
      decidedAt: proposal.decidedAt === null ? null : instantJson(proposal.decidedAt),
      decisionReason: proposal.decisionReason,
      mayApprove: status === "waiting" && mayApprove(proposal, reader, own),
    };
  });
}

/** Whether somebody may approve it, as far as that depends on who he is; `own`: himself and those of his companies. */
const mayApprove = ({ authors, concerned }: Proposal, reader: UserId, own: ReadonlySet<UserId>): boolean =>
  !authors.includes(reader) && !concerned.some((user) => own.has(user));

/** Of one proposal, with its entries. */
export async function approvalJson(
  db: Queryable,
  { proposal, entries, obstacle = null }: { proposal: Proposal; entries: Outcome["entries"]; obstacle?: string | null },
  reader: UserId,
  now: Instant,
): Promise<Static<typeof ApprovalJson>> {
  const [summary] = await summariesJson(db, [proposal], reader, now);
  if (!summary) throw new Error(`${proposal.id} is shown as nothing`);
  return { ...summary, entries: entriesJson(entries), obstacle };
}

const statusOf = ({ state, expiresAt }: Proposal, now: Instant): Proposal["state"] =>
  state === "waiting" && now >= expiresAt ? "expired" : state;
