import { type DealId, idOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { Value } from "typebox/value";
import { type Queryable, timestamp } from "#runtime/database";
import { type ApprovalId, type ApprovalKindName, type Content, ContentJson } from "./kind.ts";

export const APPROVAL_STATES = ["waiting", "approved", "declined", "expired"] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** Something that waits for a second person, or did. */
export type Proposal = {
  readonly id: ApprovalId;
  readonly kind: ApprovalKindName;
  readonly subject: string;
  readonly deal: DealId | null;
  readonly concerned: readonly UserId[];
  readonly amount: Money;
  readonly content: Content;
  readonly basis: string;
  readonly reason: string;
  readonly version: number;
  /** Everybody who wrote any version: none of them approves. */
  readonly authors: readonly UserId[];
  readonly state: ApprovalState;
  readonly proposedBy: UserId;
  readonly proposedAt: Instant;
  readonly expiresAt: Instant;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
};

type Row = {
  id: string;
  kind: ApprovalKindName;
  subject: string;
  deal_id: string | null;
  concerned: string[];
  currency: Currency;
  amount: bigint;
  content: unknown;
  basis: string;
  reason: string;
  version: number;
  authors: string[];
  state: ApprovalState;
  proposed_by: string;
  proposed_at: Instant;
  expires_at: Instant;
  decided_by: string | null;
  decided_at: Instant | null;
  decision_reason: string | null;
};
const COLUMNS = `id, kind, subject, deal_id, concerned::text[], currency, amount, content, basis, reason, version, authors::text[], state, proposed_by,
  proposed_at, expires_at, decided_by, decided_at, decision_reason`;

/** False when this request has made one before. */
export async function insertProposal(tx: Queryable, proposal: Proposal, requestKey: string): Promise<boolean> {
  const { id, kind, subject, deal, concerned, amount, content, basis, reason, authors, proposedBy } = proposal;
  const rows = await tx.query(
    `insert into approvals.proposal (id, kind, subject, deal_id, concerned, currency, amount, content, basis, reason, version, authors, request_key,
       state, proposed_by, proposed_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12, 'waiting', $13, $14, $15) on conflict (request_key) do nothing returning id`,
    [
      ...[uuidOf(id), kind, subject, deal && uuidOf(deal), concerned.map(uuidOf), amount.currency, amount.minor],
      ...[JSON.stringify(content), basis, reason, authors.map(uuidOf), requestKey, uuidOf(proposedBy)],
      ...[timestamp(proposal.proposedAt), timestamp(proposal.expiresAt)],
    ],
  );
  if (rows.length === 1) await insertVersion(tx, proposal, proposedBy, proposal.proposedAt);
  return rows.length === 1;
}

export async function proposalOfRequest(db: Queryable, requestKey: string): Promise<Proposal | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from approvals.proposal where request_key = $1`, [requestKey]);
  return row && proposalOf(row);
}

export async function insertVersion(tx: Queryable, proposal: Proposal, author: UserId, now: Instant): Promise<void> {
  await tx.query(
    "insert into approvals.version (proposal_id, version, author, at, content, reason) values ($1, $2, $3, $4, $5, $6)",
    [
      ...[uuidOf(proposal.id), proposal.version, uuidOf(author), timestamp(now)],
      ...[JSON.stringify(proposal.content), proposal.reason],
    ],
  );
}

export async function readProposal(db: Queryable, id: ApprovalId): Promise<Proposal | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from approvals.proposal where id = $1`, [uuidOf(id)]);
  return row && proposalOf(row);
}

/** As it is once nobody else changes it any more until the commit. */
export async function lockProposal(tx: Queryable, id: ApprovalId): Promise<Proposal | null> {
  const row = await tx.maybe<Row>(`select ${COLUMNS} from approvals.proposal where id = $1 for update`, [uuidOf(id)]);
  return row && proposalOf(row);
}

export async function updateProposal(tx: Queryable, proposal: Proposal): Promise<void> {
  const { id, deal, concerned, amount, content, basis, reason, version, authors } = proposal;
  await tx.query(
    `update approvals.proposal set deal_id = $2, concerned = $3, currency = $4, amount = $5, content = $6, basis = $7, reason = $8, version = $9,
       authors = $10, state = $11, expires_at = $12, decided_by = $13, decided_at = $14, decision_reason = $15 where id = $1`,
    [
      ...[uuidOf(id), deal && uuidOf(deal), concerned.map(uuidOf), amount.currency, amount.minor],
      ...[JSON.stringify(content), basis, reason, version, authors.map(uuidOf), proposal.state],
      ...[timestamp(proposal.expiresAt), proposal.decidedBy && uuidOf(proposal.decidedBy)],
      ...[proposal.decidedAt === null ? null : timestamp(proposal.decidedAt), proposal.decisionReason],
    ],
  );
}

export type Sought = {
  readonly state: ApprovalState | null;
  readonly subject: string | null;
  readonly beyond: { readonly proposedAt: Instant; readonly id: ApprovalId } | null;
  readonly limit: number;
};

/** The latest first. What is past its time has expired, whether or not anybody has noted it. */
export async function listProposals(db: Queryable, sought: Sought, now: Instant): Promise<Proposal[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from approvals.proposal
      where ($1::text is null or case when state = 'waiting' and expires_at <= $2 then 'expired' else state end = $1)
        and ($3::text is null or subject = $3)
        and ($4::timestamptz is null or (proposed_at, id) < ($4, $5::uuid))
      order by proposed_at desc, id desc limit $6`,
    [
      ...[sought.state, timestamp(now), sought.subject],
      ...[
        sought.beyond && timestamp(sought.beyond.proposedAt),
        sought.beyond && uuidOf(sought.beyond.id),
        sought.limit,
      ],
    ],
  );
  return rows.map(proposalOf);
}

const users = (uuids: readonly string[]): UserId[] => uuids.map((uuid) => idOf("user", uuid));

const proposalOf = (row: Row): Proposal => ({
  id: idOf("approval", row.id),
  kind: row.kind,
  subject: row.subject,
  deal: row.deal_id === null ? null : idOf("deal", row.deal_id),
  concerned: users(row.concerned),
  amount: money(row.amount, row.currency),
  content: Value.Parse(ContentJson, row.content),
  basis: row.basis,
  reason: row.reason,
  version: row.version,
  authors: users(row.authors),
  state: row.state,
  proposedBy: idOf("user", row.proposed_by),
  proposedAt: row.proposed_at,
  expiresAt: row.expires_at,
  decidedBy: row.decided_by === null ? null : idOf("user", row.decided_by),
  decidedAt: row.decided_at,
  decisionReason: row.decision_reason,
});
